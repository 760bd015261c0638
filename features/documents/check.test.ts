// A paper sent to be checked, through the front door: who may, what is answered, in whose language, and that nothing is kept.
import { codesOf, edited, goodBytes, swap } from '@kheo/writer/checker/testing-papers.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { checkAlone } from './check.actions.ts'
import { sentences as en } from './check.problems.en.ts'
import { sentences as vi } from './check.problems.vi.ts'
import { type CheckAnswer, checks } from './check.schema.ts'
import { documents } from './schema.ts'

const WARD = 'X13324@2025'
type Sender = Awaited<ReturnType<TestWorld['fetchAs']>>

describe('a paper sent to be checked', () => {
  let test: TestWorld
  let officer: Sender
  const send = (sender: Sender, bytes: Uint8Array, query = '', language = 'vi') =>
    sender(`/api/papers/check${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
      body: bytes as Uint8Array<ArrayBuffer>,
    })

  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.fetchAs('can-bo')
  })
  afterAll(() => test.close())

  it('is judged by the format that its own head asks for', async () => {
    const reply = await send(officer, await goodBytes('nha-nuoc-2020', 'bao-cao'))
    expect(reply.status).toBe(200)
    expect(await reply.json()).toMatchObject({
      profile: { code: 'nha-nuoc-2020' },
      isGuessed: true,
      passes: true,
      errors: 0,
    })
  })

  it('is judged by the format that the sender chose', async () => {
    const bytes = edited(await goodBytes('dang-2018', 'bao-cao'), swap('Số 05-BC/ĐU', 'Số: 05/BC-ĐU'))
    const reply = await send(officer, bytes, '?profile=dang-2018')
    const answer = (await reply.json()) as CheckAnswer
    expect(codesOf(answer as never, 'error')).toEqual(['number_pattern'])
    expect(answer.findings[0]).toMatchObject({ name: 'Số, ký hiệu', where: { excerpt: 'Số: 05/BC-ĐU' } })
  })

  it('is refused in words when it is none, or when there is no such format', async () => {
    const bad = await send(officer, new TextEncoder().encode('Báo cáo'), '', 'en')
    expect([bad.status, await bad.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'paper.not_a_docx', message: en['paper.not_a_docx']() }),
    ])
    const unknown = await send(officer, await goodBytes('nha-nuoc-2020', 'bao-cao'), '?profile=khong-co')
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      expect.objectContaining({ message: expect.stringContaining('khong-co') }),
    ])
  })

  it('of the office itself has a certificate on its own file, from its issue on of the same hash', async () => {
    const client = await test.as('can-bo')
    const send = (endpoint: typeof documents.draft | typeof documents.issue, body: object) =>
      client(endpoint, { query: {}, body: { commandId: newId(), unit: WARD, ...body } } as never)
    const { id } = await send(documents.draft, { family: 'state', kind: 'thong-bao', summary: 'Lịch tiếp công dân' })
    await send(documents.issue, { id, baseRev: 1, on: '2026-06-15', number: null })
    const ask = () => client(checks.certificate, { query: { unit: WARD, id }, body: {} })
    const [first, second] = [await ask(), await ask()]
    expect(first).toMatchObject({ date: '2026-06-15', found: { passes: true, errors: 0 } })
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(second.hash).toBe(first.hash)
    await test.post('ben-canh', 'X13330@2025', 'compiler')
    const beside = await test.as('ben-canh')
    await expect(beside(checks.certificate, { query: { unit: WARD, id }, body: {} })).rejects.toThrow(/Phường Duy Tiên/)
  })

  it('is not kept, and needs somebody signed in', async () => {
    const count = async () => {
      const found = await sql<{
        n: string
      }>`select (select count(*) from command) + (select count(*) from attachment) as n`.execute(
        test.world.database.owner,
      )
      return Number(found.rows[0]?.n)
    }
    const before = await count()
    await send(officer, await goodBytes('nha-nuoc-2020', 'bao-cao'))
    expect(await count()).toBe(before)
  })
})

describe('the sentences', () => {
  it('say in both languages what to do', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi))
    for (const code of Object.keys(vi) as (keyof typeof vi)[]) {
      const problem = { code, profile: 'x', file: 'x' } as never
      expect(vi[code](problem)).toMatch(/Đề nghị/)
    }
  })

  it('without a database the shipped formats judge', async () => {
    expect(checkAlone(await goodBytes('dang-2026', 'ke-hoach'), 'auto', '2026-11-22')).toMatchObject({
      passes: true,
      profile: { code: 'dang-2026' },
    })
  })
})
