// Workbooks of people and of hostile hands, as the guard and the reader take them.
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { rawParts, rawWorkbook, textCell, zipped } from '../test/raw-workbook.ts'
import type { SheetData } from './sheet-data.ts'
import { excelSheetReader, readSheets } from './sheet-reader.ts'

const one = (data: string, after = ''): Uint8Array => rawWorkbook([{ name: 'Sổ', data, after }])
const read = async (bytes: Uint8Array): Promise<SheetData> => {
  const sheets = await readSheets(bytes)
  if (!sheets.ok) throw new Error(sheets.problem.code)
  return sheets.value[0] as SheetData
}
const cells = async (bytes: Uint8Array) => (await read(bytes)).rows.map((row) => row.cells)
const refused = async (bytes: Uint8Array): Promise<string> => {
  const sheets = await readSheets(bytes)
  return sheets.ok ? 'read' : sheets.problem.code
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a workbook of a spreadsheet program', () => {
  it('gives texts, numbers, days, flags and the values of formulas', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Sổ hòa giải'.normalize('NFD'))
    sheet.addRow(['Ngày', 'Loại', 'Số người', 'Đạt'])
    sheet.addRow([new Date('2026-07-02T00:00:00Z'), 'Đất đai'.normalize('NFD'), 1250, true])
    sheet.addRow([null, { richText: [{ text: 'Hợp ' }, { text: 'đồng' }] }, { formula: '1+1', result: 2 }, false])
    sheet.getCell('A2').numFmt = 'dd/mm/yyyy'
    sheet.getRow(3).hidden = true
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const found = await excelSheetReader.read(bytes)
    expect(found).toMatchObject({ ok: true, value: [{ name: 'Sổ hòa giải', isHidden: false, merged: [] }] })
    expect(await read(bytes)).toMatchObject({
      rows: [
        { at: 1, isHidden: false, cells: ['Ngày', 'Loại', 'Số người', 'Đạt'] },
        { at: 2, isHidden: false, cells: [{ day: '2026-07-02' }, 'Đất đai', 1250, true] },
        { at: 3, isHidden: true, cells: [null, 'Hợp đồng', 2, false] },
      ],
      notes: [{ row: 3, column: 3, code: 'formula' }],
    })
  })

  it('keeps the row numbers of the person and passes over rows without a value', async () => {
    const sheet = await read(
      one(
        `<row r="2">${textCell('B2', 'Tên')}</row><row r="3"><c r="A3" s="2"/><c r="B3" s="2"><v></v></c></row><row r="9" hidden="1">${textCell('A9', ' ')}${textCell('C9', 'x')}</row>`,
      ),
    )
    expect(sheet.rows).toEqual([
      { at: 2, isHidden: false, cells: [null, 'Tên'] },
      { at: 9, isHidden: true, cells: [null, null, 'x'] },
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const parts = rawParts([{ name: 'Sổ', data: '<row r="1"><c r="A1" s="1"><v>44743</v></c></row>' }])
    const older = {
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="true"/><sheets>'),
    }
    expect(await cells(zipped(parts))).toEqual([[{ day: '2022-07-01' }]])
    expect(await cells(zipped(older))).toEqual([[{ day: '2026-07-02' }]])
  })

  it('understands prefixes, marked sections, comments and words read aloud', async () => {
    const parts = rawParts([{ name: 'Sổ', data: '' }])
    const data = `<x:row r="1"><!-- <x:c r="Z1"> --><x:c r="A1" t="inlineStr"><x:is><x:r><x:t>Hòa </x:t></x:r><x:r><x:t>Mạc</x:t></x:r><x:rPh><x:t>xx</x:t></x:rPh></x:is></x:c><x:c r="B1" t="str"><x:v><![CDATA[a<b&c]]></x:v></x:c><x:c r="C1" note='a>b'><x:v>5</x:v></x:c></x:row>`
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${data}</x:sheetData></x:worksheet>`
    expect(await cells(zipped({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['Hòa Mạc', 'a<b&c', 5]])
  })

  it('reads a million formatted rows without a value in little time', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}" ht="15" s="2"/>`).join('')
    const started = performance.now()
    expect(await cells(one(`<row r="1">${textCell('A1', 'Tên')}</row>${rows}`))).toEqual([['Tên']])
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})

describe('single cells', () => {
  it('with a formula that has no value, an error or too much text are named by place', async () => {
    const long = 'a'.repeat(1_000_000)
    const sheet = await read(
      one(
        `<row r="1">${textCell('A1', 'Tên')}</row><row r="4"><c r="A4"><f>B1+1</f></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c>${textCell('C4', long)}<c r="D4" t="str"><f>A1&amp;""</f><v>Tên</v></c><c r="E4" t="str"><f>""</f><v></v></c></row>`,
      ),
    )
    expect(sheet.notes).toEqual([
      { row: 4, column: 1, code: 'formula_without_value' },
      { row: 4, column: 2, code: 'error_value' },
      { row: 4, column: 4, code: 'formula' },
      { row: 4, column: 3, code: 'too_long' },
    ])
    expect(sheet.rows[1]?.cells).toEqual([null, null, 'a'.repeat(4000), 'Tên'])
  })

  it('that look like formulas are text', async () => {
    expect(
      await cells(one(`<row r="1">${textCell('A1', '=HYPERLINK("http://a")')}${textCell('B1', '@SUM(A1)')}</row>`)),
    ).toEqual([['=HYPERLINK("http://a")', '@SUM(A1)']])
  })

  it('that are merged are named', async () => {
    const merges = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B5"/></mergeCells>'
    expect((await read(one(`<row r="1">${textCell('A1', 'Tên')}</row>`, merges))).merged).toEqual([
      { range: 'A1:C1', top: 1, left: 1, bottom: 1, right: 3 },
      { range: 'B3:B5', top: 3, left: 2, bottom: 5, right: 2 },
    ])
  })
})

describe('what is not a workbook', () => {
  it('is told apart by its content', async () => {
    const ole = new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Array.from({ length: 600 }, () => 0),
    ])
    expect(await refused(new Uint8Array())).toBe('sheet.empty_file')
    expect(await refused(ole)).toBe('sheet.old_workbook')
    expect(await refused(new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'sheet.password_protected',
    )
    for (const page of [
      '<html><table></table></html>',
      '\uFEFF  <!DOCTYPE html>',
      '<?xml version="1.0"?><Workbook/>',
      '<TABLE>',
    ])
      expect(await refused(bytesOf(page))).toBe('sheet.web_page')
    expect(await refused(bytesOf('Ngày,Loại\n02/7/2026,Đất đai'))).toBe('sheet.text_file')
    expect(await refused(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toBe('sheet.text_file')
    expect(await refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('sheet.not_a_workbook')
    expect(await refused(zipped({ 'word/document.xml': '<w/>' }))).toBe('sheet.not_a_workbook')
  })

  it('is refused when it is cut short or its parts are out of order', async () => {
    const whole = one(`<row r="1">${textCell('A1', 'Tên'.repeat(2000))}</row>`)
    for (const length of [40, 400, whole.length - 300]) expect(await refused(whole.slice(0, length))).not.toBe('read')
    expect(await refused(one('<row r="2"/><row r="1"/>'))).toBe('sheet.broken')
    expect(await refused(one('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'))).toBe('sheet.broken')
    expect(await refused(one('<row r="1"><c r="A1"><v>1'))).toBe('sheet.broken')
    expect(await refused(one('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))).toBe('sheet.broken')
    expect(await refused(one('<row r="1"><c r="A1"><v>một</v></c></row>'))).toBe('sheet.broken')
  })
})

describe('hostile workbooks', () => {
  it('that burst are stopped while they unpack', async () => {
    const started = performance.now()
    expect(await refused(one(`<row r="1">${textCell('A1', ' '.repeat(50_000_000))}</row>`))).toBe(
      'sheet.too_large_unpacked',
    )
    const noise = Array.from({ length: 400 }, (_, at) => `${Math.sin(at)}`).join('')
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`xl/media/${at}.bin`, noise.repeat(300)]))
    expect(await refused(rawWorkbook([{ name: 'Sổ', data: '' }], many))).toBe('sheet.too_large_unpacked')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('that hide a bomb in a part nobody reads are refused as well', async () => {
    expect(
      await refused(zipped({ ...rawParts([{ name: 'Sổ', data: '' }]), 'xl/media/a.bin': new Uint8Array(70_000_000) })),
    ).toBe('sheet.too_large_unpacked')
  })

  it('with outside entities are refused', async () => {
    const parts = rawParts([{ name: 'Sổ', data: '' }])
    const doctype = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    for (const path of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml'])
      expect(await refused(zipped({ ...parts, [path]: `${doctype}${parts[path] ?? ''}` }))).toBe('sheet.unsafe_xml')
  })

  it('with too many sheets, rows or columns are refused', async () => {
    const sheets = (count: number) =>
      rawWorkbook(Array.from({ length: count }, (_, at) => ({ name: `S${at}`, data: '' })))
    expect(await refused(sheets(300))).toBe('sheet.too_many_parts')
    expect(await refused(sheets(60))).toBe('sheet.too_many_parts')
    const rows = Array.from(
      { length: 20_200 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`,
    ).join('')
    expect(await readSheets(one(rows))).toEqual({
      ok: false,
      problem: { code: 'sheet.too_many_rows', sheet: 'Sổ', most: 20_100 },
    })
    expect(await refused(one('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('sheet.too_many_columns')
    expect(await cells(one('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="2"/></row>'))).toEqual([[1]])
  })

  it('that open tags without end are gone through once', async () => {
    const loose = (data: string) => zipped(rawParts([{ name: 'Sổ', data }]), 0)
    const started = performance.now()
    expect(await refused(loose(`<row r="1"><c r="A1" t="inlineStr">${'<rPh '.repeat(1_000_000)}`))).toBe('sheet.broken')
    expect(await refused(loose(`<row r="1"><c r="A1" t="inlineStr">${'<rPh '.repeat(1_000_000)}</c>`))).toBe('read')
    expect(await refused(loose('<row r="1" a="'.repeat(500_000)))).toBe('read')
    expect(await refused(loose('<c '.repeat(1_000_000)))).toBe('read')
    expect(await refused(loose('<row r="1"><!--'.repeat(500_000)))).toBe('read')
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  it('that lack a sheet which they list are refused', async () => {
    const { 'xl/worksheets/sheet2.xml': _, ...parts } = rawParts([
      { name: 'Một', data: '' },
      { name: 'Hai', data: '' },
    ])
    expect(await refused(zipped(parts))).toBe('sheet.broken')
  })
})
