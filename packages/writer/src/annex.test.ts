// Annexes laid out by a template: heads of three levels, subtotals, totals, ratios, stars, units as columns; and the templates of the catalogue.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { unitColumnSheets } from './annex-columns.ts'
import { type AnnexFacts, type Shown, STAR, STAR_NOTE } from './annex-facts.ts'
import { columnsOf, headOf } from './annex-head.ts'
import { unitRowSheets } from './annex-rows.ts'
import { annexAt, type AnnexSheet, parseAnnexes } from './annex-template.ts'
import { placeHeader } from './header-grid.ts'
import type { SheetCell, Workbook } from './workbook-model.ts'
import { renderXlsx } from './xlsx-writer.ts'

const SHIPPED: unknown = JSON.parse(
  readFileSync(new URL('../../../catalogue/formats/annexes.json', import.meta.url), 'utf8'),
)

const rowsSheet = (more: Partial<AnnexSheet> = {}): AnnexSheet => ({
  kind: 'units-as-rows',
  label: 'II',
  remark: '{reported}/{all} đơn vị',
  paper: 'A3',
  orientation: 'landscape',
  freezeColumns: 2,
  repeatColumns: 2,
  indicators: null,
  columnsASheet: 10,
  bands: null,
  ratios: null,
  unitGroups: null,
  hasTotal: null,
  ...more,
})

const indicator = (code: string, decimals = 0) => ({ code, name: `Chỉ tiêu ${code}`, unit: 'đơn', decimals })
const VALUES: Readonly<Record<string, Readonly<Record<string, Shown>>>> = {
  own: { XD01: 1, XD02: 1, TD01: 4 },
  a: { XD01: 10, XD02: 5, TD01: 7 },
  b: { XD01: 20, XD02: 20, TD01: null },
  c: { XD01: 9, XD02: 3, TD01: 6 },
}
const TOTALS: Readonly<Record<string, number>> = { XD01: 40, XD02: 29, TD01: 17 }

const facts = (more: Partial<AnnexFacts> = {}): AnnexFacts => ({
  titleLines: (label, remark) => [{ text: label }, { text: remark }],
  reported: [3, 3],
  sections: [
    { title: 'Xử lý đơn', indicators: [indicator('XD01'), indicator('XD02')] },
    { title: 'Tiếp dân', indicators: [indicator('TD01')] },
  ],
  units: [
    { id: 'own', name: 'Khối trực thuộc' },
    { id: 'a', name: 'Xã A' },
    { id: 'b', name: 'Phường B' },
    { id: 'c', name: 'Xã C' },
  ],
  shown: (unit, code) => VALUES[unit]?.[code] ?? null,
  total: (code) => TOTALS[code] ?? null,
  addsUp: () => true,
  ...more,
})

const cellsOf = (sheet: ReturnType<typeof unitRowSheets>[number] | undefined) => sheet?.rows.map((row) => row.cells)
const GROUPS = [
  { title: 'Các xã', startsWith: ['Xã'] },
  { title: 'Các phường', startsWith: ['Phường'] },
]
const RATIO = { title: 'Tỷ lệ (%)', part: 'XD02', whole: 'XD01', after: 'XD02', decimals: 2 }

