// Sheets through the product's own doors: templates, exports, and rows brought in, checked, marked and repeated.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import { type ExportedEntry, type Making, templateOf, workbookOf } from '@kheo/kit/register/sheet.ts'
import { rowsIn } from '@kheo/kit/register/sheet-in.ts'
import type { SheetData } from '@kheo/writer/sheet-data.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../checks/harness/registers.ts'
import { sampleEntries } from '../../checks/harness/samples.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import type { ImportAnswer } from './import.ts'
import { registers } from './list.ts'
import { petitions } from './petitions/register.ts'
import { skilfulModels } from './skilful-models/register.ts'

const WARD = 'X13324@2025'
const OTHER_WARD = 'X13330@2025'
const BRINGS = 'application/octet-stream'

const opened = async (bytes: Uint8Array): Promise<readonly SheetData[]> => {
  const sheets = await readSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.problem.code)
  return sheets.value
}
const entryOf = (values: Values, entryNo: number): ExportedEntry => ({
  unitId: WARD,
  unitName: 'Phường Hòa Mạc',
  id: newId(),
  rev: 1,
  entryNo,
  happenedOn: '2026-06-01',
  name: '',
  state: '',
  dueOn: null,
  timeliness: 'none',
  recordedTitle: 'Cán bộ tổng hợp',
  isVoided: false,
  isWithheld: false,
  values: values as ExportedEntry['values'],
  steps: [],
})

describe.each(registers.map((register) => [register.name, register] as const))(
  'the sheets of %s',
  (_, register: AnyRegister) => {
    it.each(['vi', 'en'] as const)('have heads that differ and are known again (%s)', async (language) => {
      const sheets = await opened(renderTables(templateOf(register, { language, date: '2026-06-15' })))
      expect(rowsIn(register, sheets)).toMatchObject({ ok: true, value: { rows: [], loose: [], warnings: [] } })
      // Without the hidden marker the heads alone must do.
      const bare = sheets.filter((sheet) => !sheet.isHidden)
      expect(rowsIn(register, bare)).toMatchObject({ ok: true, value: { rows: [], loose: [], warnings: [] } })
    })

    it.each(['vi', 'en'] as const)('give back what was written (%s)', async (language) => {
      const making: Making = { language, date: '2026-06-15' }
      const values = sampleEntries(register, WARD, 2).map((each) => register.form.parse(each) as Values)
      const entries = values.map((each, at) => entryOf(each, at + 1))
      const read = rowsIn(register, await opened(renderTables(workbookOf(register, entries, making))))
      if (!read.ok) throw new Error(JSON.stringify(read.problem))
      expect(read.value.rows.flatMap((row) => row.issues)).toEqual([])
      expect(read.value.rows.map((row) => register.form.parse(row.values))).toEqual(values)
    })
  },
)

