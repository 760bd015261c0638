// The reports' room, as other rooms see it.
export { findingsOf, frameOf, gather, loadLastYear, NO_LAST_YEAR, type Content, type Frame } from './content.ts'
export { listPublished, listReportsFor, listReportsOf, type StoredReport } from './queries.ts'
export { approvalOf, toSteps, writtenFigure } from './rules.ts'
export { renderFile } from './documents.ts'
export type { ReportProblem } from './problems.ts'
