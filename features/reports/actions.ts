// Commands on reports: save figures and wording, and take the steps. Always in this order: allow, load, decide, save, answer.
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Values } from '@kheo/core/indicator/model.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { checkSentence } from '@kheo/core/indicator/narrative.ts'
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { diffCells } from '@kheo/core/workflow/cell-diff.ts'
import { decideEdit, decideStep, stateOf, type ReportStep } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Lock } from '@kheo/db/transaction.ts'
import { perform } from '@kheo/kit/action.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import type { BodyOf, Role } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import {
  figureQueries,
  recomputeWithin,
  refresh,
  refuseUndue,
  totalsAbove,
  writeValues,
  type FigureProblem,
} from '../figures/index.ts'
import { mergeWide } from '../indicators/index.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import {
  countedCodes,
  findingsOf,
  frameOf,
  gather,
  loadLastYear,
  ownContent,
  booksOf,
  standsAlone,
  NO_LAST_YEAR,
  type Content,
  type Frame,
  type LastYear,
} from './content.ts'
import { printOf } from './print.ts'
import type { ReportProblem } from './problems.ts'
import {
  findReport,
  findStanding,
  findSnapshot,
  insertStep,
  listReportsAt,
  listWordings,
  publish,
  unpublish,
  writeWording,
  type StandingRows,
  type StoredReport,
  type StoredStep,
} from './queries.ts'
import { approvalOf, refuseTyped, sentencesOf, stepsAllowed, toSteps } from './rules.ts'
import type { reports } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

function refuse(problem: ReportProblem | FigureProblem): never {
  throw new Refusal(problem)
}

type Which = { readonly unit: string; readonly type: string; readonly period: string }
type StepAnswer = { state: ReturnType<typeof stateOf>['state']; revision: number }

/** Cells that another open type may still change are free; those of a report that is locked are not. */
function refuseLocked(
  world: World,
  reportsHere: readonly StoredReport[],
  period: string,
  codes: readonly string[],
): void {
  const isClosed = world.catalogue().periodOf(period)?.closedOn != null
  for (const report of reportsHere) {
    const edit = decideEdit(toSteps(report.steps), isClosed)
    if (edit.ok) continue
    const held = new Set(
      world
        .catalogue()
        .getReportType(report.type)
        .sections.flatMap((section) => section.indicators),
    )
    if (codes.some((code) => held.has(code))) refuse(edit.problem)
  }
  if (isClosed) refuse({ code: 'report.period_closed' })
}

/** Typed cells that somebody else has changed since the base, to another value. */
function conflictsOf(
  typed: readonly figureQueries.TypedChange[],
  baseRev: number,
  cells: Values,
): { code: string; by: string; value: number | null }[] {
  const later = typed.slice(baseRev)
  return Object.keys(cells).flatMap((code) => {
    const change = later.findLast((each) => code in each.cells)
    return change === undefined || (change.cells[code] ?? null) === valueOf(cells, code)
      ? []
      : [{ code, by: change.by, value: change.cells[code] ?? null }]
  })
}

type TypedInput = { readonly cells: Values; readonly parts: Readonly<Record<string, Readonly<Record<string, number>>>> }

/** Cells and the parts of cells as one set of values: a divided cell is the sum of its parts. */
function typedValues(world: World, { cells, parts }: TypedInput): { values: Values; parts: figureQueries.Part[] } {
  const rows = Object.entries(parts).flatMap(([indicator, values]) => {
    const dimension = world.catalogue().dimensionOf(indicator)
    return Object.entries(values).map(([part, value]): figureQueries.Part => {
      if (dimension?.parts.some((each) => each.code === part) !== true)
        refuse({ code: 'figure.part_unknown', cell: indicator, part })
      return { indicator, part, value }
    })
  })
  const sums = Object.fromEntries(
    Object.keys(parts).map((code) => [
      code,
      sumDecimals(rows.filter((row) => row.indicator === code).map((row) => row.value)),
    ]),
  )
  return { values: { ...cells, ...sums }, parts: rows }
}

