// Counting registers into figures: called by a register in the transaction that changed an entry, so that nothing is ever stale.
import type { UnitId } from '@kheo/core/ids.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { CountingRegister, Window } from '@kheo/kit/register.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { type CatalogueView, mergeWide, toValues, type Wide } from '../indicators/index.ts'
import { bookHolder, getPath } from '../people/allow.ts'
import type { ImportedFrom } from './changes.ts'
import type { FigureProblem } from './problems.ts'
import { listFigures, listOpenings, writeFigures, writeParts, type Held } from './queries.ts'
import { bookUnits, unitVerdicts } from './rules.ts'
import { childrenIn, totalsAbove } from './totals.ts'

type PeriodWindow = Window & { readonly closedOn: string | null; readonly title: string }

/** Periods that entries of these days are in, and later ones that hold figures already: a stock is carried into them. */
async function windowsFrom(tx: Db, world: World, unit: string, days: readonly string[]): Promise<PeriodWindow[]> {
  const regimes = [...new Set(world.catalogue().reportTypes.map((type) => type.regime))]
  const { rows } =
    await sql<PeriodWindow>`select id as "periodId", start_on as start, end_on as "end", closed_on as "closedOn", title from period p
    where regime = any(${regimes}) and exists (select from unnest(${days}::date[]) as d(day) where p.end_on >= d.day
      and (p.start_on <= d.day or exists (select from figure f where f.unit_id = ${unit} and f.period_id = p.id)))`.execute(
      tx,
    )
  return rows
}

/**
 * Refuses when a period that holds the day is closed: an entry may not change figures that were closed.
 * @throws Refusal `figure.period_closed`
 */
export async function refuseClosed(tx: Db, world: World, unit: string, day: string): Promise<void> {
  const closed = (await windowsFrom(tx, world, bookHolder(world, unit), [day])).find(
    (window) => window.closedOn !== null && window.start <= day,
  )
  if (closed !== undefined)
    throw new Refusal({
      code: 'figure.period_closed',
      period: closed.title,
      closedOn: closed.closedOn ?? '',
    } as FigureProblem)
}

/**
 * A unit has figures only of periods in which it stood, if for a day.
 * @throws Refusal `figure.unit_not_due`, `figure.period_not_found`, `org.unit_not_found`
 */
export function refuseUndue(world: World, unit: string, periodId: string): void {
  const period = world.catalogue().periodOf(periodId)
  if (period === undefined) throw new Refusal({ code: 'figure.period_not_found', period: periodId } as FigureProblem)
  getPath(world, unit)
  const span = world.org().index.spanOf(unit as UnitId)
  if (span === undefined || span.from > period.endOn || (span.to !== null && span.to <= period.startOn)) {
    throw new Refusal({
      code: 'figure.unit_not_due',
      unit: world.org().titleOf(unit, period.endOn),
      period: period.title,
    } as FigureProblem)
  }
}

const nullsIn = (view: CatalogueView, codes: readonly string[], held: Values | undefined): boolean =>
  codes.some((code) => view.catalogue.byCode.has(code) && (held?.[code] ?? null) === null)

/** What the unit holds for each window. */
async function heldIn(
  tx: Db,
  world: World,
  unit: string,
  windows: readonly PeriodWindow[],
): Promise<{ figures: Held['figures']; values: ReadonlyMap<string, Values> }> {
  const view = world.catalogue()
  const figures = await listFigures(
    tx,
    [unit],
    windows.map((window) => window.periodId),
  )
  const wide = new Map<string, Map<string, readonly (number | null)[]>>()
  for (const row of figures) wide.set(row.periodId, (wide.get(row.periodId) ?? new Map()).set(row.grp, row.vals))
  return { figures, values: new Map([...wide].map(([periodId, groups]) => [periodId, toValues(view, groups)])) }
}

/**
 * Counts a register again for the periods that days touch, and writes what changed. A register that the unit keeps gives 0, not
 * null, so a null among its cells says that it was never counted there: it is counted with the same trip.
 */
