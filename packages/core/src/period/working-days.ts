// Deadlines in calendar or working days, each skipped day with its reason. The holidays themselves are data.

import { addDays, weekday, type CalendarDate } from '../calendar.ts'

/** `makeUp` days are weekend days worked in exchange for a day off. */
export type WorkCalendar = { readonly off: ReadonlySet<CalendarDate>; readonly makeUp: ReadonlySet<CalendarDate> }

export type SkippedDay = { readonly day: CalendarDate; readonly reason: 'weekend' | 'holiday' }

export type DueDate = {
  readonly from: CalendarDate
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly dueOn: CalendarDate
  readonly skipped: readonly SkippedDay[]
}

/** Why nobody works that day, or null when it is a working day. */
export function dayOff(day: CalendarDate, calendar: WorkCalendar): SkippedDay['reason'] | null {
  if (calendar.off.has(day)) return 'holiday'
  const weekend = weekday(day) === 0 || weekday(day) === 6
  return weekend && !calendar.makeUp.has(day) ? 'weekend' : null
}

/** The n-th working day after `from`; `from` itself never counts. Throws RangeError unless n is a whole number ≥ 0. */
export const addWorkingDays = (from: CalendarDate, n: number, calendar: WorkCalendar): CalendarDate =>
  dueDate(from, n, 'working', calendar).dueOn

/** The last day to act, with the days that were passed over. Calendar days skip nothing. */
export function dueDate(from: CalendarDate, days: number, unit: DueDate['unit'], calendar: WorkCalendar): DueDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
  if (unit === 'calendar') return { from, days, unit, dueOn: addDays(from, days), skipped: [] }
  const skipped: SkippedDay[] = []
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    const reason = dayOff(day, calendar)
    if (reason === null) left -= 1
    else skipped.push({ day, reason })
  }
  return { from, days, unit, dueOn: day, skipped }
}
