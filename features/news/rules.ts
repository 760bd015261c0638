// Decisions on an article: its address, its state, whether it may be shown. Pure.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { NewsProblem } from './problems.ts'
import type { ArticleState } from './schema.ts'

const MOST_SLUG = 80
const TAIL = 6

/** The article's address on the public pages: words of its title and the end of its id, so that two of one title differ. */
export function slugOf(title: string, id: string): string {
  const words = foldVietnamese(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const cut =
    words.length <= MOST_SLUG
      ? words
      : words
          .slice(0, MOST_SLUG + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, MOST_SLUG)
  const tail = id.replaceAll('-', '').slice(-TAIL)
  return cut === '' ? tail : `${cut}-${tail}`
}

export type StepTaken = { readonly kind: 'published' | 'withdrawn'; readonly rev: number }

/** The state that steps in order of time have led to, and the revision that the public reads (null when none). */
export function stateOf(steps: readonly StepTaken[]): { state: ArticleState; shownRev: number | null } {
  const last = steps.at(-1)
  if (last === undefined) return { state: 'drafted', shownRev: null }
  return last.kind === 'published' ? { state: 'published', shownRev: last.rev } : { state: 'withdrawn', shownRev: null }
}

type Judged = {
  readonly title: string
  readonly day: string
  readonly paragraphs: readonly string[]
  readonly rev: number
  readonly steps: readonly StepTaken[]
}

/** Why an article may not be published on a day; null when it may. */
export function publishProblem({ title, day, paragraphs, rev, steps }: Judged, today: string): NewsProblem | null {
  if (paragraphs.length === 0) return { code: 'news.empty_body', title }
  if (day > today) return { code: 'news.day_ahead', title, day }
  if (stateOf(steps).shownRev === rev) return { code: 'news.published_already', title }
  return null
}
