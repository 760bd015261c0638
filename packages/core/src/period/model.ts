// What a reporting period and its regime are. Dates of the law and of offices are data in the regime, never here.

import type { CalendarDate } from '../calendar.ts'
import type { PeriodId } from '../ids.ts'

/** `span` is any from–to window (thematic reports, conference to conference); it is typed in, not generated. */
export type PeriodKind = 'month' | 'quarter' | 'half' | 'nine-months' | 'year' | 'span'
export type RegularKind = Exclude<PeriodKind, 'span'>

/** Kỳ báo cáo. All days inclusive. `startOn ≤ endOn`; the due day may fall before the end (reports with estimates). */
export type Period = {
  readonly id: PeriodId
  readonly regime: string
  readonly kind: PeriodKind
  readonly year: number
  /** Which one in its year: month 1–12, quarter 1–4, half 1–2; 1 for the rest. */
  readonly number: number
  readonly title: string
  readonly startOn: CalendarDate
  readonly endOn: CalendarDate
  /** Ngày chốt số liệu. */
  readonly cutoffOn: CalendarDate
  /** Hạn gửi báo cáo. */
  readonly dueOn: CalendarDate
}

/** A day of a month counted from the first or last nominal month of the period, or a number of days after its end. */
export type DayRule =
  | { readonly from: 'first-month' | 'last-month'; readonly months: number; readonly day: number | 'last' }
  | { readonly from: 'end'; readonly days: number }

export type RegimeRule = {
  readonly kind: RegularKind
  /** The ones of the year that exist in this regime, such as quarters 1 and 3. Default: all. */
  readonly numbers?: readonly number[]
  readonly start: DayRule
  readonly end: DayRule
  readonly cutoff: DayRule
  readonly due: DayRule
}

/** Chế độ báo cáo về thời gian. */
export type Regime = {
  readonly code: string
  readonly title: string
  readonly valid_from: string
  readonly source: string
  readonly note?: string
  readonly rules: readonly RegimeRule[]
}
