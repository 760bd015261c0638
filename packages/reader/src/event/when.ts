// The day of the event and the day of posting, as written, and the year that a written day leaves out.
import { dateAt, type WrittenDate } from '../dates/written-dates.ts'
import events from '../lexicon/events.json' with { type: 'json' }
import { type PhraseBook, phraseBook } from '../lexicon/phrases.ts'
import type { ReviewedPeriod } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import { endsSentence, type HeadParagraph, keyAt, sentenceFrom, sentenceTo } from './head.ts'

type Day = { readonly day: number; readonly month: number; readonly year: number | null }
export type FullDay = Day & { readonly year: number }
/** `paragraph` and `at` say where it stands; `at` is a token index. */
export type FoundDay = Day & { readonly paragraph: number; readonly at: number }

const acts = phraseBook(events.acts)
const dayWords = new Set(events.dayWords)
const notDayOf = phraseBook(events.notDayOf)
const posting = phraseBook(events.posting)
const postingStrong = phraseBook(events.postingStrong)
const papers = phraseBook(events.papers)
const toCome = phraseBook(['dự kiến', 'sẽ', 'chậm nhất', 'hạn cuối', 'phấn đấu'])
const DASHES = new Set(['-', '–', '—', '−'])
/** A page is put up at most so many days after the event, or before one that it announces. */
const POSTED_AFTER = 20
const POSTED_BEFORE = 3

const SHORT_LINE = 26
/** `Hà Nam, ngày …`, `Thứ Tư, …`: a line of a date has hardly more words than these. */
const FEW_WORDS = 7
const ENOUGH = 5
const LEAST = 3

/** Dates of a paragraph with a day, in order. */
function datesOf(tokens: readonly Token[]): WrittenDate[] {
  const found: WrittenDate[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const date = tokens[at]?.kind === 'digits' ? dateAt(tokens, at) : null
    if (date === null) continue
    if (date.day !== null) found.push(date)
    at = date.to - 1
  }
  return found
}

const has = (
  book: { at: (tokens: readonly Token[], at: number) => number },
  tokens: readonly Token[],
  from: number,
  to: number,
) => {
  for (let at = Math.max(0, from); at < to && at < tokens.length; at += 1) if (book.at(tokens, at) > 0) return true
  return false
}

const isActed = (tokens: readonly Token[], date: WrittenDate): boolean =>
  has(acts, tokens, date.to, Math.min(sentenceTo(tokens, date.to), date.to + 60))

/** A line that says when the page was put up, or where and when a paper was signed. */
function isPostingLine(paragraph: HeadParagraph, date: WrittenDate): boolean {
  const { tokens } = paragraph
  if (paragraph.isFurniture) return true
  if (has(postingStrong, tokens, date.from - 6, date.from)) return true
  if (tokens.length > SHORT_LINE)
    return has(posting, tokens, date.from - 6, date.from) && date.from < 12 && !isActed(tokens, date)
  const words = tokens.filter((it) => it.kind === 'word').length - (date.form === 'words' ? 2 : 0)
  return (words <= FEW_WORDS && !isActed(tokens, date)) || has(postingStrong, tokens, 0, tokens.length)
}

/** The days of posting: full dates of lines that say only that. A page tells today's too, so there may be several. */
export function postingDays(head: readonly HeadParagraph[]): FullDay[] {
  const days: FullDay[] = []
  for (const paragraph of head) {
    for (const date of datesOf(paragraph.tokens)) {
      if (date.year === null || date.day === null || date.month === null) continue
      if (isPostingLine(paragraph, date) && !isAnniversary(paragraph.tokens, date))
        days.push({ day: date.day, month: date.month, year: date.year })
    }
  }
  // The page's own day (`Hôm nay: …`) is later than that of an old article on it.
  const order = (it: FullDay): number => (it.year * 12 + it.month) * 31 + it.day
  return days.toSorted((a, b) => order(a) - order(b))
}

/** `(15/10/1930 - 15/10/2020)`: an anniversary. */
function isAnniversary(tokens: readonly Token[], date: WrittenDate): boolean {
  const isDash = (at: number) => ['-', '–', '—'].includes(keyAt(tokens, at))
  const later = isDash(date.to) ? dateAt(tokens, date.to + 1) : null
  const isFirst = later !== null && later.year !== null && date.year !== null && later.year !== date.year
  return (
    isFirst ||
    (isDash(date.from - 1) && tokens[date.from - 2]?.text.length === 4 && tokens[date.from - 2]?.kind === 'digits')
  )
}

/** The later year of `(15/10/1930 - 15/10/2020)`: the year in which the day is kept. */
export function anniversaryYear(head: readonly HeadParagraph[]): number | null {
  for (const { tokens } of head) {
    for (const date of datesOf(tokens)) {
      const isDash = ['-', '–', '—'].includes(keyAt(tokens, date.to))
      const later = isDash ? dateAt(tokens, date.to + 1) : null
      if (later?.year != null && date.year !== null && later.year > date.year) return later.year
    }
  }
  return null
}

