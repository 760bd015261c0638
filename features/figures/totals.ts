// Kept totals, always fresh: whoever meets a marked total recomputes it first.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { deriveValues } from '@kheo/core/indicator/derive.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { World } from '../context.ts'
import { toValues } from '../indicators/index.ts'
import { rootPath } from '../people/allow.ts'
import {
  listDirty,
  listFigurePlaces,
  listOwnCells,
  listRollupPlaces,
  listRollups,
  markDirty,
  recompute,
  type DirtyTotal,
  type Status,
  type TotalParts,
} from './queries.ts'
import { accessChildren, addsUp, keepersUp } from './rules.ts'

type Children = ReadonlyMap<UnitId, readonly UnitId[]>
const trees = new WeakMap<OrgIndex, Map<string, Children>>()
const NOBODY: Children = new Map()

/** Every unit's children over a period, remembered for as long as the record of units stands. */
export function childrenIn(world: World, period: string): Children {
  const found = world.catalogue().periodOf(period)
  if (found === undefined) return NOBODY
  const { index } = world.org()
  const known = trees.get(index) ?? new Map<string, Children>()
  trees.set(index, known)
  const key = `${found.startOn}|${found.endOn}`
  const children = known.get(key) ?? accessChildren(index, found.startOn, found.endOn)
  known.set(key, children)
  return children
}

const endOf = (world: World, period: string): CalendarDate | undefined => world.catalogue().periodOf(period)?.endOn

/** Levels that keep a total of their own even in a period in which nothing hangs below them: they may have adjustments. */
const KEEPERS: readonly (string | undefined)[] = ['centre', 'province', 'district']

/** The totals that a change of a unit's figures touches: the unit's own, when it has any, and all above. */
export function totalsAbove(world: World, unit: string, period: string): DirtyTotal[] {
  const day = endOf(world, period)
  if (day === undefined) return []
  const { index } = world.org()
  const isKeeper = childrenIn(world, period).has(unit as UnitId) || KEEPERS.includes(index.levelOf(unit as UnitId))
  const own = isKeeper ? [unit as UnitId] : []
  return [...own, ...keepersUp(index, unit as UnitId, day)].map((unitId) => ({ periodId: period, unitId }))
}

/** Recomputes one total inside the transaction that has just changed the unit's own figures; what is below must be fresh. */
export async function recomputeWithin(tx: Db, world: World, total: DirtyTotal): Promise<void> {
  const parts = partsOf(world, total)
  if (parts !== undefined) await recompute(tx, parts, world.now())
}

function partsOf(world: World, total: DirtyTotal): TotalParts | undefined {
  const path = world.org().pathOf(total.unitId)
  if (path === undefined || endOf(world, total.periodId) === undefined) return undefined
  const children = childrenIn(world, total.periodId)
  const below = children.get(total.unitId as UnitId) ?? []
  return {
    ...total,
    path,
    leaves: below.filter((unit) => !children.has(unit)),
    inner: below.filter((unit) => children.has(unit)),
  }
}

async function recomputeOne(world: World, total: DirtyTotal): Promise<void> {
  await inScope(world.database.app, rootPath(world), (tx) => recomputeWithin(tx, world, total))
}

/** Deepest first, so that a parent adds what its children have just become. */
function inOrder(world: World, totals: readonly DirtyTotal[]): DirtyTotal[] {
  const { index } = world.org()
  const depth = (total: DirtyTotal): number =>
    keepersUp(index, total.unitId as UnitId, endOf(world, total.periodId) ?? ('' as CalendarDate)).length
  return totals
    .map((total) => ({ total, depth: depth(total) }))
    .toSorted((a, b) => b.depth - a.depth)
    .map(({ total }) => total)
}

/** Recomputes every marked total; returns how many. The background worker's whole work. */
export async function refreshAll(world: World): Promise<number> {
  const dirty = await listDirty(world.database.app)
  for (const total of inOrder(world, dirty)) await recomputeOne(world, total)
  return dirty.length
}

