// "Việc của tôi": what each position of a person owes, most urgent first.
import { addDays, daysBetween, type CalendarDate } from '@kheo/core/calendar.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { Db } from '@kheo/db/connect.ts'
import { SOON_DAYS } from '@kheo/kit/register/declare.ts'
import { listEntries } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { today } from '../people/allow.ts'
import { approvalOf } from '../reports/index.ts'
import { toRow } from '../registers/view.ts'
import { listSent, listWaiting, type WaitingReport } from './queries.ts'
import type { WorkItem } from './schema.ts'
import { taskBook, toShare } from './share-actions.ts'
import { listShares } from './share-queries.ts'

/** Reports are shown from this many days before they are due until this many after. */
const AHEAD_DAYS = 20
const BEHIND_DAYS = 30
const ENTRIES_SHOWN = 20

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

/** Entries of the position's own books that are owed by now or within days, each register's most urgent first. */
async function dueEntries(tx: Db, base: Base): Promise<WorkItem[]> {
  const { world, day, position } = base
  const items: WorkItem[] = []
  for (const register of world.books) {
    if (register.deadline === undefined) continue
    const late = await listEntries(tx, register, {
      path: position.path,
      dueTo: addDays(day, SOON_DAYS),
      sort: 'dueOn',
      order: 'asc',
      limit: ENTRIES_SHOWN,
      offset: 0,
    })
    for (const entry of late) {
      const row = toRow(world, register, position, entry)
      items.push(
        item(base, {
          kind: row.timeliness === 'overdue' ? 'entry-overdue' : 'entry-due',
          unit: row.unitId,
          title: row.name,
          detail: `${register.title[0]}, số ${row.entryNo}`,
          dueOn: row.dueOn,
          href: `/so/${register.address}/${encodeURIComponent(row.unitId)}/${row.id}`,
        }),
      )
    }
  }
  return items
}

/** Tasks from above that wait to be received, and later deadlines that units below ask for. */
async function shares(tx: Db, base: Base, wanted: 'waitingAt' | 'askedBelow'): Promise<WorkItem[]> {
  const { world, position } = base
  const found = await listShares(
    tx,
    taskBook(world),
    wanted === 'waitingAt' ? { waitingAt: position.unitId } : { askedBelow: position.unitId },
  )
  return found.map((each) => {
    const share = toShare(world, each)
    return item(base, {
      kind: wanted === 'waitingAt' ? 'task-given' : 'task-asked',
      unit: share.unitId,
      title: share.content,
      detail: wanted === 'waitingAt' ? share.fromUnitName : (share.asked?.reason ?? ''),
      dueOn: share.dueOn,
      href: `/nhiem-vu/duoc-giao/${encodeURIComponent(share.unitId)}/${share.id}`,
    })
  })
}

async function workAt(base: Base): Promise<WorkItem[]> {
  const { world, position } = base
  return inScope(world.database.app, position.path, async (tx) => {
    const reports = waiting(base, await listWaiting(tx, position.path))
    const due = COMPILES.has(position.role) ? dueReports(base, await listSent(tx, position.unitId)) : []
    const asked = REVIEWS.has(position.role) || COMPILES.has(position.role) ? await shares(tx, base, 'askedBelow') : []
    if (position.role !== 'recorder' && position.role !== 'compiler') return [...reports, ...due, ...asked]
    return [...reports, ...due, ...asked, ...(await shares(tx, base, 'waitingAt')), ...(await dueEntries(tx, base))]
  })
}

const ORDER: readonly WorkItem['kind'][] = [
  'report-returned',
  'entry-overdue',
  'task-asked',
  'task-given',
  'report-to-review',
  'own-report',
  'entry-due',
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
