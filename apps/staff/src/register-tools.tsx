// What the screens of all registers need from the rooms, given once around every screen. Each part is loaded when first shown.
import { nameOf, useCatalogue } from '@kheo/features/indicators/catalogue.tsx'
import { WithLaw } from '@kheo/features/law/with-law.tsx'
import { registers } from '@kheo/features/registers/list.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import {
  type AttachmentsProps,
  type RegisterTools,
  RegisterToolsProvider,
  type SavedViewsProps,
  type UnitPickProps,
} from '@kheo/ui/register/tools.tsx'
import { lazy, type ReactNode, Suspense } from 'react'

const LazyPicker = lazy(async () => ({ default: (await import('@kheo/features/org/unit-picker.tsx')).UnitPicker }))
const LazyViews = lazy(async () => ({ default: (await import('@kheo/features/people/saved-views.tsx')).SavedViews }))
const LazyFiles = lazy(async () => ({ default: (await import('@kheo/features/files/entry-files.tsx')).EntryFiles }))

function IndicatorName({ code }: { readonly code: string }) {
  const { today } = useDesk()
  const { byCode } = useCatalogue(today)
  return nameOf(byCode.get(code))
}

const tools: RegisterTools = {
  UnitPicker: (props: UnitPickProps) => (
    <Suspense>
      <LazyPicker {...props} />
    </Suspense>
  ),
  SavedViews: (props: SavedViewsProps) => (
    <Suspense>
      <LazyViews {...props} />
    </Suspense>
  ),
  Attachments: (props: AttachmentsProps) => (
    <Suspense>
      <LazyFiles {...props} />
    </Suspense>
  ),
  IndicatorName,
  registerOf: (code) => registers.find((it) => it.code === code),
  WithLaw,
}

export const Tools = ({ children }: { readonly children: ReactNode }) => (
  <RegisterToolsProvider value={tools}>{children}</RegisterToolsProvider>
)
