// Refusals and warnings about conferences.
import type { PaperRole } from './facts.ts'
import type { MissingPart } from './papers/index.ts'

export type ConferenceProblem =
  | { readonly code: 'conference.not_found' }
  | { readonly code: 'conference.no_plan' }
  | { readonly code: 'conference.plan_stale'; readonly rev: number; readonly by: string }
  | { readonly code: 'conference.minutes_stale'; readonly rev: number; readonly by: string }
  | { readonly code: 'conference.aisle_outside'; readonly seats: number }
  | { readonly code: 'conference.speaking_order_twice'; readonly order: number }
  | { readonly code: 'conference.point_in_use'; readonly point: number; readonly guests: number }
  | { readonly code: 'conference.point_unknown'; readonly point: number }
  | { readonly code: 'conference.earlier_is_itself' }
  | { readonly code: 'conference.nothing_to_invite' }
  | { readonly code: 'conference.line_unreadable'; readonly line: number; readonly text: string }
  | { readonly code: 'conference.too_many_guests'; readonly most: number }
  | { readonly code: 'conference.guest_not_found' }
  | { readonly code: 'conference.guest_came_already'; readonly post: string }
  | { readonly code: 'conference.hall_too_small'; readonly people: number; readonly seats: number }
  | { readonly code: 'conference.seat_outside'; readonly row: number; readonly seat: number }
  | { readonly code: 'conference.seat_duplicate'; readonly row: number; readonly seat: number }
  | { readonly code: 'conference.not_yet_day'; readonly day: string }
  | { readonly code: 'conference.cancelled_already'; readonly title: string }
  | { readonly code: 'conference.not_held' }
  | { readonly code: 'conference.no_conclusions' }
  | { readonly code: 'conference.notice_missing' }
  | { readonly code: 'conference.conclusion_assigned_already'; readonly seq: number; readonly content: string }
  | { readonly code: 'conference.paper_not_ready'; readonly role: PaperRole; readonly lacks: readonly MissingPart[] }
  | { readonly code: 'conference.entry_unfit'; readonly conclusion: number; readonly says: readonly [string, string] }

/** Why a hall cannot be seated. */
export type SeatingProblem = Extract<
  ConferenceProblem,
  { readonly code: 'conference.hall_too_small' | 'conference.seat_outside' | 'conference.seat_duplicate' }
>

/** What is worth a look, and hinders nothing. */
export type ConferenceWarning =
  | { readonly code: 'speeches-too-long'; readonly minutes: number; readonly given: number }
  | { readonly code: 'speeches-missing'; readonly count: number }
  | { readonly code: 'reports-missing'; readonly count: number }
  | { readonly code: 'invitation-late'; readonly dueOn: string }
  | { readonly code: 'on-day-off'; readonly day: string }
  | { readonly code: 'after-noon'; readonly endsAt: string }
