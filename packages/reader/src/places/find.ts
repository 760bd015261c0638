// The places of administration that a text speaks of: xã Yên Nam, thị xã Duy Tiên, các xã Ba Sao, Thanh Sơn.
import type { Finder, Paragraph } from '../finder.ts'
import { phraseBook } from '../lexicon/phrases.ts'
import places from '../lexicon/places.json' with { type: 'json' }
import roles from '../lexicon/roles.json' with { type: 'json' }
import { paragraphsOf } from '../paragraphs.ts'
import {
  isAllCapitals,
  isCapital,
  isFamilyName,
  isFrequentFamilyName,
  isSurelyPerson,
  nameAt,
  personBehindPlace,
  placeLike,
} from '../people/names.ts'
import { officeAt } from '../people/titles.ts'
import type { Token } from '../tokens/scan.ts'

export const PLACE_KINDS = [
  'province',
  'city',
  'district',
  'town',
  'urban-district',
  'ward',
  'commune',
  'township',
  'special-zone',
  'village',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** `name` as written, single blanks; `start` and `end` are offsets of the name, without the word `xã` before it. */
export type PlaceMention = {
  readonly kind: PlaceKind
  readonly name: string
  readonly start: number
  readonly end: number
}

const isKind = (word: string): word is PlaceKind => (PLACE_KINDS as readonly string[]).includes(word)
const kinds = new Map<string, PlaceKind>()
for (const [word, kind] of Object.entries(places.kinds)) if (isKind(kind)) kinds.set(word, kind)
const unitWords = phraseBook([...kinds.keys()])
/** `phường Báo cáo …`: a verb with a capital is no name. */
const verbs = phraseBook(roles.ends)
const namesakes = phraseBook(places.namesakes)

const MOST_SYLLABLES = 4
const MOST_IN_LIST = 40
const MOST_PLACES = 20_000
const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ'])
const DASHES = new Set(['-', '–'])

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

/** The unit word that begins at `at`, with how many tokens it takes. */
function unitAt(tokens: readonly Token[], at: number): { kind: PlaceKind; length: number } | null {
  const length = unitWords.at(tokens, at)
  // `Già làng A`, `Trưởng bản A` speak of a person.
  if (length === 0 || keyAt(tokens, at - 1) === 'già') return null
  let key = keyAt(tokens, at)
  for (let more = 1; more < length; more += 1) key += ` ${keyAt(tokens, at + more)}`
  const kind = kinds.get(key)
  if (kind === undefined) return null
  const isShort = key === 'tp' || key === 'tx'
  return { kind, length: isShort && keyAt(tokens, at + length) === '.' ? length + 1 : length }
}

/** One syllable of a name, `M'gar` and `H'leo` taken whole. */
function syllableEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (!isCapital(token) || token === undefined || (isAllCapitals(token) && token.text.length > 7)) return at
  const mark = tokens[at + 1]
  const rest = tokens[at + 2]
  const isGlued =
    mark !== undefined &&
    APOSTROPHES.has(mark.text) &&
    rest?.kind === 'word' &&
    mark.start === token.end &&
    rest.start === mark.end
  return isGlued ? at + 3 : at + 1
}

/** `Bà Rịa - Vũng Tàu`: the other half of a double name. */
function pastDouble(tokens: readonly Token[], from: number, to: number): number {
  if (!DASHES.has(keyAt(tokens, to)) || placeLike(tokens, from) === 0) return to
  const other = placeLike(tokens, to + 1)
  return other > 0 ? to + 1 + other : to
}

