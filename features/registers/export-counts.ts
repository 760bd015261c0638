// A guarded register as a file for whoever stands above its units: counts by unit and no entries, with small counts withheld.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { linearRelations } from '@kheo/core/indicator/linear.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import { withholdByUnit } from '@kheo/core/privacy/unit-cells.ts'
import type { Withheld } from '@kheo/core/privacy/unit-table.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Language } from '@kheo/kit/problem.ts'
import type { ListQuery } from '@kheo/kit/register/contract.ts'
import { countByUnit } from '@kheo/kit/register/counting.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { Words } from '@kheo/kit/register/fields.ts'
import { pick, SHEETS } from '@kheo/kit/register/sheet-columns.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { csvLine, CSV_START } from '@kheo/writer/sheet-text.ts'
import { renderTables } from '@kheo/writer/table-xlsx.ts'
import type { World } from '../context.ts'
import { bookHolder, getPath } from '../people/allow.ts'
import { guardedColumns } from './guarded.ts'

type Making = { readonly format: 'xlsx' | 'csv' | 'json'; readonly language: Language; readonly date: string }
/** A count, or a star where it is not shown. */
type Shown = number | '*'
type Column = { readonly code: string; readonly head: string }
type Counts = {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly unitId: string; readonly unitName: string; readonly counts: readonly Shown[] }[]
  readonly totals: readonly Shown[]
}
type Span = { readonly start: string; readonly end: string }

const UNIT: Words = ['Đơn vị', 'Unit']
const TOTAL: Words = ['Tổng', 'Total']

/** The days asked for; a year where none are, and the year of the day on which the file is made where that is not said either. */
function spanOf({ year, from, to }: Pick<ListQuery, 'year' | 'from' | 'to'>, date: string): Span {
  const within = year ?? Number((from ?? to ?? date).slice(0, 4))
  return { start: from ?? `${within}-01-01`, end: to ?? `${within}-12-31` }
}

const noteOf = ({ start, end }: Span): Words => {
  const [first, last] = [viDate(calendarDate(start)), viDate(calendarDate(end))]
  return [
    `Số đếm theo đơn vị từ ${first} đến ${last}, không có từng dòng sổ. Dấu * : số nhỏ, hoặc số làm lộ số nhỏ, không nêu riêng từng đơn vị.`,
    `Counts by unit from ${first} to ${last}, without entries. An asterisk stands for a small count, or for one that would give a small count away.`,
  ]
}

/** Entries that villages and offices keep count for the unit they belong to. */
function byHolder(world: World, found: ReadonlyMap<string, Readonly<Record<string, number>>>): Map<string, Values> {
  const held = new Map<string, Record<string, number>>()
  for (const [unit, counts] of found) {
    const holder = bookHolder(world, unit)
    const sum = held.get(holder) ?? {}
    for (const [code, count] of Object.entries(counts)) sum[code] = (sum[code] ?? 0) + count
    held.set(holder, sum)
  }
  return held
}

function tableOf(
  world: World,
  units: ReadonlyMap<string, Values>,
  columns: readonly Column[],
  withheld: Withheld,
  day: string,
): Counts {
  const nameOf = (unit: string): string => world.org().titleOf(unit, calendarDate(day))
  const shown = (unit: string, code: string): Shown => {
    const hidden = withheld[code] ?? []
    return hidden === 'all' || hidden.includes(unit) ? '*' : (units.get(unit)?.[code] ?? 0)
  }
  const totalOf = (code: string): Shown =>
    withheld[code] === 'all' ? '*' : [...units.values()].reduce((sum, values) => sum + (values[code] ?? 0), 0)
  return {
    columns,
    rows: [...units.keys()]
      .map((unit) => ({ unitId: unit, unitName: nameOf(unit), counts: columns.map(({ code }) => shown(unit, code)) }))
      .toSorted((a, b) => a.unitName.localeCompare(b.unitName, 'vi') || (a.unitId < b.unitId ? -1 : 1)),
    totals: columns.map(({ code }) => totalOf(code)),
  }
}

function fileOf(register: AnyRegister, table: Counts, span: Span, making: Making, name: string): FileReply {
  const { language, date } = making
  const heads = [pick(UNIT, language), ...table.columns.map(({ head }) => head)]
  const note = pick(noteOf(span), language)
  const rows = [
    ...table.rows.map(({ unitName, counts }) => [unitName, ...counts]),
    [pick(TOTAL, language), ...table.totals],
    [note],
  ]
  const title = pick(register.title, language)
  switch (making.format) {
    case 'xlsx': {
      const columns = heads.map(
        (head, at) => ({ head, width: at === 0 ? 34 : 16, holds: at === 0 ? 'text' : 'number' }) as const,
      )
      const tables = [{ name: pick(SHEETS.entries, language), columns, rows }]
      return {
        name: `${name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: renderTables({ title, creator: 'Khéo', date, tables }),
      }
    }
    case 'csv':
      return {
        name: `${name}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(`${CSV_START}${[heads, ...rows].map(csvLine).join('')}`),
      }
    case 'json': {
      const keyed = (counts: readonly Shown[]) =>
        Object.fromEntries(table.columns.map(({ code }, at) => [code, counts[at]]))
      const body = {
        register: register.code,
        title,
        exportedOn: date,
        from: span.start,
        to: span.end,
        note,
        indicators: table.columns,
        units: table.rows.map(({ counts, ...unit }) => ({ ...unit, counts: keyed(counts) })),
        totals: keyed(table.totals),
      }
      return {
        name: `${name}.json`,
        type: 'application/json; charset=utf-8',
        bytes: new TextEncoder().encode(JSON.stringify(body)),
      }
    }
  }
}

/**
 * The register's indicators, counted over the days asked for, of each unit at or below the one asked for that keeps the register.
 * Nothing else of the query narrows it: counts of narrowed lists could be subtracted from each other. `tx` must be scoped.
 */
export async function exportCounts(
  tx: Db,
  world: World,
  register: AnyRegister,
  query: Pick<ListQuery, 'unit' | 'year' | 'from' | 'to'>,
  making: Making,
): Promise<FileReply> {
  const { language, date } = making
  const { catalogue } = world.catalogue()
  const span = spanOf(query, date)
  const units = byHolder(world, await countByUnit(tx, register, getPath(world, query.unit), span))
  const columns = Object.keys(register.measures as object).map((code): Column => {
    const found = catalogue.byCode.get(code)
    return {
      code,
      head: found === undefined ? code : `${code}. ${pick([found.nameVi, found.nameEn], language)} (${found.unit})`,
    }
  })
  const guarded = guardedColumns(world, calendarDate(date)).filter(({ code }) =>
    columns.some((each) => each.code === code),
  )
  const withheld = withholdByUnit(
    { columns: guarded, relations: linearRelations(catalogue.checks, span.end), earlier: [], showsAllTotals: false },
    { ...span, rows: [...units].map(([unit, values]) => ({ unit, values })) },
  )
  const table = tableOf(world, units, columns, withheld, date)
  const name = `${pick(register.title, language)} - ${world.org().titleOf(query.unit, calendarDate(date))} - ${date}`
  return fileOf(register, table, span, making, name)
}
