// Lines that are typed, ordered and dropped by keyboard or finger: a table on a wide screen, cards on a phone.
import { Button } from '@kheo/ui/parts/button.tsx'
import { fieldId } from '@kheo/ui/parts/field.tsx'
import { CELL, COLUMN_HEAD, GROUP, ROW, TABLE } from '@kheo/ui/parts/table-roles.ts'
import { newId } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type KeyboardEvent, type ReactNode, useContext } from 'react'
import { MayEdit } from './words.tsx'

type Keyed = { readonly key: string }
export type LineColumn<L> = {
  readonly key: string
  readonly head: string
  /** Of a wide screen, as a class such as `w-28`. */
  readonly look?: string
  /** Several boxes stand in this column, each with its own words above it. */
  readonly isLabelled?: boolean
  /** Of a card: half its width. */
  readonly isHalf?: boolean
  readonly cell: (line: L, at: number, set: (patch: Partial<L>) => void) => ReactNode
}

type LineTableProps<L extends Keyed> = {
  readonly caption: string
  /** Boxes of a line are named `<name>.<place>.<column>`. */
  readonly name: string
  readonly columns: readonly LineColumn<L>[]
  readonly lines: readonly L[]
  readonly onChange: (lines: readonly L[]) => void
  readonly blank: Omit<L, 'key'>
  readonly add: string
  readonly none: string
  /** So many lines at the top stay where they are. */
  readonly locked?: number
}

const LEAD = 'button, input, select, textarea, [role="spinbutton"]'

/** After the next drawing: the line is then in its new place. */
function focusLater(name: string, at: number, column: string): void {
  setTimeout(() => {
    const box = document.getElementById(fieldId(`${name}.${at}.${column}`))
    const target = box?.matches(LEAD) === true ? box : box?.querySelector<HTMLElement>(LEAD)
    target?.focus()
  })
}

/** The column of the box that has the focus. */
function columnInFocus(name: string, at: number): string {
  const start = fieldId(`${name}.${at}.`)
  const id = document.activeElement?.closest(`[id^="${CSS.escape(start)}"]`)?.id ?? ''
  return id.slice(start.length)
}

type RowActs = {
  readonly at: number
  readonly count: number
  readonly locked: number
  readonly name: string
  readonly onMove: (at: number, by: -1 | 1) => void
  readonly onRemove: (at: number) => void
}

/** Buttons stay in reach of the focus at either end, and then do nothing. */
function RowButtons({ at, count, locked, name, onMove, onRemove }: RowActs) {
  const n = at + 1
  const id = (act: string) => fieldId(`${name}.${at}.${act}`)
  if (at < locked) return null
  return (
    <span className="flex justify-end gap-1">
      <Button
        variant="quiet"
        className="min-w-[var(--target)]"
        id={id('up')}
        aria-disabled={at === locked}
        aria-label={t('conferences.line_up', { n })}
        onClick={() => onMove(at, -1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        variant="quiet"
        className="min-w-[var(--target)]"
        id={id('down')}
        aria-disabled={at === count - 1}
        aria-label={t('conferences.line_down', { n })}
        onClick={() => onMove(at, 1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
      <Button
        variant="quiet"
        className="min-w-[var(--target)]"
        id={id('remove')}
        aria-label={t('conferences.line_remove', { n })}
        onClick={() => onRemove(at)}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </span>
  )
}

/** The head of the column, or of the line on a card, says what the box is for. */
const BARE = '[&_.field-label]:sr-only'
const LABELLED = 'max-sm:[&::before]:hidden [&_.field-label]:text-[13px] [&_.field-label]:font-normal'

const CELL_LOOK =
  'align-top max-sm:block! max-sm:[&::before]:block max-sm:[&::before]:max-w-none ' +
  '[&_textarea]:min-h-[var(--target)] [&_textarea]:[field-sizing:content] [&_textarea]:resize-none'

const cellLook = ({ isLabelled = false, isHalf = false }: Pick<LineColumn<never>, 'isLabelled' | 'isHalf'>): string =>
  `${CELL_LOOK} ${isLabelled ? LABELLED : BARE} ${isHalf ? '' : 'max-sm:col-span-2'}`

export function LineTable<L extends Keyed>(props: LineTableProps<L>) {
  const { caption, name, columns, lines, onChange, blank, add, none, locked = 0 } = props
  const mayEdit = useContext(MayEdit)
  const first = columns[0]?.key ?? ''
  const move = (at: number, by: -1 | 1) => {
    const [one, other] = [lines[at], lines[at + by]]
    if (one === undefined || other === undefined || Math.min(at, at + by) < locked) return
    onChange(lines.with(at, other).with(at + by, one))
    focusLater(name, at + by, columnInFocus(name, at))
  }
  const remove = (at: number) => {
    onChange(lines.filter((_, index) => index !== at))
    if (lines.length > 1) focusLater(name, Math.min(at, lines.length - 2), first)
    else document.getElementById(fieldId(`${name}.add`))?.focus()
  }
  const append = () => {
    // The columns of `blank` are those of a line; only its key is new.
    onChange([...lines, { ...blank, key: newId() } as L])
    focusLater(name, lines.length, first)
  }
  const press = (event: KeyboardEvent, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0 || !mayEdit) return
    event.preventDefault()
    move(at, by)
  }
  return (
    <div className="grid gap-2">
      {lines.length === 0 ? (
        <p className="text-[var(--muted)]">{none}</p>
      ) : (
        <div className="table-scroll">
          <table {...TABLE} className="table table-cards">
            <caption className="sr-only">{caption}</caption>
            <thead {...GROUP}>
              <tr {...ROW}>
                <th {...COLUMN_HEAD} className="w-10 min-w-0!">
                  {t('conferences.line_no')}
                </th>
                {columns.map((column) => (
                  <th key={column.key} {...COLUMN_HEAD} className={column.look}>
                    {column.head}
                  </th>
                ))}
                {mayEdit && (
                  <th {...COLUMN_HEAD} className="no-print w-32">
                    <span className="sr-only">{t('conferences.line_acts')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody {...GROUP}>
              {lines.map((line, at) => (
                <tr
                  key={line.key}
                  {...ROW}
                  className="max-sm:grid! max-sm:grid-cols-2 max-sm:gap-x-3"
                  onKeyDown={(event) => press(event, at)}
                >
                  <td {...CELL} className="min-w-0! align-top font-medium max-sm:col-span-2">
                    {at + 1}
                  </td>
                  {columns.map((column) => (
                    <td key={column.key} {...CELL} data-label={column.head} className={cellLook(column)}>
                      {column.cell(line, at, (patch) => onChange(lines.with(at, { ...line, ...patch })))}
                    </td>
                  ))}
                  {mayEdit && (
                    <td
                      {...CELL}
                      className="no-print align-top max-sm:col-start-2 max-sm:items-end! max-sm:justify-end!"
                    >
                      <RowButtons {...{ at, locked, name }} count={lines.length} onMove={move} onRemove={remove} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayEdit && (
        <p className="no-print">
          <Button id={fieldId(`${name}.add`)} onClick={append}>
            {add}
          </Button>
        </p>
      )}
    </div>
  )
}
