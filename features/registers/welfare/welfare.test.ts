// Welfare: gifts and their worth in million đồng, and houses on the day they were handed over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { welfare } from './register.ts'

const WARD = 'X13324@2025'

describe('the book of welfare', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), welfare, WARD)
  })
  afterAll(() => test.close())

  const counts = async (from: string, to: string) => {
    const { AS01, AS02, AS04 } = await book.count(from, to)
    return [AS01, AS02, AS04]
  }
  const first = () => counts('2026-01-01', '2026-03-31')
  const second = () => counts('2026-04-01', '2026-06-30')

  it('sums parcels, and their worth to the thousand đồng, without the cost of houses and other help', async () => {
    await book.record('2026-02-10', { kind: 'gifts', recipients: 'poor', parcels: 9081, value: 2_811_700_000 })
    await book.record('2026-02-10', { kind: 'gifts', recipients: 'policy-families', parcels: 3, value: 1_501_000 })
    await book.record('2026-02-11', { kind: 'livelihood', recipients: 'children', value: 40_000_000 })
    await book.record('2026-02-12', { kind: 'house-built', recipients: 'poor', houses: 2, value: 160_000_000 })
    expect(await first()).toEqual([9084, expect.closeTo(2813.201, 6), 0])
    expect(await second()).toEqual([0, 0, 0])
  })

  it('counts houses when they are handed over, part by part, in the periods of those days', async () => {
    const { id } = await book.record('2026-01-15', {
      kind: 'house-repaired',
      recipients: 'near-poor',
      houses: 5,
      value: 200_000_000,
      finishBy: '2026-04-30',
    })
    expect(await book.entry(id)).toMatchObject({ deadline: { dueOn: '2026-04-30', from: '2026-01-15', days: 105 } })
    await book.step(id, 'part-handed-over', '2026-03-20', { housesHanded: 2 })
    await book.step(id, 'handed-over', '2026-05-04', { housesHanded: 3 })
    expect(await book.entry(id)).toMatchObject({ state: 'handed-over', timeliness: 'done-late' })
    expect([(await first())[2], (await second())[2]]).toEqual([2, 3])
    await book.retract(id, 2)
    expect([(await first())[2], (await second())[2]]).toEqual([2, 0])
    await book.strike(id, 1)
    expect((await first())[2]).toBe(0)
  })

  it('hands over houses only, and asks for the number that its kind needs', async () => {
    const { id } = await book.record('2026-04-10', { kind: 'gifts', recipients: 'mixed', parcels: 1, value: 500_000 })
    expect((await book.entry(id)).nextSteps).toEqual([])
    await expect(book.step(id, 'handed-over', '2026-04-11', { housesHanded: 1 })).rejects.toMatchObject({
      code: 'entry.step_not_next',
    })
    const refused = (kind: string, field: string) =>
      expect(book.record('2026-04-10', { kind, recipients: 'poor', value: 1 })).rejects.toMatchObject({
        details: { issues: [{ field }] },
      })
    await refused('gifts', 'parcels')
    await refused('house-built', 'houses')
  })

  it('counts no houses of a line that was corrected into gifts', async () => {
    const { id } = await book.record('2026-05-10', {
      kind: 'house-built',
      recipients: 'poor',
      houses: 1,
      value: 80_000_000,
    })
    await book.step(id, 'handed-over', '2026-06-01', { housesHanded: 1 })
    const before = await second()
    await book.correct(id, 1, '2026-05-10', { kind: 'gifts', recipients: 'poor', parcels: 10, value: 3_000_000 })
    const after = await second()
    expect([(after[0] ?? 0) - (before[0] ?? 0), (after[2] ?? 0) - (before[2] ?? 0)]).toEqual([10, -1])
  })
})
