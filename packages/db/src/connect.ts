// Connections to PostgreSQL, embedded or given by DATABASE_URL, one pool per role.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ROLES, startCluster, type Address } from './embedded.ts'
import { savingTrips } from './statements.ts'

/** Any connection or transaction. Queries take it as first argument, so that they cannot slip out of a transaction. */
export type Db = Kysely<unknown>

export type Database = {
  /** The application's role: owns nothing, bypasses nothing. */
  readonly app: Db
  /** The owner of the tables: migrations and imports of reference data only. */
  readonly owner: Db
  /** The role of the accounts library; its schema is closed to the application. */
  readonly accounts: pg.Pool
  readonly isEmbedded: boolean
  readonly close: () => Promise<void>
}

export type DatabaseSettings = {
  readonly dataFolder: string
  readonly url?: string
  readonly durable?: boolean
  readonly poolSize?: number
}

// Counts and amounts are exact decimals of at most six places, and ids stay far below 2^53: both fit a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const NUMERIC_ARRAY = 1231
const DATE_ARRAY = 1182
pg.types.setTypeParser(NUMERIC_ARRAY as never, (text) => parseNumericArray(String(text)) as never)
pg.types.setTypeParser(DATE_ARRAY as never, (text) => String(text).slice(1, -1).split(',') as never)

/** `{1,NULL,2.5}` → [1, null, 2.5]. Null is "not reported" and stays null. */
export function parseNumericArray(text: string): (number | null)[] {
  const inside = text.slice(1, -1)
  return inside === '' ? [] : inside.split(',').map((item) => (item === 'NULL' ? null : Number(item)))
}

function makePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  // An idle connection that breaks is replaced by the pool at its next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

const overPool = (pool: pg.Pool): Db =>
  new Kysely<unknown>({ dialect: new PostgresDialect({ pool: savingTrips(pool) }) })

/** The accounts library names its tables without a schema. */
const withSchema = (config: pg.PoolConfig): pg.PoolConfig => ({
  ...config,
  options: `${config.options ?? ''} -c search_path=auth`.trim(),
})

/** Opens three pools on one database. `max` of the application's pool is `poolSize` (16). */
export function openPools(
  config: (role: keyof typeof ROLES) => pg.PoolConfig,
  poolSize = 16,
): Omit<Database, 'isEmbedded'> {
  const pools = {
    app: makePool({ ...config('app'), max: poolSize }),
    owner: makePool({ ...config('owner'), max: 3 }),
    auth: makePool({ ...withSchema(config('auth')), max: 6 }),
  }
  const app = overPool(pools.app)
  const owner = overPool(pools.owner)
  return {
    app,
    owner,
    accounts: pools.auth,
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy(), pools.auth.end()])
    },
  }
}

export const poolConfig = (address: Address): pg.PoolConfig => ({ ...address })

/**
 * With a URL, connects to that server and takes each role by `set role` at the start of a connection: the URL's user
 * must be a member of kheo_owner, kheo_app and kheo_auth (docs/operate.md). Without one, starts our own PostgreSQL.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { url } = settings
  if (url !== undefined) {
    const pools = openPools((role) => ({ connectionString: url, options: `-c role=${ROLES[role]}` }), settings.poolSize)
    return { ...pools, isEmbedded: false }
  }
  const cluster = await startCluster(settings.dataFolder, { durable: settings.durable ?? true })
  const pools = openPools((role) => poolConfig(cluster.address(role)), settings.poolSize)
  return {
    ...pools,
    isEmbedded: true,
    close: async () => {
      await pools.close()
      await cluster.stop()
    },
  }
}
