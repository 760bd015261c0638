// Figures of one period in the boundaries of another day: read where they were reported, carried along the lineage.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import { deriveValues } from '@kheo/core/indicator/derive.ts'
import { carryGroup, type CarriedCell } from '@kheo/core/org/carry.ts'
import { carryMatrix, type CarryEntry, type CarryMatrix, type CarrySources } from '@kheo/core/org/carry-matrix.ts'
import { worstClass, type CarryClass } from '@kheo/core/org/carry-class.ts'
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { World } from '../context.ts'
import { toValues } from '../indicators/index.ts'
import { rootPath } from '../people/allow.ts'
import { listFigures } from './queries.ts'
import { addsUp } from './rules.ts'
import { readTotals, refresh } from './totals.ts'

/** Indicators are about people unless they say otherwise, so shares of population weigh a divided unit. */
const BASIS = 'population'
const LEVELS: readonly CarrySources[] = ['cells', 'district', 'province', 'centre']

const matrices = new WeakMap<OrgIndex, Map<string, CarryMatrix>>()

function matrixOf(index: OrgIndex, from: CalendarDate, to: CalendarDate, sources: CarrySources): CarryMatrix {
  const known = matrices.get(index) ?? new Map<string, CarryMatrix>()
  matrices.set(index, known)
  const key = `${from}|${to}|${sources}`
  const matrix = known.get(key) ?? carryMatrix(index, from, to, BASIS, sources)
  known.set(key, matrix)
  return matrix
}

/** The rows of a matrix that reach a set of targets. */
function reaching(matrix: CarryMatrix, targets: ReadonlySet<UnitId>): CarryMatrix {
  const rows = new Map<UnitId, readonly CarryEntry[]>()
  for (const [source, entries] of matrix.rows)
    if (entries.some((entry) => targets.has(entry.to))) rows.set(source, entries)
  return { ...matrix, rows }
}

const hasSteps = (index: OrgIndex, a: CalendarDate, b: CalendarDate): boolean => {
  const [low, high] = a <= b ? [a, b] : [b, a]
  return index.steps.some((step) => low < step.day && step.day <= high)
}

export type CarriedTotals = {
  readonly cells: ReadonlyMap<string, CarriedCell>
  readonly values: Values
  /** The worst class among the figures that were reported. */
  readonly class: CarryClass
}

function join(a: CarriedCell, b: CarriedCell, counts: boolean): CarriedCell {
  if (b.parts === b.missing) return counts ? { ...a, parts: a.parts + b.parts, missing: a.missing + b.missing } : a
  const first = a.parts === a.missing
  return {
    value: b.value === null || (a.value === null && !first) ? null : (a.value ?? 0) + b.value,
    low: a.low + b.low,
    high: b.high === null || (a.high === null && !first) ? null : (a.high ?? 0) + b.high,
    class: worstClass(a.class, b.class),
    parts: a.parts + (counts ? b.parts : 0),
    missing: a.missing + (counts ? b.missing : 0),
  }
}

const NOTHING: CarriedCell = { value: null, low: 0, high: 0, class: 'exact', parts: 0, missing: 0 }

/**
 * A unit's totals of a period in the boundaries of a day. With no reorganisation between, they are its own kept totals;
 * otherwise every unit that reported is carried by itself and the group is looked at as a whole (units/model §5).
 * Reads under the system's scope: the answer is a total, and depends on the data alone.
 */
