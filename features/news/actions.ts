// Commands on articles: write, publish, withdraw; and what a reader of the room is shown.
import { positionFor, type Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import { readConferenceFacts } from '../conferences/index.ts'
import type { World } from '../context.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { articleOf } from './article.ts'
import type { NewsProblem } from './problems.ts'
import {
  addStep,
  findArticle,
  findOfConference,
  hideArticle,
  listArticles,
  listSteps,
  lockArticle,
  showArticle,
  type StoredArticle,
  writeArticle,
} from './queries.ts'
import { publishProblem, slugOf, stateOf, type StepTaken } from './rules.ts'
import type { ArticleRow, ArticleText, news } from './schema.ts'

const WRITERS: readonly Role[] = ['compiler', 'editor']
const EDITORS: readonly Role[] = ['editor']
const PAGE_SIZE = 50

function refuse(problem: NewsProblem): never {
  throw new Refusal(problem)
}

/** Numbers of a person's papers or telephone have no place in what the public reads. @throws Refusal */
function screen(text: ArticleText): void {
  refusePersonalData({ 'Tiêu đề': text.title, 'Mở đầu': text.lead })
  for (const paragraph of text.paragraphs) refusePersonalData({ 'Nội dung': paragraph })
  for (const caption of text.captions) refusePersonalData({ 'Chú thích ảnh': caption })
}

const rowOf = (it: StoredArticle, steps: readonly StepTaken[]): ArticleRow => {
  const { state, shownRev } = stateOf(steps)
  return {
    id: it.id,
    day: it.text.day,
    title: it.text.title,
    state,
    isChanged: shownRev !== null && shownRev !== it.rev,
    slug: state === 'published' ? it.slug : null,
    savedAt: it.savedAt.toISOString(),
    savedTitle: it.savedTitle,
  }
}

/** Whether one of the actor's own posts at the unit has one of the roles. */
const holds = (world: World, actor: Actor, unit: string, roles: readonly Role[]): boolean => {
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === unit) }
  return positionFor(own, getPath(world, unit), roles) !== undefined
}

