// The register of papers as a book on paper, as it is narrowed in the address.
import { useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type DocumentRow, documents } from './schema.ts'
import { useNarrowed } from './screens.tsx'

type PaperColumn = { readonly head: string; readonly width: number; readonly cell: (row: DocumentRow) => string }

const outgoing = (): readonly PaperColumn[] => [
  { head: t('documents.number'), width: 14, cell: (row) => row.number ?? '' },
  { head: t('documents.date'), width: 11, cell: (row) => showDay(row.date) },
  { head: t('documents.kind'), width: 13, cell: (row) => row.kindTitle },
  { head: t('documents.summary'), width: 38, cell: (row) => row.summary },
  { head: t('documents.author'), width: 14, cell: (row) => row.recordedTitle },
  { head: t('documents.state'), width: 10, cell: (row) => t(`documents.state_${row.state}`) },
]
const incoming = (): readonly PaperColumn[] => [
  { head: t('documents.number_in'), width: 7, cell: (row) => row.number ?? '' },
  { head: t('documents.date_in'), width: 10, cell: (row) => showDay(row.date) },
  { head: t('documents.sender'), width: 18, cell: (row) => row.sender ?? '' },
  { head: t('documents.number'), width: 13, cell: (row) => row.senderNumber ?? '' },
  { head: t('documents.date'), width: 10, cell: (row) => showDay(row.senderOn) },
  { head: t('documents.summary'), width: 24, cell: (row) => `${row.kindTitle} ${row.summary}` },
  { head: t('documents.assigned_to'), width: 18, cell: (row) => row.assignedTo ?? '' },
]

// Wider than a phone, and without a link inside: the keyboard must reach it to scroll it.
const SCROLLED = { role: 'region', tabIndex: 0 } as const

function Book({ columns, rows }: { readonly columns: readonly PaperColumn[]; readonly rows: readonly DocumentRow[] }) {
  return (
    <table className="book-table">
      <colgroup>
        {columns.map(({ head, width }) => (
          <col key={head} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
        <tr className="book-numbers">
          {columns.map(({ head }, index) => (
            <td key={head}>({index + 1})</td>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.state === 'cancelled' ? 'is-struck' : ''}>
            {columns.map(({ head, cell }) => (
              <td key={head}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function DocumentBook() {
  const desk = useDesk()
  const { search } = useAddress()
  const query = useNarrowed()
  const book = useServer(documents.book, query)
  const title = t(`documents.book_${query.direction}`)
  return (
    <Page
      title={`${t('documents.book')} · ${title}`}
      back={{ to: '/van-ban', label: t('documents.back') }}
      mainAction={
        <Button variant="primary" onClick={() => print()}>
          {t('common.print')}
        </Button>
      }
      isScreenOnly
    >
      <p className="no-print text-[var(--muted)]">{t('registers.book_landscape')}</p>
      <Answer of={book}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty
              title={t(search['q'] === undefined ? `documents.empty_${query.direction}` : 'documents.none_found', {
                year: desk.year,
              })}
            />
          ) : (
            <section className="book min-w-0">
              <div className="flex justify-between gap-6">
                <p className="font-semibold uppercase">{desk.unit.name}</p>
                <p className="italic">{t('documents.book_day', { day: showDay(desk.today) })}</p>
              </div>
              <div className="my-3 text-center">
                <h2 className="uppercase">{title}</h2>
                <p>{t('documents.book_year', { year: desk.year })}</p>
              </div>
              <div className="overflow-x-auto" {...SCROLLED} aria-label={title}>
                <Book columns={query.direction === 'out' ? outgoing() : incoming()} rows={rows} />
              </div>
            </section>
          )
        }
      </Answer>
    </Page>
  )
}
