// A data table as WordprocessingML text: thousands of rows cost little this way. The frame tables without borders are not drawn here.

import type { BodyCell, Table, TableRow } from './block-model.ts'
import { eighths, halfPoints, twentieths, twips } from './docx-units.ts'
import { type PlacedCell, placeHeaderOrThrow } from './header-grid.ts'
import type { FormatProfile } from './profile.ts'
import { xmlText } from './xml-text.ts'

type TableStyle = FormatProfile['table']

type DrawnCell = {
  readonly text: string
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  readonly italic: boolean
  readonly colSpan: number
  readonly merge?: 'restart' | 'continue'
  readonly figureCode?: string
}

/** Twips of each column, scaled so that together they fill the text width exactly. */
export const columnTwips = (widthsMm: readonly number[], textMm: number): readonly number[] => {
  const total = widthsMm.reduce((sum, width) => sum + width, 0)
  const edges = widthsMm.map((_, index) => {
    const upTo = widthsMm.slice(0, index + 1).reduce((sum, width) => sum + width, 0)
    return Math.round((twips(textMm) * upTo) / total)
  })
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

const spanTwips = (widths: readonly number[], column: number, span: number): number =>
  widths.slice(column, column + span).reduce((sum, width) => sum + width, 0)

// A figure is a content control without a visible frame; its tag is the code of its indicator.
const figureControl = (code: string, content: string): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${xmlText(code)}"/><w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const runXml = (cell: DrawnCell, style: TableStyle): string => {
  const size = halfPoints(style.sizePt)
  const look = `${cell.bold ? '<w:b/><w:bCs/>' : ''}${cell.italic ? '<w:i/><w:iCs/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  const lines = cell.text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
  const run = `<w:r><w:rPr>${look}</w:rPr>${lines.join('<w:br/>')}</w:r>`
  return cell.figureCode === undefined ? run : figureControl(cell.figureCode, run)
}

const cellXml = (cell: DrawnCell, style: TableStyle): string => {
  const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ''
  const merge = cell.merge ? `<w:vMerge w:val="${cell.merge}"/>` : ''
  const gap = twentieths(style.cellTopPt)
  const paragraph = `<w:pPr><w:spacing w:before="${gap}" w:after="${gap}" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="${cell.align}"/></w:pPr>`
  return `<w:tc><w:tcPr><w:tcW w:w="${cell.width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr><w:p>${paragraph}${runXml(cell, style)}</w:p></w:tc>`
}

const rowXml = (cells: readonly DrawnCell[], style: TableStyle, isHeader: boolean): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((cell) => cellXml(cell, style)).join('')}</w:tr>`

const headerCellAt = (cell: PlacedCell, row: number, widths: readonly number[], style: TableStyle): DrawnCell => ({
  text: cell.row === row ? cell.text : '',
  width: spanTwips(widths, cell.column, cell.colSpan),
  align: 'center',
  bold: style.headerBold,
  italic: false,
  colSpan: cell.colSpan,
  ...(cell.rowSpan > 1 && { merge: cell.row === row ? ('restart' as const) : ('continue' as const) }),
})

const headerXml = (table: Table, widths: readonly number[], style: TableStyle): string => {
  const placed = placeHeaderOrThrow(table.headerRows, table.columns.length)
  const rows = table.headerRows.map((_, row) =>
    placed
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => headerCellAt(cell, row, widths, style)),
  )
  return rows.map((cells) => rowXml(cells, style, true)).join('')
}

const bodyXml = (row: TableRow, table: Table, widths: readonly number[], style: TableStyle): string => {
  let column = 0
  const draw = (given: BodyCell): DrawnCell => {
    const { text, colSpan = 1, align, figureCode } = typeof given === 'string' ? { text: given } : given
    const at = column
    column += colSpan
    return {
      text,
      width: spanTwips(widths, at, colSpan),
      align: align ?? table.columns[at]?.align ?? 'left',
      bold: row.emphasis === 'bold',
      italic: row.emphasis === 'italic',
      colSpan,
      ...(figureCode !== undefined && { figureCode }),
    }
  }
  const cells = row.cells.map(draw)
  if (column !== widths.length) throw new RangeError(`row_misfit: ${column} places for ${widths.length} columns`)
  return rowXml(cells, style, false)
}

const borderXml = (style: TableStyle): string =>
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="${eighths(style.borderPt)}" w:space="0" w:color="auto"/>`)
    .join('')

const propertiesXml = (widths: readonly number[], style: TableStyle): string => {
  const side = twips(style.cellSideMm)
  const total = spanTwips(widths, 0, widths.length)
  const margins = `<w:tblCellMar><w:left w:w="${side}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar>`
  return `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borderXml(style)}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}</w:tblPr>`
}

/** The whole table, `textMm` wide. All header rows repeat on each page; no row is split. Throws when cells do not fit the columns. */
export const tableXml = (table: Table, profile: FormatProfile, textMm: number): string => {
  const style = profile.table
  const widths = columnTwips(
    table.columns.map((column) => column.widthMm),
    textMm,
  )
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  const total: readonly TableRow[] = table.totalRow ? [{ ...table.totalRow, emphasis: 'bold' }] : []
  const body = [...table.rows, ...total].map((row) => bodyXml(row, table, widths, style))
  return `<w:tbl>${propertiesXml(widths, style)}${grid}${headerXml(table, widths, style)}${body.join('')}</w:tbl>`
}
