// Which events stand: an event is void when a standing event annuls it. Not the recording of an annulment.
import type { OrgEvent } from './model.ts'

/** Ids of the events that stand. Annulling an annulment restores the first event. Two events that annul each other both fall. */
export function standingEvents(events: readonly OrgEvent[]): ReadonlySet<string> {
  const annullers = new Map<string, string[]>()
  for (const { id, annuls } of events)
    if (annuls !== undefined) annullers.set(annuls, [...(annullers.get(annuls) ?? []), id])
  const known = new Map<string, boolean>()
  const stands = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, true) // cuts a loop of annulments
    const result = !(annullers.get(id) ?? []).some(stands)
    known.set(id, result)
    return result
  }
  return new Set(events.filter((event) => stands(event.id)).map((event) => event.id))
}
