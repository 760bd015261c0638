// HTTP ↔ accounts and positions.
import { inScope } from '@kheo/db/transaction.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { listAccounts, type Accounts } from './accounts.ts'
import { endPositionOn, grantPosition } from './actions.ts'
import { allowAct, getPath, today } from './allow.ts'
import { listPositionsOf, listPositionsUnder, type StoredPosition } from './queries.ts'
import { people, views, type MyPosition } from './schema.ts'
import { deleteView, listViews, saveView } from './views.ts'

function present(world: World, position: StoredPosition): MyPosition {
  const day = today(world)
  const org = world.org()
  return {
    id: position.id,
    unitId: position.unitId,
    unitName: org.titleOf(position.unitId, day),
    level: org.index.levelOf(position.unitId as never) ?? 'office',
    role: position.role,
    title: position.title,
    from: position.from,
    to: position.to,
    isActive: position.from <= day && (position.to === null || position.to > day),
  }
}

export const routes = (world: World, accounts: Accounts): Route[] => [
  route(people.me, async ({ actor }) => {
    const [account] = await listAccounts(world.database.accounts, [actor.accountId])
    const positions = await listPositionsOf(world.database.app, actor.accountId)
    return {
      accountId: actor.accountId,
      name: actor.name,
      username: account?.username ?? '',
      hasSecondFactor: account?.hasSecondFactor ?? false,
      today: today(world),
      positions: positions.map((position) => present(world, position)),
    }
  }),
  route(people.list, async ({ actor, query }) => {
    const position = allowAct(world, actor, query.unit, ['administrator', 'auditor'], 'any')
    const found = await inScope(world.database.app, position.path, (tx) =>
      listPositionsUnder(tx, getPath(world, query.unit)),
    )
    const accounts = await listAccounts(
      world.database.accounts,
      found.map((each) => each.accountId),
    )
    const byId = new Map(accounts.map((account) => [account.id, account]))
    return {
      rows: found.map((each) => ({
        ...present(world, each),
        accountId: each.accountId,
        username: byId.get(each.accountId)?.username ?? '',
        name: byId.get(each.accountId)?.name ?? '',
      })),
    }
  }),
  route(people.grant, ({ actor, body }) => grantPosition(world, accounts, actor, body)),
  route(people.end, ({ actor, body }) => endPositionOn(world, actor, body)),
  route(views.list, async ({ actor, query }) => ({ rows: await listViews(world, actor, query.register) })),
  route(views.save, async ({ actor, body }) => {
    await saveView(world, actor, body)
    return { name: body.name }
  }),
  route(views.delete, async ({ actor, body }) => {
    await deleteView(world, actor, body)
    return { name: body.name }
  }),
]
