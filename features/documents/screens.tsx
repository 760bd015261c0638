// The register of papers of the unit at the desk: outgoing and incoming, filtered, exported, printed.
import { addressOf } from '@kheo/kit/client.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, type Tone } from '@kheo/ui/parts/badge.tsx'
import { Button, buttonLook } from '@kheo/ui/parts/button.tsx'
import { type Column, DataTable } from '@kheo/ui/parts/data-table.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { ChoiceFilter, ClearFilters, oneOf, SearchFilter } from '@kheo/ui/parts/filters.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { PagerLinks, TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useState } from 'react'
import { Receive, StartSeries, NewPaper } from './begin-dialogs.tsx'
import { Direction, documentFiles, type DocumentRow, documents, DocumentState, type KindChoice } from './schema.ts'

export const PATH = '/van-ban'
export const paperPath = (unit: string, id: string): string => pathTo(PATH, unit, id)

const TONES: Readonly<Record<DocumentState, Tone>> = {
  draft: 'info',
  issued: 'good',
  cancelled: 'plain',
  received: 'warn',
  assigned: 'info',
  done: 'good',
}

export const StateBadge = ({ state }: { readonly state: DocumentState }) => (
  <Badge tone={TONES[state]}>{t(`documents.state_${state}`)}</Badge>
)

const STATES: Readonly<Record<Direction, readonly DocumentState[]>> = {
  out: ['draft', 'issued', 'cancelled'],
  in: ['received', 'assigned', 'done', 'cancelled'],
}

const link = (unit: string, row: DocumentRow) => <AppLink to={paperPath(unit, row.id)}>{row.summary}</AppLink>

const outgoingColumns = (unit: string): readonly Column<DocumentRow>[] => [
  { key: 'number', head: t('documents.number'), cell: (row) => row.number ?? t('documents.no_number') },
  { key: 'date', head: t('documents.date'), cell: (row) => showDay(row.date) },
  { key: 'kind', head: t('documents.kind'), cell: (row) => row.kindTitle },
  { key: 'summary', head: t('documents.summary'), isMain: true, cell: (row) => link(unit, row) },
  { key: 'state', head: t('documents.state'), cell: (row) => <StateBadge state={row.state} /> },
]

const incomingColumns = (unit: string): readonly Column<DocumentRow>[] => [
  { key: 'number', head: t('documents.number_in'), cell: (row) => row.number ?? '—', isNumber: true },
  { key: 'date', head: t('documents.date_in'), cell: (row) => showDay(row.date) },
  { key: 'sender', head: t('documents.sender'), cell: (row) => row.sender },
  {
    key: 'of',
    head: t('documents.number'),
    cell: (row) =>
      row.senderOn === null
        ? (row.senderNumber ?? '—')
        : t('documents.of_paper', { number: row.senderNumber ?? '—', day: showDay(row.senderOn) }),
  },
  { key: 'summary', head: t('documents.summary'), isMain: true, cell: (row) => link(unit, row) },
  {
    key: 'to',
    head: t('documents.assigned_to'),
    cell: (row) =>
      row.assignedTo === null ? '—' : `${row.assignedTo}${row.dueOn === null ? '' : ` · ${showDay(row.dueOn)}`}`,
  },
  { key: 'state', head: t('documents.state'), cell: (row) => <StateBadge state={row.state} /> },
]

const PARAMS = ['q', 'body', 'kind', 'state'] as const

/** What the address narrows the register to. */
export function useNarrowed() {
  const desk = useDesk()
  const { search } = useAddress()
  const direction = oneOf(Direction.options, search['direction']) ?? 'out'
  const text = (param: (typeof PARAMS)[number]) => (search[param] ?? '') || undefined
  return {
    unit: desk.unit.id,
    direction,
    year: desk.year,
    q: text('q') ?? '',
    body: text('body'),
    kind: text('kind'),
    state: oneOf(DocumentState.options, search['state']),
  }
}

