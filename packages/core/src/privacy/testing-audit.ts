// An outsider who tries every table: finds out by search alone what a publication still leaves open. For small tables in tests.
import type { CountTable, PublishedTable, Shown } from './suppression.ts'

/** Cells of a table with its totals, row by row: the last of each row and the last row are totals. */
export type Grid = readonly (readonly number[])[]

/** The table with all sums, also those that are not published. Null counts as nothing. */
export function withTotals(rows: readonly (readonly (number | null)[])[]): Grid {
  const wide = rows.map((row) => [...row.map((each) => each ?? 0), row.reduce<number>((a, b) => a + (b ?? 0), 0)])
  const last = (wide[0] ?? [0]).map((_, column) => wide.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  return [...wide, last]
}

/** What stands at a place of the publication; nothing where no total is published. */
export function shownAt(published: PublishedTable, row: number, column: number): Shown | undefined {
  const rows = published.rows.length
  const columns = published.rows[0]?.length ?? 0
  if (row < rows) return column < columns ? published.rows[row]?.[column] : published.rowTotals[row]
  return column < columns ? published.columnTotals[column] : published.grandTotal
}

const agrees = (shown: Shown | undefined, value: number): boolean =>
  shown === undefined || (shown.kind === 'suppressed' ? value >= 1 : shown.value === null || shown.value === value)

const known = (shown: Shown | undefined): number | undefined =>
  shown?.kind === 'shown' && shown.value !== null ? shown.value : undefined

/**
 * Every table of cells up to `most` that agrees with the publication, with its totals; a withheld figure is 1 or more.
 * Stops as soon as `visit` returns true, and tells so.
 */
export function someTable(published: PublishedTable, most: number, visit: (grid: Grid) => boolean): boolean {
  const [rows, columns] = [published.rows.length, published.rows[0]?.length ?? 0]
  const grid = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0))
  const cell = (row: number, column: number): number => grid[row]?.[column] ?? 0
  const set = (row: number, column: number, value: number): void => void ((grid[row] as number[])[column] = value)
  const add = (row: number, column: number, by: number): boolean => {
    for (const [r, c] of [
      [row, column],
      [row, columns],
      [rows, column],
      [rows, columns],
    ] as const)
      set(r, c, cell(r, c) + by)
    return [
      [row, columns],
      [rows, column],
      [rows, columns],
    ].every(([r = 0, c = 0]) => {
      const shown = shownAt(published, r, c)
      return shown?.kind !== 'shown' || shown.value === null || cell(r, c) <= shown.value
    })
  }
  /** What the sums leave for the last cell of a row or a column. */
  const left = (row: number, column: number): number | undefined => {
    const across = column === columns - 1 ? known(shownAt(published, row, columns)) : undefined
    if (across !== undefined) return across - cell(row, columns)
    const down = row === rows - 1 ? known(shownAt(published, rows, column)) : undefined
    return down === undefined ? undefined : down - cell(rows, column)
  }
  const range = (shown: Shown | undefined, rest: number | undefined): [number, number] => {
    if (shown?.kind === 'shown') return [shown.value ?? 0, shown.value ?? 0]
    return rest === undefined ? [1, most] : [Math.max(1, rest), Math.min(most, rest)]
  }
  const walk = (place: number): boolean => {
    const [row, column] = [Math.floor(place / columns), place % columns]
    if (column === 0 && row > 0 && !agrees(shownAt(published, row - 1, columns), cell(row - 1, columns))) return false
    if (row === rows)
      return grid[rows]?.every((value, at) => agrees(shownAt(published, rows, at), value)) === true && visit(grid)
    const shown = published.rows[row]?.[column]
    const [from, to] = range(shown, left(row, column))
    for (let value = from; value <= to; value += 1) {
      const isPossible = add(row, column, value)
      const found = isPossible && walk(place + 1)
      add(row, column, -value)
      if (found) return true
      if (!isPossible) return false
    }
    return false
  }
  return walk(0)
}

/** Places of withheld figures that the outsider knows, or knows to be small: should be none. */
export function givenAway(table: CountTable, published: PublishedTable, least: number): string[] {
  const truth = withTotals(table.rows)
  const most = Math.max(0, ...table.rows.flat().map((value) => value ?? 0)) + least
  return truth.flatMap((row, r) =>
    row.flatMap((value, c) => {
      if (shownAt(published, r, c)?.kind !== 'suppressed') return []
      const canBeLarge = someTable(published, most, (grid) => (grid[r]?.[c] ?? 0) >= least)
      const canDiffer = someTable(published, most, (grid) => grid[r]?.[c] !== value)
      return canBeLarge && canDiffer ? [] : [`${r},${c}`]
    }),
  )
}

export const sign = (shown: Shown): string => (shown.kind === 'suppressed' ? '*' : (shown.value ?? '–').toString())
/** Rows with their totals, then the line of totals. */
export const drawn = ({ rows, rowTotals, columnTotals, grandTotal }: PublishedTable): string[] => [
  ...rows.map((row, at) => [...row, ...rowTotals.slice(at, at + 1)].map(sign).join(' ')),
  [...columnTotals, grandTotal].map(sign).join(' '),
]

/** The table of these cells with all its totals. */
export function full(rows: readonly (readonly (number | null)[])[]): CountTable {
  const grid = withTotals(rows)
  const columns = rows[0]?.length ?? 0
  return {
    rows,
    rowTotals: rows.map((_, row) => grid[row]?.[columns] ?? 0),
    columnTotals: (grid[rows.length] ?? []).slice(0, columns),
    grandTotal: grid[rows.length]?.[columns] ?? 0,
  }
}
