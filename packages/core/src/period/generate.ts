// Periods of a year, made from the rules of a regime. Not storage: a stored period may have its days moved by an administrator.

import { addDays, calendarDate, type CalendarDate } from '../calendar.ts'
import { periodId, type PeriodId } from '../ids.ts'
import type { DayRule, Period, PeriodKind, Regime, RegimeRule, RegularKind } from './model.ts'

const COUNT: Readonly<Record<RegularKind, number>> = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }
const LENGTH: Readonly<Record<RegularKind, number>> = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 }
const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** The regime whose ids carry no prefix. */
const PLAIN_REGIME = 'lich'

/** Every period of the regime in that year, in the order of the regime's rules, then by number. */
export function periodsOfYear(regime: Regime, year: number): Period[] {
  return regime.rules.flatMap((rule) => numbersOf(rule).map((number) => periodFrom(regime, rule, year, number)))
}

/** One period, or null when the regime has no such one. */
export function periodOf(regime: Regime, kind: PeriodKind, year: number, number: number): Period | null {
  const rule = regime.rules.find((candidate) => candidate.kind === kind)
  return rule !== undefined && numbersOf(rule).includes(number) ? periodFrom(regime, rule, year, number) : null
}

const numbersOf = (rule: RegimeRule): readonly number[] =>
  rule.numbers ?? Array.from({ length: COUNT[rule.kind] }, (_, index) => index + 1)

function periodFrom(regime: Regime, rule: RegimeRule, year: number, number: number): Period {
  const { kind } = rule
  const lastMonth = number * LENGTH[kind]
  const nominal = { year, firstMonth: lastMonth - LENGTH[kind] + 1, lastMonth }
  const endOn = dayOf(rule.end, nominal, null)
  return {
    id: idOf(regime.code, kind, year, number),
    regime: regime.code,
    kind,
    year,
    number,
    title: titleOf(kind, year, number),
    startOn: dayOf(rule.start, nominal, null),
    endOn,
    cutoffOn: dayOf(rule.cutoff, nominal, endOn),
    dueOn: dayOf(rule.due, nominal, endOn),
  }
}

type Nominal = { readonly year: number; readonly firstMonth: number; readonly lastMonth: number }

function dayOf(rule: DayRule, nominal: Nominal, endOn: CalendarDate | null): CalendarDate {
  if (rule.from === 'end') {
    if (endOn === null) throw new RangeError('the start and end of a period cannot be counted from its end')
    return addDays(endOn, rule.days)
  }
  const month = (rule.from === 'first-month' ? nominal.firstMonth : nominal.lastMonth) + rule.months
  return rule.day === 'last'
    ? addDays(monthDay(nominal.year, month + 1, 1), -1)
    : monthDay(nominal.year, month, rule.day)
}

/** Months outside 1–12 run into the year before or after. Throws on a day the month does not have. */
function monthDay(year: number, month: number, day: number): CalendarDate {
  const index = year * 12 + month - 1
  const two = (value: number) => String(value).padStart(2, '0')
  return calendarDate(`${Math.floor(index / 12)}-${two((index % 12) + 1)}-${two(day)}`)
}

function idOf(regime: string, kind: RegularKind, year: number, number: number): PeriodId {
  const local = `${year}${suffixOf(kind, number)}`
  return periodId(regime === PLAIN_REGIME ? local : `${regime}:${local}`)
}

function suffixOf(kind: RegularKind, number: number): string {
  switch (kind) {
    case 'month':
      return `-M${String(number).padStart(2, '0')}`
    case 'quarter':
      return `-Q${number}`
    case 'half':
      return `-H${number}`
    case 'nine-months':
      return '-9M'
    case 'year':
      return ''
  }
}

function titleOf(kind: RegularKind, year: number, number: number): string {
  switch (kind) {
    case 'month':
      return `Tháng ${number} năm ${year}`
    case 'quarter':
      return `Quý ${ROMAN[number - 1]} năm ${year}`
    case 'half':
      return number === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`
    case 'nine-months':
      return `9 tháng năm ${year}`
    case 'year':
      return `Năm ${year}`
  }
}
