// The time within which a mediation begins, from the law in force. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'

/** A case is to be begun within the time that the law gives from its assignment; once begun, no law limits it. */
export const mediationDeadline = (entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null =>
  steps.length > 0 ? null : deadlineFrom(law, 'mediation.start', calendarDate(entry.happenedOn))
