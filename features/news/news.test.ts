// The room of news through the front door: who writes, who publishes, what the public reads, and what it never does.
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { publishProblem, slugOf, stateOf } from './rules.ts'
import { type ArticleText, news } from './schema.ts'

const WARD = 'X13324@2025'
const BESIDE = 'X13330@2025'
const PROVINCE = 'P37@2025'

const TEXT: ArticleText = {
  day: '2026-06-12',
  title: 'Hội nghị giao ban công tác dân vận quý II',
  lead: 'Ngày 12/6/2026, Đảng ủy phường tổ chức Hội nghị giao ban.',
  paragraphs: ['Đoạn thứ nhất <b>không phải thẻ</b>.', 'Đoạn thứ hai.'],
  captions: ['Quang cảnh Hội nghị'],
}

describe('an article', () => {
  it('has an address of plain words that two of one title do not share', () => {
    const id = '0198c0de-0000-7000-8000-00000000abcd'
    expect(slugOf('Hội nghị sơ kết: “Dân vận khéo”, 6 tháng', id)).toBe('hoi-nghi-so-ket-dan-van-kheo-6-thang-00abcd')
    expect(slugOf('!!!', id)).toBe('00abcd')
    expect(slugOf('a '.repeat(200), id).length).toBeLessThanOrEqual(87)
    fc.assert(fc.property(fc.string(), (title) => /^([a-z0-9]+-)*00abcd$/.test(slugOf(title, id))))
  })

  it('is what its steps made of it', () => {
    expect(stateOf([])).toEqual({ state: 'drafted', shownRev: null })
    const published = { kind: 'published', rev: 2 } as const
    expect(stateOf([published])).toEqual({ state: 'published', shownRev: 2 })
    expect(stateOf([published, { kind: 'withdrawn', rev: 3 }])).toEqual({ state: 'withdrawn', shownRev: null })
  })

  it('is published only when it is whole, over, and new', () => {
    const it = { ...TEXT, rev: 1, steps: [] }
    expect(publishProblem(it, '2026-06-12')).toBeNull()
    expect(publishProblem(it, '2026-06-11')).toMatchObject({ code: 'news.day_ahead' })
    expect(publishProblem({ ...it, paragraphs: [] }, '2026-06-12')).toMatchObject({ code: 'news.empty_body' })
    expect(publishProblem({ ...it, steps: [{ kind: 'published', rev: 1 }] }, '2026-06-12')).toMatchObject({
      code: 'news.published_already',
    })
  })
})

