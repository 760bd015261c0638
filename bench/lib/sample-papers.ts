// Papers for the bench: made-up content of a usual size, drawn by a shipped profile. No names of persons.
import { readFileSync } from 'node:fs'
import type { Block, PaperDocument, Table } from '@kheo/writer/block-model.ts'
import { type FormatProfile, parseProfiles } from '@kheo/writer/profile.ts'
import { columnLetters } from '@kheo/writer/sheet-data.ts'
import type { Workbook } from '@kheo/writer/workbook-model.ts'

export const SENTENCE =
  'Trong kỳ, các tổ dân vận thôn, tổ dân phố đã tổ chức hội nghị tuyên truyền, vận động Nhân dân thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước và nắm tình hình ngay từ cơ sở.'

export function profileNamed(code: string): FormatProfile {
  const file = new URL('../../catalogue/formats/profiles.json', import.meta.url)
  const parsed = parseProfiles(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  const found = parsed.value.find((profile) => profile.code === code)
  if (found === undefined) throw new Error(`no profile ${code}`)
  return found
}

const HEADS = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ trước', 'Trong kỳ', 'Cùng kỳ', 'So cùng kỳ']
const WIDTHS = [12, 92, 24, 22, 22, 26, 24]

export const tableRow = (at: number): string[] => [
  String(at + 1),
  `Số hội nghị, lượt người dự ở địa bàn số ${at + 1}`,
  'cuộc',
  String(900 + at),
  String(1_000 + at),
  String(950 + at),
  '+5,2%',
]

const table = (rows: number): Table => ({
  kind: 'table',
  columns: WIDTHS.map((widthMm, at) => ({ widthMm, align: at === 1 ? 'left' : at > 2 ? 'right' : 'center' })),
  headerRows: [HEADS.map((text) => ({ text }))],
  rows: Array.from({ length: rows }, (_, at) => ({ cells: tableRow(at) })),
})

const told = (number: number, sections: number, paragraphs: number): Block[] =>
  Array.from({ length: sections }, (_, at): Block[] => [
    { kind: 'heading', level: 2, text: `${at + 1}. Kết quả công tác dân vận, nội dung thứ ${at + 1}` },
    ...Array.from(
      { length: paragraphs },
      (): Block => ({
        kind: 'paragraph',
        runs: [
          { text: `${SENTENCE} Đã có ` },
          { figure: { code: 'TT01', text: '29' } },
          { text: ` cuộc ở xã số ${number}. ${SENTENCE}` },
        ],
      }),
    ),
  ]).flat()

/** A state report of so many sections and paragraphs, and an annex of so many rows on landscape pages. */
export const paperOf = (number: number, sections: number, paragraphs: number, rows: number): PaperDocument => ({
  profile: 'nha-nuoc-2020',
  language: 'vi-VN',
  components: {
    governingBody: 'Ủy ban nhân dân tỉnh Ninh Bình',
    issuingBody: `Ủy ban nhân dân xã số ${number}`,
    number: { value: number, body: 'UBND' },
    place: `Xã số ${number}`,
    date: '2025-07-05',
    kind: 'bao-cao',
    summary: 'Kết quả công tác dân vận 6 tháng đầu năm 2025',
    signature: { authority: { form: 'collective', of: 'Ủy ban nhân dân' }, post: 'Chủ tịch', name: '' },
    recipients: ['Ủy ban nhân dân tỉnh', 'Thường trực Đảng ủy xã', 'Lưu: VT'],
  },
  blocks: [
    ...told(number, sections, paragraphs),
    ...(rows === 0
      ? []
      : [
          { kind: 'section', orientation: 'landscape', annex: { label: 'Phụ lục', title: 'Số liệu' } } as const,
          table(rows),
        ]),
  ],
})

const BAND = 5
const SECTION = 20

/** An annex of units as rows under a head of three levels, with a total by formula. */
export function annexOf(units: number, indicators: number): Workbook {
  const values = (unit: number): number[] => Array.from({ length: indicators }, (_, at) => (unit * 31 + at * 17) % 997)
  const rows = Array.from({ length: units }, (_, unit) => ({ cells: [unit + 1, `Xã số ${unit + 1}`, ...values(unit)] }))
  const sums = Array.from({ length: indicators }, (_, at) =>
    rows.reduce((sum, { cells }) => sum + Number(cells[at + 2]), 0),
  )
  const first = 3 + 3 + 1
  const total = sums.map((value, at) => {
    const letter = columnLetters(at + 3)
    return { formula: `SUM(${letter}${first}:${letter}${first + units - 1})`, value }
  })
  const spans = (size: number, name: string) =>
    Array.from({ length: Math.ceil(indicators / size) }, (_, at) => ({
      text: `${name} ${at + 1}`,
      colSpan: Math.min(size, indicators - at * size),
    }))
  return {
    title: 'Phụ lục theo đơn vị',
    creator: 'Cơ quan tổng hợp trung ương',
    date: '2025-07-05',
    font: { name: 'Times New Roman', sizePt: 12 },
    sheets: [
      {
        name: 'Phụ lục II',
        titleLines: [
          { text: 'PHỤ LỤC II', bold: true },
          { text: 'SỐ LIỆU THEO ĐƠN VỊ', bold: true },
          { text: '6 tháng' },
        ],
        columns: [
          { widthChars: 6, align: 'center' },
          { widthChars: 34, align: 'left' },
          ...sums.map(() => ({ widthChars: 12, align: 'right' as const, numberFormat: '#,##0' })),
        ],
        headerRows: [
          [{ text: 'STT', rowSpan: 3 }, { text: 'Đơn vị', rowSpan: 3 }, ...spans(SECTION, 'Lĩnh vực')],
          spans(BAND, 'Nhóm'),
          sums.map((_, at) => ({ text: `Chỉ tiêu số ${at + 1}` })),
        ],
        rows: [...rows, { emphasis: 'bold', cells: ['', 'Tổng', ...total] }],
        freezeColumns: 2,
        repeatColumns: 2,
        paper: 'A3',
        orientation: 'landscape',
      },
    ],
  }
}
