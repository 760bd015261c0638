// What is said when a command about a conference is refused, and what deserves a look.
import type { Sentences } from '@kheo/kit/problem.ts'
import { MISSING_WORDS, paperRoles } from './papers/index.ts'
import type { ConferenceProblem, ConferenceWarning } from './problems.ts'

export const warningWords: Sentences<ConferenceWarning> = {
  'speeches-too-long': (w) =>
    `The papers to be read take ${w.minutes} minutes, the programme gives ${w.given}. Read fewer, or give more time.`,
  'speeches-missing': (w) => `${w.count} papers are past their day and have not come.`,
  'reports-missing': (w) => `${w.count} reports are past their day and have not come.`,
  'invitation-late': (w) => `Invitations had to go out by ${w.dueOn} and are not issued yet.`,
  'on-day-off': (w) => `${w.day} is a day off. Check the day.`,
  'after-noon': (w) => `The programme lasts until ${w.endsAt}, past the noon break. Shorten it, or add a break.`,
}

export const sentences = {
  'conference.not_found': () => 'The register has no such conference, or it was struck out or belongs to another unit.',
  'conference.no_plan': () => 'This conference has no plan yet. Save a plan first.',
  'conference.plan_stale': (p) => `${p.by} saved this plan while you were editing (revision ${p.rev}). Open it again.`,
  'conference.minutes_stale': (p) =>
    `${p.by} saved the minutes while you were editing (revision ${p.rev}). Open them again.`,
  'conference.aisle_outside': (p) => `The aisle lies outside the row: a row has ${p.seats} seats.`,
  'conference.speaking_order_twice': (p) => `Two papers have the speaking order ${p.order}.`,
  'conference.point_in_use': (p) => `Point ${p.point} still has ${p.guests} delegates. Move them first.`,
  'conference.point_unknown': (p) => `The plan has no point ${p.point}.`,
  'conference.earlier_is_itself': () => 'The earlier conference must be another one.',
  'conference.nothing_to_invite': () =>
    'There is nobody to invite from there. Choose another source, or type the list.',
  'conference.line_unreadable': (p) => `Line ${p.line} (“${p.text}”) cannot be read. A line is: post; body; group.`,
  'conference.too_many_guests': (p) => `A conference holds at most ${p.most} guests. Shorten the list.`,
  'conference.guest_not_found': () =>
    'There is no such guest on the unit’s list. Check the code on the invitation, or load the list again.',
  'conference.guest_came_already': (p) => `${p.post} was noted as present and stays on the list. Undo that first.`,
  'conference.hall_too_small': (p) => `${p.people} people need a seat and the hall has ${p.seats}.`,
  'conference.seat_outside': (p) => `The hall has no seat ${p.seat} in row ${p.row}.`,
  'conference.seat_duplicate': (p) => `Seat ${p.seat} in row ${p.row} was given to another guest by hand.`,
  'conference.not_yet_day': (p) =>
    `The conference is on ${p.day}; attendance cannot be noted before. If it was brought forward, correct the day in the register.`,
  'conference.cancelled_already': (p) =>
    `“${p.title}” was cancelled and stays as it is. If that was a mistake, take the step back in the register.`,
  'conference.not_held': () => 'The conference was not recorded as held, so its conclusions cannot be assigned.',
  'conference.no_conclusions': () => 'There are no conclusions to assign.',
  'conference.notice_missing': () =>
    'The notice of conclusions has no number and day yet. Issue it, or give both by hand.',
  'conference.conclusion_assigned_already': (p) =>
    `Conclusion ${p.seq} (“${p.content}”) became a task and keeps its words. Extend or cancel it in the register of tasks.`,
  'conference.paper_not_ready': (p) =>
    `“${paperRoles[p.role][1]}” still lacks: ${p.lacks.map((part) => MISSING_WORDS[part][1]).join('; ')}.`,
  'conference.entry_unfit': (p) => `Conclusion ${p.conclusion} cannot be assigned: ${p.says[1]}`,
} satisfies Sentences<ConferenceProblem>
