// The doors for files: bytes in by POST, bytes out by GET, behind the same checks as every other door.
import type { Actor } from '@kheo/kit/actor.ts'
import type { FileReply, FileRoute } from '@kheo/kit/route.ts'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allows, ANONYMOUS, isCrossSite, languageOf, refusalReply, type Env } from './door.ts'
import { inputProblem } from './input.ts'

const MEGABYTE = 1024 * 1024
const MAX_JSON = 2 * MEGABYTE
const MAX_FILE = 10 * MEGABYTE

/** What a form of another site can send without asking first; a file comes under any other name. */
const FORM_TYPE = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)?\s*(?:;|$)/i

type ActorOf = (headers: Headers) => Promise<Actor | undefined>

function tooLarge(c: Context<Env>, most: number): Response {
  const size = most / MEGABYTE
  const isVi = languageOf(c.req.header('accept-language')) === 'vi'
  const written = isVi ? String(size).replace('.', ',') : String(size)
  const message = isVi
    ? `Nội dung gửi lên quá lớn (trên ${written} MB). Đề nghị giảm dung lượng hoặc chia thành nhiều tệp rồi gửi lại.`
    : `What was sent is too large (over ${written} MB). Make it smaller or split it into several files and send again.`
  return c.json({ code: 'input.too_large', message }, 413)
}

const limit = (most: number): MiddlewareHandler =>
  bodyLimit({ maxSize: most, onError: (c) => tooLarge(c as Context<Env>, most) })

/** Bodies of JSON are bounded for everybody; those of files at their own doors, once it is known who sends. */
export function limitBody(files: readonly FileRoute[]): MiddlewareHandler {
  const uploads = new Set(files.flatMap(({ endpoint }) => (endpoint.method === 'POST' ? [`/api${endpoint.path}`] : [])))
  const json = limit(MAX_JSON)
  return (c, next) => (uploads.has(c.req.path) ? next() : json(c, next))
}

/** The name in plain letters for old browsers, and as it is for the others. */
function disposition(name: string, isInline: boolean): string {
  const plain = name
    .replaceAll(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/[^ -~]|["\\%]/g, '')
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (each) => `%${each.codePointAt(0)?.toString(16)}`,
  )
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`
}

function fileReply(c: Context<Env>, made: FileReply): Response {
  if ('json' in made) return c.json(made.json as never)
  const isInline = made.isInline === true
  return c.body(made.bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': made.type,
    'content-disposition': disposition(made.name, isInline),
    'cache-control': 'private, no-store',
    ...(isInline ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" } : {}),
  })
}

/** One door for files; the body is read only once it is known that the caller may send one. */
export function mountFile(app: Hono<Env>, { endpoint, handle }: FileRoute, actorOf: ActorOf): void {
  const { method, access } = endpoint
  const isUpload = method === 'POST'
  const admit: MiddlewareHandler<Env> = async (c, next) => {
    if (isUpload && (isCrossSite(c) || FORM_TYPE.test(c.req.header('content-type') ?? '')))
      return refusalReply(c, { code: 'access.cross_site' })
    const actor = access === 'public' ? ANONYMOUS : await actorOf(c.req.raw.headers)
    const refused = allows(access, actor)
    if (refused !== null) return refusalReply(c, refused)
    c.set('actor', actor ?? ANONYMOUS)
    return next()
  }
  app.on(method, `/api${endpoint.path}`, admit, limit(endpoint.maxBytes ?? MAX_FILE), async (c) => {
    const language = languageOf(c.req.header('accept-language'))
    const query = endpoint.query.safeParse(c.req.query())
    if (!query.success) return c.json(inputProblem(query.error, language), 422)
    const bytes = isUpload ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array()
    return fileReply(c, await handle({ query: query.data, bytes, actor: c.get('actor'), language }))
  })
}
