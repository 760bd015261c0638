// What comes of a conference: papers, tasks and what came of them, and the public calendar, over the real database.
import { addressOf } from '@kheo/kit/client.ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as newId } from 'uuid'
import type { Client } from '../../checks/harness/world.ts'
import { documents } from '../documents/schema.ts'
import { reportFiles, reports } from '../reports/schema.ts'
import { publicCalendar } from './index.ts'
import type { MinutesGiven } from './plan-shapes.ts'
import { conferenceDoors, conferenceRoom as room } from './schema.ts'
import { DAY, ENTRY, MINUTES, PROVINCE, WARD, guest, openOffice, type Office } from './testing-office.ts'

let test: Office['test']
let officer: Office['officer']
let book: Office['book']
let bookByName: Office['bookByName']
let started: Office['started']
let send: Office['send']
let view: Office['view']
let proposed: Office['proposed']
let save: Office['save']
let prepared: Office['prepared']
let lacking: Office['lacking']
let held: Office['held']

beforeAll(async () => {
  ;({ test, officer, book, bookByName, started, send, view, proposed, save, prepared, lacking, held } =
    await openOffice())
})
afterAll(() => test.close())

describe('papers', () => {
  it('say what they lack, and are drafted among the documents when nothing is lacking', async () => {
    const id = await started({ place: '' })
    expect(await lacking(id, 'ke-hoach')).toEqual(['place', 'purposes', 'agenda', 'duties'])
    await expect(send(officer, room.write, { conference: id, role: 'ke-hoach' })).rejects.toMatchObject({
      code: 'conference.no_plan',
    })
    const whole = await prepared()
    for (const role of [
      'ke-hoach',
      'cong-van',
      'giay-moi',
      'chuong-trinh',
      'danh-sach-dai-bieu',
      'tham-luan',
      'so-do-cho-ngoi',
      'kich-ban',
    ]) {
      expect([role, await lacking(whole.id, role)]).toEqual([role, []])
      await send(officer, room.write, { conference: whole.id, role })
    }
    const { papers } = await view(whole.id)
    expect(papers.filter((paper) => paper.held?.state === 'draft')).toHaveLength(8)
    const first = papers.find((paper) => paper.role === 'ke-hoach')?.held?.id
    expect(await send(officer, room.write, { conference: whole.id, role: 'ke-hoach' })).toEqual({ id: first })
  })

  it('end their duty on the clock when they are issued, and then bear their number', async () => {
    const { id } = await prepared()
    const { id: paper } = (await send(officer, room.write, { conference: id, role: 'giay-moi' })) as { id: string }
    await send(officer, documents.issue, { id: paper, baseRev: 1, on: '2026-06-15', number: null })
    const seen = await view(id)
    expect(seen.clock.find((row) => row.role === 'giay-moi')).toMatchObject({ doneOn: '2026-06-15', state: 'done' })
    expect(seen.facts.numbers['giay-moi']).toMatchObject({ date: '2026-06-15' })
    await expect(send(officer, room.write, { conference: id, role: 'giay-moi' })).rejects.toMatchObject({
      code: 'document.issued_already',
    })
  })

  it('are given as they were issued, whatever the plan says since, and none is written of a cancelled conference', async () => {
    const { id, plan } = await prepared()
    const { id: paper } = (await send(officer, room.write, { conference: id, role: 'ke-hoach' })) as { id: string }
    await send(officer, documents.issue, { id: paper, baseRev: 1, on: '2026-06-15', number: null })
    const fetch = await test.fetchAs('can-bo')
    const bytes = async () => {
      const query = { unit: WARD, conference: id, role: 'ke-hoach', format: 'docx' } as const
      return Buffer.from(await (await fetch(addressOf(conferenceDoors.file, query))).arrayBuffer())
    }
    const before = await bytes()
    await save(id, { ...plan, startsAt: '14:00', purposes: ['Mục đích khác'] }, 1)
    expect((await bytes()).equals(before)).toBe(true)
    await book.step(id, 'cancelled', '2026-06-15')
    await expect(send(officer, room.write, { conference: id, role: 'chuong-trinh' })).rejects.toMatchObject({
      code: 'conference.cancelled_already',
    })
  })

  it('of invitations are one file with a page for each guest, for those who prepare it', async () => {
    const { id } = await prepared()
    const fetch = await test.fetchAs('can-bo')
    const of = (unit: string, format: 'docx' | 'pdf') =>
      addressOf(conferenceDoors.file, { unit, conference: id, role: 'giay-moi', format })
    const docx = await fetch(of(WARD, 'docx'))
    expect([docx.status, docx.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    const pdf = await fetch(of(WARD, 'pdf'))
    const text = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect([pdf.status, text.slice(0, 5)]).toEqual([200, '%PDF-'])
    const above = await test.fetchAs('chuyen-vien')
    expect((await above(of(WARD, 'docx'))).status).toBe(403)
  })
})

describe('what a conference quotes', () => {
  it('are figures of the report that was approved, and awards that were decided', async () => {
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    const consolidator = await test.as('chuyen-vien')
    const which = { unit: WARD, type: 'dan-van', period: '2026-H1' }
    const report = { type: which.type, period: which.period, codes: ['TD01', 'HN01', 'XX99'] }
    const { id, plan } = await prepared({ report })
    const choices = async () => await officer(room.choices, { query: { unit: WARD, conference: id }, body: {} })
    const step = (client: Client, endpoint: typeof reports.submit | typeof reports.approve, more: object = {}) =>
      client(endpoint, { query: {}, body: { commandId: newId(), ...which, ...more } } as never)
    await step(officer, reports.submit, { cells: { TD01: 31 } })
    expect([(await view(id)).facts.figures, (await choices()).reports]).toEqual([[], []])
    await step(consolidator, reports.approve)
    expect((await choices()).reports).toMatchObject([{ type: 'dan-van', period: '2026-H1' }])
    expect((await view(id)).facts.figures.map(({ code, text }) => [code, text])).toContainEqual(['TD01', '31 lượt'])
    const awards = bookByName(officer, 'so_khen_thuong')
    const award = await awards.record('2026-06-01', {
      winner: 'collective',
      name: 'Tổ dân phố số 3',
      form: 'certificate-of-merit',
      level: 'commune',
      ground: 'campaign',
    })
    await save(id, { ...plan, awards: [award.id] }, 1)
    expect((await view(id)).facts.awards).toEqual([])
    await awards.step(award.id, 'decided', '2026-06-10', { decision: '15/QĐ-UBND', awardMoney: 0 })
    const line = {
      to: 'Tổ dân phố số 3',
      winner: 'collective',
      form: 'Giấy khen',
      subject: '',
      decision: '15/QĐ-UBND',
    }
    expect([(await view(id)).facts.awards, (await choices()).awards]).toEqual([[line], [{ id: award.id, ...line }]])
  })
})

describe('conclusions', () => {
  const save1 = (id: string, minutes: MinutesGiven, baseRev: number) =>
    send(officer, room.saveMinutes, { conference: id, baseRev, minutes })
  const assign = (id: string, more: object = {}) =>
    send(officer, room.assign, { conference: id, notice: '', on: null, ...more }) as Promise<{
      assigned: number
      already: number
    }>
  const Q3 = ['2026-07-01', '2026-09-30'] as const

  it('become tasks by the issued notice, once, and HN02 to HN06 count them', async () => {
    const { id } = await prepared()
    await held(id)
    await test.on('2026-07-13')
    expect((await book.entry(id)).state).toBe('held')
    await expect(assign(id)).rejects.toMatchObject({ code: 'conference.no_conclusions' })
    await save1(id, MINUTES, 0)
    await expect(save1(id, MINUTES, 0)).rejects.toMatchObject({ code: 'conference.minutes_stale' })
    await expect(assign(id)).rejects.toMatchObject({ code: 'conference.notice_missing' })
    expect((await view(id)).facts.conclusions.map((each) => each.dueOn)).toEqual(['2026-07-31', '2026-07-20'])
    const { id: paper } = (await send(officer, room.write, { conference: id, role: 'ket-luan' })) as { id: string }
    const issued = (await send(officer, documents.issue, {
      id: paper,
      baseRev: 1,
      on: '2026-07-11',
      number: null,
    })) as { number: string }
    expect(await assign(id)).toEqual({ assigned: 2, already: 0, notice: issued.number })
    expect(await assign(id)).toEqual({ assigned: 0, already: 2, notice: issued.number })
    expect((await book.entry(id)).state).toBe('concluded')
    const tasks = bookByName(officer, 'so_nhiem_vu')
    const rows = (await tasks.list()).rows.filter((row) => row.values['conference'] === id)
    expect(rows.map((row) => [row.values['basis'], row.happenedOn, row.dueOn]).toSorted()).toEqual(
      [
        [issued.number, '2026-07-11', '2026-07-20'],
        [issued.number, '2026-07-11', '2026-07-31'],
      ].toSorted(),
    )
    expect(await tasks.count(...Q3)).toMatchObject({ HN02: 2, HN06: 2 })
    const changed = {
      ...MINUTES,
      conclusions: MINUTES.conclusions.map((each) => ({ ...each, lead: 'Công an phường' })),
    }
    await expect(save1(id, changed, 1)).rejects.toMatchObject({ code: 'conference.conclusion_assigned_already' })
    const more = {
      ...MINUTES,
      conclusions: [...MINUTES.conclusions, { ...MINUTES.conclusions[0]!, content: 'Việc thứ ba' }],
    }
    await save1(id, more, 1)
    expect(await assign(id)).toMatchObject({ assigned: 1, already: 2 })
    await test.on('2026-06-15')
  })

  it('are told with what came of them, to the next conference and to a report, as HN02 to HN06 count', async () => {
    const tasks = bookByName(officer, 'so_nhiem_vu')
    await test.on('2026-08-03')
    const [late, inTime] = (await tasks.list({ state: 'set' })).rows.toSorted((a, b) =>
      (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1,
    )
    await tasks.step(late?.id ?? '', 'done', '2026-07-25', { result: 'Đã công khai tại 12 nhà văn hóa' })
    await tasks.step(inTime?.id ?? '', 'done', '2026-07-30')
    const results = await officer(room.results, { query: { unit: WARD, period: '2026-Q3' }, body: {} })
    const counts = await tasks.count(...Q3)
    expect(results.counts).toEqual({ set: 3, doneInTime: 1, doneLate: 1, inProgress: 0, overdue: 1 })
    expect([counts['HN02'], counts['HN03'], counts['HN04'], counts['HN05'] ?? 0, counts['HN06']]).toEqual(
      Object.values(results.counts),
    )
    expect(results.sentence).toContain('03 nhiệm vụ giao theo kết luận hội nghị: 01 nhiệm vụ hoàn thành đúng hạn')
    await expect(officer(room.results, { query: { unit: WARD, period: '2026-XX' }, body: {} })).rejects.toMatchObject({
      code: 'figure.period_not_found',
    })
    const type = test.world
      .catalogue()
      .reportTypes.find((each) => each.sections.some((part) => part.indicators.includes('HN02')))
    const drawn = await (await test.fetchAs('can-bo'))(
      addressOf(reportFiles.document, {
        unit: WARD,
        type: type?.code ?? '',
        period: '2026-Q3',
        format: 'docx',
        profile: 'dang',
      }),
    )
    expect(drawn.status).toBe(200)
    const read = strFromU8(
      unzipSync(new Uint8Array(await drawn.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(read).toContain('Kết quả thực hiện kết luận hội nghị')
    expect(read).toContain('Đã công khai tại 12 nhà văn hoá')
    const next = await started({ title: 'Hội nghị tổng kết' }, '2026-12-21')
    const plan = await proposed(next)
    expect(plan.earlier).not.toBeNull()
    await save(next, plan)
    const { earlierConclusions } = (await view(next)).facts
    expect(earlierConclusions.map((each) => each.state).toSorted()).toEqual(['done-in-time', 'done-late', 'overdue'])
    expect(earlierConclusions.find((each) => each.state === 'done-late')?.result).toBe(
      'Đã công khai tại 12 nhà văn hóa',
    )
    await test.on('2026-06-15')
  })

  it('may be worded anew and assigned again once the task was struck out as a mistake', async () => {
    const { id } = await prepared()
    await held(id)
    await test.on('2026-07-14')
    await save1(id, MINUTES, 0)
    await assign(id, { notice: '14-TB/ĐU', on: '2026-07-13' })
    const [wrong] = (await officer(room.view, { query: { unit: WARD, conference: id }, body: {} })).minutes.conclusions
    await bookByName(officer, 'so_nhiem_vu').strike(wrong?.taskId ?? '', 1)
    const [first, second] = MINUTES.conclusions
    const mended = { ...MINUTES, conclusions: [{ ...first!, lead: 'Công an phường' }, second!] }
    await save1(id, mended, 1)
    expect(await assign(id, { notice: '14-TB/ĐU', on: '2026-07-13' })).toMatchObject({ assigned: 1, already: 1 })
    await test.on('2026-06-15')
  })

  it('wait for the meeting: nothing is assigned before it was held, and holding counts who came', async () => {
    const { id } = await prepared({ points: ['Thôn Đông'] })
    await save1(id, MINUTES, 0)
    await expect(assign(id, { notice: '12-TB/ĐU', on: DAY })).rejects.toMatchObject({ code: 'conference.not_held' })
    await send(officer, room.addGuests, { conference: id, guests: [guest('Trưởng thôn', 'delegate', { point: 1 })] })
    await test.on(DAY)
    for (const seq of [1, 2, 4]) await send(officer, room.attendByHand, { conference: id, seq })
    expect(
      await send(officer, room.hold, { conference: id, on: DAY, delegates: null, pointsJoined: null, papersRead: 5 }),
    ).toEqual({ delegates: 3, pointsJoined: 1, papersRead: 5 })
    expect((await book.entry(id)).steps.at(-1)?.values).toMatchObject({ delegates: 3, pointsJoined: 1, papersRead: 5 })
    await test.on('2026-06-15')
  })
})

describe('the public calendar', () => {
  const shown = async (id: string) =>
    (await publicCalendar(test.world, '2026-07-01', '2026-07-31')).find((each) => each.id === id)

  it('shows what a unit made public, put off and cancelled as such, and nothing that is private', async () => {
    const { id, plan } = await prepared()
    expect(await shown(id)).toBeUndefined()
    await save(id, { ...plan, isPublic: true, purposes: ['Việc nội bộ'] }, 1)
    expect(await shown(id)).toEqual({
      unitId: WARD,
      unitName: 'Phường Duy Tiên',
      id,
      title: ENTRY.title,
      day: DAY,
      plannedOn: DAY,
      startsAt: '08:00',
      place: ENTRY.place,
      chairPost: ENTRY.chair,
      state: 'planned',
    })
    await book.step(id, 'postponed', '2026-06-15', { newDay: '2026-08-05' })
    expect(await shown(id)).toMatchObject({ state: 'postponed', plannedOn: DAY, day: '2026-08-05' })
    expect((await view(id)).facts.day).toBe('2026-08-05')
    await book.step(id, 'cancelled', '2026-06-15')
    expect(await shown(id)).toMatchObject({ state: 'cancelled' })
    await expect(save(id, plan, 2)).rejects.toMatchObject({ code: 'conference.cancelled_already' })
    const other = await prepared({ isPublic: true })
    await book.strike(other.id, 1)
    expect(await shown(other.id)).toBeUndefined()
    await expect(view(other.id)).rejects.toMatchObject({ code: 'conference.not_found' })
  })
})
