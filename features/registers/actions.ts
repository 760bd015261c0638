// Commands on any register's entries: record, correct, strike out. Each counts the unit's figures again in its own transaction.
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import type { RegisterEndpoints } from '@kheo/kit/register/contract.ts'
import { type AnyRegister, dueAfter, type Facts, stateAfter, WRITERS } from '@kheo/kit/register/declare.ts'
import {
  findEntry,
  listSteps,
  lockEntry,
  noteOpening,
  standing,
  type StoredEntry,
  writeEntries,
} from '@kheo/kit/register/store.ts'
import type { World } from '../context.ts'
import { recountUnit, refuseClosed } from '../figures/index.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import { foldedOf, judgeEntry, refuse, refuseLooseLinks, refusePersonalData } from './judge.ts'

import { recordEntries } from './record.ts'
import type { Done } from './steps.ts'

type Given = { readonly unit: string; readonly happenedOn: string; readonly values: Readonly<Record<string, unknown>> }

/** @throws Refusal `entry.wrong_fields` with a sentence a field */
function getJudged(world: World, register: AnyRegister, given: Given): Facts {
  const judged = judgeEntry(world, register, given.unit, given)
  return judged.ok ? judged.entry : refuse({ code: 'entry.wrong_fields', issues: judged.issues })
}

export function recordEntry(
  world: World,
  actor: Actor,
  register: AnyRegister,
  input: BodyOf<RegisterEndpoints['record']>,
): Promise<Done> {
  const position = allowAct(world, actor, input.unit, WRITERS.roles)
  const entry = getJudged(world, register, input)
  return act(world, actor, {
    id: input.commandId,
    action: `registers.${register.name}.record`,
    unit: input.unit,
    position,
    run: async (tx) => {
      const [id = ''] = await recordEntries(tx, world, register, {
        unit: input.unit,
        position,
        accountId: actor.accountId,
        entries: [entry],
      })
      return { id, rev: 1 }
    },
    audit: (answer) => ({ entry: answer.id, on: input.happenedOn }),
  })
}

async function getOpen(tx: Db, register: AnyRegister, unit: string, id: string, baseRev: number): Promise<StoredEntry> {
  await lockEntry(tx, register, unit, id)
  const held = (await findEntry(tx, register, unit, id)) ?? refuse({ code: 'entry.not_found' })
  if (held.voidedAt !== null) refuse({ code: 'entry.voided_already' })
  if (held.rev !== baseRev) refuse({ code: 'entry.stale', rev: held.rev, by: held.recordedTitle })
  return held
}

export function correctEntry(
  world: World,
  actor: Actor,
  register: AnyRegister,
  input: BodyOf<RegisterEndpoints['correct']>,
): Promise<Done> {
  const { unit, id } = input
  const position = allowAct(world, actor, unit, WRITERS.roles)
  const entry = getJudged(world, register, input)
  return act(world, actor, {
    id: input.commandId,
    action: `registers.${register.name}.correct`,
    unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, register, unit, id, input.baseRev)
      const days = [...new Set([held.happenedOn, entry.happenedOn])]
      for (const day of days) await refuseClosed(tx, world, unit, day)
      await refuseLooseLinks(tx, world, register, unit, entry.values)
      const steps = standing(await listSteps(tx, register, unit, id))
      const first = steps[0]?.happenedOn
      if (first !== undefined && first < entry.happenedOn && register.day.mayBeAhead !== true)
        refuse({ code: 'entry.step_before', day: first, last: entry.happenedOn })
      await writeEntries(tx, register, [
        {
          ...held,
          happenedOn: entry.happenedOn,
          values: entry.values,
          rev: held.rev + 1,
          state: stateAfter(register, steps),
          dueOn: dueAfter(register, entry, steps, world.catalogue().law)?.dueOn ?? null,
          searchFolded: foldedOf(register, held.entryNo, entry),
          recordedAt: world.now().toISOString(),
          recordedBy: actor.accountId,
          recordedTitle: position.title,
        },
      ])
      await noteOpening(tx, register, unit, getPath(world, unit))
      await recountUnit(tx, world, unit, days, position.title, register.code)
      return { id, rev: held.rev + 1 }
    },
    audit: (answer) => ({ entry: id, rev: answer.rev }),
  })
}

export function voidEntry(
  world: World,
  actor: Actor,
  register: AnyRegister,
  input: BodyOf<RegisterEndpoints['void']>,
): Promise<Done> {
  const { unit, id } = input
  const position = allowAct(world, actor, unit, WRITERS.roles)
  refusePersonalData({ 'Lý do': input.reason })
  return act(world, actor, {
    id: input.commandId,
    action: `registers.${register.name}.void`,
    unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, register, unit, id, input.baseRev)
      await refuseClosed(tx, world, unit, held.happenedOn)
      await writeEntries(tx, register, [
        {
          ...held,
          rev: held.rev + 1,
          voidedAt: world.now().toISOString(),
          voidReason: input.reason,
          searchFolded: foldedOf(register, held.entryNo, held),
          recordedAt: world.now().toISOString(),
          recordedBy: actor.accountId,
          recordedTitle: position.title,
        },
      ])
      await noteOpening(tx, register, unit, getPath(world, unit))
      await recountUnit(tx, world, unit, [held.happenedOn], position.title, register.code)
      return { id, rev: held.rev + 1 }
    },
    audit: () => ({ entry: id, reason: input.reason }),
  })
}
