// HTTP ↔ reports.
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import { fileRoute, route, type FileRoute, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { look } from '../people/allow.ts'
import { saveCells, saveNarrative } from './actions.ts'
import { renderFile } from './documents.ts'
import { approveReport, issueReport, reopenReport, returnReport, withdrawReport } from './steps.ts'
import { proofReport } from './proof.ts'
import { submitReport } from './submit.ts'
import { listReportsOf, type StoredReport } from './queries.ts'
import { toSteps } from './rules.ts'
import { reportFiles, reports, type ReportRow } from './schema.ts'
import { sourceOf } from './source.ts'
import { viewReport } from './view.ts'

function rowOf(world: World, report: StoredReport): ReportRow[] {
  const period = world.catalogue().periodOf(report.periodId)
  const type = world.catalogue().reportTypes.find((each) => each.code === report.type)
  if (period === undefined || type === undefined) return []
  const status = stateOf(toSteps(report.steps))
  return [
    {
      unitId: report.unitId,
      unitName: world.org().titleOf(report.unitId, period.endOn),
      type: report.type,
      typeTitle: type.title,
      periodId: report.periodId,
      periodTitle: period.title,
      dueOn: period.dueOn,
      state: status.state,
      lastAt: report.steps.at(-1)?.at.toISOString() ?? null,
      lastReason: status.lastReason,
    },
  ]
}

export const routes = (world: World): Route[] => [
  route(reports.mine, async ({ actor, query }) => {
    const found = await look(world, actor, query.unit, (tx) => listReportsOf(tx, [query.unit]))
    const rows = found
      .flatMap((report) => rowOf(world, report))
      .filter((row) => query.year === undefined || world.catalogue().periodOf(row.periodId)?.year === query.year)
    return { rows: rows.toSorted((a, b) => b.dueOn.localeCompare(a.dueOn) || a.type.localeCompare(b.type)) }
  }),
  route(reports.view, ({ actor, query }) => viewReport(world, actor, query)),
  route(reports.proof, ({ actor, query }) => proofReport(world, actor, query)),
  route(reports.source, ({ actor, query }) => sourceOf(world, actor, query)),
  route(reports.saveCells, ({ actor, body }) => saveCells(world, actor, body)),
  route(reports.saveNarrative, ({ actor, body }) => saveNarrative(world, actor, body)),
  route(reports.submit, ({ actor, body }) => submitReport(world, actor, body)),
  route(reports.return, ({ actor, body }) => returnReport(world, actor, body)),
  route(reports.approve, ({ actor, body }) => approveReport(world, actor, body)),
  route(reports.issue, ({ actor, body }) => issueReport(world, actor, body)),
  route(reports.reopen, ({ actor, body }) => reopenReport(world, actor, body)),
  route(reports.withdraw, ({ actor, body }) => withdrawReport(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(reportFiles.document, ({ actor, query }) => renderFile(world, actor, query)),
]
