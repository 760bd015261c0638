// HTTP ↔ units: the tree on a day, a unit's life, an event.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Edge } from '@kheo/core/org/model.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { org, type OrgEventView, type UnitLife, type UnitRow } from './schema.ts'
import { listedCounts, type OrgView } from './view.ts'

const SEARCH_LIMIT = 50
const collator = new Intl.Collator('vi')

function rowOf(view: OrgView, unit: UnitId, day: CalendarDate): UnitRow {
  const version = view.index.versionAt(unit, day)
  return {
    id: unit,
    name: view.titleOf(unit, day),
    kind: version?.kind ?? '',
    level: view.index.levelOf(unit) ?? '',
    parentId: version?.parentId ?? null,
    childCount: view.index.childrenAt(unit, day).length,
  }
}

const LEVEL_ORDER = ['centre', 'province', 'district', 'commune', 'unassigned', 'office', 'village']
const sorted = (rows: UnitRow[]): UnitRow[] =>
  rows.toSorted(
    (a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || collator.compare(a.name, b.name),
  )

function search(view: OrgView, q: string, day: CalendarDate): UnitRow[] {
  const wanted = foldVietnamese(q)
  const found = view.index.aliveOn(day).filter((unit) => foldVietnamese(view.titleOf(unit, day)).includes(wanted))
  return sorted(found.slice(0, SEARCH_LIMIT * 4).map((unit) => rowOf(view, unit, day))).slice(0, SEARCH_LIMIT)
}

function lifeOf(view: OrgView, unit: UnitId, day: CalendarDate): UnitLife {
  const { index } = view
  if (index.levelOf(unit) === undefined) throw new Refusal({ code: 'org.unit_not_found', unit } as never)
  const life = index.lifeLine(unit)
  const side = (edges: readonly Edge[], end: 'fromId' | 'toId', on: CalendarDate) =>
    edges.map((edge) => ({
      id: edge[end],
      name: view.titleOf(edge[end], on),
      extent: edge.extent,
      isAssumed: edge.assumed,
    }))
  const seen = new Map<string, UnitLife['events'][number]>()
  for (const { event } of life.events) {
    seen.set(event.id, {
      id: event.id,
      on: event.effectiveOn,
      kind: event.kind,
      instrument: event.instrument,
      clause: event.clause ?? null,
      comesFrom: side(
        index.edgesTo(unit).filter((edge) => edge.eventId === event.id),
        'fromId',
        event.effectiveOn,
      ),
      goesTo: side(
        index.edgesFrom(unit).filter((edge) => edge.eventId === event.id),
        'toId',
        event.effectiveOn,
      ),
    })
  }
  return {
    id: unit,
    level: index.levelOf(unit) ?? '',
    title: view.titleOf(unit, day),
    isAlive: index.versionAt(unit, day) !== undefined,
    ancestors: index.ancestorsAt(unit, day).map((id) => ({ id, name: view.titleOf(id, day) })),
    codes: life.codes.map(({ scheme, code, from, to }) => ({ scheme, code, from, to })),
    versions: life.versions.map(({ from, to, name, kind, parentId }) => ({
      from,
      to,
      name,
      kind,
      parentId,
      parentName: parentId === null ? null : view.titleOf(parentId, from),
    })),
    events: [...seen.values()],
  }
}

function eventOf(view: OrgView, id: string): OrgEventView {
  const { index } = view
  const event = index.eventOf(id)
  if (event === undefined) throw new Refusal({ code: 'org.event_not_found', event: id } as never)
  const edges = index.records.edges.filter((edge) => edge.eventId === id)
  const touched = [
    ...new Set([...edges.flatMap((edge) => [edge.fromId, edge.toId]), ...event.atoms.map((atom) => atom.unitId)]),
  ]
  const before = touched.filter((unit) => (index.spanOf(unit)?.from ?? '') < event.effectiveOn)
  const after = touched.filter((unit) => index.versionAt(unit, event.effectiveOn) !== undefined)
  const eve = index.records.versions
  const nameBefore = (unit: UnitId): { name: string; parentId: UnitId | null } => {
    const version = eve.filter((each) => each.unitId === unit && each.from < event.effectiveOn).at(-1)
    return {
      name: version === undefined ? unit : view.titleOf(unit, version.from),
      parentId: version?.parentId ?? null,
    }
  }
  return {
    id,
    on: event.effectiveOn,
    kind: event.kind,
    instrument: event.instrument,
    clause: event.clause ?? null,
    note: event.note ?? null,
    before: before.map((unit) => {
      const { name, parentId } = nameBefore(unit)
      return {
        id: unit,
        name,
        level: index.levelOf(unit) ?? '',
        parentName: parentId === null ? null : nameBefore(parentId).name,
      }
    }),
    after: after.map((unit) => {
      const parent = index.versionAt(unit, event.effectiveOn)?.parentId ?? null
      return {
        id: unit,
        name: view.titleOf(unit, event.effectiveOn),
        level: index.levelOf(unit) ?? '',
        parentName: parent === null ? null : view.titleOf(parent, event.effectiveOn),
      }
    }),
    edges: edges.map((edge) => ({
      fromId: edge.fromId,
      toId: edge.toId,
      extent: edge.extent,
      isAssumed: edge.assumed,
      shares: index.records.shares
        .filter(
          (share) => share.edge.eventId === id && share.edge.fromId === edge.fromId && share.edge.toId === edge.toId,
        )
        .map(({ basis, share, method }) => ({ basis, share, method })),
    })),
  }
}

export const routes = (world: World): Route[] => [
  route(org.children, async ({ query }) => {
    const view = world.org()
    const day = query.day as CalendarDate
    const units =
      query.unit === undefined
        ? view.index.records.units.filter((unit) => unit.level === 'centre').map((unit) => unit.id)
        : view.index.childrenAt(query.unit as UnitId, day)
    return { rows: sorted(units.map((unit) => rowOf(view, unit, day))) }
  }),
  route(org.search, async ({ query }) => ({ rows: search(world.org(), query.q, query.day as CalendarDate) })),
  route(org.counts, async ({ query }) => {
    const { provinces, districts, communes } = listedCounts(world.org(), query.day as CalendarDate)
    return { provinces, districts, communes }
  }),
  route(org.life, async ({ query }) => lifeOf(world.org(), query.id as UnitId, query.day as CalendarDate)),
  route(org.event, async ({ query }) => eventOf(world.org(), query.id)),
]
