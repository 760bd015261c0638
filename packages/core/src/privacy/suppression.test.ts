// Small counts stay hidden from an outsider who tries every table, and no more is hidden than that takes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountTable,
  type PublishedTable,
  type Shown,
  suppressList,
  suppressTable,
  withhold,
} from './suppression.ts'
import { drawn, full, givenAway, sign } from './testing-audit.ts'

describe('suppressTable', () => {
  it.each<[string, (number | null)[][], number, string[]]>([
    [
      'shows a table without small counts',
      [
        [5, 0],
        [7, 9],
      ],
      3,
      ['5 0 5', '7 9 16', '12 9 21'],
    ],
    [
      'shows a table of zeros',
      [
        [0, 0],
        [0, 0],
      ],
      5,
      ['0 0 0', '0 0 0', '0 0 0'],
    ],
    [
      'draws three more cells round a small one',
      [
        [1, 8],
        [9, 20],
      ],
      3,
      ['* * 9', '* * 29', '10 28 38'],
    ],
    [
      'takes the smallest cells for it',
      [
        [1, 8, 5],
        [30, 20, 9],
      ],
      3,
      ['* 8 * 14', '* 20 * 59', '31 28 14 73'],
    ],
    [
      'lets two small cells guard each other',
      [
        [2, 2, 9],
        [2, 2, 9],
      ],
      3,
      ['* * 9 13', '* * 9 13', '4 4 18 26'],
    ],
    [
      'does not count on zeros',
      [
        [1, 0],
        [9, 20],
      ],
      3,
      ['* 0 *', '* 20 *', '10 20 30'],
    ],
    [
      'hides a table of small counts whole',
      [
        [1, 1],
        [1, 1],
      ],
      3,
      ['* * *', '* * *', '* * *'],
    ],
    [
      'keeps empty cells empty',
      [
        [null, 1],
        [null, 9],
      ],
      3,
      ['– * *', '– * *', '0 10 10'],
    ],
    [
      'hides two that add up to less than they could be',
      [
        [1, 2, 9],
        [7, 8, 9],
      ],
      5,
      ['* * * 12', '* * * 24', '8 10 18 36'],
    ],
  ])('%s', (_, rows, least, expected) => expect(drawn(suppressTable(full(rows), least))).toEqual(expected))

  it('needs no second cell where no total is published', () => {
    expect(
      drawn(
        suppressTable(
          {
            rows: [
              [1, 8],
              [9, 20],
            ],
          },
          3,
        ),
      ),
    ).toEqual(['* 8', '9 20', '–'])
    expect(
      drawn(
        suppressTable(
          {
            rows: [
              [1, 8],
              [9, 20],
            ],
            rowTotals: [9, 29],
          },
          3,
        ),
      ),
    ).toEqual(['* * 9', '9 20 29', '–'])
    expect(
      drawn(
        suppressTable(
          {
            rows: [
              [1, 8],
              [9, 20],
            ],
            grandTotal: 38,
          },
          3,
        ),
      ),
    ).toEqual(['* *', '9 20', '38'])
  })

  it('leaves an empty table as it is', () => {
    expect(drawn(suppressTable({ rows: [] }, 3))).toEqual(['–'])
  })

  it.each<CountTable>([
    { rows: [[1.5]] },
    { rows: [[-1]] },
    { rows: [[Number.NaN]] },
    { rows: [[1, 2], [3]] },
    { rows: [[1]], rowTotals: [1, 2] },
    { rows: [[1]], columnTotals: [] },
  ])('refuses what is no table of counts: %j', (table) => expect(() => suppressTable(table, 3)).toThrow(RangeError))
})

