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

/** Bounds and sums as the outsider writes them down: a number for each cell, and more for what he adds up himself. */
class Outsider {
  readonly bounds: Bounds = { low: [], high: [] }
  readonly constraints: Constraint[] = []
  readonly #truth: number[] = []
  constructor(cells: readonly Cell[]) {
    for (const { how, value } of cells)
      this.#number(value, how === 'shown' ? value : how === 'withheld' ? 1 : 0, how === 'shown' ? value : undefined)
  }
  #number(truth: number, low: number, high = Number.POSITIVE_INFINITY): number {
    this.bounds.low.push(low)
    this.bounds.high.push(high)
    return this.#truth.push(truth) - 1
  }
  #isOpen(at: number): boolean {
    return this.bounds.low[at] !== this.bounds.high[at]
  }
  #sum(terms: readonly Term[]): number {
    return terms.reduce((sum, [at, times]) => sum + times * (this.#truth[at] ?? 0), 0)
  }
  learnsSum(terms: readonly Term[]): void {
    const sum = this.#sum(terms)
    this.constraints.push({ terms, low: sum, high: sum })
  }
  /** The sum of some numbers as a number of its own; `rest` are those that make up a known total with them. */
  adds(part: readonly Term[], rest: readonly Term[] | undefined): number {
    const sum = this.#number(this.#sum(part), 0)
    this.learnsSum([...part, [sum, -1]])
    if (rest !== undefined) this.learnsSum([...rest, [sum, 1]])
    return sum
  }
  /** `units`: the terms of each unit. What breaks the rule misleads whoever trusts in it, so that nothing is learnt from it. */
  learnsRule(units: readonly (readonly Term[])[], isEqual: boolean, areTotalsKnown: boolean): void {
    if (!units.some((terms) => terms.some(([at]) => this.#isOpen(at)))) return
    const rests: Term[] = []
    for (const terms of units) {
      const sum = this.#sum(terms)
      if (isEqual ? sum !== 0 : sum > 0) continue
      const left: Term[] = isEqual ? [] : [[this.#number(-sum, 0), 1]]
      this.learnsSum([...terms, ...left])
      rests.push(...left)
    }
    // What each part leaves of its whole adds up to what the totals leave.
    if (areTotalsKnown && rests.length === units.length) this.learnsSum(rests)
  }
}

type At = (print: PrintedUnits, code: string, unit: number) => number

/** Units whose cells one column withholds stand together against the others: the sums of both are known where its total is. */
function learnGroups(it: Guarding, print: PrintedUnits, units: readonly string[], at: At, outsider: Outsider): void {
  const related = new Set(it.relations.flatMap(({ terms }) => [...terms.keys()]))
  const lists = Object.entries(print.withheld).flatMap(([code, list]) =>
    related.has(code) && list !== 'all' ? [list] : [],
  )
  for (const list of new Map(lists.map((each) => [each.join(), new Set(each)])).values()) {
    const sums = new Map<string, number>()
    const sumOf = (code: string): number => {
      const terms = units.map((unit, which) => [unit, [at(print, code, which), 1] as Term] as const)
      const [inside, outside] = [true, false].map((isIn) =>
        terms.flatMap(([unit, term]) => (list.has(unit) === isIn ? [term] : [])),
      )
      const isTotalKnown = it.showsAllTotals || print.withheld[code] !== 'all'
      const sum = sums.get(code) ?? outsider.adds(inside ?? [], isTotalKnown ? outside : undefined)
      sums.set(code, sum)
      return sum
    }
    for (const { terms, is } of it.relations)
      outsider.learnsRule([[...terms].map(([code, times]): Term => [sumOf(code), times])], is === 'zero', false)
  }
}

function telling(it: Guarding, prints: readonly PrintedUnits[], units: readonly string[]): Cell[] {
  const cells = cellsOf(it.columns, prints, units)
  const columnAt = new Map(it.columns.map(({ code }, at) => [code, at]))
  const printAt = new Map(prints.map((print, at) => [print, at]))
  const at: At = (print, code, unit) =>
    ((printAt.get(print) ?? 0) * it.columns.length + (columnAt.get(code) ?? 0)) * units.length + unit
  const isTotalKnown = (print: PrintedUnits, code: string): boolean =>
    it.showsAllTotals || print.withheld[code] !== 'all'
  const outsider = new Outsider(cells)
  for (const print of prints)
    for (const { code } of it.columns)
      if (isTotalKnown(print, code)) outsider.learnsSum(units.map((_, unit): Term => [at(print, code, unit), 1]))
  for (const { terms, isEqual } of [...prints.flatMap((print) => rulesWithin(it, print)), ...rulesAcross(it, prints)])
    outsider.learnsRule(
      units.map((_, unit) => terms.map(([print, code, times]): Term => [at(print, code, unit), times])),
      isEqual,
      terms.every(([print, code]) => isTotalKnown(print, code)),
    )
  for (const print of prints.slice(-1)) learnGroups(it, print, units, at, outsider)
  const { bounds, constraints } = outsider
  drawIn(bounds, constraints)
  return cells.filter(({ how, value, column }, cell) => {
    const [low, high] = [bounds.low[cell] ?? 0, bounds.high[cell] ?? 0]
    const isSmall = value > 0 && value < column.least
    if (how === 'withheld') return low === high || (isSmall && high < column.least)
    return how === 'unnamed' && isSmall && low > 0
  })
}

/** A cell that gives itself away; `key` is the same in each look at the same prints. */
export type Told = { readonly code: string; readonly unit: string; readonly key: string }

/** Withheld cells that give themselves away when `now` is held beside the earlier prints: cells of `now`, or of those. */
export function givenAway(it: Guarding, now: PrintedUnits): readonly Told[] {
  const prints = [...it.earlier, now]
  const units = [...new Set(prints.flatMap(({ rows }) => rows.map(({ unit }) => unit)))]
  return telling(it, prints, units).map(({ column: { code }, print, unit }) => ({
    code,
    unit,
    key: `${prints.indexOf(print)}|${code}|${unit}`,
  }))
}
