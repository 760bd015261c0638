// The noun that a number counts: `lượt công dân`, `xã, phường`, `đồng/người/năm`, `m2`.
import stops from '../lexicon/stops.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import numbered from '../lexicon/numbered.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { FigureKind } from '../reading.ts'
import type { Token } from '../tokens/scan.ts'

export type NounPhrase = {
  /** Token indexes, `to` after the last. */
  readonly from: number
  readonly to: number
  readonly unit: string
  readonly kind: Extract<FigureKind, 'count' | 'money' | 'measure'>
  /** The head is a noun of the lexicon, not merely a word in the place of one. */
  readonly isKnown: boolean
}

const NOUNS = phraseBook(units.count)
const MEASURES = phraseBook(units.measure)
const MONEY = phraseBook(units.money)
const FUNCTION = phraseBook(stops.function)
const VERBS = phraseBook(stops.verbs)
const GRADES = phraseBook(stops.grades)
const ALSO_VERBS = phraseBook(numbered.alsoVerbs)

const MOST_MODIFIERS = 4
const MOST_UNKNOWN = 3
const MOST_PER = 3
const MOST_JOINED = 2

const isStop = (tokens: readonly Token[], at: number): boolean =>
  FUNCTION.at(tokens, at) > 0 || VERBS.at(tokens, at) > 0
const isGlued = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.end === tokens[at]?.start
const isCapital = (token: Token | undefined): boolean => token !== undefined && token.text[0] !== token.key[0]

/** The words of tokens as a unit is written: lower case, single blanks, signs close to the word before. */
export function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const start = tokens[from]?.start ?? 0
  return text
    .slice(start, Math.max(start, tokens[to - 1]?.end ?? start))
    .toLowerCase()
    .replace(/\s+/gu, ' ')
}

/** `/năm`, `/người/tháng` behind a unit. */
function perTo(tokens: readonly Token[], at: number): number {
  let to = at
  for (let many = 0; many < MOST_PER && tokens[to]?.key === '/' && tokens[to + 1]?.kind === 'word'; many += 1)
    to = exponentTo(tokens, to + 1 + Math.max(1, NOUNS.at(tokens, to + 1)))
  return to
}

/** Behind `m`: its exponent, as a digit or as a raised sign. */
function exponentTo(tokens: readonly Token[], at: number): number {
  const isRaised = /^(?:2|3|²|³)$/u.test(tokens[at]?.text ?? '') && isGlued(tokens, at)
  return isRaised && /^[kcd]?m$/u.test(tokens[at - 1]?.key ?? '') ? at + 1 : at
}

/** Words that tell more of the head: up to four, none of them a joint, a verb or a name. */
function modifiersTo(tokens: readonly Token[], at: number): number {
  let to = at
  while (to < at + MOST_MODIFIERS && tokens[to]?.kind === 'word' && !isCapital(tokens[to])) {
    // `lượt cá nhân`: a syllable of a longer noun is no verb.
    const noun = NOUNS.at(tokens, to)
    const isNoun = noun > 1 && ALSO_VERBS.at(tokens, to) < noun && VERBS.at(tokens, to) < noun
    if (!isNoun && isStop(tokens, to)) break
    to += isNoun ? noun : 1
  }
  return to
}

/** `xã, phường`; `đơn đề nghị, kiến nghị`: nouns of the same rank behind a comma. */
function joinedTo(tokens: readonly Token[], at: number): number {
  let to = at
  for (let many = 0; many < MOST_JOINED && tokens[to]?.key === ','; many += 1) {
    const length = NOUNS.at(tokens, to + 1)
    const isNoun =
      length > 0 &&
      !isCapital(tokens[to + 1]) &&
      ALSO_VERBS.at(tokens, to + 1) < length &&
      VERBS.at(tokens, to + 1) <= length
    const next = tokens[to + 1 + length]
    // `đơn vị, loại Khá 8 đơn vị`: what follows the comma begins something else.
    if (!isNoun || isCapital(next) || next?.kind === 'digits') break
    to += 1 + length
  }
  return to
}

