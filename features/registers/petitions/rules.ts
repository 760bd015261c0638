// The way of a petition (domain §5.2): which steps may follow, and the deadline that runs, from the law in force. Pure.
import { calendarDate } from '@kheo/core/calendar.ts'
import { deadlineFrom, type DeadlineReason, type Law } from '@kheo/core/period/law.ts'
import type { Facts, TakenStep } from '@kheo/kit/register/declare.ts'

/** Complaints and denunciations within competence are accepted and decided; proposals are answered; the rest is routed. */
export function nextPetitionSteps(
  entry: Facts,
  steps: readonly TakenStep[],
  byState: readonly string[],
): readonly string[] {
  const isProposal = entry.values['kind'] === 'proposal'
  const isCompetent = steps.findLast((step) => step.kind === 'classified')?.values['isCompetent'] === true
  const isAccepted = steps.some((step) => step.kind === 'accepted')
  const may = (kind: string): boolean => {
    if (kind === 'guided' || kind === 'transferred' || kind === 'urged') return !isCompetent
    if (kind === 'accepted') return isCompetent
    if (kind === 'decided') return !isProposal
    if (kind === 'answered') return isProposal && isCompetent
    if (kind === 'withdrawn') return isAccepted || (isProposal && isCompetent)
    return true
  }
  return byState.filter(may)
}

type Rules = { readonly received?: string; readonly accepted?: string; readonly extended?: string }
/** The legal parameters that set deadlines, by kind. */
const RULES: Readonly<Record<string, Rules>> = {
  complaint: {
    received: 'complaint.accept',
    accepted: 'complaint.first.resolve',
    extended: 'complaint.first.resolve.complex',
  },
  denunciation: { received: 'petition.route', accepted: 'denunciation.resolve', extended: 'denunciation.extend' },
  proposal: { received: 'petition.route' },
}

/**
 * The deadline of acceptance or handling until that is done, of resolution once accepted. An extension gives a complaint the
 * time of a complex one from acceptance, and a denunciation more time after the deadline that ran. A proposal that was
 * classified is held to no legal deadline.
 */
export function petitionDeadline(entry: Facts, steps: readonly TakenStep[], law: Law): DeadlineReason | null {
  const rules = RULES[String(entry.values['kind'])] ?? {}
  const accepted = steps.findLast((step) => step.kind === 'accepted')
  if (accepted === undefined) {
    const isHandled = rules.accepted === undefined && steps.some((step) => step.kind === 'classified')
    return isHandled || rules.received === undefined
      ? null
      : deadlineFrom(law, rules.received, calendarDate(entry.happenedOn))
  }
  if (rules.accepted === undefined) return null
  const first = deadlineFrom(law, rules.accepted, calendarDate(accepted.happenedOn))
  return steps
    .filter((step) => step.kind === 'extended')
    .reduce<DeadlineReason | null>((running) => {
      if (running === null || rules.extended === undefined) return running
      const from = entry.values['kind'] === 'complaint' ? accepted.happenedOn : running.dueOn
      const longer = deadlineFrom(law, rules.extended, calendarDate(from))
      return longer === null ? running : { ...longer, rule: `${longer.rule} (đã gia hạn)` }
    }, first)
}
