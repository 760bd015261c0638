// Lookups over the records of units: by day, by parent, by edge. Reads only; it trusts that the invariants hold.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { standingEvents } from './annulment.ts'
import type {
  Edge,
  EdgeRef,
  EdgeShare,
  OrgEvent,
  OrgRecords,
  ShareBasis,
  UnitCode,
  UnitLevel,
  UnitVersion,
} from './model.ts'
import { byFrom, covers, groupBy, type Span } from './span.ts'
import { type EdgeStep, edgeSteps } from './steps.ts'

export interface LifeEvent {
  readonly event: OrgEvent
  /** `in`: territory arrives; `out`: it leaves; `self`: only attributes change, or an explicit create or abolish. */
  readonly direction: 'in' | 'out' | 'self'
}

export interface LifeLine {
  readonly versions: readonly UnitVersion[]
  readonly codes: readonly UnitCode[]
  readonly events: readonly LifeEvent[]
}

export interface OrgIndex {
  readonly records: OrgRecords
  readonly levelOf: (unit: UnitId) => UnitLevel | undefined
  /** From the first version's start to the last one's end; undefined for an unknown unit. */
  readonly spanOf: (unit: UnitId) => Span | undefined
  readonly versionsOf: (unit: UnitId) => readonly UnitVersion[]
  readonly versionAt: (unit: UnitId, day: CalendarDate) => UnitVersion | undefined
  readonly aliveOn: (day: CalendarDate) => readonly UnitId[]
  readonly childrenAt: (unit: UnitId, day: CalendarDate) => readonly UnitId[]
  /** Nearest first. */
  readonly ancestorsAt: (unit: UnitId, day: CalendarDate) => readonly UnitId[]
  /** Units below `unit`, itself not included, in depth-first order; `level` keeps one level only. */
  readonly subtreeAt: (unit: UnitId, day: CalendarDate, level?: UnitLevel) => readonly UnitId[]
  readonly countByLevel: (day: CalendarDate) => Readonly<Record<UnitLevel, number>>
  readonly lifeLine: (unit: UnitId) => LifeLine
  readonly edgesFrom: (unit: UnitId) => readonly Edge[]
  readonly edgesTo: (unit: UnitId) => readonly Edge[]
  readonly eventOf: (eventId: string) => OrgEvent | undefined
  /** Standing edges in order of day, then ordinal. */
  readonly steps: readonly EdgeStep[]
  readonly shareOf: (edge: EdgeRef, basis: ShareBasis, of: 'from' | 'to') => EdgeShare | undefined
}

const NONE: readonly never[] = []
const byDay = (a: LifeEvent, b: LifeEvent): number =>
  a.event.effectiveOn < b.event.effectiveOn ? -1 : a.event.effectiveOn > b.event.effectiveOn ? 1 : 0
/** When two sources give one share, the nearer to the law wins. */
const TRUST: readonly EdgeShare['method'][] = ['law', 'reported', 'scheme', 'overlay', 'assumed']

const shareKey = (edge: EdgeRef, basis: ShareBasis, of: 'from' | 'to'): string =>
  `${edge.eventId}|${edge.fromId}|${edge.toId}|${basis}|${of}`

function bestShares(shares: readonly EdgeShare[]): ReadonlyMap<string, EdgeShare> {
  const best = new Map<string, EdgeShare>()
  for (const share of shares) {
    const key = shareKey(share.edge, share.basis, share.of ?? 'from')
    const other = best.get(key)
    if (other === undefined || TRUST.indexOf(share.method) < TRUST.indexOf(other.method)) best.set(key, share)
  }
  return best
}

type Versions = Pick<OrgIndex, 'spanOf' | 'versionsOf' | 'versionAt'>

function versionLookups(records: OrgRecords): Versions {
  const versions = groupBy(records.versions, (version) => version.unitId)
  for (const list of versions.values()) list.sort(byFrom)
  const versionsOf = (unit: UnitId): readonly UnitVersion[] => versions.get(unit) ?? NONE
  return {
    versionsOf,
    versionAt: (unit, day) => versionsOf(unit).findLast((version) => covers(version, day)),
    spanOf(unit) {
      const list = versionsOf(unit)
      const first = list[0]
      const last = list.at(-1)
      return first && last ? { from: first.from, to: last.to } : undefined
    },
  }
}

