// One printed sheet as XML, handed out in pieces of some rows, so that a sheet of hundreds of thousands of cells never stands in memory as text.
import { type PlacedCell, placeHeaderOrThrow } from './header-grid.ts'
import { columnLetters } from './sheet-data.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow, Workbook } from './workbook-model.ts'
import type { Look, Looks } from './xlsx-looks.ts'
import { SHEETS_SPACE, XML_HEAD } from './xlsx-package.ts'
import { cleanText, xmlText } from './xml-text.ts'

/** What the sheets of a workbook share: font, looks of cells, and texts by number. */
export type Shared = {
  readonly font: Workbook['font']
  readonly looks: Looks
  readonly textNumber: (text: string) => number
}

const ROWS_A_PIECE = 64
const PLAIN_NUMBER = '#,##0'
const TEXT_FORMAT = '@'
const POINTS_A_LINE = 1.35
const PAPERS = { A3: 8, A4: 9 } as const

// A text cell is never a formula in the file; the text format keeps it so when a person edits the cell.
const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

const linesNeeded = (text: string, widthChars: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / widthChars)), 0)

const heightOf = (lines: number, font: Workbook['font']): number => Math.round(lines * font.sizePt * POINTS_A_LINE + 3)

const widthOf = (columns: readonly SheetColumn[]): number => columns.reduce((sum, column) => sum + column.widthChars, 0)

const rowXml = (at: number, height: number, cells: string): string =>
  `<row r="${at}" ht="${height}" customHeight="1">${cells}</row>`

const emptyXml = (at: string, look: number): string => `<c r="${at}" s="${look}"/>`

function cellXml(at: string, cell: Exclude<SheetCell, null>, look: number, shared: Shared): string {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`not a number: ${at}`)
    return `<c r="${at}" s="${look}"><v>${cell}</v></c>`
  }
  if (typeof cell === 'string') return `<c r="${at}" s="${look}" t="s"><v>${shared.textNumber(cell)}</v></c>`
  const formula = xmlText(cell.formula.replace(/^=/, ''))
  return typeof cell.value === 'number'
    ? `<c r="${at}" s="${look}"><f>${formula}</f><v>${cell.value}</v></c>`
    : `<c r="${at}" s="${look}" t="str"><f>${formula}</f><v>${xmlText(cell.value)}</v></c>`
}

const headLook = (look: Partial<Look>): Look => ({
  bold: false,
  italic: false,
  hasBorder: false,
  align: 'center',
  indent: 0,
  format: TEXT_FORMAT,
  ...look,
})

function titleRows(sheet: Sheet, shared: Shared): string[] {
  const width = widthOf(sheet.columns)
  return sheet.titleLines.map((line, index) => {
    const look = shared.looks.indexOf(
      headLook({ bold: line.bold === true, italic: line.italic === true, align: line.align ?? 'center' }),
    )
    // A spreadsheet does not fit the height of merged cells by itself.
    const height = heightOf(linesNeeded(line.text, width), shared.font)
    return rowXml(index + 1, height, cellXml(`A${index + 1}`, line.text, look, shared))
  })
}

type Head = { readonly first: number; readonly placed: readonly PlacedCell[] }

const headOf = (sheet: Sheet): Head => ({
  first: sheet.titleLines.length + 1,
  placed: placeHeaderOrThrow(sheet.headerRows, sheet.columns.length),
})

function headerRows(sheet: Sheet, { first, placed }: Head, letters: readonly string[], shared: Shared): string[] {
  const look = shared.looks.indexOf(headLook({ bold: true, hasBorder: true }))
  const byPlace = new Map(placed.map((cell) => [`${cell.row}:${cell.column}`, cell]))
  return sheet.headerRows.map((_, row) => {
    const lines = placed
      .filter((cell) => cell.row === row)
      .map((cell) => {
        const width = widthOf(sheet.columns.slice(cell.column, cell.column + cell.colSpan))
        return Math.ceil(linesNeeded(cell.text, width) / cell.rowSpan)
      })
    // Every place carries the border, also those that a merged cell covers.
    const cells = letters.map((letter, column) => {
      const cell = byPlace.get(`${row}:${column}`)
      const at = `${letter}${first + row}`
      return cell === undefined ? emptyXml(at, look) : cellXml(at, cell.text, look, shared)
    })
    return rowXml(first + row, heightOf(Math.max(1, ...lines), shared.font), cells.join(''))
  })
}

/** Look numbers of one column in rows of one emphasis and number format. */
type ColumnLooks = { readonly plain: number; readonly asText: number; readonly number: number }

