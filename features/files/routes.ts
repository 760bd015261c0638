// HTTP ↔ attached files.
import { fileRoute, route, type FileRoute, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { attachFile, filesOfEntry, giveFile, removeFile } from './actions.ts'
import { fileDoors, files } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(files.ofEntry, ({ actor, query }) => filesOfEntry(world, actor, query)),
  route(files.remove, ({ actor, body }) => removeFile(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(fileDoors.attach, async ({ actor, query, bytes }) => ({
    json: await attachFile(world, actor, query, bytes),
  })),
  fileRoute(fileDoors.attachment, ({ actor, query }) => giveFile(world, actor, query)),
]
