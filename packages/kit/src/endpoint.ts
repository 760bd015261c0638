// The contract of one HTTP endpoint: shared by the server that answers it and the browser that calls it.
import type { z } from 'zod'

export type Role = 'recorder' | 'compiler' | 'approver' | 'consolidator' | 'editor' | 'administrator' | 'auditor'

/** Who may try at all. Whether this unit's matter is theirs is decided after loading, and again by the database. */
export type Access = 'public' | 'signed-in' | { readonly roles: readonly Role[] }

export type Endpoint<Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = {
  readonly method: 'GET' | 'POST'
  /** Under /api, with `:name` parameters; those are read with the query. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly query: Q
  readonly body: B
  readonly answer: R
}

// biome-ignore format: one line reads better
export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType>

export const endpoint = <Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  it: Endpoint<Q, B, R>,
): Endpoint<Q, B, R> => it

export type QueryOf<E extends AnyEndpoint> = z.output<E['query']>
export type BodyOf<E extends AnyEndpoint> = z.output<E['body']>
export type AnswerOf<E extends AnyEndpoint> = z.output<E['answer']>
export type CallOf<E extends AnyEndpoint> = { readonly query: z.input<E['query']>; readonly body: z.input<E['body']> }
