// HTTP ↔ readings.
import { fileRoute, route, type FileRoute, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { addFile, decideClaims, discardReading, giveFile, placeReading, retryReading } from './actions.ts'
import { saveReading, undoSave } from './saving.ts'
import { readingDoors, readings } from './schema.ts'
import { listOf, viewOf } from './view.ts'

export const routes = (world: World): Route[] => [
  route(readings.list, ({ actor, query }) => listOf(world, actor, query)),
  route(readings.view, ({ actor, query, language }) => viewOf(world, actor, query, language)),
  route(readings.place, ({ actor, body }) => placeReading(world, actor, body)),
  route(readings.decide, ({ actor, body }) => decideClaims(world, actor, body)),
  route(readings.save, ({ actor, body }) => saveReading(world, actor, body)),
  route(readings.undo, ({ actor, body }) => undoSave(world, actor, body)),
  route(readings.discard, ({ actor, body }) => discardReading(world, actor, body)),
  route(readings.retry, ({ actor, body }) => retryReading(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(readingDoors.add, async ({ actor, query, bytes }) => ({ json: await addFile(world, actor, query, bytes) })),
  fileRoute(readingDoors.file, ({ actor, query }) => giveFile(world, actor, query)),
]
