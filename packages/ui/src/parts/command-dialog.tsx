// A dialog that sends one command: names the consequence, shows a refusal in place, cannot be sent twice.
import { type FormEvent, type ReactNode, useState } from 'react'
import { messageOf } from '../server.ts'
import { t } from '../text.ts'
import { Notice } from './badge.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type CommandDialogProps = {
  readonly title: string
  /** What will be so afterwards. */
  readonly consequence: ReactNode
  readonly confirm: string
  readonly variant?: 'primary' | 'danger'
  readonly onClose: () => void
  /** Resolves when done; a thrown refusal is shown. Return a sentence to refuse before sending. */
  readonly onConfirm: () => Promise<string | undefined>
  /** The caller shows a further step itself. */
  readonly staysOpen?: boolean
  readonly children?: ReactNode
}

export function CommandDialog({
  title,
  consequence,
  confirm,
  variant = 'primary',
  staysOpen = false,
  onClose,
  onConfirm,
  children,
}: CommandDialogProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const refusal = await onConfirm()
      if (refusal === undefined) return staysOpen ? undefined : onClose()
      setProblem(refusal)
    } catch (error) {
      setProblem(messageOf(error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) void send()
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form noValidate className="grid gap-4" onSubmit={submit} onInput={() => setProblem(undefined)}>
        <div>{consequence}</div>
        {children}
        {problem !== undefined && (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant={variant} isBusy={isBusy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
