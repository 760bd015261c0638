// What the law says of a reception: who may hold it, how often the head must, and by when people are answered (domain §5.2). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law, lawValue } from '@kheo/core/period/law.ts'
import type { Facts } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

/** The legal parameters that hold the least days of reception, by post. */
const LEAST: Readonly<Record<string, readonly [code: string, per: 'week' | 'month']>> = {
  'commune-chair': ['reception.commune-chair.per-week', 'week'],
  'commune-secretary': ['reception.commune-secretary.per-month', 'month'],
  'district-chair': ['reception.district-chair.per-month', 'month'],
  'province-chair': ['reception.province-chair.per-month', 'month'],
  'province-secretary': ['reception.province-secretary.per-month', 'month'],
  'agency-head': ['reception.agency-head.per-month', 'month'],
}

const numberIn = (values: Values, field: string): number => Number(values[field] ?? 0)

/** All cases; for a delegated session whether the law of its day allowed it; for a head's post the least days and per what. */
export function judgeReception({ happenedOn, values }: Facts, law: Law): Values {
  const day = calendarDate(happenedOn)
  const isAllowed = values['kind'] === 'delegated' ? lawValue(law, 'reception.delegation.allowed', day) : undefined
  const [code, per] = LEAST[String(values['head'] ?? '')] ?? []
  const least = code === undefined ? undefined : lawValue(law, code, day)
  return {
    cases: numberIn(values, 'firstCases') + numberIn(values, 'repeatCases'),
    delegation: isAllowed === undefined ? null : isAllowed === 1 ? 'allowed' : 'not-allowed',
    leastDays: least ?? null,
    leastDaysPer: least === undefined ? null : (per ?? null),
  }
}

/** The day by which those who came are told how their cases are handled; none when nothing is left to answer. */
export const replyDeadline = ({ happenedOn, values }: Facts, _: unknown, law: Law): DeadlineReason | null =>
  numberIn(values, 'awaiting') > 0 ? deadlineFrom(law, 'petition.route', calendarDate(happenedOn)) : null
