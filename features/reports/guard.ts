// Which cells of a print's annex by unit are withheld, beside what the same unit has printed before in the year.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { linearRelations } from '@kheo/core/indicator/linear.ts'
import { withholdByUnit } from '@kheo/core/privacy/unit-cells.ts'
import type { PrintedUnits, Withheld } from '@kheo/core/privacy/unit-table.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { World } from '../context.ts'
import { guardedColumns } from '../registers/guarded.ts'
import type { Frame } from './content.ts'
import { listPrints } from './queries.ts'
import { OWN_PART, type Print } from './snapshot.ts'

type Units = Pick<Print, 'own' | 'children'>

const rowsOf = ({ own, children }: Units): PrintedUnits['rows'] => [
  { unit: OWN_PART, values: own },
  ...children.map(({ id, values }) => ({ unit: id, values })),
]

/** Tables of units that the unit has printed of the report's type and year, this period's earlier print among them. */
export async function earlierUnits(tx: Db, world: World, frame: Frame): Promise<PrintedUnits[]> {
  if (!frame.isConsolidated) return []
  const { regime, year } = frame.period
  const periods = world.catalogue().periods.filter((each) => each.regime === regime && each.year === year)
  const prints = await listPrints(
    tx,
    frame.unit,
    frame.type.code,
    periods.map(({ id }) => id),
  )
  return prints.flatMap(({ periodId, print }) => {
    const period = periods.find(({ id }) => id === periodId)
    if (period === undefined || print.children.length === 0) return []
    return [{ start: period.startOn, end: period.endOn, rows: rowsOf(print), withheld: print.withheld ?? {} }]
  })
}

/** What the annex of these units withholds, by the thresholds of the day on which it is made. */
export function withheldIn(
  world: World,
  { period, codes }: Pick<Frame, 'period' | 'codes'>,
  units: Units,
  earlier: readonly PrintedUnits[],
  made: CalendarDate,
): Withheld {
  const added = new Set(units.children.flatMap(({ values }) => Object.keys(values)))
  const columns = guardedColumns(world, made).filter(({ code }) => codes.includes(code) && added.has(code))
  if (columns.length === 0) return {}
  const relations = linearRelations(world.catalogue().catalogue.checks, period.endOn)
  return withholdByUnit(
    { columns, relations, earlier, showsAllTotals: true },
    { start: period.startOn, end: period.endOn, rows: rowsOf(units) },
  )
}
