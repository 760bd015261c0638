// What stands where nothing stands yet, and where a request failed.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { messageOf } from '../server.ts'
import { t } from '../text.ts'
import { Notice } from './badge.tsx'
import { Button } from './button.tsx'
import { Loading } from './progress.tsx'

type EmptyProps = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="card grid justify-items-start gap-3 py-8">
      <p className="font-semibold">{title}</p>
      {children !== undefined && <div className="text-[var(--muted)]">{children}</div>}
      {action}
    </div>
  )
}

export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <Notice tone="bad" title={t('common.failed')} role="alert">
      <p>{messageOf(error)}</p>
      <Button className="mt-3" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </Notice>
  )
}

type AnswerProps<T> = { readonly of: UseQueryResult<T>; readonly children: (answer: T) => ReactNode }

/** The three faces of a question to the server: waiting, failed (with a retry), answered. */
export function Answer<T>({ of, children }: AnswerProps<T>) {
  if (of.data !== undefined)
    return (
      <>
        {of.isError && <Failure error={of.error} onRetry={() => void of.refetch()} />}
        {children(of.data)}
      </>
    )
  if (of.isError) return <Failure error={of.error} onRetry={() => void of.refetch()} />
  return <Loading />
}
