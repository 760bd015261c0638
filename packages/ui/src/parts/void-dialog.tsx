// Striking an entry of a register out: needs a reason, and says what follows.
import { useState } from 'react'
import { t } from '../text.ts'
import { CommandDialog } from './command-dialog.tsx'
import { TextArea } from './field.tsx'

type VoidDialogProps = {
  readonly title: string
  readonly consequence: string
  readonly confirm: string
  readonly onClose: () => void
  readonly onVoid: (reason: string) => Promise<unknown>
}

export function VoidDialog({ title, consequence, confirm, onClose, onVoid }: VoidDialogProps) {
  const [reason, setReason] = useState('')
  const send = async () => {
    if (reason.trim().length < 3) return t('common.reason_needed')
    await onVoid(reason)
    return undefined
  }
  return (
    <CommandDialog
      title={title}
      consequence={consequence}
      confirm={confirm}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('common.reason')} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
