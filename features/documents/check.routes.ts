// HTTP ↔ checking the format of a paper.
import { fileRoute, type FileRoute } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { checkSent } from './check.actions.ts'
import { checkDoors } from './check.schema.ts'

export const checkFileRoutes = (world: World): FileRoute[] => [
  fileRoute(checkDoors.check, async ({ query, bytes }) => ({ json: checkSent(world, query.profile, bytes) })),
]
