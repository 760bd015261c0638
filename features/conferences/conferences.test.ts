// A conference before its day: the plan, its guests and who came, over the product's own front door and the real database.
import { inScope } from '@kheo/db/transaction.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewGuest, Plan } from './plan-shapes.ts'
import { conferenceRoom as room } from './schema.ts'
import { BESIDE, DAY, ENTRY, PROVINCE, SPEECH, guest, openOffice, type Office } from './testing-office.ts'

let test: Office['test']
let officer: Office['officer']
let province: Office['province']
let beside: Office['beside']
let bookByName: Office['bookByName']
let started: Office['started']
let send: Office['send']
let view: Office['view']
let proposed: Office['proposed']
let save: Office['save']
let prepared: Office['prepared']
let lacking: Office['lacking']

beforeAll(async () => {
  ;({ test, officer, province, beside, bookByName, started, send, view, proposed, save, prepared, lacking } =
    await openOffice())
})
afterAll(() => test.close())

describe('the plan of a conference', () => {
  it('is proposed from kind, subjects and day, with duties counted back by the law’s table', async () => {
    const id = await started()
    const plan = await proposed(id)
    expect(plan.agenda.map((item) => item.kind)).toEqual([
      'opening',
      'report',
      'thematic',
      'thematic',
      'thematic',
      'paper',
      'discussion',
      'awards',
      'guidance',
      'conclusion',
      'closing',
    ])
    expect(plan.agenda[1]?.title).toBe('Báo cáo sơ kết công tác dân vận 6 tháng đầu năm 2026')
    expect(plan.duties.find((duty) => duty.role === 'cong-van')?.dueOn).toBe('2026-06-20')
    expect(plan.duties.find((duty) => duty.role === 'giay-moi')?.dueOn).toBe('2026-07-07')
    expect(plan.chairPosts).toEqual(['Bí thư Đảng ủy phường'])
    const briefing = await proposed(await started({ kind: 'briefing' }))
    expect(briefing.agenda.some((item) => item.kind === 'awards' || item.kind === 'guidance')).toBe(false)
    expect((await view(id)).plan).toBeNull()
  })

  it('comes back as it was saved, and is not saved over what somebody saved since', async () => {
    const id = await started()
    const plan: Plan = {
      ...(await proposed(id)),
      points: ['Điểm cầu Thôn Đông'],
      mode: 'mixed',
      speeches: [SPEECH],
      askedReports: [{ body: 'Hội Nông dân', title: 'Báo cáo 6 tháng', dueOn: '2026-06-30', receivedOn: null }],
      isPublic: true,
    }
    expect(await save(id, plan)).toEqual({ rev: 1 })
    const seen = await view(id)
    expect(seen.plan).toEqual(plan)
    expect(seen.facts.agenda[1]?.startsAt).toBe('08:10')
    await expect(save(id, plan)).rejects.toMatchObject({ code: 'conference.plan_stale' })
    await expect(save(id, plan, 0)).rejects.toThrow('compiler')
    expect(await save(id, { ...plan, isPublic: false }, 1)).toEqual({ rev: 2 })
  })

  it('is one whoever saves first, when two save at once', async () => {
    const id = await started()
    const plan = await proposed(id)
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => save(id, plan)))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  })

  it('is refused with what is wrong in it', async () => {
    const { id, plan } = await prepared({ points: ['Thôn Đông'] })
    const { rev } = await view(id)
    const again = (more: Partial<Plan>) => save(id, { ...plan, ...more }, rev)
    const twice = [SPEECH, { ...SPEECH, topic: 'Khác' }]
    await expect(again({ speeches: twice })).rejects.toMatchObject({ code: 'conference.speaking_order_twice' })
    await expect(again({ earlier: id })).rejects.toMatchObject({ code: 'conference.earlier_is_itself' })
    await expect(again({ hall: { rows: 1, seatsPerRow: 4, aisleAfter: 5 } })).rejects.toMatchObject({
      code: 'conference.aisle_outside',
    })
    await expect(again({ contactPost: 'Văn phòng, 0912345678' })).rejects.toMatchObject({ code: 'entry.personal_data' })
    await send(officer, room.addGuests, {
      conference: id,
      guests: [guest('Trưởng thôn Tây', 'delegate', { point: 1 })],
    })
    await expect(again({ points: [] })).rejects.toMatchObject({ code: 'conference.point_in_use' })
  })

  it('belongs to its unit: those above look, those beside see nothing, neither writes', async () => {
    const { id, plan } = await prepared()
    const above = await view(id, province)
    expect([above.mayEdit, above.facts.guests.length, above.facts.guests[0]?.code]).toEqual([false, 3, ''])
    expect((await view(id)).facts.guests[0]?.code).toMatch(/^[a-z2-9]{16}$/)
    await expect(view(id, beside)).rejects.toMatchObject({ code: 'access.outside_your_units' })
    await expect(save(id, plan, 1, province)).rejects.toMatchObject({ code: 'access.role_missing' })
    await expect(save(id, plan, 1, beside)).rejects.toMatchObject({ code: 'access.outside_your_units' })
    const path = test.world.org().pathOf(BESIDE) ?? ''
    for (const part of ['plan', 'item', 'guest', 'duty', 'speech']) {
      const rows = await inScope(
        test.world.database.app,
        path,
        async (tx) => (await sql`select 1 from ${sql.table(`conference_${part}`)}`.execute(tx)).rows,
      )
      expect(rows).toEqual([])
    }
  })
})

