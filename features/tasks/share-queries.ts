// The SQL of tasks given to units: the shares, their steps, and how far each unit's own entry is.
import type { Db } from '@kheo/db/connect.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { stepTable } from '@kheo/kit/register/columns.ts'
import { sql } from 'kysely'
import type { OwnEntry, ShareStep } from './share-rules.ts'

export type StoredShare = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly fromUnit: string
  readonly fromTask: string
  readonly content: string
  readonly dueOn: string
  readonly entryId: string | null
  readonly steps: readonly ShareStep[]
  readonly own: OwnEntry | null
  readonly evidence: number
}

type Wanted =
  | { readonly fromUnit: string; readonly fromTask: string }
  | { readonly unit: string; readonly id: string }
  /** Those of a unit that wait to be received, and those below a path that wait for an answer. */
  | { readonly waitingAt: string }
  | { readonly askedBelow: string }

function wheres(wanted: Wanted) {
  if ('fromTask' in wanted) return sql`s.from_unit = ${wanted.fromUnit} and s.from_task = ${wanted.fromTask}`
  if ('id' in wanted) return sql`s.unit_id = ${wanted.unit} and s.id = ${wanted.id}`
  if ('waitingAt' in wanted)
    return sql`s.unit_id = ${wanted.waitingAt} and (s.entry_id is null or m.voided_at is not null) and not exists (select from task_share_step t where t.unit_id = s.unit_id and t.share_id = s.id and t.kind = 'withdrawn')`
  return sql`s.from_unit = ${wanted.askedBelow} and (select t.kind from task_share_step t where t.unit_id = s.unit_id and t.share_id = s.id and t.kind in ('asked', 'granted', 'declined', 'withdrawn') order by t.seq desc limit 1) = 'asked'`
}

/** Shares with their steps and the state of each unit's own entry, in one statement; at most 1,000. */
export async function listShares(tx: Db, register: AnyRegister, wanted: Wanted): Promise<StoredShare[]> {
  const steps = sql.table(stepTable(register))
  const { rows } = await sql<StoredShare>`
    select s.unit_id as "unitId", s.id, s.path, s.from_unit as "fromUnit", s.from_task as "fromTask", s.content, s.due_on as "dueOn", s.entry_id as "entryId",
      (select jsonb_agg(jsonb_build_object('seq', t.seq, 'kind', t.kind, 'at', t.at, 'actorTitle', t.actor_title, 'newDay', t.new_day, 'reason', t.reason) order by t.seq)
        from task_share_step t where t.unit_id = s.unit_id and t.share_id = s.id) as steps,
      case when m.id is null then null else jsonb_build_object('state', m.state, 'isVoided', m.voided_at is not null,
        'percent', (select e.percent from ${steps} e where e.unit_id = m.unit_id and e.entry_id = m.id and e.retracted_at is null and e.percent is not null order by e.seq desc limit 1),
        'progress', coalesce((select nullif(e.progress, '') from ${steps} e where e.unit_id = m.unit_id and e.entry_id = m.id and e.retracted_at is null and e.progress <> '' order by e.seq desc limit 1), ''),
        'doneOn', (select e.happened_on from ${steps} e where e.unit_id = m.unit_id and e.entry_id = m.id and e.retracted_at is null and e.kind = 'done' order by e.seq desc limit 1)) end as own,
      (select count(*)::integer from attachment a where a.unit_id = s.unit_id and a.register = ${register.code} and a.entry_id = s.entry_id and a.removed_at is null) as evidence
    from task_share s left join ${sql.table(register.table)} m on m.unit_id = s.unit_id and m.id = s.entry_id
    where ${wheres(wanted)} order by s.due_on, s.unit_id limit 1000`.execute(tx)
  return rows
}

/** Keeps givings of one task apart until the transaction ends. */
const TASK_SPACE = 24

/** Nobody else gives the task out until the transaction ends. */
export async function lockTask(tx: Db, unit: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${unit}|${id}`}, ${TASK_SPACE}))`.execute(tx)
}

/** Locks a share until the transaction ends. */
export async function lockShare(tx: Db, unit: string, id: string): Promise<void> {
  await sql`select from task_share where unit_id = ${unit} and id = ${id} for update`.execute(tx)
}

export type NewShare = Pick<StoredShare, 'unitId' | 'id' | 'path' | 'fromUnit' | 'fromTask' | 'content' | 'dueOn'>
export type NewStep = { readonly unitId: string; readonly shareId: string; readonly path: string } & Omit<
  ShareStep,
  'seq'
> & {
    readonly actor: string
  }

export async function insertShares(tx: Db, shares: readonly NewShare[]): Promise<void> {
  await sql`insert into task_share (unit_id, id, path, from_unit, from_task, content, due_on)
    select * from jsonb_to_recordset(${JSON.stringify(
      shares.map((it) => ({
        unit_id: it.unitId,
        id: it.id,
        path: it.path,
        from_unit: it.fromUnit,
        from_task: it.fromTask,
        content: it.content,
        due_on: it.dueOn,
      })),
    )}::jsonb) as x (unit_id text, id uuid, path text, from_unit text, from_task uuid, content text, due_on date)`.execute(
    tx,
  )
}

/** Adds the next step of each share. */
export async function insertShareSteps(tx: Db, steps: readonly NewStep[]): Promise<void> {
  await sql`insert into task_share_step (unit_id, share_id, seq, path, kind, at, actor, actor_title, new_day, reason)
    select x.unit_id, x.share_id, coalesce((select max(t.seq) from task_share_step t where t.unit_id = x.unit_id and t.share_id = x.share_id), 0) + 1,
      x.path, x.kind, x.at, x.actor, x.actor_title, x.new_day, x.reason
    from jsonb_to_recordset(${JSON.stringify(
      steps.map((it) => ({
        unit_id: it.unitId,
        share_id: it.shareId,
        path: it.path,
        kind: it.kind,
        at: it.at,
        actor: it.actor,
        actor_title: it.actorTitle,
        new_day: it.newDay,
        reason: it.reason,
      })),
    )}::jsonb) as x (unit_id text, share_id uuid, path text, kind text, at timestamptz, actor text, actor_title text, new_day date, reason text)`.execute(
    tx,
  )
}

export async function settleShare(
  tx: Db,
  unit: string,
  id: string,
  now: { readonly entryId?: string; readonly dueOn?: string },
): Promise<void> {
  await sql`update task_share set entry_id = coalesce(${now.entryId ?? null}::uuid, entry_id), due_on = coalesce(${now.dueOn ?? null}::date, due_on)
    where unit_id = ${unit} and id = ${id}`.execute(tx)
}
