// Shapes of news articles as they travel: a draft of an office, what of it is public, and the photographs it asks for.
import { endpoint } from '@kheo/kit/endpoint.ts'
import { CommandId, Day, Line, Nothing, Page, UnitRef, Words } from '@kheo/kit/shapes.ts'
import { z } from 'zod'

/** Drafted and never shown; shown to the public; shown once and taken back. */
export const ArticleState = z.enum(['drafted', 'published', 'withdrawn'])
export type ArticleState = z.infer<typeof ArticleState>

const MOST_PARAGRAPHS = 40
const MOST_CAPTIONS = 20

const Title = Line.pipe(z.string().min(1).max(300))
const Lead = Words.pipe(z.string().min(1))
const Paragraph = Words.pipe(z.string().min(1))
const Caption = Line.pipe(z.string().min(1))

/** What is written: the day is that of the event, captions are of photographs still to be taken or chosen. */
export const ArticleText = z.object({
  day: Day,
  title: Title,
  lead: Lead,
  paragraphs: z.array(Paragraph).max(MOST_PARAGRAPHS),
  captions: z.array(Caption).max(MOST_CAPTIONS),
})
export type ArticleText = z.infer<typeof ArticleText>

const ArticleRow = z.object({
  id: z.string(),
  day: z.string(),
  title: z.string(),
  state: ArticleState,
  /** True when the public still reads an earlier wording. */
  isChanged: z.boolean(),
  slug: z.string().nullable(),
  savedAt: z.string(),
  savedTitle: z.string(),
})
export type ArticleRow = z.infer<typeof ArticleRow>

const ArticleStep = z.object({
  kind: z.enum(['published', 'withdrawn']),
  at: z.string(),
  title: z.string(),
  reason: z.string().nullable(),
})

const ArticleView = ArticleRow.extend({
  unit: z.string(),
  unitName: z.string(),
  conference: z.string().nullable(),
  rev: z.number(),
  text: ArticleText,
  steps: z.array(ArticleStep),
  mayEdit: z.boolean(),
  mayPublish: z.boolean(),
})
export type ArticleView = z.infer<typeof ArticleView>

const ArticleKey = z.object({ unit: UnitRef, id: z.uuid() })
const Saved = z.object({ id: z.string(), rev: z.number() })
const writers = { roles: ['compiler', 'editor'] } as const
const editors = { roles: ['editor'] } as const

export const news = {
  list: endpoint({
    method: 'GET',
    path: '/news',
    summary: 'Articles of a unit, newest event first, fifty a page',
    access: 'signed-in',
    query: z.object({ unit: UnitRef, page: Page }),
    body: Nothing,
    answer: z.object({ rows: z.array(ArticleRow), count: z.number(), mayEdit: z.boolean() }),
  }),
  draft: endpoint({
    method: 'GET',
    path: '/news/draft',
    summary:
      'An article drafted from the record of a conference that was held, and the article it already has; nothing is kept',
    access: writers,
    query: z.object({ unit: UnitRef, conference: z.uuid() }),
    body: Nothing,
    answer: z.object({ text: ArticleText, existing: z.string().nullable() }),
  }),
  view: endpoint({
    method: 'GET',
    path: '/news/article',
    summary: 'One article with its steps and what may be done with it',
    access: 'signed-in',
    query: ArticleKey,
    body: Nothing,
    answer: ArticleView,
  }),
  save: endpoint({
    method: 'POST',
    path: '/news/save',
    summary: 'Write an article, or write it anew on the revision that was read; what is public stays as it is',
    access: writers,
    query: Nothing,
    body: z.object({
      commandId: CommandId,
      unit: UnitRef,
      /** Null for a new article. */
      id: z.uuid().nullable(),
      baseRev: z.number().int().min(0),
      /** The conference it tells of; read of a new article only. */
      conference: z.uuid().nullable(),
      text: ArticleText,
    }),
    answer: Saved,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/news/publish',
    summary: 'Show an article to the public as it stands on this revision; again after a change',
    access: editors,
    query: Nothing,
    body: ArticleKey.extend({ commandId: CommandId, baseRev: z.number().int().min(1) }),
    answer: z.object({ id: z.string(), slug: z.string() }),
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/news/withdraw',
    summary: 'Take an article off the public pages, with the reason',
    access: editors,
    query: Nothing,
    body: ArticleKey.extend({ commandId: CommandId, reason: Line.pipe(z.string().min(3)) }),
    answer: z.object({ id: z.string() }),
  }),
}
