// Sentences with the right answers, to measure the reader by: written for the tests, each digit run with its one answer.
import {
  EVENT_KINDS,
  FIGURE_KINDS,
  NOT_FIGURES,
  ROLES,
  type FigureKind,
  type NotFigureWhy,
  type ReadEvent,
  type Role,
} from '../reading.ts'
import dates from './sentences/dates.json' with { type: 'json' }
import documents from './sentences/documents.json' with { type: 'json' }
import hands from './sentences/hands.json' with { type: 'json' }
import lists from './sentences/lists-and-ranges.json' with { type: 'json' }
import measures from './sentences/measures.json' with { type: 'json' }
import money from './sentences/money.json' with { type: 'json' }
import names from './sentences/names-with-numbers.json' with { type: 'json' }
import numbers from './sentences/numbers.json' with { type: 'json' }
import officials from './sentences/officials.json' with { type: 'json' }
import ordinals from './sentences/ordinals.json' with { type: 'json' }
import pages from './sentences/pages.json' with { type: 'json' }
import paragraphs from './sentences/paragraphs.json' with { type: 'json' }
import shares from './sentences/shares.json' with { type: 'json' }
import slips from './sentences/slips.json' with { type: 'json' }
import tables from './sentences/tables.json' with { type: 'json' }
import years from './sentences/years-and-periods.json' with { type: 'json' }

type WrittenFigure = {
  readonly number: string
  readonly value: number
  readonly of?: number
  readonly to?: number
  readonly unit: string
  readonly kind: FigureKind
  readonly word?: true
  readonly nth?: number
}

type WrittenNotFigure = {
  readonly number: string
  readonly why: NotFigureWhy
  /** Where two readers of good will differ (a numbered hamlet: an ordinal or a name), the other right answer. */
  readonly or?: NotFigureWhy
  readonly nth?: number
}

type WrittenDocument = { readonly type: string; readonly number: string; readonly nth?: number }

type WrittenOfficial = { readonly name: string; readonly titles: string; readonly role: Role }

/**
 * A sentence as it stands in a file. Items stand in order of appearance and say no place; `nth` (from 1, over the whole
 * text) says which occurrence of `number` is meant where the order alone does not tell.
 */
export type WrittenSentence = {
  readonly text: string
  readonly figures: readonly WrittenFigure[]
  readonly notFigures: readonly WrittenNotFigure[]
  readonly documents?: readonly WrittenDocument[]
  /** Absent: not tested. Empty: the text names no official. */
  readonly people?: readonly WrittenOfficial[]
  readonly event?: ReadEvent
}

type Placed<Written> = Omit<Written, 'nth'> & { readonly start: number }

/** Offsets are those of `reading.ts`; the place of a document is the place of its number. */
export type TestSentence = {
  readonly theme: string
  readonly text: string
  readonly figures: readonly Placed<WrittenFigure>[]
  readonly notFigures: readonly Placed<WrittenNotFigure>[]
  readonly documents: readonly Placed<WrittenDocument>[]
  readonly people?: readonly Placed<WrittenOfficial>[]
  readonly event?: ReadEvent
}

type Item = { readonly number: string; readonly word?: true; readonly nth?: number }

const DIGIT = /\d/
const WORD_SIGN = /[\p{L}\p{M}\d]/u

/** A number is found whole: never within a longer digit run, and a number written as a word never within a word. */
function standsWhole(text: string, item: Item, at: number): boolean {
  const { number } = item
  const before = text[at - 1] ?? ''
  const after = text[at + number.length] ?? ''
  if (item.word) return !WORD_SIGN.test(before) && !WORD_SIGN.test(after)
  return !(DIGIT.test(number[0] ?? '') && DIGIT.test(before)) && !(DIGIT.test(number.at(-1) ?? '') && DIGIT.test(after))
}

function findWhole(text: string, item: Item, from: number): number {
  let at = text.indexOf(item.number, from)
  while (at >= 0 && !standsWhole(text, item, at)) at = text.indexOf(item.number, at + 1)
  return at
}

function placeOf(text: string, item: Item, from: number): number {
  if (item.nth === undefined) return findWhole(text, item, from)
  let at = -1
  for (let count = 0; count < item.nth; count += 1) {
    at = findWhole(text, item, at + 1)
    if (at < 0) return -1
  }
  return at < from ? -1 : at
}

type Head = { readonly list: number; readonly item: Item; readonly start: number }

/** The item that comes next: the first in the text, and of two at one place the longer. */
function nextHead(text: string, lists: readonly (readonly Item[])[], done: readonly number[], from: number): Head {
  const heads = lists.flatMap((items, list) => {
    const item = items[done[list] ?? 0]
    return item ? [{ list, item, start: placeOf(text, item, from) }] : []
  })
  const lost = heads.find((it) => it.start < 0)
  if (lost) throw new Error(`«${lost.item.number}» is not in its place in «${text}»`)
  const [first, second] = heads.sort((a, b) => a.start - b.start || b.item.number.length - a.item.number.length)
  if (!first) throw new Error(`no item is left in «${text}»`)
  if (second && second.start === first.start && second.item.number === first.item.number)
    throw new Error(`«${first.item.number}» stands in two lists of «${text}»: say which by nth`)
  return first
}

