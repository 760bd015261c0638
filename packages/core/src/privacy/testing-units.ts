// An outsider who tries every table of units that agrees with a print: for small tables in tests.
import type { Guarding, PrintedUnits } from './unit-table.ts'

/** What he knows beside the print: the columns and what holds between them. */
type Known = Pick<Guarding, 'columns' | 'relations'>
export type Row = readonly number[]
/** By unit and column: every value that the cell can have. */
type Possible = readonly (readonly ReadonlySet<number>[])[]

const totalsOf = (it: Known, print: PrintedUnits): Row =>
  it.columns.map(({ code }) => print.rows.reduce((sum, { values }) => sum + (values[code] ?? 0), 0))

/** Every row of figures of one unit that agrees with what is shown of it, with the relations and with the totals. */
function rowsOf(it: Known, print: PrintedUnits, at: number): Row[] {
  const { unit, values } = print.rows[at] ?? { unit: '', values: {} }
  const totals = totalsOf(it, print)
  const choices = it.columns.map(({ code }, column) => {
    const [hidden, total] = [print.withheld[code], totals[column] ?? 0]
    if (hidden === 'all') return Array.from({ length: total + 1 }, (_, each) => each)
    return hidden?.includes(unit) === true ? Array.from({ length: total }, (_, each) => each + 1) : [values[code] ?? 0]
  })
  const all = choices.reduce<Row[]>((rows, given) => rows.flatMap((row) => given.map((value) => [...row, value])), [[]])
  return all.filter((row) =>
    it.relations.every(({ terms, is }) => {
      const sum = it.columns.reduce((each, { code }, column) => each + (terms.get(code) ?? 0) * (row[column] ?? 0), 0)
      return is === 'zero' ? sum === 0 : sum <= 0
    }),
  )
}

const less = (from: Row, row: Row): Row => from.map((value, at) => value - (row[at] ?? 0))

/** Every table of all units that agrees with the print and its totals. */
export function tablesOf(it: Known, print: PrintedUnits): Row[][] {
  const choices = print.rows.map((_, at) => rowsOf(it, print, at))
  const found: Row[][] = []
  const walk = (left: Row, rows: Row[]): void => {
    if (rows.length === choices.length) {
      if (left.every((each) => each === 0)) found.push(rows)
      return
    }
    for (const row of choices[rows.length] ?? []) {
      const rest = less(left, row)
      if (rest.every((each) => each >= 0)) walk(rest, [...rows, row])
    }
  }
  walk(totalsOf(it, print), [])
  return found
}

/** What each cell can be in these tables. */
export const possibleIn = (it: Known, print: PrintedUnits, worlds: readonly (readonly Row[])[]): Possible =>
  print.rows.map((_, row) => it.columns.map((_, at) => new Set(worlds.map((world) => world[row]?.[at] ?? 0))))

/** What is left of the totals after these rows, in every way. */
function remainders(from: Row, choices: readonly (readonly Row[])[]): Map<string, Row>[] {
  const all: Map<string, Row>[] = [new Map([[from.join(), from]])]
  for (const rows of choices) {
    const next = new Map<string, Row>()
    for (const left of all.at(-1)?.values() ?? [])
      for (const row of rows) {
        const rest = less(left, row)
        if (rest.every((each) => each >= 0)) next.set(rest.join(), rest)
      }
    all.push(next)
  }
  return all
}

/** What each cell can be, over every table that agrees with the print, without writing the tables down. */
export function possibleOf(it: Known, print: PrintedUnits): Possible {
  const choices = print.rows.map((_, at) => rowsOf(it, print, at))
  const totals = totalsOf(it, print)
  const before = remainders(totals, choices)
  const after = remainders(totals, choices.toReversed()).toReversed()
  return choices.map((rows, at) => {
    const can = it.columns.map(() => new Set<number>())
    for (const left of before[at]?.values() ?? [])
      for (const row of rows) {
        // The rows after this one take what is left; counted from the end, they leave what this one and those before take.
        const rest = less(left, row)
        if (rest.some((each) => each < 0) || after[at + 1]?.has(less(totals, rest).join()) !== true) continue
        row.forEach((value, column) => void can[column]?.add(value))
      }
    return can
  })
}

/** Small cells that the outsider is certain of, with their unit. */
export function told(it: Known, print: PrintedUnits, possible: Possible): string[] {
  return print.rows.flatMap(({ unit, values }, row) =>
    it.columns.flatMap(({ code, least }, at) => {
      const value = values[code] ?? 0
      if (value === 0 || value >= least) return []
      const can = possible[row]?.[at] ?? new Set<number>()
      const isOpen =
        print.withheld[code] === 'all' ? can.has(0) || can.size > 1 : Math.max(...can) >= least && can.size > 1
      return isOpen ? [] : [`${unit} ${code}=${value}`]
    }),
  )
}
