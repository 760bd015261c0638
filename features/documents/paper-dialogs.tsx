// What is done with one paper: issue, cancel, give out, finish, attach a copy.
import { useDesk } from '@kheo/ui/desk.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, newId, useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { sendFile } from '@kheo/ui/upload.ts'
import { useRef, useState } from 'react'
import { documentFiles, documents, type DocumentView, MOST_BYTES } from './schema.ts'

const LEAST_WORDS = 3
const refreshed = [documents.view, documents.list, documents.next]

type DialogProps = { readonly view: DocumentView; readonly onClose: () => void }
const one = ({ unit, id }: DocumentView) => ({ unit, id })

function Issue({ view, onClose }: DialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState(desk.today)
  const issue = useCommand(documents.issue, refreshed)
  const { unit, family, kind } = view
  const next = useServer(documents.next, { unit, direction: 'out', family, kind, on }, { enabled: on !== '' })
  const coming = on === desk.today ? view.nextNumber : next.data?.number
  const send = async () => {
    if (number.trim() !== '' && !/^[1-9]\d{0,4}$/.test(number.trim())) return t('documents.issue_number_bad')
    if (on === '') return t('common.day_needed')
    const asked = number.trim() === '' ? null : Number(number)
    const answer = await issue.mutateAsync({ commandId, ...one(view), baseRev: view.rev, on, number: asked })
    toast(t('documents.issued', { number: answer.number }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.issue_title')}
      consequence={
        <>
          <p>{t('documents.issue_consequence')}</p>
          {coming != null && <p className="mt-2 font-medium">{t('documents.issue_next', { number: coming })}</p>}
        </>
      }
      confirm={t('documents.issue')}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('documents.issue_day')} name="issue-day" value={on} onChange={setOn} />
      <TextField
        label={t('documents.issue_number')}
        name="issue-number"
        help={t('documents.issue_number_help')}
        inputMode="numeric"
        isShort
        isOptional
        value={number}
        onChange={setNumber}
      />
    </CommandDialog>
  )
}

function Cancel({ view, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const cancel = useCommand(documents.cancel, refreshed)
  const isDraft = view.state === 'draft'
  const send = async () => {
    if (reason.trim().length < LEAST_WORDS) return t('common.reason_needed')
    await cancel.mutateAsync({ commandId, ...one(view), reason })
    toast(t('documents.cancelled'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.cancel_title')}
      consequence={t(isDraft ? 'documents.cancel_draft_consequence' : 'documents.cancel_consequence')}
      confirm={t(isDraft ? 'documents.cancel_draft' : 'documents.cancel')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('common.reason')} name="reason" most={1000} value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

function Assign({ view, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [post, setPost] = useState(view.assignedTo ?? '')
  const [dueOn, setDueOn] = useState(view.dueOn ?? '')
  const assign = useCommand(documents.assign, refreshed)
  const send = async () => {
    if (post.trim().length < 2) return t('documents.assign_post_needed')
    await assign.mutateAsync({ commandId, ...one(view), post, dueOn: dueOn === '' ? null : dueOn })
    toast(t('documents.assigned'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.assign')}
      consequence={t('documents.assign_consequence')}
      confirm={t('documents.assign')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextField label={t('documents.assign_post')} name="post" maxLength={300} value={post} onChange={setPost} />
      <DateField label={t('documents.assign_due')} name="due-on" isOptional value={dueOn} onChange={setDueOn} />
    </CommandDialog>
  )
}

function Finish({ view, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [result, setResult] = useState('')
  const finish = useCommand(documents.finish, refreshed)
  const send = async () => {
    if (result.trim().length < LEAST_WORDS) return t('common.reason_needed')
    await finish.mutateAsync({ commandId, ...one(view), result })
    toast(t('documents.finished'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.finish')}
      consequence={t('documents.finish_consequence')}
      confirm={t('documents.finish')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('documents.finish_result')} name="result" most={1000} value={result} onChange={setResult} />
    </CommandDialog>
  )
}

/** Chooses a file and sends it at once; the same choice sent again changes nothing. */
export function AttachCopy({ view, onDone }: { readonly view: DocumentView; readonly onDone: () => Promise<unknown> }) {
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > MOST_BYTES) return setProblem(t('documents.attach_too_large'))
    setBusy(true)
    setProblem(undefined)
    try {
      const query = { ...one(view), name: file.name, commandId: newId() }
      await sendFile(documentFiles.attach, query, file, () => undefined)
      toast(t('documents.attached'))
      await onDone()
    } catch (error) {
      setProblem(messageOf(error))
    }
    setBusy(false)
    if (input.current !== null) input.current.value = ''
  }
  const label = t(view.direction === 'out' ? 'documents.attach_signed' : 'documents.attach_scan')
  return (
    <div className="no-print grid justify-items-start gap-1">
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={label}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <Button isBusy={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <p className="text-sm text-[var(--muted)]">{t('documents.attach_help')}</p>
      {problem !== undefined && (
        <p role="alert" className="text-[var(--bad)]">
          {problem}
        </p>
      )}
    </div>
  )
}

const DIALOGS = { issue: Issue, assign: Assign, finish: Finish, cancel: Cancel } as const
type Deed = keyof typeof DIALOGS

const allowedDeeds = ({ may }: DocumentView): readonly Deed[] => [
  ...(may.issue ? (['issue'] as const) : []),
  ...(may.handle ? (['assign', 'finish'] as const) : []),
  ...(may.cancel ? (['cancel'] as const) : []),
]

const MAIN: ReadonlySet<Deed> = new Set(['issue', 'assign'])

export function PaperDeeds({ view, of }: { readonly view: DocumentView; readonly of: 'main' | 'other' }) {
  const [open, setOpen] = useState<Deed>()
  const Open = open === undefined ? undefined : DIALOGS[open]
  return (
    <>
      {allowedDeeds(view)
        .filter((deed) => MAIN.has(deed) === (of === 'main'))
        .map((deed) => (
          <Button key={deed} variant={of === 'main' ? 'primary' : 'secondary'} onClick={() => setOpen(deed)}>
            {t(deed === 'cancel' && view.state === 'draft' ? 'documents.cancel_draft' : `documents.${deed}`)}
          </Button>
        ))}
      {Open !== undefined && <Open view={view} onClose={() => setOpen(undefined)} />}
    </>
  )
}
