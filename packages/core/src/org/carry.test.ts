import { describe, expect, it } from 'vitest'
import { carryGroup, carryOneToOne, carryRatio, carryStoredRatio, carrySum, latestPerSource } from './carry.ts'
import { carryMatrix } from './carry-matrix.ts'
import { buildOrgIndex } from './org-index.ts'
import { largestRemainder } from './rounding.ts'
import { addEvent, addUnit, BASELINE, day, figures, id, type Sketch, smallCountry, toRecords } from './testing.ts'
import { stableZones } from './zones.ts'

const EVE = day('2019-12-31')
const AFTER = day('2020-01-01')
const ENDS = '2020-01-01'

/** A passes whole into N; B is split between N (remainder) and M; C passes whole into M; K stays. */
function country(share?: number): Sketch {
  const into = smallCountry([
    ['A', ENDS],
    ['B', ENDS],
    ['C', ENDS],
    ['K', null],
  ])
  addUnit(into, 'N', 'commune', 'D', ENDS)
  addUnit(into, 'M', 'commune', 'D', ENDS)
  addEvent(into, ENDS, 'merge-new', [
    ['A', 'N', 'whole'],
    share === undefined ? ['B', 'N', 'remainder'] : ['B', 'N', 'remainder', 1 - share],
  ])
  addEvent(into, ENDS, 'merge-new', [
    ['C', 'M', 'whole'],
    share === undefined ? ['B', 'M', 'part'] : ['B', 'M', 'part', share],
  ])
  return into
}

const matrixOf = (into: Sketch, from = EVE, to = AFTER) =>
  carryMatrix(buildOrgIndex(toRecords(into)), from, to, 'population')
const FIGURES = figures({ A: 10, B: 6, C: 20, K: 5 })

describe('carrying an additive figure', () => {
  it('gives bounds and no value where a share is unknown, and never an equal split', () => {
    const cells = carrySum(matrixOf(country()), FIGURES)
    expect(cells.get(id('N'))).toEqual({
      value: null,
      low: 10,
      high: 16,
      class: 'not-convertible',
      parts: 2,
      missing: 0,
    })
    expect(cells.get(id('K'))).toEqual({ value: 5, low: 5, high: 5, class: 'exact', parts: 1, missing: 0 })
  })

  it('is exact again for a total that holds every piece', () => {
    const group = carryGroup(matrixOf(country()), FIGURES, new Set([id('N'), id('M')]))
    expect(group).toEqual({ value: 36, low: 36, high: 36, class: 'exact', parts: 3, missing: 0 })
  })

  it('estimates with a reported share and keeps the bounds', () => {
    const cells = carrySum(matrixOf(country(0.25)), FIGURES)
    expect(cells.get(id('N'))).toMatchObject({ value: 14.5, low: 10, high: 16, class: 'estimated' })
    expect(cells.get(id('M'))).toMatchObject({ value: 21.5, low: 20, high: 26, class: 'estimated' })
  })

  it('is exact by law where the text gives all or nothing, also when it speaks of one piece only', () => {
    const into = country()
    const [edge] = into.edges.filter((candidate) => candidate.fromId === 'B' && candidate.toId === 'M')
    if (edge === undefined) throw new Error('no edge')
    into.shares.push({ edge, basis: 'population', share: 0, method: 'law', source: 'test' })
    const cells = carrySum(matrixOf(into), FIGURES)
    expect(cells.get(id('N'))).toEqual({ value: 16, low: 16, high: 16, class: 'exact-by-law', parts: 2, missing: 0 })
    expect(cells.get(id('M'))).toEqual({ value: 20, low: 20, high: 20, class: 'exact', parts: 1, missing: 0 })
  })

  it('says how many sources reported, and null is never 0', () => {
    const cells = carrySum(matrixOf(country(0.25)), figures({ A: 10, B: null, C: 0 }))
    expect(cells.get(id('N'))).toMatchObject({ value: 10, high: null, parts: 2, missing: 1 })
    expect(cells.get(id('M'))).toMatchObject({ value: 0, parts: 2, missing: 1 })
    expect(cells.get(id('K'))).toMatchObject({ value: null, parts: 1, missing: 1 })
  })

  it('marks a reconstructed passage as assumed', () => {
    const into = country()
    const edges = into.edges.map((edge) => (edge.fromId === 'A' ? { ...edge, assumed: true } : edge))
    const matrix = carryMatrix(buildOrgIndex(toRecords(into, { edges })), EVE, AFTER, 'population')
    expect(matrix.rows.get(id('A'))?.[0]?.class).toBe('assumed')
  })

  it('follows numbered steps of one day and reports what is lost', () => {
    const into = smallCountry([
      ['A', ENDS],
      ['B', ENDS],
      ['C', null],
      ['L', ENDS],
    ])
    addEvent(into, ENDS, 'absorb', [['A', 'B', 'whole']], 0)
    addEvent(into, ENDS, 'absorb', [['B', 'C', 'whole']], 1)
    const matrix = matrixOf(into)
    expect(matrix.rows.get(id('A'))).toMatchObject([{ to: 'C', weight: 1, class: 'exact' }])
    expect([...matrix.lost]).toEqual(['L'])
  })

  it('leaves a giver what it did not give', () => {
    const into = smallCountry([['A', null]])
    addUnit(into, 'N', 'commune', 'D', ENDS)
    addEvent(into, ENDS, 'carve-out', [['A', 'N', 'part', 0.25]])
    const cells = carrySum(matrixOf(into), figures({ A: 8 }))
    expect([cells.get(id('A'))?.value, cells.get(id('N'))?.value]).toEqual([6, 2])
  })

  it('passes over an annulled event', () => {
    const into = country()
    const later = smallCountry([['A', null]])
    addEvent(later, ENDS, 'absorb', [['A', 'B', 'whole']])
    addUnit(later, 'B', 'commune', 'D')
    later.events.push({ id: 'X', effectiveOn: AFTER, kind: 'annul', atoms: [], instrument: '', annuls: 'E1' })
    expect(matrixOf(later).rows.get(id('A'))).toMatchObject([{ to: 'A', weight: 1 }])
    expect(matrixOf(into).rows.size).toBe(4)
  })
})

