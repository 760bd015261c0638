// Commands that take a report a step further. One transaction each, decided on what stands now and kept with what stood in it.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { diffCells } from '@kheo/core/workflow/cell-diff.ts'
import { decideStep, stateOf, type ReportStep } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Lock } from '@kheo/db/transaction.ts'
import { perform } from '@kheo/kit/action.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import { cancelIssuedOf, registerIssued } from '../documents/index.ts'
import { figureQueries, refresh, totalsAbove, type FigureProblem } from '../figures/index.ts'
import { mergeWide } from '../indicators/index.ts'
import { allowAct, getPath, today } from '../people/allow.ts'
import {
  findingsOf,
  frameOf,
  gather,
  loadLastYear,
  NO_LAST_YEAR,
  type Content,
  type Frame,
  type LastYear,
} from './content.ts'
import { besideOf } from './beside.ts'
import { FAMILIES, paperOf } from './documents.ts'
import { composeReport, summaryOf } from './paper.ts'
import { printOf } from './print.ts'
import type { ReportProblem } from './problems.ts'
import {
  findReport,
  findSnapshot,
  insertStep,
  listWordings,
  publish,
  unpublish,
  type StoredReport,
  type StoredStep,
} from './queries.ts'
import { approvalOf, stepsAllowed, toSteps } from './rules.ts'
import type { reports } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

function refuse(problem: ReportProblem | FigureProblem): never {
  throw new Refusal(problem)
}
type Which = { readonly unit: string; readonly type: string; readonly period: string }
/** `number`: what an issued report was given. */
export type StepAnswer = { state: ReturnType<typeof stateOf>['state']; revision: number; number?: string }
export const placeOf = (world: World, frame: Frame) => ({
  unitId: frame.unit as string,
  path: getPath(world, frame.unit),
  type: frame.type.code,
  periodId: frame.period.id as string,
})
type Taking = {
  readonly action: string
  readonly input: Which & { readonly commandId: string; readonly reason: string }
  readonly position: HeldPosition
  readonly lastYear: LastYear
  readonly step: (signed: { by: string; at: string }, content: Content, steps: readonly ReportStep[]) => ReportStep
  /** Completes a step that is decided with what only the transaction can give, such as a number. */
  readonly complete?: (
    tx: Db,
    step: ReportStep,
    it: { frame: Frame; snapshot: Snapshot | undefined },
  ) => Promise<ReportStep>
  /** Runs in the transaction, after the decision and before the answer. */
  readonly effect?: (
    tx: Db,
    it: {
      frame: Frame
      content: Content
      report: StoredReport | undefined
      reportId: string
      seq: number
      snapshot: Snapshot | undefined
    },
  ) => Promise<void>
  /** What stands, read in the transaction; a submission first writes the figures that come with it. */
  readonly load?: (tx: Db, frame: Frame) => Promise<Standing>
  readonly lock?: Lock
}

export type Standing = { readonly report: StoredReport | undefined; readonly content: Content }

export async function loadStanding(tx: Db, world: World, frame: Frame, lastYear: LastYear): Promise<Standing> {
  return {
    report: await findReport(tx, frame.unit, frame.type.code, frame.period.id),
    content: await gather(tx, world, frame, lastYear),
  }
}

