// Forms of an office through the front door: who adds them, what is refused, and what a filled one says.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { skilfulModels } from '../registers/skilful-models/register.ts'
import { fieldMarks, markName } from './marks.ts'
import { templates } from './schema.ts'

const PROVINCE = 'P37@2025'
const WARD = 'X13324@2025'

const form = (...lines: readonly string[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  )
const linesOf = (bytes: Uint8Array): string[] =>
  [...strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(
    (found) => found[1] ?? '',
  )

it('names marks by their labels without tones, each once', () => {
  expect(markName('Tên mô hình (Dân vận khéo)')).toBe('ten_mo_hinh_dan_van_kheo')
  const names = [...fieldMarks(skilfulModels).values()].map((mark) => mark.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.every((name) => /^[a-z0-9_]+$/.test(name))).toBe(true)
})

describe('forms of an office', () => {
  let test: TestWorld
  let send: Record<'boss' | 'ward' | 'auditor', Awaited<ReturnType<TestWorld['fetchAs']>>>
  beforeAll(async () => {
    test = await openTestWorld('2026-06-15')
    await test.post('boss', PROVINCE, 'administrator')
    await test.post('ward', WARD, 'compiler')
    await test.post('auditor', WARD, 'auditor')
    send = {
      boss: await test.fetchAs('boss'),
      ward: await test.fetchAs('ward'),
      auditor: await test.fetchAs('auditor'),
    }
    const book = bookOf(await test.as('ward'), skilfulModels, WARD)
    for (const name of ['Đường hoa tự quản', 'Camera an ninh'])
      await book.record('2026-03-02', {
        name,
        field: 'economy',
        bloc: 'localities',
        exemplar: 'collective',
        novelty: 'new',
      })
  })
  afterAll(() => test.close())

  const add = (bytes: Uint8Array, who: keyof typeof send = 'boss', source = 'register:so_mo_hinh') =>
    send[who](
      `/api/templates/add?${new URLSearchParams({ commandId: newId(), unit: PROVINCE, title: 'Danh sách mô hình', source })}`,
      { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes as never },
    )
  const fill = (id: string, more: Readonly<Record<string, string>>, who: keyof typeof send = 'ward') =>
    send[who](`/api/templates/filled?${new URLSearchParams({ unit: PROVINCE, id, for: WARD, ...more })}`)
  const span = { from: '2026-01-01', to: '2026-06-30' }

  it('are added by administrators alone, and only when they hold together', async () => {
    expect((await add(form('{don_vi}'), 'ward')).status).toBe(403)
    const said = async (bytes: Uint8Array): Promise<string> =>
      ((await (await add(bytes)).json()) as { message: string }).message
    expect(await said(form('{#dong}{stt}'))).toMatch(/mở đoạn lặp/)
    expect(await said(form('Không có chỗ điền'))).toMatch(/chỗ điền nào/)
    expect(await said(strToU8('văn bản thường'))).toMatch(/không phải văn bản Word/)
    expect((await add(form('{don_vi}'), 'boss', 'register:so_khong_co')).status).toBe(422)
  })

  it('are filled from a book by those below, and say what their source does not know', async () => {
    const added = await add(form('{DON_VI}: {so_dong} mô hình', '{#dong}{stt}. {ten_goi}{/dong}', '{la}'))
    const { id, unknownMarks } = (await added.json()) as { id: string; unknownMarks: string[] }
    expect(unknownMarks).toEqual(['la'])
    const listed = await (await test.as('ward'))(templates.list, { query: { unit: WARD }, body: {} })
    expect(listed.rows.map((row) => [row.id, row.mayRemove])).toEqual([[id, false]])
    const filled = await fill(id, span)
    expect(filled.status).toBe(200)
    const lines = linesOf(new Uint8Array(await filled.arrayBuffer()))
    expect(lines.slice(0, 1)).toEqual(['PHƯỜNG DUY TIÊN: 02 mô hình'])
    expect(lines.join(' ')).toContain('1. Đường hoa tự quản')
    expect(lines.join(' ')).toContain('2. Camera an ninh')
    expect((await fill(id, { from: '2026-07-01', to: '2026-06-01' })).status).toBe(422)
    expect((await fill(id, span, 'auditor')).status).toBe(403)
  })

  it('are filled from a report', async () => {
    const view = test.world.catalogue()
    const found = view.reportTypes.find((each) => each.sections.some((part) => part.indicators.includes('MH01')))
    const period = view.periods.find(
      (each) => each.regime === found?.regime && each.kind === 'half' && each.startOn === '2026-01-01',
    )
    const added = await add(form('{ky}: {MH01} mô hình'), 'boss', `report:${found?.code}`)
    const { id } = (await added.json()) as { id: string }
    const filled = await fill(id, { period: period?.id ?? '' })
    expect(linesOf(new Uint8Array(await filled.arrayBuffer()))).toEqual([`${period?.title}: 02 mô hình`])
    expect((await fill(id, {})).status).toBe(422)
  })

  it('can be taken off the list, once', async () => {
    const { id } = (await (await add(form('{don_vi}'))).json()) as { id: string }
    const boss = await test.as('boss')
    const remove = () => boss(templates.remove, { query: {}, body: { commandId: newId(), unit: PROVINCE, id } })
    await remove()
    await expect(remove()).rejects.toThrow(/đã được bỏ/)
    expect((await fill(id, span)).status).toBe(404)
  })
})
