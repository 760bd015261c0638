// HTTP ↔ what the register of models has beyond every register.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../../context.ts'
import { scoreModel, similarModels, viewScores } from './actions.ts'
import { models } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(models.similar, ({ actor, query }) => similarModels(world, actor, query)),
  route(models.scores, ({ actor, query }) => viewScores(world, actor, query)),
  route(models.score, ({ actor, body }) => scoreModel(world, actor, body)),
]
