// A report as its reader sees it: content, state and rights put together for the screen.
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import { decideEdit } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import { positionFor, type Actor } from '@kheo/kit/actor.ts'
import type { World } from '../context.ts'
import { listChanges, refresh } from '../figures/index.ts'
import { getPath, look } from '../people/allow.ts'
import {
  countedCodes,
  expectedOf,
  findingsOf,
  frameOf,
  gather,
  loadLastYear,
  type Content,
  type Frame,
} from './content.ts'
import { findReport, findSnapshot, listWordings, type StoredReport, type Wording } from './queries.ts'
import {
  approvalOf,
  isDerived,
  sentencesOf,
  stepsAllowed,
  tellSection,
  type Told,
  toSteps,
  wordingOf,
  writtenFigure,
} from './rules.ts'
import type { Cell, NarrativeSection, ReportView } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

export type Loaded = {
  readonly content: Content
  readonly report: StoredReport | undefined
  readonly snapshot: Snapshot | undefined
  readonly wordings: readonly Wording[]
}

/** Everything about one report, under the actor's scope. Totals are made fresh first. */
export async function loadReport(
  world: World,
  actor: Actor,
  unit: string,
  type: string,
  period: string,
): Promise<Loaded> {
  const frame = frameOf(world, unit, type, period)
  if (frame.isConsolidated)
    await refresh(
      world,
      unit,
      [...new Set([frame.period.id, frame.previousId, ...frame.tiles])].filter((id) => id !== null),
    )
  const lastYear = await loadLastYear(world, frame)
  return look(world, actor, unit, async (tx) => {
    const report = await findReport(tx, unit, type, period)
    const content = await gather(tx, world, frame, lastYear)
    return {
      content,
      report,
      snapshot: report === undefined ? undefined : await findSnapshot(tx, unit, report.id),
      wordings: report === undefined ? [] : await listWordings(tx, unit, report.id),
    }
  })
}

/** The values that the report stands by: as submitted once it is locked, live before. */
export function standingValues({ content, report, snapshot }: Pick<Loaded, 'content' | 'report' | 'snapshot'>): Values {
  const isLocked = report !== undefined && stateOf(toSteps(report.steps)).locked
  return isLocked && snapshot !== undefined ? snapshot.values : content.totals.values
}

/** The figures that live places of the narrative show. */
export const figuresTold = (world: World, content: Content, values: Values): Told => ({
  catalogue: world.catalogue().catalogue,
  values,
  lastYear: content.lastYear.values,
  previous: content.previous,
})

export function narrativeOf(world: World, { content, wordings }: Loaded, values: Values): NarrativeSection[] {
  const told = figuresTold(world, content, values)
  return content.frame.type.narrative.map((section, index) => {
    const own = wordings.find((wording) => wording.section === index)
    const sentences = own === undefined ? section.sentences : sentencesOf(own.text)
    const { heading, paragraphs } = tellSection(section.heading, sentences, told)
    return {
      index,
      heading,
      paragraphs: paragraphs.map((runs) => [...runs]),
      source: wordingOf(sentences),
      isOwnWording: own !== undefined,
    }
  })
}

type Rights = ReportView['may']

function rightsOf(world: World, actor: Actor, frame: Frame, report: StoredReport | undefined): Rights {
  const steps = toSteps(report?.steps ?? [])
  const { state } = stateOf(steps)
  const path = getPath(world, frame.unit)
  const allowed = stepsAllowed(actor, frame.unit, path, approvalOf(frame.type, world.org().index.levelOf(frame.unit)))
  const own = { ...actor, positions: actor.positions.filter((position) => position.unitId === frame.unit) }
  const isClosed = frame.period.closedOn !== null
  return {
    edit:
      decideEdit(steps, isClosed).ok && positionFor(own, path, ['recorder', 'compiler', 'consolidator']) !== undefined,
    submit: (state === 'draft' || state === 'returned') && !isClosed && allowed.has('submitted'),
    return: state === 'submitted' && !isClosed && allowed.has('returned'),
    approve: state === 'submitted' && allowed.has('approved'),
    issue: state === 'approved' && allowed.has('issued'),
    reopen: (state === 'approved' || state === 'issued') && !isClosed && allowed.has('reopened'),
    withdraw: state === 'submitted' && !isClosed && allowed.has('withdrawn'),
    adjust:
      frame.isConsolidated &&
      !isClosed &&
      decideEdit(steps, isClosed).ok &&
      positionFor(own, path, ['consolidator', 'approver']) !== undefined,
  }
}

