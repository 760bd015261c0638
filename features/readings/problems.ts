// Refusals about old reports that are read.
import type { FigureProblem } from '../figures/index.ts'
import type { ContentsProblem } from './contents/problems.ts'

export type OwnProblem =
  | { readonly code: 'reading.not_found' }
  | { readonly code: 'reading.added_already'; readonly name: string }
  | { readonly code: 'reading.too_many_in_batch'; readonly most: number }
  | { readonly code: 'reading.too_many_waiting'; readonly most: number }
  | { readonly code: 'reading.text_too_long'; readonly most: number }
  | { readonly code: 'reading.gave_up' }
  | { readonly code: 'reading.state_locked'; readonly state: string }
  | { readonly code: 'reading.stale' }
  | { readonly code: 'reading.decided_conflict'; readonly cells: readonly string[]; readonly by: string }
  | { readonly code: 'reading.mark_not_found'; readonly key: string }
  | { readonly code: 'reading.indicator_missing'; readonly text: string }
  | { readonly code: 'reading.unit_out_of_reach'; readonly unit: string }
  | { readonly code: 'reading.not_placed' }
  | { readonly code: 'reading.nothing_confirmed' }
  | { readonly code: 'reading.two_values'; readonly cell: string; readonly values: readonly string[] }
  | { readonly code: 'reading.undo_first' }

export type ReadingProblem = OwnProblem | ContentsProblem | FigureProblem
