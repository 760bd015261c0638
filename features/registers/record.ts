// Puts entries into a unit's book, one or many, within the transaction of a command.
import type { Db } from '@kheo/db/connect.ts'
import type { HeldPosition } from '@kheo/kit/actor.ts'
import {
  type AnyRegister,
  dueAfter,
  type Facts,
  nextSteps,
  stateAfter,
  type TakenStep,
} from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'
import { insertSteps, nextEntryNo, noteOpening, type StepWrite, writeEntries } from '@kheo/kit/register/store.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { recountUnit, refuseClosed } from '../figures/index.ts'
import { getPath, today } from '../people/allow.ts'
import { foldedOf, refuse, refuseLooseLinks, startOf } from './judge.ts'

import { readStep } from './steps.ts'

export type GivenStep = {
  readonly kind: string
  readonly happenedOn: string
  readonly values: Readonly<Record<string, unknown>>
  readonly note: string
}
export type GivenEntry = Facts & { readonly id?: string; readonly steps?: readonly GivenStep[] }

export type Recording = {
  readonly unit: string
  readonly position: HeldPosition
  readonly accountId: string
  /** Judged before. */
  readonly entries: readonly GivenEntry[]
}

/** The steps given with an entry, each judged after those before it. @throws Refusal */
export function stepsOf(world: World, register: AnyRegister, entry: GivenEntry, id: string): StepWrite[] {
  const taken: TakenStep[] = []
  const writes: StepWrite[] = []
  const law = world.catalogue().law
  for (const [at, given] of (entry.steps ?? []).entries()) {
    if (!nextSteps(register, entry, taken).includes(given.kind))
      refuse({ code: 'entry.step_not_next', step: given.kind })
    const last = taken.at(-1)?.happenedOn ?? entry.happenedOn
    if (given.happenedOn < last && register.day.mayBeAhead !== true)
      refuse({ code: 'entry.step_before', day: given.happenedOn, last })
    if (given.happenedOn > today(world)) refuse({ code: 'entry.in_future', day: given.happenedOn })
    const values = readStep(world, register, entry, given, taken)
    const dueBefore = dueAfter(register, entry, taken, law)?.dueOn ?? null
    const step = { seq: at + 1, kind: given.kind, happenedOn: given.happenedOn, dueBefore, values }
    taken.push(step)
    writes.push({ ...step, entryId: id, dueOn: dueAfter(register, entry, taken, law)?.dueOn ?? null, note: given.note })
  }
  return writes
}

/** Records entries with the next numbers of the book and counts the register once. @throws Refusal, and then nothing is kept */
export async function recordEntries(
  tx: Db,
  world: World,
  register: AnyRegister,
  it: Recording,
): Promise<readonly string[]> {
  const { unit, position, accountId, entries } = it
  const path = getPath(world, unit)
  const steps = entries.map((entry) => entry.steps?.map((step) => step.happenedOn) ?? [])
  const days = [...new Set([...entries.map((entry) => entry.happenedOn), ...steps.flat()])]
  for (const day of days) await refuseClosed(tx, world, unit, day)
  for (const entry of entries) await refuseLooseLinks(tx, world, register, unit, entry.values)
  const first = await nextEntryNo(tx, register, unit)
  const at = world.now().toISOString()
  const made = entries.map((entry, index) => {
    const id = entry.id ?? newId()
    const writes = stepsOf(world, register, entry, id)
    const start = startOf(world, register, entry)
    return {
      writes,
      entry: {
        unitId: unit,
        id,
        path,
        entryNo: first + index,
        rev: 1,
        happenedOn: entry.happenedOn,
        state: stateAfter(register, writes),
        dueOn: writes.length === 0 ? start.dueOn : (writes.at(-1)?.dueOn ?? null),
        voidedAt: null,
        voidReason: null,
        searchFolded: foldedOf(register, first + index, entry),
        recordedAt: at,
        recordedBy: accountId,
        recordedTitle: position.title,
        values: entry.values as Values,
      },
    }
  })
  await writeEntries(
    tx,
    register,
    made.map((each) => each.entry),
  )
  await insertSteps(
    tx,
    register,
    { unitId: unit, path },
    made.flatMap((each) => each.writes),
    { at, actor: accountId, actorTitle: position.title },
  )
  await noteOpening(tx, register, unit, path)
  await recountUnit(tx, world, unit, days, position.title, register.code)
  return made.map((each) => each.entry.id)
}
