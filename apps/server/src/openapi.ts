// The API's own description, made from the contracts that the server and the browser share.
import type { FileRoute, Route } from '@kheo/kit/route.ts'
import { z } from 'zod'

const toSchema = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' })

function parametersOf(schema: z.ZodType, path: string): unknown[] {
  const json = toSchema(schema, 'input') as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(json.properties ?? {}).map(([name, of]) => {
    const isInPath = path.includes(`:${name}`)
    return {
      name,
      in: isInPath ? 'path' : 'query',
      required: isInPath || (json.required ?? []).includes(name),
      schema: of,
    }
  })
}

const REFUSED = { description: 'Refused: {code, message, issues?, details?}' }
const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }

const fileOf = ({ endpoint }: FileRoute): unknown => ({
  summary: endpoint.summary,
  'x-access': endpoint.access,
  parameters: parametersOf(endpoint.query, endpoint.path),
  ...(endpoint.method === 'POST' ? { requestBody: { required: true, content: BYTES } } : {}),
  responses: {
    '200': { description: 'OK', content: endpoint.method === 'POST' ? { 'application/json': {} } : BYTES },
    '4XX': REFUSED,
  },
})

/** OpenAPI 3.1 of all routes and doors for files, with who may call each. */
export function openApiOf(routes: readonly Route[], files: readonly FileRoute[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const file of files) {
    const path = `/api${file.endpoint.path}`
    paths[path] = { ...paths[path], [file.endpoint.method.toLowerCase()]: fileOf(file) }
  }
  for (const { endpoint } of routes) {
    const path = `/api${endpoint.path.replaceAll(/:([a-zA-Z]+)/g, '{$1}')}`
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: {
        summary: endpoint.summary,
        'x-access': endpoint.access,
        parameters: parametersOf(endpoint.query, endpoint.path),
        ...(endpoint.method === 'POST'
          ? {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: toSchema(endpoint.body, 'input') } },
              },
            }
          : {}),
        responses: {
          '200': {
            description: 'OK',
            content: { 'application/json': { schema: toSchema(endpoint.answer, 'output') } },
          },
          '4XX': REFUSED,
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Khéo', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
  }
}
