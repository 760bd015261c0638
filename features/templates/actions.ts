// Forms of an office: added by an administrator, filled by those who write reports. Allow, load, decide, save, answer.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { FileReply } from '@kheo/kit/route.ts'
import { inspectTemplate, mergeDocx, type MergeData } from '@kheo/writer/merge/merge-docx.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { readKept } from '../files/kept.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { registerData, reportData } from './data.ts'
import { knownCount, registerMarks, reportMarks, unknownMarks } from './marks.ts'
import type { TemplateProblem } from './problems.ts'
import { findTemplate, insertTemplate, listTemplates, markRemoved, type StoredTemplate } from './queries.ts'
import type { Mark, templateDoors, templates, TemplateView } from './schema.ts'

const ADMINISTRATORS: readonly Role[] = ['administrator']
const FILLERS: readonly Role[] = ['recorder', 'compiler', 'approver', 'consolidator']
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function refuse(problem: TemplateProblem): never {
  throw new Refusal(problem)
}

const may = (judge: () => unknown): boolean => {
  try {
    judge()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

type Source = { readonly title: string; readonly marks: () => readonly Mark[] }

function sourceOf(world: World, source: string): Source | undefined {
  const [kind, code] = source.split(':')
  const view = world.catalogue()
  if (kind === 'register') {
    const register = world.books.find((each) => each.code === code)
    return register && { title: register.title[0], marks: () => registerMarks(register) }
  }
  const type = view.reportTypes.find((each) => each.code === code)
  return (
    type && {
      title: type.title,
      marks: () =>
        reportMarks(
          type.sections
            .flatMap((section) => section.indicators)
            .flatMap((indicator) => view.catalogue.byCode.get(indicator) ?? []),
        ),
    }
  )
}

const getSource = (world: World, source: string): Source =>
  sourceOf(world, source) ?? refuse({ code: 'template.source_unknown', source })

const toView = (world: World, actor: Actor, it: StoredTemplate): TemplateView => ({
  id: it.id,
  unitId: it.unitId,
  unitName: world.org().titleOf(it.unitId, today(world)),
  title: it.title,
  source: it.source,
  sourceTitle: sourceOf(world, it.source)?.title ?? it.source,
  unknownMarks: [...it.unknownMarks],
  addedAt: it.addedAt.toISOString(),
  addedTitle: it.addedTitle,
  mayRemove: may(() => allowAct(world, actor, it.unitId, ADMINISTRATORS, 'any')),
})

export function viewTemplates(
  world: World,
  actor: Actor,
  { unit }: QueryOf<typeof templates.list>,
): Promise<AnswerOf<typeof templates.list>> {
  const { reportTypes } = world.catalogue()
  return look(world, actor, unit, async (tx) => ({
    rows: (await listTemplates(tx, getPath(world, unit))).map((each) => toView(world, actor, each)),
    mayAdd: may(() => allowAct(world, actor, unit, ADMINISTRATORS, 'any')),
    mayFill: may(() => allowAct(world, actor, unit, FILLERS, 'any')),
    sources: [
      ...reportTypes.map((type) => ({ source: `report:${type.code}`, title: type.title })),
      ...world.books.map((register) => ({ source: `register:${register.code}`, title: register.title[0] })),
    ],
  }))
}

/** @throws Refusal `template.source_unknown` */
export const viewMarks = (
  world: World,
  { source }: QueryOf<typeof templates.marks>,
): AnswerOf<typeof templates.marks> => ({
  rows: [...getSource(world, source).marks()],
})

/** Adds a form whose marks hold together and of which its source knows at least one. @throws Refusal */
export function addTemplate(
  world: World,
  actor: Actor,
  { commandId, unit, title, source }: QueryOf<typeof templateDoors.add>,
  bytes: Uint8Array,
): Promise<{ id: string; unknownMarks: readonly string[] }> {
  const position = allowAct(world, actor, unit, ADMINISTRATORS, 'any')
  const name = title.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (name === '') refuse({ code: 'template.title_missing' })
  const known = getSource(world, source).marks()
  const found = inspectTemplate(bytes)
  if (!found.ok) return refuse(found.problem)
  if (knownCount(found.value, known) === 0) refuse({ code: 'template.no_known_mark' })
  const unknown = unknownMarks(found.value, known)
  const id = newId()
  return act(world, actor, {
    id: commandId,
    action: 'templates.add',
    unit,
    position,
    run: async (tx) => {
      const hash = await world.files.put(bytes)
      await insertTemplate(tx, {
        unitId: unit,
        id,
        path: getPath(world, unit),
        title: name,
        source,
        hash,
        size: bytes.length,
        unknownMarks: unknown,
        addedAt: world.now(),
        addedBy: actor.accountId,
        addedTitle: position.title,
      })
      return { id, unknownMarks: unknown }
    },
    audit: () => ({ id, source }),
  })
}

/** @throws Refusal */
export function removeTemplate(
  world: World,
  actor: Actor,
  { commandId, unit, id }: BodyOf<typeof templates.remove>,
): Promise<{ id: string }> {
  const position = allowAct(world, actor, unit, ADMINISTRATORS, 'any')
  return act(world, actor, {
    id: commandId,
    action: 'templates.remove',
    unit,
    position,
    run: async (tx) => {
      const held = (await findTemplate(tx, getPath(world, unit), unit, id)) ?? refuse({ code: 'template.not_found' })
      if (!(await markRemoved(tx, unit, id, world.now(), position.title)))
        refuse({ code: 'template.removed_already', title: held.title })
      return { id }
    },
    audit: () => ({ id }),
  })
}

/** A form that stands, seen from `at`: of that unit or of one above it. */
function getTemplate(world: World, actor: Actor, at: string, unit: string, id: string): Promise<StoredTemplate> {
  return look(world, actor, at, async (tx) => {
    const held = await findTemplate(tx, getPath(world, at), unit, id)
    if (held === undefined || held.removedAt !== null) return refuse({ code: 'template.not_found' })
    return held
  })
}

const fileName = (title: string, more: string): string =>
  `${foldVietnamese(`${title} ${more}`).replaceAll(/[^a-z0-9]+/g, '-')}.docx`

/** The form itself. @throws Refusal */
export async function giveOriginal(
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof templateDoors.original>,
): Promise<FileReply> {
  const at = actor.positions.find((position) => position.path.startsWith(getPath(world, unit)))?.unitId ?? unit
  const held = await getTemplate(world, actor, at, unit, id)
  return { name: fileName(held.title, ''), type: DOCX, bytes: await readKept(world, held.hash, held.title) }
}

type Filling = QueryOf<typeof templateDoors.filled>

function dataFor(world: World, actor: Actor, held: StoredTemplate, it: Filling): Promise<MergeData> {
  const [kind, code = ''] = held.source.split(':')
  if (kind === 'report') {
    const period = it.period ?? refuse({ code: 'template.nothing_chosen', about: 'report' })
    return reportData(world, actor, { unit: it.for, type: code, period })
  }
  const { from, to } = it
  if (from === undefined || to === undefined || from > to)
    return refuse({ code: 'template.nothing_chosen', about: 'span' })
  const register = world.books.find((each) => each.code === code)
  if (register === undefined) return refuse({ code: 'template.source_unknown', source: held.source })
  return registerData(world, actor, register, { unit: it.for, from, to })
}

/** The form filled with what the reader may see. @throws Refusal */
export async function fillTemplate(world: World, actor: Actor, it: Filling): Promise<FileReply> {
  allowAct(world, actor, it.for, FILLERS, 'any')
  const held = await getTemplate(world, actor, it.for, it.unit, it.id)
  const filled = mergeDocx(await readKept(world, held.hash, held.title), await dataFor(world, actor, held, it))
  if (!filled.ok) return refuse(filled.problem)
  return { name: fileName(held.title, it.period ?? `${it.from ?? ''} ${it.to ?? ''}`), type: DOCX, bytes: filled.value }
}
