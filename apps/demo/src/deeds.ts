// Small deeds of the demonstration's officers: correct, type, submit, approve, issue.
import { correctEntry } from '@kheo/features/registers/actions.ts'
import { saveCells } from '@kheo/features/reports/actions.ts'
import { approveReport, issueReport, returnReport } from '@kheo/features/reports/steps.ts'
import { submitReport } from '@kheo/features/reports/submit.ts'
import { viewReport } from '@kheo/features/reports/view.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { v7 as newId } from 'uuid'
import { idOf } from './books.ts'
import { officer, type Stage } from './stage.ts'

type Figures = Readonly<Record<string, number | null>>

/** Mends an entry that has been recorded once: its values as they should have been. */
export async function correct(
  stage: Stage,
  unit: string,
  register: AnyRegister,
  it: { readonly key: string; readonly on: string; readonly values: Readonly<Record<string, unknown>> },
): Promise<void> {
  const actor = await officer(stage, unit, 'compiler')
  const { on: happenedOn, values } = it
  await correctEntry(stage.world, actor, register, {
    commandId: newId(),
    unit,
    id: idOf(it.key),
    baseRev: 1,
    happenedOn,
    values,
  })
}

/** Figures of other systems, which no register counts. */
export async function typeFigures(
  stage: Stage,
  unit: string,
  type: string,
  period: string,
  cells: Figures,
): Promise<void> {
  const actor = await officer(stage, unit, 'compiler')
  const { figureRev } = await viewReport(stage.world, actor, { unit, type, period })
  await saveCells(stage.world, actor, {
    commandId: newId(),
    unit,
    period,
    baseRev: figureRev,
    cells,
    parts: {},
    notes: {},
  })
}

export async function submit(stage: Stage, unit: string, type: string, period: string): Promise<void> {
  await submitReport(stage.world, await officer(stage, unit, 'compiler'), {
    commandId: newId(),
    unit,
    type,
    period,
    cells: {},
    reason: '',
  })
}

export async function sendBack(
  stage: Stage,
  reviewer: string,
  unit: string,
  type: string,
  period: string,
  reason: string,
  cells: string[],
): Promise<void> {
  await returnReport(stage.world, await officer(stage, reviewer, 'consolidator'), {
    commandId: newId(),
    unit,
    type,
    period,
    reason,
    cells,
  })
}

/** The level above takes a report over. */
export async function accept(
  stage: Stage,
  reviewer: string,
  unit: string,
  type: string,
  period: string,
): Promise<void> {
  await approveReport(stage.world, await officer(stage, reviewer, 'consolidator'), {
    commandId: newId(),
    unit,
    type,
    period,
    reason: '',
    acceptMissing: true,
  })
}

/** A unit's own leader approves its report, and it goes out under a number. */
export async function approveAndIssue(
  stage: Stage,
  unit: string,
  type: string,
  period: string,
  it: { number: string; on: string },
): Promise<void> {
  await approveReport(stage.world, await officer(stage, unit, 'approver'), {
    commandId: newId(),
    unit,
    type,
    period,
    reason: '',
    acceptMissing: true,
  })
  await issueReport(stage.world, await officer(stage, unit, 'compiler'), {
    commandId: newId(),
    unit,
    type,
    period,
    reason: '',
    profile: 'dang',
    number: it.number,
    on: it.on,
  })
}