/** Articles of a unit, for whoever may look at it. @throws Refusal */
export const listNews = (
  world: World,
  actor: Actor,
  { unit, page }: QueryOf<typeof news.list>,
): Promise<AnswerOf<typeof news.list>> =>
  look(world, actor, unit, async (tx) => {
    const { rows, count } = await listArticles(tx, unit, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
    return { rows: rows.map((row) => rowOf(row, row.steps)), count, mayEdit: holds(world, actor, unit, WRITERS) }
  })

/** An article drafted from a conference that was held; nothing is kept. @throws Refusal `news.conference_not_held` */
export function draftNews(
  world: World,
  actor: Actor,
  { unit, conference }: QueryOf<typeof news.draft>,
): Promise<AnswerOf<typeof news.draft>> {
  const position = allowAct(world, actor, unit, WRITERS)
  return inScope(world.database.app, position.path, async (tx) => {
    const facts = await readConferenceFacts(tx, world, { unit, conference })
    if (facts.heldOn === null) refuse({ code: 'news.conference_not_held', title: facts.title })
    return { text: articleOf(facts), existing: (await findOfConference(tx, unit, conference)) ?? null }
  })
}

/** One article in full. @throws Refusal */
export const viewNews = (
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof news.view>,
): Promise<AnswerOf<typeof news.view>> =>
  look(world, actor, unit, async (tx) => {
    const it = (await findArticle(tx, unit, id)) ?? refuse({ code: 'news.article_not_found' })
    const steps = await listSteps(tx, unit, id)
    return {
      ...rowOf(it, steps),
      unit,
      unitName: world.org().titleOf(unit, today(world)),
      conference: it.conference,
      rev: it.rev,
      text: it.text,
      steps: steps.map((step) => ({
        kind: step.kind,
        at: step.at.toISOString(),
        title: step.title,
        reason: step.reason,
      })),
      mayEdit: holds(world, actor, unit, WRITERS),
      mayPublish: holds(world, actor, unit, EDITORS),
    }
  })

/** Writes an article, or writes it anew on the revision that was read. What is public stays as it is. @throws Refusal */
export function saveNews(
  world: World,
  actor: Actor,
  input: BodyOf<typeof news.save>,
): Promise<AnswerOf<typeof news.save>> {
  const { unit, text } = input
  const position = allowAct(world, actor, unit, WRITERS)
  screen(text)
  const id = input.id ?? newId()
  return act(world, actor, {
    id: input.commandId,
    action: 'news.save',
    unit,
    position,
    run: async (tx) => {
      const held = input.id === null ? undefined : await lockArticle(tx, unit, input.id)
      if (input.id !== null && held === undefined) refuse({ code: 'news.article_not_found' })
      if (held !== undefined && held.rev !== input.baseRev)
        refuse({ code: 'news.stale', title: held.text.title, rev: held.rev, by: held.savedTitle })
      const rev = (held?.rev ?? 0) + 1
      await writeArticle(tx, {
        unit,
        id,
        path: getPath(world, unit),
        conference: input.conference,
        text,
        rev,
        at: world.now(),
        by: actor.accountId,
        title: position.title,
      })
      return { id, rev }
    },
    audit: (answer) => ({ article: answer.id, rev: answer.rev }),
  })
}

/** Shows the wording of a revision to the public. @throws Refusal */
export function publishNews(
  world: World,
  actor: Actor,
  { commandId, unit, id, baseRev }: BodyOf<typeof news.publish>,
): Promise<AnswerOf<typeof news.publish>> {
  const position = allowAct(world, actor, unit, EDITORS)
  return act(world, actor, {
    id: commandId,
    action: 'news.publish',
    unit,
    position,
    run: async (tx) => {
      const held = (await lockArticle(tx, unit, id)) ?? refuse({ code: 'news.article_not_found' })
      if (held.rev !== baseRev)
        refuse({ code: 'news.stale', title: held.text.title, rev: held.rev, by: held.savedTitle })
      const problem = publishProblem(
        { ...held.text, rev: held.rev, steps: await listSteps(tx, unit, id) },
        today(world),
      )
      if (problem !== null) refuse(problem)
      const at = world.now()
      const slug = held.slug ?? slugOf(held.text.title, id)
      await addStep(tx, {
        unit,
        id,
        path: getPath(world, unit),
        kind: 'published',
        rev: held.rev,
        at,
        by: actor.accountId,
        title: position.title,
        reason: null,
      })
      await showArticle(tx, held, { slug, unitTitle: world.org().titleOf(unit, today(world)), at })
      return { id, slug }
    },
    audit: (answer) => ({ article: id, rev: baseRev, slug: answer.slug }),
  })
}

/** Takes an article off the public pages. @throws Refusal */
export function withdrawNews(
  world: World,
  actor: Actor,
  { commandId, unit, id, reason }: BodyOf<typeof news.withdraw>,
): Promise<AnswerOf<typeof news.withdraw>> {
  const position = allowAct(world, actor, unit, EDITORS)
  refusePersonalData({ 'Lý do': reason })
  return act(world, actor, {
    id: commandId,
    action: 'news.withdraw',
    unit,
    position,
    run: async (tx) => {
      const held = (await lockArticle(tx, unit, id)) ?? refuse({ code: 'news.article_not_found' })
      if (stateOf(await listSteps(tx, unit, id)).state !== 'published')
        refuse({ code: 'news.not_published', title: held.text.title })
      await addStep(tx, {
        unit,
        id,
        path: getPath(world, unit),
        kind: 'withdrawn',
        rev: held.rev,
        at: world.now(),
        by: actor.accountId,
        title: position.title,
        reason,
      })
      await hideArticle(tx, unit, id)
      return { id }
    },
    audit: () => ({ article: id, reason }),
  })
}
