// The figures of a report as a native table: typed cells are inputs, every figure leads to its source.
import { readFigure, showFigure } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { CELL, COLUMN_HEAD, GROUP, ROW, ROW_HEAD, TABLE } from '@kheo/ui/parts/table-roles.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { nameOf } from '../indicators/catalogue.tsx'
import type { IndicatorRow } from '../indicators/schema.ts'
import { CellInput } from './cell-input.tsx'
import { isEstimate } from './look.tsx'
import { NoteDialog } from './note-dialog.tsx'
import type { Cell, Finding, ReportView } from './schema.ts'
import type { CellSaver } from './use-cell-saver.tsx'

type Grid = {
  readonly view: ReportView
  readonly names: ReadonlyMap<string, IndicatorRow>
  readonly saver: CellSaver
  readonly mayEdit: boolean
  readonly onSource: (code: string) => void
}

const HEADS = ['code', 'indicator', 'measure', 'this_period', 'previous', 'last_year', 'cumulative', 'source'] as const
const NUMBERS: ReadonlySet<string> = new Set(['this_period', 'previous', 'last_year', 'cumulative'])

const ownValue = (cell: Cell, saver: CellSaver): number | null => {
  const waiting = saver.pending.cells[cell.code]
  return waiting === undefined ? cell.own : waiting
}

/** A pasted column runs down the rows as they are shown; rows that are not typed swallow their line. */
function pasteInto(grid: Grid, cells: readonly Cell[], from: string, column: readonly string[]): void {
  const start = cells.findIndex((cell) => cell.code === from)
  const taken: Record<string, number | null> = {}
  let skipped = 0
  let wrong = 0
  for (const [offset, text] of column.entries()) {
    const cell = cells[start + offset]
    if (cell === undefined || !cell.isEditable) {
      skipped += 1
      continue
    }
    const read = readFigure(text, grid.names.get(cell.code)?.decimals ?? 0)
    if (read.ok) taken[cell.code] = read.value
    else wrong += 1
  }
  grid.saver.put(taken)
  toast(t('reports.pasted', { count: Object.keys(taken).length, skipped, wrong }), wrong > 0 ? 'warn' : 'info')
}

function SourceButton({
  cell,
  onSource,
  children,
}: {
  readonly cell: Cell
  readonly onSource: (code: string) => void
  readonly children: string
}) {
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

function ThisPeriod({
  cell,
  grid,
  cells,
}: {
  readonly cell: Cell
  readonly grid: Grid
  readonly cells: readonly Cell[]
}) {
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
    <div className="flex flex-wrap items-center justify-end gap-x-2 xl:flex-nowrap">
      <CellInput
        code={cell.code}
        name={nameOf(row)}
        decimals={row?.decimals ?? 0}
        value={ownValue(cell, saver)}
        onType={saver.touch}
        onValue={(value) => saver.put({ [cell.code]: value })}
        onPaste={(column) => pasteInto(grid, cells, cell.code, column)}
      />
      {view.isConsolidated && cell.expected > 0 && (
        <span className="text-[13px]">
          <span className="text-[var(--muted)]">{t('reports.source_total')}</span> {total}
        </span>
      )}
    </div>
  )
}

