// HTTP ↔ consolidation.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { allowLook } from '../people/allow.ts'
import { adjust, annulAdjustment } from './actions.ts'
import { boardOf } from './board.ts'
import { consolidation } from './schema.ts'
import { seriesOf } from './series.ts'

export const routes = (world: World): Route[] => [
  route(consolidation.board, ({ actor, query }) => boardOf(world, actor, query)),
  route(consolidation.series, ({ actor, query }) => {
    allowLook(world, actor, query.unit)
    return seriesOf(world, { ...query, boundaries: query.boundaries as CalendarDate })
  }),
  route(consolidation.adjust, ({ actor, body }) => adjust(world, actor, body)),
  route(consolidation.annulAdjustment, ({ actor, body }) => annulAdjustment(world, actor, body)),
]
