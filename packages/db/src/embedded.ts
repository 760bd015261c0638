// Our own PostgreSQL beside the data: initialise once, start, stop cleanly. It knows nothing of tables.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { lockData } from './data-lock.ts'
import { endOrphan } from './orphan.ts'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { DatabaseRefusal } from './problems.ts'
import { chooseRunner, clusterFolder, reachableBinaries, type Runner } from './unprivileged.ts'

/** How to reach one role of the cluster. `host` is a folder with a Unix socket, or 127.0.0.1 where there are none. */
export type Address = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export type Cluster = {
  readonly address: (role: 'owner' | 'app' | 'auth', database?: string) => Address
  readonly stop: () => Promise<void>
}

export const ROLES = { owner: 'kheo_owner', app: 'kheo_app', auth: 'kheo_auth' } as const
const DATABASE = 'kheo'
const DEADLINE_MS = 60_000

type Secrets = Readonly<Record<'owner' | 'app' | 'auth', string>>

function readSecrets(folder: string): Secrets {
  const path = join(folder, 'roles.json')
  if (!existsSync(path)) {
    const make = (): string => randomBytes(24).toString('base64url')
    writeFileSync(path, JSON.stringify({ owner: make(), app: make(), auth: make() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets
}

function initialise(bin: PostgresBinaries, runner: Runner, files: string, secrets: Secrets): void {
  const passwordFile = `${files}.init`
  writeFileSync(passwordFile, secrets.owner, { mode: 0o600 })
  if (runner.uid !== undefined) chownSync(passwordFile, runner.uid, runner.gid ?? runner.uid)
  const made = spawnSync(
    bin.initdb,
    [
      '-D',
      files,
      '-U',
      ROLES.owner,
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...runner, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(files, { recursive: true, force: true })
    throw new DatabaseRefusal({
      code: 'db.start_failed',
      log: `${made.error?.message ?? ''}${made.stderr}`.trim().slice(-2000),
    })
  }
}

/** A Unix socket path may not exceed 107 bytes, so the socket lives in a short folder of its own, closed to others. */
function socketFolder(runner: Runner): string {
  const folder = mkdtempSync(join(process.platform === 'darwin' ? '/tmp' : tmpdir(), 'kheo-'))
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.gid ?? runner.uid)
  chmodSync(folder, 0o700)
  return folder
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => (typeof at === 'object' && at !== null ? done(at.port) : fail(new Error('no port'))))
    })
  })
}

async function untilReady(child: ChildProcess, address: Address, log: () => string): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS
  for (;;) {
    if (child.exitCode !== null) throw new DatabaseRefusal({ code: 'db.start_failed', log: log().slice(-2000) })
    const client = new pg.Client({ ...address, database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline)
        throw new DatabaseRefusal({ code: 'db.start_failed', log: `${String(error)} ${log()}`.slice(-2000) })
      await new Promise((wake) => setTimeout(wake, 25))
    }
  }
}

/** The roles of least privilege: the owner migrates; the application owns nothing; accounts are a third party to both. */
async function ensureRoles(owner: Address, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ ...owner, database: 'postgres' })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where rolname = any($1) union all select datname from pg_database where datname = $2',
      [[ROLES.app, ROLES.auth], DATABASE],
    )
    const have = new Set(rows.map((row) => row.name))
    for (const role of ['app', 'auth'] as const) {
      const literal = client.escapeLiteral(secrets[role])
      const verb = have.has(ROLES[role]) ? 'alter' : 'create'
      await client.query(
        `${verb} role ${ROLES[role]} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal}`,
      )
    }
    if (!have.has(DATABASE)) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

const SETTINGS = [
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=256MB',
  'max_connections=100',
  'lc_messages=C',
  'jit=off',
  'log_min_messages=warning',
]

/**
 * Starts the cluster of a data folder, making it first if it is not there.
 * @throws DatabaseRefusal `db.no_binaries`, `db.data_in_use`, `db.needs_unprivileged_user`, `db.start_failed`
 */
export async function startCluster(dataFolder: string, options: { readonly durable?: boolean } = {}): Promise<Cluster> {
  const found = findPostgresBinaries()
  if (found === undefined)
    throw new DatabaseRefusal({ code: 'db.no_binaries', platform: `${process.platform}-${process.arch}` })
  mkdirSync(dataFolder, { recursive: true })
  const lock = lockData(dataFolder)
  try {
    const runner = chooseRunner(dataFolder)
    const bin = reachableBinaries(found, runner)
    const files = join(clusterFolder(dataFolder, runner), 'data')
    const secrets = readSecrets(dataFolder)
    await endOrphan(files)
    if (!existsSync(join(files, 'PG_VERSION'))) initialise(bin, runner, files, secrets)
    return await launch({
      bin,
      runner,
      files,
      secrets,
      lock,
      durable: options.durable !== false,
      logFile: join(dataFolder, 'postgres.log'),
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

type Launch = {
  readonly bin: PostgresBinaries
  readonly runner: Runner
  readonly files: string
  readonly secrets: Secrets
  readonly lock: { release(): void }
  readonly durable: boolean
  readonly logFile: string
}

async function launch(it: Launch): Promise<Cluster> {
  const windows = process.platform === 'win32'
  const sockets = windows ? undefined : socketFolder(it.runner)
  const port = windows ? await freePort() : 5432
  const where =
    sockets === undefined ? ['listen_addresses=127.0.0.1'] : ['listen_addresses=', `unix_socket_directories=${sockets}`]
  const speed = it.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [...SETTINGS, ...where, ...speed, `port=${port}`].flatMap((setting) => ['-c', setting])
  const child = spawn(it.bin.postgres, ['-D', it.files, ...settings], {
    ...it.runner,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !windows,
  })
  let log = ''
  const keep = (chunk: Buffer): void => {
    log = (log + chunk.toString('utf8')).slice(-8000)
    appendFileSync(it.logFile, chunk)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.on('error', (error) => keep(Buffer.from(error.message)))

  const host = sockets ?? '127.0.0.1'
  const address: Cluster['address'] = (role, database = DATABASE) => ({
    host,
    port,
    user: ROLES[role],
    password: it.secrets[role],
    database,
  })
  // A process that ends without asking must not leave a server behind that nobody can find.
  const onExit = (): void => void child.kill('SIGINT')
  process.on('exit', onExit)

  const stop = async (): Promise<void> => {
    process.off('exit', onExit)
    if (child.exitCode === null) {
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGINT')
      await gone
    }
    if (sockets !== undefined) rmSync(sockets, { recursive: true, force: true })
    it.lock.release()
  }
  try {
    await untilReady(child, address('owner'), () => log)
    await ensureRoles(address('owner'), it.secrets)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, stop }
}