/** One step of a report, decided on what stands now and kept with what stood in it. */
export async function takeStep(world: World, actor: Actor, taking: Taking): Promise<StepAnswer> {
  const { input, position } = taking
  const frame = frameOf(world, input.unit, input.type, input.period)
  const allowed = stepsAllowed(
    actor,
    input.unit,
    getPath(world, input.unit),
    approvalOf(frame.type, world.org().index.levelOf(frame.unit)),
  )
  return perform(world.database.app, world.constraints, {
    id: input.commandId,
    action: taking.action,
    place: { unitId: input.unit, path: getPath(world, input.unit) },
    position,
    accountId: actor.accountId,
    now: world.now(),
    ...(taking.lock === undefined ? {} : { lock: taking.lock }),
    run: async (tx) => {
      const { report, content } = await (taking.load?.(tx, frame) ?? loadStanding(tx, world, frame, taking.lastYear))
      const steps = toSteps(report?.steps ?? [])
      const snapshot = report === undefined ? undefined : await findSnapshot(tx, input.unit, report.id)
      const asked = taking.step({ by: actor.accountId, at: world.now().toISOString() }, content, steps)
      const sends = asked.kind === 'submitted' || asked.kind === 'resubmitted'
      const values = sends ? content.totals.values : (snapshot?.values ?? content.totals.values)
      const failed = sends
        ? findingsOf(world, content, values).filter(
            (finding) => finding.status === 'failed' && finding.severity === 'error',
          )
        : []
      const decided = decideStep(steps, asked, {
        actorMay: allowed,
        failedChecks: failed.map((finding) => finding.check),
        periodClosed: frame.period.closedOn !== null,
        missingUnits: asked.kind === 'approved' ? content.missing.map((unit) => unit.name) : [],
      })
      if (!decided.ok)
        refuse(
          decided.problem.code === 'report.checks_failed'
            ? { code: 'report.checks_say', sentences: failed.map((finding) => finding.sentence) }
            : decided.problem,
        )
      const step = (await taking.complete?.(tx, asked, { frame, snapshot })) ?? asked
      const reportId = report?.id ?? newId()
      const seq = steps.length + 1
      await insertStep(tx, {
        ...placeOf(world, frame),
        reportId,
        isNew: report === undefined,
        seq,
        kind: step.kind,
        at: world.now(),
        actor: actor.accountId,
        actorTitle: position.title,
        body: bodyOf(
          step,
          input.reason,
          step.kind === 'resubmitted' && snapshot !== undefined
            ? diffCells(onlyOf(frame, snapshot.values), onlyOf(frame, content.totals.values))
            : undefined,
        ),
        snapshot: sends
          ? snapshotOf(frame, content)
          : step.kind === 'approved' && snapshot !== undefined
            ? {
                ...snapshot,
                print: printOf(
                  world,
                  content,
                  snapshot,
                  report === undefined ? [] : await listWordings(tx, input.unit, report.id),
                  await besideOf(tx, world, frame),
                ),
              }
            : null,
      })
      await taking.effect?.(tx, { frame, content, report, reportId, seq, snapshot })
      const { state, revision } = stateOf([...steps, step])
      return { state, revision, ...(step.kind === 'issued' ? { number: step.number } : {}) }
    },
    audit: (answer) => ({ type: input.type, period: input.period, ...answer, reason: input.reason }),
  })
}

const onlyOf = (frame: Frame, values: Values): Values =>
  Object.fromEntries(frame.codes.map((code) => [code, valueOf(values, code)]))

const snapshotOf = (frame: Frame, content: Content): Snapshot => ({
  own: onlyOf(frame, content.totals.own),
  values: onlyOf(frame, content.totals.values),
  reported: content.frame.isConsolidated ? content.totals.reported : {},
  n: content.n,
  missing: content.missing,
  children: Object.fromEntries(content.children.map((child) => [child.id, onlyOf(frame, child.totals.values)])),
  parts: content.parts,
  print: null,
})

function bodyOf(step: ReportStep, reason: string, differences: StoredStep['body']['differences']): StoredStep['body'] {
  return {
    ...(reason === '' ? {} : { reason }),
    ...(step.kind === 'returned' ? { cells: step.cells } : {}),
    ...(step.kind === 'approved' ? { missingUnits: step.missingUnits } : {}),
    ...(step.kind === 'issued' ? { number: step.number, date: step.date } : {}),
    ...(differences === undefined ? {} : { differences }),
  }
}

export const SENDER_ROLES: readonly Role[] = ['compiler', 'consolidator', 'approver']
const REVIEWER_ROLES: readonly Role[] = ['approver', 'consolidator']

/** Reads what a consolidated report needs before its transaction begins: fresh totals, and last year's figures. */
export async function prepare(world: World, which: Which, needsLastYear: boolean): Promise<LastYear> {
  const frame = frameOf(world, which.unit, which.type, which.period)
  if (frame.isConsolidated) await refresh(world, which.unit, [frame.period.id])
  return needsLastYear ? loadLastYear(world, frame) : NO_LAST_YEAR
}
/** The roles that review a report at this unit: those of the level above, or its own approver, as the report type says. */
function reviewer(world: World, actor: Actor, which: Which): HeldPosition {
  const type = world.catalogue().getReportType(which.type)
  const isAbove = approvalOf(type, world.org().index.levelOf(which.unit as never)) === 'parent'
  return allowAct(world, actor, which.unit, isAbove ? REVIEWER_ROLES : ['approver'], isAbove ? 'above' : 'own')
}