describe('online points', () => {
  it('keep their delegates when the list of points is put in another order, named anew or shortened', async () => {
    const { id, plan } = await prepared({ points: ['Thôn Đông', 'Thôn Tây', 'Thôn Nam'] })
    const at = (post: string, point: number) => guest(post, 'delegate', { point })
    const guests = [at('Trưởng thôn Tây', 2), at('Trưởng thôn Nam', 3)]
    await send(officer, room.addGuests, { conference: id, guests })
    const pointsOf = async () =>
      (await view(id)).facts.guests.filter((each) => each.point !== null).map((each) => each.point)
    await save(id, { ...plan, points: ['Thôn Tây', 'Thôn Nam'] }, 1)
    expect(await pointsOf()).toEqual([1, 2])
    await save(id, { ...plan, points: ['Thôn Nam', 'Thôn Tây'] }, 2)
    expect(await pointsOf()).toEqual([2, 1])
    await save(id, { ...plan, points: ['Thôn Nam', 'Nhà văn hóa thôn Tây'] }, 3)
    expect(await pointsOf()).toEqual([2, 1])
    await expect(save(id, { ...plan, points: ['Thôn Nam'] }, 4)).rejects.toMatchObject({
      code: 'conference.point_in_use',
    })
    expect(await pointsOf()).toEqual([2, 1])
  })
})

describe('guests', () => {
  it('are typed, pasted, copied and called from below, each once', async () => {
    const { id } = await prepared()
    const add = (endpoint: typeof room.pasteGuests | typeof room.copyGuests | typeof room.inviteBelow, more: object) =>
      send(officer, endpoint, { conference: id, ...more })
    expect(await add(room.pasteGuests, { lines: 'Chủ tịch; Hội Nông dân phường\nBí thư; Phường; chủ trì' })).toEqual({
      added: 1,
      skipped: 1,
    })
    const other = await prepared()
    expect(await send(officer, room.copyGuests, { conference: other.id, from: id })).toEqual({ added: 1, skipped: 2 })
    const provincial = bookByName(province, 'so_hoi_nghi', PROVINCE)
    const own = (await provincial.record(DAY, ENTRY)).id
    const at = { unit: PROVINCE, conference: own }
    const { plan } = await province(room.propose, { query: at, body: {} })
    const mixed = { ...plan, points: ['Điểm cầu: phường Duy Tiên'] }
    await send(province, room.save, { ...at, baseRev: 0, plan: mixed })
    const below = (await send(province, room.inviteBelow, { ...at, areOnline: true })) as { added: number }
    const { facts } = await province(room.view, { query: at, body: {} })
    expect([facts.guests.length, new Set(facts.guests.map((each) => each.body)).size]).toEqual([
      below.added,
      below.added,
    ])
    expect(below.added).toBeGreaterThan(5)
    expect(facts.guests.find((each) => each.body === 'Phường Duy Tiên')?.point).toBe(1)
  })

  it('keep the seat given by hand, and none may be given twice', async () => {
    const { id } = await prepared()
    const seat = { row: 3, seat: 7 }
    const change = (seq: number, given: object | null, group: NewGuest['group'] = 'delegate') =>
      send(officer, room.changeGuest, { conference: id, seq, guest: guest(`Chức danh ${seq}`, group), seat: given })
    await change(3, seat)
    await expect(change(2, seat)).rejects.toMatchObject({ code: 'conference.seat_duplicate' })
    await expect(change(2, { row: 11, seat: 1 })).rejects.toMatchObject({ code: 'conference.seat_outside' })
    const { facts } = await view(id)
    expect(facts.seating.find((each) => each.guest === 3)?.seat).toEqual(seat)
    expect(facts.seating).toHaveLength(3)
  })

  it('are too many for the hall with a warning, and then no seating plan is written', async () => {
    const { id } = await prepared({ hall: { rows: 1, seatsPerRow: 1, aisleAfter: 0 } })
    const seen = await view(id)
    expect(seen.warnings.map((warning) => warning.code)).toContain('conference.hall_too_small')
    expect(await lacking(id, 'so-do-cho-ngoi')).toEqual(['seating'])
    await expect(send(officer, room.write, { conference: id, role: 'so-do-cho-ngoi' })).rejects.toMatchObject({
      code: 'conference.paper_not_ready',
    })
  })
})

describe('attendance', () => {
  it('is noted once however many doors scan at once, and a later scan says when they came', async () => {
    const { id } = await prepared()
    const code = (await view(id)).facts.guests[0]?.code
    const scan = (client = officer) =>
      send(client, room.attend, { code }) as Promise<{ isRepeated: boolean; cameAt: string }>
    await expect(scan()).rejects.toMatchObject({ code: 'conference.not_yet_day' })
    await test.on(DAY)
    const scans = await Promise.all(Array.from({ length: 6 }, () => scan()))
    expect(scans.filter((each) => !each.isRepeated)).toHaveLength(1)
    expect(new Set(scans.map((each) => each.cameAt)).size).toBe(1)
    await test.on('2026-07-11')
    expect(await scan()).toMatchObject({ isRepeated: true, cameAt: scans[0]?.cameAt, came: 1, invited: 3 })
    await expect(send(beside, room.attend, { unit: BESIDE, code })).rejects.toMatchObject({
      code: 'conference.guest_not_found',
    })
    await expect(send(officer, room.removeGuest, { conference: id, seq: 1 })).rejects.toMatchObject({
      code: 'conference.guest_came_already',
    })
    await send(officer, room.undoAttendance, { conference: id, seq: 1 })
    await send(officer, room.removeGuest, { conference: id, seq: 1 })
    await send(officer, room.attendByHand, { conference: id, seq: 2 })
    expect((await view(id)).facts.guests.map((each) => [each.seq, each.cameAt === null])).toEqual([
      [2, false],
      [3, true],
    ])
    await test.on('2026-06-15')
  })
})
