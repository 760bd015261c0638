// The ten-item registration form, for a new model and for correcting one. Checked by the server's own schema.
import { pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { keptKey } from '@kheo/ui/drafts.ts'
import { showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { EntryEditor } from '@kheo/ui/parts/entry-editor.tsx'
import { CheckField, ChoiceField, TextArea, TextField } from '@kheo/ui/parts/field.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t, type PlainKey } from '@kheo/ui/text.ts'
import { useForm } from '@kheo/ui/use-form.ts'
import { useState } from 'react'
import { Bloc, Exemplar, Field, type ModelEntry, ModelForm, Novelty, skilfulModels } from './schema.ts'
import { MODELS_PATH } from './screens.tsx'

const ITEMS = [
  'situation',
  'goals',
  'content',
  'area',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'sustainability',
] as const

type Draft = { [K in keyof ModelForm]: ModelForm[K] extends boolean ? boolean : string }

const blank = (today: string): Draft => ({
  happenedOn: today,
  name: '',
  field: '',
  bloc: '',
  exemplar: 'collective',
  novelty: 'new',
  isFriendlyGovernment: false,
  isSpecialArea: false,
  sponsor: '',
  situation: '',
  goals: '',
  content: '',
  area: '',
  forces: '',
  resources: '',
  schedule: '',
  outputs: '',
  sustainability: '',
})

const LABEL: Readonly<Partial<Record<string, PlainKey>>> = {
  happenedOn: 'models.day',
  name: 'models.item_name',
  field: 'models.field',
  bloc: 'models.bloc',
  sponsor: 'models.sponsor',
}

const labelOf = (name: string): string => {
  const item = ITEMS.find((it) => it === name)
  const key = item === undefined ? LABEL[name] : (`models.item_${item}` as const)
  return key === undefined ? '' : t(key)
}

/** Asked when the name is left: another sponsor may have registered the same thing. */
function SimilarNames({ unit, name }: { readonly unit: string; readonly name: string }) {
  const similar = useServer(skilfulModels.similar, { unit, name }, { enabled: name.length >= 3 })
  const rows = name.length >= 3 ? (similar.data?.rows ?? []) : []
  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <Notice tone="warn" title={t('models.similar')}>
          <ul className="my-1 list-disc pl-5">
            {rows.map((row) => (
              <li key={`${row.unitName}${row.name}${row.happenedOn}`}>
                {row.name} · {row.unitName} · {showDay(row.happenedOn)} (
                {t('models.likeness', { percent: Math.round(row.likeness * 100) })})
              </li>
            ))}
          </ul>
          <p>{t('models.similar_help')}</p>
        </Notice>
      )}
    </div>
  )
}

type FormState = ReturnType<typeof useForm<Draft, ModelForm>>

function WhatPart({
  form,
  unit,
  ownName,
}: {
  readonly form: FormState
  readonly unit: string
  readonly ownName: string
}) {
  const { values, set, errors } = form
  const [asked, setAsked] = useState('')
  const leaveName = () => setAsked(values.name.trim() === ownName ? '' : values.name.trim())
  return (
    <section className="card grid gap-4">
      <h2>{t('models.part_what')}</h2>
      <TextField
        label={t('models.item_name')}
        help={t('models.item_name_help')}
        name="name"
        maxLength={300}
        value={values.name}
        onChange={(it) => set('name', it)}
        onBlur={leaveName}
        error={errors['name']}
      />
      <SimilarNames unit={unit} name={asked} />
      <TextField
        label={t('models.sponsor')}
        help={t('models.sponsor_help')}
        name="sponsor"
        maxLength={300}
        isOptional
        value={values.sponsor}
        onChange={(it) => set('sponsor', it)}
        error={errors['sponsor']}
      />
      <DateField
        label={t('models.day')}
        help={t('models.day_help')}
        name="happenedOn"
        value={values.happenedOn}
        onChange={(it) => set('happenedOn', it)}
        error={errors['happenedOn']}
      />
    </section>
  )
}

