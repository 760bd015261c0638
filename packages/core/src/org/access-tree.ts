// Today's access tree: under which unit the books of every unit hang, ended ones too. It decides reading paths, never figures.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { OrgIndex } from './org-index.ts'

/** Ended unit → the unit chosen to keep its books, where the records' own choice is not wanted. */
export type KeeperOverrides = ReadonlyMap<UnitId, UnitId>

const NO_OVERRIDES: KeeperOverrides = new Map()
const ALPHABET = 36
const WIDTH = 4
const SEGMENTS = ALPHABET ** WIDTH

/** The successor that keeps the books: the whole edge's target, else the remainder's, else the first part's. */
function recordedKeeper(org: OrgIndex, unit: UnitId): UnitId | undefined {
  const end = org.spanOf(unit)?.to ?? null
  const last = org.edgesFrom(unit).filter((edge) => org.eventOf(edge.eventId)?.effectiveOn === end)
  const edge =
    last.find((candidate) => candidate.extent === 'whole') ??
    last.find((candidate) => candidate.extent === 'remainder') ??
    last[0]
  return edge?.toId
}

const lastParent = (org: OrgIndex, unit: UnitId): UnitId | null => org.versionsOf(unit).at(-1)?.parentId ?? null
const firstParent = (org: OrgIndex, unit: UnitId): UnitId | null => org.versionsOf(unit)[0]?.parentId ?? null

const centreOf = (org: OrgIndex): UnitId | null => org.records.units.find((unit) => unit.level === 'centre')?.id ?? null

/** One hop from a unit that is not in force on `day`. A unit not yet begun hangs under its first parent. */
function hop(org: OrgIndex, unit: UnitId, day: CalendarDate, overrides: KeeperOverrides): UnitId | null {
  const span = org.spanOf(unit)
  if (span !== undefined && span.from > day) return firstParent(org, unit)
  return overrides.get(unit) ?? recordedKeeper(org, unit) ?? lastParent(org, unit)
}

/** Follows hops to a unit in force; null when they run out or turn in a circle. */
function resolve(org: OrgIndex, unit: UnitId, day: CalendarDate, overrides: KeeperOverrides): UnitId | null {
  const seen = new Set<UnitId>([unit])
  let at = hop(org, unit, day, overrides)
  while (at !== null && org.versionAt(at, day) === undefined) {
    if (seen.has(at)) return null
    seen.add(at)
    at = hop(org, at, day, overrides)
  }
  return at
}

/**
 * The unit, in force on `day`, under which the books of `unit` hang; null for the centre and for an unknown unit.
 * Overrides that lead in a circle or to an unknown unit are passed over for the records' own choice; what stays unresolved hangs under the centre.
 */
export function accessParent(
  org: OrgIndex,
  unit: UnitId,
  day: CalendarDate,
  overrides: KeeperOverrides = NO_OVERRIDES,
): UnitId | null {
  const version = org.versionAt(unit, day)
  if (version !== undefined) return version.parentId
  if (org.spanOf(unit) === undefined) return null
  const found = resolve(org, unit, day, overrides) ?? resolve(org, unit, day, NO_OVERRIDES) ?? centreOf(org)
  return found === unit ? null : found
}

function segment(unit: UnitId, seq: number): string {
  if (!Number.isInteger(seq) || seq < 0 || seq >= SEGMENTS) throw new RangeError(`no path segment for ${unit}: ${seq}`)
  return seq.toString(ALPHABET).padStart(WIDTH, '0')
}

/**
 * The path of every unit on `day`: segments of four lower-case base-36 digits from the root down, so that "below" is "begins with".
 * `seqOf` must give each unit its own number under 1,679,616. Throws RangeError on a number out of range.
 */
export function accessPaths(
  org: OrgIndex,
  day: CalendarDate,
  seqOf: (unit: UnitId) => number,
  overrides: KeeperOverrides = NO_OVERRIDES,
): ReadonlyMap<UnitId, string> {
  const paths = new Map<UnitId, string>()
  const open = new Set<UnitId>()
  const pathOf = (unit: UnitId): string => {
    const held = paths.get(unit)
    if (held !== undefined) return held
    open.add(unit)
    const parent = accessParent(org, unit, day, overrides)
    // Offices named as each other's parent would circle: the circle is cut at the centre.
    const above = parent !== null && open.has(parent) ? centreOf(org) : parent
    const path = (above === null || open.has(above) ? '' : pathOf(above)) + segment(unit, seqOf(unit))
    open.delete(unit)
    paths.set(unit, path)
    return path
  }
  for (const { id } of org.records.units) pathOf(id)
  return paths
}
