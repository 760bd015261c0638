// Every door of the product: who may try it, and what happens to who may not; and a sentence in both languages for every refusal.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constraints } from '@kheo/features/constraints.ts'
import { routesOf, sentenceBook } from '@kheo/features/server.ts'
import type { AnyEndpoint } from '@kheo/kit/endpoint.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from './harness/world.ts'

const ROLES = ['recorder', 'compiler', 'approver', 'consolidator', 'editor', 'administrator', 'auditor']
/** Doors that stand open to everybody. A new one must be written here by hand. */
const PUBLIC: readonly string[] = []
const FEATURES = fileURLToPath(new URL('../features', import.meta.url))

const addressOf = (endpoint: AnyEndpoint): string => `/api${endpoint.path.replaceAll(/:[a-zA-Z]+/g, 'x')}`
const callOf = (endpoint: AnyEndpoint, headers: Record<string, string> = {}): RequestInit =>
  endpoint.method === 'GET'
    ? { headers }
    : { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' }

describe('every route', () => {
  let test: TestWorld
  let endpoints: readonly AnyEndpoint[]
  let asAuditor: Awaited<ReturnType<TestWorld['fetchAs']>>
  beforeAll(async () => {
    test = await openTestWorld()
    endpoints = routesOf(test.world, test.accounts).map((route) => route.endpoint)
    await test.post('kiem-soat', 'VN', 'auditor')
    asAuditor = await test.fetchAs('kiem-soat')
  })
  afterAll(() => test.close())

  it('offers of the accounts library only what an office needs', async () => {
    const closed = [
      'sign-up/email',
      'sign-in/email',
      'is-username-available',
      'update-user',
      'change-email',
      'delete-user',
      'request-password-reset',
    ]
    for (const path of closed) {
      const reply = await test.app.request(`/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
        body: JSON.stringify({ email: 'a@b.vn', password: 'mat-khau-dai-hon', name: 'A', username: 'quantri' }),
      })
      expect([path, reply.status]).toEqual([path, 404])
    }
  })

  it('declares who may try it', () => {
    const table = endpoints.map(({ method, path, access }) =>
      [method.padEnd(5), path.padEnd(40), typeof access === 'string' ? access : access.roles.join(', ')].join(''),
    )
    process.stdout.write(`${table.join('\n')}\n`)
    expect(endpoints.length).toBeGreaterThan(30)
    const isDeclared = ({ access }: AnyEndpoint): boolean =>
      typeof access === 'string'
        ? ['public', 'signed-in'].includes(access)
        : access.roles.length > 0 && access.roles.every((role) => ROLES.includes(role))
    expect(endpoints.filter((endpoint) => !isDeclared(endpoint)).map((endpoint) => endpoint.path)).toEqual([])
    expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length)
  })

  it('is public only where that is meant', () => {
    expect(endpoints.filter((endpoint) => endpoint.access === 'public').map((endpoint) => endpoint.path)).toEqual(
      PUBLIC,
    )
  })

  it('changes something only by POST, for named roles', () => {
    expect(
      endpoints
        .filter((endpoint) => endpoint.method === 'POST' && typeof endpoint.access === 'string')
        .map((endpoint) => endpoint.path),
    ).toEqual([])
  })

  it('answers 401 to who has not signed in, and to a cookie that is made up', async () => {
    for (const endpoint of endpoints.filter((each) => each.access !== 'public')) {
      for (const headers of [{}, { cookie: 'kheo.session_token=made-up.c2lnbmF0dXJl' }]) {
        const reply = await test.app.request(addressOf(endpoint), callOf(endpoint, headers))
        expect([endpoint.path, reply.status, ((await reply.json()) as { code: string }).code]).toEqual([
          endpoint.path,
          401,
          'access.sign_in_required',
        ])
      }
    }
  })

  it('answers 403 to an auditor wherever the role is not named', async () => {
    const closed = endpoints.filter(({ access }) => typeof access !== 'string' && !access.roles.includes('auditor'))
    expect(closed.length).toBeGreaterThan(10)
    for (const endpoint of closed) {
      const reply = await asAuditor(addressOf(endpoint), callOf(endpoint))
      expect([endpoint.path, reply.status, ((await reply.json()) as { code: string }).code]).toEqual([
        endpoint.path,
        403,
        'access.role_missing',
      ])
    }
  })

  it('lets an auditor past the door where signing in is enough', async () => {
    for (const endpoint of endpoints.filter((each) => each.access === 'signed-in')) {
      const reply = await asAuditor(addressOf(endpoint), callOf(endpoint))
      expect([endpoint.path, [401, 403].includes(reply.status) || reply.status >= 500]).toEqual([endpoint.path, false])
    }
  })

  it('keeps files behind the same door', async () => {
    const reply = await test.app.request('/api/reports/document?unit=VN&type=dan-van&period=2026-H1&format=docx')
    expect(reply.status).toBe(401)
  })

  it('names only constraints that the database has, and each becomes a sentence', async () => {
    const { rows } = await sql<{
      name: string
    }>`select conname as name from pg_constraint where connamespace = 'public'::regnamespace`.execute(
      test.world.database.owner,
    )
    const names = new Set(rows.map((row) => row.name))
    expect([...constraints.keys()].filter((name) => !names.has(name))).toEqual([])
    expect(
      [...constraints.values()].filter((code) => !sentenceBook.vi.has(code) || !sentenceBook.en.has(code)),
    ).toEqual([])
    expect(constraints.size).toBeGreaterThan(0)
  })
})

describe('every refusal', () => {
  const codes = (book: ReadonlyMap<string, unknown>): string[] => [...book.keys()].toSorted()

  it('has a sentence in both languages', () => {
    expect(sentenceBook.vi.size).toBeGreaterThan(40)
    expect(codes(sentenceBook.en)).toEqual(codes(sentenceBook.vi))
  })

  it('that a room declares is in the merged books', () => {
    const declared = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[/\\])(problems|shared)\.ts$/.test(path))
      .flatMap((path) =>
        [...readFileSync(join(FEATURES, path), 'utf8').matchAll(/readonly code: '([a-z_.]+)'/g)].map(
          ([, code = '']) => code,
        ),
      )
    expect(declared.length).toBeGreaterThan(30)
    expect(declared.filter((code) => !sentenceBook.vi.has(code))).toEqual([])
  })

  it('that is written anywhere in the rooms is in the merged books', () => {
    const written = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.includes('.test.'))
      .flatMap((path) =>
        [...readFileSync(join(FEATURES, path), 'utf8').matchAll(/(?:refuse|Refusal)\(\{ code: '([a-z_.]+)'/g)].map(
          ([, code = '']) => code,
        ),
      )
    expect(written.length).toBeGreaterThan(20)
    expect([...new Set(written)].filter((code) => !sentenceBook.vi.has(code))).toEqual([])
  })

  it('in Vietnamese is written in composed letters', () => {
    const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('problems.vi.ts'),
    )
    expect(
      files.filter(
        (path) =>
          readFileSync(join(FEATURES, path), 'utf8') !== readFileSync(join(FEATURES, path), 'utf8').normalize('NFC'),
      ),
    ).toEqual([])
  })
})
