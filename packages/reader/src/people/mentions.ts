// Each place of one paragraph where a person is named, with the titles written beside the name.
import organisations from '../lexicon/organisations.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import surnames from '../lexicon/surnames.json' with { type: 'json' }
import titles from '../lexicon/titles.json' with { type: 'json' }
import type { Token } from '../tokens/scan.ts'
import { isCapital, isFamilyName, nameAt, type NameSpan, placeLike } from './names.ts'
import { bracketEnd, endsTitle, honorificAt, isNamedAfter, officeAt, titleAt } from './titles.ts'

export type TokenSpan = { readonly from: number; readonly to: number }

export type Mention = {
  readonly name: NameSpan
  /** With honorific and titles: nothing between `from` and `to` speaks of another. */
  readonly from: number
  readonly to: number
  readonly honorific: 'comrade' | 'sir' | null
  readonly before: TokenSpan | null
  readonly after: TokenSpan | null
  /** One of a list opened by `các đồng chí`. */
  readonly isListed: boolean
  /** Named as one of a household, as a relative, as one who is dead. */
  readonly isKin: boolean
}

const many = new Set(titles.many)
const holds = new Set(titles.holds)
const holdsLast = new Set(titles.holdsLast)
const kin = phraseBook(organisations.kin)
const learned = phraseBook(titles.learned)
const highland = new Set(surnames.highland)
const leaders = phraseBook(surnames.leaders)
const SEPARATORS = new Set([',', '-', '–', '—', '−', '(', ':'])
const DASHES = new Set(['-', '–', '—', '−'])
const LIST_JOINTS = new Set([',', ';', 'và', 'cùng', ':', '-', '•', '+', '*'])
const LINKS = new Set(['là', 'hiện', 'nay', 'kiêm'])

const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

/** `TS.`, `ThS`, `Bác sĩ` between honorific and name. */
function pastLearning(tokens: readonly Token[], at: number): number {
  const length = learned.at(tokens, at)
  if (length === 0) return at
  return keyAt(tokens, at + length) === '.' ? at + length + 1 : at + length
}

/** `(thứ 2 từ trái sang)`, `(bên phải)`: a note of a picture between name and title. */
function pastNote(tokens: readonly Token[], at: number): number {
  if (keyAt(tokens, at) !== '(' || officeAt(tokens, at + 1) > 0) return at
  const close = bracketEnd(tokens, at)
  return close < 0 ? at : close + 1
}

const MOST_OF_HOLDING = 8

/** `được chỉ định giữ chức vụ`, `làm`: where the words end that give an office; `at` when none do. */
function pastHolding(tokens: readonly Token[], at: number): number {
  let to = at
  while (to < at + MOST_OF_HOLDING && holds.has(keyAt(tokens, to))) to += 1
  return to > at && holdsLast.has(keyAt(tokens, to - 1)) ? to : at
}

/** The title after a name that ends at `at`; null when none follows. */
function titleBehind(tokens: readonly Token[], at: number, hasTitle: boolean): TokenSpan | null {
  let from = pastNote(tokens, at)
  if (SEPARATORS.has(keyAt(tokens, from))) from += 1
  for (let links = 0; links < 2 && LINKS.has(keyAt(tokens, from)); links += 1) from += 1
  from = pastHolding(tokens, from)
  if (officeAt(tokens, from) === 0) return null
  const title = titleAt(tokens, from, hasTitle ? 'before' : 'after')
  if (title.name === null) return { from, to: title.to }
  // What ends in another name is that person's title, from its last office on.
  return title.lastOffice > from ? { from, to: lastSign(tokens, title.lastOffice) } : null
}

const lastSign = (tokens: readonly Token[], at: number): number => (tokens[at - 1]?.kind === 'mark' ? at - 1 : at)

type Lead = { readonly from: number; readonly honorific: Mention['honorific']; readonly before: TokenSpan | null }

function mentionOf(tokens: readonly Token[], name: NameSpan, lead: Lead, isListed: boolean): Mention {
  const after = titleBehind(tokens, name.to, lead.before !== null)
  const isKin =
    kin.endingAt(tokens, lead.from - 1) > 0 ||
    (keyAt(tokens, lead.from - 1) === 'của' && kin.endingAt(tokens, lead.from - 2) > 0)
  return { ...lead, name, after, isListed, isKin, to: after === null ? pastNote(tokens, name.to) : after.to }
}

/** After `đồng chí`: a name, or a title and then a name. */
function afterHonorific(
  tokens: readonly Token[],
  from: number,
  length: number,
  kind: 'comrade' | 'sir',
  isMany: boolean,
): Mention | null {
  let at = from + length
  if (keyAt(tokens, at) === ':' || keyAt(tokens, at) === '.') at += 1
  at = pastLearning(tokens, at)
  if (officeAt(tokens, at) > 0) {
    const title = titleAt(tokens, at, 'before')
    return title.name === null
      ? null
      : mentionOf(tokens, title.name, { from, honorific: kind, before: { from: at, to: title.to } }, isMany)
  }
  const name = nameAt(tokens, at)
  if (name === null) return null
  const isSurnamed = isFamilyName(tokens, at) || highland.has(keyAt(tokens, at))
  const mention = mentionOf(tokens, name, { from, honorific: kind, before: null }, isMany)
  // `Bà Rịa`, `Ông Công Ông Táo`: without a family name only an office makes a person of it.
  const isDoubtful = !isSurnamed && (kind === 'sir' || placeLike(tokens, at) > 0)
  return isDoubtful && mention.after === null ? null : mention
}

