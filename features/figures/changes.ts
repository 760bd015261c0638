// What people wrote into a unit's own figures of a period: typed, imported from a document, put back. What registers count is apart.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

/** The reading that an imported figure comes from, with the words it stands in. */
export type ImportedFrom = {
  /** The unit that keeps the reading. */
  readonly unit: string
  readonly id: string
  /** Name of the file. */
  readonly file: string
  /** By indicator: where the number stands in the text (UTF-16), and the sentence around it. */
  readonly places: Readonly<Record<string, { readonly start: number; readonly end: number; readonly says: string }>>
}

export type Change = {
  readonly at: Date
  readonly by: string
  readonly kind: 'typed' | 'imported' | 'restored'
  readonly cells: Readonly<Record<string, number | null>>
  /** Of an imported figure; of one put back, the reading whose import was undone. */
  readonly from: ImportedFrom | null
}

/** Oldest first: the base of the conflict check and of "who wrote this". */
export async function listChanges(tx: Db, unit: string, period: string): Promise<Change[]> {
  const { rows } = await sql<Change>`select at, by,
      case when body ? 'typed' then 'typed' when body ? 'imported' then 'imported' else 'restored' end as kind,
      coalesce(body -> 'typed', body -> 'imported', body -> 'restored') as cells, body -> 'from' as "from"
    from figure_rev where unit_id = ${unit} and period_id = ${period} and body ?| array['typed', 'imported', 'restored'] order by at, id`.execute(
    tx,
  )
  return rows
}

/** The change that a cell stands by: an import that was undone gives way to what stood before it. */
export function standingChange(changes: readonly Change[], code: string): Change | undefined {
  const standing: Change[] = []
  for (const change of changes) {
    if (!(code in change.cells)) continue
    if (change.kind !== 'restored') standing.push(change)
    else if (standing.at(-1)?.from?.id === change.from?.id) standing.pop()
  }
  return standing.at(-1)
}
