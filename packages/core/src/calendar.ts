// Calendar days as `YYYY-MM-DD` strings: they compare as text, carry no time zone, and never drift.

declare const brand: unique symbol
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

const utc = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10) as CalendarDate

/** A day that exists, or undefined: `2021-02-29` and `2021-2-9` are refused. */
export function parseDate(text: string): CalendarDate | undefined {
  if (!SHAPE.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && fromUtc(ms) === text ? (text as CalendarDate) : undefined
}

/** A day known to be right where it is written (constants, database values). Throws on a slip. */
export function calendarDate(text: string): CalendarDate {
  const day = parseDate(text)
  if (day === undefined) throw new RangeError(`not a calendar day: ${text}`)
  return day
}

export const addDays = (day: CalendarDate, days: number): CalendarDate => fromUtc(utc(day) + days * DAY_MS)

/** The same day so many months on, or the last day of that month. Throws RangeError unless `months` is a whole number ≥ 0. */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  if (!Number.isInteger(months) || months < 0) throw new RangeError(`not a number of months: ${months}`)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return fromUtc(Math.min(last.getTime(), Date.UTC(year, month - 1 + months, date)))
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => Math.round((utc(b) - utc(a)) / DAY_MS)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: CalendarDate): number => new Date(utc(day)).getUTCDay()

/** `16/01/2020`, as offices write it: day under 10 and months 1, 2 take a zero (Nghị định 30/2020, Phụ lục I). */
export function viDate(day: CalendarDate): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  return `${date}/${Number(month) <= 2 ? month : Number(month)}/${year}`
}
