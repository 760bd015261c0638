// Random deeds of officers in the small tree, done through the product's own actions. It judges nothing.
import { adjust, annulAdjustment } from '@kheo/features/consolidation/actions.ts'
import type { World } from '@kheo/features/context.ts'
import { refreshAll } from '@kheo/features/figures/index.ts'
import { correctEntry, recordEntry, voidEntry } from '@kheo/features/registers/actions.ts'
import { petitions } from '@kheo/features/registers/petitions/register.ts'
import { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'
import { takeStep } from '@kheo/features/registers/steps.ts'
import { saveCells } from '@kheo/features/reports/actions.ts'
import { approveReport, reopenReport, returnReport, withdrawReport } from '@kheo/features/reports/steps.ts'
import { submitReport } from '@kheo/features/reports/submit.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { smallUnits } from './small-tree.ts'
import type { TestWorld } from './world.ts'

export const PERIODS = ['2026-Q1', '2026-H1', '2026'] as const
const TYPED = ['TD04', 'TT01', 'TT03', 'TT04', 'AS02', 'TC04', 'TC06'] as const
const ROLES = ['compiler', 'consolidator', 'approver'] as const

export type Deed =
  | {
      readonly kind: 'type'
      readonly unit: string
      readonly period: string
      readonly code: string
      readonly value: number | null
    }
  | { readonly kind: 'model' | 'petition'; readonly unit: string; readonly on: string }
  | { readonly kind: 'void' | 'correct' | 'classify' | 'annul'; readonly nth: number }
  | {
      readonly kind: 'submit' | 'return' | 'approve' | 'reopen' | 'withdraw'
      readonly unit: string
      readonly period: string
    }
  | {
      readonly kind: 'adjust'
      readonly unit: string
      readonly period: string
      readonly code: string
      readonly delta: number
    }
  | { readonly kind: 'refresh' | 'reorganise' }

const unit = fc.constantFrom(...smallUnits)
const period = fc.constantFrom(...PERIODS)
const code = fc.constantFrom(...TYPED)
const nth = fc.nat(5)
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      unit,
      period,
      code,
      value: fc.oneof(fc.nat(9), fc.constant(null), fc.constant(0)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('model' as const, 'petition' as const),
      unit,
      on: fc.constantFrom('2026-02-10', '2026-04-05', '2026-05-10'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('void' as const, 'correct' as const, 'classify' as const, 'annul' as const),
      nth,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'submit' as const,
        'submit' as const,
        'return' as const,
        'approve' as const,
        'approve' as const,
        'reopen' as const,
        'withdraw' as const,
      ),
      unit,
      period,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      unit,
      period,
      code,
      delta: fc.constantFrom(-2, 1, 5),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'refresh' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reorganise' as const }) },
)

type Made = {
  readonly models: { unit: string; id: string; rev: number }[]
  readonly petitions: { unit: string; id: string; rev: number }[]
  readonly adjustments: { unit: string; id: string }[]
}
export type Play = { readonly test: TestWorld; readonly made: Made; isReorganised: boolean; taken: number }

/** Somebody with every post of the small tree, at today's places. */
function officer(world: World): Actor {
  const posts = ['VN', ...smallUnits].flatMap((id) => {
    const path = world.org().pathOf(id)
    return path === undefined
      ? []
      : ROLES.map((role) => ({ id: newId(), unitId: id, path, role, title: `${role} ${id}` }))
  })
  return { accountId: 'thu', name: 'Thử', positions: posts }
}

export async function run({ test, made }: Play, it: Deed): Promise<unknown> {
  const { world } = test
  const actor = officer(world)
  const commandId = newId()
  const at = <T>(list: readonly T[]): T | undefined =>
    'nth' in it ? list[it.nth % Math.max(list.length, 1)] : undefined
  switch (it.kind) {
    case 'type':
      return saveCells(world, actor, {
        commandId,
        unit: it.unit,
        period: it.period,
        baseRev: 1000,
        cells: { [it.code]: it.value },
        parts: {},
        notes: {},
      })
    case 'model':
      return made.models.push({
        unit: it.unit,
        ...(await recordEntry(world, actor, skilfulModels, {
          commandId,
          unit: it.unit,
          happenedOn: it.on,
          values: MODEL,
        })),
      })
    case 'petition':
      return made.petitions.push({
        unit: it.unit,
        ...(await recordEntry(world, actor, petitions, {
          commandId,
          unit: it.unit,
          happenedOn: it.on,
          values: PETITION,
        })),
      })
    case 'void': {
      const held = at(made.models)
      return (
        held &&
        voidEntry(world, actor, skilfulModels, {
          commandId,
          unit: held.unit,
          id: held.id,
          baseRev: held.rev,
          reason: 'Ghi trùng',
        })
      )
    }
    case 'correct': {
      const held = at(made.petitions)
      return (
        held &&
        (held.rev = (
          await correctEntry(world, actor, petitions, {
            values: { ...PETITION, kind: 'complaint' },
            commandId,
            unit: held.unit,
            id: held.id,
            baseRev: held.rev,
            happenedOn: '2026-01-20',
          })
        ).rev)
      )
    }
    case 'classify': {
      const held = at(made.petitions)
      return (
        held &&
        takeStep(world, actor, petitions, {
          commandId,
          unit: held.unit,
          id: held.id,
          kind: 'classified',
          happenedOn: '2026-04-08',
          values: { isAdmissible: true, isCompetent: true },
          note: '',
        })
      )
    }
    case 'annul': {
      const held = at(made.adjustments)
      return held && annulAdjustment(world, actor, { commandId, unit: held.unit, id: held.id })
    }
    case 'adjust':
      return made.adjustments.push({
        unit: it.unit,
        ...(await adjust(world, actor, {
          commandId,
          unit: it.unit,
          period: it.period,
          code: it.code,
          delta: it.delta,
          reason: 'Số ngoài hệ thống',
        })),
      })
    case 'refresh':
      return refreshAll(world)
    case 'reorganise':
      return
    default: {
      const which = { commandId, unit: it.unit, type: 'dan-van', period: it.period, reason: 'Rà lại' }
      const step = {
        submit: () => submitReport(world, actor, { ...which, cells: {} }),
        return: () => returnReport(world, actor, { ...which, cells: [] }),
        approve: () => approveReport(world, actor, { ...which, acceptMissing: true }),
        reopen: () => reopenReport(world, actor, which),
        withdraw: () => withdrawReport(world, actor, which),
      }
      return step[it.kind]()
    }
  }
}

const MODEL = {
  name: 'Đường hoa tự quản',
  field: 'economy',
  bloc: 'localities',
  exemplar: 'collective',
  novelty: 'new',
} as const
const PETITION = { kind: 'proposal', topic: 'land' } as const
