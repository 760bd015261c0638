// One row of a report: its typed or counted figure, what it is compared with, remarks, and the ways on. The table is cell-table.tsx.
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { showFigure } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { CELL, ROW, ROW_HEAD } from '@kheo/ui/parts/table-roles.ts'
import { t } from '@kheo/ui/text.ts'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { CellInput } from './cell-input.tsx'
import { isEstimate } from './look.tsx'
import type { Cell, Finding, ReportView } from './schema.ts'
import type { CellSaver } from './use-cell-saver.tsx'

export type Grid = {
  readonly view: ReportView
  readonly names: ReadonlyMap<string, IndicatorRow>
  readonly saver: CellSaver
  readonly mayEdit: boolean
  readonly onSource: (code: string) => void
}

/** The parts of a cell as they will stand once everything typed is saved. */
export function partsNow(cell: Cell, saver: CellSaver): Cell['parts'] {
  const { cells, parts } = saver.pending
  const waiting = parts[cell.code]
  if (waiting !== undefined) return cell.parts.map((it) => ({ ...it, value: waiting[it.part] ?? null }))
  // A figure typed whole has no parts any more.
  return cell.code in cells ? cell.parts.map((it) => ({ ...it, value: null })) : cell.parts
}

export const isDivided = (parts: Cell['parts']): boolean => parts.some((it) => it.value !== null)

function ownValue(cell: Cell, saver: CellSaver): number | null {
  const { cells, parts } = saver.pending
  if (cell.code in parts) return sumDecimals(partsNow(cell, saver).map((it) => it.value))
  const waiting = cells[cell.code]
  return waiting === undefined ? cell.own : waiting
}

type SourceButtonProps = {
  readonly cell: Cell
  readonly onSource: (code: string) => void
  readonly children: string
}

function SourceButton({ cell, onSource, children }: SourceButtonProps) {
  // The words to be seen are part of the name, so that they can also be spoken.
  const text = children === cell.text ? cell.text : `${cell.text}, ${children}`
  return (
    <button
      type="button"
      className="number-button"
      aria-label={t('reports.source_label', { code: cell.code, text })}
      onClick={() => onSource(cell.code)}
    >
      {children}
    </button>
  )
}

type Paste = (code: string, column: readonly string[]) => void

function ThisPeriod({ cell, grid, onPaste }: { readonly cell: Cell; readonly grid: Grid; readonly onPaste: Paste }) {
  const { names, saver, mayEdit, onSource, view } = grid
  const row = names.get(cell.code)
  const total = (
    <SourceButton cell={cell} onSource={onSource}>
      {cell.total === null ? '—' : cell.text}
    </SourceButton>
  )
  if (!mayEdit || !cell.isEditable)
    return (
      <>
        {total}
        {cell.total === null && (
          <span className="block text-[13px] text-[var(--muted)]">{t('reports.not_reported')}</span>
        )}
      </>
    )
  return (
    <div
      className={`flex flex-wrap items-center justify-end gap-x-2 sm:flex-col sm:flex-nowrap sm:items-end ${view.reported[1] > 0 ? 'xl:flex-row xl:items-center' : ''}`}
    >
      <CellInput
        code={cell.code}
        name={nameOf(row)}
        decimals={row?.decimals ?? 0}
        value={ownValue(cell, saver)}
        isSum={isDivided(partsNow(cell, saver))}
        onType={saver.touch}
        onValue={(value) => saver.put({ cells: { [cell.code]: value } })}
        onPaste={(column) => onPaste(cell.code, column)}
      />
      {view.isConsolidated && cell.expected > 0 && (
        <span className="is-total text-[13px]">
          <span className="text-[var(--muted)]">{t('reports.source_total')}</span> {total}
        </span>
      )}
    </div>
  )
}

function Bounds({ bounds, decimals }: { readonly bounds: readonly [number, number]; readonly decimals: number }) {
  const [low, high] = [showFigure(bounds[0], decimals), showFigure(bounds[1], decimals)]
  return (
    <>
      <span className="hatch rounded px-1" aria-hidden="true" title={t('reports.bounds_words', { low, high })}>
        {low === high ? low : `${low}–${high}`}
      </span>
      <span className="sr-only">{t('reports.bounds_words', { low, high })}</span>
    </>
  )
}

function LastYear({ cell, decimals }: { readonly cell: Cell; readonly decimals: number }) {
  const words = t(`reports.class_${cell.lastYearClass}`)
  if (cell.lastYear === null && cell.lastYearBounds !== null)
    return <Bounds bounds={cell.lastYearBounds} decimals={decimals} />
  if (cell.lastYearClass === 'not-convertible')
    return <span className="inline-block max-w-24 text-[13px] whitespace-normal text-[var(--muted)]">{words}</span>
  if (cell.lastYear === null) return '—'
  return (
    <span className={isEstimate(cell.lastYearClass) ? 'hatch rounded px-1' : ''}>
      {showFigure(cell.lastYear, decimals)}
      {isEstimate(cell.lastYearClass) && (
        <span className="block max-w-24 text-[13px] whitespace-normal text-[var(--muted)]">{words}</span>
      )}
    </span>
  )
}

