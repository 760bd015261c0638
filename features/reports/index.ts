// The reports' room, as other rooms see it.
export { findingsOf, frameOf, NO_LAST_YEAR, type Content, type Frame } from './content.ts'
export {
  findReport,
  findSnapshot,
  listPublished,
  listReportsFor,
  listReportsOf,
  type StoredReport,
} from './queries.ts'
export { approvalOf, toSteps, writtenFigure } from './rules.ts'
export { renderFile } from './documents.ts'
