// What came of the tasks that conclusions set: for the next conference, and for a report of a period in step with HN02–HN06.
import { addDays, calendarDate, viDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { listEntries, listSteps, standing, type StoredEntry, type StoredStep } from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import type { FigureProblem } from '../figures/index.ts'
import { getPath, today } from '../people/allow.ts'
import { bookByCode, TASKS } from './books.ts'
import type { ConclusionResult } from './facts.ts'
import type { Results } from './schema.ts'

type Line = Results['lines'][number]
type AsOf = {
  /** What was done before this day is no more told. */
  readonly from: string | null
  /** Steps after this day are not looked at. */
  readonly upTo: string
  /** What was due by this day and is not done is overdue. */
  readonly overdueBy: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The deadline as it stood after the steps up to a day. */
function dueAt(entry: StoredEntry, steps: readonly StoredStep[], upTo: string): string | null {
  const last = steps.findLast((step) => step.happenedOn <= upTo)
  if (last !== undefined) return last.dueOn
  const [first] = steps
  return first === undefined ? entry.dueOn : first.dueBefore
}

/** One task as it stood; undefined when it had been cancelled or was done before the time looked at. Pure. */
function resultAt(entry: StoredEntry, steps: readonly StoredStep[], { from, upTo, overdueBy }: AsOf): Line | undefined {
  const taken = steps.filter((step) => step.happenedOn <= upTo)
  if (taken.some((step) => step.kind === 'cancelled')) return undefined
  const done = taken.findLast((step) => step.kind === 'done')
  if (done !== undefined && from !== null && done.happenedOn < from) return undefined
  const dueOn = dueAt(entry, steps, upTo)
  const inTime = (step: StoredStep): boolean => step.dueBefore === null || step.happenedOn <= step.dueBefore
  const owed = dueOn !== null && dueOn <= overdueBy ? 'overdue' : 'in-progress'
  const told = taken.findLast((step) => step.kind === 'done' || step.kind === 'progressed')
  return {
    taskId: entry.id,
    notice: text(entry.values['basis']),
    content: text(entry.values['content']),
    lead: text(entry.values['lead']),
    dueOn: done === undefined ? dueOn : done.dueBefore,
    state: done === undefined ? owed : inTime(done) ? 'done-in-time' : 'done-late',
    doneOn: done?.happenedOn ?? null,
    result: text(told?.values['result']) || text(told?.values['progress']),
  }
}

const MOST = 500

function refusePeriod(problem: FigureProblem): never {
  throw new Refusal(problem)
}

async function told(tx: Db, register: AnyRegister, entries: readonly StoredEntry[], asOf: AsOf): Promise<Line[]> {
  const lines: Line[] = []
  for (const entry of entries.filter((each) => each.voidedAt === null)) {
    // Only what has steps needs them read.
    const steps = entry.state === 'set' ? [] : standing(await listSteps(tx, register, entry.unitId, entry.id))
    const line = resultAt(entry, steps, asOf)
    if (line !== undefined) lines.push(line)
  }
  return lines
}

/** Tasks set by one conference, in the order in which they were set, as they stand today. */
export async function earlierConclusions(
  tx: Db,
  world: World,
  unit: string,
  conference: string,
): Promise<ConclusionResult[]> {
  const register = bookByCode(world, TASKS)
  const entries = await listEntries(tx, register, {
    path: getPath(world, unit),
    unit,
    where: { conference },
    sort: 'entryNo',
    order: 'asc',
    limit: MOST,
    offset: 0,
  })
  const now = today(world)
  return told(tx, register, entries, { from: null, upTo: now, overdueBy: addDays(now, -1) })
}

function sentenceFor(counts: Results['counts'], lines: readonly Line[], end: CalendarDate): string {
  if (counts.set === 0) return ''
  const parts = [
    [counts.doneInTime, 'hoàn thành đúng hạn'],
    [counts.doneLate, 'hoàn thành quá hạn'],
    [counts.inProgress, 'đang thực hiện trong hạn'],
    [counts.overdue, 'quá hạn chưa hoàn thành'],
  ] as const
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${formatCount(count)} nhiệm vụ ${words}`]))
  const overdue = lines.filter((line) => line.state === 'overdue').map((line) => line.content.replace(/[\s.;]+$/u, ''))
  const named = overdue.length === 0 ? '' : ` Việc quá hạn: ${overdue.slice(0, 5).join('; ')}.`
  return `Tính đến ngày ${viDate(end)}, theo dõi ${formatCount(counts.set)} nhiệm vụ giao theo kết luận hội nghị: ${said.join('; ')}.${named}`
}

/**
 * The unit's tasks from conclusions in a period, counted as HN02–HN06 count them: set by its end, not done before its start,
 * not cancelled. `lines` are the newest 500.
 * @throws Refusal `figure.period_not_found`
 */
export async function conclusionResults(tx: Db, world: World, unit: string, periodId: string): Promise<Results> {
  const period = world.catalogue().periodOf(periodId)
  if (period === undefined) return refusePeriod({ code: 'figure.period_not_found', period: periodId })
  const register = bookByCode(world, TASKS)
  const asOf = { from: period.startOn, upTo: period.endOn, overdueBy: period.endOn }
  const lines: Line[] = []
  const page = { path: getPath(world, unit), unit, to: period.endOn, where: { origin: 'conference' }, limit: MOST }
  for (let offset = 0, isMore = true; isMore; offset += MOST) {
    const entries = await listEntries(tx, register, { ...page, offset })
    lines.push(...(await told(tx, register, entries, asOf)))
    isMore = entries.length === MOST
  }
  const count = (state: Line['state']): number => lines.filter((line) => line.state === state).length
  const counts = {
    set: lines.length,
    doneInTime: count('done-in-time'),
    doneLate: count('done-late'),
    inProgress: count('in-progress'),
    overdue: count('overdue'),
  }
  return { counts, lines: lines.slice(0, MOST), sentence: sentenceFor(counts, lines, calendarDate(period.endOn)) }
}
