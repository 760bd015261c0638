// Named adjustments: a parent adds to its own total and says why; the child's figure stays.
import type { UnitId } from '@kheo/core/ids.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { addsUp, childrenIn, figureQueries, refuseUndue, totalsAbove, type FigureProblem } from '../figures/index.ts'
import type { StoredPeriod } from '../indicators/queries.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import type { consolidation } from './schema.ts'

const refuse = (problem: FigureProblem): never => {
  throw new Refusal(problem)
}

function getOpen(world: World, period: string): StoredPeriod {
  const found = world.catalogue().periodOf(period) ?? refuse({ code: 'figure.period_not_found', period })
  return found.closedOn === null
    ? found
    : refuse({ code: 'figure.period_closed', period: found.title, closedOn: found.closedOn })
}

const markOf = (world: World, unit: string, period: string) => [
  { unitId: unit, periodId: period },
  ...totalsAbove(world, unit, period),
]

export function adjust(
  world: World,
  actor: Actor,
  input: BodyOf<typeof consolidation.adjust>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, input.unit, ['consolidator', 'approver'])
  const indicator = world.catalogue().getIndicator(input.code)
  getOpen(world, input.period)
  refuseUndue(world, input.unit, input.period)
  // Where nothing is below, the unit's own figure is its total.
  if (!addsUp(indicator) || !childrenIn(world, input.period).has(input.unit as UnitId))
    refuse({ code: 'figure.not_adjustable', cell: input.code })
  const { block, at } = world.catalogue().slotOf(input.code)
  const id = newId()
  return act(world, actor, {
    id: input.commandId,
    action: 'consolidation.adjust',
    unit: input.unit,
    position,
    run: async (tx) => {
      await figureQueries.insertAdjustment(tx, {
        id,
        unitId: input.unit,
        path: getPath(world, input.unit),
        periodId: input.period,
        indicator: input.code,
        grp: block,
        pos: at,
        delta: input.delta,
        reason: input.reason,
        at: world.now(),
        actorTitle: position.title,
      })
      await figureQueries.markDirty(tx, markOf(world, input.unit, input.period))
      return { id }
    },
    audit: () => ({ adjustment: id, period: input.period, code: input.code, delta: input.delta, reason: input.reason }),
  })
}

export function annulAdjustment(
  world: World,
  actor: Actor,
  input: BodyOf<typeof consolidation.annulAdjustment>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, input.unit, ['consolidator', 'approver'])
  return act(world, actor, {
    id: input.commandId,
    action: 'consolidation.annulAdjustment',
    unit: input.unit,
    position,
    run: async (tx) => {
      const period = await figureQueries.annulAdjustment(tx, input.unit, input.id, world.now())
      if (period === undefined) return refuse({ code: 'figure.adjustment_not_found' })
      getOpen(world, period)
      await figureQueries.markDirty(tx, markOf(world, input.unit, period))
      return { id: input.id }
    },
    audit: () => ({ adjustment: input.id }),
  })
}
