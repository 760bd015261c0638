// The few looks of a plain table: head, text, day, numbers of 0 to 6 decimals, and each of them filled where a cell is wrong.
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TEXT_FORMAT = 49
const DAY_FORMAT = 164
const FIRST_NUMBER_FORMAT = 165
const MOST_DECIMALS = 6

const numbers = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => FIRST_NUMBER_FORMAT + decimals)
const formats = [TEXT_FORMAT, DAY_FORMAT, ...numbers]

/** From the style of a cell to that of the same cell when it is wrong. */
export const WRONG = formats.length

/** Index of the style. 0 is the program's own and 1 the head. */
export function styleOf(holds: 'text' | 'number' | 'day', decimals = 0): number {
  if (holds === 'text') return 2
  return holds === 'day' ? 3 : 4 + Math.min(Math.max(decimals, 0), MOST_DECIMALS)
}

const look = (format: number, fill: number): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"${fill > 0 ? ' applyFill="1"' : ''}><alignment vertical="top"${format === TEXT_FORMAT ? ' wrapText="1"' : ''}/></xf>`

const line = (side: string): string => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`
const fill = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`
const HEAD_FILL = 2
const WRONG_FILL = 3

const numberFormats = [
  `<numFmt numFmtId="${DAY_FORMAT}" formatCode="dd/mm/yyyy"/>`,
  ...numbers.map(
    (id, decimals) =>
      `<numFmt numFmtId="${id}" formatCode="#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}"/>`,
  ),
]
const looks = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf numFmtId="${TEXT_FORMAT}" fontId="1" fillId="${HEAD_FILL}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  ...formats.map((format) => look(format, 0)),
  ...formats.map((format) => look(format, WRONG_FILL)),
]

export const stylesXml = `<styleSheet xmlns="${MAIN}"><numFmts count="${numberFormats.length}">${numberFormats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EEF7')}${fill('FFFFD9D9')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
