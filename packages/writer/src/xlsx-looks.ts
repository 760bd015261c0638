// The looks of cells of a printed sheet: each is kept once, numbered as it is first asked for, and written when all sheets are.
import type { Workbook } from './workbook-model.ts'
import { SHEETS_SPACE, XML_HEAD } from './xlsx-package.ts'
import { xmlText } from './xml-text.ts'

export type Look = {
  readonly bold: boolean
  readonly italic: boolean
  readonly hasBorder: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly indent: 0 | 1
  /** In the spreadsheet's own signs; null is its general look. */
  readonly format: string | null
}

/** Numbers of formats that every program knows by itself. */
const KNOWN_FORMATS: ReadonlyMap<string, number> = new Map([
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['@', 49],
])
const FIRST_OWN_FORMAT = 164

const fontXml = (font: Workbook['font'], bold: boolean, italic: boolean): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${font.sizePt}"/><name val="${xmlText(font.name)}"/><family val="1"/></font>`

const sides = ['left', 'right', 'top', 'bottom']
const BORDERS = `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border></borders>`
const PLAIN_FONTS = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const

/** The looks of one workbook: `indexOf` gives the number that a cell carries, `xml` the part that tells what the numbers mean. */
export type Looks = { readonly indexOf: (look: Look) => number; readonly xml: () => string }

export function looksOf(font: Workbook['font']): Looks {
  const written = new Map<string, number>()
  const formats = new Map<string, number>()
  const formatNumber = (format: string | null): number => {
    if (format === null) return 0
    const known = KNOWN_FORMATS.get(format) ?? formats.get(format)
    if (known !== undefined) return known
    const own = FIRST_OWN_FORMAT + formats.size
    formats.set(format, own)
    return own
  }
  const lookXml = ({ bold, italic, hasBorder, align, indent, format }: Look): string =>
    `<xf numFmtId="${formatNumber(format)}" fontId="${(bold ? 1 : 0) + (italic ? 2 : 0)}" fillId="0" borderId="${hasBorder ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"${indent === 1 ? ' indent="1"' : ''}/></xf>`
  return {
    indexOf: (look) => {
      const xml = lookXml(look)
      const index = written.get(xml) ?? written.size + 1
      written.set(xml, index)
      return index
    },
    xml: () => {
      const own = [...formats].map(([format, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(format)}"/>`)
      const numbers = own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`
      const fonts = PLAIN_FONTS.map(([bold, italic]) => fontXml(font, bold, italic))
      return `${XML_HEAD}<styleSheet xmlns="${SHEETS_SPACE}">${numbers}<fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>${BORDERS}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${written.size + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[...written.keys()].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    },
  }
}
