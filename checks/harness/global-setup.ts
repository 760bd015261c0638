// One PostgreSQL for a whole test run, and one template database that every test file clones.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPools, poolConfig } from '@kheo/db/connect.ts'
import { startCluster, type Address } from '@kheo/db/embedded.ts'
import { prepare } from '@kheo/server/boot.ts'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

export const TEMPLATE = 'kheo_template'
export type TestAddresses = Readonly<Record<'owner' | 'app' | 'auth', Address>>

declare module 'vitest' {
  export interface ProvidedContext {
    addresses: TestAddresses
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-test-'))
  // Closed folders of root are not where its PostgreSQL can be; the cluster would be laid elsewhere and stay behind.
  chmodSync(folder, 0o711)
  const cluster = await startCluster(folder, { durable: false })
  const admin = new pg.Client({ ...cluster.address('owner'), database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const pools = openPools((role) => poolConfig(cluster.address(role, TEMPLATE)), 2)
  await prepare({ ...pools, isEmbedded: true }, { now: () => new Date('2026-06-15T08:00:00+07:00') })
  await pools.close()
  project.provide('addresses', {
    owner: cluster.address('owner'),
    app: cluster.address('app'),
    auth: cluster.address('auth'),
  })
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
