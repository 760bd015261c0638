// Which units' figures are withheld in a table of units that leaves the office, while its totals stay as they are.
//
// The outsider of suppression.ts knows two things more here. First, the figures of one unit add up with each other: what the catalogue's
// checks say of them he knows too. Second, he holds what the same office printed earlier in the year: a quarter lies within its half year,
// and quarters together are the half year.
//
// C1  Of a column, the small cells are withheld and with them as many others as it takes (suppression.ts), over the column and over every
//     sum of columns that adds up to another.
// C2  Where that cannot be had without withholding a total, no unit of the column is named: zeros and blanks are withheld as well. With a
//     column go those that add up with it to a shown one, for they would give it back.
// C3  After that each sum that the outsider knows, of whatever print, is looked at by itself (bounds.ts). Where a cell gives itself away
//     even so, the unit's cell of this print is withheld, then all of the column that is not zero, then the column goes the way of C2,
//     and then those beside it. What the totals tell by themselves is not saved by this, and left.
// Not found by C3: what only several relations together with several columns would tell.
import type { LinearRelation } from '../indicator/linear.ts'
import { valueOf, type Values } from '../indicator/model.ts'
import type { TimeKind } from '../period/cumulative.ts'
import { type CountTable, differenceLeaks, type Publication, type PublishedTable, type Shown } from './suppression.ts'
import { givenAway, type Told } from './unit-audit.ts'
import type { Guarding, PrintedUnits, UnitTable, Withheld } from './unit-table.ts'

/** A sum of columns that is a column itself (`null`: one column alone). */
type Table = { readonly addends: readonly string[]; readonly sum: string | null }

const isCount = (value: number | null): boolean => value === null || (Number.isSafeInteger(value) && value >= 0)

/** Relations that say `sum = addend + addend + …`. */
function tablesOf(relations: readonly LinearRelation[]): Table[] {
  return relations.flatMap(({ terms, is }): Table[] => {
    const all = [...terms]
    const [plus, minus] = [all.filter(([, times]) => times > 0), all.filter(([, times]) => times < 0)]
    const [one, many] = plus.length <= minus.length ? [plus, minus] : [minus, plus]
    if (is !== 'zero' || one.length !== 1 || all.some(([, times]) => Math.abs(times) !== 1)) return []
    return [{ sum: one[0]?.[0] ?? null, addends: many.map(([code]) => code) }]
  })
}

