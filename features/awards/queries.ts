// Every SQL of rounds of commendation; nominations themselves are read by the declaration of their register.
import type { Db } from '@kheo/db/connect.ts'
import { stepColumns, stepTable } from '@kheo/kit/register/columns.ts'
import type { AnyRegister, TakenStep } from '@kheo/kit/register/declare.ts'
import { entrySelect, type StoredEntry } from '@kheo/kit/register/store.ts'
import { sql } from 'kysely'
import type { Pass } from './rules.ts'
import type { RoundWords } from './schema.ts'

export type StoredRound = RoundWords & {
  readonly unitId: string
  readonly id: string
  readonly path: string
  readonly rev: number
  readonly councilOn: string | null
  readonly councilMembers: number | null
  readonly councilPresent: number | null
  readonly decision: string
  readonly decidedOn: string | null
  readonly presentedOn: string | null
  readonly droppedAt: Date | null
  readonly changedAt: Date
  readonly changedTitle: string
}

const COLUMNS = {
  unitId: 'unit_id',
  id: 'id',
  path: 'path',
  rev: 'rev',
  title: 'title',
  subject: 'subject',
  year: 'year',
  family: 'family',
  proposer: 'proposer',
  proposedTo: 'proposed_to',
  fund: 'fund',
  proposal: 'proposal',
  proposedOn: 'proposed_on',
  councilOn: 'council_on',
  councilMembers: 'council_members',
  councilPresent: 'council_present',
  councilChair: 'council_chair',
  councilSecretary: 'council_secretary',
  decision: 'decision',
  decidedOn: 'decided_on',
  presentedOn: 'presented_on',
  occasion: 'occasion',
  conferenceId: 'conference_id',
  droppedAt: 'dropped_at',
  changedAt: 'changed_at',
  changedTitle: 'changed_title',
} as const satisfies Readonly<Record<keyof StoredRound, string>>

const names = Object.values(COLUMNS)
const selected = sql.raw(
  Object.entries(COLUMNS)
    .map(([name, column]) => `r.${column} as "${name}"`)
    .join(', '),
)
/** Columns that stay as they were first written. */
const FIXED: readonly string[] = ['unit_id', 'id', 'path']

