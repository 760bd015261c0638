// Saved, verified and kept cells as they are told to an officer: names beside codes.
import { calendarDate } from '@kheo/core/calendar.ts'
import { indicatorsOf } from '@kheo/core/indicator/report-type.ts'
import type { World } from '../context.ts'
import type { LeftCell, Save } from './rules.ts'
import type { KeptCell, Saved, SavedCell } from './schema.ts'

export const nameOf = (world: World, code: string): string =>
  world.catalogue().catalogue.byCode.get(code)?.nameVi ?? code

export const savedCell = (
  world: World,
  { indicator, value, before = null }: { indicator: string; value: number; before?: number | null },
): SavedCell => ({ indicator, indicatorName: nameOf(world, indicator), value, before })

export const keptCell = (world: World, cell: LeftCell): KeptCell => ({
  ...cell,
  indicatorName: nameOf(world, cell.indicator),
})

/** What a save did, with the report types that show its cells. */
export function savedOf(world: World, save: Save): Saved {
  const view = world.catalogue()
  const period = view.periodOf(save.period)
  const codes = new Set([...save.cells, ...save.verified].map(({ indicator }) => indicator))
  const types = view.reportTypes.filter(
    (type) =>
      period !== undefined &&
      type.regime === period.regime &&
      type.kinds.includes(period.kind) &&
      indicatorsOf(type).some((code) => codes.has(code)),
  )
  return {
    unitId: save.unit,
    unitName: world.org().titleOf(save.unit, period?.endOn ?? calendarDate('9999-12-31')),
    periodId: save.period,
    periodTitle: period?.title ?? save.period,
    reportTypes: types.map(({ code }) => code),
    written: save.cells.map((cell) => savedCell(world, cell)),
    verified: save.verified.map(({ indicator, value }) => savedCell(world, { indicator, value, before: value })),
    kept: save.kept.map((cell) => keptCell(world, cell)),
  }
}
