// Commands on the petition register. Each recounts the unit's figures in its own transaction.
import { calendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf, Role } from '@kheo/kit/endpoint.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../../context.ts'
import { recountUnit, refuseClosed } from '../../figures/index.ts'
import { act, allowAct, getPath } from '../../people/allow.ts'
import { nextEntryNo, refuse, refuseDay, refusePersonalData } from '../shared.ts'
import { petitionCounts } from './measures.ts'
import {
  findPetition,
  insertPetitionStep,
  listPetitionSteps,
  lockPetition,
  writePetition,
  type StoredPetition,
  type StoredPetitionStep,
} from './queries.ts'
import { deadlineFrom, extendedDue, nextPetitionSteps, type Law } from './rules.ts'
import { PetitionForm, type petitions } from './schema.ts'

const WRITERS: readonly Role[] = ['recorder', 'compiler']

export const lawOf = (world: World): Law => {
  const { parameters, workCalendar, holidayNames } = world.catalogue()
  return { parameters, calendar: workCalendar, holidayNames }
}

const screened = (form: PetitionForm): void =>
  refusePersonalData({ 'Số đến': form.arrivalNo, 'Thôn, tổ dân phố': form.village, 'Ghi chú': form.note })
const folded = (form: PetitionForm): string => foldVietnamese(`${form.arrivalNo} ${form.village} ${form.note}`)
const signedBy = (world: World, actor: Actor, position: HeldPosition) => ({
  recordedAt: world.now(),
  recordedBy: actor.accountId,
  recordedTitle: position.title,
})
const firstDue = (world: World, form: PetitionForm): string | null =>
  deadlineFrom(lawOf(world), form.kind, 'received', calendarDate(form.happenedOn))?.dueOn ?? null

export function recordPetition(
  world: World,
  actor: Actor,
  input: BodyOf<typeof petitions.record>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  const form = PetitionForm.parse(input)
  refuseDay(world, input.unit, form.happenedOn)
  screened(form)
  const id = newId()
  return act(world, actor, {
    id: input.commandId,
    action: 'petitions.record',
    unit: input.unit,
    position,
    run: async (tx) => {
      await refuseClosed(tx, world, input.unit, form.happenedOn)
      const entryNo = await nextEntryNo(tx, 'petition', input.unit)
      await writePetition(
        tx,
        {
          ...form,
          unitId: input.unit,
          id,
          path: getPath(world, input.unit),
          entryNo,
          rev: 1,
          dueOn: firstDue(world, form),
          voidedAt: null,
          voidReason: null,
          ...signedBy(world, actor, position),
        },
        folded(form),
      )
      await recountUnit(tx, world, input.unit, [form.happenedOn], position.title, petitionCounts.code)
      return { id, rev: 1 }
    },
    audit: () => ({ entry: id, on: form.happenedOn, kind: form.kind }),
  })
}

async function getOpen(tx: Db, unit: string, id: string, baseRev?: number): Promise<StoredPetition> {
  await lockPetition(tx, unit, id)
  const held = (await findPetition(tx, unit, id)) ?? refuse({ code: 'entry.not_found' })
  if (held.voidedAt !== null) refuse({ code: 'entry.voided_already' })
  if (baseRev !== undefined && held.rev !== baseRev)
    refuse({ code: 'entry.stale', rev: held.rev, by: held.recordedTitle })
  return held
}

export function correctPetition(
  world: World,
  actor: Actor,
  input: BodyOf<typeof petitions.correct>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  const form = PetitionForm.parse(input)
  refuseDay(world, input.unit, form.happenedOn)
  screened(form)
  return act(world, actor, {
    id: input.commandId,
    action: 'petitions.correct',
    unit: input.unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, input.unit, input.id, input.baseRev)
      for (const day of [held.happenedOn, form.happenedOn]) await refuseClosed(tx, world, input.unit, day)
      await writePetition(
        tx,
        { ...held, ...form, rev: held.rev + 1, dueOn: firstDue(world, form), ...signedBy(world, actor, position) },
        folded(form),
      )
      await recountUnit(tx, world, input.unit, [held.happenedOn, form.happenedOn], position.title, petitionCounts.code)
      return { id: input.id, rev: held.rev + 1 }
    },
    audit: (answer) => ({ entry: input.id, rev: answer.rev }),
  })
}

export function voidPetition(
  world: World,
  actor: Actor,
  input: BodyOf<typeof petitions.void>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  return act(world, actor, {
    id: input.commandId,
    action: 'petitions.void',
    unit: input.unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, input.unit, input.id, input.baseRev)
      await refuseClosed(tx, world, input.unit, held.happenedOn)
      await writePetition(
        tx,
        {
          ...held,
          rev: held.rev + 1,
          voidedAt: world.now(),
          voidReason: input.reason,
          ...signedBy(world, actor, position),
        },
        folded(held),
      )
      await recountUnit(tx, world, input.unit, [held.happenedOn], position.title, petitionCounts.code)
      return { id: input.id, rev: held.rev + 1 }
    },
    audit: () => ({ entry: input.id, reason: input.reason }),
  })
}

/** The deadline that a step sets: acceptance starts the time of resolution, an extension lengthens it. */
function dueAfter(
  world: World,
  held: StoredPetition,
  steps: readonly StoredPetitionStep[],
  kind: StoredPetitionStep['kind'],
  on: string,
): string | null {
  if (kind === 'accepted') return deadlineFrom(lawOf(world), held.kind, 'accepted', calendarDate(on))?.dueOn ?? null
  if (kind !== 'extended') return null
  const accepted = steps.findLast((step) => step.kind === 'accepted')
  return accepted === undefined
    ? null
    : extendedDue(
        lawOf(world),
        held.kind,
        calendarDate(accepted.happenedOn),
        steps.findLast((step) => step.dueOn !== null)?.dueOn ?? null,
      )
}

export function stepPetition(
  world: World,
  actor: Actor,
  input: BodyOf<typeof petitions.step>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  refuseDay(world, input.unit, input.happenedOn)
  refusePersonalData({ 'Ghi chú': input.note })
  return act(world, actor, {
    id: input.commandId,
    action: 'petitions.step',
    unit: input.unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, input.unit, input.id)
      const steps = await listPetitionSteps(tx, input.unit, input.id)
      if (!nextPetitionSteps(held.kind, steps).includes(input.kind))
        refuse({ code: 'entry.step_not_next', step: input.kind })
      const last = steps.at(-1)?.happenedOn ?? held.happenedOn
      if (input.happenedOn < last) refuse({ code: 'entry.step_before', day: input.happenedOn, last })
      await refuseClosed(tx, world, input.unit, input.happenedOn)
      const isClassified = input.kind === 'classified'
      await insertPetitionStep(tx, {
        unitId: input.unit,
        id: input.id,
        path: getPath(world, input.unit),
        seq: steps.length + 1,
        kind: input.kind,
        happenedOn: input.happenedOn,
        admissible: isClassified ? (input.admissible ?? true) : null,
        competent: isClassified ? (input.admissible ?? true) && (input.competent ?? true) : null,
        dueOn: dueAfter(world, held, steps, input.kind, input.happenedOn),
        note: input.note,
        at: world.now(),
        actor: actor.accountId,
        actorTitle: position.title,
      })
      await recountUnit(tx, world, input.unit, [input.happenedOn], position.title, petitionCounts.code)
      return { id: input.id, rev: held.rev }
    },
    audit: () => ({ entry: input.id, step: input.kind, on: input.happenedOn }),
  })
}
