// The time whose work is reviewed: năm 2019, 6 tháng đầu năm 2021, quý III/2017, giai đoạn 2016-2020.
import { dateAt } from '../dates/written-dates.ts'
import events from '../lexicon/events.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { ReviewedPeriod } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import { endsSentence, keyAt } from './head.ts'

/** As written: the year may be left out. `to` exclusive. */
export type WrittenPeriod = Omit<ReviewedPeriod, 'year'> & {
  readonly year: number | null
  readonly at: number
  readonly to: number
  /** The words before speak of work reviewed, of work to come, or of neither. */
  readonly sense: 'review' | 'plan' | null
  /** `nhiệm kỳ 2016 - 2021`. */
  readonly isTerm: boolean
}

type Bare = Omit<WrittenPeriod, 'at' | 'sense' | 'isTerm'>

const plans = phraseBook(events.plans)
const reviews = phraseBook(events.reviews)
const papers = phraseBook(events.papers)
const term = phraseBook(['nhiệm kỳ', 'nhiệm kì'])
const things = phraseBook(events.things)
const beside = phraseBook(events.beside)
/** A headline in capitals names its thing and says at its end of what year it is. */
const FAR = 30
const ROMAN: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '01': 1,
  '02': 2,
  '03': 3,
  '04': 4,
}
const COUNTS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 }
const DASHES = new Set(['-', '–', '—', '−'])
const DAY_CUES = new Set(['ngày', 'sáng', 'chiều', 'tối', 'trưa', 'hôm', 'mùng', 'mồng'])
const BACK = 40

function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.kind !== 'digits' || token.text.length !== 4) return null
  const year = Number(token.text)
  return year >= 1945 && year < 2200 ? year : null
}

/** `năm 2020`, `/2020`, `, năm 2020` at `at`. */
function yearBehind(tokens: readonly Token[], at: number): { year: number | null; to: number } {
  const from = keyAt(tokens, at) === ',' ? at + 1 : at
  const isCued = keyAt(tokens, from) === 'năm' || keyAt(tokens, from) === '/' || keyAt(tokens, from) === '-'
  const year = isCued ? yearAt(tokens, from + 1) : yearAt(tokens, from)
  return year === null ? { year: null, to: at } : { year, to: from + (isCued ? 2 : 1) }
}

function quarterAt(tokens: readonly Token[], at: number): Bare | null {
  if (keyAt(tokens, at) !== 'quý') return null
  const quarter = ROMAN[keyAt(tokens, at + 1)]
  return quarter === undefined ? null : { quarter, ...yearBehind(tokens, at + 2) }
}

/** `6 tháng đầu năm 2021`, `9 tháng năm 2020`, `sáu tháng cuối năm`. */
function monthsAt(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at]
  if (keyAt(tokens, at + 1) !== 'tháng' || token === undefined) return null
  const months = token.kind === 'digits' && token.text.length <= 2 ? Number(token.text) : (COUNTS[token.key] ?? 0)
  if (months < 2 || months > 11) return null
  const part = keyAt(tokens, at + 2)
  const isPart = part === 'đầu' || part === 'cuối'
  const { year, to } = yearBehind(tokens, at + (isPart ? 3 : 2))
  // `9 tháng` by itself is a period only where a review is spoken of.
  const isBare = !isPart && year === null
  if (isBare && ((months !== 6 && months !== 9) || part === 'tới' || senseOf(tokens, at) !== 'review')) return null
  const past = isPart && year === null && keyAt(tokens, at + 3) === 'năm' ? at + 4 : to
  if (months === 6) return { half: part === 'cuối' ? 2 : 1, year, to: past }
  return part === 'cuối' ? null : { months, year, to: past }
}

/** `2016 - 2020`, from a year. */
export function spanAt(tokens: readonly Token[], at: number): Bare | null {
  const from = yearAt(tokens, at)
  const year = DASHES.has(keyAt(tokens, at + 1)) || keyAt(tokens, at + 1) === 'đến' ? yearAt(tokens, at + 2) : null
  return from === null || year === null || year <= from || year - from > 30 ? null : { year, from, to: at + 3 }
}