function LastYear({ cell, decimals }: { readonly cell: Cell; readonly decimals: number }) {
  const words = t(`reports.class_${cell.lastYearClass}`)
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

function Remarks({
  cell,
  findings,
  decimals,
  note,
}: {
  readonly cell: Cell
  readonly findings: readonly Finding[]
  readonly decimals: number
  readonly note: string
}) {
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

type RowProps = {
  readonly cell: Cell
  readonly grid: Grid
  readonly cells: readonly Cell[]
  readonly findings: readonly Finding[]
  readonly onNote: (code: string) => void
}

function CellRow({ cell, grid, cells, findings, onNote }: RowProps) {
  const row = grid.names.get(cell.code)
  const decimals = row?.decimals ?? 6
  const note = grid.saver.pending.notes[cell.code] ?? cell.note ?? ''
  return (
    <tr {...ROW} id={`cell-${cell.code}`} tabIndex={-1} className={cell.isInQuestion ? 'bg-[var(--bad-tint)]' : ''}>
      <td {...CELL} data-label={t('reports.code')} className="is-wide-only whitespace-nowrap">
        {cell.code}
      </td>
      <th {...ROW_HEAD} className="is-main min-w-40">
        <span className="sm:hidden">{cell.code} · </span>
        {nameOf(row)}
        <span className="font-normal text-[var(--muted)] sm:hidden"> ({row?.unit ?? ''})</span>
        <Remarks cell={cell} findings={findings} decimals={decimals} note={note} />
      </th>
      <td {...CELL} data-label={t('reports.measure')} className="is-wide-only">
        {row?.unit ?? ''}
      </td>
      <td {...CELL} data-label={t('reports.this_period')} className="num">
        <div>
          <ThisPeriod cell={cell} grid={grid} cells={cells} />
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
        <span className="flex items-center gap-1 whitespace-nowrap">
          <SourceButton cell={cell} onSource={grid.onSource}>
            {t(`reports.origin_${cell.origin}`)}
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
      </td>
    </tr>
  )
}

/** A hundred rows need a way to a part; on paper the parts are there to be leafed to. */
function SectionJump({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length < 3) return null
  const jump = (index: string) => document.getElementById(`section-${index}`)?.scrollIntoView({ block: 'start' })
  return (
    <div className="no-print max-w-md">
      <SelectField
        label={t('reports.jump')}
        name="section"
        value=""
        onChange={jump}
        choices={[
          { value: '', label: t('common.choose') },
          ...titles.map((label, index) => ({ value: String(index), label })),
        ]}
      />
    </div>
  )
}

export function CellTable(grid: Grid) {
  const { view, saver } = grid
  const [noted, setNoted] = useState<string>()
  const cells = view.sections.flatMap((section) => section.cells)
  const failed = view.findings.filter((it) => it.status === 'failed')
  const notedCell = cells.find((cell) => cell.code === noted)
  const hasEstimates = cells.some((cell) => isEstimate(cell.lastYearClass) && cell.lastYear !== null)
  return (
    <div className="grid gap-2">
      {grid.mayEdit && <p className="no-print text-sm text-[var(--muted)]">{t('reports.keys_help')}</p>}
      <SectionJump titles={view.sections.map((section) => section.title)} />
      <div className="table-scroll table-tall">
        <table {...TABLE} className="table table-cards table-figures">
          <caption className="sr-only">
            {view.typeTitle}, {view.period.title}
          </caption>
          <thead {...GROUP}>
            <tr {...ROW}>
              {HEADS.map((head) => (
                <th key={head} {...COLUMN_HEAD} className={NUMBERS.has(head) ? 'num' : ''}>
                  {t(`reports.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          {view.sections.map((section, index) => (
            <tbody key={section.title} id={`section-${index}`} {...GROUP}>
              <tr {...ROW} className="is-section">
                <th
                  {...COLUMN_HEAD}
                  scope="colgroup"
                  colSpan={HEADS.length}
                  className="is-main !bg-[var(--canvas)] !font-semibold"
                >
                  {section.title}
                </th>
              </tr>
              {section.cells.map((cell) => (
                <CellRow
                  key={cell.code}
                  cell={cell}
                  grid={grid}
                  cells={cells}
                  findings={failed.filter((it) => it.cells.includes(cell.code))}
                  onNote={setNoted}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {hasEstimates && (
        <p className="text-sm text-[var(--muted)]">
          <span
            className="hatch mr-2 inline-block h-4 w-8 border border-[var(--line)] align-middle"
            aria-hidden="true"
          />
          {t('reports.legend_estimated')}
        </p>
      )}
      {notedCell !== undefined && (
        <NoteDialog
          code={notedCell.code}
          start={saver.pending.notes[notedCell.code] ?? notedCell.note ?? ''}
          onClose={() => setNoted(undefined)}
          onSave={(note) => saver.put({}, { [notedCell.code]: note })}
        />
      )}
    </div>
  )
}
