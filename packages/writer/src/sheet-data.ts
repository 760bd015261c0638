// What is read from a spreadsheet that a person hands in, and why one is refused as a whole. No library's types stand here.
import type { Result } from '@kheo/core/result.ts'

/** A day is known to be one by the format of its cell. Text is NFC and at most `MOST_LETTERS` long. */
export type CellData = string | number | boolean | null | { readonly day: string }

export const MOST_LETTERS = 4_000

export type RowData = {
  /** As the spreadsheet program numbers it, from 1. */
  readonly at: number
  readonly isHidden: boolean
  /** From column A; as long as the row's last filled cell. */
  readonly cells: readonly CellData[]
}

/** Something to say about one cell; rows and columns from 1. */
export type CellNote = {
  readonly row: number
  readonly column: number
  readonly code: 'formula' | 'formula_without_value' | 'error_value' | 'too_long'
}

/** Corners from 1, both inside. */
export type MergedCells = {
  readonly range: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type SheetData = {
  readonly name: string
  readonly isHidden: boolean
  /** Rows with at least one value, in order. */
  readonly rows: readonly RowData[]
  readonly notes: readonly CellNote[]
  readonly merged: readonly MergedCells[]
}

export type SheetProblem =
  | { readonly code: 'sheet.empty_file' }
  | { readonly code: 'sheet.not_a_workbook' }
  | { readonly code: 'sheet.old_workbook' }
  | { readonly code: 'sheet.password_protected' }
  | { readonly code: 'sheet.web_page' }
  | { readonly code: 'sheet.text_file' }
  | { readonly code: 'sheet.not_unicode' }
  | { readonly code: 'sheet.broken' }
  | { readonly code: 'sheet.unsafe_xml' }
  | { readonly code: 'sheet.too_many_parts'; readonly most: number }
  | { readonly code: 'sheet.too_large_unpacked'; readonly mostMegabytes: number }
  | { readonly code: 'sheet.too_many_rows'; readonly sheet: string; readonly most: number }
  | { readonly code: 'sheet.too_many_columns'; readonly sheet: string; readonly most: number }

/** What the rest of the system knows of a library that reads spreadsheets. */
export type SheetReader = {
  readonly read: (bytes: Uint8Array) => Promise<Result<readonly SheetData[], SheetProblem>>
}

/** `1` → `A`, `28` → `AB`. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26)
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`
}

/** `AB` → `28`. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
