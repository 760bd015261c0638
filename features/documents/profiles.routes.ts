// HTTP ↔ the formats of papers.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { listFormats, viewFormat } from './profiles.actions.ts'
import { formats } from './profiles.schema.ts'

export const profileRoutes = (world: World): Route[] => [
  route(formats.list, async ({ query }) => listFormats(world, query)),
  route(formats.view, async ({ query }) => viewFormat(world, query)),
]
