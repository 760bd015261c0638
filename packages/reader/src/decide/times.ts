// Dates, years, lengths of time, ages: numbers that tell when and how long.
import units from '../lexicon/units.json' with { type: 'json' }
import { dateAt } from '../dates/written-dates.ts'
import { phraseBook } from '../lexicon/phrases.ts'
import { digitsOf, isDash, isGlued, keyAt, notFigure, type Place, type Rule } from './decision.ts'

const DURATION = phraseBook(units.duration)
const CLOCK = phraseBook(units.clock)
const AGE = phraseBook(units.age)
const NOUNS = phraseBook(units.count, units.measure)
const DAY_CUES = new Set([
  'ngày',
  'sáng',
  'chiều',
  'tối',
  'trưa',
  'hôm',
  'mùng',
  'mồng',
  'lễ',
  'dịp',
  'rằm',
  'nay',
  'đêm',
  'qua',
  'giờ',
  'tháng',
])
const MAYBE_CUES = new Set(['đến', 'từ', 'tới', 'trước', 'sau', 'hết', 'kể', 'vào'])
/** Words that put a number of cases before a stroke. */
const FRACTION_CUES = new Set([
  'có',
  'đạt',
  'được',
  'đã',
  'quyết',
  'với',
  'là',
  'trong',
  'chiếm',
  'gồm',
  'xong',
  'tổng',
  'thành',
  'hiện',
  'chức',
  'còn',
  'cho',
  'tại',
  'ở',
  'tra',
])
const SHARE_CUES = new Set(['hơn', 'gần', 'trên', 'khoảng', 'được', 'có', 'đạt', 'đó'])
const isYear = (digits: string | undefined): boolean =>
  digits !== undefined && digits.length === 4 && Number(digits) >= 1900 && Number(digits) <= 2100

/** A noun that cannot be anything else than counted stands behind. */
const hasNoun = (place: Place, to: number): boolean => NOUNS.at(place.tokens, to) > 0

