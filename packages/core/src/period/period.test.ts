// Periods, their relations, values along time, deadlines and dated legal numbers, on the shipped data.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate, parseDate, type CalendarDate } from '../calendar.ts'
import { combineAlongTime, combineBalance } from './cumulative.ts'
import { periodOf, periodsOfYear } from './generate.ts'
import { parameterAt, type LawParameter } from './law-parameters.ts'
import type { Period, Regime } from './model.ts'
import { containedPeriods, periodTiles, previousPeriod, samePeriodLastYear } from './relations.ts'
import { addWorkingDays, dayOff, dueDate } from './working-days.ts'

const catalogue = new URL('../../../../catalogue/', import.meta.url)
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, catalogue), 'utf8')) as T

const regimes = read<readonly Regime[]>('periods/regimes.json')
const regime = (code: string): Regime => {
  const found = regimes.find((candidate) => candidate.code === code)
  if (found === undefined) throw new Error(`no regime ${code}`)
  return found
}
const one = (regimeCode: string, id: string): Period => {
  const year = Number(/(\d{4})/.exec(id)?.[1])
  const found = periodsOfYear(regime(regimeCode), year).find((period) => period.id === id)
  if (found === undefined) throw new Error(`no period ${id}`)
  return found
}

describe('periods of a regime', () => {
  it.each([
    ['lich', '2021', 'Năm 2021', '2021-01-01', '2021-12-31', '2021-12-31', '2022-01-15'],
    ['lich', '2021-H1', '6 tháng đầu năm 2021', '2021-01-01', '2021-06-30', '2021-06-30', '2021-07-15'],
    ['lich', '2021-H2', '6 tháng cuối năm 2021', '2021-07-01', '2021-12-31', '2021-12-31', '2022-01-15'],
    ['lich', '2021-9M', '9 tháng năm 2021', '2021-01-01', '2021-09-30', '2021-09-30', '2021-10-15'],
    ['lich', '2017-Q3', 'Quý III năm 2017', '2017-07-01', '2017-09-30', '2017-09-30', '2017-10-15'],
    ['lich', '2026-M05', 'Tháng 5 năm 2026', '2026-05-01', '2026-05-31', '2026-05-31', '2026-06-15'],
    ['lich', '2024-M02', 'Tháng 2 năm 2024', '2024-02-01', '2024-02-29', '2024-02-29', '2024-03-15'],
    ['dang', 'dang:2026-H1', '6 tháng đầu năm 2026', '2026-01-01', '2026-06-30', '2026-06-15', '2026-06-15'],
    ['dang', 'dang:2026', 'Năm 2026', '2026-01-01', '2026-12-31', '2026-11-15', '2026-11-15'],
    ['dang', 'dang:2026-M05', 'Tháng 5 năm 2026', '2026-05-01', '2026-05-31', '2026-05-22', '2026-05-22'],
    ['thanh-tra', 'thanh-tra:2022-Q1', 'Quý I năm 2022', '2021-12-15', '2022-03-14', '2022-03-14', '2022-03-19'],
    ['thanh-tra', 'thanh-tra:2022-Q4', 'Quý IV năm 2022', '2022-09-15', '2022-12-14', '2022-12-14', '2022-12-19'],
    ['thanh-tra', 'thanh-tra:2022-9M', '9 tháng năm 2022', '2021-12-15', '2022-09-14', '2022-09-14', '2022-09-19'],
  ])('%s %s', (code, id, title, startOn, endOn, cutoffOn, dueOn) => {
    expect(one(code, id)).toMatchObject({ title, startOn, endOn, cutoffOn, dueOn })
  })
  it('gives each period of a year its own id and at least one day', () => {
    for (const { code } of regimes) {
      const periods = periodsOfYear(regime(code), 2024)
      expect(new Set(periods.map((period) => period.id)).size).toBe(periods.length)
      expect(periods.every((period) => period.startOn <= period.endOn)).toBe(true)
    }
    expect(periodsOfYear(regime('lich'), 2024)).toHaveLength(20)
  })
  it('covers every day once with each of month, quarter and half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2017, max: 2040 }),
        fc.constantFrom('month' as const, 'quarter' as const, 'half' as const),
        (year, kind) => {
          const all = periodsOfYear(regime('lich'), year)
          const whole = periodOf(regime('lich'), 'year', year, 1)
          expect(whole && periodTiles(whole, all, kind)).not.toBeNull()
        },
      ),
    )
  })
})

