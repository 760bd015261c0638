// What a figure says of an indicator.
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import type { Reasons } from '../reading.ts'
import type { HintEdition } from './hints.ts'

export type Alternative = { readonly indicator: string; readonly value: number; readonly confidence: number }

/** A figure as an indicator's value; `value` is in the indicator's unit. */
export type Claimed = {
  readonly indicator: string
  readonly value: number
  /** 0 to 1. */
  readonly confidence: number
  /** The next best, in order. */
  readonly alternatives: readonly Alternative[]
  readonly kindOfValue: 'actual' | 'plan'
  /** Last year's, or of the time before. */
  readonly ofOtherPeriod: boolean
  /** One place of the whole that the text is of, as written. */
  readonly ofPlace: string | null
  readonly because: Reasons
}

export type IndicatorClaim = Claimed & {
  /** Index into the figures. */
  readonly figure: number
  /** `of`: the y of `x/y`. */
  readonly part: 'value' | 'of'
}

/** May it be the figure of this unit and period. */
export const isOfReport = (claim: Claimed): boolean =>
  claim.kindOfValue === 'actual' && !claim.ofOtherPeriod && claim.ofPlace === null

export const rounded = (value: number): number => Number(value.toFixed(6))

/** `value` of a figure with this unit, in the indicator's unit; null when the one does not tell the other. */
export function inUnit(
  catalogue: Catalogue,
  scales: HintEdition['scales'],
  code: string,
  value: number,
  unit: string,
): number | null {
  const own = catalogue.byCode.get(code)?.unit ?? ''
  const scale = scales[own]
  if (scale === undefined) return value
  const written = unit.toLowerCase().split(/[ /]/)[0] ?? ''
  const times = scale[unit.toLowerCase()] ?? scale[written]
  return times === undefined ? null : rounded(value * times)
}
