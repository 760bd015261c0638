// Choosing a report type and one of its periods in the year; the choice lives in the address.
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { SelectField } from '@kheo/ui/parts/field.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useCatalogue } from '../indicators/catalogue.tsx'
import { type PeriodRow, periods } from './schema.ts'

/** The last period that has begun is what an office works on. */
function current(rows: readonly PeriodRow[], today: string): PeriodRow | undefined {
  const begun = rows.filter((row) => row.startOn <= today)
  return (
    begun.toSorted((a, b) => a.endOn.localeCompare(b.endOn)).find((row) => row.dueOn >= today) ??
    begun.at(-1) ??
    rows[0]
  )
}

/** `type` and `period` are empty until the lists are there. */
export function useTypePeriod() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const catalogue = useCatalogue(desk.today)
  const list = useServer(periods.list, { year: desk.year })
  const types = catalogue.query.data?.reportTypes ?? []
  const type = types.find((it) => it.code === search['type']) ?? types[0]
  const rows = (list.data?.rows ?? []).filter(
    (row) => type !== undefined && row.regime === type.regime && type.kinds.includes(row.kind),
  )
  const period = rows.find((row) => row.id === search['period']) ?? current(rows, desk.today)
  const error = catalogue.query.error ?? list.error
  return {
    types,
    type: type?.code ?? '',
    typeRow: type,
    rows,
    period: period?.id ?? '',
    periodRow: period,
    setSearch,
    byCode: catalogue.byCode,
    error,
  }
}

export function TypePeriodFields({ choice }: { readonly choice: ReturnType<typeof useTypePeriod> }) {
  const { types, type, rows, period, setSearch } = choice
  return (
    <>
      <SelectField
        label={t('reports.type')}
        name="type"
        value={type}
        onChange={(value) => setSearch({ type: value, period: undefined })}
        choices={types.map((it) => ({ value: it.code, label: it.title }))}
      />
      <SelectField
        label={t('reports.period')}
        name="period"
        value={period}
        onChange={(value) => setSearch({ period: value })}
        choices={
          rows.length === 0
            ? [{ value: '', label: t('reports.no_period') }]
            : rows.map((it) => ({ value: it.id, label: it.title }))
        }
      />
    </>
  )
}
