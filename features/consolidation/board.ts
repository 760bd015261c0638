// The consolidation board: every unit below on one screen, with its state, its checks and chosen figures.
import type { UnitId } from '@kheo/core/ids.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { World } from '../context.ts'
import { readTotals, refresh, type Totals } from '../figures/index.ts'
import { dayOf, look } from '../people/allow.ts'
import {
  findingsOf,
  frameOf,
  listReportsFor,
  NO_LAST_YEAR,
  toSteps,
  writtenFigure,
  type Content,
  type Frame,
  type StoredReport,
} from '../reports/index.ts'
import type { Board, BoardRow } from './schema.ts'

export type BoardQuery = {
  readonly unit: string
  readonly type: string
  readonly period: string
  readonly codes: string
}

const collator = new Intl.Collator('vi')

function stateOfRow(report: StoredReport | undefined, hasFigures: boolean): BoardRow['state'] {
  const state = report === undefined ? 'draft' : stateOf(toSteps(report.steps)).state
  return state === 'draft' && !hasFigures && (report?.steps.length ?? 0) === 0 ? 'not-started' : state
}

export async function boardOf(world: World, actor: Actor, query: BoardQuery): Promise<Board> {
  const frame = frameOf(world, query.unit, query.type, query.period)
  const view = world.catalogue()
  const indicators = query.codes.split(',').map((code) => view.getIndicator(code))
  await refresh(world, query.unit, [frame.period.id])
  return look(world, actor, query.unit, async (tx) => {
    const units = [frame.unit, ...frame.below]
    const periods = [frame.period.id, ...[frame.lastYearId, frame.previousId].filter((id) => id !== null)]
    const totals = await readTotals(tx, world, units, periods)
    const official = await readTotals(tx, world, [frame.unit], [frame.period.id], 'official')
    const reports = new Map(
      (await listReportsFor(tx, frame.below, frame.type.code, frame.period.id)).map((report) => [
        report.unitId,
        report,
      ]),
    )
    const rows: BoardRow[] = []
    for (const unit of frame.below) {
      const report = reports.get(unit)
      const { values } = totals(unit, frame.period.id)
      const hasFigures = Object.values(values).some((value) => value !== null)
      // A unit that ended within the period is shown while it has figures in it.
      if (!hasFigures && !frame.due.includes(unit)) continue
      const submitted = report?.steps.findLast((step) => step.kind === 'submitted' || step.kind === 'resubmitted')
      const failed = hasFigures ? failuresOf(world, frame, unit, totals) : { errors: 0, warnings: 0 }
      rows.push({
        unitId: unit,
        unitName: world.org().titleOf(unit, frame.period.endOn),
        state: stateOfRow(report, hasFigures),
        submittedAt: submitted?.at.toISOString() ?? null,
        isLate:
          submitted === undefined ? dayOf(world.now()) > frame.period.dueOn : dayOf(submitted.at) > frame.period.dueOn,
        ...failed,
        values: indicators.map((indicator) => valueOf(values, indicator.code)),
        texts: indicators.map((indicator) => writtenFigure(indicator, valueOf(values, indicator.code))),
        lastYear: indicators.map((indicator) =>
          frame.lastYearId === null ? null : valueOf(totals(unit, frame.lastYearId).values, indicator.code),
        ),
      })
    }
    const mine = totals(frame.unit, frame.period.id)
    const count = (...states: BoardRow['state'][]): number => rows.filter((row) => states.includes(row.state)).length
    return {
      unitId: frame.unit,
      unitName: world.org().titleOf(frame.unit, frame.period.endOn),
      period: { id: frame.period.id, title: frame.period.title, dueOn: frame.period.dueOn, endOn: frame.period.endOn },
      indicators: indicators.map(({ code, nameVi, unit }) => ({ code, nameVi, unit })),
      counts: {
        all: rows.length,
        submitted: count('submitted'),
        returned: count('returned'),
        approved: count('approved', 'issued'),
        waiting: count('not-started', 'draft'),
      },
      rows: rows.toSorted((a, b) => collator.compare(a.unitName, b.unitName)),
      totals: indicators.map((indicator) => valueOf(mine.values, indicator.code)),
      totalTexts: indicators.map((indicator) => writtenFigure(indicator, valueOf(mine.values, indicator.code))),
      officialTexts: indicators.map((indicator) =>
        writtenFigure(indicator, valueOf(official(frame.unit, frame.period.id).values, indicator.code)),
      ),
      reported: indicators.map((indicator) => mine.reported[indicator.code] ?? 0),
    }
  })
}

/** Checks of a unit below on figures that are at hand: no query of its own. Notes and last year across lineages are left to its report. */
function failuresOf(
  world: World,
  frame: Frame,
  unit: UnitId,
  totals: (unit: string, period: string) => Totals,
): { errors: number; warnings: number } {
  const content: Content = {
    frame: { ...frame, unit, isConsolidated: false, below: [], due: [] },
    totals: totals(unit, frame.period.id),
    previous: frame.previousId === null ? {} : totals(unit, frame.previousId).values,
    lastYear: { ...NO_LAST_YEAR, values: frame.lastYearId === null ? {} : totals(unit, frame.lastYearId).values },
    cumulative: {},
    children: [],
    n: [0, 0],
    missing: [],
    notes: new Map(),
    adjustments: [],
    parts: [],
  }
  const failed = findingsOf(world, content, content.totals.values).filter((finding) => finding.status === 'failed')
  return {
    errors: failed.filter((finding) => finding.severity === 'error').length,
    warnings: failed.filter((finding) => finding.severity === 'warn').length,
  }
}
