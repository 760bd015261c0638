// Offices and ranks as written before and after a name, and where such a title ends.
import { phraseBook } from '../lexicon/phrases.ts'
import organisations from '../lexicon/organisations.json' with { type: 'json' }
import places from '../lexicon/places.json' with { type: 'json' }
import roles from '../lexicon/roles.json' with { type: 'json' }
import titles from '../lexicon/titles.json' with { type: 'json' }
import type { Token } from '../tokens/scan.ts'
import {
  isAllCapitals,
  isCapital,
  isFamilyName,
  isFrequentFamilyName,
  isSurelyPerson,
  nameAt,
  type NameSpan,
  personBehindPlace,
  placeLike,
} from './names.ts'

/** `before` a name, or `after` one that has no office yet: then a place is likelier than a second name. */
export type TitleMode = 'before' | 'after'

export type TitleSpan = {
  readonly from: number
  /** Exclusive; the place of `name` when a name ends the title. */
  readonly to: number
  readonly name: NameSpan | null
  /** Where the last office of the title begins. */
  readonly lastOffice: number
}

const MOST_TOKENS = 60
const MOST_IN_BRACKETS = 10

const offices = phraseBook(
  titles.offices,
  titles.ranks,
  titles.clergy.filter((it) => it.includes(' ')),
)
const ranks = phraseBook(titles.ranks)
const learned = phraseBook(titles.learned)
const short = new Set(titles.short)
const shortHeads = new Set(titles.shortBefore.heads)
const shortBodies = new Set(titles.shortBefore.bodies)
const former = new Set(titles.former)
const ends = phraseBook(roles.ends)
/** Said with a capital too: `…, Chủ trì hội nghị`. No body has a name that begins so. */
const acts = phraseBook(['phát biểu', 'chủ trì', 'báo cáo'])
const endsNotAfterBan = new Set(roles.endsNotAfterBan.map((it) => it.split(' ')[0] ?? ''))
const honorifics = phraseBook(titles.comrade, titles.sir)
const comrades = phraseBook(titles.comrade)
const sirs = phraseBook(titles.sir)
const governors = new Set(organisations.governors)
const smallUnits = new Set(organisations.smallUnits)
const namedAfter = phraseBook(organisations.namedAfter)
const namesakes = phraseBook(places.namesakes)
const DASHES = new Set(['-', '–', '—', '−', '/'])
const SHORTENED = new Set(['tp', 'tx', 'tt', 't', 'h', 'p', 'x', 'q', 'ts', 'ths'])
const JOINTS = new Set(['và', 'cùng'])

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

/** How many tokens the office takes that begins at `at`; 0 when none does. */
export function officeAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token?.kind !== 'word') return 0
  const length = offices.at(tokens, at)
  if (length > 0) return length
  if (former.has(token.key)) {
    const after = offices.at(tokens, at + 1)
    return after > 0 ? after + 1 : 0
  }
  if (!isAllCapitals(token)) return 0
  if (short.has(token.key)) return 1
  return shortHeads.has(token.key) && shortBodies.has(keyAt(tokens, at + 1)) ? 1 : 0
}

/** `đồng chí`, `Đ/c` : comrade; `ông`, `bà` : sir. `length` in tokens. */
export function honorificAt(tokens: readonly Token[], at: number): { kind: 'comrade' | 'sir'; length: number } | null {
  const comrade = comrades.at(tokens, at)
  if (comrade > 0) return { kind: 'comrade', length: comrade }
  const sir = sirs.at(tokens, at)
  // `Công Ông Táo`: with capitals on both sides it is part of a name.
  return sir > 0 && !(isCapital(tokens[at]) && isCapital(tokens[at - 1])) ? { kind: 'sir', length: sir } : null
}

/** `Thi đua - Khen thưởng`: the name of a council, no act. */
export function isOfAwards(tokens: readonly Token[], at: number): boolean {
  if (keyAt(tokens, at) !== 'khen' || keyAt(tokens, at + 1) !== 'thưởng') return false
  return keyAt(tokens, tokens[at - 1]?.kind === 'mark' ? at - 2 : at - 1) === 'đua'
}

/** A small-lettered word that cannot belong to a title. */
export function endsTitle(tokens: readonly Token[], at: number): boolean {
  if (isCapital(tokens[at]) && !isAllCapitals(tokens[at]) && acts.at(tokens, at) === 0) return false
  if (ends.at(tokens, at) === 0 || isOfAwards(tokens, at)) return false
  const before = keyAt(tokens, at - 1)
  return !((before === 'ban' || before === 'đoàn') && endsNotAfterBan.has(keyAt(tokens, at)))
}

const isCity = (tokens: readonly Token[], at: number): boolean =>
  keyAt(tokens, at) === 'phố' && keyAt(tokens, at - 1) === 'thành'

/** Words before a capitalised run that name what bears the name of a person: a street, a school. */
export const isNamedAfter = (tokens: readonly Token[], at: number): boolean =>
  !isCity(tokens, at - 1) && namedAfter.endingAt(tokens, at - 1) > 0 && honorificAt(tokens, at - 1) === null

const isGovernor = (tokens: readonly Token[], at: number): boolean =>
  governors.has(keyAt(tokens, at)) || (keyAt(tokens, at) === '.' && SHORTENED.has(keyAt(tokens, at - 1)))

