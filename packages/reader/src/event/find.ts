// The event that a text tells of: its kind, its first day, and the time whose work it reviews.
import type { Finder, Paragraph } from '../finder.ts'
import { type PhraseBook, phraseBook } from '../lexicon/phrases.ts'
import type { EventKind, ReadEvent, ReviewedPeriod } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'
import { cut, type HeadParagraph, MOST_PARAGRAPHS, sentenceFrom, sentenceTo } from './head.ts'
import { kindOf } from './kind.ts'
import { periodsOf, spanAt, type WrittenPeriod } from './periods.ts'
import {
  anniversaryYear,
  eventDay,
  type FoundDay,
  type FullDay,
  fullDay,
  lastYear,
  postingDays,
  newYear,
  thisYear,
  todayAt,
} from './when.ts'

const LEAD_WORDS = 25
const MOST_HEADLINES = 6
const LEAST_HEADLINE = 5
const congress = phraseBook(['đại hội'])
const term = phraseBook(['nhiệm kỳ', 'nhiệm kì'])

const speaksOf = (book: PhraseBook, tokens: readonly Token[]): boolean =>
  tokens.some((_, at) => book.at(tokens, at) > 0)

const REVIEWING: ReadonlySet<EventKind> = new Set(['so-ket', 'tong-ket', 'giao-ban'])

type Zones = {
  readonly headlines: readonly (readonly Token[])[]
  readonly lead: readonly Token[]
  readonly body: readonly (readonly Token[])[]
}

/** Headlines before the lead sentence, the lead sentence, and the paragraphs after it. */
function zonesOf(head: readonly HeadParagraph[], day: FoundDay | null): Zones {
  const firstLong = head.findIndex(
    (it) => !it.isFurniture && it.tokens.length >= LEAD_WORDS && sentenceTo(it.tokens, 0) < it.tokens.length,
  )
  const order = day?.paragraph ?? (firstLong < 0 ? head.length - 1 : firstLong)
  const tokens = head[order]?.tokens ?? []
  const at = day?.at ?? 0
  const headlines = head
    .slice(0, Math.max(0, order))
    .filter((it) => !it.isFurniture && it.tokens.length >= LEAST_HEADLINE)
    .map((it) => it.tokens)
    .slice(-MOST_HEADLINES)
  return {
    headlines,
    lead: tokens.slice(sentenceFrom(tokens, at), sentenceTo(tokens, at)),
    body: [
      tokens,
      ...head
        .slice(order + 1)
        .filter((it) => !it.isFurniture)
        .map((it) => it.tokens),
    ],
  }
}

const isEarlier = (one: WrittenPeriod | undefined, other: WrittenPeriod): one is WrittenPeriod =>
  one?.year != null && other.year !== null && one.year < other.year

/** The first year of the term for which a congress is held: it opens the term. */
function termYear(zones: Zones): number | null {
  for (const tokens of [zones.lead, ...zones.headlines]) {
    if (!speaksOf(congress, tokens)) continue
    for (let at = 0; at < tokens.length; at += 1) {
      const from = term.at(tokens, at) > 0 ? spanAt(tokens, at + 2)?.from : undefined
      if (from !== undefined) return from
    }
  }
  return null
}

/** The period reviewed: first one said to be so, then one not said to be planned; of the body only where a paragraph begins with it. */
function reviewedPeriod(zones: Zones, kind: EventKind): WrittenPeriod | null {
  const inLead = periodsOf(zones.lead)
  const inHeadlines = zones.headlines.flatMap(periodsOf)
  const near = [...inLead, ...inHeadlines]
  const said = near.find((it) => it.sense === 'review')
  const headed = inHeadlines.find((it) => it.sense === 'review')
  // What comes later than the work that the headline reviews is work to come.
  if (said !== undefined) return isEarlier(headed, said) ? headed : said
  // Training and the setting out of tasks look back on nothing.
  if (kind === 'tap-huan' || kind === 'trien-khai') return null
  const open = near.find((it) => it.sense === null)
  if (open !== undefined || !REVIEWING.has(kind)) return open ?? null
  for (const tokens of zones.body) {
    const first = periodsOf(tokens.slice(0, 16)).find((it) => it.sense !== 'plan' && it.at <= 4)
    if (first !== undefined) return first
  }
  return null
}

