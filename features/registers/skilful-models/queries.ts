// Every SQL of the register of models.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { ModelForm, ModelStepKind } from './schema.ts'

export type StoredModel = ModelForm & {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly entryNo: number
  readonly rev: number
  readonly voidedAt: Date | null
  readonly voidReason: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedTitle: string
  readonly kinds: readonly ModelStepKind[]
  readonly sites: number
}

const columns = sql`m.unit_id as "unitId", m.id, m.path, m.entry_no as "entryNo", m.rev, m.happened_on as "happenedOn", m.voided_at as "voidedAt", m.void_reason as "voidReason",
  m.name, m.field, m.bloc, m.exemplar, m.novelty, m.is_friendly_government as "isFriendlyGovernment", m.is_special_area as "isSpecialArea", m.sponsor,
  m.situation, m.goals, m.content, m.area, m.forces, m.resources, m.schedule, m.outputs, m.sustainability,
  m.recorded_at as "recordedAt", m.recorded_by as "recordedBy", m.recorded_title as "recordedTitle",
  coalesce((select array_agg(t.kind order by t.seq) from skilful_model_step t where t.unit_id = m.unit_id and t.model_id = m.id), '{}') as kinds,
  coalesce((select sum(t.sites) from skilful_model_step t where t.unit_id = m.unit_id and t.model_id = m.id and t.kind = 'replicated'), 0)::integer as sites`

/** The state of a model as SQL: the last of its steps that changes the state. Mirrors `modelStateOf`; a test holds the two together. */
const STATE_SQL = sql`coalesce((select case t.kind when 'launched' then 'running' when 'recognised-commune' then 'recognised' when 'recognised-province' then 'recognised' else t.kind end
  from skilful_model_step t where t.unit_id = m.unit_id and t.model_id = m.id and t.kind not in ('monitored', 'effective', 'replicated') order by t.seq desc limit 1), 'registered')`

export type ModelFilter = {
  readonly path: string
  readonly year?: number | undefined
  readonly folded?: string | undefined
  readonly field?: string | undefined
  readonly bloc?: string | undefined
  readonly state?: string | undefined
  readonly limit: number
  readonly offset: number
}

