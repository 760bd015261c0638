// Numbers that count or measure: their value, their kind and the noun that they count.
import { type Amount, amountAt, clean } from '../numbers/amounts.ts'
import type { FigureKind } from '../reading.ts'
import { bareMoney, type NounPhrase, nounAt, wordsOf } from '../units/noun-phrase.ts'
import { isNumberWord } from './number-words.ts'
import {
  type Decision,
  type FigureDecision,
  digitsOf,
  isDash,
  isGlued,
  keyAt,
  notFigure,
  type Place,
  type Rule,
} from './decision.ts'

/** `x/y`: the index of the denominator's amount, when a stroke and another numeral follow. */
function wholeOf(place: Place, part: Amount): Amount | null {
  if (part.hasScale || part.isPercent || keyAt(place, part.to) !== '/' || digitsOf(place, part.to + 1) === undefined)
    return null
  const gap = (place.tokens[part.to + 1]?.start ?? 0) - (place.tokens[part.to - 1]?.end ?? 0)
  if (gap > 3) return null
  const whole = amountAt(place.tokens, part.to + 1)
  return whole === null || whole.hasScale ? null : whole
}

/** `3 - 5`, `10-15 triệu`: the upper end, when a dash and a greater amount of the same kind follow. */
function upperOf(place: Place, low: Amount): Amount | null {
  if (!isDash(keyAt(place, low.to)) || digitsOf(place, low.to + 1) === undefined) return null
  const high = amountAt(place.tokens, low.to + 1)
  // `398-2024050708`: a code, no span.
  if (high !== null && high.value / high.factor > (1000 * Math.max(1, low.value)) / low.factor) return null
  if (high === null || (low.isPercent && !high.isPercent) || (low.hasScale && !high.hasScale)) return null
  // `120 - 5 xã`: a dash that parts, not one that spans.
  const factor = low.hasScale ? 1 : high.factor
  return low.value * factor < high.value ? high : null
}

const TIMES_CUES = new Set(['gấp', 'tăng', 'giảm', 'cao', 'nhiều', 'hơn', 'gần', 'khoảng', 'gấp đôi', 'trên'])
const COMPARED = new Set(['gấp', 'tăng', 'giảm'])

/** `gấp 2,5 lần` measures; `tổ chức 3 lần` counts. */
function isTimes(place: Place, noun: NounPhrase, value: number): boolean {
  if (place.tokens[noun.from]?.key !== 'lần') return false
  if (!Number.isInteger(value)) return true
  for (let at = place.at - 1; at >= place.at - 3; at -= 1) {
    if (COMPARED.has(keyAt(place, at))) return true
    if (!TIMES_CUES.has(keyAt(place, at))) return keyAt(place, noun.from + 1) === 'so'
  }
  return false
}

const MONEY_CUES = new Set(['tiền', 'phí', 'giá', 'vốn', 'nợ', 'quỹ', 'thưởng', 'sách'])

const LONGEST_WORDS = 8

/** Index behind a bracket that repeats the amount: `01 (một) đồng chí`, `45/50 (90%) chi hội`. */
function behindBracket(place: Place, at: number): number {
  if (keyAt(place, at) !== '(') return at
  const isWords = isNumberWord(place.tokens[at + 1])
  if (!isWords && digitsOf(place, at + 1) === undefined) return at
  for (let to = at + 2; to <= at + LONGEST_WORDS; to += 1)
    if (keyAt(place, to) === ')') return isWords || keyAt(place, to - 1) === '%' ? to + 1 : at
  return at
}

const LONGEST_QUOTED = 6

