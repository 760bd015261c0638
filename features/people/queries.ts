// Every SQL of positions.
import type { HeldPosition } from '@kheo/kit/actor.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inTx } from '@kheo/db/transaction.ts'
import { sql } from 'kysely'

export type StoredPosition = HeldPosition & {
  readonly accountId: string
  readonly from: string
  readonly to: string | null
}

const ACCOUNT = /^[A-Za-z0-9_-]{1,64}$/

const columns = sql`id, account_id as "accountId", unit_id as "unitId", path, role, title, valid_from as "from", valid_to as "to"`

/** A transaction that sees what belongs to one account, wherever it stands. Throws RangeError on an id of another shape. */
export async function inAccount<T>(app: Db, accountId: string, run: (tx: Db) => Promise<T>): Promise<T> {
  // `SET LOCAL` takes no parameters, hence the strict shape.
  if (!ACCOUNT.test(accountId)) throw new RangeError('not an id of an account')
  return inTx(app, async (tx) => {
    await sql`set local app.account = ${sql.lit(accountId)}`.execute(tx)
    return run(tx)
  })
}

/** An account's own positions, past ones too; the policy lets an account see its own rows before any scope is known. */
export async function listPositionsOf(app: Db, accountId: string): Promise<StoredPosition[]> {
  if (!ACCOUNT.test(accountId)) return []
  return inAccount(app, accountId, async (tx) => {
    const { rows } =
      await sql<StoredPosition>`select ${columns} from position where account_id = ${accountId} order by valid_from, id`.execute(
        tx,
      )
    return rows
  })
}

/** Positions at or below the scope of the transaction, under a path. */
export async function listPositionsUnder(tx: Db, path: string): Promise<StoredPosition[]> {
  const { rows } =
    await sql<StoredPosition>`select ${columns} from position where path >= ${path} and path < ${path} || '~' order by path, valid_from`.execute(
      tx,
    )
  return rows
}

export async function insertPosition(tx: Db, it: StoredPosition): Promise<void> {
  await sql`insert into position (id, account_id, unit_id, path, role, title, valid_from, valid_to)
    values (${it.id}, ${it.accountId}, ${it.unitId}, ${it.path}, ${it.role}, ${it.title}, ${it.from}, ${it.to})`.execute(
    tx,
  )
}

/** Undefined when there is no such position in scope, or it has ended already. */
export async function endPosition(tx: Db, id: string, on: string): Promise<StoredPosition | undefined> {
  const { rows } =
    await sql<StoredPosition>`update position set valid_to = ${on} where id = ${id} and (valid_to is null or valid_to > ${on}) and valid_from < ${on} returning ${columns}`.execute(
      tx,
    )
  return rows[0]
}

export async function findPosition(tx: Db, id: string): Promise<StoredPosition | undefined> {
  const { rows } = await sql<StoredPosition>`select ${columns} from position where id = ${id}`.execute(tx)
  return rows[0]
}

/** How many positions there are at all; read by the owner, before anybody can sign in. */
export async function countPositions(owner: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from position`.execute(owner)
  return rows[0]?.n ?? 0
}
