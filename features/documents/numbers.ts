// The numbers of papers. A number is taken in the transaction that needs it: none twice, none lost when the transaction fails.
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { sql } from 'kysely'
import type { DocumentProblem } from './problems.ts'
import { INCOMING_SERIES } from './rules.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

/** A series of numbers: an office, what is numbered together, and the year that it runs in. */
export type Series = {
  readonly unitId: string
  readonly path: string
  readonly body: string
  readonly series: string
  readonly year: number
}

/** Makes the series when it is new and holds its row until the transaction ends. */
async function holdSeries(tx: Db, { unitId, path, body, series, year }: Series): Promise<number> {
  const { rows } = await sql<{
    last: number
  }>`insert into document_series as s (unit_id, body, series, year, path, last)
    values (${unitId}, ${body}, ${series}, ${year}, ${path}, 0)
    on conflict (unit_id, body, series, year) do update set last = s.last returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

/** The first number after `last` that no paper has. */
async function firstFree(tx: Db, it: Series, last: number): Promise<number> {
  const taken = sql`select number from document_number where unit_id = ${it.unitId} and body = ${it.body} and series = ${it.series} and year = ${it.year} and number > ${last}`
  const { rows } = await sql<{ n: number }>`with taken as (${taken})
    select min(c.n)::integer as n from (select ${last}::integer + 1 as n union select number + 1 from taken) c where c.n not in (select number from taken)`.execute(
    tx,
  )
  return rows[0]?.n ?? last + 1
}

/** The number that the next paper of the series would get now. */
export async function nextNumber(tx: Db, it: Series): Promise<number> {
  const { rows } = await sql<{
    last: number
  }>`select last from document_series where unit_id = ${it.unitId} and body = ${it.body} and series = ${it.series} and year = ${it.year}`.execute(
    tx,
  )
  return firstFree(tx, it, rows[0]?.last ?? 0)
}

/** Numbers follow the days of the papers: the next one is not for a day before that of a lower number. @throws Refusal */
async function refuseOutOfOrder(tx: Db, it: Series, number: number, datedOn: string): Promise<void> {
  const { rows } = await sql<{
    number: number
    datedOn: string
  }>`select number, dated_on as "datedOn" from document_number
    where unit_id = ${it.unitId} and body = ${it.body} and series = ${it.series} and year = ${it.year} and number < ${number} and dated_on > ${datedOn}
    order by dated_on desc, number desc limit 1`.execute(tx)
  const [later] = rows
  if (later !== undefined) refuse({ code: 'document.day_before_last', number: later.number, day: later.datedOn })
}

/**
 * Gives a paper its number: the next one, or the one asked for when it is free. A paper that goes out takes the next number
 * only for a day not before those of the lower numbers (Decree 30/2020/NĐ-CP, article 15: numbers follow the order of time);
 * one that came in may be entered late, and a number that a paper book gave before stands as it was given. The series stays held to the end of the
 * transaction, so this belongs as late in it as can be.
 * @throws Refusal `document.number_taken`, `document.day_before_last`
 */
export async function takeNumber(
  tx: Db,
  it: Series,
  paper: { readonly id: string; readonly datedOn: string; readonly asked: number | null },
): Promise<number> {
  const last = await holdSeries(tx, it)
  const next = await firstFree(tx, it, last)
  const number = paper.asked ?? next
  if (paper.asked === null && it.series !== INCOMING_SERIES) await refuseOutOfOrder(tx, it, number, paper.datedOn)
  const { numAffectedRows } =
    await sql`insert into document_number (unit_id, body, series, year, number, document_id, path, dated_on)
    values (${it.unitId}, ${it.body}, ${it.series}, ${it.year}, ${number}, ${paper.id}, ${it.path}, ${paper.datedOn})
    on conflict (unit_id, body, series, year, number) do nothing`.execute(tx)
  if (numAffectedRows !== 1n) refuse({ code: 'document.number_taken', number, next })
  if (paper.asked === null)
    await sql`update document_series set last = ${number} where unit_id = ${it.unitId} and body = ${it.body} and series = ${it.series} and year = ${it.year}`.execute(
      tx,
    )
  return number
}

/**
 * Sets the last number that was used outside the system; the next paper gets the one after it.
 * @throws Refusal `document.series_only_upwards` when numbers as high are in use
 */
export async function moveSeries(tx: Db, it: Series, last: number): Promise<void> {
  const before = await holdSeries(tx, it)
  if (last < before) refuse({ code: 'document.series_only_upwards', last: before })
  await sql`update document_series set last = ${last} where unit_id = ${it.unitId} and body = ${it.body} and series = ${it.series} and year = ${it.year}`.execute(
    tx,
  )
}
