// An amount: a numeral with its scale words and its percent sign, `3 tỷ 250 triệu`, `99,95%`, `35triệu`.
import scales from '../lexicon/scales.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { type Token } from '../tokens/scan.ts'
import { type After, numeralAt } from './numerals.ts'

export type Amount = {
  /** Token indexes, `to` after the last. */
  readonly from: number
  readonly to: number
  readonly value: number
  readonly isPercent: boolean
  readonly hasScale: boolean
  /** The last scale word stands for millions or more: so many that money is meant where no noun follows. */
  readonly isLarge: boolean
  /** By how much the scale words multiply; 1 without any. */
  readonly factor: number
  readonly decimals: number
  readonly because: readonly string[]
}

const WORDS: Readonly<Record<string, number>> = scales.words
const SHORT: Readonly<Record<string, number>> = scales.short
const HUNDREDS: Readonly<Record<string, number>> = scales.hundreds
const NOT_BEFORE = new Set(scales.notBefore)
const MEASURES = phraseBook(units.measure)
const CURRENCY = new Set(units.money)

const isClose = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.end === tokens[at]?.start

/** A capital begins a name (`Triệu Phong`), unless the whole line is in capitals. */
const isCommon = (token: Token): boolean =>
  token.text[0] === token.key[0] || (token.text.length > 1 && token.text === token.text.toUpperCase())

/** The scale word at a place; `tỷ` of `tỷ lệ` is none. */
export function scaleAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const next = tokens[at + 1]
  const word = WORDS[token.key]
  if (word !== undefined) return isCommon(token) && !(next?.kind === 'word' && NOT_BEFORE.has(next.key)) ? word : null
  // `7 trăm triệu`: hundreds of a scale.
  const hundreds = HUNDREDS[token.key]
  if (hundreds !== undefined) return WORDS[next?.key ?? ''] === undefined ? null : hundreds
  const short = SHORT[token.key]
  if (short === undefined) return null
  const isMoney = next?.kind === 'word' && CURRENCY.has(next.key)
  const isAttached = isClose(tokens, at) && tokens[at - 1]?.kind === 'digits' && token.text !== token.text.toUpperCase()
  return isMoney || isAttached ? short : null
}

/** `%`, also after a blank, or the two words; how many tokens it takes. */
export function percentAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key === '%') return 1
  return tokens[at]?.key === 'phần' && tokens[at + 1]?.key === 'trăm' ? 2 : 0
}

const NOUNS = phraseBook(units.count, units.money)

const AFTER = (tokens: readonly Token[]): After => ({
  takesDecimals: (at) => percentAt(tokens, at) > 0 || scaleAt(tokens, at) !== null || MEASURES.at(tokens, at) > 0,
  isCounted: (at) => scaleAt(tokens, at) !== null || MEASURES.at(tokens, at) > 0 || NOUNS.at(tokens, at) > 0,
})

/** Without the dust that multiplying leaves: 0.1 × 3 is 0.3. */
export const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

type Scaled = { readonly to: number; readonly factor: number; readonly last: number }

/** Scale words that multiply: `1,2 nghìn tỷ`. */
function scalesFrom(tokens: readonly Token[], at: number): Scaled {
  let to = at
  let factor = 1
  let last = 1
  for (;;) {
    const scale = scaleAt(tokens, to)
    if (scale === null || (to > at && scale <= last)) return { to, factor, last }
    factor *= scale
    last = scale
    to += 1
  }
}

/** The smaller part of a stacked amount: `… tỷ 250 triệu`, `… triệu 500 nghìn`, `1tr5`. */
function stackedFrom(tokens: readonly Token[], at: number, unit: number): { to: number; value: number } {
  const token = tokens[at]
  if (token?.kind === 'word' && scales.half.includes(token.key)) return { to: at + 1, value: unit / 2 }
  if (token?.kind !== 'digits') return { to: at, value: 0 }
  const numeral = numeralAt(tokens, at, AFTER(tokens))
  if (numeral === null) return { to: at, value: 0 }
  const scaled = scalesFrom(tokens, numeral.to)
  if (scaled.to > numeral.to && scaled.factor < unit && numeral.value * scaled.factor < unit) {
    const rest = stackedFrom(tokens, scaled.to, scaled.factor)
    return { to: rest.to, value: numeral.value * scaled.factor + rest.value }
  }
  const isAttached = isClose(tokens, at) && token.text.length === 1 && numeral.to === at + 1
  if (isAttached) return { to: at + 1, value: (numeral.value * unit) / 10 }
  const isMoney = CURRENCY.has(tokens[numeral.to]?.key ?? '') && tokens[numeral.to + 1]?.key !== 'chí'
  // `2 triệu 500.000 đồng`: written out to the last đồng.
  if (isMoney && numeral.value >= 1000 && numeral.value < unit) return { to: numeral.to, value: numeral.value }
  return { to: at, value: 0 }
}

/** The amount whose first digit run is token `at`; null where the digits are no numeral. */
export function amountAt(tokens: readonly Token[], at: number): Amount | null {
  const numeral = numeralAt(tokens, at, AFTER(tokens))
  if (numeral === null) return null
  const scaled = scalesFrom(tokens, numeral.to)
  const hasScale = scaled.to > numeral.to
  const rest = hasScale ? stackedFrom(tokens, scaled.to, scaled.last) : { to: numeral.to, value: 0 }
  const percent = hasScale ? 0 : percentAt(tokens, numeral.to)
  return {
    from: at,
    // The sign belongs to the number as written, the words «phần trăm» are its unit.
    to: (hasScale ? rest.to : numeral.to) + (percent === 1 ? 1 : 0),
    value: clean(numeral.value * scaled.factor + rest.value),
    isPercent: percent > 0,
    hasScale,
    isLarge: scaled.factor >= 1_000_000,
    factor: scaled.factor,
    decimals: numeral.decimals,
    because: [
      ...numeral.because,
      ...(hasScale ? ['amount.scale'] : []),
      ...(rest.to > scaled.to ? ['amount.stacked'] : []),
      ...(percent > 0 ? ['amount.percent'] : []),
    ],
  }
}
