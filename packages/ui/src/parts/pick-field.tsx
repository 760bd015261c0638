// A text box with a list of what is found, by the ARIA pattern: the focus stays in the box, `aria-activedescendant` walks the list.
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'
import { t } from '../text.ts'

// No element of HTML is a list of suggestions under a box that keeps the focus.
const LISTBOX = { role: 'listbox' } as const

export type Found = { readonly id: string; readonly name: string; readonly detail?: string }

type PickFieldProps = {
  readonly label: string
  readonly help?: string | undefined
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  /** What stands in the box at the start. */
  readonly start: string
  /** What was found for what was typed; asked for by the caller. */
  readonly rows: readonly Found[]
  /** Said while there are none. */
  readonly words: string
  readonly onType: (typed: string) => void
  readonly onPick: (found: Found) => void
}

export function PickField({
  label,
  help,
  isOptional = false,
  isLabelHidden = false,
  start,
  rows,
  words,
  onType,
  onPick,
}: PickFieldProps) {
  const own = useId()
  const [typed, setTyped] = useState(start)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const pick = (found: Found | undefined) => {
    if (found === undefined) return
    setTyped(found.name)
    setOpen(false)
    onPick(found)
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
  const optionOf = (row: Found, index: number) => ({
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
        {isOptional && <span className="font-normal text-[var(--muted)]"> {t('common.optional')}</span>}
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
          onType(event.target.value)
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
              {row.name}
              {row.detail !== undefined && <span className="text-[13px] text-[var(--muted)]"> {row.detail}</span>}
            </div>
          ))}
        </div>
        <output className="block px-3 text-sm">{isOpen && rows.length === 0 ? words : ''}</output>
      </div>
    </div>
  )
}
