// Wires the rooms to HTTP and starts listening; stops cleanly.
import { createServer, type Server } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { hangToday, refreshAll } from '@kheo/features/figures/index.ts'
import { CLIENT_ADDRESS } from '@kheo/features/people/accounts.ts'
import { today } from '@kheo/features/people/allow.ts'
import { readNext } from '@kheo/features/readings/worker.ts'
import { purge } from '@kheo/features/registers/retention.ts'
import { listPublished } from '@kheo/features/reports/index.ts'
import { fileRoutesOf, routesOf } from '@kheo/features/server.ts'
import { sql } from 'kysely'
import type { Booted } from './boot.ts'
import { mountCheckPage } from './check-page.ts'
import { languageOf } from './door.ts'
import { createEdge, type EdgeParts } from './edge.ts'
import type { Log } from './log.ts'
import { mountCalendar } from './calendar-page.ts'
import { mountNews } from './news-page.ts'
import { fontFiles, homePage, portalStyles } from './portal.ts'
import { openSessions } from './sessions.ts'
import { openSignInGuard, type SignInGuard } from './sign-in-guard.ts'

const FONT_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
  'files',
)
const STAFF_FOLDER = fileURLToPath(new URL('../../staff/dist', import.meta.url))
const REFRESH_MS = 250
/** Between looks at a queue that was empty. */
const READING_REST_MS = 500
/** The worker rests this many times as long as it worked: under a rush it takes a tenth of one core, and readers refresh what they meet. */
const REST_TIMES = 9
const PUBLISHED_SHOWN = 100

export type Running = { readonly address: string; readonly port: number; readonly stop: () => Promise<void> }

async function signIn(
  request: Request,
  guard: SignInGuard,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  const text = await request.text()
  const username = (() => {
    try {
      return String((JSON.parse(text) as { username?: unknown }).username ?? '').toLowerCase()
    } catch {
      return ''
    }
  })()
  if (guard.isLocked(username)) {
    const isVi = languageOf(request.headers.get('accept-language')) === 'vi'
    const message = isVi
      ? 'Đăng nhập sai quá nhiều lần. Đề nghị chờ 15 phút, hoặc báo quản trị đặt lại mật khẩu.'
      : 'Too many failed sign-ins. Wait 15 minutes, or ask the administrator for a new password.'
    return Response.json({ code: 'access.locked_out', message }, { status: 429 })
  }
  const response = await handle(new Request(request.url, { method: 'POST', headers: request.headers, body: text }))
  if (response.ok || response.status === 401) guard.note(username, response.ok)
  return response
}

function authHandler({ accounts }: Booted, forget: () => void): EdgeParts['auth'] {
  const guard = openSignInGuard()
  return async (request, address) => {
    const headers = new Headers(request.headers)
    headers.set(CLIENT_ADDRESS, address === '' ? '127.0.0.1' : address.replace('::ffff:', ''))
    const passed = new Request(request, { headers })
    if (!request.url.includes('/get-session')) forget()
    return request.method === 'POST' && new URL(request.url).pathname === '/api/auth/sign-in/username'
      ? signIn(passed, guard, accounts.handler)
      : accounts.handler(passed)
  }
}

type Counters = { requests: number; failures: number; ms: number }

const metricsText = (counters: Counters): string =>
  [
    `kheo_requests_total ${counters.requests}`,
    `kheo_failures_total ${counters.failures}`,
    `kheo_request_ms_total ${Math.round(counters.ms)}`,
    `kheo_memory_bytes ${process.memoryUsage().rss}`,
    '',
  ].join('\n')

/** The HTTP side over a booted world; nothing listens yet. */
export function appOf(booted: Booted, log: Log): ReturnType<typeof createEdge> {
  const { world } = booted
  const sessions = openSessions(world, booted.accounts)
  const counters: Counters = { requests: 0, failures: 0, ms: 0 }
  const app = createEdge({
    routes: routesOf(world, booted.accounts),
    files: fileRoutesOf(world),
    actorOf: sessions.actorOf,
    forgetSessions: sessions.forget,
    auth: authHandler(booted, sessions.forget),
    home: async (language) =>
      homePage(language, await listPublished(world.database.app, PUBLISHED_SHOWN), '/portal.css'),
    health: async () => (await sql<{ one: number }>`select 1 as one`.execute(world.database.app)).rows.length === 1,
    metrics: () => metricsText(counters),
    staffFolder: existsSync(join(STAFF_FOLDER, 'index.html')) ? STAFF_FOLDER : null,
    log,
    onRequest: (ms, status) => {
      counters.requests += 1
      counters.ms += ms
      if (status >= 500) counters.failures += 1
    },
  })
  mountCheckPage(app, world)
  app.get('/portal.css', (c) =>
    c.body(portalStyles, 200, { 'content-type': 'text/css', 'cache-control': 'public, max-age=3600' }),
  )
  mountNews(app, world)
  mountCalendar(app, world)
  for (const { file } of fontFiles) {
    app.get(`/fonts/${file}`, (c) =>
      c.body(readFileSync(join(FONT_FOLDER, file)) as Uint8Array<ArrayBuffer>, 200, {
        'content-type': 'font/woff2',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    )
  }
  return app
}

/** Does a turn again and again until stopped, one at a time; a turn says how long to rest after it. */
function repeat(turn: () => Promise<number>): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout
  let running: Promise<void> = Promise.resolve()
  const next = (rest: number): void => {
    if (isStopped) return
    timer = setTimeout(() => {
      running = turn().then(next)
    }, rest)
  }
  next(REFRESH_MS)
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}

/** Keeps totals fresh; when a day begins, hangs the units and erases what has run out. */
function startWorker({ world }: Booted, log: Log): () => Promise<void> {
  let purgedOn = ''
  return repeat(async () => {
    const started = performance.now()
    try {
      await hangToday(world)
      await refreshAll(world)
      const day = today(world)
      if (day !== purgedOn) await purge(world)
      purgedOn = day
    } catch (error) {
      log('error', { job: 'refresh', error: String(error) })
    }
    return Math.max(REFRESH_MS, (performance.now() - started) * REST_TIMES)
  })
}

/** Reads the files that wait, with a breath after each, so that those who work meanwhile do not feel it. */
function startReader({ world }: Booted, log: Log): () => Promise<void> {
  return repeat(async () => {
    const started = performance.now()
    try {
      if (!(await readNext(world))) return READING_REST_MS
    } catch (error) {
      log('error', { job: 'read', error: String(error) })
    }
    return performance.now() - started
  })
}

/** Listens on a host and port (0 = any free one). */
export async function startServer(booted: Booted, where: { host: string; port: number }, log: Log): Promise<Running> {
  const app = appOf(booted, log)
  const server: Server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(where.port, where.host, done)
  })
  const stopWorkers = [startWorker(booted, log), startReader(booted, log)]
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : where.port
  return {
    address: `http://${where.host}:${port}`,
    port,
    stop: async () => {
      await Promise.all(stopWorkers.map((stop) => stop()))
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
      await booted.database.close()
    },
  }
}
