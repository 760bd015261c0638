// What the figures hold already where a document's numbers would go, and whether they may go there.
import type { UnitId } from '@kheo/core/ids.ts'
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { indicatorsOf } from '@kheo/core/indicator/report-type.ts'
import { decimalsOf } from '@kheo/core/text/decimal.ts'
import { decideEdit } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { World } from '../context.ts'
import { addsUp, childrenIn, listChanges, readTotals, standingChange, type Change } from '../figures/index.ts'
import { countedCodes, isDerived, listReportsAt, toSteps, writtenFigure } from '../reports/index.ts'
import type { Holding } from './schema.ts'

export type Held = {
  readonly own: Values
  readonly values: Values
  /** Codes that units below have reported. */
  readonly below: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  readonly locked: ReadonlySet<string>
  readonly isClosed: boolean
  readonly changes: readonly Change[]
}

/** Codes of submitted reports, whatever their type: their locks hold together. */
async function lockedCodes(tx: Db, world: World, unit: string, period: string): Promise<Set<string>> {
  const locked = new Set<string>()
  for (const report of await listReportsAt(tx, [unit], period)) {
    if (decideEdit(toSteps(report.steps), false).ok) continue
    for (const code of indicatorsOf(world.catalogue().getReportType(report.type))) locked.add(code)
  }
  return locked
}

/** Reads under the caller's scope; totals must have been made fresh before. */
export async function loadHeld(tx: Db, world: World, unit: string, periodId: string): Promise<Held | undefined> {
  const view = world.catalogue()
  const period = view.periodOf(periodId)
  if (period === undefined) return undefined
  const children = childrenIn(world, periodId).get(unit as UnitId) ?? []
  const totals = (await readTotals(tx, world, [unit], [periodId]))(unit, periodId)
  const below = new Set<string>()
  if (children.length > 0)
    for (const indicator of view.catalogue.indicators) {
      const { code } = indicator
      const gave = (totals.reported[code] ?? 0) - (valueOf(totals.own, code) === null ? 0 : 1)
      if (addsUp(indicator) && gave > 0) below.add(code)
    }
  return {
    own: totals.own,
    values: totals.values,
    below,
    counted: await countedCodes(tx, world, { unit: unit as UnitId, period }),
    locked: await lockedCodes(tx, world, unit, periodId),
    isClosed: period.closedOn !== null,
    changes: await listChanges(tx, unit, periodId),
  }
}

export const NOWHERE: Holding = { state: 'none', value: null, text: '—', origin: null, by: null, barred: null }

/** A rate is worked out to more places than a document writes. */
const isSame = (held: number, value: number, isRate: boolean): boolean =>
  isRate ? Math.abs(held - value) <= 0.5 * 10 ** -decimalsOf(value) + 1e-9 : held === value

/** What stands where a value would go. */
export function holdingOf(world: World, held: Held, code: string, value: number): Holding {
  const indicator = world.catalogue().catalogue.byCode.get(code)
  const derived = isDerived(indicator)
  const isBelow = held.below.has(code)
  const shown = valueOf(derived || isBelow ? held.values : held.own, code)
  const change = derived || isBelow ? undefined : standingChange(held.changes, code)
  const isCounted = held.counted.has(code)
  const origin = derived
    ? 'derived'
    : isBelow
      ? 'below'
      : isCounted
        ? 'register'
        : change?.kind === 'imported'
          ? 'imported'
          : 'typed'
  return {
    state: shown === null ? 'none' : isSame(shown, value, derived) ? 'same' : 'other',
    value: shown,
    text: writtenFigure(indicator, shown),
    origin: shown === null ? null : origin,
    by: shown === null || isCounted ? null : (change?.by ?? null),
    barred: derived
      ? 'derived'
      : isBelow
        ? 'below'
        : isCounted
          ? 'counted'
          : held.isClosed
            ? 'closed'
            : held.locked.has(code)
              ? 'locked'
              : null,
  }
}
