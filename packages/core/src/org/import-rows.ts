// The two published files, already parsed into rows, turned into unit records: all or nothing. Known holes of the files are listed, not hidden.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { accept, refuse, type Result } from '../result.ts'
import { type LineageTables, readLineage } from './import-lineage.ts'
import type { ImportProblem, Report, Row } from './import-problem.ts'
import { readUnits, type UnitTables } from './import-units.ts'
import type { EventKind, OrgEvent, OrgException, OrgRecords } from './model.ts'
import { groupBy, type Span } from './span.ts'

function spansOf(tables: UnitTables): ReadonlyMap<UnitId, Span> {
  const spans = new Map<UnitId, Span>()
  for (const { unitId, from, to } of tables.versions) {
    const held = spans.get(unitId)
    const last = held === undefined ? to : held.to === null || to === null ? null : held.to > to ? held.to : to
    spans.set(unitId, { from: held === undefined || from < held.from ? from : held.from, to: last })
  }
  return spans
}

const at = (unit: UnitId, day: CalendarDate): string => `${unit}|${day}`

interface Ends {
  readonly given: ReadonlySet<string>
  readonly received: ReadonlySet<string>
}

function ends({ events, edges }: LineageTables): Ends {
  const days = new Map(events.map((event) => [event.id, event.effectiveOn]))
  const given = new Set<string>()
  const received = new Set<string>()
  for (const edge of edges) {
    const day = days.get(edge.eventId)
    if (day === undefined) continue
    given.add(at(edge.fromId, day))
    received.add(at(edge.toId, day))
  }
  for (const { effectiveOn, atoms } of events) {
    for (const atom of atoms) if (atom.kind === 'create') received.add(at(atom.unitId, effectiveOn))
  }
  return { given, received }
}

interface Holes {
  readonly events: readonly OrgEvent[]
  readonly exceptions: readonly OrgException[]
}

const bare = (kind: EventKind, unitId: UnitId, day: CalendarDate): OrgEvent => ({
  id: `${day}/${unitId}/${kind}`,
  effectiveOn: day,
  kind,
  atoms: [{ kind, unitId }],
  instrument: '',
})

/** Units that begin from nowhere get a create, units that end into nowhere an abolish; both are listed as known holes. */
function lifeHoles(tables: UnitTables, lineage: LineageTables, spans: ReadonlyMap<UnitId, Span>): Holes {
  const { given, received } = ends(lineage)
  const abolished = new Set(
    lineage.events.flatMap(({ effectiveOn, atoms }) =>
      atoms.filter(({ kind }) => kind === 'abolish').map(({ unitId }) => at(unitId, effectiveOn)),
    ),
  )
  const events: OrgEvent[] = []
  const exceptions: OrgException[] = []
  for (const [unit, { from, to }] of spans) {
    if (from > tables.baseline && !received.has(at(unit, from))) {
      events.push(bare('create', unit, from))
      exceptions.push({ code: 'org.origin_unknown', unitId: unit, day: from })
    }
    if (to === null || given.has(at(unit, to))) continue
    if (!abolished.has(at(unit, to))) events.push(bare('abolish', unit, to))
    exceptions.push({ code: 'org.successor_unknown', unitId: unit, day: to })
  }
  return { events, exceptions }
}

/** Divided units of which the file neither gives every share of some basis nor names one remainder. */
function splitHoles({ events, edges, shares }: LineageTables): readonly OrgException[] {
  const days = new Map(events.map((event) => [event.id, event.effectiveOn]))
  const known = groupBy(shares, (share) => `${share.edge.fromId}|${share.basis}`)
  const cut = groupBy(
    edges.filter((edge) => edge.extent !== 'whole'),
    (edge) => edge.fromId,
  )
  return [...cut].flatMap(([unit, pieces]) => {
    const day = days.get(pieces[0]?.eventId ?? '')
    const settled = (['area', 'population'] as const).some(
      (basis) => known.get(`${unit}|${basis}`)?.length === pieces.length,
    )
    const named = pieces.some((edge) => edge.extent === 'remainder')
    return day === undefined || settled || named
      ? []
      : [{ code: 'org.split_without_remainder' as const, unitId: unit, day }]
  })
}

/**
 * Turns the rows of `units.csv` and `lineage.csv` into records. Any problem refuses the whole import, and all problems come at once,
 * in order of file and line. Holes that the files are known to have become `exceptions` of the records.
 */
export function toOrgRecords(
  unitRows: readonly Row[],
  lineageRows: readonly Row[],
): Result<OrgRecords, readonly ImportProblem[]> {
  const problems: ImportProblem[] = []
  const reportFor =
    (file: ImportProblem['file']): Report =>
    (code, line, column, value) =>
      problems.push({ code, file, line, column, value })
  const tables = readUnits(unitRows, reportFor('units'))
  const spans = spansOf(tables)
  const lineage = readLineage(lineageRows, (unit) => spans.get(unit), reportFor('lineage'))
  if (problems.length > 0) {
    return refuse(problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file === 'units' ? -1 : 1)))
  }
  const holes = lifeHoles(tables, lineage, spans)
  return accept({
    ...tables,
    events: [...lineage.events, ...holes.events],
    edges: lineage.edges,
    shares: lineage.shares,
    exceptions: [...holes.exceptions, ...splitHoles(lineage)],
  })
}
