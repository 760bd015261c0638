// The product's server as a process of its own, on the database whose addresses its parent gives in the environment. Tells its port, and stops when told.
import { openPools, poolConfig } from '@kheo/db/connect.ts'
import type { Address } from '@kheo/db/embedded.ts'
import { serve } from '@kheo/server/boot.ts'
import { startServer } from '@kheo/server/server.ts'
import { benchNow } from './lib/cluster.ts'

export type ServerGiven = {
  readonly addresses: Readonly<Record<'owner' | 'app' | 'auth', Address>>
  readonly baseUrl: string
  readonly secret: string
  readonly folder: string
  readonly signInsPerMinute: number
}

async function main(): Promise<void> {
  const given = JSON.parse(process.env['KHEO_BENCH'] ?? '{}') as ServerGiven
  const database = { ...openPools((role) => poolConfig(given.addresses[role])), isEmbedded: true }
  const served = await serve(database, { ...given, dataFolder: given.folder, now: benchNow })
  const running = await startServer({ ...served, isNew: false }, { host: '127.0.0.1', port: 0 }, (level, line) => {
    if (level === 'error') process.stderr.write(`${JSON.stringify(line)}\n`)
  })
  process.once('message', () => void running.stop().then(() => process.exit(0)))
  process.once('disconnect', () => process.exit(1))
  process.send?.({ port: running.port })
}

await main()
