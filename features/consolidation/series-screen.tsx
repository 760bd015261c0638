// An indicator over periods in the boundaries of one day: a line and the table behind it.
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { PrintButton } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { nameOf, useCatalogue } from '../indicators/catalogue.tsx'
import { LineChart } from './line-chart.tsx'
import { consolidation, type SeriesCell } from './schema.ts'

const KINDS = ['year', 'half', 'nine-months', 'quarter', 'month'] as const
const FIRST_YEAR = 2017

const TONE: Readonly<Record<SeriesCell['class'], Tone>> = {
  exact: 'good',
  'exact-by-law': 'good',
  assumed: 'warn',
  estimated: 'warn',
  'not-convertible': 'plain',
  'not-reported': 'plain',
}

const columns: readonly Column<SeriesCell>[] = [
  { key: 'period', head: t('reports.period'), isMain: true, cell: (cell) => cell.periodTitle },
  {
    key: 'value',
    head: t('series.value'),
    isNumber: true,
    cell: (cell) => (
      <span className={cell.class === 'estimated' || cell.class === 'assumed' ? 'hatch rounded px-1' : ''}>
        {showFigure(cell.value)}
      </span>
    ),
  },
  {
    key: 'range',
    head: t('series.range'),
    isNumber: true,
    cell: (cell) =>
      cell.low === null || cell.high === null || cell.low === cell.high
        ? '—'
        : t('series.between', { low: showFigure(cell.low), high: showFigure(cell.high) }),
  },
  {
    key: 'class',
    head: t('series.comparable'),
    cell: (cell) => <Badge tone={TONE[cell.class]}>{t(`series.class_${cell.class}`)}</Badge>,
  },
  { key: 'reported', head: t('series.reported'), isNumber: true, cell: (cell) => `${cell.reported}/${cell.expected}` },
  { key: 'note', head: t('series.note'), cell: (cell) => (cell.note === '' ? '—' : cell.note) },
]

function useChoice() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const year = Number(desk.today.slice(0, 4))
  const yearOr = (text: string | undefined, otherwise: number) =>
    text !== undefined && /^\d{4}$/.test(text) ? Number(text) : otherwise
  return {
    setSearch,
    unit: desk.unit.id,
    indicator: /^[A-Z]{2}\d{2}$/.test(search['indicator'] ?? '') ? (search['indicator'] ?? '') : 'MH01',
    kind: oneOf(KINDS, search['kind']) ?? 'year',
    from: yearOr(search['from'], year - 5),
    to: yearOr(search['to'], year),
    boundaries: search['boundaries'] ?? desk.today,
    years: Array.from({ length: year - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index)),
  }
}

export function SeriesScreen() {
  const choice = useChoice()
  const { setSearch, unit, indicator, kind, from, to, boundaries, years } = choice
  const { byCode } = useCatalogue(boundaries)
  const series = useServer(consolidation.series, { unit, indicator, kind, from, to, boundaries })
  const indicators =
    byCode.size === 0
      ? [{ value: indicator, label: indicator }]
      : [...byCode.values()].map((row) => ({ value: row.code, label: `${row.code} ${nameOf(row)}` }))
  const yearChoices = years.map((value) => ({ value, label: value }))
  return (
    <Page title={t('series.title')} actions={<PrintButton />}>
      <search
        className="filters no-print sm:grid-cols-2 lg:grid-cols-[3fr_1fr_1fr_1fr_auto]"
        aria-label={t('common.filters')}
      >
        <SelectField
          label={t('series.indicator')}
          name="indicator"
          value={indicator}
          onChange={(value) => setSearch({ indicator: value })}
          choices={indicators}
        />
        <SelectField
          label={t('series.kind')}
          name="kind"
          value={kind}
          onChange={(value) => setSearch({ kind: value })}
          choices={KINDS.map((value) => ({ value, label: t(`series.kind_${value}`) }))}
        />
        <SelectField
          label={t('series.from')}
          name="from"
          value={String(from)}
          onChange={(value) => setSearch({ from: value })}
          choices={yearChoices}
        />
        <SelectField
          label={t('series.to')}
          name="to"
          value={String(to)}
          onChange={(value) => setSearch({ to: value })}
          choices={yearChoices}
        />
        <DateField
          label={t('series.boundaries')}
          name="boundaries"
          value={boundaries}
          onChange={(value) => value !== '' && setSearch({ boundaries: value })}
        />
      </search>
      <Answer of={series}>
        {(it) =>
          it.cells.length === 0 ? (
            <Empty title={t('series.empty')} />
          ) : (
            <>
              <p>
                <b>{it.unitName}</b> · {it.indicator} {nameOf(byCode.get(it.indicator))} (
                {byCode.get(it.indicator)?.unit ?? ''}) · {t('reports.boundaries', { day: showDay(it.boundariesOn) })}
              </p>
              <LineChart
                label={t('series.chart', { indicator: it.indicator, unit: it.unitName, day: showDay(it.boundariesOn) })}
                cells={it.cells}
              />
              <ul
                className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-[var(--muted)]"
                aria-label={t('series.legend')}
              >
                <li>● {t('series.legend_exact')}</li>
                <li>○ {t('series.legend_estimated')}</li>
                <li>- - {t('series.legend_gap')}</li>
              </ul>
              <DataTable
                caption={t('series.title')}
                columns={columns}
                rows={it.cells}
                keyOf={(cell) => cell.periodId}
              />
            </>
          )
        }
      </Answer>
    </Page>
  )
}
