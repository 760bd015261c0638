// Sheets that people and hostile hands changed: every mistake at its cell, and given back marked.
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { templateOf } from './sheet.ts'
import { markedOf } from './sheet-marked.ts'
import { book, MAKING, other, paste, problemOf, rowsOf, said, sheetsOf } from './testing-book.ts'

describe('cells that cannot be read', () => {
  const HEADS = 'Ngày khởi công\tTên\tSố hộ\tLoại\tNgày xong'
  it('are named by place, each with what to do', () => {
    const { rows } = rowsOf(paste(`${HEADS}\n2/7/26\tĐường\t1,234.5\tnhà\t31/2/2026\n1/7/2026\tĐèn\t08\tđèn\t\n`))
    expect(rows.map((row) => row.at)).toEqual([2, 3])
    expect(said(rows[0]?.issues ?? []).map((text) => text.replace(/:.*/, ''))).toEqual([
      'entries A2',
      'entries C2',
      'entries D2',
      'entries E2',
    ])
    expect(rows[1]).toMatchObject({ happenedOn: '2026-07-01', values: { households: 8, kind: 'light' }, issues: [] })
  })

  it('keep formulas that have a value, and refuse those without, errors and long texts', async () => {
    const opened = new ExcelJS.Workbook()
    const sheet = opened.addWorksheet('Sổ')
    sheet.addRow(HEADS.split('\t'))
    sheet.addRow([new Date('2026-06-01'), 'a'.repeat(4001), { formula: 'F1+1', result: 7 }, { error: '#REF!' }])
    sheet.addRow([{ formula: 'TODAY()' }, 'Đèn', 1, 'Đèn'])
    sheet.getCell('A2').numFmt = 'dd/mm/yyyy'
    const { rows, warnings } = rowsOf(await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer())))
    expect(rows.map((row) => said(row.issues).map((text) => text.slice(0, 12)))).toEqual([
      ['entries B2: ', 'entries D2: '],
      ['entries A3: '],
    ])
    expect(rows[0]?.values['households']).toBe(7)
    expect(said(warnings)[0]).toMatch(/^entries C2: Ô này là công thức/)
  })
})

