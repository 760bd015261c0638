// Submissions through the whole HTTP stack, durable and audited, at several numbers of clients, against one bare insert of the same figures.
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { indicatorsOf } from '@kheo/core/indicator/report-type.ts'
import type { World } from '@kheo/features/context.ts'
import { createAccount } from '@kheo/features/people/accounts.ts'
import { isDerived } from '@kheo/features/reports/rules.ts'
import { serve } from '@kheo/server/boot.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { BareGiven } from './bare-insert.ts'
import { onNation, type Ground } from './lib/cluster.ts'
import { each } from './lib/each.ts'
import { closeClients, post, signIn } from './lib/http-clients.ts'
import { figuresFor, NATIONAL, provinceOf, TINY, type NationSize } from './lib/nation.ts'
import { cpuMs, postmasterOf } from './lib/process-cpu.ts'
import { percentile, round } from './lib/stats.ts'
import type { ServerGiven } from './submit-server.ts'

const BASE_URL = 'http://localhost:3000'
const PASSWORD = 'mat-khau-do-toc-do'
const CELLS = 120
const TYPE = 'dan-van'
const SETTLE_POLL_MS = 50

type Plan = {
  readonly size: NationSize
  readonly warmUp: number
  readonly rounds: readonly { readonly clients: number; readonly reports: number; readonly period: string }[]
}
const FULL: Plan = {
  size: NATIONAL,
  warmUp: 2000,
  rounds: [
    { clients: 1, reports: 1500, period: '2023-H1' },
    { clients: 8, reports: 3321, period: '2024-H1' },
    { clients: 32, reports: 3321, period: '2025-H1' },
  ],
}
const SMALL: Plan = { size: TINY, warmUp: 2, rounds: [{ clients: 2, reports: 6, period: '2023-H1' }] }
const WARM_UP_PERIOD = '2022-H1'

export type SubmitRow = {
  n: number
  perSecond: number
  p50: number
  p99: number
  cpuMs: number
  serverCpuMs: number
  bareCpuMs: number
  barePerSecond: number
  overBareMs: number
  ratio: number
}
export type SubmitLine = { bench: 'submit'; cells: number; clients: SubmitRow[] }

type Stage = {
  readonly ground: Ground
  readonly size: NationSize
  readonly port: number
  readonly server: number
  readonly postgres: number
  readonly cookies: readonly string[]
  readonly codes: readonly string[]
}

/** One account a province, compiler at each of its communes. */
async function makePeople(ground: Ground, size: NationSize, secret: string): Promise<World> {
  const { world, accounts } = await serve(ground.database, {
    baseUrl: BASE_URL,
    secret,
    dataFolder: ground.folder,
    now: () => new Date('2026-06-15T08:00:00+07:00'),
  })
  const ids = await Promise.all(
    Array.from({ length: size.provinces }, (_, n) =>
      createAccount(accounts, { username: `tinh-${n}`, name: `Tỉnh số ${n}`, password: PASSWORD }),
    ),
  )
  const rows = Array.from({ length: size.communes }, (_, n) => ({
    id: newId(),
    account: ids[provinceOf(n, size)],
    unit: `X${n}`,
    path: world.org().pathOf(`X${n}`),
  }))
  await sql`insert into position (id, account_id, unit_id, path, role, title, valid_from)
    select id, account, unit, path, 'compiler', 'Công chức văn hóa - xã hội', '2017-01-01' from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, account text, unit text, path text)`.execute(
    ground.database.owner,
  )
  await sql`create table bare (id bigint generated always as identity primary key, body jsonb not null)`.execute(
    ground.database.owner,
  )
  return world
}

function typedCodes(world: World): string[] {
  const view = world.catalogue()
  const codes = indicatorsOf(view.getReportType(TYPE)).filter((code) => !isDerived(view.getIndicator(code)))
  if (codes.length < CELLS) throw new Error(`the report type has only ${codes.length} typed figures`)
  return codes.slice(0, CELLS)
}

const child = (file: string, given: unknown): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, KHEO_BENCH: JSON.stringify(given) },
    execArgv: (process.env['KHEO_BENCH_NODE'] ?? '').split(' ').filter((word) => word !== ''),
  })

const told = <T>(process: ChildProcess): Promise<T> =>
  new Promise((done, fail) => {
    process.once('message', (message) => done(message as T))
    process.once('exit', (code) => fail(new Error(`a bench process ended with ${code}`)))
  })

const ended = (process: ChildProcess): Promise<unknown> =>
  process.exitCode === null ? new Promise((done) => process.once('exit', done)) : Promise.resolve()

const communesOf = (reports: number, size: NationSize): number[] =>
  Array.from({ length: Math.min(reports, size.communes) }, (_, n) => n)

