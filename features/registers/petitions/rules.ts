// The way of a petition (domain §5.2): its steps, its state, and its deadline from the law in force. Pure.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import { parameterAt, type LawParameter } from '@kheo/core/period/law-parameters.ts'
import { dueDate, type WorkCalendar } from '@kheo/core/period/working-days.ts'
import type { DeadlineReason, PetitionKind, PetitionState, PetitionStepKind, Timeliness } from './schema.ts'

type Step = {
  readonly kind: PetitionStepKind
  readonly competent: boolean | null
  readonly happenedOn: string
  readonly dueOn: string | null
}

const STATES: Readonly<Record<PetitionStepKind, PetitionState | null>> = {
  classified: 'classified',
  accepted: 'in-resolution',
  guided: 'routed',
  transferred: 'routed',
  urged: 'routed',
  filed: 'filed',
  extended: null,
  decided: 'resolved',
  withdrawn: 'resolved',
  answered: 'resolved',
}

export const petitionStateOf = (steps: readonly Pick<Step, 'kind'>[]): PetitionState =>
  steps.reduce<PetitionState>((state, step) => STATES[step.kind] ?? state, 'received')

/** What may come next: complaints and denunciations are accepted and decided; proposals are answered. */
export function nextPetitionSteps(kind: PetitionKind, steps: readonly Step[]): readonly PetitionStepKind[] {
  const state = petitionStateOf(steps)
  const isCompetent = steps.findLast((step) => step.kind === 'classified')?.competent === true
  switch (state) {
    case 'received':
      return ['classified']
    case 'classified':
      if (!isCompetent) return ['guided', 'transferred', 'urged', 'filed']
      return kind === 'proposal' ? ['accepted', 'answered', 'withdrawn', 'filed'] : ['accepted', 'filed']
    case 'in-resolution':
      return kind === 'proposal' ? ['answered', 'withdrawn', 'extended'] : ['decided', 'withdrawn', 'extended']
    case 'routed':
      return ['urged']
    default:
      return []
  }
}

/** The legal parameter that sets the deadline after a step; undefined where the law sets none. */
const RULES: Readonly<Record<PetitionKind, Partial<Record<'received' | 'accepted', string>>>> = {
  complaint: { received: 'complaint.accept', accepted: 'complaint.first.resolve' },
  denunciation: { received: 'petition.route', accepted: 'denunciation.resolve' },
  proposal: { received: 'petition.route' },
}

export type Law = {
  readonly parameters: readonly LawParameter[]
  readonly calendar: WorkCalendar
  readonly holidayNames: ReadonlyMap<string, string>
}

/** Vì sao ra ngày này: the deadline that runs from a day, by the parameter in force on it; null where the law sets none. */
export function deadlineFrom(
  law: Law,
  kind: PetitionKind,
  event: 'received' | 'accepted',
  from: CalendarDate,
): DeadlineReason | null {
  const code = RULES[kind][event]
  if (code === undefined) return null
  const found = parameterAt(law.parameters, code, from)
  if (!found.ok) return null
  const parameter = found.value
  const areWorkingDays = parameter.unit === 'working-day'
  const due = dueDate(from, parameter.value, areWorkingDays ? 'working' : 'calendar', law.calendar)
  return {
    dueOn: due.dueOn,
    from,
    days: parameter.value,
    areWorkingDays,
    rule: parameter.title,
    source: parameter.source,
    skipped: due.skipped.map((skipped) => ({
      day: skipped.day,
      why: skipped.reason === 'holiday' ? (law.holidayNames.get(skipped.day) ?? 'ngày nghỉ lễ') : 'cuối tuần',
    })),
  }
}

/** The day an extension moves a deadline to; null where the law knows none. */
export function extendedDue(
  law: Law,
  kind: PetitionKind,
  acceptedOn: CalendarDate,
  dueOn: string | null,
): string | null {
  const code =
    kind === 'complaint'
      ? 'complaint.first.resolve.complex'
      : kind === 'denunciation'
        ? 'denunciation.extend'
        : undefined
  if (code === undefined) return null
  const found = parameterAt(law.parameters, code, acceptedOn)
  if (!found.ok) return null
  const from = kind === 'complaint' ? acceptedOn : calendarDate(dueOn ?? acceptedOn)
  return dueDate(from, found.value.value, 'calendar', law.calendar).dueOn
}

/** The deadline that runs now: of acceptance or handling until classified, of resolution once accepted. */
export function runningDeadline(
  law: Law,
  kind: PetitionKind,
  receivedOn: string,
  steps: readonly Step[],
): DeadlineReason | null {
  const accepted = steps.findLast((step) => step.kind === 'accepted')
  if (accepted === undefined) return deadlineFrom(law, kind, 'received', calendarDate(receivedOn))
  const reason = deadlineFrom(law, kind, 'accepted', calendarDate(accepted.happenedOn))
  const extended = steps.findLast((step) => step.kind === 'extended')
  return reason === null || extended?.dueOn == null
    ? reason
    : { ...reason, dueOn: extended.dueOn, rule: `${reason.rule} (đã gia hạn)` }
}

export const SOON_DAYS = 3

/**
 * The day that a petition is held to now. The limit of handling ends with the handling: a proposal that was classified, and
 * anything that was accepted, is held to what its steps set, or to nothing.
 */
export function dueNow(
  kind: PetitionKind,
  state: PetitionState,
  firstDue: string | null,
  steps: readonly Pick<Step, 'dueOn'>[],
): string | null {
  const byStep = steps.findLast((step) => step.dueOn !== null)?.dueOn
  if (byStep != null) return byStep
  const isHandled = state === 'in-resolution' || state === 'resolved' || (state === 'classified' && kind === 'proposal')
  return isHandled ? null : firstDue
}

/** How a petition stands against its deadline on a day. */
export function timelinessOf(state: PetitionState, dueOn: string | null, lastOn: string, today: string): Timeliness {
  if (dueOn === null) return 'none'
  if (state === 'resolved' || state === 'routed' || state === 'filed')
    return lastOn <= dueOn ? 'done-in-time' : 'done-late'
  if (today > dueOn) return 'overdue'
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10)
  return dueOn <= soon ? 'due-soon' : 'in-time'
}
