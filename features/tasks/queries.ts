// The SQL behind "Việc của tôi": reports that wait for somebody, at or below a place.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

export type WaitingReport = {
  readonly unitId: string
  readonly type: string
  readonly periodId: string
  readonly lastKind: string | null
  readonly reason: string | null
}

/** Reports at or below a path with their last step, those of the given periods or still open. */
export async function listWaiting(tx: Db, path: string): Promise<WaitingReport[]> {
  const { rows } =
    await sql<WaitingReport>`select r.unit_id as "unitId", r.type, r.period_id as "periodId", s.kind as "lastKind", s.body ->> 'reason' as reason
    from report r join lateral (select kind, body from report_step s where s.unit_id = r.unit_id and s.report_id = r.id order by seq desc limit 1) s on true
    where r.path >= ${path} and r.path < ${path} || '~' and s.kind in ('submitted', 'resubmitted', 'returned') order by r.period_id limit 500`.execute(
      tx,
    )
  return rows
}

/** Types and periods that a unit has sent in already. */
export async function listSent(tx: Db, unit: string): Promise<{ type: string; periodId: string }[]> {
  const { rows } = await sql<{
    type: string
    periodId: string
  }>`select distinct r.type, r.period_id as "periodId" from report r join report_step s on s.unit_id = r.unit_id and s.report_id = r.id
    where r.unit_id = ${unit} and s.kind in ('submitted', 'resubmitted')`.execute(tx)
  return rows
}
