// What in a text does not agree with itself.
import type { Reasons } from '../reading.ts'

/**
 * `sums.parts-differ`: parts said to be all do not make the whole; `sums.parts-exceed`: parts make more than it;
 * `sums.part-over-whole`: x of `x/y` is the greater; `sums.percent-differs`: a percent is not that of its fraction;
 * `sums.percent-over-hundred`: a share of more than all; `sums.said-twice`: one thing with two numbers;
 * `sums.words-differ`: the words in brackets say another number.
 */
export const DISAGREEMENTS = [
  'sums.parts-differ',
  'sums.parts-exceed',
  'sums.part-over-whole',
  'sums.percent-differs',
  'sums.percent-over-hundred',
  'sums.said-twice',
  'sums.words-differ',
] as const
export type DisagreementCode = (typeof DISAGREEMENTS)[number]

/** A number where it stands: offsets into the text, the end exclusive; `value` as read, a percent as its percents. */
export type Told = { readonly start: number; readonly end: number; readonly value: number }

export type Disagreement = {
  readonly code: DisagreementCode
  /** The whole first, then its parts; the fraction, then its percent; the first mention, then the second; the digits, then the words. */
  readonly told: readonly Told[]
  /** What the others make: the sum of the parts, the percent of the fraction; null where nothing is computed. */
  readonly makes: number | null
  readonly because: Reasons
}
