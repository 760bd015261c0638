// The table of the board: sortable by every column, with totals that lead to their sources.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { showFigure, showInstant } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { CELL, COLUMN_HEAD, GROUP, ROW, ROW_HEAD, TABLE } from '@kheo/ui/parts/table-roles.ts'
import { t } from '@kheo/ui/text.ts'
import { reportPath, StateBadge } from '../reports/look.tsx'
import { isClean } from './approve-dialog.tsx'
import type { Board, BoardRow } from './schema.ts'

/** Which rows are picked for approval; undefined when this desk approves nothing here. */
export type Picking =
  | { readonly picked: ReadonlySet<string>; readonly onPick: (ids: readonly string[], on: boolean) => void }
  | undefined

type Head = {
  readonly key: string
  readonly label: string
  readonly isNumber: boolean
  readonly measure?: string
  readonly value: (row: BoardRow) => number | string | null
}

const STATE_ORDER: readonly BoardRow['state'][] = [
  'returned',
  'not-started',
  'draft',
  'submitted',
  'approved',
  'issued',
]

function headsOf(board: Board): readonly Head[] {
  const fixed: readonly Head[] = [
    { key: 'unit', label: t('common.unit'), isNumber: false, value: (row) => row.unitName },
    { key: 'state', label: t('common.state'), isNumber: false, value: (row) => STATE_ORDER.indexOf(row.state) },
    { key: 'at', label: t('board.submitted_at'), isNumber: false, value: (row) => row.submittedAt },
    { key: 'checks', label: t('board.checks'), isNumber: false, value: (row) => row.errors * 1000 + row.warnings },
  ]
  const figures = board.indicators.map((it, index) => ({
    key: it.code,
    label: it.code,
    measure: it.unit,
    isNumber: true,
    value: (row: BoardRow) => row.values[index] ?? null,
  }))
  return [...fixed, ...figures]
}

const COLLATOR = new Intl.Collator('vi')

/** What is not reported stands last, whichever way the column runs. */
function sorted(rows: readonly BoardRow[], head: Head, isDown: boolean): readonly BoardRow[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [head.value(a), head.value(b)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : COLLATOR.compare(String(x), String(y))
    return isDown ? -order : order
  })
}

function CheckMark({ row }: { readonly row: BoardRow }) {
  if (row.errors > 0) return <Badge tone="bad">{t('reports.errors', { count: row.errors })}</Badge>
  if (row.warnings > 0) return <Badge tone="warn">{t('reports.warnings', { count: row.warnings })}</Badge>
  return row.state === 'not-started' ? '—' : <Badge tone="good">{t('board.check_ok')}</Badge>
}

type PickBoxProps = { readonly label: string; readonly isOn: boolean; readonly onPick: (on: boolean) => void }

const PickBox = ({ label, isOn, onPick }: PickBoxProps) => (
  <label className="flex min-h-[var(--target)] min-w-6 items-center">
    <input
      type="checkbox"
      className="size-5 accent-[var(--action)]"
      aria-label={label}
      checked={isOn}
      onChange={(event) => onPick(event.target.checked)}
    />
  </label>
)

type RowProps = { readonly row: BoardRow; readonly board: Board; readonly type: string; readonly picking: Picking }

function UnitRowOf({ row, board, type, picking }: RowProps) {
  return (
    <tr {...ROW}>
      {picking !== undefined && (
        <td {...CELL} className={`is-pick no-print ${isClean(row) ? '' : 'is-wide-only'}`}>
          {isClean(row) && (
            <PickBox
              label={t('board.pick', { unit: row.unitName })}
              isOn={picking.picked.has(row.unitId)}
              onPick={(on) => picking.onPick([row.unitId], on)}
            />
          )}
        </td>
      )}
      <th {...ROW_HEAD} className="is-main min-w-44">
        <AppLink to={reportPath(row.unitId, type, board.period.id)} className="row-link font-medium">
          {row.unitName}
        </AppLink>
      </th>
      <td {...CELL} data-label={t('common.state')}>
        <span className="flex flex-wrap gap-1">
          <StateBadge state={row.state} />
          {row.isLate && <Badge tone="warn">{t('board.late')}</Badge>}
        </span>
      </td>
      <td {...CELL} data-label={t('board.submitted_at')} className="whitespace-nowrap">
        {row.submittedAt === null ? '—' : showInstant(row.submittedAt)}
      </td>
      <td {...CELL} data-label={t('board.checks')}>
        <CheckMark row={row} />
      </td>
      {board.indicators.map((it, index) => {
        const before = row.lastYear[index] ?? null
        return (
          <td key={it.code} {...CELL} data-label={it.code} className="num">
            <span>
              {row.values[index] === null ? '—' : row.texts[index]}
              {before !== null && (
                <span className="block text-[13px] text-[var(--muted)]">
                  {t('board.last_year', { text: showFigure(before) })}
                </span>
              )}
            </span>
          </td>
        )
      })}
    </tr>
  )
}

