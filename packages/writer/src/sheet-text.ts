// Rows of plain text: cells pasted from a spreadsheet (tabs between them) and .csv files, read as one sheet and written again.
//
// A text that a spreadsheet would run as a formula is written with an apostrophe before it, and loses it when it is read.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import Papa from 'papaparse'
import { type CellNote, MOST_LETTERS, type RowData, type SheetData, type SheetProblem } from './sheet-data.ts'
import { otherThanPackage } from './zip-guard.ts'

const MOST_ROWS = 20_100
const MOST_COLUMNS = 300
const HEAD_WITHIN = 20

const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** Spreadsheet programs save plain text in two codings; the others cannot tell one Vietnamese letter from another. */
function decoded(bytes: Uint8Array): string | undefined {
  const coding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(coding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What stands between the cells of the first row that has several. */
function betweenCells(text: string): string {
  const heads = [',', ';', '\t'].map((between) => ({
    between,
    rows: Papa.parse<string[]>(text, { delimiter: between, preview: HEAD_WITHIN }).data.map((cells) => cells.length),
  }))
  for (let row = 0; row < HEAD_WITHIN; row += 1) {
    const best = heads.toSorted((a, b) => (b.rows[row] ?? 0) - (a.rows[row] ?? 0))[0]
    if ((best?.rows[row] ?? 0) > 1) return best?.between ?? ','
  }
  return ','
}

/** Reads text as one sheet without a name. `between`: what stands between cells; found by itself unless said. */
export function readSheetText(bytes: Uint8Array, between?: '\t'): Result<readonly SheetData[], SheetProblem> {
  const other = otherThanPackage(bytes)
  if (other === undefined) return refuse({ code: 'sheet.not_unicode' })
  if (other.code !== 'sheet.text_file') return refuse(other)
  const text = decoded(bytes)
  if (text === undefined || text.includes('\u0000')) return refuse({ code: 'sheet.not_unicode' })
  const composed = text.normalize('NFC')
  const { data } = Papa.parse<string[]>(composed, {
    delimiter: between ?? betweenCells(composed),
    preview: MOST_ROWS + 1,
  })
  if (data.length > MOST_ROWS) return refuse({ code: 'sheet.too_many_rows', sheet: '', most: MOST_ROWS })
  if (data.some((cells) => cells.length > MOST_COLUMNS))
    return refuse({ code: 'sheet.too_many_columns', sheet: '', most: MOST_COLUMNS })
  const notes: CellNote[] = []
  const rows = data.flatMap((cells, at): RowData[] => {
    const length = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (length === 0) return []
    const kept = cells.slice(0, length).map((cell, column) => {
      if (cell.length > MOST_LETTERS) notes.push({ row: at + 1, column: column + 1, code: 'too_long' })
      return unguarded(cell.slice(0, MOST_LETTERS))
    })
    return [{ at: at + 1, isHidden: false, cells: kept }]
  })
  return accept([{ name: '', isHidden: false, rows, notes, merged: [] }])
}

const quoted = (cell: string): string => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A cell of text is guarded; a number is written as it is, with a decimal comma. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => quoted(typeof cell === 'number' ? String(cell).replace('.', ',') : guarded(cell))).join(',')}\r\n`

export const CSV_START = '\uFEFF'
