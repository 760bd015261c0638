// What a commune must disclose and in which forms; scoring sheets with their bands. Read only: they come with the catalogue.
import { showDay } from '@kheo/ui/format.ts'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { t } from '@kheo/ui/text.ts'
import { Checked } from './parameters.tsx'
import type { LawList } from './schema.ts'

type Item = LawList['disclosure'][number]
type Sheet = LawList['sheets'][number]
type Criterion = Sheet['criteria'][number]

const itemColumns = (): readonly Column<Item>[] => [
  { key: 'number', head: t('law.item_number'), cell: (item) => item.number, isNumber: true },
  { key: 'title', head: t('law.item'), isMain: true, cell: (item) => item.title },
  {
    key: 'forms',
    head: t('law.forms'),
    cell: (item) => (
      <ul className="grid gap-1">
        {item.required.map(({ form, title, source, verified }) => (
          <li key={form}>
            {title}
            <span className="block text-sm text-[var(--muted)]">
              {source} · {t(verified ? 'law.verified' : 'law.unverified')}
            </span>
          </li>
        ))}
      </ul>
    ),
  },
  { key: 'source', head: t('law.source'), cell: (item) => item.source },
  { key: 'checked', head: t('law.checked'), cell: (item) => <Checked verified={item.verified} /> },
]

export function DisclosureItems({ items, today }: { readonly items: readonly Item[]; readonly today: string }) {
  if (items.length === 0) return <Empty title={t('law.disclosure_empty', { day: showDay(today) })} />
  return (
    <DataTable caption={t('law.part_disclosure')} columns={itemColumns()} rows={items} keyOf={(item) => item.code} />
  )
}

const criterionColumns = (): readonly Column<Criterion>[] => [
  { key: 'title', head: t('law.criterion'), isMain: true, cell: (criterion) => criterion.title },
  { key: 'points', head: t('law.points'), cell: (criterion) => criterion.points, isNumber: true },
]

function SheetTable({ sheet }: { readonly sheet: Sheet }) {
  const bands = sheet.bands.map(({ title, from }) => t('law.band_from', { title, from })).join('; ')
  const { version, validFrom, source } = sheet
  return (
    <section className="grid min-w-0 gap-3">
      <h2>{sheet.title}</h2>
      <p>{t('law.sheet_version', { version, from: showDay(validFrom), source })}</p>
      <DataTable
        caption={sheet.title}
        columns={criterionColumns()}
        rows={sheet.criteria}
        keyOf={(criterion) => criterion.code}
      />
      <p>{t('law.bands', { bands })}</p>
      <p>
        <Checked verified={sheet.verified} />
      </p>
    </section>
  )
}

export function ScoringSheets({ sheets, today }: { readonly sheets: readonly Sheet[]; readonly today: string }) {
  if (sheets.length === 0) return <Empty title={t('law.sheets_empty', { day: showDay(today) })} />
  return sheets.map((sheet) => <SheetTable key={sheet.code} sheet={sheet} />)
}
