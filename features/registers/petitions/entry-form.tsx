// The form of a petition: what is counted and where the paper lies, never who wrote it.
import { pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { keptKey } from '@kheo/ui/drafts.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { EntryEditor } from '@kheo/ui/parts/entry-editor.tsx'
import { ChoiceField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t, type PlainKey } from '@kheo/ui/text.ts'
import { useForm } from '@kheo/ui/use-form.ts'
import { useState } from 'react'
import { type PetitionEntry, PetitionForm, PetitionKind, petitions, Topic } from './schema.ts'
import { PETITIONS_PATH } from './screens.tsx'

type Draft = { [K in keyof PetitionForm]: string }

const blank = (today: string): Draft => ({
  happenedOn: today,
  arrivalNo: '',
  kind: '',
  topic: '',
  village: '',
  note: '',
})

const LABEL: Readonly<Record<keyof PetitionForm, PlainKey>> = {
  happenedOn: 'petitions.day',
  arrivalNo: 'petitions.arrival_no',
  kind: 'petitions.kind',
  topic: 'petitions.topic',
  village: 'petitions.village',
  note: 'petitions.note',
}

const labels: Readonly<Partial<Record<string, PlainKey>>> = LABEL

const labelOf = (name: string): string => {
  const key = labels[name]
  return key === undefined ? '' : t(key)
}

function Fields({ form }: { readonly form: ReturnType<typeof useForm<Draft, PetitionForm>> }) {
  const { values, set, errors } = form
  return (
    <section className="card grid gap-4">
      <DateField
        label={t('petitions.day')}
        help={t('petitions.day_help')}
        name="happenedOn"
        value={values.happenedOn}
        onChange={(it) => set('happenedOn', it)}
        error={errors['happenedOn']}
      />
      <ChoiceField
        label={t('petitions.kind')}
        name="kind"
        value={values.kind}
        onChange={(it) => set('kind', it)}
        error={errors['kind']}
        choices={PetitionKind.options.map((value) => ({ value, label: t(`petitions.kind_${value}`) }))}
      />
      <ChoiceField
        label={t('petitions.topic')}
        name="topic"
        value={values.topic}
        onChange={(it) => set('topic', it)}
        error={errors['topic']}
        choices={Topic.options.map((value) => ({ value, label: t(`petitions.topic_${value}`) }))}
      />
      <TextField
        label={t('petitions.arrival_no')}
        help={t('petitions.arrival_no_help')}
        name="arrivalNo"
        isOptional
        maxLength={300}
        value={values.arrivalNo}
        onChange={(it) => set('arrivalNo', it)}
        error={errors['arrivalNo']}
      />
      <TextField
        label={t('petitions.village')}
        name="village"
        isOptional
        maxLength={300}
        value={values.village}
        onChange={(it) => set('village', it)}
        error={errors['village']}
      />
      <TextArea
        label={t('petitions.note')}
        help={t('petitions.note_help')}
        name="note"
        isOptional
        value={values.note}
        onChange={(it) => set('note', it)}
        error={errors['note']}
      />
    </section>
  )
}

type EditorProps = {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly start: Draft
  readonly draftKey: string
  readonly onSave: (value: PetitionForm) => Promise<string>
}

function Editor({ start, draftKey, ...page }: EditorProps) {
  const form = useForm(PetitionForm, start, draftKey)
  return (
    <EntryEditor {...page} form={form} labelOf={labelOf} confirm={t('petitions.recorded')}>
      <Notice tone="info">{t('petitions.privacy')}</Notice>
      <Fields form={form} />
    </EntryEditor>
  )
}

const refreshed = [petitions.list, petitions.entry]

export function PetitionNew() {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const record = useCommand(petitions.record, refreshed)
  const unit = desk.unit.id
  return (
    <Editor
      key={unit}
      title={t('petitions.new')}
      back={{ to: PETITIONS_PATH, label: t('petitions.title') }}
      start={blank(desk.today)}
      draftKey={keptKey(desk.accountId, 'petition', unit)}
      onSave={async (value) => {
        const done = await record.mutateAsync({ ...value, commandId, unit })
        toast(t('petitions.saved'))
        return pathTo(PETITIONS_PATH, unit, done.id)
      }}
    />
  )
}

function Correction({ entry }: { readonly entry: PetitionEntry }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const correct = useCommand(petitions.correct, refreshed)
  const to = pathTo(PETITIONS_PATH, entry.unitId, entry.id)
  const [start] = useState(() => PetitionForm.parse(entry))
  return (
    <Editor
      title={t('petitions.edit')}
      back={{ to, label: t('petitions.entry_title', { no: entry.entryNo }) }}
      start={start}
      draftKey={keptKey(desk.accountId, 'petition', entry.id, String(entry.rev))}
      onSave={async (value) => {
        await correct.mutateAsync({ ...value, commandId, unit: entry.unitId, id: entry.id, baseRev: entry.rev })
        toast(t('common.saved'))
        return to
      }}
    />
  )
}

export function PetitionEdit() {
  const { params } = useAddress()
  const entry = useServer(petitions.entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Correction entry={it} />}</ScreenAnswer>
}
