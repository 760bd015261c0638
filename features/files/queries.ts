// Every SQL of attached files.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { FileKind } from './schema.ts'

export type StoredAttachment = {
  readonly unitId: string
  readonly register: string
  readonly entryId: string
  readonly id: string
  readonly hash: string
  readonly name: string
  readonly kind: FileKind
  readonly size: number
  readonly addedAt: Date
  readonly addedTitle: string
  readonly removedAt: Date | null
  readonly removedTitle: string | null
}

/** Keeps attachments of one entry apart from each other until the transaction ends. */
const ENTRY_SPACE = 11

const columns = sql`unit_id as "unitId", register, entry_id as "entryId", id, hash, name, type as kind, size, added_at as "addedAt", added_title as "addedTitle", removed_at as "removedAt", removed_title as "removedTitle"`

export async function lockEntryFiles(tx: Db, unit: string, register: string, entry: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${unit}|${register}|${entry}`}, ${ENTRY_SPACE}))`.execute(
    tx,
  )
}

/** Files of one entry, oldest first, those taken off too. */
export async function listAttachments(
  tx: Db,
  of: { readonly unit: string; readonly register: string; readonly entry: string },
): Promise<StoredAttachment[]> {
  const { rows } =
    await sql<StoredAttachment>`select ${columns} from attachment where unit_id = ${of.unit} and register = ${of.register} and entry_id = ${of.entry}::uuid order by added_at, id`.execute(
      tx,
    )
  return rows
}

export async function findAttachment(tx: Db, unit: string, id: string): Promise<StoredAttachment | undefined> {
  const { rows } =
    await sql<StoredAttachment>`select ${columns} from attachment where unit_id = ${unit} and id = ${id}::uuid`.execute(
      tx,
    )
  return rows[0]
}

export async function insertAttachment(
  tx: Db,
  it: Omit<StoredAttachment, 'removedAt' | 'removedTitle'> & { readonly path: string; readonly addedBy: string },
): Promise<void> {
  await sql`insert into attachment (unit_id, register, entry_id, id, path, hash, name, type, size, added_at, added_by, added_title)
    values (${it.unitId}, ${it.register}, ${it.entryId}, ${it.id}, ${it.path}, ${it.hash}, ${it.name}, ${it.kind}, ${it.size}, ${it.addedAt}, ${it.addedBy}, ${it.addedTitle})`.execute(
    tx,
  )
}

/** False when it was taken off before. */
export async function markRemoved(tx: Db, unit: string, id: string, at: Date, title: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update attachment set removed_at = ${at}, removed_title = ${title} where unit_id = ${unit} and id = ${id}::uuid and removed_at is null`.execute(
      tx,
    )
  return numAffectedRows === 1n
}
