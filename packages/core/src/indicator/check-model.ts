// What a consistency check is and what a run of checks reports. The shipped checks are in the catalogue.

import type { Expression } from './expression.ts'

/**
 * formula: true or false from figures; integer: each cell ≥ 0 with no more decimals than its indicator;
 * year-on-year: a jump against last year needs a note; children: parent = sum of children unless adjusted by name;
 * cumulative: luỹ kế = luỹ kế before + this period; missing: a unit that has not reported shows no figure;
 * register: only the entries of a register can tell.
 */
export const CHECK_KINDS = [
  'formula',
  'integer',
  'year-on-year',
  'children',
  'cumulative',
  'missing',
  'register',
] as const
export type CheckKind = (typeof CHECK_KINDS)[number]
export type Severity = 'error' | 'warn'

/** Quy tắc kiểm tra. Valid days inclusive. */
export type Check = {
  readonly id: string
  readonly kind: CheckKind
  readonly severity: Severity
  /** Present exactly when `kind` is `formula`. */
  readonly formula: { readonly text: string; readonly expression: Expression } | null
  /** `percent=50` → `{ percent: '50' }`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly nameVi: string
  readonly basis: string
  readonly validFrom: string
  readonly validTo: string | null
}

export type FindingStatus = 'failed' | 'passed' | 'not-checkable'

export type Finding = {
  readonly check: string
  readonly severity: Severity
  readonly status: FindingStatus
  /** Indicator codes to mark on the screen. */
  readonly cells: readonly string[]
  /** One Vietnamese sentence for the person who fills the report. */
  readonly sentence: string
}
