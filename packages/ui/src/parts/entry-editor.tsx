// The page around the form of a register entry: draft, summary of errors, saving, refusals. Fields are the room's.
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { useAddress } from '../address.tsx'
import { isRefused, messageOf } from '../server.ts'
import { t } from '../text.ts'
import type { useForm } from '../use-form.ts'
import { useLeaveGuard } from '../use-leave-guard.ts'
import { Notice } from './badge.tsx'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Page, ThumbBar } from './page.tsx'

type EntryEditorProps<V extends object, O> = {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly form: ReturnType<typeof useForm<V, O>>
  readonly labelOf: (name: string) => string
  readonly confirm: string
  /** Saves and answers where to go next. @throws CallRefused */
  readonly onSave: (value: O) => Promise<string>
  readonly children: ReactNode
}

export function EntryEditor<V extends object, O>({
  title,
  back,
  form,
  labelOf,
  confirm,
  onSave,
  children,
}: EntryEditorProps<V, O>) {
  const { go } = useAddress()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useLeaveGuard(form.isDirty && !isBusy)
  const save = async (value: O) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const to = await onSave(value)
      form.forget()
      go(to)
    } catch (error) {
      if (isRefused(error) && error.issues.length > 0) form.refuseBy(error.issues)
      else setProblem(messageOf(error))
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = form.check()
    if (value !== undefined && !isBusy) void save(value)
  }
  const errors = Object.entries(form.errors).map(([name, message]) => ({ name, label: labelOf(name), message }))
  return (
    <Page title={title} back={back}>
      <form noValidate className="grid max-w-3xl gap-5" onSubmit={submit}>
        {form.wasRestored && (
          <Notice tone="info">
            {t('common.draft_restored')}{' '}
            <Button variant="quiet" onClick={form.reset}>
              {t('common.draft_drop')}
            </Button>
          </Notice>
        )}
        <ErrorSummary errors={errors} attempt={form.attempt} />
        {children}
        {problem !== undefined && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <ThumbBar>
            <Button type="submit" variant="primary" isBusy={isBusy}>
              {confirm}
            </Button>
          </ThumbBar>
          <span className="text-sm text-[var(--muted)]">{t('common.draft_kept')}</span>
        </div>
      </form>
    </Page>
  )
}
