// Places merged header cells on a grid. Both printers, Word and Excel, draw from these places.

import { type Result, accept, refuse } from '@kheo/core/result.ts'
import type { HeaderCell } from './block-model.ts'

/** `row` and `column` count from 0; a cell covers `rowSpan` × `colSpan` places from there. */
export type PlacedCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly colSpan: number
  readonly rowSpan: number
}

export type HeaderProblem = { readonly code: 'header_misfit'; readonly row: number; readonly column: number }

type Grid = (PlacedCell | undefined)[][]

const areaIsFree = (grid: Grid, cell: PlacedCell, width: number): boolean => {
  if (cell.colSpan < 1 || cell.rowSpan < 1) return false
  if (cell.column + cell.colSpan > width || cell.row + cell.rowSpan > grid.length) return false
  return grid
    .slice(cell.row, cell.row + cell.rowSpan)
    .every((places) =>
      Array.from({ length: cell.colSpan }, (_, step) => places[cell.column + step]).every(
        (place) => place === undefined,
      ),
    )
}

const nextFree = (grid: Grid, row: number, width: number): number =>
  Array.from({ length: width }, (_, column) => column).find((column) => grid[row]?.[column] === undefined) ?? width

const occupy = (grid: Grid, cell: PlacedCell): void => {
  for (const places of grid.slice(cell.row, cell.row + cell.rowSpan))
    places.fill(cell, cell.column, cell.column + cell.colSpan)
}

/** Cells in reading order. Refuses, with the place, a header that leaves a hole, overlaps itself or does not fit the columns. */
export const placeHeader = (
  rows: readonly (readonly HeaderCell[])[],
  width: number,
): Result<readonly PlacedCell[], HeaderProblem> => {
  const grid: Grid = rows.map(() => Array.from({ length: width }, () => undefined))
  const placed: PlacedCell[] = []
  for (const [row, cells] of rows.entries()) {
    for (const { text, colSpan = 1, rowSpan = 1 } of cells) {
      const cell = { text, row, column: nextFree(grid, row, width), colSpan, rowSpan }
      if (!areaIsFree(grid, cell, width)) return refuse({ code: 'header_misfit', row, column: cell.column })
      occupy(grid, cell)
      placed.push(cell)
    }
    const hole = nextFree(grid, row, width)
    if (hole < width) return refuse({ code: 'header_misfit', row, column: hole })
  }
  return accept(placed)
}

/** The same, for a printer: a header that does not fit is a fault of the report type, so it throws. */
export const placeHeaderOrThrow = (rows: readonly (readonly HeaderCell[])[], width: number): readonly PlacedCell[] => {
  const placed = placeHeader(rows, width)
  if (placed.ok) return placed.value
  throw new RangeError(`header_misfit at row ${placed.problem.row}, column ${placed.problem.column}`)
}
