import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { accessPaths } from './access-tree.ts'
import { type Figures, carryGroup, carrySum } from './carry.ts'
import { type CarryMatrix, carryMatrix } from './carry-matrix.ts'
import { checkInvariants } from './invariants.ts'
import { buildOrgIndex, type OrgIndex } from './org-index.ts'
import { largestRemainder } from './rounding.ts'
import { toRecords } from './testing.ts'
import { countryOf, dayOf, OPS, type Program } from './testing-programs.ts'
import { stableZones } from './zones.ts'

const programs: fc.Arbitrary<Program> = fc.record({
  communes: fc.integer({ min: 2, max: 7 }),
  ops: fc.array(
    fc.record({
      op: fc.constantFrom(...OPS),
      a: fc.nat({ max: 50 }),
      b: fc.nat({ max: 50 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
    }),
    { maxLength: 8 },
  ),
})

const RUNS = { numRuns: 10_000 }
const START = dayOf(0)
const endOf = (program: Program): CalendarDate => dayOf(program.ops.length + 1)

/** Communes only: after the districts are gone an empty province would count as a cell of its own. */
const carry = (org: OrgIndex, from: CalendarDate, to: CalendarDate): CarryMatrix =>
  carryMatrix(org, from, to, 'population', 'commune')

const seeds = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 8, maxLength: 8 })
const figuresOf = (units: Iterable<UnitId>, values: readonly number[]): ReadonlyMap<UnitId, number> =>
  new Map([...units].map((unit, place) => [unit, values[place % values.length] ?? 0]))
const total = (values: Iterable<number | null>): number =>
  [...values].reduce<number>((sum, value) => sum + (value ?? 0), 0)
const valuesOf = (matrix: CarryMatrix, figures: Figures): ReadonlyMap<UnitId, number> =>
  new Map([...carrySum(matrix, figures)].map(([unit, cell]) => [unit, cell.value ?? Number.NaN]))
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

describe('I8: carrying keeps additive totals', () => {
  it('keeps the national total exactly over 10,000 random histories that satisfy I1 to I7', () => {
    const property = fc.property(programs, seeds, (program, values) => {
      const records = toRecords(countryOf(program))
      expect(checkInvariants(records)).toEqual([])
      const matrix = carry(buildOrgIndex(records), START, endOf(program))
      const figures = figuresOf(matrix.rows.keys(), values)
      expect(matrix.lost.size).toBe(0)
      expect(total(largestRemainder(valuesOf(matrix, figures)).values())).toBe(total(figures.values()))
    })
    fc.assert(property, RUNS)
  })

  it('merges then sums as it sums then merges: by way of any day between, and at once for the country and each zone', () => {
    const property = fc.property(programs, seeds, fc.nat({ max: 9 }), (program, values, pause) => {
      const org = buildOrgIndex(toRecords(countryOf(program)))
      const end = endOf(program)
      const middle = dayOf(Math.min(pause, program.ops.length + 1))
      const direct = carry(org, START, end)
      const figures = figuresOf(direct.rows.keys(), values)
      const staged = valuesOf(carry(org, middle, end), valuesOf(carry(org, START, middle), figures))
      for (const [unit, value] of valuesOf(direct, figures))
        expect(near(value, staged.get(unit) ?? Number.NaN)).toBe(true)
      const whole = carryGroup(direct, figures, new Set(carrySum(direct, figures).keys()))
      expect(whole).toMatchObject({ value: total(figures.values()), class: 'exact' })
      for (const zone of stableZones(org, START, end, 'population', 'commune')) {
        const sum = carryGroup(direct, figures, new Set(zone.targets))
        expect(sum).toMatchObject({
          value: total(zone.sources.map((unit) => figures.get(unit) ?? null)),
          class: 'exact',
        })
      }
    })
    fc.assert(property, { numRuns: 3_000 })
  })

  it('keeps totals backward too, for the group of every unit', () => {
    const property = fc.property(programs, seeds, (program, values) => {
      const back = carry(buildOrgIndex(toRecords(countryOf(program))), endOf(program), START)
      const figures = figuresOf(back.rows.keys(), values)
      const group = carryGroup(back, figures, new Set(carrySum(back, figures).keys()))
      expect(group).toMatchObject({ value: total(figures.values()), class: 'exact' })
    })
    fc.assert(property, { numRuns: 3_000 })
  })
})

describe('what a carried cell may claim', () => {
  it('bounds the value, and the bounds given without any share contain it as well', () => {
    const property = fc.property(programs, seeds, (program, values) => {
      const records = toRecords(countryOf(program))
      const end = endOf(program)
      const matrix = carry(buildOrgIndex(records), START, end)
      const figures = figuresOf(matrix.rows.keys(), values)
      const blind = carrySum(carry(buildOrgIndex({ ...records, shares: [] }), START, end), figures)
      for (const [unit, cell] of carrySum(matrix, figures)) {
        const value = cell.value ?? Number.NaN
        const slack = 1e-6
        for (const bounds of [cell, blind.get(unit)]) {
          expect(
            bounds !== undefined && bounds.low <= value + slack && value <= (bounds.high ?? Infinity) + slack,
          ).toBe(true)
        }
      }
    })
    fc.assert(property, { numRuns: 3_000 })
  })

  it('never turns what was not reported into 0', () => {
    const property = fc.property(
      programs,
      seeds,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (program, values, silent) => {
        const matrix = carry(buildOrgIndex(toRecords(countryOf(program))), START, endOf(program))
        const all = figuresOf(matrix.rows.keys(), values)
        const figures = new Map([...all].map(([unit, value], place) => [unit, silent[place % 8] ? null : value]))
        const lacking = new Map<UnitId, number>()
        for (const [source, entries] of matrix.rows) {
          for (const { to } of entries) lacking.set(to, (lacking.get(to) ?? 0) + (figures.get(source) === null ? 1 : 0))
        }
        for (const [unit, cell] of carrySum(matrix, figures)) {
          expect(cell.missing).toBe(lacking.get(unit))
          expect(cell.value === null).toBe(cell.missing === cell.parts)
          expect(cell.high === null).toBe(cell.missing > 0)
        }
      },
    )
    fc.assert(property, { numRuns: 3_000 })
  })

  it('gives every unit one access path below the centre on every day', () => {
    const property = fc.property(programs, fc.nat({ max: 9 }), (program, n) => {
      const org = buildOrgIndex(toRecords(countryOf(program)))
      const seq = new Map(org.records.units.map((unit, place) => [unit.id, place]))
      const paths = accessPaths(org, dayOf(n), (unit) => seq.get(unit) ?? -1)
      expect(new Set(paths.values()).size).toBe(org.records.units.length)
      for (const path of paths.values()) expect(path).toMatch(/^0000([0-9a-z]{4})*$/)
    })
    fc.assert(property, { numRuns: 2_000 })
  })
})
