// A screen that stands on one answer: while it is missing, the screen still has a title and says why.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { t } from '../text.ts'
import { Answer, Failure } from './empty.tsx'
import { Page } from './page.tsx'

type ScreenAnswerProps<T> = { readonly of: UseQueryResult<T>; readonly children: (answer: T) => ReactNode }

export function ScreenAnswer<T>({ of, children }: ScreenAnswerProps<T>) {
  if (of.isError && of.data === undefined)
    return (
      <Page title={t('common.failed_screen')}>
        <Failure error={of.error} onRetry={() => void of.refetch()} />
      </Page>
    )
  return <Answer of={of}>{children}</Answer>
}
