// Reads the cells of one catalogue line and collects what is wrong with them. Knows no kind of line.

import { parseDate } from '../calendar.ts'
import type { CatalogueProblem, ProblemDetails, SheetRows } from './catalogue.ts'

export type RowReader = {
  /** The cell as NFC text without outer spaces; '' when empty or absent. */
  readonly text: (column: string) => string
  /** As `text`, and a problem when empty. */
  readonly required: (column: string) => string
  /** A whole number ≥ 0; 0 with a problem otherwise. */
  readonly whole: (column: string) => number
  readonly date: (column: string) => string
  readonly choice: <T extends string>(column: string, choices: readonly T[]) => T | null
  readonly report: (column: string, details: ProblemDetails) => void
}

/** Problems go to `problems`, in the order of reading. */
export function rowReader(sheet: SheetRows, index: number, problems: CatalogueProblem[]): RowReader {
  const row = sheet.rows[index] ?? {}
  const text = (column: string): string => (row[column] ?? '').normalize('NFC').trim()
  const report = (column: string, details: ProblemDetails): void => {
    problems.push({ file: sheet.file, line: index + 2, column, value: text(column), ...details })
  }
  const required = (column: string): string => {
    if (text(column) === '') report(column, { code: 'catalogue.required' })
    return text(column)
  }
  return {
    text,
    required,
    report,
    whole: (column) => {
      if (/^\d{1,6}$/.test(text(column))) return Number(text(column))
      report(column, { code: 'catalogue.bad_number' })
      return 0
    },
    date: (column) => {
      if (parseDate(text(column)) === undefined) report(column, { code: 'catalogue.bad_date' })
      return text(column)
    },
    choice: (column, choices) => {
      const found = choices.find((choice) => choice === text(column)) ?? null
      if (found === null) report(column, { code: 'catalogue.unknown_choice', choices })
      return found
    },
  }
}
