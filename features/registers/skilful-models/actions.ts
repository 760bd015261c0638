// Commands on the register of models. Each recounts the unit's figures in its own transaction.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf, Role } from '@kheo/kit/endpoint.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../../context.ts'
import { recountUnit, refuseClosed } from '../../figures/index.ts'
import { act, allowAct, getPath } from '../../people/allow.ts'
import { nextEntryNo, refuse, refuseDay, refusePersonalData } from '../shared.ts'
import { skilfulModelCounts } from './measures.ts'
import { findModel, insertModelStep, listModelSteps, lockModel, writeModel, type StoredModel } from './queries.ts'
import { modelStateOf, nextModelSteps } from './rules.ts'
import { ModelForm, type skilfulModels } from './schema.ts'

const WRITERS: readonly Role[] = ['recorder', 'compiler']

const screened = (form: ModelForm): void =>
  refusePersonalData({
    'Tên mô hình': form.name,
    'Chủ thể': form.sponsor,
    'Thực trạng, lý do': form.situation,
    'Mục tiêu, tiêu chí': form.goals,
    'Nội dung, cách thức': form.content,
    'Địa bàn, đối tượng': form.area,
    'Lực lượng': form.forces,
    'Nguồn lực': form.resources,
    'Thời gian': form.schedule,
    'Sản phẩm, kết quả': form.outputs,
    'Duy trì, nhân rộng': form.sustainability,
  })

type Signed = { readonly recordedAt: Date; readonly recordedBy: string; readonly recordedTitle: string }
const signedBy = (world: World, actor: Actor, position: HeldPosition): Signed => ({
  recordedAt: world.now(),
  recordedBy: actor.accountId,
  recordedTitle: position.title,
})

export function recordModel(
  world: World,
  actor: Actor,
  input: BodyOf<typeof skilfulModels.record>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  const form = ModelForm.parse(input)
  refuseDay(world, input.unit, form.happenedOn)
  screened(form)
  const id = newId()
  return act(world, actor, {
    id: input.commandId,
    action: 'skilfulModels.record',
    unit: input.unit,
    position,
    run: async (tx) => {
      await refuseClosed(tx, world, input.unit, form.happenedOn)
      const entryNo = await nextEntryNo(tx, 'skilful_model', input.unit)
      await writeModel(
        tx,
        {
          ...form,
          unitId: input.unit,
          id,
          path: getPath(world, input.unit),
          entryNo,
          rev: 1,
          voidedAt: null,
          voidReason: null,
          ...signedBy(world, actor, position),
        },
        foldVietnamese(form.name),
      )
      await recountUnit(tx, world, input.unit, [form.happenedOn], position.title, skilfulModelCounts.code)
      return { id, rev: 1 }
    },
    audit: () => ({ entry: id, on: form.happenedOn }),
  })
}

async function getOpen(tx: Db, unit: string, id: string, baseRev: number): Promise<StoredModel> {
  await lockModel(tx, unit, id)
  const held = (await findModel(tx, unit, id)) ?? refuse({ code: 'entry.not_found' })
  if (held.voidedAt !== null) refuse({ code: 'entry.voided_already' })
  if (held.rev !== baseRev) refuse({ code: 'entry.stale', rev: held.rev, by: held.recordedTitle })
  return held
}

export function correctModel(
  world: World,
  actor: Actor,
  input: BodyOf<typeof skilfulModels.correct>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  const form = ModelForm.parse(input)
  refuseDay(world, input.unit, form.happenedOn)
  screened(form)
  return act(world, actor, {
    id: input.commandId,
    action: 'skilfulModels.correct',
    unit: input.unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, input.unit, input.id, input.baseRev)
      for (const day of [held.happenedOn, form.happenedOn]) await refuseClosed(tx, world, input.unit, day)
      await writeModel(
        tx,
        { ...held, ...form, rev: held.rev + 1, ...signedBy(world, actor, position) },
        foldVietnamese(form.name),
      )
      await recountUnit(
        tx,
        world,
        input.unit,
        [held.happenedOn, form.happenedOn],
        position.title,
        skilfulModelCounts.code,
      )
      return { id: input.id, rev: held.rev + 1 }
    },
    audit: (answer) => ({ entry: input.id, rev: answer.rev }),
  })
}

export function voidModel(
  world: World,
  actor: Actor,
  input: BodyOf<typeof skilfulModels.void>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, WRITERS)
  return act(world, actor, {
    id: input.commandId,
    action: 'skilfulModels.void',
    unit: input.unit,
    position,
    run: async (tx) => {
      const held = await getOpen(tx, input.unit, input.id, input.baseRev)
      await refuseClosed(tx, world, input.unit, held.happenedOn)
      await writeModel(
        tx,
        {
          ...held,
          rev: held.rev + 1,
          voidedAt: world.now(),
          voidReason: input.reason,
          ...signedBy(world, actor, position),
        },
        foldVietnamese(held.name),
      )
      await recountUnit(tx, world, input.unit, [held.happenedOn], position.title, skilfulModelCounts.code)
      return { id: input.id, rev: held.rev + 1 }
    },
    audit: () => ({ entry: input.id, reason: input.reason }),
  })
}

/** A step may be added by the unit itself or by those above it: a province recognises a commune's model. */
export function stepModel(
  world: World,
  actor: Actor,
  input: BodyOf<typeof skilfulModels.step>,
): Promise<{ id: string; rev: number }> {
  const position = allowAct(world, actor, input.unit, ['recorder', 'compiler', 'approver', 'consolidator'], 'any')
  refuseDay(world, input.unit, input.happenedOn)
  refusePersonalData({ 'Ghi chú': input.note })
  return act(world, actor, {
    id: input.commandId,
    action: 'skilfulModels.step',
    unit: input.unit,
    position,
    run: async (tx) => {
      await lockModel(tx, input.unit, input.id)
      const held = (await findModel(tx, input.unit, input.id)) ?? refuse({ code: 'entry.not_found' })
      if (held.voidedAt !== null) refuse({ code: 'entry.voided_already' })
      const steps = await listModelSteps(tx, input.unit, input.id)
      if (!nextModelSteps(modelStateOf(steps)).includes(input.kind))
        refuse({ code: 'entry.step_not_next', step: input.kind })
      const last = steps.at(-1)?.happenedOn ?? held.happenedOn
      if (input.happenedOn < last) refuse({ code: 'entry.step_before', day: input.happenedOn, last })
      await refuseClosed(tx, world, input.unit, input.happenedOn)
      await insertModelStep(tx, {
        unitId: input.unit,
        id: input.id,
        path: getPath(world, input.unit),
        seq: steps.length + 1,
        kind: input.kind,
        happenedOn: input.happenedOn,
        sites: input.kind === 'replicated' ? (input.sites ?? 1) : null,
        note: input.note,
        at: world.now(),
        actor: actor.accountId,
        actorTitle: position.title,
      })
      await recountUnit(tx, world, input.unit, [input.happenedOn], position.title, skilfulModelCounts.code)
      return { id: input.id, rev: held.rev }
    },
    audit: () => ({ entry: input.id, step: input.kind, on: input.happenedOn }),
  })
}
