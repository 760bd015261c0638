// The consolidation board: every unit below, its state, checks and chosen figures, with provisional and official totals.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button, PrintButton } from '@kheo/ui/parts/button.tsx'
import { Answer, Empty, Failure } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Loading } from '@kheo/ui/parts/progress.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { TypePeriodFields, useTypePeriod } from '../periods/type-period.tsx'
import { reportPath, stateWords } from '../reports/look.tsx'
import { SourceDrawer } from '../reports/source-drawer.tsx'
import { AdjustDialog, AnnulButton } from './adjustments.tsx'
import { ApproveDialog, isClean } from './approve-dialog.tsx'
import { BoardTable, type Picking } from './board-table.tsx'
import { IndicatorDialog } from './indicator-dialog.tsx'
import { owingOf, ReminderDialog } from './reminder-dialog.tsx'
import { type Board, consolidation } from './schema.ts'

const DEFAULT_CODES = 'MH01,TD01,GQ01,GQ02'
const STATES = ['not-started', 'draft', 'submitted', 'returned', 'approved', 'issued'] as const
const SOURCE = 'nguon'

function Counts({ board, type }: { readonly board: Board; readonly type: string }) {
  const { all, submitted, returned, approved, waiting } = board.counts
  const given = submitted + approved
  return (
    <div className="card flex flex-wrap items-center gap-x-5 gap-y-1 !py-2">
      <output className="block">{t('board.counts', { all, submitted, returned, approved, waiting })}</output>
      <p className="flex items-center gap-2">
        {t('reports.reported', { count: given, all })}
        {given < all && (
          <Badge tone="warn" shape="≈">
            {t('reports.provisional')}
          </Badge>
        )}
      </p>
      <p>{t('reports.due_on', { day: showDay(board.period.dueOn) })}</p>
      <AppLink to={reportPath(board.unitId, type, board.period.id)} className="row-link">
        {t('board.own_report')}
      </AppLink>
    </div>
  )
}

type Opened = 'indicators' | 'adjust' | 'remind' | 'approve'

function usePicked(board: Board | undefined) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  // What was approved meanwhile, or sent back, is no longer picked.
  const rows = (board?.rows ?? []).filter((row) => ids.has(row.unitId) && isClean(row))
  const onPick = (some: readonly string[], on: boolean) =>
    setIds((before) => new Set(on ? [...before, ...some] : [...before].filter((id) => !some.includes(id))))
  return { rows, picked: new Set(rows.map((row) => row.unitId)), onPick }
}

type BoardOfProps = { readonly board: Board; readonly type: string; readonly picking: Picking }

function BoardOf({ board, type, picking }: BoardOfProps) {
  const { search, setSearch } = useAddress()
  const state = search['state'] ?? ''
  const rows = board.rows.filter((row) => state === '' || row.state === state)
  const shown = search[SOURCE]
  if (board.rows.length === 0) return <Empty title={t('board.none_below')}>{t('board.none_below_help')}</Empty>
  return (
    <>
      <Counts board={board} type={type} />
      {rows.length === 0 ? (
        <Empty title={t('board.none_filtered')} />
      ) : (
        <BoardTable
          board={board}
          rows={rows}
          type={type}
          picking={picking}
          onSource={(code) => setSearch({ [SOURCE]: code })}
        />
      )}
      {shown !== undefined && (
        <SourceDrawer
          key={shown}
          unit={{ id: board.unitId, name: board.unitName }}
          period={board.period.id}
          code={shown}
          onClose={() => setSearch({ [SOURCE]: undefined })}
          AdjustmentAction={AnnulButton}
        />
      )}
    </>
  )
}

export function BoardScreen() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const choice = useTypePeriod()
  const [open, setOpen] = useState<Opened>()
  const codes = search['codes'] ?? DEFAULT_CODES
  const isReady = choice.type !== '' && choice.period !== ''
  const board = useServer(
    consolidation.board,
    { unit: desk.unit.id, type: choice.type, period: choice.period, codes },
    { enabled: isReady },
  )
  const mayAct = hasRole(desk, 'consolidator', 'approver')
  const picked = usePicked(board.data)
  const owing = board.data === undefined ? 0 : owingOf(board.data).length
  const mayApprove = mayAct && board.data?.rows.some(isClean) === true
  const title =
    choice.periodRow === undefined
      ? t('board.title')
      : `${t('board.title')} · ${choice.periodRow.title} · ${desk.unit.name}`
  return (
    <Page
      title={title}
      {...(picked.rows.length > 0
        ? {
            mainAction: (
              <Button variant="primary" onClick={() => setOpen('approve')}>
                {t('board.approve_many', { count: picked.rows.length })}
              </Button>
            ),
          }
        : {})}
      actions={
        <>
          {mayAct && owing > 0 && (
            <Button onClick={() => setOpen('remind')}>{t('board.remind', { count: owing })}</Button>
          )}
          <Button onClick={() => setOpen('indicators')}>{t('board.indicators')}</Button>
          {mayAct && isReady && <Button onClick={() => setOpen('adjust')}>{t('board.adjust')}</Button>}
          <PrintButton />
        </>
      }
    >
      <search className="filters no-print sm:grid-cols-3" aria-label={t('common.filters')}>
        <TypePeriodFields choice={choice} />
        <ChoiceFilter
          label={t('common.state')}
          param="state"
          choices={STATES.map((value) => ({ value, label: stateWords(value) }))}
        />
      </search>
      {choice.error !== null && <Failure error={choice.error} onRetry={() => location.reload()} />}
      {isReady ? (
        <Answer of={board}>
          {(it) => <BoardOf board={it} type={choice.type} picking={mayApprove ? picked : undefined} />}
        </Answer>
      ) : choice.error === null && choice.rows.length === 0 && choice.types.length > 0 ? (
        <Empty title={t('reports.no_period')} />
      ) : (
        <Loading />
      )}
      {open === 'indicators' && (
        <IndicatorDialog
          codes={codes.split(',')}
          byCode={choice.byCode}
          onClose={() => setOpen(undefined)}
          onShow={(next) => setSearch({ codes: next.join(',') })}
        />
      )}
      {open === 'remind' && board.data !== undefined && (
        <ReminderDialog board={board.data} typeTitle={choice.typeRow?.title ?? ''} onClose={() => setOpen(undefined)} />
      )}
      {open === 'approve' && (
        <ApproveDialog
          rows={picked.rows}
          which={{ type: choice.type, period: choice.period }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'adjust' && (
        <AdjustDialog
          unit={desk.unit.id}
          period={choice.period}
          byCode={choice.byCode}
          first={codes.split(',')[0] ?? ''}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}
