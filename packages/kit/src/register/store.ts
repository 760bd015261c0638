// Every SQL that reads and writes entries of a register, from its declaration. Only names that a declaration gives are spliced in.
import type { Db } from '@kheo/db/connect.ts'
import { sql, type RawBuilder } from 'kysely'
import { entryColumns, revTable, stepColumns, stepTable } from './columns.ts'
import type { AnyRegister, TakenStep } from './declare.ts'
import { openStates } from './declare.ts'
import type { Values } from './fields.ts'

export type StoredEntry = {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly entryNo: number
  readonly rev: number
  readonly happenedOn: string
  readonly state: string
  readonly dueOn: string | null
  readonly voidedAt: string | null
  readonly voidReason: string | null
  readonly recordedAt: string
  readonly recordedBy: string
  readonly recordedTitle: string
  /** The day of the last step that stands, or the entry's own. */
  readonly lastOn: string
  readonly values: Values
}
export type EntryWrite = Omit<StoredEntry, 'lastOn'> & { readonly searchFolded: string }

const OWN = {
  unitId: 'unit_id',
  id: 'id',
  path: 'path',
  entryNo: 'entry_no',
  rev: 'rev',
  happenedOn: 'happened_on',
  state: 'state',
  dueOn: 'due_on',
  voidedAt: 'voided_at',
  voidReason: 'void_reason',
  searchFolded: 'search_folded',
  recordedAt: 'recorded_at',
  recordedBy: 'recorded_by',
  recordedTitle: 'recorded_title',
} as const

/** An object of the fields, in pieces of 45: a function takes at most 100 arguments. */
const objectOf = (columns: readonly { readonly name: string; readonly column: string }[], alias: string): string => {
  const pieces = Array.from({ length: Math.max(1, Math.ceil(columns.length / 45)) }, (_, at) =>
    columns.slice(at * 45, at * 45 + 45),
  )
  return pieces
    .map(
      (piece) => `jsonb_build_object(${piece.map(({ name, column }) => `'${name}', ${alias}.${column}`).join(', ')})`,
    )
    .join(' || ')
}

/** Columns of an entry `m` as one row. */
export const entrySelect = (it: AnyRegister): RawBuilder<StoredEntry> =>
  sql.raw(`m.unit_id as "unitId", m.id, m.path, m.entry_no as "entryNo", m.rev, m.happened_on as "happenedOn", m.state, m.due_on as "dueOn", m.voided_at as "voidedAt", m.void_reason as "voidReason",
    m.recorded_at as "recordedAt", m.recorded_by as "recordedBy", m.recorded_title as "recordedTitle", ${objectOf(entryColumns(it), 'm')} as values,
    coalesce((select max(t.happened_on) from ${stepTable(it)} t where t.unit_id = m.unit_id and t.entry_id = m.id and t.retracted_at is null), m.happened_on) as "lastOn"`)

/** Instants as text, whatever the driver makes of them. */
export const toStored = (row: StoredEntry): StoredEntry => ({
  ...row,
  recordedAt: new Date(row.recordedAt).toISOString(),
  voidedAt: row.voidedAt === null ? null : new Date(row.voidedAt).toISOString(),
})

export type EntryFilter = {
  readonly path: string
  /** This unit's own book alone. */
  readonly unit?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Folded words, all of which must occur: asked by `findMatches`, and looked at as `matches`. */
  readonly folded?: string | undefined
  readonly matches?: Matches | undefined
  readonly state?: string | undefined
  /** Still owed, with a deadline in this span. */
  readonly dueFrom?: string | undefined
  readonly dueTo?: string | undefined
  /** Exact values of choices, flags and units, by field. */
  readonly where?: Readonly<Record<string, string>>
  readonly sort?: 'happenedOn' | 'entryNo' | 'dueOn' | 'recordedAt'
  readonly order?: 'asc' | 'desc'
  readonly limit: number
  readonly offset: number
}

/** Matches of a search that are looked at, newest first. */
const SEARCHED = 500
/** A list is counted up to the first, and summed up to the second. */
export const COUNTED = 10_000
const SUMMED = 2000

export type Matches = { readonly units: readonly string[]; readonly ids: readonly string[] }

/**
 * The filter with the entries that its words are found in, newest first and at most 500; itself where it has no words.
 * Searched by a function that carries the scope, since a search may use no index under row rights.
 */
