// What the steps of a reading make of it: its state, its place, what was decided of its claims. Pure.
import type { Decision, ReadingState, Verdict } from './schema.ts'

export type Placement = {
  readonly unit: string | null
  readonly period: string | null
  /** Whether the text itself names them. */
  readonly saysUnit: boolean
  readonly saysPeriod: boolean
}

/** A claim as judged and kept: a number of the text, taken for the value of an indicator. */
export type StoredClaim = {
  readonly key: string
  readonly figure: string | null
  readonly part: 'value' | 'of'
  readonly start: number
  readonly end: number
  readonly text: string
  readonly indicator: string
  /** In the indicator's unit. */
  readonly value: number
  readonly confidence: number
  readonly kindOfValue: 'actual' | 'plan'
  readonly ofOtherPeriod: boolean
  readonly ofPlace: string | null
  readonly fromTable: boolean
  readonly alternatives: readonly { readonly indicator: string; readonly value: number; readonly confidence: number }[]
  readonly because: readonly string[]
}

/** What an officer decided; the indicator and the value are held as they were seen, whatever is judged later. */
export type Decided = {
  readonly key: string
  readonly verdict: Verdict
  readonly indicator: string
  readonly value: number
  readonly replace: boolean
}

type WrittenCell = {
  readonly indicator: string
  readonly value: number
  readonly before: number | null
  /** Parts of a divided figure that the value took the place of. */
  readonly beforeParts: readonly { readonly part: string; readonly value: number }[]
}
export type VerifiedCell = { readonly indicator: string; readonly value: number }
export type KeptWhy = 'changed' | 'counted' | 'locked' | 'closed' | 'derived' | 'below' | 'kept'
export type LeftCell = {
  readonly indicator: string
  readonly value: number | null
  readonly why: KeptWhy
  readonly by: string | null
}
export type Save = {
  readonly unit: string
  readonly period: string
  readonly cells: readonly WrittenCell[]
  readonly verified: readonly VerifiedCell[]
  readonly kept: readonly LeftCell[]
}

