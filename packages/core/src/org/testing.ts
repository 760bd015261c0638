// Small hand for writing unit records in tests: short ids and days in, records out. For tests only.
import { type CalendarDate, calendarDate } from '../calendar.ts'
import { type UnitId, unitId } from '../ids.ts'
import type {
  Edge,
  EdgeShare,
  EventKind,
  Extent,
  OrgEvent,
  OrgRecords,
  ShareBasis,
  Unit,
  UnitLevel,
  UnitVersion,
} from './model.ts'

export const id = unitId
export const day = calendarDate
export const BASELINE: CalendarDate = day('2017-01-01')

export interface Sketch {
  units: Unit[]
  versions: UnitVersion[]
  events: OrgEvent[]
  edges: Edge[]
  shares: EdgeShare[]
}

export const sketch = (): Sketch => ({ units: [], versions: [], events: [], edges: [], shares: [] })

export function addUnit(
  into: Sketch,
  name: string,
  level: UnitLevel,
  parent: string | null,
  from: string = BASELINE,
  to: string | null = null,
): void {
  if (!into.units.some((unit) => unit.id === name)) into.units.push({ id: id(name), level })
  into.versions.push({
    unitId: id(name),
    from: day(from),
    to: to === null ? null : day(to),
    name,
    kind: level,
    parentId: parent === null ? null : id(parent),
  })
}

/** One event with an edge for each `[from, to, extent, share?]`; returns the event id. */
export function addEvent(
  into: Sketch,
  on: string,
  kind: EventKind,
  edges: readonly (readonly [string, string, Extent, number?])[],
  ordinal = 0,
  basis: ShareBasis = 'population',
): string {
  const eventId = `E${into.events.length + 1}`
  const subjects = [...new Set(edges.map(([, to]) => to))]
  into.events.push({
    id: eventId,
    effectiveOn: day(on),
    kind,
    atoms: subjects.map((to) => ({ kind, unitId: id(to) })),
    instrument: 'test',
  })
  for (const [from, to, extent, share] of edges) {
    const edge: Edge = { eventId, ordinal, fromId: id(from), toId: id(to), extent, assumed: false }
    into.edges.push(edge)
    if (share !== undefined) into.shares.push({ edge, basis, share, method: 'reported', source: 'test' })
  }
  return eventId
}

export const toRecords = (from: Sketch, more: Partial<OrgRecords> = {}): OrgRecords => ({
  baseline: BASELINE,
  codes: [],
  exceptions: [],
  ...from,
  ...more,
})

export const figures = (values: Readonly<Record<string, number | null>>): ReadonlyMap<UnitId, number | null> =>
  new Map(Object.entries(values).map(([unit, value]) => [id(unit), value]))

/** VN > P > D with communes A, B, C under D, all from the baseline on. */
export function smallCountry(
  communes: readonly (readonly [string, string | null])[] = [
    ['A', null],
    ['B', null],
    ['C', null],
  ],
): Sketch {
  const into = sketch()
  addUnit(into, 'VN', 'centre', null)
  addUnit(into, 'P', 'province', 'VN')
  addUnit(into, 'D', 'district', 'P')
  for (const [name, to] of communes) addUnit(into, name, 'commune', 'D', BASELINE, to)
  return into
}
