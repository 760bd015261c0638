// The words of a report with live figures in them, and the editor of a section's wording.
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { fieldId, SelectField, TextArea } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { Proof } from './proof.tsx'
import type { NarrativeSection, ReportView } from './schema.ts'
import { useWording } from './use-wording.tsx'

type Shared = {
  readonly view: ReportView
  readonly names: ReadonlyMap<string, IndicatorRow>
  readonly mayEdit: boolean
  readonly onSource: (code: string) => void
}

const TEXT = 'narrative-text'

function caretIn(text: string): number {
  const box = document.getElementById(fieldId(TEXT))
  return box instanceof HTMLTextAreaElement ? box.selectionStart : text.length
}

function Editor({
  view,
  names,
  section,
  onClose,
}: Pick<Shared, 'view' | 'names'> & { readonly section: NarrativeSection; readonly onClose: () => void }) {
  const codes = view.sections.flatMap((it) => it.cells.map((cell) => cell.code))
  const [text, setText] = useState(section.source)
  const [code, setCode] = useState(codes[0] ?? '')
  const wording = useWording(view)
  const insert = () => {
    const at = caretIn(text)
    setText(`${text.slice(0, at)}{{${code}}}${text.slice(at)}`)
  }
  const send = async () => {
    await wording.send(section.index, text)
    toast(t('reports.narrative_saved'))
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.narrative_title', { heading: section.heading })}
      consequence={t('reports.narrative_help')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('reports.narrative_text')} name={TEXT} rows={8} value={text} onChange={setText} />
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
        <SelectField
          label={t('reports.narrative_token')}
          name="narrative-token"
          value={code}
          onChange={setCode}
          choices={codes.map((it) => ({ value: it, label: `${it} ${nameOf(names.get(it))}` }))}
        />
        <Button onClick={insert}>{t('reports.narrative_insert')}</Button>
      </div>
    </CommandDialog>
  )
}

function Section({ section, view, names, mayEdit, onSource }: Shared & { readonly section: NarrativeSection }) {
  const [isEditing, setEditing] = useState(false)
  const wording = useWording(view)
  const restore = async () => {
    await wording.send(section.index, '')
    toast(t('reports.narrative_saved'))
  }
  return (
    <section className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{section.heading}</h2>
        <div className="no-print flex flex-wrap items-center gap-2">
          {section.isOwnWording && <Badge tone="info">{t('reports.narrative_own')}</Badge>}
          {mayEdit && <Button onClick={() => setEditing(true)}>{t('reports.narrative_edit')}</Button>}
          {mayEdit && section.isOwnWording && (
            <Button variant="quiet" onClick={() => void restore()}>
              {t('reports.narrative_restore')}
            </Button>
          )}
        </div>
      </div>
      {section.paragraphs.length === 0 && <p className="text-[var(--muted)]">{t('reports.narrative_empty')}</p>}
      {section.paragraphs.map((runs, index) => (
        // Paragraphs have no identity of their own: their place is what they are.
        <p key={index} className="max-w-prose">
          {runs.map((run, place) =>
            run.code === null ? (
              run.text
            ) : (
              <button
                key={place}
                type="button"
                className="number-inline"
                aria-label={t('reports.source_label', { code: run.code, text: run.text })}
                onClick={() => run.code !== null && onSource(run.code)}
              >
                {run.text}
              </button>
            ),
          )}
        </p>
      ))}
      {isEditing && <Editor view={view} names={names} section={section} onClose={() => setEditing(false)} />}
    </section>
  )
}

export function Narrative(shared: Shared) {
  if (shared.view.narrative.length === 0) return <p className="card">{t('reports.narrative_none')}</p>
  return (
    <>
      <Proof view={shared.view} mayEdit={shared.mayEdit} onSource={shared.onSource} />
      <div className="card grid gap-6">
        {shared.view.narrative.map((section) => (
          <Section key={section.index} section={section} {...shared} />
        ))}
      </div>
    </>
  )
}