type PartsProps = { readonly cell: Cell; readonly grid: Grid; readonly onDivide: (code: string) => void }

function Parts({ cell, grid, onDivide }: PartsProps) {
  if (cell.parts.length === 0) return null
  const given = partsNow(cell, grid.saver).filter((it) => it.value !== null)
  return (
    <>
      {given.length > 0 && (
        <span className="block text-[13px] text-[var(--muted)]" data-testid={`parts-${cell.code}`}>
          {given.map((it) => `${it.title} ${showFigure(it.value)}`).join(' · ')}
        </span>
      )}
      {grid.mayEdit && cell.isEditable && (
        <button
          type="button"
          className="number-button no-print !px-0 text-[13px]"
          aria-label={`${t('reports.divide')}, ${cell.code}`}
          onClick={() => onDivide(cell.code)}
        >
          {t('reports.divide')}
        </button>
      )}
    </>
  )
}

type RemarksProps = {
  readonly cell: Cell
  readonly findings: readonly Finding[]
  readonly decimals: number
  readonly note: string
}

function Remarks({ cell, findings, decimals, note }: RemarksProps) {
  return (
    <>
      {cell.isInQuestion && (
        <span className="block">
          <Badge tone="bad" shape="↩">
            {t('reports.in_question')}
          </Badge>
        </span>
      )}
      {cell.hasMoved && (
        <span className="block">
          <Badge tone="warn">{t('reports.moved', { text: showFigure(cell.submitted, decimals) })}</Badge>
        </span>
      )}
      {findings.map((it) => (
        <span
          key={it.check}
          className={`block text-[13px] ${it.severity === 'error' ? 'text-[var(--bad)]' : 'text-[var(--warn)]'}`}
        >
          <span aria-hidden="true">{it.severity === 'error' ? '✕ ' : '▲ '}</span>
          {it.sentence}
        </span>
      ))}
      {note !== '' && <span className="block text-[13px] text-[var(--muted)]">✎ {note}</span>}
    </>
  )
}

/** A total that units below have part in, rather than the unit alone. */
const isAdded = (cell: Cell): boolean => cell.origin !== 'derived' && cell.total !== cell.own

function Ways({ cell, grid, onNote }: Pick<RowProps, 'cell' | 'grid' | 'onNote'>) {
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      <SourceButton cell={cell} onSource={grid.onSource}>
        {t(`reports.origin_${isAdded(cell) ? 'added' : cell.origin}`)}
      </SourceButton>
      {grid.view.isConsolidated && cell.expected > 0 && (
        <span className="text-[13px] text-[var(--muted)]">
          {cell.reported}/{cell.expected}
        </span>
      )}
      {grid.mayEdit && (
        <button
          type="button"
          className="number-button no-print"
          aria-label={t('reports.note_label', { code: cell.code })}
          onClick={() => onNote(cell.code)}
        >
          ✎
        </button>
      )}
    </span>
  )
}

type RowProps = {
  readonly cell: Cell
  readonly grid: Grid
  readonly findings: readonly Finding[]
  readonly onPaste: Paste
  readonly onNote: (code: string) => void
  readonly onDivide: (code: string) => void
}

export function CellRow({ cell, grid, findings, onPaste, onNote, onDivide }: RowProps) {
  const row = grid.names.get(cell.code)
  const decimals = row?.decimals ?? 6
  const note = grid.saver.pending.notes[cell.code] ?? cell.note ?? ''
  return (
    <tr {...ROW} id={`cell-${cell.code}`} tabIndex={-1} className={cell.isInQuestion ? 'bg-[var(--bad-tint)]' : ''}>
      <td {...CELL} data-label={t('reports.code')} className="is-wide-only whitespace-nowrap">
        {cell.code}
      </td>
      <th {...ROW_HEAD} className="is-main is-name">
        <span className="sm:hidden">{cell.code} · </span>
        {nameOf(row)}
        <span className="font-normal text-[var(--muted)] sm:hidden"> ({row?.unit ?? ''})</span>
        <Parts cell={cell} grid={grid} onDivide={onDivide} />
        <Remarks cell={cell} findings={findings} decimals={decimals} note={note} />
      </th>
      <td {...CELL} data-label={t('reports.measure')} className="is-wide-only">
        {row?.unit ?? ''}
      </td>
      <td {...CELL} data-label={t('reports.this_period')} className="num">
        <div>
          <ThisPeriod cell={cell} grid={grid} onPaste={onPaste} />
        </div>
      </td>
      <td {...CELL} data-label={t('reports.previous')} className="num is-compared">
        {showFigure(cell.previous, decimals)}
      </td>
      <td {...CELL} data-label={t('reports.last_year')} className="num is-compared">
        <LastYear cell={cell} decimals={decimals} />
      </td>
      <td {...CELL} data-label={t('reports.cumulative')} className="num is-compared">
        {showFigure(cell.cumulative, decimals)}
      </td>
      <td {...CELL} data-label={t('reports.source')}>
        <Ways cell={cell} grid={grid} onNote={onNote} />
      </td>
    </tr>
  )
}
