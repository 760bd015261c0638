// Tables of annexes → figures of indicators: rows by their names, columns by their headings. A blank cell is not reported, never nought.
import { parseNumber } from '@kheo/core/text/number-style.ts'
import type { TextTable } from '../contents.ts'
import type { Alternative, Claimed } from './claim.ts'
import { inUnit, rounded } from './claim.ts'
import type { ReadyHints } from './hints.ts'
import { type Column, type ColumnRole, headingOf } from './table-columns.ts'
import { groupNamed, indicatorNames, type IndicatorNames, matchName, type NameMatch } from './table-names.ts'

export const TABLE_KINDS = ['now', 'plan', 'cumulative', 'previous', 'last-year'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

export type TableClaim = Claimed & {
  readonly row: number
  readonly column: number
  /** Where the cell begins in the text. */
  readonly start: number
  readonly kind: TableKind
  readonly part: 'value' | 'of'
}

export type TableOptions = {
  readonly hints: ReadyHints
  /** Year of the period reported: tells columns of years apart. */
  readonly year?: number
}

const LEAST = 0.5
const LEAST_PART = 0.72
const SURE = 0.97

type Reader = {
  readonly hints: ReadyHints
  readonly names: IndicatorNames
  readonly starts: (row: number, column: number) => number
}

/** Claims of one table by rows, then columns. A table that speaks of no indicator gives none. Time grows with its cells. */
export function matchTable(text: string, table: TextTable, options: TableOptions): TableClaim[] {
  const rows = table.rows.map((cells) =>
    cells.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ').trim()),
  )
  const { columns, firstBodyRow } = headingOf(rows, options.year)
  const reader: Reader = {
    hints: options.hints,
    names: namesFor(options.hints),
    starts: (row, column) => table.rows[row]?.[column]?.start ?? 0,
  }
  const isByUnit = columns.some(({ role }) => role === 'unit-name') && !columns.some(({ role }) => role === 'name')
  const body = rows.slice(firstBodyRow).map((cells, at) => ({ cells, row: firstBodyRow + at }))
  return isByUnit ? unitRows(reader, columns, body) : indicatorRows(reader, columns, body)
}

const namesOf = new WeakMap<ReadyHints, IndicatorNames>()
function namesFor(hints: ReadyHints): IndicatorNames {
  const known = namesOf.get(hints) ?? indicatorNames(hints.catalogue)
  namesOf.set(hints, known)
  return known
}

type Row = { readonly cells: readonly string[]; readonly row: number }

const MARK = /^(?:[-–—+•*]|[a-zđ]\)|\d+(?:\.\d+)*[.)]?)\s*/u
const PART = /^(?:trong đó|gồm|bao gồm|chia ra)\s*:?\s*/iu

/** A name without what only places it: a dash, a number, "trong đó". */
function nameOf(cell: string): { name: string; isPart: boolean; hasDash: boolean } {
  const hasDash = /^[-–—+]/.test(cell)
  const bare = cell.replace(MARK, '')
  return { name: bare, isPart: PART.test(bare) || hasDash, hasDash }
}

function indicatorRows(reader: Reader, columns: readonly Column[], rows: readonly Row[]): TableClaim[] {
  const nameColumn = columns.findIndex(({ role }) => role === 'name')
  const codeColumn = columns.findIndex(({ role }) => role === 'code')
  const unitColumn = columns.findIndex(({ role }) => role === 'unit')
  const claims: TableClaim[] = []
  let group: string | null = null
  let above: string | null = null
  let isUnderPart = false
  for (const { cells, row } of rows) {
    const title =
      cells.length < columns.length ? (cells.findLast((cell) => cell !== '') ?? '') : (cells[nameColumn] ?? '')
    if (
      !columns.some(({ role }, at) => kindOf(role) !== null && holds(cells[at])) ||
      cells.length < columns.length - 1
    ) {
      const bare = nameOf(title).name
      isUnderPart = PART.test(bare)
      if (!isUnderPart) [group, above] = [groupNamed(reader.names, bare), null]
      continue
    }
    const { name, isPart, hasDash } = nameOf(cells[nameColumn] ?? '')
    const place = { unit: cells[unitColumn] ?? '', group, above, isPart: isPart || isUnderPart }
    const matches = matchesFor(reader, cells[codeColumn] ?? '', name, place)
    const best = matches[0]
    if (best === undefined || best.score < (hasDash && !isKin(best, above) ? LEAST_PART : LEAST)) {
      if (!hasDash) above = null
      continue
    }
    if (hasDash && best.indicator.code === above) continue
    claims.push(...rowClaims(reader, columns, { cells, row }, matches, place.unit))
    if (!place.isPart) above = best.indicator.code
  }
  return claims
}

const isKin = ({ indicator }: NameMatch, above: string | null): boolean =>
  above !== null && indicator.code.startsWith(above.slice(0, 2)) && indicator.code !== above

const holds = (cell: string | undefined): boolean => cell !== undefined && cell !== ''

function matchesFor(reader: Reader, code: string, name: string, place: Parameters<typeof matchName>[2]): NameMatch[] {
  const known = reader.hints.catalogue.byCode.get(code)
  return known === undefined ? matchName(reader.names, name, place) : [{ indicator: known, score: 1 }]
}

