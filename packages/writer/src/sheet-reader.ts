// Reads an .xlsx that a person hands in. The guard opens and looks through it first; the library sees only what the guard wrote again.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { strToU8, zipSync } from 'fflate'
import readXlsx from 'read-excel-file/universal'
import {
  type CellData,
  type CellNote,
  MOST_LETTERS,
  type RowData,
  type SheetData,
  type SheetProblem,
  type SheetReader,
} from './sheet-data.ts'
import { attributesOf, scanSheet, type ScannedSheet } from './sheet-scan.ts'
import { xmlText } from './xml-text.ts'
import { otherThanPackage, unpackGuarded } from './zip-guard.ts'

/** Filled rows of one sheet at the most, its head with them. */
const MOST_ROWS = 20_100
const MOST_SHEETS = 50

type Part = { readonly name: string; readonly isHidden: boolean; readonly xml: string }
type Package = {
  readonly sheets: readonly Part[]
  readonly styles: string | undefined
  readonly strings: string | undefined
  readonly countsFrom1904: boolean
}

const tagsOf = (xml: string, name: string): Readonly<Record<string, string | undefined>>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`, 'g'))].map(([, rest = '']) =>
    attributesOf(rest),
  )

const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/** Which part is which, by the package's own lists. Sheets of charts and dialogs are left out. */
function packageOf(parts: ReadonlyMap<string, string>): Result<Package, SheetProblem> {
  const workbook = parts.get('xl/workbook.xml')
  const rels = parts.get('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || rels === undefined) return refuse({ code: 'sheet.not_a_workbook' })
  const targets = tagsOf(rels, 'Relationship').map((each) => ({
    id: each['Id'] ?? '',
    kind: (each['Type'] ?? '').replace(/^.*\//, ''),
    path: pathOf(each['Target'] ?? ''),
  }))
  const only = (kind: string): string | undefined => parts.get(targets.find((each) => each.kind === kind)?.path ?? '')
  const listed = tagsOf(workbook, 'sheet').flatMap((each) => {
    const target = targets.find(({ id, kind }) => id === each['id'] && kind === 'worksheet')
    const name = (each['name'] ?? '').normalize('NFC')
    const isHidden = (each['state'] ?? 'visible') !== 'visible'
    return target === undefined ? [] : [{ name, isHidden, xml: parts.get(target.path) }]
  })
  const sheets = listed.flatMap(({ xml, ...each }) => (xml === undefined ? [] : [{ ...each, xml }]))
  if (sheets.length < listed.length) return refuse({ code: 'sheet.broken' })
  if (sheets.length === 0) return refuse({ code: 'sheet.not_a_workbook' })
  if (sheets.length > MOST_SHEETS) return refuse({ code: 'sheet.too_many_parts', most: MOST_SHEETS })
  const countsFrom1904 = /^(?:1|true)$/.test(tagsOf(workbook, 'workbookPr')[0]?.['date1904'] ?? '')
  return accept({ sheets, styles: only('styles'), strings: only('sharedStrings'), countsFrom1904 })
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The smallest package with the same values; nothing in it is packed. */
function repacked({ styles, strings, countsFrom1904 }: Package, scanned: readonly ScannedSheet[]): Uint8Array {
  const listed = scanned
    .map((_, at) => `<sheet name="${xmlText(`S${at + 1}`)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
    .join('')
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${scanned.map((_, at) => relation(`r${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation('styles', 'styles', 'styles.xml')}${relation('strings', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ...Object.fromEntries(scanned.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...(strings !== undefined && { 'xl/sharedStrings.xml': strings }),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { level: 0 })
}

function cellOf(value: unknown): CellData {
  if (typeof value === 'string')
    return value.length > MOST_LETTERS ? value.slice(0, MOST_LETTERS) : value.normalize('NFC')
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const isBlank = (cell: CellData): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

function dataOf(
  { name, isHidden }: Part,
  { rows, notes, merged }: ScannedSheet,
  read: readonly (readonly unknown[])[],
): SheetData {
  const tooLong: CellNote[] = []
  const noted = new Set(notes.map((note) => note.row))
  const filled = rows.flatMap(({ at, isHidden }, index): RowData[] => {
    const values = read[index] ?? []
    for (const [column, value] of values.entries())
      if (typeof value === 'string' && value.length > MOST_LETTERS)
        tooLong.push({ row: at, column: column + 1, code: 'too_long' })
    const cells = values.map(cellOf)
    const length = cells.findLastIndex((cell) => !isBlank(cell)) + 1
    return length === 0 && !noted.has(at) ? [] : [{ at, isHidden, cells: cells.slice(0, length) }]
  })
  return { name, isHidden, rows: filled, notes: [...notes, ...tooLong], merged }
}

/**
 * The sheets of an .xlsx, in the workbook's order. Refused before any library sees it: what is no workbook, what unpacks to more
 * than 60 MB or to 200 times its size, more than 200 parts or 50 sheets, XML with a document type, more than 20,000 filled rows or
 * 300 columns. Rows without a value are passed over. Of a formula the value that was kept with it is read.
 */
export async function readSheets(bytes: Uint8Array): Promise<Result<readonly SheetData[], SheetProblem>> {
  const other = otherThanPackage(bytes)
  if (other !== undefined) return refuse(other)
  const parts = unpackGuarded(bytes)
  if (!parts.ok) return parts
  const found = packageOf(parts.value)
  if (!found.ok) return found
  const scanned: ScannedSheet[] = []
  for (const { name, xml } of found.value.sheets) {
    const scan = scanSheet(xml, name, MOST_ROWS)
    if (!scan.ok) return scan
    scanned.push(scan.value)
  }
  try {
    const packed = repacked(found.value, scanned)
    const sheets = await readXlsx(packed.buffer as ArrayBuffer, { trim: false })
    return accept(
      found.value.sheets.map((part, at) => dataOf(part, scanned[at] as ScannedSheet, sheets[at]?.data ?? [])),
    )
  } catch {
    // The library throws for a value that its cell's type does not allow, or a style that is not there.
    return refuse({ code: 'sheet.broken' })
  }
}

export const excelSheetReader: SheetReader = { read: readSheets }
