// Conferences: counted on the day they were held, wherever they had been planned; then the notice of conclusions is owed.
import { inScope } from '@kheo/db/transaction.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { conferences } from './register.ts'

const WARD = 'X13324@2025'
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the register of conferences', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), conferences, WARD)
  })
  afterAll(() => test.close())

  const plan = (on: string, more = {}) =>
    book.record(on, { kind: 'briefing', title: 'Hội nghị giao ban', subjects: ['dan-van', 'qcdc'], ...more })
  const held = async () => (await book.count(...Q2))['HN01'] ?? 0

  it('counts what was held, not what is planned, was cancelled or was taken back', async () => {
    const { id } = await plan('2026-05-05')
    await plan('2026-06-29')
    const cancelled = await plan('2026-05-12')
    await book.step(cancelled.id, 'cancelled', '2026-05-11')
    expect(await held()).toBe(0)
    await book.step(id, 'held', '2026-05-05', { delegates: 120, pointsJoined: 8 })
    expect(await held()).toBe(1)
    await book.step(id, 'concluded', '2026-05-06', { notice: '15-TB/ĐU' })
    expect([await held(), (await book.entry(id)).state]).toEqual([1, 'concluded'])
    await book.retract(id, 2)
    await book.retract(id, 1)
    expect(await held()).toBe(0)
  })

  it('counts a meeting that was brought forward from the next period on the day it was held', async () => {
    const { id } = await plan('2026-07-03')
    await book.step(id, 'held', '2026-06-12')
    expect([await held(), (await book.count('2026-07-01', '2026-09-30'))['HN01'] ?? 0]).toEqual([1, 0])
    const window = { periodId: '2026-Q2', start: Q2[0], end: Q2[1] }
    const [counts, entries] = await inScope(
      test.world.database.app,
      test.world.org().pathOf(WARD) ?? '',
      async (tx) => [
        await countingOf(conferences).count(tx, [WARD], [window]),
        await countingOf(conferences).entries(tx, [WARD], window, 'HN01', { limit: 10, offset: 0 }),
      ],
    )
    expect([counts.get('2026-Q2')?.get('HN01'), entries.rows.map((row) => row.id)]).toEqual([1, [id]])
  })

  it('reminds of its day, of the day it was put off to, and then of the notice', async () => {
    const { id } = await plan('2026-06-01', { plan: 'KH 20' })
    const due = async () => (await book.entry(id)).deadline
    expect(await due()).toMatchObject({ dueOn: '2026-06-01', source: 'KH 20', days: 0 })
    await book.step(id, 'postponed', '2026-05-29', { newDay: '2026-06-09' })
    expect(await due()).toMatchObject({ dueOn: '2026-06-09', days: 11 })
    await book.step(id, 'held', '2026-06-09')
    expect(await due()).toMatchObject({ dueOn: '2026-06-10', from: '2026-06-09' })
  })
})
