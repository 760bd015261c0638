// Which figures are guarded in what leaves the reporting line: those counted by a guarded register, and from how many on they may be shown.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { lawValue } from '@kheo/core/period/law.ts'
import type { GuardedColumn } from '@kheo/core/privacy/unit-table.ts'
import type { World } from '../context.ts'

/** Figures of nations and faiths, for which the office's rule sets a threshold of its own. */
const FAITHS_AND_NATIONS = 'TG'

/** Counts of guarded registers, with the thresholds of a day. What is no whole number is no count of cases and never guarded. */
export function guardedColumns(world: World, day: CalendarDate): GuardedColumn[] {
  const { catalogue, law } = world.catalogue()
  const codes = world.books.flatMap((book) => (book.privacy === 'guarded' ? Object.keys(book.measures as object) : []))
  return [...new Set(codes)].flatMap((code): GuardedColumn[] => {
    const indicator = catalogue.byCode.get(code)
    if (indicator === undefined || indicator.decimals > 0) return []
    const rule = indicator.group === FAITHS_AND_NATIONS ? 'privacy.small-cell.guarded' : 'privacy.small-cell'
    const least = lawValue(law, rule, day)
    return least === undefined ? [] : [{ code, least, time: indicator.time }]
  })
}
