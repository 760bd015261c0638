// Fewer trips to the database over the same pool: a transaction begins with its first statement, and statements that come again are prepared once a connection.
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A text is prepared when it comes for the third time; texts beyond the bound are sent as they are. */
const PREPARE_AT = 3
const MOST = 500

const seen = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which a text is prepared, the same on every connection; undefined while it is rare. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  const times = (seen.get(text) ?? 0) + 1
  if (times < PREPARE_AT || names.size >= MOST) {
    if (seen.size >= MOST) seen.clear()
    seen.set(text, times)
    return undefined
  }
  seen.delete(text)
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

type Answer = Pick<pg.QueryResult, 'command' | 'rowCount' | 'rows'>
const answer = (command: string): Answer => ({ command, rowCount: 0, rows: [] })

/** Several statements in one text have an answer each; the last one is that of the statement that was asked. */
const lastOf = (answers: Answer | readonly Answer[]): Answer =>
  (Array.isArray(answers) ? answers.at(-1) : answers) as Answer

function overClient(client: pg.PoolClient): PostgresPoolClient {
  let isWaiting = false
  const send = async (text: string, values: readonly unknown[]): Promise<Answer> => {
    const opens = isWaiting
    isWaiting = false
    if (values.length === 0) return lastOf(await client.query(opens ? `begin; ${text}` : text))
    if (opens) await client.query('begin')
    const name = nameOf(text)
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  const query = async (text: string, values: readonly unknown[] = []): Promise<Answer> => {
    if (text === 'begin') {
      isWaiting = true
      return answer('BEGIN')
    }
    // Nothing was sent since: there is nothing to end.
    if (isWaiting && (text === 'commit' || text === 'rollback')) {
      isWaiting = false
      return answer(text.toUpperCase())
    }
    return send(text, values)
  }
  // The driver's other way of asking, by cursor, is not used here.
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
}

/** The pool as the query builder's driver sees it. */
export function savingTrips(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect()
      const known = wrapped.get(client) ?? overClient(client)
      wrapped.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}
