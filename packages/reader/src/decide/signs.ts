// Digits whose shape alone says that they count nothing: hours, telephones, headings, names glued to letters.
import counters from '../lexicon/counters.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { scaleAt } from '../numbers/amounts.ts'
import { digitsOf, isDash, isGlued, keyAt, notFigure, type Place, type Rule } from './decision.ts'

const PHONE = phraseBook(counters.phone)
const NOUNS = phraseBook(units.count, units.measure, units.money)
const PHONE_REACH = 6

const SERVICES = new Set(counters.services)

const isHour = (digits: string | undefined): boolean =>
  digits !== undefined && digits.length <= 2 && Number(digits) <= 24
const isMinute = (digits: string | undefined): boolean =>
  digits !== undefined && digits.length === 2 && Number(digits) < 60

/** `15:45`, `7h30`, `7 giờ 30 phút`, `24/24`, `24/7`. */
export const tellsTime: Rule = (place) => {
  const { at } = place
  const digits = digitsOf(place, at)
  const next = keyAt(place, at + 1)
  const value = Number(digits)
  if (
    isHour(digits) &&
    next === ':' &&
    isGlued(place, at + 1) &&
    isMinute(digitsOf(place, at + 2)) &&
    isGlued(place, at + 2)
  ) {
    const hasSeconds = keyAt(place, at + 3) === ':' && isMinute(digitsOf(place, at + 4)) && isGlued(place, at + 4)
    return notFigure(place, hasSeconds ? at + 5 : at + 3, 'other', 'sign.clock')
  }
  const isRoundTheClock = value === 24 && next === '/' && ['24', '7'].includes(digitsOf(place, at + 2) ?? '')
  if (isRoundTheClock && !/^(?:ngày|sáng|chiều|tối)$/u.test(keyAt(place, at - 1)) && keyAt(place, at + 3) !== '/')
    return notFigure(place, at + 3, 'other', 'sign.around-the-clock')
  const isLetter = (next === 'h' || next === 'g') && isGlued(place, at + 1)
  const isWord = (next === 'giờ' || next === 'h') && keyAt(place, at + 2) !== 'công'
  if (!isHour(digits) || !(isLetter || isWord)) return null
  const minutes = digitsOf(place, at + 2)
  return notFigure(place, isMinute(minutes) ? at + 3 : isLetter ? at + 2 : at + 1, 'other', 'sign.hours')
}

/** Groups of digits with blanks, dots or dashes between, as telephones are written; returns the index behind and all digits. */
function chain(place: Place): { to: number; digits: string; groups: number } {
  let to = place.at + 1
  let digits = digitsOf(place, place.at) ?? ''
  let groups = 1
  for (;;) {
    const isJoined = /^[.\-–]$/u.test(keyAt(place, to)) && digitsOf(place, to + 1) !== undefined
    const next = isJoined ? to + 1 : to
    const more = digitsOf(place, next)
    const gap = (place.tokens[next]?.start ?? 0) - (place.tokens[to - 1]?.end ?? 0)
    if (more === undefined || gap > 3 || more.length < 2 || digits.length + more.length > 12)
      return { to, digits, groups }
    digits += more
    groups += 1
    to = next + 1
  }
}

/** A telephone number: ten or eleven digits from 0, or any long number behind a word for telephone. */
export const isTelephone: Rule = (place) => {
  const first = digitsOf(place, place.at) ?? ''
  const { to, digits, groups } = chain(place)
  const isHome =
    first.startsWith('0') && digits.length >= 10 && digits.length <= 11 && (groups === 1 || first.length >= 3)
  const isAbroad = first === '84' && digits.length >= 10 && groups > 1
  if (isHome || isAbroad) return notFigure(place, to, 'phone', 'sign.telephone')
  // `(024) 3825 1234`
  const isPrefix = first.startsWith('0') && keyAt(place, place.at - 1) === '(' && keyAt(place, place.at + 1) === ')'
  if (isPrefix && digitsOf(place, place.at + 2) !== undefined) {
    const rest = chain({ ...place, at: place.at + 2 })
    if (rest.digits.length >= 6) return notFigure(place, rest.to, 'phone', 'sign.telephone')
  }
  const isService =
    SERVICES.has(first) && /^(?:số|gọi|đài|trực|nóng|sát|hỏa|thương|nạn)$/u.test(keyAt(place, place.at - 1))
  if (isService) return notFigure(place, place.at + 1, 'phone', 'sign.service-number')
  if (digits.length < 3) return null
  for (let at = place.at - 1; at >= Math.max(0, place.at - PHONE_REACH); at -= 1) {
    const length = PHONE.endingAt(place.tokens, at)
    if (length > 0 && (digits.length >= 6 || keyAt(place, place.at - 1) === ':'))
      return notFigure(place, to, 'phone', 'sign.behind-telephone')
  }
  return null
}

