// A life as a line of steps, oldest first: what, when, by whom, and what was said.
import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'

export type Moment = {
  readonly key: string | number
  readonly title: string
  readonly when: string
  readonly who?: string
  readonly tone?: Tone
  readonly body?: ReactNode
  /** It was taken back: still readable, no longer standing. */
  readonly isStruck?: boolean
}

export function Timeline({ label, moments }: { readonly label: string; readonly moments: readonly Moment[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {moments.map((moment, index) => (
        <li
          key={moment.key}
          className={`tone-${moment.tone ?? 'info'} ${index === moments.length - 1 ? 'is-last' : ''}`}
        >
          <p className="font-medium">{moment.isStruck === true ? <s>{moment.title}</s> : moment.title}</p>
          <p className="text-sm text-[var(--muted)]">
            {moment.when}
            {moment.who !== undefined && moment.who !== '' && ` · ${moment.who}`}
          </p>
          {moment.body !== undefined && <div className="mt-1 text-sm">{moment.body}</div>}
        </li>
      ))}
    </ol>
  )
}