describe('units as rows', () => {
  it('stand with a total by formula that carries its value', () => {
    const [sheet] = unitRowSheets(rowsSheet(), facts())
    expect(sheet?.paper).toBe('A3')
    expect(sheet?.titleLines[1]?.text).toBe('03/03 đơn vị')
    expect(cellsOf(sheet)).toEqual([
      [1, 'Khối trực thuộc', 1, 1, 4],
      [2, 'Xã A', 10, 5, 7],
      [3, 'Phường B', 20, 20, null],
      [4, 'Xã C', 9, 3, 6],
      [
        '',
        'Tổng',
        { formula: 'SUM(C5:C8)', value: 40 },
        { formula: 'SUM(D5:D8)', value: 29 },
        { formula: 'SUM(E5:E8)', value: 17 },
      ],
    ])
  })

  it('stand by group under a subtotal; the total adds the units, not the subtotals', () => {
    const [sheet] = unitRowSheets(rowsSheet({ unitGroups: GROUPS, indicators: ['XD01'] }), facts())
    expect(cellsOf(sheet)).toEqual([
      [1, 'Khối trực thuộc', 1],
      ['', 'Các xã', { formula: 'SUM(C7:C8)', value: 19 }],
      [2, 'Xã A', 10],
      [3, 'Xã C', 9],
      ['', 'Các phường', { formula: 'SUM(C10:C10)', value: 20 }],
      [4, 'Phường B', 20],
      ['', 'Tổng', { formula: 'SUM(C5:C5,C7:C8,C10:C10)', value: 40 }],
    ])
  })

  it('have ratios as formulas of their neighbours, and none where nothing stands below the line', () => {
    const sheets = unitRowSheets(rowsSheet({ ratios: [RATIO], indicators: ['XD'] }), facts())
    const ratios = cellsOf(sheets[0])?.map((cells) => cells[4])
    expect(ratios?.[1]).toEqual({ formula: 'IF(N(C6)=0,"",D6/C6*100)', value: 50 })
    expect(ratios?.at(-1)).toEqual({ formula: 'IF(N(C9)=0,"",D9/C9*100)', value: 72.5 })
    const none = unitRowSheets(rowsSheet({ ratios: [RATIO] }), facts({ shown: () => 0, total: () => 0 }))
    expect(cellsOf(none[0])?.map((cells) => cells[4])).toEqual([null, null, null, null, null])
  })

  it('tell a withheld figure by a star: no ratio of it, no subtotal over it, no formula of its total', () => {
    const shown: AnnexFacts['shown'] = (unit, code) =>
      unit === 'a' && code === 'XD02' ? STAR : (VALUES[unit]?.[code] ?? null)
    const [sheet] = unitRowSheets(
      rowsSheet({ unitGroups: GROUPS, ratios: [RATIO], indicators: ['XD'] }),
      facts({ shown }),
    )
    expect(cellsOf(sheet)?.slice(1, 3)).toEqual([
      ['', 'Các xã', { formula: 'SUM(C7:C8)', value: 19 }, STAR, STAR],
      [2, 'Xã A', 10, STAR, STAR],
    ])
    expect(cellsOf(sheet)?.at(-2)?.[3]).toBe(29)
    expect(cellsOf(sheet)?.at(-1)?.[1]).toBe(STAR_NOTE)
  })

  it('write the plain total where the units do not add up to it', () => {
    const [sheet] = unitRowSheets(rowsSheet({ indicators: ['XD01'] }), facts({ total: () => 41, addsUp: () => false }))
    expect(cellsOf(sheet)?.at(-1)).toEqual(['', 'Tổng', 41])
  })

  it('go on on another sheet when there are more columns than one holds; a ratio torn from its figures has no formula', () => {
    const sheets = unitRowSheets(rowsSheet({ columnsASheet: 2, ratios: [RATIO] }), facts())
    expect(sheets.map(({ name }) => name)).toEqual(['Phụ lục II.1', 'Phụ lục II.2'])
    expect(cellsOf(sheets[1])?.[1]).toEqual([2, 'Xã A', 50, 7])
  })

  it('never tell a withheld figure, nor a sum or a ratio over it, whatever is withheld', () => {
    const codes = ['XD01', 'XD02', 'TD01']
    const units = ['own', 'a', 'b', 'c']
    const places = units.flatMap((unit) => codes.map((code) => `${unit}:${code}`))
    fc.assert(
      fc.property(fc.subarray(places), (withheld) => {
        const shown: AnnexFacts['shown'] = (unit, code) =>
          withheld.includes(`${unit}:${code}`) ? STAR : (VALUES[unit]?.[code] ?? null)
        const [sheet] = unitRowSheets(rowsSheet({ unitGroups: GROUPS, ratios: [RATIO] }), facts({ shown }))
        const names = ['Khối trực thuộc', 'Xã A', 'Phường B', 'Xã C']
        const isStar = (row: readonly SheetCell[] | undefined, at: number): boolean => row?.[at + 2] === STAR
        const columns = ['XD01', 'XD02', 'TD01']
        for (const [at, unit] of units.entries()) {
          const row = cellsOf(sheet)?.find((cells) => cells[1] === names[at])
          const places = [isStar(row, 0), isStar(row, 1), isStar(row, 3)]
          expect(places).toEqual(columns.map((code) => shown(unit, code) === STAR))
          expect(isStar(row, 2)).toBe(places[0] === true || places[1] === true)
        }
        const communes = cellsOf(sheet)?.find((cells) => cells[1] === 'Các xã')
        expect(isStar(communes, 0)).toBe(withheld.includes('a:XD01') || withheld.includes('c:XD01'))
      }),
    )
  })
})

