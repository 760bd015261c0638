// The steps of a report: examples of every refusal, and the machine under any sequence of attempts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffCells } from './cell-diff.ts'
import {
  decideEdit,
  decideStep,
  stateOf,
  type ReportState,
  type ReportStep,
  type StepContext,
  type StepKind,
} from './report-steps.ts'

const signed = { by: 'nguoi-1', at: '2026-07-01T08:00:00+07:00' }
const step: { readonly [K in StepKind]: ReportStep } = {
  submitted: { ...signed, kind: 'submitted' },
  returned: { ...signed, kind: 'returned', reason: 'Kiểm tra lại GQ01', cells: ['GQ01'] },
  resubmitted: { ...signed, kind: 'resubmitted' },
  withdrawn: { ...signed, kind: 'withdrawn', reason: 'Gửi nhầm' },
  approved: { ...signed, kind: 'approved', missingUnits: [] },
  issued: { ...signed, kind: 'issued', number: '12-BC/ĐU', date: '2026-07-02' },
  reopened: { ...signed, kind: 'reopened', reason: 'Số liệu tiếp dân sai' },
}
const kinds = Object.keys(step) as readonly StepKind[]
const open: StepContext = { actorMay: new Set(kinds), failedChecks: [], periodClosed: false, missingUnits: [] }
const path = (...names: readonly StepKind[]): readonly ReportStep[] => names.map((name) => step[name])

describe('the state that steps make', () => {
  it.each([
    [[], 'draft', 0, false],
    [['submitted'], 'submitted', 1, true],
    [['submitted', 'returned'], 'returned', 1, false],
    [['submitted', 'returned', 'resubmitted'], 'submitted', 2, true],
    [['submitted', 'withdrawn'], 'draft', 1, false],
    [['submitted', 'approved'], 'approved', 1, true],
    [['submitted', 'approved', 'issued'], 'issued', 1, true],
    [['submitted', 'approved', 'issued', 'reopened'], 'draft', 1, false],
  ] as const)('%j is %s', (names, state, revision, locked) => {
    expect(stateOf(path(...names))).toMatchObject({ state, revision, locked })
  })
  it('remembers why it was returned until it is sent again', () => {
    expect(stateOf(path('submitted', 'returned'))).toMatchObject({
      lastReason: 'Kiểm tra lại GQ01',
      cellsInQuestion: ['GQ01'],
    })
    expect(stateOf(path('submitted', 'returned', 'resubmitted'))).toMatchObject({
      lastReason: null,
      cellsInQuestion: [],
    })
  })
})

describe('refusals', () => {
  it.each<[readonly StepKind[], ReportStep, Partial<StepContext>, string]>([
    [['submitted'], step.submitted, {}, 'report.already_submitted'],
    [['submitted', 'returned'], step.submitted, {}, 'report.returned'],
    [['submitted', 'approved'], step.submitted, {}, 'report.locked'],
    [[], step.resubmitted, {}, 'report.not_returned'],
    [[], step.approved, {}, 'report.not_submitted'],
    [['submitted', 'approved'], step.approved, {}, 'report.already_approved'],
    [['submitted', 'approved'], step.withdrawn, {}, 'report.not_submitted'],
    [['submitted'], step.issued, {}, 'report.not_approved'],
    [['submitted'], step.reopened, {}, 'report.not_approved'],
    [['submitted'], { ...signed, kind: 'returned', reason: '  ', cells: [] }, {}, 'report.reason_required'],
    [['submitted', 'approved'], { ...signed, kind: 'reopened', reason: '' }, {}, 'report.reason_required'],
    [
      ['submitted', 'approved'],
      { ...signed, kind: 'issued', number: '', date: '2026-07-02' },
      {},
      'report.number_required',
    ],
    [
      ['submitted', 'approved'],
      { ...signed, kind: 'issued', number: '1', date: '2026-02-30' },
      {},
      'report.date_invalid',
    ],
    [[], step.submitted, { failedChecks: ['R09'] }, 'report.checks_failed'],
    [['submitted'], step.approved, { failedChecks: ['R09'] }, 'report.checks_failed'],
    [[], step.submitted, { periodClosed: true }, 'report.period_closed'],
    [['submitted', 'approved'], step.reopened, { periodClosed: true }, 'report.period_closed'],
    [[], step.submitted, { actorMay: new Set(['approved'] as const) }, 'report.not_allowed'],
    [['submitted'], step.approved, { missingUnits: ['xa-1'] }, 'report.missing_units_unnamed'],
  ])('after %j', (before, attempt, context, code) => {
    expect(decideStep(path(...before), attempt, { ...open, ...context })).toMatchObject({
      ok: false,
      problem: { code },
    })
  })
  it('lets a returned report with failed checks be returned, and a named gap be approved', () => {
    expect(decideStep(path('submitted'), step.returned, { ...open, failedChecks: ['R09'] }).ok).toBe(true)
    const approved: ReportStep = { ...signed, kind: 'approved', missingUnits: ['xa-1'] }
    expect(decideStep(path('submitted'), approved, { ...open, missingUnits: ['xa-1'] }).ok).toBe(true)
    expect(decideStep(path('submitted', 'approved'), step.issued, { ...open, periodClosed: true }).ok).toBe(true)
  })
  it('refuses edits of a locked report or a closed period', () => {
    expect(decideEdit(path('submitted'), false)).toEqual({
      ok: false,
      problem: { code: 'report.locked', state: 'submitted' },
    })
    expect(decideEdit([], true)).toMatchObject({ problem: { code: 'report.period_closed' } })
    expect(decideEdit(path('submitted', 'returned'), false).ok).toBe(true)
  })
})

