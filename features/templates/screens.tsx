// Forms of the office: the list, adding one, filling one, and the marks that may stand in one.
import { matchesFolded } from '@kheo/core/text/fold.ts'
import { addressOf } from '@kheo/kit/client.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showInstant } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { ScreenAnswer } from '@kheo/ui/parts/screen-answer.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { AddDialog } from './add-dialog.tsx'
import { FillDialog } from './fill-dialog.tsx'
import { type Mark, templateDoors, templates, type TemplateView } from './schema.ts'

function Remove({ of, onClose }: { readonly of: TemplateView; readonly onClose: () => void }) {
  const [commandId] = useCommandId()
  const remove = useCommand(templates.remove, [templates.list])
  return (
    <CommandDialog
      title={t('templates.remove')}
      consequence={t('templates.remove_consequence')}
      confirm={t('templates.remove')}
      variant="danger"
      onClose={onClose}
      onConfirm={async () => {
        await remove.mutateAsync({ commandId, unit: of.unitId, id: of.id })
        toast(t('templates.removed'))
        return undefined
      }}
    />
  )
}

type Deed = { readonly kind: 'fill' | 'remove'; readonly of: TemplateView }

const columns = (mayFill: boolean, onDeed: (deed: Deed) => void): readonly Column<TemplateView>[] => [
  {
    key: 'title',
    head: t('templates.name'),
    isMain: true,
    cell: (it) => (
      <>
        <span className="font-medium">{it.title}</span>
        {it.unknownMarks.length > 0 && (
          <span className="block text-sm text-[var(--muted)]">
            {t('templates.unknown', { marks: it.unknownMarks.map((mark) => `{${mark}}`).join(', ') })}
          </span>
        )}
      </>
    ),
  },
  { key: 'source', head: t('templates.source'), cell: (it) => it.sourceTitle },
  { key: 'of', head: t('templates.of'), cell: (it) => it.unitName },
  { key: 'added', head: t('templates.added'), cell: (it) => `${showInstant(it.addedAt)}, ${it.addedTitle}` },
  {
    key: 'deeds',
    head: t('templates.deeds'),
    cell: (it) => (
      <span className="no-print flex flex-wrap justify-end gap-2">
        {mayFill && <Button onClick={() => onDeed({ kind: 'fill', of: it })}>{t('templates.fill')}</Button>}
        <a className="btn btn-quiet" href={addressOf(templateDoors.original, { unit: it.unitId, id: it.id })} download>
          {t('templates.original')}
        </a>
        {it.mayRemove && (
          <Button variant="quiet" onClick={() => onDeed({ kind: 'remove', of: it })}>
            {t('templates.remove')}
          </Button>
        )}
      </span>
    ),
  },
]

type MarkRow = { readonly name: string; readonly meaning: string }

const flat = (marks: readonly Mark[]): readonly MarkRow[] =>
  marks.flatMap(({ name, meaning, inside }) =>
    inside.length === 0
      ? [{ name: `{${name}}`, meaning }]
      : [
          { name: `{#${name}} … {/${name}}`, meaning },
          ...inside.map((each) => ({ name: `{${each.name}} (${name})`, meaning: each.meaning })),
        ],
  )

const markColumns = (): readonly Column<MarkRow>[] => [
  { key: 'name', head: t('templates.mark'), isMain: true, cell: (row) => <code>{row.name}</code> },
  { key: 'meaning', head: t('templates.meaning'), cell: (row) => row.meaning },
]

const SHOWN = 60

function Marks({ sources }: { readonly sources: readonly { readonly source: string; readonly title: string }[] }) {
  const [source, setSource] = useState(sources[0]?.source ?? '')
  const [typed, setTyped] = useState('')
  const marks = useServer(templates.marks, { source }, { enabled: source !== '' })
  const rows = flat(marks.data?.rows ?? []).filter((row) => matchesFolded(`${row.name} ${row.meaning}`, typed))
  return (
    <details className="card no-print">
      <summary className="min-h-[var(--target)] text-lg font-semibold">{t('templates.marks')}</summary>
      <div className="grid gap-4">
        <p>{t('templates.marks_help')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('templates.source')}
            name="marksOf"
            value={source}
            onChange={setSource}
            choices={sources.map((each) => ({ value: each.source, label: each.title }))}
          />
          <TextField label={t('templates.find_mark')} name="find" value={typed} onChange={setTyped} />
        </div>
        <DataTable
          caption={t('templates.marks')}
          columns={markColumns()}
          rows={rows.slice(0, SHOWN)}
          keyOf={(row) => row.name}
        />
      </div>
    </details>
  )
}

export function TemplateList() {
  const desk = useDesk()
  const list = useServer(templates.list, { unit: desk.unit.id })
  const [isAdding, setAdding] = useState(false)
  const [deed, setDeed] = useState<Deed>()
  const close = () => setDeed(undefined)
  return (
    <Page
      title={`${t('templates.title')} · ${desk.unit.name}`}
      {...(list.data?.mayAdd === true
        ? {
            mainAction: (
              <Button variant="primary" onClick={() => setAdding(true)}>
                {t('templates.add')}
              </Button>
            ),
          }
        : {})}
    >
      <p className="max-w-[70ch]">{t('templates.about')}</p>
      <ScreenAnswer of={list}>
        {({ rows, mayFill, sources }) => (
          <>
            {rows.length === 0 ? (
              <Empty title={t('templates.none')}>{t('templates.none_help')}</Empty>
            ) : (
              <DataTable
                caption={t('templates.title')}
                columns={columns(mayFill, setDeed)}
                rows={rows}
                keyOf={(it) => it.id}
              />
            )}
            <Marks sources={sources} />
            {isAdding && <AddDialog sources={sources} onClose={() => setAdding(false)} />}
          </>
        )}
      </ScreenAnswer>
      {deed?.kind === 'fill' && <FillDialog of={deed.of} onClose={close} />}
      {deed?.kind === 'remove' && <Remove of={deed.of} onClose={close} />}
    </Page>
  )
}
