// Inspections: the year's plan in every period of the year, what was done when, and findings until each is remedied.
import type { TakenStep } from '@kheo/kit/register/declare.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { inspections } from './register.ts'
import { bodyKey, inspectionDeadline, openFindings, planYear, remedyIssues } from './rules.ts'

const WARD = 'X13324@2025'
const OTHER = 'X13330@2025'
const YEAR_BEFORE = ['2025-01-01', '2025-12-31'] as const
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const
const H1 = ['2026-01-01', '2026-06-30'] as const

let seq = 0
const step = (kind: string, happenedOn: string, values: object = {}): TakenStep => {
  seq += 1
  return { seq, kind, happenedOn, dueBefore: null, values: values as TakenStep['values'] }
}

describe('the register of inspections', () => {
  let test: TestWorld
  let mine: Book
  let others: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER, 'compiler')
    mine = bookOf(await test.as('can-bo'), inspections, WARD)
    others = bookOf(await test.as('can-bo-khac'), inspections, OTHER)
  })
  afterAll(() => test.close())
  const plan = (book: Book, on: string, plannedOn: string, inspected: string) =>
    book.record(on, { origin: 'planned', plannedOn, scope: 'office', inspected })
  const codes = async (book: Book, window: readonly [string, string]) => {
    const found = await book.count(...window)
    return ['KT01', 'KT02', 'KT03'].map((code) => found[code])
  }

  it('knows the whole plan of a year in each of its periods, also when it was issued the year before', async () => {
    await plan(mine, '2025-12-20', '2026-02-10', 'Trường Tiểu học')
    const later = await plan(mine, '2026-01-10', '2026-11-10', 'Trạm Y tế')
    const moved = await plan(mine, '2026-01-10', '2026-03-10', 'Trường Mầm non')
    expect(await codes(mine, Q1)).toEqual([3, 0, 0])
    expect(await codes(mine, Q2)).toEqual([3, 0, 0])
    expect(await codes(mine, YEAR_BEFORE)).toEqual([0, 0, 0])
    await mine.step(later.id, 'dropped', '2026-05-04', { dropDecision: '09/QĐ-BCĐ' })
    expect([await codes(mine, Q1), await codes(mine, Q2)]).toEqual([
      [3, 0, 0],
      [2, 0, 0],
    ])
    await mine.retract(later.id, 1)
    expect(await codes(mine, Q2)).toEqual([3, 0, 0])
    await mine.step(moved.id, 'rescheduled', '2026-03-01', { movedTo: '2026-06-20' })
    expect((await mine.entry(moved.id)).deadline).toMatchObject({ dueOn: '2026-06-20' })
    expect(await codes(mine, Q2)).toEqual([3, 0, 0])
  })

  it('counts visits on their day and each body once, however its name is capitalised', async () => {
    const visit = async (on: string, more: object) => {
      const { id } = await others.record('2026-01-05', {
        origin: 'unplanned',
        scope: 'office',
        inspected: 'Trường học',
        ...more,
      })
      await others.step(id, 'carried-out', on)
      return id
    }
    const first = await visit('2026-02-01', {})
    await visit('2026-03-01', { inspected: 'TRƯỜNG học' })
    await visit('2026-04-01', {})
    await visit('2026-05-01', { scope: 'commune', inspected: 'Phường', inspectedUnit: WARD })
    await visit('2026-05-02', { scope: 'commune', inspected: 'Phường ấy', inspectedUnit: WARD })
    expect(await codes(others, Q1)).toEqual([0, 2, 1])
    expect(await codes(others, Q2)).toEqual([0, 3, 2])
    expect(await codes(others, H1)).toEqual([0, 5, 2])
    await others.retract(first, 1)
    expect(await codes(others, Q1)).toEqual([0, 1, 1])
  })

  it('holds findings until each is remedied, and closes only then', async () => {
    const { id } = await plan(mine, '2026-01-12', '2026-02-12', 'Hợp tác xã')
    await mine.step(id, 'carried-out', '2026-02-12')
    expect((await mine.entry(id)).nextSteps).toEqual(['finding', 'closed'])
    await mine.step(id, 'finding', '2026-02-12', { shortcoming: 'Chưa niêm yết', remedyBy: '2026-05-30' })
    await mine.step(id, 'finding', '2026-02-12', { shortcoming: 'Chưa họp', remedyBy: '2026-04-30' })
    expect(await mine.entry(id)).toMatchObject({ dueOn: '2026-04-30', nextSteps: ['finding', 'remedied'] })
    await mine.step(id, 'remedied', '2026-04-20', { findingNo: 2 })
    expect((await mine.entry(id)).dueOn).toBe('2026-05-30')
    await expect(mine.step(id, 'remedied', '2026-04-21', { findingNo: 2 })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    await mine.step(id, 'remedied', '2026-05-20')
    expect(await mine.entry(id)).toMatchObject({ dueOn: null, nextSteps: ['finding', 'closed'] })
    await mine.step(id, 'closed', '2026-05-21')
    expect((await mine.entry(id)).state).toBe('closed')
  })

  it('matches remedies with the findings before them', () => {
    const found = (remedyBy: string | null) => step('finding', '2026-02-01', { remedyBy })
    const [a, b, c] = [found('2026-06-01'), found(null), found('2026-05-01')]
    const all = step('remedied', '2026-03-01', { findingNo: null })
    expect(openFindings([a, b, all, c])).toEqual([c])
    expect(openFindings([a, step('remedied', '2026-03-01', { findingNo: 2 }), b])).toEqual([a, b])
    const entry = { happenedOn: '2026-01-01', values: { plan: '02/KH', origin: 'unplanned', plannedOn: null } }
    expect(inspectionDeadline(entry, [])).toBeNull()
    const done = step('carried-out', '2026-02-01')
    expect(inspectionDeadline(entry, [done, b])).toBeNull()
    expect(inspectionDeadline(entry, [done, a, b, c])).toMatchObject({ dueOn: '2026-05-01', source: '02/KH' })
    expect(remedyIssues({ findingNo: 3 }, entry, [a, b]).map((issue) => issue.field)).toEqual(['findingNo'])
    expect(remedyIssues({ findingNo: null }, entry, [a, b])).toEqual([])
  })

  it('plans for the year of the planned day, and names a body once', () => {
    expect(planYear({ origin: 'planned', plannedOn: '2027-01-03' })).toEqual({
      planFrom: '2027-01-01',
      planTo: '2027-12-31',
    })
    expect(planYear({ origin: 'unplanned', plannedOn: null })).toEqual({ planFrom: null, planTo: null })
    expect([
      bodyKey({ inspectedUnit: null, inspected: 'Ấp ĐÔNG' }),
      bodyKey({ inspectedUnit: WARD, inspected: 'x' }),
    ]).toEqual(['ấp đông', ''])
  })
})
