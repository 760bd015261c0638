// Filters that an account keeps under a name: every SQL of them, and the answers. An account reaches only its own.
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import type { AccessProblem } from './problems.ts'
import { inAccount } from './queries.ts'
import type { SavedView } from './schema.ts'

/** Names of one account in one register; more than this is no longer a list to choose from. */
const MOST = 30

const refuse = (problem: AccessProblem): never => {
  throw new Refusal(problem)
}

export async function listViews(world: World, actor: Actor, register: string): Promise<SavedView[]> {
  return inAccount(world.database.app, actor.accountId, async (tx) => {
    const { rows } = await sql<SavedView>`select name, search from saved_view
      where account_id = ${actor.accountId} and register = ${register} order by name collate "C"`.execute(tx)
    return rows
  })
}

/**
 * Keeps filters under a name, in place of those that had it; sending it twice changes nothing.
 * @throws Refusal `people.too_many_views`, `people.view_holds_personal_number`
 */
export async function saveView(world: World, actor: Actor, view: SavedView & { register: string }): Promise<void> {
  if ([view.name, ...Object.values(view.search)].some((text) => findPersonalNumber(text) !== undefined))
    refuse({ code: 'people.view_holds_personal_number', name: view.name })
  await inAccount(world.database.app, actor.accountId, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      insert into saved_view (account_id, register, name, search, saved_at)
      select ${actor.accountId}, ${view.register}, ${view.name}, ${JSON.stringify(view.search)}::jsonb, ${world.now()}
      where (select count(*) from saved_view v
        where v.account_id = ${actor.accountId} and v.register = ${view.register} and v.name <> ${view.name}) < ${MOST}
      on conflict (account_id, register, name) do update set search = excluded.search, saved_at = excluded.saved_at
      returning name`.execute(tx)
    if (rows.length === 0) refuse({ code: 'people.too_many_views', most: MOST })
  })
}

/** Deleting what is not there is no fault: it is gone. */
export async function deleteView(world: World, actor: Actor, view: { register: string; name: string }): Promise<void> {
  await inAccount(world.database.app, actor.accountId, (tx) =>
    sql`delete from saved_view where account_id = ${actor.accountId} and register = ${view.register} and name = ${view.name}`.execute(
      tx,
    ),
  )
}
