// Annexes read: the product's own, and strangers' with headings and names of their own.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span, TextTable } from '../contents.ts'
import { matchTable, readCell, type TableClaim } from './tables.ts'
import { catalogue, hints } from './testing-catalogue.ts'

/** Rows of cells parted by `|`. */
function tableOf(rows: readonly string[]): { text: string; table: TextTable } {
  let text = 'Phụ lục\n'
  const spans = rows.map((row) => {
    const cells = row.split('|').map((cell): Span => {
      const start = text.length
      text += cell.trim()
      const end = text.length
      text += '\t'
      return { start, end }
    })
    text += '\n'
    return cells
  })
  return { text, table: { rows: spans } }
}
const read = (rows: readonly string[], year?: number): TableClaim[] => {
  const { text, table } = tableOf(rows)
  return matchTable(text, table, { hints, ...(year === undefined ? {} : { year }) })
}
const told = (claims: readonly TableClaim[], kind: TableClaim['kind'] = 'now'): Record<string, number> =>
  Object.fromEntries(claims.filter((claim) => claim.kind === kind).map(({ indicator, value }) => [indicator, value]))

const HEAD_FULL = [
  'STT | Chỉ tiêu | Đơn vị tính | Kỳ trước | Kỳ báo cáo | | So sánh |',
  ' | | | | Trong kỳ | Luỹ kế | Cùng kỳ năm trước | So cùng kỳ',
]
const HEAD_SHORT = [
  'STT | Chỉ tiêu | Đơn vị tính | Kỳ trước | Kỳ báo cáo | So sánh',
  'Trong kỳ | Luỹ kế | Cùng kỳ năm trước | So cùng kỳ',
]

describe('the annex that the product prints', () => {
  const body = (indicators = catalogue.indicators) =>
    indicators.map(
      ({ nameVi, unit }, at) => `${at + 1} | ${nameVi} | ${unit} | ${at + 1} | ${at + 1000} | ${at + 3000} | — | +5%`,
    )
  it.each([
    ['with a place for each merged cell', HEAD_FULL],
    ['with merged cells as one', HEAD_SHORT],
  ])('is read back whole, %s', (_, head) => {
    const rows = catalogue.groups.flatMap(({ code, titleVi }, at) => [
      `${'I'.repeat((at % 3) + 1)} | ${titleVi} | | | | | |`,
      ...body(catalogue.indicators.filter(({ group }) => group === code)),
    ])
    const claims = read([...head, ...rows])
    const now = claims.filter(({ kind }) => kind === 'now')
    expect(now.map(({ indicator }) => indicator)).toEqual(catalogue.indicators.map(({ code }) => code))
    expect(claims.filter(({ kind }) => kind === 'last-year')).toEqual([])
    expect(claims.filter(({ kind }) => kind === 'cumulative')).toHaveLength(now.length)
    expect(claims.filter(({ kind }) => kind === 'previous').every(({ ofOtherPeriod }) => ofOtherPeriod)).toBe(true)
  })
  it('takes parts of a figure for no figure of their own', () => {
    const claims = read([
      ...HEAD_FULL,
      '1 | Tổng số đoàn viên, hội viên (theo tổ chức) | người | — | 900 | 900 | — | —',
      ' | – Hội Nông dân | người | | 500 | | |',
      ' | – Đoàn Thanh niên | người | | 400 | | |',
    ])
    expect(told(claims)).toEqual({ DT01: 900 })
  })
  it('reads a column of codes before any name', () => {
    expect(
      told(read(['STT | Mã | Chỉ tiêu | Trong kỳ', '1 | GQ02 | Đơn xong | 8', '2 | GQ03 | Đơn còn | 16'])),
    ).toEqual({
      GQ02: 8,
      GQ03: 16,
    })
  })
})

