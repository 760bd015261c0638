// The law as registers ask it, how it grows, and what its files may not hold; on the shipped data where it matters.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, calendarDate, daysBetween, weekday } from '../calendar.ts'
import { checkDisclosure, checkHolidays, checkParameters, checkScoringSheets } from './check-law-files.ts'
import {
  bandsOn,
  inForce,
  LAW_UNITS,
  valueProblem,
  type DisclosureRules,
  type Holidays,
  type ScoringSheet,
} from './law-catalogue.ts'
import type { LawParameter } from './law-parameters.ts'
import { keepOwnHolidays, keepOwnVersions, withHoliday, withVersion } from './law-versions.ts'
import { deadlineFrom, lawValue, type Law } from './law.ts'

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../catalogue/law/${file}`, import.meta.url), 'utf8')) as T
const parameters = read<readonly LawParameter[]>('parameters.json')
const { days } = read<Holidays>('holidays.json')
const disclosure = read<DisclosureRules>('disclosure-items.json')
const sheets = read<readonly ScoringSheet[]>('scoring-sheets.json')
const codes = new Set(parameters.map(({ code }) => code))

const law = (over: readonly LawParameter[] = parameters): Law => ({
  parameters: over,
  calendar: {
    off: new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => calendarDate(day))),
    makeUp: new Set(days.filter(({ kind }) => kind === 'make-up').map(({ day }) => calendarDate(day))),
  },
  holidayNames: new Map(days.map(({ day, name }) => [day, name])),
  disclosure: [],
})
const on = calendarDate
const version = (valid_from: string, value: number, over: Partial<LawParameter> = {}): LawParameter => ({
  code: 'x.limit',
  title: 'Thời hạn',
  value,
  unit: 'day',
  valid_from,
  source: 'Luật',
  verified: true,
  ...over,
})

describe('a value on a day', () => {
  it.each([
    ['base-salary', '2019-06-30', undefined],
    ['base-salary', '2019-07-01', 1_490_000],
    ['base-salary', '2023-06-30', 1_490_000],
    ['base-salary', '2023-07-01', 1_800_000],
    ['base-salary', '2024-07-01', 2_340_000],
    ['decision.contribution.thirds', '2024-01-01', 2],
    ['decision.collection.thirds', '2024-01-01', 2],
    ['decision.village-head.percent-over', '2024-01-01', 50],
    ['inspectorate.office.term', '2024-01-01', 2],
    ['privacy.small-cell.guarded', '2026-01-01', 5],
    ['reception.district-chair.per-month', '2025-06-30', 2],
    ['reception.district-chair.per-month', '2025-07-01', undefined],
    ['no.such', '2025-07-01', undefined],
  ])('%s on %s is %s', (code, day, value) => {
    expect(lawValue(law(), code, on(day))).toBe(value)
  })
})

describe('a deadline', () => {
  it('counts calendar days and skips nothing', () => {
    expect(deadlineFrom(law(), 'complaint.accept', on('2026-04-24'))).toEqual({
      dueOn: '2026-05-04',
      from: '2026-04-24',
      days: 10,
      areWorkingDays: false,
      rule: 'Thời hạn thụ lý khiếu nại',
      source: 'Luật Khiếu nại 2011, Điều 27',
      skipped: [],
    })
  })
  it('counts working days and says why each other day did not count', () => {
    const due = deadlineFrom(law(), 'disclosure.start', on('2026-04-24'))
    expect(due).toMatchObject({ dueOn: '2026-05-06', days: 5, areWorkingDays: true })
    expect(due?.skipped).toEqual([
      { day: '2026-04-25', why: 'cuối tuần' },
      { day: '2026-04-26', why: 'Giỗ Tổ Hùng Vương' },
      { day: '2026-04-27', why: 'Giỗ Tổ Hùng Vương' },
      { day: '2026-04-30', why: 'Ngày Chiến thắng' },
      { day: '2026-05-01', why: 'Ngày Quốc tế Lao động' },
      { day: '2026-05-02', why: 'cuối tuần' },
      { day: '2026-05-03', why: 'cuối tuần' },
    ])
  })
  it.each([
    ['month', 1, '2024-01-31', '2024-02-29'],
    ['month', 1, '2023-01-31', '2023-02-28'],
    ['month', 3, '2025-12-31', '2026-03-31'],
    ['month', 3, '2025-11-30', '2026-02-28'],
    ['month', 14, '2025-11-05', '2027-01-05'],
    ['year', 1, '2024-02-29', '2025-02-28'],
    ['year', 4, '2024-02-29', '2028-02-29'],
    ['year', 2, '2026-07-31', '2028-07-31'],
  ])('%s × %s from %s is %s', (unit, value, from, dueOn) => {
    const due = deadlineFrom(law([version('2017-01-01', value, { unit })]), 'x.limit', on(from))
    expect(due).toMatchObject({ dueOn, areWorkingDays: false, skipped: [], days: daysBetween(on(from), on(dueOn)) })
  })
  it('stays on a day off, unless a parameter of its own moves it', () => {
    const saturday = '2026-06-13'
    expect(deadlineFrom(law(), 'denunciation.resolve', on('2026-05-14'))).toMatchObject({
      dueOn: saturday,
      skipped: [],
    })
    expect(deadlineFrom(law(), 'task.due.default', on('2026-06-03'))).toMatchObject({
      dueOn: '2026-06-15',
      skipped: [
        { day: saturday, why: 'cuối tuần' },
        { day: '2026-06-14', why: 'cuối tuần' },
      ],
    })
    const unmoved = [
      version('2017-01-01', 10),
      version('2017-01-01', 0, { code: 'x.limit.next-working-day', unit: 'flag' }),
    ]
    expect(deadlineFrom(law(unmoved), 'x.limit', on('2026-06-03'))?.dueOn).toBe(saturday)
  })
  it('follows the version in force on the day it runs from', () => {
    const two = law([version('2020-01-01', 10, { valid_to: '2026-06-30' }), version('2026-07-01', 7)])
    expect(deadlineFrom(two, 'x.limit', on('2026-06-30'))?.dueOn).toBe('2026-07-10')
    expect(deadlineFrom(two, 'x.limit', on('2026-07-01'))?.dueOn).toBe('2026-07-08')
    expect(deadlineFrom(two, 'x.limit', on('2019-12-31'))).toBeNull()
  })
  it('is none where the law sets none: unknown, or a unit that measures no time', () => {
    expect(deadlineFrom(law(), 'no.such', on('2026-01-01'))).toBeNull()
    expect(deadlineFrom(law(), 'decision.contribution.thirds', on('2026-01-01'))).toBeNull()
  })
  it('says why a day off without a name did not count', () => {
    const nameless = { ...law([version('2017-01-01', 1, { unit: 'working-day' })]), holidayNames: new Map() }
    expect(deadlineFrom(nameless, 'x.limit', on('2026-09-01'))?.skipped).toEqual([
      { day: '2026-09-02', why: 'ngày nghỉ lễ' },
    ])
  })
})

describe('months on', () => {
  it('keeps the day of the month or ends on the last, and adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 60 }), (offset, months) => {
        const from = addDays(on('2016-01-01'), offset)
        const due = addMonths(from, months)
        const isLast = addDays(due, 1).endsWith('-01')
        expect(due.slice(8) === from.slice(8) || (isLast && due.slice(8) < from.slice(8))).toBe(true)
        const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(monthsOf(due) - monthsOf(from)).toBe(months)
      }),
    )
  })
  it('refuses what is no number of months', () => {
    expect(() => addMonths(on('2026-01-01'), -1)).toThrow(RangeError)
    expect(() => addMonths(on('2026-01-01'), 1.5)).toThrow(RangeError)
  })
})

describe('a new version', () => {
  const held = [version('2020-01-01', 10)]
  it('ends the one before on the day before', () => {
    const made = withVersion(held, version('2026-07-01', 7, { reason: 'Luật mới' }))
    expect(made).toMatchObject({
      ok: true,
      value: [
        { valid_from: '2020-01-01', valid_to: '2026-06-30', value: 10 },
        { valid_from: '2026-07-01', value: 7, reason: 'Luật mới' },
      ],
    })
    expect(made.ok && made.value[1]).not.toHaveProperty('valid_to')
  })
  it('leaves an end that came earlier, as of a law repealed', () => {
    const repealed = [version('2020-01-01', 10, { valid_to: '2024-12-31' })]
    expect(withVersion(repealed, version('2026-07-01', 7))).toMatchObject({ value: [{ valid_to: '2024-12-31' }, {}] })
  })
  it('corrects the one that begins on that very day, and keeps its end', () => {
    const two = [version('2020-01-01', 10, { valid_to: '2026-06-30' }), version('2026-07-01', 7)]
    expect(withVersion(two, version('2020-01-01', 12))).toMatchObject({
      ok: true,
      value: [
        { valid_from: '2020-01-01', value: 12, valid_to: '2026-06-30' },
        { valid_from: '2026-07-01', value: 7 },
      ],
    })
  })
  it('may not begin before one that is there', () => {
    const two = [version('2020-01-01', 10, { valid_to: '2026-06-30' }), version('2026-07-01', 7)]
    expect(withVersion(two, version('2023-01-01', 8))).toEqual({
      ok: false,
      problem: { code: 'version.before_existing', startsOn: '2026-07-01' },
    })
  })
  const aDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(on('2017-01-01'), n))
  it('never makes two hold on one day, nor changes what held before it began', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aDay, fc.integer({ min: 0, max: 99 })), { maxLength: 8 }), aDay, (given, asked) => {
        let versions: readonly LawParameter[] = []
        for (const [from, value] of given) {
          const before = lawValue(law(versions), 'x.limit', asked)
          const isCorrection = versions.some(({ valid_from }) => valid_from === from)
          const made = withVersion(versions, version(from, value, { reason: 'r' }))
          if (!made.ok) continue
          versions = made.value
          expect(checkParameters('p', versions)).toEqual([])
          const after = lawValue(law(versions), 'x.limit', asked)
          expect(isCorrection || after === (asked < from ? before : value)).toBe(true)
        }
      }),
    )
  })
})

describe('a newer catalogue', () => {
  it('keeps the versions that an office entered, laid over what it brings', () => {
    const shipped = [version('2020-01-01', 10, { valid_to: '2026-06-30' }), version('2026-07-01', 8)]
    const held = [
      version('2020-01-01', 11, { valid_to: '2026-03-31', reason: 'Sửa nhầm' }),
      version('2026-04-01', 5, { reason: 'Nghị quyết' }),
    ]
    expect(keepOwnVersions(shipped, held)).toMatchObject([
      { valid_from: '2020-01-01', value: 11, valid_to: '2026-03-31' },
      { valid_from: '2026-04-01', value: 5, valid_to: '2026-06-30' },
      { valid_from: '2026-07-01', value: 8 },
    ])
    expect(keepOwnVersions(shipped, [version('2020-01-01', 9)])).toBe(shipped)
  })
  it('keeps the days that an office entered or withdrew', () => {
    const off = { day: '2027-02-08', kind: 'off', name: 'Tết Nguyên đán', source: 'Thông báo' } as const
    const withdrawn = { ...off, day: '2027-02-05', kind: 'ordinary' } as const
    const shipped = [{ day: '2027-02-05', kind: 'off', name: 'Tết Nguyên đán' }] as const
    const kept = keepOwnHolidays(shipped, [off, withdrawn, { day: '2020-01-01', kind: 'off', name: 'Cũ' }])
    expect(kept).toEqual([withdrawn, off])
    expect(withHoliday(kept, { ...off, kind: 'ordinary' })).toHaveLength(2)
  })
})

describe('law files', () => {
  it('are right as shipped', () => {
    expect(checkParameters('p', parameters)).toEqual([])
    expect(checkHolidays('h', { days })).toEqual([])
    expect(checkDisclosure('d', disclosure)).toEqual([])
    expect(checkScoringSheets('s', sheets, codes)).toEqual([])
  })
  it('hold make-up days only at weekends', () => {
    const makeUps = days.filter(({ kind }) => kind === 'make-up').map(({ day }) => weekday(on(day)))
    expect(makeUps.every((n) => n === 0 || n === 6)).toBe(true)
  })
  it.each([
    [
      'overlapping dates',
      [version('2020-01-01', 1), version('2021-01-01', 2)],
      2,
      'valid_from',
      'catalogue.dates_overlap',
    ],
    [
      'the same start twice',
      [version('2020-01-01', 1, { valid_to: '2020-01-01' }), version('2020-01-01', 2)],
      2,
      'valid_from',
      'catalogue.dates_overlap',
    ],
    [
      'an end before the start',
      [version('2020-01-01', 1, { valid_to: '2019-01-01' })],
      1,
      'valid_to',
      'catalogue.dates_reversed',
    ],
    ['a day that does not exist', [version('2021-02-29', 1)], 1, 'valid_from', 'catalogue.bad_date'],
    ['an end that is no day', [version('2021-02-01', 1, { valid_to: 'nay' })], 1, 'valid_to', 'catalogue.bad_date'],
    ['an unknown unit', [version('2020-01-01', 1, { unit: 'fortnight' })], 1, 'unit', 'catalogue.unknown_choice'],
    ['a missing source', [version('2020-01-01', 1, { source: ' ' })], 1, 'source', 'catalogue.required'],
    ['a missing title', [version('2020-01-01', 1, { title: '' })], 1, 'title', 'catalogue.required'],
    ['a value out of bounds', [version('2020-01-01', 101, { unit: 'percent' })], 1, 'value', 'catalogue.bad_number'],
    ['part of a day', [version('2020-01-01', 1.5)], 1, 'value', 'catalogue.bad_number'],
    ['a value that is text', [{ ...version('2020-01-01', 1), value: '10' }], 1, 'value', 'catalogue.bad_number'],
    ['a code with capitals', [version('2020-01-01', 1, { code: 'X.Limit' })], 1, 'code', 'catalogue.bad_code'],
    [
      'no mark of verification',
      [{ ...version('2020-01-01', 1), verified: 'có' }],
      1,
      'verified',
      'catalogue.unknown_choice',
    ],
  ])('refuse %s by cell', (_what, rows, line, column, code) => {
    expect(checkParameters('parameters.json', rows)).toMatchObject([{ file: 'parameters.json', line, column, code }])
  })
  it('refuse a wrong day off by cell', () => {
    const wrong = [
      { day: '2026-01-01', kind: 'off', name: 'Tết' },
      { day: '2026-01-01', kind: 'holiday', name: '' },
      { day: '2026-13-01', kind: 'off', name: 'Tết' },
    ]
    expect(checkHolidays('h', { days: wrong }).map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'day', 'catalogue.duplicate'],
      [2, 'kind', 'catalogue.unknown_choice'],
      [2, 'name', 'catalogue.required'],
      [3, 'day', 'catalogue.bad_date'],
    ])
  })
  it('refuse a form of disclosure that is not among the forms, and one without a source', () => {
    const [first] = disclosure.items
    const items = [{ ...first, required: [{ form: 'smoke-signal', source: '', verified: true }] }]
    expect(checkDisclosure('d', { ...disclosure, items }).map(({ column, code }) => [column, code])).toEqual([
      ['form', 'catalogue.unknown_choice'],
      ['source', 'catalogue.required'],
    ])
  })
  it('refuse a sheet whose points are not 100, whose bands rise, or whose band names no parameter', () => {
    const [first] = sheets as readonly [ScoringSheet]
    const wrong = {
      ...first,
      criteria: first.criteria.slice(1),
      bands: [
        { code: 'a', title: 'A', from: 50 },
        { code: 'b', title: 'B', from: 70 },
        { code: 'c', title: 'C', parameter: 'no.such' },
      ],
    }
    expect(
      checkScoringSheets('s', [wrong], codes).map(({ column, value, code }) => [column, value.slice(0, 7), code]),
    ).toEqual([
      ['criteria', '[{"code', 'catalogue.wrong_sum'],
      ['from', '70', 'catalogue.bad_number'],
      ['parameter', 'no.such', 'catalogue.unknown_choice'],
    ])
  })
  it('have fourteen items of disclosure, each number once, and loudspeakers for items 7 to 12', () => {
    const items = inForce(disclosure.items, '2026-01-01')
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1))
    const spoken = items.filter(({ required }) => required.some(({ form }) => form === 'loudspeaker'))
    expect(spoken.map(({ number }) => number)).toEqual([7, 8, 9, 10, 11, 12])
    expect(inForce(disclosure.items, '2023-06-30')).toEqual([])
  })
})

describe('values and bands', () => {
  it.each([
    [10, 'day', null],
    [-1, 'day', LAW_UNITS['day']],
    [Number.NaN, 'day', LAW_UNITS['day']],
    [0.15, 'base-salary', null],
    [0, 'year', LAW_UNITS['year']],
    [2, 'flag', LAW_UNITS['flag']],
    [1, 'fortnight', undefined],
  ])('%s %s', (value, unit, problem) => {
    expect(valueProblem(value, unit)).toEqual(problem)
  })
  it('takes the bands of grassroots democracy from the parameters of the day', () => {
    const sheet = sheets.find(({ code }) => code === 'grassroots-democracy') as ScoringSheet
    expect(bandsOn(sheet, parameters, '2026-01-01').map(({ from }) => from)).toEqual([90, 70, 50, 0])
    expect(bandsOn(sheet, parameters, '2016-01-01').map(({ code }) => code)).toEqual(['weak'])
  })
})