/** `42 giỏi`, `11 loại A`: how good, not what. */
const isGrade = (tokens: readonly Token[], at: number): boolean =>
  GRADES.at(tokens, at) > 0 ||
  (tokens[at]?.key === 'loại' && (isCapital(tokens[at + 1]) || GRADES.at(tokens, at + 1) > 0))

/** `31 đ/c`: comrades, no money for each of anything. */
const isComrades = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === 'đ' && tokens[at + 1]?.key === '/' && tokens[at + 2]?.key === 'c'

function knownAt(text: string, tokens: readonly Token[], at: number): NounPhrase | null {
  if (isComrades(tokens, at)) return { from: at, to: at + 3, unit: 'đ/c', kind: 'count', isKnown: true }
  const money = MONEY.at(tokens, at)
  const noun = NOUNS.at(tokens, at)
  const measure = MEASURES.at(tokens, at)
  if (money > 0 && money >= noun && !(tokens[at]?.key === 'đồng' && NOT_MONEY.has(tokens[at + 1]?.key ?? ''))) {
    const to = perTo(tokens, at + money)
    return {
      from: at,
      to,
      unit: wordsOf(text, tokens, at, to).replace(/^vn[đd]/u, 'đồng'),
      kind: 'money',
      isKnown: true,
    }
  }
  if (measure > 0 && measure >= noun) {
    const to = perTo(tokens, exponentTo(tokens, at + measure))
    return { from: at, to, unit: wordsOf(text, tokens, at, to), kind: 'measure', isKnown: true }
  }
  if (noun === 0) return null
  const head = modifiersTo(tokens, at + noun)
  const to = perTo(tokens, head === at + noun || !isStop(tokens, head) ? joinedTo(tokens, head) : head)
  return { from: at, to, unit: wordsOf(text, tokens, at, to), kind: 'count', isKnown: true }
}

const NOT_MONEY = new Set(['chí', 'bào', 'nghiệp', 'hồ', 'ruộng', 'lúa', 'đội', 'tác', 'thuận', 'hành'])

/** The noun phrase that begins at a token; null where a verb, a joint, a mark or nothing stands. */
export function nounAt(text: string, tokens: readonly Token[], at: number): NounPhrase | null {
  if (tokens[at]?.kind !== 'word' || isGrade(tokens, at)) return null
  const known = knownAt(text, tokens, at)
  if (known !== null) return known
  if (isStop(tokens, at)) return null
  let to = at + 1
  while (to < at + MOST_UNKNOWN && tokens[to]?.kind === 'word' && !isStop(tokens, to) && !isCapital(tokens[to])) to += 1
  return { from: at, to, unit: wordsOf(text, tokens, at, to), kind: 'count', isKnown: false }
}

/** The unit of an amount without its currency: `30 triệu/hộ` is đồng for each. */
export function bareMoney(text: string, tokens: readonly Token[], at: number): NounPhrase {
  const to = perTo(tokens, at)
  return { from: at, to, unit: `đồng${wordsOf(text, tokens, at, to)}`, kind: 'money', isKnown: true }
}

const SO = new Set(['số', 'lượng'])
/** Said of a number, not counted by it: `(chỉ tiêu 80)`. */
const LABELS = new Set(['chỉ tiêu', 'kế hoạch', 'mục tiêu'])
const LINKS = new Set([
  'là',
  'đạt',
  'có',
  'còn',
  'được',
  'gồm',
  'chiếm',
  ':',
  '(',
  '\t',
  'khoảng',
  'gần',
  'trên',
  'hơn',
])
const FURTHEST_HEAD = 12
const CLAUSE_END = /^[.;!?]$/u

const found = (text: string, tokens: readonly Token[], from: number, length: number): NounPhrase => ({
  from,
  to: from + length,
  unit: wordsOf(text, tokens, from, from + length),
  kind: 'count',
  isKnown: true,
})

