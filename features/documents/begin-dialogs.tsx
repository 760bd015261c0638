// Dialogs that begin something in the register of papers: a draft, an incoming paper, the first number of a series.
import { useAddress, pathTo } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { ChoiceField, SelectField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { FAMILIES, type Family } from './paper.ts'
import { type Direction, documents, type KindChoice } from './schema.ts'

const LEAST_WORDS = 3
const refreshed = [documents.list, documents.next]

type DialogProps = { readonly kinds: readonly KindChoice[]; readonly onClose: () => void }

function useFamilyKind(kinds: readonly KindChoice[]) {
  const [family, setFamily] = useState<Family>('party')
  const [chosen, setKind] = useState('cong-van')
  const choices = kinds
    .filter((each) => each.family === family)
    .map(({ code, title }) => ({ value: code, label: title }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))
  const kind = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '')
  return { family, setFamily, kind, setKind, choices }
}

type FieldsProps = { readonly of: ReturnType<typeof useFamilyKind>; readonly isKindless?: boolean }

const FamilyKindFields = ({ of, isKindless = false }: FieldsProps) => (
  <>
    <ChoiceField
      label={t('documents.family')}
      name="paper-family"
      value={of.family}
      onChange={(value) => of.setFamily(oneOf(FAMILIES, value) ?? 'party')}
      choices={FAMILIES.map((value) => ({ value, label: t(`documents.family_${value}`) }))}
    />
    {!isKindless && (
      <SelectField
        label={t('documents.kind')}
        name="paper-kind"
        value={of.kind}
        onChange={of.setKind}
        choices={of.choices}
      />
    )}
  </>
)

export function NewPaper({ kinds, onClose }: DialogProps) {
  const desk = useDesk()
  const { go } = useAddress()
  const [commandId] = useCommandId()
  const which = useFamilyKind(kinds)
  const [summary, setSummary] = useState('')
  const draft = useCommand(documents.draft, refreshed)
  const send = async () => {
    if (summary.trim().length < LEAST_WORDS) return t('documents.summary_needed')
    const { family, kind } = which
    const { id } = await draft.mutateAsync({ commandId, unit: desk.unit.id, family, kind, summary })
    toast(t('documents.drafted'))
    go(pathTo('/van-ban', desk.unit.id, id), { edit: '1' })
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.new_title')}
      consequence={t('documents.new_help')}
      confirm={t('documents.new_confirm')}
      onClose={onClose}
      onConfirm={send}
    >
      <FamilyKindFields of={which} />
      <TextField
        label={t('documents.summary')}
        name="summary"
        help={t('documents.summary_help')}
        maxLength={300}
        value={summary}
        onChange={setSummary}
      />
    </CommandDialog>
  )
}

const NO_PAPER = { sender: '', senderNumber: '', senderOn: '', summary: '' }

export function Receive({ kinds, onClose }: DialogProps) {
  const desk = useDesk()
  const { go } = useAddress()
  const [commandId] = useCommandId()
  const which = useFamilyKind(kinds)
  const [given, setGiven] = useState({ ...NO_PAPER, receivedOn: desk.today })
  const set = (field: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [field]: value }))
  const receive = useCommand(documents.receive, refreshed)
  const send = async () => {
    if (given.sender.trim().length < 2) return t('documents.sender_needed')
    if (given.summary.trim().length < LEAST_WORDS) return t('documents.summary_needed')
    if (given.receivedOn === '') return t('common.day_needed')
    const { family, kind } = which
    const { id, number } = await receive.mutateAsync({
      commandId,
      unit: desk.unit.id,
      family,
      kind,
      ...given,
      senderOn: given.senderOn === '' ? null : given.senderOn,
      number: null,
    })
    toast(t('documents.received_as', { number }))
    go(pathTo('/van-ban', desk.unit.id, id))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.receive')}
      consequence={t('documents.receive_help')}
      confirm={t('documents.receive')}
      onClose={onClose}
      onConfirm={send}
    >
      <FamilyKindFields of={which} />
      <TextField
        label={t('documents.sender')}
        name="sender"
        help={t('documents.sender_help')}
        maxLength={300}
        value={given.sender}
        onChange={set('sender')}
      />
      <TextField
        label={t('documents.sender_number')}
        name="sender-number"
        maxLength={60}
        isOptional
        value={given.senderNumber}
        onChange={set('senderNumber')}
      />
      <DateField
        label={t('documents.sender_on')}
        name="sender-on"
        isOptional
        value={given.senderOn}
        onChange={set('senderOn')}
      />
      <TextField
        label={t('documents.summary')}
        name="summary"
        maxLength={1000}
        value={given.summary}
        onChange={set('summary')}
      />
      <DateField
        label={t('documents.received_on')}
        name="received-on"
        value={given.receivedOn}
        onChange={set('receivedOn')}
      />
    </CommandDialog>
  )
}

export function StartSeries({ kinds, direction, onClose }: DialogProps & { readonly direction: Direction }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const which = useFamilyKind(kinds)
  const [last, setLast] = useState('')
  const [reason, setReason] = useState('')
  const start = useCommand(documents.startSeries, refreshed)
  const send = async () => {
    if (!/^\d{1,5}$/.test(last.trim())) return t('documents.series_bad')
    if (reason.trim().length < LEAST_WORDS) return t('common.reason_needed')
    const { family, kind } = which
    const { next } = await start.mutateAsync({
      commandId,
      unit: desk.unit.id,
      direction,
      family,
      kind,
      on: desk.today,
      last: Number(last),
      reason,
    })
    toast(t('documents.series_done', { next }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('documents.series')}
      consequence={t('documents.series_help')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <FamilyKindFields of={which} isKindless={direction === 'in'} />
      <TextField
        label={t('documents.series_last')}
        name="last"
        inputMode="numeric"
        isShort
        value={last}
        onChange={setLast}
      />
      <TextArea label={t('common.reason')} name="reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
