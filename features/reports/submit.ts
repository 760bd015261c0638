// Submission: figures typed since the last save, checks and the step itself, in one transaction.
import { valueOf } from '@kheo/core/indicator/model.ts'
import { indicatorsOf } from '@kheo/core/indicator/report-type.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import { figureQueries, recomputeWithin, writeValues, type FigureProblem } from '../figures/index.ts'
import { toValues } from '../indicators/index.ts'
import { allowAct, getPath } from '../people/allow.ts'
import { countedCodes, gather, ownContent, booksOf, standsAlone, type Frame, type LastYear } from './content.ts'
import type { ReportProblem } from './problems.ts'
import { findStanding, type StandingRows, type StoredReport } from './queries.ts'
import { refuseTyped, toSteps } from './rules.ts'
import type { reports } from './schema.ts'
import { refuseLocked } from './actions.ts'
import { prepare, SENDER_ROLES, takeStep, type Standing, type StepAnswer } from './steps.ts'

function refuse(problem: ReportProblem | FigureProblem): never {
  throw new Refusal(problem)
}
type Submitting = { readonly input: BodyOf<typeof reports.submit>; readonly by: string; readonly lastYear: LastYear }

/** States in which what a report says has been accepted. */
const HOLDS: ReadonlySet<string> = new Set(['approved', 'issued'])

/** Figures that an approved report of another type holds otherwise must say why. */
function refuseUnexplained(
  world: World,
  frame: Frame,
  all: readonly StoredReport[],
  { approved, figures }: figureQueries.Held,
): void {
  const view = world.catalogue()
  const others = all.filter((each) => each.type !== frame.type.code && HOLDS.has(stateOf(toSteps(each.steps)).state))
  const held = new Set(others.flatMap((each) => indicatorsOf(view.getReportType(each.type))))
  const before = toValues(view, new Map(approved.map((row) => [row.grp, row.vals])))
  const after = toValues(
    view,
    new Map(figures.filter((row) => row.periodId === frame.period.id).map((row) => [row.grp, row.vals])),
  )
  const cells = frame.codes.flatMap((code) => {
    const was = valueOf(before, code)
    return !held.has(code) || was === null || was === valueOf(after, code)
      ? []
      : [{ code, before: was, after: valueOf(after, code) }]
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
  if (input.reason === '') refuseUnexplained(world, frame, before.reports, held)
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
