// The reports' room, as other rooms see it.
export { countedCodes, findingsOf, frameOf, NO_LAST_YEAR, type Content, type Frame } from './content.ts'
export {
  findReport,
  findSnapshot,
  listPublished,
  listReportsAt,
  listReportsFor,
  listReportsOf,
  type StoredReport,
} from './queries.ts'
export { approvalOf, isDerived, refuseTyped, toSteps, writtenFigure } from './rules.ts'
export { renderFile } from './documents.ts'
