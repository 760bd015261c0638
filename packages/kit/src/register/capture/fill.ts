// Fills an entry's fields from what a sentence names. What does not pass a field's own shape is left out.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import type { AnyRegister } from '../declare.ts'
import { type Field, type Fields, isEmpty, shapeOf, type Value } from '../fields.ts'
import { choiceIn, choicesIn, flagIn, type Heard, keyOf } from './choices.ts'
import type { SaidDay } from './days.ts'
import { type Figure, placeFigures } from './figures.ts'
import type { SaidPaper } from './papers.ts'
import type { TakenOut } from './personal.ts'
import type { SaidPlace } from './places.ts'
import { isWord, oneOf, overlaps, type Phrase, phraseOf, type Span, type Token } from './words.ts'

export type Filled = { readonly field: string; readonly value: Value; readonly from: Span }

/** All that was read of a sentence before any register is looked at. */
export type Reading = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly heard: Heard
  /** Without the names of places. */
  readonly heardElsewhere: Heard
  readonly today: CalendarDate
  readonly days: readonly SaidDay[]
  readonly places: readonly SaidPlace[]
  readonly papers: readonly SaidPaper[]
  readonly figures: readonly Figure[]
  readonly takenOut: readonly TakenOut[]
}

const entriesOf = <K extends Field['kind']>(fields: Fields, ...kinds: readonly K[]) =>
  Object.entries(fields).filter((it): it is [string, Extract<Field, { kind: K }>] =>
    kinds.some((kind) => it[1].kind === kind),
  )

const unitsOf = (fields: Fields): ReadonlySet<string> =>
  new Set(entriesOf(fields, 'number').map(([, { unit }]) => keyOf(phraseOf(unit[0]))))

/** What a longer phrase of another field holds was not said for itself: `nhà đại đoàn kết` is no Ngày hội Đại đoàn kết. */
const standsAlone = (one: Filled, all: readonly Filled[]): boolean =>
  !all.some(
    ({ from: [start, end] }) => start <= one.from[0] && end >= one.from[1] && end - start > one.from[1] - one.from[0],
  )

function fillChoices(fields: Fields, reading: Reading): readonly Filled[] {
  // Where a place is what the entry is about, the word before its name says of what kind it is.
  const isOfPlaces = entriesOf(fields, 'village').some(([, { isOptional }]) => isOptional !== true)
  const heard = isOfPlaces ? reading.heard : reading.heardElsewhere
  const unsaid = unitsOf(fields)
  const filled = [
    ...entriesOf(fields, 'choice').flatMap(([field, it]) => {
      const said = choiceIn(heard, it, unsaid)
      return said === undefined ? [] : [{ field, value: said.value, from: said.at }]
    }),
    ...entriesOf(fields, 'choices').flatMap(([field, it]) => {
      const said = choicesIn(heard, it, unsaid)
      const from: Span = [Math.min(...said.map(({ at }) => at[0])), Math.max(...said.map(({ at }) => at[1]))]
      return said.length === 0 ? [] : [{ field, value: said.map(({ value }) => value), from }]
    }),
    ...entriesOf(fields, 'flag').flatMap(([field, it]) => {
      const said = flagIn(heard, it)
      return said === undefined ? [] : [{ field, value: true, from: said.at }]
    }),
  ]
  const single = filled.filter(({ value }) => !Array.isArray(value))
  return filled.filter((it) => standsAlone(it, single))
}

/** Fields that a choice already made does not ask for are out. */
function stillAsked(fields: Fields, filled: readonly Filled[]): Fields {
  const made = new Map(filled.map(({ field, value }) => [field, value]))
  return Object.fromEntries(
    Object.entries(fields).filter(([, { onlyWhen }]) => {
      const value = onlyWhen === undefined ? undefined : made.get(onlyWhen.field)
      return onlyWhen === undefined || value === undefined || onlyWhen.is.includes(value as string)
    }),
  )
}

/** A figure in a field that one choice alone asks for says that choice too: `50 suất quà` are gifts. */
function chosenByFigures(fields: Fields, filled: readonly Filled[]): readonly Filled[] {
  const made = new Set(filled.map(({ field }) => field))
  const chosen = new Map<string, Filled>()
  for (const { field, from } of filled) {
    const { onlyWhen } = fields[field] ?? {}
    if (onlyWhen === undefined || made.has(onlyWhen.field) || onlyWhen.is.length !== 1) continue
    chosen.set(onlyWhen.field, { field: onlyWhen.field, value: onlyWhen.is[0] ?? null, from })
  }
  return [...chosen.values()]
}

const NEAR_WORDS = 6

/** Words before a place in the text, nearest last. */
const wordsBefore = (tokens: readonly Token[], at: Span): readonly Token[] => {
  const index = tokens.findIndex((token) => token.at[0] >= at[0])
  return tokens.slice(Math.max(0, index - NEAR_WORDS), Math.max(0, index)).filter((token) => token.kind === 'word')
}

