// A new dated value of a rule, or the correction of one, with what follows from it.
import { useDesk } from '@kheo/ui/desk.tsx'
import { readFigure, showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { ChoiceField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { law, type LawRow } from './schema.ts'
import { showValue, titleOf, unitWords } from './words.tsx'

const LEAST_WORDS = 3
const DECIMALS = 4

type ValueProps = { readonly unit: string; readonly value: string; readonly onChange: (value: string) => void }

function ValueField({ unit, value, onChange }: ValueProps) {
  const label = t('law.new_value', { unit: unitWords(unit) })
  if (unit !== 'flag')
    return <TextField label={label} name="law-value" inputMode="decimal" value={value} onChange={onChange} />
  const choices = [
    { value: '1', label: t('law.yes') },
    { value: '0', label: t('law.no') },
  ]
  return <ChoiceField label={label} name="law-value" value={value} onChange={onChange} choices={choices} />
}

export function ChangeParameter({ row, onClose }: { readonly row: LawRow; readonly onClose: () => void }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [value, setValue] = useState('')
  const [validFrom, setValidFrom] = useState(desk.today)
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const revise = useCommand(law.revise, [law.list, law.why])
  const title = titleOf(row)
  const corrected = row.versions.find((version) => version.validFrom === validFrom)
  const send = async () => {
    const read = readFigure(value, DECIMALS)
    if (!read.ok) return read.message
    if (read.value === null) return t('law.value_needed')
    if (validFrom === '') return t('common.day_needed')
    if (source.trim().length < LEAST_WORDS) return t('law.source_needed')
    if (reason.trim().length < LEAST_WORDS) return t('common.reason_needed')
    const { code, rev: baseRev } = row
    await revise.mutateAsync({ commandId, code, baseRev, value: read.value, validFrom, source, reason })
    toast(t('law.changed', { title }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('law.change_of', { title })}
      consequence={t('law.change_consequence')}
      confirm={t('law.change')}
      onClose={onClose}
      onConfirm={send}
    >
      <ValueField unit={row.unit} value={value} onChange={setValue} />
      <DateField label={t('law.valid_from')} name="law-from" value={validFrom} onChange={setValidFrom} />
      {corrected !== undefined && (
        <Notice tone="warn">
          {t('law.correction', { from: showDay(validFrom), value: showValue(corrected.value, row.unit) })}
        </Notice>
      )}
      <TextField
        label={t('law.source')}
        name="law-source"
        help={t('law.source_help')}
        maxLength={300}
        value={source}
        onChange={setSource}
      />
      <TextArea label={t('common.reason')} name="law-reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}
