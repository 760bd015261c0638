// Dividing one cell by its dimension: a number for each part; the cell becomes their sum.
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { readFigure, showFigure } from '@kheo/ui/format.ts'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import type { Cell } from './schema.ts'

type Texts = Readonly<Record<string, string>>

type PartsDialogProps = {
  readonly code: string
  readonly parts: Cell['parts']
  readonly decimals: number
  readonly onClose: () => void
  /** Undefined takes the division back: the cell is then not reported. */
  readonly onSave: (values: Readonly<Record<string, number>> | undefined) => void
}

/** Every part read, with a sentence where one cannot be. Empty parts are left out. */
function readParts(parts: Cell['parts'], texts: Texts, decimals: number) {
  const read = parts.map((it) => ({ part: it.part, typed: readFigure(texts[it.part] ?? '', decimals) }))
  return {
    errors: Object.fromEntries(read.flatMap((it) => (it.typed.ok ? [] : [[it.part, it.typed.message]]))),
    values: Object.fromEntries(
      read.flatMap((it) => (it.typed.ok && it.typed.value !== null ? [[it.part, it.typed.value] as const] : [])),
    ),
  }
}

export function PartsDialog({ code, parts, decimals, onClose, onSave }: PartsDialogProps) {
  const [texts, setTexts] = useState<Texts>(() =>
    Object.fromEntries(parts.map((it) => [it.part, it.value === null ? '' : showFigure(it.value, decimals)])),
  )
  const [isChecked, setChecked] = useState(false)
  const { errors, values } = readParts(parts, texts, decimals)
  const save = async () => {
    setChecked(true)
    const count = Object.keys(errors).length
    if (count > 0) return t('common.error_summary', { count })
    onSave(Object.keys(values).length === 0 ? undefined : values)
    return undefined
  }
  return (
    <CommandDialog
      title={t('reports.parts_title', { code })}
      consequence={t('reports.parts_help')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={save}
    >
      {parts.map((it) => (
        <TextField
          key={it.part}
          label={it.title}
          name={`part-${it.part}`}
          inputMode="decimal"
          autoComplete="off"
          value={texts[it.part] ?? ''}
          onChange={(text) => setTexts({ ...texts, [it.part]: text })}
          error={isChecked ? errors[it.part] : undefined}
        />
      ))}
      <output className="block font-medium">
        {t('reports.parts_sum', { sum: showFigure(sumDecimals(Object.values(values)), decimals) })}
      </output>
    </CommandDialog>
  )
}
