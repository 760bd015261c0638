// HTTP ↔ the list of work, and tasks given to units.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { tasks } from './schema.ts'
import { answerLater, askLater, giveTask, receiveShare, viewShare, viewShares, withdrawShare } from './share-actions.ts'
import { workOf } from './work.ts'

export const routes = (world: World): Route[] => [
  route(tasks.mine, ({ actor }) => workOf(world, actor)),
  route(tasks.shares, ({ actor, query }) => viewShares(world, actor, query)),
  route(tasks.share, ({ actor, query }) => viewShare(world, actor, query)),
  route(tasks.give, ({ actor, body }) => giveTask(world, actor, body)),
  route(tasks.withdraw, ({ actor, body }) => withdrawShare(world, actor, body)),
  route(tasks.receive, ({ actor, body }) => receiveShare(world, actor, body)),
  route(tasks.ask, ({ actor, body }) => askLater(world, actor, body)),
  route(tasks.answer, ({ actor, body }) => answerLater(world, actor, body)),
]