describe('suppressList', () => {
  const list = (values: readonly (number | null)[], total: number | null, least: number): string => {
    const { values: shown, total: sum } = suppressList(
      values.map((value, key) => ({ key, value })),
      total,
      least,
    )
    expect(shown.map(({ key }) => key)).toEqual(values.map((_, at) => at))
    return [...shown.map(({ shown }) => shown), sum].map(sign).join(' ')
  }
  it.each<[(number | null)[], number | null, number, string]>([
    [[7, 1, 0, 5], 13, 3, '7 * 0 * 13'],
    [[7, 2, 2], 11, 3, '7 * * 11'],
    [[7, 1, 1], 9, 3, '* * * 9'],
    [[1, 0, 0], 1, 3, '* 0 0 *'],
    [[1, 2], 3, 3, '* * *'],
    [[7, 1, 0, 5], null, 3, '7 * 0 5 –'],
    [[4, 9, null], 13, 5, '* * – 13'],
    [[], 0, 5, '0'],
  ])('%j of %s, least %s: %s', (values, total, least, expected) => expect(list(values, total, least)).toBe(expected))
})

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant<number | null>(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 9 }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const rowsOf = (rows: number, columns: number): fc.Arbitrary<(number | null)[][]> =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const size = fc.integer({ min: 1, max: 3 })
const table = fc
  .tuple(size, size)
  .chain(([rows, columns]) => fc.tuple(rowsOf(rows, columns), fc.boolean(), fc.boolean(), fc.boolean()))
  .map(([rows, hasRowTotals, hasColumnTotals, hasGrand]): CountTable => {
    const { rowTotals, columnTotals, grandTotal } = full(rows)
    return {
      rows,
      ...(hasRowTotals && rowTotals !== undefined ? { rowTotals } : {}),
      ...(hasColumnTotals && columnTotals !== undefined ? { columnTotals } : {}),
      ...(hasGrand && grandTotal !== undefined ? { grandTotal } : {}),
    }
  })
const least = fc.constantFrom(2, 3, 5)

describe('over many tables', () => {
  it('leaves nothing that an outsider could compute, or be sure is small', () => {
    fc.assert(
      fc.property(fc.oneof(table, rowsOf(3, 3).map(full)), least, (table, least) => {
        expect(givenAway(table, suppressTable(table, least), least)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('would be caught if it withheld the small counts only', () => {
    const rows = [
      [1, 8],
      [9, 20],
    ]
    const careless: PublishedTable = withhold(suppressTable(full(rows), 1), [{ row: 0, column: 0 }])
    expect(givenAway(full(rows), careless, 3)).toEqual(['0,0'])
  })

  it('shows every zero, hides every small count, and tells no other figure than the true one', () => {
    fc.assert(
      fc.property(table, least, (table, least) => {
        const published = suppressTable(table, least)
        const pairs = [
          ...table.rows.flatMap((row, r) => row.map((value, c) => [value, published.rows[r]?.[c]] as const)),
          ...(table.rowTotals ?? []).map((value, r) => [value, published.rowTotals[r]] as const),
          ...(table.columnTotals ?? []).map((value, c) => [value, published.columnTotals[c]] as const),
          [table.grandTotal ?? null, published.grandTotal] as const,
        ]
        const wrong = pairs.filter(([value, shown]) => {
          if (value === null || value === 0) return shown?.kind !== 'shown' || shown.value !== value
          return value < least ? shown?.kind !== 'suppressed' : shown?.kind === 'shown' && shown.value !== value
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  it('withholds the grand total only when the cells and other totals cannot do without', () => {
    fc.assert(
      fc.property(rowsOf(2, 2).map(full), least, (table, least) => {
        const published = suppressTable(table, least)
        if (published.grandTotal.kind === 'shown' || (table.grandTotal ?? 0) < least) return
        // Everything else hidden, as far as it may be, and still something is given away.
        const hide = (value: number | null): Shown => (value ? { kind: 'suppressed' } : { kind: 'shown', value })
        const most: PublishedTable = {
          rows: table.rows.map((row) => row.map(hide)),
          rowTotals: (table.rowTotals ?? []).map(hide),
          columnTotals: (table.columnTotals ?? []).map(hide),
          grandTotal: { kind: 'shown', value: table.grandTotal ?? null },
        }
        expect(givenAway(table, most, least)).not.toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('does a province of 130 communes in a moment', () => {
    const rows = Array.from({ length: 130 }, (_, row) =>
      Array.from({ length: 15 }, (_, column) => (row * 31 + column * 17 + ((row * column) % 7)) % 23),
    )
    const start = performance.now()
    const published = suppressTable(full(rows), 5)
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(published.grandTotal.kind).toBe('shown')
    expect(published.rowTotals.every(({ kind }) => kind === 'shown')).toBe(true)
  })
})
