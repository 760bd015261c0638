// Transactions and the scope of rows they may see. Only this package begins a transaction.
import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'

/** A place in the access tree: segments of four characters from the root down. */
const PATH = /^[0-9a-z]{4,64}$/

/** Inside a transaction joins it; outside begins one. */
export async function inTx<T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db) : db.transaction().execute((tx: Transaction<unknown>) => run(tx))
}

/** What only one transaction at a time may work on; `space` keeps kinds of work apart. */
export type Lock = { readonly key: string; readonly space: number }

/** `lock`: held from the first statement to the end, so that what is read is what the one before left. `plan`: `once` for statements that touch few rows, whose planning costs more than their work; `each time` for lists, whose best plan depends on what is asked. */
export type ScopeOptions = { readonly lock?: Lock | undefined; readonly plan?: 'once' | 'each time' }

/**
 * A transaction that sees only the rows at or below `path`; its settings and its lock go in one trip. `SET LOCAL` takes no
 * parameters and must be a literal (a setting made by a function is not passed on by Citus), hence the strict shape.
 */
export async function inScope<T>(
  db: Db,
  path: string,
  run: (tx: Db) => Promise<T>,
  { lock, plan }: ScopeOptions = {},
): Promise<T> {
  if (!PATH.test(path)) throw new RangeError('not a path of the access tree')
  const planning =
    plan === undefined
      ? sql``
      : sql.raw(`; set local plan_cache_mode = ${plan === 'once' ? 'force_generic_plan' : 'force_custom_plan'}`)
  const locking =
    lock === undefined
      ? sql``
      : sql`; select pg_advisory_xact_lock(hashtextextended(${sql.lit(lock.key)}, ${sql.lit(lock.space)}))`
  return inTx(db, async (tx) => {
    await sql`set local app.path = ${sql.lit(path)}${planning}${locking}`.execute(tx)
    return run(tx)
  })
}