async function submitAll(stage: Stage, clients: number, reports: number, period: string): Promise<number[]> {
  const work = communesOf(reports, stage.size).map((commune) => ({
    commune,
    body: JSON.stringify({
      commandId: newId(),
      unit: `X${commune}`,
      type: TYPE,
      period,
      cells: figuresFor(stage.codes, commune),
    }),
  }))
  return each(clients, work, async ({ commune, body }) => {
    const reply = await post(stage.port, '/api/reports/submit', body, {
      cookie: stage.cookies[provinceOf(commune, stage.size)] ?? '',
    })
    if (reply.status !== 200) throw new Error(`submit: ${reply.status} ${reply.text}`)
  })
}

/** The totals above are part of a submission's price: waits until the worker has made them all. */
async function settle({ ground }: Stage): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ isDirty: boolean }>`select exists (select from dirty) as "isDirty"`.execute(
      ground.database.owner,
    )
    if (rows[0]?.isDirty !== true) return
    await new Promise((wake) => setTimeout(wake, SETTLE_POLL_MS))
  }
}

async function bareInserts(
  stage: Stage,
  clients: number,
  reports: number,
): Promise<{ cpu: number; perSecond: number }> {
  const bare = child('./bare-insert.ts', {})
  await told(bare)
  const bodies = communesOf(reports, stage.size).map((commune) => JSON.stringify(figuresFor(stage.codes, commune)))
  const pids = [bare.pid ?? 0, stage.postgres]
  const before = cpuMs(...pids)
  const start = performance.now()
  const done = told<{ ms: number[] }>(bare)
  bare.send({ address: stage.ground.cluster.address('owner'), clients, bodies } satisfies BareGiven)
  await done
  const seconds = (performance.now() - start) / 1000
  const cpu = cpuMs(...pids) - before
  bare.disconnect()
  await ended(bare)
  return { cpu: cpu / bodies.length, perSecond: bodies.length / seconds }
}

async function measure(stage: Stage, plan: Plan['rounds'][number]): Promise<SubmitRow> {
  const before = { all: cpuMs(stage.server, stage.postgres), server: cpuMs(stage.server) }
  const start = performance.now()
  const taken = await submitAll(stage, plan.clients, plan.reports, plan.period)
  const seconds = (performance.now() - start) / 1000
  await settle(stage)
  const cpu = (cpuMs(stage.server, stage.postgres) - before.all) / taken.length
  const serverCpu = (cpuMs(stage.server) - before.server) / taken.length
  const bare = await bareInserts(stage, plan.clients, plan.reports)
  return {
    n: plan.clients,
    perSecond: round(taken.length / seconds, 0),
    p50: round(percentile(taken, 0.5), 1),
    p99: round(percentile(taken, 0.99), 1),
    cpuMs: round(cpu),
    serverCpuMs: round(serverCpu),
    bareCpuMs: round(bare.cpu),
    barePerSecond: round(bare.perSecond, 0),
    overBareMs: round(cpu - bare.cpu),
    ratio: round(cpu / bare.cpu, 1),
  }
}

async function checkKept({ ground }: Stage, expected: number): Promise<void> {
  const { rows } = await sql<{
    steps: number
    audits: number
  }>`select (select count(*) from report_step) as steps, (select count(*) from audit) as audits`.execute(
    ground.database.owner,
  )
  const found = rows[0]
  if (found?.steps !== expected || found.audits !== expected)
    throw new Error(`${expected} submissions left ${found?.steps} steps and ${found?.audits} audit rows`)
}

export async function run({ small }: { readonly small: boolean }): Promise<SubmitLine> {
  const plan = small ? SMALL : FULL
  return onNation(plan.size, async (ground) => {
    const secret = randomBytes(24).toString('base64url')
    const world = await makePeople(ground, plan.size, secret)
    const addresses = {
      owner: ground.cluster.address('owner'),
      app: ground.cluster.address('app'),
      auth: ground.cluster.address('auth'),
    }
    const server = child('./submit-server.ts', {
      addresses,
      baseUrl: BASE_URL,
      secret,
      folder: ground.folder,
      signInsPerMinute: 1000,
    } satisfies ServerGiven)
    try {
      const { port } = await told<{ port: number }>(server)
      const cookies = await Promise.all(
        Array.from({ length: plan.size.provinces }, (_, n) => signIn(port, BASE_URL, `tinh-${n}`, PASSWORD)),
      )
      const stage: Stage = {
        ground,
        size: plan.size,
        port,
        server: server.pid ?? 0,
        postgres: postmasterOf(process.pid),
        cookies,
        codes: typedCodes(world),
      }
      const warmed = await submitAll(stage, 8, plan.warmUp, WARM_UP_PERIOD)
      await settle(stage)
      const clients: SubmitRow[] = []
      for (const each of plan.rounds) clients.push(await measure(stage, each))
      await checkKept(
        stage,
        warmed.length + plan.rounds.reduce((sum, each) => sum + communesOf(each.reports, plan.size).length, 0),
      )
      return { bench: 'submit', cells: CELLS, clients }
    } finally {
      closeClients()
      if (server.connected) server.send('stop')
      await ended(server)
    }
  })
}
