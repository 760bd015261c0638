// What an indicator is: its unit, how it adds up the tree of units and along time. Shipped values live in the catalogue.

import type { TimeKind } from '../period/cumulative.ts'
import type { Tree } from './tree.ts'

/** Figures of one unit and period by indicator code; a code left out is null, that is, not reported. */
export type Values = Readonly<Record<string, number | null>>

/** Chỉ tiêu. */
export type Indicator = {
  readonly code: string
  readonly group: string
  /** Place in its group's stored array, from 0. Append-only: never reused, never moved. */
  readonly position: number
  readonly nameVi: string
  readonly nameEn: string
  /** Đơn vị tính; `%` for rates. */
  readonly unit: string
  readonly tree: Tree
  readonly time: TimeKind
  /** Register (sổ) it is counted from; null when worked out. `nhap_tong`: typed as a total. */
  readonly register: string | null
  /** Text of the formula it is worked out by; null when it is counted or typed. */
  readonly formula: string | null
  /** Decimals stored and shown, 0 for counts. */
  readonly decimals: number
  readonly validFrom: string
  readonly note: string
}

/** Nhóm chỉ tiêu. */
export type IndicatorGroup = {
  readonly code: string
  readonly titleVi: string
  readonly titleEn: string
  readonly order: number
}

/** May a parent's figure be had by adding its children's. `units(cond)` without a condition is a 1 or 0 that each unit states itself. */
export const isAdditive = ({ tree }: Indicator): boolean =>
  tree.kind === 'sum' || (tree.kind === 'units' && tree.formula === null)

export const valueOf = (values: Values, code: string): number | null => values[code] ?? null