/** What a two-syllable run after `huyện`, `Tỉnh ủy` is: a name only when a very frequent family name begins it. */
function isShortName(tokens: readonly Token[], name: NameSpan, mode: TitleMode): boolean {
  if (mode === 'after' || isCity(tokens, name.from - 1) || smallUnits.has(keyAt(tokens, name.from - 1))) return false
  return isFrequentFamilyName(tokens, name.from)
}

/** The person whose name begins at `at` inside a title, or behind a place that begins there; else null. */
function nameInTitle(tokens: readonly Token[], at: number, mode: TitleMode): NameSpan | null {
  const name = nameAt(tokens, at)
  if (name === null || isNamedAfter(tokens, at)) return null
  const isAfterPlaceWord = isGovernor(tokens, at - 1)
  if (isAfterPlaceWord && mode === 'before' && name.syllables > 3) {
    const behind = personBehindPlace(tokens, name)
    if (behind !== null) return behind
  }
  // A rank has no place behind it.
  if (ranks.endingAt(tokens, at - 1) > 0 && isFamilyName(tokens, at)) return name
  if (placeLike(tokens, at) > 0 || !isFamilyName(tokens, at)) return null
  if (isSurelyPerson(tokens, at)) return name
  if (!isAfterPlaceWord) return name
  if (name.syllables === 2) return isShortName(tokens, name, mode) ? name : null
  if (mode === 'after') return null
  return smallUnits.has(keyAt(tokens, at - 1)) && namesakes.at(tokens, at) === name.to - name.from ? null : name
}

/** Where the bracket at `at` closes when what it holds is short; else -1. */
export function bracketEnd(tokens: readonly Token[], at: number): number {
  for (let next = at + 1; next < at + MOST_IN_BRACKETS && next < tokens.length; next += 1) {
    if (tokens[next]?.text === ')') return next
  }
  return -1
}

/** What a sign does inside a title: the next token to look at, or -1 where the title ends. */
function pastMark(tokens: readonly Token[], at: number, mode: TitleMode): number {
  const sign = tokens[at]?.text ?? ''
  const next = tokens[at + 1]
  if (sign === ',') {
    // `…, Thạc sĩ A`: the next person's learning, no more of this title.
    if (mode === 'after' && learned.at(tokens, at + 1) > 0 && isCapital(next)) return -1
    const isOffice = officeAt(tokens, at + 1) > 0
    const isMoreOfBody =
      isCapital(next) && acts.at(tokens, at + 1) === 0 && !isAllCapitals(next) && nameAt(tokens, at + 1) === null
    return isOffice || (isMoreOfBody && honorificAt(tokens, at + 1) === null) ? at + 1 : -1
  }
  if (DASHES.has(sign)) return next?.kind === 'word' && !endsTitle(tokens, at + 1) ? at + 1 : -1
  // `Các đồng chí Phó Bí thư: A, B`.
  if (sign === ':') return mode === 'before' && nameAt(tokens, at + 1) !== null ? at + 1 : -1
  if (sign === '.') return SHORTENED.has(keyAt(tokens, at - 1)) && next?.kind === 'word' ? at + 1 : -1
  if (sign === '(') {
    const close = bracketEnd(tokens, at)
    return close < 0 ? -1 : close + 1
  }
  return sign === '"' || sign === '“' || sign === '”' || sign === '&' ? at + 1 : -1
}

/** `… Tuyên giáo và Dân vận` goes on, `… Huyện ủy và đồng chí …` does not. */
const endsAtJoint = (tokens: readonly Token[], at: number): boolean =>
  JOINTS.has(keyAt(tokens, at)) &&
  (honorifics.at(tokens, at + 1) > 0 ||
    endsTitle(tokens, at + 1) ||
    keyAt(tokens, at + 1) === 'các' ||
    (isFamilyName(tokens, at + 1) && nameAt(tokens, at + 1) !== null))

/** The title that begins with the office at `from`. Looks at most 60 tokens ahead. */
export function titleAt(tokens: readonly Token[], from: number, mode: TitleMode): TitleSpan {
  const end = Math.min(tokens.length, from + MOST_TOKENS)
  let lastOffice = from
  let at = from + Math.max(1, officeAt(tokens, from))
  while (at < end) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'mark') {
      const next = pastMark(tokens, at, mode)
      if (next < 0) break
      at = next
      if (officeAt(tokens, at) === 0) {
        const name = mode === 'before' || DASHES.has(token.text) ? nameInTitle(tokens, at, mode) : null
        if (name !== null)
          return {
            from,
            to: DASHES.has(token.text) || token.text === ':' ? at - 1 : at,
            name: mode === 'before' ? name : null,
            lastOffice,
          }
      }
      continue
    }
    if (token.kind === 'break') break
    if (token.kind === 'word') {
      const office = officeAt(tokens, at)
      if (office > 0) {
        lastOffice = at
        at += office
        continue
      }
      if (honorifics.at(tokens, at) > 0 && !isCapital(token)) break
      if (comrades.at(tokens, at) > 0) break
      if (endsTitle(tokens, at) || endsAtJoint(tokens, at)) break
      const name = isCapital(token) ? nameInTitle(tokens, at, mode) : null
      if (name !== null) return { from, to: name.from, name, lastOffice }
      const place = isCapital(token) ? placeLike(tokens, at) : 0
      at += Math.max(1, place)
      continue
    }
    at += 1
  }
  return { from, to: at, name: null, lastOffice }
}