/** `Chủ tịch Hội Nông dân xã Bình Mỹ (Võ Văn A)`: nothing but the name in the brackets. */
function inBrackets(tokens: readonly Token[], from: number, to: number, isListed: boolean): Mention | null {
  const name = isFamilyName(tokens, to + 1) ? nameAt(tokens, to + 1) : null
  if (name === null || keyAt(tokens, name.to) !== ')' || placeLike(tokens, to + 1) > 0) return null
  const lead: Lead = { from, honorific: null, before: { from, to } }
  return { ...lead, name, after: null, isListed, isKin: false, to: name.to + 1 }
}

/** `Trưởng Ban Dân vận, đồng chí A phát biểu`: a sentence begins with the title, and the name has none of its own. */
function behindComma(tokens: readonly Token[], from: number, to: number, isListed: boolean): Mention | null {
  const sign = keyAt(tokens, to)
  if (sign === '(') return inBrackets(tokens, from, to, isListed)
  const honorific = sign === ',' || DASHES.has(sign) ? honorificAt(tokens, to + 1) : null
  if (honorific === null || (sign === ',' && from > 0 && keyAt(tokens, from - 1) !== '.')) return null
  const mention = afterHonorific(tokens, to + 1, honorific.length, honorific.kind, isListed)
  const hasOwn = mention === null || mention.before !== null || mention.after !== null
  return hasOwn ? null : { ...mention, from, before: { from, to } }
}

/** A title without honorific, then a name. */
function afterTitle(
  tokens: readonly Token[],
  from: number,
  isListed: boolean,
): { mention: Mention | null; to: number } {
  const title = titleAt(tokens, from, 'before')
  const apart = title.name === null ? behindComma(tokens, title.from, title.to, isListed) : null
  if (apart !== null) return { mention: apart, to: apart.to }
  if (title.name === null)
    return { mention: null, to: Math.max(from + 1, title.lastOffice + officeAt(tokens, title.lastOffice)) }
  const lead: Lead = { from, honorific: null, before: { from, to: title.to } }
  const mention = mentionOf(tokens, title.name, lead, isListed)
  return { mention, to: mention.to }
}

/** A name by itself: in a list of comrades, or with its title behind. */
function bareName(tokens: readonly Token[], at: number, isListOpen: boolean): Mention | null {
  const name = nameAt(tokens, at)
  if (name === null || placeLike(tokens, at) > 0 || isNamedAfter(tokens, at)) return null
  const isListed = isListOpen && LIST_JOINTS.has(keyAt(tokens, at - 1))
  const from = at - learned.endingAt(tokens, at - 1)
  const lead: Lead = { from, honorific: null, before: null }
  const mention = mentionOf(tokens, name, lead, isListed)
  // After a small word like `huyện` a capitalised run is a place, whatever follows it.
  const isAfterUnit = tokens[at - 1]?.kind === 'word' && !isSaidOf(tokens, at - 1)
  if (mention.after === null) return isListed && endsItem(tokens, name.to) ? mention : null
  return isAfterUnit ? null : mention
}

const SAID_OF = new Set([
  'có',
  'do',
  'gồm',
  'là',
  'và',
  'cùng',
  'với',
  'của',
  'nghe',
  'bởi',
  'nguyên',
  'sĩ',
  'sỹ',
  'đồng',
  'chí',
])
const isSaidOf = (tokens: readonly Token[], at: number): boolean => SAID_OF.has(keyAt(tokens, at))

const endsItem = (tokens: readonly Token[], at: number): boolean =>
  at >= tokens.length || LIST_JOINTS.has(keyAt(tokens, at)) || keyAt(tokens, at) === '.' || endsTitle(tokens, at)

/** Mentions of a paragraph in order. Every look is bounded, so time grows with the paragraph. */
export function mentionsOf(tokens: readonly Token[]): Mention[] {
  const found: Mention[] = []
  let isListOpen = false
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.kind !== 'word') {
      if (token?.key === '.') isListOpen = false
      at += 1
      continue
    }
    const step = mentionAt(tokens, at, isListOpen)
    if (step.mention !== null && leaders.at(tokens, step.mention.name.from) === 0) found.push(step.mention)
    isListOpen = step.isListOpen
    at = step.to
  }
  return found
}

type Step = { readonly mention: Mention | null; readonly to: number; readonly isListOpen: boolean }

function mentionAt(tokens: readonly Token[], at: number, isListOpen: boolean): Step {
  const honorific = honorificAt(tokens, at)
  if (honorific !== null) {
    const isMany = many.has(keyAt(tokens, at - 1))
    const mention = afterHonorific(tokens, at, honorific.length, honorific.kind, isMany)
    const isOpen = isListOpen || isMany
    return { mention, to: mention?.to ?? at + honorific.length, isListOpen: isOpen }
  }
  if (officeAt(tokens, at) > 0) return { ...afterTitle(tokens, at, isListOpen), isListOpen }
  const isName = isCapital(tokens[at]) && (isFamilyName(tokens, at) || highland.has(keyAt(tokens, at)))
  const mention = isName ? bareName(tokens, at, isListOpen) : null
  return { mention, to: mention?.to ?? at + 1, isListOpen }
}
