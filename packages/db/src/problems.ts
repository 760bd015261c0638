// Refusals of the database layer, as data. Their sentences stand in problems.vi.ts and problems.en.ts.

export type DatabaseProblem =
  | { readonly code: 'db.no_binaries'; readonly platform: string }
  | { readonly code: 'db.data_in_use'; readonly folder: string; readonly pid: number }
  | { readonly code: 'db.needs_unprivileged_user'; readonly folder: string }
  | { readonly code: 'db.start_failed'; readonly log: string }
  | { readonly code: 'db.migration_changed'; readonly name: string }
  | { readonly code: 'db.migration_missing'; readonly name: string }

/** Thrown once at the edge of the database layer; carries the problem as data. */
export class DatabaseRefusal extends Error {
  readonly problem: DatabaseProblem
  constructor(problem: DatabaseProblem) {
    super(problem.code)
    this.name = 'DatabaseRefusal'
    this.problem = problem
  }
}
