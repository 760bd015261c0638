// When a consultation ends, and how many of its opinions have been answered. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue, Values } from '@kheo/kit/register/fields.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

const numberIn = (values: Values, field: string): number => Number(values[field] ?? 0)

const answersIn = (values: Values): number => numberIn(values, 'accepted') + numberIn(values, 'explained')

const received = (steps: readonly TakenStep[]): number =>
  numberIn(steps.findLast((step) => step.kind === 'closed')?.values ?? {}, 'opinions')

const owed = (steps: readonly TakenStep[]): number =>
  received(steps) - steps.reduce((sum, step) => sum + answersIn(step.values), 0)

/** Whether the time given for opinions is that of the law or longer. */
export function judgeOpening({ happenedOn, values }: Facts, law: Law): Values {
  const least = deadlineFrom(law, 'consultation.open.min', calendarDate(happenedOn))?.dueOn ?? null
  return {
    openUntil: least,
    openVerdict: least === null ? null : String(values['closeOn']) >= least ? 'enough' : 'too-short',
  }
}

/** Opinions that a step answers. */
export const countAnswers = (step: Facts): Values => ({ answers: answersIn(step.values) })

/** Refuses more answers than opinions that wait for one. */
export function checkAnswers(
  step: { readonly accepted: number; readonly explained: number },
  _: Facts,
  steps: readonly TakenStep[],
): readonly FieldIssue[] {
  const left = owed(steps)
  return step.accepted + step.explained > left
    ? [
        {
          field: 'accepted',
          says: [
            `Cộng hai ô nhiều hơn số ý kiến còn chờ trả lời (${formatNumber(left)}). Mỗi ý kiến chỉ ghi tiếp thu hoặc giải trình.`,
            `The two add up to more than the opinions that wait for an answer (${formatNumber(left)}). Each is either accepted or explained.`,
          ],
        },
      ]
    : []
}

/** The day of closing while it is open; afterwards the day set for answers, until every opinion has one. */
export function consultationDeadline(entry: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  const draft = String(entry.values['draft'] ?? '')
  const closed = steps.findLast((step) => step.kind === 'closed')
  if (closed !== undefined)
    return owed(steps) <= 0
      ? null
      : setByOffice(closed.happenedOn, closed.values['answerBy'], 'Hạn tiếp thu, giải trình do cơ quan đặt ra', draft)
  const extended = steps.findLast((step) => step.kind === 'extended')
  return extended === undefined
    ? setByOffice(entry.happenedOn, entry.values['closeOn'], 'Ngày kết thúc lấy ý kiến do cơ quan đặt ra', draft)
    : setByOffice(extended.happenedOn, extended.values['newCloseOn'], 'Ngày kết thúc lấy ý kiến đã gia hạn', draft)
}
