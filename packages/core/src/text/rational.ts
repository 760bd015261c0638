// Exact fractions over BigInt for working out formulas. Not a stored type: figures enter and leave as numbers of at most six decimals.

export type Rational = { readonly n: bigint; readonly d: bigint }

const SCALE = 6
const UNIT = 10n ** BigInt(SCALE)

/** A finite number, read by its shortest decimal writing and rounded half away from zero to six decimals. Throws RangeError otherwise. */
export function rational(value: number): Rational {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n }
  return { n: scaled(value), d: UNIT }
}

/** The figure times 10⁶, exactly. Throws RangeError on NaN, infinities and numbers of 10²¹ or more. */
export function scaled(value: number): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value) * UNIT
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) throw new RangeError(`not a figure: ${value}`)
  const plain = String(Math.abs(value))
  const [whole = '0', fraction = ''] = (plain.includes('e') ? Math.abs(value).toFixed(20) : plain).split('.')
  const digits = fraction.padEnd(SCALE + 1, '0')
  const rounded = BigInt(whole + digits.slice(0, SCALE)) + (Number(digits[SCALE]) >= 5 ? 1n : 0n)
  return value < 0 ? -rounded : rounded
}

export const addRational = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
export const negateRational = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const multiplyRational = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d })

/** Null when the divisor is zero: a rate of nothing is unknown, not an error. */
export function divideRational(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n }
}

/** Negative, 0 or positive, as a sort comparison. */
export function compareRational(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left === right ? 0 : left < right ? -1 : 1
}

/** Rounds half away from zero to `scale` decimals (0 to 6). */
export function numberOf(value: Rational, scale: number = SCALE): number {
  const factor = 10n ** BigInt(scale)
  const magnitude = (value.n < 0n ? -value.n : value.n) * factor
  const rounded = (2n * magnitude + value.d) / (2n * value.d)
  const digits = rounded.toString().padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  const result = Number(text)
  return value.n < 0n && result !== 0 ? -result : result
}
