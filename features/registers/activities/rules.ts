// What the law says of a conference of an office's or enterprise's staff: enough people, and in time (domain §4.6). Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type Law, lawValue } from '@kheo/core/period/law.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Facts } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

/** The staff conference reviews a year and is held in the first months of the next; the count starts when that year is over. */
const lastDayOfYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`

function quorumOf({ happenedOn, values }: Facts, law: Law): 'enough' | 'too-few' | null {
  const [summoned, present] = [values['summoned'], values['present']]
  const thirds = lawValue(law, 'conference.staff.valid.thirds', calendarDate(happenedOn))
  if (thirds === undefined || typeof summoned !== 'number' || typeof present !== 'number' || summoned === 0) return null
  return present * 3 >= summoned * thirds ? 'enough' : 'too-few'
}

function timeOf({ happenedOn, values }: Facts, law: Law): 'in-time' | 'late' | null {
  const yearEnd =
    values['kind'] === 'staff-conference'
      ? lastDayOfYearBefore(happenedOn)
      : values['kind'] === 'workers-conference' && typeof values['yearEndedOn'] === 'string'
        ? values['yearEndedOn']
        : undefined
  if (yearEnd === undefined) return null
  const code = values['kind'] === 'staff-conference' ? 'conference.staff' : 'conference.workers'
  const due = deadlineFrom(law, code, calendarDate(yearEnd))
  if (due === null) return null
  return happenedOn <= due.dueOn ? 'in-time' : 'late'
}

/** Verdicts on a conference, and the name by which its body counts once a period; empty for other activities. */
export const judgeConference = (entry: Facts, law: Law): Values => ({
  quorum: quorumOf(entry, law),
  heldInTime: timeOf(entry, law),
  bodyKey: foldVietnamese(String(entry.values['body'] ?? '')),
})
