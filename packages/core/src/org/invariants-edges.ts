// Invariants I5 and I6: edges run forward in time without a cycle, and stay on their level.
import type { UnitId } from '../ids.ts'
import type { Edge, UnitLevel } from './model.ts'
import type { OrgIndex } from './org-index.ts'
import type { EdgeStep } from './steps.ts'
import { type Violation, violation } from './violation.ts'

const ordinalsOn = (org: OrgIndex, step: EdgeStep, edges: readonly Edge[]): readonly number[] =>
  edges.filter((edge) => org.eventOf(edge.eventId)?.effectiveOn === step.day).map((edge) => edge.ordinal)

/** A unit gives on a day after its first; on its first day only what it received in an earlier step of that day. */
function canGive(org: OrgIndex, step: EdgeStep, unit: UnitId): boolean {
  const span = org.spanOf(unit)
  if (span === undefined || span.from > step.day || (span.to !== null && span.to < step.day)) return false
  return span.from < step.day || ordinalsOn(org, step, org.edgesTo(unit)).some((ordinal) => ordinal < step.ordinal)
}

/** A unit receives while it is in force, or on its last day when a later step of that day passes it on. */
function canReceive(org: OrgIndex, step: EdgeStep, unit: UnitId): boolean {
  const span = org.spanOf(unit)
  if (span === undefined || span.from > step.day || (span.to !== null && span.to < step.day)) return false
  return span.to !== step.day || ordinalsOn(org, step, org.edgesFrom(unit)).some((ordinal) => ordinal > step.ordinal)
}

/** What one unit receives and gives in a single step has no order: it must be numbered apart. A unit alive before and after may do both. */
function unordered(org: OrgIndex, step: EdgeStep): readonly Violation[] {
  const receivers = new Set(step.edges.map((edge) => edge.toId))
  return step.edges
    .filter((edge) => receivers.has(edge.fromId) && edge.fromId !== edge.toId)
    .filter((edge) => edge.extent === 'whole' || org.spanOf(edge.fromId)?.to === step.day)
    .map((edge) => violation('org.same_day_order', edge.fromId, step.day, edge.toId))
}

const cell = (level: UnitLevel | undefined): UnitLevel | undefined => (level === 'unassigned' ? 'commune' : level)

function levelChanged(org: OrgIndex, edge: Edge): boolean {
  if (cell(org.levelOf(edge.fromId)) === cell(org.levelOf(edge.toId))) return false
  const atoms = org.eventOf(edge.eventId)?.atoms ?? []
  return !atoms.some((atom) => atom.kind === 'convert-level' || atom.kind === 'abolish-level')
}

function edgeProblems(org: OrgIndex, step: EdgeStep, edge: Edge): readonly Violation[] {
  const { fromId, toId } = edge
  if (fromId === toId) return [violation('org.edge_to_itself', fromId, step.day)]
  if (org.spanOf(fromId) === undefined || org.spanOf(toId) === undefined)
    return [violation('org.edge_unknown', fromId, step.day, toId)]
  const forward = canGive(org, step, fromId) && canReceive(org, step, toId)
  return [
    ...(forward ? [] : [violation('org.edge_backward', fromId, step.day, toId)]),
    ...(levelChanged(org, edge) ? [violation('org.level_changed', fromId, step.day, toId)] : []),
  ]
}

export function edgeViolations(org: OrgIndex): readonly Violation[] {
  const ids = new Set(org.records.events.map((event) => event.id))
  const homeless = org.records.edges
    .filter((edge) => !ids.has(edge.eventId))
    .map((edge) => violation('org.edge_unknown', edge.fromId, null, edge.eventId))
  const inSteps = org.steps.flatMap((step) => [
    ...step.edges.flatMap((edge) => edgeProblems(org, step, edge)),
    ...unordered(org, step),
  ])
  return [...homeless, ...inSteps]
}