const yearCues = phraseBook(['năm nay'])
const newYearCues = phraseBook(['tết', 'mừng xuân', 'đón xuân', 'xuân mới', 'xuân'])
const MOST_TO_YEAR = 9
const MOST_TO_NEW_YEAR = 5

/** The first year that stands in a sentence at most `most` tokens behind a cue. */
function yearBehind(head: readonly HeadParagraph[], cues: PhraseBook, most: number): number | null {
  for (const { tokens } of head) {
    for (let at = 0; at < tokens.length; at += 1) {
      const length = cues.at(tokens, at)
      const to = length === 0 ? at : Math.min(tokens.length, at + length + most)
      for (let next = at + length; next < to && !endsSentence(tokens, next); next += 1) {
        const token = tokens[next]
        if (token?.kind === 'digits' && /^20\d\d$/u.test(token.text)) return Number(token.text)
      }
    }
  }
  return null
}

/** `Năm nay, Tết Trung thu 2021`: the year that a text calls its own. */
export const thisYear = (head: readonly HeadParagraph[]): number | null => yearBehind(head, yearCues, MOST_TO_YEAR)

/** `Tết Nguyên đán 2018`, `Xuân 2018`: a year that begins soon, or has just begun. */
export const newYear = (head: readonly HeadParagraph[]): number | null =>
  yearBehind(head, newYearCues, MOST_TO_NEW_YEAR)

/** The year of the last full date in the first paragraphs: of a paper that is carried out in its year. */
export const lastYear = (head: readonly HeadParagraph[]): number | null =>
  head
    .filter((it) => !it.isFurniture)
    .flatMap((it) => datesOf(it.tokens))
    .findLast((it) => it.year !== null)?.year ?? null

/** `sáng ngày 5/7`, `hôm 5/7`: no paper is dated by a part of the day. */
const isPartOfDay = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((back) => ['sáng', 'trưa', 'chiều', 'tối', 'hôm'].includes(keyAt(tokens, at - back)))

/** How much a date looks like the day on which something was held; a paper's own date scores below nothing. */
function scoreOf(tokens: readonly Token[], date: WrittenDate): number {
  const from = sentenceFrom(tokens, date.from)
  const place = date.from - from
  const isAtStart = place <= 5 || hasOpening(tokens, from, date.from)
  const cue = [1, 2, 3].some((back) => date.from - back >= from && dayWords.has(keyAt(tokens, date.from - back)))
  const isHeld = cue || isFrom(tokens, date)
  let score =
    (isHeld ? 3 : 0) +
    (isActedBefore(tokens, date, from) ? 3 : 0) +
    (isAtStart ? 2 : 0) +
    (isActed(tokens, date) ? 2 : 0)
  const back = keyAt(tokens, date.from - 1) === 'ngày' ? date.from - 2 : date.from - 1
  if (back >= from && (notDayOf.endingAt(tokens, back) > 0 || isPaperMark(tokens, back))) score -= 6
  else if (
    place > 5 &&
    !isPartOfDay(tokens, date.from) &&
    !isActedBefore(tokens, date, from) &&
    has(papers, tokens, Math.max(from, date.from - 14), date.from)
  )
    score -= 4
  if (isAnniversary(tokens, date)) score -= 6
  // `dự kiến khai giảng ngày 09/11`: still to come.
  if (has(toCome, tokens, Math.max(from, date.from - 10), date.from)) score -= 4
  return score
}

/** `từ 25 - 27/5`, `từ 28/8-30/8/2018`: the first of several days; `kể từ 3/2` begins something else. */
function isFrom(tokens: readonly Token[], date: WrittenDate): boolean {
  if (keyAt(tokens, date.from - 1) !== 'từ' || notDayOf.endingAt(tokens, date.from - 2) > 0) return false
  return date.fromDay !== undefined || (DASHES.has(keyAt(tokens, date.to)) && dateAt(tokens, date.to + 1)?.day != null)
}

const LEADS = new Set(['từ', 'trong', 'vào'])

/** `diễn ra từ …`, `được tổ chức vào chiều …`: an act and hardly a word between it and the day. */
function isActedBefore(tokens: readonly Token[], date: WrittenDate, from: number): boolean {
  for (let back = date.from - 1; back >= Math.max(from, date.from - 4); back -= 1) {
    if (acts.endingAt(tokens, back) > 0) return true
    if (!dayWords.has(keyAt(tokens, back)) && !LEADS.has(keyAt(tokens, back))) return false
  }
  return false
}

/** `(BNB) - Sáng 8/7`, `Báo điện tử – Ngày 3/6`: what stands before the sentence proper. */
function hasOpening(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(from, to - 5); at < to; at += 1) {
    if (['-', '–', '—', ')', ':'].includes(keyAt(tokens, at)) && at - from < 12) return true
  }
  return false
}

