// Small deeds of the demonstration's officers: record, step, type, submit, approve, issue.
import { recordModel, stepModel } from '@kheo/features/registers/skilful-models/actions.ts'
import type { ModelForm, ModelStepKind } from '@kheo/features/registers/skilful-models/schema.ts'
import { recordPetition, stepPetition } from '@kheo/features/registers/petitions/actions.ts'
import { saveCells } from '@kheo/features/reports/actions.ts'
import { approveReport, issueReport, returnReport } from '@kheo/features/reports/steps.ts'
import { submitReport } from '@kheo/features/reports/submit.ts'
import { viewReport } from '@kheo/features/reports/view.ts'
import { v7 as newId } from 'uuid'
import { officer, type Stage } from './stage.ts'
import { themes } from './themes.ts'

export type Figures = Readonly<Record<string, number | null>>

/** One model of a unit, from the themes by turns. */
export async function registerModel(
  stage: Stage,
  unit: string,
  turn: number,
  it: { on: string; bloc: ModelForm['bloc']; sponsor?: string; isFriendly?: boolean; isNew?: boolean },
): Promise<string> {
  const { world } = stage
  const place = world.org().titleOf(unit, it.on as never)
  const chosen =
    it.isFriendly === true
      ? themes.find((each) => each.name.startsWith('Chính quyền thân thiện'))
      : themes[turn % themes.length]
  const theme = chosen ?? themes[0]
  if (theme === undefined) throw new Error('no themes')
  const sponsor = it.sponsor ?? `Khối dân vận ${place}`
  const actor = await officer(stage, unit, 'compiler')
  const { id } = await recordModel(world, actor, {
    commandId: newId(),
    unit,
    happenedOn: it.on,
    name: `${theme.name} – ${it.sponsor ?? place}`,
    field: theme.field,
    bloc: it.bloc,
    exemplar: theme.exemplar,
    novelty: it.isNew === false ? 'continued' : 'new',
    isFriendlyGovernment: it.isFriendly === true,
    isSpecialArea: false,
    sponsor,
    situation: 'Việc được Nhân dân nêu nhiều lần tại hội nghị đầu năm.',
    goals: theme.goal,
    content: 'Họp dân bàn cách làm, phân công từng tổ, công khai kết quả hằng tháng tại nhà văn hóa.',
    area: place,
    forces: `${sponsor} chủ trì; Mặt trận Tổ quốc và các đoàn thể phối hợp; Nhân dân tham gia.`,
    resources: 'Nhân dân đóng góp ngày công; ngân sách hỗ trợ vật liệu.',
    schedule: 'Triển khai từ quý I, đánh giá cuối năm.',
    outputs: theme.output,
    sustainability: 'Giao tổ tự quản duy trì; xem xét nhân rộng sang thôn, tổ dân phố bên cạnh.',
  })
  return id
}

export async function stepModelOn(
  stage: Stage,
  unit: string,
  id: string,
  kind: ModelStepKind,
  on: string,
): Promise<void> {
  await stepModel(stage.world, await officer(stage, unit, 'compiler'), {
    commandId: newId(),
    unit,
    id,
    kind,
    happenedOn: on,
    sites: null,
    note: '',
  })
}

/** A proposal within the commune's competence, classified, taken up, and answered where a day is given. */
export async function handleProposal(
  stage: Stage,
  unit: string,
  it: {
    on: string
    arrivalNo: string
    topic: 'land' | 'policy' | 'officials' | 'other'
    classifiedOn: string
    answeredOn: string | null
  },
): Promise<void> {
  const { world } = stage
  const actor = await officer(stage, unit, 'compiler')
  const { id } = await recordPetition(world, actor, {
    commandId: newId(),
    unit,
    happenedOn: it.on,
    arrivalNo: it.arrivalNo,
    kind: 'proposal',
    topic: it.topic,
    village: '',
    note: '',
  })
  const step = (kind: 'classified' | 'accepted' | 'answered', happenedOn: string): Promise<unknown> =>
    stepPetition(world, actor, {
      commandId: newId(),
      unit,
      id,
      kind,
      happenedOn,
      admissible: true,
      competent: true,
      note: '',
    })
  await step('classified', it.classifiedOn)
  await step('accepted', it.classifiedOn)
  if (it.answeredOn !== null) await step('answered', it.answeredOn)
}

export async function typeFigures(
  stage: Stage,
  unit: string,
  type: string,
  period: string,
  cells: Figures,
  parts: Readonly<Record<string, Record<string, number>>> = {},
): Promise<void> {
  const actor = await officer(stage, unit, 'compiler')
  const { figureRev } = await viewReport(stage.world, actor, { unit, type, period })
  await saveCells(stage.world, actor, { commandId: newId(), unit, period, baseRev: figureRev, cells, parts, notes: {} })
}

export async function submit(
  stage: Stage,
  unit: string,
  type: string,
  period: string,
  cells: Figures = {},
): Promise<void> {
  await submitReport(stage.world, await officer(stage, unit, 'compiler'), {
    commandId: newId(),
    unit,
    type,
    period,
    cells,
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
    number: it.number,
    on: it.on,
  })
}
