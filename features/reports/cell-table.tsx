// The figures of a report as a native table: parts to jump to, pasting a column, and the dialogs of a cell. A row is cell-row.tsx.
import { readFigure } from '@kheo/ui/format.ts'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { COLUMN_HEAD, GROUP, ROW, TABLE } from '@kheo/ui/parts/table-roles.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { CellRow, type Grid, isDivided, partsNow } from './cell-row.tsx'
import { isEstimate } from './look.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { PartsDialog } from './parts-dialog.tsx'
import type { Cell } from './schema.ts'

const HEADS = ['code', 'indicator', 'measure', 'this_period', 'previous', 'last_year', 'cumulative', 'source'] as const
const NUMBERS: ReadonlySet<string> = new Set(['this_period', 'previous', 'last_year', 'cumulative'])

const isTypedWhole = (cell: Cell | undefined, grid: Grid): cell is Cell =>
  cell !== undefined && cell.isEditable && !isDivided(partsNow(cell, grid.saver))

/** A pasted column runs down the rows as they are shown; rows that are not typed swallow their line. */
function pasteInto(grid: Grid, cells: readonly Cell[], from: string, column: readonly string[]): void {
  const start = cells.findIndex((cell) => cell.code === from)
  const taken: Record<string, number | null> = {}
  let skipped = 0
  let wrong = 0
  for (const [offset, text] of column.entries()) {
    const cell = cells[start + offset]
    if (!isTypedWhole(cell, grid)) {
      skipped += 1
      continue
    }
    const read = readFigure(text, grid.names.get(cell.code)?.decimals ?? 0)
    if (read.ok) taken[cell.code] = read.value
    else wrong += 1
  }
  grid.saver.put({ cells: taken })
  toast(t('reports.pasted', { count: Object.keys(taken).length, skipped, wrong }), wrong > 0 ? 'warn' : 'info')
}

/** A hundred rows need a way to a part; on paper the parts are there to be leafed to. */
export function SectionJump({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length < 3) return null
  const jump = (index: string) => document.getElementById(`section-${index}`)?.scrollIntoView({ block: 'start' })
  return (
    <div className="no-print beside w-full sm:w-96">
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

type Opened = { readonly kind: 'note' | 'parts'; readonly code: string }

function CellDialog({
  grid,
  cell,
  kind,
  onClose,
}: {
  readonly grid: Grid
  readonly cell: Cell
  readonly kind: Opened['kind']
  readonly onClose: () => void
}) {
  const { saver, names } = grid
  const { code } = cell
  if (kind === 'note')
    return (
      <NoteDialog
        code={code}
        start={saver.pending.notes[code] ?? cell.note ?? ''}
        onClose={onClose}
        onSave={(note) => saver.put({ notes: { [code]: note } })}
      />
    )
  return (
    <PartsDialog
      code={code}
      parts={partsNow(cell, saver)}
      decimals={names.get(code)?.decimals ?? 0}
      onClose={onClose}
      onSave={(values) => saver.put(values === undefined ? { cells: { [code]: null } } : { parts: { [code]: values } })}
    />
  )
}

function Head() {
  return (
    <thead {...GROUP}>
      <tr {...ROW}>
        {HEADS.map((head) => (
          <th key={head} {...COLUMN_HEAD} className={NUMBERS.has(head) ? 'num' : ''}>
            {t(`reports.${head}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export function CellTable(grid: Grid) {
  const { view } = grid
  const [opened, setOpened] = useState<Opened>()
  const cells = view.sections.flatMap((section) => section.cells)
  const failed = view.findings.filter((it) => it.status === 'failed')
  const openedCell = cells.find((cell) => cell.code === opened?.code)
  const hasEstimates = cells.some(
    (cell) => cell.lastYearBounds !== null || (isEstimate(cell.lastYearClass) && cell.lastYear !== null),
  )
  return (
    <div className="grid gap-2">
      <div className="table-scroll table-tall">
        <table {...TABLE} className="table table-cards table-figures">
          <caption className="sr-only">
            {view.typeTitle}, {view.period.title}
          </caption>
          <Head />
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
                  findings={failed.filter((it) => it.cells.includes(cell.code))}
                  onPaste={(code, column) => pasteInto(grid, cells, code, column)}
                  onNote={(code) => setOpened({ kind: 'note', code })}
                  onDivide={(code) => setOpened({ kind: 'parts', code })}
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
      {opened !== undefined && openedCell !== undefined && (
        <CellDialog grid={grid} cell={openedCell} kind={opened.kind} onClose={() => setOpened(undefined)} />
      )}
    </div>
  )
}
