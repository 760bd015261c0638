// Named constraints that a person can run into → problem codes. Any other violation is a bug.
import type { ConstraintBook } from '@kheo/kit/action.ts'

export const constraints: ConstraintBook = new Map([
  ['report_one_of_a_type', 'report.already_submitted'],
  ['report_step_pk', 'report.already_submitted'],
  ['reading_step_pk', 'reading.stale'],
  ['catalogue_document_pk', 'law.stale_revision'],
  ['adjustment_reason_given', 'figure.reason_too_short'],
  ['award_round_entry_once', 'award.in_a_round_already'],
])
