// Đợt khen thưởng: the rounds of a unit and those below it.
import { addressOf } from '@kheo/kit/client.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter, ClearFilters, oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { OpenRoundDialog } from './round-form.tsx'
import { AWARD_FAMILIES, awardDoors, awards, type RoundRow, SUBJECTS } from './schema.ts'
import { BOOK_PATH, LAYOUTS_PATH, ROUNDS_PATH, subjectWords } from './words.tsx'

const FILTERS = ['round-year', 'subject', 'family'] as const
const YEARS_SHOWN = 6

const columns = (showsUnit: boolean): readonly Column<RoundRow>[] => [
  {
    key: 'title',
    head: t('awards.round'),
    isMain: true,
    cell: (row) => <AppLink to={pathTo(ROUNDS_PATH, row.unitId, row.id)}>{row.title}</AppLink>,
  },
  ...(showsUnit ? [{ key: 'unit', head: t('common.unit'), cell: (row: RoundRow) => row.unitName }] : []),
  { key: 'year', head: t('common.year'), isNumber: true, cell: (row) => row.year },
  { key: 'subject', head: t('awards.subject'), cell: (row) => subjectWords(row.subject) },
  { key: 'family', head: t('awards.family'), cell: (row) => t(`awards.family_${row.family}`) },
  {
    key: 'winners',
    head: t('awards.winners'),
    cell: ({ collectives, individuals }) => t('awards.winners_of', { collectives, individuals }),
  },
  { key: 'awarded', head: t('awards.awarded'), isNumber: true, cell: (row) => row.awarded },
  {
    key: 'stage',
    head: t('awards.stage'),
    cell: (row) => (
      <Badge tone={row.stage === 'presented' || row.stage === 'decided' ? 'good' : 'info'}>
        {t(`awards.stage_${row.stage}`)}
      </Badge>
    ),
  },
]

function Filters({ year }: { readonly year: number }) {
  const years = Array.from({ length: YEARS_SHOWN }, (_, at) => String(year - at))
  return (
    <search className="filters no-print sm:grid-cols-[1fr_1fr_1fr_auto]" aria-label={t('common.filters')}>
      <ChoiceFilter
        label={t('common.year')}
        param="round-year"
        choices={years.map((value) => ({ value, label: value }))}
      />
      <ChoiceFilter
        label={t('awards.subject')}
        param="subject"
        choices={SUBJECTS.map((value) => ({ value, label: t(`awards.subject_${value}`) }))}
      />
      <ChoiceFilter
        label={t('awards.family')}
        param="family"
        choices={AWARD_FAMILIES.map((value) => ({ value, label: t(`awards.family_${value}`) }))}
      />
      <ClearFilters params={FILTERS} />
    </search>
  )
}

export function AwardRounds() {
  const desk = useDesk()
  const { search, go } = useAddress()
  const [isOpening, setOpening] = useState(false)
  const year = search['round-year']
  const list = useServer(awards.rounds, {
    unit: desk.unit.id,
    year: year === undefined ? undefined : Number(year),
    subject: oneOf(SUBJECTS, search['subject']),
    family: oneOf(AWARD_FAMILIES, search['family']),
  })
  const isFiltered = FILTERS.some((name) => (search[name] ?? '') !== '')
  const mayOpen = list.data?.mayOpen === true
  const openButton = mayOpen ? (
    <Button variant="primary" onClick={() => setOpening(true)}>
      {t('awards.open')}
    </Button>
  ) : undefined
  return (
    <Page
      title={`${t('awards.title')} · ${desk.unit.name}`}
      {...(openButton === undefined ? {} : { mainAction: openButton })}
      actions={
        <>
          <AppLink to={BOOK_PATH} className={buttonLook('secondary')}>
            {t('awards.register')}
          </AppLink>
          <AppLink to={LAYOUTS_PATH} className={buttonLook('secondary')}>
            {t('awards.layouts')}
          </AppLink>
          <a
            className={buttonLook('secondary')}
            download
            href={addressOf(awardDoors.decisionBook, { unit: desk.unit.id, year: year ?? desk.year })}
          >
            {t('awards.decision_book')}
          </a>
        </>
      }
    >
      <p>{t('awards.intro')}</p>
      <Filters year={desk.year} />
      <Answer of={list}>
        {({ rows, isMore }) =>
          rows.length === 0 ? (
            <Empty
              title={t(isFiltered ? 'awards.empty_filtered' : 'awards.empty')}
              action={isFiltered ? undefined : openButton}
            >
              {isFiltered ? undefined : t('awards.empty_help')}
            </Empty>
          ) : (
            <>
              <DataTable
                caption={t('awards.title')}
                columns={columns(rows.some(({ unitId }) => unitId !== desk.unit.id))}
                rows={rows}
                keyOf={(row) => row.id}
              />
              {isMore && <p>{t('awards.more_rounds')}</p>}
            </>
          )
        }
      </Answer>
      {isOpening && (
        <OpenRoundDialog onClose={() => setOpening(false)} onOpened={(unit, id) => go(pathTo(ROUNDS_PATH, unit, id))} />
      )}
    </Page>
  )
}
