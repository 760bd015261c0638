// Refusals about rounds of commendation and certificates.
import type { Words } from '@kheo/kit/register/fields.ts'

export type AwardProblem =
  | { readonly code: 'award.round_not_found' }
  | { readonly code: 'award.round_stale'; readonly rev: number; readonly by: string }
  | { readonly code: 'award.round_in_use'; readonly count: number }
  | { readonly code: 'award.not_in_round'; readonly name: string }
  | { readonly code: 'award.in_a_round_already' }
  | { readonly code: 'award.not_open'; readonly name: string }
  | { readonly code: 'award.round_full'; readonly most: number }
  | { readonly code: 'award.finding_stops'; readonly count: number; readonly says: Words }
  | { readonly code: 'award.finding_gone' }
  | { readonly code: 'award.finding_blocks'; readonly says: Words }
  | { readonly code: 'award.votes_beyond'; readonly name: string; readonly votes: number; readonly members: number }
  | { readonly code: 'award.present_beyond'; readonly present: number; readonly members: number }
  | { readonly code: 'award.decision_missing' }
  | { readonly code: 'award.not_own_level'; readonly name: string }
  | { readonly code: 'award.nothing_to_write'; readonly role: string }
  | { readonly code: 'award.wrong_nomination'; readonly line: number; readonly vi: string; readonly en: string }
  | { readonly code: 'award.layout_not_found' }
  | { readonly code: 'award.layout_stale'; readonly version: number }
  | { readonly code: 'award.layout_wrong'; readonly field: string; readonly fault: string }
  | { readonly code: 'award.nothing_to_print' }
  | {
      readonly code: 'award.certificate_too_long'
      readonly name: string
      readonly field: string
      readonly count: number
    }
  | {
      readonly code: 'award.certificate_letters'
      readonly name: string
      readonly field: string
      readonly letters: string
      readonly count: number
    }
