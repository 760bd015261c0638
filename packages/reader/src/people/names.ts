// Where the name of a person can stand: capitalised syllables, a family name first, no office and no body among them.
import organisations from '../lexicon/organisations.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import places from '../lexicon/places.json' with { type: 'json' }
import surnames from '../lexicon/surnames.json' with { type: 'json' }
import titles from '../lexicon/titles.json' with { type: 'json' }
import type { Token } from '../tokens/scan.ts'

/** `to` exclusive, token indexes; `syllables` counts `N'Trang` as one. */
export type NameSpan = { readonly from: number; readonly to: number; readonly syllables: number }

const MOST_SYLLABLES = 5
const MOST_OF_HIGHLANDS = 6

const frequent = new Set(surnames.frequent)
const family = new Set([...surnames.frequent, ...surnames.other])
const middle = new Set(surnames.middle)
const highland = new Set(surnames.highland)
const bodies = phraseBook(organisations.bodies)
const offices = phraseBook(titles.offices.filter((it) => it.includes(' ')))
const shortOffices = new Set([...titles.short, ...titles.shortBefore.heads])
const knownPlaces = phraseBook(places.provinces, places.lookalikes)

const nation = phraseBook(['việt nam'])

const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '`', '´'])

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

export const isCapital = (token: Token | undefined): boolean => {
  const sign = token?.kind === 'word' ? (token.text[0] ?? '') : ''
  return sign !== '' && sign !== sign.toLowerCase()
}

/** More than one letter and all of them capitals. */
export const isAllCapitals = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 1 && token.text === token.text.toUpperCase()

export const isFamilyName = (tokens: readonly Token[], at: number): boolean =>
  isCapital(tokens[at]) && family.has(keyAt(tokens, at)) && bodies.at(tokens, at) === 0

export const isFrequentFamilyName = (tokens: readonly Token[], at: number): boolean =>
  isCapital(tokens[at]) && frequent.has(keyAt(tokens, at))

/** How many tokens a place takes whose name looks like a person's; 0 when none stands at `at`. */
export const placeLike = (tokens: readonly Token[], at: number): number => knownPlaces.at(tokens, at)

/** `Nguyễn Thị …`, `Trần Văn …`: no place begins so, but for the few in the list. */
export const isSurelyPerson = (tokens: readonly Token[], at: number): boolean =>
  isFamilyName(tokens, at) &&
  (keyAt(tokens, at + 1) === 'thị' || keyAt(tokens, at + 1) === 'văn') &&
  placeLike(tokens, at) === 0

/** End of the syllable at `at`, `N'Trang` taken whole; `at` when no syllable of a name stands there. */
function syllableEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (!isCapital(token) || token === undefined || token.text.length > 8) return at
  const mark = tokens[at + 1]
  const rest = tokens[at + 2]
  const isGlued =
    token.text.length <= 4 &&
    mark !== undefined &&
    APOSTROPHES.has(mark.text) &&
    rest?.kind === 'word' &&
    mark.start === token.end &&
    rest.start === mark.end
  return isGlued ? at + 3 : at + 1
}

function endsName(tokens: readonly Token[], at: number, count: number, isCapitals: boolean): boolean {
  if (count > 0 && isAllCapitals(tokens[at]) !== isCapitals && keyAt(tokens, at).length > 1) return true
  if (shortOffices.has(keyAt(tokens, at)) && isAllCapitals(tokens[at]) && count > 0) return true
  if (count === 1 && nation.at(tokens, at) > 0 && !isFrequentFamilyName(tokens, at - 1)) return true
  return count > 1 && (offices.at(tokens, at) > 0 || bodies.at(tokens, at) > 0)
}

/** `Nguyễn thị Minh …`: the middle word is often left small. */
const isSmallMiddle = (tokens: readonly Token[], at: number, count: number): boolean =>
  count === 1 && (keyAt(tokens, at) === 'thị' || keyAt(tokens, at) === 'văn') && isCapital(tokens[at + 1])

/** The capitalised syllables that can be one name from `at` on; null when fewer than two. */
export function nameAt(tokens: readonly Token[], at: number): NameSpan | null {
  if (!isCapital(tokens[at]) || offices.at(tokens, at) > 0 || bodies.at(tokens, at) > 0) return null
  const isCapitals = isAllCapitals(tokens[at])
  const most = highland.has(keyAt(tokens, at)) ? MOST_OF_HIGHLANDS : MOST_SYLLABLES
  let to = at
  let count = 0
  while (count < most && (count === 0 || !endsName(tokens, to, count, isCapitals))) {
    const next = isSmallMiddle(tokens, to, count) ? to + 1 : syllableEnd(tokens, to)
    if (next === to) break
    to = next
    count += 1
  }
  return count < 2 || (isCapitals && !isFrequentFamilyName(tokens, at)) ? null : { from: at, to, syllables: count }
}

/**
 * Of capitalised syllables after a word like `huyện`, where the person begins behind the place: `Hòa Vang Lê Quý Đôn` → `Lê`.
 * Null when the whole is a place or the whole a person.
 */
export function personBehindPlace(tokens: readonly Token[], span: NameSpan): NameSpan | null {
  const known = placeLike(tokens, span.from)
  const first = known > 0 ? span.from + known : span.from + 1
  const last = known > 0 ? first : Math.min(span.to - 2, span.from + 3)
  if (known === 0 && middle.has(keyAt(tokens, span.from + 1)) && isFrequentFamilyName(tokens, span.from)) return null
  for (let from = first; from <= last; from += 1)
    if (from > span.from && isSurelyPerson(tokens, from)) return nameAt(tokens, from)
  // Places have two syllables more often than one or three.
  const order = known > 0 ? [first] : [span.from + 2, first, last]
  for (const from of order) {
    const isName = known > 0 || span.syllables < 5 ? isFamilyName(tokens, from) : isFrequentFamilyName(tokens, from)
    const isLikely = from > span.from && from <= last && isName && (known > 0 || isLikelySplit(tokens, span, from))
    const name = isLikely ? nameAt(tokens, from) : null
    if (name !== null) return name
  }
  return null
}

function isLikelySplit(tokens: readonly Token[], span: NameSpan, from: number): boolean {
  if (!isFamilyName(tokens, span.from)) return isFamilyName(tokens, from)
  return isFrequentFamilyName(tokens, from) && from - span.from >= 2
}
