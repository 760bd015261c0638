// The form of an entry, new or to be corrected, made from the register's declaration and checked by its own shape.
import { endpointsOf, type EntryView } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { useState } from 'react'
import { useAddress } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { keptKey } from '../drafts.ts'
import { Notice } from '../parts/badge.tsx'
import { DateField } from '../parts/date-field.tsx'
import { EntryEditor } from '../parts/entry-editor.tsx'
import { ScreenAnswer } from '../parts/screen-answer.tsx'
import { toast } from '../parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '../server.ts'
import { say, t } from '../text.ts'
import { useForm } from '../use-form.ts'
import { ComputedPreview } from './computed.tsx'
import { FieldsInput, type FieldsState } from './field-input.tsx'
import { type Draft, draftOf, type Given, givenShape, partsOf } from './form-values.ts'
import { nameOf } from './list-columns.tsx'
import { entryPath, listPath, refreshedBy, type RegisterRoom, type RoomProps } from './room.ts'
import { labelOf } from './shown.ts'

type BodyProps = FieldsState & {
  readonly room: RegisterRoom
  readonly unit: string
  readonly entry: EntryView | undefined
}

function Body({ room, unit, entry, ...state }: BodyProps) {
  const { register, parts } = room
  const all = partsOf(register.fields, register.parts)
  const under = (name: string) => {
    const Under = parts.underField?.[name]
    return Under === undefined ? null : <Under unit={unit} values={state.values} set={state.set} entry={entry} />
  }
  const titleOf = (index: number) => {
    const title = all[index]?.title
    if (title !== undefined) return say(title)
    return all.length === 1 ? undefined : t('registers.others')
  }
  return all.map((part, index) => (
    <section key={part.fields.join()} className="card grid gap-4">
      {titleOf(index) !== undefined && <h2>{titleOf(index)}</h2>}
      {index === 0 && (
        <DateField
          label={say(register.day.label)}
          name="happenedOn"
          value={String(state.values['happenedOn'] ?? '')}
          onChange={(it) => state.set('happenedOn', it)}
          error={state.errors['happenedOn']}
          {...(register.day.help === undefined ? {} : { help: say(register.day.help) })}
        />
      )}
      <FieldsInput
        {...state}
        register={register}
        unit={unit}
        fields={register.fields}
        names={part.fields}
        under={under}
      />
    </section>
  ))
}

type EditorProps = {
  readonly room: RegisterRoom
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly unit: string
  readonly entry?: EntryView
  readonly start: Draft
  readonly draftKey: string
  /** Saves and answers where to go next. */
  readonly onSave: (given: Given) => Promise<string>
}

const labelIn =
  (register: AnyRegister) =>
  (name: string): string => {
    if (name === 'happenedOn') return say(register.day.label)
    const field = register.fields[name]
    return field === undefined ? '' : labelOf(field)
  }

function Editor({ room, unit, entry, start, draftKey, ...page }: EditorProps) {
  const { register } = room
  const [shape] = useState(() => givenShape(register.fields, register.form))
  const form = useForm<Draft, Given>(shape, start, draftKey)
  return (
    <EntryEditor {...page} form={form} labelOf={labelIn(register)} confirm={t('registers.record')}>
      {register.privacy === 'guarded' && <Notice tone="info">{t('registers.guarded')}</Notice>}
      <Body room={room} unit={unit} entry={entry} values={form.values} set={form.set} errors={form.errors} />
      {register.computed !== undefined && register.compute !== undefined && (
        <ComputedPreview
          fields={register.computed}
          draft={form.values}
          read={(draft) => shape.safeParse(draft).data}
          compute={register.compute}
        />
      )}
    </EntryEditor>
  )
}

export function EntryNew({ room }: RoomProps) {
  const { register } = room
  const desk = useDesk()
  const [commandId] = useCommandId()
  const record = useCommand(endpointsOf(register).record, refreshedBy(register))
  const unit = desk.unit.id
  return (
    <Editor
      key={unit}
      room={room}
      title={t('registers.new', { entry: say(register.entry) })}
      back={{ to: listPath(register), label: say(register.title) }}
      unit={unit}
      start={draftOf(register.fields, desk.today)}
      draftKey={keptKey(desk.accountId, register.name, unit)}
      onSave={async (given) => {
        const { id } = await record.mutateAsync({ ...given, commandId, unit })
        toast(t('registers.saved', { title: say(register.title) }))
        return entryPath(register, { unitId: unit, id })
      }}
    />
  )
}

function Correction({ room, entry }: { readonly room: RegisterRoom; readonly entry: EntryView }) {
  const { register } = room
  const desk = useDesk()
  const [commandId] = useCommandId()
  const correct = useCommand(endpointsOf(register).correct, refreshedBy(register))
  const to = entryPath(register, entry)
  const [start] = useState(() => draftOf(register.fields, entry.happenedOn, entry.values, entry.pointsAt))
  return (
    <Editor
      room={room}
      title={`${t('registers.edit')} · ${nameOf(register, entry)}`}
      back={{ to, label: nameOf(register, entry) }}
      unit={entry.unitId}
      entry={entry}
      start={start}
      draftKey={keptKey(desk.accountId, register.name, entry.id, String(entry.rev))}
      onSave={async (given) => {
        await correct.mutateAsync({ ...given, commandId, unit: entry.unitId, id: entry.id, baseRev: entry.rev })
        toast(t('common.saved'))
        return to
      }}
    />
  )
}

export function EntryEdit({ room }: RoomProps) {
  const { params } = useAddress()
  const entry = useServer(endpointsOf(room.register).entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Correction key={it.id} room={room} entry={it} />}</ScreenAnswer>
}
