// The register of contributions: what counts as the people's, in which unit of measure, and what may be given back or spent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { villageMeetings } from '../village-meetings/register.ts'
import { contributions } from './register.ts'

const WARD = 'X13324@2025'
const GIFT = { work: 'Bê tông hóa đường ngõ', village: 'Thôn Đông', source: 'households', money: 255_000_000 }

describe('the register of contributions', () => {
  let test: TestWorld
  let officer: Client
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
    book = bookOf(officer, contributions, WARD)
  })
  afterAll(() => test.close())

  const counted = async (from: string, to: string): Promise<number[]> => {
    const found = await book.count(from, to)
    return ['DC07', 'DC08', 'DC09'].map((code) => found[code] ?? 0)
  }

  it('counts million đồng, square metres and labour days on the day they were given', async () => {
    await book.record('2026-01-20', GIFT)
    await book.record('2026-02-10', { ...GIFT, source: 'away', money: 1_500_000, land: 120.5, labourDays: 12.5 })
    await book.record('2026-04-02', { ...GIFT, source: 'groups', money: null, labourDays: 7 })
    const businesses = await book.record('2026-02-11', { ...GIFT, source: 'businesses', money: 900_000_000 })
    const [money = 0, land, labour] = await counted('2026-01-01', '2026-03-31')
    expect([money, land, labour]).toEqual([expect.closeTo(256.5, 6), 120.5, 12.5])
    expect((await counted('2026-01-01', '2026-06-30'))[2]).toBe(19.5)
    await book.correct(businesses.id, 1, '2026-02-11', { ...GIFT, money: 900_000_000 })
    expect((await counted('2026-01-01', '2026-03-31'))[0]).toBeCloseTo(1156.5, 6)
    await book.strike(businesses.id, 2)
    expect((await counted('2026-01-01', '2026-03-31'))[0]).toBeCloseTo(256.5, 6)
  })

  it('keeps what was given in the figures when some of it is given back in a later period', async () => {
    const before = await counted('2026-01-01', '2026-03-31')
    const { id } = await book.record('2026-03-10', { ...GIFT, money: 10_000_000 })
    await book.step(id, 'returned', '2026-04-10', { returnedMoney: 4_000_000 })
    expect((await counted('2026-01-01', '2026-03-31'))[0]).toBeCloseTo((before[0] ?? 0) + 10, 6)
    await expect(book.step(id, 'returned', '2026-04-11', { returnedMoney: 6_000_001 })).rejects.toMatchObject({
      issues: [{ path: 'returnedMoney', message: expect.stringMatching(/6\.000\.000 đồng/) }],
    })
    await book.step(id, 'work-finished', '2026-05-01', { servedHouseholds: 42 })
    await expect(book.step(id, 'accounted', '2026-05-02', { usedMoney: 6_000_001 })).rejects.toMatchObject({
      issues: [{ path: 'usedMoney' }],
    })
    await book.step(id, 'accounted', '2026-05-02', { usedMoney: 5_500_000 })
    const entry = await book.entry(id)
    expect([entry.state, entry.steps.at(-1)?.values['leftMoney']]).toEqual(['accounted', 500_000])
  })

  it('refuses a line with nothing given, and reminds of the day set for accounting', async () => {
    for (const nothing of [{ money: null }, { money: 0, land: 0 }])
      await expect(book.record('2026-05-04', { ...GIFT, ...nothing })).rejects.toMatchObject({
        issues: [{ path: 'money', message: expect.stringMatching(/Chưa có gì được đóng góp/) }],
      })
    const { id } = await book.record('2026-05-04', { ...GIFT, accountBy: '2026-06-10' })
    expect(await book.entry(id)).toMatchObject({
      timeliness: 'overdue',
      deadline: { dueOn: '2026-06-10', days: 37, rule: 'Hạn quyết toán, công khai do đơn vị đặt ra' },
    })
    await book.step(id, 'accounted', '2026-06-09', { usedMoney: 255_000_000 })
    expect((await book.entry(id)).timeliness).toBe('done-in-time')
  })

  it('is tied to the meeting that decided, and to no entry that is not in the book', async () => {
    const meeting = await bookOf(officer, villageMeetings, WARD).record('2026-05-02', {
      village: 'Thôn Đông',
      caller: 'village-head',
      form: 'whole',
      households: 318,
      represented: 290,
    })
    const { id } = await book.record('2026-05-05', { ...GIFT, decision: meeting.id })
    expect((await book.entry(id)).pointsAt['decision']).toMatch(/Thôn Đông/)
    await expect(book.record('2026-05-05', { ...GIFT, decision: id })).rejects.toMatchObject({
      issues: [{ path: 'decision' }],
    })
  })
})
