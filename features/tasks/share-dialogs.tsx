// What is done about a task given to a unit: received, put off, answered, withdrawn; each names its consequence.
import { showDay } from '@kheo/ui/format.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type ShareView, tasks } from './schema.ts'

export type ShareDeed = 'receive' | 'ask' | 'grant' | 'decline' | 'withdraw'

const LEAST_REASON = 3
const CHANGED = [tasks.share, tasks.shares, tasks.mine]

type DialogProps = { readonly share: ShareView; readonly onClose: () => void }

function Receive({ share, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [lead, setLead] = useState('')
  const receive = useCommand(tasks.receive, CHANGED)
  const send = async () => {
    if (lead.trim() === '') return t('tasks.receive_lead_needed')
    await receive.mutateAsync({ commandId, unit: share.unitId, id: share.id, lead })
    toast(t('tasks.received'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('tasks.receive')}
      consequence={t('tasks.receive_consequence', { day: showDay(share.dueOn) })}
      confirm={t('tasks.receive')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextField
        label={t('tasks.receive_lead')}
        help={t('tasks.receive_lead_help')}
        name="lead"
        value={lead}
        onChange={setLead}
      />
    </CommandDialog>
  )
}

function Ask({ share, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [newDay, setNewDay] = useState('')
  const [reason, setReason] = useState('')
  const ask = useCommand(tasks.ask, CHANGED)
  const send = async () => {
    if (newDay === '') return t('common.day_needed')
    if (reason.trim().length < LEAST_REASON) return t('tasks.reason_needed')
    await ask.mutateAsync({ commandId, unit: share.unitId, id: share.id, newDay, reason })
    toast(t('tasks.asked'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('tasks.ask')}
      consequence={t('tasks.ask_consequence', { day: showDay(share.dueOn) })}
      confirm={t('tasks.ask')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('tasks.ask_day')} name="newDay" value={newDay} onChange={setNewDay} />
      <TextArea label={t('tasks.reason')} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

function AnswerAsked({ share, isGranted, onClose }: DialogProps & { readonly isGranted: boolean }) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const answer = useCommand(tasks.answer, CHANGED)
  const send = async () => {
    await answer.mutateAsync({ commandId, unit: share.unitId, id: share.id, isGranted, reason })
    toast(t('tasks.answered'))
    return undefined
  }
  return (
    <CommandDialog
      title={t(isGranted ? 'tasks.grant' : 'tasks.decline')}
      consequence={
        isGranted
          ? t('tasks.grant_consequence', { day: showDay(share.asked?.day ?? share.dueOn) })
          : t('tasks.decline_consequence', { day: showDay(share.dueOn) })
      }
      confirm={t(isGranted ? 'tasks.grant' : 'tasks.decline')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('tasks.answer_words')} name="reason" value={reason} onChange={setReason} isOptional />
    </CommandDialog>
  )
}

function Withdraw({ share, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const withdraw = useCommand(tasks.withdraw, CHANGED)
  const send = async () => {
    if (reason.trim().length < LEAST_REASON) return t('tasks.reason_needed')
    await withdraw.mutateAsync({ commandId, unit: share.unitId, id: share.id, reason })
    toast(t('tasks.withdrawn'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('tasks.withdraw')}
      consequence={t('tasks.withdraw_consequence')}
      confirm={t('tasks.withdraw')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('tasks.reason')} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

export function ShareDialog({ deed, ...props }: DialogProps & { readonly deed: ShareDeed }) {
  switch (deed) {
    case 'receive':
      return <Receive {...props} />
    case 'ask':
      return <Ask {...props} />
    case 'grant':
      return <AnswerAsked {...props} isGranted />
    case 'decline':
      return <AnswerAsked {...props} isGranted={false} />
    case 'withdraw':
      return <Withdraw {...props} />
  }
}
