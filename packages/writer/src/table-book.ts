// Plain tables as a workbook: one head row each, then rows to type into, to read back, or to mend. For papers that are printed see workbook-model.ts.

/** A text is a text whatever it looks like; a day is written as a date of the spreadsheet. */
export type TableCell = string | number | null | { readonly day: string }

export type TableColumn = {
  readonly head: string
  /** Shown when the pointer rests on the head. */
  readonly help?: string
  /** In characters. */
  readonly width: number
  /** How cells look that are still empty. */
  readonly holds: 'text' | 'number' | 'day'
  /** Of numbers; 0 unless said. */
  readonly decimals?: number
  readonly list?: {
    /** Name of the table and index of the column that hold the list, or the few values themselves. */
    readonly from:
      | { readonly table: string; readonly column: number; readonly rows: number }
      | { readonly values: readonly string[] }
    /** Other values are refused while typing; otherwise the list only offers. */
    readonly isClosed: boolean
  }
}

/** A cell that is wrong: filled red, with a comment. Row and column from 0, the head not counted. */
export type TableMark = { readonly row: number; readonly column: number; readonly comment: string }

export type Table = {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly marks?: readonly TableMark[]
  /** Not shown, and not to be shown by a click. */
  readonly isHidden?: boolean
  /** Rows below the filled ones that are ready to be typed into. */
  readonly spareRows?: number
}

export type TableBook = {
  readonly title: string
  readonly creator: string
  /** ISO day, written as the created and modified date of the file. */
  readonly date: string
  readonly tables: readonly Table[]
}

/** What the rest of the system knows of whoever writes tables. */
export type TableWriter = { readonly render: (book: TableBook) => Uint8Array }
