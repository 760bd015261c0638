// The list of a unit's reports, and the way to open any period and type. One report is in report-screen.tsx.
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showInstant } from '@kheo/ui/format.ts'
import { Button, PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import type { FormEvent } from 'react'
import { TypePeriodFields, useTypePeriod } from '../periods/type-period.tsx'
import { reportPath, StateBadge } from './look.tsx'
import { type ReportRow, reports } from './schema.ts'

const columns: readonly Column<ReportRow>[] = [
  {
    key: 'title',
    head: t('reports.title'),
    isMain: true,
    cell: (row) => (
      <AppLink to={reportPath(row.unitId, row.type, row.periodId)} className="row-link font-medium">
        {row.typeTitle} · {row.periodTitle}
      </AppLink>
    ),
  },
  { key: 'due', head: t('reports.due'), cell: (row) => showDay(row.dueOn), isNumber: true },
  { key: 'state', head: t('common.state'), cell: (row) => <StateBadge state={row.state} /> },
  {
    key: 'last',
    head: t('reports.last_step'),
    cell: (row) =>
      row.lastAt === null
        ? '—'
        : `${showInstant(row.lastAt)}${row.lastReason === null || row.lastReason === '' ? '' : ` · ${row.lastReason}`}`,
  },
]

function OpenAny({ unit }: { readonly unit: string }) {
  const { go } = useAddress()
  const choice = useTypePeriod()
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (choice.type !== '' && choice.period !== '')
      go(reportPath(unit, choice.type, choice.period), { type: undefined })
  }
  return (
    <form className="card no-print grid items-end gap-3 sm:grid-cols-[2fr_2fr_auto]" onSubmit={open}>
      <TypePeriodFields choice={choice} />
      <Button type="submit" variant="primary">
        {t('reports.open')}
      </Button>
    </form>
  )
}

export function ReportList() {
  const desk = useDesk()
  const list = useServer(reports.mine, { unit: desk.unit.id, year: desk.year })
  return (
    <Page title={`${t('reports.title')} · ${desk.unit.name} · ${desk.year}`} actions={<PrintButton />}>
      <OpenAny unit={desk.unit.id} />
      <Answer of={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('reports.empty', { year: desk.year })}>{t('reports.empty_help')}</Empty>
          ) : (
            <DataTable
              caption={t('reports.title')}
              columns={columns}
              rows={rows}
              keyOf={(row) => `${row.unitId}/${row.type}/${row.periodId}`}
            />
          )
        }
      </Answer>
    </Page>
  )
}
