// The class that a score earns, by the bands and the cap in force. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { type Law, lawValue } from '@kheo/core/period/law.ts'
import { roundDecimal } from '@kheo/core/text/decimal.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { FieldIssue } from '@kheo/kit/register/fields.ts'

/** Classes from the highest down; their place from 1 is the rank that the law's cap names. */
const CLASSES = ['good', 'fair', 'average', 'weak'] as const
type Class = (typeof CLASSES)[number]

/**
 * The class of a score out of 100 by the bands in force on a day, no higher than the cap where a knock-out condition is met.
 * Null when the law in force names no band or no cap: then an officer enters the parameter first.
 */
export function classOf(score: number, hasKnockOut: boolean, on: string, law: Law): Class | null {
  const day = calendarDate(on)
  const bands = (['good', 'fair', 'average'] as const).map((code) => lawValue(law, `classification.band.${code}`, day))
  if (bands.includes(undefined)) return null
  const rank = bands.findIndex((from) => from !== undefined && score >= from)
  const earned = rank === -1 ? CLASSES.length - 1 : rank
  if (!hasKnockOut) return CLASSES[earned] ?? null
  const cap = lawValue(law, 'classification.knock-out.rank', day)
  return cap === undefined ? null : (CLASSES[Math.max(earned, cap - 1)] ?? null)
}

/** How far another's score lies from the self-assessed one, in points; negative = lower. */
export const gapBetween = (score: number, selfScore: number): number => roundDecimal(score - selfScore, 2)

/** Nothing is decided over a review that found no class. */
export const decisionIssues = (_values: object, _entry: Facts, steps: readonly TakenStep[]): readonly FieldIssue[] =>
  steps.findLast((step) => step.kind === 'reviewed')?.values['result'] == null
    ? [
        {
          field: 'decision',
          says: [
            'Chưa tính được loại vì thang điểm của ngày xét chưa có trong danh mục. Đề nghị quản trị nhập thang điểm, rút bước xét của hội đồng và ghi lại.',
            'No class could be computed: the bands of the day of the review are not in the catalogue. Have them entered, take the review back and record it again.',
          ],
        },
      ]
    : []