export async function findMatches<F extends EntryFilter>(tx: Db, it: AnyRegister, filter: F): Promise<F> {
  if (filter.folded === undefined || filter.folded === '') return filter
  const { rows } = await sql<{
    unit_id: string
    id: string
  }>`select unit_id, id from register_search(${it.table}, ${filter.folded}, ${filter.path}, ${filter.from ?? null}::date, ${filter.to ?? null}::date, ${SEARCHED}::integer)`.execute(
    tx,
  )
  return { ...filter, matches: { units: rows.map((row) => row.unit_id), ids: rows.map((row) => row.id) } }
}

function whereOf(it: AnyRegister, filter: EntryFilter): RawBuilder<unknown> {
  const parts = [sql`m.path >= ${filter.path} and m.path < ${filter.path} || '~'`]
  if (filter.unit !== undefined) parts.push(sql`m.unit_id = ${filter.unit}`)
  if (filter.from !== undefined) parts.push(sql`m.happened_on >= ${filter.from}`)
  if (filter.to !== undefined) parts.push(sql`m.happened_on <= ${filter.to}`)
  if (filter.state !== undefined) parts.push(sql`m.state = ${filter.state}`)
  if (filter.dueFrom !== undefined || filter.dueTo !== undefined) {
    parts.push(sql`m.voided_at is null and m.state = any(${openStates(it)}) and m.due_on is not null`)
    if (filter.dueFrom !== undefined) parts.push(sql`m.due_on >= ${filter.dueFrom}`)
    if (filter.dueTo !== undefined) parts.push(sql`m.due_on <= ${filter.dueTo}`)
  }
  if (filter.matches !== undefined)
    parts.push(
      sql`(m.unit_id, m.id) in (select * from unnest(${filter.matches.units}::text[], ${filter.matches.ids}::uuid[]))`,
    )
  for (const { name, column, field } of entryColumns(it)) {
    const wanted = filter.where?.[name]
    if (wanted === undefined || wanted === '') continue
    const held = sql.raw(`m.${column}`)
    if (field.kind === 'flag') parts.push(sql`${held} = ${wanted === '1' || wanted === 'true'}`)
    else if (field.kind === 'choices') parts.push(sql`${wanted} = any(${held})`)
    else parts.push(sql`${held} = ${wanted}`)
  }
  return sql.join(parts, sql` and `)
}

const SORTED = {
  happenedOn: 'm.happened_on',
  entryNo: 'm.entry_no',
  dueOn: 'm.due_on',
  recordedAt: 'm.recorded_at',
} as const

export async function listEntries(tx: Db, it: AnyRegister, filter: EntryFilter): Promise<StoredEntry[]> {
  const order = filter.order ?? 'desc'
  const { rows } =
    await sql<StoredEntry>`select ${entrySelect(it)} from ${sql.table(it.table)} m where ${whereOf(it, filter)}
    order by ${sql.raw(`${SORTED[filter.sort ?? 'happenedOn']} ${order} ${filter.sort === 'dueOn' ? 'nulls last' : ''}, m.unit_id, m.entry_no ${order}`)}
    limit ${sql.lit(filter.limit)} offset ${sql.lit(filter.offset)}`.execute(tx)
  return rows.map(toStored)
}

export type ListTotals = {
  readonly total: number
  readonly isMore: boolean
  readonly sums: Readonly<Record<string, number>>
}

/** How many entries a list has and, where they are not too many, the sums of its number and money fields without those struck out. */
export async function totalsOf(tx: Db, it: AnyRegister, filter: EntryFilter): Promise<ListTotals> {
  const where = whereOf(it, filter)
  const counted = await sql<{
    all: number
  }>`select count(*)::integer as "all" from (select 1 from ${sql.table(it.table)} m where ${where} limit ${sql.lit(COUNTED + 1)}) s`.execute(
    tx,
  )
  const all = counted.rows[0]?.all ?? 0
  const isMore = all > COUNTED
  const summed = entryColumns(it).filter(({ field }) => field.kind === 'number' || field.kind === 'money')
  if (all > SUMMED || summed.length === 0) return { total: Math.min(all, COUNTED), isMore, sums: {} }
  const columns = summed.map(({ column, name }) => `sum(m.${column})::float8 as "${name}"`).join(', ')
  const { rows } = await sql<
    Record<string, number | null>
  >`select ${sql.raw(columns)} from ${sql.table(it.table)} m where ${where} and m.voided_at is null`.execute(tx)
  const sums = Object.entries(rows[0] ?? {}).flatMap(([name, sum]) => (sum === null ? [] : [[name, sum] as const]))
  return { total: all, isMore, sums: Object.fromEntries(sums) }
}

