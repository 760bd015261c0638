// Points on a sheet: what is refused, what they add up to, and the gap between the two sides.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, compareScores, type ScoredSheet, scoreIssues, scoreIssueWords, totalOf } from './scores.ts'

const CRITERIA = [
  { code: 'need', title: 'Nhu cầu', points: 15 },
  { code: 'result', title: 'Kết quả', points: 85 },
]
const BANDS = [
  { code: 'failed', title: 'Không đạt', from: 0 },
  { code: 'excellent', title: 'Xuất sắc', from: 90 },
  { code: 'passed', title: 'Đạt', from: 50 },
]
const scored = (need: number, result: number, sheetFrom = '2017-01-01'): ScoredSheet => ({
  sheetFrom,
  points: CRITERIA.map((criterion) => ({ ...criterion, given: criterion.code === 'need' ? need : result })),
  total: totalOf([need, result]),
})

describe('points of a model', () => {
  it('are refused when missing, over, below or too fine, each with its criterion', () => {
    const codes = (points: Record<string, number | null>) => scoreIssues(CRITERIA, points).map((issue) => issue.code)
    expect(codes({ need: 15, result: 0 })).toEqual([])
    expect(codes({ need: 15.01, result: -0.5 })).toEqual(['over', 'below'])
    expect(codes({ need: null })).toEqual(['missing', 'missing'])
    expect(codes({ need: 7.125, result: 12.25 })).toEqual(['too_precise'])
    expect(scoreIssues(CRITERIA, { need: 15.5, result: 1 }).map((issue) => scoreIssueWords(issue)[0])).toEqual([
      '“Nhu cầu” chấm 15,5 điểm, quá mức tối đa 15. Đề nghị chấm lại.',
    ])
  })

  it('reach the highest band whose points they have, in whatever order the sheet lists them', () => {
    expect([100, 90, 89.99, 50, 49.5, 0].map((total) => bandOf(BANDS, total)?.code)).toEqual([
      'excellent',
      'excellent',
      'passed',
      'passed',
      'failed',
      'failed',
    ])
    expect(bandOf([{ code: 'passed', title: 'Đạt', from: 50 }], 10)).toBeUndefined()
  })

  it('add up without drift, and gaps of the lines add up to the gap of the totals', () => {
    const cents = fc.integer({ min: 0, max: 1500 }).map((n) => n / 100)
    fc.assert(
      fc.property(cents, cents, cents, cents, (a, b, c, d) => {
        const { lines, gap } = compareScores(scored(a, b), scored(c, d))
        expect(totalOf(lines.map((line) => line.gap ?? 0))).toBe(gap)
        expect(gap).toBe(totalOf([c, d, -a, -b]))
      }),
    )
    expect(totalOf([0.1, 0.2])).toBe(0.3)
  })

  it('show one side alone without a gap, and never measure two versions of the sheet against each other', () => {
    expect(compareScores(scored(10, 50), undefined)).toMatchObject({
      lines: [{ self: 10, council: null, gap: null }, { self: 50 }],
      gap: null,
    })
    const newer: ScoredSheet = {
      sheetFrom: '2026-01-01',
      points: [{ code: 'way', title: 'Cách làm', points: 100, given: 80 }],
      total: 80,
    }
    const { lines, gap } = compareScores(scored(10, 50), newer)
    expect(lines.map(({ code, self, council, gap: each }) => [code, self, council, each])).toEqual([
      ['way', null, 80, null],
      ['need', 10, null, null],
      ['result', 50, null, null],
    ])
    expect(gap).toBeNull()
    expect(compareScores(undefined, undefined)).toEqual({ lines: [], gap: null })
  })
})
