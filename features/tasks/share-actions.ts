// Tasks given down to units and what comes back: allow, load, decide, save, answer.
//
// G1  Those above never write into a unit's book: the unit receives the task, and only then has it as an entry of its own.
// G2  A deadline moves only when whoever gave the task agrees; the unit's entry is extended in the same transaction.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { AnswerOf, BodyOf, QueryOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { type AnyRegister, openStates } from '@kheo/kit/register/declare.ts'
import { findEntry } from '@kheo/kit/register/store.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { act, allowAct, getPath, look, today } from '../people/allow.ts'
import { judgeEntry, refuse as refuseEntry, refusePersonalData } from '../registers/judge.ts'
import { recordEntries } from '../registers/record.ts'
import { takeStepIn } from '../registers/steps.ts'
import type { TaskProblem } from './problems.ts'
import type { ShareView, tasks } from './schema.ts'
import {
  insertShares,
  insertShareSteps,
  listShares,
  lockShare,
  lockTask,
  type NewStep,
  settleShare,
  type StoredShare,
} from './share-queries.ts'
import { askedOf, isShareLate, type ShareStep, shareState } from './share-rules.ts'

function refuse(problem: TaskProblem): never {
  throw new Refusal(problem)
}

const GIVERS = ['compiler', 'approver', 'consolidator'] as const
const KEEPERS = ['recorder', 'compiler'] as const

