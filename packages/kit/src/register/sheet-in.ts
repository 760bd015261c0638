// Rows of a register out of sheets that a person filled in, pasted or exported: every cell read as its field, every mistake with its place.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { type CellData, type CellNote, columnLetters, type RowData, type SheetData } from '@kheo/writer/sheet-data.ts'
import type { AnyRegister } from './declare.ts'
import { emptyOf, isEmpty, type Field, type Value, type Values, type Words } from './fields.ts'
import {
  type ColumnKey,
  columnNamed,
  DAY_FIELD,
  entryColumnsOf,
  kindField,
  MARKER,
  type Marker,
  markerIn,
  OWN,
  type RegisterColumn,
  SHEETS,
  stepColumnsOf,
} from './sheet-columns.ts'
import { type Finders, readTyped } from './typed.ts'
import { typedSentence } from './typed-problems.ts'

/** Entries that one sheet may bring in. */
export const MOST_ENTRIES = 20_000

export type LayoutProblem =
  | { readonly code: 'sheet.of_another_register'; readonly found: string; readonly wanted: Words }
  | { readonly code: 'sheet.no_heads'; readonly wanted: Words }
  | { readonly code: 'sheet.missing_heads'; readonly sheet: string; readonly heads: readonly string[] }
  | { readonly code: 'sheet.duplicate_heads'; readonly sheet: string; readonly heads: readonly string[] }
  | { readonly code: 'sheet.merged_cells'; readonly sheet: string; readonly ranges: readonly string[] }
  | { readonly code: 'sheet.too_many_rows'; readonly sheet: string; readonly most: number }

export type Part = 'entries' | 'steps'
/** One cell that is wrong or worth a word. `column` is null where a whole row is meant. */
export type CellIssue = {
  readonly part: Part
  readonly row: number
  readonly column: number | null
  readonly label: Words
  readonly says: Words
}
export type StepIn = {
  readonly at: number
  readonly kind: string
  readonly happenedOn: string
  readonly values: Values
  readonly note: string
}
/** A row with its steps; what could not be read has its issue and the field's empty value. */
export type EntryIn = {
  readonly at: number
  readonly happenedOn: string
  readonly values: Values
  readonly steps: readonly StepIn[]
  readonly issues: readonly CellIssue[]
}
export type Layout = {
  readonly part: Part
  readonly sheet: SheetData
  readonly head: RowData
  readonly columns: ReadonlyMap<number, RegisterColumn>
  readonly rows: readonly RowData[]
}
export type RowsIn = {
  readonly rows: readonly EntryIn[]
  /** Steps of entries that the sheet does not have. */
  readonly loose: readonly CellIssue[]
  readonly warnings: readonly CellIssue[]
  readonly layouts: { readonly entries: Layout; readonly steps: Layout | undefined }
}
export type Reading = {
  readonly finders?: Finders
  /** Whether a name in the column of units is the unit that the rows are for. */
  readonly isUnit?: (name: string) => boolean
}

const HEAD_WITHIN = 20
const NAMED = 12
/** Written for the reader's sake; on the way in they say nothing. */
const NOT_READ: ReadonlySet<ColumnKey> = new Set([OWN.state, OWN.due, OWN.by, OWN.errors])
/** A row with nothing else is not filled in yet. */
const NOT_FILLING: ReadonlySet<ColumnKey> = new Set([...NOT_READ, OWN.entryNo, OWN.unit])

const isBlank = (cell: CellData | undefined): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')
const headText = (cell: CellData | undefined): string => (typeof cell === 'string' ? cell : '')

const NOTE_SAYS: Readonly<Record<Exclude<CellNote['code'], 'formula'>, Words>> = {
  formula_without_value: [
    'Ô này là công thức chưa có kết quả trong tệp. Đề nghị mở tệp, lưu lại, hoặc thay công thức bằng giá trị.',
    'The formula in this cell has no result in the file. Open the file and save it again, or replace the formula by its value.',
  ],
  error_value: [
    'Công thức ở ô này báo lỗi. Đề nghị thay bằng giá trị đúng.',
    'The formula in this cell came to an error. Replace it by the right value.',
  ],
  too_long: [
    'Ô này dài quá 4.000 chữ cái. Đề nghị rút gọn, hoặc đính kèm văn bản vào dòng sau khi ghi.',
    'This cell holds more than 4,000 letters. Shorten it, or attach the paper to the entry afterwards.',
  ],
}

const NO_LABEL: Words = ['', '']

export const issueAt = (layout: Layout, row: number, key: ColumnKey, says: Words): CellIssue => {
  const [column, found] = [...layout.columns].find(([, each]) => each.key === key) ?? [null, undefined]
  return { part: layout.part, row, column, label: found?.head ?? NO_LABEL, says }
}

