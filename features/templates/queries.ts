// The SQL of forms.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

export type StoredTemplate = {
  readonly unitId: string
  readonly id: string
  readonly title: string
  readonly source: string
  readonly hash: string
  readonly unknownMarks: readonly string[]
  readonly addedAt: Date
  readonly addedTitle: string
  readonly removedAt: Date | null
}

const COLUMNS = sql.raw(
  'unit_id as "unitId", id, title, source, hash, unknown_marks as "unknownMarks", added_at as "addedAt", added_title as "addedTitle", removed_at as "removedAt"',
)

/** Forms that stand at a unit's place or above it, by title. */
export async function listTemplates(tx: Db, path: string): Promise<StoredTemplate[]> {
  const { rows } =
    await sql<StoredTemplate>`select ${COLUMNS} from forms_for(${path}) where removed_at is null order by title, id limit 500`.execute(
      tx,
    )
  return rows
}

/** A form of `unit`, seen from the place of a unit at or below it. */
export async function findTemplate(
  tx: Db,
  path: string,
  unit: string,
  id: string,
): Promise<StoredTemplate | undefined> {
  const { rows } =
    await sql<StoredTemplate>`select ${COLUMNS} from forms_for(${path}) where unit_id = ${unit} and id = ${id}`.execute(
      tx,
    )
  return rows[0]
}

export type NewTemplate = Omit<StoredTemplate, 'removedAt'> & {
  readonly path: string
  readonly size: number
  readonly addedBy: string
}

export async function insertTemplate(tx: Db, it: NewTemplate): Promise<void> {
  await sql`insert into merge_template (unit_id, id, path, title, source, hash, size, unknown_marks, added_at, added_by, added_title)
    values (${it.unitId}, ${it.id}, ${it.path}, ${it.title}, ${it.source}, ${it.hash}, ${it.size}, ${it.unknownMarks}::text[], ${it.addedAt}, ${it.addedBy}, ${it.addedTitle})`.execute(
    tx,
  )
}

/** False when it was removed before. */
export async function markRemoved(tx: Db, unit: string, id: string, at: Date, title: string): Promise<boolean> {
  const done =
    await sql`update merge_template set removed_at = ${at}, removed_title = ${title} where unit_id = ${unit} and id = ${id} and removed_at is null`.execute(
      tx,
    )
  return (done.numAffectedRows ?? 0n) > 0n
}
