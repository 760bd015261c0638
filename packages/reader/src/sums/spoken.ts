// Amounts repeated in words in brackets: `02 (hai) lớp`, `500.000 đồng (Năm trăm nghìn đồng)`.
import words from '../lexicon/number-words.json' with { type: 'json' }
import scales from '../lexicon/scales.json' with { type: 'json' }
import { amountAt } from '../numbers/amounts.ts'
import type { Token } from '../tokens/scan.ts'
import type { Disagreement } from './disagreement.ts'
import { keyAt, type Line } from './lines.ts'

const DIGITS: Readonly<Record<string, number>> = {
  ...words.units,
  ...words.last,
  không: 0,
  mốt: 1,
  tư: 4,
  lăm: 5,
  nhăm: 5,
}
const SCALES: Readonly<Record<string, number>> = scales.words
const ZERO = new Set(['linh', 'lẻ'])
const TAIL = new Set(['đồng', 'chẵn', 'việt', 'nam', 'phần'])
const LONGEST = 24

/** The number that words from `from` to `to` say, all of them being words of a number; null otherwise. */
function spoken(tokens: readonly Token[], from: number, to: number): number | null {
  let [total, group, digit] = [0, 0, -1]
  let isAny = false
  for (let at = from; at < to; at += 1) {
    const key = keyAt(tokens, at)
    const scale = SCALES[key]
    if (key === 'mươi') [group, digit] = [group + Math.max(1, digit) * 10, -1]
    else if (key === 'mười') [group, digit] = [group + 10, -1]
    else if (key === 'trăm') [group, digit] = [group + Math.max(0, digit) * 100, -1]
    else if (scale !== undefined) [total, group, digit] = [total + (group + Math.max(0, digit)) * scale, 0, -1]
    else if (DIGITS[key] !== undefined && digit < 0) digit = DIGITS[key]
    else if (!(ZERO.has(key) && isAny && digit < 0)) return null
    isAny = true
  }
  return isAny ? total + group + Math.max(0, digit) : null
}

const isPlainDigits = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'digits' || (tokens[at]?.key === '.' && tokens[at]?.start === tokens[at - 1]?.end)

/** Where the number begins that ends before `to`: `1.200.000`. */
function numberFrom(tokens: readonly Token[], to: number): number {
  let from = to
  while (from > 0 && to - from < 12 && isPlainDigits(tokens, from - 1)) from -= 1
  return from
}

/** Disagreements between digits and the words behind them in one line. */
export function spokenIn({ tokens }: Line): Disagreement[] {
  const found: Disagreement[] = []
  for (let at = 1; at < tokens.length; at += 1) {
    if (keyAt(tokens, at) !== '(' || tokens[at + 1]?.kind !== 'word') continue
    let end = at + 1
    while (end < Math.min(tokens.length, at + LONGEST) && tokens[end]?.kind === 'word') end += 1
    if (keyAt(tokens, end) !== ')') continue
    let last = end
    while (last > at + 2 && TAIL.has(keyAt(tokens, last - 1))) last -= 1
    const said = spoken(tokens, at + 1, last)
    if (said === null) continue
    // The currency may stand between the digits and the brackets.
    const to = keyAt(tokens, at - 1) === 'đồng' || keyAt(tokens, at - 1) === 'đ' ? at - 1 : at
    const from = numberFrom(tokens, to)
    const amount = from < to ? amountAt(tokens, from) : null
    const before = keyAt(tokens, from - 1)
    const isCut = before === ',' ? tokens[from - 1]?.end === tokens[from]?.start : before === '/' || before === '-'
    if (amount === null || amount.to !== to || isCut || amount.value === said) continue
    found.push({
      code: 'sums.words-differ',
      told: [
        { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, value: amount.value },
        { start: tokens[at + 1]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, value: said },
      ],
      makes: null,
      because: ['sums.words-in-brackets'],
    })
  }
  return found
}
