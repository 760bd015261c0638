// The catalogue in memory: groups, indicators, checks; and what may be wrong with a catalogue file, cell by cell.

import type { Check } from './check-model.ts'
import type { FormulaProblem } from './check-formula.ts'
import type { Indicator, IndicatorGroup } from './model.ts'
import type { ParseProblem } from './parse.ts'
import type { TreeProblem } from './tree.ts'

export type Catalogue = {
  /** By their order. */
  readonly groups: readonly IndicatorGroup[]
  /** By group order, then position. */
  readonly indicators: readonly Indicator[]
  readonly byCode: ReadonlyMap<string, Indicator>
  readonly checks: readonly Check[]
}

/** One file or sheet, read as text: `rows[0]` is the line after the heading. Columns in any order. */
export type SheetRows = {
  readonly file: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export type CatalogueFiles = { readonly groups: SheetRows; readonly indicators: SheetRows; readonly checks: SheetRows }

/** Where: file, line (from 1, the heading is 1), column; and the text that stands there. */
export type CellPlace = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
}

export type CatalogueProblem = CellPlace &
  (
    | { readonly code: 'catalogue.required' }
    | { readonly code: 'catalogue.duplicate' }
    | { readonly code: 'catalogue.bad_code' }
    | { readonly code: 'catalogue.unknown_group' }
    | { readonly code: 'catalogue.unknown_choice'; readonly choices: readonly string[] }
    | { readonly code: 'catalogue.bad_number' }
    | { readonly code: 'catalogue.bad_date' }
    | { readonly code: 'catalogue.position_gap'; readonly expected: number }
    | { readonly code: 'catalogue.bad_tree'; readonly problem: TreeProblem }
    | { readonly code: 'catalogue.bad_formula'; readonly problem: ParseProblem }
    | { readonly code: 'catalogue.wrong_formula'; readonly problem: FormulaProblem }
    | { readonly code: 'catalogue.formula_not_expected' }
    | { readonly code: 'catalogue.dates_overlap'; readonly startsOn: string }
    | { readonly code: 'catalogue.dates_reversed' }
    | { readonly code: 'catalogue.wrong_sum'; readonly expected: number }
  )

/** Distributes over the union, so that each problem keeps its own details. */
type Details<P> = P extends CatalogueProblem ? Omit<P, keyof CellPlace> : never
export type ProblemDetails = Details<CatalogueProblem>
