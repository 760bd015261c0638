// A table of units and their figures that leaves the office, and what is withheld of it.
import type { LinearRelation } from '../indicator/linear.ts'
import type { Values } from '../indicator/model.ts'
import type { TimeKind } from '../period/cumulative.ts'

export type GuardedColumn = {
  readonly code: string
  /** The smallest count that may be shown for one unit. */
  readonly least: number
  readonly time: TimeKind
}

/** By column: the units whose cells are withheld, or `all` when no unit's is shown, not even a zero. */
export type Withheld = Readonly<Record<string, 'all' | readonly string[]>>

/** One table of units: its days, both inside, and each unit's figures. */
export type UnitTable = {
  readonly start: string
  readonly end: string
  readonly rows: readonly { readonly unit: string; readonly values: Values }[]
}
export type PrintedUnits = UnitTable & { readonly withheld: Withheld }

export type Guarding = {
  readonly columns: readonly GuardedColumn[]
  readonly relations: readonly LinearRelation[]
  /** What was printed before of the same units and columns. */
  readonly earlier: readonly PrintedUnits[]
  /** Whether the total of a column that names no unit is printed all the same. */
  readonly showsAllTotals: boolean
}
