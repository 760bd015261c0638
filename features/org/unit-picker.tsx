// Finds a unit by name while typing. It says which was chosen; what is done with it is the caller's.
import { PickField } from '@kheo/ui/parts/pick-field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useEffect, useState } from 'react'
import { org, type UnitRow } from './schema.ts'

const PAUSE_MS = 250
const LEAST = 2

type UnitPickerProps = {
  readonly label: string
  readonly day: string
  readonly onPick: (unit: UnitRow) => void
  readonly start?: string
  readonly help?: string
  readonly isLabelHidden?: boolean
}

/** What is asked for follows what is typed after a pause. */
function useFound(typed: string, day: string) {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const isAsking = asked.length >= LEAST
  const found = useServer(org.search, { q: asked, day }, { enabled: isAsking })
  const isWaiting = asked !== typed.trim() || found.isFetching
  const words =
    typed.trim().length < LEAST ? t('units.pick_more') : isWaiting ? t('common.loading') : t('units.pick_none')
  return { rows: isAsking ? (found.data?.rows ?? []) : [], words }
}

export function UnitPicker({ label, day, onPick, start = '', help, isLabelHidden = false }: UnitPickerProps) {
  const [typed, setTyped] = useState('')
  const { rows, words } = useFound(typed, day)
  const pick = (id: string) => {
    const unit = rows.find((row) => row.id === id)
    if (unit !== undefined) onPick(unit)
  }
  return (
    <PickField
      label={label}
      isLabelHidden={isLabelHidden}
      help={help}
      start={start}
      rows={rows.map((row) => ({ id: row.id, name: row.name, detail: row.kind }))}
      words={words}
      onType={setTyped}
      onPick={(found) => pick(found.id)}
    />
  )
}
