// Sentences of refusal, news.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { NewsProblem } from './problems.ts'

export const sentences = {
  'news.article_not_found': () => 'The unit has no such article. Open it again from the list of news.',
  'news.stale': (p) =>
    `“${p.title}” has just been saved as revision ${p.rev} by ${p.by}. Load it again, compare, and save your part.`,
  'news.empty_body': (p) => `“${p.title}” has no paragraph below its lead. Write at least one before publishing.`,
  'news.published_already': (p) => `“${p.title}” is public exactly as it stands; there is nothing new to publish.`,
  'news.not_published': (p) => `“${p.title}” is not public, so there is nothing to withdraw.`,
  'news.day_ahead': (p) =>
    `“${p.title}” tells of ${viDate(calendarDate(p.day))}, a day still to come. News is published once the event has taken place; check the day.`,
  'news.conference_not_held': (p) =>
    `“${p.title}” has not been recorded as held in the register of conferences. Record that step first; news is written afterwards.`,
} satisfies Sentences<NewsProblem>
