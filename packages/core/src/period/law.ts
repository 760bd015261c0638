// The law as the registers ask it: the number in force on a day, and the last day to act with the reasons for that day.
import { addDays, addMonths, daysBetween, type CalendarDate } from '../calendar.ts'
import type { DisclosureItem } from './law-catalogue.ts'
import { parameterAt, type LawParameter } from './law-parameters.ts'
import { dayOff, dueDate, type SkippedDay, type WorkCalendar } from './working-days.ts'

export type Law = {
  readonly parameters: readonly LawParameter[]
  readonly calendar: WorkCalendar
  /** What each day off or make-up day is called, by day. */
  readonly holidayNames: ReadonlyMap<string, string>
  /** What a commune must disclose and in which forms, all versions. */
  readonly disclosure: readonly DisclosureItem[]
}

/** Vì sao ra ngày này: the last day to act, the rule that sets it, and every day that did not count. */
export type DeadlineReason = {
  readonly dueOn: string
  readonly from: string
  /** As the rule counts them; for a rule in months or years, the calendar days that it came to. */
  readonly days: number
  readonly areWorkingDays: boolean
  readonly rule: string
  readonly source: string
  readonly skipped: { readonly day: string; readonly why: string }[]
}

/** Value of a parameter in force on a day; undefined where the law sets none. */
export function lawValue(law: Law, code: string, day: CalendarDate): number | undefined {
  const found = parameterAt(law.parameters, code, day)
  return found.ok ? found.value.value : undefined
}

/** The code of the flag that moves a deadline off a day on which nobody works; without it a deadline stays where it falls. */
const MOVED = '.next-working-day'

const whyOff = (law: Law, skipped: SkippedDay): { day: string; why: string } => ({
  day: skipped.day,
  why: skipped.reason === 'holiday' ? (law.holidayNames.get(skipped.day) ?? 'ngày nghỉ lễ') : 'cuối tuần',
})

/** Where a stretch of time ends; null for a unit that measures no time. */
function endOf(law: Law, parameter: LawParameter, from: CalendarDate): ReturnType<typeof dueDate> | null {
  const { unit, value } = parameter
  if (unit === 'working-day' || unit === 'day')
    return dueDate(from, value, unit === 'day' ? 'calendar' : 'working', law.calendar)
  if (unit !== 'month' && unit !== 'year') return null
  const dueOn = addMonths(from, unit === 'year' ? value * 12 : value)
  return { from, days: daysBetween(from, dueOn), unit: 'calendar', dueOn, skipped: [] }
}

/**
 * The deadline that runs from a day by the parameter in force on that day; null where the law sets none.
 * Units: `day`, `working-day`, `month`, `year`. The day itself never counts; months and years end on the same day of the
 * month, or on its last day. A deadline on a day off is moved to the next working day only where the parameter
 * `<code>.next-working-day` is 1 on that day. Throws RangeError when the value is no whole number ≥ 0.
 */
export function deadlineFrom(law: Law, code: string, from: CalendarDate): DeadlineReason | null {
  const found = parameterAt(law.parameters, code, from)
  if (!found.ok) return null
  const end = endOf(law, found.value, from)
  if (end === null) return null
  const skipped = [...end.skipped]
  let dueOn = end.dueOn
  if (lawValue(law, `${code}${MOVED}`, from) === 1) {
    for (let reason = dayOff(dueOn, law.calendar); reason !== null; reason = dayOff(dueOn, law.calendar)) {
      skipped.push({ day: dueOn, reason })
      dueOn = addDays(dueOn, 1)
    }
  }
  return {
    dueOn,
    from,
    days: end.days,
    areWorkingDays: end.unit === 'working',
    rule: found.value.title,
    source: found.value.source,
    skipped: skipped.map((each) => whyOff(law, each)),
  }
}

/** A deadline that a paper or an office set itself, in calendar days. `rule` says who set it; `source` is the paper, or ''. */
export const givenDeadline = (from: CalendarDate, dueOn: CalendarDate, rule: string, source = ''): DeadlineReason => ({
  dueOn,
  from,
  days: Math.max(0, daysBetween(from, dueOn)),
  areWorkingDays: false,
  rule,
  source,
  skipped: [],
})
