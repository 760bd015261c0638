// Adding one step to a petition. Classifying also says whether it is fit to be handled, and whose matter it is.
import { useDesk } from '@kheo/ui/desk.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { ChoiceField, TextArea } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { type PetitionEntry, petitions, type PetitionStepKind } from './schema.ts'

type StepDialogProps = { readonly entry: PetitionEntry; readonly kind: PetitionStepKind; readonly onClose: () => void }

export function StepDialog({ entry, kind, onClose }: StepDialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [day, setDay] = useState(desk.today)
  const [admissible, setAdmissible] = useState('yes')
  const [competent, setCompetent] = useState('yes')
  const [note, setNote] = useState('')
  const add = useCommand(petitions.step, [petitions.entry, petitions.list])
  const name = t(`petitions.step_${kind}`)
  const isSorting = kind === 'classified'
  const yesNo = [
    { value: 'yes', label: t('petitions.yes') },
    { value: 'no', label: t('petitions.no') },
  ]
  const send = async () => {
    if (day === '') return t('common.day_needed')
    await add.mutateAsync({
      commandId,
      unit: entry.unitId,
      id: entry.id,
      kind,
      happenedOn: day,
      admissible: isSorting ? admissible === 'yes' : null,
      competent: isSorting ? competent === 'yes' : null,
      note,
    })
    toast(t('common.saved'))
    return undefined
  }
  return (
    <CommandDialog
      title={name}
      consequence={t('petitions.step_consequence', { step: name })}
      confirm={name}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField label={t('petitions.step_day')} name="step-day" value={day} onChange={setDay} />
      {isSorting && (
        <>
          <ChoiceField
            label={t('petitions.admissible')}
            name="step-admissible"
            value={admissible}
            onChange={setAdmissible}
            choices={yesNo}
          />
          <ChoiceField
            label={t('petitions.competent')}
            name="step-competent"
            value={competent}
            onChange={setCompetent}
            choices={yesNo}
          />
        </>
      )}
      <TextArea
        label={t('common.note')}
        help={t('petitions.note_help')}
        name="step-note"
        isOptional
        value={note}
        onChange={setNote}
      />
    </CommandDialog>
  )
}
