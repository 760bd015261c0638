// Adding one step to a model's life.
import { useDesk } from '@kheo/ui/desk.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type ModelEntry, type ModelStepKind, skilfulModels } from './schema.ts'

type StepDialogProps = { readonly entry: ModelEntry; readonly kind: ModelStepKind; readonly onClose: () => void }

export function StepDialog({ entry, kind, onClose }: StepDialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [sites, setSites] = useState('1')
  const [note, setNote] = useState('')
  const add = useCommand(skilfulModels.step, [skilfulModels.entry, skilfulModels.list])
  const name = t(`models.step_${kind}`)
  const hasSites = kind === 'replicated'
  const send = async () => {
    if (day === '') return t('common.day_needed')
    if (hasSites && !/^[1-9]\d{0,3}$/.test(sites.trim())) return t('number.not_a_number', { text: sites })
    await add.mutateAsync({
      commandId,
      unit: entry.unitId,
      id: entry.id,
      kind,
      happenedOn: day,
      sites: hasSites ? Number(sites) : null,
      note,
    })
    toast(t('common.saved'))
    return undefined
  }
  return (
    <CommandDialog
      title={name}
      consequence={t('models.step_consequence', { step: name })}
      confirm={name}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('models.step_day')} name="step-day" value={day} onChange={setDay} />
      {hasSites && (
        <TextField
          label={t('models.step_sites')}
          help={t('models.step_sites_help')}
          name="step-sites"
          inputMode="numeric"
          value={sites}
          onChange={setSites}
        />
      )}
      <TextArea label={t('common.note')} name="step-note" isOptional value={note} onChange={setNote} />
    </CommandDialog>
  )
}
