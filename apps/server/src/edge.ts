// HTTP only: sessions, contracts, refusals in the reader's language, headers, static files. No rule of a room lives here.
import { serveStatic } from '@hono/node-server/serve-static'
import type { Actor } from '@kheo/kit/actor.ts'
import { Refusal, type Language } from '@kheo/kit/problem.ts'
import type { FileRoute, Route } from '@kheo/kit/route.ts'
import { Hono, type Context } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { addressOf, allows, ANONYMOUS, isCrossSite, isLoopback, languageOf, refusalReply, type Env } from './door.ts'
import { limitBody, mountFile } from './files.ts'
import { inputProblem } from './input.ts'
import type { Log } from './log.ts'
import { openApiOf } from './openapi.ts'

export type EdgeParts = {
  readonly routes: readonly Route[]
  readonly files: readonly FileRoute[]
  readonly actorOf: (headers: Headers) => Promise<Actor | undefined>
  readonly forgetSessions: () => void
  readonly auth: (request: Request, address: string) => Promise<Response>
  readonly home: (language: Language) => Promise<string>
  readonly health: () => Promise<boolean>
  readonly metrics: () => string
  readonly staffFolder: string | null
  readonly log: Log
  readonly onRequest: (ms: number, status: number) => void
}

async function readBody(c: Context<Env>): Promise<unknown> {
  if (c.req.method !== 'POST') return {}
  return c.req.json().catch(() => undefined)
}

async function answer(c: Context<Env>, parts: EdgeParts, { endpoint, handle }: Route): Promise<Response> {
  if (
    endpoint.method === 'POST' &&
    (isCrossSite(c) || !(c.req.header('content-type') ?? '').startsWith('application/json'))
  )
    return refusalReply(c, { code: 'access.cross_site' })
  const actor = endpoint.access === 'public' ? ANONYMOUS : await parts.actorOf(c.req.raw.headers)
  const refused = allows(endpoint.access, actor)
  if (refused !== null) return refusalReply(c, refused)
  const language = languageOf(c.req.header('accept-language'))
  const query = endpoint.query.safeParse({ ...c.req.query(), ...c.req.param() })
  if (!query.success) return c.json(inputProblem(query.error, language), 422)
  const body = endpoint.body.safeParse(await readBody(c))
  if (!body.success) return c.json(inputProblem(body.error, language), 422)
  const made = await handle({ query: query.data, body: body.data, actor: actor ?? ANONYMOUS, language })
  if (endpoint.method === 'POST' && endpoint.path.startsWith('/positions')) parts.forgetSessions()
  return c.json(made as never)
}

function mountApi(app: Hono<Env>, parts: EdgeParts): void {
  const description = JSON.stringify(openApiOf(parts.routes, parts.files))
  app.get('/api/openapi.json', (c) => c.body(description, 200, { 'content-type': 'application/json' }))
  app.all('/api/auth/*', (c) => parts.auth(c.req.raw, addressOf(c)))
  for (const route of parts.routes)
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, (c) => answer(c, parts, route))
  for (const file of parts.files) mountFile(app, file, parts.actorOf)
  app.all('/api/*', (c) =>
    c.json(
      {
        code: 'input.no_such_address',
        message:
          languageOf(c.req.header('accept-language')) === 'vi' ? 'Không có địa chỉ này.' : 'There is no such address.',
      },
      404,
    ),
  )
}

function mountStaff(app: Hono<Env>, folder: string): void {
  app.use('/app/assets/*', async (c, next) => {
    await next()
    c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/app/*', serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace(/^\/app/, '') }))
  const page = serveStatic({ root: folder, path: 'index.html' })
  app.get('/app', page)
  app.get('/app/*', page)
}

/** The whole HTTP side of the product. */
export function createEdge(parts: EdgeParts): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round((performance.now() - started) * 10) / 10
    parts.onRequest(ms, c.res.status)
    parts.log('info', {
      method: c.req.method,
      path: c.req.path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'),
      status: c.res.status,
      ms,
    })
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
      xFrameOptions: 'DENY',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
      // A file that is shown in place brings a stricter policy of its own.
      overwrite: false,
    }),
  )
  app.use('/api/*', limitBody(parts.files))
  app.get('/healthz', async (c) => ((await parts.health()) ? c.json({ ok: true }) : c.json({ ok: false }, 503)))
  app.get('/metrics', (c) => (isLoopback(addressOf(c)) ? c.text(parts.metrics()) : c.notFound()))
  mountApi(app, parts)
  if (parts.staffFolder !== null) mountStaff(app, parts.staffFolder)
  app.get('/', async (c) =>
    c.html(await parts.home(languageOf(c.req.query('lang') ?? c.req.header('accept-language')))),
  )
  app.onError((error, c) => {
    if (error instanceof Refusal) return refusalReply(c as Context<Env>, error.problem)
    const id = crypto.randomUUID().slice(0, 8)
    parts.log('error', { id, path: c.req.path, error: error.message, stack: error.stack })
    const isVi = languageOf(c.req.header('accept-language')) === 'vi'
    return c.json(
      {
        code: 'server.failed',
        message: isVi
          ? `Hệ thống gặp lỗi, chưa lưu gì. Đề nghị thử lại; nếu vẫn lỗi, báo quản trị mã ${id}.`
          : `Something failed and nothing was saved. Try again; if it persists, tell the administrator the code ${id}.`,
      },
      500,
    )
  })
  return app
}