/** Writes a round whole: a new one, or over the one that is there. */
export async function saveRound(tx: Db, round: StoredRound): Promise<void> {
  const row = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, column]) => [column, round[name as keyof StoredRound]]),
  )
  const replaced = names
    .filter((name) => !FIXED.includes(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(', ')
  await sql`insert into award_round (${sql.raw(names.join(', '))})
    select ${sql.raw(names.join(', '))} from jsonb_populate_record(null::award_round, ${JSON.stringify(row)}::jsonb)
    on conflict (unit_id, id) do update set ${sql.raw(replaced)}`.execute(tx)
}

export async function findRound(tx: Db, unit: string, id: string, isLocked = false): Promise<StoredRound | undefined> {
  const { rows } =
    await sql<StoredRound>`select ${selected} from award_round r where r.unit_id = ${unit} and r.id = ${id}::uuid and r.dropped_at is null ${sql.raw(isLocked ? 'for update' : '')}`.execute(
      tx,
    )
  return rows[0]
}

export type RoundFilter = {
  readonly path: string
  readonly year: number | undefined
  readonly subject: string | undefined
  readonly family: string | undefined
  readonly limit: number
}

export type RoundCounts = {
  readonly collectives: number
  readonly individuals: number
  readonly considered: number
  readonly awarded: number
  readonly presented: number
}

/** Rounds at and below a path, newest first, with how many nominations of each kind they hold. */
export async function listRounds(
  tx: Db,
  register: AnyRegister,
  filter: RoundFilter,
): Promise<(StoredRound & RoundCounts)[]> {
  const { rows } = await sql<StoredRound & RoundCounts>`select ${selected},
      count(m.id) filter (where m.winner = 'collective')::integer as collectives, count(m.id) filter (where m.winner = 'individual')::integer as individuals,
      count(m.id) filter (where m.state <> 'nominated')::integer as considered, count(m.id) filter (where m.state in ('decided', 'presented'))::integer as awarded,
      count(m.id) filter (where m.state = 'presented')::integer as presented
    from award_round r left join award_round_entry e on e.unit_id = r.unit_id and e.round_id = r.id
      left join ${sql.table(register.table)} m on m.unit_id = e.unit_id and m.id = e.entry_id and m.voided_at is null
    where r.path >= ${filter.path} and r.path < ${filter.path} || '~' and r.dropped_at is null
      and (${filter.year ?? null}::integer is null or r.year = ${filter.year ?? null}) and (${filter.subject ?? null}::text is null or r.subject = ${filter.subject ?? null})
      and (${filter.family ?? null}::text is null or r.family = ${filter.family ?? null})
    group by r.unit_id, r.id order by r.year desc, r.changed_at desc, r.id limit ${filter.limit}`.execute(tx)
  return rows
}

export type RoundEntry = {
  readonly entryId: string
  readonly place: number
  readonly awardMoney: number | null
  readonly reviewedOn: string | null
  readonly reviewedPost: string | null
}

export async function listRoundEntries(tx: Db, unit: string, round: string): Promise<RoundEntry[]> {
  const { rows } =
    await sql<RoundEntry>`select entry_id as "entryId", place, award_money::float8 as "awardMoney", reviewed_on as "reviewedOn", reviewed_post as "reviewedPost"
    from award_round_entry where unit_id = ${unit} and round_id = ${round}::uuid order by place, entry_id`.execute(tx)
  return rows
}

export async function addRoundEntries(
  tx: Db,
  round: Pick<StoredRound, 'unitId' | 'id' | 'path'>,
  entries: readonly string[],
): Promise<void> {
  await sql`insert into award_round_entry (unit_id, round_id, entry_id, path, place)
    select ${round.unitId}, ${round.id}::uuid, t.id, ${round.path},
      coalesce((select max(place) from award_round_entry where unit_id = ${round.unitId} and round_id = ${round.id}::uuid), 0) + t.at::integer
    from unnest(${[...entries]}::uuid[]) with ordinality as t(id, at)`.execute(tx)
}

export async function removeRoundEntry(tx: Db, unit: string, round: string, entry: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from award_round_entry where unit_id = ${unit} and round_id = ${round}::uuid and entry_id = ${entry}::uuid`.execute(
      tx,
    )
  return numAffectedRows === 1n
}

/** The order of the list, and the money of single awards. */
export async function orderRoundEntries(
  tx: Db,
  unit: string,
  round: string,
  lines: readonly { readonly entry: string; readonly money: number | null }[],
): Promise<number> {
  const { numAffectedRows } = await sql`update award_round_entry e set place = t.place, award_money = t.money
    from (select (l ->> 'entry')::uuid as entry, (l ->> 'money')::bigint as money, at::integer as place from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as a(l, at)) t
    where e.unit_id = ${unit} and e.round_id = ${round}::uuid and e.entry_id = t.entry`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export async function reviewEntries(
  tx: Db,
  unit: string,
  round: string,
  it: { readonly entries: readonly string[]; readonly on: string; readonly post: string },
): Promise<number> {
  const { numAffectedRows } =
    await sql`update award_round_entry set reviewed_on = ${it.on}, reviewed_post = ${it.post} where unit_id = ${unit} and round_id = ${round}::uuid and entry_id = any(${[...it.entries]}::uuid[])`.execute(
      tx,
    )
  return Number(numAffectedRows ?? 0n)
}

/** Entries of a unit by their ids. */
export async function listEntriesById(
  tx: Db,
  register: AnyRegister,
  unit: string,
  ids: readonly string[],
): Promise<StoredEntry[]> {
  const { rows } =
    await sql<StoredEntry>`select ${entrySelect(register)} from ${sql.table(register.table)} m where m.unit_id = ${unit} and m.id = any(${[...ids]}::uuid[]) and m.voided_at is null`.execute(
      tx,
    )
  return rows
}

/** Undecided entries of a unit that stand in no round, newest first. */
export async function listLoose(tx: Db, register: AnyRegister, unit: string, limit: number): Promise<StoredEntry[]> {
  const { rows } =
    await sql<StoredEntry>`select ${entrySelect(register)} from ${sql.table(register.table)} m where m.unit_id = ${unit} and m.voided_at is null and m.state in ('nominated', 'considered')
    and not exists (select from award_round_entry e where e.unit_id = m.unit_id and e.entry_id = m.id) order by m.happened_on desc, m.entry_no desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

export type EarlierEntry = StoredEntry & { readonly year: number }

/** Decided awards in scope whose words hold one of the folded names; `except` are the entries asked about. */
export async function listAwarded(
  tx: Db,
  register: AnyRegister,
  it: {
    readonly path: string
    readonly from: string
    readonly foldedNames: readonly string[]
    readonly except: readonly string[]
    readonly limit: number
  },
): Promise<EarlierEntry[]> {
  const patterns = it.foldedNames.map((name) => `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`)
  const { rows } =
    await sql<EarlierEntry>`select ${entrySelect(register)}, coalesce(r.year, extract(year from m.happened_on)::integer) as year
    from ${sql.table(register.table)} m left join award_round_entry e on e.unit_id = m.unit_id and e.entry_id = m.id left join award_round r on r.unit_id = e.unit_id and r.id = e.round_id
    where m.path >= ${it.path} and m.path < ${it.path} || '~' and m.voided_at is null and m.state in ('decided', 'presented') and m.happened_on >= ${it.from}
      and m.id <> all(${[...it.except]}::uuid[]) and m.search_folded like any(${patterns}::text[]) order by m.happened_on desc limit ${it.limit}`.execute(
      tx,
    )
  return rows
}

/** Steps that stand, in order, by entry; entries may be of several units. */
export async function listStepsOf(
  tx: Db,
  register: AnyRegister,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly TakenStep[]>> {
  const { rows } = await sql<
    Omit<TakenStep, 'values'> & { readonly entryId: string; readonly row: Readonly<Record<string, never>> }
  >`select t.entry_id as "entryId", t.seq, t.kind, t.happened_on as "happenedOn", t.due_before as "dueBefore", to_jsonb(t) as row
    from ${sql.table(stepTable(register))} t where t.entry_id = any(${[...ids]}::uuid[]) and t.retracted_at is null order by t.entry_id, t.seq`.execute(
    tx,
  )
  const columns = stepColumns(register)
  const steps = rows.map(({ row, entryId, ...step }) => ({
    entryId,
    step: { ...step, values: Object.fromEntries(columns.map(({ name, column }) => [name, row[column] ?? null])) },
  }))
  return new Map(
    [...Map.groupBy(steps, ({ entryId }) => entryId)].map(([id, of]) => [id, of.map(({ step }) => step)] as const),
  )
}

/** How many files are attached to each entry. */
export async function countFiles(
  tx: Db,
  unit: string,
  register: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string
    n: number
  }>`select entry_id as id, count(*)::integer as n from attachment where unit_id = ${unit} and register = ${register} and entry_id = any(${[...ids]}::uuid[]) and removed_at is null group by entry_id`.execute(
    tx,
  )
  return new Map(rows.map(({ id, n }) => [id, n]))
}

export type StoredPass = Pass & { readonly reason: string; readonly byTitle: string; readonly at: Date }

export async function listPasses(tx: Db, unit: string, round: string): Promise<StoredPass[]> {
  const { rows } =
    await sql<StoredPass>`select rule, about, sentence, reason, by_title as "byTitle", at from award_finding_pass where unit_id = ${unit} and round_id = ${round}::uuid order by at`.execute(
      tx,
    )
  return rows
}

export async function insertPass(
  tx: Db,
  round: Pick<StoredRound, 'unitId' | 'id' | 'path'>,
  it: StoredPass & { readonly id: string; readonly byAccount: string },
): Promise<void> {
  await sql`insert into award_finding_pass (unit_id, round_id, id, path, rule, about, sentence, reason, at, by_account, by_title)
    values (${round.unitId}, ${round.id}::uuid, ${it.id}::uuid, ${round.path}, ${it.rule}, ${it.about}::uuid, ${it.sentence}, ${it.reason}, ${it.at}, ${it.byAccount}, ${it.byTitle})`.execute(
    tx,
  )
}

/** Numbers in the book of certificates, by entry. */
export async function listBookNumbers(
  tx: Db,
  unit: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    id: string
    no: number
  }>`select entry_id as id, book_no as no from award_certificate where unit_id = ${unit} and entry_id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, no }) => [id, no]))
}

/** Gives entries the next numbers of the unit's book of a year, in the order given; the book is locked until the transaction ends. */
export async function giveBookNumbers(
  tx: Db,
  round: Pick<StoredRound, 'unitId' | 'id' | 'path'>,
  it: { readonly year: number; readonly entries: readonly string[]; readonly at: Date; readonly byTitle: string },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`award_certificate|${round.unitId}|${it.year}`}, 17))`.execute(
    tx,
  )
  await sql`insert into award_certificate (unit_id, entry_id, round_id, path, year, book_no, at, by_title)
    select ${round.unitId}, t.id, ${round.id}::uuid, ${round.path}, ${it.year}::integer,
      coalesce((select max(book_no) from award_certificate where unit_id = ${round.unitId} and year = ${it.year}::integer), 0) + t.at::integer, ${it.at}, ${it.byTitle}
    from unnest(${[...it.entries]}::uuid[]) with ordinality as t(id, at)`.execute(tx)
}

/** Awards of a unit decided in a year, with their numbers in the book of certificates. */
export async function listDecidedIn(
  tx: Db,
  register: AnyRegister,
  unit: string,
  year: number,
): Promise<(StoredEntry & { readonly bookNo: number | null })[]> {
  const { rows } = await sql<
    StoredEntry & { readonly bookNo: number | null }
  >`select ${entrySelect(register)}, c.book_no as "bookNo" from ${sql.table(register.table)} m left join award_certificate c on c.unit_id = m.unit_id and c.entry_id = m.id
    where m.unit_id = ${unit} and m.voided_at is null and m.state in ('decided', 'presented', 'revoked') and exists (select from ${sql.table(stepTable(register))} t
      where t.unit_id = m.unit_id and t.entry_id = m.id and t.kind = 'decided' and t.retracted_at is null and t.happened_on between ${`${year}-01-01`} and ${`${year}-12-31`})
    order by m.entry_no`.execute(tx)
  return rows
}

export type StoredLayout = { readonly code: string; readonly version: number; readonly body: unknown }

/** The newest version of each blank of a unit. */
export async function listLayouts(tx: Db, unit: string): Promise<StoredLayout[]> {
  const { rows } =
    await sql<StoredLayout>`select distinct on (code) code, version, body from certificate_layout where unit_id = ${unit} order by code, version desc`.execute(
      tx,
    )
  return rows
}

/** Until the transaction ends, nobody else makes a version of this unit's blanks. */
export async function lockLayouts(tx: Db, unit: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`certificate_layout|${unit}`}, 19))`.execute(tx)
}

export async function insertLayout(
  tx: Db,
  it: StoredLayout & {
    readonly unitId: string
    readonly path: string
    readonly at: Date
    readonly byTitle: string
  },
): Promise<void> {
  await sql`insert into certificate_layout (unit_id, code, version, path, body, at, by_title)
    values (${it.unitId}, ${it.code}, ${it.version}, ${it.path}, ${JSON.stringify(it.body)}::jsonb, ${it.at}, ${it.byTitle})`.execute(
    tx,
  )
}