/** The head is the row, among the first, that names the most columns; two at the least. */
function layoutOf(
  part: Part,
  sheet: SheetData,
  known: readonly RegisterColumn[],
  said: ReadonlyMap<string, ColumnKey> | undefined,
): Layout | undefined {
  let best: { head: RowData; columns: Map<number, RegisterColumn>; index: number } | undefined
  for (const [index, head] of sheet.rows.slice(0, HEAD_WITHIN).entries()) {
    const columns = new Map<number, RegisterColumn>()
    for (const [at, cell] of head.cells.entries()) {
      const found = columnNamed(known, headText(cell), said)
      if (found !== undefined) columns.set(at + 1, found)
    }
    if (columns.size > Math.max(1, best?.columns.size ?? 0)) best = { head, columns, index }
  }
  if (best === undefined) return undefined
  const { head, columns, index } = best
  const filling = [...columns].filter(([, { key }]) => !NOT_FILLING.has(key)).map(([at]) => at)
  const noted = new Set(sheet.notes.filter((note) => columns.has(note.column)).map((note) => note.row))
  const isFilled = (row: RowData): boolean => noted.has(row.at) || filling.some((at) => !isBlank(row.cells[at - 1]))
  return { part, sheet, head, columns, rows: sheet.rows.slice(index + 1).filter(isFilled) }
}

function layoutProblem(
  { sheet, head, columns, rows }: Layout,
  known: readonly RegisterColumn[],
): LayoutProblem | undefined {
  const keys = [...columns.values()].map(({ key }) => key)
  const twice = known.filter(({ key }) => keys.indexOf(key) !== keys.lastIndexOf(key))
  if (twice.length > 0)
    return {
      code: 'sheet.duplicate_heads',
      sheet: sheet.name,
      heads: twice.map((column) => column.head[0]).slice(0, NAMED),
    }
  const missing = known.filter((column) => column.isRequired && !keys.includes(column.key))
  if (missing.length > 0)
    return {
      code: 'sheet.missing_heads',
      sheet: sheet.name,
      heads: missing.map((column) => column.head[0]).slice(0, NAMED),
    }
  const merged = sheet.merged.filter(({ bottom }) => bottom >= head.at)
  if (merged.length > 0)
    return { code: 'sheet.merged_cells', sheet: sheet.name, ranges: merged.map(({ range }) => range).slice(0, NAMED) }
  return rows.length > MOST_ENTRIES ? { code: 'sheet.too_many_rows', sheet: sheet.name, most: MOST_ENTRIES } : undefined
}

const nameIs = (sheet: SheetData, names: Words): boolean => names.includes(sheet.name)

type Cells = {
  readonly read: (key: ColumnKey, field: Field) => Value
  readonly text: (key: ColumnKey) => string
  readonly refuse: (key: ColumnKey, says: Words) => void
  readonly issues: CellIssue[]
}

function cellsOf(layout: Layout, row: RowData, notes: readonly CellNote[], finders: Finders): Cells {
  const issues: CellIssue[] = []
  const places = new Map([...layout.columns].map(([at, column]) => [column.key, at]))
  const refuse = (key: ColumnKey, says: Words): void => void issues.push(issueAt(layout, row.at, key, says))
  const noted = new Map(notes.map((note) => [note.column, note.code]))
  const read = (key: ColumnKey, field: Field): Value => {
    const at = places.get(key)
    const note = at === undefined ? undefined : noted.get(at)
    if (note !== undefined && note !== 'formula') {
      refuse(key, NOTE_SAYS[note])
      return emptyOf(field)
    }
    const cell = at === undefined ? null : (row.cells[at - 1] ?? null)
    const found = readTyped(field, cell, finders)
    if (found.ok) return found.value
    refuse(key, [typedSentence(found.problem, 'vi'), typedSentence(found.problem, 'en')])
    return emptyOf(field)
  }
  return { issues, refuse, read, text: (key) => String(read(key, { kind: 'reference', label: ['', ''] })) }
}

const MISSING_DAY: Words = [
  'Chưa có ngày. Đề nghị ghi ngày/tháng/năm, ví dụ 02/7/2026.',
  'There is no day. Write day/month/year, such as 02/7/2026.',
]
const OTHER_UNIT: Words = [
  'Dòng này của đơn vị khác. Đề nghị nhập vào sổ của đơn vị đó.',
  'This row belongs to another unit. Bring it into that unit’s book.',
]