export async function findEntry(tx: Db, it: AnyRegister, unit: string, id: string): Promise<StoredEntry | undefined> {
  const { rows } =
    await sql<StoredEntry>`select ${entrySelect(it)} from ${sql.table(it.table)} m where m.unit_id = ${unit} and m.id = ${id}`.execute(
      tx,
    )
  return rows[0] === undefined ? undefined : toStored(rows[0])
}

/** Locks the entry until the transaction ends, so that two changes cannot both be the next. */
export async function lockEntry(tx: Db, it: AnyRegister, unit: string, id: string): Promise<void> {
  await sql`select from ${sql.table(it.table)} where unit_id = ${unit} and id = ${id} for update`.execute(tx)
}

/** The next number in a unit's book; the lock is held until the transaction ends, so that none is given twice or skipped. */
export async function nextEntryNo(tx: Db, it: AnyRegister, unit: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${it.table}|${unit}`}, 3))`.execute(tx)
  const { rows } = await sql<{
    next: number
  }>`select coalesce(max(entry_no), 0) + 1 as next from ${sql.table(it.table)} where unit_id = ${unit}`.execute(tx)
  return rows[0]?.next ?? 1
}

const record = (columns: readonly { readonly name: string; readonly column: string }[], values: Values) =>
  Object.fromEntries(columns.map(({ name, column }) => [column, values[name] ?? null]))

/** Writes entries whole, and the same wordings into their history, in one statement. */
export async function writeEntries(tx: Db, it: AnyRegister, entries: readonly EntryWrite[]): Promise<void> {
  const columns = entryColumns(it)
  const own = Object.entries(OWN)
  const names = [...own.map(([, column]) => column), ...columns.map(({ column }) => column)]
  const rows = entries.map((entry) => ({
    ...Object.fromEntries(own.map(([name, column]) => [column, entry[name as keyof typeof OWN]])),
    ...record(columns, entry.values),
  }))
  const listed = names.join(', ')
  const replaced = names
    .filter((name) => !['unit_id', 'id', 'entry_no', 'path'].includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')
  await sql`with given as (select * from jsonb_populate_recordset(null::${sql.table(it.table)}, ${JSON.stringify(rows)}::jsonb)),
    kept as (insert into ${sql.table(revTable(it))} (${sql.raw(listed)}) select ${sql.raw(listed)} from given)
    insert into ${sql.table(it.table)} (${sql.raw(listed)}) select ${sql.raw(listed)} from given on conflict (unit_id, id) do update set ${sql.raw(replaced)}`.execute(
    tx,
  )
}

export type StoredStep = TakenStep & {
  readonly note: string
  readonly at: string
  readonly actorTitle: string
  readonly dueOn: string | null
  readonly retractedAt: string | null
  readonly retractedTitle: string | null
  readonly retractReason: string | null
}

/** All steps of an entry in order, also those that were taken back. */
export async function listSteps(tx: Db, it: AnyRegister, unit: string, id: string): Promise<StoredStep[]> {
  const { rows } =
    await sql<StoredStep>`select t.seq, t.kind, t.happened_on as "happenedOn", t.due_before as "dueBefore", t.due_on as "dueOn", t.note, t.at, t.actor_title as "actorTitle",
    t.retracted_at as "retractedAt", t.retracted_title as "retractedTitle", t.retract_reason as "retractReason", ${sql.raw(objectOf(stepColumns(it), 't'))} as values
    from ${sql.table(stepTable(it))} t where t.unit_id = ${unit} and t.entry_id = ${id} order by t.seq`.execute(tx)
  const text = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())
  return rows.map((row) => ({
    ...row,
    at: text(row.at) ?? '',
    retractedAt: text(row.retractedAt),
    values: Object.fromEntries(
      Object.entries(row.values).filter(([name]) => {
        const { fields = {}, computed = {} } = it.steps[row.kind] ?? {}
        return name in fields || name in computed
      }),
    ),
  }))
}

