// What entries of registers are refused for.
import type { Words } from '@kheo/kit/register/fields.ts'

export type EntryIssue = { readonly field: string; readonly says: Words }

export type EntryProblem =
  | { readonly code: 'entry.not_found' }
  | { readonly code: 'entry.stale'; readonly rev: number; readonly by: string }
  | { readonly code: 'entry.voided_already' }
  | { readonly code: 'entry.in_future'; readonly day: string }
  | { readonly code: 'entry.wrong_fields'; readonly issues: readonly EntryIssue[] }
  | { readonly code: 'entry.personal_data'; readonly field: string; readonly kind: 'id-card' | 'phone' }
  | { readonly code: 'entry.step_not_next'; readonly step: string }
  | { readonly code: 'entry.step_not_yours'; readonly step: string }
  | { readonly code: 'entry.step_before'; readonly day: string; readonly last: string }
  | { readonly code: 'entry.step_not_last' }
