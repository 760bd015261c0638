// A note on one cell, saved with the figures.
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'

type NoteDialogProps = {
  readonly code: string
  readonly start: string
  readonly onClose: () => void
  readonly onSave: (note: string) => void
}

export function NoteDialog({ code, start, onClose, onSave }: NoteDialogProps) {
  const [note, setNote] = useState(start)
  const save = async () => {
    onSave(note.trim())
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.note_title', { code })}
      consequence={t('reports.note_help')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={save}
    >
      <TextArea label={t('common.note')} name="cell-note" value={note} onChange={setNote} />
    </CommandDialog>
  )
}
