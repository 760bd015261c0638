// SQL of the register of papers: one office, one direction, filtered, counted and paged.
import type { Db } from '@kheo/db/connect.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { sql, type RawBuilder } from 'kysely'
import { PAGE_SIZE, type DocumentState, type ListQuery } from './schema.ts'
import type { Family } from './paper.ts'
import type { StepBody } from './queries.ts'

export type ListedDocument = {
  readonly id: string
  readonly direction: 'out' | 'in'
  readonly family: Family
  readonly body: string
  readonly kind: string
  readonly summary: string
  readonly state: DocumentState
  readonly number: number | null
  readonly datedOn: string | null
  readonly issued: StepBody | null
  readonly assigned: StepBody | null
  readonly sender: string | null
  readonly senderNumber: string | null
  readonly senderOn: string | null
  readonly recordedAt: Date
  readonly recordedTitle: string
}

const likeWords = (words: string): string[] =>
  foldVietnamese(words)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)

/** The papers of an office with their states and years; a draft's year is that of its drafting, in Vietnam. */
const listed = (unit: string, direction: 'out' | 'in'): RawBuilder<unknown> => sql`
  select d.*, n.number, n.dated_on, s.issued, s.assigned,
    coalesce(n.year, extract(year from d.recorded_at at time zone 'Asia/Ho_Chi_Minh')::integer) as of_year,
    case when s.is_cancelled then 'cancelled' when d.direction = 'out' then case when s.issued is null then 'draft' else 'issued' end
      when s.is_done then 'done' when s.assigned is not null then 'assigned' else 'received' end as state
  from document d
  left join document_number n on n.unit_id = d.unit_id and n.document_id = d.id
  cross join lateral (select bool_or(s.kind = 'cancelled') as is_cancelled, bool_or(s.kind = 'done') as is_done,
      (array_agg(s.body order by s.seq desc) filter (where s.kind = 'issued'))[1] as issued,
      (array_agg(s.body order by s.seq desc) filter (where s.kind = 'assigned'))[1] as assigned
    from document_step s where s.unit_id = d.unit_id and s.document_id = d.id) s
  where d.unit_id = ${unit} and d.direction = ${direction}`

function conditions({ year, body, kind, state, q }: Omit<ListQuery, 'page'>): RawBuilder<unknown> {
  const all = [
    ...(year === undefined ? [] : [sql`of_year = ${year}`]),
    ...(body === undefined || body === '' ? [] : [sql`body = ${body}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...likeWords(q).map(
      (word) =>
        sql`(search_folded like ${word} or translate(lower(coalesce(issued->>'number', number::text, '')), 'đ', 'd') like ${word})`,
    ),
  ]
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `)
}

const columns = sql`id, direction, family, body, kind, summary, state, number, dated_on as "datedOn", issued, assigned, sender, sender_number as "senderNumber", sender_on as "senderOn", recorded_at as "recordedAt", recorded_title as "recordedTitle"`

/** Drafts first, then the latest day, then the highest number. `page` null: all, oldest number first, as the book is printed. */
export async function listDocuments(
  tx: Db,
  query: Omit<ListQuery, 'page'>,
  page: number | null,
): Promise<ListedDocument[]> {
  const order =
    page === null
      ? sql`dated_on asc nulls last, number asc nulls last, recorded_at, id`
      : sql`dated_on desc nulls first, number desc nulls first, recorded_at desc, id limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`
  const { rows } =
    await sql<ListedDocument>`select ${columns} from (${listed(query.unit, query.direction)}) l where ${conditions(query)} order by ${order}`.execute(
      tx,
    )
  return rows
}

export type Counts = {
  readonly total: number
  readonly totals: { draft: number; issued: number; cancelled: number; open: number; done: number }
  readonly years: readonly number[]
  readonly bodies: readonly string[]
}

/** How many there are as filtered, by state; the years and offices that the whole register has. */
export async function countDocuments(tx: Db, query: Omit<ListQuery, 'page'>): Promise<Counts> {
  const source = listed(query.unit, query.direction)
  const { rows } = await sql<{
    state: DocumentState
    n: number
  }>`select state, count(*)::integer as n from (${source}) l where ${conditions(query)} group by state`.execute(tx)
  const of = (...states: readonly DocumentState[]): number =>
    rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.n, 0)
  const facets = await sql<{
    years: number[] | null
    bodies: string[] | null
  }>`select array_agg(distinct of_year) as years, array_agg(distinct body) as bodies from (${source}) l`.execute(tx)
  return {
    total: rows.reduce((sum, row) => sum + row.n, 0),
    totals: {
      draft: of('draft'),
      issued: of('issued'),
      cancelled: of('cancelled'),
      open: of('received', 'assigned'),
      done: of('done'),
    },
    years: (facets.rows[0]?.years ?? []).toSorted((a, b) => b - a),
    bodies: (facets.rows[0]?.bodies ?? []).toSorted(),
  }
}
