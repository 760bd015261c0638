// What may be done with a report as a whole; each action names its consequence before it happens.
import { useDesk } from '@kheo/ui/desk.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { CheckField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { consolidation } from '../consolidation/schema.ts'
import { documents } from '../documents/schema.ts'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { tasks } from '../tasks/schema.ts'
import { type Finding, type ReportView, reports } from './schema.ts'

type ActionProps = {
  readonly view: ReportView
  readonly names: ReadonlyMap<string, IndicatorRow>
  /** Saves what is still waiting; false when it could not. */
  readonly flush: () => Promise<boolean>
  readonly onClose: () => void
}

const refreshed = [reports.view, reports.mine, reports.source, tasks.mine, consolidation.board]
const allCells = (view: ReportView) => view.sections.flatMap((section) => section.cells)

function useStep(view: ReportView) {
  const [commandId] = useCommandId()
  return { commandId, unit: view.unitId, type: view.type, period: view.period.id }
}

function FindingList({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="list-disc pl-5 text-sm">
        {findings.map((it) => (
          <li key={it.check}>{it.sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function Submit({ view, flush, onClose }: ActionProps) {
  const step = useStep(view)
  const [reason, setReason] = useState('')
  const submit = useCommand(reports.submit, refreshed)
  const failed = view.findings.filter((it) => it.status === 'failed')
  const errors = failed.filter((it) => it.severity === 'error')
  const warnings = failed.filter((it) => it.severity === 'warn')
  const send = async () => {
    if (!(await flush())) return t('reports.submit_unsaved')
    await submit.mutateAsync({ ...step, reason })
    toast(t('reports.submitted'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.submit_title')}
      consequence={t('reports.submit_consequence', { filled: view.filled, all: allCells(view).length })}
      confirm={t('reports.submit')}
      onClose={onClose}
      onConfirm={send}
    >
      <FindingList title={t('reports.submit_errors', { count: errors.length })} findings={errors} />
      <FindingList title={t('reports.submit_warnings', { count: warnings.length })} findings={warnings} />
      <TextArea label={t('reports.submit_reason')} name="reason" isOptional value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

function Return({ view, names, onClose }: ActionProps) {
  const step = useStep(view)
  const [reason, setReason] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const send = useCommand(reports.return, refreshed)
  const confirm = async () => {
    if (reason.trim().length < 3) return t('common.reason_needed')
    await send.mutateAsync({ ...step, reason, cells: [...ticked] })
    toast(t('reports.returned'))
    return undefined
  }
  const tick = (code: string, on: boolean) => setTicked(on ? [...ticked, code] : ticked.filter((it) => it !== code))
  return (
    <CommandDialog
      title={t('reports.return_title')}
      consequence={t('reports.return_consequence')}
      confirm={t('reports.return')}
      variant="danger"
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextArea label={t('common.reason')} name="reason" value={reason} onChange={setReason} />
      <fieldset>
        <legend className="field-label">{t('reports.return_cells')}</legend>
        <div className="max-h-64 overflow-auto rounded border border-[var(--line)] px-3 py-1">
          {allCells(view).map((cell) => (
            <CheckField
              key={cell.code}
              label={`${cell.code} ${nameOf(names.get(cell.code))}: ${cell.text}`}
              checked={ticked.includes(cell.code)}
              onChange={(on) => tick(cell.code, on)}
            />
          ))}
        </div>
      </fieldset>
    </CommandDialog>
  )
}

function Approve({ view, onClose }: ActionProps) {
  const step = useStep(view)
  const [accepts, setAccepts] = useState(false)
  const approve = useCommand(reports.approve, refreshed)
  const count = view.missing.length
  const send = async () => {
    if (count > 0 && !accepts) return t('reports.approve_needs_accept')
    await approve.mutateAsync({ ...step, acceptMissing: accepts })
    toast(t('reports.approved'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.approve_title')}
      consequence={t('reports.approve_consequence')}
      confirm={t('reports.approve')}
      onClose={onClose}
      onConfirm={send}
    >
      {count > 0 && (
        <>
          <p>{t('reports.approve_missing', { count })}</p>
          <ul className="max-h-48 list-disc overflow-auto pl-5 text-sm">
            {view.missing.map((unit) => (
              <li key={unit.id}>{unit.name}</li>
            ))}
          </ul>
          <CheckField label={t('reports.approve_accept', { count })} checked={accepts} onChange={setAccepts} />
        </>
      )}
    </CommandDialog>
  )
}

function Issue({ view, onClose }: ActionProps) {
  const desk = useDesk()
  const step = useStep(view)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState(desk.today)
  const issue = useCommand(reports.issue, [...refreshed, documents.list, documents.next])
  const next = useServer(
    documents.next,
    { unit: view.unitId, family: 'party', kind: 'bao-cao', on },
    { enabled: on !== '' },
  )
  const send = async () => {
    const asked = number.trim()
    if (asked !== '' && !/^\d{1,5}$/.test(asked)) return t('reports.issue_number_bad')
    if (on === '') return t('common.day_needed')
    const answer = await issue.mutateAsync({ ...step, ...(asked === '' ? {} : { number: asked }), on })
    toast(t('documents.issued', { number: answer.number ?? asked }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.issue_title')}
      consequence={
        <>
          <p>{t('reports.issue_consequence')}</p>
          {next.data !== undefined && (
            <p className="mt-2 font-medium">{t('documents.issue_next', { number: next.data.number })}</p>
          )}
        </>
      }
      confirm={t('reports.issue')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextField
        label={t('reports.issue_number')}
        name="issue-number"
        help={t('documents.issue_number_help')}
        inputMode="numeric"
        isOptional
        value={number}
        onChange={setNumber}
      />
      <DateField label={t('reports.issue_day')} name="issue-day" value={on} onChange={setOn} />
    </CommandDialog>
  )
}

function StepBack({ view, onClose, kind }: ActionProps & { readonly kind: 'reopen' | 'withdraw' }) {
  const step = useStep(view)
  const [reason, setReason] = useState('')
  const send = useCommand(reports[kind], refreshed)
  const confirm = async () => {
    if (reason.trim().length < 3) return t('common.reason_needed')
    await send.mutateAsync({ ...step, reason })
    toast(t(kind === 'reopen' ? 'reports.reopened' : 'reports.withdrawn'))
    return undefined
  }
  return (
    <CommandDialog
      title={t(`reports.${kind}_title`)}
      consequence={t(`reports.${kind}_consequence`)}
      confirm={t(`reports.${kind}`)}
      variant="danger"
      onClose={onClose}
      onConfirm={confirm}
    >
      <TextArea label={t('common.reason')} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

type Action = 'submit' | 'return' | 'approve' | 'issue' | 'reopen' | 'withdraw'
const ACTIONS: readonly Action[] = ['submit', 'approve', 'issue', 'return', 'reopen', 'withdraw']
const MAIN: ReadonlySet<Action> = new Set(['submit', 'approve', 'issue'])

function ActionDialog({ action, ...props }: ActionProps & { readonly action: Action }) {
  switch (action) {
    case 'submit':
      return <Submit {...props} />
    case 'return':
      return <Return {...props} />
    case 'approve':
      return <Approve {...props} />
    case 'issue':
      return <Issue {...props} />
    case 'reopen':
    case 'withdraw':
      return <StepBack {...props} kind={action} />
  }
}

export function ReportActions({ of, ...props }: Omit<ActionProps, 'onClose'> & { readonly of: 'main' | 'other' }) {
  const [open, setOpen] = useState<Action>()
  return (
    <>
      {ACTIONS.filter((action) => props.view.may[action] && MAIN.has(action) === (of === 'main')).map((action) => (
        <Button key={action} variant={of === 'main' ? 'primary' : 'secondary'} onClick={() => setOpen(action)}>
          {t(`reports.${action}`)}
        </Button>
      ))}
      {open !== undefined && <ActionDialog {...props} action={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
