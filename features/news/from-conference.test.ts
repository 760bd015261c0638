// From a conference that was held to an article the public reads, and the public calendar, over the product's own front door.
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Office, WARD } from '../conferences/testing-office.ts'
import { news } from './schema.ts'

describe('a conference', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
    await office.test.post('bien-tap', WARD, 'editor')
  })
  afterAll(() => office.test.close())

  const draft = (conference: string, client = office.officer) =>
    client(news.draft, { query: { unit: WARD, conference }, body: {} })

  it('stands in the public calendar only when its plan says so, without who was invited or what was prepared', async () => {
    const hidden = await office.prepared({ isPublic: false })
    const week = async () => (await office.test.app.request('/lich?xem=tuan&ngay=2026-07-10')).text()
    const month = async () => (await office.test.app.request('/lich?xem=thang&ngay=2026-07-10&lang=en')).text()
    expect(hidden.id).not.toBe('')
    expect(await week()).not.toContain('class="event"')
    await office.prepared({ isPublic: true, purposes: ['Việc chuẩn bị nội bộ'] })
    for (const page of [await week(), await month()]) {
      expect(page.match(/class="event"/g)).toHaveLength(1)
      expect(page).toContain('Hội trường lớn, trụ sở Đảng ủy phường')
      expect(page).toMatch(/<time datetime="2026-07-10T\d\d:\d\d\+07:00">/)
      expect(page).not.toMatch(/nội bộ|Tổ tự quản|Đại biểu|<script/)
    }
    const front = await (await office.test.app.request('/')).text()
    expect(front).toContain('href="/tin?lang=vi"')
    expect(front).toContain('href="/lich?lang=vi"')
  })

  it('is told of once it was held, from its record alone, and only by its own office', async () => {
    const { id } = await office.prepared({ isPublic: false })
    await expect(draft(id)).rejects.toMatchObject({ code: 'news.conference_not_held' })
    await office.held(id)
    const { text, existing } = await draft(id)
    expect(existing).toBeNull()
    expect(text.lead).toContain('Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2026')
    for (const client of [office.beside, office.province])
      await expect(draft(id, client)).rejects.toMatchObject({ status: 403 })
    await expect(draft(newId())).rejects.toMatchObject({ status: 404 })
    const saved = await office.officer(news.save, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: null, baseRev: 0, conference: id, text },
    })
    expect((await draft(id)).existing).toBe(saved.id)
    await office.test.on('2026-07-11')
    const editor = await office.test.as('bien-tap')
    const { slug } = await editor(news.publish, {
      query: {},
      body: { commandId: newId(), unit: WARD, id: saved.id, baseRev: 1 },
    })
    const page = await office.test.app.request(`/tin/${slug}`)
    expect(await page.text()).toContain('tổ chức Hội nghị sơ kết công tác dân vận')
  })
})
