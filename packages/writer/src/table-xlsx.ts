// Plain tables as an .xlsx, written part by part: the same tables give the same bytes, and 50,000 rows take seconds and little memory.
// No cell is ever a formula. A general library keeps every cell as an object, which a whole register is too many for.
import { packText, type ZipContent } from './fixed-zip.ts'
import { columnLetters } from './sheet-data.ts'
import { styleOf, stylesXml, WRONG } from './table-styles.ts'
import type { Table, TableBook, TableCell, TableColumn, TableWriter } from './table-book.ts'
import {
  cellText,
  contentTypesXml,
  DOCUMENT_SPACE,
  packageParts,
  quotedName,
  relationsXml,
  SHEETS_SPACE,
  XML_HEAD,
} from './xlsx-package.ts'
import { cleanText, xmlText } from './xml-text.ts'

const DAY_MS = 86_400_000
/** The spreadsheet's day 0, moved by one because it counts a 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
/** A program opens a sheet with more comments slowly; the sentences stand in a column of their own as well. */
const MOST_COMMENTS = 2_000

function cellXml(at: string, cell: TableCell, column: TableColumn, isWrong: boolean): string {
  const wrong = isWrong ? WRONG : 0
  if (cell === null || cell === '')
    return isWrong ? `<c r="${at}" s="${styleOf(column.holds, column.decimals) + wrong}"/>` : ''
  if (typeof cell === 'string')
    return `<c r="${at}" s="${styleOf('text') + wrong}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`
  if (typeof cell === 'number')
    return `<c r="${at}" s="${styleOf('number', column.decimals) + wrong}"><v>${cell}</v></c>`
  return `<c r="${at}" s="${styleOf('day') + wrong}"><v>${(Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / DAY_MS}</v></c>`
}

const HEAD_STYLE = 1
const ROWS_A_PIECE = 256

/** Rows in pieces, so that a whole register never stands in memory as text. */
function* rowPieces(table: Table): Iterable<string> {
  const letters = table.columns.map((_, at) => columnLetters(at + 1))
  const wrong = new Set(table.marks?.map((mark) => `${mark.row}:${mark.column}`))
  const heads = table.columns
    .map(
      ({ head }, at) =>
        `<c r="${letters[at]}1" s="${HEAD_STYLE}" t="inlineStr"><is><t xml:space="preserve">${cellText(head)}</t></is></c>`,
    )
    .join('')
  let piece = `<sheetData><row r="1">${heads}</row>`
  for (const [row, cells] of table.rows.entries()) {
    const inside = table.columns.map((column, at) =>
      cellXml(`${letters[at]}${row + 2}`, cells[at] ?? null, column, wrong.size > 0 && wrong.has(`${row}:${at}`)),
    )
    piece += `<row r="${row + 2}">${inside.join('')}</row>`
    if (row % ROWS_A_PIECE === ROWS_A_PIECE - 1) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}</sheetData>`
}

function listXml(table: Table): string {
  const last = table.rows.length + 1 + (table.spareRows ?? 0)
  const lists = table.columns.flatMap(({ list }, at) => {
    if (list === undefined || last < 2) return []
    const { from } = list
    const letter = columnLetters(at + 1)
    const formula =
      'values' in from
        ? `"${from.values.join(',')}"`
        : `${quotedName(from.table)}!$${columnLetters(from.column + 1)}$2:$${columnLetters(from.column + 1)}$${from.rows + 1}`
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1"${list.isClosed ? ' showErrorMessage="1"' : ''} sqref="${letter}2:${letter}${last}"><formula1>${xmlText(formula)}</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

type Comment = { readonly row: number; readonly column: number; readonly text: string }

const commentsOf = (table: Table): Comment[] => [
  ...table.columns.flatMap(({ help }, column) => (help === undefined ? [] : [{ row: 0, column, text: help }])),
  ...(table.marks ?? [])
    .slice(0, MOST_COMMENTS)
    .map(({ row, column, comment }) => ({ row: row + 1, column, text: comment })),
]

const columnsXml = (table: Table): string =>
  table.columns
    .map(
      ({ width, holds, decimals }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleOf(holds, decimals)}" customWidth="1"/>`,
    )
    .join('')

function* sheetPieces(table: Table, hasComments: boolean): Iterable<string> {
  yield `${XML_HEAD}<worksheet xmlns="${SHEETS_SPACE}" xmlns:r="${DOCUMENT_SPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columnsXml(table)}</cols>`
  yield* rowPieces(table)
  // Printed across on A4, all columns on one page, as many pages down as it takes.
  yield `${listXml(table)}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${hasComments ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`
}

const commentsXml = (comments: readonly Comment[]): string =>
  `${XML_HEAD}<comments xmlns="${SHEETS_SPACE}"><authors><author>Khéo</author></authors><commentList>${comments
    .map(
      ({ row, column, text }) =>
        `<comment ref="${columnLetters(column + 1)}${row + 1}" authorId="0"><text><r><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
    )
    .join('')}</commentList></comments>`

/** The boxes of the comments; the format keeps them as drawings of an older language. */
const boxesXml = (comments: readonly Comment[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${comments
    .map(
      ({ row, column }, at) =>
        `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 5}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`

/** Name of a sheet as the format allows it: at most 31 letters, some signs left out. */
const sheetName = (name: string): string =>
  cleanText(name)
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()

function workbookParts(book: TableBook): [string, string][] {
  const sheets = book.tables
    .map(
      ({ name, isHidden }, at) =>
        `<sheet name="${xmlText(sheetName(name))}" sheetId="${at + 1}"${isHidden === true ? ' state="veryHidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')
  const parts = book.tables.flatMap((table, at) => [
    [`xl/worksheets/sheet${at + 1}.xml`, 'worksheet'] as const,
    ...(commentsOf(table).length === 0 ? [] : [[`xl/comments${at + 1}.xml`, 'comments'] as const]),
  ])
  return [
    ['[Content_Types].xml', contentTypesXml(parts)],
    ...packageParts(book),
    [
      'xl/workbook.xml',
      `${XML_HEAD}<workbook xmlns="${SHEETS_SPACE}" xmlns:r="${DOCUMENT_SPACE}"><sheets>${sheets}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...book.tables.map(
          (_, at) => [`rId${at + 1}`, `${DOCUMENT_SPACE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const,
        ),
        [`rId${book.tables.length + 1}`, `${DOCUMENT_SPACE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', `${XML_HEAD}${stylesXml}`],
  ]
}

function sheetParts(table: Table, at: number): (readonly [string, ZipContent])[] {
  const comments = commentsOf(table)
  const sheet = [`xl/worksheets/sheet${at}.xml`, sheetPieces(table, comments.length > 0)] as const
  if (comments.length === 0) return [sheet]
  return [
    sheet,
    [
      `xl/worksheets/_rels/sheet${at}.xml.rels`,
      relationsXml([
        ['rId1', `${DOCUMENT_SPACE}/vmlDrawing`, `../drawings/vmlDrawing${at}.vml`],
        ['rId2', `${DOCUMENT_SPACE}/comments`, `../comments${at}.xml`],
      ]),
    ],
    [`xl/drawings/vmlDrawing${at}.vml`, boxesXml(comments)],
    [`xl/comments${at}.xml`, commentsXml(comments)],
  ]
}

/** The bytes of an .xlsx file. */
export const renderTables = (book: TableBook): Uint8Array =>
  packText([...workbookParts(book), ...book.tables.flatMap((table, at) => sheetParts(table, at + 1))])

export const xlsxTableWriter: TableWriter = { render: renderTables }
