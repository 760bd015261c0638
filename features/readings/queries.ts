// Every SQL of readings: files, steps, what was read, the queue.
import type { Db } from '@kheo/db/connect.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Found } from './found.ts'
import { type StepBody, type StepKind, type StoredClaim, type StoredStep, type Tally, TELLING_KINDS } from './rules.ts'
import type { ReadingState } from './schema.ts'

export type StoredReading = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly hash: string
  readonly name: string
  readonly size: number
  readonly batch: string
  readonly addedAt: Date
  readonly addedTitle: string
}

const READING_SPACE = 31
const BATCH_SPACE = 32

/** One writer at a time at a reading, until the transaction ends. */
export const lockReading = (tx: Db, unit: string, id: string): Promise<void> => lock(tx, `${unit}|${id}`, READING_SPACE)
/** One file at a time into a unit's list. */
export const lockAdding = (tx: Db, unit: string): Promise<void> => lock(tx, unit, BATCH_SPACE)

async function lock(tx: Db, key: string, space: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${space}))`.execute(tx)
}

const columns = sql`r.unit_id as "unitId", r.id, r.path, r.hash, r.name, r.size, r.batch, r.added_at as "addedAt", r.added_title as "addedTitle"`

export async function findReading(tx: Db, unit: string, id: string): Promise<StoredReading | undefined> {
  const { rows } =
    await sql<StoredReading>`select ${columns} from reading r where r.unit_id = ${unit} and r.id = ${id}::uuid`.execute(
      tx,
    )
  return rows[0]
}

export async function listSteps(tx: Db, unit: string, id: string): Promise<StoredStep[]> {
  const { rows } =
    await sql<StoredStep>`select seq, kind, at, actor_title as "actorTitle", body from reading_step where unit_id = ${unit} and reading_id = ${id}::uuid order by seq`.execute(
      tx,
    )
  return rows
}

/** A file that is in the unit's list already and was not discarded. */
export async function findSameFile(tx: Db, unit: string, hash: string): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string
  }>`select name from reading r where unit_id = ${unit} and hash = ${hash} and not exists
    (select from reading_step s where s.unit_id = r.unit_id and s.reading_id = r.id and s.kind = 'discarded') limit 1`.execute(
    tx,
  )
  return rows[0]?.name
}

/** How many files a batch has, and how many of the unit wait. */
export async function countAdded(tx: Db, unit: string, batch: string): Promise<{ inBatch: number; waiting: number }> {
  const { rows } = await sql<{ inBatch: number; waiting: number }>`select
    (select count(*)::integer from reading where unit_id = ${unit} and batch = ${batch}::uuid) as "inBatch",
    (select count(*)::integer from reading_job where unit_id = ${unit}) as waiting`.execute(tx)
  return rows[0] ?? { inBatch: 0, waiting: 0 }
}

export async function insertReading(tx: Db, it: StoredReading & { readonly addedBy: string }): Promise<void> {
  await sql`insert into reading (unit_id, id, path, hash, name, size, batch, added_at, added_by, added_title)
    values (${it.unitId}, ${it.id}::uuid, ${it.path}, ${it.hash}, ${it.name}, ${it.size}, ${it.batch}::uuid, ${it.addedAt}, ${it.addedBy}, ${it.addedTitle})`.execute(
    tx,
  )
}

export type StepWrite = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly seq: number
  readonly kind: StepKind
  readonly at: Date
  readonly actor: string
  readonly actorTitle: string
  readonly body: StepBody
}

export async function insertStep(tx: Db, it: StepWrite): Promise<void> {
  await sql`insert into reading_step (unit_id, reading_id, seq, kind, path, at, actor, actor_title, body)
    values (${it.unitId}, ${it.id}::uuid, ${it.seq}, ${it.kind}, ${it.path}, ${it.at}, ${it.actor}, ${it.actorTitle}, ${JSON.stringify(it.body)}::jsonb)`.execute(
    tx,
  )
}

export type StoredContent = {
  readonly kind: string
  readonly encoding: string | null
  readonly text: string
  readonly found: Found
  readonly claims: readonly StoredClaim[]
}

export async function findContent(tx: Db, unit: string, id: string): Promise<StoredContent | undefined> {
  const { rows } =
    await sql<StoredContent>`select kind, encoding, text, found, claims from reading_content where unit_id = ${unit} and reading_id = ${id}::uuid`.execute(
      tx,
    )
  return rows[0]
}

type Of = { readonly unitId: string; readonly id: string; readonly path: string }

export async function writeContent(tx: Db, of: Of, it: StoredContent): Promise<void> {
  await sql`insert into reading_content (unit_id, reading_id, path, kind, encoding, text, found, claims)
    values (${of.unitId}, ${of.id}::uuid, ${of.path}, ${it.kind}, ${it.encoding}, ${it.text}, ${JSON.stringify(it.found)}::jsonb, ${JSON.stringify(it.claims)}::jsonb)
    on conflict (unit_id, reading_id) do update set kind = excluded.kind, encoding = excluded.encoding, text = excluded.text, found = excluded.found, claims = excluded.claims`.execute(
    tx,
  )
}

export async function writeClaims(tx: Db, of: Of, claims: readonly StoredClaim[]): Promise<void> {
  await sql`update reading_content set claims = ${JSON.stringify(claims)}::jsonb where unit_id = ${of.unitId} and reading_id = ${of.id}::uuid`.execute(
    tx,
  )
}

/** What was read goes with the reading that is thrown away; so does its place in the queue. */
export async function forgetContent(tx: Db, of: Of): Promise<void> {
  await sql`delete from reading_content where unit_id = ${of.unitId} and reading_id = ${of.id}::uuid`.execute(tx)
  await endJob(tx, of)
}

export async function addJob(tx: Db, of: Of, dueAt: Date): Promise<void> {
  await sql`insert into reading_job (unit_id, reading_id, path, due_at) values (${of.unitId}, ${of.id}::uuid, ${of.path}, ${dueAt})
    on conflict (unit_id, reading_id) do nothing`.execute(tx)
}

export async function endJob(tx: Db, of: Of): Promise<void> {
  await sql`delete from reading_job where unit_id = ${of.unitId} and reading_id = ${of.id}::uuid`.execute(tx)
}

export async function delayJob(tx: Db, of: Of, dueAt: Date): Promise<void> {
  await sql`update reading_job set due_at = ${dueAt}, leased_until = null where unit_id = ${of.unitId} and reading_id = ${of.id}::uuid`.execute(
    tx,
  )
}

export type Job = Of & { readonly tries: number }

/** Takes the job that is due longest and holds it for a while; a job taken by another worker is passed over. */
export async function takeJob(tx: Db, now: Date, until: Date): Promise<Job | undefined> {
  const { rows } = await sql<Job>`
    with due as (
      select unit_id, reading_id from reading_job where due_at <= ${now} order by due_at, reading_id limit 1 for update skip locked
    )
    update reading_job j set tries = j.tries + 1, due_at = ${until}, leased_until = ${until}
    from due where j.unit_id = due.unit_id and j.reading_id = due.reading_id
    returning j.unit_id as "unitId", j.reading_id as id, j.path, j.tries`.execute(tx)
  return rows[0]
}

export async function isLeased(tx: Db, unit: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{
    one: number
  }>`select 1 as one from reading_job where unit_id = ${unit} and reading_id = ${id}::uuid and leased_until > ${now}`.execute(
    tx,
  )
  return rows.length > 0
}

export type ListedReading = Omit<StoredReading, 'path' | 'hash'> & {
  readonly state: ReadingState
  readonly rev: number
  readonly tally: Tally
  readonly problem: { readonly code: string } | null
  readonly placement: StepBody['placement'] | null
}

export type ListQuery = {
  readonly unit: string
  readonly state: ReadingState | undefined
  readonly batch: string | undefined
  /** Only these states are seen at all. */
  readonly seen: readonly ReadingState[]
  readonly now: Date
  readonly limit: number
  readonly offset: number
}

/** Readings of a unit with what their steps say, as a table to select from. */
const standing = ({ unit, batch, now }: ListQuery): RawBuilder<unknown> => sql`
  select ${columns}, last.seq as rev, last.body -> 'tally' as tally, telling.body -> 'problem' as problem, placed.body -> 'placement' as placement,
    case telling.kind when 'failed' then 'failed' when 'saved' then 'saved' when 'discarded' then 'discarded' when 'read' then 'read' when 'undone' then 'read'
      else case when j.leased_until > ${now} then 'reading' else 'queued' end end as state
  from reading r
  join lateral (select s.seq, s.body from reading_step s where s.unit_id = r.unit_id and s.reading_id = r.id order by s.seq desc limit 1) last on true
  join lateral (select s.kind, s.body from reading_step s where s.unit_id = r.unit_id and s.reading_id = r.id and s.kind = any(${[...TELLING_KINDS]}) order by s.seq desc limit 1) telling on true
  left join lateral (select s.body from reading_step s where s.unit_id = r.unit_id and s.reading_id = r.id and s.body ? 'placement' order by s.seq desc limit 1) placed on true
  left join reading_job j on j.unit_id = r.unit_id and j.reading_id = r.id
  where r.unit_id = ${unit} ${batch === undefined ? sql`` : sql`and r.batch = ${batch}::uuid`}`

export async function countStates(tx: Db, query: ListQuery): Promise<Map<ReadingState, number>> {
  const { rows } = await sql<{
    state: ReadingState
    n: number
  }>`select state, count(*)::integer as n from (${standing(query)}) x where state = any(${[...query.seen]}) group by state`.execute(
    tx,
  )
  return new Map(rows.map(({ state, n }) => [state, n]))
}

/** Newest first; those thrown away only when they are asked for. */
export async function listReadings(tx: Db, query: ListQuery): Promise<ListedReading[]> {
  const wanted = query.state === undefined ? sql`state <> 'discarded'` : sql`state = ${query.state}`
  const { rows } =
    await sql<ListedReading>`select "unitId", id, name, size, batch, "addedAt", "addedTitle", state, rev, tally, problem, placement
    from (${standing(query)}) x where state = any(${[...query.seen]}) and ${wanted} order by "addedAt" desc, id desc limit ${query.limit} offset ${query.offset}`.execute(
      tx,
    )
  return rows
}
