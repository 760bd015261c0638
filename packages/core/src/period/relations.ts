// How periods stand to each other: last year's, the one before, those inside. A span has none but what lies inside it.

import { addDays } from '../calendar.ts'
import { periodOf } from './generate.ts'
import type { Period, Regime } from './model.ts'

const PER_YEAR = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 } as const

/** Cùng kỳ năm trước, by the regime's present rules. Null for a span. */
export const samePeriodLastYear = (regime: Regime, period: Period): Period | null =>
  periodOf(regime, period.kind, period.year - 1, period.number)

/** Kỳ trước: the one of the same kind just before. Null for a span, or when the regime leaves that one out (Party quarters II, IV). */
export function previousPeriod(regime: Regime, period: Period): Period | null {
  if (period.kind === 'span') return null
  if (period.number > 1) return periodOf(regime, period.kind, period.year, period.number - 1)
  return periodOf(regime, period.kind, period.year - 1, PER_YEAR[period.kind])
}

const byStart = (a: Period, b: Period): number => (a.startOn < b.startOn ? -1 : a.startOn > b.startOn ? 1 : 0)

/** The other periods of the same regime whose days all lie within this one, by start day. */
export function containedPeriods(period: Period, all: readonly Period[]): Period[] {
  return all
    .filter(
      (other) =>
        other.id !== period.id &&
        other.regime === period.regime &&
        other.startOn >= period.startOn &&
        other.endOn <= period.endOn,
    )
    .toSorted(byStart)
}

/** The contained periods of one kind, when together they cover every day of this one exactly once; else null. */
export function periodTiles(period: Period, all: readonly Period[], kind: Period['kind']): Period[] | null {
  const tiles = containedPeriods(period, all).filter((other) => other.kind === kind)
  let expected = period.startOn
  for (const tile of tiles) {
    if (tile.startOn !== expected) return null
    expected = addDays(tile.endOn, 1)
  }
  return tiles.length > 0 && expected === addDays(period.endOn, 1) ? tiles : null
}