const DAY_WORDS = oneOf('ngày từ đến năm của và')
const shared = (words: readonly Token[], label: Phrase): number =>
  label.filter(
    (word) => !DAY_WORDS({ ...word, isToneless: false } as Token) && words.some((token) => isWord(token, word)),
  ).length

/** A day with two words of a field's label before it is that field's; a day to come can be the entry's own only where it may be. */
function fillDays(register: AnyRegister, fields: Fields, { tokens, days, papers, today }: Reading): readonly Filled[] {
  const free = days.filter((day) => !papers.some((paper) => overlaps(paper.at, day.at)))
  const dates = entriesOf(fields, 'date')
  const filled = new Map<string, Filled>()
  for (const day of free) {
    const words = wordsBefore(tokens, day.at)
    const [named] = dates
      .filter(([field]) => !filled.has(field))
      .map(([field, { label }]) => ({ field, said: shared(words, phraseOf(label[0])) }))
      .filter(({ said }) => said >= 2)
      .toSorted((a, b) => b.said - a.said)
    const isAhead = day.past > today
    if (named !== undefined) filled.set(named.field, { field: named.field, value: day.near, from: day.at })
    else if (!filled.has('happenedOn') && (!isAhead || register.day.mayBeAhead === true))
      filled.set('happenedOn', { field: 'happenedOn', value: day.past, from: day.at })
    else if (isAhead && dates.length === 1 && dates[0] !== undefined && !filled.has(dates[0][0]))
      filled.set(dates[0][0], { field: dates[0][0], value: day.past, from: day.at })
  }
  const issued = filled.has('happenedOn') ? undefined : issuedOn(register, { days, papers })
  return issued === undefined ? [...filled.values()] : [...filled.values(), issued]
}

/** Where an entry's own day is that of a paper, the paper's day is it. */
function issuedOn({ day }: AnyRegister, { days, papers }: Pick<Reading, 'days' | 'papers'>): Filled | undefined {
  const label = new Set(phraseOf(day.label[0]).map((word) => word.exact))
  const paper = papers.find(({ called }) => called.length > 0 && called.flat().every((word) => label.has(word.exact)))
  const issued = paper && days.find((it) => overlaps(it.at, paper.at))
  return issued && { field: 'happenedOn', value: issued.past, from: issued.at }
}

function fillPlace(fields: Fields, { places }: Reading): readonly Filled[] {
  const [field] = entriesOf(fields, 'village')[0] ?? []
  const place = places[0]
  return field === undefined || place === undefined ? [] : [{ field, value: place.name, from: place.at }]
}

const BOOK = phraseOf('sổ')[0]
const isBook = (label: Phrase): boolean => label.some((word) => word.exact === BOOK?.exact)

/** A paper goes where its kind, or the words before it, stand in the label; numbers of paper books go to their own fields. */
function fillPapers(fields: Fields, { tokens, papers }: Reading): readonly Filled[] {
  const filled = new Map<string, Filled>()
  for (const paper of papers) {
    const words = wordsBefore(tokens, paper.at)
    const open = entriesOf(fields, 'reference')
      .map(([field, { label }]) => ({ field, label: phraseOf(label[0]) }))
      .filter(({ field, label }) => !filled.has(field) && isBook(label) === paper.isBookNumber)
      .map((it) => ({
        ...it,
        said:
          shared(words, it.label) +
          paper.called.flat().filter((word) => it.label.some((own) => own.exact === word.exact)).length,
      }))
      .toSorted((a, b) => b.said - a.said)
    if (open[0] !== undefined) filled.set(open[0].field, { field: open[0].field, value: paper.value, from: paper.at })
  }
  return [...filled.values()]
}

const GREETING = oneOf('dạ thưa kính chào alo gửi báo em anh chị các bác cô chú lô')
const MOST_LINE = 300

/** The sentence that the register was known by, without greetings and the day before it. */
function sentenceAt({ tokens, days }: Reading, at: Span): Span {
  const sentence = tokens.find((token) => token.at[0] >= at[0])?.sentence
  let own = tokens.filter((token) => token.sentence === sentence)
  for (let most = 3; most > 0; most -= 1) {
    const day = days.find((it) => it.at[0] === own[0]?.at[0])
    const comma = own.findIndex((token) => token.raw === ',' || token.raw === ':')
    const isGreeting = comma > 0 && comma < NEAR_WORDS * 2 && GREETING(own[0]) && (own[comma]?.at[1] ?? 0) <= at[0]
    const end = day?.at[1] ?? (isGreeting ? (own[comma]?.at[1] ?? 0) : undefined)
    if (end === undefined || end > at[0]) break
    own = own.filter((token) => token.at[0] >= end)
  }
  const rest = own.slice(
    Math.max(
      0,
      own.findIndex((token) => token.kind !== 'sign' || OPENING.has(token.raw)),
    ),
  )
  return [rest[0]?.at[0] ?? at[0], rest.at(-1)?.at[1] ?? at[1]]
}