function CountsPart({ form }: { readonly form: FormState }) {
  const { values, set, errors } = form
  return (
    <section className="card grid gap-4">
      <h2>{t('models.part_counts')}</h2>
      <ChoiceField
        label={t('models.field')}
        name="field"
        value={values.field}
        onChange={(it) => set('field', it)}
        error={errors['field']}
        choices={Field.options.map((value) => ({ value, label: t(`models.field_${value}`) }))}
      />
      <ChoiceField
        label={t('models.bloc')}
        name="bloc"
        value={values.bloc}
        onChange={(it) => set('bloc', it)}
        error={errors['bloc']}
        choices={Bloc.options.map((value) => ({ value, label: t(`models.bloc_${value}`) }))}
      />
      <ChoiceField
        label={t('models.exemplar')}
        name="exemplar"
        value={values.exemplar}
        onChange={(it) => set('exemplar', it)}
        error={errors['exemplar']}
        choices={Exemplar.options.map((value) => ({ value, label: t(`models.exemplar_${value}`) }))}
      />
      <ChoiceField
        label={t('models.novelty')}
        name="novelty"
        value={values.novelty}
        onChange={(it) => set('novelty', it)}
        error={errors['novelty']}
        choices={Novelty.options.map((value) => ({ value, label: t(`models.novelty_${value}`) }))}
      />
      <CheckField
        label={t('models.friendly')}
        name="isFriendlyGovernment"
        checked={values.isFriendlyGovernment}
        onChange={(it) => set('isFriendlyGovernment', it)}
      />
      <CheckField
        label={t('models.special_area')}
        name="isSpecialArea"
        checked={values.isSpecialArea}
        onChange={(it) => set('isSpecialArea', it)}
      />
    </section>
  )
}

function ContentPart({ form }: { readonly form: FormState }) {
  return (
    <section className="card grid gap-4">
      <h2>{t('models.part_content')}</h2>
      {ITEMS.map((item) => (
        <TextArea
          key={item}
          label={t(`models.item_${item}`)}
          help={t(`models.item_${item}_help`)}
          name={item}
          isOptional
          value={form.values[item]}
          onChange={(it) => form.set(item, it)}
          error={form.errors[item]}
        />
      ))}
    </section>
  )
}

type EditorProps = {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly unit: string
  readonly start: Draft
  readonly draftKey: string
  readonly onSave: (value: ModelForm) => Promise<string>
}

function Editor({ unit, start, draftKey, ...page }: EditorProps) {
  const form = useForm(ModelForm, start, draftKey)
  return (
    <EntryEditor {...page} form={form} labelOf={labelOf} confirm={t('models.recorded')}>
      <WhatPart form={form} unit={unit} ownName={start.name} />
      <CountsPart form={form} />
      <ContentPart form={form} />
    </EntryEditor>
  )
}

const refreshed = [skilfulModels.list, skilfulModels.entry]

export function ModelNew() {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const record = useCommand(skilfulModels.record, refreshed)
  const unit = desk.unit.id
  return (
    <Editor
      key={unit}
      title={t('models.new')}
      back={{ to: MODELS_PATH, label: t('models.title') }}
      unit={unit}
      start={blank(desk.today)}
      draftKey={keptKey(desk.accountId, 'model', unit)}
      onSave={async (value) => {
        const done = await record.mutateAsync({ ...value, commandId, unit })
        toast(t('common.saved'))
        return pathTo(MODELS_PATH, unit, done.id)
      }}
    />
  )
}

function Correction({ entry }: { readonly entry: ModelEntry }) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const correct = useCommand(skilfulModels.correct, refreshed)
  const to = pathTo(MODELS_PATH, entry.unitId, entry.id)
  const [start] = useState(() => ModelForm.parse(entry))
  return (
    <Editor
      title={t('models.edit')}
      back={{ to, label: entry.name }}
      unit={entry.unitId}
      start={start}
      draftKey={keptKey(desk.accountId, 'model', entry.id, String(entry.rev))}
      onSave={async (value) => {
        await correct.mutateAsync({ ...value, commandId, unit: entry.unitId, id: entry.id, baseRev: entry.rev })
        toast(t('common.saved'))
        return to
      }}
    />
  )
}

export function ModelEdit() {
  const { params } = useAddress()
  const entry = useServer(skilfulModels.entry, { unit: params['unit'] ?? '', id: params['id'] ?? '' })
  return <ScreenAnswer of={entry}>{(it) => <Correction entry={it} />}</ScreenAnswer>
}