/** What is withheld so far; it only grows. */
class Withholding {
  readonly whole = new Set<string>()
  readonly units = new Map<string, Set<string>>()
  readonly #tables: readonly Table[]
  constructor(tables: readonly Table[]) {
    this.#tables = tables
  }
  isWithheld(code: string | null, unit: string): boolean {
    return code !== null && (this.whole.has(code) || this.units.get(code)?.has(unit) === true)
  }
  cell(code: string, unit: string): void {
    this.units.set(code, (this.units.get(code) ?? new Set()).add(unit))
  }
  /** C2 */
  column(code: string): void {
    if (this.whole.has(code)) return
    this.whole.add(code)
    for (const { addends, sum } of this.#tables)
      if (sum === code || addends.includes(code)) for (const addend of addends) this.column(addend)
  }
  get size(): number {
    return this.whole.size + [...this.units.values()].reduce((all, { size }) => all + size, 0)
  }
  asPrinted(): Withheld {
    return Object.fromEntries([
      ...[...this.units].map(([code, units]) => [code, [...units].toSorted()] as const),
      ...[...this.whole].map((code) => [code, 'all'] as const),
    ])
  }
}

const figuresOf = ({ rows }: UnitTable): ReadonlyMap<string, Values> =>
  new Map(rows.map(({ unit, values }) => [unit, values]))

function countTable(units: readonly string[], table: UnitTable, { addends, sum }: Table): CountTable {
  const figures = figuresOf(table)
  const rows = units.map((unit) => addends.map((code) => valueOf(figures.get(unit) ?? {}, code)))
  const sums = rows.map((row) => row.reduce<number>((all, value) => all + (value ?? 0), 0))
  const columnTotals = addends.map((_, column) => rows.reduce((all, row) => all + (row[column] ?? 0), 0))
  if (sum === null) return { rows, columnTotals, grandTotal: null }
  const given = units.map((unit) => valueOf(figures.get(unit) ?? {}, sum))
  // A unit whose figures do not add up tells nobody anything by them.
  const adds = given.map((value, at) => value !== null && value === sums[at])
  return {
    rows,
    rowTotals: given.map((value, at) => (adds[at] === true ? value : null)),
    columnTotals,
    grandTotal: adds.every(Boolean) ? sums.reduce((all, value) => all + value, 0) : null,
  }
}

/** The table as a publication in which some cells are withheld. */
function published(
  units: readonly string[],
  { addends, sum }: Table,
  table: CountTable,
  isWithheld: (code: string | null, unit: string) => boolean,
): PublishedTable {
  const shown = (value: number | null, code: string | null, unit: string): Shown =>
    value !== null && value > 0 && isWithheld(code, unit) ? { kind: 'suppressed' } : { kind: 'shown', value }
  const plain = (value: number | null): Shown => ({ kind: 'shown', value })
  return {
    rows: table.rows.map((row, at) =>
      row.map((value, column) => shown(value, addends[column] ?? null, units[at] ?? '')),
    ),
    rowTotals: (table.rowTotals ?? []).map((value, at) => shown(value, sum, units[at] ?? '')),
    columnTotals: (table.columnTotals ?? []).map(plain),
    grandTotal: plain(table.grandTotal ?? null),
  }
}

/** Whether a figure of one print says something of the same figure of the other: a part of it, or the same thing. */
function areTied(time: TimeKind, a: UnitTable, b: UnitTable): boolean {
  if (a.start === b.start && a.end === b.end) return true
  if (time === 'stock_end') return a.end === b.end
  if (time === 'stock_open') return a.start === b.start
  return time === 'flow' && ((a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end))
}

const NOTHING: UnitTable = { start: '', end: '', rows: [] }

/** C1 for one table: what has to be withheld beside what is, against one earlier print. */
function withholdIn(it: Guarding, now: UnitTable, before: PrintedUnits, table: Table, state: Withholding): void {
  const units = [...new Set([now, before].flatMap(({ rows }) => rows.map(({ unit }) => unit)))]
  const codes = [...table.addends, ...(table.sum === null ? [] : [table.sum])]
  const least = Math.max(...it.columns.filter(({ code }) => codes.includes(code)).map((column) => column.least))
  const hidden = (code: string | null, unit: string): boolean =>
    code !== null && (before.withheld[code] ?? []).includes(unit)
  const as = (of: UnitTable, isWithheld: typeof hidden): Publication => {
    const counts = countTable(units, of, table)
    return { table: counts, published: published(units, table, counts, isWithheld) }
  }
  const earlier = before.rows.length === 0 ? empty(units, table) : as(before, hidden)
  const places = differenceLeaks(
    earlier,
    as(now, (code, unit) => state.isWithheld(code, unit)),
    least,
  )
  for (const { row, column } of places) {
    const code = column === 'total' ? table.sum : (table.addends[column] ?? null)
    if (code === null) continue
    if (row === 'total') state.column(code)
    else state.cell(code, units[row] ?? '')
  }
}

/** A table before anything had happened: the first print of the year differs from it by all that it shows. */
function empty(units: readonly string[], table: Table): Publication {
  const rows = units.map(() => table.addends.map(() => 0))
  const counts: CountTable = {
    rows,
    rowTotals: units.map(() => 0),
    columnTotals: table.addends.map(() => 0),
    grandTotal: 0,
  }
  return { table: counts, published: published(units, table, counts, () => false) }
}

/** C1 over all tables and prints. */
function withholdAll(it: Guarding, now: UnitTable, tables: readonly Table[], state: Withholding): void {
  const timeOf = new Map(it.columns.map(({ code, time }) => [code, time]))
  const tied = (code: string, before: PrintedUnits): boolean =>
    before.withheld[code] !== 'all' && areTied(timeOf.get(code) ?? 'derived', before, now)
  for (const table of [...tables, ...it.columns.map(({ code }): Table => ({ addends: [code], sum: null }))]) {
    const codes = [...table.addends, ...(table.sum === null ? [] : [table.sum])]
    const isShown = (): boolean => !codes.some((code) => state.whole.has(code))
    if (isShown()) withholdIn(it, now, { ...NOTHING, withheld: {} }, table, state)
    for (const before of it.earlier)
      if (isShown() && codes.every((code) => tied(code, before))) withholdIn(it, now, before, table, state)
  }
}

/** Of the nearest columns still shown that relations lead to from a column that is not, the one with the smallest total. */
function bordering(
  now: UnitTable,
  from: string,
  relations: readonly LinearRelation[],
  whole: ReadonlySet<string>,
): string | undefined {
  const reached = new Set([from])
  const border = new Set<string>()
  for (const code of reached)
    for (const { terms } of relations)
      if (terms.has(code)) for (const each of terms.keys()) (whole.has(each) ? reached : border).add(each)
  const totalOf = (code: string): number => now.rows.reduce((sum, { values }) => sum + (valueOf(values, code) ?? 0), 0)
  return [...border].toSorted((a, b) => totalOf(a) - totalOf(b))[0]
}

/** What the totals alone tell: cells that no withholding of units saves, and for which none is done. */
function lostAnyway(it: Guarding, now: UnitTable): ReadonlySet<string> {
  const withheld = Object.fromEntries(it.columns.map(({ code }) => [code, 'all'] as const))
  return new Set(givenAway(it, { ...now, withheld }).map(({ key }) => key))
}

/** Withholds of a column what gives cells away, or else all that happened at any unit; false when that was withheld already. */
function withholdMore(now: UnitTable, code: string, cells: readonly Told[], state: Withholding): boolean {
  const open = now.rows.flatMap(({ unit, values }) =>
    (valueOf(values, code) ?? 0) > 0 && !state.isWithheld(code, unit) ? [unit] : [],
  )
  const named = open.filter((unit) => cells.some((cell) => cell.code === code && cell.unit === unit))
  for (const unit of named.length > 0 ? named : open) state.cell(code, unit)
  return open.length > 0
}

/** What of the table is withheld, by column; columns that withhold nothing are left out. */
export function withholdByUnit(it: Guarding, now: UnitTable): Withheld {
  const codes = new Set(it.columns.map(({ code }) => code))
  const relations = it.relations.filter(({ terms }) => [...terms.keys()].every((code) => codes.has(code)))
  const tables = tablesOf(relations)
  const state = new Withholding(tables)
  const all = [now, ...it.earlier].flatMap(({ rows }) => rows)
  const odd = new Set([...codes].filter((code) => !all.every(({ values }) => isCount(valueOf(values, code)))))
  for (const code of odd) state.column(code)
  const known = { ...it, relations, columns: it.columns.filter(({ code }) => !odd.has(code)) }
  const counting = tables.filter(
    ({ addends, sum }) => ![...addends, sum].some((code) => code !== null && odd.has(code)),
  )
  let lost: ReadonlySet<string> | undefined
  for (let before = -1; before !== state.size; ) {
    before = state.size
    withholdAll(known, now, counting, state)
    if (before !== state.size) continue
    const found = givenAway(known, { ...now, withheld: state.asPrinted() })
    if (found.length > 0) lost ??= lostAnyway(known, now)
    const cells = found.filter(({ key }) => lost?.has(key) !== true)
    const codes = new Set(cells.map(({ code }) => code).filter((code) => !withholdMore(now, code, cells, state)))
    for (const code of codes) {
      const next = state.whole.has(code) ? bordering(now, code, relations, state.whole) : code
      if (next !== undefined) state.column(next)
    }
  }
  return state.asPrinted()
}
