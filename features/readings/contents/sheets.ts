// The sheets of a workbook as tables; numbers in the way a Vietnamese paper writes them.
import type { CellData, SheetData } from '@kheo/writer/sheet-data.ts'
import { type Block, lineOf } from './blocks.ts'

const DECIMALS = 6
/** Names that programs give say nothing. */
const GIVEN = /^(?:sheet|trang tính|trang)\s?\d{0,3}$/i

/** `1250.5` is `1250,5`: a comma before decimals, nothing between thousands. */
const written = (value: number): string => String(Number(value.toFixed(DECIMALS))).replace('.', ',')

function textOf(cell: CellData | undefined): string {
  if (cell === undefined || cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return written(cell)
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không'
  const [year, month, day] = cell.day.split('-')
  return `${day}/${month}/${year}`
}

/** Titles above and notes below a table fill one cell of their row; they are lines. */
function rowBlocks(rows: readonly (readonly string[])[]): readonly Block[] {
  const isRow = (row: readonly string[]): boolean => row.filter((cell) => cell.trim() !== '').length > 1
  const first = rows.findIndex(isRow)
  const asLine = (row: readonly string[]): Block => lineOf(row.find((cell) => cell.trim() !== '') ?? '')
  if (first === -1) return rows.map(asLine)
  const end = rows.findLastIndex(isRow) + 1
  return [
    ...rows.slice(0, first).map(asLine),
    { kind: 'table', rows: rows.slice(first, end) },
    ...rows.slice(end).map(asLine),
  ]
}

/** Hidden sheets are passed over: nobody who handed the file in saw them. */
export function sheetBlocks(sheets: readonly SheetData[]): readonly Block[] {
  return sheets
    .filter((sheet) => !sheet.isHidden && sheet.rows.length > 0)
    .flatMap((sheet): readonly Block[] => {
      const width = Math.max(...sheet.rows.map((row) => row.cells.length))
      const rows = sheet.rows.map((row) => Array.from({ length: width }, (_, at) => textOf(row.cells[at])))
      const named = GIVEN.test(sheet.name) ? [] : [lineOf(sheet.name)]
      return [...named, ...rowBlocks(rows), lineOf('')]
    })
}
