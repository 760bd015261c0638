// Coordination programmes: in force or lapsed, the next review or end of term, and tasks done never more than planned.
import type { Law } from '@kheo/core/period/law.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { programmes } from './register.ts'
import { lapseOf, programmeDeadline } from './rules.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const
const HALF = ['2026-01-01', '2026-06-30'] as const

const LAW: Law = {
  parameters: (
    [
      ['programme.review.interim', 6],
      ['programme.review.yearly', 12],
    ] as const
  ).map(([code, value]) => ({
    code,
    title: code,
    value,
    unit: 'month',
    valid_from: '2017-01-01',
    source: 'Mức mặc định',
    verified: false,
  })) as unknown as Law['parameters'],
  calendar: { off: new Set(), makeUp: new Set() },
  disclosure: [],
  holidayNames: new Map(),
}

describe('the next day of a programme', () => {
  const entry = (values = {}) => ({ happenedOn: '2025-01-10', values: { endsOn: null, nextReviewOn: null, ...values } })
  const step = (kind: string, happenedOn: string, values = {}) => ({
    seq: 1,
    kind,
    happenedOn,
    dueBefore: null,
    values,
  })
  const reviewed = (on: string, scope: string, reviewAgainOn: string | null = null) =>
    step('reviewed', on, { scope, reviewAgainOn })
  it.each([
    ['the interim review', {}, [], '2025-07-10'],
    ['the review of the year after an interim one', {}, [reviewed('2025-07-02', 'interim')], '2026-01-10'],
    ['a new round after the review of the year', {}, [reviewed('2025-12-20', 'yearly')], '2026-06-20'],
    ['the day the parties set', { nextReviewOn: '2025-05-19' }, [], '2025-05-19'],
    ['the day set at the last review', {}, [reviewed('2025-07-02', 'interim', '2025-11-30')], '2025-11-30'],
    ['the end of the term when it comes first', { endsOn: '2025-04-30' }, [], '2025-04-30'],
    [
      'the end of the new term',
      { endsOn: '2025-04-30' },
      [step('renewed', '2025-04-28', { newEndsOn: '2025-09-30' })],
      '2025-09-30',
    ],
  ])('is %s', (_, values, steps, dueOn) => {
    expect(programmeDeadline(entry(values), steps, LAW)?.dueOn).toBe(dueOn)
  })
  it('lapses on the day after its term', () => {
    expect(lapseOf(entry({ endsOn: '2025-12-31' }))).toEqual({ lapsesOn: '2026-01-01' })
    expect(lapseOf(entry())).toEqual({ lapsesOn: null })
  })
})

describe('the register of programmes', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), programmes, WARD)
  })
  afterAll(() => test.close())

  const sign = (on: string, more = {}) =>
    book.record(on, {
      name: 'Phối hợp công tác dân vận',
      parties: 'Đảng ủy phường; Ban Chỉ huy quân sự phường',
      tasks: 5,
      ...more,
    })
  const count = async (window: readonly [string, string]) => {
    const counts = await book.count(...window)
    return ['LV01', 'LV02', 'LV03', 'LV04', 'LV05'].map((code) => counts[code] ?? 0)
  }

  it('keeps a programme in force through the last day of its term, and through its end when it was renewed', async () => {
    const { id } = await sign('2025-07-10', { endsOn: '2026-03-31' })
    expect(await count(Q1)).toEqual([1, 0, 5, 0, 0])
    expect(await count(Q2)).toEqual([0, 0, 0, 0, 0])
    await book.step(id, 'renewed', '2026-03-30', { newEndsOn: '2026-12-31' })
    expect(await count(Q2)).toEqual([1, 0, 5, 0, 0])
    await book.step(id, 'ended', '2026-06-30', { reason: 'replaced' })
    expect(await count(Q2)).toEqual([0, 0, 5, 0, 0])
    await book.strike(id, 1)
  })

  it('says which party has ended since, and when', async () => {
    const { id } = await sign('2025-07-10', { partyUnit: 'D349' })
    expect((await book.entry(id)).pointsAt['partyUnit']).toMatch(/Duy Tiên.*đã kết thúc hoạt động từ ngày 01\/7\/2025/)
    await book.strike(id, 1)
  })

  it('does not lose the work of a programme that ended within the period', async () => {
    const { id } = await sign('2025-07-10')
    await book.step(id, 'tasks-done', '2026-01-20', { tasksDone: 2 })
    await book.step(id, 'labour-days', '2026-02-10', { labourDays: 35.5 })
    await book.step(id, 'reviewed', '2026-02-20', { scope: 'interim' })
    await book.step(id, 'tasks-done', '2026-04-20', { tasksDone: 3 })
    await book.step(id, 'reviewed', '2026-05-20', { scope: 'final' })
    await book.step(id, 'ended', '2026-05-21', { reason: 'completed' })
    expect(await count(Q1)).toEqual([1, 1, 5, 2, 35.5])
    expect(await count(Q2)).toEqual([0, 1, 5, 3, 0])
    expect(await count(HALF)).toEqual([0, 1, 5, 5, 35.5])
    await book.strike(id, 1)
  })

  it('never counts more tasks done than the programme has, also after a correction', async () => {
    const { id } = await sign('2025-07-10')
    await book.step(id, 'tasks-done', '2026-01-20', { tasksDone: 4 })
    await book.step(id, 'tasks-done', '2026-04-20', { tasksDone: 4 })
    expect(await count(HALF)).toEqual([1, 0, 5, 5, 0])
    await book.correct(id, 1, '2025-07-10', { name: 'Phối hợp', parties: 'Đảng ủy phường; Công an phường', tasks: 3 })
    expect(await count(Q1)).toEqual([1, 0, 3, 3, 0])
    await book.strike(id, 2)
  })

  it('counts the tasks of a lapsed programme where some were still done', async () => {
    const { id } = await sign('2025-07-10', { endsOn: '2026-03-31' })
    await book.step(id, 'tasks-done', '2026-04-02', { tasksDone: 1 })
    expect(await count(Q2)).toEqual([0, 0, 5, 1, 0])
    await book.strike(id, 1)
  })
})
