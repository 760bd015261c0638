// Measures as SQL over an entry `m`, its steps `t` and a window `w(p, s, e)`. Only names and codes of declarations are spliced in.
import type { Db } from '@kheo/db/connect.ts'
import { sql, type RawBuilder } from 'kysely'
import type { CountedEntry, CountingRegister, CountedPart, Window } from '../register.ts'
import { revTable, snake, stepTable } from './columns.ts'
import { type AnyRegister, storedFields } from './declare.ts'
import { type Value, type Values, withoutWords, type Words } from './fields.ts'
import type { Condition, Days, Measure, Where } from './measures.ts'
import { entrySelect, type StoredEntry, toStored } from './store.ts'

const DAYS: Readonly<Record<Days, (column: string) => string>> = {
  within: (column) => `${column} between w.s and w.e`,
  'by the end': (column) => `${column} <= w.e`,
  'before the start': (column) => `${column} < w.s`,
}

const literal = (value: Value): string => {
  if (value === null) return 'null'
  return typeof value === 'string' ? `'${value.replaceAll(`'`, `''`)}'` : String(value)
}

/** Writes the conditions of one register as SQL; `at` shows steps as they stood then. */
function writer(it: AnyRegister, at: string | undefined) {
  const fields = storedFields(it)
  const stands =
    at === undefined
      ? 't.retracted_at is null'
      : `t.at <= '${new Date(at).toISOString()}' and (t.retracted_at is null or t.retracted_at > '${new Date(at).toISOString()}')`
  const from = `from ${stepTable(it)} t where t.unit_id = m.unit_id and t.entry_id = m.id and ${stands}`
  const kindsIn = (kinds: readonly string[]): string => `t.kind in (${kinds.map(literal).join(', ')})`
  const holds = (where: Where, alias: 'm' | 't'): string =>
    Object.entries(where)
      .map(([name, wanted]) => {
        const column = `${alias}.${snake(name)}`
        const values: readonly Value[] = Array.isArray(wanted) ? (wanted as readonly Value[]) : [wanted as Value]
        if (alias === 'm' && fields[name]?.kind === 'choices')
          return `${column} && array[${values.map(literal).join(', ')}]::text[]`
        if (values.length === 1 && values[0] === null) return `${column} is null`
        return values.length === 1
          ? `${column} = ${literal(values[0] ?? null)}`
          : `${column} in (${values.map(literal).join(', ')})`
      })
      .join(' and ')
  const and = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' and ')
  const dueAtEnd = `(case when exists (select ${from} and t.happened_on <= w.e) then (select t.due_on ${from} and t.happened_on <= w.e order by t.seq desc limit 1)
    when exists (select ${from}) then (select t.due_before ${from} order by t.seq limit 1) else m.due_on end)`
  const write = (condition: Condition): string => {
    switch (condition.op) {
      case 'happened':
        return DAYS[condition.days]('m.happened_on')
      case 'is':
        return holds(condition.where, 'm') || 'true'
      case 'given':
        return `m.${snake(condition.field)} is not null`
      case 'day':
        return DAYS[condition.days](`m.${snake(condition.field)}`)
      case 'due':
        return DAYS[condition.days](dueAtEnd)
      case 'took':
        return `exists (select ${and(from, kindsIn(condition.kinds), DAYS[condition.days]('t.happened_on'), holds(condition.where, 't'), condition.isInTime ? '(t.due_before is null or t.happened_on <= t.due_before)' : '')})`
      case 'not':
        return `not coalesce(${write(condition.of)}, false)`
      case 'all':
        return condition.of.length === 0 ? 'true' : `(${condition.of.map(write).join(' and ')})`
      case 'any':
        return `(${condition.of.map(write).join(' or ')})`
    }
  }
  const amount = ({ amount: of, scale }: Measure): string => {
    const scaled = (text: string): string => (scale === undefined ? text : `${text} * ${scale.toFixed(9)}`)
    switch (of.of) {
      case 'entries':
      case 'distinct':
        return '1'
      case 'field':
        return scaled(`coalesce(m.${snake(of.field)}, 0)`)
      case 'latest': {
        const last = `(select t.${snake(of.field)} ${and(from, kindsIn(of.kinds), 't.happened_on <= w.e', `t.${snake(of.field)} is not null`)} order by t.seq desc limit 1)`
        const value = `coalesce(${last}, ${of.field in fields ? `m.${snake(of.field)}, ` : ''}0)`
        return scaled(of.most === undefined ? value : `least(${value}, coalesce(m.${snake(of.most)}, 0))`)
      }
      case 'steps': {
        const sum = `coalesce((select ${of.field === null ? 'count(*)' : `sum(t.${snake(of.field)})`} ${and(from, kindsIn(of.kinds), DAYS.within('t.happened_on'), holds(of.where, 't'))}), 0)`
        return scaled(of.most === undefined ? sum : `least(${sum}, coalesce(m.${snake(of.most)}, 0))`)
      }
    }
  }
  return { write, amount }
}

const keyOf = (fields: readonly string[]): string => `row(${fields.map((field) => `m.${snake(field)}`).join(', ')})`

/** One column of a count; null when the measure can only be had by distinct keys. */
function counted(it: AnyRegister, measure: Measure, more = ''): string {
  const { write, amount } = writer(it, undefined)
  const when = `${write(measure.when)}${more}`
  return measure.amount.of === 'distinct'
    ? `(count(distinct ${keyOf(measure.amount.fields)}) filter (where ${when}))::float8`
    : `coalesce(sum(case when ${when} then ${amount(measure)} else 0 end), 0)::float8`
}

const measuresOf = (it: AnyRegister): [string, Measure][] =>
  Object.entries(it.measures as Readonly<Record<string, Measure>>)

/** Holds only for entries of the window, so that older ones need not be read. */
const isOfWindow = (condition: Condition): boolean => {
  if (condition.op === 'happened') return condition.days === 'within'
  if (condition.op === 'all') return condition.of.some(isOfWindow)
  return condition.op === 'any' && condition.of.length > 0 && condition.of.every(isOfWindow)
}

const windowsTable = (windows: readonly Window[]): RawBuilder<unknown> =>
  sql`unnest(${windows.map((each) => each.periodId)}::text[], ${windows.map((each) => each.start)}::date[], ${windows.map((each) => each.end)}::date[]) as w(p, s, e)`

const relation = (it: AnyRegister, units: readonly string[], at: string | undefined): RawBuilder<unknown> =>
  at === undefined
    ? sql`(select * from ${sql.table(it.table)} where unit_id = any(${[...units]}))`
    : sql`(select distinct on (unit_id, id) * from ${sql.table(revTable(it))} where unit_id = any(${[...units]}) and recorded_at <= ${at} order by unit_id, id, rev desc)`

/** Entries that a window can know of; where an entry may be ahead of its steps (a meeting brought forward), its measures alone say. */
const known = (it: AnyRegister): string => (it.day.mayBeAhead === true ? 'true' : 'm.happened_on <= w.e')

const vietnamese = (words: Words): string => words[0]

type Span = { readonly start: string; readonly end: string }

/** Every measure as a column, and the entries that they are counted from: those at or below a place, `m`, between two days, `w`. */
function countedBelow(it: AnyRegister, path: string, span: Span): { columns: string; from: RawBuilder<unknown> } {
  const all = measuresOf(it)
  const bound = all.every(([, measure]) => measure.amount.of !== 'steps' && isOfWindow(measure.when))
    ? sql` and m.happened_on >= ${span.start}`
    : sql``
  return {
    columns: all.map(([code, measure]) => `, ${counted(it, measure)} as "${code}"`).join(''),
    from: sql`from (values (${span.start}::date, ${span.end}::date)) as w(s, e), ${sql.table(it.table)} m
      where m.path >= ${path} and m.path < ${path} || '~' and ${sql.raw(known(it))}${bound} and m.voided_at is null`,
  }
}

/**
 * Figures counted from the entries at or below a place between two days, and how many entries those days have.
 * `db` must be scoped; nothing is said of units that never opened the register.
 */
export async function countBelow(
  db: Db,
  it: AnyRegister,
  path: string,
  span: Span,
): Promise<{ readonly counts: Readonly<Record<string, number>>; readonly entries: number }> {
  const { columns, from } = countedBelow(it, path, span)
  const { rows } = await sql<
    Record<string, number>
  >`select (count(*) filter (where m.happened_on between w.s and w.e))::integer as "all"${sql.raw(columns)} ${from}`.execute(
    db,
  )
  const { all: entries = 0, ...counts } = rows[0] ?? {}
  return { counts, entries }
}

/** The same unit by unit, for each unit at or below the place that has opened the register by the last day. */
export async function countByUnit(
  db: Db,
  it: AnyRegister,
  path: string,
  span: Span,
): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const opened = await sql<{ unit: string }>`select unit_id as unit from register_opening
    where register = ${it.code} and path >= ${path} and path < ${path} || '~' and first_on <= ${span.end}`.execute(db)
  const { columns, from } = countedBelow(it, path, span)
  const { rows } = await sql<
    Record<string, number> & { unit: string }
  >`select m.unit_id as unit${sql.raw(columns)} ${from} group by m.unit_id`.execute(db)
  const none = Object.fromEntries(measuresOf(it).map(([code]) => [code, 0]))
  const found = new Map<string, Readonly<Record<string, number>>>(opened.rows.map(({ unit }) => [unit, none]))
  for (const { unit, ...counts } of rows) found.set(unit, counts)
  return found
}

type Divided = { readonly code: string; readonly measure: Measure; readonly field: string }

async function countParts(
  db: Db,
  it: AnyRegister,
  divided: readonly Divided[],
  units: readonly string[],
  windows: readonly Window[],
): Promise<CountedPart[]> {
  if (divided.length === 0) return []
  const each = divided.map(
    ({ code, measure, field }) =>
      sql`${sql.raw(`select w.p as "periodId", '${code}' as indicator, m.${snake(field)} as part, ${counted(it, measure)} as value`)}
        from ${windowsTable(windows)} join ${relation(it, units, undefined)} m on ${sql.raw(known(it))} and m.voided_at is null group by 1, 3`,
  )
  const { rows } = await sql<CountedPart>`${sql.join(each, sql` union all `)}`.execute(db)
  return rows.filter((row) => row.part !== null && row.value > 0)
}

/** What the spine is told of a register: how it counts, and which entries stand behind a count. */
export function countingOf(it: AnyRegister): CountingRegister {
  const all = measuresOf(it)
  const indicators = all.map(([code]) => code)
  const divided = all.flatMap(([code, measure]) =>
    measure.dividedBy === undefined ? [] : [{ code, measure, field: measure.dividedBy }],
  )
  return {
    code: it.code,
    titleVi: it.title[0],
    table: it.table,
    indicators,
    divided: divided.map(({ code }) => code),
    async count(db, units, windows) {
      if (indicators.length === 0) return new Map()
      const list = all.map(([code, measure]) => `${counted(it, measure)} as "${code}"`).join(', ')
      const { rows } = await sql<Record<string, number | string>>`select w.p as "periodId", ${sql.raw(list)}
        from ${windowsTable(windows)} join ${relation(it, units, undefined)} m on ${sql.raw(known(it))} and m.voided_at is null group by w.p`.execute(
        db,
      )
      return new Map(
        rows.map((row) => [String(row['periodId']), new Map(indicators.map((code) => [code, Number(row[code] ?? 0)]))]),
      )
    },
    parts: (db, units, windows) => countParts(db, it, divided, units, windows),
    async entries(db, units, window, indicator, page) {
      const measure = (it.measures as Readonly<Record<string, Measure>>)[indicator]
      if (measure === undefined) return { rows: [], total: 0 }
      const { write, amount } = writer(it, page.at)
      const first =
        measure.amount.of === 'distinct'
          ? `row_number() over (partition by ${keyOf(measure.amount.fields)} order by m.happened_on, m.entry_no)`
          : '1'
      const { rows } = await sql<
        StoredEntry & { amount: number; all: number }
      >`select c.*, count(*) over ()::integer as "all" from (
          select ${entrySelect(it)}, (${sql.raw(amount(measure))})::float8 as amount, ${sql.raw(first)} as nth
          from (values (${window.start}::date, ${window.end}::date)) as w(s, e) join ${relation(it, units, page.at)} m on ${sql.raw(known(it))} and m.voided_at is null
          where ${sql.raw(write(measure.when))}) c
        where c.amount > 0 and c.nth = 1 order by c."happenedOn", c."entryNo" limit ${page.limit} offset ${page.offset}`.execute(
        db,
      )
      return { rows: rows.map((row) => toCounted(it, row)), total: rows[0]?.all ?? 0 }
    },
  }
}

function toCounted(it: AnyRegister, row: StoredEntry & { readonly amount: number }): CountedEntry {
  const entry = toStored(row)
  const named = (values: Values): string => it.named({ happenedOn: entry.happenedOn, values }, vietnamese)
  return {
    unitId: entry.unitId,
    id: entry.id,
    rev: entry.rev,
    entryNo: entry.entryNo,
    on: entry.happenedOn,
    place: it.place === undefined ? '' : String(entry.values[it.place] ?? ''),
    title: named(entry.values),
    titleWithoutWords: named(withoutWords(storedFields(it), entry.values)),
    recordedBy: entry.recordedTitle,
    recordedAt: entry.recordedAt,
    amount: row.amount,
  }
}
