// An outsider who tries every table that agrees with the prints finds no small figure of a unit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinearRelation } from '../indicator/linear.ts'
import type { Values } from '../indicator/model.ts'
import { possibleIn, possibleOf, type Row, tablesOf, told } from './testing-units.ts'
import { withholdByUnit } from './unit-cells.ts'
import type { GuardedColumn, Guarding, PrintedUnits, UnitTable } from './unit-table.ts'

const LEAST = 3
const column = (code: string, time: GuardedColumn['time'] = 'flow'): GuardedColumn => ({ code, least: LEAST, time })
const relation = (is: LinearRelation['is'], terms: Record<string, number>): LinearRelation => ({
  is,
  terms: new Map(Object.entries(terms)),
})
const SUM = relation('zero', { S: 1, A: -1, B: -1 })
const guarding = (columns: readonly GuardedColumn[], more: Partial<Guarding> = {}): Guarding => ({
  columns,
  relations: [],
  earlier: [],
  showsAllTotals: true,
  ...more,
})
const table = (rows: Record<string, Values>, start = '2026-01-01', end = '2026-06-30'): UnitTable => ({
  start,
  end,
  rows: Object.entries(rows).map(([unit, values]) => ({ unit, values })),
})
const printed = (it: Guarding, of: UnitTable): PrintedUnits => ({ ...of, withheld: withholdByUnit(it, of) })

describe('a table of units', () => {
  it('withholds nothing where no count is small', () => {
    expect(withholdByUnit(guarding([column('A')]), table({ x: { A: 5 }, y: { A: 0 }, z: { A: null } }))).toEqual({})
  })

  it('withholds a small count and one more, and shows zeros', () => {
    const it = guarding([column('A')])
    expect(withholdByUnit(it, table({ x: { A: 1 }, y: { A: 7 }, z: { A: 0 }, w: { A: 9 } }))).toEqual({ A: ['x', 'y'] })
  })

  it('names no unit of a column whose total is one unit’s small count', () => {
    expect(withholdByUnit(guarding([column('A')]), table({ x: { A: 1 }, y: { A: 0 } }))).toEqual({ A: 'all' })
  })

  it('does not give a column back by those it adds up with', () => {
    const it = guarding(
      ['S', 'A', 'B'].map((code) => column(code)),
      { relations: [SUM] },
    )
    const of = table({ x: { S: 9, A: 1, B: 8 }, y: { S: 7, A: 0, B: 7 }, z: { S: 6, A: 0, B: 6 } })
    expect(withholdByUnit(it, of)).toEqual({ A: 'all', B: 'all' })
    const careless = { ...of, withheld: { A: 'all' } } as const
    expect(told(it, careless, possibleOf(it, careless))).toEqual(['x A=1'])
  })

  it('sees that a part is no larger than its whole', () => {
    const it = guarding([column('S'), column('A')], { relations: [relation('zero at most', { A: 1, S: -1 })] })
    const of = table({ x: { S: 1, A: 0 }, y: { S: 5, A: 5 } })
    const print = printed(it, of)
    expect(print.withheld['S']).toBe('all')
    expect(told(it, print, possibleOf(it, print))).toEqual([])
  })

  it('gives a decimal or a negative figure no chance to mislead: the column names no unit', () => {
    expect(withholdByUnit(guarding([column('A')]), table({ x: { A: -1 }, y: { A: 9 } }))).toEqual({ A: 'all' })
  })

  it('tells nothing small, whatever the figures, by sums and by parts', () => {
    const columns = [column('S'), column('A'), column('B'), column('T')]
    const it = guarding(columns, { relations: [SUM, relation('zero at most', { T: 1, S: -1 })] })
    const unit = fc.record({ A: fc.integer({ min: 0, max: 3 }), B: fc.integer({ min: 0, max: 3 }), t: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 3 }), (units) => {
        const rows = units.map(({ A, B, t }, at) => [`u${at}`, { A, B, S: A + B, T: Math.min(t, A + B) }] as const)
        const print = printed(it, table(Object.fromEntries(rows)))
        expect(told(it, print, possibleOf(it, print))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('a half year after its quarter', () => {
  const alone = guarding([column('A')])
  const first = printed(alone, table({ x: { A: 5 }, y: { A: 8 }, z: { A: 0 } }, '2026-01-01', '2026-03-31'))

  it('withholds what would tell a small count of the second quarter', () => {
    expect(first.withheld).toEqual({})
    const half = withholdByUnit({ ...alone, earlier: [first] }, table({ x: { A: 6 }, y: { A: 20 }, z: { A: 9 } }))
    expect(half['A']).toContain('x')
    expect(half['A']?.length).toBeGreaterThan(1)
  })

  it('of a stock compares the same day only', () => {
    const it = guarding([column('A', 'stock_end')])
    const now = table({ x: { A: 6 }, y: { A: 20 }, z: { A: 9 } })
    expect(withholdByUnit({ ...it, earlier: [first] }, now)).toEqual({})
    const sameDay = { ...first, start: '2026-04-01', end: '2026-06-30' }
    expect(withholdByUnit({ ...it, earlier: [sameDay] }, now)['A']).toContain('x')
  })

  it('does not give back by its two quarters what it withholds', () => {
    const quarter = (start: string, end: string, x: number, y: number, z: number): PrintedUnits =>
      printed(alone, table({ x: { A: x }, y: { A: y }, z: { A: z } }, start, end))
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }), (n) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n
        const q1 = quarter('2026-01-01', '2026-03-31', a, b, c)
        const q2 = quarter('2026-04-01', '2026-06-30', d, e, f)
        const all = { ...alone, earlier: [q1, q2] }
        const half = printed(all, table({ x: { A: a + d }, y: { A: b + e }, z: { A: c + f } }))
        const [firsts, seconds, wholes] = [tablesOf(alone, q1), tablesOf(alone, q2), tablesOf(alone, half)]
        const key = (rows: readonly Row[]): string => rows.flat().join()
        const open = new Map(wholes.map((world) => [key(world), world]))
        const worlds = firsts.flatMap((one) =>
          seconds.flatMap((two) => {
            const sum = one.map((row, r) => row.map((value, at) => value + (two[r]?.[at] ?? 0)))
            return open.has(key(sum)) ? [[one, two, sum] as const] : []
          }),
        )
        const known = (print: PrintedUnits, tables: readonly (readonly Row[])[]): string[] =>
          told(alone, print, possibleIn(alone, print, tables))
        const worldsAt = (at: 0 | 1 | 2): (readonly Row[])[] => worlds.map((world) => world[at])
        const lost = [
          ...known(q1, worldsAt(0)).filter((each) => !known(q1, firsts).includes(each)),
          ...known(q2, worldsAt(1)).filter((each) => !known(q2, seconds).includes(each)),
          ...known(half, worldsAt(2)),
        ]
        expect(lost).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