export const STEP_KINDS = [
  'added',
  'read',
  'failed',
  'retried',
  'placed',
  'decided',
  'saved',
  'undone',
  'discarded',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Counts carried by each step, so that a list need not fold. */
export type Tally = {
  readonly figures: number
  readonly claims: number
  readonly decided: number
  readonly saved: number
}
export const NOTHING_YET: Tally = { figures: 0, claims: 0, decided: 0, saved: 0 }

export type StepBody = {
  readonly tally: Tally
  readonly problem?: { readonly code: string }
  readonly placement?: Placement
  readonly decisions?: readonly Decided[]
  readonly save?: Save
}
export type StoredStep = {
  readonly seq: number
  readonly kind: StepKind
  readonly at: Date
  readonly actorTitle: string
  readonly body: StepBody
}

/** The state that a step leaves; undefined for a step that leaves it as it was. */
const STATE_AFTER: Readonly<Record<StepKind, Exclude<ReadingState, 'reading'> | undefined>> = {
  added: 'queued',
  retried: 'queued',
  read: 'read',
  failed: 'failed',
  placed: undefined,
  decided: undefined,
  saved: 'saved',
  undone: 'read',
  discarded: 'discarded',
}

/** The same for a query: kinds that say the state. */
export const TELLING_KINDS: readonly StepKind[] = STEP_KINDS.filter((kind) => STATE_AFTER[kind] !== undefined)
export const stateAfter = (kind: StepKind): ReadingState => STATE_AFTER[kind] ?? 'read'

export type Status = {
  readonly state: Exclude<ReadingState, 'reading'>
  readonly rev: number
  readonly tally: Tally
  readonly problem: { readonly code: string } | null
  readonly placement: Placement
  /** Placed by the text and by no officer. */
  readonly isProposed: boolean
  readonly decisions: ReadonlyMap<string, Decided & { readonly seq: number; readonly by: string }>
  readonly lastSave: Save | null
}

export const UNPLACED: Placement = { unit: null, period: null, saysUnit: false, saysPeriod: false }

/** The fold. Steps are taken as decided: none is judged again. */
export function statusOf(steps: readonly StoredStep[]): Status {
  const decisions = new Map<string, Decided & { seq: number; by: string }>()
  for (const { seq, actorTitle: by, body } of steps)
    for (const each of body.decisions ?? []) decisions.set(each.key, { ...each, seq, by })
  const last = steps.at(-1)
  const telling = steps.findLast((step) => STATE_AFTER[step.kind] !== undefined)
  const placed = steps.findLast((step) => step.body.placement !== undefined)
  const state = (telling && STATE_AFTER[telling.kind]) ?? 'queued'
  return {
    state,
    rev: last?.seq ?? 0,
    tally: last?.body.tally ?? NOTHING_YET,
    problem: telling?.kind === 'failed' ? (telling.body.problem ?? null) : null,
    placement: placed?.body.placement ?? UNPLACED,
    isProposed: placed?.kind === 'read',
    decisions,
    lastSave: state === 'saved' ? (telling?.body.save ?? null) : null,
  }
}

/** Claims that somebody decided since the base: two officers may work on one reading, but not on one number. */
export function decidedSince(
  steps: readonly StoredStep[],
  baseRev: number,
  keys: readonly string[],
): { readonly isStale: boolean; readonly by: string; readonly keys: readonly string[] } {
  const later = steps.filter((step) => step.seq > baseRev)
  const touched = later.flatMap((step) => (step.body.decisions ?? []).map(({ key }) => ({ key, by: step.actorTitle })))
  const same = touched.filter(({ key }) => keys.includes(key))
  return {
    isStale: later.some((step) => step.kind !== 'decided'),
    by: same.at(-1)?.by ?? '',
    keys: [...new Set(same.map(({ key }) => key))],
  }
}

const SURE = 0.85
const LIKELY = 0.6
const gradeOf = (confidence: number): Grade => (confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'look')
type Grade = 'sure' | 'likely' | 'look'

const isOfPeriod = (claim: StoredClaim): boolean =>
  claim.kindOfValue === 'actual' && !claim.ofOtherPeriod && claim.ofPlace === null

/** The reason that a check fails over the numbers of the text itself. */
export const isContradiction = (because: string): boolean => because.startsWith('disagree.')

/**
 * How sure each claim is, in words, by its key: what one press may confirm. A plan, another period or place is to be looked at;
 * so are two numbers taken for one indicator, for one of them is wrong, and numbers that a check of the catalogue sets against each other.
 */
export function gradesOf(claims: readonly StoredClaim[]): ReadonlyMap<string, Grade> {
  const values = new Map<string, Set<number>>()
  for (const claim of claims)
    if (isOfPeriod(claim)) values.set(claim.indicator, (values.get(claim.indicator) ?? new Set()).add(claim.value))
  return new Map(
    claims.map((claim) => {
      const isAlone = (values.get(claim.indicator)?.size ?? 0) <= 1
      const isDoubtful = !isOfPeriod(claim) || !isAlone || claim.because.some(isContradiction)
      return [claim.key, isDoubtful ? 'look' : gradeOf(claim.confidence)]
    }),
  )
}

/** A decision completed with what it is about. `claim` and `raw`: what the text offers at the key. */
export function completed(
  decision: Decision,
  claim: StoredClaim | undefined,
  raw: { readonly text: string; readonly valueIn: (indicator: string) => number },
): Decided | { readonly missing: 'indicator' } {
  const { key, verdict, replace } = decision
  const indicator = decision.indicator ?? claim?.indicator
  if (indicator === undefined) return verdict === 'open' ? empty(key) : { missing: 'indicator' }
  const isOwn = claim !== undefined && claim.indicator === indicator
  const other = claim?.alternatives.find((each) => each.indicator === indicator)
  const value = decision.value ?? (isOwn ? claim.value : (other?.value ?? raw.valueIn(indicator)))
  return { key, verdict, indicator, value, replace }
}

const empty = (key: string): Decided => ({ key, verdict: 'open', indicator: '', value: 0, replace: false })
