// Turns a typed or pasted sentence into drafts of entries: which register, which day, which figures, each with the words it came from. Pure; nothing is saved.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { hear } from './capture/choices.ts'
import { daysIn } from './capture/days.ts'
import { figuresIn } from './capture/figures.ts'
import { type Filled, fillFrom, type Reading } from './capture/fill.ts'
import { papersIn } from './capture/papers.ts'
import { personalIn, type TakenOut } from './capture/personal.ts'
import { placesIn } from './capture/places.ts'
import { type Recognised, recognise } from './capture/recognise.ts'
import { MOST_READ, overlaps, readTokens, type Span } from './capture/words.ts'
import type { AnyRegister } from './declare.ts'
import type { Values } from './fields.ts'

export { MOST_READ } from './capture/words.ts'

export type Candidate = {
  readonly register: AnyRegister
  /** Compares candidates of one text; it has no unit. */
  readonly score: number
  /** Words of the text that spoke for this register, as they stand there. */
  readonly because: readonly string[]
  /** Only fields that the text says; each passes its field's own shape. */
  readonly values: Values
  readonly happenedOn: string
  /** In the order of the text; the entry's own day is `happenedOn`, absent when no day was said and today stands. */
  readonly filled: readonly Filled[]
}

export type Capture = {
  /** The likeliest first; at most three. */
  readonly candidates: readonly Candidate[]
  /** What leads to a person and therefore enters no text. */
  readonly takenOut: readonly TakenOut[]
  /** The text is longer than what is read of it. */
  readonly isCut: boolean
}

export type CaptureContext = {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Names of villages that the unit has used. */
  readonly villages: readonly string[]
}

const MOST_CANDIDATES = 3
const LOOKED_AT = 5
const PER_FIGURE = 0.8
const PER_CHOICE = 0.3

function readingOf(text: string, { today, villages }: CaptureContext): Reading {
  const tokens = readTokens(text)
  const day = today as CalendarDate
  const takenOut = personalIn(text, tokens)
  const isPersonal = (at: Span) => takenOut.some(({ from }) => overlaps(from, at))
  const days = daysIn(tokens, day).filter((it) => !isPersonal(it.at))
  const papers = papersIn(text, tokens, days).filter((it) => !isPersonal(it.at))
  const places = placesIn(text, tokens, villages).filter((it) => !isPersonal(it.at))
  const taken = [...days, ...papers, ...places].map((it) => it.at)
  const isTaken = (at: Span) => isPersonal(at) || taken.some((it) => overlaps(it, at))
  return {
    text,
    tokens,
    heard: hear(tokens),
    heardElsewhere: hear(tokens, (at) => places.some((it) => overlaps(it.at, at))),
    today: day,
    days,
    places,
    papers,
    figures: figuresIn(tokens, isTaken),
    takenOut,
  }
}

function candidateOf(reading: Reading, { register, score, because }: Recognised): Candidate {
  const filled = fillFrom(register, reading, because[0] ?? [0, 0])
  const figures = filled.filter(({ value }) => typeof value === 'number').length
  const choices = filled.filter(({ field }) => register.fields[field]?.kind === 'choice').length
  const words = because.map((at) =>
    reading.text
      .slice(...at)
      .normalize('NFC')
      .replaceAll(/\s+/g, ' '),
  )
  const said = filled.find(({ field }) => field === 'happenedOn')
  return {
    register,
    score: score + PER_FIGURE * figures + PER_CHOICE * choices,
    because: [...new Set(words)],
    values: Object.fromEntries(filled.flatMap(({ field, value }) => (field === 'happenedOn' ? [] : [[field, value]]))),
    happenedOn: said === undefined ? reading.today : String(said.value),
    filled,
  }
}

/**
 * What an officer's sentence says, as drafts to be confirmed. Registers are known by their `capture` words alone, fields by their
 * labels and units, so that a new register needs nothing here. Never throws; time grows with the text up to 4,000 signs and not beyond.
 */
export function captureOf(registers: readonly AnyRegister[], text: string, context: CaptureContext): Capture {
  const read = text.length > MOST_READ ? text.slice(0, MOST_READ) : text
  const reading = readingOf(read, context)
  const candidates = recognise(registers, reading.tokens, (at) => reading.places.some((it) => overlaps(it.at, at)))
    .slice(0, LOOKED_AT)
    .map((it) => candidateOf(reading, it))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
  return { candidates, takenOut: reading.takenOut, isCut: text.length > MOST_READ }
}
