// Figures carried along a matrix, by the tree type of their indicator: sum, stock, ratio, one-to-one. It reads no lineage itself.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type CarryClass, worstClass } from './carry-class.ts'
import type { CarryEntry, CarryMatrix } from './carry-matrix.ts'

/** null = not reported, which is never 0. */
export type Figures = ReadonlyMap<UnitId, number | null>

/**
 * `value` sums what was reported: null when nothing was, or when a weight is unknown. `low`/`high` hold for figures that
 * are not negative by nature; `high` is null when a source has not reported. "Reported n of N" is `parts - missing` of `parts`.
 */
export interface CarriedCell {
  readonly value: number | null
  readonly low: number
  readonly high: number | null
  readonly class: CarryClass
  readonly parts: number
  readonly missing: number
}

const EMPTY: CarriedCell = { value: null, low: 0, high: 0, class: 'exact', parts: 0, missing: 0 }

type Portion = Pick<CarryEntry, 'weight' | 'low' | 'high' | 'class'>

/** `opaque` stays true once a reported source came with an unknown weight. */
interface Tally {
  readonly cell: CarriedCell
  readonly opaque: boolean
}

const NOTHING: Tally = { cell: EMPTY, opaque: false }

function add({ cell, opaque }: Tally, portion: Portion, figure: number | null): Tally {
  const parts = cell.parts + 1
  const grade = worstClass(cell.class, portion.class)
  if (figure === null) return { cell: { ...cell, high: null, class: grade, parts, missing: cell.missing + 1 }, opaque }
  const ends = [portion.low * figure, portion.high * figure] as const
  const next: CarriedCell = {
    value: portion.weight === null ? null : (cell.value ?? 0) + portion.weight * figure,
    low: cell.low + Math.min(...ends),
    high: cell.high === null ? null : cell.high + Math.max(...ends),
    class: grade,
    parts,
    missing: cell.missing,
  }
  const dark = opaque || portion.weight === null
  return { cell: dark ? { ...next, value: null } : next, opaque: dark }
}

/** Carries an additive figure. Values are given for the sources of the matrix; a source not in the map counts as not reported. */
export function carrySum(matrix: CarryMatrix, values: Figures): ReadonlyMap<UnitId, CarriedCell> {
  const tallies = new Map<UnitId, Tally>()
  for (const [source, entries] of matrix.rows) {
    const figure = values.get(source) ?? null
    for (const entry of entries) tallies.set(entry.to, add(tallies.get(entry.to) ?? NOTHING, entry, figure))
  }
  return new Map([...tallies].map(([unit, tally]) => [unit, tally.cell]))
}

function portionIn(entries: readonly CarryEntry[], group: ReadonlySet<UnitId>, lost: boolean): Portion | undefined {
  const inside = entries.filter((entry) => group.has(entry.to))
  if (inside.length === 0) return undefined
  if (!lost && inside.length === entries.length) {
    const path = inside.reduce<CarryClass>((worst, entry) => worstClass(worst, entry.path), 'exact')
    return { weight: 1, low: 1, high: 1, class: path }
  }
  return inside.reduce<Portion>(
    (whole, entry) => ({
      weight: whole.weight === null || entry.weight === null ? null : whole.weight + entry.weight,
      low: Math.min(1, whole.low + entry.low),
      high: Math.min(1, whole.high + entry.high),
      class: worstClass(whole.class, entry.class),
    }),
    { weight: 0, low: 0, high: 0, class: 'exact' },
  )
}

/** The total of an additive figure over a set of targets. A source whose pieces all lie inside counts once and exactly, whatever its shares. */
export function carryGroup(matrix: CarryMatrix, values: Figures, targets: ReadonlySet<UnitId>): CarriedCell {
  let tally = NOTHING
  for (const [source, entries] of matrix.rows) {
    const portion = portionIn(entries, targets, matrix.lost.has(source))
    if (portion !== undefined) tally = add(tally, portion, values.get(source) ?? null)
  }
  return tally.cell
}