export const standing = (steps: readonly StoredStep[]): StoredStep[] =>
  steps.filter((step) => step.retractedAt === null)

export type StepWrite = TakenStep & {
  readonly entryId: string
  readonly dueOn: string | null
  readonly note: string
}
export type Signed = { readonly at: string; readonly actor: string; readonly actorTitle: string }

export async function insertSteps(
  tx: Db,
  it: AnyRegister,
  where: { readonly unitId: string; readonly path: string },
  steps: readonly StepWrite[],
  signed: Signed,
): Promise<void> {
  if (steps.length === 0) return
  const columns = stepColumns(it)
  const rows = steps.map((step) => ({
    unit_id: where.unitId,
    entry_id: step.entryId,
    seq: step.seq,
    path: where.path,
    kind: step.kind,
    happened_on: step.happenedOn,
    due_before: step.dueBefore,
    due_on: step.dueOn,
    note: step.note,
    at: signed.at,
    actor: signed.actor,
    actor_title: signed.actorTitle,
    ...record(columns, step.values),
  }))
  const listed = Object.keys(rows[0] ?? {}).join(', ')
  await sql`insert into ${sql.table(stepTable(it))} (${sql.raw(listed)}) select ${sql.raw(listed)} from jsonb_populate_recordset(null::${sql.table(stepTable(it))}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

/** What the steps make of the entry: its state and its deadline. The wording stays, so there is no new revision. */
export async function settleEntry(
  tx: Db,
  it: AnyRegister,
  unit: string,
  id: string,
  now: { readonly state: string; readonly dueOn: string | null },
): Promise<void> {
  await sql`update ${sql.table(it.table)} set state = ${now.state}, due_on = ${now.dueOn} where unit_id = ${unit} and id = ${id}`.execute(
    tx,
  )
}

export async function retractStep(
  tx: Db,
  it: AnyRegister,
  step: { readonly unit: string; readonly id: string; readonly seq: number },
  by: { readonly at: string; readonly title: string; readonly reason: string },
): Promise<void> {
  await sql`update ${sql.table(stepTable(it))} set retracted_at = ${by.at}, retracted_title = ${by.title}, retract_reason = ${by.reason}
    where unit_id = ${step.unit} and entry_id = ${step.id} and seq = ${step.seq} and retracted_at is null`.execute(tx)
}

export type Revision = { readonly rev: number; readonly at: string; readonly by: string }

export async function listRevisions(tx: Db, it: AnyRegister, unit: string, id: string): Promise<Revision[]> {
  const { rows } =
    await sql<Revision>`select rev, recorded_at as at, recorded_title as by from ${sql.table(revTable(it))} where unit_id = ${unit} and id = ${id} order by rev`.execute(
      tx,
    )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

const VILLAGES_SHOWN = 200
/** Names of villages that a unit has used in a field, newest first. */
export async function listVillages(tx: Db, it: AnyRegister, unit: string): Promise<string[]> {
  const columns = entryColumns(it).filter(({ field }) => field.kind === 'village')
  if (columns.length === 0) return []
  const each = columns.map(
    ({ column }) => `select ${column} as name, recorded_at from ${it.table} where unit_id = $1 and ${column} <> ''`,
  )
  const { rows } = await sql<{ name: string }>`select name from (${sql.join(
    each.map((text) => {
      const [before = '', after = ''] = text.split('$1')
      return sql`${sql.raw(before)}${unit}${sql.raw(after)}`
    }),
    sql` union all `,
  )}) v group by name order by max(recorded_at) desc limit ${VILLAGES_SHOWN}`.execute(tx)
  return rows.map((row) => row.name)
}

/** Remembers from which day a unit keeps the register, so that what nobody keeps is not reported as nothing. */
export async function noteOpening(tx: Db, it: AnyRegister, unit: string, path: string): Promise<void> {
  await sql`insert into register_opening (unit_id, register, path, first_on)
    select ${unit}, ${it.code}, ${path}, min(happened_on) from ${sql.table(it.table)} where unit_id = ${unit} and voided_at is null
    on conflict (unit_id, register) do update set first_on = excluded.first_on where register_opening.first_on is distinct from excluded.first_on`.execute(
    tx,
  )
}
