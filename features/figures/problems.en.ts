// Sentences of refusal, figures.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { FigureProblem } from './problems.ts'

export const sentences = {
  'figure.period_not_found': (p) => `There is no period "${p.period}". Choose one from the list.`,
  'figure.closing_in_future': (p) => `The closing day ${p.day} has not come yet. Give today or an earlier day.`,
  'figure.period_closed': (p) =>
    `${p.period} was closed on ${p.closedOn}. Ask the level above to open it, or record in the next period.`,
  'figure.conflict': (p) =>
    `Somebody else has just changed ${p.cells.map((cell) => `${cell.code} = ${cell.value ?? 'not reported'} (${cell.by})`).join('; ')}. Your figure was not written there; look, and type it again if needed.`,
  'figure.counted_by_register': (p) =>
    `${p.cells.join(', ')} is counted from a register. To change it, mend or add an entry there.`,
  'figure.derived': (p) => `${p.cells.join(', ')} is worked out from other cells.`,
  'figure.not_whole': (p) =>
    p.decimals === 0
      ? `${p.cell} must be a whole number, not negative.`
      : `${p.cell} has at most ${p.decimals} decimals.`,
  'figure.part_unknown': (p) => `${p.cell} is not divided by "${p.part}". Choose from the list.`,
  'figure.adjustment_not_found': () => 'There is no such adjustment, or it was taken back.',
  'figure.not_adjustable': (p) =>
    `${p.cell} is not added up from below, so it cannot be adjusted; type the unit's own figure.`,
  'figure.reason_too_short': () => 'An adjustment needs a reason of at least 5 characters.',
  'figure.unit_not_due': (p) => `${p.unit} does not exist in ${p.period}, so it has no report for it.`,
} satisfies Sentences<FigureProblem>
