// Answers to what a supervision recommended: which steps may follow, and by when an answer is owed. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, givenDeadline, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue } from '@kheo/kit/register/fields.ts'

/** What a project is counted once by: its code, or its name however its letters were capitalised; '' without a project. */
export const projectKey = ({ values }: Facts): string =>
  values['projectCode'] === ''
    ? String(values['project']).toLocaleLowerCase('vi')
    : String(values['projectCode']).toLocaleUpperCase('vi')

/** Nobody owes an answer to a supervision that recommended nothing. */
export const nextSupervisionSteps = (
  entry: Facts,
  _steps: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] => byState.filter((kind) => kind === 'closed' || Number(entry.values['recommendations']) > 0)

/** An answer resolves no more than was recommended. */
export function answerIssues({ resolved }: { readonly resolved: number }, { values }: Facts): readonly FieldIssue[] {
  const recommended = Number(values['recommendations'])
  return resolved <= recommended
    ? []
    : [
        {
          field: 'resolved',
          says: [
            `Cuộc giám sát chỉ có ${recommended} kiến nghị. Đề nghị ghi tổng số đã giải quyết không quá số đó, hoặc sửa số kiến nghị trước.`,
            `Only ${recommended} were recommended. Give no more than that, or correct the number of recommendations first.`,
          ],
        },
      ]
}

/** How many recommendations are still open after an answer that says how many are resolved in all. Never below 0. */
export const stillOpen = (resolved: number, recommended: number): number => Math.max(0, recommended - resolved)

/**
 * An answer is owed by the day that the paper set, or else by the law in force; after an answer, by the next day that the answer
 * itself promised. None where nothing was recommended, or where everything is resolved.
 */
export function supervisionDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const recommended = Number(entry.values['recommendations'])
  if (recommended === 0) return null
  const answered = steps.findLast((step) => step.kind === 'answered')
  if (answered === undefined) {
    const from = calendarDate(entry.happenedOn)
    const answerBy = entry.values['answerBy']
    return typeof answerBy === 'string'
      ? givenDeadline(
          from,
          calendarDate(answerBy),
          'Hạn trả lời ghi trong văn bản kiến nghị',
          String(entry.values['paper']),
        )
      : deadlineFrom(law, 'supervision.answer', from)
  }
  const nextOn = answered.values['nextOn']
  if (typeof nextOn !== 'string' || stillOpen(Number(answered.values['resolved']), recommended) === 0) return null
  return givenDeadline(
    calendarDate(answered.happenedOn),
    calendarDate(nextOn),
    'Hạn giải quyết tiếp mà bên trả lời đã hẹn',
    String(answered.values['answerPaper']),
  )
}
