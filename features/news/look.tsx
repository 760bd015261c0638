// How an article looks: its state as a badge, its wording as the public would read it.
import { pathTo } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { t } from '@kheo/ui/text.ts'
import type { ArticleRow, ArticleState, ArticleText } from './schema.ts'

/** Stands in the address for an article that is not saved yet. */
export const NEW = 'moi'
/** The search value that names the conference an article is drafted from. */
export const CONFERENCE = 'hoi-nghi'

export const LIST_PATH = '/tin-bai'
export const articlePath = (unit: string, id: string): string => pathTo(LIST_PATH, unit, id)

const TONES: Readonly<Record<ArticleState, Tone>> = { drafted: 'plain', published: 'good', withdrawn: 'warn' }

export function ArticleBadges({ of }: { readonly of: Pick<ArticleRow, 'state' | 'isChanged'> }) {
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={TONES[of.state]}>{t(`news.state_${of.state}`)}</Badge>
      {of.isChanged && <Badge tone="warn">{t('news.changed')}</Badge>}
    </span>
  )
}

type SheetProps = {
  readonly text: Pick<ArticleText, 'day' | 'title' | 'lead' | 'paragraphs'>
  readonly unitName: string
}

/** What the public reads; the words are Vietnamese whatever language the screen speaks. */
export function ArticleSheet({ text, unitName }: SheetProps) {
  return (
    <article className="card grid max-w-3xl gap-3" lang="vi">
      <h2>{text.title}</h2>
      <p className="text-sm text-[var(--muted)]">
        {unitName} · <time dateTime={text.day}>{showDay(text.day)}</time>
      </p>
      <p className="font-semibold">{text.lead}</p>
      {text.paragraphs.map((paragraph, at) => (
        // Paragraphs have no identity beyond their place.
        <p key={`${at}-${paragraph.slice(0, 20)}`}>{paragraph}</p>
      ))}
    </article>
  )
}