const FURTHEST_BRACKET = 30

/** Whether a bracket that opened before has not closed yet. */
function isInBrackets({ tokens, at }: Place): boolean {
  for (let before = at - 1; before >= at - FURTHEST_BRACKET; before -= 1) {
    if (tokens[before]?.key === ')') return false
    if (tokens[before]?.key === '(') return true
  }
  return false
}

/** `1.`, `2)`, `3.1.`, `1/` at the head of a line, `(1)` before what it numbers. */
export const numbersHeading: Rule = (place) => {
  const { at, tokens } = place
  const digits = digitsOf(place, at) ?? ''
  if (digits.length > 2) return null
  // `hộ nghèo (3)`: behind what can be counted a bracket holds a count.
  const isCounted = NOUNS.endingAt(tokens, at - 2) > 0
  const inBrackets =
    !isCounted && keyAt(place, at - 1) === '(' && keyAt(place, at + 1) === ')' && isGlued(place, at + 1)
  if (inBrackets && tokens[at + 2]?.kind === 'word' && Number(digits) <= 20 && !digits.startsWith('0'))
    return notFigure(place, at + 1, 'ordinal', 'sign.numbered-in-brackets')
  const isNote = keyAt(place, at - 1) === '[' && keyAt(place, at + 1) === ']'
  if (isNote) return notFigure(place, at + 1, 'ordinal', 'sign.footnote')
  const isHead = tokens.slice(0, at).every((token) => token.kind === 'mark')
  if (!isHead) {
    const isItem =
      keyAt(place, at + 1) === ')' &&
      isGlued(place, at + 1) &&
      /^[;.:]$/u.test(keyAt(place, at - 1)) &&
      !isInBrackets(place)
    return isItem ? notFigure(place, at + 1, 'ordinal', 'sign.numbered-item') : null
  }
  let to = at + 1
  while (
    keyAt(place, to) === '.' &&
    isGlued(place, to) &&
    (digitsOf(place, to + 1)?.length ?? 9) <= 2 &&
    isGlued(place, to + 1)
  )
    to += 2
  const mark = keyAt(place, to)
  const next = tokens[mark === '.' || mark === ')' || mark === '/' || isDash(mark) ? to + 1 : to]
  const isMarked = /^[.)/]$/u.test(mark) && isGlued(place, to) && next?.kind !== 'digits'
  const isDotted = to > at + 1 && next?.kind === 'word' && next.text !== next.key && scaleAt(tokens, to) === null
  const isDashed = isDash(mark) && next?.kind === 'word' && next.text !== next.key && digits.length === 1
  // `03   Công bố …`, and the first cell of a table's row.
  const wide = (tokens[at + 1]?.start ?? 0) - (tokens[at]?.end ?? 0) >= 2
  const isColumn =
    to === at + 1 &&
    tokens[to]?.kind === 'word' &&
    tokens[to]?.text !== tokens[to]?.key &&
    (wide || digits.startsWith('0'))
  const isRow = mark === '\t' && tokens.slice(to, to + 6).some((token) => token.kind === 'word')
  return isMarked || isDotted || isDashed || isColumn || isRow ? notFigure(place, to, 'ordinal', 'sign.heading') : null
}

