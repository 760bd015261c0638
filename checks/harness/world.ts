// A test file's own world: a clone of the template, a clock that can be set, people with posts, and the product's front door.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPools, poolConfig } from '@kheo/db/connect.ts'
import type { Address } from '@kheo/db/embedded.ts'
import type { World } from '@kheo/features/context.ts'
import { hangToday } from '@kheo/features/figures/index.ts'
import { createFirstAdministrator, grantPosition, loadActor } from '@kheo/features/people/actions.ts'
import { findAccount, type Accounts } from '@kheo/features/people/accounts.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { makeClient, type Fetch } from '@kheo/kit/client.ts'
import type { Role } from '@kheo/kit/endpoint.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { migrate, readMigrations } from '@kheo/db/migrate.ts'
import { migrationFolders } from '@kheo/features/server.ts'
import { serve } from '@kheo/server/boot.ts'
import { appOf } from '@kheo/server/server.ts'
import pg from 'pg'
import { v7 as newId } from 'uuid'
import { inject } from 'vitest'

const TEMPLATE = 'kheo_template'
export const PASSWORD = 'mat-khau-thu-nghiem'
const BASE_URL = 'http://localhost:3000'

export type Client = ReturnType<typeof makeClient>

export type TestWorld = {
  readonly world: World
  readonly accounts: Accounts
  readonly clock: { now: Date }
  readonly dataFolder: string
  readonly app: ReturnType<typeof appOf>
  /** Sets the day and hangs the units as on it. */
  readonly on: (day: string) => Promise<void>
  /** Gives a post; the account is made when it is new. */
  readonly post: (username: string, unit: string, role: Role, from?: string) => Promise<void>
  readonly actor: (username: string) => Promise<Actor>
  /** A signed-in client of the HTTP API. */
  readonly as: (username: string) => Promise<Client>
  readonly fetchAs: (username: string) => Promise<(path: string, init?: RequestInit) => Promise<Response>>
  readonly anonymous: Client
  /** How many statements the database ran while `run` did. */
  readonly countQueries: (run: () => Promise<unknown>) => Promise<number>
  readonly close: () => Promise<void>
}

async function admin(owner: Address, text: string): Promise<void> {
  const client = new pg.Client({ ...owner, database: 'postgres' })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** Registers beside or instead of the product's own, and the folders of their migrations. */
type MoreBooks = { readonly books?: readonly AnyRegister[]; readonly migrations?: readonly string[] }

export async function openTestWorld(
  day = '2026-06-15',
  { books, migrations = [] }: MoreBooks = {},
): Promise<TestWorld> {
  const addresses = inject('addresses')
  const database = `kheo_${randomUUID().replaceAll('-', '')}`
  await admin(addresses.owner, `create database ${database} template ${TEMPLATE}`)
  const dataFolder = mkdtempSync(join(tmpdir(), 'kheo-test-'))
  let statements = 0
  const pools = openPools(
    (role) => ({ ...poolConfig({ ...addresses[role], database }), Client: countingClient(() => (statements += 1)) }),
    8,
  )
  const clock = { now: new Date(`${day}T08:00:00+07:00`) }
  // Each look at the clock is a millisecond later, as in life: what follows is after what went before.
  const tick = (): Date => (clock.now = new Date(clock.now.getTime() + 1))
  if (migrations.length > 0) await migrate(pools.owner, readMigrations([...migrationFolders, ...migrations]))
  const served = await serve(
    { ...pools, isEmbedded: true },
    {
      baseUrl: BASE_URL,
      secret: 's'.repeat(32),
      dataFolder,
      now: tick,
      signInsPerMinute: 10_000,
      ...(books === undefined ? {} : { books }),
    },
  )
  const { world, accounts } = served
  const app = appOf({ ...served, isNew: false }, () => undefined)
  const boss = await createFirstAdministrator(world, accounts, {
    username: 'quantri',
    name: 'Quản trị',
    password: PASSWORD,
    title: 'Quản trị hệ thống',
  })
  const actor = async (username: string): Promise<Actor> => {
    const account = await findAccount(world.database.accounts, username)
    if (account === undefined) throw new Error(`no account ${username}`)
    return loadActor(world, account.id, account.name)
  }
  const fetchAs: TestWorld['fetchAs'] = async (username) => {
    const signedIn = await app.request('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: BASE_URL },
      body: JSON.stringify({ username, password: PASSWORD }),
    })
    if (!signedIn.ok) throw new Error(`sign-in: ${signedIn.status} ${await signedIn.text()}`)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    return async (path, init = {}) =>
      app.request(path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } })
  }
  const clientOver = (send: (path: string, init?: RequestInit) => Promise<Response>): Client =>
    makeClient(((url, init) => send(url, init)) satisfies Fetch, () => 'vi')
  return {
    world,
    accounts,
    clock,
    dataFolder,
    app,
    on: async (to) => {
      clock.now = new Date(`${to}T08:00:00+07:00`)
      await hangToday(world)
    },
    post: async (username, unit, role, from = '2017-01-01') => {
      const start = world.org().index.spanOf(unit as never)?.from ?? from
      await grantPosition(world, accounts, boss, {
        commandId: newId(),
        unitId: unit,
        username,
        name: `Người dùng ${username}`,
        password: PASSWORD,
        role,
        title: `${role} ${unit}`,
        from: start > from ? start : from,
        to: null,
      })
    },
    actor,
    fetchAs,
    as: async (username) => clientOver(await fetchAs(username)),
    anonymous: clientOver(async (path, init) => app.request(path, init)),
    countQueries: async (run) => {
      const before = statements
      await run()
      return statements - before
    },
    close: async () => {
      await pools.close()
      rmSync(dataFolder, { recursive: true, force: true })
      await admin(addresses.owner, `drop database ${database} with (force)`)
    },
  }
}

/** A pg client that tells of every statement. */
function countingClient(tell: () => void): typeof pg.Client {
  return class extends pg.Client {
    override query(...given: unknown[]): never {
      tell()
      return (super.query as (...args: unknown[]) => unknown).apply(this, given) as never
    }
  } as typeof pg.Client
}
