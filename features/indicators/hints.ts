// The words by which figures of a text are known for indicators, made ready for a day.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { parseHints, type ReadyHints, readyHints } from '@kheo/reader/indicators/hints.ts'
import type { CatalogueView } from './view.ts'

const prepared = new WeakMap<CatalogueView, Map<CalendarDate, ReadyHints>>()

/** Words of the catalogue made ready for a day, remembered for as long as the catalogue stands. */
export function hintsOn(view: CatalogueView, day: CalendarDate): ReadyHints {
  const known = prepared.get(view) ?? new Map<CalendarDate, ReadyHints>()
  prepared.set(view, known)
  const held = known.get(day)
  if (held !== undefined) return held
  const parsed = parseHints(view.readingHints ?? [], (code) => view.catalogue.byCode.has(code))
  const ready = readyHints(parsed.ok ? parsed.value : [], view.catalogue, day)
  known.set(day, ready)
  return ready
}