/** `25-NQ/TW ngày …`: capitals behind a stroke or a dash. */
const isPaperMark = (tokens: readonly Token[], at: number): boolean => {
  const back = keyAt(tokens, at) === ',' ? at - 1 : at
  const token = tokens[back]
  if (token?.kind !== 'word' || token.text.length < 2 || token.text !== token.text.toUpperCase()) return false
  return ['/', '-'].includes(keyAt(tokens, back - 1))
}

/** The year written with another date of the sentence: `Từ ngày 12/5 đến ngày 14/5/2021`. */
function yearBeside(dates: readonly WrittenDate[], date: WrittenDate): number | null {
  const later = dates.find((it) => it.from >= date.to && it.from <= date.to + 4)
  return later?.year ?? null
}

const dayOf = (date: WrittenDate, year: number | null, paragraph: number): FoundDay | null =>
  date.day === null || date.month === null
    ? null
    : { day: date.fromDay ?? date.day, month: date.month, year, paragraph, at: date.from }

/** The first day that is said to be the event's: a sentence begins with it, or says that something was held on it. */
export function eventDay(head: readonly HeadParagraph[]): FoundDay | null {
  let best: { score: number; day: FoundDay } | null = null
  for (const [order, paragraph] of head.entries()) {
    if (paragraph.isFurniture) continue
    const dates = datesOf(paragraph.tokens)
    for (const date of dates) {
      if (isPostingLine(paragraph, date)) continue
      const score = scoreOf(paragraph.tokens, date)
      const day = dayOf(date, date.year ?? yearBeside(dates, date), order)
      if (day === null || score < LEAST) continue
      if (score >= ENOUGH) return day
      if (best === null || score > best.score) best = { score, day }
    }
  }
  return best?.day ?? null
}

/** Where a paragraph says `sáng nay`, `hôm nay` at the beginning of a sentence; -1 when it does not. */
export function todayAt(tokens: readonly Token[]): number {
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const isToday =
      ['sáng', 'chiều', 'tối', 'hôm', 'trưa'].includes(keyAt(tokens, at)) && keyAt(tokens, at + 1) === 'nay'
    if (isToday && (at === 0 || endsSentence(tokens, at - 1) || at < 8)) return at
  }
  return -1
}

const isLater = (one: Day, other: Day, byDays: number): boolean =>
  one.month * 31 + one.day > other.month * 31 + other.day + byDays

/** The year of a day on which, or shortly after which, the page was put up; null when none is near. */
function yearNear(day: Day, posted: FullDay): number | null {
  const dayOfYear = (it: Day): number => it.month * 31 + it.day
  for (const year of [posted.year, posted.year - 1]) {
    const after = (posted.year - year) * 12 * 31 + dayOfYear(posted) - dayOfYear(day)
    if (after >= -POSTED_BEFORE && after <= POSTED_AFTER) return year
  }
  return null
}

/** The year of a day held before, or at most two weeks after, it was posted. */
function yearByPosting(day: Day, posted: FullDay): number {
  return isLater(day, posted, 14) ? posted.year - 1 : posted.year
}

/** The year in which work of a period is reviewed on a day. Null when a day of that season says nothing. */
function yearByPeriod(day: Day, period: ReviewedPeriod): number | null {
  const { year, half, quarter, months, from } = period
  if (half === 1) return year
  if (half === 2) return day.month >= 9 ? year : year + 1
  if (quarter !== undefined) return quarter === 4 && day.month <= 4 ? year + 1 : year
  if (months !== undefined) return year
  if (from !== undefined) return day.month <= 4 ? year + 1 : year
  if (day.month <= 4) return year + 1
  return day.month >= 9 ? year : null
}

/** What the text says that a missing year can be taken from. */
type YearSigns = {
  readonly posted: readonly FullDay[]
  /** With a year that the text itself states. */
  readonly reviewed: ReviewedPeriod | null
  /** The period is a term of office: it is reviewed in its last year, before the next one is elected. */
  readonly isTerm: boolean
  /** The year for which tasks are set out, or whose Tết is near. */
  readonly planned: number | null
  /** The first year of the term for which a congress elects. */
  readonly term: number | null
  /** The year that the headline and the lead speak of. */
  readonly spoken: number | null
}

/** The day with its year, stated or following from the text; null when nothing says it. */
export function fullDay(day: Day, signs: YearSigns): FullDay | null {
  if (day.year !== null) return { ...day, year: day.year }
  const { posted, reviewed, planned, term, spoken } = signs
  const near = posted.map((each) => yearNear(day, each)).find((year) => year !== null) ?? null
  const [first] = posted
  const byPeriod = reviewed === null || signs.isTerm ? null : yearByPeriod(day, reviewed)
  const byPosting = first === undefined ? null : yearByPosting(day, first)
  const byPlan = planned === null ? null : day.month >= 11 ? planned - 1 : planned
  // A page put up long after the event may be a copy of an old one, so its day speaks late.
  const year = near ?? byPeriod ?? byPlan ?? reviewed?.year ?? term ?? byPosting ?? spoken
  return year === null ? null : { ...day, year }
}
