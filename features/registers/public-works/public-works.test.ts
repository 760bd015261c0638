// Public works and culture titles: under way and finished balance, money as settled, titles on the day of their decision.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { publicWorks } from './register.ts'
import { costOf, settledCost } from './rules.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the cost of a work', () => {
  const facts = (values: Readonly<Record<string, number | null>>) => ({ happenedOn: '2026-01-05', values })
  it('is known once a source is', () => {
    expect(costOf(facts({ stateMoney: null, peopleMoney: null, otherMoney: null }))).toEqual({ totalMoney: null })
    expect(costOf(facts({ stateMoney: 300, peopleMoney: null, otherMoney: 50 }))).toEqual({ totalMoney: 350 })
  })
  it('never has a part above the whole, whatever was planned and settled', () => {
    const maybe = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
    fc.assert(
      fc.property(maybe, maybe, maybe, maybe, (stateMoney, peopleMoney, finalMoney, finalPeopleMoney) => {
        const typed = { stateMoney, peopleMoney, otherMoney: null }
        const entry = facts({ ...typed, ...costOf(facts(typed)) } as Record<string, number | null>)
        const { settledMoney, settledPeopleMoney } = settledCost(facts({ finalMoney, finalPeopleMoney }), entry)
        expect(settledPeopleMoney).toBeLessThanOrEqual(Number(settledMoney))
        expect(settledMoney).toBe(finalMoney ?? entry.values['totalMoney'] ?? 0)
      }),
    )
  })
})

describe('the register of public works', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), publicWorks, WARD)
  })
  afterAll(() => test.close())

  const CODES = ['CT01', 'CT02', 'CT03', 'CT04', 'CT05', 'CT06', 'CT07', 'CT08', 'CT09']
  const count = async (window: readonly [string, string]) => {
    const counts = await book.count(...window)
    return CODES.map((code) => counts[code] ?? 0)
  }
  const road = (on: string, more = {}) =>
    book.record(on, {
      kind: 'road',
      name: 'Đường bê tông Thôn Một',
      stateMoney: 600_000_000,
      peopleMoney: 250_500_000,
      ...more,
    })

  it('carries a work over, and counts its money and households when it is finished', async () => {
    const { id } = await road('2026-02-10')
    expect(await count(Q1)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0])
    await book.step(id, 'finished', '2026-05-20', { served: 86 })
    expect(await count(Q1)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0])
    expect(await count(Q2)).toEqual([1, 1, 0, 850.5, 250.5, 86, 0, 0, 0])
    await book.retract(id, 1)
    await book.step(id, 'finished', '2026-05-22', { served: 86, finalMoney: 900_000_000 })
    await book.step(id, 'handed-over', '2026-06-01', { keeper: 'Thôn Một' })
    expect(await count(Q2)).toEqual([1, 1, 0, 900, 250.5, 86, 0, 0, 0])
    await book.strike(id, 1)
    expect(await count(Q2)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  it('forgets a work that was dropped, from the period in which it was', async () => {
    const { id } = await road('2026-02-10')
    await book.step(id, 'dropped', '2026-04-10')
    expect([(await count(Q1)).slice(0, 3), (await count(Q2)).slice(0, 3)]).toEqual([
      [1, 0, 1],
      [0, 0, 0],
    ])
    await book.strike(id, 1)
  })

  it('takes culture titles as numbers of a decision, and never as works', async () => {
    const { id } = await book.record('2026-03-20', {
      kind: 'culture-title',
      name: 'Danh hiệu văn hóa năm 2025',
      stateMoney: 5,
    })
    expect((await book.entry(id)).values).toMatchObject({ stateMoney: null, totalMoney: null })
    expect((await book.entry(id)).nextSteps).toEqual(['recognised', 'dropped'])
    await expect(book.step(id, 'finished', '2026-04-01')).rejects.toMatchObject({ code: 'entry.step_not_next' })
    await book.step(id, 'recognised', '2026-04-10', { families: 2120, quarters: 18, offices: 9 })
    expect(await count(Q1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(await count(Q2)).toEqual([0, 0, 0, 0, 0, 0, 2120, 18, 9])
    await book.strike(id, 1)
  })

  it('refuses a part above the whole as settled', async () => {
    const { id } = await road('2026-02-10')
    await expect(
      book.step(id, 'finished', '2026-05-20', { finalMoney: 100, finalPeopleMoney: 101 }),
    ).rejects.toMatchObject({ code: 'entry.wrong_fields' })
    await book.strike(id, 1)
  })
})
