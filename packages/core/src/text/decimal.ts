// Exact arithmetic on figures: numbers with at most six decimals. Not a general number library.

import { addRational, divideRational, numberOf, rational, scaled, type Rational } from './rational.ts'

/** True for a finite number that six decimals write exactly and that keeps its last digit in storage. */
export function isFigure(value: number): boolean {
  if (Number.isSafeInteger(value)) return true
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return false
  return numberOf({ n: scaled(value), d: 1_000_000n }) === value
}

/** `0.1 + 0.2` is `0.3`. Both operands are rounded to six decimals first. */
export const addDecimal = (a: number, b: number): number => numberOf(addRational(rational(a), rational(b)))

/** Adds what is known. Null only when nothing is known; the sum of no values at all is null too. */
export function sumDecimals(values: readonly (number | null)[]): number | null {
  let total: Rational | null = null
  for (const value of values) {
    if (value !== null) total = total === null ? rational(value) : addRational(total, rational(value))
  }
  return total === null ? null : numberOf(total)
}

/** a ÷ b rounded half away from zero to `scale` decimals (0 to 6); null when b is 0. */
export function divide(a: number, b: number, scale: number): number | null {
  const quotient = divideRational(rational(a), rational(b))
  return quotient === null ? null : numberOf(quotient, scale)
}

/** Rounds half away from zero, as offices do: 0.5 → 1, −0.5 → −1. */
export const roundDecimal = (value: number, scale: number): number => numberOf(rational(value), scale)

/** How many decimals the figure really uses, 0 to 6. */
export function decimalsOf(value: number): number {
  if (Number.isSafeInteger(value)) return 0
  const digits = (scaled(value) % 1_000_000n).toString().replace('-', '').padStart(6, '0')
  return digits.replace(/0+$/, '').length
}