/** The year that other words of headlines and lead state: of the same sentence for `6 tháng đầu năm, … 6 tháng cuối năm 2021`. */
const statedYear = (zones: Zones): number | null =>
  [...zones.headlines, zones.lead, ...zones.body].flatMap(periodsOf).find((it) => it.year !== null)?.year ?? null

function withYear(period: WrittenPeriod, year: number): ReviewedPeriod {
  const { half, quarter, months, from } = period
  return {
    year,
    ...(half !== undefined && { half }),
    ...(quarter !== undefined && { quarter }),
    ...(months !== undefined && { months }),
    ...(from !== undefined && { from }),
  }
}

function yearOf(period: WrittenPeriod, zones: Zones, day: FoundDay | null): number | null {
  if (period.year !== null) return period.year
  const near = [...periodsOf(zones.lead), ...zones.headlines.flatMap(periodsOf)].find((it) => it.year !== null)
  // The tasks of the next year are set out beside the review of the last quarter.
  const isNext = near?.sense === 'plan' && period.quarter === 4 && near.quarter === undefined
  if (near?.year !== undefined && near.year !== null) return isNext ? near.year - 1 : near.year
  return day?.year ?? null
}

/** Work looked back on beside the tasks to come is a review, though neither headline nor lead calls it so. */
function kindByPeriod(kind: EventKind | null, period: WrittenPeriod | null): EventKind {
  if (kind === 'tong-ket' && period?.half === 1) return 'so-ket'
  if ((kind !== null && kind !== 'trien-khai') || period?.sense !== 'review') return kind ?? 'khac'
  return period.half === 1 || period.quarter !== undefined || period.months !== undefined ? 'so-ket' : 'tong-ket'
}

const two = (value: number): string => String(value).padStart(2, '0')
const written = (day: FullDay): string => `${day.year}-${two(day.month)}-${two(day.day)}`

function eventOf(head: readonly HeadParagraph[]): ReadEvent {
  const day = eventDay(head)
  const zones = zonesOf(head, day)
  const named = kindOf([...zones.headlines, zones.lead])
  const posted = postingDays(head)
  const found = reviewedPeriod(zones, named ?? 'khac')
  const kind = kindByPeriod(named, found)
  const year = found === null ? null : yearOf(found, zones, day)
  const reviewed = found === null || year === null ? null : withYear(found, year)
  const plan = [...periodsOf(zones.lead), ...zones.headlines.flatMap(periodsOf)].find((it) => it.sense === 'plan')
  // What is signed for 2016 - 2021 is signed in its first year.
  const planned = plan?.from === undefined ? (plan?.year ?? null) : null
  const full =
    day === null
      ? null
      : fullDay(day, {
          posted,
          reviewed,
          isTerm: found?.isTerm === true,
          planned: planned ?? newYear(head),
          term: termYear(zones) ?? plan?.from ?? null,
          spoken: statedYear(zones) ?? anniversaryYear(head) ?? thisYear(head) ?? lastYear(head),
        })
  const isToday = day === null && head.some((it) => !it.isFurniture && todayAt(it.tokens) >= 0)
  const date = full ?? (isToday ? (posted[0] ?? null) : null)
  const late = reviewed ?? (found !== null && date !== null ? withYear(found, date.year) : null)
  return { kind, date: date === null ? null : written(date), period: late }
}

/** The event of a text, read from its first paragraphs; the text itself is not needed beyond the tokens. */
export const eventFinder = (): Finder<ReadEvent> => {
  const head: HeadParagraph[] = []
  return {
    see: (paragraph: Paragraph) => {
      if (head.length < MOST_PARAGRAPHS && paragraph.tokens.length > 0) head.push(cut(paragraph))
    },
    found: () => eventOf(head),
  }
}
