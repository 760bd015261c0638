// HTTP ↔ the list of work.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { tasks } from './schema.ts'
import { workOf } from './work.ts'

export const routes = (world: World): Route[] => [route(tasks.mine, ({ actor }) => workOf(world, actor))]
