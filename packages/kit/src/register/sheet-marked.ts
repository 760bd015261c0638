// The sheets that a person handed in, given back with their mistakes: what is wrong in the first column, and the wrong cells red with a comment.
import { type CellData, columnLetters } from '@kheo/writer/sheet-data.ts'
import type { Table, TableBook, TableCell, TableColumn } from '@kheo/writer/table-book.ts'
import type { Language } from '../problem.ts'
import type { AnyRegister } from './declare.ts'
import { type Making, markerTable } from './sheet.ts'
import { headOf, OWN, pick, type RegisterColumn, SHEETS, stepColumnsOf } from './sheet-columns.ts'
import type { CellIssue, Layout, RowsIn } from './sheet-in.ts'

const ERRORS_WIDTH = 60
const OTHER_WIDTH = 24

const cellOf = (cell: CellData | undefined): TableCell => {
  if (cell === undefined) return null
  return typeof cell === 'boolean' ? (cell ? 'x' : '') : cell
}

function sentence(issue: CellIssue, language: Language): string {
  const label = pick(issue.label, language)
  const says = pick(issue.says, language)
  if (issue.column === null) return says
  return `${language === 'vi' ? 'Cột' : 'Column'} ${columnLetters(issue.column + 1)}${label === '' ? '' : ` (${label})`}: ${says}`
}

/** Columns of the sheet as the person had them, without sentences of an earlier check. */
const keptOf = ({ head, columns }: Layout): number[] =>
  head.cells.flatMap((_, at) => (columns.get(at + 1)?.key === OWN.errors ? [] : [at]))

function headText(layout: Layout, at: number, language: Language): string {
  const column = layout.columns.get(at + 1)
  return column === undefined ? String(cellOf(layout.head.cells[at]) ?? '') : headOf(column, language)
}

function tableOf(layout: Layout, errors: RegisterColumn, issues: readonly CellIssue[], { language }: Making): Table {
  const kept = keptOf(layout)
  const places = new Map(kept.map((at, place) => [at + 1, place + 1]))
  const byRow = Map.groupBy(issues, (issue) => issue.row)
  // Said as they stand in this very file: the sentences' own column comes first.
  const placed = (issue: CellIssue): CellIssue => ({
    ...issue,
    column: issue.column === null ? null : (places.get(issue.column) ?? null),
  })
  const heads = kept.map(
    (at): TableColumn => ({
      head: headText(layout, at, language),
      width: OTHER_WIDTH,
      holds: 'text',
      decimals: layout.columns.get(at + 1)?.field?.kind === 'number' ? 6 : 0,
    }),
  )
  return {
    name: pick(SHEETS[layout.part], language),
    columns: [{ head: headOf(errors, language), width: ERRORS_WIDTH, holds: 'text' }, ...heads],
    rows: layout.rows.map((row) => [
      (byRow.get(row.at) ?? []).map((issue) => sentence(placed(issue), language)).join('\n'),
      ...kept.map((at) => cellOf(row.cells[at])),
    ]),
    marks: layout.rows.flatMap((row, index) =>
      (byRow.get(row.at) ?? []).flatMap((issue) => {
        const { column } = placed(issue)
        return column === null ? [] : [{ row: index, column, comment: pick(issue.says, language) }]
      }),
    ),
  }
}

/** The workbook to mend and hand in again. */
export function markedOf(
  register: AnyRegister,
  { layouts }: RowsIn,
  issues: readonly CellIssue[],
  making: Making,
): TableBook {
  const { language } = making
  const errors = stepColumnsOf(register).find((column) => column.key === OWN.errors) as RegisterColumn
  const sheets = [layouts.entries, layouts.steps].filter((layout) => layout !== undefined)
  const tables = sheets.map((layout) =>
    tableOf(
      layout,
      errors,
      issues.filter((issue) => issue.part === layout.part),
      making,
    ),
  )
  const heads = (layout: Layout | undefined) =>
    layout === undefined
      ? []
      : [...layout.columns.values()].map((column) => [column.key, headOf(column, language)] as const)
  return {
    title: pick(register.title, language),
    creator: 'Khéo',
    date: making.date,
    tables: [...tables, markerTable(register, { entries: heads(layouts.entries), steps: heads(layouts.steps) })],
  }
}
