// Refusals of the units' room.

export type OrgProblem =
  | { readonly code: 'org.unit_not_found'; readonly unit: string }
  | { readonly code: 'org.event_not_found'; readonly event: string }
  | { readonly code: 'org.unit_not_alive'; readonly unit: string; readonly name: string; readonly day: string }
  | { readonly code: 'org.import_refused'; readonly count: number; readonly lines: readonly ImportLine[] }
  | { readonly code: 'org.invariants_broken'; readonly count: number; readonly violations: readonly string[] }
  | { readonly code: 'org.file_not_found'; readonly file: string }

/** One wrong cell of an import, with its own sentence code. */
export type ImportLine = {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
}
