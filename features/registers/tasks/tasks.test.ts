// Tasks: by when they are due, and HN02 = HN03 + HN04 + HN05 + HN06 over any lives and any stretch of time.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { tasks } from './register.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const
const HALF = ['2026-01-01', '2026-06-30'] as const

describe('the register of tasks', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), tasks, WARD)
  })
  afterAll(() => test.close())

  const set = (on: string, more = {}) =>
    book.record(on, { content: 'Rà soát hộ tham gia', origin: 'conference', lead: 'Văn phòng', ...more })
  const count = async (window: readonly [string, string]) => {
    const counts = await book.count(...window)
    return ['HN02', 'HN03', 'HN04', 'HN05', 'HN06'].map((code) => counts[code] ?? 0)
  }
  const clear = async (...ids: readonly string[]) => {
    for (const id of ids) await book.strike(id, 1)
  }

  it('gives a task without a day the default time, moved off a weekend, and says why', async () => {
    const { id } = await set('2026-05-13', { basis: '12-TB/ĐU' })
    const { deadline } = await book.entry(id)
    expect(deadline).toMatchObject({ dueOn: '2026-05-25', from: '2026-05-13' })
    expect(deadline?.skipped.map(({ why }) => why)).toEqual(['cuối tuần', 'cuối tuần'])
    const given = await set('2026-05-13', { basis: '12-TB/ĐU', dueBy: '2026-06-30' })
    expect((await book.entry(given.id)).deadline).toMatchObject({ dueOn: '2026-06-30', source: '12-TB/ĐU' })
    await clear(id, given.id)
  })

  it('counts a task carried into the next period, and its late end there', async () => {
    const { id } = await set('2026-03-20', { dueBy: '2026-04-10' })
    expect(await count(Q1)).toEqual([1, 0, 0, 1, 0])
    expect(await count(Q2)).toEqual([1, 0, 0, 0, 1])
    await book.step(id, 'done', '2026-04-12')
    expect(await count(Q1)).toEqual([1, 0, 0, 1, 0])
    expect(await count(Q2)).toEqual([1, 0, 1, 0, 0])
    await book.retract(id, 1)
    expect(await count(Q2)).toEqual([1, 0, 0, 0, 1])
    await clear(id)
    expect(await count(HALF)).toEqual([0, 0, 0, 0, 0])
  })

  it('judges by the deadline that ran: an extension given later does not mend the past', async () => {
    const { id } = await set('2026-03-02', { dueBy: '2026-03-31' })
    await book.step(id, 'extended', '2026-04-02', { newDueBy: '2026-05-15', reason: 'Chờ số liệu' })
    await book.step(id, 'done', '2026-05-15')
    expect(await count(Q1)).toEqual([1, 0, 0, 0, 1])
    expect(await count(Q2)).toEqual([1, 1, 0, 0, 0])
    await clear(id)
  })

  it('counts neither cancelled tasks nor those of other papers', async () => {
    const cancelled = await set('2026-04-06')
    await book.step(cancelled.id, 'cancelled', '2026-05-04', { reason: 'Đã có đơn vị khác làm' })
    const other = await set('2026-04-06', { origin: 'directive' })
    expect(await count(['2026-04-01', '2026-04-30'])).toEqual([1, 0, 0, 0, 1])
    expect(await count(Q2)).toEqual([0, 0, 0, 0, 0])
    await clear(cancelled.id, other.id)
  })

  const on = fc.integer({ min: 0, max: 180 })
  const life = fc.record({
    start: on,
    due: fc.option(fc.integer({ min: 0, max: 60 })),
    steps: fc.array(
      fc.tuple(fc.constantFrom('progressed', 'extended', 'done', 'cancelled'), fc.integer({ min: 0, max: 40 })),
      {
        maxLength: 3,
      },
    ),
  })
  const dayAt = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)

  it('balances whatever happened to the tasks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), on, on, async (lives, a, b) => {
        const ids: string[] = []
        for (const { start, due, steps } of lives) {
          const { id } = await set(dayAt(start), due === null ? {} : { dueBy: dayAt(start + due) })
          ids.push(id)
          let at = start
          for (const [kind, later] of steps) {
            at = Math.min(at + later, 190)
            const values =
              kind === 'extended'
                ? { newDueBy: dayAt(at + 20), reason: 'Chờ' }
                : kind === 'cancelled'
                  ? { reason: 'Thôi' }
                  : {}
            await book.step(id, kind, dayAt(at), values)
            if (kind === 'done' || kind === 'cancelled') break
          }
        }
        const [all, inTime, late, running, overdue] = await count([dayAt(Math.min(a, b)), dayAt(Math.max(a, b))])
        await clear(...ids)
        expect(all).toBe((inTime ?? 0) + (late ?? 0) + (running ?? 0) + (overdue ?? 0))
      }),
      { numRuns: 12 },
    )
  })
})
