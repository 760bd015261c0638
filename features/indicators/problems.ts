// Refusals of the catalogue's room.
import type { CatalogueProblem } from '@kheo/core/indicator/catalogue.ts'

export type CatalogueRefusal =
  | { readonly code: 'catalogue.import_refused'; readonly count: number; readonly cells: readonly CatalogueProblem[] }
  | { readonly code: 'catalogue.report_type_refused'; readonly type: string; readonly problems: readonly string[] }
  | { readonly code: 'catalogue.annexes_refused'; readonly problem: string }
  | { readonly code: 'catalogue.hints_refused'; readonly problem: string }
  | { readonly code: 'catalogue.indicator_not_found'; readonly indicator: string }
  | { readonly code: 'catalogue.report_type_not_found'; readonly type: string }
