// Looks through a sheet's XML once: which cells hold a value, a formula, an error, what is merged or hidden; and writes the cells
// with values again, so that a library sees neither empty rows nor anything it might stumble over.
import { type Result, accept, refuse } from '@kheo/core/result.ts'
import { type CellNote, type MergedCells, type SheetProblem, columnLetters, columnNumber } from './sheet-data.ts'

const MOST_COLUMNS = 300
const MOST_MERGED = 10_000

const TAG = /<(?:(\w+):)?(row|c|mergeCell)\b((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0x10ffff ? '' : String.fromCodePoint(point)
  })

/** Attributes by name, prefixes left off. */
export function attributesOf(tag: string): Readonly<Record<string, string | undefined>> {
  const found: Record<string, string> = {}
  ATTRIBUTE.lastIndex = 0
  for (let each = ATTRIBUTE.exec(tag); each !== null; each = ATTRIBUTE.exec(tag)) {
    const [, name = '', double, single] = each
    const value = double ?? single ?? ''
    found[name.includes(':') ? name.slice(name.indexOf(':') + 1) : name] = value.includes('&') ? plain(value) : value
  }
  return found
}

type Cell = {
  readonly column: number
  readonly type: string
  readonly style: string | undefined
  readonly hasFormula: boolean
  /** As it stands in the XML, escaped; undefined when there is none. */
  readonly value: string | undefined
}

const INSIDE = /<(\/?)(?:\w+:)?(f|v|t|rPh)\b([^<>]*)>([^<]*)/g

// Nearly every cell is written in one of these two ways.
const BARE_VALUE = /^<v>([^<]*)<\/v>$/
const BARE_TEXT = /^<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>$/

/** The value of a cell; words that only say how others are read aloud are left out. */
function insideOf(inner: string, type: string): { hasFormula: boolean; value: string | undefined } {
  const bare = (type === 'inlineStr' ? BARE_TEXT : BARE_VALUE).exec(inner)
  if (bare !== null || inner === '') return { hasFormula: false, value: bare?.[1] }
  let hasFormula = false
  let value: string | undefined
  let isAloud = false
  for (const [, slash, name, rest = '', text = ''] of inner.matchAll(INSIDE)) {
    if (name === 'rPh') isAloud = slash === '' && !rest.endsWith('/')
    else if (slash === '/') continue
    else if (name === 'f') hasFormula = true
    else if (!isAloud && (name === 'v') === (type !== 'inlineStr'))
      value = `${value ?? ''}${rest.endsWith('/') ? '' : text}`
  }
  return { hasFormula, value }
}

const DAY_CELL = new Set(['n', 'd'])