describe('the head', () => {
  const bands = [
    { title: 'Đơn mới', indicators: ['XD01'] },
    { title: 'Đơn cũ', indicators: ['XD02'] },
  ]

  it('has three levels where a section has bands, and the other sections are as high', () => {
    const columns = columnsOf(rowsSheet({ bands }), facts().sections)
    expect(headOf(['STT', 'Đơn vị'], columns)).toEqual([
      [
        { text: 'STT', rowSpan: 3 },
        { text: 'Đơn vị', rowSpan: 3 },
        { text: 'Xử lý đơn', colSpan: 2, rowSpan: 1 },
        { text: 'Tiếp dân', colSpan: 1, rowSpan: 2 },
      ],
      [
        { text: 'Đơn mới', colSpan: 1 },
        { text: 'Đơn cũ', colSpan: 1 },
      ],
      [
        { text: 'XD01. Chỉ tiêu XD01 (đơn)' },
        { text: 'XD02. Chỉ tiêu XD02 (đơn)' },
        { text: 'TD01. Chỉ tiêu TD01 (đơn)' },
      ],
    ])
  })

  it('covers every place once, whichever indicators are in a band', () => {
    const codes = Array.from({ length: 9 }, (_, at) => `X${at < 5 ? 'D' : 'E'}0${at}`)
    const sections = [
      { title: 'Một', indicators: codes.slice(0, 5).map((code) => indicator(code)) },
      { title: 'Hai', indicators: codes.slice(5).map((code) => indicator(code)) },
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, 'A', 'B'), { minLength: 9, maxLength: 9 }), (names) => {
        const named = (name: string) => ({ title: name, indicators: codes.filter((_, at) => names[at] === name) })
        const columns = columnsOf(rowsSheet({ bands: [named('A'), named('B')] }), sections)
        const placed = placeHeader(headOf(['STT'], columns), 10)
        expect(placed.ok).toBe(true)
        if (!placed.ok) return
        const leaves = placed.value.filter(({ text }) => text.startsWith('X'))
        expect(leaves.toSorted((a, b) => a.column - b.column).map(({ text }) => text.slice(0, 4))).toEqual(codes)
      }),
    )
  })
})

describe('units as columns', () => {
  const sheet = rowsSheet({ kind: 'units-as-columns', columnsASheet: 10, ratios: [RATIO], unitGroups: GROUPS })

  it('stand after the total, indicators under their sections, ratios by formula', () => {
    const [made] = unitColumnSheets(sheet, facts())
    expect(made?.headerRows[0]?.map(({ text }) => text)).toEqual([
      'STT',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Tổng',
      'Khối trực thuộc',
      'Các xã',
      'Các phường',
    ])
    expect(made?.headerRows[1]?.map(({ text }) => text)).toEqual(['Xã A', 'Xã C', 'Phường B'])
    expect(cellsOf(made)).toEqual([
      ['', 'Xử lý đơn', null, null, null, null, null, null],
      [1, 'XD01. Chỉ tiêu XD01', 'đơn', { formula: 'SUM(E6:H6)', value: 40 }, 1, 10, 9, 20],
      [2, 'XD02. Chỉ tiêu XD02', 'đơn', { formula: 'SUM(E7:H7)', value: 29 }, 1, 5, 3, 20],
      [
        null,
        'Tỷ lệ (%)',
        '%',
        ...['D', 'E', 'F', 'G', 'H'].map((letter, at) => ({
          formula: `IF(N(${letter}6)=0,"",${letter}7/${letter}6*100)`,
          value: [72.5, 100, 50, (3 / 9) * 100, 100][at],
        })),
      ],
      ['', 'Tiếp dân', null, null, null, null, null, null],
      [3, 'TD01. Chỉ tiêu TD01', 'đơn', { formula: 'SUM(E10:H10)', value: 17 }, 4, 7, 6, null],
    ])
  })

  it('write the plain total when the units stand on several sheets', () => {
    const sheets = unitColumnSheets({ ...sheet, columnsASheet: 2, ratios: null }, facts())
    expect(sheets).toHaveLength(2)
    expect(cellsOf(sheets[1])?.[1]?.[3]).toBe(40)
  })
})

