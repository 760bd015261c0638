import { addressOf } from '@kheo/kit/client.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type Client, type TestWorld } from '../../checks/harness/world.ts'
import { act, allowAct, look } from '../people/allow.ts'
import { reports } from '../reports/schema.ts'
import { draftPaper, papersOf, type PaperSource, type WrittenPaper } from './index.ts'
import { documentFiles, documents } from './schema.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'
const TODAY = '2026-06-15'

const plan: WrittenPaper = {
  family: 'party',
  kind: 'ke-hoach',
  summary: 'tổ chức hội nghị sơ kết công tác dân vận 6 tháng đầu năm',
  blocks: [
    { kind: 'heading', level: 2, text: 'I. Mục đích, yêu cầu' },
    { kind: 'paragraph', runs: [{ text: 'Đánh giá kết quả của Đảng ủy ' }, { text: 'trước ngày 30/6', bold: true }] },
    {
      kind: 'table',
      columns: [{ widthMm: 100, align: 'left' }],
      headerRows: [[{ text: 'Nội dung' }]],
      rows: [{ cells: ['Chuẩn bị báo cáo'] }],
    },
    { kind: 'list', items: [[{ text: 'Văn phòng Đảng ủy' }], [{ text: 'Mặt trận Tổ quốc' }]] },
  ],
}
const PDF = new TextEncoder().encode('%PDF-1.7\n%%EOF\n')

