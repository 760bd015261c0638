// Counting of a register from its measures: SQL conditions over an entry `m`, its steps and a window `w`. Only the room's own constants are spliced in.
import type { CountedEntry, CountingRegister } from '@kheo/kit/register.ts'
import { sql, type RawBuilder } from 'kysely'

export type Measures = {
  readonly code: string
  readonly titleVi: string
  readonly table: string
  readonly stepTable: string
  /** Column of the step table that names the entry. */
  readonly stepKey: string
  /** What an entry is called in a list of sources, and where it happened. */
  readonly title: string
  readonly place: string
  /** Indicator → condition under which an entry counts once. `took(kind, days)` holds when a step of the kind was taken on such days. */
  readonly counts: Readonly<Record<string, (took: Took) => string>>
  /** Indicator → amount that an entry adds, for what is not counted by ones. */
  readonly sums?: Readonly<Record<string, (steps: string) => string>>
}

export type Took = (
  kinds: string | readonly string[],
  days: 'within' | 'by the end' | 'before the start',
  more?: string,
) => string

const DAYS = {
  within: 't.happened_on between w.s and w.e',
  'by the end': 't.happened_on <= w.e',
  'before the start': 't.happened_on < w.s',
} as const

const steps = (it: Measures, at: string): string =>
  `select from ${it.stepTable} t where t.unit_id = m.unit_id and t.${it.stepKey} = m.id${at}`

/** A past moment is a literal of a fixed shape, so that one text serves the live table and the history alike. */
const until = (at: string | undefined): string =>
  at === undefined ? '' : ` and t.at <= '${new Date(at).toISOString()}'`

function tookFor(it: Measures, at: string | undefined): Took {
  return (kinds, days, more = '') => {
    const list = (typeof kinds === 'string' ? [kinds] : kinds).map((kind) => `'${kind}'`).join(', ')
    return `exists (${steps(it, until(at))} and t.kind in (${list}) and ${DAYS[days]}${more === '' ? '' : ` and ${more}`})`
  }
}

const amounts = (it: Measures, at: string | undefined): Map<string, string> => {
  const took = tookFor(it, at)
  const counted = Object.entries(it.counts).map(([code, condition]) => [code, `(${condition(took)})::integer`] as const)
  const summed = Object.entries(it.sums ?? {}).map(
    ([code, amount]) =>
      [
        code,
        amount(`from ${it.stepTable} t where t.unit_id = m.unit_id and t.${it.stepKey} = m.id${until(at)}`),
      ] as const,
  )
  return new Map([...counted, ...summed])
}

const relation = (it: Measures, units: readonly string[], at: string | undefined): RawBuilder<unknown> =>
  at === undefined
    ? sql`(select * from ${sql.table(it.table)} where unit_id = any(${[...units]}))`
    : sql`(select distinct on (unit_id, id) * from ${sql.table(`${it.table}_rev`)} where unit_id = any(${[...units]}) and recorded_at <= ${at} order by unit_id, id, rev desc)`

const countedEntry = ({
  unitId,
  id,
  rev,
  entryNo,
  on,
  place,
  title,
  recordedBy,
  recordedAt,
  amount,
}: CountedEntry): CountedEntry => ({
  unitId,
  id,
  rev,
  entryNo,
  on,
  place,
  title,
  recordedBy,
  recordedAt: new Date(recordedAt).toISOString(),
  amount,
})

export function countingRegister(it: Measures): CountingRegister {
  const indicators = [...Object.keys(it.counts), ...Object.keys(it.sums ?? {})]
  return {
    code: it.code,
    titleVi: it.titleVi,
    table: it.table,
    indicators,
    async count(db, units, windows) {
      const list = [...amounts(it, undefined)]
        .map(([code, amount]) => `sum(${amount})::integer as "${code}"`)
        .join(', ')
      const { rows } = await sql<Record<string, number | string>>`select w.p as "periodId", ${sql.raw(list)}
        from unnest(${windows.map((window) => window.periodId)}::text[], ${windows.map((window) => window.start)}::date[], ${windows.map((window) => window.end)}::date[]) as w(p, s, e)
        join ${relation(it, units, undefined)} m on m.happened_on <= w.e and m.voided_at is null group by w.p`.execute(
        db,
      )
      return new Map(
        rows.map((row) => [String(row['periodId']), new Map(indicators.map((code) => [code, Number(row[code] ?? 0)]))]),
      )
    },
    async entries(db, units, window, indicator, page) {
      const amount = amounts(it, page.at).get(indicator)
      if (amount === undefined) return { rows: [], total: 0 }
      const { rows } = await sql<
        CountedEntry & { all: number }
      >`select m.unit_id as "unitId", m.id, m.rev, m.entry_no as "entryNo", m.happened_on as "on", ${sql.raw(it.place)} as place, ${sql.raw(it.title)} as title,
          m.recorded_title as "recordedBy", m.recorded_at as "recordedAt", ${sql.raw(amount)} as amount, count(*) over () as "all"
        from (values (${window.start}::date, ${window.end}::date)) as w(s, e) join ${relation(it, units, page.at)} m on m.happened_on <= w.e and m.voided_at is null
        where (${sql.raw(amount)}) > 0 order by m.happened_on, m.entry_no limit ${page.limit} offset ${page.offset}`.execute(
        db,
      )
      return { rows: rows.map(countedEntry), total: Number(rows[0]?.all ?? 0) }
    },
  }
}
