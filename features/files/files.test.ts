// Files on entries, through the front door: who may, what is kept, what is given out, what is never given out.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { files, MOST_BYTES, MOST_FILES } from './schema.ts'
import { docx, exif, JFIF, jpeg, jpegOf, joined, pdf, segment, text, xlsx } from './testing-files.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const OTHER_PROVINCE = 'P79@2025'
const MODEL = {
  name: 'Đường hoa tự quản',
  field: 'economy',
  bloc: 'localities',
  exemplar: 'collective',
  novelty: 'new',
}
const PETITION = { kind: 'proposal', topic: 'land' }

type Sender = Awaited<ReturnType<TestWorld['fetchAs']>>
type Said = { status: number; code: string; message: string; id: string }

describe('files of an entry', () => {
  let test: TestWorld
  let send: Readonly<Record<'ward' | 'recorder' | 'beside' | 'province' | 'far' | 'approver', Sender>>
  let register: string
  let entry: string
  let models: AnyRegister
  let petitions: AnyRegister
  const officer = () => test.as('can-bo')

  const record = async (it: AnyRegister, values: Readonly<Record<string, string>>): Promise<string> =>
    (
      await (
        await officer()
      )(endpointsOf(it).record, {
        query: {},
        body: { commandId: newId(), unit: WARD, happenedOn: '2026-03-02', values },
      })
    ).id

  const attach = async (
    sender: Sender,
    bytes: Uint8Array,
    over: Readonly<Record<string, string>> = {},
  ): Promise<Said> => {
    const query = new URLSearchParams({ unit: WARD, register, entry, name: 'ảnh.jpg', commandId: newId(), ...over })
    const reply = await sender(`/api/files/attach?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    return { status: reply.status, ...((await reply.json()) as Omit<Said, 'status'>) }
  }
  const give = (sender: Sender, id: string, unit = WARD): Promise<Response> =>
    sender(`/api/files/attachment?unit=${unit}&id=${id}`)
  const list = async (name = 'can-bo', unit = WARD) =>
    (await test.as(name))(files.ofEntry, { query: { unit, register, entry }, body: {} })
  const remove = async (id: string, commandId = newId()) =>
    (await officer())(files.remove, { query: {}, body: { commandId, unit: WARD, id } })

  beforeAll(async () => {
    test = await openTestWorld()
    for (const [name, unit, role] of [
      ['can-bo', WARD, 'compiler'],
      ['nguoi-ghi', WARD, 'recorder'],
      ['nguoi-duyet', WARD, 'approver'],
      ['can-bo-ben', BESIDE, 'compiler'],
      ['chuyen-vien', PROVINCE, 'compiler'],
      ['chuyen-vien-khac', OTHER_PROVINCE, 'compiler'],
    ] as const)
      await test.post(name, unit, role)
    send = {
      ward: await test.fetchAs('can-bo'),
      recorder: await test.fetchAs('nguoi-ghi'),
      approver: await test.fetchAs('nguoi-duyet'),
      beside: await test.fetchAs('can-bo-ben'),
      province: await test.fetchAs('chuyen-vien'),
      far: await test.fetchAs('chuyen-vien-khac'),
    }
    const [first, second] = ['so_mo_hinh', 'so_don_thu'].map((code) => test.world.books.find((it) => it.code === code))
    if (first === undefined || second === undefined) throw new Error('no such registers')
    models = first
    petitions = second
  })
  beforeEach(async () => {
    register = models.code
    entry = await record(models, MODEL)
  })
  afterAll(() => test.close())

  it('are kept, listed and given back, with their name and kind', async () => {
    const made = await attach(send.recorder, jpeg(), { name: 'Ảnh họp dân.html' })
    expect(made.status).toBe(200)
    expect(await list()).toEqual({
      mayEdit: true,
      isWithheld: false,
      rows: [
        {
          id: made.id,
          name: 'Ảnh họp dân.html.jpg',
          kind: 'jpeg',
          size: jpeg().length,
          addedAt: expect.any(String) as string,
          addedTitle: `recorder ${WARD}`,
          removed: null,
        },
      ],
    })
    const reply = await give(send.ward, made.id)
    expect(reply.status).toBe(200)
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(jpeg())
    expect(reply.headers.get('content-type')).toBe('image/jpeg')
    expect(reply.headers.get('content-disposition')).toBe(
      `inline; filename="Anh hop dan.html.jpg"; filename*=UTF-8''${encodeURIComponent('Ảnh họp dân.html.jpg')}`,
    )
    expect(reply.headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox$/)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    expect(reply.headers.get('cache-control')).toBe('private, no-store')
    const saved = await send.ward(`/api/files/attachment?unit=${WARD}&id=${made.id}&save=1`)
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  it('of an office suite are given to be saved, never shown in place', async () => {
    for (const [bytes, ending] of [
      [docx(), 'docx'],
      [xlsx(), 'xlsx'],
    ] as const) {
      const made = await attach(send.ward, bytes, { name: 'Biên bản' })
      const reply = await give(send.ward, made.id)
      expect(new Uint8Array(await reply.arrayBuffer())).toEqual(bytes)
      expect(reply.headers.get('content-disposition')).toBe(
        `attachment; filename="Bien ban.${ending}"; filename*=UTF-8''${encodeURIComponent(`Biên bản.${ending}`)}`,
      )
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'")
    }
  })

  it('that the product itself writes are taken', async () => {
    const which = `unit=${WARD}&type=dan-van&period=2026-H1`
    for (const format of ['docx', 'xlsx']) {
      const paper = await send.ward(`/api/reports/document?${which}&format=${format}`)
      const bytes = new Uint8Array(await paper.arrayBuffer())
      expect([format, (await attach(send.ward, bytes, { name: 'bao-cao' })).status]).toEqual([format, 200])
    }
  })

  it('lose place and device of a photo before they are kept', async () => {
    const made = await attach(send.ward, jpegOf(JFIF, segment(0xe1, exif(6)), segment(0xfe, text('máy của ai đó'))))
    const kept = Buffer.from(await (await give(send.ward, made.id)).arrayBuffer()).toString('latin1')
    expect(kept).toContain('Exif')
    expect(kept).not.toMatch(/GPS|MAYCHUP|ai /)
  })

  it('are seen from the unit and above it, and by nobody beside', async () => {
    const { id } = await attach(send.ward, pdf())
    expect((await give(send.province, id)).status).toBe(200)
    expect((await give(send.approver, id)).status).toBe(200)
    expect(await list('chuyen-vien')).toMatchObject({ mayEdit: false, rows: [{ id }] })
    for (const sender of [send.beside, send.far]) {
      expect((await give(sender, id)).status).toBe(403)
      expect((await give(sender, id, OTHER_PROVINCE)).status).toBe(sender === send.far ? 404 : 403)
    }
    await expect(list('can-bo-ben')).rejects.toMatchObject({ status: 403, code: 'access.outside_your_units' })
    expect((await give(send.province, id, BESIDE)).status).toBe(404)
  })

  it('are attached and taken off by those who keep the book of the unit, and by nobody else', async () => {
    const { id } = await attach(send.ward, pdf())
    for (const [sender, status] of [
      [send.beside, 403],
      [send.far, 403],
      [send.province, 403],
      [send.approver, 403],
    ] as const)
      expect((await attach(sender, jpeg())).status).toBe(status)
    for (const name of ['can-bo-ben', 'chuyen-vien', 'nguoi-duyet'])
      await expect(
        (await test.as(name))(files.remove, { query: {}, body: { commandId: newId(), unit: WARD, id } }),
      ).rejects.toMatchObject({ status: 403 })
    expect((await list()).rows.map((row) => row.removed)).toEqual([null])
  })

  it('belong to an entry that is there, in a register that is known, in the unit that is named', async () => {
    for (const over of [{ entry: newId() }, { register: 'so_nao_do' }])
      expect(await attach(send.ward, jpeg(), over)).toMatchObject({ status: 404, code: 'entry.not_found' })
    expect(await attach(send.beside, jpeg(), { unit: BESIDE })).toMatchObject({ status: 404, code: 'entry.not_found' })
    expect(await attach(send.ward, jpeg(), { register: petitions.code })).toMatchObject({ status: 404 })
    await (await officer())(endpointsOf(models).void, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: entry, baseRev: 1, reason: 'Ghi trùng' },
    })
    expect(await attach(send.ward, jpeg())).toMatchObject({ status: 409, code: 'entry.voided_already' })
  })

  it('of a guarded register are for its own unit alone', async () => {
    register = petitions.code
    entry = await record(petitions, PETITION)
    const { id } = await attach(send.ward, pdf())
    expect(await list('nguoi-duyet')).toMatchObject({ mayEdit: false, isWithheld: false, rows: [{ id }] })
    expect((await give(send.approver, id)).status).toBe(200)
    expect(await list('chuyen-vien')).toEqual({ mayEdit: false, isWithheld: true, rows: [] })
    const refused = await give(send.province, id)
    expect([refused.status, ((await refused.json()) as Said).code]).toEqual([403, 'access.file_withheld'])
  })

  it.each([
    ['a web page called a picture', text('<!doctype html><script>alert(1)</script>'), 'file.kind_unknown'],
    ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file.kind_unknown'],
    ['a program', joined(text('MZ'), new Uint8Array(200)), 'file.kind_unknown'],
    ['nothing', new Uint8Array(), 'file.kind_unknown'],
    ['a picture cut short', jpeg().subarray(0, -2), 'file.unsound'],
    ['a document with a program', docx({ name: 'word/vbaProject.bin', content: text('x') }), 'file.macros'],
  ])('that are %s are refused with a sentence that names the file, and leave nothing', async (_what, bytes, code) => {
    const refused = await attach(send.ward, bytes, { name: 'anh.jpg' })
    expect(refused).toMatchObject({ status: 422, code })
    expect(refused.message).toContain('“anh.jpg”')
    expect((await list()).rows).toEqual([])
  })

  it('over 8 MB are refused before they are looked at', async () => {
    const filler = segment(0xfe, new Uint8Array(65_000))
    const big = jpegOf(...Array.from({ length: Math.ceil(MOST_BYTES / 65_000) }, () => filler))
    const refused = await attach(send.ward, big)
    expect(refused).toMatchObject({ status: 413, code: 'input.too_large' })
    expect(refused.message).toContain('8 MB')
  })

  it('whose name holds a telephone or identity number are refused; a camera’s name is not', async () => {
    for (const name of ['đơn 0912345678.jpg', 'cccd 031090001234.jpg'])
      expect(await attach(send.ward, jpeg(), { name })).toMatchObject({ status: 422, code: 'entry.personal_data' })
    expect((await attach(send.ward, jpeg(), { name: 'Screenshot 2026-03-15 10.11.12.jpg' })).status).toBe(200)
  })

  it('sent twice by one command are attached once, and the answer is the same', async () => {
    const commandId = newId()
    const first = await attach(send.ward, jpeg(), { commandId })
    const many = await Promise.all([1, 2, 3].map(() => attach(send.ward, jpeg(), { commandId })))
    expect(many.map(({ status, id }) => [status, id])).toEqual(many.map(() => [200, first.id]))
    expect((await list()).rows.length).toBe(1)
  })

  it('with the same content stand once on an entry, and once in the store', async () => {
    const { id } = await attach(send.ward, jpeg(9), { name: 'một.jpg' })
    const again = await attach(send.ward, jpeg(9), { name: 'hai.jpg' })
    expect(again).toMatchObject({ status: 409, code: 'file.attached_already' })
    expect(again.message).toContain('“một.jpg”')
    await remove(id)
    expect((await attach(send.ward, jpeg(9), { name: 'hai.jpg' })).status).toBe(200)
    const { rows } = await sql<{
      hash: string
    }>`select distinct hash from attachment where entry_id = ${entry}::uuid`.execute(test.world.database.owner)
    expect(rows.length).toBe(1)
  })

  it('are twenty on an entry at the most, also when sent at one moment', async () => {
    const sent = await Promise.all(
      Array.from({ length: MOST_FILES + 3 }, (_, nth) => attach(send.ward, jpeg(nth), { name: `${nth}.jpg` })),
    )
    expect(sent.filter(({ status }) => status === 200).length).toBe(MOST_FILES)
    expect(sent.filter(({ code }) => code === 'file.too_many').length).toBe(3)
    expect((await list()).rows.length).toBe(MOST_FILES)
  })

  it('taken off are no longer given out, but that they were there stays readable', async () => {
    const { id } = await attach(send.ward, pdf())
    const commandId = newId()
    expect(await remove(id, commandId)).toEqual({ id })
    expect(await remove(id, commandId)).toEqual({ id })
    await expect(remove(id)).rejects.toMatchObject({ status: 409, code: 'file.removed_already' })
    await expect(remove(newId())).rejects.toMatchObject({ status: 404, code: 'file.not_found' })
    expect((await give(send.ward, id)).status).toBe(404)
    expect((await list()).rows).toMatchObject([{ id, removed: { title: `compiler ${WARD}` } }])
  })

  it('leave their track in the audit: which entry, which bytes, and not the name', async () => {
    const { id } = await attach(send.ward, pdf(), { name: 'Biên bản họp.pdf' })
    await remove(id)
    const { rows } = await sql<{
      action: string
      doc: string
    }>`select action, doc from audit where unit_id = ${WARD} and action like 'files.%' order by seq desc limit 2`.execute(
      test.world.database.owner,
    )
    expect(rows.map((row) => row.action)).toEqual(['files.remove', 'files.attach'])
    for (const { doc } of rows) {
      expect(JSON.parse(doc)).toMatchObject({ what: { id, register, entry, hash: expect.any(String) as string } })
      expect(doc).not.toContain('Biên bản')
    }
  })

  it('that the store has lost or that went bad there are said to be so, and can be brought again', async () => {
    const { id } = await attach(send.ward, pdf('lost'), { name: 'Biên bản.pdf' })
    const { rows } = await sql<{ hash: string }>`select hash from attachment where id = ${id}::uuid`.execute(
      test.world.database.owner,
    )
    const hash = rows[0]?.hash ?? ''
    const path = join(test.dataFolder, 'files', hash.slice(0, 2), hash)
    for (const harm of [() => writeFileSync(path, 'other'), () => rmSync(path)]) {
      harm()
      const reply = await give(send.ward, id)
      expect(reply.status).toBe(422)
      expect(await reply.json()).toMatchObject({
        code: 'file.lost',
        message: expect.stringContaining('“Biên bản.pdf”') as string,
      })
    }
    await remove(id)
    const again = await attach(send.ward, pdf('lost'))
    expect((await give(send.ward, again.id)).status).toBe(200)
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