describe('sheets that were changed', () => {
  const bare = (rows: readonly (readonly string[])[]) => paste(rows.map((row) => row.join('\t')).join('\n'))
  const ROW = ['01/7/2026', 'Đường', '5', 'Đèn']
  it('of another register are refused by both names', async () => {
    const sheets = await sheetsOf(renderTables(templateOf(other, MAKING)))
    expect(problemOf(sheets)).toEqual({
      code: 'sheet.of_another_register',
      found: 'Sổ họp',
      wanted: ['Sổ công trình', 'Works'],
    })
  })
  it('are known by their heads in any order and language, with a title above and tones left out', () => {
    const { rows } = rowsOf(
      bare([
        ['SỔ CÔNG TRÌNH'],
        [],
        ['loai', 'Households', 'TÊN *', 'Ngay khoi cong', 'Ghi riêng'],
        ['den', '5', 'Đường', '1/7/2026', 'x'],
      ]),
    )
    expect(said(rows.flatMap((row) => row.issues))).toEqual([
      expect.stringContaining('entries A4: “den” có thể') as string,
    ])
    expect(rows[0]).toMatchObject({ at: 4, happenedOn: '2026-07-01', values: { households: 5, name: 'Đường' } })
  })
  it('warn of columns that nobody reads and of hidden rows', async () => {
    const opened = new ExcelJS.Workbook()
    const sheet = opened.addWorksheet('Trang 1')
    sheet.addRow(['Ngày', 'Tên', 'Số hộ', 'Loại', 'Ghi riêng'])
    sheet.addRow([...ROW, 'việc nội bộ'])
    sheet.getRow(2).hidden = true
    const { warnings, rows } = rowsOf(await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer())))
    expect(rows).toHaveLength(1)
    expect(said(warnings)).toEqual([
      expect.stringContaining('entries E1: Cột “Ghi riêng”') as string,
      expect.stringContaining('entries 2: Dòng này đang bị ẩn') as string,
    ])
  })
  it('are refused when heads are missing, twice there, merged or not there at all', async () => {
    expect(
      problemOf(
        bare([
          ['Ngày', 'Tên'],
          ['1/7/2026', 'a'],
        ]),
      ),
    ).toEqual({ code: 'sheet.missing_heads', sheet: '', heads: ['Số hộ (hộ)', 'Loại'] })
    expect(problemOf(bare([['Ngày', 'Tên', 'Số hộ', 'Loại', 'Tên']]))).toEqual({
      code: 'sheet.duplicate_heads',
      sheet: '',
      heads: ['Tên'],
    })
    expect(problemOf(bare([ROW]))).toEqual({ code: 'sheet.no_heads', wanted: ['Sổ công trình', 'Works'] })
    const opened = new ExcelJS.Workbook()
    const sheet = opened.addWorksheet('Sổ')
    sheet.addRow(['Tên sổ'])
    sheet.addRow(['Ngày', 'Tên', 'Số hộ', 'Loại'])
    sheet.addRow(ROW)
    sheet.mergeCells('A1:D1')
    expect(problemOf(await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer())))).toBe('read')
    sheet.mergeCells('B3:B5')
    expect(problemOf(await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer())))).toEqual({
      code: 'sheet.merged_cells',
      sheet: 'Sổ',
      ranges: ['B3:B5'],
    })
  })
  it('name steps without an entry, steps of two entries and fields of other steps', async () => {
    const opened = new ExcelJS.Workbook()
    const sheet = opened.addWorksheet('Sổ')
    for (const row of [
      ['Số', 'Ngày', 'Tên', 'Số hộ', 'Loại'],
      [1, ...ROW],
      [1, ...ROW],
      [2, ...ROW],
    ])
      sheet.addRow(row)
    const steps = opened.addWorksheet('Quá trình')
    for (const row of [
      ['Số', 'Bước', 'Ngày', 'Kết quả', 'Số tiền'],
      [1, 'Hoàn thành', '2/7/2026', 'Tốt'],
      [2, 'Hoàn thành', '2/7/2026', 'Tốt', 5],
      [9, 'Thanh toán', '2/7/2026'],
    ])
      steps.addRow(row)
    const read = rowsOf(await sheetsOf(new Uint8Array(await opened.xlsx.writeBuffer())))
    expect(read.rows.map((row) => said(row.issues).map((text) => text.replace(/:.*/, '')))).toEqual([
      [],
      ['entries A3'],
      ['steps E3'],
    ])
    expect(said(read.loose)).toEqual([expect.stringContaining('steps 4: Không có dòng số 9') as string])
  })
})

describe('the marked workbook', () => {
  it('says what is wrong first, shows where, and can be mended and handed in again', async () => {
    const sheets = paste('Ngày khởi công\tTên\tSố hộ\tLoại\n2/7/26\t=1+1\tnăm\tĐèn\n1/7/2026\tĐèn\t8\tĐèn\n')
    const read = rowsOf(sheets)
    const bytes = renderTables(
      markedOf(
        book,
        read,
        read.rows.flatMap((row) => row.issues),
        MAKING,
      ),
    )
    const opened = new ExcelJS.Workbook()
    await opened.xlsx.load(bytes.slice().buffer as never)
    const sheet = opened.getWorksheet('Sổ')
    expect(sheet?.getCell('A2').value).toMatch(
      /^Cột B \(Ngày khởi công\): “2\/7\/26” ghi năm bằng hai chữ số.*\nCột D \(Số hộ \(hộ\)\): “năm”/,
    )
    expect(sheet?.getCell('A3').value).toBeNull()
    expect(JSON.stringify(sheet?.getCell('B2').fill)).toContain('FFFFD9D9')
    expect(JSON.stringify(sheet?.getCell('B2').note)).toContain('ghi năm bằng hai chữ số')
    expect(sheet?.getCell('C2')).toMatchObject({ type: ExcelJS.ValueType.String, value: '=1+1' })
    const again = rowsOf(await sheetsOf(bytes))
    expect(again.rows.map((row) => row.issues.length)).toEqual([2, 0])
    expect(again.warnings).toEqual([])
  })
})