export async function saveCells(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.saveCells>,
): Promise<{ figureRev: number }> {
  const position = allowAct(world, actor, input.unit, ['recorder', 'compiler', 'consolidator'])
  const period =
    world.catalogue().periodOf(input.period) ?? refuse({ code: 'figure.period_not_found', period: input.period })
  refuseUndue(world, input.unit, input.period)
  for (const code of [...Object.keys(input.cells), ...Object.keys(input.parts), ...Object.keys(input.notes)])
    world.catalogue().getIndicator(code)
  const { values, parts } = typedValues(world, input)
  const codes = [...new Set([...Object.keys(values), ...Object.keys(input.notes)])]
  return act(world, actor, {
    id: input.commandId,
    action: 'reports.saveCells',
    unit: input.unit,
    position,
    run: async (tx) => {
      await figureQueries.lockFigures(tx, input.unit, input.period)
      refuseLocked(world, await listReportsAt(tx, [input.unit], input.period), input.period, codes)
      const counted = await countedCodes(tx, world, { unit: input.unit as never, period }, Object.keys(values))
      const wrong = refuseTyped(world.catalogue().catalogue, values, counted)
      if (wrong !== null) refuse(wrong)
      const typed = await figureQueries.listTyped(tx, input.unit, input.period)
      const conflicts = conflictsOf(typed, input.baseRev, values)
      if (conflicts.length > 0) refuse({ code: 'figure.conflict', cells: conflicts })
      const by = position.title
      await writeValues(tx, world, {
        unit: input.unit,
        changes: new Map([[input.period, values]]),
        origin: 'typed',
        by,
        id: input.commandId,
      })
      await figureQueries.writeParts(tx, {
        unitId: input.unit,
        path: getPath(world, input.unit),
        periodId: input.period,
        codes: Object.keys(values),
        parts,
        at: world.now(),
        by,
      })
      await figureQueries.writeNotes(tx, {
        unitId: input.unit,
        path: getPath(world, input.unit),
        periodId: input.period,
        notes: input.notes,
        at: world.now(),
        by,
      })
      return { figureRev: (await figureQueries.listTyped(tx, input.unit, input.period)).length }
    },
    audit: () => ({ period: input.period, cells: values, parts: input.parts, notes: Object.keys(input.notes) }),
  })
}

export async function saveNarrative(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.saveNarrative>,
): Promise<{ section: number }> {
  const position = allowAct(world, actor, input.unit, ['compiler', 'consolidator'])
  const frame = frameOf(world, input.unit, input.type, input.period)
  for (const sentence of sentencesOf(input.text)) {
    const [wrong] = checkSentence(sentence, world.catalogue().catalogue)
    if (wrong !== undefined) refuse({ code: 'report.token_unknown', token: wrong.token })
  }
  return act(world, actor, {
    id: input.commandId,
    action: 'reports.saveNarrative',
    unit: input.unit,
    position,
    run: async (tx) => {
      const report = await findReport(tx, input.unit, input.type, input.period)
      const edit = decideEdit(toSteps(report?.steps ?? []), frame.period.closedOn !== null)
      if (!edit.ok) refuse(edit.problem)
      await writeWording(tx, {
        ...placeOf(world, frame),
        reportId: report?.id ?? newId(),
        isNew: report === undefined,
        section: input.section,
        text: input.text,
        at: world.now(),
        by: position.title,
      })
      return { section: input.section }
    },
    audit: () => ({ period: input.period, type: input.type, section: input.section }),
  })
}

const placeOf = (world: World, frame: Frame) => ({
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

type Standing = { readonly report: StoredReport | undefined; readonly content: Content }

async function loadStanding(tx: Db, world: World, frame: Frame, lastYear: LastYear): Promise<Standing> {
  return {
    report: await findReport(tx, frame.unit, frame.type.code, frame.period.id),
    content: await gather(tx, world, frame, lastYear),
  }
}

/** One step of a report, decided on what stands now and kept with what stood in it. */
async function takeStep(world: World, actor: Actor, taking: Taking): Promise<StepAnswer> {
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
      const step = taking.step({ by: actor.accountId, at: world.now().toISOString() }, content, steps)
      const sends = step.kind === 'submitted' || step.kind === 'resubmitted'
      const values = sends ? content.totals.values : (snapshot?.values ?? content.totals.values)
      const failed = sends
        ? findingsOf(world, content, values).filter(
            (finding) => finding.status === 'failed' && finding.severity === 'error',
          )
        : []
      const decided = decideStep(steps, step, {
        actorMay: allowed,
        failedChecks: failed.map((finding) => finding.check),
        periodClosed: frame.period.closedOn !== null,
        missingUnits: step.kind === 'approved' ? content.missing.map((unit) => unit.name) : [],
      })
      if (!decided.ok)
        refuse(
          decided.problem.code === 'report.checks_failed'
            ? { code: 'report.checks_say', sentences: failed.map((finding) => finding.sentence) }
            : decided.problem,
        )
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
                ),
              }
            : null,
      })
      await taking.effect?.(tx, { frame, content, report, reportId, seq, snapshot })
      const { state, revision } = stateOf([...steps, step])
      return { state, revision }
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

const SENDER_ROLES: readonly Role[] = ['compiler', 'consolidator', 'approver']
const REVIEWER_ROLES: readonly Role[] = ['approver', 'consolidator']

/** Reads what a consolidated report needs before its transaction begins: fresh totals, and last year's figures. */
async function prepare(world: World, which: Which, needsLastYear: boolean): Promise<LastYear> {
  const frame = frameOf(world, which.unit, which.type, which.period)
  if (frame.isConsolidated) await refresh(world, which.unit, [frame.period.id])
  return needsLastYear ? loadLastYear(world, frame) : NO_LAST_YEAR
}

type Submitting = { readonly input: BodyOf<typeof reports.submit>; readonly by: string; readonly lastYear: LastYear }

