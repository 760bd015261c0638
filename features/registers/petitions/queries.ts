// Every SQL of the petition register.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { PetitionForm, PetitionStepKind } from './schema.ts'

export type StoredPetitionStep = {
  readonly seq: number
  readonly kind: PetitionStepKind
  readonly happenedOn: string
  readonly admissible: boolean | null
  readonly competent: boolean | null
  readonly dueOn: string | null
  readonly note: string
  readonly at: Date
  readonly actorTitle: string
}

export type StoredPetition = PetitionForm & {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly entryNo: number
  readonly rev: number
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly dueOn: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedTitle: string
  readonly steps: readonly Omit<StoredPetitionStep, 'at'>[]
}

const columns = sql`m.unit_id as "unitId", m.id, m.path, m.entry_no as "entryNo", m.rev, m.happened_on as "happenedOn", m.voided_at as "voidedAt", m.void_reason as "voidReason",
  m.arrival_no as "arrivalNo", m.kind, m.topic, m.village, m.note, m.due_on as "dueOn", m.recorded_at as "recordedAt", m.recorded_by as "recordedBy", m.recorded_title as "recordedTitle",
  coalesce((select jsonb_agg(jsonb_build_object('seq', t.seq, 'kind', t.kind, 'happenedOn', t.happened_on, 'admissible', t.admissible, 'competent', t.competent, 'dueOn', t.due_on, 'note', t.note, 'actorTitle', t.actor_title) order by t.seq)
    from petition_step t where t.unit_id = m.unit_id and t.petition_id = m.id), '[]') as steps`

/** The state as SQL; mirrors `petitionStateOf`, and a test holds the two together. */
const STATE_SQL = sql`coalesce((select case when t.kind in ('decided', 'withdrawn', 'answered') then 'resolved' when t.kind in ('guided', 'transferred', 'urged') then 'routed' when t.kind = 'accepted' then 'in-resolution' else t.kind end
  from petition_step t where t.unit_id = m.unit_id and t.petition_id = m.id and t.kind <> 'extended' order by t.seq desc limit 1), 'received')`

/** The day that a petition is held to, as SQL; mirrors `dueNow`. */
const DUE_SQL = sql`coalesce((select t.due_on from petition_step t where t.unit_id = m.unit_id and t.petition_id = m.id and t.due_on is not null order by t.seq desc limit 1),
  case when ${STATE_SQL} in ('in-resolution', 'resolved') or (m.kind = 'proposal' and ${STATE_SQL} = 'classified') then null else m.due_on end)`

export type PetitionFilter = {
  readonly path: string
  readonly year?: number | undefined
  readonly folded?: string | undefined
  readonly kind?: string | undefined
  readonly state?: string | undefined
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  readonly limit: number
  readonly offset: number
}

export async function listPetitions(
  tx: Db,
  filter: PetitionFilter,
): Promise<{ rows: StoredPetition[]; total: number }> {
  const late = filter.dueFrom === undefined && filter.dueTo === undefined
  const where = sql`m.path >= ${filter.path} and m.path < ${filter.path} || '~'
    and (${filter.year ?? null}::integer is null or m.happened_on between make_date(${filter.year ?? 2000}, 1, 1) and make_date(${filter.year ?? 2000}, 12, 31))
    and (${filter.kind ?? null}::text is null or m.kind = ${filter.kind ?? null})
    and (${filter.folded ?? null}::text is null or position(${filter.folded ?? null} in m.search_folded) > 0)
    and (${filter.state ?? null}::text is null or ${STATE_SQL} = ${filter.state ?? null})
    and (${late}::boolean or (m.voided_at is null and ${STATE_SQL} in ('received', 'classified', 'in-resolution') and ${DUE_SQL} between ${filter.dueFrom ?? '0001-01-01'}::date and ${filter.dueTo ?? '9999-12-31'}::date))`
  const { rows } =
    await sql<StoredPetition>`select ${columns} from petition m where ${where} order by m.happened_on desc, m.unit_id, m.entry_no desc limit ${filter.limit} offset ${filter.offset}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*) as total from petition m where ${where}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function findPetition(tx: Db, unit: string, id: string): Promise<StoredPetition | undefined> {
  const { rows } =
    await sql<StoredPetition>`select ${columns} from petition m where m.unit_id = ${unit} and m.id = ${id}`.execute(tx)
  return rows[0]
}

export async function lockPetition(tx: Db, unit: string, id: string): Promise<void> {
  await sql`select from petition where unit_id = ${unit} and id = ${id} for update`.execute(tx)
}

export async function writePetition(tx: Db, it: Omit<StoredPetition, 'steps'>, folded: string): Promise<void> {
  const names = sql.raw(
    'unit_id, id, path, entry_no, rev, happened_on, voided_at, void_reason, arrival_no, kind, topic, village, note, search_folded, due_on, recorded_at, recorded_by, recorded_title',
  )
  const row = sql`${it.unitId}, ${it.id}::uuid, ${it.path}, ${it.entryNo}::integer, ${it.rev}::integer, ${it.happenedOn}::date, ${it.voidedAt}::timestamptz, ${it.voidReason}::text, ${it.arrivalNo}, ${it.kind}, ${it.topic}, ${it.village}, ${it.note}, ${folded}, ${it.dueOn}::date,
    ${it.recordedAt}::timestamptz, ${it.recordedBy}, ${it.recordedTitle}`
  await sql`insert into petition_rev (${names}) values (${row})`.execute(tx)
  await sql`insert into petition (${names}) values (${row}) on conflict (unit_id, id) do update set rev = excluded.rev, happened_on = excluded.happened_on, voided_at = excluded.voided_at, void_reason = excluded.void_reason,
    arrival_no = excluded.arrival_no, kind = excluded.kind, topic = excluded.topic, village = excluded.village, note = excluded.note, search_folded = excluded.search_folded, due_on = excluded.due_on, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, recorded_title = excluded.recorded_title`.execute(
    tx,
  )
}

export async function listPetitionSteps(tx: Db, unit: string, id: string): Promise<StoredPetitionStep[]> {
  const { rows } =
    await sql<StoredPetitionStep>`select seq, kind, happened_on as "happenedOn", admissible, competent, due_on as "dueOn", note, at, actor_title as "actorTitle" from petition_step where unit_id = ${unit} and petition_id = ${id} order by seq`.execute(
      tx,
    )
  return rows
}

export async function insertPetitionStep(
  tx: Db,
  it: StoredPetitionStep & { unitId: string; id: string; path: string; actor: string },
): Promise<void> {
  await sql`insert into petition_step (unit_id, petition_id, seq, path, kind, happened_on, admissible, competent, due_on, note, at, actor, actor_title)
    values (${it.unitId}, ${it.id}, ${it.seq}, ${it.path}, ${it.kind}, ${it.happenedOn}, ${it.admissible}, ${it.competent}, ${it.dueOn}, ${it.note}, ${it.at}, ${it.actor}, ${it.actorTitle})`.execute(
    tx,
  )
}

export async function listPetitionRevisions(
  tx: Db,
  unit: string,
  id: string,
): Promise<{ rev: number; at: Date; by: string }[]> {
  const { rows } = await sql<{
    rev: number
    at: Date
    by: string
  }>`select rev, recorded_at as at, recorded_title as by from petition_rev where unit_id = ${unit} and id = ${id} order by rev`.execute(
    tx,
  )
  return rows
}
