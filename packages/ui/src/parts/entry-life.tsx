// Beside a register entry: its line of steps, what may come next, and its revisions.
import type { ReactNode } from 'react'
import { showInstant } from '../format.ts'
import { t } from '../text.ts'
import { Button } from './button.tsx'
import { type Moment, Timeline } from './timeline.tsx'

type EntryLifeProps<K extends string> = {
  readonly title: string
  readonly moments: readonly Moment[]
  readonly nextTitle: string
  readonly next: readonly { readonly kind: K; readonly label: string }[]
  readonly onNext: (kind: K) => void
  readonly revisions: readonly { readonly rev: number; readonly at: string; readonly by: string }[]
  /** Stands after what may come next. */
  readonly children?: ReactNode
}

export function EntryLife<K extends string>({
  title,
  moments,
  nextTitle,
  next,
  onNext,
  revisions,
  children,
}: EntryLifeProps<K>) {
  return (
    <aside className="grid content-start gap-4" aria-label={title}>
      <section className="card grid gap-3">
        <h2>{title}</h2>
        <Timeline label={title} moments={moments} />
      </section>
      {next.length > 0 && (
        <section className="card no-print grid gap-3">
          <h2>{nextTitle}</h2>
          <div className="flex flex-wrap gap-2">
            {next.map(({ kind, label }) => (
              <Button key={kind} onClick={() => onNext(kind)}>
                {label}
              </Button>
            ))}
          </div>
        </section>
      )}
      {children}
      <details className="card">
        <summary className="min-h-[var(--target)] font-medium">{t('common.view_history')}</summary>
        <ul className="grid gap-1 text-sm">
          {revisions.map((revision) => (
            <li key={revision.rev}>
              {t('common.revision', { rev: revision.rev })}: {showInstant(revision.at)} · {revision.by}
            </li>
          ))}
        </ul>
      </details>
    </aside>
  )
}
