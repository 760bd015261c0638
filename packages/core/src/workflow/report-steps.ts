// The life of a report as a fold of signed steps: what state they make, and which step may come next. Stores nothing.

import { parseDate } from '../calendar.ts'
import { accept, refuse, type Result } from '../result.ts'

/** Who and when; `at` is an ISO instant with offset, given by the caller. */
type Signed = { readonly by: string; readonly at: string }

export type ReportStep = Signed &
  (
    | { readonly kind: 'submitted' }
    /** Trả lại: with what is asked of which cells. */
    | { readonly kind: 'returned'; readonly reason: string; readonly cells: readonly string[] }
    | { readonly kind: 'resubmitted' }
    /** Rút lại: by the sender, before the receiver has decided. */
    | { readonly kind: 'withdrawn'; readonly reason: string }
    /** Names the units whose reports are missing, as the approver saw them. */
    | { readonly kind: 'approved'; readonly missingUnits: readonly string[] }
    | { readonly kind: 'issued'; readonly number: string; readonly date: string }
    | { readonly kind: 'reopened'; readonly reason: string }
  )

export type StepKind = ReportStep['kind']
export type ReportState = 'draft' | 'submitted' | 'returned' | 'approved' | 'issued'

export type ReportStatus = {
  readonly state: ReportState
  /** How many times it has been sent in: 0 for a draft never sent. */
  readonly revision: number
  /** Of the last return, withdrawal or reopening, until it is sent in again. */
  readonly lastReason: string | null
  readonly cellsInQuestion: readonly string[]
  /** Values may not change. */
  readonly locked: boolean
}

export type StepContext = {
  readonly actorMay: ReadonlySet<StepKind>
  /** Ids of failed checks of severity error. */
  readonly failedChecks: readonly string[]
  readonly periodClosed: boolean
  readonly missingUnits: readonly string[]
}

export type ReportProblem =
  | { readonly code: 'report.not_allowed'; readonly step: StepKind }
  | { readonly code: 'report.already_submitted' }
  | { readonly code: 'report.already_approved' }
  /** A returned report is sent in again with `resubmitted`, so that the difference is shown. */
  | { readonly code: 'report.returned' }
  | { readonly code: 'report.not_submitted'; readonly state: ReportState }
  | { readonly code: 'report.not_returned'; readonly state: ReportState }
  | { readonly code: 'report.not_approved'; readonly state: ReportState }
  | { readonly code: 'report.locked'; readonly state: ReportState }
  | { readonly code: 'report.period_closed' }
  | { readonly code: 'report.reason_required' }
  | { readonly code: 'report.checks_failed'; readonly checks: readonly string[] }
  | { readonly code: 'report.missing_units_unnamed'; readonly units: readonly string[] }
  | { readonly code: 'report.number_required' }
  | { readonly code: 'report.date_invalid'; readonly date: string }

const DRAFT: ReportStatus = { state: 'draft', revision: 0, lastReason: null, cellsInQuestion: [], locked: false }

/** The state that the steps make, in order. Steps are taken as decided: none is judged again. */
export const stateOf = (steps: readonly ReportStep[]): ReportStatus => steps.reduce(after, DRAFT)

function after(status: ReportStatus, step: ReportStep): ReportStatus {
  switch (step.kind) {
    case 'submitted':
    case 'resubmitted':
      return { state: 'submitted', revision: status.revision + 1, lastReason: null, cellsInQuestion: [], locked: true }
    case 'returned':
      return { ...status, state: 'returned', lastReason: step.reason, cellsInQuestion: step.cells, locked: false }
    case 'withdrawn':
    case 'reopened':
      return { ...status, state: 'draft', lastReason: step.reason, cellsInQuestion: [], locked: false }
    case 'approved':
      return { ...status, state: 'approved', locked: true }
    case 'issued':
      return { ...status, state: 'issued', locked: true }
  }
}

/**
 * The step itself when it may be taken now. Judged in this order: rights, state, period, what the step must say, checks.
 */
export function decideStep(
  steps: readonly ReportStep[],
  step: ReportStep,
  context: StepContext,
): Result<ReportStep, ReportProblem> {
  if (!context.actorMay.has(step.kind)) return refuse({ code: 'report.not_allowed', step: step.kind })
  const problem =
    stateProblem(step.kind, stateOf(steps).state) ??
    (context.periodClosed && REOPENS_FIGURES[step.kind] ? { code: 'report.period_closed' as const } : null) ??
    sayingProblem(step, context) ??
    checksProblem(step, context)
  return problem === null ? accept(step) : refuse(problem)
}

/** May the values of the cells change now? A closed period locks a draft too. */
export function decideEdit(steps: readonly ReportStep[], periodClosed: boolean): Result<ReportStatus, ReportProblem> {
  const status = stateOf(steps)
  if (status.locked) return refuse({ code: 'report.locked', state: status.state })
  return periodClosed ? refuse({ code: 'report.period_closed' }) : accept(status)
}

/** Steps that send figures in or free them for change: a closed period takes none. Approving and issuing change no figure. */
const REOPENS_FIGURES: Readonly<Record<StepKind, boolean>> = {
  submitted: true,
  resubmitted: true,
  returned: true,
  withdrawn: true,
  reopened: true,
  approved: false,
  issued: false,
}

function stateProblem(kind: StepKind, state: ReportState): ReportProblem | null {
  switch (kind) {
    case 'submitted':
      return state === 'draft' ? null : notSendable(state)
    case 'resubmitted':
      return state === 'returned' ? null : { code: 'report.not_returned', state }
    case 'returned':
    case 'withdrawn':
      return state === 'submitted' ? null : { code: 'report.not_submitted', state }
    case 'approved':
      if (state === 'approved' || state === 'issued') return { code: 'report.already_approved' }
      return state === 'submitted' ? null : { code: 'report.not_submitted', state }
    case 'issued':
      return state === 'approved' ? null : { code: 'report.not_approved', state }
    case 'reopened':
      return state === 'approved' || state === 'issued' ? null : { code: 'report.not_approved', state }
  }
}

function notSendable(state: ReportState): ReportProblem {
  if (state === 'submitted') return { code: 'report.already_submitted' }
  return state === 'returned' ? { code: 'report.returned' } : { code: 'report.locked', state }
}

function sayingProblem(step: ReportStep, { missingUnits }: StepContext): ReportProblem | null {
  if ('reason' in step && step.reason.trim() === '') return { code: 'report.reason_required' }
  if (step.kind === 'issued') {
    if (step.number.trim() === '') return { code: 'report.number_required' }
    return parseDate(step.date) === undefined ? { code: 'report.date_invalid', date: step.date } : null
  }
  if (step.kind !== 'approved') return null
  const unnamed = missingUnits.filter((unit) => !step.missingUnits.includes(unit))
  return unnamed.length === 0 ? null : { code: 'report.missing_units_unnamed', units: unnamed }
}

function checksProblem({ kind }: ReportStep, { failedChecks }: StepContext): ReportProblem | null {
  const judged = kind === 'submitted' || kind === 'resubmitted' || kind === 'approved'
  return judged && failedChecks.length > 0 ? { code: 'report.checks_failed', checks: failedChecks } : null
}
