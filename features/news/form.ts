// The article as it is typed: paragraphs apart by an empty line, captions one a line. Shared with the browser, pure.
import { z } from 'zod'
import { ArticleText } from './schema.ts'

const parts = (text: string, apart: RegExp): string[] =>
  text
    .split(apart)
    .map((part) => part.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((part) => part !== '')

const { day, title, lead, paragraphs, captions } = ArticleText.shape

/** What the boxes of the form hold, checked as the server checks it. */
export const ArticleForm = z.object({
  day,
  title,
  lead,
  paragraphs: z
    .string()
    .transform((text) => parts(text, /\n[ \t]*\n/))
    .pipe(paragraphs),
  captions: z
    .string()
    .transform((text) => parts(text, /\n/))
    .pipe(captions),
})
export type ArticleTyped = z.input<typeof ArticleForm>

export const typedOf = (text: ArticleText): ArticleTyped => ({
  ...text,
  paragraphs: text.paragraphs.join('\n\n'),
  captions: text.captions.join('\n'),
})

export const emptyTyped = (today: string): ArticleTyped => ({
  day: today,
  title: '',
  lead: '',
  paragraphs: '',
  captions: '',
})

/** Words of what the public would read, as an editor counts them. */
export const wordCount = ({ lead: first, paragraphs: rest }: Pick<ArticleTyped, 'lead' | 'paragraphs'>): number =>
  `${first} ${rest}`.split(/\s+/u).filter((word) => word !== '').length
