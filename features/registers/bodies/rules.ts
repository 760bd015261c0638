// What the law asks of a body's membership, and when its term ends. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, givenDeadline, type Law, lawValue } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

/** The legal parameter of the least number of members, by kind of body. */
const LEAST_MEMBERS: Readonly<Record<string, string>> = {
  'people-inspectorate': 'inspectorate.members.min',
  'investment-board': 'investment-supervision.members.min',
  'mediation-team': 'mediation.team.members.min',
}

/** The most deputies of a people's inspectorate of a commune, which depends on how many members it has; undefined where no law says. */
function mostDeputies(law: Law, members: number, on: string): number | undefined {
  const day = calendarDate(on)
  const many = lawValue(law, 'inspectorate.deputies.members-from', day)
  if (many === undefined) return undefined
  return lawValue(law, members >= many ? 'inspectorate.deputies.max' : 'inspectorate.deputies.max.small', day)
}

/**
 * Whether membership is as the law in force on a day asks: `enough`, `too-few`, `too-many-deputies`, or null where the number of
 * members is not given or no law sets one.
 */
export function membershipOf(kind: string, values: Values, on: string, law: Law): string | null {
  const { members, deputies } = values
  const code = LEAST_MEMBERS[kind]
  const least = code === undefined ? undefined : lawValue(law, code, calendarDate(on))
  if (typeof members !== 'number' || least === undefined) return null
  if (members < least) return 'too-few'
  const most = kind === 'people-inspectorate' ? mostDeputies(law, members, on) : undefined
  return typeof deputies === 'number' && most !== undefined && deputies > most ? 'too-many-deputies' : 'enough'
}

/**
 * The end of the term: as the last decision that names one says, or else as the law sets it for inspectorates of offices and
 * enterprises. Members who change within a term do not begin a new one.
 */
export function bodyDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const renewed = steps.findLast((step) => step.kind === 'restaffed' && typeof step.values['termTo'] === 'string')
  const values = renewed?.values ?? entry.values
  const from = calendarDate(renewed?.happenedOn ?? String(entry.values['termFrom'] ?? entry.happenedOn))
  if (typeof values['termTo'] === 'string')
    return givenDeadline(
      from,
      calendarDate(values['termTo']),
      'Hết nhiệm kỳ ghi trong quyết định',
      String(values['decision']),
    )
  return entry.values['kind'] === 'office-inspectorate' ? deadlineFrom(law, 'inspectorate.office.term', from) : null
}
