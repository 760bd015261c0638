// Invariant I4: the shares of a divided unit add up, or one piece is named the remainder.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { excused, isExcused } from './invariants-units.ts'
import { type Edge, SHARE_BASES } from './model.ts'
import type { OrgIndex } from './org-index.ts'
import { groupBy } from './span.ts'
import { type Violation, violation } from './violation.ts'

const EPSILON = 1e-6

function sumProblems(
  org: OrgIndex,
  unit: UnitId,
  day: CalendarDate,
  edges: readonly Edge[],
  staysAlive: boolean,
): readonly Violation[] {
  return SHARE_BASES.flatMap((basis) => {
    const known = edges.flatMap((edge) => org.shareOf(edge, basis, 'from')?.share ?? [])
    const sum = known.reduce((total, share) => total + share, 0)
    const complete = known.length === edges.length && !staysAlive
    const wrong = complete ? Math.abs(sum - 1) > EPSILON : sum > 1 + EPSILON
    return wrong ? [violation('org.shares_sum', unit, day, basis)] : []
  })
}

/** Where the unit stays alive, what it keeps is the remainder; where it ends, one edge must be named so unless some basis has every share. */
function remainderProblem(org: OrgIndex, edges: readonly Edge[], staysAlive: boolean): boolean {
  const remainders = edges.filter((edge) => edge.extent === 'remainder').length + (staysAlive ? 1 : 0)
  const settled = SHARE_BASES.some((basis) => edges.every((edge) => org.shareOf(edge, basis, 'from') !== undefined))
  return remainders > 1 || (remainders === 0 && !settled)
}

function divided(org: OrgIndex): readonly Violation[] {
  const known = excused(org, 'org.split_without_remainder')
  return org.steps.flatMap(({ day, edges }) => {
    const cut = groupBy(edges, (edge) => edge.fromId)
    return [...cut].flatMap(([unit, pieces]) => {
      const [only] = pieces
      if (pieces.length === 1 && only?.extent === 'whole') return []
      const end = org.spanOf(unit)?.to ?? null
      const staysAlive = end === null || end > day
      const noRemainder = !isExcused(known, unit, day) && remainderProblem(org, pieces, staysAlive)
      return [
        ...sumProblems(org, unit, day, pieces, staysAlive),
        ...(noRemainder ? [violation('org.remainder_count', unit, day)] : []),
      ]
    })
  })
}

export function shareViolations(org: OrgIndex): readonly Violation[] {
  const edges = new Set(org.records.edges.map((edge) => `${edge.eventId}|${edge.fromId}|${edge.toId}`))
  const rows = org.records.shares.flatMap(({ edge, share, basis }) => {
    const key = `${edge.eventId}|${edge.fromId}|${edge.toId}`
    return [
      ...(share >= 0 && share <= 1 ? [] : [violation('org.share_range', edge.fromId, null, basis)]),
      ...(edges.has(key) ? [] : [violation('org.share_of_unknown_edge', edge.fromId, null, key)]),
    ]
  })
  return [...rows, ...divided(org)]
}
