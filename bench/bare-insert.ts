// The floor under a submission: one row of the same figures as jsonb, a transaction each, as a process of its own. No rules, no scope, no history.
import pg from 'pg'
import type { Address } from '@kheo/db/embedded.ts'
import { each } from './lib/each.ts'

export type BareGiven = { readonly address: Address; readonly clients: number; readonly bodies: readonly string[] }

async function run(given: BareGiven): Promise<void> {
  const pool = new pg.Pool({ ...given.address, max: given.clients })
  const ms = await each(given.clients, given.bodies, async (body) => {
    await pool.query('insert into bare (body) values ($1)', [body])
  })
  await pool.end()
  process.send?.({ ms })
}

process.once('message', (given: BareGiven) => void run(given))
process.once('disconnect', () => process.exit(0))
process.send?.({ ready: true })
