// Calls an endpoint by its contract, from a browser or a test. It knows no room.
import type { AnswerOf, AnyEndpoint, CallOf } from './endpoint.ts'

export type InputIssue = { readonly path: string; readonly message: string }

/** What the server refused, with the sentence it said in the reader's language. */
export class CallRefused extends Error {
  readonly status: number
  readonly code: string
  readonly issues: readonly InputIssue[]
  readonly details: Readonly<Record<string, unknown>>
  constructor(
    status: number,
    body: { code?: string; message?: string; issues?: readonly InputIssue[]; details?: Record<string, unknown> },
  ) {
    super(body.message ?? `HTTP ${status}`)
    this.name = 'CallRefused'
    this.status = status
    this.code = body.code ?? 'unknown'
    this.issues = body.issues ?? []
    this.details = body.details ?? {}
  }
}

export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{ status: number; ok: boolean; json(): Promise<unknown> }>

/** The address of an endpoint with its parameters filled in; what the path does not name goes into the query. */
export function addressOf(endpoint: { readonly path: string }, query: Readonly<Record<string, unknown>>): string {
  const rest = new Map(Object.entries(query).filter(([, value]) => value !== undefined))
  const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = String(rest.get(name))
    rest.delete(name)
    return encodeURIComponent(value)
  })
  const search = [...rest].map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return `/api${path}${search === '' ? '' : `?${search}`}`
}

/** @throws CallRefused with the server's sentence */
export function makeClient(fetch: Fetch, language: () => string) {
  return async <E extends AnyEndpoint>(endpoint: E, call: CallOf<E>): Promise<AnswerOf<E>> => {
    const response = await fetch(addressOf(endpoint, (call.query ?? {}) as Record<string, unknown>), {
      method: endpoint.method,
      headers: {
        'accept-language': language(),
        ...(endpoint.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      ...(endpoint.method === 'POST' ? { body: JSON.stringify(call.body ?? {}) } : {}),
    })
    const body = await response.json().catch(() => ({}))
    if (!response.ok) throw new CallRefused(response.status, body as Record<string, never>)
    return body as AnswerOf<E>
  }
}
