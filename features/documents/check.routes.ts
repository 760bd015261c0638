// HTTP ↔ checking the format of a paper.
import { fileRoute, type FileRoute, route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { certify, checkSent } from './check.actions.ts'
import { checkDoors, checks } from './check.schema.ts'

export const checkRoutes = (world: World): Route[] => [
  route(checks.certificate, ({ actor, query }) => certify(world, actor, query)),
]

export const checkFileRoutes = (world: World): FileRoute[] => [
  fileRoute(checkDoors.check, async ({ query, bytes }) => ({ json: checkSent(world, query.profile, bytes) })),
]
