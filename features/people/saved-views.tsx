// Filters of a list kept under a name: apply, save, delete. They are the account's own and follow it to every machine.
import type { SearchPatch } from '@kheo/ui/address.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { views } from './schema.ts'

type SavedViewsProps = {
  readonly register: string
  readonly search: Readonly<Record<string, string>>
  readonly onApply: (search: SearchPatch) => void
}

function SaveDialog({
  register,
  search,
  onClose,
}: Omit<SavedViewsProps, 'onApply'> & { readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const save = useCommand(views.save, [views.list])
  return (
    <CommandDialog
      title={t('registers.view_save')}
      consequence={t('registers.view_consequence')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={async () => {
        if (name.trim() === '') return t('registers.view_name_needed')
        await save.mutateAsync({ register, name, search })
        toast(t('registers.view_saved', { name: name.trim() }))
        return undefined
      }}
    >
      <TextField label={t('registers.view_name')} name="view-name" maxLength={80} value={name} onChange={setName} />
    </CommandDialog>
  )
}

export function SavedViews({ register, search, onApply }: SavedViewsProps) {
  const [isSaving, setSaving] = useState(false)
  const kept = useServer(views.list, { register })
  const remove = useCommand(views.delete, [views.list])
  const isOn = Object.keys(search).length > 0
  const drop = async (name: string) => {
    await remove.mutateAsync({ register, name })
    toast(t('registers.view_deleted', { name }))
  }
  return (
    <details className="open:basis-full">
      <summary className="flex min-h-[var(--target)] items-center font-medium text-[var(--action)]">
        ▸ {t('registers.saved_views')}
      </summary>
      <div className="grid justify-items-start gap-2">
        <Answer of={kept}>
          {({ rows }) => (
            <ul className="flex flex-wrap gap-2">
              {rows.map((view) => (
                <li key={view.name} className="flex">
                  <Button onClick={() => onApply(view.search)}>{view.name}</Button>
                  <Button
                    variant="quiet"
                    aria-label={t('registers.view_delete', { name: view.name })}
                    onClick={() => void drop(view.name)}
                  >
                    <span aria-hidden="true">✕</span>
                  </Button>
                </li>
              ))}
              {rows.length === 0 && <li className="text-[var(--muted)]">{t('registers.view_none')}</li>}
            </ul>
          )}
        </Answer>
        {isOn ? (
          <Button variant="quiet" onClick={() => setSaving(true)}>
            {t('registers.view_save')}
          </Button>
        ) : (
          <p className="field-help">{t('registers.view_nothing')}</p>
        )}
      </div>
      {isSaving && <SaveDialog register={register} search={search} onClose={() => setSaving(false)} />}
    </details>
  )
}
