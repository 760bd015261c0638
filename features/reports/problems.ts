// Refusals about reports; those of the steps come from the core.
import type { ReportProblem as StepProblem } from '@kheo/core/workflow/report-steps.ts'

export type ReportProblem =
  | StepProblem
  | { readonly code: 'report.not_found' }
  | { readonly code: 'report.kind_not_in_type'; readonly type: string; readonly period: string }
  | {
      readonly code: 'report.differs_from_approved'
      readonly cells: readonly { readonly code: string; readonly before: number; readonly after: number | null }[]
    }
  | { readonly code: 'report.checks_say'; readonly sentences: readonly string[] }
  | { readonly code: 'report.token_unknown'; readonly token: string }
  | { readonly code: 'report.not_submitted_yet' }
