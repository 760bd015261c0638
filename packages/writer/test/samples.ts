// Papers and sheets for the writer's tests: invented content about Duy Tiên, without names of persons.

import { readFileSync } from 'node:fs'
import type { Block, Components, PaperDocument, Table } from '../src/block-model.ts'
import { type FormatProfile, parseProfiles } from '../src/profile.ts'
import type { Workbook } from '../src/workbook-model.ts'

export const profilesJson: unknown = JSON.parse(
  readFileSync(new URL('../../../catalogue/formats/profiles.json', import.meta.url), 'utf8'),
)

export const profileOf = (code: string): FormatProfile => {
  const parsed = parseProfiles(profilesJson)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  const found = parsed.value.find((one) => one.code === code)
  if (!found) throw new Error(`no profile ${code}`)
  return found
}

const grouped = (value: number): string => value.toLocaleString('vi-VN')

const topics = [
  'Buổi tuyên truyền, vận động',
  'Mô hình "Dân vận khéo" duy trì',
  'Hội nghị đối thoại',
  'Lượt công dân được tiếp',
]

const indicatorRows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    cells: [
      String(index + 1),
      `${topics[index % topics.length]} tại tổ dân phố số ${index + 1}`,
      'lượt',
      { text: grouped(1_250 + index * 37), figureCode: `T${index + 1}` },
      grouped(1_100 + index * 35),
      '8,4',
    ],
  }))

export const indicatorTable = (rows: number): Table => ({
  kind: 'table',
  columns: [
    { widthMm: 11, align: 'center' },
    { widthMm: 74, align: 'left' },
    { widthMm: 18, align: 'center' },
    { widthMm: 21, align: 'right' },
    { widthMm: 21, align: 'right' },
    { widthMm: 20, align: 'right' },
  ],
  headerRows: [
    [
      { text: 'STT', rowSpan: 2 },
      { text: 'Chỉ tiêu', rowSpan: 2 },
      { text: 'Đơn vị tính', rowSpan: 2 },
      { text: 'Thực hiện', colSpan: 2 },
      { text: 'So sánh (%)', rowSpan: 2 },
    ],
    [{ text: 'Kỳ này' }, { text: 'Cùng kỳ' }],
  ],
  rows: [
    { cells: ['I', { text: 'Tuyên truyền, vận động & "Dân vận khéo"', colSpan: 5 }], emphasis: 'bold' },
    ...indicatorRows(rows),
  ],
  totalRow: { cells: [{ text: 'Tổng cộng', colSpan: 3, align: 'center' }, grouped(141_330), grouped(129_000), '9,6'] },
})

const body: readonly Block[] = [
  {
    kind: 'paragraph',
    runs: [
      { text: 'Thực hiện kế hoạch công tác dân vận năm 2025, trong 6 tháng đầu năm toàn phường đã tổ chức ' },
      { figure: { code: 'TT01', text: '1.250' }, bold: true },
      { text: ' buổi tuyên truyền, thu hút ' },
      { figure: { code: 'TT02', text: '48.316' } },
      { text: ' lượt người tham gia, tăng 12% so với cùng kỳ. Kết quả cụ thể như sau:' },
    ],
  },
  { kind: 'heading', level: 1, text: 'I. Kết quả thực hiện' },
  { kind: 'heading', level: 2, text: '1. Công tác tuyên truyền, vận động Nhân dân' },
  {
    kind: 'list',
    items: [
      [{ text: 'Duy trì lịch tiếp công dân định kỳ tại trụ sở phường và tại các tổ dân phố;' }],
      [{ text: 'Công khai đủ các nội dung theo quy định về thực hiện dân chủ ở cơ sở;' }],
    ],
  },
  { kind: 'heading', level: 3, text: 'a) Phong trào thi đua "Dân vận khéo"' },
  { kind: 'paragraph', runs: [{ text: 'Các mô hình hoạt động ổn định, được Nhân dân đồng tình và tham gia.' }] },
  { kind: 'heading', level: 1, text: 'II. Bảng chỉ tiêu' },
  { kind: 'note', runs: [{ text: 'Số liệu tính đến ngày 15/6/2025' }], align: 'right' },
]

const closing: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'III. Phương hướng' },
  {
    kind: 'paragraph',
    runs: [{ text: 'Tiếp tục nắm tình hình Nhân dân, giải quyết kịp thời kiến nghị ngay từ cơ sở.' }],
  },
]

const annexOf = (reference: string): readonly Block[] => [
  {
    kind: 'section',
    orientation: 'landscape',
    annex: { label: 'Phụ lục I', title: 'Chỉ tiêu chi tiết theo tổ dân phố', reference },
  },
  indicatorTable(25),
]

