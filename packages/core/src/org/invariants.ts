// The seven structural invariants of the unit records, checked in full. The eighth (carrying keeps totals) belongs to carrying and its tests.
import type { OrgRecords } from './model.ts'
import { buildOrgIndex, type OrgIndex } from './org-index.ts'
import { edgeViolations } from './invariants-edges.ts'
import { shareViolations } from './invariants-shares.ts'
import { codeViolations, lifeViolations, parentViolations, versionViolations } from './invariants-units.ts'
import type { Violation } from './violation.ts'

type Rule = (org: OrgIndex) => readonly Violation[]

// I1 versions leave no gap and no overlap
// I2 every unit below the centre has one living parent of a higher level on each of its days; territory in no commune is a unit of its own kind
// I3 a unit that ends has an edge out on that day, one that starts has an edge in, or an explicit abolish or create
// I4 the shares of a divided unit are all known and sum to 1, or some are unknown and exactly one piece is the remainder
// I5 edges run forward in time; chains within one day are numbered; no cycle
// I6 edges stay on one level except where a level is converted or abolished
// I7 a code of one scheme names one unit on one day
const RULES: readonly Rule[] = [
  versionViolations,
  parentViolations,
  lifeViolations,
  shareViolations,
  edgeViolations,
  codeViolations,
]

/** Every violation, in order of invariant. A hole listed in `records.exceptions` is not one. */
export function checkInvariants(records: OrgRecords): readonly Violation[] {
  const org = buildOrgIndex(records)
  return RULES.flatMap((rule) => rule(org)).sort((a, b) => a.invariant - b.invariant)
}
