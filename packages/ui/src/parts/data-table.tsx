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
  /** The head as a link that orders the rows. */
  readonly headLink?: ReactNode
  readonly sorted?: 'ascending' | 'descending'
  /** Under the column, in the row of totals; the table has one when some column has this. */
  readonly foot?: string
}

type DataTableProps<R> = {
  /** For screen readers; the page's heading says it to the eye. */
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly isStruck?: (row: R) => boolean
  /** The head of the row of totals. */
  readonly footHead?: string
}

function Foot<R>({ head, columns }: { readonly head: string; readonly columns: readonly Column<R>[] }) {
  const named = Math.max(
    columns.findIndex((column) => column.isMain === true),
    0,
  )
  return (
    <tfoot {...GROUP}>
      <tr {...ROW}>
        {columns.map((column, index) =>
          index === named ? (
            <th key={column.key} {...ROW_HEAD} className="is-main">
              {head}
            </th>
          ) : (
            <td
              key={column.key}
              {...CELL}
              data-label={column.head}
              className={`num ${column.foot === undefined ? 'is-wide-only' : ''}`}
            >
              {column.foot}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
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
export function DataTable<R>({ caption, columns, rows, keyOf, isStruck, footHead = '' }: DataTableProps<R>) {
  return (
    <div className="table-scroll">
      <table {...TABLE} className="table table-cards">
        <caption className="sr-only">{caption}</caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {columns.map((column) => (
              <th
                key={column.key}
                {...COLUMN_HEAD}
                aria-sort={column.sorted}
                className={column.isNumber === true ? 'num' : ''}
              >
                {column.headLink ?? column.head}
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
        {columns.some((column) => column.foot !== undefined) && <Foot head={footHead} columns={columns} />}
      </table>
    </div>
  )
}
