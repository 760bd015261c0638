// Calls to the server by contract, cached by TanStack Query. It knows no room.
import type { AnswerOf, AnyEndpoint, CallOf } from '@kheo/kit/endpoint.ts'
import { addressOf, CallRefused, type Fetch, makeClient } from '@kheo/kit/client.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 } from 'uuid'
import { language, t } from './text.ts'

const PATIENCE_MS = 30_000

const sameOrigin: Fetch = (url, init) =>
  fetch(url, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) })

/** @throws CallRefused with the server's sentence; TypeError when the server cannot be reached */
export const call = makeClient(sameOrigin, language)

const FILE_PATIENCE_MS = 180_000

/**
 * Sends a file, or cells as text, to a door for files; `query` says what it is and for whom.
 * @throws CallRefused with the server's sentence; TypeError when the server cannot be reached
 */
export async function sendBytes(path: string, query: Readonly<Record<string, unknown>>, body: Blob): Promise<Response> {
  const response = await fetch(addressOf({ path }, query), {
    method: 'POST',
    headers: { 'accept-language': language(), 'content-type': body.type },
    body,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(FILE_PATIENCE_MS),
  })
  if (!response.ok) throw new CallRefused(response.status, (await response.json().catch(() => ({}))) as object)
  return response
}

export const isRefused = (error: unknown, status?: number): error is CallRefused =>
  error instanceof CallRefused && (status === undefined || error.status === status)

/** The sentence to show for anything that was thrown by a call. */
export function messageOf(error: unknown): string {
  if (isRefused(error))
    return error.message.startsWith('HTTP ') ? t('common.refused', { status: error.status }) : error.message
  return t('common.unreachable')
}

type QueryIn<E extends AnyEndpoint> = CallOf<E>['query']

export const keyOf = (endpoint: AnyEndpoint, query: unknown) => [endpoint.path, query] as const

/** Reads an endpoint; the answer before stays on screen while the next one is on its way. */
export function useServer<E extends AnyEndpoint>(
  endpoint: E,
  query: QueryIn<E>,
  options: { readonly enabled?: boolean } = {},
) {
  return useQuery<AnswerOf<E>>({
    queryKey: keyOf(endpoint, query),
    // A GET has an empty body by contract.
    queryFn: () => call(endpoint, { query, body: {} } as CallOf<E>),
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** Sends a command; afterwards every answer of the endpoints in `refresh` is asked for again. */
export function useCommand<E extends AnyEndpoint>(endpoint: E, refresh: readonly AnyEndpoint[] = []) {
  const cache = useQueryClient()
  return useMutation<AnswerOf<E>, Error, CallOf<E>['body']>({
    mutationFn: (body) => call(endpoint, { query: {}, body } as CallOf<E>),
    onSuccess: () => Promise.all(refresh.map((it) => cache.invalidateQueries({ queryKey: [it.path] }))),
  })
}

/** An id for one intention: sending it twice changes nothing. Renew it after success. */
export function useCommandId(): readonly [string, () => void] {
  const [id, setId] = useState(() => v7())
  return [id, () => setId(v7())]
}

export const newId = (): string => v7()
