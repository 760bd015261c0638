// Every SQL of the catalogue's room: dated documents, read whole and written by revision; and the periods made from regimes.
import type { Period } from '@kheo/core/period/model.ts'
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

export type DocumentKind =
  | 'group'
  | 'indicator'
  | 'check'
  | 'report-type'
  | 'regime'
  | 'parameter'
  | 'holidays'
  | 'disclosure'
  | 'scoring-sheet'
  | 'eligibility'
  | 'format-profiles'
  | 'annexes'
  | 'issuers'
  | 'certificate-layouts'
  | 'dimension'
  | 'reading-hints'
  | 'shipped'
export type CatalogueDocument = { readonly kind: DocumentKind; readonly code: string; readonly body: unknown }

/** The highest revision of every document. */
export async function listDocuments(db: Db): Promise<CatalogueDocument[]> {
  const { rows } =
    await sql<CatalogueDocument>`select distinct on (kind, code) kind, code, body from catalogue_document order by kind, code, revision desc`.execute(
      db,
    )
  return rows
}

/** Writes the documents that differ from what is in force as new revisions; returns how many. */
export async function reviseDocuments(tx: Db, documents: readonly CatalogueDocument[]): Promise<number> {
  const { rows } = await sql<{ code: string }>`
    with given as (select kind, code, body from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as r(kind text, code text, body jsonb)),
    held as (select distinct on (kind, code) kind, code, revision, body from catalogue_document order by kind, code, revision desc)
    insert into catalogue_document (kind, code, revision, body)
    select g.kind, g.code, coalesce(h.revision, 0) + 1, g.body from given g left join held h on h.kind = g.kind and h.code = g.code
    where h.body is null or h.body <> g.body returning code`.execute(tx)
  return rows.length
}

/** Gives a place of storage to every indicator that has none, in the order given. */
export async function assignSlots(tx: Db, codes: readonly string[]): Promise<void> {
  await sql`insert into indicator_slot (code, slot)
    select code, coalesce((select max(slot) + 1 from indicator_slot), 0) + row_number() over (order by at) - 1
    from unnest(${[...codes]}::text[]) with ordinality as t(code, at) where not exists (select from indicator_slot s where s.code = t.code)`.execute(
    tx,
  )
}

export async function listSlots(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: string; slot: number }>`select code, slot from indicator_slot`.execute(db)
  return new Map(rows.map((row) => [row.code, row.slot]))
}

/** Adds periods that are not there; one that is there keeps its days, which an administrator may have moved. */
export async function addPeriods(tx: Db, periods: readonly Period[]): Promise<void> {
  await sql`insert into period (id, regime, kind, year, number, title, start_on, end_on, cutoff_on, due_on)
    select id, regime, kind, year, number, title, "startOn", "endOn", "cutoffOn", "dueOn" from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
    as r(id text, regime text, kind text, year integer, number integer, title text, "startOn" date, "endOn" date, "cutoffOn" date, "dueOn" date)
    on conflict (id) do nothing`.execute(tx)
}

export type StoredPeriod = Period & { readonly closedOn: string | null }

export async function listPeriods(db: Db): Promise<StoredPeriod[]> {
  const { rows } =
    await sql<StoredPeriod>`select id, regime, kind, year, number, title, start_on as "startOn", end_on as "endOn", cutoff_on as "cutoffOn", due_on as "dueOn", closed_on as "closedOn"
    from period order by start_on, end_on`.execute(db)
  return rows
}
