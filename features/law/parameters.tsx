// Values and time limits by subject, found without tone marks; the history of each, and its change.
import { matchesFolded } from '@kheo/core/text/fold.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Drawer } from '@kheo/ui/parts/dialog.tsx'
import { Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter, ClearFilters, SearchFilter } from '@kheo/ui/parts/filters.tsx'
import { Timeline } from '@kheo/ui/parts/timeline.tsx'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { ChangeParameter } from './change-parameter.tsx'
import { type LawRow, SUBJECTS } from './schema.ts'
import { heldVersion, showSpan, showValue, titleOf } from './words.tsx'

const FILTERS = ['q', 'subject', 'checked'] as const
const CHECKED = ['verified', 'unverified'] as const

export const Checked = ({ verified }: { readonly verified: boolean }) => (
  <Badge tone={verified ? 'good' : 'warn'}>{t(verified ? 'law.verified' : 'law.unverified')}</Badge>
)

function Value({ row }: { readonly row: LawRow }) {
  const desk = useDesk()
  const held = heldVersion(row)
  const coming = row.versions.findLast(({ validFrom }) => validFrom > desk.today)
  return (
    <span className="grid gap-1">
      {held === undefined ? (
        <span className="text-[var(--muted)]">{t('law.not_in_force', { day: showDay(desk.today) })}</span>
      ) : (
        <span className="font-medium">{showValue(held.value, row.unit)}</span>
      )}
      {coming !== undefined && (
        <span className="text-sm">
          {t('law.upcoming', { from: showDay(coming.validFrom), value: showValue(coming.value, row.unit) })}
        </span>
      )}
    </span>
  )
}

type Chosen = { readonly row: LawRow; readonly to: 'see' | 'change' }
type Choose = (chosen: Chosen) => void

const columnsOf = (mayChange: boolean, choose: Choose): readonly Column<LawRow>[] => [
  { key: 'title', head: t('law.rule'), isMain: true, cell: titleOf },
  { key: 'value', head: t('law.value'), cell: (row) => <Value row={row} /> },
  {
    key: 'since',
    head: t('law.since'),
    cell: (row) => {
      const held = heldVersion(row)
      return held === undefined ? '—' : showSpan(held)
    },
  },
  { key: 'source', head: t('law.source'), cell: (row) => (heldVersion(row) ?? row.versions[0])?.source ?? '—' },
  {
    key: 'checked',
    head: t('law.checked'),
    cell: (row) => <Checked verified={(heldVersion(row) ?? row.versions[0])?.verified === true} />,
  },
  {
    key: 'acts',
    head: t('law.history'),
    cell: (row) => (
      <span className="no-print flex flex-wrap gap-2">
        <Button
          variant="quiet"
          onClick={() => choose({ row, to: 'see' })}
          aria-label={t('law.history_of', { title: titleOf(row) })}
        >
          {t('law.history')}
        </Button>
        {mayChange && (
          <Button
            onClick={() => choose({ row, to: 'change' })}
            aria-label={t('law.change_of', { title: titleOf(row) })}
          >
            {t('law.change')}
          </Button>
        )}
      </span>
    ),
  },
]

function History({ row, onClose }: { readonly row: LawRow; readonly onClose: () => void }) {
  const title = t('law.history_of', { title: titleOf(row) })
  const moments = row.versions.toReversed().map((version) => ({
    key: version.validFrom,
    title: showValue(version.value, row.unit),
    when: showSpan(version),
    tone: version.validFrom === row.inForce ? ('good' as const) : ('plain' as const),
    body: (
      <div className="grid justify-items-start gap-1">
        <p>{version.source}</p>
        {version.reason !== null && version.reason !== '' && <p>{t('law.reason_is', { reason: version.reason })}</p>}
        <Checked verified={version.verified} />
      </div>
    ),
  }))
  return (
    <Drawer title={title} isOpen onClose={onClose}>
      <Timeline label={title} moments={moments} />
    </Drawer>
  )
}

function Filters() {
  return (
    <search className="filters no-print sm:grid-cols-[2fr_1fr_1fr_auto]" aria-label={t('common.filters')}>
      <SearchFilter label={t('law.search')} />
      <ChoiceFilter
        label={t('law.subject')}
        param="subject"
        choices={SUBJECTS.map((value) => ({ value, label: t(`law.subject_${value}`) }))}
      />
      <ChoiceFilter
        label={t('law.checked')}
        param="checked"
        choices={CHECKED.map((value) => ({ value, label: t(`law.${value}`) }))}
      />
      <ClearFilters params={FILTERS} />
    </search>
  )
}

type ParameterListProps = { readonly rows: readonly LawRow[]; readonly mayChange: boolean }

export function ParameterList({ rows, mayChange }: ParameterListProps) {
  const { search } = useAddress()
  const [chosen, setChosen] = useState<Chosen>()
  const close = () => setChosen(undefined)
  const shown = rows.filter((row) => {
    const version = heldVersion(row) ?? row.versions[0]
    return (
      (search['subject'] ?? row.subject) === row.subject &&
      (search['checked'] === undefined || (search['checked'] === 'verified') === version?.verified) &&
      matchesFolded(`${titleOf(row)} ${version?.source ?? ''} ${row.code}`, search['q'] ?? '')
    )
  })
  const columns = columnsOf(mayChange, setChosen)
  return (
    <>
      <Filters />
      {shown.length === 0 && <Empty title={t('law.empty')}>{t('law.empty_help')}</Empty>}
      {SUBJECTS.map((subject) => {
        const own = shown.filter((row) => row.subject === subject)
        if (own.length === 0) return null
        return (
          <section key={subject} className="grid min-w-0 gap-3">
            <h2>{t(`law.subject_${subject}`)}</h2>
            <DataTable caption={t(`law.subject_${subject}`)} columns={columns} rows={own} keyOf={(row) => row.code} />
          </section>
        )
      })}
      {chosen?.to === 'see' && <History row={chosen.row} onClose={close} />}
      {chosen?.to === 'change' && <ChangeParameter row={chosen.row} onClose={close} />}
    </>
  )
}