describe('carrying backward', () => {
  it('is not the transpose: a joined unit has no known parts, but its group is exact', () => {
    const into = smallCountry([
      ['A', ENDS],
      ['B', ENDS],
      ['K', null],
    ])
    addUnit(into, 'N', 'commune', 'D', ENDS)
    addEvent(into, ENDS, 'merge-new', [
      ['A', 'N', 'whole'],
      ['B', 'N', 'whole'],
    ])
    const matrix = matrixOf(into, AFTER, EVE)
    const values = figures({ N: 12, K: 1 })
    expect(carrySum(matrix, values).get(id('A'))).toMatchObject({
      value: null,
      low: 0,
      high: 12,
      class: 'not-convertible',
    })
    expect(carryGroup(matrix, values, new Set([id('A'), id('B')]))).toMatchObject({ value: 12, class: 'exact' })
  })

  it('uses the shares of the newer unit, and rejoins the parts of a split', () => {
    const joined = smallCountry([
      ['A', ENDS],
      ['B', ENDS],
    ])
    addUnit(joined, 'N', 'commune', 'D', ENDS)
    addEvent(joined, ENDS, 'merge-new', [
      ['A', 'N', 'whole'],
      ['B', 'N', 'whole'],
    ])
    for (const [place, edge] of joined.edges.entries()) {
      joined.shares.push({
        edge,
        basis: 'population',
        share: place === 0 ? 0.75 : 0.25,
        method: 'reported',
        source: 'test',
        of: 'to',
      })
    }
    expect(carrySum(matrixOf(joined, AFTER, EVE), figures({ N: 12 })).get(id('A'))).toMatchObject({
      value: 9,
      class: 'estimated',
    })
    const split = smallCountry([['A', ENDS]])
    for (const name of ['N', 'M']) addUnit(split, name, 'commune', 'D', ENDS)
    addEvent(split, ENDS, 'split-new', [
      ['A', 'N', 'part'],
      ['A', 'M', 'remainder'],
    ])
    expect(carrySum(matrixOf(split, AFTER, EVE), figures({ N: 2, M: 3 })).get(id('A'))).toMatchObject({
      value: 5,
      class: 'exact',
    })
  })
})

