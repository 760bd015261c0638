// The bar that saves what is typed in a part of a conference, with what stands in the way of it.
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { ErrorSummary } from '@kheo/ui/parts/error-summary.tsx'
import { ThumbBar } from '@kheo/ui/parts/page.tsx'
import { t } from '@kheo/ui/text.ts'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import type { MinutesDesk, PlanDesk } from './box-state.tsx'
import { MayEdit } from './words.tsx'

type Desk = PlanDesk | MinutesDesk
type SavedFormProps = {
  readonly desk: Desk
  readonly mayEdit: boolean
  readonly save: string
  /** The words of a box by its path. */
  readonly labelOf: (path: string) => string
  readonly children: ReactNode
}

/** What is typed here is a draft on an older revision, was kept on this machine, or was refused. */
function Notices({ desk }: { readonly desk: Desk }) {
  return (
    <>
      {desk.isStale && (
        <Notice tone="warn" title={t('conferences.stale')} role="alert">
          <p>{t('conferences.stale_help')}</p>
          <Button className="mt-2" onClick={desk.discard}>
            {t('conferences.take_newer')}
          </Button>
        </Notice>
      )}
      {desk.wasRestored && !desk.isStale && (
        <Notice tone="info">
          <span>{t('common.draft_restored')}</span>{' '}
          <Button variant="quiet" onClick={desk.discard}>
            {t('common.draft_drop')}
          </Button>
        </Notice>
      )}
      {desk.refusal !== undefined && (
        <Notice tone="bad" role="alert">
          {desk.refusal}
        </Notice>
      )}
    </>
  )
}

function Bar({ desk, save }: { readonly desk: Desk; readonly save: string }) {
  const [isAsking, setAsking] = useState(false)
  if (!desk.isDirty) return null
  const drop = () => {
    if (isAsking) desk.discard()
    setAsking(!isAsking)
  }
  return (
    <div className="no-print sticky bottom-0 z-20 flex flex-wrap items-center gap-3 bg-[var(--canvas)] sm:border-t sm:border-[var(--line)] sm:py-3">
      <ThumbBar>
        <Button variant="primary" isBusy={desk.isSaving} onClick={() => void desk.save()}>
          {save}
        </Button>
        <Button onClick={drop} onBlur={() => setAsking(false)}>
          {t(isAsking ? 'conferences.drop_sure' : 'conferences.drop_changes')}
        </Button>
      </ThumbBar>
      <output className="text-sm text-[var(--muted)] max-sm:hidden">{t('conferences.unsaved')}</output>
    </div>
  )
}

/** Ctrl+S saves too. */
export function SavedForm({ desk, mayEdit, save, labelOf, children }: SavedFormProps) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || !mayEdit) return
    event.preventDefault()
    if (desk.isDirty) void desk.save()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  const told = Object.entries(desk.errors).map(([name, message]) => ({ name, label: labelOf(name), message }))
  return (
    <MayEdit value={mayEdit}>
      <form noValidate className="grid min-w-0 gap-5" onSubmit={(event) => event.preventDefault()}>
        <Notices desk={desk} />
        <ErrorSummary errors={told} attempt={desk.attempt} />
        <fieldset disabled={!mayEdit} className="grid min-w-0 gap-5">
          {children}
        </fieldset>
        {mayEdit && <Bar desk={desk} save={save} />}
      </form>
    </MayEdit>
  )
}
