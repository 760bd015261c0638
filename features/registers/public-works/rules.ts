// What a work costs in the end, which steps befit a work and which a yearly round of culture titles, and by when it is to be finished. Pure.
import type { DeadlineReason } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import { setByOffice } from '@kheo/kit/register/office-deadline.ts'

const amount = (values: Values, field: string): number => Number(values[field] ?? 0)

const SOURCES = ['stateMoney', 'peopleMoney', 'otherMoney']

/** Đồng from all sources together; empty while none is known. */
export const costOf = ({ values }: Facts): Values => ({
  totalMoney: SOURCES.every((source) => typeof values[source] !== 'number')
    ? null
    : SOURCES.reduce((sum, source) => sum + amount(values, source), 0),
})

/** What was settled when the work was finished, else what was planned. People's part is never more than the whole. */
export function settledCost(step: Facts, entry: Facts): Values {
  const cost = Number(step.values['finalMoney'] ?? entry.values['totalMoney'] ?? 0)
  const people = Number(step.values['finalPeopleMoney'] ?? entry.values['peopleMoney'] ?? 0)
  return { settledMoney: cost, settledPeopleMoney: Math.min(people, cost) }
}

/** Culture titles are recognised; works are built, put off, finished and handed over. */
export const nextWorkSteps = (entry: Facts, _: readonly TakenStep[], byState: readonly string[]): readonly string[] =>
  byState.filter((kind) => kind === 'dropped' || (kind === 'recognised') === (entry.values['kind'] === 'culture-title'))

/** The day planned or put off to, until the work is finished. */
export function workDeadline(entry: Facts, steps: readonly TakenStep[]): DeadlineReason | null {
  if (steps.some((step) => step.kind === 'finished')) return null
  const postponed = steps.findLast((step) => step.kind === 'postponed')
  return postponed === undefined
    ? setByOffice(
        entry.happenedOn,
        entry.values['finishBy'],
        'Ngày hoàn thành theo kế hoạch',
        String(entry.values['decision'] ?? ''),
      )
    : setByOffice(postponed.happenedOn, postponed.values['newFinishBy'], 'Ngày hoàn thành đã lùi')
}
