// SQL of the register of models beyond that of every register: candidates for likeness, and points.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { Comparable } from './likeness.ts'
import type { Scorer } from './scores.ts'

export type Candidate = Comparable & { readonly id: string; readonly happenedOn: string; readonly state: string }

/** At most so many for each text, the likest first. */
const CANDIDATES = 40

/**
 * Models within the scope whose text holds something like one of the folded texts. However many models there are, this is
 * one statement over an index of three-letter pieces, and few rows come back.
 */
export async function listCandidates(
  tx: Db,
  texts: readonly string[],
  except: string | undefined,
): Promise<readonly Candidate[]> {
  const { rows } =
    await sql<Candidate>`select m.unit_id as unit, m.id, m.happened_on as "happenedOn", m.state, m.name, m.sponsor, m.field, m.goals, m.content, m.area
    from skilful_model m where (m.unit_id, m.id) in
      (select f.unit_id, f.id from unnest(${[...texts]}::text[]) t cross join lateral skilful_model_alike(t, ${CANDIDATES}) f)
    and m.id is distinct from ${except ?? null}::uuid`.execute(tx)
  return rows
}

export type StoredScore = {
  readonly scorer: Scorer
  readonly rev: number
  readonly scoredOn: string
  readonly sheet: string
  readonly sheetFrom: string
  readonly at: string
  readonly byTitle: string
  readonly points: Readonly<Record<string, number>>
}

/** Every sheet that was scored for a model, newest first. */
export async function listScores(tx: Db, unit: string, id: string): Promise<readonly StoredScore[]> {
  const { rows } =
    await sql<StoredScore>`select scorer, rev, scored_on as "scoredOn", sheet, sheet_from as "sheetFrom", at, by_title as "byTitle", jsonb_object_agg(criterion, points) as points
    from skilful_model_score where unit_id = ${unit} and entry_id = ${id}
    group by scorer, rev, scored_on, sheet, sheet_from, at, by_title order by at desc, scorer, rev desc`.execute(tx)
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** Writes a whole sheet as one revision, one row a criterion. */
export async function insertScores(
  tx: Db,
  of: { readonly unitId: string; readonly entryId: string; readonly path: string },
  score: StoredScore & { readonly by: string },
): Promise<void> {
  await sql`insert into skilful_model_score (unit_id, entry_id, scorer, rev, criterion, path, points, sheet, sheet_from, scored_on, at, by, by_title)
    select ${of.unitId}, ${of.entryId}::uuid, ${score.scorer}, ${score.rev}::integer, p.key, ${of.path}, p.value::numeric, ${score.sheet}, ${score.sheetFrom}::date, ${score.scoredOn}::date, ${score.at}::timestamptz, ${score.by}, ${score.byTitle}
    from jsonb_each_text(${JSON.stringify(score.points)}::jsonb) p`.execute(tx)
}
