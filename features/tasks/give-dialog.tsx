// Giving a task to units below: which units, what of it, by when.
import type { EntryView } from '@kheo/kit/register/contract.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { ChecksField } from '@kheo/ui/parts/checks-field.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { tasks } from './schema.ts'

type GiveDialogProps = {
  readonly entry: EntryView
  readonly below: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

const LONGEST = 300

export function GiveDialog({ entry, below, onClose }: GiveDialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [content, setContent] = useState(String(entry.values['content'] ?? ''))
  const [dueOn, setDueOn] = useState(entry.dueOn !== null && entry.dueOn >= desk.today ? entry.dueOn : '')
  const give = useCommand(tasks.give, [tasks.shares])
  const isAll = chosen.length === below.length && below.length > 0
  const send = async () => {
    if (chosen.length === 0) return t('tasks.give_none')
    if (content.trim() === '') return t('tasks.give_words')
    if (dueOn === '') return t('common.day_needed')
    await give.mutateAsync({
      commandId,
      unit: entry.unitId,
      id: entry.id,
      shares: chosen.map((unit) => ({ unit, content, dueOn })),
    })
    toast(t('tasks.gave', { count: chosen.length }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('tasks.give_title')}
      consequence={t('tasks.give_consequence')}
      confirm={t('tasks.give_confirm', { count: chosen.length })}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('tasks.give_content')} name="content" value={content} onChange={setContent} most={LONGEST} />
      <DateField label={t('tasks.give_due')} name="dueOn" value={dueOn} onChange={setDueOn} />
      <label className="flex min-h-[var(--target)] items-center gap-2 font-medium">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-[var(--action)]"
          checked={isAll}
          onChange={() => setChosen(isAll ? [] : below.map((unit) => unit.id))}
        />
        {t('tasks.give_all', { count: below.length })}
      </label>
      <div className="max-h-[40vh] overflow-y-auto">
        <ChecksField
          label={t('tasks.give_units')}
          name="units"
          choices={below.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={chosen}
          onChange={setChosen}
        />
      </div>
    </CommandDialog>
  )
}
