// What scoring a model is refused for.
import type { Words } from '@kheo/kit/register/fields.ts'

export type ScoreProblem =
  | { readonly code: 'score.no_sheet'; readonly day: string }
  | { readonly code: 'score.sheet_stale'; readonly day: string }
  | { readonly code: 'score.wrong_points'; readonly says: readonly Words[] }
  | { readonly code: 'score.stale'; readonly by: string; readonly day: string }
  | { readonly code: 'score.before_registration'; readonly day: string; readonly registeredOn: string }
