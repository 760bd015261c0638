// A deadline that an office sets itself, in the shape of those of the law.
import { calendarDate } from '@kheo/core/calendar.ts'
import { type DeadlineReason, givenDeadline } from '@kheo/core/period/law.ts'
import type { Value } from './fields.ts'

/**
 * The day a date field holds, as a deadline; null while it is empty. `rule` says who set it, in Vietnamese; `source` is the
 * paper that says so, or ''. A day before `from` stays as it was set, zero days after.
 */
export const setByOffice = (
  from: string,
  dueOn: Value | undefined,
  rule: string,
  source = '',
): DeadlineReason | null =>
  typeof dueOn !== 'string' || dueOn === ''
    ? null
    : givenDeadline(calendarDate(from), calendarDate(dueOn), rule, source)