export interface Reading {
  readonly unitId: UnitId
  readonly on: CalendarDate
  readonly value: number | null
}

/** The latest reported value of each source: the first half of carrying a stock. Carry the answer with `carrySum`; never sum a stock over time. */
export function latestPerSource(readings: readonly Reading[]): Figures {
  const latest = new Map<UnitId, Reading>()
  for (const reading of readings) {
    const held = latest.get(reading.unitId)
    if (reading.value !== null && (held === undefined || held.on <= reading.on)) latest.set(reading.unitId, reading)
  }
  return new Map([...latest].map(([unit, reading]) => [unit, reading.value]))
}

export interface CarriedRatio {
  /** Numerator over denominator; null when either is null, incomplete, or the denominator is 0. */
  readonly value: number | null
  readonly class: CarryClass
  readonly numerator: CarriedCell
  readonly denominator: CarriedCell
}

function divide(numerator: CarriedCell, denominator: CarriedCell): CarriedRatio {
  const grade = worstClass(numerator.class, denominator.class)
  const whole = numerator.missing === denominator.missing
  const known = whole && numerator.value !== null && denominator.value !== null && denominator.value !== 0
  return { value: known ? numerator.value / denominator.value : null, class: grade, numerator, denominator }
}

/** Carries numerator and denominator apart and divides. A source that lacks either of the two is left out of both. */
export function carryRatio(
  matrix: CarryMatrix,
  numerators: Figures,
  denominators: Figures,
): ReadonlyMap<UnitId, CarriedRatio> {
  const paired = (own: Figures, other: Figures): Figures =>
    new Map([...own].map(([unit, value]) => [unit, (other.get(unit) ?? null) === null ? null : value]))
  const below = carrySum(matrix, paired(denominators, numerators))
  const above = carrySum(matrix, paired(numerators, denominators))
  return new Map([...above].map(([unit, numerator]) => [unit, divide(numerator, below.get(unit) ?? EMPTY)]))
}

/** For a ratio stored without its parts: weighted by the denominators. Where a target joins several sources the answer is at best estimated. */
export function carryStoredRatio(
  matrix: CarryMatrix,
  ratios: Figures,
  weights: Figures,
): ReadonlyMap<UnitId, CarriedRatio> {
  const numerators = new Map<UnitId, number | null>()
  for (const [unit, ratio] of ratios) {
    const weight = weights.get(unit) ?? null
    numerators.set(unit, ratio === null || weight === null ? null : ratio * weight)
  }
  const carried = carryRatio(matrix, numerators, weights)
  const graded = (cell: CarriedRatio): CarriedRatio =>
    cell.numerator.parts > 1 ? { ...cell, class: worstClass(cell.class, 'estimated') } : cell
  return new Map([...carried].map(([unit, cell]) => [unit, graded(cell)]))
}

/** `kept`: the value passed unchanged. `parts`: the sources that a reader must be shown instead of a value. */
export interface OneToOne<T> {
  readonly kept: T | null
  readonly class: CarryClass
  readonly parts: readonly UnitId[]
}

/** For what cannot be added (least, greatest, rank, distinct count, yes or no, text): passes only where one source is one target. */
export function carryOneToOne<T>(
  matrix: CarryMatrix,
  values: ReadonlyMap<UnitId, T>,
): ReadonlyMap<UnitId, OneToOne<T>> {
  const sources = new Map<UnitId, UnitId[]>()
  for (const [source, entries] of matrix.rows) {
    for (const entry of entries) sources.set(entry.to, [...(sources.get(entry.to) ?? []), source])
  }
  const cell = (parts: readonly UnitId[]): OneToOne<T> => {
    const [only] = parts
    const entry = only === undefined ? undefined : matrix.rows.get(only)?.[0]
    const passes = parts.length === 1 && only !== undefined && entry?.weight === 1 && !matrix.lost.has(only)
    return passes
      ? { kept: values.get(only) ?? null, class: entry.class, parts }
      : { kept: null, class: 'not-convertible', parts }
  }
  return new Map([...sources].map(([unit, parts]) => [unit, cell(parts)]))
}
