// A fresh, durable cluster in a temporary folder with the tables, the catalogue and a synthetic nation in it; removed afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPools, poolConfig, type Database } from '@kheo/db/connect.ts'
import { startCluster, type Cluster } from '@kheo/db/embedded.ts'
import { prepare } from '@kheo/server/boot.ts'
import { nationFiles, type NationSize } from './nation.ts'

/** The day on which every bench takes place, moving on as real time does. */
const BEGINS = Date.parse('2026-06-15T08:00:00+07:00')
export const benchNow = (): Date => new Date(BEGINS + Math.floor(performance.now()))

export type Ground = { readonly cluster: Cluster; readonly database: Database; readonly folder: string }

export async function onNation<T>(size: NationSize, run: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'))
  try {
    const cluster = await startCluster(folder, { durable: true })
    try {
      const pools = openPools((role) => poolConfig(cluster.address(role)), 4)
      const database: Database = { ...pools, isEmbedded: true }
      await prepare(database, { now: benchNow, units: nationFiles(size) })
      try {
        return await run({ cluster, database, folder })
      } finally {
        await database.close()
      }
    } finally {
      await cluster.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
