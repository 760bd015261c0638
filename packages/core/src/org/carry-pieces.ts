// The pieces into which one step of the lineage cuts a unit, with the share each piece is known to take. No figures, no paths.
import type { UnitId } from '../ids.ts'
import { type CarryClass, worstClass } from './carry-class.ts'
import type { Edge, ShareBasis } from './model.ts'
import type { OrgIndex } from './org-index.ts'
import { groupBy } from './span.ts'
import type { EdgeStep } from './steps.ts'

/** `share` null = unknown. `path`: trust in the passage itself; `graded`: trust in passage and share together. */
export interface Piece {
  readonly to: UnitId
  readonly share: number | null
  readonly path: CarryClass
  readonly graded: CarryClass
}

interface Draft {
  readonly to: UnitId
  readonly path: CarryClass
  readonly share: number | null
  readonly shareClass: CarryClass
}

const EPSILON = 1e-9

/** A text that gives all or nothing is exact; a fraction, even one printed in a law, was measured once and is an estimate for any other figure. */
const classOfShare = (share: number, method: string): CarryClass =>
  method === 'law' && (share === 0 || share === 1) ? 'exact-by-law' : 'estimated'

/** Fills what follows from the known shares: the only unknown one is the rest; several unknown ones are 0 when the known ones are all there is. */
function completed(drafts: readonly Draft[]): readonly Draft[] {
  const unknown = drafts.filter((draft) => draft.share === null)
  const known = drafts.reduce((sum, draft) => sum + (draft.share ?? 0), 0)
  const rest = Math.max(0, 1 - known)
  if (unknown.length === 0 || (unknown.length > 1 && rest > EPSILON)) return drafts
  const share = rest <= EPSILON ? 0 : rest
  const shareClass = drafts.reduce<CarryClass>(
    (worst, draft) => (draft.share === null ? worst : worstClass(worst, draft.shareClass)),
    'exact',
  )
  return drafts.map((draft) => (draft.share === null ? { ...draft, share, shareClass } : draft))
}

const toPiece = ({ to, share, path, shareClass }: Draft): Piece => ({
  to,
  share,
  path,
  graded: share === null ? 'not-convertible' : worstClass(path, shareClass),
})

const pathOf = (edges: readonly Edge[]): CarryClass => (edges.some((edge) => edge.assumed) ? 'assumed' : 'exact')

function draftOf(org: OrgIndex, edge: Edge, basis: ShareBasis, of: 'from' | 'to'): Draft {
  const path = pathOf([edge])
  const to = of === 'from' ? edge.toId : edge.fromId
  const stated = org.shareOf(edge, basis, of)
  if (stated === undefined) return { to, path, share: null, shareClass: 'not-convertible' }
  return { to, path, share: stated.share, shareClass: classOfShare(stated.share, stated.method) }
}

const kept = (unit: UnitId): Draft => ({ to: unit, path: 'exact', share: null, shareClass: 'not-convertible' })
const intact = (to: UnitId, path: CarryClass): readonly Piece[] => [{ to, share: 1, path, graded: path }]

function piecesForward(
  org: OrgIndex,
  step: EdgeStep,
  unit: UnitId,
  edges: readonly Edge[],
  basis: ShareBasis,
): readonly Piece[] {
  const [first] = edges
  if (edges.length === 1 && first?.extent === 'whole') return intact(first.toId, pathOf(edges))
  const end = org.spanOf(unit)?.to ?? null
  const drafts = edges.map((edge) => draftOf(org, edge, basis, 'from'))
  if (end === null || end > step.day) drafts.push(kept(unit))
  return completed(drafts).map(toPiece)
}

function piecesBackward(
  org: OrgIndex,
  step: EdgeStep,
  unit: UnitId,
  edges: readonly Edge[],
  basis: ShareBasis,
): readonly Piece[] {
  const start = org.spanOf(unit)?.from
  const before = start !== undefined && start < step.day
  const [first] = edges
  if (!before && first && edges.every((edge) => edge.fromId === first.fromId))
    return intact(first.fromId, pathOf(edges))
  const drafts = edges.map((edge) => draftOf(org, edge, basis, 'to'))
  if (before) drafts.push(kept(unit))
  return completed(drafts).map(toPiece)
}

/** For every unit a step cuts, where its parts go (`forward`) or came from (backward). A unit with one piece of share 1 is intact. */
export function stepPieces(
  org: OrgIndex,
  step: EdgeStep,
  basis: ShareBasis,
  forward: boolean,
): ReadonlyMap<UnitId, readonly Piece[]> {
  const cut = new Map<UnitId, readonly Piece[]>()
  const groups = groupBy(step.edges, (edge) => (forward ? edge.fromId : edge.toId))
  const pieces = forward ? piecesForward : piecesBackward
  for (const [unit, edges] of groups) cut.set(unit, pieces(org, step, unit, edges, basis))
  return cut
}
