// From settings to a world ready to serve: database, tables, reference data, units hung as on today.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '@kheo/db/connect.ts'
import { migrate, readMigrations } from '@kheo/db/migrate.ts'
import type { World } from '@kheo/features/context.ts'
import { openFolderStore } from '@kheo/features/files/store.ts'
import { hangToday } from '@kheo/features/figures/index.ts'
import { importCatalogue } from '@kheo/features/indicators/actions.ts'
import { importUnits } from '@kheo/features/org/actions.ts'
import { openAccounts, type Accounts } from '@kheo/features/people/accounts.ts'
import { dayOf } from '@kheo/features/people/allow.ts'
import { migrationFolders, openWorld } from '@kheo/features/server.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { sql } from 'kysely'

export const CATALOGUE_FOLDER = fileURLToPath(new URL('../../../catalogue', import.meta.url))

export type Booted = {
  readonly database: Database
  readonly world: World
  readonly accounts: Accounts
  readonly isNew: boolean
}

export type BootSettings = {
  readonly dataFolder: string
  readonly databaseUrl?: string
  readonly durable?: boolean
  readonly secret?: string
  readonly baseUrl: string
  readonly now: () => Date
  /** Leave out for the shipped units; null for none. */
  readonly units?: { readonly units: string; readonly lineage: string } | null
  /** Leave out for the product's registers. */
  readonly books?: readonly AnyRegister[]
  /** More sign-ins a minute than people need, for tests. */
  readonly signInsPerMinute?: number
}

function secretIn(folder: string): string {
  const path = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8')
}

export const shippedUnits = (): { units: string; lineage: string } => ({
  units: readFileSync(join(CATALOGUE_FOLDER, 'units', 'units.csv'), 'utf8'),
  lineage: readFileSync(join(CATALOGUE_FOLDER, 'units', 'lineage.csv'), 'utf8'),
})

/** Tables, catalogue and units; returns whether there were no units before. */
export async function prepare(database: Database, settings: Pick<BootSettings, 'now' | 'units'>): Promise<boolean> {
  await migrate(database.owner, readMigrations(migrationFolders))
  const day = dayOf(settings.now())
  await importCatalogue(database.owner, CATALOGUE_FOLDER, Number(day.slice(0, 4)))
  const { rows } = await sql<{ n: number }>`select count(*) as n from unit`.execute(database.owner)
  const isNew = rows[0]?.n === 0
  if (isNew && settings.units !== null) {
    const files = settings.units ?? shippedUnits()
    await importUnits(database.owner, files.units, files.lineage, day)
  }
  return isNew
}

/** @throws DatabaseRefusal, Refusal */
export async function boot(settings: BootSettings): Promise<Booted> {
  const database = await openDatabase({
    dataFolder: settings.dataFolder,
    ...(settings.databaseUrl === undefined ? {} : { url: settings.databaseUrl }),
    ...(settings.durable === undefined ? {} : { durable: settings.durable }),
  })
  try {
    const isNew = await prepare(database, settings)
    return { ...(await serve(database, settings)), isNew }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** World and accounts over a database that is prepared. */
export async function serve(
  database: Database,
  settings: Pick<BootSettings, 'baseUrl' | 'secret' | 'dataFolder' | 'now' | 'signInsPerMinute' | 'books'>,
): Promise<Omit<Booted, 'isNew'>> {
  const files = openFolderStore(join(settings.dataFolder, 'files'))
  const world = await openWorld(database, files, settings.now, settings.books, settings.baseUrl)
  await hangToday(world)
  const { baseUrl } = settings
  const port = new URL(baseUrl).port
  const accounts = openAccounts({
    pool: database.accounts,
    secret: settings.secret ?? secretIn(settings.dataFolder),
    baseUrl,
    trustedOrigins: [baseUrl, `http://localhost:${port}`, `http://127.0.0.1:${port}`],
    isSecure: baseUrl.startsWith('https:'),
    signInsPerMinute: settings.signInsPerMinute ?? 20,
  })
  return { database, world, accounts }
}
