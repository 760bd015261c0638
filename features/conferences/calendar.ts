// The public work calendar: what units have chosen to make known of their conferences, and nothing else.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { World } from '../context.ts'
import { listPublic, type PublicConference } from './queries.ts'

export type CalendarEntry = PublicConference & { readonly unitName: string }

/**
 * Public conferences on the days from `from` to `to` (ISO, both inclusive), earliest first. One that was put off is told on
 * its old day (`plannedOn`) and its new one (`day`) when either lies within; one that was cancelled says so.
 */
export async function publicCalendar(world: World, from: string, to: string): Promise<readonly CalendarEntry[]> {
  const rows = await listPublic(world.database.app, from, to)
  return rows.map((row) => ({ ...row, unitName: world.org().titleOf(row.unitId, calendarDate(row.day)) }))
}
