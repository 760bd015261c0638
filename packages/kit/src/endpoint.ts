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

/**
 * The contract of a door for files: bytes out (GET), or bytes in (POST, the body is the file and its name and place stand in
 * the query). A file that comes in is answered with JSON or with a file.
 */
export type FileEndpoint<Q extends z.ZodType> = {
  readonly method: 'GET' | 'POST'
  /** Under /api, without parameters. */
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly query: Q
  /** Bytes of a POST at the most; 10 MB unless said. */
  readonly maxBytes?: number
}

export type AnyFileEndpoint = FileEndpoint<z.ZodType>

export const fileEndpoint = <Q extends z.ZodType>(it: FileEndpoint<Q>): FileEndpoint<Q> => it

export type QueryOf<E extends { readonly query: z.ZodType }> = z.output<E['query']>
export type BodyOf<E extends AnyEndpoint> = z.output<E['body']>
export type AnswerOf<E extends AnyEndpoint> = z.output<E['answer']>
export type CallOf<E extends AnyEndpoint> = { readonly query: z.input<E['query']>; readonly body: z.input<E['body']> }
