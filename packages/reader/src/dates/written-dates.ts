// Dates as Vietnamese office prose writes them: 16/01/2020, 17/2, ngày 24 tháng 4 năm 2020, tháng 9/2016, 12 - 13/5.
import type { Token } from '../tokens/scan.ts'

/**
 * `full`: day, month, year with signs between; `day-month`: the same without a year (`17/2`, which may be a fraction: the caller
 * decides); `words`: with the word `tháng` after the day; `month`: a month with or without its year (`9/2016`, `tháng 9`).
 */
export type DateForm = 'full' | 'day-month' | 'words' | 'month'

export type WrittenDate = {
  /** Token indexes, `to` exclusive. */
  readonly from: number
  readonly to: number
  /** Offsets into the text, `end` exclusive. */
  readonly start: number
  readonly end: number
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
  readonly form: DateForm
  /** The first of several days: 12 in `12 - 13/5`; `day` is the last. */
  readonly fromDay?: number
}

const DASHES = new Set(['-', '–', '—', '−'])
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const MOST_DAYS_JOINED = 6
const DAY_CUES = new Set(['ngày', 'mùng', 'mồng'])
const PARTS_OF_DAY = new Set(['sáng', 'trưa', 'chiều', 'tối', 'hôm', 'đêm'])

/** The number at `at` when it is a digit run of at most `length` digits between `least` and `most`; else null. */
function numberAt(tokens: readonly Token[], at: number, least: number, most: number, length: number): number | null {
  const token = tokens[at]
  if (token?.kind !== 'digits' || token.text.length > length) return null
  const value = Number(token.text)
  return value >= least && value <= most ? value : null
}

const dayAt = (tokens: readonly Token[], at: number): number | null => numberAt(tokens, at, 1, 31, 2)
const monthAt = (tokens: readonly Token[], at: number): number | null => numberAt(tokens, at, 1, 12, 2)
/** A year in four digits; two digits are never a year here. */
const yearAt = (tokens: readonly Token[], at: number): number | null =>
  tokens[at]?.text.length === 4 ? numberAt(tokens, at, 1800, 2199, 4) : null
const isDayOf = (day: number, month: number): boolean => day <= (DAYS_OF_MONTH[month - 1] ?? 0)
const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''
const signAt = (tokens: readonly Token[], at: number): string => {
  const key = keyAt(tokens, at)
  return DASHES.has(key) ? '-' : key
}
/** `1.500` and `2,5`: signs that stand in numbers bind only when no blank parts them. */
const isTight = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start

type Parts = Pick<WrittenDate, 'to' | 'day' | 'month' | 'year' | 'form'>

/** What follows a month: `/2020`, ` năm 2020`, `, năm 2020`. */
function yearAfter(tokens: readonly Token[], at: number): { year: number | null; to: number } {
  const sign = signAt(tokens, at)
  const bare = keyAt(tokens, at - 2) === 'tháng' ? yearAt(tokens, at) : null
  if (bare !== null) return { year: bare, to: at + 1 }
  const isYearSign = sign === '/' || sign === '-' || sign === '.' || sign === 'năm'
  const year = isYearSign ? yearAt(tokens, at + 1) : null
  return year === null ? { year: null, to: at } : { year, to: at + 2 }
}

/** `tháng 4 năm 2020`, `tháng 9/2016`, `tháng 9`, from the word `tháng`. */
function monthInWords(tokens: readonly Token[], at: number): { month: number; year: number | null; to: number } | null {
  const month = keyAt(tokens, at) === 'tháng' ? monthAt(tokens, at + 1) : null
  if (month === null) return null
  return { month, ...yearAfter(tokens, at + 2) }
}

/** `24/4/2020`, `24-4-2020`, `24.4.2020`, `24/4`; with a cue (`ngày`) also `24-4`, `24.4`. */
function dayAndMonth(tokens: readonly Token[], at: number, isCued: boolean): Parts | null {
  const day = dayAt(tokens, at)
  if (day === null) return null
  const worded = monthInWords(tokens, at + 1)
  if (worded !== null) {
    return isDayOf(day, worded.month)
      ? { day, month: worded.month, year: worded.year, to: worded.to, form: 'words' }
      : null
  }
  const sign = signAt(tokens, at + 1)
  if (sign !== '/' && sign !== '-' && sign !== '.') return null
  const month = monthAt(tokens, at + 2)
  if (month === null || !isDayOf(day, month)) return null
  const isSameSign = signAt(tokens, at + 3) === sign
  const year = isSameSign ? yearAt(tokens, at + 4) : null
  if (year !== null) return { day, month, year, to: at + 5, form: 'full' }
  const worded2 = keyAt(tokens, at + 3) === 'năm' ? yearAt(tokens, at + 4) : null
  if (worded2 !== null && (sign === '/' || isCued)) return { day, month, year: worded2, to: at + 5, form: 'full' }
  // `16/01/20` is no date that can be trusted, `1.5.2` is a heading.
  if (isSameSign && tokens[at + 4]?.kind === 'digits' && isTight(tokens, at + 3)) return null
  if (sign !== '/' && !(isCued && isTight(tokens, at + 1))) return null
  return { day, month, year: null, to: at + 3, form: 'day-month' }
}