describe('papers of an office', () => {
  let test: TestWorld
  let officer: Client
  let send: (path: string, init?: RequestInit) => Promise<Response>
  beforeAll(async () => {
    test = await openTestWorld(TODAY)
    await test.post('can-bo', WARD, 'compiler')
    await test.post('ghi-so', WARD, 'recorder')
    await test.post('can-bo-ben', BESIDE, 'compiler')
    await test.post('chuyen-vien', PROVINCE, 'consolidator')
    await test.post('tong-hop', PROVINCE, 'compiler')
    officer = await test.as('can-bo')
    send = await test.fetchAs('can-bo')
  })
  afterAll(() => test.close())

  /** As a room does: in its own command, from one of its own things. */
  const drafted = async (paper: WrittenPaper, source: PaperSource | null, unit = WARD, who = 'can-bo') => {
    const actor = await test.actor(who)
    const position = allowAct(test.world, actor, unit, ['compiler'])
    return act(test.world, actor, {
      id: newId(),
      action: 'test.draft',
      unit,
      position,
      run: (tx) => draftPaper(tx, test.world, { unit, position, accountId: actor.accountId }, paper, source),
      audit: (answer) => answer,
    })
  }
  const view = (id: string, client = officer, unit = WARD) => client(documents.view, { query: { unit, id }, body: {} })
  const issue = async (id: string, more: { number?: number; on?: string; baseRev?: number } = {}) =>
    officer(documents.issue, {
      query: {},
      body: { commandId: newId(), unit: WARD, id, baseRev: 1, on: TODAY, number: null, ...more },
    })
  const begin = async (family: 'party' | 'state' | 'front', kind: string, summary = 'triển khai công tác dân vận') =>
    officer(documents.draft, { query: {}, body: { commandId: newId(), unit: WARD, family, kind, summary } })
  const file = async (id: string, format: 'docx' | 'pdf' | 'signed' | 'scan', by = send, unit = WARD) =>
    by(addressOf(documentFiles.file, { unit, id, format }))
  const bytesOf = async (reply: Response) => Buffer.from(await reply.arrayBuffer())

  it('keep one draft for a paper of a room, until it is issued', async () => {
    const source = { room: 'conferences', id: newId(), role: 'ke-hoach' }
    const first = await drafted(plan, source)
    const second = await drafted({ ...plan, summary: 'tổ chức hội nghị tổng kết' }, source)
    expect(second.id).toBe(first.id)
    expect((await view(first.id)).summary).toBe('tổ chức hội nghị tổng kết')
    await expect(issue(first.id)).rejects.toMatchObject({ code: 'document.stale' })
    const { number } = await issue(first.id, { baseRev: 2 })
    await expect(drafted(plan, source)).rejects.toMatchObject({ problem: { code: 'document.issued_already', number } })
    await officer(documents.cancel, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: first.id, reason: 'Sai thời gian tổ chức' },
    })
    const third = await drafted(plan, source)
    const held = await look(test.world, await test.actor('can-bo'), WARD, (tx) =>
      papersOf(tx, WARD, 'conferences', source.id),
    )
    expect(held.map(({ id, role, state, number: of, date }) => ({ id, role, state, of, date }))).toEqual([
      { id: first.id, role: 'ke-hoach', state: 'cancelled', of: number, date: TODAY },
      { id: third.id, role: 'ke-hoach', state: 'draft', of: null, date: null },
    ])
  })

  it('are edited block by block; tables stay, a stale base and a lost table are refused', async () => {
    const { id } = await drafted(plan, null)
    const before = await view(id)
    expect(before.sheet?.blocks.map((block) => block.source)).toEqual([
      'I. Mục đích, yêu cầu',
      'Đánh giá kết quả của Đảng uỷ **trước ngày 30/6**',
      null,
      'Văn phòng Đảng uỷ\nMặt trận Tổ quốc',
    ])
    const save = (blocks: unknown[], baseRev = 1) =>
      officer(documents.save, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          id,
          baseRev,
          summary: 'tổ chức hội nghị sơ kết',
          sentTo: [],
          legalBases: ['Căn cứ Chương trình công tác năm 2026'],
          recipients: ['Các chi bộ trực thuộc', ''],
          decidedBy: '',
          signerPost: 'Bí thư',
          signer: '',
          blocks: blocks as never,
        },
      })
    await expect(save([{ keep: 0 }])).rejects.toMatchObject({ code: 'document.block_not_text' })
    const typed = [
      { kind: 'paragraph', text: 'Thực hiện *Chương trình* số 2 * 3; làm **xong sớm**' },
      { keep: 2 },
      { keep: 0 },
      { kind: 'list', text: 'Một\n\nHai' },
      { kind: 'paragraph', text: '  ' },
    ]
    expect(await save(typed)).toEqual({ id, rev: 2 })
    await expect(save(typed)).rejects.toMatchObject({ code: 'document.stale' })
    const after = await view(id)
    expect(after.sheet?.blocks.map((block) => [block.kind, block.source])).toEqual([
      ['paragraph', 'Thực hiện *Chương trình* số 2 * 3; làm **xong sớm**'],
      ['table', null],
      ['heading', 'I. Mục đích, yêu cầu'],
      ['list', 'Một\nHai'],
    ])
    expect(after.sheet?.recipients.lines[0]).toContain('Các chi bộ trực thuộc')
    expect(after.sheet?.signature.post).toBe('Bí thư')
    await expect(save([{ kind: 'paragraph', text: 'Liên hệ 0912 345 678' }, { keep: 1 }], 2)).rejects.toMatchObject({
      code: 'entry.personal_data',
    })
  })

  it('number on in a series, each kind or all kinds together as the format says, and start where an office was', async () => {
    const next = (kind: string, family: 'party' | 'state' = 'party') =>
      officer(documents.next, { query: { unit: WARD, family, kind, on: TODAY }, body: {} })
    expect(await next('thong-bao')).toEqual({ number: 1, body: 'ĐU' })
    const start = (last: number) =>
      officer(documents.startSeries, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          direction: 'out',
          family: 'party',
          kind: 'thong-bao',
          on: TODAY,
          last,
          reason: 'Sổ giấy từ đầu năm',
        },
      })
    expect(await start(41)).toEqual({ next: 42 })
    await expect(start(40)).rejects.toMatchObject({ code: 'document.series_only_upwards' })
    const ids = await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter) => begin('party', 'thong-bao', `kết luận ${letter}`)),
    )
    const [a = { id: '' }, b = { id: '' }, c = { id: '' }, d = { id: '' }] = ids
    expect((await issue(a.id)).number).toBe('42-TB/ĐU')
    expect((await issue(b.id, { number: 43 })).number).toBe('43-TB/ĐU')
    await expect(issue(c.id, { number: 42 })).rejects.toMatchObject({
      code: 'document.number_taken',
      message: expect.stringContaining('44'),
    })
    expect((await issue(c.id)).number).toBe('44-TB/ĐU')
    await officer(documents.cancel, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: c.id, reason: 'Ban hành nhầm' },
    })
    expect((await issue(d.id)).number).toBe('45-TB/ĐU')
    expect(await next('nghi-quyet')).toEqual({ number: 1, body: 'ĐU' })
    await issue((await begin('state', 'thong-bao')).id)
    expect(await next('ke-hoach', 'state')).toEqual({ number: 2, body: 'UBND' })
  })

  it('are given out in the bytes of the day of issue, whoever asks and whenever', async () => {
    const { id } = await drafted(plan, null)
    const draft = await bytesOf(await file(id, 'docx'))
    await issue(id)
    const kept = (await view(id)).files
    expect(kept.map(({ role }) => role).toSorted()).toEqual(['docx', 'pdf'])
    const [docx, pdf] = [await bytesOf(await file(id, 'docx')), await bytesOf(await file(id, 'pdf'))]
    expect(docx.equals(draft)).toBe(false)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await test.on('2027-03-01')
    expect((await bytesOf(await file(id, 'docx'))).equals(docx)).toBe(true)
    await sql`delete from document_file where document_id = ${id}::uuid`.execute(test.world.database.owner)
    expect((await bytesOf(await file(id, 'docx'))).equals(docx)).toBe(true)
    expect((await bytesOf(await file(id, 'pdf'))).equals(pdf)).toBe(true)
    expect((await view(id)).files.map(({ role, hash }) => [role, hash])).toEqual(
      expect.arrayContaining(kept.map(({ role, hash }) => [role, hash])),
    )
    await test.on(TODAY)
  })

  it('refuse a day to come, a second issue, an unknown kind, and what is no longer a draft', async () => {
    const { id } = await begin('party', 'cong-van')
    await expect(issue(id, { on: '2026-06-16' })).rejects.toMatchObject({ code: 'document.day_ahead' })
    await issue(id)
    await expect(issue(id)).rejects.toMatchObject({ code: 'document.issued_already', status: 409 })
    await expect(begin('party', 'khong-co')).rejects.toMatchObject({ code: 'document.kind_unknown' })
    await expect(view(newId())).rejects.toMatchObject({ code: 'document.not_found', status: 404 })
  })

  it('take a signed copy by what the file is, only when they are issued', async () => {
    const { id } = await begin('party', 'ke-hoach')
    const attach = async (bytes: NonNullable<RequestInit['body']>, name = 'ban-ky.pdf') =>
      send(addressOf(documentFiles.attach, { unit: WARD, id, name, commandId: newId() }), {
        method: 'POST',
        headers: { 'content-type': 'application/pdf' },
        body: bytes,
      })
    expect((await attach(PDF)).status).toBe(422)
    await issue(id)
    expect(await (await attach('khong phai pdf')).json()).toMatchObject({ code: 'document.file_kind' })
    expect((await attach(PDF)).status).toBe(200)
    expect((await attach(PDF, 'gui-lai.pdf')).status).toBe(200)
    expect((await bytesOf(await file(id, 'signed'))).equals(Buffer.from(PDF))).toBe(true)
    expect((await view(id)).steps.map((step) => step.kind)).toEqual(['drafted', 'issued', 'signed'])
  })

  it('come in, are scanned, given to a post and dealt with', async () => {
    const receive = (more: object = {}) =>
      officer(documents.receive, {
        query: {},
        body: {
          commandId: newId(),
          unit: WARD,
          family: 'party',
          kind: 'ke-hoach',
          sender: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
          senderNumber: '15-KH/BTGDVTU',
          senderOn: '2026-06-10',
          summary: 'tổ chức hội thi Dân vận khéo',
          receivedOn: '2026-06-12',
          number: null,
          ...more,
        },
      })
    const first = await receive()
    expect(first.number).toBe(1)
    expect((await receive({ summary: 'mời họp' })).number).toBe(2)
    await expect(receive({ receivedOn: '2026-06-09' })).rejects.toMatchObject({
      code: 'document.received_before_written',
    })
    await expect(receive({ receivedOn: '2026-06-16' })).rejects.toMatchObject({ code: 'document.day_ahead' })
    const of = { unit: WARD, id: first.id }
    await officer(documents.assign, {
      query: {},
      body: { commandId: newId(), ...of, post: 'Chánh Văn phòng Đảng ủy', dueOn: '2026-06-25' },
    })
    const attached = await send(
      addressOf(documentFiles.attach, { ...of, name: 'van-ban-den.pdf', commandId: newId() }),
      { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: PDF },
    )
    expect(attached.status).toBe(200)
    expect((await file(first.id, 'scan')).status).toBe(200)
    await officer(documents.finish, { query: {}, body: { commandId: newId(), ...of, result: 'Đã ban hành kế hoạch' } })
    await expect(
      officer(documents.assign, { query: {}, body: { commandId: newId(), ...of, post: 'Văn phòng', dueOn: null } }),
    ).rejects.toMatchObject({ code: 'document.done_already' })
    const list = await officer(documents.list, {
      query: { unit: WARD, direction: 'in', q: 'btgdvtu hoi thi' },
      body: {},
    })
    expect(list).toMatchObject({ total: 1, totals: { open: 0, done: 1 } })
    expect(list.rows[0]).toMatchObject({ number: '1', state: 'done', assignedTo: 'Chánh Văn phòng Đảng ủy' })
  })

  it('are read from above, not from beside, and written at their own unit alone', async () => {
    const { id } = await begin('party', 'ke-hoach')
    const above = await test.as('chuyen-vien')
    const beside = await test.as('can-bo-ben')
    expect((await view(id, above)).may).toMatchObject({ edit: false, issue: false, cancel: false })
    await expect(view(id, beside)).rejects.toMatchObject({ status: 403 })
    await expect(view(id, beside, BESIDE)).rejects.toMatchObject({ code: 'document.not_found' })
    const body = { commandId: newId(), unit: WARD, id, baseRev: 1, on: TODAY, number: null }
    for (const client of [above, beside, await test.as('ghi-so'), await test.as('tong-hop')])
      await expect(client(documents.issue, { query: {}, body })).rejects.toMatchObject({ status: 403 })
    expect((await file(id, 'docx', await test.fetchAs('can-bo-ben'))).status).toBe(403)
    await expect(test.anonymous(documents.view, { query: { unit: WARD, id }, body: {} })).rejects.toMatchObject({
      status: 401,
    })
  })

  it('include the reports, which take the next number; opening a report again cancels its paper', async () => {
    const which = { unit: WARD, type: 'dan-van', period: '2026-Q1' }
    const above = await test.as('chuyen-vien')
    const step = () => ({ commandId: newId(), ...which })
    await officer(reports.submit, { query: {}, body: { ...step(), cells: { TD01: 3 } } })
    await above(reports.approve, { query: {}, body: step() })
    const started = await officer(documents.startSeries, {
      query: {},
      body: {
        commandId: newId(),
        unit: WARD,
        direction: 'out',
        family: 'party',
        kind: 'bao-cao',
        on: TODAY,
        last: 11,
        reason: 'Sổ giấy từ đầu năm',
      },
    })
    expect(started.next).toBe(12)
    expect(await officer(reports.issue, { query: {}, body: { ...step(), on: TODAY } })).toMatchObject({
      state: 'issued',
      number: '12',
    })
    const listed = async () =>
      (await officer(documents.list, { query: { unit: WARD, kind: 'bao-cao' }, body: {} })).rows
    expect((await listed())[0]).toMatchObject({ number: '12-BC/ĐU', state: 'issued', date: TODAY })
    const [row] = await listed()
    const paper = await view(row?.id ?? '')
    expect(paper).toMatchObject({
      source: { room: 'reports', id: 'dan-van/2026-Q1' },
      may: { edit: false, cancel: false },
    })
    expect((await file(row?.id ?? '', 'pdf')).status).toBe(200)
    const pdf = await send(`/api/reports/document?unit=${WARD}&type=dan-van&period=2026-Q1&format=pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await bytesOf(pdf)).equals(await bytesOf(await file(row?.id ?? '', 'pdf')))).toBe(true)
    await above(reports.reopen, { query: {}, body: { ...step(), reason: 'Sửa số liệu tiếp dân' } })
    expect((await listed())[0]).toMatchObject({ number: '12-BC/ĐU', state: 'cancelled' })
  })

  it('make a register with its years, kinds and totals, and a workbook of it', async () => {
    const list = await officer(documents.list, {
      query: { unit: WARD, year: '2026', body: 'ĐU', kind: 'thong-bao' },
      body: {},
    })
    expect(list.rows.map((row) => [row.number, row.state])).toEqual([
      ['45-TB/ĐU', 'issued'],
      ['44-TB/ĐU', 'cancelled'],
      ['43-TB/ĐU', 'issued'],
      ['42-TB/ĐU', 'issued'],
    ])
    expect(list).toMatchObject({ total: 4, totals: { issued: 3, cancelled: 1 } })
    expect(list.bodies).toEqual(['UBND', 'ĐU'])
    const book = await send(addressOf(documentFiles.register, { unit: WARD, year: 2026 }))
    expect(book.status).toBe(200)
    expect((await book.arrayBuffer()).byteLength).toBeGreaterThan(2000)
  })
})
