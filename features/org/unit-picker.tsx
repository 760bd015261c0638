// Finds a unit by name while typing. It says which was chosen; what is done with it is the caller's.
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from 'react'
import { org, type UnitRow } from './schema.ts'

const PAUSE_MS = 250
const LEAST = 2

// No element of HTML is a list of suggestions under a box that keeps the focus.
const LISTBOX = { role: 'listbox' } as const

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

// A text box with a list, by the ARIA pattern: the focus stays in the box, `aria-activedescendant` walks the list.
export function UnitPicker({ label, day, onPick, start = '', help, isLabelHidden = false }: UnitPickerProps) {
  const own = useId()
  const [typed, setTyped] = useState(start)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { rows, words } = useFound(isOpen ? typed : '', day)
  const pick = (unit: UnitRow | undefined) => {
    if (unit === undefined) return
    setTyped(unit.name)
    setOpen(false)
    onPick(unit)
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      setOpen(true)
      setAt((before) => Math.max(0, Math.min(rows.length - 1, isOpen ? before + by : 0)))
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      pick(rows[at])
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  // The box keeps the focus, so that leaving it closes the list and choosing does not.
  const optionOf = (row: UnitRow, index: number) => ({
    id: `${own}-${index}`,
    role: 'option',
    'aria-selected': index === at,
    'data-focused': index === at ? '' : undefined,
    className: 'option',
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onMouseUp: () => pick(row),
  })
  return (
    <div className="relative grid gap-1">
      <label htmlFor={own} className={isLabelHidden ? 'sr-only' : 'field-label'}>
        {label}
      </label>
      {help !== undefined && (
        <span id={`${own}-help`} className="field-help">
          {help}
        </span>
      )}
      <input
        id={own}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={`${own}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && rows.length > 0 ? `${own}-${at}` : undefined}
        aria-describedby={help === undefined ? undefined : `${own}-help`}
        placeholder={isLabelHidden ? label : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      />
      <div className={`popover absolute top-full right-0 left-0 z-50 mt-1 max-h-72 ${isOpen ? '' : 'hidden'}`}>
        <div id={`${own}-list`} {...LISTBOX} aria-label={label}>
          {rows.map((row, index) => (
            <div key={row.id} {...optionOf(row, index)}>
              {row.name} <span className="text-[13px] text-[var(--muted)]">{row.kind}</span>
            </div>
          ))}
        </div>
        <output className="block px-3 text-sm">{isOpen && rows.length === 0 ? words : ''}</output>
      </div>
    </div>
  )
}
