// Rows as a table on a wide screen and as cards under 640 px. Editable grids are made by their own rooms.
import type { ReactNode } from 'react'
import { CELL, COLUMN_HEAD, GROUP, ROW, ROW_HEAD, TABLE } from './table-roles.ts'

export type Column<R> = {
  readonly key: string
  readonly head: string
  readonly cell: (row: R) => ReactNode
  readonly isNumber?: boolean
  /** The column that names the row; it heads the card. */
  readonly isMain?: boolean
}

type DataTableProps<R> = {
  /** For screen readers; the page's heading says it to the eye. */
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly isStruck?: (row: R) => boolean
}

function BodyCell<R>({ column, row }: { readonly column: Column<R>; readonly row: R }) {
  const look = `${column.isNumber === true ? 'num' : ''} ${column.isMain === true ? 'is-main' : ''}`
  if (column.isMain === true)
    return (
      <th {...ROW_HEAD} className={look}>
        {column.cell(row)}
      </th>
    )
  return (
    <td {...CELL} data-label={column.head} className={look}>
      <span>{column.cell(row)}</span>
    </td>
  )
}

// Explicit roles: cards change `display`, which makes browsers forget that a table is one.
export function DataTable<R>({ caption, columns, rows, keyOf, isStruck }: DataTableProps<R>) {
  return (
    <div className="table-scroll">
      <table {...TABLE} className="table table-cards">
        <caption className="sr-only">{caption}</caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map((column) => (
              <th key={column.key} {...COLUMN_HEAD} className={column.isNumber === true ? 'num' : ''}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...ROW} className={isStruck?.(row) === true ? 'is-struck' : ''}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
