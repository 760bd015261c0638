// Moving the lines of a blank by millimetres: the drawing to scale, the measures of the chosen line, the printer's shift.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { ChecksField } from '@kheo/ui/parts/checks-field.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { messageOf, useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type FormEvent, useState } from 'react'
import { LayoutPreview } from './layout-preview.tsx'
import { ALIGNS, type FieldShape, type LayoutRow, layouts } from './layout-schema.ts'

/** Millimetres or points as typed, with a comma or a point; undefined when it is no number. */
function measureOf(text: string): number | undefined {
  const clean = text.trim().replace(',', '.')
  return /^-?\d{1,4}(\.\d{1,2})?$/.test(clean) ? Number(clean) : undefined
}

type MeasureProps = {
  readonly label: string
  readonly name: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** Keeps what was typed while it is no number yet, and follows the value when it is moved by keys. */
function Measure({ label, name, value, onChange }: MeasureProps) {
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined ? value : measureOf(typed)
  return (
    <TextField
      label={label}
      name={name}
      inputMode="decimal"
      maxLength={7}
      isShort
      value={typed ?? formatNumber(value, { decimals: 2 })}
      onChange={(text) => {
        setTyped(text)
        const next = measureOf(text)
        if (next !== undefined) onChange(next)
      }}
      onBlur={() => setTyped(undefined)}
      error={read === undefined ? t('awards.layout_bad_number', { text: typed ?? '' }) : undefined}
    />
  )
}

const MEASURES = [
  ['xMm', 'awards.layout_x'],
  ['yMm', 'awards.layout_y'],
  ['widthMm', 'awards.layout_width'],
  ['sizePt', 'awards.layout_size'],
  ['leastSizePt', 'awards.layout_least'],
  ['mostLines', 'awards.layout_lines'],
] as const
const STYLES = ['bold', 'italic', 'upper'] as const

type FieldProps = { readonly field: FieldShape; readonly onChange: (field: FieldShape) => void }

function FieldMeasures({ field, onChange }: FieldProps) {
  return (
    <div className="grid gap-3" key={field.name}>
      <div className="grid grid-cols-2 gap-3">
        {MEASURES.map(([name, label]) => (
          <Measure
            key={`${field.name} ${name}`}
            label={t(label)}
            name={`layout-${name}`}
            value={field[name]}
            onChange={(value) => onChange({ ...field, [name]: name === 'mostLines' ? Math.round(value) : value })}
          />
        ))}
      </div>
      <SelectField
        label={t('awards.layout_align')}
        name="layout-align"
        value={field.align}
        onChange={(value) => onChange({ ...field, align: ALIGNS.find((each) => each === value) ?? field.align })}
        choices={ALIGNS.map((value) => ({ value, label: t(`awards.layout_align_${value}`) }))}
      />
      <ChecksField
        label={t('awards.layout_style')}
        name="layout-style"
        choices={STYLES.map((value) => ({ value, label: t(`awards.layout_${value}`) }))}
        value={STYLES.filter((style) => field[style])}
        onChange={(chosen) =>
          onChange({
            ...field,
            bold: chosen.includes('bold'),
            italic: chosen.includes('italic'),
            upper: chosen.includes('upper'),
          })
        }
      />
    </div>
  )
}

type EditorProps = { readonly unit: string; readonly layout: LayoutRow; readonly onClose: () => void }

export function LayoutEditor({ unit, layout, onClose }: EditorProps) {
  const [commandId, renew] = useCommandId()
  const [title, setTitle] = useState(layout.title)
  const [offset, setOffset] = useState(layout.offset)
  const [fields, setFields] = useState<readonly FieldShape[]>(layout.fields)
  const [chosen, setChosen] = useState(layout.fields[0]?.name)
  const [problem, setProblem] = useState<string>()
  const save = useCommand(layouts.save, [layouts.list])
  const put = (field: FieldShape) =>
    setFields((before) => before.map((each) => (each.name === field.name ? field : each)))
  const field = fields.find(({ name }) => name === chosen)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    const { code, version: baseVersion } = layout
    try {
      const { version } = await save.mutateAsync({
        commandId,
        unit,
        code,
        baseVersion,
        title,
        offset,
        fields: [...fields],
      })
      toast(t('awards.layout_saved', { version }))
    } catch (error) {
      setProblem(messageOf(error))
    }
    renew()
  }
  return (
    <form
      noValidate
      className="card grid gap-4"
      aria-label={t('awards.layout_edit_of', { title: layout.title })}
      onSubmit={(event) => void send(event)}
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2>{t('awards.layout_edit_of', { title: layout.title })}</h2>
        <Button onClick={onClose}>{t('awards.layout_close')}</Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label={t('awards.layout_title')}
          name="layout-title"
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <Measure
          label={t('awards.layout_offset_x')}
          name="layout-offset-x"
          value={offset.x}
          onChange={(x) => setOffset((before) => ({ ...before, x }))}
        />
        <Measure
          label={t('awards.layout_offset_y')}
          name="layout-offset-y"
          value={offset.y}
          onChange={(y) => setOffset((before) => ({ ...before, y }))}
        />
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(260px,1fr)]">
        <section className="min-w-0" aria-label={t('awards.layout_preview', { paper: layout.paper })}>
          <LayoutPreview
            layout={layout}
            fields={fields}
            offset={offset}
            chosen={chosen}
            onChoose={setChosen}
            onMove={put}
          />
        </section>
        <section className="grid content-start gap-3">
          <SelectField
            label={t('awards.layout_field')}
            name="layout-field"
            value={chosen ?? ''}
            onChange={(value) => setChosen(fields.find(({ name }) => name === value)?.name)}
            choices={fields.map(({ name }) => ({ value: name, label: t(`awards.field_${name}`) }))}
          />
          {field !== undefined && <FieldMeasures field={field} onChange={put} />}
        </section>
      </div>
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <p>
        <Button type="submit" variant="primary" isBusy={save.isPending}>
          {t('awards.layout_save')}
        </Button>
      </p>
    </form>
  )
}