describe('the doors for sheets', () => {
  let test: TestWorld
  let officer: Awaited<ReturnType<TestWorld['fetchAs']>>
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    await test.post('can-bo-khac', OTHER_WARD, 'compiler')
    officer = await test.fetchAs('can-bo')
    book = bookOf(await test.as('can-bo'), petitions, WARD)
  })
  afterAll(() => test.close())

  const HEADS = 'Ngày nhận\tSố vào sổ giấy\tLoại đơn\tNội dung chính\tGhi chú'
  type Sent = { readonly status: number; readonly answer: ImportAnswer & { code?: string; message?: string } }
  const bring = async (
    given: string | Uint8Array,
    mode: string,
    { id = newId(), fetch = officer, unit = WARD, register = petitions as AnyRegister } = {},
  ): Promise<Sent> => {
    const reply = await fetch(`/api/registers/${register.name}/import?unit=${unit}&mode=${mode}&commandId=${id}`, {
      method: 'POST',
      headers: {
        'content-type': typeof given === 'string' ? 'text/tab-separated-values' : BRINGS,
        'accept-language': 'vi',
      },
      body: given as string,
    })
    return { status: reply.status, answer: (await reply.json()) as Sent['answer'] }
  }
  const fetchBytes = async (path: string, fetch = officer): Promise<Uint8Array> => {
    const reply = await fetch(path)
    expect(reply.status).toBe(200)
    return new Uint8Array(await reply.arrayBuffer())
  }
  const count = async (): Promise<number> => (await book.list()).total
  const audits = async () => {
    const { rows } = await sql<{
      doc: string
    }>`select doc from audit where action = 'registers.petitions.import' order by seq`.execute(
      test.world.database.owner,
    )
    return rows.map((row) => (JSON.parse(String(row.doc)) as { what: unknown }).what)
  }

  it('check without recording, and say what is wrong at its cell', async () => {
    const text = `${HEADS}\n02/6/2026\t12\tKhiếu nại\tĐất đai, nhà cửa\t\n31/6/2026\t13\tkhiếu nại\tđất\t\n01/12/2026\t14\tTố cáo\tKhác\tgọi 0912 345 678\n`
    const { answer } = await bring(text, 'check')
    expect(answer).toMatchObject({ rows: 3, good: 1, recorded: 0 })
    expect(answer.wrong.map(({ row, column }) => `${column}${row}`)).toEqual(['A3', 'D3', 'A4', 'E4'])
    expect(answer.wrong.map((each) => each.label)).toEqual(['Ngày nhận', 'Nội dung chính', 'Ngày nhận', 'Ghi chú'])
    expect(answer.wrong[1]?.message).toContain('“Đất đai, nhà cửa”')
    expect(await count()).toBe(0)
    expect((await bring(text, 'all')).answer).toMatchObject({ good: 1, recorded: 0 })
    expect(await count()).toBe(0)
  })

  it('record the good rows in one audited command, and once only', async () => {
    const id = newId()
    const text = `${HEADS}\n02/6/2026\t12\tKhiếu nại\tĐất đai, nhà cửa\t=1+1\n31/6/2026\t13\tKhiếu nại\tKhác\t\n03/6/2026\t15\tTố cáo\tKhác\t\n`
    const days = { first: '2026-06-02', last: '2026-06-03' }
    expect((await bring(text, 'good', { id })).answer).toMatchObject({ rows: 3, good: 2, recorded: 2, days })
    expect((await bring(text, 'good', { id })).answer).toMatchObject({ rows: 3, good: 2, recorded: 2 })
    const { rows } = await book.list()
    expect(rows.map((row) => [row.entryNo, row.happenedOn, row.values['remark']])).toEqual([
      [2, '2026-06-03', ''],
      [1, '2026-06-02', '=1+1'],
    ])
    expect(await audits()).toEqual([{ rows: 3, recorded: 2, mode: 'good' }])
    expect(await book.count('2026-04-01', '2026-06-30')).toMatchObject({ XD03: 2 })
  })

  it('warn of rows that are the same as others or as the book', async () => {
    const row = '05/6/2026\t20\tKhiếu nại\tKhác\t'
    const { answer } = await bring(`${HEADS}\n${row}\n${row}\n03/6/2026\t15\tTố cáo\tKhác\t\n`, 'check')
    expect(answer.wrong).toEqual([])
    expect(answer.warnings.map(({ row, isDuplicate, message }) => [row, isDuplicate, message])).toEqual([
      [3, true, 'Giống hệt dòng 2 của tệp.'],
      [4, true, 'Giống hệt dòng số 2 đã có trong sổ.'],
    ])
  })

  it('carry a book with its steps from one unit to another and back out the same', async () => {
    const { rows } = await book.list()
    const id = rows.find((row) => row.entryNo === 1)?.id ?? ''
    await book.step(id, 'classified', '2026-06-03', { isAdmissible: true, isCompetent: true })
    await book.step(id, 'accepted', '2026-06-04')
    const path = (unit: string) => `/api/registers/petitions/export?unit=${unit}&format=xlsx&sort=entryNo&order=asc`
    const other = await test.fetchAs('can-bo-khac')
    const first = await fetchBytes(path(WARD))
    expect((await bring(first, 'all', { fetch: other, unit: OTHER_WARD })).answer).toMatchObject({
      rows: 2,
      good: 2,
      recorded: 2,
      wrong: [],
    })
    const [mine, theirs] = [await opened(first), await opened(await fetchBytes(path(OTHER_WARD), other))]
    const rowsOf = (sheets: readonly SheetData[]) => {
      const read = rowsIn(petitions, sheets)
      if (!read.ok) throw new Error(read.problem.code)
      return read.value.rows
    }
    expect(rowsOf(theirs)).toEqual(rowsOf(mine))
    expect(rowsOf(mine)[0]?.steps.map((step) => step.kind)).toEqual(['classified', 'accepted'])
    const listed = await bookOf(await test.as('can-bo-khac'), petitions, OTHER_WARD).list({
      sort: 'entryNo',
      order: 'asc',
    })
    const before = await book.list({ sort: 'entryNo', order: 'asc' })
    expect(listed.rows.map((row) => [row.state, row.dueOn])).toEqual(before.rows.map((row) => [row.state, row.dueOn]))
  })

  it('name the step that cannot follow, by its row', async () => {
    const entry = entryOf(petitions.form.parse({ kind: 'complaint', topic: 'other' }) as Values, 7)
    const step = (kind: string, happenedOn: string, note = '') => ({
      kind,
      happenedOn,
      values: kind === 'classified' ? { isAdmissible: true, isCompetent: true } : {},
      note,
    })
    const made = (steps: ReturnType<typeof step>[]) =>
      renderTables(workbookOf(petitions, [{ ...entry, steps }], { language: 'vi', date: '2026-06-15' }))
    const wrong = async (...steps: ReturnType<typeof step>[]) =>
      (await bring(made(steps), 'check')).answer.wrong.map((each) => `${each.sheet} ${each.label} ${each.row}`)
    expect(await wrong(step('decided', '2026-06-02'))).toEqual(['Quá trình Bước 2'])
    expect(await wrong(step('classified', '2026-06-02'), step('accepted', '2026-06-01'))).toEqual([
      'Quá trình Ngày của bước 3',
    ])
    expect(await wrong(step('classified', '2026-06-02', 'gọi 0912 345 678'))).toEqual(['Quá trình Ghi chú của bước 2'])
    expect(await wrong(step('classified', '2026-06-02'))).toEqual([])
  })

  it('give the sheet back with its mistakes marked', async () => {
    const reply = await officer(`/api/registers/petitions/import-marked?unit=${WARD}`, {
      method: 'POST',
      headers: { 'content-type': 'text/tab-separated-values' },
      body: `${HEADS}\n31/6/2026\t13\tKhiếu nại\tKhác\t\n`,
    })
    expect(reply.headers.get('content-disposition')).toContain('attachment')
    const [sheet] = await opened(new Uint8Array(await reply.arrayBuffer()))
    expect(sheet?.rows[0]?.cells[0]).toBe('Lỗi')
    expect(sheet?.rows[1]?.cells[0]).toMatch(/^Cột B \(Ngày nhận\): “31\/6\/2026” không phải là ngày/)
  })

  it('refuse a workbook of another register, what is no workbook, too much, and a stranger', async () => {
    const template = await fetchBytes(`/api/registers/${skilfulModels.name}/template`)
    const refused = async (given: string | Uint8Array, more = {}) => {
      const { status, answer } = await bring(given, 'check', more)
      return [status, answer.code]
    }
    const { answer } = await bring(template, 'check')
    expect(answer).toMatchObject({ code: 'sheet.of_another_register' })
    expect(answer.message).toContain(`“${skilfulModels.title[0]}”`)
    expect(answer.message).toContain(`“${petitions.title[0]}”`)
    expect(await refused('<html><table>')).toEqual([422, 'sheet.web_page'])
    expect(await refused(new Uint8Array())).toEqual([422, 'sheet.empty_file'])
    expect(await refused('chữ')).toEqual([422, 'sheet.no_heads'])
    expect(await refused(new Uint8Array(8 * 1024 * 1024 + 1))).toEqual([413, 'input.too_large'])
    expect(await refused(`${HEADS}\n`, { unit: OTHER_WARD })).toEqual([403, 'access.outside_your_units'])
  })

  it('name the rows of a closed period', async () => {
    await sql`update period set closed_on = '2026-04-20' where id = '2026-Q1'`.execute(test.world.database.owner)
    await test.world.reload()
    const { answer } = await bring(
      `${HEADS}\n02/3/2026\t1\tKhiếu nại\tKhác\t\n02/6/2026\t31\tKhiếu nại\tKhác\t\n`,
      'check',
    )
    await sql`update period set closed_on = null where id = '2026-Q1'`.execute(test.world.database.owner)
    await test.world.reload()
    expect(answer).toMatchObject({ rows: 2, good: 1, wrong: [{ row: 2, column: 'A', label: 'Ngày nhận' }] })
  })

  it('write the list that its address asks for as .csv and JSON', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await fetchBytes(`/api/registers/petitions/export?unit=${WARD}&format=csv&kind=complaint`),
    )
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toMatch(/^\uFEFFSố,Ngày nhận \*,Số vào sổ giấy,Loại đơn \*/)
    expect(text).toContain(`,'=1+1,`)
    const json = JSON.parse(
      new TextDecoder().decode(await fetchBytes(`/api/registers/petitions/export?unit=${WARD}&format=json`)),
    ) as { entries: { entryNo: number; steps: unknown[] }[] }
    expect(json.entries.map((entry) => [entry.entryNo, entry.steps.length])).toEqual([
      [2, 0],
      [1, 2],
    ])
  })

  it('hold no entries of a guarded register from above', async () => {
    const province =
      test.world
        .org()
        .index.versionsOf(WARD as never)
        .at(-1)?.parentId ?? ''
    await test.post('tinh', province, 'consolidator')
    const above = await test.fetchAs('tinh')
    const json = new TextDecoder().decode(
      await fetchBytes(`/api/registers/petitions/export?unit=${WARD}&format=json`, above),
    )
    expect(JSON.parse(json)).toMatchObject({ units: [{ unitId: WARD }] })
    expect(json).not.toContain('entries')
    expect(json).not.toContain('1+1')
  })

  it('check 10,000 rows, record them in one command, and write them out again', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `0${(at % 9) + 1}/6/2026\t${at + 100}\tKhiếu nại\tKhác\t`)
    const text = `${HEADS}\n${rows.join('\n')}\n`
    const other = { fetch: await test.fetchAs('can-bo-khac'), unit: OTHER_WARD }
    expect((await bring(text, 'check', other)).answer).toMatchObject({
      rows: 10_000,
      good: 10_000,
      recorded: 0,
      wrong: [],
      warnings: [],
    })
    expect((await bring(text, 'all', other)).answer).toMatchObject({ rows: 10_000, good: 10_000, recorded: 10_000 })
    const [sheet] = await opened(await fetchBytes(`/api/registers/petitions/export?unit=${OTHER_WARD}`, other.fetch))
    expect(sheet?.rows).toHaveLength(10_003)
  })
})