/** Makes a unit's totals of some periods fresh, with all that they are made of. */
export async function refresh(world: World, unit: string, periods: readonly string[]): Promise<void> {
  const dirty = await listDirty(world.database.app, periods)
  if (dirty.length === 0) return
  const { index } = world.org()
  const concerns = (total: DirtyTotal): boolean => {
    const day = endOf(world, total.periodId)
    return (
      total.unitId === unit ||
      (day !== undefined && keepersUp(index, total.unitId as UnitId, day).includes(unit as UnitId))
    )
  }
  for (const total of inOrder(world, dirty.filter(concerns))) await recomputeOne(world, total)
}

/** Marks every total there can be: after a reorganisation, and for a full recount. */
export async function markAll(world: World): Promise<void> {
  await inScope(world.database.app, rootPath(world), async (tx) => {
    const places = await listFigurePlaces(tx)
    const above = places.flatMap(({ unitId, periodId }) => totalsAbove(world, unitId, periodId))
    const totals = new Map(
      [...above, ...(await listRollupPlaces(tx))].map((total) => [`${total.periodId}|${total.unitId}`, total]),
    )
    await markDirty(tx, [...totals.values()])
  })
}

export type Totals = {
  /** Figures with rates worked out from the totals; what does not add up is the unit's own. */
  readonly values: Values
  /** Units that gave a figure, by code. */
  readonly reported: Readonly<Record<string, number>>
  /** The unit's own figures alone. */
  readonly own: Values
}

const EMPTY: Totals = { values: {}, reported: {}, own: {} }
const keyOf = (unit: string, period: string): string => `${unit}|${period}`

/**
 * Totals of units for periods, keyed `unit|period`, read under the caller's scope: own figures where nothing is below.
 * `tx` must see the units. Call `refresh` first where staleness may not be met.
 */
export async function readTotals(
  tx: Db,
  world: World,
  units: readonly string[],
  periods: readonly string[],
  status: Status = 'provisional',
): Promise<(unit: string, period: string) => Totals> {
  const view = world.catalogue()
  const wide = new Map<string, Map<string, readonly (number | null)[]>>()
  const counts = new Map<string, Map<string, readonly number[]>>()
  const own = new Map<string, Map<string, readonly (number | null)[]>>()
  const put = <T>(into: Map<string, Map<string, T>>, key: string, grp: string, cells: T): void => {
    const groups = into.get(key) ?? new Map<string, T>()
    groups.set(grp, cells)
    into.set(key, groups)
  }
  for (const row of await listOwnCells(tx, status, units, periods))
    put(own, keyOf(row.unitId, row.periodId), row.grp, row.vals)
  for (const row of await listRollups(tx, status, units, periods)) {
    put(wide, keyOf(row.unitId, row.periodId), row.grp, row.s)
    put(counts, keyOf(row.unitId, row.periodId), row.grp, row.n)
  }
  const made = new Map<string, Totals>()
  return (unit, period) => {
    const key = keyOf(unit, period)
    const known = made.get(key)
    if (known !== undefined) return known
    const totals = combine(
      world,
      wide.get(key),
      counts.get(key),
      toValues(view, own.get(key) ?? new Map()),
      own.has(key),
    )
    made.set(key, totals)
    return totals
  }
}

function combine(
  world: World,
  wide: Map<string, readonly (number | null)[]> | undefined,
  counts: Map<string, readonly number[]> | undefined,
  own: Values,
  hasOwn: boolean,
): Totals {
  const { catalogue, slotOf } = world.catalogue()
  if (wide === undefined && !hasOwn) return EMPTY
  const values: Record<string, number | null> = {}
  const reported: Record<string, number> = {}
  for (const indicator of catalogue.indicators) {
    const { code } = indicator
    if (wide !== undefined && addsUp(indicator)) {
      const { block, at } = slotOf(code)
      values[code] = wide.get(block)?.[at] ?? null
      reported[code] = counts?.get(block)?.[at] ?? 0
    } else {
      values[code] = own[code] ?? null
      reported[code] = own[code] == null ? 0 : 1
    }
  }
  return { values: deriveValues(catalogue, values), reported, own: deriveValues(catalogue, own) }
}
