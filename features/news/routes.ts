// HTTP ↔ news.
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { draftNews, listNews, publishNews, saveNews, viewNews, withdrawNews } from './actions.ts'
import { news } from './schema.ts'

export const routes = (world: World): Route[] => [
  route(news.list, ({ actor, query }) => listNews(world, actor, query)),
  route(news.draft, ({ actor, query }) => draftNews(world, actor, query)),
  route(news.view, ({ actor, query }) => viewNews(world, actor, query)),
  route(news.save, ({ actor, body }) => saveNews(world, actor, body)),
  route(news.publish, ({ actor, body }) => publishNews(world, actor, body)),
  route(news.withdraw, ({ actor, body }) => withdrawNews(world, actor, body)),
]
