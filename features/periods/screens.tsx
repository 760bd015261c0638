// The periods of a year, for those at the centre who close them and open them again.
import { useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { TextArea } from '@kheo/ui/parts/field.tsx'
import { ChoiceFilter, ClearFilters } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { useCommand, useCommandId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { consolidation } from '../consolidation/schema.ts'
import { reports } from '../reports/schema.ts'
import { PeriodRow, periods } from './schema.ts'

const KINDS = PeriodRow.shape.kind.options
const REGIMES = ['lich', 'dang', 'thanh-tra'] as const
const FILTERS = ['regime', 'kind'] as const
const refreshed = [periods.list, reports.view, reports.mine, consolidation.board]

/** Regimes are data: one that has no word here is shown by its code. */
const regimeWords = (code: string): string => {
  const known = REGIMES.find((it) => it === code)
  return known === undefined ? code : t(`periods.regime_${known}`)
}

const placeOf = (regime: string): number => {
  const at = REGIMES.findIndex((it) => it === regime)
  return at < 0 ? REGIMES.length : at
}
const byRegime = (a: PeriodRow, b: PeriodRow): number =>
  placeOf(a.regime) - placeOf(b.regime) || a.endOn.localeCompare(b.endOn) || b.startOn.localeCompare(a.startOn)

type DialogProps = { readonly row: PeriodRow; readonly onClose: () => void }

function Close({ row, onClose }: DialogProps) {
  const desk = useDesk()
  const [commandId] = useCommandId()
  const [on, setOn] = useState(desk.today)
  const [reason, setReason] = useState('')
  const close = useCommand(periods.close, refreshed)
  const send = async () => {
    if (on === '') return t('common.day_needed')
    if (on > desk.today) return t('periods.close_not_later')
    await close.mutateAsync({ commandId, period: row.id, closedOn: on, reason })
    toast(t('periods.closed', { period: row.title }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('periods.close_of', { period: row.title })}
      consequence={t('periods.close_consequence')}
      confirm={t('periods.close')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      {row.dueOn >= desk.today && <Notice tone="warn">{t('periods.close_early', { day: showDay(row.dueOn) })}</Notice>}
      <DateField label={t('periods.close_on')} name="close-day" value={on} onChange={setOn} />
      <TextArea label={t('periods.close_reason')} name="close-reason" isOptional value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

function Open({ row, onClose }: DialogProps) {
  const [commandId] = useCommandId()
  const [reason, setReason] = useState('')
  const open = useCommand(periods.close, refreshed)
  const send = async () => {
    if (reason.trim().length < 3) return t('common.reason_needed')
    await open.mutateAsync({ commandId, period: row.id, closedOn: null, reason })
    toast(t('periods.opened', { period: row.title }))
    return undefined
  }
  return (
    <CommandDialog
      title={t('periods.open_of', { period: row.title })}
      consequence={t('periods.open_consequence')}
      confirm={t('periods.open')}
      onClose={onClose}
      onConfirm={send}
    >
      <TextArea label={t('common.reason')} name="open-reason" value={reason} onChange={setReason} />
    </CommandDialog>
  )
}

function State({ row, onChoose }: { readonly row: PeriodRow; readonly onChoose: (row: PeriodRow) => void }) {
  const act = row.closedOn === null ? 'close' : 'open'
  return (
    <span className="flex items-center justify-between gap-2 whitespace-nowrap">
      {row.closedOn === null ? (
        <Badge tone="good" shape="○">
          {t('periods.is_open')}
        </Badge>
      ) : (
        <Badge tone="plain" shape="■">
          {t('periods.is_closed', { day: showDay(row.closedOn) })}
        </Badge>
      )}
      <Button onClick={() => onChoose(row)} aria-label={t(`periods.${act}_of`, { period: row.title })}>
        {t(`periods.${act}`)}
      </Button>
    </span>
  )
}

const columnsOf = (onChoose: (row: PeriodRow) => void): readonly Column<PeriodRow>[] => [
  { key: 'title', head: t('reports.period'), isMain: true, cell: (row) => row.title },
  { key: 'regime', head: t('periods.regime'), cell: (row) => regimeWords(row.regime) },
  { key: 'kind', head: t('periods.kind'), cell: (row) => t(`periods.kind_${row.kind}`) },
  {
    key: 'days',
    head: t('periods.days'),
    cell: (row) => `${showDay(row.startOn)} – ${showDay(row.endOn)}`,
    isNumber: true,
  },
  { key: 'due', head: t('periods.due'), cell: (row) => showDay(row.dueOn), isNumber: true },
  { key: 'state', head: t('common.state'), cell: (row) => <State row={row} onChoose={onChoose} /> },
]

function PeriodTable() {
  const desk = useDesk()
  const { search } = useAddress()
  const list = useServer(periods.list, { year: desk.year })
  const [chosen, setChosen] = useState<PeriodRow>()
  const Pane = chosen?.closedOn === null ? Close : Open
  return (
    <>
      <search className="filters no-print sm:grid-cols-[1fr_1fr_auto]" aria-label={t('common.filters')}>
        <ChoiceFilter
          label={t('periods.regime')}
          param="regime"
          choices={REGIMES.map((value) => ({ value, label: regimeWords(value) }))}
        />
        <ChoiceFilter
          label={t('periods.kind')}
          param="kind"
          choices={KINDS.map((value) => ({ value, label: t(`periods.kind_${value}`) }))}
        />
        <ClearFilters params={FILTERS} />
      </search>
      <Answer of={list}>
        {({ rows }) => {
          const shown = rows
            .filter((row) => FILTERS.every((name) => (search[name] ?? row[name]) === row[name]))
            .toSorted(byRegime)
          return shown.length === 0 ? (
            <Empty title={t('periods.empty', { year: desk.year })} />
          ) : (
            <DataTable
              caption={t('periods.title')}
              columns={columnsOf(setChosen)}
              rows={shown}
              keyOf={(row) => row.id}
            />
          )
        }}
      </Answer>
      {chosen !== undefined && <Pane key={chosen.id} row={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

export function PeriodScreen() {
  const desk = useDesk()
  const may = desk.unit.level === 'centre' && hasRole(desk, 'administrator', 'consolidator')
  return (
    <Page title={`${t('periods.title')} · ${desk.year}`}>
      {may ? <PeriodTable /> : <Empty title={t('periods.centre_only')}>{t('periods.centre_only_help')}</Empty>}
    </Page>
  )
}
