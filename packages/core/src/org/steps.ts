// Edges in the order in which they take effect, one step for each day and ordinal. Order only; shares are read elsewhere.
import type { CalendarDate } from '../calendar.ts'
import type { Edge, OrgEvent } from './model.ts'
import { groupBy } from './span.ts'

export interface EdgeStep {
  readonly day: CalendarDate
  readonly ordinal: number
  readonly edges: readonly Edge[]
}

/** Edges whose event is unknown are left out. */
export function edgeSteps(edges: readonly Edge[], events: ReadonlyMap<string, OrgEvent>): readonly EdgeStep[] {
  const byDay = groupBy(edges, (edge) => events.get(edge.eventId)?.effectiveOn)
  const steps: EdgeStep[] = []
  for (const [day, dayEdges] of byDay) {
    if (day === undefined) continue
    for (const [ordinal, stepEdges] of groupBy(dayEdges, (edge) => edge.ordinal))
      steps.push({ day, ordinal, edges: stepEdges })
  }
  return steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.ordinal - b.ordinal))
}
