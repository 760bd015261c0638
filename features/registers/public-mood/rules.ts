// The way of a matter of public mood: when it may become pressing, and the answer that an office asked for. Pure.
import type { DeadlineReason } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

/** A matter becomes pressing once, and not when it was pressing from the start. */
export const nextMoodSteps = (
  entry: Facts,
  steps: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] =>
  entry.values['level'] === 'pressing' || steps.some((step) => step.kind === 'became-pressing')
    ? byState.filter((kind) => kind !== 'became-pressing')
    : byState

/** The day by which the office that passed the matter on last asked for an answer; it sets no legal deadline. */
export function answerDeadline(_: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  const passed = steps.findLast((step) => step.kind === 'passed-on')
  return passed === undefined
    ? null
    : setByOffice(
        passed.happenedOn,
        passed.values['answerBy'],
        'Ngày đề nghị trả lời khi chuyển vấn đề',
        String(passed.values['paper'] ?? ''),
      )
}
