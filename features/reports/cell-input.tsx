// One typed figure: a native input that reads the house style and says what is wrong when it is left.
import { columnOf } from '@kheo/ui/paste.ts'
import { readFigure, showFigure } from '@kheo/ui/format.ts'
import { t } from '@kheo/ui/text.ts'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'

type CellInputProps = {
  readonly code: string
  readonly name: string
  readonly decimals: number
  readonly value: number | null
  /** The figure is the sum of its parts and is typed there. */
  readonly isSum: boolean
  readonly onType: () => void
  readonly onValue: (value: number | null) => void
  readonly onPaste: (column: readonly string[]) => void
}

export const inputId = (code: string): string => `input-${code}`

/** Moves to the cell above (-1) or below (1) among all inputs of the grid. */
function move(from: HTMLInputElement, by: number): void {
  const all = [...document.querySelectorAll<HTMLInputElement>('input.cell-input')]
  const next = all[all.indexOf(from) + by]
  next?.focus()
  next?.select()
}

export function CellInput({ code, name, decimals, value, isSum, onType, onValue, onPaste }: CellInputProps) {
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const shown = value === null ? '' : showFigure(value, decimals)
  const type = (text: string) => {
    setTyped(text)
    setProblem(undefined)
    const read = readFigure(text, decimals)
    if (read.ok && read.value !== value) onValue(read.value)
    onType()
  }
  // Text that cannot be read stays as it was typed, with the reason under it.
  const leave = () => {
    if (typed === undefined) return
    const read = readFigure(typed, decimals)
    setProblem(read.ok ? undefined : read.message)
    if (read.ok) setTyped(undefined)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const by =
      event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
        ? -1
        : event.key === 'ArrowDown' || event.key === 'Enter'
          ? 1
          : 0
    if (by === 0) return
    event.preventDefault()
    move(event.currentTarget, by)
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    if (isSum) return
    const column = columnOf(event.clipboardData.getData('text/plain'))
    if (column === undefined) return
    event.preventDefault()
    setTyped(undefined)
    setProblem(undefined)
    onPaste(column)
  }
  const errorId = `${inputId(code)}-error`
  const sumId = `${inputId(code)}-sum`
  return (
    <div>
      <input
        id={inputId(code)}
        className="cell-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t('reports.input_label', { code, name })}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={isSum ? sumId : problem === undefined ? undefined : errorId}
        readOnly={isSum}
        value={typed ?? shown}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={press}
        onPaste={paste}
      />
      {isSum && (
        <span id={sumId} className="block text-[13px] text-[var(--muted)]">
          {t('reports.is_sum')}
        </span>
      )}
      {problem !== undefined && (
        <p id={errorId} role="alert" className="field-error max-w-56 text-left whitespace-normal">
          {problem}
        </p>
      )}
    </div>
  )
}
