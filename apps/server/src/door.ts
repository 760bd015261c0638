// What every door asks of a request before a room hears of it: from which site, from whom, in which language.
import { sentenceBook } from '@kheo/features/server.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { Access } from '@kheo/kit/endpoint.ts'
import { sentenceOf, statusOf, type Language } from '@kheo/kit/problem.ts'
import type { Context } from 'hono'

export type Env = {
  Bindings: { incoming?: { socket: { remoteAddress?: string } } }
  Variables: { actor: Actor }
}

export const ANONYMOUS: Actor = { accountId: '', name: '', positions: [] }

export const languageOf = (header: string | null | undefined): Language =>
  /^\s*en\b/i.test(header ?? '') ? 'en' : 'vi'

export const addressOf = (c: Context<Env>): string => c.env?.incoming?.socket.remoteAddress ?? ''
export const isLoopback = (address: string): boolean => ['', '127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address)

/** A post from another site carries its origin, or says so itself; either is refused. */
export function isCrossSite(c: Context<Env>): boolean {
  const origin = c.req.header('origin')
  if (c.req.header('sec-fetch-site') === 'cross-site') return true
  if (origin === undefined) return false
  const from = URL.parse(origin)?.host
  return from === undefined || from !== (c.req.header('x-forwarded-host') ?? c.req.header('host'))
}

/** What a refusal says of single fields, in the reader's language. */
function issuesOf(problem: object, language: Language): { issues?: readonly { path: string; message: string }[] } {
  if (!('issues' in problem) || !Array.isArray(problem.issues)) return {}
  const issues = problem.issues as readonly {
    readonly field: string
    readonly says: readonly [vi: string, en: string]
  }[]
  return { issues: issues.map(({ field, says }) => ({ path: field, message: says[language === 'vi' ? 0 : 1] })) }
}

export function refusalReply(c: Context<Env>, problem: { readonly code: string }): Response {
  const language = languageOf(c.req.header('accept-language'))
  const message = sentenceOf(sentenceBook, language, problem)
  if (message === undefined) throw new Error(`no sentence for ${problem.code}`)
  const { code, ...details } = problem
  return c.json({ code, message, ...issuesOf(problem, language), details }, statusOf(code))
}

/** The refusal of who may not even try; null when the door opens. */
export function allows(access: Access, actor: Actor | undefined): { code: string } | null {
  if (access === 'public') return null
  if (actor === undefined) return { code: 'access.sign_in_required' }
  if (access === 'signed-in') return null
  const has = actor.positions.some((position) => access.roles.includes(position.role))
  return has ? null : ({ code: 'access.role_missing', unit: '…', roles: access.roles } as { code: string })
}
