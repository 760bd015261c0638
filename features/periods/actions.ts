// Closing and opening a period: the level above says when its figures may no longer change.
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { positionFor } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import type { FigureProblem } from '../figures/index.ts'
import { act, rootPath, today } from '../people/allow.ts'
import type { AccessProblem } from '../people/problems.ts'
import type { periods } from './schema.ts'

const refuse = (problem: FigureProblem | AccessProblem): never => {
  throw new Refusal(problem)
}

/** A period is one for the whole country, so only the centre closes it; a province that needs its own day keeps its own regime. */
export async function closePeriod(
  world: World,
  actor: Actor,
  input: BodyOf<typeof periods.close>,
): Promise<{ id: string }> {
  const { index } = world.org()
  const centre = index.records.units.find((unit) => unit.level === 'centre')?.id ?? ''
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === centre) }
  const position =
    positionFor(own, rootPath(world), ['administrator', 'consolidator']) ??
    refuse({
      code: 'access.role_missing',
      unit: world.org().titleOf(centre, index.records.baseline),
      roles: ['administrator', 'consolidator'],
    })
  if (world.catalogue().periodOf(input.period) === undefined)
    refuse({ code: 'figure.period_not_found', period: input.period })
  if (input.closedOn !== null && input.closedOn > today(world))
    refuse({ code: 'figure.closing_in_future', day: input.closedOn })
  const answer = await act(world, actor, {
    id: input.commandId,
    action: 'periods.close',
    unit: centre,
    position,
    run: async (tx) => {
      await sql`update period set closed_on = ${input.closedOn}::date where id = ${input.period}`.execute(tx)
      return { id: input.period }
    },
    audit: () => ({ period: input.period, closedOn: input.closedOn, reason: input.reason }),
  })
  await world.reload()
  return answer
}