/** Figures that an approved report of another type holds otherwise must say why. */
function refuseUnexplained(
  world: World,
  frame: Frame,
  mine: StoredReport | undefined,
  { approved, figures }: figureQueries.Held,
): void {
  const now = new Map(figures.filter((row) => row.periodId === frame.period.id).map((row) => [row.grp, row.vals]))
  const cells = frame.codes.flatMap((code) => {
    const indicator = world.catalogue().getIndicator(code)
    const held = approved.find((row) => row.grp === indicator.group && row.reportId !== mine?.id)
    const before = held?.vals[indicator.position] ?? null
    const after = now.get(indicator.group)?.[indicator.position] ?? null
    return before === null || before === after ? [] : [{ code, before, after }]
  })
  if (cells.length > 0) refuse({ code: 'report.differs_from_approved', cells })
}

/** Puts the figures that come with a submission over those that are held; returns what is held then. */
async function putTyped(
  tx: Db,
  world: World,
  frame: Frame,
  { held, mayCount }: Pick<StandingRows, 'held' | 'mayCount'>,
  { input, by }: Submitting,
): Promise<figureQueries.Held> {
  const codes = Object.keys(input.cells)
  if (codes.length === 0) return held
  // Counting is dear and most books are empty: it is left out where no entry can have been recorded.
  const counted = mayCount ? await countedCodes(tx, world, frame, codes) : new Set<string>()
  const wrong = refuseTyped(world.catalogue().catalogue, input.cells, counted)
  if (wrong !== null) refuse(wrong)
  const rows = await writeValues(tx, world, {
    unit: input.unit,
    changes: new Map([[input.period, input.cells]]),
    origin: 'typed',
    by,
    id: input.commandId,
    held: held.figures,
  })
  if (held.parts.some((part) => codes.includes(part.indicator))) {
    await figureQueries.writeParts(tx, {
      unitId: input.unit,
      path: getPath(world, input.unit),
      periodId: input.period,
      codes,
      parts: [],
      at: world.now(),
      by,
    })
  }
  if (frame.isConsolidated) await recomputeWithin(tx, world, { unitId: input.unit, periodId: input.period })
  const isOld = (row: figureQueries.Held['figures'][number]): boolean =>
    !rows.some((each) => each.periodId === row.periodId && each.grp === row.grp)
  return {
    ...held,
    figures: [...held.figures.filter(isOld), ...rows],
    parts: held.parts.filter((part) => !codes.includes(part.indicator)),
  }
}

/** Reads under the lock on the unit's figures, so that what is judged here is what is kept. */
async function loadToSubmit(tx: Db, world: World, frame: Frame, submitting: Submitting): Promise<Standing> {
  const { input, lastYear } = submitting
  const books = booksOf(world.org().index, frame.unit)
  const before = await findStanding(tx, input.unit, input.period, frame.previousId, books)
  const report = before.reports.find((each) => each.type === frame.type.code)
  if (Object.keys(input.cells).length > 0) refuseLocked(world, before.reports, input.period, Object.keys(input.cells))
  const held = await putTyped(tx, world, frame, before, submitting)
  if (input.reason === '') refuseUnexplained(world, frame, report, held)
  return {
    report,
    content: standsAlone(world, frame)
      ? ownContent(world, frame, lastYear, held)
      : await gather(tx, world, frame, lastYear),
  }
}

export async function submitReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.submit>,
): Promise<StepAnswer> {
  const position = allowAct(world, actor, input.unit, SENDER_ROLES)
  for (const code of Object.keys(input.cells)) world.catalogue().getIndicator(code)
  const lastYear = await prepare(world, input, false)
  return takeStep(world, actor, {
    action: 'reports.submit',
    input,
    position,
    lastYear,
    lock: figureQueries.figuresLock(input.unit, input.period),
    load: (tx, frame) => loadToSubmit(tx, world, frame, { input, by: position.title, lastYear }),
    step: (signed, _content, steps) => ({
      ...signed,
      kind: stateOf(steps).state === 'returned' ? 'resubmitted' : 'submitted',
    }),
  })
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

export async function issueReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.issue>,
): Promise<StepAnswer> {
  const position = allowAct(world, actor, input.unit, SENDER_ROLES)
  return takeStep(world, actor, {
    action: 'reports.issue',
    input,
    position,
    lastYear: NO_LAST_YEAR,
    step: (signed) => ({ ...signed, kind: 'issued', number: input.number, date: input.on }),
    effect: (tx, { frame, reportId }) =>
      publish(tx, {
        unitId: frame.unit,
        reportId,
        unitName: world.org().titleOf(frame.unit, calendarDate(input.on)),
        title: `${frame.type.title}, ${frame.period.title.charAt(0).toLowerCase()}${frame.period.title.slice(1)}`,
        number: input.number,
        issuedOn: input.on,
      }),
  })
}

export async function reopenReport(
  world: World,
  actor: Actor,
  input: BodyOf<typeof reports.reopen>,
): Promise<StepAnswer> {
  return takeStep(world, actor, {
    action: 'reports.reopen',
    input,
    position: reviewer(world, actor, input),
    lastYear: NO_LAST_YEAR,
    step: (signed) => ({ ...signed, kind: 'reopened', reason: input.reason }),
    effect: (tx, { frame, reportId }) => unpublish(tx, frame.unit, reportId),
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
