// Sentences of refusal, law.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { LawProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))
const number = (value: number): string => formatNumber(value, { decimals: 6 })

export const sentences = {
  'law.parameter_not_found': (p) => `There is no rule "${p.parameter}". Choose one from the list.`,
  'law.before_existing': (p) =>
    `"${p.parameter}" already has a value from ${day(p.startsOn)}, after ${day(p.day)}. A new value must begin after that day; to correct one that was entered, choose the very day on which it begins.`,
  'law.source_missing': (p) => `"${p.about}" has no source. Name the document, in at least 3 characters.`,
  'law.value_out_of_bounds': (p) =>
    `"${p.parameter}" cannot be ${number(p.value)}. It must be ${p.isWhole ? 'a whole number ' : ''}from ${number(p.least)} to ${number(p.most)}.`,
  'law.stale_revision': () =>
    'Somebody else has just changed this rule. Load the list again, look at the value in force, and enter yours if it is still needed.',
  'law.holiday_name_missing': (p) => `${day(p.day)} has no name of the holiday, or reason for the make-up day.`,
  'law.make_up_on_weekday': (p) =>
    `${day(p.day)} is neither a Saturday nor a Sunday, so it cannot be a make-up day. Check the day.`,
  'law.holiday_not_found': (p) => `${day(p.day)} is an ordinary day; there is nothing to withdraw.`,
} satisfies Sentences<LawProblem>
