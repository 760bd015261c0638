// The records of administrative units: identity, dated attributes, events and the edges between units. Types only; no rule lives here.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'

/** `unassigned` is territory in no commune; `office` is a body that keeps books but holds no territory. */
export const UNIT_LEVELS = ['centre', 'province', 'district', 'commune', 'village', 'office', 'unassigned'] as const
export type UnitLevel = (typeof UNIT_LEVELS)[number]

/** The only `kind` a unit of level `unassigned` may carry. */
export const UNASSIGNED_KIND = 'không thuộc xã'

export interface Unit {
  readonly id: UnitId
  readonly level: UnitLevel
}

/** Name, kind and parent over half-open days `[from, to)`; `to` null = still in force. `kind` is the reader's word, such as `phường`. */
export interface UnitVersion {
  readonly unitId: UnitId
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly name: string
  readonly kind: string
  readonly parentId: UnitId | null
}

/** A code of a published list over half-open days. Lists reuse codes, so a code never identifies a unit by itself. */
export interface UnitCode {
  readonly unitId: UnitId
  readonly scheme: string
  readonly code: string
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** Closed list. `abolish` is the mirror of `create`: a unit that ends and whose successor is not on record. */
export const EVENT_KINDS = [
  'create',
  'abolish',
  'rename',
  'reclassify',
  'recode',
  'reparent',
  'merge-new',
  'absorb',
  'split-new',
  'carve-out',
  'transfer-part',
  'convert-level',
  'abolish-level',
  'annul',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** One elementary change and the unit it is about: for a merge or a split, the unit that receives. */
export interface EventAtom {
  readonly kind: EventKind
  readonly unitId: UnitId
}

/** One clause of one instrument on one day. `kind` is the leading kind; `atoms` lists every kind a compound clause holds. Append-only: `annuls` voids an earlier event. */
export interface OrgEvent {
  readonly id: string
  readonly effectiveOn: CalendarDate
  readonly signedOn?: CalendarDate
  readonly kind: EventKind
  readonly atoms: readonly EventAtom[]
  readonly instrument: string
  readonly clause?: string
  readonly note?: string
  readonly annuls?: string
}

export type Extent = 'whole' | 'part' | 'remainder'

/**
 * Territory passes from one unit to another. `ordinal` numbers chains within one day (0 first).
 * `assumed`: the passage is reconstructed, not read in the instrument.
 * A unit that stays alive after giving a part away needs no edge to itself: what it keeps is understood.
 */
export interface Edge {
  readonly eventId: string
  readonly ordinal: number
  readonly fromId: UnitId
  readonly toId: UnitId
  readonly extent: Extent
  readonly assumed: boolean
}

export type EdgeRef = Pick<Edge, 'eventId' | 'fromId' | 'toId'>

export const SHARE_BASES = ['population', 'area', 'households', 'members'] as const
export type ShareBasis = (typeof SHARE_BASES)[number]
export type ShareMethod = 'law' | 'scheme' | 'reported' | 'overlay' | 'assumed'

/**
 * The fraction 0..1 of a unit that passes along an edge. An unknown share is absent, never 0.
 * `of` says whose fraction: `from` (default, used forward in time) or `to` (the new unit's, used backward).
 */
export interface EdgeShare {
  readonly edge: EdgeRef
  readonly basis: ShareBasis
  readonly share: number
  readonly method: ShareMethod
  readonly source: string
  readonly of?: 'from' | 'to'
}

/** A hole in the record that is known and counted, so that it does not pass for a broken rule. */
export interface OrgException {
  readonly code: 'org.successor_unknown' | 'org.origin_unknown' | 'org.split_without_remainder'
  readonly unitId: UnitId
  readonly day: CalendarDate
}

/** `baseline`: the first day of the record; units in force on it need no creating event. */
export interface OrgRecords {
  readonly baseline: CalendarDate
  readonly units: readonly Unit[]
  readonly versions: readonly UnitVersion[]
  readonly codes: readonly UnitCode[]
  readonly events: readonly OrgEvent[]
  readonly edges: readonly Edge[]
  readonly shares: readonly EdgeShare[]
  readonly exceptions: readonly OrgException[]
}
