// Days that a sentence names: "hôm qua", "thứ hai vừa rồi", "12/3", "ngày 12 tháng 3 năm 2026".
import { addDays, type CalendarDate, daysBetween, parseDate, weekday } from '@kheo/core/calendar.ts'
import { oneOf, type Span, spanOf, type Token } from './words.ts'

export type SaidDay = {
  readonly at: Span
  /** Tokens from and to, both included. */
  readonly from: number
  readonly to: number
  /** The last such day by today, when the year was not said. */
  readonly past: CalendarDate
  /** The nearest such day, before or after. */
  readonly near: CalendarDate
}

type Found = { readonly to: number; readonly past: CalendarDate; readonly near: CalendarDate }
type Reader = (tokens: readonly Token[], at: number, today: CalendarDate) => Found | undefined

const same = (to: number, day: CalendarDate): Found => ({ to, past: day, near: day })
const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (year: number, month: number, date: number): CalendarDate | undefined =>
  parseDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`)

function withoutYear(to: number, date: number, month: number, today: CalendarDate): Found | undefined {
  const year = Number(today.slice(0, 4))
  const days = [year - 1, year, year + 1].flatMap((each) => dayOf(each, month, date) ?? [])
  const past = days.findLast((day) => day <= today)
  const near = days.toSorted((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0]
  return past === undefined || near === undefined ? undefined : { to, past, near }
}

function withYear(to: number, date: number, month: number, year: number): Found | undefined {
  const full = year < 100 ? 2000 + year : year
  const day = full < 1900 || full > 2200 ? undefined : dayOf(full, month, date)
  return day === undefined ? undefined : same(to, day)
}

const figure = (token: Token | undefined, digits: RegExp): number | undefined =>
  token?.kind === 'figure' && digits.test(token.raw) ? Number(token.raw) : undefined
const touches = (tokens: readonly Token[], from: number, to: number): boolean =>
  Array.from({ length: to - from }, (_, index) => from + index).every(
    (index) => tokens[index]?.at[1] === tokens[index + 1]?.at[0],
  )

const COUNTED = oneOf('hộ người đơn kiến ý vụ mô chỉ suất lượt cuộc thành đại cử việc cơ')

/** `12/3`, `12/3/2026`, `12-3-2026`; a part of a whole (`5/9 hộ`) and a number of a paper (`12/2026/NĐ-CP`) are none. */
const bySigns: Reader = (tokens, at, today) => {
  const sign = tokens[at + 1]?.raw
  if ((sign !== '/' && sign !== '-') || !touches(tokens, at, at + 2)) return undefined
  if (at > 0 && /^[/-]$/.test(tokens[at - 1]?.raw ?? '') && touches(tokens, at - 1, at)) return undefined
  const date = figure(tokens[at], /^\d{1,2}$/)
  const month = figure(tokens[at + 2], /^\d{1,2}$/)
  if (date === undefined || month === undefined) return undefined
  const hasMore = tokens[at + 3]?.raw === sign && touches(tokens, at + 2, at + 4)
  const year = hasMore ? figure(tokens[at + 4], /^(?:\d{2}|\d{4})$/) : undefined
  if (year !== undefined) return withYear(at + 4, date, month, year)
  if (hasMore || sign === '-' || COUNTED(tokens[at + 3]) || tokens[at + 3]?.raw === '%') return undefined
  return withoutYear(at + 2, date, month, today)
}

const byDots: Reader = (tokens, at) => {
  const [, date, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(tokens[at]?.raw ?? '') ?? []
  return date === undefined ? undefined : withYear(at, Number(date), Number(month), Number(year))
}

const DAY = oneOf('ngày mùng mồng hôm')
const MONTH = oneOf('tháng')
const YEAR = oneOf('năm')

/** `ngày 12`, `ngày 12 tháng 3`, `12 tháng 3 năm 2026`, `ngày 12/3`. */
const byWords: Reader = (tokens, at, today) => {
  const isNamed = DAY(tokens[at])
  const start = isNamed ? at + 1 : at
  const signed = isNamed ? (bySigns(tokens, start, today) ?? byDots(tokens, start, today)) : undefined
  if (signed !== undefined) return signed
  const date = figure(tokens[start], /^\d{1,2}$/)
  if (date === undefined) return undefined
  const month = MONTH(tokens[start + 1]) ? figure(tokens[start + 2], /^\d{1,2}$/) : undefined
  // `ngày 31/2` is no day, and not the last 31st either.
  if (month === undefined)
    return isNamed && !/^[/-]$/.test(tokens[start + 1]?.raw ?? '') ? lastDate(start, date, today) : undefined
  const year = YEAR(tokens[start + 3]) ? figure(tokens[start + 4], /^\d{4}$/) : undefined
  return year === undefined ? withoutYear(start + 2, date, month, today) : withYear(start + 4, date, month, year)
}

/** The last day of this date by today. */
function lastDate(to: number, date: number, today: CalendarDate): Found | undefined {
  for (let back = 0; back < 62; back += 1) {
    const day = addDays(today, -back)
    if (Number(day.slice(8)) === date) return same(to, day)
  }
  return undefined
}

const PARTS_OF_DAY = oneOf('hôm sáng trưa chiều tối đêm')
const BACK: readonly (readonly [(token: Token | undefined) => boolean, number])[] = [
  [oneOf('nay'), 0],
  [oneOf('qua'), -1],
  [oneOf('kia'), -2],
  [oneOf('mai'), 1],
]
const BEFORE_MAI = oneOf('ngày sáng chiều tối')

/** `hôm nay`, `sáng qua`, `ngày mai`. */
const byToday: Reader = (tokens, at, today) => {
  const back = BACK.find(([is]) => is(tokens[at + 1]))?.[1]
  if (back === undefined) return undefined
  const isSaid = back === 1 ? BEFORE_MAI(tokens[at]) : PARTS_OF_DAY(tokens[at])
  return isSaid ? same(at + 1, addDays(today, back)) : undefined
}

const WEEKDAYS: readonly (readonly [(token: Token | undefined) => boolean, number])[] = [
  [oneOf('hai 2'), 1],
  [oneOf('ba 3'), 2],
  [oneOf('tư 4'), 3],
  [oneOf('năm 5'), 4],
  [oneOf('sáu 6'), 5],
  [oneOf('bảy 7'), 6],
]
const THE = oneOf('thứ')
const SUN = [oneOf('chủ'), oneOf('nhật')] as const
const ORDINAL = oneOf('lần đợt khóa kỳ nhóm ý người điểm việc bản')
const WEEK = oneOf('tuần')
const LAST = oneOf('trước rồi qua')
const JUST = oneOf('vừa mới hôm')

function weekdayAt(tokens: readonly Token[], at: number): { readonly to: number; readonly day: number } | undefined {
  if (SUN[0](tokens[at]) && SUN[1](tokens[at + 1])) return { to: at + 1, day: 0 }
  const day = THE(tokens[at]) && !ORDINAL(tokens[at - 1]) ? WEEKDAYS.find(([is]) => is(tokens[at + 1]))?.[1] : undefined
  return day === undefined ? undefined : { to: at + 1, day }
}

/** Monday of the week that holds the day. */
const weekOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekday(day) + 6) % 7))

/** `thứ hai vừa rồi`, `thứ sáu tuần trước`, `tuần trước thứ sáu`, `thứ tư này`. A bare weekday is the last one by today. */
const byWeekday: Reader = (tokens, at, today) => {
  const isWeekFirst = WEEK(tokens[at]) && LAST(tokens[at + 1])
  const named = weekdayAt(tokens, isWeekFirst ? at + 2 : at)
  if (named === undefined) return undefined
  const next = named.to + 1
  const isLastWeek = isWeekFirst || (WEEK(tokens[next]) && LAST(tokens[next + 1]))
  if (isLastWeek) {
    const day = addDays(weekOf(today), -7 + ((named.day + 6) % 7))
    return same(isWeekFirst ? named.to : next + 1, day)
  }
  const isJust = JUST(tokens[next]) && LAST(tokens[next + 1])
  const back = (weekday(today) - named.day + 7) % 7
  return same(isJust ? next + 1 : named.to, addDays(today, isJust && back === 0 ? -7 : -back))
}

const READERS: readonly Reader[] = [bySigns, byDots, byWords, byToday, byWeekday]

/** All days that are named, in the order of the text. */
export function daysIn(tokens: readonly Token[], today: CalendarDate): readonly SaidDay[] {
  const days: SaidDay[] = []
  for (let from = 0; from < tokens.length; from += 1) {
    for (const read of READERS) {
      const found = read(tokens, from, today)
      if (found === undefined) continue
      days.push({ ...found, from, at: spanOf(tokens, from, found.to) })
      from = found.to
      break
    }
  }
  return days
}
