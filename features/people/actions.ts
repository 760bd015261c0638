// Giving and ending positions: the administrator of a unit acts at that unit and below it.
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { createAccount, findAccount, type Accounts } from './accounts.ts'
import { act, allowAct, dayOf, getPath } from './allow.ts'
import type { AccessProblem } from './problems.ts'
import {
  endPosition,
  findPosition,
  insertPosition,
  listPositionsOf,
  listPositionsUnder,
  type StoredPosition,
} from './queries.ts'
import type { people } from './schema.ts'

const refuse = (problem: AccessProblem): never => {
  throw new Refusal(problem)
}

const isHeldOn = (position: StoredPosition, day: string): boolean =>
  position.from <= day && (position.to === null || position.to > day)

/** The account as an actor: with the positions it holds on the day of `now`. */
export async function loadActor(world: World, accountId: string, name: string): Promise<Actor> {
  const day = dayOf(world.now())
  const positions = await listPositionsOf(world.database.app, accountId)
  return { accountId, name, positions: positions.filter((position) => isHeldOn(position, day)) }
}

/** Makes the account when it is new. The account is made first: a position without an account would be a dead key. */
export async function grantPosition(
  world: World,
  accounts: Accounts,
  actor: Actor,
  input: BodyOf<typeof people.grant>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, input.unitId, ['administrator'], 'any')
  const known = await findAccount(world.database.accounts, input.username)
  if (known === undefined && input.password === undefined)
    refuse({ code: 'people.password_needed', username: input.username })
  const accountId =
    known?.id ??
    (await createAccount(accounts, { username: input.username, name: input.name, password: input.password ?? '' }))
  const held = await listPositionsOf(world.database.app, accountId)
  const twin = held.find(
    (each) =>
      each.unitId === input.unitId &&
      each.role === input.role &&
      (each.to === null || each.to > input.from) &&
      (input.to === null || each.from < input.to),
  )
  if (twin !== undefined) refuse({ code: 'people.duplicate_position', title: twin.title })
  const id = newId()
  return act(world, actor, {
    id: input.commandId,
    action: 'people.grant',
    unit: input.unitId,
    position,
    run: async (tx) => {
      await insertPosition(tx, {
        id,
        accountId,
        unitId: input.unitId,
        path: getPath(world, input.unitId),
        role: input.role,
        title: input.title,
        from: input.from,
        to: input.to,
      })
      return { id }
    },
    audit: () => ({ position: id, account: accountId, role: input.role, from: input.from, to: input.to }),
  })
}

/** The first administrator, at the centre; refused once anybody holds any position. */
export async function createFirstAdministrator(
  world: World,
  accounts: Accounts,
  given: { username: string; name: string; password: string; title: string },
): Promise<Actor> {
  const centre = world.org().index.records.units.find((unit) => unit.level === 'centre')?.id ?? ''
  const path = getPath(world, centre)
  const accountId = await inScope(world.database.app, path, async (tx) => {
    if ((await listPositionsUnder(tx, path)).length > 0) refuse({ code: 'people.administrator_exists' })
    const id = await createAccount(accounts, given)
    await insertPosition(tx, {
      id: newId(),
      accountId: id,
      unitId: centre,
      path,
      role: 'administrator',
      title: given.title,
      from: dayOf(world.now()),
      to: null,
    })
    return id
  })
  return loadActor(world, accountId, given.name)
}

export async function endPositionOn(
  world: World,
  actor: Actor,
  input: BodyOf<typeof people.end>,
): Promise<{ id: string }> {
  const mine = actor.positions.filter((position) => position.role === 'administrator')
  for (const admin of mine) {
    const found = await inScope(world.database.app, admin.path, (tx) => findPosition(tx, input.id))
    if (found === undefined) continue
    if (input.on <= found.from) refuse({ code: 'people.end_before_start', from: found.from })
    return act(world, actor, {
      id: input.commandId,
      action: 'people.end',
      unit: found.unitId,
      position: admin,
      run: async (tx) => {
        const ended = await endPosition(tx, input.id, input.on)
        return { id: (ended ?? refuse({ code: 'people.position_not_found' })).id }
      },
      audit: () => ({ position: input.id, on: input.on }),
    })
  }
  return refuse({ code: 'people.position_not_found' })
}
