// The public page of a check code tells what was issued, that a paper was cancelled, and whether a file is the one that was issued.
import { addressOf } from '@kheo/kit/client.ts'
import { documentFiles, documents } from '@kheo/features/documents/schema.ts'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../../checks/harness/world.ts'
import { openTurnstile } from './turnstile.ts'

const WARD = 'X13324@2025'

describe('the page of a check code', () => {
  let test: TestWorld
  let officer: Client
  let code: string
  let id: string
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    officer = await test.as('can-bo')
    const draft = { unit: WARD, family: 'state', kind: 'thong-bao', summary: 'Lịch tiếp công dân <quý III>' } as const
    id = (await officer(documents.draft, { query: {}, body: { commandId: newId(), ...draft } })).id
    const body = { commandId: newId(), unit: WARD, id, baseRev: 1, on: '2026-06-15', number: 7 }
    code = (await officer(documents.issue, { query: {}, body })).code
  })
  afterAll(() => test.close())

  const read = async (path: string, init?: RequestInit) => {
    const reply = await test.app.request(path, init)
    return { status: reply.status, text: await reply.text() }
  }
  const compared = async (file: Uint8Array) => {
    const form = new FormData()
    form.set('tep', new File([file as Uint8Array<ArrayBuffer>], 'van-ban.pdf'))
    return read(`/kiem-tra/${code}`, { method: 'POST', body: form })
  }

  it('shows the paper to whoever types its code, in any form, and has no script', async () => {
    expect(code).toMatch(/^[a-z2-9]{12}$/)
    const shown = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toUpperCase()}`
    const asked = await test.app.request(`/kiem-tra?ma=${encodeURIComponent(shown)}`)
    expect(asked.status).toBe(302)
    const { status, text } = await read(asked.headers.get('location') ?? '')
    expect(status).toBe(200)
    for (const words of ['07/TB-UBND', '15/6/2026', 'Lịch tiếp công dân &lt;quý III&gt;', 'đã được ban hành'])
      expect(text.replace('15/06/2026', '15/6/2026')).toContain(words)
    expect(text).not.toContain('<script')
    expect(text).not.toContain(WARD)
    expect((await read(`/kiem-tra/${code}?lang=en`)).text).toContain('This document was issued.')
  })

  it('knows the issued file from any other', async () => {
    const send = await test.fetchAs('can-bo')
    const reply = await send(addressOf(documentFiles.file, { unit: WARD, id, format: 'pdf' }))
    const pdf = new Uint8Array(await reply.arrayBuffer())
    expect((await compared(pdf)).text).toContain('Đúng là tệp đã ban hành (Bản PDF)')
    expect((await compared(pdf.with(100, 0x21))).text).toContain('Không phải tệp đã ban hành')
    expect((await compared(new Uint8Array())).text).toContain('Chưa chọn tệp')
    const torn = { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'không phải biểu mẫu' }
    expect((await read(`/kiem-tra/${code}`, torn)).text).toContain('Chưa chọn tệp')
    expect((await compared(new Uint8Array(13 * 1024 * 1024))).status).toBe(413)
  })

  it('says the same of a code that nobody has, of a draft and of what is no code', async () => {
    for (const other of ['abcdefghjkmn', 'ngắn', '%27or1'])
      expect(await read(`/kiem-tra/${encodeURIComponent(other)}`)).toMatchObject({ status: 404 })
    expect((await read('/kiem-tra')).text).toContain('Mã kiểm tra')
  })

  it('says that a paper was cancelled', async () => {
    const body = { commandId: newId(), unit: WARD, id, reason: 'Ban hành nhầm' }
    await officer(documents.cancel, { query: {}, body })
    const { text } = await read(`/kiem-tra/${code}`)
    expect(text).toContain('đã hủy')
    expect(text).not.toContain('Ban hành nhầm')
  })

  it('is asked so many times a minute from one address', () => {
    let now = 0
    const turnstile = openTurnstile(2, () => now)
    expect([1, 2, 3].map(() => turnstile.admits('192.0.2.1'))).toEqual([true, true, false])
    expect(turnstile.admits('192.0.2.2')).toBe(true)
    now = 60_000
    expect(turnstile.admits('192.0.2.1')).toBe(true)
  })
})