function cellOf(
  world: World,
  loaded: Loaded,
  code: string,
  counted: ReadonlySet<string>,
  may: Rights,
  inQuestion: readonly string[],
): Cell {
  const { content, snapshot } = loaded
  const indicator = world.catalogue().catalogue.byCode.get(code)
  const live = valueOf(content.totals.values, code)
  const value = valueOf(standingValues(loaded), code)
  const submitted = snapshot === undefined ? null : valueOf(snapshot.values, code)
  const origin = isDerived(indicator) ? 'derived' : counted.has(code) ? 'register' : 'typed'
  return {
    code,
    origin,
    isEditable: may.edit && origin === 'typed',
    own: valueOf(content.totals.own, code),
    total: value,
    text: writtenFigure(indicator, value),
    reported: content.totals.reported[code] ?? 0,
    expected: expectedOf(world, content.frame, code),
    previous: valueOf(content.previous, code),
    lastYear: valueOf(content.lastYear.values, code),
    lastYearClass:
      content.lastYear.values[code] == null && boundsOf(content, code) === null
        ? 'exact'
        : (content.lastYear.cells.get(code)?.class ?? content.lastYear.class),
    lastYearBounds: boundsOf(content, code),
    cumulative: valueOf(content.cumulative, code),
    note: content.notes.get(code)?.note ?? null,
    isInQuestion: inQuestion.includes(code),
    parts: partsOf(world, loaded, code),
    submitted,
    hasMoved: snapshot !== undefined && submitted !== live,
  }
}

function boundsOf(content: Content, code: string): [number, number] | null {
  const cell = content.lastYear.cells.get(code)
  if (cell === undefined || cell.value !== null || cell.parts === cell.missing || cell.high === null) return null
  return [cell.low, cell.high]
}

/** Every part of a cell that may be divided, null where nothing was given. */
function partsOf(world: World, { content }: Loaded, code: string): Cell['parts'] {
  const dimension = world.catalogue().dimensionOf(code)
  return (dimension?.parts ?? []).map(({ code: part, title }) => ({
    part,
    title,
    value: content.parts.find((each) => each.indicator === code && each.part === part)?.value ?? null,
  }))
}

function stepsOf(report: StoredReport | undefined): ReportView['steps'] {
  return (report?.steps ?? []).map((step) => ({
    seq: step.seq,
    kind: step.kind,
    at: step.at.toISOString(),
    actorTitle: step.actorTitle,
    reason: step.body.reason ?? null,
    cells: [...(step.body.cells ?? [])],
    differences: (step.body.differences ?? []).map((difference) => ({ ...difference })),
    number: step.body.number ?? null,
  }))
}

export async function viewReport(
  world: World,
  actor: Actor,
  query: { unit: string; type: string; period: string },
): Promise<ReportView> {
  const loaded = await loadReport(world, actor, query.unit, query.type, query.period)
  const { content, report } = loaded
  const { frame } = content
  const { counted, typed } = await look(world, actor, query.unit, async (tx: Db) => ({
    counted: await countedCodes(tx, world, frame, frame.codes),
    typed: await listChanges(tx, frame.unit, frame.period.id),
  }))
  const status = stateOf(toSteps(report?.steps ?? []))
  const may = rightsOf(world, actor, frame, report)
  const values = standingValues(loaded)
  const { period } = frame
  return {
    reportId: report?.id ?? null,
    unitId: frame.unit,
    unitName: world.org().titleOf(frame.unit, period.endOn),
    type: frame.type.code,
    typeTitle: frame.type.title,
    period: {
      id: period.id,
      title: period.title,
      startOn: period.startOn,
      endOn: period.endOn,
      dueOn: period.dueOn,
      closedOn: period.closedOn,
    },
    boundariesOn: period.endOn,
    state: status.state,
    revision: status.revision,
    figureRev: typed.length,
    isConsolidated: frame.isConsolidated,
    reported: [...content.n],
    missing: content.missing.map((unit) => ({ ...unit })),
    sections: frame.type.sections.map((section) => ({
      title: section.title,
      cells: section.indicators.map((code) => cellOf(world, loaded, code, counted, may, status.cellsInQuestion)),
    })),
    findings: findingsOf(world, content, values).map((finding) => ({ ...finding, cells: [...finding.cells] })),
    steps: stepsOf(report),
    narrative: narrativeOf(world, loaded, values),
    filled: frame.codes.filter((code) => valueOf(values, code) !== null).length,
    may,
  }
}
