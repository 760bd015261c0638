// Stable zones: the smallest groups of units whose total is the same territory on two days. The honest answer where shares are unknown.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type CarrySources, carryMatrix } from './carry-matrix.ts'
import type { ShareBasis } from './model.ts'
import type { OrgIndex } from './org-index.ts'

export interface StableZone {
  readonly sources: readonly UnitId[]
  readonly targets: readonly UnitId[]
}

interface Forest {
  readonly find: (unit: UnitId) => UnitId
  readonly union: (a: UnitId, b: UnitId) => void
}

function unionFind(): Forest {
  const parents = new Map<UnitId, UnitId>()
  const find = (unit: UnitId): UnitId => {
    let root = unit
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    for (let at = unit; at !== root; ) {
      const up = parents.get(at) ?? root
      parents.set(at, root)
      at = up
    }
    return root
  }
  const union = (a: UnitId, b: UnitId): void => {
    const [rootA, rootB] = [find(a), find(b)]
    if (rootA !== rootB) parents.set(rootB, rootA)
  }
  return { find, union }
}

/**
 * Zones between two boundary days, each closed on both: a sum over its sources is the sum over its targets.
 * Zones of one target are included. Pieces that the law sets to nothing on this basis join nothing. A source wholly lost belongs to no zone; one lost in part (see `CarryMatrix.lost`) is listed, and its zone is exact only without it.
 */
export function stableZones(
  org: OrgIndex,
  from: CalendarDate,
  to: CalendarDate,
  basis: ShareBasis = 'population',
  sources: CarrySources = 'cells',
): readonly StableZone[] {
  const { rows } = carryMatrix(org, from, to, basis, sources)
  const forest = unionFind()
  const targets = new Set<UnitId>()
  for (const entries of rows.values()) {
    const [first] = entries
    for (const entry of entries) {
      targets.add(entry.to)
      if (first !== undefined) forest.union(first.to, entry.to)
    }
  }
  const zones = new Map<UnitId, { sources: UnitId[]; targets: UnitId[] }>()
  for (const target of targets) {
    const root = forest.find(target)
    const zone = zones.get(root)
    if (zone === undefined) zones.set(root, { sources: [], targets: [target] })
    else zone.targets.push(target)
  }
  for (const [source, entries] of rows) {
    const [first] = entries
    if (first !== undefined) zones.get(forest.find(first.to))?.sources.push(source)
  }
  return [...zones.values()]
}