describe('a printed annex', () => {
  const workbook = (units: number): Workbook => {
    const ids = Array.from({ length: units }, (_, at) => ({ id: `u${at}`, name: `Xã số ${at + 1}` }))
    const shown = (unit: string, code: string): number => (Number(unit.slice(1)) * 7 + code.charCodeAt(3)) % 90
    const total = (code: string): number => ids.reduce((sum, { id }) => sum + shown(id, code), 0)
    const sheets = unitRowSheets(
      rowsSheet({ bands: [{ title: 'Đơn', indicators: ['XD01', 'XD02'] }] }),
      facts({ units: ids, shown, total }),
    )
    return {
      title: 'Phụ lục',
      creator: 'Phường Hòa Mạc',
      date: '2025-07-05',
      font: { name: 'Times New Roman', sizePt: 12 },
      sheets,
    }
  }

  it('of many units is read back by another library as the model has it, and is the same bytes again', async () => {
    const book = workbook(400)
    const bytes = await renderXlsx(book)
    expect(Buffer.from(await renderXlsx(workbook(400))).equals(Buffer.from(bytes))).toBe(true)
    const [read] = await readXlsx(Buffer.from(bytes))
    const [sheet] = book.sheets
    const plain = sheet?.rows.map(({ cells }) =>
      cells.map((cell) => (cell === '' ? null : typeof cell === 'object' && cell !== null ? cell.value : cell)),
    )
    expect(read?.data.slice((sheet?.titleLines.length ?? 0) + (sheet?.headerRows.length ?? 0))).toEqual(plain)
  })

  it('repeats head and first columns on every page, says what is printed, and lies on A3', async () => {
    const { unpackText } = await import('./fixed-zip.ts')
    const parts = unpackText(await renderXlsx(workbook(5)))
    const book = parts.get('xl/workbook.xml') ?? ''
    expect(book).toContain('&apos;Phụ lục II&apos;!$A:$B,&apos;Phụ lục II&apos;!$3:$5</definedName>')
    expect(book).toContain('&apos;Phụ lục II&apos;!$A$1:$E$11</definedName>')
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toMatch(/<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/)
    for (const range of ['A3:A5', 'B3:B5', 'C3:D3', 'C4:D4', 'E3:E4'])
      expect(sheet).toContain(`<mergeCell ref="${range}"/>`)
  })
})

describe('templates of the catalogue', () => {
  const known = (file: string) =>
    readFileSync(new URL(`../../../catalogue/indicators/${file}`, import.meta.url), 'utf8')
  const names = {
    indicators: new Set(
      known('indicators.csv')
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 4))
        .filter((code) => /^[A-Z]{2}\d\d$/.test(code)),
    ),
    reportTypes: new Set((JSON.parse(known('report-types.json')) as { code: string }[]).map(({ code }) => code)),
  }
  const first = (SHIPPED as Record<string, unknown>[])[0] as Record<string, unknown>

  it('are right, name what exists, and hold one for every type and day', () => {
    const parsed = parseAnnexes(SHIPPED, names)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
    expect(annexAt(parsed.value, 'dvk', '2024-06-30')?.reportType).toBe('dvk')
    expect(annexAt(parsed.value, 'chua-co', '2024-06-30')?.reportType).toBe('*')
    expect(annexAt(parsed.value, 'dvk', '2010-01-01')).toBeUndefined()
  })

  const problem = (json: unknown) => {
    const parsed = parseAnnexes(json, names)
    return parsed.ok ? null : parsed.problem.code
  }
  const sheets = first['sheets'] as Record<string, unknown>[]

  it.each([
    ['annex_unknown_indicator', [{ ...first, sheets: [{ ...sheets[1], indicators: ['ZZ99'] }] }]],
    ['annex_unknown_report_type', [{ ...first, report_type: 'khong-co' }]],
    ['annex_without_sheets', [{ ...first, sheets: [] }]],
    ['annex_label_repeated', [{ ...first, sheets: [sheets[0], { ...sheets[1], label: 'I' }] }]],
    ['annex_no_columns', [{ ...first, sheets: [{ ...sheets[1], columns_a_sheet: 0 }] }]],
    ['annexes_overlap', [first, { ...first, valid_from: '2020-01-01' }]],
    ['annex_default_missing', [{ ...first, report_type: 'dvk' }]],
    ['shape_mismatch', [{ ...first, sheets: [{ ...sheets[1], colour: 'đỏ' }] }]],
  ])('are refused with %s', (code, json) => {
    expect(problem(json)).toBe(code)
  })
})