describe('relations', () => {
  const lich = regime('lich')
  it.each([
    ['2021-M01', '2020-M12', '2020-M01'],
    ['2021-Q3', '2021-Q2', '2020-Q3'],
    ['2021-H1', '2020-H2', '2020-H1'],
    ['2021-9M', '2020-9M', '2020-9M'],
    ['2021', '2020', '2020'],
  ])('%s follows %s and compares with %s', (id, previous, last) => {
    expect(previousPeriod(lich, one('lich', id))?.id).toBe(previous)
    expect(samePeriodLastYear(lich, one('lich', id))?.id).toBe(last)
  })
  it('has no period before one that the regime leaves out', () => {
    expect(previousPeriod(regime('dang'), one('dang', 'dang:2021-Q3'))).toBeNull()
  })
  it('finds the periods inside a half, never those of another regime', () => {
    const all = [...periodsOfYear(lich, 2021), ...periodsOfYear(regime('dang'), 2021)]
    const ids = containedPeriods(one('lich', '2021-H1'), all).map((period) => period.id)
    expect(ids).toHaveLength(8)
    expect(ids).toContain('2021-Q2')
    expect(periodTiles(one('lich', '2021-9M'), all, 'half')).toBeNull()
  })
})

describe('values along time', () => {
  it.each([
    ['flow', [1, null, 2.5], 3.5, 2],
    ['flow', [null, null], null, 0],
    ['stock_open', [4, 5, 6], 4, 3],
    ['stock_open', [null, 5], null, 1],
    ['stock_end', [4, 5, 6], 6, 3],
    ['stock_end', [4, null], null, 1],
    ['event', [null, 9, null], 9, 1],
    ['plan', [12, 14], 14, 2],
    ['derived', [33.3, 50], null, 2],
    ['balance', [24, 30], null, 2],
  ] as const)('%s of %j', (kind, values, value, known) => {
    expect(combineAlongTime(kind, values)).toEqual({ value, known, of: values.length })
  })
  it('counts what was carried over once', () => {
    expect(combineBalance({ opening: 6, flows: [10, null, 8] })).toEqual({ value: 24, known: 3, of: 4 })
    expect(combineBalance({ opening: null, flows: [10] }).value).toBeNull()
  })
})

type Holidays = {
  readonly days: readonly { readonly day: CalendarDate; readonly kind: 'off' | 'make-up'; readonly name: string }[]
}
const { days } = read<Holidays>('law/holidays.json')
const calendar = {
  off: new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => day)),
  makeUp: new Set(days.filter(({ kind }) => kind === 'make-up').map(({ day }) => day)),
}

describe('deadlines', () => {
  it.each([
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-03-02', 10, '2026-03-16'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2021-06-30', 0, '2021-06-30'],
  ])('%s plus %s working days is %s', (from, n, due) => {
    expect(addWorkingDays(calendarDate(from), n, calendar)).toBe(due)
  })
  it('says which days were skipped and why', () => {
    expect(dueDate(calendarDate('2021-04-29'), 1, 'working', calendar)).toMatchObject({
      dueOn: '2021-05-04',
      skipped: [
        { day: '2021-04-30', reason: 'holiday' },
        { day: '2021-05-01', reason: 'holiday' },
        { day: '2021-05-02', reason: 'weekend' },
        { day: '2021-05-03', reason: 'holiday' },
      ],
    })
    expect(dueDate(calendarDate('2021-04-29'), 30, 'calendar', calendar)).toMatchObject({
      dueOn: '2021-05-29',
      skipped: [],
    })
  })
  it('lands on a working day and passes each day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 40 }), (offset, n) => {
        const from = addDays(calendarDate('2017-01-01'), offset)
        const due = dueDate(from, n, 'working', calendar)
        expect(dayOff(due.dueOn, calendar)).toBeNull()
        expect(addDays(from, n + due.skipped.length)).toBe(due.dueOn)
      }),
    )
  })
})

describe('shipped legal data', () => {
  const parameters = read<readonly LawParameter[]>('law/parameters.json')
  it('holds real days, each once, for each of ten years', () => {
    expect(days.every(({ day }) => parseDate(day) !== undefined)).toBe(true)
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
    for (let year = 2017; year <= 2026; year += 1) {
      expect(
        days.filter(({ day, kind }) => kind === 'off' && day.startsWith(String(year))).length,
      ).toBeGreaterThanOrEqual(10)
    }
  })
  it('dates every parameter and names its source', () => {
    expect(
      parameters.every(
        (p) => parseDate(p.valid_from) !== undefined && p.source !== '' && p.title.normalize('NFC') === p.title,
      ),
    ).toBe(true)
  })
  it.each([
    ['complaint.accept', '2021-01-01', 10],
    ['complaint.second.resolve.complex', '2021-01-01', 60],
    ['denunciation.resolve', '2021-01-01', 30],
    ['reception.delegation.allowed', '2026-06-30', 1],
    ['reception.delegation.allowed', '2026-07-01', 0],
  ])('%s on %s is %s', (code, day, value) => {
    expect(parameterAt(parameters, code, calendarDate(day))).toMatchObject({ ok: true, value: { value } })
  })
  it('refuses the unknown and what was not yet in force', () => {
    const day = calendarDate('2018-01-01')
    expect(parameterAt(parameters, 'no.such', day)).toEqual({
      ok: false,
      problem: { code: 'parameter.unknown', parameter: 'no.such' },
    })
    expect(parameterAt(parameters, 'denunciation.resolve', day)).toMatchObject({
      problem: { code: 'parameter.not_in_force' },
    })
  })
})
