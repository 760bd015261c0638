// What stands in the .xlsx: read back by an independent reader and from its XML.

import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { annexWorkbook } from '../test/samples.ts'
import { unpackText } from './fixed-zip.ts'
import type { Workbook } from './workbook-model.ts'
import { excelSheetWriter, renderXlsx } from './xlsx-writer.ts'

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const partOf = async (path: string) => unpackText(await renderXlsx(annexWorkbook())).get(path) ?? ''
const sheetXml = () => partOf('xl/worksheets/sheet1.xml')
const oneColumn = (cells: Workbook['sheets'][number]['rows']): Workbook => ({
  ...annexWorkbook(),
  sheets: [
    {
      name: 'Sổ',
      titleLines: [],
      columns: [{ widthChars: 20, align: 'left' }],
      headerRows: [[{ text: 'Cột' }]],
      rows: cells,
      freezeColumns: 0,
      orientation: 'portrait',
    },
  ],
})

describe('annex sheet', () => {
  it('is read back by another library with texts, numbers and cached sums', async () => {
    const sheets = await readXlsx(Buffer.from(await excelSheetWriter.render(annexWorkbook())))
    const rows = sheets[0]?.data ?? []
    expect(sheets[0]?.sheet).toBe('Phụ lục I')
    expect(rows[3]?.slice(0, 3)).toEqual(['STT', 'Đơn vị', 'Lượt người tham gia'])
    expect(rows[5]).toEqual([1, 'Tổ dân phố số 1', 1_250, 1_100, null])
    expect(rows[65]?.slice(1)).toEqual(['Tổng cộng', 140_490, 127_950, '=HYPERLINK("http://vi-du.vn")'])
  })

  it('writes each formula with its value', async () => {
    expect(await sheetXml()).toMatch(/<c r="C66"[^>]*><f>SUM\(C6:C65\)<\/f><v>140490<\/v><\/c>/)
  })

  it('freezes head and first columns, repeats the head in print, fits the width of a landscape A4', async () => {
    const xml = await sheetXml()
    expect(xml).toContain('<pane xSplit="2" ySplit="5" topLeftCell="C6"')
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"/)
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(xml).toMatch(/fitToHeight="0"/)
    expect(xml).toContain('Trang &amp;P/&amp;N')
    expect(await partOf('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>&apos;Phụ lục I&apos;!\$4:\$5</)
    for (const range of ['A1:E1', 'A4:A5', 'C4:D4', 'E4:E5']) expect(xml).toContain(`<mergeCell ref="${range}"/>`)
  })

  it('gives a row its own number format only where its column has one', async () => {
    const workbook: Workbook = {
      ...oneColumn([{ numberFormat: '#,##0.000', cells: [2, 2.5] }]),
    }
    const [sheet] = workbook.sheets
    const two = {
      ...workbook,
      sheets:
        sheet === undefined
          ? []
          : [
              {
                ...sheet,
                columns: [...sheet.columns, { widthChars: 9, align: 'right' as const, numberFormat: '#,##0' }],
                headerRows: [[{ text: 'STT' }, { text: 'Số' }]],
              },
            ],
    }
    const parts = unpackText(await renderXlsx(two))
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? ''
    const styleOf = (cell: string): number => Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1])
    const formats = [
      ...((parts.get('xl/styles.xml') ?? '').split('<cellXfs')[1]?.matchAll(/<xf numFmtId="(\d+)"/g) ?? []),
    ].map((found) => Number(found[1]))
    expect([(formats[styleOf('A2')] ?? 0) < 164, (formats[styleOf('B2')] ?? 0) >= 164]).toEqual([true, true])
  })

  it('uses one font and a number format that groups by the reader’s locale', async () => {
    const styles = await partOf('xl/styles.xml')
    expect(styles).not.toContain('Calibri')
    expect(styles).toContain('<name val="Times New Roman"/>')
    expect(styles).toMatch(/numFmtId="3"/)
  })
})

describe('typed text', () => {
  it('that looks like a formula stays text, unchanged', async () => {
    const risky = ['=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1']
    const bytes = await renderXlsx(oneColumn(risky.map((text) => ({ cells: [text] }))))
    const files = unpackText(bytes)
    const xml = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).not.toContain('<f>')
    const styles = [...xml.matchAll(/<c r="A[2-6]" s="(\d+)" t="s">/g)].map((found) => found[1])
    expect(styles).toHaveLength(5)
    expect(new Set(styles).size).toBe(1)
    const format = [
      ...((files.get('xl/styles.xml') ?? '').split('<cellXfs')[1]?.matchAll(/<xf numFmtId="(\d+)"/g) ?? []),
    ][Number(styles[0])]?.[1]
    expect(format).toBe('49')
    const sheets = await readXlsx(Buffer.from(bytes), { trim: false })
    expect(sheets[0]?.data.slice(1).flat()).toEqual(risky)
  })

  it('refuses more cells than columns', async () => {
    await expect(renderXlsx(oneColumn([{ cells: [1, 2] }]))).rejects.toThrow('row_misfit')
  })
})

describe('bytes', () => {
  it('are the same for the same workbook and carry its date', async () => {
    const first = hash(await renderXlsx(annexWorkbook()))
    await setTimeout(2_100)
    expect(hash(await renderXlsx(annexWorkbook()))).toBe(first)
    expect((await partOf('docProps/core.xml')).match(/2025-07-05T00:00:00Z/g)).toHaveLength(2)
    expect(hash(await renderXlsx({ ...annexWorkbook(), date: '2025-07-06' }))).not.toBe(first)
  })
})
