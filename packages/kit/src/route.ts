// Binds an endpoint's contract to the function that answers it. It knows nothing of HTTP servers.
import type { Actor } from './actor.ts'
import type { AnswerOf, AnyEndpoint, BodyOf, QueryOf } from './endpoint.ts'
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
