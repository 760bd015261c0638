// The way of a village convention: posted long enough, passed by households, recognised, in force (Nghị định 61/2023/NĐ-CP). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type Law } from '@kheo/core/period/law.ts'
import { thresholdAt } from '@kheo/core/period/threshold.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Values } from '@kheo/kit/register/fields.ts'

const numberIn = (values: Values, field: string): number => Number(values[field] ?? 0)

/** The first day on which a draft posted on a day has been posted long enough; that day where the law sets no time. */
const postedEnoughOn = (from: string, law: Law): string =>
  deadlineFrom(law, 'convention.draft.posting', calendarDate(from))?.dueOn ?? from

export const judgePosting = (step: Facts, _: Facts, law: Law): Values => ({
  postUntil: postedEnoughOn(step.happenedOn, law),
})

/** Whether the draft had been posted long enough when the comments were gathered. */
export function judgeGathering(step: Facts, _: Facts, law: Law, steps: readonly TakenStep[]): Values {
  const posted = steps.findLast((each) => each.kind === 'posted')
  return { isPostedEnough: posted !== undefined && step.happenedOn >= postedEnoughOn(posted.happenedOn, law) }
}

/** Households needed and the verdict over all of them, by the law of the day of the vote. */
export function judgeVote(step: Facts, _: Facts, law: Law): Values {
  const codes = ['decision.convention.percent-over', 'decision.convention.thirds', 'decision.other.percent-over']
  const found = thresholdAt(law, codes, numberIn(step.values, 'households'), calendarDate(step.happenedOn))
  if (found === undefined) return { needed: null, verdict: 'no-rule' }
  return { needed: found.needed, verdict: numberIn(step.values, 'agree') >= found.needed ? 'passed' : 'not-passed' }
}

export const checkVote = (vote: { readonly households: number; readonly agree: number }): readonly FieldIssue[] =>
  vote.agree > vote.households
    ? [
        {
          field: 'agree',
          says: [
            'Số hộ tán thành nhiều hơn tổng số hộ. Đếm theo hộ, không đếm theo người dự.',
            'More households agree than there are. Count households, not people.',
          ],
        },
      ]
    : []

export const checkComments = (given: { readonly comments: number; readonly taken: number }): readonly FieldIssue[] =>
  given.taken > given.comments
    ? [
        {
          field: 'taken',
          says: [
            'Số ý kiến tiếp thu nhiều hơn số ý kiến góp ý. Đề nghị kiểm tra lại hai số này.',
            'More comments were taken up than made. Check both numbers.',
          ],
        },
      ]
    : []

/** A draft is voted on only after its time of posting, and goes on to recognition only when it passed. */
export function nextConventionSteps(
  _: Facts,
  steps: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] {
  const gathered = steps.findLast((step) => step.kind === 'gathered')
  const voted = steps.findLast((step) => step.kind === 'voted')
  return byState.filter((kind) => {
    if (kind === 'voted') return gathered?.values['isPostedEnough'] === true
    if (kind === 'recognised') return voted?.values['verdict'] !== 'not-passed'
    return true
  })
}