export async function carriedTotals(
  world: World,
  unit: string,
  period: string,
  boundaries: CalendarDate,
): Promise<CarriedTotals> {
  const { index } = world.org()
  const day = world.catalogue().periodOf(period)?.endOn
  if (day === undefined || index.versionAt(unit as UnitId, boundaries) === undefined)
    return { cells: new Map(), values: {}, class: 'not-convertible' }
  if (!hasSteps(index, day, boundaries)) return direct(world, [unit], period)
  const whole = wholeSources(index, unit as UnitId, day, boundaries)
  if (whole !== null) return direct(world, whole, period)
  const targets = new Set<UnitId>([unit as UnitId, ...index.subtreeAt(unit as UnitId, boundaries)])
  const seen = new Set<UnitId>()
  const matricesReaching = LEVELS.map((level) => {
    const matrix = reaching(matrixOf(index, day, boundaries, level), targets)
    const rows = new Map([...matrix.rows].filter(([source]) => !seen.has(source)))
    for (const source of rows.keys()) seen.add(source)
    return { counts: level === 'cells', matrix: { ...matrix, rows } }
  })
  const figures = await figuresOf(world, [...seen], period)
  const cells = new Map<string, CarriedCell>()
  for (const indicator of world.catalogue().catalogue.indicators) {
    if (!addsUp(indicator)) continue
    const values = new Map([...figures].map(([source, held]) => [source, held[indicator.code] ?? null]))
    // Areas report through their communes: one without a figure of its own is no gap, and leaves no bound open.
    const given = (matrix: CarryMatrix): CarryMatrix => ({
      ...matrix,
      rows: new Map([...matrix.rows].filter(([source]) => (values.get(source) ?? null) !== null)),
    })
    const cell = matricesReaching.reduce(
      (sum, { matrix, counts }) => join(sum, carryGroup(counts ? matrix : given(matrix), values, targets), counts),
      NOTHING,
    )
    cells.set(indicator.code, cell)
  }
  return summary(world, cells)
}

/** Levels whose units gain and lose territory only as a whole, so that their own lineage says everything. */
const WHOLE_LEVELS = new Set(['province', 'centre'])

/** The units of the same level that became this one, when each passed whole into it: their kept totals make an exact total. */
function wholeSources(index: OrgIndex, unit: UnitId, day: CalendarDate, boundaries: CalendarDate): string[] | null {
  const level = index.levelOf(unit)
  if (level === undefined || !WHOLE_LEVELS.has(level)) return null
  const { rows } = reaching(matrixOf(index, day, boundaries, level), new Set([unit]))
  const isWhole = [...rows.values()].every(
    (entries) => entries.length === 1 && entries[0]?.weight === 1 && entries[0].class === 'exact',
  )
  return rows.size > 0 && isWhole ? [...rows.keys()] : null
}

async function figuresOf(world: World, units: readonly UnitId[], period: string): Promise<Map<UnitId, Values>> {
  const rows = await inScope(world.database.app, rootPath(world), (tx) => listFigures(tx, units, [period]))
  const wide = new Map<UnitId, Map<string, readonly (number | null)[]>>()
  for (const row of rows)
    wide.set(row.unitId as UnitId, (wide.get(row.unitId as UnitId) ?? new Map()).set(row.grp, row.vals))
  return new Map([...wide].map(([unit, groups]) => [unit, toValues(world.catalogue(), groups)]))
}

function summary(world: World, cells: ReadonlyMap<string, CarriedCell>): CarriedTotals {
  const held = [...cells].filter(([, cell]) => cell.parts > cell.missing || cell.value !== null)
  const values = deriveValues(
    world.catalogue().catalogue,
    Object.fromEntries(held.map(([code, cell]) => [code, cell.value])),
  )
  return { cells, values, class: held.reduce<CarryClass>((worst, [, cell]) => worstClass(worst, cell.class), 'exact') }
}

async function direct(world: World, units: readonly string[], period: string): Promise<CarriedTotals> {
  for (const unit of units) await refresh(world, unit, [period])
  const totals = await inScope(world.database.app, rootPath(world), (tx) => readTotals(tx, world, units, [period]))
  const held = units.map((unit) => totals(unit, period))
  if (units.length === 1)
    return {
      cells: new Map(
        Object.entries(held[0]?.values ?? {}).map(([code, value]) => [
          code,
          exactCell([value], held[0]?.reported[code] ?? 0),
        ]),
      ),
      values: held[0]?.values ?? {},
      class: 'exact',
    }
  const codes = world
    .catalogue()
    .catalogue.indicators.filter(addsUp)
    .map((indicator) => indicator.code)
  const cells = codes.map(
    (code) =>
      [
        code,
        exactCell(
          held.map((each) => each.values[code] ?? null),
          sum(held.map((each) => each.reported[code] ?? 0)),
        ),
      ] as const,
  )
  return summary(world, new Map(cells))
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** A cell that is known as it is: what the units reported, added. */
function exactCell(values: readonly (number | null)[], reported: number): CarriedCell {
  const value = sumDecimals(values)
  const parts = Math.max(reported, 1)
  return { value, low: value ?? 0, high: value, class: 'exact', parts, missing: value === null ? parts : 0 }
}
