// Points of a model by a scoring sheet: what may be given, what they add up to, and how the council differs from the model's own office. Pure.
import type { Words } from '@kheo/kit/register/fields.ts'

export type Criterion = { readonly code: string; readonly title: string; readonly points: number }
/** Highest first, each from so many points on. */
type Band = { readonly code: string; readonly title: string; readonly from: number }

export const SHEET = 'skilful-model'
export const SCORERS = ['self', 'council'] as const
export type Scorer = (typeof SCORERS)[number]
/** Points are given to a hundredth. */
const FINENESS = 100

type ScoreIssue =
  | { readonly code: 'missing'; readonly criterion: Criterion }
  | { readonly code: 'over'; readonly criterion: Criterion; readonly points: number }
  | { readonly code: 'below'; readonly criterion: Criterion; readonly points: number }
  | { readonly code: 'too_precise'; readonly criterion: Criterion; readonly points: number }

type Given = Readonly<Record<string, number | null | undefined>>

/** What keeps points from being a whole sheet: each criterion has its points, between none and its maximum. */
export function scoreIssues(criteria: readonly Criterion[], points: Given): ScoreIssue[] {
  return criteria.flatMap((criterion): ScoreIssue[] => {
    const given = points[criterion.code]
    if (given === undefined || given === null) return [{ code: 'missing', criterion }]
    if (given > criterion.points) return [{ code: 'over', criterion, points: given }]
    if (given < 0) return [{ code: 'below', criterion, points: given }]
    const isFine = Math.abs(given * FINENESS - Math.round(given * FINENESS)) < 1e-6
    return isFine ? [] : [{ code: 'too_precise', criterion, points: given }]
  })
}

const written = (points: number): string => String(points).replace('.', ',')

export function scoreIssueWords({ criterion, ...issue }: ScoreIssue): Words {
  const most = written(criterion.points)
  switch (issue.code) {
    case 'missing':
      return [
        `“${criterion.title}” chưa có điểm. Đề nghị chấm từ 0 đến ${most}.`,
        `“${criterion.title}” has no points. Give 0 to ${most}.`,
      ]
    case 'over':
      return [
        `“${criterion.title}” chấm ${written(issue.points)} điểm, quá mức tối đa ${most}. Đề nghị chấm lại.`,
        `“${criterion.title}” has ${written(issue.points)} points, more than its ${most}. Score it again.`,
      ]
    case 'below':
      return [
        `“${criterion.title}” chấm ${written(issue.points)} điểm; điểm không được âm.`,
        `“${criterion.title}” has ${written(issue.points)} points; points are never negative.`,
      ]
    case 'too_precise':
      return [
        `“${criterion.title}” chấm ${written(issue.points)} điểm; điểm lấy nhiều nhất hai số lẻ.`,
        `“${criterion.title}” has ${written(issue.points)} points; two decimals are kept at most.`,
      ]
  }
}

/** To a hundredth, and never a zero with a sign. */
const tidy = (sum: number): number => Math.round(sum * FINENESS) / FINENESS + 0

export const totalOf = (points: readonly number[]): number => tidy(points.reduce((sum, each) => sum + each, 0))

/** The band that a sum of points reaches; undefined when the sheet has none so low. */
export const bandOf = (bands: readonly Band[], total: number): Band | undefined =>
  bands.toSorted((a, b) => b.from - a.from).find((band) => total >= band.from)

/** A sheet as one side scored it. */
export type ScoredSheet = {
  readonly sheetFrom: string
  readonly points: readonly (Criterion & { readonly given: number })[]
  readonly total: number
}

export type ScoreLine = Criterion & {
  readonly self: number | null
  readonly council: number | null
  /** What the council gave beyond the office's own points; null while one of them is missing. */
  readonly gap: number | null
}

const gapOf = (self: number | null, council: number | null): number | null =>
  self === null || council === null ? null : tidy(council - self)

/**
 * Both sides criterion by criterion, in the order of the council's sheet (or of the only one there is). Sides that used
 * different versions of the sheet are not measured against each other: their gaps are null.
 */
export function compareScores(
  self: ScoredSheet | undefined,
  council: ScoredSheet | undefined,
): { readonly lines: readonly ScoreLine[]; readonly gap: number | null } {
  const isSame = self?.sheetFrom === council?.sheetFrom
  const first = council ?? self
  const rest = (self?.points ?? []).filter(
    (mine) => first !== self && first?.points.every((each) => each.code !== mine.code) === true,
  )
  const given = (of: ScoredSheet | undefined, code: string): number | null =>
    of?.points.find((each) => each.code === code)?.given ?? null
  const lines = [...(first?.points ?? []), ...rest].map(({ code, title, points }) => {
    const [mine, theirs] = [given(self, code), given(council, code)]
    return { code, title, points, self: mine, council: theirs, gap: isSame ? gapOf(mine, theirs) : null }
  })
  return { lines, gap: isSame ? gapOf(self?.total ?? null, council?.total ?? null) : null }
}
