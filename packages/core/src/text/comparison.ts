// Comparison with an earlier figure, in the words of a report. Which figure is the base is the caller's business.

import {
  compareRational,
  divideRational,
  addRational,
  multiplyRational,
  negateRational,
  numberOf,
  rational,
} from './rational.ts'
import { formatNumber } from './number-style.ts'

export type Change = {
  readonly direction: 'up' | 'down' | 'same'
  /** Size of the change in percent of the base, never negative, rounded to `decimals`. */
  readonly percent: number
}

/** Null when either figure is missing, or the base is zero or negative: a percentage would mean nothing. */
export function changeBetween(current: number | null, base: number | null, decimals = 2): Change | null {
  if (current === null || base === null || base <= 0) return null
  const now = rational(current)
  const before = rational(base)
  const order = compareRational(now, before)
  if (order === 0) return { direction: 'same', percent: 0 }
  const gap = order > 0 ? addRational(now, negateRational(before)) : addRational(before, negateRational(now))
  const share = divideRational(multiplyRational(gap, rational(100)), before)
  if (share === null) return null
  return { direction: order > 0 ? 'up' : 'down', percent: numberOf(share, decimals) }
}

/** `tăng 12% so với cùng kỳ`, `giảm 28,77% so với cùng kỳ`, `bằng cùng kỳ`; null when there is nothing to compare. */
export function comparisonPhrase(
  current: number | null,
  base: number | null,
  options: { readonly decimals?: number; readonly baseName?: string } = {},
): string | null {
  const change = changeBetween(current, base, options.decimals ?? 2)
  const name = options.baseName ?? 'cùng kỳ'
  if (change === null) return null
  if (change.direction === 'same') return `bằng ${name}`
  if (change.percent === 0) return `xấp xỉ ${name}`
  const verb = change.direction === 'up' ? 'tăng' : 'giảm'
  return `${verb} ${formatNumber(change.percent, { unit: '%' })} so với ${name}`
}
