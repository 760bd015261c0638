// HTTP ↔ the law.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { reviseHoliday, reviseParameter, whyDeadline } from './actions.ts'
import { listLawDocuments } from './queries.ts'
import { law } from './schema.ts'
import { lawListOf } from './view.ts'

export const routes = (world: World): Route[] => [
  route(law.list, async ({ query }) =>
    lawListOf(await listLawDocuments(world.database.app), world.catalogue(), query.day),
  ),
  route(law.why, async ({ query }) => whyDeadline(world, query)),
  route(law.revise, ({ actor, body }) => reviseParameter(world, actor, body)),
  route(law.holidays, ({ actor, body }) => reviseHoliday(world, actor, body)),
]
