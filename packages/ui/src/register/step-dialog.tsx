// Taking one step in an entry's life: its day, its own fields, a note.
import { endpointsOf, type EntryView } from '@kheo/kit/register/contract.ts'
import { stepShape } from '@kheo/kit/register/declare.ts'
import { useState } from 'react'
import { useDesk } from '../desk.tsx'
import { CommandDialog } from '../parts/command-dialog.tsx'
import { DateField } from '../parts/date-field.tsx'
import { TextArea } from '../parts/field.tsx'
import { toast } from '../parts/toast.tsx'
import { isRefused, useCommand, useCommandId } from '../server.ts'
import { say, t } from '../text.ts'
import { useForm } from '../use-form.ts'
import { ComputedPreview } from './computed.tsx'
import { FieldsInput } from './field-input.tsx'
import { type Draft, draftOf, type Given, givenShape } from './form-values.ts'
import { refreshedBy, type RegisterRoom } from './room.ts'

type StepDialogProps = {
  readonly room: RegisterRoom
  readonly entry: EntryView
  readonly kind: string
  readonly onClose: () => void
}

export function StepDialog({ room, entry, kind, onClose }: StepDialogProps) {
  const { register, parts } = room
  const step = register.steps[kind]
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [note, setNote] = useState('')
  const fields = step?.fields ?? {}
  const standing = entry.steps.filter((taken) => taken.retracted === null)
  const [shape] = useState(() =>
    givenShape(fields, step === undefined ? register.form : stepShape(step, entry, standing)),
  )
  const form = useForm<Draft, Given>(shape, draftOf(fields, desk.today))
  const add = useCommand(endpointsOf(register).step, refreshedBy(register))
  if (step === undefined) return null
  const name = say(step.label)
  const Own = parts.stepForm?.[kind]
  const send = async () => {
    const given = form.check()
    if (given === undefined) return t('registers.step_mend')
    try {
      await add.mutateAsync({ ...given, commandId, unit: entry.unitId, id: entry.id, kind, note })
    } catch (error) {
      if (!isRefused(error) || error.issues.length === 0) throw error
      form.refuseBy(error.issues)
      return error.message
    }
    toast(t('common.saved'))
    return undefined
  }
  const state = { values: form.values, set: form.set, errors: form.errors }
  const compute = step.compute
  return (
    <CommandDialog
      title={name}
      consequence={
        <>
          {step.help !== undefined && <p>{say(step.help)}</p>}
          <p>{t('registers.step_consequence', { step: name })}</p>
        </>
      }
      confirm={name}
      onClose={onClose}
      onConfirm={send}
    >
      <DateField
        label={t('registers.step_day')}
        name="step-day"
        value={String(form.values['happenedOn'])}
        onChange={(it) => form.set('happenedOn', it)}
        error={form.errors['happenedOn']}
      />
      {Own === undefined ? (
        <FieldsInput {...state} register={register} unit={entry.unitId} fields={fields} names={Object.keys(fields)} />
      ) : (
        <Own entry={entry} values={form.values} set={form.set} />
      )}
      {step.computed !== undefined && compute !== undefined && (
        <ComputedPreview
          fields={step.computed}
          draft={form.values}
          read={(draft) => shape.safeParse(draft).data}
          compute={(given, law) => compute(given, entry, law, standing)}
        />
      )}
      <TextArea label={t('common.note')} name="step-note" isOptional value={note} onChange={setNote} />
    </CommandDialog>
  )
}
