// "Việc của tôi": what each position of a person owes, most urgent first.
import { daysBetween, type CalendarDate } from '@kheo/core/calendar.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { World } from '../context.ts'
import { today } from '../people/allow.ts'
import { listPetitions, toPetitionRow } from '../registers/petitions/index.ts'
import { approvalOf } from '../reports/index.ts'
import { listSent, listWaiting, type WaitingReport } from './queries.ts'
import type { WorkItem } from './schema.ts'

/** Reports are shown from this many days before they are due until this many after. */
const AHEAD_DAYS = 20
const BEHIND_DAYS = 30
const PETITIONS_SHOWN = 20

const COMPILES = new Set(['compiler', 'consolidator'])
const REVIEWS = new Set(['approver', 'consolidator'])

const reportHref = (unit: string, type: string, period: string): string =>
  `/bao-cao/${encodeURIComponent(unit)}/${type}/${encodeURIComponent(period)}`

type Base = { readonly world: World; readonly day: CalendarDate; readonly position: HeldPosition }

function item(
  base: Base,
  it: { kind: WorkItem['kind']; unit: string; title: string; detail: string; dueOn: string | null; href: string },
): WorkItem {
  return {
    kind: it.kind,
    unitId: it.unit,
    unitName: base.world.org().titleOf(it.unit, base.day),
    title: it.title,
    detail: it.detail,
    dueOn: it.dueOn,
    daysLeft: it.dueOn === null ? null : daysBetween(base.day, it.dueOn as CalendarDate),
    href: it.href,
  }
}

function dueReports(base: Base, sent: readonly { type: string; periodId: string }[]): WorkItem[] {
  const { world, day, position } = base
  const view = world.catalogue()
  const done = new Set(sent.map((each) => `${each.type}|${each.periodId}`))
  const span = world.org().index.spanOf(position.unitId as never)
  return view.reportTypes.flatMap((type) =>
    view.periods
      .filter(
        (period) =>
          period.regime === type.regime &&
          type.kinds.includes(period.kind) &&
          period.closedOn === null &&
          span !== undefined &&
          span.from <= period.endOn,
      )
      .filter(
        (period) =>
          daysBetween(day, period.dueOn) <= AHEAD_DAYS &&
          daysBetween(period.dueOn, day) <= BEHIND_DAYS &&
          !done.has(`${type.code}|${period.id}`),
      )
      .map((period) =>
        item(base, {
          kind: 'report-due',
          unit: position.unitId,
          title: `${type.title}, ${period.title}`,
          detail: '',
          dueOn: period.dueOn,
          href: reportHref(position.unitId, type.code, period.id),
        }),
      ),
  )
}

function waiting(base: Base, reports: readonly WaitingReport[]): WorkItem[] {
  const { world, position } = base
  const view = world.catalogue()
  return reports.flatMap((report) => {
    const type = view.reportTypes.find((each) => each.code === report.type)
    const period = view.periodOf(report.periodId)
    if (type === undefined || period === undefined) return []
    const isOwn = report.unitId === position.unitId
    const title = `${type.title}, ${period.title}`
    const href = reportHref(report.unitId, report.type, report.periodId)
    if (report.lastKind === 'returned') {
      return isOwn && COMPILES.has(position.role)
        ? [
            item(base, {
              kind: 'report-returned',
              unit: report.unitId,
              title,
              detail: report.reason ?? '',
              dueOn: period.dueOn,
              href,
            }),
          ]
        : []
    }
    const isAbove = approvalOf(type, world.org().index.levelOf(report.unitId as never)) === 'parent'
    if (isAbove)
      return !isOwn && REVIEWS.has(position.role)
        ? [item(base, { kind: 'report-to-review', unit: report.unitId, title, detail: '', dueOn: period.dueOn, href })]
        : []
    return isOwn && position.role === 'approver'
      ? [item(base, { kind: 'own-report', unit: report.unitId, title, detail: '', dueOn: period.dueOn, href })]
      : []
  })
}

async function workAt(base: Base): Promise<WorkItem[]> {
  const { world, position } = base
  return inScope(world.database.app, position.path, async (tx) => {
    const reports = waiting(base, await listWaiting(tx, position.path))
    const due = COMPILES.has(position.role) ? dueReports(base, await listSent(tx, position.unitId)) : []
    if (position.role !== 'recorder' && position.role !== 'compiler') return [...reports, ...due]
    const soon = new Date(Date.parse(`${base.day}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10)
    const late = await listPetitions(tx, { path: position.path, dueTo: soon, limit: PETITIONS_SHOWN, offset: 0 })
    const petitions = late.rows.map((petition) => {
      const row = toPetitionRow(world, petition)
      const kind = row.timeliness === 'overdue' ? ('petition-overdue' as const) : ('petition-due' as const)
      return item(base, {
        kind,
        unit: row.unitId,
        title: row.arrivalNo === '' ? String(row.entryNo) : row.arrivalNo,
        detail: row.village,
        dueOn: row.dueOn,
        href: `/so/don-thu/${encodeURIComponent(row.unitId)}/${row.id}`,
      })
    })
    return [...reports, ...due, ...petitions]
  })
}

const ORDER: readonly WorkItem['kind'][] = [
  'report-returned',
  'petition-overdue',
  'report-to-review',
  'own-report',
  'petition-due',
  'report-due',
]

export async function workOf(world: World, actor: Actor): Promise<{ today: string; items: WorkItem[] }> {
  const day = today(world)
  const items: WorkItem[] = []
  for (const position of actor.positions) items.push(...(await workAt({ world, day, position })))
  const unique = new Map(items.map((each) => [`${each.kind}|${each.href}`, each]))
  return {
    today: day,
    items: [...unique.values()].toSorted(
      (a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    ),
  }
}
