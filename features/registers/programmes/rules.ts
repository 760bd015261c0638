// The life of a coordination programme (domain §7.3): the day after its term, and which review or end of term comes next. Pure.
import { addDays, calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { Value, Values } from '@kheo/kit/register/fields.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

/** A programme is in force on the last day of its term still: it lapses on the day after. */
export const lapseOf = ({ values }: Facts): Values => ({
  lapsesOn: typeof values['endsOn'] === 'string' ? addDays(calendarDate(values['endsOn']), 1) : null,
})

const isYearly = (step: TakenStep): boolean => step.kind === 'reviewed' && step.values['scope'] !== 'interim'

/** The review that is owed next: the day the parties set, or the custom's interim review and then the one of the year. */
function reviewAfter(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const reviewed = steps.findLast((step) => step.kind === 'reviewed')
  const set: Value | undefined =
    reviewed === undefined ? entry.values['nextReviewOn'] : reviewed.values['reviewAgainOn']
  const agreed = setByOffice(reviewed?.happenedOn ?? entry.happenedOn, set, 'Ngày sơ kết, tổng kết do các bên định')
  if (agreed !== null) return agreed
  const start = steps.findLastIndex((step) => step.kind === 'renewed' || isYearly(step))
  const from = calendarDate(steps[start]?.happenedOn ?? entry.happenedOn)
  const hasInterim = steps.slice(start + 1).some((step) => step.kind === 'reviewed')
  return deadlineFrom(law, hasInterim ? 'programme.review.yearly' : 'programme.review.interim', from)
}

function endOfTerm(entry: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  const renewed = steps.findLast((step) => step.kind === 'renewed')
  return renewed === undefined
    ? setByOffice(entry.happenedOn, entry.values['endsOn'], 'Ngày hết thời hạn của chương trình')
    : setByOffice(
        renewed.happenedOn,
        renewed.values['newEndsOn'],
        'Ngày hết thời hạn đã gia hạn',
        String(renewed.values['paper'] ?? ''),
      )
}

/** Whichever comes first: the next review, or the end of the term, by when the programme is renewed or ended. */
export function programmeDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const review = reviewAfter(entry, steps, law)
  const end = endOfTerm(entry, steps)
  if (review === null || end === null) return review ?? end
  return end.dueOn <= review.dueOn ? end : review
}