/** Where the name ends that begins at `at`; `at` when none does. A person named right behind is left out. */
function nameEnd(tokens: readonly Token[], at: number, isFirst: boolean, isSmall: boolean): number {
  const number = tokens[at]
  if (number?.kind === 'digits')
    return isFirst && number.text.length <= 2 && keyAt(tokens, at + 1) !== '/' ? at + 1 : at
  if (verbs.at(tokens, at) > 1) return at
  const known = Math.max(placeLike(tokens, at), isSmall ? namesakes.at(tokens, at) : 0)
  if (known > 0) return pastDouble(tokens, at, at + known)
  let to = at
  const isCapitals = isAllCapitals(tokens[at])
  // In a line of capitals nothing shows where a name ends.
  if (isCapitals && isAllCapitals(tokens[at - 1])) return at
  for (let count = 0; count < MOST_SYLLABLES; count += 1) {
    const isOther =
      count > 0 && (officeAt(tokens, to) > 0 || isAllCapitals(tokens[to]) !== isCapitals || unitAt(tokens, to) !== null)
    const next = isOther ? to : syllableEnd(tokens, to)
    if (next === to) break
    to = next
  }
  const person = nameAt(tokens, at)
  if (person === null) return to
  const behind = person.syllables > 3 ? personBehindPlace(tokens, person) : null
  if (behind !== null) return behind.from
  const isOfCommittee = keyAt(tokens, at - 1) === 'ủy' && isFrequentFamilyName(tokens, at)
  const isPerson = isOfCommittee || isSurelyPerson(tokens, at) || (person.syllables > 2 && isFamilyName(tokens, at))
  return isPerson ? at : to
}

/** Units that are named after people of history. */
const SMALL: ReadonlySet<PlaceKind> = new Set(['ward', 'commune', 'township', 'village'])
const JOINTS = new Set([',', 'và', ';'])

/** The next name of a list opened by `các xã`: behind a comma or `và`, and not a unit or an office of its own. */
function nextInList(tokens: readonly Token[], at: number): number {
  if (!JOINTS.has(keyAt(tokens, at))) return -1
  const from = keyAt(tokens, at) === ',' && keyAt(tokens, at + 1) === 'và' ? at + 2 : at + 1
  return unitAt(tokens, from) === null && officeAt(tokens, from) === 0 && tokens[from]?.kind === 'word' ? from : -1
}

const isMany = (tokens: readonly Token[], at: number): boolean =>
  ['các', 'hai', 'ba', 'bốn', 'năm'].includes(keyAt(tokens, at - 1)) || tokens[at - 1]?.kind === 'digits'

/** Places of `text`, each time that one is named with its unit word. */
export const placeFinder = (text: string): Finder<PlaceMention[]> => {
  const found: PlaceMention[] = []
  const keep = (tokens: readonly Token[], kind: PlaceKind, from: number, to: number) => {
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    if (found.length < MOST_PLACES) found.push({ kind, name: text.slice(start, end).replace(/\s+/gu, ' '), start, end })
  }
  const readAt = (tokens: readonly Token[], at: number): number => {
    const unit = unitAt(tokens, at)
    if (unit === null) return at + 1
    const isSmall = SMALL.has(unit.kind)
    let from = at + unit.length
    let to = nameEnd(tokens, from, true, isSmall)
    if (to === from) return from
    keep(tokens, unit.kind, from, to)
    for (let count = 0; isMany(tokens, at) && count < MOST_IN_LIST; count += 1) {
      from = nextInList(tokens, to)
      const next = from < 0 ? from : nameEnd(tokens, from, false, isSmall)
      if (next <= from) break
      keep(tokens, unit.kind, from, next)
      to = next
    }
    return to
  }
  return {
    see: ({ tokens, isFurniture }: Paragraph) => {
      if (isFurniture) return
      for (let at = 0; at < tokens.length; ) at = tokens[at]?.kind === 'word' ? readAt(tokens, at) : at + 1
    },
    found: () => found,
  }
}

/** Places that a whole text names, in order. Time grows with its length. */
export function placesNamed(text: string): PlaceMention[] {
  const finder = placeFinder(text)
  let order = 0
  for (const tokens of paragraphsOf(text)) finder.see({ tokens, order: order++, isFurniture: false })
  return finder.found()
}
