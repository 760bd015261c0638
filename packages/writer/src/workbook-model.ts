// The one model of a workbook that a sheet writer reads. Formulas come from code, never from what a person typed.

import type { HeaderCell } from './block-model.ts'

/** Width in characters of the workbook's font. The number format is in Excel's own signs: ',' groups by the reader's locale. */
export type SheetColumn = {
  readonly widthChars: number
  readonly align: 'left' | 'center' | 'right'
  readonly numberFormat?: string
}

/** A formula always carries its value, because a previewer on a phone does not calculate. */
export type SheetCell = string | number | null | { readonly formula: string; readonly value: number | string }

/** A row of one indicator may need another number format than its columns have; a column without one, such as the row's number, keeps none. */
export type SheetRow = {
  readonly cells: readonly SheetCell[]
  readonly emphasis?: 'bold' | 'italic'
  readonly numberFormat?: string
}

export type TitleLine = {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: 'left' | 'center' | 'right'
}

/** Title lines come first, one merged row each; then the header rows; then the rows. */
export type Sheet = {
  readonly name: string
  readonly titleLines: readonly TitleLine[]
  readonly columns: readonly SheetColumn[]
  readonly headerRows: readonly (readonly HeaderCell[])[]
  readonly rows: readonly SheetRow[]
  readonly freezeColumns: number
  readonly orientation: 'portrait' | 'landscape'
  /** A4 unless said. */
  readonly paper?: PaperSize
  /** So many columns from the left stand again on every printed page, as the header rows do; none unless said. */
  readonly repeatColumns?: number
}

export type PaperSize = 'A3' | 'A4'

export type Workbook = {
  readonly title: string
  readonly creator: string
  /** ISO day, written as the created and modified date of the file. */
  readonly date: string
  readonly font: { readonly name: string; readonly sizePt: number }
  readonly sheets: readonly Sheet[]
}

/** What the rest of the system knows of whoever writes a workbook. */
export type SheetWriter = { readonly render: (workbook: Workbook) => Promise<Uint8Array> }
