// What a conference owes next: to be held on its day, then its notice of conclusions (domain §7.2). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

/** The day of the meeting until it is held or put off, then the time for the notice of conclusions. */
export function conferenceDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const held = steps.findLast((step) => step.kind === 'held')
  if (held !== undefined) return deadlineFrom(law, 'meeting.conclusion', calendarDate(held.happenedOn))
  const postponed = steps.findLast((step) => step.kind === 'postponed')
  return postponed === undefined
    ? setByOffice(entry.happenedOn, entry.happenedOn, 'Ngày tổ chức hội nghị', String(entry.values['plan'] ?? ''))
    : setByOffice(postponed.happenedOn, postponed.values['newDay'], 'Ngày tổ chức đã chuyển')
}
