// Withholds small counts of a table that leaves its owner, and as many more figures as it takes that nobody can compute them back.
//
// The outsider who is guarded against holds everything that is published: shown cells, zeros, totals. He knows that counts are
// whole numbers, that rows and columns add up to their totals, what the least number is, and that a withheld cell is at least 1
// (zeros are shown). He solves the table as far as it can be solved. After that every withheld cell must still be able to take
// two values or more, and one of `least` or more, so that nobody is certain that a count is small.
// Not guarded against: who knows some of the withheld figures from elsewhere (the unit that counted them, a neighbour in the
// village); who runs this very procedure over all tables and asks which of them it would have published so (a lone withheld cell
// among zeros must be small); other tables that share cells with this one: for those see `differenceLeaks`.
import { canMove, hasChoice, type Network, type NetworkCell, networkOf } from './suppression-network.ts'

export type Shown = { readonly kind: 'shown'; readonly value: number | null } | { readonly kind: 'suppressed' }

type Figures = readonly (number | null)[]

/** Counts by row and column. A total that is left out or null is not published. Totals are the sums of their cells; null counts as nothing. */
export type CountTable = {
  readonly rows: readonly Figures[]
  readonly rowTotals?: Figures
  readonly columnTotals?: Figures
  readonly grandTotal?: number | null
}

export type PublishedTable = {
  readonly rows: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
  readonly grandTotal: Shown
}

export type Place = { readonly row: number | 'total'; readonly column: number | 'total' }
export type Publication = { readonly table: CountTable; readonly published: PublishedTable }

const SUPPRESSED: Shown = { kind: 'suppressed' }

type Size = { readonly rows: number; readonly columns: number }

function sizeOf(table: CountTable): Size {
  const [rows, columns] = [table.rows.length, table.rows[0]?.length ?? 0]
  const isEven =
    table.rows.every((row) => row.length === columns) &&
    (table.rowTotals ?? table.rows).length === rows &&
    (table.columnTotals === undefined || table.columnTotals.length === columns || rows === 0)
  if (!isEven) throw new RangeError('a table of counts needs rows and totals of one length')
  const figures = [table.rows.flat(), table.rowTotals ?? [], table.columnTotals ?? [], table.grandTotal ?? null].flat()
  if (!figures.every((figure) => figure === null || (Number.isSafeInteger(figure) && figure >= 0))) {
    throw new RangeError('a table of counts holds whole numbers from zero')
  }
  return { rows, columns }
}

/** The figure at a place of the table with its totals; null when nothing is published there. */
function figureAt(table: CountTable, { rows, columns }: Size, row: number, column: number): number | null {
  if (row < rows && column < columns) return table.rows[row]?.[column] ?? null
  if (row < rows) return table.rowTotals?.[row] ?? null
  return (column < columns ? table.columnTotals?.[column] : table.grandTotal) ?? null
}

const sumOf = (figures: Figures): number => figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)

/** The figure, or for a total that is not published the sum that stands behind it. */
function valueAt(table: CountTable, size: Size, row: number, column: number): number {
  const figure = figureAt(table, size, row, column)
  if (figure !== null || (row < size.rows && column < size.columns)) return figure ?? 0
  const rows = row < size.rows ? [table.rows[row] ?? []] : table.rows
  return sumOf(rows.flatMap((each) => (column < size.columns ? [each[column] ?? null] : each)))
}

type Bounds = (row: number, column: number, value: number) => { readonly least: number; readonly most: number }

/** Interior cells are cheaper to withhold than any total, totals than the grand total; among equals the smaller figure. */
function cellsOf(table: CountTable, size: Size, bounds: Bounds): NetworkCell[] {
  const all = sumOf(table.rows.flat()) + 1
  const cells: NetworkCell[] = []
  for (let row = 0; row <= size.rows; row += 1) {
    for (let column = 0; column <= size.columns; column += 1) {
      const totals = (row === size.rows ? 1 : 0) + (column === size.columns ? 1 : 0)
      const [rowNode, columnNode] = [row, size.rows + 1 + column]
      const value = valueAt(table, size, row, column)
      const isFree = totals > 0 && figureAt(table, size, row, column) === null
      const penalty = totals === 2 ? all * (size.rows + size.columns + 2) * 2 : totals * all
      cells.push({
        row,
        column,
        from: totals === 1 ? columnNode : rowNode,
        to: totals === 1 ? rowNode : columnNode,
        value,
        ...(isFree ? { least: 0, most: Number.POSITIVE_INFINITY } : bounds(row, column, value)),
        cost: value > 0 ? value + penalty : Number.POSITIVE_INFINITY,
      })
    }
  }
  return cells
}

