// The paper book: the register as an A4 landscape table with numbered columns, as narrowed and ordered in the address.
import type { EntryRow } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { useAddress } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { showDay } from '../format.ts'
import { Notice } from '../parts/badge.tsx'
import { Button } from '../parts/button.tsx'
import { Empty, Failure } from '../parts/empty.tsx'
import { Page } from '../parts/page.tsx'
import { Loading } from '../parts/progress.tsx'
import { say, t } from '../text.ts'
import { MOST_ROWS, useAllRows } from './all-rows.ts'
import { whenOf } from './counted.tsx'
import { queryOf } from './list-query.ts'
import { paperAlign, paperCell, paperColumnsOf } from './paper-columns.ts'
import { listPath, type RoomProps } from './room.ts'

// Wider than a phone, and without a link inside: the keyboard must reach it to scroll it.
const SCROLLED = { role: 'region', tabIndex: 0 } as const

function Book({ register, rows }: { readonly register: AnyRegister; readonly rows: readonly EntryRow[] }) {
  const desk = useDesk()
  const columns = paperColumnsOf(
    register,
    rows.some((row) => row.unitId !== desk.unit.id),
  )
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <table className="book-table">
      <caption className="sr-only">{say(register.title)}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.field} style={{ width: `${(column.width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.field} scope="col">
              {say(column.head)}
            </th>
          ))}
        </tr>
        <tr className="book-numbers">
          {columns.map((column, index) => (
            <td key={column.field}>({index + 1})</td>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.unitId}/${row.id}`} className={row.isVoided ? 'is-struck' : ''}>
            {columns.map((column) => (
              <td key={column.field} className={`book-${paperAlign(register, column)}`}>
                {paperCell(register, column, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function PaperBook({ room }: RoomProps) {
  const { register } = room
  const desk = useDesk()
  const { search } = useAddress()
  // A book is read from its first page on, unless the list was ordered by hand.
  const order = search['sort'] === undefined ? { sort: 'happenedOn', order: 'asc' } : {}
  const { answer, count } = useAllRows(
    register,
    queryOf(register, { unit: desk.unit.id, year: desk.year }, { ...search, ...order }),
  )
  return (
    <Page
      title={`${t('registers.book')} · ${say(register.title)}`}
      back={{ to: listPath(register), label: say(register.title) }}
      mainAction={
        <Button variant="primary" onClick={() => print()}>
          {t('common.print')}
        </Button>
      }
      isScreenOnly
    >
      <p className="no-print text-[var(--muted)]">{t('registers.book_landscape')}</p>
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Loading what={t('registers.book_progress', { count })} />}
      {answer.data !== undefined && answer.data.total > MOST_ROWS && (
        <div className="no-print">
          <Notice tone="warn">{t('registers.book_cut', { total: answer.data.total })}</Notice>
        </div>
      )}
      {answer.data?.rows.length === 0 && <Empty title={t('registers.empty', { entry: say(register.entry) })} />}
      {answer.data !== undefined && answer.data.rows.length > 0 && (
        <section className="book min-w-0">
          <div className="flex justify-between gap-6">
            <p className="font-semibold uppercase">{desk.unit.name}</p>
            <p className="italic">{t('registers.book_day', { day: showDay(desk.today) })}</p>
          </div>
          <div className="my-3 text-center">
            <h2 className="uppercase">{say(register.title)}</h2>
            <p>({whenOf(desk.year, search)})</p>
          </div>
          <div className="overflow-x-auto" {...SCROLLED} aria-label={say(register.title)}>
            <Book register={register} rows={answer.data.rows} />
          </div>
        </section>
      )}
    </Page>
  )
}