export async function recountUnit(
  tx: Db,
  world: World,
  unit: string,
  days: readonly string[],
  by: string,
  changed: string,
): Promise<void> {
  const holder = bookHolder(world, unit)
  const windows = (await windowsFrom(tx, world, holder, days)).filter((window) => window.closedOn === null)
  if (windows.length === 0) return
  const units = bookUnits(world.org().index, holder as UnitId)
  const held = await heldIn(tx, world, holder, windows)
  const counted = new Map<string, Record<string, number | null>>(windows.map((window) => [window.periodId, {}]))
  const openings = await listOpenings(tx, units)
  for (const register of world.registers) {
    const isChanged = register.code === changed
    const opened = openings.get(register.code)
    const due = isChanged
      ? windows
      : windows.filter(
          (window) =>
            opened !== undefined &&
            opened <= window.end &&
            nullsIn(world.catalogue(), register.indicators, held.values.get(window.periodId)),
        )
    if (due.length === 0) continue
    const found = await register.count(tx, units, due)
    for (const { periodId } of due) {
      // With its last entry moved away or struck out, a period is as before the book was opened: an old count may not stand.
      const nothing = isChanged ? register.indicators.map((code) => [code, null] as const) : []
      Object.assign(counted.get(periodId) ?? {}, Object.fromEntries(found.get(periodId) ?? nothing))
    }
    await writeCountedParts(tx, world, holder, register, units, due, by)
  }
  await writeValues(tx, world, { unit: holder, changes: counted, origin: 'counted', by, held: held.figures })
}

/** The parts of divided figures follow their count. */
async function writeCountedParts(
  tx: Db,
  world: World,
  unit: string,
  register: CountingRegister,
  units: readonly string[],
  windows: readonly PeriodWindow[],
  by: string,
): Promise<void> {
  if (register.divided.length === 0) return
  const parts = await register.parts(tx, units, windows)
  for (const { periodId } of windows)
    await writeParts(tx, {
      unitId: unit,
      path: getPath(world, unit),
      periodId,
      codes: register.divided,
      parts: parts.filter((part) => part.periodId === periodId),
      at: world.now(),
      by,
    })
}

export type ValueWrite = {
  readonly unit: string
  readonly changes: ReadonlyMap<string, Values>
  readonly origin: 'counted' | 'typed' | 'imported' | 'restored'
  /** The reading that the values come from, or whose import is undone. */
  readonly from?: ImportedFrom
  readonly by: string
  readonly id?: string /** The unit's figures of these periods, where they have been read already. */
  readonly held?: Held['figures']
}

/** Puts values over a unit's own figures of some periods, and returns the rows that are new. A write that changes nothing is not made. */
export async function writeValues(tx: Db, world: World, write: ValueWrite): Promise<Held['figures']> {
  const view = world.catalogue()
  const periods = [...write.changes.keys()]
  const held = new Map<string, Map<string, readonly (number | null)[]>>()
  for (const row of write.held ?? (await listFigures(tx, [write.unit], periods)))
    held.set(row.periodId, (held.get(row.periodId) ?? new Map()).set(row.grp, row.vals))
  const rows: { periodId: string; grp: string; vals: readonly (number | null)[] }[] = []
  const history: { periodId: string; body: unknown }[] = []
  for (const [periodId, changes] of write.changes) {
    const before: Wide = held.get(periodId) ?? new Map()
    const changed = changedCells(world, write.unit, periodId, toValues(view, before), changes)
    if (Object.keys(changed).length === 0) continue
    for (const [grp, vals] of mergeWide(view, before, changed)) rows.push({ periodId, grp, vals })
    history.push({
      periodId,
      body: {
        [write.origin]: write.origin === 'counted' ? changed : pick(changed, Object.keys(changes)),
        ...(write.from === undefined ? {} : { from: write.from }),
      },
    })
  }
  if (rows.length === 0) return []
  const dirty = history.flatMap(({ periodId }) => totalsAbove(world, write.unit, periodId))
  await writeFigures(tx, {
    id: write.id ?? newId(),
    unitId: write.unit,
    path: getPath(world, write.unit),
    kind: 'actual',
    rows,
    history,
    dirty,
    at: world.now(),
    by: write.by,
  })
  return rows
}

const pick = (values: Values, codes: readonly string[]): Values =>
  Object.fromEntries(codes.filter((code) => code in values).map((code) => [code, values[code] ?? null]))

/** The cells that differ, with the verdicts of a unit that has nothing below it. */
function changedCells(
  world: World,
  unit: string,
  periodId: string,
  before: Values,
  changes: Values,
): Record<string, number | null> {
  const view = world.catalogue()
  const after = { ...before, ...changes }
  const isLeaf = !childrenIn(world, periodId).has(unit as UnitId)
  const all = isLeaf ? { ...changes, ...unitVerdicts(view.catalogue, after) } : changes
  return Object.fromEntries(Object.entries(all).filter(([code, value]) => (before[code] ?? null) !== value))
}