export async function returnReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.return>,
): Promise<StepAnswer> {
  return takeStep(world, actor, {
    action: 'reports.return',
    input,
    position: reviewer(world, actor, input),
    lastYear: await prepare(world, input, false),
    step: (signed) => ({ ...signed, kind: 'returned', reason: input.reason, cells: input.cells }),
  })
}

export async function approveReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.approve>,
): Promise<StepAnswer> {
  return takeStep(world, actor, {
    action: 'reports.approve',
    input,
    position: reviewer(world, actor, input),
    lastYear: await prepare(world, input, true),
    step: (signed, content) => ({
      ...signed,
      kind: 'approved',
      missingUnits: input.acceptMissing ? content.missing.map((unit) => unit.name) : [],
    }),
    effect: async (tx, { frame, reportId, seq, snapshot }) => {
      const held = new Map(
        (await figureQueries.listApproved(tx, frame.unit, frame.period.id)).map((row) => [row.grp, row.vals]),
      )
      const rows = [...mergeWide(world.catalogue(), held, snapshot?.own ?? {})].map(([grp, vals]) => ({ grp, vals }))
      await figureQueries.writeApproved(tx, {
        ...placeOf(world, frame),
        reportId,
        seq,
        rows,
        dirty: totalsAbove(world, frame.unit, frame.period.id).map((total) => total.unitId),
      })
    },
  })
}

const NEXT_NUMBER = 'tiếp theo'

export async function issueReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.issue>,
): Promise<StepAnswer> {
  const position = allowAct(world, actor, input.unit, SENDER_ROLES)
  const family = FAMILIES[input.profile]
  let number = ''
  return takeStep(world, actor, {
    action: 'reports.issue',
    input,
    position,
    lastYear: NO_LAST_YEAR,
    step: (signed) => ({ ...signed, kind: 'issued', number: input.number ?? NEXT_NUMBER, date: input.on }),
    complete: async (tx, step, { snapshot }) => {
      const print = snapshot?.print ?? refuse({ code: 'report.not_submitted_yet' })
      const day = calendarDate(input.on)
      const issued = await registerIssued(
        tx,
        world,
        { unit: input.unit, position, accountId: actor.accountId },
        {
          family,
          kind: 'bao-cao',
          summary: summaryOf(print, family),
          day,
          asked: input.number === undefined ? null : Number(input.number),
          compose: (value, check) =>
            composeReport(world, print, family, value === null ? null : { number: value, date: day }, check),
        },
        paperOf(input),
      )
      number = String(issued.value)
      return step.kind === 'issued' ? { ...step, number } : step
    },
    effect: (tx, { frame, reportId }) =>
      publish(tx, {
        unitId: frame.unit,
        reportId,
        unitName: world.org().titleOf(frame.unit, calendarDate(input.on)),
        title: `${frame.type.title}, ${frame.period.title.charAt(0).toLowerCase()}${frame.period.title.slice(1)}`,
        number,
        issuedOn: input.on,
      }),
  })
}

export async function reopenReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.reopen>,
): Promise<StepAnswer> {
  const position = reviewer(world, actor, input)
  return takeStep(world, actor, {
    action: 'reports.reopen',
    input,
    position,
    lastYear: NO_LAST_YEAR,
    step: (signed) => ({ ...signed, kind: 'reopened', reason: input.reason }),
    effect: async (tx, { frame, reportId }) => {
      await unpublish(tx, frame.unit, reportId)
      await cancelIssuedOf(tx, world, { unit: input.unit, position, accountId: actor.accountId }, paperOf(input), {
        reason: input.reason,
        on: today(world),
      })
    },
  })
}

export async function withdrawReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.withdraw>,
): Promise<StepAnswer> {
  const position = allowAct(world, actor, input.unit, SENDER_ROLES)
  return takeStep(world, actor, {
    action: 'reports.withdraw',
    input,
    position,
    lastYear: NO_LAST_YEAR,
    step: (signed) => ({ ...signed, kind: 'withdrawn', reason: input.reason }),
  })
}