/** `598 “Nhà đồng đội”`: a noun that goes by its name. */
function quotedNoun(place: Place, at: number): NounPhrase | null {
  if (!/^["“]$/u.test(keyAt(place, at)) || place.tokens[at + 1]?.kind !== 'word') return null
  let to = at + 1
  while (to <= at + LONGEST_QUOTED && place.tokens[to]?.kind === 'word') to += 1
  if (!/^["”]$/u.test(keyAt(place, to))) return null
  return { from: at + 1, to, unit: wordsOf(place.text, place.tokens, at + 1, to), kind: 'count', isKnown: false }
}

/** The noun behind an amount; for millions without one it is money. */
function nounOf(place: Place, amount: Amount): NounPhrase | null {
  const behind = behindBracket(place, amount.to)
  const noun = nounAt(place.text, place.tokens, behind) ?? quotedNoun(place, behind)
  const isSum = amount.hasScale && (amount.isLarge || MONEY_CUES.has(keyAt(place, place.at - 1)))
  if (!isSum || (noun !== null && noun.isKnown)) return noun
  return bareMoney(place.text, place.tokens, amount.to)
}

const kindOf = (place: Place, noun: NounPhrase | null, value: number): FigureKind =>
  noun === null ? 'count' : isTimes(place, noun, value) ? 'measure' : noun.kind

function asFraction(place: Place, part: Amount, whole: Amount): FigureDecision {
  const noun = nounAt(place.text, place.tokens, behindBracket(place, whole.to))
  return {
    list: 'figure',
    from: place.at,
    to: whole.to,
    value: part.value,
    of: whole.value,
    kind: 'fraction',
    nounFrom: noun?.from ?? whole.to,
    nounTo: noun?.to ?? whole.to,
    unit: noun?.unit ?? '',
    because: [...part.because, 'figure.part-of-whole'],
  }
}

function asAmount(place: Place, low: Amount, high: Amount | null): FigureDecision {
  const last = high ?? low
  const noun = nounOf(place, last)
  const factor = high === null || low.hasScale ? 1 : high.factor
  const taken = {
    list: 'figure' as const,
    from: place.at,
    to: last.to,
    value: clean(low.value * factor),
    factor: last.factor,
  }
  const upper = high === null ? {} : { toValue: high.value }
  const because = [...low.because, ...(high === null ? [] : ['figure.range'])]
  if (last.isPercent)
    return {
      ...taken,
      ...upper,
      kind: 'percent',
      unit: '%',
      nounFrom: noun?.from ?? last.to,
      nounTo: noun?.to ?? last.to,
      because: [...because, 'figure.percent'],
    }
  const kind = kindOf(place, noun, last.value)
  const why = noun === null ? 'figure.noun-left-out' : noun.isKnown ? `figure.${kind}` : 'figure.noun-unknown'
  return {
    ...taken,
    ...upper,
    kind,
    unit: noun?.unit ?? '',
    nounFrom: noun?.from ?? last.to,
    nounTo: noun?.to ?? last.to,
    because: [...because, why],
  }
}

const NEVER_COUNTS = /^(?:trong những|trong các)$/u

/** Index behind groups of digits that hang together; what is taken here is not looked at again. */
function endOfChain(place: Place): number {
  let to = place.at + 1
  while (
    /^[.,]$/u.test(keyAt(place, to)) &&
    digitsOf(place, to + 1) !== undefined &&
    isGlued(place, to) &&
    isGlued(place, to + 1)
  )
    to += 2
  return to
}

/** Rule: what no other rule took counts something, unless it is too long for a number. */
export const isFigure: Rule = (place): Decision => {
  const amount = place.amount
  if (amount === null) return notFigure(place, endOfChain(place), 'other', 'figure.too-long')
  const next = `${keyAt(place, place.at + 1)} ${keyAt(place, place.at + 2)}`
  if (amount.value === 1 && NEVER_COUNTS.test(next))
    return notFigure(place, place.at + 1, 'other', 'figure.one-of-several')
  const whole = wholeOf(place, amount)
  if (whole !== null) {
    const isHalfTerm =
      ['nhiệm', 'ngày', 'năm', 'thời'].includes(keyAt(place, whole.to)) &&
      !['hội', 'công'].includes(keyAt(place, whole.to + 1))
    if (isHalfTerm) return notFigure(place, whole.to, 'period', 'figure.part-of-time')
    return asFraction(place, amount, whole)
  }
  // Digits glued to small letters that are no unit: a file's name, a code.
  const isCode = isGlued(place, place.at) && /^[_@#]$/u.test(keyAt(place, place.at - 1))
  return isCode
    ? notFigure(place, place.at + 1, 'other', 'figure.part-of-code')
    : asAmount(place, amount, upperOf(place, amount))
}
