// Papers that come in: entered under a number of arrival, scanned, given to a post, dealt with. And signed copies of those that went out.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { judge } from '../files/kinds.ts'
import { cleanName } from '../files/rules.ts'
import { act, allowAct, getPath, today } from '../people/allow.ts'
import { refusePersonalData } from '../registers/judge.ts'
import { DRAFTERS, holdDocument } from './actions.ts'
import { profileFor } from './compose.ts'
import { incomingSeries } from './issuing.ts'
import { takeNumber } from './numbers.ts'
import { FAMILIES } from './paper.ts'
import type { DocumentProblem } from './problems.ts'
import { insertDocument, insertFile, insertStep, listFiles, type StepBody, type StoredDocument } from './queries.ts'
import { incomingState, searchText, type StepKind } from './rules.ts'
import type { documentFiles, documents } from './schema.ts'

function refuse(problem: DocumentProblem): never {
  throw new Refusal(problem)
}

export async function receivePaper(
  world: World,
  actor: Actor,
  input: BodyOf<typeof documents.receive>,
): Promise<{ id: string; number: number }> {
  const { unit, family, kind } = input
  const position = allowAct(world, actor, unit, DRAFTERS)
  const day = calendarDate(input.receivedOn)
  if (day > today(world)) refuse({ code: 'document.day_ahead' })
  if (input.senderOn !== null && input.senderOn > day)
    refuse({ code: 'document.received_before_written', received: day, written: input.senderOn })
  if (!FAMILIES.some((each) => profileFor(world, each, today(world)).kinds.has(kind)))
    refuse({ code: 'document.kind_unknown', kind })
  refusePersonalData({ 'Trích yếu': input.summary, 'Nơi gửi': input.sender })
  const series = incomingSeries(world, { unit, family, day })
  const id = newId()
  const path = getPath(world, unit)
  return act(world, actor, {
    id: input.commandId,
    action: 'documents.receive',
    unit,
    position,
    run: async (tx) => {
      const by = { at: world.now(), by: actor.accountId, title: position.title }
      await insertDocument(tx, {
        unitId: unit,
        id,
        path,
        direction: 'in',
        family,
        body: series.body,
        kind,
        summary: input.summary,
        searchFolded: searchText(input.summary, input.sender, input.senderNumber),
        paper: null,
        source: null,
        sender: input.sender,
        senderNumber: input.senderNumber === '' ? null : input.senderNumber,
        senderOn: input.senderOn,
        ...by,
      })
      await insertStep(tx, { unitId: unit, id, path, kind: 'received', ...by, body: { date: day } })
      return { id, number: await takeNumber(tx, series, { id, datedOn: day, asked: input.number }) }
    },
    audit: ({ number }) => ({ id, number, on: day }),
  })
}

type Handling = {
  readonly commandId: string
  readonly unit: string
  readonly id: string
  readonly action: string
  readonly kind: StepKind
  readonly body: StepBody
}

/** A paper that came in and is not dealt with. @throws Refusal */
function refuseHandled(found: StoredDocument): void {
  if (found.direction !== 'in') refuse({ code: 'document.not_incoming' })
  const state = incomingState(found.steps.map((step) => step.kind))
  if (state === 'cancelled') refuse({ code: 'document.cancelled_already' })
  if (state === 'done') refuse({ code: 'document.done_already' })
}

async function handle(world: World, actor: Actor, it: Handling): Promise<{ id: string }> {
  const { unit, id } = it
  const position = allowAct(world, actor, unit, DRAFTERS)
  refusePersonalData({ 'Nội dung': [it.body.post, it.body.result].join(' ') })
  return act(world, actor, {
    id: it.commandId,
    action: it.action,
    unit,
    position,
    run: async (tx) => {
      refuseHandled(await holdDocument(tx, unit, id))
      await insertStep(tx, {
        unitId: unit,
        id,
        path: getPath(world, unit),
        kind: it.kind,
        at: world.now(),
        by: actor.accountId,
        title: position.title,
        body: it.body,
      })
      return { id }
    },
    audit: () => ({ id, ...it.body }),
  })
}

export const assignPaper = (
  world: World,
  actor: Actor,
  { commandId, unit, id, post, dueOn }: BodyOf<typeof documents.assign>,
): Promise<{ id: string }> =>
  handle(world, actor, {
    commandId,
    unit,
    id,
    action: 'documents.assign',
    kind: 'assigned',
    body: { post, ...(dueOn === null ? {} : { dueOn }) },
  })

export const finishPaper = (
  world: World,
  actor: Actor,
  { commandId, unit, id, result }: BodyOf<typeof documents.finish>,
): Promise<{ id: string }> =>
  handle(world, actor, { commandId, unit, id, action: 'documents.finish', kind: 'done', body: { result } })

/** What is attached to a paper: the signed copy of one that went out, the scan of one that came in. */
function roleFor(found: StoredDocument): 'signed' | 'scan' {
  const kinds = found.steps.map((step) => step.kind)
  if (kinds.includes('cancelled')) return refuse({ code: 'document.cancelled_already' })
  if (found.direction === 'in') return 'scan'
  return kinds.includes('issued') ? 'signed' : refuse({ code: 'document.not_issued' })
}

/** Attaches the signed copy or the scan; what the file is comes from its bytes alone. A later one counts before an earlier; the same one again changes nothing. */
export async function attachCopy(
  world: World,
  actor: Actor,
  { unit, id, name, commandId }: QueryOf<typeof documentFiles.attach>,
  sent: Uint8Array,
): Promise<{ id: string; hash: string }> {
  const position = allowAct(world, actor, unit, DRAFTERS)
  const judged = judge(sent)
  if ('refused' in judged || judged.kind === 'docx' || judged.kind === 'xlsx')
    return refuse({ code: 'document.file_kind', name: name.normalize('NFC').slice(0, 120) })
  const { kind, bytes } = judged
  const kept = cleanName(name, kind)
  refusePersonalData({ 'Tên tệp': kept })
  const path = getPath(world, unit)
  return act(world, actor, {
    id: commandId,
    action: 'documents.attach',
    unit,
    position,
    run: async (tx) => {
      const role = roleFor(await holdDocument(tx, unit, id))
      const hash = await world.files.put(bytes)
      const last = (await listFiles(tx, unit, id)).findLast((file) => file.role === role)
      if (last?.hash === hash) return { id, hash }
      const at = world.now()
      await insertFile(tx, unit, id, path, {
        role,
        hash,
        name: kept,
        type: kind,
        size: bytes.length,
        addedAt: at,
        addedTitle: position.title,
      })
      if (role === 'signed')
        await insertStep(tx, {
          unitId: unit,
          id,
          path,
          kind: 'signed',
          at,
          by: actor.accountId,
          title: position.title,
          body: {},
        })
      return { id, hash }
    },
    audit: ({ hash }) => ({ id, hash, size: bytes.length }),
  })
}

/** What a step says besides who took it and when, in Vietnamese. */
export const stepSays = ({ number, date, reason, post, dueOn, result }: StepBody): string[] => [
  ...(number === undefined ? [] : [`Số ${number}`]),
  ...(date === undefined ? [] : [`Ngày ${viDate(calendarDate(date))}`]),
  ...(post === undefined ? [] : [post]),
  ...(dueOn === undefined ? [] : [`Hạn ${viDate(calendarDate(dueOn))}`]),
  ...(reason === undefined ? [] : [reason]),
  ...(result === undefined ? [] : [result]),
]
