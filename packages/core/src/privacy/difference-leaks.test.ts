// Two publications of one table, held side by side, disclose no small change.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountTable,
  differenceLeaks,
  type Publication,
  type PublishedTable,
  suppressTable,
  withhold,
} from './suppression.ts'
import { drawn, full, type Grid, shownAt, someTable, withTotals } from './testing-audit.ts'

const publication = (table: CountTable, least: number): Publication => ({
  table,
  published: suppressTable(table, least),
})
const later = (earlier: CountTable, rises: readonly (readonly (number | null)[])[]): CountTable =>
  full(earlier.rows.map((row, r) => row.map((value, c) => (value ?? 0) + (rises[r]?.[c] ?? 0))))

/** What an outsider who holds both publications knows of one of the tables or of the change. */
function knownFromBoth(
  earlier: Publication,
  shownLater: PublishedTable,
  laterTable: CountTable,
  least: number,
): string[] {
  const [before, after] = [withTotals(earlier.table.rows), withTotals(laterTable.rows)]
  const most = Math.max(...laterTable.rows.flat().map((value) => value ?? 0)) + least
  const all = (published: PublishedTable): Grid[] => {
    const found: Grid[] = []
    someTable(published, most, (grid) => found.push(grid.map((row) => [...row])) < 0)
    return found
  }
  const [firsts, seconds] = [all(earlier.published), all(shownLater)]
  const open = new Map<string, (first: Grid, second: Grid) => boolean>()
  after.forEach((row, r) =>
    row.forEach((value, c) => {
      const [was, at] = [before[r]?.[c] ?? 0, `${r},${c}`]
      const of = (grid: Grid): number => grid[r]?.[c] ?? 0
      if (value - was > 0 && value - was < least) open.set(`change ${at}`, (a, b) => of(b) - of(a) >= least)
      if (shownAt(earlier.published, r, c)?.kind === 'suppressed') {
        if (was < least) open.set(`earlier ${at}`, (a) => of(a) >= least)
        open.set(`earlier choice ${at}`, (a) => of(a) !== was)
      }
      if (shownAt(shownLater, r, c)?.kind === 'suppressed') {
        if (value < least) open.set(`later ${at}`, (_, b) => of(b) >= least)
        open.set(`later choice ${at}`, (_, b) => of(b) !== value)
      }
    }),
  )
  const visit = (first: Grid, second: Grid): void => {
    if (!second.every((row, r) => row.every((value, c) => value >= (first[r]?.[c] ?? 0)))) return
    for (const [what, isOpen] of open) if (isOpen(first, second)) open.delete(what)
  }
  // Pairs near the truth first: one table otherwise, then both in step; the rest only when something is still shut.
  for (const first of firsts) visit(first, after)
  for (const second of seconds) visit(before, second)
  const byText = new Map(seconds.map((second) => [second.join(), second]))
  for (const first of firsts) {
    const inStep = byText.get(
      after.map((row, r) => row.map((value, c) => value + (first[r]?.[c] ?? 0) - (before[r]?.[c] ?? 0))).join(),
    )
    if (inStep !== undefined) visit(first, inStep)
  }
  for (const first of firsts) for (const second of open.size === 0 ? [] : seconds) visit(first, second)
  return [...open.keys()]
}

describe('differenceLeaks', () => {
  it('finds nothing when every change is zero or large', () => {
    const earlier = full([
      [9, 12],
      [20, 30],
    ])
    expect(
      differenceLeaks(
        publication(earlier, 3),
        publication(
          later(earlier, [
            [0, 5],
            [8, 0],
          ]),
          3,
        ),
        3,
      ),
    ).toEqual([])
  })

  it('hides a month with one case between two large sums, and what would give it away', () => {
    const earlier = full([
      [9, 12],
      [20, 30],
    ])
    const after = publication(
      later(earlier, [
        [1, 5],
        [8, 6],
      ]),
      3,
    )
    expect(drawn(after.published)).toEqual(['10 17 27', '28 36 64', '38 53 91'])
    const leaks = differenceLeaks(publication(earlier, 3), after, 3)
    expect(drawn(withhold(after.published, leaks))).toEqual(['* * 27', '* * 64', '38 53 91'])
  })

  it('withholds again what the later table alone would betray of the earlier one', () => {
    // One cell rises to a figure that may be shown; that the others stand still shuts the earlier table to a single solution.
    const before = publication(
      full([
        [1, 4],
        [4, 4],
      ]),
      3,
    )
    const after = publication(
      full([
        [6, 4],
        [4, 4],
      ]),
      3,
    )
    expect(drawn(before.published)).toEqual(['* * 5', '* * 8', '5 8 13'])
    expect(drawn(after.published)).toEqual(['6 4 10', '4 4 8', '10 8 18'])
    expect(knownFromBoth(before, after.published, after.table, 3)).not.toEqual([])
    const shown = withhold(after.published, differenceLeaks(before, after, 3))
    expect(drawn(shown)).toEqual(['* * 10', '* * 8', '10 8 18'])
    expect(knownFromBoth(before, shown, after.table, 3)).toEqual([])
  })

  it('guards a correction downwards too', () => {
    const before = publication({ rows: [[9, 12]] }, 3)
    expect(differenceLeaks(before, publication({ rows: [[8, 12]] }, 3), 3)).toEqual([{ row: 0, column: 0 }])
  })

  it('names totals', () => {
    const before = publication({ rows: [[null]], rowTotals: [9] }, 3)
    expect(differenceLeaks(before, publication({ rows: [[null]], rowTotals: [10] }, 3), 3)).toEqual([
      { row: 0, column: 'total' },
    ])
  })

  it('refuses tables of two shapes', () => {
    const [one, two] = [publication({ rows: [[9]] }, 3), publication({ rows: [[9, 9]] }, 3)]
    expect(() => differenceLeaks(one, two, 3)).toThrow(RangeError)
  })

  it('leaves no small change and no small count to who subtracts', () => {
    const little = fc.constantFrom(0, 0, 1, 2, 4, 6)
    const shape = fc.constantFrom([1, 2], [1, 3], [2, 2])
    const pair = shape.chain(([rows = 1, columns = 1]) => {
      const grid = fc.array(fc.array(little, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      return fc.tuple(grid, grid)
    })
    fc.assert(
      fc.property(pair, fc.constantFrom(2, 3), ([rows, rises], least) => {
        const before = publication(full(rows), least)
        const after = publication(later(full(rows), rises), least)
        const shown = withhold(after.published, differenceLeaks(before, after, least))
        expect(knownFromBoth(before, shown, after.table, least)).toEqual([])
      }),
      { numRuns: 600 },
    )
  })
})
