// What a directive owes next: its deployment, then its interim and final review (sơ kết, tổng kết). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

/** The day the paper sets for a stage, else the customary time from its receipt; a stage that is not asked for has none. */
export function directiveDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const { happenedOn, values } = entry
  const took = (kind: string): boolean => steps.some((step) => step.kind === kind)
  const set = (field: string, rule: string): DeadlineReason | null =>
    setByOffice(happenedOn, values[field], rule, String(values['paper'] ?? ''))
  const deploy = took('deployed') || took('reviewed') ? null : set('deployBy', 'Hạn triển khai ghi trong văn bản')
  if (deploy !== null) return deploy
  if (values['isReviewed'] !== true) return null
  return took('reviewed')
    ? (set('finalReviewBy', 'Hạn tổng kết ghi trong văn bản') ??
        deadlineFrom(law, 'directive.review.final', calendarDate(happenedOn)))
    : (set('reviewBy', 'Hạn sơ kết ghi trong văn bản') ??
        deadlineFrom(law, 'directive.review.interim', calendarDate(happenedOn)))
}
