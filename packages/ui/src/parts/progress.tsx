// Signs of work under way. Nothing here measures the work.
import { t } from '../text.ts'

export const Spinner = () => <span className="spinner shrink-0" aria-hidden="true" />

/** Said after a moment, so that quick answers do not flicker. */
export function Loading({ what }: { readonly what?: string }) {
  return (
    <output className="flex items-center gap-3 py-6 text-[var(--muted)]">
      <Spinner />
      {what ?? t('common.loading')}
    </output>
  )
}

type ProgressProps = { readonly label: string; readonly done: number; readonly all: number }

/** How much of `all` is done, as a bar with its figures in words beside it. */
export function Progress({ label, done, all }: ProgressProps) {
  return <progress aria-label={label} max={Math.max(all, 1)} value={done} className="progress" />
}