type Tree = Pick<OrgIndex, 'aliveOn' | 'childrenAt' | 'ancestorsAt' | 'subtreeAt' | 'countByLevel'>

function treeLookups(
  records: OrgRecords,
  levels: ReadonlyMap<UnitId, UnitLevel>,
  versionAt: OrgIndex['versionAt'],
): Tree {
  const byParent = groupBy(records.versions, (version) => version.parentId)
  const childrenAt = (unit: UnitId, day: CalendarDate): readonly UnitId[] =>
    (byParent.get(unit) ?? NONE).filter((version) => covers(version, day)).map((version) => version.unitId)
  const aliveOn = (day: CalendarDate): readonly UnitId[] =>
    records.versions.filter((version) => covers(version, day)).map((version) => version.unitId)
  return {
    aliveOn,
    childrenAt,
    ancestorsAt(unit, day) {
      const found: UnitId[] = []
      let parent = versionAt(unit, day)?.parentId ?? null
      while (parent !== null && !found.includes(parent)) {
        found.push(parent)
        parent = versionAt(parent, day)?.parentId ?? null
      }
      return found
    },
    subtreeAt(unit, day, level) {
      const found: UnitId[] = []
      const open = childrenAt(unit, day).toReversed()
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (level === undefined || levels.get(next) === level) found.push(next)
        open.push(...childrenAt(next, day).toReversed())
      }
      return found
    },
    countByLevel(day) {
      const counts = { centre: 0, province: 0, district: 0, commune: 0, village: 0, office: 0, unassigned: 0 }
      for (const unit of aliveOn(day)) {
        const level = levels.get(unit)
        if (level !== undefined) counts[level] += 1
      }
      return counts
    },
  }
}

/** Builds every lookup in one pass over the records. Annulled events, their atoms and their edges are left out. */
export function buildOrgIndex(records: OrgRecords): OrgIndex {
  const standing = standingEvents(records.events)
  const events = new Map(records.events.filter((event) => standing.has(event.id)).map((event) => [event.id, event]))
  const edges = records.edges.filter((edge) => events.has(edge.eventId))
  const levels = new Map(records.units.map((unit) => [unit.id, unit.level]))
  const from = groupBy(edges, (edge) => edge.fromId)
  const to = groupBy(edges, (edge) => edge.toId)
  const codes = groupBy(records.codes, (code) => code.unitId)
  const shares = bestShares(records.shares)
  const versions = versionLookups(records)
  const edgesFrom = (unit: UnitId): readonly Edge[] => from.get(unit) ?? NONE
  const edgesTo = (unit: UnitId): readonly Edge[] => to.get(unit) ?? NONE
  const touching = groupBy(
    [...events.values()].flatMap((event) => event.atoms.map((atom) => ({ unitId: atom.unitId, event }))),
    (touch) => touch.unitId,
  )
  const lifeEvents = (unit: UnitId): LifeEvent[] => {
    const found = new Map<string, LifeEvent>()
    const note = (event: OrgEvent | undefined, direction: LifeEvent['direction']): void => {
      if (event !== undefined) found.set(`${event.id}|${direction}`, { event, direction })
    }
    for (const edge of edgesTo(unit)) note(events.get(edge.eventId), 'in')
    for (const edge of edgesFrom(unit)) note(events.get(edge.eventId), 'out')
    for (const { event } of touching.get(unit) ?? NONE) if (!found.has(`${event.id}|in`)) note(event, 'self')
    return [...found.values()].sort(byDay)
  }
  return {
    records,
    levelOf: (unit) => levels.get(unit),
    ...versions,
    ...treeLookups(records, levels, versions.versionAt),
    lifeLine: (unit) => ({
      versions: versions.versionsOf(unit),
      codes: [...(codes.get(unit) ?? NONE)].sort(byFrom),
      events: lifeEvents(unit),
    }),
    edgesFrom,
    edgesTo,
    eventOf: (eventId) => events.get(eventId),
    steps: edgeSteps(edges, events),
    shareOf: (edge, basis, of) => shares.get(shareKey(edge, basis, of)),
  }
}
