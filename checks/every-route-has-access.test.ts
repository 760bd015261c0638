// Every door of the product: who may try it, and what happens to who may not; and a sentence in both languages for every refusal.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constraints } from '@kheo/features/constraints.ts'
import { fileRoutesOf, routesOf, sentenceBook } from '@kheo/features/server.ts'
import type { AnyEndpoint, AnyFileEndpoint } from '@kheo/kit/endpoint.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from './harness/world.ts'

const ROLES = ['recorder', 'compiler', 'approver', 'consolidator', 'editor', 'administrator', 'auditor']
/** Doors that stand open to everybody. A new one must be written here by hand. */
const PUBLIC: readonly string[] = []
/** Files that everybody may fetch. */
const PUBLIC_FILES: readonly string[] = []
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

describe('every door for files', () => {
  let test: TestWorld
  let doors: readonly AnyFileEndpoint[]
  let asEverybody: Awaited<ReturnType<TestWorld['fetchAs']>>
  let asAuditor: Awaited<ReturnType<TestWorld['fetchAs']>>
  beforeAll(async () => {
    test = await openTestWorld()
    doors = fileRoutesOf(test.world).map((route) => route.endpoint)
    await test.post('kiem-soat', 'VN', 'auditor')
    asAuditor = await test.fetchAs('kiem-soat')
    for (const role of ROLES) await test.post('moi-vai', 'VN', role as 'auditor')
    asEverybody = await test.fetchAs('moi-vai')
  })
  afterAll(() => test.close())

  const uploads = (): AnyFileEndpoint[] => doors.filter((door) => door.method === 'POST')
  const sent = (
    door: AnyFileEndpoint,
    headers: Record<string, string> = {},
    body: Uint8Array | ReadableStream | 'x' = 'x',
  ): RequestInit =>
    door.method === 'GET'
      ? { headers }
      : { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body }
  const answerOf = async (reply: Response): Promise<[number, string]> => [
    reply.status,
    ((await reply.json()) as { code: string }).code,
  ]

  it('declares who may try it, and takes bytes from named roles only', () => {
    const table = doors.map(({ method, path, access }) =>
      [method.padEnd(5), path.padEnd(40), typeof access === 'string' ? access : access.roles.join(', ')].join(''),
    )
    process.stdout.write(`${table.join('\n')}\n`)
    expect(uploads().length).toBeGreaterThan(0)
    expect(new Set(doors.map(({ method, path }) => `${method} ${path}`)).size).toBe(doors.length)
    const named = doors.flatMap(({ access }) => (typeof access === 'string' ? [] : [access.roles]))
    expect(named.filter((roles) => roles.length === 0 || !roles.every((role) => ROLES.includes(role)))).toEqual([])
    expect(doors.filter((door) => door.access === 'public').map((door) => door.path)).toEqual(PUBLIC_FILES)
    expect(uploads().filter((door) => typeof door.access === 'string')).toEqual([])
    expect(doors.filter((door) => door.path.includes(':'))).toEqual([])
  })

  it('answers 401 to who has not signed in, and to a cookie that is made up', async () => {
    for (const door of doors.filter((each) => each.access !== 'public'))
      for (const headers of [{}, { cookie: 'kheo.session_token=made-up.c2lnbmF0dXJl' }])
        expect([door.path, await answerOf(await test.app.request(`/api${door.path}`, sent(door, headers)))]).toEqual([
          door.path,
          [401, 'access.sign_in_required'],
        ])
  })

  it('answers 403 to an auditor wherever the role is not named', async () => {
    const closed = doors.filter(({ access }) => typeof access !== 'string' && !access.roles.includes('auditor'))
    expect(closed.length).toBeGreaterThan(0)
    for (const door of closed)
      expect([door.path, await answerOf(await asAuditor(`/api${door.path}`, sent(door)))]).toEqual([
        door.path,
        [403, 'access.role_missing'],
      ])
  })

  it('refuses bytes that another site sends, and those that come as a form', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://khac.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'Text/Plain;charset=utf-8' },
      { 'content-type': '' },
    ]
    for (const door of uploads())
      for (const headers of foreign)
        expect([
          door.path,
          headers,
          await answerOf(await asEverybody(`/api${door.path}`, sent(door, headers))),
        ]).toEqual([door.path, headers, [403, 'access.cross_site']])
  })

  it('refuses more bytes than it takes, with a sentence, whether or not the length was told', async () => {
    for (const door of uploads()) {
      const most = door.maxBytes ?? 10 * 1024 * 1024
      const bytes = new Uint8Array(most + 1)
      const stream = new ReadableStream<Uint8Array>({
        start: (to) => {
          for (let at = 0; at < bytes.length; at += 65_536) to.enqueue(bytes.subarray(at, at + 65_536))
          to.close()
        },
      })
      const told = await asEverybody(`/api${door.path}`, sent(door, { 'content-length': String(bytes.length) }, bytes))
      const untold = await asEverybody(`/api${door.path}`, { ...sent(door, {}, stream), duplex: 'half' } as RequestInit)
      for (const reply of [told, untold]) {
        expect([door.path, reply.status]).toEqual([door.path, 413])
        expect(await reply.json()).toMatchObject({
          code: 'input.too_large',
          message: expect.stringMatching(/^Nội dung gửi lên quá lớn \(trên [\d,]+ MB\)\. Đề nghị /) as string,
        })
      }
    }
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
