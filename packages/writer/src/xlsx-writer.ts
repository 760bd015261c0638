// A workbook as an .xlsx file through exceljs: the same workbook gives the same bytes. Figures arrive counted; nothing is computed here.

import ExcelJS from 'exceljs'
import { packText, unpackText } from './fixed-zip.ts'
import { placeHeaderOrThrow } from './header-grid.ts'
import type { Sheet, SheetCell, SheetColumn, SheetRow, SheetWriter, Workbook } from './workbook-model.ts'
import { cleanText, xmlText } from './xml-text.ts'

type Font = Workbook['font']

const thin = { style: 'thin' } as const
const borders = { top: thin, left: thin, bottom: thin, right: thin } as const
const plainNumber = '#,##0'
const textFormat = '@'
const pointsPerLine = 1.35
const a4 = 9

// A text cell is never a formula in the file; the text format keeps it so when a person edits the cell.
const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

const fontOf = (font: Font, look: { readonly bold?: boolean; readonly italic?: boolean }) => ({
  name: font.name,
  size: font.sizePt,
  bold: look.bold === true,
  italic: look.italic === true,
})

const linesNeeded = (text: string, widthChars: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / widthChars)), 0)

const heightOf = (lines: number, font: Font): number => Math.round(lines * font.sizePt * pointsPerLine + 3)

const writeTitles = (target: ExcelJS.Worksheet, sheet: Sheet, font: Font): void => {
  const widthChars = sheet.columns.reduce((sum, column) => sum + column.widthChars, 0)
  for (const [index, line] of sheet.titleLines.entries()) {
    const row = index + 1
    target.mergeCells(row, 1, row, sheet.columns.length)
    const cell = target.getCell(row, 1)
    cell.value = cleanText(line.text)
    cell.font = fontOf(font, line)
    cell.numFmt = textFormat
    cell.alignment = { horizontal: line.align ?? 'center', vertical: 'middle', wrapText: true }
    // Excel does not fit the height of merged cells by itself.
    target.getRow(row).height = heightOf(linesNeeded(line.text, widthChars), font)
  }
}

const spanChars = (sheet: Sheet, column: number, span: number): number =>
  sheet.columns.slice(column, column + span).reduce((sum, one) => sum + one.widthChars, 0)

const writeHeader = (target: ExcelJS.Worksheet, sheet: Sheet, font: Font): void => {
  const first = sheet.titleLines.length + 1
  const placed = placeHeaderOrThrow(sheet.headerRows, sheet.columns.length)
  const heights = sheet.headerRows.map(() => 1)
  for (const cell of placed) {
    const top = first + cell.row
    const left = cell.column + 1
    const head = target.getCell(top, left)
    head.value = cleanText(cell.text)
    head.numFmt = textFormat
    head.font = fontOf(font, { bold: true })
    head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    head.border = borders
    if (cell.colSpan > 1 || cell.rowSpan > 1)
      target.mergeCells(top, left, top + cell.rowSpan - 1, left + cell.colSpan - 1)
    const lines = Math.ceil(linesNeeded(cell.text, spanChars(sheet, cell.column, cell.colSpan)) / cell.rowSpan)
    heights[cell.row] = Math.max(heights[cell.row] ?? 1, lines)
  }
  for (const [index, lines] of heights.entries()) target.getRow(first + index).height = heightOf(lines, font)
}

const valueOf = (cell: SheetCell): ExcelJS.CellValue => {
  if (typeof cell === 'string') return cleanText(cell)
  if (cell === null || typeof cell === 'number') return cell
  return { formula: cell.formula.replace(/^=/, ''), result: cell.value }
}

const formatOf = (cell: SheetCell, column: SheetColumn, row: SheetRow): string | null => {
  if (typeof cell === 'string') return startsLikeFormula(cell) ? textFormat : null
  if (cell === null) return null
  return column.numberFormat === undefined ? plainNumber : (row.numberFormat ?? column.numberFormat)
}

const rowLines = (row: SheetRow, sheet: Sheet): number =>
  sheet.columns.reduce((most, column, index) => {
    const cell = row.cells[index]
    return typeof cell === 'string' ? Math.max(most, linesNeeded(cell, column.widthChars - 2)) : most
  }, 1)

const writeRow = (target: ExcelJS.Worksheet, at: number, row: SheetRow, sheet: Sheet, font: Font): void => {
  if (row.cells.length > sheet.columns.length)
    throw new RangeError(`row_misfit: ${row.cells.length} cells for ${sheet.columns.length} columns`)
  target.getRow(at).height = heightOf(rowLines(row, sheet), font)
  for (const [index, column] of sheet.columns.entries()) {
    const given = row.cells[index] ?? null
    const cell = target.getCell(at, index + 1)
    cell.value = valueOf(given)
    cell.font = fontOf(font, { bold: row.emphasis === 'bold', italic: row.emphasis === 'italic' })
    cell.border = borders
    const indent = column.align === 'center' ? 0 : 1
    cell.alignment = { horizontal: column.align, vertical: 'middle', wrapText: true, indent }
    const format = formatOf(given, column, row)
    if (format !== null) cell.numFmt = format
  }
}

const pageSetup = (sheet: Sheet): Partial<ExcelJS.PageSetup> => {
  const first = sheet.titleLines.length + 1
  const last = sheet.titleLines.length + sheet.headerRows.length
  return {
    paperSize: a4,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(sheet.headerRows.length > 0 && { printTitlesRow: `${first}:${last}` }),
  }
}

const writeSheet = (book: ExcelJS.Workbook, sheet: Sheet, font: Font): void => {
  const above = sheet.titleLines.length + sheet.headerRows.length
  const target = book.addWorksheet(cleanText(sheet.name), {
    pageSetup: pageSetup(sheet),
    views: [{ state: 'frozen', xSplit: sheet.freezeColumns, ySplit: above, showGridLines: false }],
    headerFooter: { oddFooter: `&C&"${font.name},Regular"&11Trang &P/&N` },
  })
  for (const [index, column] of sheet.columns.entries()) target.getColumn(index + 1).width = column.widthChars
  writeTitles(target, sheet, font)
  writeHeader(target, sheet, font)
  for (const [index, row] of sheet.rows.entries()) writeRow(target, above + 1 + index, row, sheet, font)
}

// The library writes its own font for cells never touched; the width of a column is counted in that font too.
const withDefaultFont = (styles: string, font: Font): string =>
  styles.replace(
    /(<fonts[^>]*>)<font>.*?<\/font>/s,
    `$1<font><sz val="${font.sizePt}"/><name val="${xmlText(font.name)}"/><family val="1"/></font>`,
  )

/** The bytes of an .xlsx file. Throws RangeError for a header or row that does not fit its columns, and for a sheet name Excel refuses. */
export const renderXlsx = async (workbook: Workbook): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  const day = new Date(`${workbook.date}T00:00:00Z`)
  book.created = day
  book.modified = day
  book.creator = cleanText(workbook.creator)
  book.lastModifiedBy = cleanText(workbook.creator)
  book.title = cleanText(workbook.title)
  for (const sheet of workbook.sheets) writeSheet(book, sheet, workbook.font)
  const files = new Map(unpackText(new Uint8Array(await book.xlsx.writeBuffer())))
  files.set('xl/styles.xml', withDefaultFont(files.get('xl/styles.xml') ?? '', workbook.font))
  return packText(files)
}

export const excelSheetWriter: SheetWriter = { render: renderXlsx }