const isUnpublished = (table: CountTable, size: Size, { row, column }: NetworkCell): boolean =>
  figureAt(table, size, row, column) === null

const isSmall = (value: number, least: number): boolean => value > 0 && value < least

/** Withholds until each cell of the list can rise by what it needs; those that need most come first. */
function protect(network: Network, needs: readonly { readonly cell: NetworkCell; readonly by: number }[]): void {
  for (const { cell, by } of needs.toSorted((a, b) => b.by - a.by)) canMove(network, cell, by, 'up', true)
}

function publish(table: CountTable, size: Size, withheld: ReadonlySet<NetworkCell>): PublishedTable {
  const hidden = new Set([...withheld].map(({ row, column }) => row * (size.columns + 1) + column))
  const shown = (row: number, column: number): Shown => {
    const value = figureAt(table, size, row, column)
    return value !== null && hidden.has(row * (size.columns + 1) + column) ? SUPPRESSED : { kind: 'shown', value }
  }
  return {
    rows: table.rows.map((row, at) => row.map((_, column) => shown(at, column))),
    rowTotals: (table.rowTotals ?? []).map((_, row) => shown(row, size.columns)),
    columnTotals: (table.columnTotals ?? []).map((_, column) => shown(size.rows, column)),
    grandTotal: shown(size.rows, size.columns),
  }
}

/**
 * The table as it may leave its owner: counts from 1 to `least` − 1 are withheld, and with them the smallest other figures that
 * would give them away; totals only when cells do not suffice, the grand total last.
 *
 * Zero is shown: that nothing happened points at nobody, and a report has to say so. Null (no figure) is shown as null and takes
 * no part in sums. `least` is the smallest count that may be shown, a parameter of the office's rules.
 * @throws RangeError for figures that are no counts, and for rows or totals of unequal length.
 */
export function suppressTable(table: CountTable, least: number): PublishedTable {
  const size = sizeOf(table)
  const cells = cellsOf(table, size, () => ({ least: 1, most: Number.POSITIVE_INFINITY }))
  const published = cells.filter((cell) => !isUnpublished(table, size, cell))
  const small = published.filter(({ value }) => isSmall(value, least))
  const free = cells.filter((cell) => isUnpublished(table, size, cell) && isTotal(size, cell))
  const network = networkOf(cells, [...small, ...free])
  protect(
    network,
    small.map((cell) => ({ cell, by: least - cell.value })),
  )
  return publish(table, size, network.withheld)
}

const isTotal = (size: Size, { row, column }: NetworkCell): boolean => row === size.rows || column === size.columns

export type SuppressedList<K> = {
  readonly values: readonly { readonly key: K; readonly shown: Shown }[]
  readonly total: Shown
}

/** The same for one breakdown and its total (null: not published), in the order given. See `suppressTable`. */
export function suppressList<K>(
  values: readonly { readonly key: K; readonly value: number | null }[],
  total: number | null,
  least: number,
): SuppressedList<K> {
  const published = suppressTable({ rows: [values.map(({ value }) => value)], rowTotals: [total] }, least)
  return {
    values: values.map(({ key }, at) => ({ key, shown: published.rows[0]?.[at] ?? SUPPRESSED })),
    total: published.rowTotals[0] ?? SUPPRESSED,
  }
}

function shownAt({ published }: Publication, size: Size, row: number, column: number): boolean {
  const shown =
    row < size.rows
      ? column < size.columns
        ? published.rows[row]?.[column]
        : published.rowTotals[row]
      : column < size.columns
        ? published.columnTotals[column]
        : published.grandTotal
  return shown?.kind === 'shown'
}

/** Withheld, or a total that was not published at all. */
function isOpen(publication: Publication, size: Size, cell: NetworkCell): boolean {
  if (isUnpublished(publication.table, size, cell)) return isTotal(size, cell)
  return !shownAt(publication, size, cell.row, cell.column)
}

/** The network of a publication, with what it withholds and what it never published. */
function networkOfPublication(publication: Publication, size: Size, bounds: Bounds): Network {
  const cells = cellsOf(publication.table, size, bounds)
  return networkOf(
    cells,
    cells.filter((cell) => isOpen(publication, size, cell)),
  )
}

