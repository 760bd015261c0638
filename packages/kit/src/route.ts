// Binds an endpoint's contract to the function that answers it. It knows nothing of HTTP servers.
import type { Actor } from './actor.ts'
import type { AnswerOf, AnyEndpoint, AnyFileEndpoint, BodyOf, QueryOf } from './endpoint.ts'
import type { Language } from './problem.ts'

/** One parsed and allowed call. `actor` is present for every endpoint that is not public. */
export type Call<E extends AnyEndpoint> = {
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly actor: Actor
  readonly language: Language
}

export type Route = { readonly endpoint: AnyEndpoint; readonly handle: (call: Call<AnyEndpoint>) => Promise<unknown> }

export const route = <E extends AnyEndpoint>(endpoint: E, handle: (call: Call<E>) => Promise<AnswerOf<E>>): Route => ({
  endpoint,
  // The edge parses query and body with this very endpoint's schemas before it calls.
  handle: (call) => handle(call as Call<E>),
})

/** One parsed and allowed call of a door for files; `bytes` is the body of a POST, empty for a GET. */
export type FileCall<E extends AnyFileEndpoint> = {
  readonly query: QueryOf<E>
  readonly bytes: Uint8Array
  readonly actor: Actor
  readonly language: Language
}

/** A file to save, or one that the browser may show in place (`isInline`), shut off from the site's own powers. */
export type FileReply =
  | { readonly name: string; readonly type: string; readonly bytes: Uint8Array; readonly isInline?: boolean }
  | { readonly json: unknown }

export type FileRoute = {
  readonly endpoint: AnyFileEndpoint
  readonly handle: (call: FileCall<AnyFileEndpoint>) => Promise<FileReply>
}

export const fileRoute = <E extends AnyFileEndpoint>(
  endpoint: E,
  handle: (call: FileCall<E>) => Promise<FileReply>,
): FileRoute => ({
  endpoint,
  // The edge parses the query with this very endpoint's schema before it calls.
  handle: (call) => handle(call as FileCall<E>),
})
