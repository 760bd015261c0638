// A register with every kind of field, and its sheets as tests write and read them.
import type { SheetData } from '@kheo/writer/sheet-data.ts'
import { readSheets } from '@kheo/writer/sheet-reader.ts'
import { readSheetText } from '@kheo/writer/sheet-text.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import { type AnyRegister, register } from './declare.ts'
import * as f from './fields.ts'
import type { Values } from './fields.ts'
import { type ExportedEntry, type Making, workbookOf } from './sheet.ts'
import { type CellIssue, columnName, rowsIn, type RowsIn } from './sheet-in.ts'

export const book: AnyRegister = register({
  name: 'works',
  code: 'so_cong_trinh',
  table: 'work',
  address: 'cong-trinh',
  group: 'movement',
  title: ['Sổ công trình', 'Works'],
  entry: ['công trình', 'work'],
  about: ['Để thử.', 'For tests.'],
  owner: ['Cán bộ', 'Officer'],
  source: 'thông lệ',
  privacy: 'internal',
  day: { label: ['Ngày khởi công', 'Begun on'] },
  fields: {
    name: f.text(['Tên', 'Name']),
    about: f.longText(['Nội dung', 'About'], { isOptional: true, help: ['Ngắn gọn.', 'Short.'] }),
    place: f.village(undefined, { isOptional: true }),
    paper: f.reference(['Số', 'Number'], { isOptional: true }),
    households: f.number(['Số hộ', 'Households'], ['hộ', 'households']),
    length: f.number(['Chiều dài', 'Length'], ['km', 'km'], { decimals: 3, least: -10, isOptional: true }),
    cost: f.money(['Kinh phí', 'Cost'], { isOptional: true }),
    doneOn: f.date(['Ngày xong', 'Done on'], { isOptional: true }),
    kind: f.choice(['Loại', 'Kind'], {
      road: ['Đường; ngõ', 'Road; lane'],
      light: ['Đèn', 'Light'],
      temple: ['Đền', 'Temple'],
    }),
    forms: f.choices(['Hình thức', 'Forms'], {
      money: ['Góp tiền', 'Money'],
      land: ['Hiến đất', 'Land'],
      work: ['Ngày công', 'Labour'],
    }),
    isNew: f.flag(['Làm mới', 'New']),
    with: f.unit(['Đơn vị phối hợp', 'Together with'], { isOptional: true }),
    meeting: f.link(['Cuộc họp', 'Meeting'], 'so_hop', { isOptional: true }),
    second: f.text(['Tên', 'Name'], { isOptional: true }),
  },
  states: { open: { label: ['Đang làm', 'Open'] }, done: { label: ['Xong', 'Done'], isClosed: true } },
  steps: {
    paid: {
      label: ['Thanh toán', 'Pay'],
      from: 'open',
      to: null,
      fields: { sum: f.money(['Số tiền', 'Sum']), isLast: f.flag(['Lần cuối', 'Last']) },
    },
    done: {
      label: ['Hoàn thành', 'Finish'],
      from: 'open',
      to: 'done',
      fields: { grade: f.choice(['Kết quả', 'Grade'], { good: ['Tốt', 'Good'], fair: ['Khá', 'Fair'] }) },
    },
  },
  named: ({ values }) => String(values['name']),
  columns: ['name'],
  filters: ['kind'],
  measures: {},
})
export const other: AnyRegister = { ...book, code: 'so_hop', title: ['Sổ họp', 'Meetings'] }

export const MAKING: Making = { language: 'vi', date: '2026-07-02' }
export const entryOf = (values: Values, more: Partial<ExportedEntry> = {}): ExportedEntry => ({
  unitId: 'X1',
  unitName: 'Phường Hòa Mạc',
  id: '0197f3b2-6a51-7c3a-9d11-0c8f3a5b7e21',
  rev: 1,
  entryNo: 1,
  happenedOn: '2026-06-01',
  name: '',
  state: 'open',
  dueOn: null,
  timeliness: 'none',
  recordedTitle: 'Cán bộ tổng hợp phường Hòa Mạc',
  isVoided: false,
  isWithheld: false,
  values: values as ExportedEntry['values'],
  steps: [],
  ...more,
})
export const whole = (values: Values): Values => (book.form as { parse: (given: unknown) => Values }).parse(values)
export const PLAIN = whole({ name: 'Đường thôn', households: 12, kind: 'road' })

export const sheetsOf = async (bytes: Uint8Array): Promise<readonly SheetData[]> => {
  const read = await readSheets(bytes)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
export const rowsOf = (sheets: readonly SheetData[], it = book): RowsIn => {
  const read = rowsIn(it, sheets, { isUnit: (name) => name === 'Phường Hòa Mạc' })
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}
export const back = async (entries: readonly ExportedEntry[], making = MAKING): Promise<RowsIn> =>
  rowsOf(await sheetsOf(renderTables(workbookOf(book, entries, making))))
export const problemOf = (sheets: readonly SheetData[], it = book): unknown => {
  const read = rowsIn(it, sheets)
  return read.ok ? 'read' : read.problem
}
export const said = (issues: readonly CellIssue[]) =>
  issues.map((issue) => `${issue.part} ${columnName(issue)}${issue.row}: ${issue.says[0]}`)
export const paste = (text: string): readonly SheetData[] => {
  const read = readSheetText(new TextEncoder().encode(text), '\t')
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