const EXPONENTS = new Set(['m', 'km', 'dm', 'cm'])

/** The 2 of m2 belongs to the unit. */
export const isExponent = (place: Place): boolean =>
  isGlued(place, place.at) &&
  EXPONENTS.has(keyAt(place, place.at - 1)) &&
  ['2', '3'].includes(digitsOf(place, place.at) ?? '')

const CODES = new Set(counters.codes)
const EPIDEMIC = new Set(['covid', 'cov', 'ncov', 'sars'])
const TRUNG_UONG = /(?:tw|tư)$/u

/** `5K`, `1A`, `TW4`, `K3`, `Covid-19`: digits that are part of a name. */
export const isGluedName: Rule = (place) => {
  const { at, tokens } = place
  const before = tokens[at - 1]
  if (before !== undefined && isGlued(place, at)) {
    if (before.kind === 'word') {
      if (before.key === 'năm') return null
      // `1km200`: what is left over of the measure before.
      const measured = place.decided.at(-1)
      if (/^k?m$/u.test(before.key) && measured?.list === 'figure' && measured.to === at - 1)
        return notFigure(place, at + 1, 'other', 'sign.rest-of-measure')
      const isSlip =
        /^[01]$/u.test(digitsOf(place, at) ?? '') && tokens[at + 1]?.kind === 'word' && isGlued(place, at + 1)
      if (isSlip && before.text === before.key) return notFigure(place, at + 1, 'other', 'sign.inside-a-word')
      if (TRUNG_UONG.test(before.key)) return notFigure(place, at + 1, 'resolutionName', 'sign.of-the-centre')
      // `có3 mô hình`: a blank left out; a name has a capital.
      if (before.text !== before.key) return notFigure(place, at + 1, 'other', 'sign.letters-before')
    }
    const letters = tokens[at - 2]
    if (isDash(before.key) && letters?.kind === 'word' && isGlued(place, at - 1) && /^\p{Lu}{2,}$/u.test(letters.text))
      return notFigure(place, at + 1, 'other', 'sign.code')
    const isPage = before.key === '.' && letters?.kind === 'word' && isGlued(place, at - 1) && CODES.has(letters.key)
    if (isPage) return notFigure(place, at + 1, 'other', 'sign.code')
    const isRoad =
      before.key === '.' && letters?.kind === 'word' && isGlued(place, at - 1) && /^\p{Lu}{2,}$/u.test(letters.text)
    if (isRoad) return notFigure(place, at + 1, 'other', 'sign.code')
    if (before.key === '+' && /^(?:gmt|utc)$/u.test(letters?.key ?? ''))
      return notFigure(place, at + 1, 'other', 'sign.time-zone')
    if (
      before.key === '/' &&
      letters?.kind === 'word' &&
      isGlued(place, at - 1) &&
      /^0?1$/u.test(digitsOf(place, at) ?? '')
    )
      return notFigure(place, at + 1, 'other', 'sign.per-one')
  }
  const isEpidemic =
    EPIDEMIC.has(keyAt(place, at - 1)) || (isDash(keyAt(place, at - 1)) && EPIDEMIC.has(keyAt(place, at - 2)))
  if (isEpidemic) return notFigure(place, at + 1, 'other', 'sign.epidemic')
  const after = tokens[at + 1]
  const isName =
    after?.kind === 'word' &&
    isGlued(place, at + 1) &&
    after.text.length <= 2 &&
    after.text === after.text.toUpperCase() &&
    after.text !== after.key &&
    NOUNS.at(tokens, at + 1) === 0 &&
    !/^[oO]+$/u.test(after.text)
  const isDegree = after?.key === '°' || (after?.key === 'oc' && isGlued(place, at + 1))
  if (isDegree || /^[kmg]b$/u.test(after?.key ?? '')) return notFigure(place, at + 1, 'other', 'sign.of-a-gauge')
  if (after?.key === 'kv') return notFigure(place, at + 1, 'other', 'sign.voltage')
  return isName ? notFigure(place, at + 2, 'other', 'sign.letters-behind') : null
}
