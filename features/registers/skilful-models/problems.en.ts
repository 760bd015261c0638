// Refusals in English, scoring a model.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ScoreProblem } from './problems.ts'

const on = (day: string): string => viDate(calendarDate(day))

export const sentences = {
  'score.no_sheet': (p) =>
    `No scoring sheet is in force on ${on(p.day)}. Check the day, or ask the administrator to add a sheet.`,
  'score.sheet_stale': (p) =>
    `The scoring sheet in force on ${on(p.day)} is not the one that is open. Open the sheet again and score.`,
  'score.wrong_points': (p) => p.says.map((words) => words[1]).join(' '),
  'score.stale': (p) =>
    `${p.by} has just scored this model, for ${on(p.day)}. Load the page again and look at those points first.`,
  'score.before_registration': (p) =>
    `The day of scoring, ${on(p.day)}, is before the model was registered (${on(p.registeredOn)}). Check the day.`,
} satisfies Sentences<ScoreProblem>
