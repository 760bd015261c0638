// What the list and the door say of a conference: what is late, what comes next, and where a guest who came sits.
import type { AnswerOf } from '@kheo/kit/endpoint.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conferenceRoom as room } from './schema.ts'
import { guest, MINUTES, openOffice, type Office, WARD } from './testing-office.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.test.close())

const rowOf = async (id: string) => {
  const { rows } = await office.officer(room.list, { query: { unit: WARD }, body: {} })
  return rows.find((row) => row.id === id)
}

describe('the list of conferences', () => {
  it('says what is late and what is due next, and nothing before there is a plan', async () => {
    const bare = await office.started()
    expect(await rowOf(bare)).toMatchObject({ kind: 'interim-review', hasPlan: false, late: [], next: null })
    const { id } = await office.prepared()
    const early = await rowOf(id)
    expect(early?.late).toEqual([])
    expect(early?.next?.dueOn).toBe('2026-06-20')
    await office.test.on('2026-06-21')
    const later = await rowOf(id)
    expect(later?.late).toEqual(expect.arrayContaining([expect.stringContaining('Kế hoạch')]))
    await office.test.on('2026-06-15')
  })

  it('asks for no preparation of what was held, only for its conclusions', async () => {
    const { id } = await office.prepared()
    await office.held(id)
    await office.test.on('2026-07-30')
    expect((await rowOf(id))?.late).toEqual(['Thông báo kết luận'])
    const { clock } = await office.view(id)
    expect(
      clock.filter((row) => row.dueOn < '2026-07-10' && row.doneOn === null).map((row) => row.state),
    ).not.toContain('late')
    await office.test.on('2026-06-15')
  })

  it('asks for no notice where one of elsewhere concluded it', async () => {
    const { id } = await office.prepared()
    await office.held(id)
    await office.test.on('2026-07-30')
    await office.send(office.officer, room.saveMinutes, { conference: id, baseRev: 0, minutes: MINUTES })
    await office.send(office.officer, room.assign, { conference: id, notice: '15-TB/ĐU', on: '2026-07-14' })
    expect((await office.view(id)).clock.some((row) => row.role === 'ket-luan')).toBe(false)
    await office.test.on('2026-06-15')
  })
})

describe('minutes as they were written', () => {
  it('keep a conclusion without a day so, also where the law fills the day in for papers', async () => {
    const { id } = await office.prepared()
    await office.send(office.officer, room.saveMinutes, { conference: id, baseRev: 0, minutes: MINUTES })
    const seen = await office.view(id)
    expect(seen.minutes.conclusions.map((conclusion) => conclusion.dueOn)).toEqual(['2026-07-31', null])
    expect(seen.facts.conclusions[1]?.dueOn).not.toBe('')
  })
})

describe('the answer at the door', () => {
  it('says where the guest sits: a seat in the hall, or the point online', async () => {
    const { id } = await office.prepared({ mode: 'mixed', points: ['Điểm cầu Thôn Đông'] })
    const online = guest('Trưởng thôn Tây', 'delegate', { point: 1 })
    await office.send(office.officer, room.addGuests, { conference: id, guests: [online] })
    const { guests, seating } = (await office.view(id)).facts
    await office.test.on('2026-07-10')
    const come = (seq: number) =>
      office.send(office.officer, room.attendByHand, { conference: id, seq }) as Promise<
        AnswerOf<typeof room.attendByHand>
      >
    const [chair] = guests
    const away = guests.find((each) => each.point === 1)
    if (chair === undefined || away === undefined) throw new Error('both were invited')
    expect(await come(chair.seq)).toMatchObject({
      seat: seating.find((each) => each.guest === chair.seq)?.seat,
      point: '',
    })
    expect(await come(away.seq)).toMatchObject({ seat: null, point: 'Điểm cầu Thôn Đông' })
    await office.test.on('2026-06-15')
  })
})
