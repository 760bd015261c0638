// HTTP ↔ papers.
import { fileRoute, route, type FileRoute, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { askNext, cancelPaper, draftByHand, issuePaper, saveDraft, startSeries } from './actions.ts'
import { exportBook } from './book.ts'
import { givePaper } from './drawing.ts'
import { assignPaper, attachCopy, finishPaper, receivePaper } from './incoming.ts'
import { documentFiles, documents } from './schema.ts'
import { bookRows, listPapers, viewPaper } from './view.ts'

export const routes = (world: World): Route[] => [
  route(documents.list, ({ actor, query }) => listPapers(world, actor, query)),
  route(documents.book, async ({ actor, query }) => ({ rows: await bookRows(world, actor, query) })),
  route(documents.view, ({ actor, query }) => viewPaper(world, actor, query)),
  route(documents.draft, ({ actor, body }) => draftByHand(world, actor, body)),
  route(documents.save, ({ actor, body }) => saveDraft(world, actor, body)),
  route(documents.issue, ({ actor, body }) => issuePaper(world, actor, body)),
  route(documents.cancel, ({ actor, body }) => cancelPaper(world, actor, body)),
  route(documents.receive, ({ actor, body }) => receivePaper(world, actor, body)),
  route(documents.assign, ({ actor, body }) => assignPaper(world, actor, body)),
  route(documents.finish, ({ actor, body }) => finishPaper(world, actor, body)),
  route(documents.next, ({ actor, query }) => askNext(world, actor, query)),
  route(documents.startSeries, ({ actor, body }) => startSeries(world, actor, body)),
]

export const fileRoutes = (world: World): FileRoute[] => [
  fileRoute(documentFiles.file, ({ actor, query }) => givePaper(world, actor, query)),
  fileRoute(documentFiles.register, ({ actor, query }) => exportBook(world, actor, query)),
  fileRoute(documentFiles.attach, async ({ actor, query, bytes }) => ({
    json: await attachCopy(world, actor, query, bytes),
  })),
]
