// What this room adds to the screens of its register; each part is loaded when first shown, while the rest of the screen stands.
import type { EntryView } from '@kheo/kit/register/contract.ts'
import type { RegisterParts, UnderFieldProps } from '@kheo/ui/register/room.ts'
import { lazy, Suspense } from 'react'

const Similar = lazy(async () => ({ default: (await import('./similar-models.tsx')).SimilarModels }))
const Under = lazy(async () => ({ default: (await import('./under-model.tsx')).UnderModel }))

export const modelParts: RegisterParts = {
  underField: {
    name: (props: UnderFieldProps) => (
      <Suspense>
        <Similar {...props} />
      </Suspense>
    ),
  },
  underFacts: ({ entry }: { readonly entry: EntryView }) => (
    <Suspense>
      <Under entry={entry} />
    </Suspense>
  ),
}
