// A register written to a workbook, to .csv and to JSON, and read in again without loss.
import { readSheetText } from '@kheo/writer/sheet-text.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Step } from './declare.ts'
import { type Fields, shapeOf, type Values } from './fields.ts'
import { csvOf, jsonOf, templateOf, workbookOf } from './sheet.ts'
import { back, book, entryOf, MAKING, PLAIN, rowsOf, said, sheetsOf, whole } from './testing-book.ts'

// What a cell of a spreadsheet can hold: no controls besides tab and newline.
const words = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: most }),
      fc.constantFrom(
        '=1+1',
        '+84',
        '-x',
        '@SUM(A1)',
        "'=1",
        "''@a",
        '\tx',
        '_x0041_',
        '_x0041_x0042_',
        '<b>&amp;',
        'a\nb',
        '"q"',
        'a,b;c',
        '01/02',
        '1e5',
        'TRUE',
        '0',
        'x',
        'Hòa',
      ),
    )
    .map((text) =>
      text
        .toWellFormed()
        // oxlint-disable-next-line no-control-regex
        .replaceAll(/[\u0000-\u0008\u000b-\u001f\ue000\ufffe\uffff]/g, '')
        .normalize('NFC'),
    )
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const letter = (text: string): string => (text.trim() === '' ? 'a' : text)
const VALUES = fc
  .record({
    name: words(40).map(letter),
    about: words(300),
    place: words(30),
    paper: words(30),
    households: fc.integer({ min: 0, max: 1_000_000_000 }),
    length: some(fc.integer({ min: -10_000, max: 1_000_000_000 }).map((n) => n / 1000)),
    cost: some(fc.integer({ min: 0, max: 1_000_000_000_000_000 })),
    doneOn: some(day),
    kind: fc.constantFrom('road', 'light', 'temple'),
    forms: fc.subarray(['money', 'land', 'work']),
    isNew: fc.boolean(),
    with: some(fc.constantFrom('VN', 'T35', 'X1')),
    meeting: some(fc.uuid()),
    second: words(20),
  })
  .map(whole)
const parsed = (fields: Fields, values: Values): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field).parse(values[name]) as never]))
const STEPS = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('paid'),
      happenedOn: day,
      values: fc.record({ sum: fc.nat(), isLast: fc.boolean() }),
      note: words(30),
    }),
    fc.record({
      kind: fc.constant('done'),
      happenedOn: day,
      values: fc.record({ grade: fc.constantFrom('good', 'fair') }),
      note: words(30),
    }),
  ),
  { maxLength: 3 },
)
const trimmed = (text: string): string => text.trim()
const ENTRIES = fc
  .array(fc.record({ values: VALUES, happenedOn: day, steps: STEPS }), { maxLength: 6 })
  .map((entries) =>
    entries.map(({ values, happenedOn, steps }, at) =>
      entryOf(values, {
        entryNo: at + 1,
        happenedOn,
        steps: steps.map((step) => ({
          ...step,
          note: trimmed(step.note),
          values: parsed(
            (book.steps as Readonly<Record<string, Step>>)[step.kind]?.fields ?? {},
            step.values as Values,
          ),
        })),
      }),
    ),
  )
const essence = (entries: readonly { happenedOn: string; values: Values; steps: readonly object[] }[]) =>
  entries.map(({ happenedOn, values, steps }) => ({
    happenedOn,
    values,
    steps: steps.map((step) => ({ ...step, at: 0 })),
  }))

