// Half-open spans of days and the grouping of rows by key: small tools of the org folder, nothing about units.
import type { CalendarDate } from '../calendar.ts'

export interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** True on `from`, false on `to`. */
export const covers = (span: Span, day: CalendarDate): boolean =>
  span.from <= day && (span.to === null || day < span.to)

export const byFrom = (a: Span, b: Span): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

export function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const k = key(row)
    const group = groups.get(k)
    if (group === undefined) groups.set(k, [row])
    else group.push(row)
  }
  return groups
}
