// What an outsider can still tell of withheld cells when he holds all prints of a year side by side, each sum looked at by itself.
import { addDays, calendarDate } from '../calendar.ts'
import { valueOf, type Values } from '../indicator/model.ts'
import { type Bounds, type Constraint, drawIn } from './bounds.ts'
import type { GuardedColumn, Guarding, PrintedUnits } from './unit-table.ts'

type Term = readonly [at: number, times: number]
/** A cell of one of the prints, by its number in the bounds. */
type Cell = {
  readonly column: GuardedColumn
  readonly print: PrintedUnits
  readonly unit: string
  readonly value: number
  readonly how: 'shown' | 'withheld' | 'unnamed'
}

function cellsOf(columns: readonly GuardedColumn[], prints: readonly PrintedUnits[], units: readonly string[]): Cell[] {
  return prints.flatMap((print) => {
    const figures = new Map(print.rows.map(({ unit, values }) => [unit, values]))
    return columns.flatMap((column) => {
      const hidden = print.withheld[column.code] ?? []
      const named = new Set(hidden === 'all' ? [] : hidden)
      return units.map((unit): Cell => {
        const values: Values | undefined = figures.get(unit)
        const value = valueOf(values ?? {}, column.code) ?? 0
        const how =
          values !== undefined && hidden === 'all' ? 'unnamed' : named.has(unit) && value > 0 ? 'withheld' : 'shown'
        return { column, print, unit, value, how }
      })
    })
  })
}

const isSame = (a: PrintedUnits, b: PrintedUnits): boolean => a.start === b.start && a.end === b.end
const isWithin = (part: PrintedUnits, whole: PrintedUnits): boolean =>
  !isSame(part, whole) && whole.start <= part.start && part.end <= whole.end

/** A year of months, quarters and halves has fewer ways than this; more of them tell nothing new. */
const MOST_WAYS = 60

/** The ways in which prints, end to end, make up another. */
function waysThrough(prints: readonly PrintedUnits[], whole: PrintedUnits): (readonly PrintedUnits[])[] {
  const inside = prints.filter((print) => isWithin(print, whole))
  const ways: (readonly PrintedUnits[])[] = []
  const walk = (from: string, way: readonly PrintedUnits[]): void => {
    if (ways.length === MOST_WAYS) return
    if (from > whole.end) return void ways.push(way)
    for (const print of inside) if (print.start === from) walk(addDays(calendarDate(print.end), 1), [...way, print])
  }
  walk(whole.start, [])
  return ways
}

/** What holds of every unit: a sum of its figures, of one print or of several, is zero, or zero at most. */
type Rule = {
  readonly terms: readonly (readonly [print: PrintedUnits, code: string, times: number])[]
  readonly isEqual: boolean
}

const rulesWithin = (it: Guarding, print: PrintedUnits): Rule[] =>
  it.relations.map(({ terms, is }) => ({
    terms: [...terms].map(([code, times]) => [print, code, times] as const),
    isEqual: is === 'zero',
  }))

/** A part is no more than the whole, parts that make it up are the whole, and the same day has the same stock. */
function rulesAcross(it: Guarding, prints: readonly PrintedUnits[]): Rule[] {
  const tie = (code: string, parts: readonly PrintedUnits[], whole: PrintedUnits, isEqual: boolean): Rule => ({
    terms: [...parts.map((part) => [part, code, 1] as const), [whole, code, -1]],
    isEqual,
  })
  return prints.flatMap((whole) => {
    const [ways, parts] = [waysThrough(prints, whole), prints.filter((part) => isWithin(part, whole))]
    return it.columns.flatMap(({ code, time }): Rule[] => {
      if (time === 'flow')
        return [
          ...parts.map((part) => tie(code, [part], whole, false)),
          ...ways.map((way) => tie(code, way, whole, true)),
        ]
      const same = parts.filter((part) =>
        time === 'stock_end' ? part.end === whole.end : time === 'stock_open' && part.start === whole.start,
      )
      return same.map((part) => tie(code, [part], whole, true))
    })
  })
}

