// Steps of an entry: taken in order, signed, and taken back only from the last.
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import type { RegisterEndpoints } from '@kheo/kit/register/contract.ts'
import {
  type AnyRegister,
  dueAfter,
  type Facts,
  nextSteps,
  stateAfter,
  stepShape,
  type TakenStep,
  WRITERS,
} from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import {
  findEntry,
  insertSteps,
  listSteps,
  lockEntry,
  retractStep,
  settleEntry,
  standing,
  type StoredEntry,
} from '@kheo/kit/register/store.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { World } from '../context.ts'
import { recountUnit, refuseClosed } from '../figures/index.ts'
import { act, allowAct, getPath, today } from '../people/allow.ts'
import { issueWords, personalNumbers, refuse, refusePersonalData } from './judge.ts'

export type Done = { readonly id: string; readonly rev: number }

export const factsOf = (entry: StoredEntry): Facts => ({ happenedOn: entry.happenedOn, values: entry.values })

/** The fields of a step, checked and completed by the law of its day, after the steps that stand `before` it. @throws Refusal `entry.wrong_fields` */
export function readStep(
  world: World,
  register: AnyRegister,
  entry: Facts,
  given: { readonly kind: string; readonly happenedOn: string; readonly values: Readonly<Record<string, unknown>> },
  before: readonly TakenStep[],
): Values {
  const step = register.steps[given.kind] ?? refuse({ code: 'entry.step_not_next', step: given.kind })
  const read = stepShape(step, entry, before).safeParse(given.values)
  if (!read.success)
    return refuse({
      code: 'entry.wrong_fields',
      issues: read.error.issues.map((issue) => ({ field: issue.path.join('.'), says: issueWords(issue) })),
    })
  const issues = personalNumbers(step.fields ?? {}, read.data)
  if (issues.length > 0) return refuse({ code: 'entry.wrong_fields', issues })
  return {
    ...read.data,
    ...step.compute?.({ happenedOn: given.happenedOn, values: read.data }, entry, world.catalogue().law, before),
  }
}

async function getOpen(tx: Db, register: AnyRegister, unit: string, id: string): Promise<StoredEntry> {
  await lockEntry(tx, register, unit, id)
  const held = (await findEntry(tx, register, unit, id)) ?? refuse({ code: 'entry.not_found' })
  if (held.voidedAt !== null) refuse({ code: 'entry.voided_already' })
  return held
}

/** Who takes a step, judged before. */
export type Stepping = { readonly position: HeldPosition; readonly accountId: string }
export type GivenStepOf = Pick<
  BodyOf<RegisterEndpoints['step']>,
  'unit' | 'id' | 'kind' | 'happenedOn' | 'values' | 'note'
>

/** Takes a step within the transaction of a command, whoever may take it being judged before. @throws Refusal, and then nothing is kept */
export async function takeStepIn(
  tx: Db,
  world: World,
  register: AnyRegister,
  by: Stepping,
  input: GivenStepOf,
): Promise<Done> {
  const { unit, id, kind, happenedOn, note } = input
  const step = register.steps[kind] ?? refuse({ code: 'entry.step_not_next', step: kind })
  if (happenedOn > today(world)) refuse({ code: 'entry.in_future', day: happenedOn })
  const held = await getOpen(tx, register, unit, id)
  const entry = factsOf(held)
  const all = await listSteps(tx, register, unit, id)
  const steps = standing(all)
  if (!nextSteps(register, entry, steps).includes(kind)) refuse({ code: 'entry.step_not_next', step: step.label[0] })
  const last = steps.at(-1)?.happenedOn ?? (register.day.mayBeAhead === true ? happenedOn : held.happenedOn)
  if (happenedOn < last) refuse({ code: 'entry.step_before', day: happenedOn, last })
  const values = readStep(world, register, entry, input, steps)
  await refuseClosed(tx, world, unit, happenedOn)
  const taken = { seq: all.length + 1, kind, happenedOn, dueBefore: held.dueOn, values }
  const after = [...steps, taken]
  const state = stateAfter(register, after)
  const dueOn = dueAfter(register, entry, after, world.catalogue().law)?.dueOn ?? null
  await insertSteps(
    tx,
    register,
    { unitId: unit, path: getPath(world, unit) },
    [{ ...taken, entryId: id, dueOn, note }],
    { at: world.now().toISOString(), actor: by.accountId, actorTitle: by.position.title },
  )
  await settleEntry(tx, register, unit, id, { state, dueOn })
  await recountUnit(tx, world, unit, [happenedOn], by.position.title, register.code)
  return { id, rev: held.rev }
}

/** A step is taken by the unit that keeps the book, or by those above it where the declaration says so. @throws Refusal */
export function takeStep(
  world: World,
  actor: Actor,
  register: AnyRegister,
  input: BodyOf<RegisterEndpoints['step']>,
): Promise<Done> {
  const { unit, id, kind, happenedOn, note } = input
  const step = register.steps[kind] ?? refuse({ code: 'entry.step_not_next', step: kind })
  const who = step.who ?? WRITERS
  const position = allowAct(world, actor, unit, who.roles, who.at)
  if (happenedOn > today(world)) refuse({ code: 'entry.in_future', day: happenedOn })
  refusePersonalData({ 'Ghi chú': note })
  return act(world, actor, {
    id: input.commandId,
    action: `registers.${register.name}.step`,
    unit,
    position,
    run: (tx) => takeStepIn(tx, world, register, { position, accountId: actor.accountId }, input),
    audit: () => ({ entry: id, step: kind, on: happenedOn }),
  })
}

/** Takes back the last step that stands; it stays readable with the reason. @throws Refusal */
export function retract(
  world: World,
  actor: Actor,
  register: AnyRegister,
  input: BodyOf<RegisterEndpoints['retract']>,
): Promise<Done> {
  const { unit, id, seq, reason } = input
  const roles = [
    ...new Set(Object.values(register.steps).flatMap((step) => (step.who ?? WRITERS).roles)),
    ...WRITERS.roles,
  ]
  const position = allowAct(world, actor, unit, roles, 'any')
  refusePersonalData({ 'Lý do': reason })
  return act(world, actor, {
    id: input.commandId,
    action: `registers.${register.name}.retract`,
    unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, register, unit, id)
      const steps = standing(await listSteps(tx, register, unit, id))
      const last = steps.at(-1)
      if (last === undefined || last.seq !== seq) return refuse({ code: 'entry.step_not_last' })
      const who = register.steps[last.kind]?.who ?? WRITERS
      allowAct(world, actor, unit, who.roles, who.at)
      await refuseClosed(tx, world, unit, last.happenedOn)
      await retractStep(
        tx,
        register,
        { unit, id, seq },
        { at: world.now().toISOString(), title: position.title, reason },
      )
      const left = steps.slice(0, -1)
      await settleEntry(tx, register, unit, id, {
        state: stateAfter(register, left),
        dueOn: dueAfter(register, factsOf(held), left, world.catalogue().law)?.dueOn ?? null,
      })
      await recountUnit(tx, world, unit, [last.happenedOn], position.title, register.code)
      return { id, rev: held.rev }
    },
    audit: () => ({ entry: id, seq, reason }),
  })
}
