// What a task given to a unit has come to: a fold of its steps and of the unit's own entry. Pure.

export type ShareStep = {
  readonly seq: number
  readonly kind: 'given' | 'received' | 'asked' | 'granted' | 'declined' | 'withdrawn'
  readonly at: string
  readonly actorTitle: string
  readonly newDay: string | null
  readonly reason: string
}

/** The unit's own entry of the task, as its book has it. */
export type OwnEntry = {
  readonly state: string
  readonly percent: number | null
  readonly progress: string
  readonly doneOn: string | null
  readonly isVoided: boolean
}

export type ShareState = 'given' | 'received' | 'in-progress' | 'done' | 'cancelled' | 'withdrawn'

/** A withdrawn task stays so; a received one is what the unit's book says, and waits again where the entry was struck out. */
export function shareState(steps: readonly ShareStep[], own: OwnEntry | undefined): ShareState {
  if (steps.some((step) => step.kind === 'withdrawn')) return 'withdrawn'
  if (own === undefined || own.isVoided) return 'given'
  if (own.state === 'done' || own.state === 'cancelled' || own.state === 'in-progress') return own.state
  return 'received'
}

/** The extension that waits for an answer; a withdrawn task waits for none. */
export function askedOf(steps: readonly ShareStep[]): { readonly day: string; readonly reason: string } | null {
  if (steps.some((step) => step.kind === 'withdrawn')) return null
  const last = steps.findLast((step) => ['asked', 'granted', 'declined'].includes(step.kind))
  return last?.kind === 'asked' && last.newDay !== null ? { day: last.newDay, reason: last.reason } : null
}

/** Not done by its day, or done after it. */
export const isShareLate = (state: ShareState, dueOn: string, doneOn: string | null, today: string): boolean =>
  state === 'done' ? doneOn !== null && doneOn > dueOn : state !== 'cancelled' && state !== 'withdrawn' && today > dueOn
