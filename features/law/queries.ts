// Every SQL of the room of law: documents of the catalogue with their revision, and a further revision.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

type LawKind = 'parameter' | 'holidays'
export type LawDocument = {
  readonly kind: LawKind
  readonly code: string
  readonly revision: number
  readonly body: unknown
}

/** Parameters and days off at their highest revision, by code. */
export async function listLawDocuments(db: Db): Promise<LawDocument[]> {
  const { rows } = await sql<LawDocument>`
    select distinct on (kind, code) kind, code, revision, body from catalogue_document
    where kind in ('parameter', 'holidays') order by kind, code, revision desc`.execute(db)
  return rows
}

export async function findLawDocument(db: Db, kind: LawKind, code: string): Promise<LawDocument | undefined> {
  const { rows } = await sql<LawDocument>`
    select kind, code, revision, body from catalogue_document
    where kind = ${kind} and code = ${code} order by revision desc limit 1`.execute(db)
  return rows[0]
}

/** Two that write the same revision at one moment meet at the key of the table: the second is refused. */
export async function addLawRevision(tx: Db, document: LawDocument, now: Date): Promise<void> {
  const { kind, code, revision, body } = document
  await sql`insert into catalogue_document (kind, code, revision, body, recorded_at)
    values (${kind}, ${code}, ${revision}, ${JSON.stringify(body)}::jsonb, ${now})`.execute(tx)
}