/** `tổng kết công tác dân vận 2019`: a year by itself, where a review is spoken of. */
function bareYear(tokens: readonly Token[], at: number): Bare | null {
  const year = tokens[at - 1]?.kind === 'word' ? yearAt(tokens, at) : null
  return year !== null && year >= 1990 && senseOf(tokens, at) === 'review' ? { year, to: at + 1 } : null
}

function yearAlone(tokens: readonly Token[], at: number): Bare | null {
  if (keyAt(tokens, at) !== 'năm') return bareYear(tokens, at)
  const span = spanAt(tokens, at + 1)
  if (span !== null) return span
  const year = yearAt(tokens, at + 1)
  return year === null ? null : { year, to: at + 2 }
}

function bareAt(tokens: readonly Token[], at: number): Bare | null {
  const found = quarterAt(tokens, at) ?? monthsAt(tokens, at) ?? spanAt(tokens, at) ?? yearAlone(tokens, at)
  if (found !== null) return found
  // A briefing on one month says no more than its year here.
  const month = keyAt(tokens, at) === 'tháng' ? dateAt(tokens, at) : null
  return month === null || month.year === null ? null : { year: month.year, to: month.to }
}

/** Whether the nearest of the words before is one of review or one of plan; a plan word right behind a review word is its object. */
function senseOf(tokens: readonly Token[], at: number): WrittenPeriod['sense'] {
  let plan = -1
  for (let back = at - 1; back >= Math.max(0, at - BACK); back -= 1) {
    if (keyAt(tokens, back) === '.' && (tokens[back + 1]?.start ?? 0) > (tokens[back]?.end ?? 0)) break
    if (reviews.at(tokens, back) > 0) {
      if (plan < 0) return 'review'
      for (let between = back; between < plan; between += 1) {
        if ([',', ';', 'và'].includes(keyAt(tokens, between))) return 'plan'
      }
      return 'review'
    }
    if (plan < 0 && plans.at(tokens, back) > 0) plan = back
  }
  return plan < 0 ? null : 'plan'
}

/** `Luật … năm 2022`, `nhiệm kỳ 2020 - 2025`: the year belongs to what stands before it. */
function isOfPaper(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    if ([',', ';', '.', '('].includes(keyAt(tokens, back))) return false
    if (papers.at(tokens, back) > 0) return keyAt(tokens, back) !== 'nhiệm' || reviews.endingAt(tokens, back - 1) === 0
  }
  return false
}

/** `so với năm 2020`, `Quỹ … năm 2026`, `Cuộc thi … năm 2026`: the year of another time, or of a thing. */
function isOfThing(tokens: readonly Token[], at: number): boolean {
  if (beside.endingAt(tokens, at - 1) > 0) return true
  for (let back = at - 1; back >= Math.max(0, at - FAR); back -= 1) {
    if (endsSentence(tokens, back)) return false
    if (things.at(tokens, back) > 0) return true
  }
  return false
}

/** A year inside a date is no period. */
const isInDate = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'digits' && ['/', '-', '.'].includes(keyAt(tokens, at - 1)) && tokens[at - 2]?.kind === 'digits'

/** The periods that a stretch of text speaks of, in order. */
export function periodsOf(tokens: readonly Token[]): WrittenPeriod[] {
  const found: WrittenPeriod[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const date = tokens[at]?.kind === 'digits' ? dateAt(tokens, at) : null
    // `6 tháng 2021` is no day: in words a day has its cue.
    const isDay = date?.day != null && (date.form !== 'words' || DAY_CUES.has(keyAt(tokens, at - 1)))
    if (date !== null && isDay) {
      at = date.to - 1
      continue
    }
    const period = isInDate(tokens, at) ? null : bareAt(tokens, at)
    if (period === null) continue
    const sense = senseOf(tokens, at)
    const isOfOther = isOfPaper(tokens, at) || (sense === null && isOfThing(tokens, at))
    if (!isOfOther) found.push({ ...period, at, sense, isTerm: term.endingAt(tokens, at - 1) > 0 })
    at = period.to - 1
  }
  return found
}
