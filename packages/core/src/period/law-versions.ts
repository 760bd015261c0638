// How dated law grows at run time: a new version, a corrected one, a day off; and how a newer catalogue keeps them.
import { addDays, calendarDate } from '../calendar.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Holiday } from './law-catalogue.ts'

type Version = { readonly valid_from: string; readonly valid_to?: string; readonly reason?: string }
const byStart = (a: Version, b: Version): number => (a.valid_from < b.valid_from ? -1 : 1)

/** Each version ends on the day before the next begins, or earlier where it says so. */
const closed = <V extends Version>(versions: readonly V[]): readonly V[] =>
  versions.toSorted(byStart).map((version, at, all) => {
    const next = all[at + 1]
    if (next === undefined) return version
    const until = addDays(calendarDate(next.valid_from), -1)
    return {
      ...version,
      valid_to: version.valid_to !== undefined && version.valid_to < until ? version.valid_to : until,
    }
  })

export type VersionProblem = { readonly code: 'version.before_existing'; readonly startsOn: string }

/**
 * The versions with one more. One that begins on the very day of another corrects it and keeps its end; otherwise it must
 * begin after all others, since deadlines already counted by them stand.
 */
export function withVersion<V extends Version>(versions: readonly V[], next: V): Result<readonly V[], VersionProblem> {
  const same = versions.find((version) => version.valid_from === next.valid_from)
  if (same !== undefined) {
    const corrected = same.valid_to === undefined ? next : { ...next, valid_to: same.valid_to }
    return accept(versions.map((version) => (version === same ? corrected : version)).toSorted(byStart))
  }
  const last = versions.toSorted(byStart).at(-1)
  if (last !== undefined && next.valid_from < last.valid_from)
    return refuse({ code: 'version.before_existing', startsOn: last.valid_from })
  return accept(closed([...versions, next]))
}

/** The versions of a newer catalogue, with those that an office entered (they have a reason) laid over them. */
export function keepOwnVersions<V extends Version>(shipped: readonly V[], held: readonly V[]): readonly V[] {
  const own = held.filter((version) => version.reason !== undefined)
  const starts = new Set(own.map((version) => version.valid_from))
  return own.length === 0 ? shipped : closed([...shipped.filter((version) => !starts.has(version.valid_from)), ...own])
}

const byDay = (a: Holiday, b: Holiday): number => (a.day < b.day ? -1 : 1)

/** The days with one said anew. */
export const withHoliday = (days: readonly Holiday[], next: Holiday): readonly Holiday[] =>
  [...days.filter(({ day }) => day !== next.day), next].toSorted(byDay)

/** The days of a newer catalogue, with those that an office entered (they have a source) laid over them. */
export const keepOwnHolidays = (shipped: readonly Holiday[], held: readonly Holiday[]): readonly Holiday[] =>
  held.filter((each) => each.source !== undefined).reduce(withHoliday, shipped)
