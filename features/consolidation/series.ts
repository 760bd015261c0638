// An indicator over periods in the boundaries of one day, every cell marked for how far it can be trusted.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { PeriodKind } from '@kheo/core/period/model.ts'
import type { World } from '../context.ts'
import { addsUp, carriedTotals } from '../figures/index.ts'
import type { Series, SeriesCell } from './schema.ts'

export type SeriesQuery = {
  readonly unit: string
  readonly indicator: string
  readonly from: number
  readonly to: number
  readonly kind: PeriodKind
  readonly boundaries: CalendarDate
  readonly regime?: string
}

const NOTES: Readonly<Record<SeriesCell['class'], string>> = {
  exact: 'Chính xác',
  'exact-by-law': 'Chính xác theo văn bản',
  assumed: 'Theo việc sáp nhập được dựng lại',
  estimated: 'Ước tính, có cận dưới và cận trên',
  'not-convertible': 'Không quy đổi được về địa giới này',
  'not-reported': 'Chưa báo cáo',
}

/** The unit's series; the caller has decided who may see it. */
export async function seriesOf(world: World, query: SeriesQuery): Promise<Series> {
  const view = world.catalogue()
  const indicator = view.getIndicator(query.indicator)
  const regime = query.regime ?? 'lich'
  const periods = view.periods.filter(
    (period) =>
      period.regime === regime && period.kind === query.kind && period.year >= query.from && period.year <= query.to,
  )
  const cells: SeriesCell[] = []
  for (const period of periods) {
    const carried = await carriedTotals(world, query.unit, period.id, query.boundaries)
    const cell = carried.cells.get(query.indicator)
    const value = addsUp(indicator) ? (cell?.value ?? null) : valueOf(carried.values, query.indicator)
    const isSilent = addsUp(indicator) ? cell === undefined || cell.parts === cell.missing : value === null
    const kind: SeriesCell['class'] =
      carried.class === 'not-convertible' && carried.cells.size === 0
        ? 'not-convertible'
        : isSilent
          ? 'not-reported'
          : (cell?.class ?? carried.class)
    cells.push({
      periodId: period.id,
      periodTitle: period.title,
      value,
      low: isSilent ? null : (cell?.low ?? value),
      high: isSilent ? null : (cell?.high ?? null),
      class: kind,
      reported: cell === undefined ? 0 : cell.parts - cell.missing,
      expected: cell?.parts ?? 0,
      note:
        kind === 'not-convertible' && cell !== undefined && !isSilent && cell.high !== null
          ? `Chỉ biết nằm trong khoảng từ ${formatNumber(cell.low)} đến ${formatNumber(cell.high)}`
          : NOTES[kind],
    })
  }
  return {
    unitId: query.unit,
    unitName: world.org().titleOf(query.unit, query.boundaries),
    indicator: query.indicator,
    boundariesOn: query.boundaries,
    cells,
  }
}
