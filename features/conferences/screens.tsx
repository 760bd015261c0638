// Hội nghị of the unit at the desk: what comes, what is late in its preparation, what was held.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { AnswerOf } from '@kheo/kit/endpoint.ts'
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { buttonLook } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { oneOf } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { StateBadge } from '@kheo/ui/register/state-badges.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { conferenceRoom } from './schema.ts'
import { ATTEND_PATH, BOOK_PATH, boxPath, TASKS_PATH, useBookWords } from './words.tsx'

type Row = AnswerOf<typeof conferenceRoom.list>['rows'][number]

const WHEN = ['coming', 'held', 'all'] as const
type When = (typeof WHEN)[number]

const isComing = (row: Row): boolean => row.state === 'planned'
const isHeld = (row: Row): boolean => row.state !== 'planned' && row.state !== 'cancelled'

/** What comes is read from the nearest day on; what was held, from the latest back. */
function shownOf(rows: readonly Row[], when: When, year: number): readonly Row[] {
  if (when === 'coming') return rows.filter(isComing).toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const inYear = rows.filter((row) => row.day.startsWith(String(year)) && (when === 'all' || isHeld(row)))
  return inYear.toSorted((a, b) => (a.day < b.day ? 1 : -1))
}

function Clock({ row }: { readonly row: Row }) {
  const [late] = row.late
  if (!row.hasPlan) return row.state === 'planned' ? t('conferences.no_plan_yet') : '—'
  return (
    <span className="grid justify-items-start gap-1">
      {late !== undefined && (
        <>
          <Badge tone="bad">{t('conferences.late_count', { count: row.late.length })}</Badge>
          <span>{row.late.length > 1 ? t('conferences.late_more', { title: late }) : late}</span>
        </>
      )}
      {row.next !== null && (
        <span className="text-[var(--muted)]">
          {t('conferences.next_is', { title: row.next.title, day: showDay(row.next.dueOn) })}
        </span>
      )}
      {late === undefined && row.next === null && '—'}
    </span>
  )
}

function useColumns(unit: string): readonly Column<Row>[] {
  const { register, choice } = useBookWords()
  return [
    { key: 'day', head: t('common.day'), cell: (row) => showDay(row.day) },
    {
      key: 'title',
      head: t('conferences.conference'),
      isMain: true,
      cell: (row) => (
        <AppLink to={boxPath(unit, row.id)} className="font-medium">
          {row.title}
        </AppLink>
      ),
    },
    { key: 'kind', head: t('conferences.kind'), cell: (row) => choice('kind', row.kind) },
    {
      key: 'state',
      head: t('common.state'),
      cell: (row) => (register === undefined ? row.state : <StateBadge register={register} state={row.state} />),
    },
    { key: 'clock', head: t('conferences.clock'), cell: (row) => <Clock row={row} /> },
    {
      key: 'came',
      head: t('conferences.came_of_invited'),
      isNumber: true,
      cell: (row) => (row.invited === 0 ? '—' : `${formatCount(row.came)}/${formatCount(row.invited)}`),
    },
  ]
}

const NewLink = () => (
  <AppLink to={`${BOOK_PATH}/moi`} className={buttonLook('primary')}>
    {t('conferences.new')}
  </AppLink>
)

function Rows({ rows, when }: { readonly rows: readonly Row[]; readonly when: When }) {
  const desk = useDesk()
  const columns = useColumns(desk.unit.id)
  const mayRecord = hasRole(desk, 'recorder', 'compiler')
  if (rows.length === 0)
    return (
      <Empty title={t(`conferences.empty_${when}`, { year: desk.year })} action={mayRecord ? <NewLink /> : undefined}>
        {t('conferences.empty_help')}
      </Empty>
    )
  return (
    <DataTable
      caption={t('conferences.title')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      isStruck={(row) => row.state === 'cancelled'}
    />
  )
}

export function ConferenceList() {
  const desk = useDesk()
  const { search } = useAddress()
  const list = useServer(conferenceRoom.list, { unit: desk.unit.id })
  const when = oneOf(WHEN, search['khi']) ?? 'coming'
  const mayRecord = hasRole(desk, 'recorder', 'compiler')
  return (
    <Page
      title={`${t('conferences.title')} · ${desk.unit.name}`}
      {...(mayRecord ? { mainAction: <NewLink /> } : {})}
      actions={
        <>
          {mayRecord && (
            <AppLink to={ATTEND_PATH} className={buttonLook('secondary')}>
              {t('conferences.attend')}
            </AppLink>
          )}
          <AppLink to={BOOK_PATH} className={buttonLook('secondary')}>
            {t('conferences.book')}
          </AppLink>
          <AppLink to={TASKS_PATH} className={buttonLook('secondary')}>
            {t('conferences.tasks')}
          </AppLink>
        </>
      }
    >
      <p>{t('conferences.intro')}</p>
      <TabLinks
        label={t('conferences.when')}
        param="khi"
        tabs={WHEN.map((value) => ({ value, label: t(`conferences.when_${value}`, { year: desk.year }) }))}
        current={when}
      />
      <Answer of={list}>{({ rows }) => <Rows rows={shownOf(rows, when, desk.year)} when={when} />}</Answer>
    </Page>
  )
}