type TotalsProps = { readonly board: Board; readonly span: number; readonly onSource: (code: string) => void }

function Totals({ board, span, onSource }: TotalsProps) {
  return (
    <tfoot {...GROUP}>
      <tr {...ROW} data-testid="board-total">
        <th {...ROW_HEAD} colSpan={span} className="is-main">
          {t('board.total')}
        </th>
        {board.indicators.map((it, index) => (
          <td key={it.code} {...CELL} data-label={it.code} className="num">
            <button
              type="button"
              className="number-button"
              aria-label={t('reports.source_label', { code: it.code, text: board.totalTexts[index] ?? '—' })}
              onClick={() => onSource(it.code)}
            >
              {board.totalTexts[index] ?? '—'}
            </button>
          </td>
        ))}
      </tr>
      <tr {...ROW} data-testid="board-official">
        <th {...ROW_HEAD} colSpan={span} className="is-main">
          {t('board.official')}
        </th>
        {board.indicators.map((it, index) => (
          <td key={it.code} {...CELL} data-label={it.code} className="num">
            {board.officialTexts[index] ?? '—'}
          </td>
        ))}
      </tr>
      <tr {...ROW}>
        <th {...ROW_HEAD} colSpan={span} className="is-main !font-normal">
          {t('board.reported')}
        </th>
        {board.indicators.map((it, index) => (
          <td key={it.code} {...CELL} data-label={it.code} className="num !font-normal">
            {board.reported[index] ?? 0}/{board.counts.all}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

type BoardTableProps = {
  readonly board: Board
  readonly rows: readonly BoardRow[]
  readonly type: string
  readonly picking: Picking
  readonly onSource: (code: string) => void
}

export function BoardTable({ board, rows, type, picking, onSource }: BoardTableProps) {
  const { search, setSearch } = useAddress()
  const heads = headsOf(board)
  const by = heads.find((head) => head.key === search['sort'])
  const isDown = search['dir'] === 'desc'
  const shown = by === undefined ? rows : sorted(rows, by, isDown)
  const clean = rows.filter(isClean).map((row) => row.unitId)
  const press = (head: Head) => setSearch({ sort: head.key, dir: by?.key === head.key && !isDown ? 'desc' : undefined })
  return (
    <div className="table-scroll">
      <table {...TABLE} className="table table-cards">
        <caption className="sr-only">
          {t('board.title')} {board.period.title}
        </caption>
        <thead {...GROUP}>
          <tr {...ROW}>
            {picking !== undefined && (
              <th {...COLUMN_HEAD} className="is-pick no-print">
                <PickBox
                  label={t('board.pick_clean')}
                  isOn={clean.length > 0 && clean.every((id) => picking.picked.has(id))}
                  onPick={(on) => picking.onPick(clean, on)}
                />
              </th>
            )}
            {heads.map((head) => (
              <th
                key={head.key}
                {...COLUMN_HEAD}
                className={head.isNumber ? 'num' : ''}
                aria-sort={by?.key !== head.key ? 'none' : isDown ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  className="min-h-[var(--target)] font-semibold"
                  title={t('board.sort_by', { column: head.label })}
                  onClick={() => press(head)}
                >
                  {head.label}
                  <span aria-hidden="true">{by?.key === head.key ? (isDown ? ' ▼' : ' ▲') : ''}</span>
                  {head.measure !== undefined && (
                    <span className="block font-normal text-[var(--muted)]">{head.measure}</span>
                  )}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...GROUP}>
          {shown.map((row) => (
            <UnitRowOf key={row.unitId} row={row} board={board} type={type} picking={picking} />
          ))}
        </tbody>
        <Totals board={board} span={picking === undefined ? 4 : 5} onSource={onSource} />
      </table>
    </div>
  )
}
