// A workbook as an .xlsx file: the same workbook gives the same bytes. Figures arrive counted; nothing is computed here.
import { packText } from './fixed-zip.ts'
import { columnLetters } from './sheet-data.ts'
import type { Sheet, SheetWriter, Workbook } from './workbook-model.ts'
import { looksOf } from './xlsx-looks.ts'
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
import { sheetPieces, type Shared } from './xlsx-sheet.ts'
import { cleanText, xmlText } from './xml-text.ts'

const LONGEST_NAME = 31

/** Texts by number in the order in which they are first written. */
function textsOf(): { readonly numberOf: (text: string) => number; readonly xml: () => string } {
  const numbers = new Map<string, number>()
  return {
    numberOf: (text) => {
      const written = cellText(text)
      const number = numbers.get(written) ?? numbers.size
      numbers.set(written, number)
      return number
    },
    xml: () =>
      `${XML_HEAD}<sst xmlns="${SHEETS_SPACE}" uniqueCount="${numbers.size}">${[...numbers.keys()].map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
  }
}

function namesOf(sheets: readonly Sheet[]): readonly string[] {
  const names = sheets.map((sheet) => cleanText(sheet.name))
  for (const [index, name] of names.entries()) {
    const isTaken = names
      .slice(0, index)
      .some((other) => other.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
    if (name === '' || name.length > LONGEST_NAME || /[*?:\\/[\]]|^'|'$/.test(name) || isTaken)
      throw new RangeError(`sheet_name: ${name}`)
  }
  return names
}

const definedName = (name: string, sheet: number, range: string): string =>
  `<definedName name="_xlnm.${name}" localSheetId="${sheet}">${xmlText(range).replaceAll("'", '&apos;')}</definedName>`

/** What is printed, and which rows and columns stand again on every page. */
function printNames(sheet: Sheet, name: string, at: number): string {
  const above = sheet.titleLines.length
  const last = above + sheet.headerRows.length + sheet.rows.length
  const quoted = quotedName(name)
  const titles = [
    ...(sheet.repeatColumns === undefined || sheet.repeatColumns < 1
      ? []
      : [`${quoted}!$A:$${columnLetters(sheet.repeatColumns)}`]),
    ...(sheet.headerRows.length === 0 ? [] : [`${quoted}!$${above + 1}:$${above + sheet.headerRows.length}`]),
  ]
  const area =
    last === 0 ? '' : definedName('Print_Area', at, `${quoted}!$A$1:$${columnLetters(sheet.columns.length)}$${last}`)
  return `${area}${titles.length === 0 ? '' : definedName('Print_Titles', at, titles.join(','))}`
}

function workbookXml({ sheets }: Workbook, names: readonly string[]): string {
  const listed = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const defined = sheets.map((sheet, at) => printNames(sheet, names[at] ?? '', at)).join('')
  return `${XML_HEAD}<workbook xmlns="${SHEETS_SPACE}" xmlns:r="${DOCUMENT_SPACE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${defined === '' ? '' : `<definedNames>${defined}</definedNames>`}</workbook>`
}

/** The bytes of an .xlsx file. Throws RangeError for a header or row that does not fit its columns, and for a sheet name Excel refuses. */
export const renderXlsx = async (workbook: Workbook): Promise<Uint8Array> => {
  const looks = looksOf(workbook.font)
  const texts = textsOf()
  const shared: Shared = { font: workbook.font, looks, textNumber: texts.numberOf }
  const names = namesOf(workbook.sheets)
  const paths = workbook.sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`)
  const relations: [string, string, string][] = [
    ...paths.map((path, at): [string, string, string] => [`rId${at + 1}`, `${DOCUMENT_SPACE}/worksheet`, path]),
    [`rId${paths.length + 1}`, `${DOCUMENT_SPACE}/styles`, 'styles.xml'],
    [`rId${paths.length + 2}`, `${DOCUMENT_SPACE}/sharedStrings`, 'sharedStrings.xml'],
  ]
  return packText([
    ...workbook.sheets.map((sheet, at) => [`xl/${paths[at]}`, () => sheetPieces(sheet, shared)] as const),
    // Known only when every sheet is written.
    ['xl/styles.xml', looks.xml],
    ['xl/sharedStrings.xml', texts.xml],
    ['xl/workbook.xml', workbookXml(workbook, names)],
    ['xl/_rels/workbook.xml.rels', relationsXml(relations)],
    [
      '[Content_Types].xml',
      contentTypesXml([
        ...paths.map((path) => [`xl/${path}`, 'worksheet'] as const),
        ['xl/sharedStrings.xml', 'sharedStrings'],
      ]),
    ],
    ...packageParts(workbook),
  ])
}

export const excelSheetWriter: SheetWriter = { render: renderXlsx }
