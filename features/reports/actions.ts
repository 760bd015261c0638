// Commands on what a report says: its typed figures and its wording. Always in this order: allow, load, decide, save, answer.
import type { Values } from '@kheo/core/indicator/model.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { checkSentence } from '@kheo/core/indicator/narrative.ts'
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { decideEdit } from '@kheo/core/workflow/report-steps.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { v7 as newId } from 'uuid'
import type { World } from '../context.ts'
import {
  figureQueries,
  listChanges,
  refuseUndue,
  writeValues,
  type Change,
  type FigureProblem,
} from '../figures/index.ts'
import { act, allowAct, getPath } from '../people/allow.ts'
import { countedCodes, frameOf } from './content.ts'
import type { ReportProblem } from './problems.ts'
import { findReport, listReportsAt, writeWording, type StoredReport } from './queries.ts'
import { refuseTyped, sentencesOf, toSteps } from './rules.ts'
import type { reports } from './schema.ts'
import { placeOf } from './steps.ts'

function refuse(problem: ReportProblem | FigureProblem): never {
  throw new Refusal(problem)
}
/** Cells that another open type may still change are free; those of a report that is locked are not. */
export function refuseLocked(
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
/** Cells that somebody else has typed, imported or put back since the base, to another value. */
function conflictsOf(
  typed: readonly Change[],
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
      const typed = await listChanges(tx, input.unit, input.period)
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
      return { figureRev: (await listChanges(tx, input.unit, input.period)).length }
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
