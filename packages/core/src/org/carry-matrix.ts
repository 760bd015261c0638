// Where each unit of one boundary day lies on another: weights, bounds and trust for each pair. It knows no figures.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type CarryClass, worstClass } from './carry-class.ts'
import { type Piece, stepPieces } from './carry-pieces.ts'
import type { ShareBasis, UnitLevel } from './model.ts'
import type { OrgIndex } from './org-index.ts'

/**
 * `weight`: fraction of the source, null when unknown. `low`..`high`: what the fraction is certain to lie between.
 * `path`: trust in the passage without the shares; it is what remains when a total holds every piece.
 */
export interface CarryEntry {
  readonly to: UnitId
  readonly weight: number | null
  readonly low: number
  readonly high: number
  readonly class: CarryClass
  readonly path: CarryClass
}

export interface CarryMatrix {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly basis: ShareBasis
  readonly rows: ReadonlyMap<UnitId, readonly CarryEntry[]>
  /** Sources of which some part, or all, lies in no unit on the target day. */
  readonly lost: ReadonlySet<UnitId>
}

/** `cells` = the lowest territory: communes, unassigned territory, and higher units with no territory under them. */
export type CarrySources = 'cells' | UnitLevel

interface Spread {
  readonly entries: readonly CarryEntry[]
  readonly lost: boolean
}

const LOST: Spread = { entries: [], lost: true }
const self = (unit: UnitId): Spread => ({
  entries: [{ to: unit, weight: 1, low: 1, high: 1, class: 'exact', path: 'exact' }],
  lost: false,
})

const product = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b)
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

/** One piece followed along the spread of the unit it went to. Only a share that is certain (class other than estimated) narrows the bounds. */
function follow(piece: Piece, entry: CarryEntry): CarryEntry {
  const certain = piece.share !== null && (piece.share === 1 || piece.share === 0 || piece.graded === 'exact-by-law')
  const firm = certain && piece.graded !== 'estimated' ? piece.share : null
  return {
    to: entry.to,
    weight: product(piece.share, entry.weight),
    low: (firm ?? 0) * entry.low,
    high: (firm ?? 1) * entry.high,
    class: worstClass(piece.graded, entry.class),
    path: worstClass(piece.path, entry.path),
  }
}

const join = (a: CarryEntry, b: CarryEntry): CarryEntry => ({
  to: a.to,
  weight: sum(a.weight, b.weight),
  low: Math.min(1, a.low + b.low),
  high: Math.min(1, a.high + b.high),
  class: worstClass(a.class, b.class),
  path: worstClass(a.path, b.path),
})

/** When every piece ends in one unit the shares no longer matter: the group has closed. */
const closed = (entry: CarryEntry, byLaw: boolean): CarryEntry => {
  const path = byLaw ? worstClass(entry.path, 'exact-by-law') : entry.path
  return { to: entry.to, weight: 1, low: 1, high: 1, class: path, path }
}

const isNothing = (piece: Piece): boolean => piece.share === 0 && piece.graded === 'exact-by-law'

function spreadOf(pieces: readonly Piece[], next: (unit: UnitId) => Spread): Spread {
  const [only] = pieces
  if (pieces.length === 1 && only?.share === 1 && only.graded === 'exact') return next(only.to)
  const byTarget = new Map<UnitId, CarryEntry>()
  let lost = false
  for (const piece of pieces) {
    if (isNothing(piece)) continue
    const spread = next(piece.to)
    lost ||= spread.lost
    for (const entry of spread.entries) {
      const moved = follow(piece, entry)
      const other = byTarget.get(moved.to)
      byTarget.set(moved.to, other === undefined ? moved : join(other, moved))
    }
  }
  const entries = [...byTarget.values()]
  const [first] = entries
  if (first !== undefined && entries.length === 1 && !lost)
    return { entries: [closed(first, pieces.some(isNothing))], lost }
  return { entries, lost }
}

const HOLDS_TERRITORY = (level: UnitLevel | undefined): boolean =>
  level !== undefined && level !== 'office' && level !== 'village'

function sourcesOf(org: OrgIndex, day: CalendarDate, sources: CarrySources): readonly UnitId[] {
  const alive = org.aliveOn(day)
  if (sources !== 'cells') return alive.filter((unit) => org.levelOf(unit) === sources)
  const parents = new Set<UnitId | null>()
  for (const unit of alive)
    if (HOLDS_TERRITORY(org.levelOf(unit))) parents.add(org.versionAt(unit, day)?.parentId ?? null)
  return alive.filter((unit) => HOLDS_TERRITORY(org.levelOf(unit)) && !parents.has(unit))
}

/**
 * Carries boundary day `from` to boundary day `to`: forward with the shares of the source, backward with those of the newer unit.
 * A weight is null where a share is not on record. Cost: one pass over the edges between the two days.
 */
export function carryMatrix(
  org: OrgIndex,
  from: CalendarDate,
  to: CalendarDate,
  basis: ShareBasis,
  sources: CarrySources = 'cells',
): CarryMatrix {
  const forward = from <= to
  const [low, high] = forward ? [from, to] : [to, from]
  const between = org.steps.filter((step) => low < step.day && step.day <= high)
  const spreads = new Map<UnitId, Spread>()
  const alive = new Set(org.aliveOn(to))
  const next = (unit: UnitId): Spread => spreads.get(unit) ?? (alive.has(unit) ? self(unit) : LOST)
  // The steps nearest the target day come first, so that each spread is built from finished ones.
  for (const step of forward ? between.toReversed() : between) {
    const found: [UnitId, Spread][] = []
    for (const [unit, pieces] of stepPieces(org, step, basis, forward)) found.push([unit, spreadOf(pieces, next)])
    for (const [unit, spread] of found) spreads.set(unit, spread)
  }
  const rows = new Map<UnitId, readonly CarryEntry[]>()
  const lost = new Set<UnitId>()
  for (const unit of sourcesOf(org, from, sources)) {
    const spread = next(unit)
    rows.set(unit, spread.entries)
    if (spread.lost) lost.add(unit)
  }
  return { from, to, basis, rows, lost }
}