function readDay(cells: Cells): string {
  const before = cells.issues.length
  const day = cells.read(OWN.day, DAY_FIELD)
  if (day === null && cells.issues.length === before) cells.refuse(OWN.day, MISSING_DAY)
  return day === null ? '' : String(day)
}

function checkUnit(cells: Cells, reading: Reading): void {
  const unit = cells.text(OWN.unit)
  if (unit !== '' && reading.isUnit?.(unit) === false) cells.refuse(OWN.unit, OTHER_UNIT)
}

const inOrder = (issues: readonly CellIssue[]): CellIssue[] =>
  issues.toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0))

type StepRow = {
  readonly entryNo: string
  readonly of: string
  readonly step: StepIn
  readonly issues: readonly CellIssue[]
}

/** Books of several units each have a number 1. */
const ownerOf = (cells: Cells): string => `${cells.text(OWN.unit)}|${cells.text(OWN.entryNo)}`

function readStep(register: AnyRegister, layout: Layout, row: RowData, cells: Cells, reading: Reading): StepRow {
  const kind = cells.read(OWN.kind, kindField(register))
  if (kind === null && cells.issues.length === 0)
    cells.refuse(OWN.kind, [
      'Chưa ghi bước. Đề nghị chọn trong danh mục.',
      'The step is missing. Choose it from the list.',
    ])
  checkUnit(cells, reading)
  const fields: Readonly<Record<string, Field>> = register.steps[String(kind)]?.fields ?? {}
  const values: Record<string, Value> = {}
  for (const { key, field, head } of layout.columns.values()) {
    if (field === undefined) continue
    const its = fields[key]
    if (its !== undefined) values[key] = cells.read(key, its)
    else if (kind !== null && !isEmpty(cells.text(key)))
      cells.refuse(key, [
        `Bước này không có mục “${head[0]}”. Đề nghị để trống ô, hoặc chọn lại bước.`,
        `This step has no “${head[1]}”. Leave the cell empty, or choose another step.`,
      ])
  }
  const note = String(cells.read(OWN.note, { kind: 'text', lines: 'many', label: ['', ''] }))
  const step = { at: row.at, kind: String(kind ?? ''), happenedOn: readDay(cells), values, note }
  return { entryNo: cells.text(OWN.entryNo), of: ownerOf(cells), step, issues: cells.issues }
}

const notesByRow = (sheet: SheetData): ReadonlyMap<number, CellNote[]> => Map.groupBy(sheet.notes, (note) => note.row)

function readSteps(register: AnyRegister, layout: Layout | undefined, reading: Reading): StepRow[] {
  if (layout === undefined) return []
  const notes = notesByRow(layout.sheet)
  return layout.rows.map((row) =>
    readStep(register, layout, row, cellsOf(layout, row, notes.get(row.at) ?? [], reading.finders ?? {}), reading),
  )
}

const STRUCK: Words = [
  'Dòng này đã gạch bỏ trong sổ cũ nên không được ghi.',
  'This row was struck out in its old book and is not recorded.',
]
const HIDDEN: Words = [
  'Dòng này đang bị ẩn trong tệp nhưng vẫn được đọc.',
  'This row is hidden in the file; it is read all the same.',
]

function warningsOf(layout: Layout): CellIssue[] {
  const { part, sheet, head, columns, rows } = layout
  const others = head.cells.flatMap((cell, at): CellIssue[] => {
    const label = headText(cell).trim()
    const isUsed = label !== '' && !columns.has(at + 1) && rows.some((row) => !isBlank(row.cells[at]))
    const says: Words = [
      `Cột “${label}” không có trong sổ nên không được ghi.`,
      `The column “${label}” is not in the register and is not recorded.`,
    ]
    return isUsed ? [{ part, row: head.at, column: at + 1, label: [label, label], says }] : []
  })
  const hidden = rows
    .filter((row) => row.isHidden)
    .map((row): CellIssue => ({ part, row: row.at, column: null, label: NO_LABEL, says: HIDDEN }))
  const formulas = sheet.notes.flatMap(({ code, row, column }): CellIssue[] => {
    const found = columns.get(column)
    if (code !== 'formula' || found === undefined || row <= head.at) return []
    const says: Words = [
      'Ô này là công thức; kết quả đã lưu trong tệp được ghi.',
      'This cell is a formula; the result kept in the file is recorded.',
    ]
    return [{ part, row, column, label: found.head, says }]
  })
  return [...others, ...hidden, ...formulas]
}