/** `số hộ nghèo … là 35`, `tổng số đơn tiếp nhận: 64`: the noun that a word for number names. */
function namedByNumber(text: string, tokens: readonly Token[], at: number, least: number): NounPhrase | null {
  for (let from = at - 1; from > least; from -= 1) {
    const token = tokens[from]
    if (token === undefined || CLAUSE_END.test(token.key) || token.kind === 'digits') return null
    const length = SO.has(tokens[from - 1]?.key ?? '') ? NOUNS.at(tokens, from) : 0
    if (length > 0 && from + length <= at) return found(text, tokens, from, length)
  }
  return null
}

/** `Đại biểu dự: 180`: the first noun of a label. */
function headOfLabel(text: string, tokens: readonly Token[], at: number, least: number): NounPhrase | null {
  let from = at
  while (from - 1 > least && tokens[from - 1]?.kind === 'word') from -= 1
  for (; from < at; from += 1) {
    const length = NOUNS.at(tokens, from)
    const verb = VERBS.at(tokens, from)
    // `đã giải quyết: 20`
    if (verb > length) from += verb - 1
    else if (length > 0 && from + length <= at) return found(text, tokens, from, length)
  }
  return null
}

/**
 * The noun before a number that has none behind it: `số hộ nghèo là 35`, `Hộ nghèo: 35`, `nữ 98`.
 * Looks a bounded way back, within the clause and behind the number before.
 */
export function nounBefore(text: string, tokens: readonly Token[], at: number, free: number): NounPhrase | null {
  const least = Math.max(free - 1, at - FURTHEST_HEAD, -1)
  const named = namedByNumber(text, tokens, at, least)
  if (named !== null) return named
  if (tokens[at - 1]?.key === ':') {
    const headed = headOfLabel(text, tokens, at - 1, least)
    if (headed !== null) return headed
  }
  return headOfSegment(text, tokens, at, least)
}

/** Words that lead in a part: `trong đó nữ 98`, `còn hộ nghèo 12`. */
const LEADS = phraseBook(['trong đó', 'trong', 'đó', 'còn', 'riêng', 'và', 'gồm', 'bao gồm', 'số', 'có', 'tổng'])
const STARTS = /^[.;!?•*]$/u
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—]$/u.test(token.key)
const PLACES = phraseBook(numbered.places)

/**
 * The noun that the words right before the number begin with. Behind a comma a verb may not stand between (`trao 7.042`):
 * then it is something new that is counted.
 */
function headOfSegment(text: string, tokens: readonly Token[], at: number, least: number): NounPhrase | null {
  let last = at - 1
  while (last > least && /^[(\t]$/u.test(tokens[last]?.key ?? '')) last -= 1
  let from = last
  while (from - 1 > least && tokens[from - 1]?.kind === 'word') from -= 1
  if (tokens[from]?.kind !== 'word') return null
  const boundary = tokens[from - 1]
  const isStart = boundary === undefined || STARTS.test(boundary.key)
  for (let lead = LEADS.at(tokens, from); lead > 0 && from <= last; lead = LEADS.at(tokens, from)) from += lead
  const length = NOUNS.at(tokens, from)
  if (length === 0 || from + length > last + 1 || LABELS.has(wordsOf(text, tokens, from, from + length))) return null
  if (VERBS.at(tokens, from) > length || (!isStart && ALSO_VERBS.at(tokens, from) >= length)) return null
  // `xã Quân Hà 655`, `cấp tỉnh 40`: where, not what.
  const isWhere = tokens[from]?.key === 'cấp' || (PLACES.at(tokens, from) >= length && isCapital(tokens[from + length]))
  if (isWhere || (isDash(boundary) && from - 1 > least + 1)) return null
  for (let word = from + length; word <= last; word += 1) {
    const isVerb = VERBS.at(tokens, word) > 0 && !LINKS.has(tokens[word]?.key ?? '')
    if (isVerb && !isStart) return null
  }
  return found(text, tokens, from, length)
}
