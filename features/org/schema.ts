// Shapes of units, their life and the events that touched them.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { Day, Nothing, UnitRef } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

export const UnitRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.string(),
  parentId: z.string().nullable(),
  childCount: z.number(),
})
export type UnitRow = z.infer<typeof UnitRow>

const Version = z.object({
  from: z.string(),
  to: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
})

/** One line of a unit's life: an event, and the units on its other side. */
const LifeEvent = z.object({
  id: z.string(),
  on: z.string(),
  kind: z.string(),
  instrument: z.string(),
  clause: z.string().nullable(),
  comesFrom: z.array(z.object({ id: z.string(), name: z.string(), extent: z.string(), isAssumed: z.boolean() })),
  goesTo: z.array(z.object({ id: z.string(), name: z.string(), extent: z.string(), isAssumed: z.boolean() })),
})

export const UnitLife = z.object({
  id: z.string(),
  level: z.string(),
  title: z.string(),
  isAlive: z.boolean(),
  ancestors: z.array(z.object({ id: z.string(), name: z.string() })),
  codes: z.array(z.object({ scheme: z.string(), code: z.string(), from: z.string(), to: z.string().nullable() })),
  versions: z.array(Version),
  events: z.array(LifeEvent),
})
export type UnitLife = z.infer<typeof UnitLife>

const EventSide = z.object({ id: z.string(), name: z.string(), level: z.string(), parentName: z.string().nullable() })

export const OrgEventView = z.object({
  id: z.string(),
  on: z.string(),
  kind: z.string(),
  instrument: z.string(),
  clause: z.string().nullable(),
  note: z.string().nullable(),
  before: z.array(EventSide),
  after: z.array(EventSide),
  edges: z.array(
    z.object({
      fromId: z.string(),
      toId: z.string(),
      extent: z.string(),
      isAssumed: z.boolean(),
      shares: z.array(z.object({ basis: z.string(), share: z.number(), method: z.string() })),
    }),
  ),
})
export type OrgEventView = z.infer<typeof OrgEventView>

const rows = z.object({ rows: z.array(UnitRow) })

export const org = {
  children: endpoint({
    method: 'GET',
    path: '/units/children',
    summary: 'Units under a unit on a day; without a unit, the roots',
    access: 'signed-in',
    query: z.object({ unit: UnitRef.optional(), day: Day }),
    body: Nothing,
    answer: rows,
  }),
  search: endpoint({
    method: 'GET',
    path: '/units/search',
    summary: 'Units by name on a day, without tones',
    access: 'signed-in',
    query: z.object({ q: z.string().min(1).max(100), day: Day }),
    body: Nothing,
    answer: rows,
  }),
  counts: endpoint({
    method: 'GET',
    path: '/units/counts',
    summary: 'How many units of each level stand on a day',
    access: 'signed-in',
    query: z.object({ day: Day }),
    body: Nothing,
    answer: z.object({ provinces: z.number(), districts: z.number(), communes: z.number() }),
  }),
  life: endpoint({
    method: 'GET',
    path: '/units/:id/life',
    summary: 'A unit’s versions, codes and events',
    access: 'signed-in',
    query: z.object({ id: UnitRef, day: Day }),
    body: Nothing,
    answer: UnitLife,
  }),
  event: endpoint({
    method: 'GET',
    path: '/org-events/:id',
    summary: 'An event: the units before and after',
    access: 'signed-in',
    query: z.object({ id: z.string().min(1).max(80) }),
    body: Nothing,
    answer: OrgEventView,
  }),
}