/** Bounds and sums as the outsider writes them down, one number a cell, and one more for what each part leaves of its whole. */
class Outsider {
  readonly bounds: Bounds = { low: [], high: [] }
  readonly constraints: Constraint[] = []
  readonly #cells: readonly Cell[]
  constructor(cells: readonly Cell[]) {
    this.#cells = cells
    for (const { how, value } of cells)
      this.#number(
        how === 'shown' ? value : how === 'withheld' ? 1 : 0,
        how === 'shown' ? value : Number.POSITIVE_INFINITY,
      )
  }
  #number(low: number, high: number): number {
    this.bounds.high.push(high)
    return this.bounds.low.push(low) - 1
  }
  truth(terms: readonly Term[]): number {
    return terms.reduce((sum, [cell, times]) => sum + times * (this.#cells[cell]?.value ?? 0), 0)
  }
  learns(terms: readonly Term[], sum: number): void {
    this.constraints.push({ terms, low: sum, high: sum })
  }
  /** `units`: the terms of each unit. What breaks the rule misleads whoever trusts in it, so that nothing is learnt from it. */
  learnsRule(units: readonly (readonly Term[])[], isEqual: boolean, areTotalsKnown: boolean): void {
    if (!units.some((terms) => terms.some(([cell]) => this.#cells[cell]?.how !== 'shown'))) return
    const sums = units.map((terms) => this.truth(terms))
    const rests = units.map((terms, unit) => {
      const sum = sums[unit] ?? 0
      if (isEqual ? sum !== 0 : sum > 0) return undefined
      if (isEqual) return void this.learns(terms, 0)
      const rest = this.#number(0, Number.POSITIVE_INFINITY)
      this.learns([...terms, [rest, 1]], 0)
      return [rest, 1] as const
    })
    if (!isEqual && areTotalsKnown && !rests.includes(undefined))
      this.learns(rests as readonly Term[], -sums.reduce((all, sum) => all + sum, 0))
  }
}

function telling(it: Guarding, prints: readonly PrintedUnits[], units: readonly string[]): Cell[] {
  const cells = cellsOf(it.columns, prints, units)
  const columnAt = new Map(it.columns.map(({ code }, at) => [code, at]))
  const printAt = new Map(prints.map((print, at) => [print, at]))
  const at = (print: PrintedUnits, code: string, unit: number): number =>
    ((printAt.get(print) ?? 0) * it.columns.length + (columnAt.get(code) ?? 0)) * units.length + unit
  const isTotalKnown = (print: PrintedUnits, code: string): boolean =>
    it.showsAllTotals || print.withheld[code] !== 'all'
  const outsider = new Outsider(cells)
  for (const print of prints)
    for (const { code } of it.columns) {
      const terms = units.map((_, unit): Term => [at(print, code, unit), 1])
      if (isTotalKnown(print, code)) outsider.learns(terms, outsider.truth(terms))
    }
  for (const { terms, isEqual } of [...prints.flatMap((print) => rulesWithin(it, print)), ...rulesAcross(it, prints)])
    outsider.learnsRule(
      units.map((_, unit) => terms.map(([print, code, times]): Term => [at(print, code, unit), times])),
      isEqual,
      terms.every(([print, code]) => isTotalKnown(print, code)),
    )
  const { bounds, constraints } = outsider
  drawIn(bounds, constraints)
  return cells.filter(({ how, value, column }, cell) => {
    const [low, high] = [bounds.low[cell] ?? 0, bounds.high[cell] ?? 0]
    const isSmall = value > 0 && value < column.least
    if (how === 'withheld') return low === high || (isSmall && high < column.least)
    return how === 'unnamed' && isSmall && low > 0
  })
}

/** Columns of which a withheld cell gives itself away, in this print or by it in an earlier one. */
export function givenAwayCodes(it: Guarding, now: PrintedUnits): string[] {
  const prints = [...it.earlier, now]
  const units = [...new Set(prints.flatMap(({ rows }) => rows.map(({ unit }) => unit)))]
  const name = ({ column, print, unit }: Cell): string => `${it.earlier.indexOf(print)}|${column.code}|${unit}`
  const before = new Set(it.earlier.length === 0 ? [] : telling(it, it.earlier, units).map(name))
  return [
    ...new Set(
      telling(it, prints, units)
        .filter((cell) => !before.has(name(cell)))
        .map(({ column }) => column.code),
    ),
  ]
}
