// What can be wrong with a row of the unit files: plain data that points at the cell. No sentences.

export type ImportProblemCode =
  | 'org.missing_column'
  | 'org.empty_file'
  | 'org.empty_value'
  | 'org.bad_date'
  | 'org.no_such_day'
  | 'org.unknown_level'
  | 'org.level_conflict'
  | 'org.unknown_unit'
  | 'org.interval_reversed'
  | 'org.versions_overlap'
  | 'org.duplicate_row'
  | 'org.unknown_event'
  | 'org.unknown_extent'
  | 'org.bad_share'

/** `line` counts the heading as line 1. `column` is the file's own heading, empty when the whole row is meant. */
export interface ImportProblem {
  readonly code: ImportProblemCode
  readonly file: 'units' | 'lineage'
  readonly line: number
  readonly column: string
  readonly value: string
}

export type Row = Readonly<Record<string, string | undefined>>

export type Report = (code: ImportProblemCode, line: number, column: string, value: string) => void