const byTitle = (kinds: readonly KindChoice[]) =>
  [...new Map(kinds.map(({ code, title }) => [code, title]))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'))

type FilterProps = {
  readonly direction: Direction
  readonly bodies: readonly string[]
  readonly kinds: readonly KindChoice[]
}

const Filters = ({ direction, bodies, kinds }: FilterProps) => (
  <search
    className="no-print grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    aria-label={t('common.filters')}
  >
    <SearchFilter label={t('documents.search')} />
    <ChoiceFilter label={t('documents.body')} param="body" choices={bodies.map((value) => ({ value, label: value }))} />
    <ChoiceFilter label={t('documents.kind')} param="kind" choices={byTitle(kinds)} />
    <ChoiceFilter
      label={t('documents.state')}
      param="state"
      choices={STATES[direction].map((value) => ({ value, label: t(`documents.state_${value}`) }))}
    />
    <ClearFilters params={PARAMS} />
  </search>
)

function Nothing({ direction, isNarrowed }: { readonly direction: Direction; readonly isNarrowed: boolean }) {
  const { year } = useDesk()
  if (isNarrowed) return <Empty title={t('documents.none_found')}>{t('documents.none_found_help')}</Empty>
  return <Empty title={t(`documents.empty_${direction}`, { year })}>{t(`documents.empty_${direction}_help`)}</Empty>
}

const Links = () => (
  <>
    <AppLink className={buttonLook('secondary')} to={`${PATH}/mau`}>
      {t('templates.title')}
    </AppLink>
    <AppLink className={buttonLook('secondary')} to={`${PATH}/the-thuc`}>
      {t('documents.formats')}
    </AppLink>
    <AppLink className={buttonLook('secondary')} to={`${PATH}/kiem-tra`}>
      {t('documents.check_format')}
    </AppLink>
  </>
)

type Open = 'new' | 'receive' | 'series'

export function DocumentList() {
  const desk = useDesk()
  const { search } = useAddress()
  const query = useNarrowed()
  const { direction } = query
  const page = Math.max(1, Number(search['page'] ?? 1) || 1)
  const list = useServer(documents.list, { ...query, page })
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const mayDraft = list.data?.mayDraft === true
  const kinds = list.data?.kinds ?? []
  const columns = direction === 'out' ? outgoingColumns(desk.unit.id) : incomingColumns(desk.unit.id)
  return (
    <Page
      title={`${t('documents.title')} · ${desk.unit.name} · ${desk.year}`}
      mainAction={
        mayDraft ? (
          <Button variant="primary" onClick={() => setOpen(direction === 'out' ? 'new' : 'receive')}>
            {t(direction === 'out' ? 'documents.new' : 'documents.receive')}
          </Button>
        ) : undefined
      }
      actions={<Links />}
    >
      <p>{t('documents.intro')}</p>
      <TabLinks
        label={t('documents.directions')}
        param="direction"
        tabs={Direction.options.map((value) => ({ value, label: t(`documents.${value}`) }))}
        current={direction}
      />
      <Answer of={list}>
        {({ rows, total, totals, pageSize, bodies }) => (
          <section className="grid min-w-0 gap-4">
            <Filters direction={direction} bodies={bodies} kinds={kinds} />
            <div className="flex flex-wrap items-center justify-between gap-3">
              <output>
                {direction === 'out' ? t('documents.totals_out', totals) : t('documents.totals_in', totals)}
              </output>
              <div className="no-print flex flex-wrap gap-2">
                {mayDraft && <Button onClick={() => setOpen('series')}>{t('documents.series')}</Button>}
                <a className={buttonLook('secondary')} href={addressOf(documentFiles.register, query)} download>
                  {t('documents.export')}
                </a>
                <AppLink className={buttonLook('secondary')} to={`${PATH}/in`} search={{ ...search, page: undefined }}>
                  {t('documents.book')}
                </AppLink>
              </div>
            </div>
            {rows.length === 0 ? (
              <Nothing direction={direction} isNarrowed={PARAMS.some((param) => (search[param] ?? '') !== '')} />
            ) : (
              <DataTable
                caption={t(`documents.${direction}`)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                isStruck={(row) => row.state === 'cancelled'}
              />
            )}
            <PagerLinks page={page} pageSize={pageSize} total={total} />
          </section>
        )}
      </Answer>
      {open === 'new' && <NewPaper kinds={kinds} onClose={close} />}
      {open === 'receive' && <Receive kinds={kinds} onClose={close} />}
      {open === 'series' && <StartSeries kinds={kinds} direction={direction} onClose={close} />}
    </Page>
  )
}
