// Adding a form: its name, what it is filled from, and its file.
import { useDesk } from '@kheo/ui/desk.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { SelectField, TextField } from '@kheo/ui/parts/field.tsx'
import { Progress } from '@kheo/ui/parts/progress.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { sendFile } from '@kheo/ui/upload.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { templateDoors, templates } from './schema.ts'

type AddDialogProps = {
  readonly sources: readonly { readonly source: string; readonly title: string }[]
  readonly onClose: () => void
}

export function AddDialog({ sources, onClose }: AddDialogProps) {
  const desk = useDesk()
  const cache = useQueryClient()
  const inputId = useId()
  // One intention: sent again after a lost answer, it is answered from the first.
  const [commandId] = useCommandId()
  const [title, setTitle] = useState('')
  const [source, setSource] = useState(sources[0]?.source ?? '')
  const [file, setFile] = useState<File>()
  const [sent, setSent] = useState<number>()
  const send = async () => {
    if (title.trim() === '') return t('templates.name_needed')
    if (file === undefined) return t('templates.file_needed')
    try {
      await sendFile(templateDoors.add, { commandId, unit: desk.unit.id, title, source }, file, setSent)
    } finally {
      setSent(undefined)
    }
    await cache.invalidateQueries({ queryKey: [templates.list.path] })
    toast(t('templates.added_now', { title }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('templates.add_title')}
      consequence={t('templates.add_consequence')}
      confirm={t('templates.add')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextField label={t('templates.name')} name="title" value={title} onChange={setTitle} maxLength={120} />
      <SelectField
        label={t('templates.source')}
        name="source"
        value={source}
        onChange={setSource}
        choices={sources.map((each) => ({ value: each.source, label: each.title }))}
      />
      <div className="grid gap-1">
        <label className="field-label" htmlFor={inputId}>
          {t('templates.file')}
        </label>
        <input
          id={inputId}
          type="file"
          accept=".docx"
          className="input"
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </div>
      {sent !== undefined && <Progress label={t('templates.file')} done={sent} all={1} />}
    </CommandDialog>
  )
}