/** Whether `17/2` is a day: a word for days before, or a shape that a fraction seldom has. */
function isDay(place: Place, to: number, day: number, month: number): boolean {
  const before = keyAt(place, place.at - 1)
  const previous = place.decided.at(-1)
  // `thắp sáng 3-4 tuyến đường`
  if (isDash(keyAt(place, place.at + 1)) && before !== 'ngày' && hasNoun(place, to)) return false
  if (DAY_CUES.has(before)) return true
  // `12/5 và 13/5`, `từ 15/11 đến 20/12`, `(8/3)`
  const isNear = previous !== undefined && place.at - previous.to <= 2
  if (isNear && previous.list === 'not' && previous.why === 'date' && !hasNoun(place, to)) return true
  if (hasNoun(place, to) || keyAt(place, to) === '%') return false
  if (MAYBE_CUES.has(before)) return true
  const isShare = SHARE_CUES.has(before) || day === month || keyAt(place, to) === 'số' || keyAt(place, to) === 'nhiệm'
  const saidWhole = previous?.list === 'figure' && previous.of === month
  if (isShare || saidWhole) return false
  if (FRACTION_CUES.has(before) && !/^["“(,.;]$/u.test(keyAt(place, to)) && place.tokens[to] !== undefined) return false
  return (
    day > month ||
    place.tokens[place.at]?.text.length === 1 ||
    /^[\p{Lu}(]/u.test(place.tokens[place.at - 1]?.text ?? '')
  )
}

/** `hôm 12-10`, `dịp 20-10`: a dash between day and month, behind a word for days or where no range can be. */
function isDashedDay(place: Place): boolean {
  const { at } = place
  const [day, month] = [digitsOf(place, at), digitsOf(place, at + 2)]
  if (day === undefined || month === undefined || !isDash(keyAt(place, at + 1))) return false
  if (!isGlued(place, at + 1) || !isGlued(place, at + 2)) return false
  const isDecimal = keyAt(place, at + 3) === ',' && isGlued(place, at + 3) && isGlued(place, at + 4)
  if (isDecimal || keyAt(place, at + 3) === '%' || hasNoun(place, at + 3)) return false
  const isShaped = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  return (
    isShaped &&
    (DAY_CUES.has(keyAt(place, at - 1)) || (Number(day) >= Number(month) && day.length <= 2 && month.length <= 2))
  )
}

/** Rule: a written date. */
export const isDate: Rule = (place) => {
  const cue = keyAt(place, place.at - 1)
  const date = dateAt(place.tokens, place.at) ?? (cue === 'ngày' ? dateAt(place.tokens, place.at - 1) : null)
  if (date === null) {
    if (isDashedDay(place)) return notFigure(place, place.at + 3, 'date', 'time.day-and-month')
    const value = Number(digitsOf(place, place.at))
    // `ngày 12`, with nothing behind that says how long.
    const isMonth = cue === 'tháng' && (value > 12 || digitsOf(place, place.at - 2) !== undefined)
    if (isMonth) return null
    const isDayAlone =
      ['ngày', 'mùng', 'mồng', 'tháng'].includes(cue) && value >= 1 && value <= 31 && !hasNoun(place, place.at + 1)
    return isDayAlone ? notFigure(place, place.at + 1, 'date', 'time.day-alone') : null
  }
  // `04/1.000`: a fraction whose whole has more digits.
  const goesOn =
    /^[.,]$/u.test(keyAt(place, date.to)) && isGlued(place, date.to) && digitsOf(place, date.to + 1) !== undefined
  if (goesOn && isGlued(place, date.to + 1)) return null
  if (date.form !== 'day-month' && date.fromDay === undefined)
    return notFigure(place, date.to, 'date', `time.date-${date.form}`)
  const isRange = date.fromDay !== undefined
  // Joined by words, each day is an item of its own; the list goes on to the next.
  if (isRange && !isDash(keyAt(place, place.at + 1)))
    return notFigure(place, place.at + 1, 'date', 'time.day-of-several')
  return isRange || isDay(place, date.to, date.day ?? 0, date.month ?? 0)
    ? notFigure(place, date.to, 'date', 'time.day-and-month')
    : null
}

/** Rule: a year or a span of years. */
export const tellsYear: Rule = (place) => {
  const { at } = place
  const digits = digitsOf(place, at)
  if (!isYear(digits)) return null
  // `1.999`: the groups of a larger number are not years.
  const isPart =
    /^[.,]$/u.test(keyAt(place, at + 1)) &&
    isGlued(place, at + 1) &&
    digitsOf(place, at + 2) !== undefined &&
    isGlued(place, at + 2)
  if (isPart) return null
  const end = isDash(keyAt(place, at + 1)) ? digitsOf(place, at + 2) : undefined
  if (isYear(end) && Number(end) >= Number(digits)) return notFigure(place, at + 3, 'year', 'time.span-of-years')
  const cue = keyAt(place, at - 1)
  const isCued =
    cue === 'năm' || cue === 'đoạn' || cue === 'kỳ' || cue === '/' || isDash(cue) || cue === 'cuối' || cue === 'đầu'
  const amount = place.amount
  const counts =
    amount !== null &&
    (amount.isPercent ||
      amount.hasScale ||
      (hasNoun(place, amount.to) && (countsPeople(place, amount.to) || FRACTION_CUES.has(cue) || SHARE_CUES.has(cue))))
  return isCued || !counts ? notFigure(place, at + 1, 'year', isCued ? 'time.year-named' : 'time.year-shaped') : null
}

const COUNTED_WITH_YEARS = phraseBook(units.countedInThousands)

/** Only nouns that come in thousands make a count of what looks like a year: `2000 người`, not `2019 xã`. */
const countsPeople = (place: Place, to: number): boolean => COUNTED_WITH_YEARS.at(place.tokens, to) > 0

const JOINS = new Set(['đến', 'tới', 'hoặc', 'và', ','])

/** Index of the word that both numbers of `3 - 5 năm`, `từ 18 đến 60 tuổi` share; the place's own when it has one number. */
function sharedAfter(place: Place, end: number): number {
  const key = keyAt(place, end)
  const isJoined = (isDash(key) || JOINS.has(key)) && digitsOf(place, end + 1) !== undefined
  return isJoined ? end + 2 : end
}

/** `10 ngày công`, `01 ngày lương`: days that are counted, not lived through. */
const COUNTED_DAYS = new Set(['công', 'lương', 'hội', 'phép', 'thứ'])

/** Rule: months, years, days that something lasts; `6 tháng`, `10 năm`, `30 ngày`, `quý 3`. */
export const lasts: Rule = (place) => {
  const { at, tokens } = place
  const amount = place.amount
  if (amount !== null && (amount.hasScale || amount.isPercent)) return null
  if (keyAt(place, at - 1) === 'quý') return notFigure(place, at + 1, 'period', 'time.quarter')
  // `1,5 ngày`: a part of a day lasts too.
  const end = amount !== null && amount.decimals > 0 ? amount.to : at + 1
  for (const to of new Set([sharedAfter(place, end), end])) {
    const length = DURATION.at(tokens, to)
    const isCounted = keyAt(place, to) === 'ngày' && COUNTED_DAYS.has(keyAt(place, to + length))
    if (length > 0 && !isCounted) {
      const isPerUnit =
        keyAt(place, to + length) === '/' &&
        keyAt(place, to + length + 1) !== 'lần' &&
        tokens[to + length + 1]?.kind === 'word'
      return isPerUnit ? null : notFigure(place, end, 'period', 'time.lasts')
    }
    if (AGE.at(tokens, to) > 0 && !isDash(keyAt(place, at - 1))) return notFigure(place, end, 'other', 'time.age')
    if (CLOCK.at(tokens, to) > 0 && keyAt(place, to + 1) !== 'công') return notFigure(place, end, 'other', 'time.hours')
  }
  return null
}