describe('other kinds of indicator', () => {
  it('carries a ratio through its parts', () => {
    const cells = carryRatio(
      matrixOf(country()),
      figures({ A: 1, B: 1, C: 1, K: 1 }),
      figures({ A: 2, B: 2, C: 2, K: 4 }),
    )
    expect(cells.get(id('K'))).toMatchObject({ value: 0.25, class: 'exact' })
    expect(cells.get(id('N'))?.value).toBeNull()
  })

  it('leaves a source without a denominator out of both parts', () => {
    const cells = carryRatio(
      matrixOf(country(0.5)),
      figures({ A: 1, B: 100, C: 3, K: 1 }),
      figures({ A: 2, B: null, C: 4, K: 0 }),
    )
    expect(cells.get(id('N'))).toMatchObject({ value: 0.5, numerator: { missing: 1 } })
    expect(cells.get(id('K'))?.value).toBeNull()
  })

  it('estimates a joined ratio that was stored without its parts', () => {
    const cells = carryStoredRatio(
      matrixOf(country(0.5)),
      figures({ A: 0.5, B: 0.25, K: 0.1 }),
      figures({ A: 10, B: 20, K: 10 }),
    )
    expect(cells.get(id('N'))).toMatchObject({ value: 0.375, class: 'estimated' })
    expect(cells.get(id('K'))).toMatchObject({ value: 0.1, class: 'exact' })
  })

  it('takes the latest reported reading of a stock per source', () => {
    const reading = (on: string, value: number | null) => ({ unitId: id('A'), on: day(on), value })
    expect(latestPerSource([reading('2019-03-01', 5), reading('2019-06-01', 7), reading('2019-09-01', null)])).toEqual(
      figures({ A: 7 }),
    )
  })

  it('passes what cannot be added only one to one, else names the parts', () => {
    const cells = carryOneToOne(
      matrixOf(country()),
      new Map([
        [id('K'), 'đạt'],
        [id('A'), 'đạt'],
      ]),
    )
    expect(cells.get(id('K'))).toEqual({ kept: 'đạt', class: 'exact', parts: ['K'] })
    expect(cells.get(id('N'))).toEqual({ kept: null, class: 'not-convertible', parts: ['A', 'B'] })
  })
})

describe('zones and rounding', () => {
  it('groups what only a joint sum can compare', () => {
    const zones = stableZones(buildOrgIndex(toRecords(country())), EVE, AFTER)
    expect(zones.map((zone) => [zone.sources.join(''), zone.targets.join('')])).toEqual([
      ['ABC', 'NM'],
      ['K', 'K'],
    ])
  })

  it('rounds by the largest remainder and keeps the total', () => {
    expect([
      ...largestRemainder(
        new Map([
          ['a', 1.4],
          ['b', 1.4],
          ['c', 1.2],
        ]),
      ).values(),
    ]).toEqual([2, 1, 1])
    expect([
      ...largestRemainder(
        new Map([
          ['a', 0.1 + 0.2],
          ['b', 2.9999999999999996],
        ]),
      ).values(),
    ]).toEqual([0, 3])
  })

  it('raises the largest remainder, wherever it stands', () => {
    expect([
      ...largestRemainder(
        new Map([
          ['a', 1.1],
          ['b', 1.2],
          ['c', 1.7],
        ]),
      ).values(),
    ]).toEqual([1, 1, 2])
  })

  it('counts only the lowest territory as sources', () => {
    expect([...matrixOf(country(), BASELINE).rows.keys()]).toEqual(['A', 'B', 'C', 'K'])
  })
})
