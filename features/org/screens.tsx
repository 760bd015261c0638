// Units on a chosen day: the tree with lazy branches, the search, and how many stand. A unit's life is in life.tsx.
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay, showFigure } from '@kheo/ui/format.ts'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { DateField } from '@kheo/ui/parts/date-field.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { SearchFilter } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { levelWords } from './level.tsx'
import { org, type UnitRow } from './schema.ts'
import { UnitTree } from './unit-tree.tsx'

export const UNITS_PATH = '/don-vi'

function Counts({ day }: { readonly day: string }) {
  const counts = useServer(org.counts, { day })
  return (
    <Answer of={counts}>
      {({ provinces, districts, communes }) => (
        <output className="block">
          {t('units.counts', {
            day: showDay(day),
            provinces: showFigure(provinces),
            districts: showFigure(districts),
            communes: showFigure(communes),
          })}
        </output>
      )}
    </Answer>
  )
}

const columns: readonly Column<UnitRow>[] = [
  {
    key: 'name',
    head: t('common.unit'),
    isMain: true,
    cell: (row) => (
      <AppLink to={pathTo(UNITS_PATH, row.id)} className="row-link font-medium">
        {row.name}
      </AppLink>
    ),
  },
  { key: 'kind', head: t('units.kind'), cell: (row) => row.kind },
  { key: 'level', head: t('units.level'), cell: (row) => levelWords(row.level) },
]

function Found({ q, day }: { readonly q: string; readonly day: string }) {
  const found = useServer(org.search, { q, day })
  return (
    <Answer of={found}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={t('units.none_found', { day: showDay(day) })} />
        ) : (
          <>
            <output className="block">{t('units.found', { count: rows.length })}</output>
            <DataTable caption={t('units.search')} columns={columns} rows={rows} keyOf={(row) => row.id} />
          </>
        )
      }
    </Answer>
  )
}

export function UnitScreen() {
  const desk = useDesk()
  const { search, setSearch } = useAddress()
  const day = search['day'] ?? desk.today
  const q = search['q'] ?? ''
  return (
    <Page title={t('units.title')}>
      <search className="no-print grid items-start gap-4 sm:grid-cols-[1fr_auto]" aria-label={t('common.filters')}>
        <SearchFilter label={t('units.search')} />
        <DateField
          label={t('units.day')}
          name="day"
          value={day}
          onChange={(value) => value !== '' && setSearch({ day: value })}
        />
      </search>
      <Counts day={day} />
      {q === '' ? <UnitTree key={day} day={day} /> : <Found q={q} day={day} />}
    </Page>
  )
}
