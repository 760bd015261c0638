// What this room adds to a task's page in its register; loaded when first shown.
import type { EntryView } from '@kheo/kit/register/contract.ts'
import type { RegisterParts } from '@kheo/ui/register/room.ts'
import { lazy, Suspense } from 'react'

const Shares = lazy(async () => ({ default: (await import('./task-shares.tsx')).TaskShares }))

export const taskParts: RegisterParts = {
  underFacts: ({ entry }: { readonly entry: EntryView }) => (
    <Suspense>
      <Shares entry={entry} />
    </Suspense>
  ),
}
