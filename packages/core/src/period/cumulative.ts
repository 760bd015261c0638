// Lũy kế: one value for a long period from the values of its parts, by how the indicator runs along time.

import { sumDecimals } from '../text/decimal.ts'

/**
 * flow: what happened; stock_open / stock_end: what stood at the first / last day; balance: opening stock plus flows
 * (phải giải quyết); event: value of one event; plan: target of the year; derived: worked out from other indicators.
 */
export const TIME_KINDS = ['flow', 'stock_open', 'stock_end', 'balance', 'event', 'plan', 'derived'] as const
export type TimeKind = (typeof TIME_KINDS)[number]

export type Combined = {
  /** Null: unknown, or (derived) to be recomputed. */
  readonly value: number | null
  /** How many parts were known, out of how many: a partial sum must be shown as partial. */
  readonly known: number
  readonly of: number
}

/** What a balance is made of; the same pair the registers keep, so that nothing carried over is counted twice. */
export type BalanceParts = { readonly opening: number | null; readonly flows: readonly (number | null)[] }

/**
 * Values in order of time, one per part, null where a part was not reported.
 * A balance cannot be had from balances (each contains the one before): use `combineBalance`; here it is null.
 */
export function combineAlongTime(kind: TimeKind, values: readonly (number | null)[]): Combined {
  const counts = { known: values.filter((value) => value !== null).length, of: values.length }
  switch (kind) {
    case 'flow':
      return { value: sumDecimals(values), ...counts }
    case 'stock_open':
      return { value: values[0] ?? null, ...counts }
    case 'stock_end':
      return { value: values.at(-1) ?? null, ...counts }
    case 'event':
    case 'plan':
      return { value: values.findLast((value) => value !== null) ?? null, ...counts }
    case 'balance':
    case 'derived':
      return { value: null, ...counts }
  }
}

/** Opening stock of the first part plus what came in; unknown when the opening is, because the rest would pose as the whole. */
export function combineBalance({ opening, flows }: BalanceParts): Combined {
  const known = flows.filter((value) => value !== null).length + (opening === null ? 0 : 1)
  const value = opening === null ? null : sumDecimals([opening, ...flows])
  return { value, known, of: flows.length + 1 }
}
