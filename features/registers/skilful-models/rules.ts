// The life of a model (domain §3.2): which steps may follow, and the state that steps make. Pure.
import type { ModelState, ModelStepKind } from './schema.ts'

const STATES: Readonly<Record<ModelStepKind, ModelState | null>> = {
  appraised: 'appraised',
  approved: 'approved',
  rejected: 'rejected',
  launched: 'running',
  monitored: null,
  'self-assessed': 'self-assessed',
  effective: null,
  'recognised-commune': 'recognised',
  'put-forward': 'put-forward',
  'recognised-province': 'recognised',
  'not-recognised': 'not-recognised',
  replicated: null,
  ended: 'ended',
}

const NEXT: Readonly<Record<ModelState, readonly ModelStepKind[]>> = {
  registered: ['appraised', 'approved', 'rejected', 'monitored', 'ended'],
  appraised: ['approved', 'rejected', 'ended'],
  rejected: ['appraised', 'ended'],
  approved: ['launched', 'monitored', 'effective', 'self-assessed', 'ended'],
  running: ['monitored', 'effective', 'self-assessed', 'replicated', 'ended'],
  'self-assessed': ['effective', 'recognised-commune', 'not-recognised', 'monitored', 'ended'],
  recognised: ['put-forward', 'recognised-province', 'replicated', 'monitored', 'ended'],
  'put-forward': ['recognised-province', 'not-recognised', 'replicated', 'monitored', 'ended'],
  'not-recognised': ['self-assessed', 'monitored', 'ended'],
  ended: [],
}

/** Folds the steps; those that only record an event (a visit, a judgement, a new site) leave the state as it is. */
export const modelStateOf = (steps: readonly { readonly kind: ModelStepKind }[]): ModelState =>
  steps.reduce<ModelState>((state, step) => STATES[step.kind] ?? state, 'registered')

export const nextModelSteps = (state: ModelState): readonly ModelStepKind[] => NEXT[state]
