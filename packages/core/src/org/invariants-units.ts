// Invariants I1, I2, I3 and I7: what must hold for versions, parents, beginnings and ends, and codes.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type EventKind, type OrgException, UNASSIGNED_KIND, type UnitLevel, type UnitVersion } from './model.ts'
import type { OrgIndex } from './org-index.ts'
import { byFrom, groupBy } from './span.ts'
import { type Violation, violation } from './violation.ts'

const RANK: Readonly<Record<UnitLevel, number>> = {
  centre: 0,
  province: 1,
  district: 2,
  commune: 3,
  unassigned: 3,
  village: 4,
  office: 5,
}

function seam(before: UnitVersion, after: UnitVersion): readonly Violation[] {
  if (before.to === null || before.to > after.from) return [violation('org.version_overlap', after.unitId, after.from)]
  return before.to < after.from ? [violation('org.version_gap', after.unitId, before.to)] : []
}

export function versionViolations(org: OrgIndex): readonly Violation[] {
  return org.records.units.flatMap(({ id }) => {
    const versions = org.versionsOf(id)
    if (versions.length === 0) return [violation('org.version_missing', id, null)]
    const reversed = versions.filter((version) => version.to !== null && version.to <= version.from)
    const seams = versions.slice(1).flatMap((after, place) => {
      const before = versions[place]
      return before === undefined ? [] : seam(before, after)
    })
    return [...reversed.map((version) => violation('org.version_reversed', id, version.from)), ...seams]
  })
}

const levelFits = (child: UnitLevel, parent: UnitLevel): boolean =>
  RANK[parent] < RANK[child] ? parent !== 'unassigned' : child === 'office' && parent === 'office'

function parentProblem(org: OrgIndex, version: UnitVersion): Violation | undefined {
  const { unitId: id, parentId, from, to } = version
  const level = org.levelOf(id)
  if (level === 'centre') return parentId === null ? undefined : violation('org.parent_level', id, from, parentId)
  if (parentId === null) return violation('org.parent_missing', id, from)
  const parentLevel = org.levelOf(parentId)
  const span = org.spanOf(parentId)
  if (parentLevel === undefined || span === undefined) return violation('org.parent_unknown', id, from, parentId)
  if (level !== undefined && !levelFits(level, parentLevel)) return violation('org.parent_level', id, from, parentId)
  const outlived = span.to !== null && (to === null || to > span.to)
  return from < span.from || outlived ? violation('org.parent_not_alive', id, from, parentId) : undefined
}

export function parentViolations(org: OrgIndex): readonly Violation[] {
  return org.records.versions.flatMap((version) => {
    const marked = version.kind === UNASSIGNED_KIND
    const wrongKind = marked !== (org.levelOf(version.unitId) === 'unassigned')
    const problem = parentProblem(org, version)
    return [
      ...(problem === undefined ? [] : [problem]),
      ...(wrongKind ? [violation('org.unassigned_kind', version.unitId, version.from, version.kind)] : []),
    ]
  })
}

const at = (unit: UnitId, day: CalendarDate): string => `${unit}|${day}`

/** The units and days that standing events of one kind name. */
function declared(org: OrgIndex, kind: EventKind): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { id, effectiveOn, atoms } of org.records.events) {
    if (org.eventOf(id) === undefined) continue
    for (const atom of atoms) if (atom.kind === kind) found.add(at(atom.unitId, effectiveOn))
  }
  return found
}

export const excused = (org: OrgIndex, code: OrgException['code']): ReadonlySet<string> =>
  new Set(org.records.exceptions.filter((known) => known.code === code).map((known) => at(known.unitId, known.day)))

export const isExcused = (known: ReadonlySet<string>, unit: UnitId, day: CalendarDate): boolean =>
  known.has(at(unit, day))

export function lifeViolations(org: OrgIndex): readonly Violation[] {
  const started = new Set([...declared(org, 'create'), ...excused(org, 'org.origin_unknown')])
  const ended = new Set([...declared(org, 'abolish'), ...excused(org, 'org.successor_unknown')])
  for (const { day, edges } of org.steps) {
    for (const edge of edges) {
      ended.add(at(edge.fromId, day))
      started.add(at(edge.toId, day))
    }
  }
  const spans = org.records.units.flatMap(({ id }) => {
    const span = org.spanOf(id)
    if (span === undefined) return []
    const orphan = span.from > org.records.baseline && !started.has(at(id, span.from))
    const dropped = span.to !== null && !ended.has(at(id, span.to))
    return [
      ...(orphan ? [violation('org.start_without_edge', id, span.from)] : []),
      ...(dropped ? [violation('org.end_without_edge', id, span.to)] : []),
    ]
  })
  const livesOn = org.steps.flatMap(({ day, edges }) =>
    edges
      .filter((edge) => edge.extent === 'whole' && org.spanOf(edge.fromId)?.to !== day)
      .map((edge) => violation('org.whole_edge_unit_lives_on', edge.fromId, day, edge.toId)),
  )
  return [...spans, ...livesOn]
}

export function codeViolations(org: OrgIndex): readonly Violation[] {
  const groups = groupBy(org.records.codes, (row) => `${row.scheme}|${row.code}`)
  return [...groups.values()].flatMap((rows) => {
    const sorted = rows.sort(byFrom)
    return sorted.slice(1).flatMap((row, place) => {
      const before = sorted[place]
      const clash = before !== undefined && (before.to === null || before.to > row.from)
      return clash ? [violation('org.code_clash', row.unitId, row.from, `${row.scheme} ${row.code}`)] : []
    })
  })
}
