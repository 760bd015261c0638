// Citizen receptions: the totals of biểu 01/TCD from any lines, sessions of the head once a day, and the law of the day.
import { countingOf } from '@kheo/kit/register/counting.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { citizenReceptions } from './register.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'

describe('the book of citizen receptions', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-20')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), citizenReceptions, WARD)
  })
  afterAll(() => test.close())

  const line = (kind: string, visits: number, more = {}) => ({
    kind,
    head: kind === 'regular' ? null : 'commune-chair',
    visits,
    persons: visits,
    firstCases: visits,
    repeatCases: 0,
    ...more,
  })
  const counts = () => book.count('2026-01-01', '2026-12-31')

  it('adds up to the totals of the table, whatever the lines', async () => {
    const word = fc.record({
      kind: fc.constantFrom('regular', 'head-scheduled', 'head-unscheduled', 'delegated'),
      visits: fc.nat(9),
      more: fc.nat(5),
      firstCases: fc.nat(9),
      repeatCases: fc.nat(9),
      groups: fc.option(fc.nat(9)),
    })
    const lines = fc.sample(word, { numRuns: 25, seed: 7 })
    for (const { kind, visits, more, firstCases, repeatCases, groups } of lines)
      await book.record(
        '2026-05-05',
        line(kind, visits, {
          persons: visits + more,
          firstCases,
          repeatCases,
          groups: groups === null ? null : Math.min(groups, visits),
        }),
      )
    const { TD01, TD02 = 0, TD03, TD04 = 0, TD05 = 0, TD06 = 0, TD07, TD08 = 0, TD09 = 0 } = await counts()
    expect(TD01).toBe(TD04 + TD05 + TD06)
    expect(TD01).toBe(lines.reduce((sum, each) => sum + each.visits, 0))
    expect(TD03).toBe(TD08 + TD09)
    expect(TD02).toBeGreaterThanOrEqual(TD01 ?? 0)
    expect(TD07).toBe(1)
  })

  it('counts a head’s day once, visit by visit or as a whole, and each head and unit for itself', async () => {
    const before = (await counts())['TD07'] ?? 0
    await book.record('2026-04-07', line('head-scheduled', 1))
    await book.record('2026-04-07', line('head-scheduled', 3))
    await book.record('2026-04-07', line('head-unscheduled', 1, { head: 'commune-secretary' }))
    await book.record('2026-04-14', line('head-scheduled', 0))
    await book.record('2026-04-14', line('regular', 4))
    await book.record('2026-04-15', line('delegated', 2))
    expect((await counts())['TD07']).toBe(before + 3)
    await test.post('can-bo-khac', OTHER_WARD, 'compiler')
    await bookOf(await test.as('can-bo-khac'), citizenReceptions, OTHER_WARD).record(
      '2026-04-14',
      line('head-scheduled', 2),
    )
    const both = await test.world.database.owner
      .transaction()
      .execute((tx) =>
        countingOf(citizenReceptions).count(
          tx,
          [WARD, OTHER_WARD],
          [{ periodId: '2026', start: '2026-01-01', end: '2026-12-31' }],
        ),
      )
    expect(both.get('2026')?.get('TD07')).toBe(before + 4)
  })

  it('keeps a delegated session and says what the law of its day holds of it', async () => {
    const values = async (on: string) => (await book.entry((await book.record(on, line('delegated', 2))).id)).values
    expect((await values('2026-06-30'))['delegation']).toBe('allowed')
    expect((await values('2026-07-01'))['delegation']).toBe('not-allowed')
    expect(await book.count('2026-07-01', '2026-07-31')).toMatchObject({ TD06: 2 })
  })

  it('shows the least days of reception of the post, where the law sets them', async () => {
    const least = async (on: string, head: string | null, kind = 'head-scheduled') => {
      const { values } = await book.entry((await book.record(on, line(kind, 1, { head }))).id)
      return [values['leastDays'], values['leastDaysPer']]
    }
    expect(await least('2026-05-06', 'commune-chair')).toEqual([1, 'week'])
    expect(await least('2026-05-06', 'commune-secretary')).toEqual([2, 'month'])
    expect(await least('2026-05-06', 'district-chair')).toEqual([null, null])
    expect(await least('2026-05-06', null, 'regular')).toEqual([null, null])
  })

  it('owes an answer in working days only while cases await one', async () => {
    const { id } = await book.record('2026-04-24', line('regular', 2, { awaiting: 1 }))
    expect((await book.entry(id)).deadline).toMatchObject({ dueOn: '2026-05-13', days: 10, areWorkingDays: true })
    await book.step(id, 'answered', '2026-05-13')
    await book.step(id, 'result-noted', '2026-06-20', { result: 'Đã giải quyết xong' })
    expect(await book.entry(id)).toMatchObject({ state: 'answered', dueOn: '2026-05-13' })
    const { id: quiet } = await book.record('2026-04-24', line('regular', 2))
    expect((await book.entry(quiet)).deadline).toBeNull()
  })

  it('refuses numbers that cannot be', async () => {
    const refused = (more: object, field: string) =>
      expect(book.record('2026-05-06', line('regular', 3, more))).rejects.toMatchObject({
        code: 'entry.wrong_fields',
        details: { issues: [{ field }] },
      })
    await refused({ persons: 2 }, 'persons')
    await refused({ groups: 4 }, 'groups')
    await refused({ accepted: 2, guided: 1, transferred: 1 }, 'transferred')
    await refused({ awaiting: 4 }, 'awaiting')
    await expect(book.record('2026-05-06', line('head-scheduled', 3, { head: null }))).rejects.toMatchObject({
      details: { issues: [{ field: 'head' }] },
    })
  })
})
