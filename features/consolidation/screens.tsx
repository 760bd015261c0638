// The consolidation board: every unit below, its state, checks and chosen figures, with provisional and official totals.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
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
import { BoardTable } from './board-table.tsx'
import { IndicatorDialog } from './indicator-dialog.tsx'
import { type Board, consolidation } from './schema.ts'

const DEFAULT_CODES = 'MH01,TD01,GQ01,GQ02'
const STATES = ['not-started', 'draft', 'submitted', 'returned', 'approved', 'issued'] as const
const SOURCE = 'nguon'

function Counts({ board, type }: { readonly board: Board; readonly type: string }) {
  const { all, submitted, returned, approved, waiting } = board.counts
  const given = submitted + approved
  return (
    <div className="card flex flex-wrap items-center gap-x-5 gap-y-2">
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

type Opened = 'indicators' | 'adjust'

function BoardOf({ board, type }: { readonly board: Board; readonly type: string }) {
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
        <BoardTable board={board} rows={rows} type={type} onSource={(code) => setSearch({ [SOURCE]: code })} />
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
  const mayAdjust = hasRole(desk, 'consolidator', 'approver')
  const title =
    choice.periodRow === undefined
      ? t('board.title')
      : `${t('board.title')} · ${choice.periodRow.title} · ${desk.unit.name}`
  return (
    <Page
      title={title}
      actions={
        <>
          <Button onClick={() => setOpen('indicators')}>{t('board.indicators')}</Button>
          {mayAdjust && isReady && <Button onClick={() => setOpen('adjust')}>{t('board.adjust')}</Button>}
          <Button onClick={() => print()}>{t('common.print')}</Button>
        </>
      }
    >
      <search className="no-print grid gap-3 sm:grid-cols-3" aria-label={t('common.filters')}>
        <TypePeriodFields choice={choice} />
        <ChoiceFilter
          label={t('common.state')}
          param="state"
          choices={STATES.map((value) => ({ value, label: stateWords(value) }))}
        />
      </search>
      {choice.error !== null && <Failure error={choice.error} onRetry={() => location.reload()} />}
      {isReady ? (
        <Answer of={board}>{(it) => <BoardOf board={it} type={choice.type} />}</Answer>
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
