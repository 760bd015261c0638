// The stage on which the demonstration is played: a clock that is set, and positions that act. Everything goes through the product's own actions.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { World } from '@kheo/features/context.ts'
import { findAccount, type Accounts } from '@kheo/features/people/accounts.ts'
import { grantPosition, loadActor } from '@kheo/features/people/actions.ts'
import { listPositionsUnder } from '@kheo/features/people/queries.ts'
import { getPath } from '@kheo/features/people/allow.ts'
import { hangToday } from '@kheo/features/figures/index.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { Role } from '@kheo/kit/endpoint.ts'
import { v7 as newId } from 'uuid'

/** The one password of the demonstration's accounts. Printed at start; never used outside the demonstration. */
export const DEMO_PASSWORD = 'danvankheo'

export type Clock = { now: Date }
export type Stage = {
  readonly world: World
  readonly accounts: Accounts
  readonly clock: Clock
  readonly admin: () => Promise<Actor>
  readonly say: (line: string) => void
}

/** Sets the clock to a day, at half past eight in Vietnam, and hangs the units as they stood on it. */
export async function setDay(stage: Stage, day: string, hour = '08:30'): Promise<void> {
  stage.clock.now = new Date(`${day}T${hour}:00+07:00`)
  await hangToday(stage.world)
}

const slug = (text: string): string =>
  foldVietnamese(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The user name of a unit's officer: name and, where names repeat, the unit above. */
export function usernameOf(world: World, unit: string, role: string): string {
  const { index } = world.org()
  const version = index.versionsOf(unit as UnitId)[0]
  const place = slug(version?.name ?? unit) || slug(unit)
  const parent = version?.parentId == null ? undefined : index.versionsOf(version.parentId)[0]
  const above =
    parent === undefined || index.levelOf(unit as UnitId) === 'province'
      ? ''
      : `.${slug(parent.name) || slug(version?.parentId ?? '')}`
  return `${place}${above}.${role}`.slice(0, 30).replaceAll(/[.-]+$/g, '')
}

export type Post = {
  readonly unit: string
  readonly role: Role
  readonly username: string
  readonly title: (unitTitle: string) => string
}

/** Gives a post to its account for each name the unit has had, so that old signatures keep the title of their time. */
export async function grantPost(stage: Stage, post: Post): Promise<void> {
  const { index, titleOf } = stage.world.org()
  const admin = await stage.admin()
  const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
  for (const version of index.versionsOf(post.unit as UnitId)) {
    const title = post.title(lower(titleOf(post.unit, version.from)))
    await grantPosition(stage.world, stage.accounts, admin, {
      commandId: newId(),
      unitId: post.unit,
      username: post.username,
      name: title,
      password: DEMO_PASSWORD,
      role: post.role,
      title,
      from: version.from,
      to: version.to,
    })
  }
}

/** The officer of a unit with a role, as of the clock's day. */
export async function officer(stage: Stage, unit: string, role: Role): Promise<Actor> {
  const path = getPath(stage.world, unit)
  const found = await inScope(stage.world.database.app, path, (tx) => listPositionsUnder(tx, path))
  const post = found.find((position) => position.unitId === unit && position.role === role)
  if (post === undefined) throw new Error(`the demonstration has no ${role} at ${unit}`)
  return loadActor(stage.world, post.accountId, post.title)
}

export async function actorNamed(stage: Stage, username: string): Promise<Actor> {
  const account = await findAccount(stage.world.database.accounts, username)
  if (account === undefined) throw new Error(`the demonstration has no account ${username}`)
  return loadActor(stage.world, account.id, account.name)
}

export const communesOf = (stage: Stage, unit: string, day: string): readonly string[] =>
  stage.world.org().index.subtreeAt(unit as UnitId, day as CalendarDate, 'commune')
