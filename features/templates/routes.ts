// HTTP ↔ forms of an office.
import { fileRoute, type FileRoute, route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { addTemplate, fillTemplate, giveOriginal, removeTemplate, viewMarks, viewTemplates } from './actions.ts'
import { templateDoors, templates } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(templates.list, ({ actor, query }) => viewTemplates(world, actor, query)),
  route(templates.marks, async ({ query }) => viewMarks(world, query)),
  route(templates.remove, ({ actor, body }) => removeTemplate(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(templateDoors.add, async ({ actor, query, bytes }) => ({
    json: await addTemplate(world, actor, query, bytes),
  })),
  fileRoute(templateDoors.original, ({ actor, query }) => giveOriginal(world, actor, query)),
  fileRoute(templateDoors.filled, ({ actor, query }) => fillTemplate(world, actor, query)),
]