const OPENING = new Set(['“', '"', '«', '(', '‘'])
/** What is left before a number that was taken out: `SĐT`, `số CCCD:`. */
const NUMBER_LABEL =
  /[\s,(–-]*(?:(?:sđt|sdt|số điện thoại|điện thoại|đt|zalo|liên hệ|số|cccd|cmnd|căn cước|căn cước công dân|chứng minh nhân dân)[\s.:]*){1,4}$/iu

/** Only the end of a piece can be such a label. */
const withoutLabel = (piece: string): string =>
  `${piece.slice(0, -80)}${piece.slice(-80).normalize('NFC').replace(NUMBER_LABEL, '')}`

/** The text without what leads to a person; undefined when nothing is left, or when what is left still does. */
export function withoutPersonal(text: string, [start, end]: Span, takenOut: readonly TakenOut[]): string | undefined {
  const pieces: string[] = []
  let at = start
  for (const { what, from } of takenOut.filter((it) => overlaps(it.from, [start, end]))) {
    const piece = text.slice(at, Math.max(at, from[0]))
    pieces.push(what === 'name' ? piece : withoutLabel(piece))
    at = Math.max(at, from[1])
  }
  const joined = [...pieces, text.slice(at, Math.max(at, end))].join('').normalize('NFC').replaceAll(/\s+/g, ' ')
  const tidy = joined
    .replaceAll(/\s+(?=[,.;:)])/g, '')
    .replace(/^[\s,.;:–-]+/u, '')
    .replace(/[\s,.;:–-]+$/u, '')
  const cut = tidy.length <= MOST_LINE ? tidy : tidy.slice(0, MOST_LINE).replace(/\s\S*$/, '')
  return cut === '' || findPersonalNumber(cut) !== undefined ? undefined : cut.charAt(0).toUpperCase() + cut.slice(1)
}

const QUOTED = /[“"«]([^“”"«»\n]{3,200})[”"»]/u
const NAME_WORD = phraseOf('tên')[0]
const PERSON_WORD = phraseOf('họ')[0]
const YEAR_WORD = phraseOf('năm')[0]

/** The first text that must be given holds the sentence; one that asks for a name takes what stands in quotes, one for a year the year. */
function fillText(fields: Fields, reading: Reading, because: Span): readonly Filled[] {
  const { text, tokens, takenOut, days } = reading
  const required = entriesOf(fields, 'text').filter(
    ([, it]) => it.lines === 'one' && it.isOptional !== true && it.onlyWhen === undefined,
  )
  const asks = (label: string, word: Phrase[number] | undefined) =>
    phraseOf(label).some((it) => it.exact === word?.exact)
  const filled: Filled[] = []
  for (const [field, { label }] of required) {
    if (phraseOf(label[0]).at(-1)?.exact === YEAR_WORD?.exact) {
      const at = tokens.findIndex((token, index) => /^20\d\d$/.test(token.raw) && isWord(tokens[index - 1], YEAR_WORD))
      const year = tokens[at]
      if (year !== undefined && !days.some((day) => overlaps(day.at, year.at)))
        filled.push({ field, value: year.raw, from: year.at })
      continue
    }
    // The name of a person is for the officer to write, where it belongs at all.
    if (asks(label[0], PERSON_WORD) && asks(label[0], NAME_WORD)) return filled
    const [start, end] = sentenceAt(reading, because)
    const quoted = asks(label[0], NAME_WORD) ? QUOTED.exec(text.slice(start, end)) : null
    const from: Span =
      quoted === null ? [start, end] : [start + quoted.index + 1, start + quoted.index + quoted[0].length - 1]
    const value = withoutPersonal(text, from, takenOut)
    return value === undefined ? filled : [...filled, { field, value, from }]
  }
  return filled
}

const passes = (fields: Fields, { field, value }: Filled): boolean => {
  if (field === 'happenedOn') return true
  const known = fields[field]
  return known !== undefined && !isEmpty(value) && shapeOf(known).safeParse(value).success
}

/** Everything that the sentence says of an entry of this register, in the order of its words. */
export function fillFrom(register: AnyRegister, reading: Reading, because: Span): readonly Filled[] {
  const fields: Fields = register.fields
  const chosen = fillChoices(fields, reading).filter((it) => passes(fields, it))
  const asked = stillAsked(fields, chosen)
  const placed = placeFigures(asked, reading.figures)
    .map(({ field, value, at }): Filled => ({ field, value, from: at }))
    .filter((it) => passes(fields, it))
  const kept = chosen.filter(({ field }) => field in asked)
  const rest = [
    ...kept,
    ...placed,
    ...fillDays(register, asked, reading),
    ...fillPlace(asked, reading),
    ...fillPapers(asked, reading),
    ...fillText(asked, reading, because),
  ].filter((it) => passes(fields, it))
  return [...rest, ...chosenByFigures(fields, rest)].toSorted((a, b) => a.from[0] - b.from[0])
}
