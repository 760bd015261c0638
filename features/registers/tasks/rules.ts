// By when a task is to be done (domain §7.2): the day put off to, the day given, or the custom's default where none was given. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

/** The last extension, else the day set with the task, else the default of the day on which it was given. */
export function taskDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const extended = steps.findLast((step) => step.kind === 'extended')
  if (extended !== undefined)
    return setByOffice(
      extended.happenedOn,
      extended.values['newDueBy'],
      'Hạn đã gia hạn',
      String(extended.values['paper'] ?? ''),
    )
  return (
    setByOffice(
      entry.happenedOn,
      entry.values['dueBy'],
      'Hạn do người giao đặt ra',
      String(entry.values['basis'] ?? ''),
    ) ?? deadlineFrom(law, 'task.due.default', calendarDate(entry.happenedOn))
  )
}