function readEntries(
  register: AnyRegister,
  layout: Layout,
  steps: readonly StepRow[],
  reading: Reading,
): Omit<RowsIn, 'layouts'> {
  const notes = notesByRow(layout.sheet)
  const stepsOf = Map.groupBy(steps, (step) => step.of)
  const seen = new Map<string, number>()
  const warnings: CellIssue[] = []
  const rows = layout.rows.flatMap((row): EntryIn[] => {
    const cells = cellsOf(layout, row, notes.get(row.at) ?? [], reading.finders ?? {})
    const entryNo = cells.text(OWN.entryNo)
    const owner = ownerOf(cells)
    const before = seen.get(owner)
    const its = entryNo === '' ? [] : (stepsOf.get(owner) ?? [])
    if (its.length > 0 && before !== undefined)
      cells.refuse(OWN.entryNo, [
        `Số ${entryNo} đã có ở dòng ${before}, nên chưa rõ các bước thuộc dòng nào.`,
        `Number ${entryNo} stands at row ${before} already, so that it is not clear whose the steps are.`,
      ])
    seen.set(owner, row.at)
    if (cells.read(OWN.voided, { kind: 'flag', label: ['', ''] }) === true) {
      warnings.push(issueAt(layout, row.at, OWN.voided, STRUCK))
      return []
    }
    checkUnit(cells, reading)
    const happenedOn = readDay(cells)
    const fields = Object.entries(register.fields as Readonly<Record<string, Field>>)
    const values = Object.fromEntries(fields.map(([name, field]) => [name, cells.read(name, field)]))
    const issues = [...inOrder(cells.issues), ...its.flatMap((step) => inOrder(step.issues))]
    return [{ at: row.at, happenedOn, values, steps: its.map(({ step }) => step), issues }]
  })
  const loose = steps.flatMap(({ entryNo, of, step, issues }): CellIssue[] => {
    if (seen.has(of) && entryNo !== '') return []
    const says: Words = [
      `Không có dòng số ${entryNo === '' ? '(trống)' : entryNo} trong sổ để ghi bước này. Đề nghị kiểm tra cột Số của hai trang.`,
      `There is no entry number ${entryNo === '' ? '(empty)' : entryNo} to take this step. Check the numbers on both sheets.`,
    ]
    return [...issues, { part: 'steps', row: step.at, column: null, label: NO_LABEL, says }]
  })
  return { rows, loose, warnings }
}

function findLayouts(
  register: AnyRegister,
  sheets: readonly SheetData[],
  marker: Marker | undefined,
): Result<RowsIn['layouts'], LayoutProblem> {
  const open = sheets.filter((sheet) => !sheet.isHidden && sheet.name !== MARKER && !nameIs(sheet, SHEETS.lists))
  const known = { entries: entryColumnsOf(register), steps: stepColumnsOf(register) }
  const stepSheet = open.find((sheet) => nameIs(sheet, SHEETS.steps))
  const candidates = open
    .filter((sheet) => sheet !== stepSheet)
    .toSorted((a, b) => Number(nameIs(b, SHEETS.entries)) - Number(nameIs(a, SHEETS.entries)))
  const entries = candidates
    .map((sheet) => layoutOf('entries', sheet, known.entries, marker?.entries))
    .find((each) => each !== undefined)
  if (entries === undefined) return refuse({ code: 'sheet.no_heads', wanted: register.title })
  const steps = stepSheet === undefined ? undefined : layoutOf('steps', stepSheet, known.steps, marker?.steps)
  const problem =
    layoutProblem(entries, known.entries) ??
    (steps === undefined || steps.rows.length === 0 ? undefined : layoutProblem(steps, known.steps))
  return problem === undefined ? accept({ entries, steps }) : refuse(problem)
}

/**
 * Reads a register's rows out of sheets. Refused as a whole: a workbook of another register, heads that are missing, twice there
 * or merged. Anything else is said at its cell.
 */
export function rowsIn(
  register: AnyRegister,
  sheets: readonly SheetData[],
  reading: Reading = {},
): Result<RowsIn, LayoutProblem> {
  const marker = markerIn(sheets)
  if (marker !== undefined && marker.code !== register.code)
    return refuse({ code: 'sheet.of_another_register', found: marker.title, wanted: register.title })
  const layouts = findLayouts(register, sheets, marker)
  if (!layouts.ok) return layouts
  const { entries, steps } = layouts.value
  const read = readEntries(register, entries, readSteps(register, steps, reading), reading)
  const warnings = [...warningsOf(entries), ...(steps === undefined ? [] : warningsOf(steps)), ...read.warnings]
  return accept({ ...read, warnings, layouts: layouts.value })
}

/** `C` for a cell's column, '' for a whole row. */
export const columnName = (issue: CellIssue): string => (issue.column === null ? '' : columnLetters(issue.column))