const stateComponents: Components = {
  governingBody: 'Ủy ban nhân dân tỉnh Ninh Bình',
  issuingBody: 'Ủy ban nhân dân phường Duy Tiên',
  number: { value: 5, body: 'UBND' },
  place: 'Duy Tiên',
  date: '2025-07-05',
  kind: 'bao-cao',
  summary: 'Kết quả công tác dân vận 6 tháng đầu năm 2025',
  addressees: ['Ủy ban nhân dân tỉnh Ninh Bình'],
  legalBases: [
    'Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022',
    'Căn cứ chương trình công tác năm 2025 của phường',
  ],
  signature: { authority: { form: 'collective', of: 'Ủy ban nhân dân' }, post: 'Chủ tịch', name: '' },
  recipients: ['Ủy ban nhân dân tỉnh', 'Thường trực Đảng ủy phường', 'Ủy ban MTTQ Việt Nam phường', 'Lưu: VT, VX'],
}

export const stateReport = (rows = 60): PaperDocument => ({
  profile: 'nha-nuoc-2020',
  language: 'vi-VN',
  components: stateComponents,
  blocks: [
    ...body,
    indicatorTable(rows),
    ...closing,
    ...annexOf('(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 7 năm 2025 của Ủy ban nhân dân phường Duy Tiên)'),
  ],
})

export const stateLetter = (): PaperDocument => ({
  ...stateReport(),
  components: {
    ...stateComponents,
    kind: 'cong-van',
    summary: 'V/v đôn đốc gửi báo cáo công tác dân vận',
    number: { value: 12, body: 'UBND', unit: 'VX' },
    addressees: ['Các tổ dân phố', 'Công an phường'],
    legalBases: [],
  },
  blocks: closing.slice(1),
})

export const partyReport = (rows = 60): PaperDocument => ({
  profile: 'dang-2018',
  language: 'vi-VN',
  components: {
    governingBody: 'Thị ủy Duy Tiên',
    issuingBody: 'Ban Dân vận',
    number: { value: 87, body: 'BDV' },
    place: 'Duy Tiên',
    date: '2024-06-18',
    kind: 'bao-cao',
    summary: 'công tác dân vận 6 tháng đầu năm 2024',
    signature: { post: 'Trưởng ban', name: '' },
    recipients: ['Ban Dân vận Tỉnh ủy', 'Thường trực Thị ủy', 'Lưu Ban Dân vận'],
  },
  blocks: [...body, indicatorTable(rows), ...closing, ...annexOf('(Kèm theo Báo cáo số 87-BC/BDV ngày 18/6/2024)')],
})

const sheetRow = (index: number) => [
  index + 1,
  `Tổ dân phố số ${index + 1}`,
  1_250 + index * 37,
  1_100 + index * 35,
  null,
]

const sheetRows = Array.from({ length: 60 }, (_, index) => ({ cells: sheetRow(index) }))

const columnSum = (column: 2 | 3): number => sheetRows.reduce((sum, row) => sum + Number(row.cells[column]), 0)

export const annexWorkbook = (): Workbook => ({
  title: 'Phụ lục công tác dân vận',
  creator: 'Ủy ban nhân dân phường Duy Tiên',
  date: '2025-07-05',
  font: { name: 'Times New Roman', sizePt: 12 },
  sheets: [
    {
      name: 'Phụ lục I',
      titleLines: [
        { text: 'Phụ lục I', bold: true },
        { text: 'CHỈ TIÊU CÔNG TÁC DÂN VẬN THEO TỔ DÂN PHỐ', bold: true },
        {
          text: '(Kèm theo Báo cáo số 05/BC-UBND ngày 05 tháng 7 năm 2025 của Ủy ban nhân dân phường Duy Tiên)',
          italic: true,
        },
      ],
      columns: [
        { widthChars: 6, align: 'center' },
        { widthChars: 44, align: 'left' },
        { widthChars: 16, align: 'right' },
        { widthChars: 16, align: 'right' },
        { widthChars: 30, align: 'left' },
      ],
      headerRows: [
        [
          { text: 'STT', rowSpan: 2 },
          { text: 'Đơn vị', rowSpan: 2 },
          { text: 'Lượt người tham gia', colSpan: 2 },
          { text: 'Ghi chú', rowSpan: 2 },
        ],
        [{ text: 'Kỳ này' }, { text: 'Cùng kỳ' }],
      ],
      rows: [
        ...sheetRows,
        {
          cells: [
            null,
            'Tổng cộng',
            { formula: 'SUM(C6:C65)', value: columnSum(2) },
            { formula: 'SUM(D6:D65)', value: columnSum(3) },
            '=HYPERLINK("http://vi-du.vn")',
          ],
          emphasis: 'bold',
        },
      ],
      freezeColumns: 2,
      orientation: 'landscape',
    },
  ],
})
