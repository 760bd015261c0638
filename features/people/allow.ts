// The application's own check of place and role; the database repeats the place beneath it.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import type { Db } from '@kheo/db/connect.ts'
import { inScope, type ScopeOptions } from '@kheo/db/transaction.ts'
import { perform } from '@kheo/kit/action.ts'
import { positionFor, type Actor, type HeldPosition } from '@kheo/kit/actor.ts'
import type { Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import type { OrgProblem } from '../org/index.ts'
import type { AccessProblem } from './problems.ts'

function refuse(problem: AccessProblem | OrgProblem): never {
  throw new Refusal(problem)
}

/** The day in Vietnam (UTC+7, no summer time). */
export const dayOf = (instant: Date): CalendarDate =>
  calendarDate(new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10))
export const today = (world: World): CalendarDate => dayOf(world.now())

/** Path of a unit. @throws Refusal `org.unit_not_found` */
export const getPath = (world: World, unit: string): string =>
  world.org().pathOf(unit) ?? refuse({ code: 'org.unit_not_found', unit })

/** The position under which the actor may look at a unit. @throws Refusal */
export function allowLook(world: World, actor: Actor, unit: string): HeldPosition {
  return (
    positionFor(actor, getPath(world, unit)) ??
    refuse({ code: 'access.outside_your_units', unit: world.org().titleOf(unit, today(world)) })
  )
}

/**
 * The position under which the actor may act on a unit with one of the roles. `at`: the unit itself, one above it, or either.
 * @throws Refusal
 */
export function allowAct(
  world: World,
  actor: Actor,
  unit: string,
  roles: readonly Role[],
  at: 'own' | 'above' | 'any' = 'own',
): HeldPosition {
  allowLook(world, actor, unit)
  const holder = bookHolder(world, unit)
  const fits = (position: HeldPosition): boolean => at === 'any' || (at === 'own') === (position.unitId === holder)
  const position = positionFor({ ...actor, positions: actor.positions.filter(fits) }, getPath(world, unit), roles)
  return position ?? refuse({ code: 'access.role_missing', unit: world.org().titleOf(unit, today(world)), roles })
}

/** Villages and offices keep their books within the area they belong to. */
export function bookHolder(world: World, unit: string): string {
  const { index } = world.org()
  const level = index.levelOf(unit as never)
  if (level !== 'village' && level !== 'office') return unit
  return index.versionsOf(unit as never).at(-1)?.parentId ?? unit
}

/** Reads within the scope of a look. */
export const look = async <T>(
  world: World,
  actor: Actor,
  unit: string,
  read: (tx: Db, position: HeldPosition) => Promise<T>,
  options: ScopeOptions = {},
): Promise<T> => {
  const position = allowLook(world, actor, unit)
  return inScope(world.database.app, position.path, (tx) => read(tx, position), options)
}

export type Deed<O> = {
  readonly id: string
  readonly action: string
  readonly unit: string
  readonly position: HeldPosition
  readonly run: (tx: Db) => Promise<O>
  readonly audit: (answer: O) => unknown
}

/** Runs a command at a unit under a position. @throws Refusal */
export const act = <O>(world: World, actor: Actor, deed: Deed<O>): Promise<O> =>
  perform(world.database.app, world.constraints, {
    id: deed.id,
    action: deed.action,
    place: { unitId: deed.unit, path: getPath(world, deed.unit) },
    position: deed.position,
    accountId: actor.accountId,
    now: world.now(),
    run: deed.run,
    audit: deed.audit,
  })

/** A system's look at everything, for totals that depend on the data alone and never on who asks. */
export const rootPath = (world: World): string => {
  const centre = world.org().index.records.units.find((unit) => unit.level === 'centre')
  return centre === undefined ? refuse({ code: 'org.unit_not_found', unit: 'VN' }) : getPath(world, centre.id)
}
