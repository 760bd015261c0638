// Mediation: the balance of cases holds for any book, and a case is to be begun in time.
import { inScope } from '@kheo/db/transaction.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { mediations } from './register.ts'
import { mediationDeadline } from './rules.ts'

const WARD = 'X13324@2025'
const OTHER = 'X13330@2025'
const QUARTERS = [
  { periodId: 'a', start: '2026-01-01', end: '2026-03-31' },
  { periodId: 'b', start: '2026-04-01', end: '2026-06-30' },
] as const

describe('the register of mediation', () => {
  let test: TestWorld
  let mine: Book
  let other: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('tu-phap', WARD, 'compiler')
    await test.post('tu-phap-khac', OTHER, 'compiler')
    mine = bookOf(await test.as('tu-phap'), mediations, WARD)
    other = bookOf(await test.as('tu-phap-khac'), mediations, OTHER)
  })
  afterAll(() => test.close())
  const counted = async (unit: string) => {
    const found = await inScope(test.world.database.app, test.world.org().pathOf(unit) ?? '', (tx) =>
      countingOf(mediations).count(tx, [unit], QUARTERS),
    )
    return QUARTERS.map(({ periodId }) =>
      ['DC21', 'DC22', 'DC23', 'DC24'].map((code) => found.get(periodId)?.get(code) ?? 0),
    )
  }

  it('carries a case over until it ends, and gives it back when the result is taken back', async () => {
    const { id } = await mine.record('2026-02-02', { kind: 'civil' })
    await mine.step(id, 'session', '2026-02-04')
    expect(await counted(WARD)).toEqual([
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ])
    await mine.step(id, 'settled', '2026-04-06', { agreement: 'part' })
    expect(await counted(WARD)).toEqual([
      [1, 0, 0, 1],
      [1, 1, 0, 0],
    ])
    await mine.step(id, 'followed-up', '2026-05-06', { fulfilment: 'done' })
    expect(await counted(WARD)).toEqual([
      [1, 0, 0, 1],
      [1, 1, 0, 0],
    ])
    await mine.retract(id, 3)
    await mine.retract(id, 2)
    await mine.step(id, 'not-settled', '2026-03-30', { reason: 'stopped' })
    expect(await counted(WARD)).toEqual([
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ])
    await expect(mine.step(id, 'settled', '2026-04-30')).rejects.toMatchObject({ code: 'entry.step_not_next' })
    await mine.strike(id, 1)
    expect(await counted(WARD)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
  })

  it('keeps taken = settled + not settled + in progress for any cases and results (R33)', async () => {
    const day = fc
      .integer({ min: 0, max: 300 })
      .map((days) => new Date(Date.UTC(2025, 7, 1 + days)).toISOString().slice(0, 10))
    const one = fc.record({
      on: day,
      later: day,
      end: fc.constantFrom('none', 'settled', 'not-settled'),
      isStruck: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (cases) => {
        for (const { on, later, end, isStruck } of cases) {
          const [first = on, last = on] = [on, later].toSorted()
          const { id } = await other.record(first, { kind: 'discord' })
          if (end !== 'none') await other.step(id, end, last, end === 'settled' ? {} : { reason: 'no-agreement' })
          if (isStruck) await other.strike(id, 1)
        }
        for (const [taken = 0, settled = 0, failed = 0, going = 0] of await counted(OTHER))
          expect(taken).toBe(settled + failed + going)
      }),
      { numRuns: 8 },
    )
  })

  it('is to be begun within the time of the law of its day, once begun is held to none, and before the law to none', () => {
    const law = test.world.catalogue().law
    const entry = (happenedOn: string) => ({ happenedOn, values: {} })
    const session = { seq: 1, kind: 'session', happenedOn: '2026-04-03', dueBefore: null, values: {} }
    expect(mediationDeadline(entry('2026-04-02'), [], law)).toMatchObject({
      dueOn: '2026-04-05',
      areWorkingDays: false,
    })
    expect(mediationDeadline(entry('2026-04-02'), [session], law)).toBeNull()
    expect(mediationDeadline(entry('2013-12-31'), [], law)).toBeNull()
  })
})
