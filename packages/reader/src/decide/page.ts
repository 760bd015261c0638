// Numbers that a page brings with it: counters of visits, pagers, addresses, codes.
import counters from '../lexicon/counters.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { scaleAt } from '../numbers/amounts.ts'
import { digitsOf, isDash, isGlued, keyAt, notFigure, type Place, type Rule } from './decision.ts'
import { tellsTime } from './signs.ts'

const NOUNS = phraseBook(units.count, units.measure, units.money)
const SHORT_LINE = 14
/** A line that tells when a text was posted and how often it was read. */
const LONGEST_POSTING = 20
const SHORTEST_HEADLINE = 5
const VISITS = phraseBook(counters.visits)
const ADDRESSES = phraseBook(counters.address)

const BEFORE = phraseBook(counters.before)
/** Short words that tell of visits only before a colon: `Xem: 1.377`. */
const MARKED = phraseBook(counters.marked)
const BEHIND = phraseBook(counters.behind)
const AT_HEAD = phraseBook(counters.atHead)

/**
 * Whether a line is of a page's counters: it has no words at all besides its numbers, or begins with a word for visits and
 * says little more, or follows such a line and is as short.
 */
export function isCounterLine(tokens: Place['tokens'], isAfterCounter: boolean): boolean {
  if (tokens.length > SHORT_LINE) return false
  const words = tokens.filter((token) => token.kind === 'word')
  const hasTab = tokens.some((token) => token.key === '\t')
  if (words.length === 0 && !hasTab) return true
  const head = tokens.findIndex((token) => token.kind !== 'mark')
  const endsInNumber =
    tokens.findLast((token) => token.kind !== 'mark')?.kind === 'digits' && tokens.at(-1)?.key !== '.'
  if (!endsInNumber) return false
  if (isAfterCounter && words.length <= 4 && !hasTab) return true
  if (AT_HEAD.at(tokens, head) === 0 || (hasTab && tokens[head]?.key === 'tổng')) return false
  let rest = 0
  for (let at = head; at < tokens.length; at += 1) {
    const length = AT_HEAD.at(tokens, at)
    if (length > 0) at += length - 1
    else if (tokens[at]?.kind === 'word') rest += 1
  }
  return rest <= 2
}

/** Rule: every number of a counter line and of furniture, and those right behind or before a word for visits. */
export const countsVisits: Rule = (place) => {
  const amount = place.amount?.to ?? place.at + 1
  const isRated = keyAt(place, amount) === '/' && digitsOf(place, amount + 1) !== undefined
  const to = isRated ? amount + 2 : amount
  // Headlines of other news are furniture too, but what they count is counted.
  const noun = NOUNS.at(place.tokens, to)
  const isHeadline = noun > 0 && VISITS.at(place.tokens, to) < noun && place.tokens.length > SHORTEST_HEADLINE
  if (place.isFurniture && isHeadline) return null
  if (place.isFurniture) return notFigure(place, to, 'siteCounter', 'sign.page-furniture')
  let last = place.at - 1
  while (/^[:(\t]$/u.test(keyAt(place, last)) && last > place.free) last -= 1
  const isMarked = keyAt(place, place.at - 1) === ':'
  const isBehind = BEFORE.endingAt(place.tokens, last) > 0 && (isMarked || NOUNS.at(place.tokens, to) === 0)
  const before = place.decided.at(-1)
  const goesOn = before?.list === 'not' && before.why === 'siteCounter' && AT_HEAD.endingAt(place.tokens, last) > 0
  if (goesOn) return notFigure(place, to, 'siteCounter', 'sign.behind-counter')
  const isSeen = isMarked && MARKED.endingAt(place.tokens, last) > 0 && NOUNS.at(place.tokens, to) === 0
  if (isBehind || isSeen) return notFigure(place, to, 'siteCounter', 'sign.behind-counter')
  const isBracketed = keyAt(place, place.at - 1) === '(' || place.tokens.length <= LONGEST_POSTING
  const isBefore = BEHIND.at(place.tokens, to) > 0 && isBracketed
  return isBefore ? notFigure(place, to, 'siteCounter', 'sign.before-counter') : null
}

const LONGEST_CHUNK = 60
const ADDRESS = /:\/\/|www\.|@\p{L}/u
const CHECK_CODE = /^(?=.*[a-z])\W?[a-z\d]{4}(?:-[a-z\d]{4})+[.,;)]?$/u
const MIXED = /^\W*(?:\p{L}+\d+\p{L}+\d|\d+\p{L}+\d+\p{L})/u