describe('annexes of strangers', () => {
  it('tells plan, result, last year and rise apart', () => {
    const claims = read([
      'TT | Nội dung | ĐVT | Kế hoạch năm | Thực hiện | Cùng kỳ năm trước | So cùng kỳ (%) | Ghi chú',
      '(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8)',
      '1 | Mô hình “Dân vận khéo” đăng ký trong năm | mô hình | 50 | 54 | 48 | 112,5 | vượt kế hoạch',
      '2 | Số cuộc giám sát của MTTQ và đoàn thể | cuộc | 12 | 11 | - | - |',
      '3 | Tổ hòa giải ở cơ sở | tổ | | 96 | 96 | 100 |',
    ])
    expect(told(claims)).toEqual({ MH01: 54, KT09: 11, DC19: 96 })
    expect(told(claims, 'plan')).toEqual({ MH01: 50, KT09: 12 })
    expect(told(claims, 'last-year')).toEqual({ MH01: 48, DC19: 96 })
    expect(claims.filter(({ kind }) => kind === 'plan').every(({ kindOfValue }) => kindOfValue === 'plan')).toBe(true)
  })
  it('puts what follows "Trong đó" under the row above', () => {
    const claims = read([
      'STT | Chỉ tiêu | Đơn vị | Số lượng',
      'I | Giải quyết hồ sơ thủ tục hành chính | |',
      '1 | Hồ sơ đã giải quyết | hồ sơ | 1.250',
      ' | Trong đó: | |',
      ' | - Trước và đúng hạn | hồ sơ | 1.240',
      ' | - Quá hạn | hồ sơ | 10',
      'II | Mô hình Dân vận khéo | |',
      '1 | Tổng số mô hình đăng ký | mô hình | 60',
      ' | - Đăng ký mới | mô hình | 25',
      ' | - Duy trì từ năm trước | mô hình | 35',
    ])
    expect(told(claims)).toEqual({ CQ02: 1250, CQ03: 1240, CQ04: 10, MH01: 60, MH02: 25, MH03: 35 })
  })
  it('chooses the column of the year reported', () => {
    const rows = ['STT | Chỉ tiêu | Năm 2021 | Năm 2022', '1 | Số hòa giải viên | 540 | 552']
    expect(told(read(rows, 2022))).toEqual({ DC20: 552 })
    expect(told(read(rows, 2022), 'last-year')).toEqual({ DC20: 540 })
    expect(told(read(rows, 2021))).toEqual({ DC20: 540 })
    expect(told(read(rows))).toEqual({ DC20: 552 })
  })
  it('brings money to the unit of the indicator', () => {
    const rows = (unit: string, value: string) => [
      'STT | Chỉ tiêu | ĐVT | Kết quả',
      `1 | Tổng giá trị quà | ${unit} | ${value}`,
    ]
    expect(told(read(rows('triệu đồng', '2.811,7')))).toEqual({ AS02: 2811.7 })
    expect(told(read(rows('đồng', '2.811.700.000')))).toEqual({ AS02: 2811.7 })
    expect(told(read(rows('tỷ đồng', '2,8117')))).toEqual({ AS02: 2811.7 })
  })
  it('reads units as rows: the total is of the whole, the others of their places', () => {
    const claims = read([
      'STT | Đơn vị | Số lượt tiếp công dân | Đơn tiếp nhận trong kỳ',
      '1 | Xã Bình Minh | 24 | 5',
      '2 | Xã Hòa Bình | 31 | 7',
      ' | Tổng | 55 | 12',
    ])
    expect(claims.filter(({ ofPlace }) => ofPlace === null).map(({ indicator, value }) => [indicator, value])).toEqual([
      ['TD01', 55],
      ['XD03', 12],
    ])
    expect(claims.filter(({ indicator }) => indicator === 'TD01').map(({ ofPlace }) => ofPlace)).toEqual([
      'Xã Bình Minh',
      'Xã Hòa Bình',
      null,
    ])
  })
  it('leaves alone a table that speaks of other things', () => {
    expect(
      read(['STT | Họ tên chức danh | Giờ | Phòng', '1 | Trưởng đoàn | 8 | 12', '2 | Thư ký đoàn | 9 | 14']),
    ).toEqual([])
    expect(read(['Cây trồng | Diện tích | Năng suất', 'Lúa | 450 | 62', 'Ngô | 120 | 48'])).toEqual([])
  })
})

describe('a cell', () => {
  it.each([
    ['9.081', { value: 9081, of: null }],
    ['2.811,7', { value: 2811.7, of: null }],
    ['02', { value: 2, of: null }],
    ['0', { value: 0, of: null }],
    ['99,95%', { value: 99.95, of: null }],
    ['08/24', { value: 8, of: 24 }],
    ['12 mô hình', { value: 12, of: null }],
  ])('%s is a figure', (cell, figure) => expect(readCell(cell)).toEqual(figure))
  it.each(['', '—', '-', '–', '*', 'không', '1,234.5', 'x12', '3/0/1'])('%s is not reported, never nought', (cell) =>
    expect(readCell(cell)).toBeNull(),
  )
})

describe('any table', () => {
  it('never throws, and points into the text', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'STT',
        'Chỉ tiêu',
        'Đơn vị',
        'Trong kỳ',
        'Kế hoạch',
        'Năm 2020',
        'Trong đó:',
        '- Quá hạn',
        '12',
        '5/9',
        '—',
        '',
        'I',
        'Tổng',
      ),
      fc.constantFrom(...catalogue.indicators.map(({ nameVi }) => nameVi)),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 9 }), (rows) => {
        const { text, table } = tableOf(rows.map((row) => row.join('|')))
        for (const claim of matchTable(text, table, { hints, year: 2020 })) {
          expect(table.rows[claim.row]?.[claim.column]?.start).toBe(claim.start)
          expect(Number.isFinite(claim.value)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
    expect(matchTable('', { rows: [] }, { hints })).toEqual([])
    expect(matchTable('', { rows: [[]] }, { hints })).toEqual([])
  })
})