function rowLooks(sheet: Sheet, { emphasis, numberFormat }: SheetRow, { looks }: Shared): readonly ColumnLooks[] {
  return sheet.columns.map((column) => {
    const look = (format: string | null): number =>
      looks.indexOf({
        bold: emphasis === 'bold',
        italic: emphasis === 'italic',
        hasBorder: true,
        align: column.align,
        indent: column.align === 'center' ? 0 : 1,
        format,
      })
    return {
      plain: look(null),
      asText: look(TEXT_FORMAT),
      number: look(column.numberFormat === undefined ? PLAIN_NUMBER : (numberFormat ?? column.numberFormat)),
    }
  })
}

function bodyRow(
  at: number,
  row: SheetRow,
  sheet: Sheet,
  letters: readonly string[],
  looks: readonly ColumnLooks[],
  shared: Shared,
): string {
  if (row.cells.length > sheet.columns.length)
    throw new RangeError(`row_misfit: ${row.cells.length} cells for ${sheet.columns.length} columns`)
  let lines = 1
  let cells = ''
  for (const [index, column] of sheet.columns.entries()) {
    const place = `${letters[index]}${at}`
    const cell = row.cells[index] ?? null
    const look = looks[index] as ColumnLooks
    if (cell === null) cells += emptyXml(place, look.plain)
    else if (typeof cell === 'string') {
      const text = cleanText(cell)
      lines = Math.max(lines, linesNeeded(text, column.widthChars - 2))
      cells +=
        text === ''
          ? emptyXml(place, look.plain)
          : cellXml(place, text, startsLikeFormula(text) ? look.asText : look.plain, shared)
    } else cells += cellXml(place, cell, look.number, shared)
  }
  return rowXml(at, heightOf(lines, shared.font), cells)
}

function* bodyRows(sheet: Sheet, letters: readonly string[], shared: Shared): Iterable<string> {
  const first = sheet.titleLines.length + sheet.headerRows.length + 1
  const known = new Map<string, readonly ColumnLooks[]>()
  let piece = ''
  for (const [index, row] of sheet.rows.entries()) {
    const key = `${row.emphasis ?? ''}|${row.numberFormat ?? ''}`
    const looks = known.get(key) ?? rowLooks(sheet, row, shared)
    known.set(key, looks)
    piece += bodyRow(first + index, row, sheet, letters, looks, shared)
    if (index % ROWS_A_PIECE === ROWS_A_PIECE - 1) {
      yield piece
      piece = ''
    }
  }
  yield piece
}

function paneXml(sheet: Sheet): string {
  const columns = sheet.freezeColumns
  const rows = sheet.titleLines.length + sheet.headerRows.length
  if (columns === 0 && rows === 0) return ''
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<pane${splits} topLeftCell="${columnLetters(columns + 1)}${rows + 1}" activePane="${pane}" state="frozen"/>`
}

function mergesXml(sheet: Sheet, { first, placed }: Head, letters: readonly string[]): string {
  const last = letters.at(-1)
  const ranges = [
    ...(letters.length > 1 ? sheet.titleLines.map((_, index) => `A${index + 1}:${last}${index + 1}`) : []),
    ...placed
      .filter((cell) => cell.colSpan > 1 || cell.rowSpan > 1)
      .map(
        (cell) =>
          `${letters[cell.column]}${first + cell.row}:${letters[cell.column + cell.colSpan - 1]}${first + cell.row + cell.rowSpan - 1}`,
      ),
  ]
  return ranges.length === 0
    ? ''
    : `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
}

const tailXml = (sheet: Sheet, font: Workbook['font']): string =>
  `<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="${PAPERS[sheet.paper ?? 'A4']}" orientation="${sheet.orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${xmlText(`&C&"${font.name},Regular"&11Trang &P/&N`)}</oddFooter></headerFooter></worksheet>`

/** The pieces of a sheet's part. Throws RangeError for a header or a row that does not fit its columns. */
export function* sheetPieces(sheet: Sheet, shared: Shared): Iterable<string> {
  const letters = sheet.columns.map((_, index) => columnLetters(index + 1))
  const head = headOf(sheet)
  const columns = sheet.columns.map(
    ({ widthChars }, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthChars}" customWidth="1"/>`,
  )
  yield `${XML_HEAD}<worksheet xmlns="${SHEETS_SPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  yield [...titleRows(sheet, shared), ...headerRows(sheet, head, letters, shared)].join('')
  yield* bodyRows(sheet, letters, shared)
  yield `</sheetData>${mergesXml(sheet, head, letters)}${tailXml(sheet, shared.font)}`
}
