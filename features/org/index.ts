// The units' room, as other rooms see it.
export { listedCounts, openOrg, type OrgView } from './view.ts'
export type { OrgProblem } from './problems.ts'
