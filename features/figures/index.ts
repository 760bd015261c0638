// The room of figures, as other rooms see it.
export { recountUnit, refuseClosed, refuseUndue, writeValues } from './recount.ts'
export {
  childrenIn,
  markAll,
  readTotals,
  recomputeWithin,
  refresh,
  refreshAll,
  totalsAbove,
  type Totals,
} from './totals.ts'
export { listChanges, standingChange, type Change, type ImportedFrom } from './changes.ts'
export { recountAll } from './recount-all.ts'
export { carriedTotals } from './carried.ts'
export { hangToday, replaceUnits } from './hang.ts'
export { addsUp, bookUnits } from './rules.ts'
export * as figureQueries from './queries.ts'
export type { FigureProblem } from './problems.ts'