export async function listModels(tx: Db, filter: ModelFilter): Promise<{ rows: StoredModel[]; total: number }> {
  const where = sql`m.path >= ${filter.path} and m.path < ${filter.path} || '~'
    and (${filter.year ?? null}::integer is null or m.happened_on between make_date(${filter.year ?? 2000}, 1, 1) and make_date(${filter.year ?? 2000}, 12, 31))
    and (${filter.field ?? null}::text is null or m.field = ${filter.field ?? null})
    and (${filter.bloc ?? null}::text is null or m.bloc = ${filter.bloc ?? null})
    and (${filter.folded ?? null}::text is null or position(${filter.folded ?? null} in m.name_folded) > 0)
    and (${filter.state ?? null}::text is null or ${STATE_SQL} = ${filter.state ?? null})`
  const { rows } =
    await sql<StoredModel>`select ${columns} from skilful_model m where ${where} order by m.happened_on desc, m.unit_id, m.entry_no desc limit ${filter.limit} offset ${filter.offset}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*) as total from skilful_model m where ${where}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function findModel(tx: Db, unit: string, id: string): Promise<StoredModel | undefined> {
  const { rows } =
    await sql<StoredModel>`select ${columns} from skilful_model m where m.unit_id = ${unit} and m.id = ${id}`.execute(
      tx,
    )
  return rows[0]
}

/** Locks the entry until the transaction ends, so that two corrections cannot both be the next. */
export async function lockModel(tx: Db, unit: string, id: string): Promise<void> {
  await sql`select from skilful_model where unit_id = ${unit} and id = ${id} for update`.execute(tx)
}

/** Writes an entry whole, and the same wording into its history. */
export async function writeModel(tx: Db, it: Omit<StoredModel, 'kinds' | 'sites'>, nameFolded: string): Promise<void> {
  const row = sql`${it.unitId}, ${it.id}::uuid, ${it.path}, ${it.entryNo}::integer, ${it.rev}::integer, ${it.happenedOn}::date, ${it.voidedAt}::timestamptz, ${it.voidReason}::text, ${it.name}, ${nameFolded}, ${it.field}, ${it.bloc}, ${it.exemplar}, ${it.novelty},
    ${it.isFriendlyGovernment}::boolean, ${it.isSpecialArea}::boolean, ${it.sponsor}, ${it.situation}, ${it.goals}, ${it.content}, ${it.area}, ${it.forces}, ${it.resources}, ${it.schedule}, ${it.outputs}, ${it.sustainability},
    ${it.recordedAt}::timestamptz, ${it.recordedBy}, ${it.recordedTitle}`
  const names = sql.raw(
    `unit_id, id, path, entry_no, rev, happened_on, voided_at, void_reason, name, name_folded, field, bloc, exemplar, novelty, is_friendly_government, is_special_area, sponsor, situation, goals, content, area, forces, resources, schedule, outputs, sustainability, recorded_at, recorded_by, recorded_title`,
  )
  await sql`insert into skilful_model_rev (${names}) values (${row})`.execute(tx)
  await sql`insert into skilful_model (${names}) values (${row}) on conflict (unit_id, id) do update set rev = excluded.rev, happened_on = excluded.happened_on, voided_at = excluded.voided_at, void_reason = excluded.void_reason,
    name = excluded.name, name_folded = excluded.name_folded, field = excluded.field, bloc = excluded.bloc, exemplar = excluded.exemplar, novelty = excluded.novelty, is_friendly_government = excluded.is_friendly_government,
    is_special_area = excluded.is_special_area, sponsor = excluded.sponsor, situation = excluded.situation, goals = excluded.goals, content = excluded.content, area = excluded.area, forces = excluded.forces, resources = excluded.resources,
    schedule = excluded.schedule, outputs = excluded.outputs, sustainability = excluded.sustainability, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, recorded_title = excluded.recorded_title`.execute(
    tx,
  )
}

export type StoredModelStep = {
  readonly seq: number
  readonly kind: ModelStepKind
  readonly happenedOn: string
  readonly sites: number | null
  readonly note: string
  readonly at: Date
  readonly actorTitle: string
}

export async function listModelSteps(tx: Db, unit: string, id: string): Promise<StoredModelStep[]> {
  const { rows } =
    await sql<StoredModelStep>`select seq, kind, happened_on as "happenedOn", sites, note, at, actor_title as "actorTitle" from skilful_model_step where unit_id = ${unit} and model_id = ${id} order by seq`.execute(
      tx,
    )
  return rows
}

export async function insertModelStep(
  tx: Db,
  it: StoredModelStep & { unitId: string; id: string; path: string; actor: string },
): Promise<void> {
  await sql`insert into skilful_model_step (unit_id, model_id, seq, path, kind, happened_on, sites, note, at, actor, actor_title)
    values (${it.unitId}, ${it.id}, ${it.seq}, ${it.path}, ${it.kind}, ${it.happenedOn}, ${it.sites}, ${it.note}, ${it.at}, ${it.actor}, ${it.actorTitle})`.execute(
    tx,
  )
}

export async function listModelRevisions(
  tx: Db,
  unit: string,
  id: string,
): Promise<{ rev: number; at: Date; by: string }[]> {
  const { rows } = await sql<{
    rev: number
    at: Date
    by: string
  }>`select rev, recorded_at as at, recorded_title as by from skilful_model_rev where unit_id = ${unit} and id = ${id} order by rev`.execute(
    tx,
  )
  return rows
}

/** Names on record in scope, newest first, for the likeness check. */
export async function listModelNames(
  tx: Db,
  path: string,
  limit: number,
): Promise<{ unitId: string; name: string; folded: string; happenedOn: string }[]> {
  const { rows } = await sql<{
    unitId: string
    name: string
    folded: string
    happenedOn: string
  }>`select unit_id as "unitId", name, name_folded as folded, happened_on as "happenedOn" from skilful_model
    where path >= ${path} and path < ${path} || '~' and voided_at is null order by happened_on desc limit ${limit}`.execute(
    tx,
  )
  return rows
}