const EDGES: readonly `${ReportState} ${ReportState}`[] = [
  'draft submitted',
  'submitted returned',
  'submitted draft',
  'submitted approved',
  'returned submitted',
  'approved issued',
  'approved draft',
  'issued draft',
]

type Attempt = { readonly kind: 'step'; readonly step: ReportStep } | { readonly kind: 'edit'; readonly value: number }
type World = { readonly steps: readonly ReportStep[]; readonly value: number; readonly approvedValue: number | null }

function tryOne(world: World, attempt: Attempt, context: StepContext): World {
  if (attempt.kind === 'edit') return decideEdit(world.steps, false).ok ? { ...world, value: attempt.value } : world
  const decided = decideStep(world.steps, attempt.step, context)
  if (!decided.ok) return world
  const steps = [...world.steps, decided.value]
  if (decided.value.kind === 'approved') return { ...world, steps, approvedValue: world.value }
  return { ...world, steps, approvedValue: decided.value.kind === 'reopened' ? null : world.approvedValue }
}

describe('any sequence of attempts', () => {
  const attempt: fc.Arbitrary<Attempt> = fc.oneof(
    fc.constantFrom(...kinds).map((kind) => ({ kind: 'step' as const, step: step[kind] })),
    fc.nat(99).map((value) => ({ kind: 'edit' as const, value })),
  )
  const start: World = { steps: [], value: 0, approvedValue: null }
  it('moves along legal edges only, and approved values change only after a reopening', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let world = start
        for (const tried of attempts) {
          const next = tryOne(world, tried, open)
          const [before, now] = [stateOf(world.steps), stateOf(next.steps)]
          const moved = next.steps.length > world.steps.length
          const legal: readonly string[] = moved ? EDGES : [`${before.state} ${before.state}`]
          expect(legal).toContain(`${before.state} ${now.state}`)
          expect(now.revision - before.revision).toBe(moved && now.state === 'submitted' ? 1 : 0)
          expect(next.approvedValue ?? next.value).toBe(next.value)
          world = next
        }
      }),
    )
  })
  it('never leaves the draft while a check fails', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), (attempts) => {
        const end = attempts.reduce((world, tried) => tryOne(world, tried, { ...open, failedChecks: ['R01'] }), start)
        expect(end.steps).toEqual([])
      }),
    )
  })
})

describe('the difference of two versions', () => {
  it('tells a missing figure from a nought', () => {
    expect(diffCells({ A: 1, B: 0, C: 5, D: null }, { A: 1, B: null, C: 6, E: 0 })).toEqual([
      { code: 'B', before: 0, after: null },
      { code: 'C', before: 5, after: 6 },
      { code: 'E', before: null, after: 0 },
    ])
  })
})