/** Throws when a digit run lies in none of the items; that none lies in two follows from their order. */
function refuseLeftRuns(text: string, from: number, to: number): void {
  for (const run of text.slice(from, to).matchAll(/\d+/g)) {
    const start = from + run.index
    const isExponent = /^[23]$/.test(run[0]) && /(?<!\p{L})[kdc]?m$/iu.test(text.slice(Math.max(0, start - 3), start))
    if (!isExponent) throw new Error(`«${run[0]}» at ${start} is in no list of «${text}»`)
  }
}

function placesOf(text: string, lists: readonly (readonly Item[])[]): number[][] {
  const places: number[][] = lists.map(() => [])
  const total = lists.reduce((sum, items) => sum + items.length, 0)
  let from = 0
  for (let count = 0; count < total; count += 1) {
    const done = places.map((it) => it.length)
    const { list, item, start } = nextHead(text, lists, done, from)
    refuseLeftRuns(text, from, start)
    places[list]?.push(start)
    from = start + item.number.length
  }
  refuseLeftRuns(text, from, text.length)
  return places
}

const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date

/** What is wrong with one answer by the format of `reading.ts`, or null. */
function wrongFigure(it: WrittenFigure): string | null {
  if (!FIGURE_KINDS.includes(it.kind)) return 'kind'
  if (!Number.isFinite(it.value)) return 'value'
  if ((it.kind === 'fraction') !== (it.of !== undefined)) return 'of'
  if (it.to !== undefined && !(it.to > it.value)) return 'to'
  if (it.unit === '' || it.unit !== it.unit.toLowerCase() || /\s{2}/.test(it.unit)) return 'unit'
  if ((it.kind === 'percent') !== (it.unit === '%')) return 'percent'
  if (it.kind === 'money' && !it.unit.startsWith('đ')) return 'money'
  return (it.word === true) === DIGIT.test(it.number) ? 'word' : null
}

function refuseWrong(written: WrittenSentence): void {
  const { text } = written
  const refuse = (what: string): never => {
    throw new Error(`${what} in «${text}»`)
  }
  if (text !== text.normalize('NFC')) refuse('letters that are not composed')
  for (const it of written.figures) {
    const wrong = wrongFigure(it)
    if (wrong !== null) refuse(`${wrong} of «${it.number}»`)
  }
  for (const it of written.notFigures)
    for (const why of [it.why, it.or ?? it.why]) if (!NOT_FIGURES.includes(why)) refuse(`reason of «${it.number}»`)
  for (const it of written.documents ?? []) if (!text.includes(it.type)) refuse(`type of «${it.number}»`)
  for (const it of written.people ?? []) {
    if (!ROLES.includes(it.role)) refuse(`role of «${it.name}»`)
    if (!text.includes(it.name) || !text.includes(it.titles)) refuse(`name or titles of «${it.name}»`)
  }
  const { event } = written
  if (event && !EVENT_KINDS.includes(event.kind)) refuse('kind of the event')
  if (event && event.date !== null && !isDay(event.date)) refuse('date of the event')
}

/** The sentence with the places of its items; throws when an answer is malformed or a digit run lies in no list or in two. */
export function placeSentence(theme: string, written: WrittenSentence): TestSentence {
  refuseWrong(written)
  const { text, figures, notFigures, documents = [], people, event } = written
  const places = placesOf(text, [figures, notFigures, documents])
  const placed = <It extends { readonly nth?: number }>(items: readonly It[], list: number) =>
    items.map(({ nth: _nth, ...it }, at) => ({ ...it, start: places[list]?.[at] ?? -1 }))
  return {
    theme,
    text,
    figures: placed(figures, 0),
    notFigures: placed(notFigures, 1),
    documents: placed(documents, 2),
    ...(people && { people: people.map((it) => ({ ...it, start: text.indexOf(it.name) })) }),
    ...(event && { event }),
  }
}

const THEMES = {
  numbers,
  money,
  shares,
  'lists-and-ranges': lists,
  measures,
  dates,
  'years-and-periods': years,
  ordinals,
  'names-with-numbers': names,
  documents,
  officials,
  hands,
  pages,
  paragraphs,
  slips,
  tables,
}

/** All sentences of all themes, in the order of the files. */
export const loadSentences = (): readonly TestSentence[] =>
  Object.entries(THEMES).flatMap(([theme, sentences]) =>
    // What a file holds is only known to be JSON; `placeSentence` refuses what is not as written here.
    (sentences as unknown as readonly WrittenSentence[]).map((it) => placeSentence(theme, it)),
  )
