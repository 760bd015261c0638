// HTTP only: sessions, contracts, refusals in the reader's language, headers, static files. No rule of a room lives here.
import { serveStatic } from '@hono/node-server/serve-static'
import { sentenceBook } from '@kheo/features/server.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { Access } from '@kheo/kit/endpoint.ts'
import { Refusal, sentenceOf, statusOf, type Language } from '@kheo/kit/problem.ts'
import type { Route } from '@kheo/kit/route.ts'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { inputProblem } from './input.ts'
import type { Log } from './log.ts'
import { openApiOf } from './openapi.ts'

export type FileRoute = {
  readonly path: string
  readonly access: Access
  readonly handle: (
    query: Record<string, string>,
    actor: Actor,
  ) => Promise<{ name: string; type: string; bytes: Uint8Array } | { problem: unknown }>
}

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

type Env = { Bindings: { incoming?: { socket: { remoteAddress?: string } } } }

const MAX_BODY = 2 * 1024 * 1024
const ANONYMOUS: Actor = { accountId: '', name: '', positions: [] }

export const languageOf = (header: string | null | undefined): Language =>
  /^\s*en\b/i.test(header ?? '') ? 'en' : 'vi'

const addressOf = (c: Context<Env>): string => c.env?.incoming?.socket.remoteAddress ?? ''
const isLoopback = (address: string): boolean => ['', '127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)

/** A post from another site carries its origin, or says so itself; either is refused. JSON alone is accepted besides. */
function isCrossSite(c: Context<Env>): boolean {
  const origin = c.req.header('origin')
  if (c.req.header('sec-fetch-site') === 'cross-site') return true
  if (origin === undefined) return false
  return URL.parse(origin)?.host !== (c.req.header('x-forwarded-host') ?? c.req.header('host'))
}

function refusalReply(c: Context<Env>, problem: { readonly code: string }): Response {
  const language = languageOf(c.req.header('accept-language'))
  const message = sentenceOf(sentenceBook, language, problem)
  if (message === undefined) throw new Error(`no sentence for ${problem.code}`)
  const { code, ...details } = problem
  return c.json({ code, message, details }, statusOf(code))
}

function allows(access: Access, actor: Actor | undefined): { code: string } | null {
  if (access === 'public') return null
  if (actor === undefined) return { code: 'access.sign_in_required' }
  if (access === 'signed-in') return null
  const has = actor.positions.some((position) => access.roles.includes(position.role))
  return has ? null : ({ code: 'access.role_missing', unit: '…', roles: access.roles } as { code: string })
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
  const description = JSON.stringify(openApiOf(parts.routes))
  app.get('/api/openapi.json', (c) => c.body(description, 200, { 'content-type': 'application/json' }))
  app.all('/api/auth/*', (c) => parts.auth(c.req.raw, addressOf(c)))
  for (const route of parts.routes)
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, (c) => answer(c, parts, route))
  for (const file of parts.files) {
    app.get(`/api${file.path}`, async (c) => {
      const actor = await parts.actorOf(c.req.raw.headers)
      const refused = allows(file.access, actor)
      if (refused !== null) return refusalReply(c, refused)
      const made = await file.handle(c.req.query(), actor ?? ANONYMOUS)
      if ('problem' in made) return c.json(made.problem as never, 422)
      return c.body(made.bytes as Uint8Array<ArrayBuffer>, 200, {
        'content-type': made.type,
        'content-disposition': `attachment; filename="${made.name}"`,
        'cache-control': 'private, no-store',
      })
    })
  }
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
    }),
  )
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_BODY,
      onError: (c) => c.json({ code: 'input.too_large', message: 'Nội dung gửi lên quá lớn (trên 2 MB).' }, 413),
    }),
  )
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