/** `2025-09-24`: as machines write it. */
function yearFirst(tokens: readonly Token[], at: number): Parts | null {
  const year = yearAt(tokens, at)
  const sign = signAt(tokens, at + 1)
  if (year === null || (sign !== '-' && sign !== '/') || signAt(tokens, at + 3) !== sign) return null
  const month = tokens[at + 2]?.text.length === 2 ? monthAt(tokens, at + 2) : null
  const day = tokens[at + 4]?.text.length === 2 ? dayAt(tokens, at + 4) : null
  return month === null || day === null || !isDayOf(day, month) ? null : { day, month, year, to: at + 5, form: 'full' }
}

/** `9/2016`, with a cue (`tháng`) also `9-2016`, and `tháng 9` alone. */
function monthAndYear(tokens: readonly Token[], at: number, isCued: boolean): Parts | null {
  const month = monthAt(tokens, at)
  if (month === null) return null
  const { year, to } = yearAfter(tokens, at + 1)
  const sign = signAt(tokens, at + 1)
  if (year !== null && (isCued || sign === '/')) return { day: null, month, year, to, form: 'month' }
  return isCued ? { day: null, month, year: null, to: at + 1, form: 'month' } : null
}

/** `12 - 13/5`, `ngày 2 và 3/7`, `các ngày 4, 5, 6 tháng 8`: days that share the month of the last. */
function joinedDays(tokens: readonly Token[], at: number, isCued: boolean): (Parts & { fromDay: number }) | null {
  const first = dayAt(tokens, at)
  if (first === null) return null
  let before = first
  for (let next = at + 2, many = 0; many < MOST_DAYS_JOINED; many += 1, next += 2) {
    const joint = signAt(tokens, next - 1)
    const isSpan = joint === 'đến' && (isCued || keyAt(tokens, at - 1) === 'từ')
    if (joint !== '-' && !isSpan && !(isCued && (joint === ',' || joint === 'và'))) return null
    if (DAY_CUES.has(keyAt(tokens, next))) next += 1
    const day = dayAt(tokens, next)
    if (day === null || day <= before) return null
    // `12-5-2021` is one date, seen before; here a dash joins days, so the month comes after a stroke or the word `tháng`.
    const isDashed = isCued && joint !== '-' && signAt(tokens, next + 1) === '-'
    const isDated = isDashed || signAt(tokens, next + 1) === '/' || keyAt(tokens, next + 1) === 'tháng'
    const last = isDated ? dayAndMonth(tokens, next, isCued) : null
    if (last !== null) return { ...last, fromDay: first }
    before = day
  }
  return null
}

/** `Sáng 8-7`, `chiều nay 8-7`, `Hôm qua (8-7)`: what stands before digits says that a day follows. */
function isPartOfDay(tokens: readonly Token[], at: number): boolean {
  const back = keyAt(tokens, at - 1) === '(' || keyAt(tokens, at - 1) === ',' ? at - 2 : at - 1
  if (PARTS_OF_DAY.has(keyAt(tokens, back))) return back === at - 1
  if (DAY_CUES.has(keyAt(tokens, back))) return back === at - 2
  return ['nay', 'qua', 'mai'].includes(keyAt(tokens, back)) && PARTS_OF_DAY.has(keyAt(tokens, back - 1))
}

/**
 * The date written at a token: `at` is a digit run, or the word `ngày` (`mùng`, `mồng`) or `tháng` before one. `from` is `at`.
 * Null when nothing there can be a date. Whether `5/9` is a day or a fraction is left to the caller. Looks a bounded way ahead.
 */
export function dateAt(tokens: readonly Token[], at: number): WrittenDate | null {
  const key = keyAt(tokens, at)
  const isWord = DAY_CUES.has(key) || key === 'tháng'
  const digits = isWord ? at + 1 : at
  const cue = keyAt(tokens, digits - 1)
  const isDayCued = DAY_CUES.has(cue) || isPartOfDay(tokens, digits)
  const parts =
    cue === 'tháng'
      ? monthAndYear(tokens, digits, true)
      : (joinedDays(tokens, digits, isDayCued) ??
        dayAndMonth(tokens, digits, isDayCued) ??
        (isDayCued ? null : (monthAndYear(tokens, digits, false) ?? yearFirst(tokens, digits))))
  const first = tokens[at]
  const last = parts === null ? undefined : tokens[parts.to - 1]
  if (parts === null || first === undefined || last === undefined) return null
  return { from: at, start: first.start, end: last.end, ...parts }
}
