// Which totals a figure is in, and which figures a total is made of. Pure.
//
// F1  A total of a unit is its own figures, those of its children on the period's last day, and its adjustments.
// F2  A unit that ended before that day counts where its books hang on it, so that no figure of the period is lost.
// F3  Null adds nothing and is counted as not reported; 0 is counted as reported.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { countUnits } from '@kheo/core/indicator/derive.ts'
import type { Indicator, Values } from '@kheo/core/indicator/model.ts'
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import { accessParent } from '@kheo/core/org/access-tree.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'

/** Keys that belong to one unit alone: different units never count the same thing. */
const OWNED_KEYS = new Set(['model'])

/** Whether a parent's figure is had by adding; what is counted by distinct keys, or chosen, is not. */
export function addsUp({ tree }: Indicator): boolean {
  return tree.kind === 'sum' || tree.kind === 'units' || (tree.kind === 'distinct' && OWNED_KEYS.has(tree.key))
}

/** The units in whose totals a unit's figures of a period are, nearest first (F1, F2). */
export function keepersUp(index: OrgIndex, unit: UnitId, day: CalendarDate): UnitId[] {
  const found: UnitId[] = []
  for (let at = accessParent(index, unit, day); at !== null && !found.includes(at); at = accessParent(index, at, day))
    found.push(at)
  return found
}

/**
 * Every unit's children over a period: those in the access tree of its last day that stood at some time within it (F1, F2).
 * Villages and offices book within their area and are left out.
 */
export function accessChildren(
  index: OrgIndex,
  start: CalendarDate,
  end: CalendarDate,
): ReadonlyMap<UnitId, readonly UnitId[]> {
  const children = new Map<UnitId, UnitId[]>()
  for (const { id, level } of index.records.units) {
    if (level === 'village' || level === 'office') continue
    const span = index.spanOf(id)
    if (span === undefined || span.from > end || (span.to !== null && span.to <= start)) continue
    const parent = accessParent(index, id, end)
    if (parent === null) continue
    const list = children.get(parent)
    if (list === undefined) children.set(parent, [id])
    else list.push(id)
  }
  return children
}

/** The unit and its villages and offices: whose entries its own figures are counted from. */
export function bookUnits(index: OrgIndex, unit: UnitId): UnitId[] {
  const inside = index.records.versions
    .filter(
      (version) => version.parentId === unit && ['village', 'office'].includes(index.levelOf(version.unitId) ?? ''),
    )
    .map((version) => version.unitId)
  return [...new Set([unit, ...inside])]
}

/** For a unit with nothing below it: 1 or 0 for each `units(condition)` indicator, null when it cannot be judged. */
export function unitVerdicts(catalogue: Catalogue, values: Values): Record<string, number | null> {
  const verdicts: Record<string, number | null> = {}
  for (const indicator of catalogue.indicators) {
    if (indicator.tree.kind === 'units' && indicator.tree.condition !== null)
      verdicts[indicator.code] = countUnits(indicator, [values]).count
  }
  return verdicts
}
