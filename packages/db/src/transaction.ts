// Transactions and the scope of rows they may see. Only this package begins a transaction.
import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'

/** A place in the access tree: segments of four characters from the root down. */
const PATH = /^[0-9a-z]{4,64}$/

/** Inside a transaction joins it; outside begins one. */
export async function inTx<T>(db: Db, run: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? run(db) : db.transaction().execute((tx: Transaction<unknown>) => run(tx))
}

/**
 * A transaction that sees only the rows at or below `path`. `SET LOCAL` takes no parameters and must be a literal
 * (a setting made by a function is not passed on by Citus), hence the strict shape.
 */
export async function inScope<T>(db: Db, path: string, run: (tx: Db) => Promise<T>): Promise<T> {
  if (!PATH.test(path)) throw new RangeError('not a path of the access tree')
  return inTx(db, async (tx) => {
    await sql.raw(`set local app.path = '${path}'`).execute(tx)
    return run(tx)
  })
}
