// HTTP ↔ periods.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { closePeriod } from './actions.ts'
import { periods } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(periods.list, async ({ query }) => ({
    rows: world
      .catalogue()
      .periods.filter((period) => period.year === query.year)
      .map(({ id, regime, kind, year, title, startOn, endOn, cutoffOn, dueOn, closedOn }) => ({
        id,
        regime,
        kind,
        year,
        title,
        startOn,
        endOn,
        cutoffOn,
        dueOn,
        closedOn,
      })),
  })),
  route(periods.close, ({ actor, body }) => closePeriod(world, actor, body)),
]