const kindOf = (role: ColumnRole): TableKind | null => TABLE_KINDS.find((kind) => kind === role) ?? null

type Read = { readonly value: number; readonly of: number | null }

/** `9.081`, `2.811,7`, `08/24`, `12 mô hình`; null for a dash, a blank, a star and whatever is no figure. */
export function readCell(cell: string): Read | null {
  const [, first = '', second] =
    /^([-−]?[\d.,\s]*\d)(?:\s*\/\s*([\d.]*\d))?\s*%?(?:\s+\p{L}.*)?$/u.exec(cell.slice(0, 80)) ?? []
  const value = parseNumber(first)
  if (!value.ok) return null
  const of = second === undefined ? null : parseNumber(second)
  if (of === null) return { value: value.value, of: null }
  return of.ok ? { value: value.value, of: of.value } : null
}

const MONEY: Readonly<Record<string, number>> = {
  đồng: 1,
  'nghìn đồng': 1e3,
  'ngàn đồng': 1e3,
  'triệu đồng': 1e6,
  'tr đồng': 1e6,
  trđ: 1e6,
  'tr.đ': 1e6,
  'tỷ đồng': 1e9,
  'tỉ đồng': 1e9,
}

/** The value in the indicator's unit, by the unit that the row states. */
function scaled(reader: Reader, code: string, value: number, unit: string): number {
  const own = reader.hints.catalogue.byCode.get(code)?.unit ?? ''
  const [written, wanted] = [MONEY[unit.toLowerCase()], MONEY[own]]
  if (written !== undefined && wanted !== undefined) return rounded((value * written) / wanted)
  return inUnit(reader.hints.catalogue, reader.hints.scales, code, value, unit) ?? value
}

function rowClaims(
  reader: Reader,
  columns: readonly Column[],
  { cells, row }: Row,
  matches: readonly NameMatch[],
  unit: string,
): TableClaim[] {
  const [best, ...others] = matches
  if (best === undefined) return []
  const seen = new Set<TableKind>()
  return columns.flatMap(({ role }, column): TableClaim[] => {
    const kind = kindOf(role)
    const read = readCell(cells[column] ?? '')
    if (kind === null || read === null || seen.has(kind)) return []
    seen.add(kind)
    return cellClaims(reader, { row, column, kind, unit, place: null, because: 'table.row-name' }, best, others, read)
  })
}

type CellPlace = {
  readonly row: number
  readonly column: number
  readonly kind: TableKind
  readonly unit: string
  readonly place: string | null
  readonly because: string
}

function cellClaims(
  reader: Reader,
  { row, column, kind, unit, place, because }: CellPlace,
  best: NameMatch,
  others: readonly NameMatch[],
  read: Read,
): TableClaim[] {
  const { code } = best.indicator
  const common = {
    row,
    column,
    start: reader.starts(row, column),
    kind,
    confidence: shown(best.score),
    kindOfValue: kind === 'plan' ? ('plan' as const) : ('actual' as const),
    ofOtherPeriod: kind !== 'now' && kind !== 'plan',
    ofPlace: place,
    because: [because, `table.column.${kind}`],
  }
  const alternatives = others
    .filter(({ score }) => score >= LEAST)
    .map(
      ({ indicator, score }): Alternative => ({
        indicator: indicator.code,
        value: scaled(reader, indicator.code, read.value, unit),
        confidence: shown(score),
      }),
    )
  const value = scaled(reader, code, read.value, unit)
  const claim: TableClaim = { ...common, part: 'value', indicator: code, value, alternatives }
  const whole = reader.hints.wholes.get(code)
  if (read.of === null || whole === undefined) return [claim]
  return [claim, { ...common, part: 'of', indicator: whole, value: read.of, alternatives: [] }]
}

const shown = (score: number): number => Math.round(Math.min(SURE, score) * 1000) / 1000

const TOTAL = /^(?:tổng(?: số| cộng)?|cộng|toàn (?:xã|phường|huyện|thị xã|thành phố|tỉnh)|chung)\s*:?$/iu

/** A row for each unit, a column for each indicator. The row of the total is of the whole. */
function unitRows(reader: Reader, columns: readonly Column[], rows: readonly Row[]): TableClaim[] {
  const unitColumn = columns.findIndex(({ role }) => role === 'unit-name')
  const known = columns.map(({ role, title }) =>
    role === 'order' || role === 'note' || role === 'unit-name'
      ? []
      : matchName(reader.names, title, { unit: '', group: null, above: null, isPart: false }),
  )
  return rows.flatMap(({ cells, row }) => {
    const name = cells[unitColumn] ?? ''
    const place = TOTAL.test(name) || TOTAL.test(cells[0] ?? '') ? null : name
    if (cells.length < columns.length - 1 || place === '') return []
    return known.flatMap(([best, ...others], column): TableClaim[] => {
      const read = readCell(cells[column] ?? '')
      if (best === undefined || best.score < LEAST || read === null) return []
      const because = 'table.column-name'
      return cellClaims(reader, { row, column, kind: 'now', unit: '', place, because }, best, others, read)
    })
  })
}