/** The signs around a place up to the next blanks, no further than a bound. */
function chunkAround({ text, tokens, at }: Place): string {
  const [start, end] = [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0]
  const before = text.slice(Math.max(0, start - LONGEST_CHUNK), start)
  const after = text.slice(end, end + LONGEST_CHUNK)
  return `${/\S*$/u.exec(before)?.[0] ?? ''}${text.slice(start, end)}${/^\S*/u.exec(after)?.[0] ?? ''}`
}

/** Rule: digits in the address of a page or of mail, and in codes of letters and digits by turns: `a5e4-6u2g`. */
export const isInAddress: Rule = (place) => {
  const { at } = place
  const isTouched = isGlued(place, at) || isGlued(place, at + 1)
  if (!isTouched) return null
  const chunk = chunkAround(place)
  // `7h30m`, `1tr5` and `20ha` are no codes: at least two letters and two numbers by turns, and no unit read before.
  const isCode =
    CHECK_CODE.test(chunk) || (MIXED.test(chunk) && place.amount?.hasScale !== true && tellsTime(place) === null)
  return ADDRESS.test(chunk) || isCode ? notFigure(place, at + 1, 'other', 'sign.address-or-code') : null
}

const ACCOUNTS = phraseBook(counters.accounts)
const LONG_CODE = 7

/** Rule: numbers of accounts and codes; long runs without points that count nothing; `1 2 3` of a pager. */
export const isCode: Rule = (place) => {
  const { at, tokens } = place
  const digits = digitsOf(place, at) ?? ''
  let last = at - 1
  while (/^(?::|số|là)$/u.test(keyAt(place, last)) && last > at - 3) last -= 1
  const isAccount = ACCOUNTS.endingAt(tokens, last) > 0 && digits.length >= 3
  const isLong = digits.length >= LONG_CODE && NOUNS.at(tokens, at + 1) === 0 && scaleAt(tokens, at + 1) === null
  const isPadded = digits.length >= 3 && digits.startsWith('0') && NOUNS.at(tokens, at + 1) === 0
  const isFile = isDash(keyAt(place, at + 1)) && isGlued(place, at + 1) && (digitsOf(place, at + 2)?.length ?? 0) > 8
  if (isFile) return notFigure(place, at + 3, 'other', 'sign.code')
  const before = place.decided.at(-1)
  // `công nghiệp 4.0`: a version, for whole numbers have no such decimals.
  const isVersion =
    keyAt(place, at + 1) === '.' && digitsOf(place, at + 2) === '0' && isGlued(place, at + 1) && isGlued(place, at + 2)
  if (isVersion) return notFigure(place, at + 3, 'other', 'sign.version')
  const isTrailing =
    before?.list === 'not' &&
    before.to === at &&
    (tokens[at + 1] === undefined || digitsOf(place, at + 1) !== undefined)
  if (isTrailing && (before.because[0] === 'sign.clock' || before.why === 'siteCounter'))
    return notFigure(place, at + 1, 'siteCounter', 'sign.behind-posting-time')
  if (isAccount || isLong || isPadded) return notFigure(place, at + 1, 'other', 'sign.code')
  const beside = [digitsOf(place, at - 1), digitsOf(place, at + 1)].filter((each) => each !== undefined)
  const pager = place.decided.at(-1)
  const isLastPage =
    pager?.because[0] === 'sign.pager' &&
    at - pager.to <= 3 &&
    place.tokens.slice(pager.to, at).every((token) => /^[.…]$/u.test(token.key))
  if (isLastPage) return notFigure(place, at + 1, 'other', 'sign.pager')
  const isFormat =
    keyAt(place, at + 1) === 'x' && digitsOf(place, at + 2) !== undefined && NOUNS.at(tokens, at + 3) === 0
  if (isFormat) return notFigure(place, at + 3, 'other', 'sign.format')
  const isStreet = keyAt(place, at - 1) === ':' && ADDRESSES.endingAt(tokens, at - 2) > 0
  if (isStreet) return notFigure(place, at + 1, 'other', 'sign.address')
  const isPager = digits.length <= 2 && beside.length > 0 && beside.every((each) => each.length <= 2)
  return isPager ? notFigure(place, at + 1, 'other', 'sign.pager') : null
}