/** Whether all that the earlier publication withholds stays open although the later one shows that no figure was above it. */
function staysOpen(earlier: Publication, later: CountTable, size: Size, least: number): boolean {
  const most = (row: number, column: number, value: number): { least: number; most: number } => ({
    least: Math.min(1, value),
    most: Math.max(value, valueAt(later, size, row, column)),
  })
  const network = networkOfPublication(earlier, size, most)
  return [...network.withheld].every((cell) => {
    if (isUnpublished(earlier.table, size, cell)) return true
    const by = isSmall(cell.value, least) ? least - cell.value : 0
    return by > 0 ? canMove(network, cell, by, 'up', false) : hasChoice(network, cell)
  })
}

/**
 * Cells to withhold in the later of two publications of one table, besides those it withholds already, because taking the earlier
 * from the later would disclose a small change: the six months to June less the five to May, or a list that was corrected.
 *
 * The outsider holds both publications and subtracts them cell by cell and total by total. He also knows that figures that
 * add up through the year never fall. Every change from 1 to `least` − 1 is withheld, and cells around it until the later table
 * could hold a change of `least` or more in its place; what either table withholds by itself stays open too. When the later table
 * would close in on what the earlier one withheld, all of that is withheld again. Falling figures are guarded as corrections.
 * Both tables have the same rows and columns in the same order.
 * @throws RangeError when they have not, or hold figures that are no counts.
 */
export function differenceLeaks(earlier: Publication, later: Publication, least: number): Place[] {
  const [before, size] = [sizeOf(earlier.table), sizeOf(later.table)]
  if (before.rows !== size.rows || before.columns !== size.columns) {
    throw new RangeError('two publications of one table have the same rows and columns')
  }
  const changeAt = ({ row, column, value }: NetworkCell): number => value - valueAt(earlier.table, size, row, column)
  const network = networkOfPublication(later, size, (row, column, value) => ({
    least: Math.max(1, Math.min(value, valueAt(earlier.table, size, row, column) + 1)),
    most: Number.POSITIVE_INFINITY,
  }))
  const isKnown = (cell: NetworkCell): boolean => !isUnpublished(later.table, size, cell)
  const withheldBefore = new Set([...network.withheld].filter(isKnown))
  for (const cell of network.cells) {
    if (isKnown(cell) && cell.value > 0 && isSmall(Math.abs(changeAt(cell)), least)) network.withheld.add(cell)
  }
  const wasWithheld = network.cells.filter((cell) => isKnown(cell) && cell.value > 0 && isOpen(earlier, size, cell))
  if (!staysOpen(earlier, later.table, size, least)) for (const cell of wasWithheld) network.withheld.add(cell)
  // Where all of it is withheld again, both tables can be imagined otherwise in step, with the same changes between them.
  const movesInStep = wasWithheld.every((cell) => network.withheld.has(cell))
  const isFreeAlready = (cell: NetworkCell): boolean =>
    movesInStep && isOpen(earlier, size, cell) && !isUnpublished(earlier.table, size, cell)
  protectChanges(network, [...network.withheld].filter(isKnown), { changeAt, isFreeAlready }, least)
  return [...network.withheld]
    .filter((cell) => isKnown(cell) && !withheldBefore.has(cell))
    .map(({ row, column }) => ({
      row: row === size.rows ? 'total' : row,
      column: column === size.columns ? 'total' : column,
    }))
}

type Change = {
  readonly changeAt: (cell: NetworkCell) => number
  readonly isFreeAlready: (cell: NetworkCell) => boolean
}

function protectChanges(network: Network, cells: readonly NetworkCell[], change: Change, least: number): void {
  const needs = cells.flatMap((cell) => {
    const by = change.changeAt(cell)
    if (isSmall(Math.abs(by), least)) return [{ cell, by: Math.max(least - by, least - cell.value) }]
    if (change.isFreeAlready(cell)) return []
    return [{ cell, by: isSmall(cell.value, least) ? least - cell.value : 0 }]
  })
  protect(
    network,
    needs.filter(({ by }) => by > 0),
  )
  for (const { cell } of needs) if (!hasChoice(network, cell)) canMove(network, cell, 1, 'up', true)
}

/** The published table with more cells withheld. */
export function withhold(published: PublishedTable, places: readonly Place[]): PublishedTable {
  const hidden = new Set(places.map(({ row, column }) => `${row}|${column}`))
  const at = (shown: Shown, row: number | 'total', column: number | 'total'): Shown =>
    hidden.has(`${row}|${column}`) ? SUPPRESSED : shown
  return {
    rows: published.rows.map((shown, row) => shown.map((each, column) => at(each, row, column))),
    rowTotals: published.rowTotals.map((each, row) => at(each, row, 'total')),
    columnTotals: published.columnTotals.map((each, column) => at(each, 'total', column)),
    grandTotal: at(published.grandTotal, 'total', 'total'),
  }
}