/** The register that tasks are kept in. */
export function taskBook(world: World): AnyRegister {
  const found = world.books.find((it) => it.code === 'so_nhiem_vu')
  if (found === undefined) throw new Error('no register of tasks')
  return found
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

export function toShare(world: World, it: StoredShare): ShareView {
  const day = today(world)
  const state = shareState(it.steps, it.own ?? undefined)
  const name = (unit: string): string => world.org().titleOf(unit, day)
  return {
    id: it.id,
    unitId: it.unitId,
    unitName: name(it.unitId),
    fromUnitId: it.fromUnit,
    fromUnitName: name(it.fromUnit),
    fromTask: it.fromTask,
    content: it.content,
    dueOn: it.dueOn,
    state,
    isLate: isShareLate(state, it.dueOn, it.own?.doneOn ?? null, day),
    percent: it.own?.percent ?? null,
    progress: it.own?.progress ?? '',
    doneOn: it.own?.doneOn ?? null,
    evidence: it.evidence,
    entryId: it.entryId,
    asked: askedOf(it.steps),
    steps: it.steps.map(({ kind, at, actorTitle, newDay, reason }) => ({
      kind,
      at: new Date(at).toISOString(),
      actorTitle,
      newDay,
      reason,
    })),
  }
}

export function viewShares(
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof tasks.shares>,
): Promise<AnswerOf<typeof tasks.shares>> {
  const day = today(world)
  const { index } = world.org()
  return look(world, actor, unit, async (tx) => ({
    rows: (await listShares(tx, taskBook(world), { fromUnit: unit, fromTask: id })).map((each) => toShare(world, each)),
    mayGive: may(() => allowAct(world, actor, unit, GIVERS)),
    below: index
      .childrenAt(unit as never, day)
      .map((child) => ({ id: String(child), name: world.org().titleOf(child, day) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
  }))
}

async function getShare(tx: Db, world: World, unit: string, id: string): Promise<StoredShare> {
  const [found] = await listShares(tx, taskBook(world), { unit, id })
  return found ?? refuse({ code: 'task.share_not_found' })
}

export function viewShare(
  world: World,
  actor: Actor,
  { unit, id }: QueryOf<typeof tasks.share>,
): Promise<AnswerOf<typeof tasks.share>> {
  return look(world, actor, unit, async (tx) => {
    const share = await getShare(tx, world, unit, id)
    return {
      share: toShare(world, share),
      mayReceive: may(() => allowAct(world, actor, unit, KEEPERS)),
      mayAnswer: may(() => allowAtGiver(world, actor, share)),
    }
  })
}

/** Whoever gave a task, and no other above the unit; whoever stands over a giver that has ended. @throws Refusal */
function allowAtGiver(world: World, actor: Actor, { fromUnit }: StoredShare): HeldPosition {
  const stands = world.org().index.versionAt(fromUnit as never, today(world)) !== undefined
  return allowAct(world, actor, fromUnit, GIVERS, stands ? 'own' : 'any')
}

/** The position under which the actor speaks for the unit that gave a task. @throws Refusal */
const allowGiver = async (
  world: World,
  actor: Actor,
  { unit, id }: { readonly unit: string; readonly id: string },
): Promise<HeldPosition> =>
  allowAtGiver(world, actor, await look(world, actor, unit, (tx) => getShare(tx, world, unit, id)))

type Signer = { readonly world: World; readonly actor: Actor; readonly position: HeldPosition }

const stepOf = (
  { world, actor, position }: Signer,
  share: { readonly unitId: string; readonly id: string; readonly path: string },
  kind: ShareStep['kind'],
  more: { readonly newDay?: string; readonly reason?: string } = {},
): NewStep => ({
  unitId: share.unitId,
  shareId: share.id,
  path: share.path,
  kind,
  at: world.now().toISOString(),
  actor: actor.accountId,
  actorTitle: position.title,
  newDay: more.newDay ?? null,
  reason: more.reason ?? '',
})

type Given = BodyOf<typeof tasks.give>

function refuseUnfit(world: World, { unit, shares }: Given): void {
  const path = getPath(world, unit)
  const day = today(world)
  const name = (id: string): string => world.org().titleOf(id, day)
  for (const share of shares) {
    const below = getPath(world, share.unit)
    const stands = world.org().index.versionAt(share.unit as never, day) !== undefined
    if (!stands || below === path || !below.startsWith(path))
      refuse({ code: 'task.not_below', unit: name(share.unit), of: name(unit) })
    if (share.dueOn < day) refuse({ code: 'task.due_in_past', day: share.dueOn })
  }
}

/** Gives a task to units below, all or none. @throws Refusal */
export function giveTask(world: World, actor: Actor, input: Given): Promise<AnswerOf<typeof tasks.give>> {
  const { unit, id, shares } = input
  const position = allowAct(world, actor, unit, GIVERS)
  refuseUnfit(world, input)
  refusePersonalData(Object.fromEntries(shares.map((share, at) => [`Nội dung ${at + 1}`, share.content])))
  const register = taskBook(world)
  return act(world, actor, {
    id: input.commandId,
    action: 'tasks.give',
    unit,
    position,
    run: async (tx) => {
      await lockTask(tx, unit, id)
      const task = (await findEntry(tx, register, unit, id)) ?? refuseEntry({ code: 'entry.not_found' })
      if (task.voidedAt !== null || !openStates(register).includes(task.state))
        refuse({ code: 'task.closed', task: String(task.values['content']) })
      const standing = (await listShares(tx, register, { fromUnit: unit, fromTask: id })).filter(
        (share) => shareState(share.steps, share.own ?? undefined) !== 'withdrawn',
      )
      const seen = new Set(standing.map((share) => share.unitId))
      for (const share of shares) {
        if (seen.has(share.unit))
          refuse({ code: 'task.shared_already', unit: world.org().titleOf(share.unit, today(world)) })
        seen.add(share.unit)
      }
      const made = shares.map((share) => ({
        unitId: share.unit,
        id: newId(),
        path: getPath(world, share.unit),
        fromUnit: unit,
        fromTask: id,
        content: share.content,
        dueOn: share.dueOn,
      }))
      await insertShares(tx, made)
      const signer = { world, actor, position }
      await insertShareSteps(
        tx,
        made.map((share) => stepOf(signer, share, 'given', { newDay: share.dueOn })),
      )
      return { ids: made.map((share) => share.id) }
    },
    audit: ({ ids }) => ({ task: id, shares: ids, units: shares.map((share) => share.unit) }),
  })
}

/** Runs a command on one share, locked, with its next step. */
function onShare<O>(
  signer: Signer,
  input: { readonly commandId: string; readonly unit: string; readonly id: string },
  action: string,
  run: (tx: Db, share: StoredShare) => Promise<O>,
): Promise<O> {
  const { world, actor, position } = signer
  return act(world, actor, {
    id: input.commandId,
    action,
    unit: input.unit,
    position,
    run: async (tx) => {
      await lockShare(tx, input.unit, input.id)
      const share = await getShare(tx, world, input.unit, input.id)
      if (share.steps.some((step) => step.kind === 'withdrawn'))
        refuse({ code: 'task.share_closed', state: 'withdrawn' })
      return run(tx, share)
    },
    audit: () => ({ share: input.id }),
  })
}

/** @throws Refusal `task.share_closed` when the unit has the task already */
export async function withdrawShare(
  world: World,
  actor: Actor,
  input: BodyOf<typeof tasks.withdraw>,
): Promise<AnswerOf<typeof tasks.withdraw>> {
  const signer = { world, actor, position: await allowGiver(world, actor, input) }
  refusePersonalData({ 'Lý do': input.reason })
  return onShare(signer, input, 'tasks.withdraw', async (tx, share) => {
    if (shareState(share.steps, share.own ?? undefined) !== 'given')
      refuse({ code: 'task.share_closed', state: 'received' })
    await insertShareSteps(tx, [stepOf(signer, share, 'withdrawn', { reason: input.reason })])
    return { id: share.id }
  })
}

/** The unit takes the task into its own book, with the deadline that was given. @throws Refusal */
export function receiveShare(
  world: World,
  actor: Actor,
  input: BodyOf<typeof tasks.receive>,
): Promise<AnswerOf<typeof tasks.receive>> {
  const { unit, lead } = input
  const position = allowAct(world, actor, unit, KEEPERS)
  const signer = { world, actor, position }
  const register = taskBook(world)
  return onShare(signer, input, 'tasks.receive', async (tx, share) => {
    if (shareState(share.steps, share.own ?? undefined) !== 'given')
      refuse({ code: 'task.share_closed', state: 'received' })
    const by = world.org().titleOf(share.fromUnit, today(world))
    const values = { content: share.content, origin: 'above', basis: `${by} giao`, lead, dueBy: share.dueOn }
    const judged = judgeEntry(world, register, unit, { happenedOn: today(world), values })
    if (!judged.ok) return refuseEntry({ code: 'entry.wrong_fields', issues: judged.issues })
    const [entry = ''] = await recordEntries(tx, world, register, {
      unit,
      position,
      accountId: actor.accountId,
      entries: [judged.entry],
    })
    await settleShare(tx, unit, share.id, { entryId: entry })
    await insertShareSteps(tx, [stepOf(signer, share, 'received')])
    return { entry }
  })
}

/** @throws Refusal `task.due_not_later`, `task.asked_already` */
export function askLater(
  world: World,
  actor: Actor,
  input: BodyOf<typeof tasks.ask>,
): Promise<AnswerOf<typeof tasks.ask>> {
  const { unit, newDay, reason } = input
  const signer = { world, actor, position: allowAct(world, actor, unit, KEEPERS) }
  refusePersonalData({ 'Lý do': reason })
  return onShare(signer, input, 'tasks.ask', async (tx, share) => {
    const state = shareState(share.steps, share.own ?? undefined)
    if (state === 'done' || state === 'cancelled') refuse({ code: 'task.share_closed', state: 'ended' })
    if (newDay <= share.dueOn) refuse({ code: 'task.due_not_later', day: newDay, dueOn: share.dueOn })
    if (newDay < today(world)) refuse({ code: 'task.due_in_past', day: newDay })
    const waiting = askedOf(share.steps)
    if (waiting !== null) refuse({ code: 'task.asked_already', day: waiting.day })
    await insertShareSteps(tx, [stepOf(signer, share, 'asked', { newDay, reason })])
    return { id: share.id }
  })
}

/** Grants or declines; a granted day is also the new deadline of the unit's own entry. @throws Refusal `task.nothing_asked` */
export async function answerLater(
  world: World,
  actor: Actor,
  input: BodyOf<typeof tasks.answer>,
): Promise<AnswerOf<typeof tasks.answer>> {
  const { unit, isGranted, reason } = input
  const position = await allowGiver(world, actor, input)
  const signer = { world, actor, position }
  refusePersonalData({ 'Lý do': reason })
  return onShare(signer, input, 'tasks.answer', async (tx, share) => {
    const asked = askedOf(share.steps) ?? refuse({ code: 'task.nothing_asked' })
    if (!isGranted) {
      await insertShareSteps(tx, [stepOf(signer, share, 'declined', { reason })])
      return { id: share.id }
    }
    await settleShare(tx, unit, share.id, { dueOn: asked.day })
    await insertShareSteps(tx, [stepOf(signer, share, 'granted', { newDay: asked.day, reason })])
    const state = shareState(share.steps, share.own ?? undefined)
    if (share.entryId !== null && (state === 'received' || state === 'in-progress'))
      await takeStepIn(
        tx,
        world,
        taskBook(world),
        { position, accountId: actor.accountId },
        {
          unit,
          id: share.entryId,
          kind: 'extended',
          happenedOn: today(world),
          values: { newDueBy: asked.day, reason: asked.reason },
          note: '',
        },
      )
    return { id: share.id }
  })
}
