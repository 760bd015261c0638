// Every SQL of reports: who submitted what, the steps, and what stood in it.
import type { Values } from '@kheo/core/indicator/model.ts'
import type { ReportStep } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import { figureQueries } from '../figures/index.ts'
import type { Print, Snapshot, StoredSnapshot } from './snapshot.ts'

export type StoredStep = {
  readonly seq: number
  readonly kind: ReportStep['kind']
  readonly at: Date
  readonly actor: string
  readonly actorTitle: string
  readonly body: {
    readonly reason?: string
    readonly cells?: readonly string[]
    readonly missingUnits?: readonly string[]
    readonly number?: string
    readonly date?: string
    readonly differences?: readonly { code: string; before: number | null; after: number | null }[]
  }
}

export type StoredReport = {
  readonly id: string
  readonly unitId: string
  readonly type: string
  readonly periodId: string
  readonly steps: readonly StoredStep[]
}

type Joined = {
  id: string
  unitId: string
  type: string
  periodId: string
  steps: (Omit<StoredStep, 'at'> & { at: string })[] | null
}

const toReport = ({ steps, ...report }: Joined): StoredReport => ({
  ...report,
  steps: (steps ?? []).map((step) => ({ ...step, at: new Date(step.at) })),
})

const withSteps = sql`select r.id, r.unit_id as "unitId", r.type, r.period_id as "periodId",
  (select jsonb_agg(jsonb_build_object('seq', s.seq, 'kind', s.kind, 'at', s.at, 'actor', s.actor, 'actorTitle', s.actor_title, 'body', s.body) order by s.seq)
   from report_step s where s.unit_id = r.unit_id and s.report_id = r.id) as steps from report r`

/** A report with its steps; undefined before it was ever opened by a step. */
export async function findReport(
  tx: Db,
  unit: string,
  type: string,
  period: string,
): Promise<StoredReport | undefined> {
  const { rows } =
    await sql<Joined>`${withSteps} where r.unit_id = ${unit} and r.type = ${type} and r.period_id = ${period}`.execute(
      tx,
    )
  return rows[0] && toReport(rows[0])
}

export async function listReportsOf(tx: Db, units: readonly string[]): Promise<StoredReport[]> {
  const { rows } = await sql<Joined>`${withSteps} where r.unit_id = any(${[...units]})`.execute(tx)
  return rows.map(toReport)
}

/** Reports of one type and period among some units. */
export async function listReportsFor(
  tx: Db,
  units: readonly string[],
  type: string,
  period: string,
): Promise<StoredReport[]> {
  const { rows } =
    await sql<Joined>`${withSteps} where r.period_id = ${period} and r.type = ${type} and r.unit_id = any(${[...units]})`.execute(
      tx,
    )
  return rows.map(toReport)
}

/** Reports of any type that hold figures of a unit and period: their locks hold together. */
export async function listReportsAt(tx: Db, units: readonly string[], period: string): Promise<StoredReport[]> {
  const { rows } =
    await sql<Joined>`${withSteps} where r.unit_id = any(${[...units]}) and r.period_id = ${period}`.execute(tx)
  return rows.map(toReport)
}

/** `mayCount`: some register holds an entry of the books, so that cells may be counted rather than typed. */
export type StandingRows = {
  readonly reports: readonly StoredReport[]
  readonly held: figureQueries.Held
  readonly mayCount: boolean
}

/** What a submission is judged by, in one statement: reports of any type, what the unit holds, and whether its books may hold entries. */
export async function findStanding(
  tx: Db,
  unit: string,
  period: string,
  other: string | null,
  books: readonly string[],
): Promise<StandingRows> {
  const { rows } = await sql<{ reports: Joined[] | null; held: figureQueries.HeldJson; mayCount: boolean }>`select
    (select json_agg(x) from (${withSteps} where r.unit_id = ${unit} and r.period_id = ${period}) x) as reports,
    ${figureQueries.heldJson(unit, period, other)} as held,
    exists (select from register_opening where unit_id = any(${[...books]})) as "mayCount"`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a statement without a condition gave no row')
  return { reports: (row.reports ?? []).map(toReport), held: figureQueries.toHeld(row.held), mayCount: row.mayCount }
}

export type StepWrite = {
  readonly reportId: string
  readonly isNew: boolean
  readonly unitId: string
  readonly path: string
  readonly type: string
  readonly periodId: string
  readonly seq: number
  readonly kind: ReportStep['kind']
  readonly at: Date
  readonly actor: string
  readonly actorTitle: string
  readonly body: StoredStep['body']
  readonly snapshot: Snapshot | null
}