describe('news', () => {
  let test: TestWorld
  let compiler: Client
  let editor: Client

  const save = (
    by: Client,
    over: Partial<{
      unit: string
      id: string | null
      baseRev: number
      commandId: string
      text: Partial<ArticleText>
    }> = {},
  ) =>
    by(news.save, {
      query: {},
      body: {
        commandId: over.commandId ?? newId(),
        unit: over.unit ?? WARD,
        id: over.id ?? null,
        baseRev: over.baseRev ?? 0,
        conference: null,
        text: { ...TEXT, paragraphs: [...TEXT.paragraphs], captions: [...TEXT.captions], ...over.text },
      },
    })
  const publish = (by: Client, id: string, baseRev = 1, unit = WARD) =>
    by(news.publish, { query: {}, body: { commandId: newId(), unit, id, baseRev } })
  const withdraw = (by: Client, id: string, reason = 'Số liệu chưa đúng') =>
    by(news.withdraw, { query: {}, body: { commandId: newId(), unit: WARD, id, reason } })
  const view = (by: Client, id: string) => by(news.view, { query: { unit: WARD, id }, body: {} })
  const read = async (path: string) => {
    const reply = await test.app.request(path)
    return { status: reply.status, text: await reply.text() }
  }

  beforeAll(async () => {
    test = await openTestWorld()
    for (const [name, unit, role] of [
      ['tong-hop', WARD, 'compiler'],
      ['bien-tap', WARD, 'editor'],
      ['nguoi-ghi', WARD, 'recorder'],
      ['bien-tap-ben', BESIDE, 'editor'],
      ['bien-tap-tinh', PROVINCE, 'editor'],
    ] as const)
      await test.post(name, unit, role)
    compiler = await test.as('tong-hop')
    editor = await test.as('bien-tap')
  })
  afterAll(() => test.close())

  it('is drafted by a compiler, published by an editor, and only then read by the public', async () => {
    const { id } = await save(compiler)
    expect(await view(compiler, id)).toMatchObject({
      state: 'drafted',
      rev: 1,
      mayEdit: true,
      mayPublish: false,
      slug: null,
      text: TEXT,
    })
    expect((await read('/tin')).text).not.toContain(TEXT.title)
    expect((await read(`/tin/${slugOf(TEXT.title, id)}`)).status).toBe(404)
    await expect(publish(compiler, id)).rejects.toMatchObject({ status: 403, code: 'access.role_missing' })
    const { slug } = await publish(editor, id)
    expect(await view(editor, id)).toMatchObject({
      state: 'published',
      isChanged: false,
      slug,
      mayPublish: true,
      steps: [{ kind: 'published' }],
    })
    const page = await read(`/tin/${slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Đoạn thứ nhất &lt;b&gt;không phải thẻ&lt;/b&gt;.')
    expect(page.text).toContain('<time datetime="2026-06-12">12/6/2026</time>')
    expect(page.text).toMatch(/<article lang="vi">/)
    expect(page.text).not.toMatch(/<script|Quang cảnh|tong-hop|bien-tap|compiler/)
    expect((await read('/tin')).text).toContain(`/tin/${slug}?lang=vi`)
    expect((await read(`/tin/${slug}?lang=en`)).text).toContain('<html lang="en">')
  })

  it('changed afterwards stays as it was for the public until it is published again', async () => {
    const { id } = await save(compiler)
    const { slug } = await publish(editor, id)
    await save(compiler, { id, baseRev: 1, text: { title: 'Tên mới của tin', paragraphs: ['Đoạn viết lại.'] } })
    expect(await view(editor, id)).toMatchObject({ state: 'published', isChanged: true, rev: 2 })
    expect((await read(`/tin/${slug}`)).text).not.toContain('Đoạn viết lại.')
    expect(await publish(editor, id, 2)).toEqual({ id, slug })
    expect((await read(`/tin/${slug}`)).text).toContain('Đoạn viết lại.')
    await expect(publish(editor, id, 2)).rejects.toMatchObject({ status: 409, code: 'news.published_already' })
  })

  it('withdrawn is gone from every public page, with the reason kept, and may come back', async () => {
    const { id } = await save(compiler, { text: { title: 'Tin phải gỡ' } })
    await expect(withdraw(editor, id)).rejects.toMatchObject({ code: 'news.not_published' })
    const { slug } = await publish(editor, id)
    await expect(withdraw(compiler, id)).rejects.toMatchObject({ status: 403 })
    await withdraw(editor, id)
    expect((await read(`/tin/${slug}`)).status).toBe(404)
    expect((await read('/tin')).text).not.toContain('Tin phải gỡ')
    expect(await view(compiler, id)).toMatchObject({
      state: 'withdrawn',
      steps: [{ kind: 'published' }, { kind: 'withdrawn', reason: 'Số liệu chưa đúng', title: `editor ${WARD}` }],
    })
    expect((await publish(editor, id)).slug).toBe(slug)
    expect((await read(`/tin/${slug}`)).status).toBe(200)
  })

  it('refuses a stale wording, a number of a person, an empty body and a day to come', async () => {
    const { id } = await save(compiler)
    await save(compiler, { id, baseRev: 1 })
    await expect(save(compiler, { id, baseRev: 1 })).rejects.toMatchObject({ status: 409, code: 'news.stale' })
    await expect(publish(editor, id, 1)).rejects.toMatchObject({ status: 409, code: 'news.stale' })
    for (const text of [
      { paragraphs: ['Liên hệ số 0912 345 678.'] },
      { lead: 'Căn cước 001099012345 đã được xác nhận.' },
      { captions: ['Người nhận, điện thoại 0912345678'] },
    ])
      await expect(save(compiler, { text })).rejects.toMatchObject({ code: 'entry.personal_data' })
    const empty = await save(compiler, { text: { paragraphs: [] } })
    await expect(publish(editor, empty.id)).rejects.toMatchObject({ code: 'news.empty_body' })
    const ahead = await save(compiler, { text: { day: '2026-06-16' } })
    await expect(publish(editor, ahead.id)).rejects.toMatchObject({ code: 'news.day_ahead' })
    await expect(save(compiler, { id: newId(), baseRev: 1 })).rejects.toMatchObject({ status: 404 })
  })

  it('is written once when a command is sent twice', async () => {
    const commandId = newId()
    const first = await save(compiler, { commandId })
    expect(await save(compiler, { commandId })).toEqual(first)
  })

  it('is two people’s only one after the other: of two savings on one revision one is refused', async () => {
    const { id } = await save(compiler)
    const done = await Promise.allSettled([1, 2, 3, 4].map(() => save(compiler, { id, baseRev: 1 })))
    expect(done.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  })

  it('is the unit’s own: read from above, written by nobody above, beside or without the role', async () => {
    const { id } = await save(compiler)
    const province = await test.as('bien-tap-tinh')
    expect(await view(province, id)).toMatchObject({ mayEdit: false, mayPublish: false })
    const beside = await test.as('bien-tap-ben')
    const recorder = await test.as('nguoi-ghi')
    for (const by of [province, beside, recorder, test.anonymous]) {
      await expect(save(by)).rejects.toMatchObject({ status: by === test.anonymous ? 401 : 403 })
      await expect(publish(by, id)).rejects.toMatchObject({ status: by === test.anonymous ? 401 : 403 })
      await expect(withdraw(by, id)).rejects.toMatchObject({ status: by === test.anonymous ? 401 : 403 })
    }
    await expect(view(beside, id)).rejects.toMatchObject({ status: 403 })
    await expect(publish(beside, id, 1, BESIDE)).rejects.toMatchObject({ status: 404, code: 'news.article_not_found' })
    expect((await recorder(news.list, { query: { unit: WARD }, body: {} })).mayEdit).toBe(false)
  })

  it('of no scope is seen by no row, and no public table holds a draft', async () => {
    const app = test.world.database.app
    for (const table of ['article', 'article_step'])
      expect((await sql`select 1 from ${sql.table(table)}`.execute(app)).rows).toEqual([])
    const shown = await sql<{ n: number }>`select count(*)::int as n from published_article`.execute(app)
    const { rows, count } = await editor(news.list, { query: { unit: WARD }, body: {} })
    expect(count).toBe(rows.length)
    expect(shown.rows[0]?.n).toBe(rows.filter((row) => row.state === 'published').length)
  })
})
