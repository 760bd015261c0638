// What a broken invariant looks like: plain data, one code for each way to break one. No sentences.
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'

export const VIOLATION_INVARIANTS = {
  'org.version_gap': 1,
  'org.version_overlap': 1,
  'org.version_reversed': 1,
  'org.version_missing': 1,
  'org.parent_missing': 2,
  'org.parent_unknown': 2,
  'org.parent_not_alive': 2,
  'org.parent_level': 2,
  'org.unassigned_kind': 2,
  'org.end_without_edge': 3,
  'org.start_without_edge': 3,
  'org.whole_edge_unit_lives_on': 3,
  'org.shares_sum': 4,
  'org.share_range': 4,
  'org.share_of_unknown_edge': 4,
  'org.remainder_count': 4,
  'org.edge_unknown': 5,
  'org.edge_backward': 5,
  'org.edge_to_itself': 5,
  'org.same_day_order': 5,
  'org.level_changed': 6,
  'org.code_clash': 7,
} as const
export type ViolationCode = keyof typeof VIOLATION_INVARIANTS

export interface Violation {
  readonly invariant: (typeof VIOLATION_INVARIANTS)[ViolationCode]
  readonly code: ViolationCode
  readonly unitId: UnitId
  readonly day: CalendarDate | null
  /** The other party: a parent, a target unit, an event, a code, a basis. Empty when there is none. */
  readonly other: string
}

export const violation = (code: ViolationCode, unitId: UnitId, day: CalendarDate | null, other = ''): Violation => ({
  invariant: VIOLATION_INVARIANTS[code],
  code,
  unitId,
  day,
  other,
})