function rebuilt({ column, type, style, value }: Cell, row: number): string {
  const at = `<c r="${columnLetters(column)}${row}"`
  if (type === 'inlineStr') return `${at} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
  const styled = style !== undefined && DAY_CELL.has(type) ? ` s="${Number(style)}"` : ''
  return `${at} t="${type}"${styled}><v>${value}</v></c>`
}

const TYPES = new Set(['s', 'str', 'inlineStr', 'b', 'n', 'd'])

function mergedCells(ref: string): MergedCells | undefined {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(ref) ?? []
  if (left === '') return undefined
  return { range: ref, top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) }
}

export type ScannedSheet = {
  readonly xml: string
  /** Row numbers of the person's own sheet; the rebuilt one has them in the same order from 1. */
  readonly rows: readonly { readonly at: number; readonly isHidden: boolean }[]
  readonly notes: readonly CellNote[]
  readonly merged: readonly MergedCells[]
}

class Scan {
  readonly out: string[] = []
  readonly rows: { at: number; isHidden: boolean }[] = []
  readonly notes: CellNote[] = []
  readonly merged: MergedCells[] = []
  #row = { at: 0, isHidden: false }
  #column = 0
  #cells: string[] = []
  #isFilled = false

  startRow(attributes: Readonly<Record<string, string | undefined>>): boolean {
    this.endRow()
    const given = attributes['r']
    const at = given === undefined ? this.#row.at + 1 : Number(given)
    const isOrdered = Number.isInteger(at) && at > this.#row.at
    this.#row = { at, isHidden: /^(?:1|true)$/.test(attributes['hidden'] ?? '') }
    this.#column = 0
    return isOrdered
  }

  /** False for a cell out of its place or beyond the widest sheet. */
  cell(attributes: Readonly<Record<string, string | undefined>>, inner: string): boolean {
    const [, letters] = /^([A-Z]{1,3})\d*$/i.exec(attributes['r'] ?? '') ?? []
    const column = letters === undefined ? this.#column + 1 : columnNumber(letters)
    const type = attributes['t'] ?? 'n'
    const { hasFormula, value } = insideOf(inner, type)
    if (column <= this.#column) return false
    this.#column = column
    const note = (code: CellNote['code']): void => void this.notes.push({ row: this.#row.at, column, code })
    const isEmpty = value === undefined || value.trim() === ''
    // A formula that came to an empty text is an empty cell: such are drawn down whole columns.
    if (isEmpty && type !== 'e' && (!hasFormula || type === 'str')) return true
    if (type === 'e') note('error_value')
    else if (hasFormula) note(isEmpty ? 'formula_without_value' : 'formula')
    if (column > MOST_COLUMNS) return false
    this.#isFilled = true
    if (!isEmpty && TYPES.has(type))
      this.#cells.push(rebuilt({ column, type, style: attributes['s'], hasFormula, value }, this.rows.length + 1))
    return true
  }

  endRow(): void {
    if (this.#isFilled) {
      this.rows.push(this.#row)
      this.out.push(`<row r="${this.rows.length}">${this.#cells.join('')}</row>`)
    }
    this.#cells = []
    this.#isFilled = false
  }

  merge(ref: string): void {
    const cells = this.merged.length < MOST_MERGED ? mergedCells(ref) : undefined
    if (cells !== undefined) this.merged.push(cells)
  }

  isTooWide(): boolean {
    return this.#column > MOST_COLUMNS
  }
}

/** Comments are dropped and marked sections written out, so that what is left between `<` and `>` is a tag. */
const simplified = (xml: string): string =>
  xml.includes('<!')
    ? xml
        .split('<!--')
        .map((part, at) => (at === 0 ? part : part.slice((part.indexOf('-->') + 1 || part.length) + 2)))
        .join('')
        .split('<![CDATA[')
        .map((part, at) => {
          const end = part.indexOf(']]>')
          if (at === 0 || end < 0) return part
          return `${part.slice(0, end).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}${part.slice(end + 3)}`
        })
        .join('')
    : xml

/** One pass over a sheet's XML. `mostRows`: filled rows that it may have. */
export function scanSheet(given: string, sheet: string, mostRows: number): Result<ScannedSheet, SheetProblem> {
  const xml = simplified(given)
  const scan = new Scan()
  TAG.lastIndex = 0
  for (let found = TAG.exec(xml); found !== null; found = TAG.exec(xml)) {
    const [, prefix, name, rest = ''] = found
    const attributes = attributesOf(rest)
    if (name === 'mergeCell') scan.merge(attributes['ref'] ?? '')
    else if (name === 'row') {
      if (!scan.startRow(attributes)) return refuse({ code: 'sheet.broken' })
      if (scan.rows.length > mostRows) return refuse({ code: 'sheet.too_many_rows', sheet, most: mostRows })
    } else {
      const close = `</${prefix === undefined ? '' : `${prefix}:`}c>`
      const end = rest.endsWith('/') ? TAG.lastIndex : xml.indexOf(close, TAG.lastIndex)
      if (end < 0) return refuse({ code: 'sheet.broken' })
      const fits = scan.cell(attributes, xml.slice(TAG.lastIndex, end))
      if (!fits && scan.isTooWide()) return refuse({ code: 'sheet.too_many_columns', sheet, most: MOST_COLUMNS })
      if (!fits) return refuse({ code: 'sheet.broken' })
      TAG.lastIndex = end
    }
  }
  scan.endRow()
  if (scan.rows.length > mostRows) return refuse({ code: 'sheet.too_many_rows', sheet, most: mostRows })
  const { rows, notes, merged, out } = scan
  return accept({
    rows,
    notes,
    merged,
    xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${out.join('')}</sheetData></worksheet>`,
  })
}