describe('a register written to a workbook', () => {
  it('is read back without loss, steps and all', async () => {
    await fc.assert(
      fc.asyncProperty(ENTRIES, fc.constantFrom('vi' as const, 'en' as const), async (entries, language) => {
        const read = await back(entries, { language, date: '2026-07-02' })
        expect(read.loose).toEqual([])
        expect(read.rows.flatMap((row) => row.issues)).toEqual([])
        expect(essence(read.rows)).toEqual(essence(entries))
      }),
      { numRuns: 120 },
    )
  })

  it('is read back from .csv without loss, but for the steps', () => {
    fc.assert(
      fc.property(ENTRIES, fc.constantFrom('vi' as const, 'en' as const), (entries, language) => {
        const text = [...csvOf(book, entries, { language, date: '2026-07-02' })].join('')
        const read = readSheetText(new TextEncoder().encode(text))
        if (!read.ok) throw new Error(read.problem.code)
        const { rows } = rowsOf(read.value)
        expect(rows.flatMap((row) => row.issues)).toEqual([])
        expect(essence(rows)).toEqual(essence(entries.map((entry) => ({ ...entry, steps: [] }))))
      }),
      { numRuns: 200 },
    )
  })

  it('has the same bytes every time, no formula, and lists to choose from', async () => {
    const entries = [
      entryOf(
        { ...PLAIN, name: '=HYPERLINK("http://a";"b")', about: '@x' },
        { steps: [{ kind: 'done', happenedOn: '2026-06-05', values: { grade: 'good' }, note: '-1+1' }] },
      ),
    ]
    const bytes = renderTables(workbookOf(book, entries, MAKING))
    expect(renderTables(workbookOf(book, entries, MAKING))).toEqual(bytes)
    const opened = new ExcelJS.Workbook()
    await opened.xlsx.load(bytes.buffer as never)
    expect(opened.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ['Sổ', 'visible'],
      ['Quá trình', 'visible'],
      ['Danh mục', 'visible'],
      ['_kheo', 'veryHidden'],
    ])
    const sheet = opened.getWorksheet('Sổ')
    const heads = [
      'Số|Ngày khởi công *|Tên *|Nội dung|Thôn, tổ dân phố|Số (2)|Số hộ (hộ) *|Chiều dài (km)|Kinh phí (đồng)|Ngày xong',
      'Loại *|Hình thức|Làm mới (x = có)|Đơn vị phối hợp|Cuộc họp|Tên (2)|Trạng thái|Người ghi sổ',
    ].join('|')
    expect(sheet?.getRow(1).values).toEqual([undefined, ...heads.split('|')])
    expect(sheet?.getCell('C2')).toMatchObject({ type: ExcelJS.ValueType.String, value: '=HYPERLINK("http://a";"b")' })
    expect(sheet?.getCell('B2').value).toEqual(new Date('2026-06-01T00:00:00Z'))
    expect(sheet?.getCell('B2').numFmt).toBe('dd/mm/yyyy')
    expect(sheet?.getCell('K2').dataValidation).toMatchObject({ type: 'list', formulae: ["'Danh mục'!$A$2:$A$4"] })
    expect(opened.getWorksheet('Danh mục')?.getColumn(1).values).toEqual([undefined, 'Loại', 'road', 'Đèn', 'Đền'])
  })

  it('is an empty template with help at the heads', async () => {
    const opened = new ExcelJS.Workbook()
    await opened.xlsx.load(renderTables(templateOf(book, { ...MAKING, language: 'en' })).buffer as never)
    const sheet = opened.getWorksheet('Register')
    expect(sheet?.getCell('B1').value).toBe('Begun on *')
    expect(JSON.stringify(sheet?.getCell('D1').note)).toContain('Short.')
    expect(rowsOf(await sheetsOf(renderTables(templateOf(book, MAKING)))).rows).toEqual([])
  })

  it('names units only when there are several, and leaves out what was struck out on the way back', async () => {
    const entries = [
      entryOf(PLAIN, {
        entryNo: 4,
        steps: [{ kind: 'paid', happenedOn: '2026-06-05', values: { sum: 5, isLast: false }, note: '' }],
      }),
      entryOf(PLAIN, {
        unitId: 'X2',
        unitName: 'Phường Duy Tiên',
        entryNo: 4,
        steps: [{ kind: 'paid', happenedOn: '2026-06-06', values: { sum: 6, isLast: false }, note: '' }],
      }),
      entryOf(PLAIN, { entryNo: 5, isVoided: true }),
    ]
    const { rows, warnings } = await back(entries)
    expect(rows.map((row) => [row.at, row.steps.length, said(row.issues).length])).toEqual([
      [2, 1, 0],
      [3, 1, 2],
    ])
    expect(said(warnings).at(-1)).toContain('Dòng này đã gạch bỏ')
  })

  it('says everything as JSON, with codes', () => {
    const made = JSON.parse(jsonOf(book, [entryOf(PLAIN)], MAKING)) as { entries: { values: Values }[] }
    expect(made).toMatchObject({ register: 'so_cong_trinh', title: 'Sổ công trình', exportedOn: '2026-07-02' })
    expect(made.entries[0]?.values).toEqual(PLAIN)
  })
})
