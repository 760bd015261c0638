// A state as a word with a shape: colour only repeats what they say.
import type { ReactNode } from 'react'

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plain'

const SHAPE: Readonly<Record<Tone, string>> = { good: '✓', warn: '▲', bad: '✕', info: '●', plain: '○' }

type BadgeProps = { readonly tone: Tone; readonly children: ReactNode; readonly shape?: string }

export function Badge({ tone, children, shape }: BadgeProps) {
  return (
    <span className={`badge tone-${tone}`}>
      <span aria-hidden="true">{shape ?? SHAPE[tone]}</span>
      {children}
    </span>
  )
}

type NoticeProps = {
  readonly tone: Tone
  readonly title?: string
  readonly children?: ReactNode
  readonly role?: 'alert' | 'status'
}

/** A message that stands in the page. */
export function Notice({ tone, title, children, role }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`} role={role}>
      {title !== undefined && (
        <p className="font-semibold">
          <span aria-hidden="true">{SHAPE[tone]} </span>
          {title}
        </p>
      )}
      {children}
    </div>
  )
}
