// Refusals about figures and totals.

export type FigureProblem =
  | { readonly code: 'figure.period_not_found'; readonly period: string }
  | { readonly code: 'figure.closing_in_future'; readonly day: string }
  | { readonly code: 'figure.period_closed'; readonly period: string; readonly closedOn: string }
  | {
      readonly code: 'figure.conflict'
      readonly cells: readonly { readonly code: string; readonly by: string; readonly value: number | null }[]
    }
  | { readonly code: 'figure.counted_by_register'; readonly cells: readonly string[] }
  | { readonly code: 'figure.derived'; readonly cells: readonly string[] }
  | { readonly code: 'figure.not_whole'; readonly cell: string; readonly decimals: number }
  | { readonly code: 'figure.part_unknown'; readonly cell: string; readonly part: string }
  | { readonly code: 'figure.adjustment_not_found' }
  | { readonly code: 'figure.not_adjustable'; readonly cell: string }
  | { readonly code: 'figure.reason_too_short' }
  | { readonly code: 'figure.unit_not_due'; readonly unit: string; readonly period: string }