/** A step, the report it opens if it is the first, and what stood in it, in one statement. */
export async function insertStep(tx: Db, it: StepWrite): Promise<void> {
  const snapshot = it.snapshot === null ? null : JSON.stringify(toStored(it.snapshot))
  await sql`
    with opened as (
      insert into report (id, unit_id, path, type, period_id, created_at)
      select ${it.reportId}::uuid, ${it.unitId}, ${it.path}, ${it.type}, ${it.periodId}, ${it.at} where ${it.isNew}
    ), kept as (
      insert into report_snapshot (unit_id, report_id, seq, path, body)
      select ${it.unitId}, ${it.reportId}::uuid, ${it.seq}, ${it.path}, ${snapshot}::jsonb where ${snapshot !== null}
    )
    insert into report_step (unit_id, report_id, seq, path, kind, at, actor, actor_title, body)
    values (${it.unitId}, ${it.reportId}, ${it.seq}, ${it.path}, ${it.kind}, ${it.at}, ${it.actor}, ${it.actorTitle}, ${JSON.stringify(it.body)}::jsonb)`.execute(
    tx,
  )
}

const isSame = (a: Values, b: Values): boolean =>
  Object.keys(b).every((code) => (a[code] ?? null) === (b[code] ?? null))

const toStored = (snapshot: Snapshot): StoredSnapshot => ({
  ...snapshot,
  own: isSame(snapshot.own, snapshot.values) ? null : snapshot.own,
})

/** What stood in a report at its last submission. */
export async function findSnapshot(tx: Db, unit: string, reportId: string): Promise<Snapshot | undefined> {
  const { rows } = await sql<{
    body: StoredSnapshot
  }>`select body from report_snapshot where unit_id = ${unit} and report_id = ${reportId} order by seq desc limit 1`.execute(
    tx,
  )
  const body = rows[0]?.body
  return body === undefined ? undefined : { ...body, own: body.own ?? body.values }
}

/** Every print that a unit has approved of a type of report for some periods, also those that were later reopened: they have left the office. */
export async function listPrints(
  tx: Db,
  unit: string,
  type: string,
  periods: readonly string[],
): Promise<{ periodId: string; print: Print }[]> {
  const { rows } = await sql<{ periodId: string; print: Print }>`
    select r.period_id as "periodId", s.body -> 'print' as print from report r
    join report_snapshot s on s.unit_id = r.unit_id and s.report_id = r.id
    where r.unit_id = ${unit} and r.type = ${type} and r.period_id = any(${[...periods]})
      and jsonb_typeof(s.body -> 'print') = 'object' order by s.report_id, s.seq`.execute(tx)
  return rows
}

export type Wording = { readonly section: number; readonly text: string }

export async function listWordings(tx: Db, unit: string, reportId: string): Promise<Wording[]> {
  const { rows } =
    await sql<Wording>`select section, text from report_narrative where unit_id = ${unit} and report_id = ${reportId}`.execute(
      tx,
    )
  return rows
}

export async function writeWording(
  tx: Db,
  it: {
    unitId: string
    path: string
    reportId: string
    type: string
    periodId: string
    isNew: boolean
    section: number
    text: string
    at: Date
    by: string
  },
): Promise<void> {
  if (it.isNew)
    await sql`insert into report (id, unit_id, path, type, period_id, created_at) values (${it.reportId}, ${it.unitId}, ${it.path}, ${it.type}, ${it.periodId}, ${it.at})`.execute(
      tx,
    )
  if (it.text === '') {
    await sql`delete from report_narrative where unit_id = ${it.unitId} and report_id = ${it.reportId} and section = ${it.section}`.execute(
      tx,
    )
    return
  }
  await sql`insert into report_narrative (unit_id, report_id, path, section, text, at, by)
    values (${it.unitId}, ${it.reportId}, ${it.path}, ${it.section}, ${it.text}, ${it.at}, ${it.by})
    on conflict (unit_id, report_id, section) do update set text = excluded.text, at = excluded.at, by = excluded.by`.execute(
    tx,
  )
}

export type Published = {
  readonly unitName: string
  readonly title: string
  readonly number: string
  readonly issuedOn: string
}

export async function publish(tx: Db, it: Published & { unitId: string; reportId: string }): Promise<void> {
  await sql`insert into published_report (unit_id, report_id, unit_name, title, number, issued_on)
    values (${it.unitId}, ${it.reportId}, ${it.unitName}, ${it.title}, ${it.number}, ${it.issuedOn})
    on conflict (unit_id, report_id) do update set unit_name = excluded.unit_name, title = excluded.title, number = excluded.number, issued_on = excluded.issued_on`.execute(
    tx,
  )
}

export async function unpublish(tx: Db, unit: string, reportId: string): Promise<void> {
  await sql`delete from published_report where unit_id = ${unit} and report_id = ${reportId}`.execute(tx)
}

export async function listPublished(db: Db, limit: number): Promise<Published[]> {
  const { rows } =
    await sql<Published>`select unit_name as "unitName", title, number, issued_on as "issuedOn" from published_report order by issued_on desc, unit_name limit ${limit}`.execute(
      db,
    )
  return rows
}
