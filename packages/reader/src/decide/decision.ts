// What is decided of the digit runs of a paragraph, each decision with its reasons.
import type { FigureKind, NotFigureWhy, Reasons } from '../reading.ts'
import type { Amount } from '../numbers/amounts.ts'
import type { Token } from '../tokens/scan.ts'

/** A digit run, and what stands around it: one paragraph, read from left to right. */
export type Place = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly at: number
  /** The amount that the digits begin, if they begin one: most rules ask for it. */
  readonly amount: Amount | null
  /** Index of the first token that no earlier decision took. */
  readonly free: number
  readonly isFurniture: boolean
  readonly decided: readonly Decision[]
}

type Taken = {
  /** Token indexes, `to` after the last: these tokens are used up. */
  readonly from: number
  readonly to: number
  readonly because: Reasons
}
export type FigureDecision = Taken & {
  readonly list: 'figure'
  readonly value: number
  readonly of?: number
  readonly toValue?: number
  /** By how much its scale words multiply. */
  readonly factor?: number
  readonly kind: FigureKind
  /** Tokens of the noun behind the number; empty range where it stands before or is left out. */
  readonly nounFrom: number
  readonly nounTo: number
  readonly unit: string
  readonly isWord?: true
}
export type Decision =
  | FigureDecision
  | (Taken & { readonly list: 'not'; readonly why: NotFigureWhy })
  | (Taken & { readonly list: 'document'; readonly type: string; readonly number: string; readonly numberFrom: number })

/** One rule: what it says of the digits at a place, or nothing. */
export type Rule = (place: Place) => Decision | null

export const notFigure = (place: Place, to: number, why: NotFigureWhy, because: string): Decision => ({
  list: 'not',
  from: place.at,
  to,
  why,
  because: [because],
})

export const keyAt = (place: Place, at: number): string => place.tokens[at]?.key ?? ''
export const isGlued = (place: Place, at: number): boolean => place.tokens[at - 1]?.end === place.tokens[at]?.start
export const digitsOf = (place: Place, at: number): string | undefined =>
  place.tokens[at]?.kind === 'digits' ? place.tokens[at]?.text : undefined
export const isDash = (key: string): boolean => key === '-' || key === '–' || key === '—' || key === '−'
