// What every .xlsx package has around its sheets: list of parts, relations, properties of the file. Both writers of sheets stand on it.
import { cleanText, xmlText } from './xml-text.ts'

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const SHEETS_SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const DOCUMENT_SPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_SPACE = 'http://schemas.openxmlformats.org/package/2006'
export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** `_x0041_` in a text would be read back as the letter that it names. */
const unnamed = (text: string): string => text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

/** The text of a cell, ready to stand between tags. */
export const cellText = (text: string): string => xmlText(unnamed(cleanText(text)))

/** A sheet's name as formulas write it. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`

export const relationsXml = (relations: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE_SPACE}/relationships">${relations
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** `overrides`: path of a part and its type below the type of sheets. */
export const contentTypesXml = (overrides: readonly (readonly [path: string, type: string])[]): string =>
  `${XML_HEAD}<Types xmlns="${PACKAGE_SPACE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides
    .map(([path, type]) => `<Override PartName="/${path}" ContentType="${SHEET_TYPE}.${type}+xml"/>`)
    .join('')}</Types>`

export type FileProperties = { readonly title: string; readonly creator: string; readonly date: string }

/** The relations of the package and its properties; the day of the workbook stands for the clock. */
export const packageParts = ({ title, creator, date }: FileProperties): [string, string][] => {
  const day = `${date}T00:00:00Z`
  return [
    [
      '_rels/.rels',
      relationsXml([
        ['rId1', `${DOCUMENT_SPACE}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${PACKAGE_SPACE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    [
      'docProps/core.xml',
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE_SPACE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified></cp:coreProperties>`,
    ],
  ]
}
