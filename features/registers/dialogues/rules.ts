// Answers to what was raised at a dialogue: how many by now, and by when the rest is owed. Pure.
import type { DeadlineReason } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

const numberIn = (values: Values, field: string): number => Number(values[field] ?? 0)

/** Answered up to a step that says how many: never more than were raised. */
export const answeredSoFar = (step: Facts, entry: Facts): Values => ({
  answered: Math.min(numberIn(step.values, 'answeredUpToNow'), numberIn(entry.values, 'opinions')),
})

/** A step that says all are answered. */
export const allAnswered = (_: Facts, entry: Facts): Values => ({ answered: numberIn(entry.values, 'opinions') })

/** The day set at the dialogue or later put off to; none when everything was answered on the spot. */
export function answerDeadline(entry: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  if (numberIn(entry.values, 'answered') >= numberIn(entry.values, 'opinions')) return null
  const postponed = steps.findLast((step) => step.kind === 'postponed')
  if (postponed !== undefined)
    return setByOffice(
      postponed.happenedOn,
      postponed.values['newAnswerBy'],
      'Hạn trả lời đã lùi',
      String(postponed.values['paper'] ?? ''),
    )
  return setByOffice(
    entry.happenedOn,
    entry.values['answerBy'],
    'Hạn trả lời do người chủ trì đặt ra',
    String(entry.values['conclusion'] ?? ''),
  )
}
