// Gathers what a report shows: figures of the period, of the one before and of last year, its checks, and who is missing.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Finding } from '@kheo/core/indicator/check-model.ts'
import { deriveValues } from '@kheo/core/indicator/derive.ts'
import { runChecks } from '@kheo/core/indicator/checks.ts'
import type { Lookup } from '@kheo/core/indicator/evaluate.ts'
import { valueOf, type Values } from '@kheo/core/indicator/model.ts'
import { indicatorsOf, type ReportType } from '@kheo/core/indicator/report-type.ts'
import type { CarriedCell } from '@kheo/core/org/carry.ts'
import type { CarryClass } from '@kheo/core/org/carry-class.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import { combineAlongTime } from '@kheo/core/period/cumulative.ts'
import { parameterAt } from '@kheo/core/period/law-parameters.ts'
import { previousPeriod, samePeriodLastYear } from '@kheo/core/period/relations.ts'
import { sumDecimals } from '@kheo/core/text/decimal.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { World } from '../context.ts'
import {
  addsUp,
  bookUnits,
  carriedTotals,
  childrenIn,
  figureQueries,
  readTotals,
  refuseUndue,
  type FigureProblem,
  type Totals,
} from '../figures/index.ts'
import { toValues } from '../indicators/index.ts'
import type { OrgProblem } from '../org/index.ts'
import type { StoredPeriod } from '../indicators/queries.ts'
import type { ReportProblem } from './problems.ts'
import { listReportsFor } from './queries.ts'
import { toSteps } from './rules.ts'

export type Frame = {
  readonly unit: UnitId
  readonly type: ReportType
  readonly period: StoredPeriod
  readonly codes: readonly string[]
  readonly isConsolidated: boolean
  /** Units below whose figures are in the totals; those of them that stood on the last day owe a report. */
  readonly below: readonly UnitId[]
  readonly due: readonly UnitId[]
  readonly previousId: string | null
  readonly lastYearId: string | null
  readonly tiles: readonly string[]
}

function refuse(problem: ReportProblem | FigureProblem | OrgProblem): never {
  throw new Refusal(problem)
}

/** Which report this is. @throws Refusal when the type, the period or the unit does not fit. */
export function frameOf(world: World, unit: string, typeCode: string, periodId: string): Frame {
  const view = world.catalogue()
  const { index } = world.org()
  const type = view.getReportType(typeCode)
  const period = view.periodOf(periodId) ?? refuse({ code: 'figure.period_not_found', period: periodId })
  if (!type.kinds.includes(period.kind))
    refuse({ code: 'report.kind_not_in_type', type: type.title, period: period.title })
  const id = unit as UnitId
  refuseUndue(world, unit, periodId)
  const below = childrenIn(world, period.id).get(id) ?? []
  const regime = view.regimes.find((each) => each.code === period.regime)
  return {
    unit: id,
    type,
    period,
    codes: indicatorsOf(type),
    isConsolidated: below.length > 0,
    below,
    due: below.filter((child) => index.versionAt(child, period.endOn) !== undefined),
    previousId: regime === undefined ? null : (previousPeriod(regime, period)?.id ?? null),
    lastYearId: regime === undefined ? null : (samePeriodLastYear(regime, period)?.id ?? null),
    tiles: view.periods
      .filter(
        (each) =>
          each.regime === period.regime &&
          each.kind === period.kind &&
          each.year === period.year &&
          each.number <= period.number,
      )
      .map((each) => each.id),
  }
}

export type LastYear = {
  readonly values: Values
  /** The worst class among the figures that there are. */
  readonly class: CarryClass
  /** By code: how far the figure can be compared, and between what it lies when only bounds are known. */
  readonly cells: ReadonlyMap<string, CarriedCell>
}

export const NO_LAST_YEAR: LastYear = { values: {}, class: 'exact', cells: new Map() }

/** Last year's figures in this period's boundaries. Opens a transaction of its own: call it before yours. */
export async function loadLastYear(world: World, frame: Frame): Promise<LastYear> {
  if (frame.lastYearId === null || world.catalogue().periodOf(frame.lastYearId) === undefined) return NO_LAST_YEAR
  const carried = await carriedTotals(world, frame.unit, frame.lastYearId, frame.period.endOn)
  return { values: carried.values, class: carried.class, cells: carried.cells }
}

export type Child = {
  readonly id: UnitId
  readonly name: string
  readonly totals: Totals
  readonly state: string
  readonly isDue: boolean
}

export type Content = {
  readonly frame: Frame
  readonly totals: Totals
  readonly previous: Values
  readonly lastYear: LastYear
  readonly cumulative: Values
  readonly children: readonly Child[]
  readonly n: readonly [number, number]
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  readonly notes: ReadonlyMap<string, figureQueries.CellNote>
  readonly adjustments: readonly figureQueries.Adjustment[]
  readonly parts: readonly figureQueries.Part[]
}

const HAS_REPORTED = new Set(['submitted', 'approved', 'issued'])

/** Reads under the caller's scope. Totals must have been refreshed before the transaction. */
export async function gather(tx: Db, world: World, frame: Frame, lastYear: LastYear): Promise<Content> {
  const { unit, period, previousId, tiles } = frame
  const periods = [...new Set([period.id, ...tiles, ...(previousId === null ? [] : [previousId])])]
  const totals = await readTotals(tx, world, [unit, ...frame.below], periods)
  const reports = frame.isConsolidated ? await listReportsFor(tx, frame.below, frame.type.code, period.id) : []
  const states = new Map(reports.map((report) => [report.unitId, stateOf(toSteps(report.steps)).state as string]))
  const shown = frame.below.filter(
    (id) => frame.due.includes(id) || Object.values(totals(id, period.id).values).some((value) => value !== null),
  )
  const children = shown.map(
    (id): Child => ({
      id,
      name: world.org().titleOf(id, period.endOn),
      totals: totals(id, period.id),
      state:
        states.get(id) ??
        (Object.values(totals(id, period.id).values).some((value) => value !== null) ? 'draft' : 'not-started'),
      isDue: frame.due.includes(id),
    }),
  )
  const missing = children
    .filter((child) => child.isDue && !HAS_REPORTED.has(child.state))
    .map(({ id, name }) => ({ id, name }))
  const notes = await figureQueries.listNotes(tx, unit, period.id)
  return {
    frame,
    totals: totals(unit, period.id),
    previous: previousId === null ? {} : totals(unit, previousId).values,
    lastYear,
    cumulative: cumulativeOf(
      world,
      frame,
      tiles.map((id) => totals(unit, id).values),
    ),
    children,
    n: [frame.due.length - missing.length, frame.due.length],
    missing,
    notes: new Map(notes.map((note) => [note.indicator, note])),
    parts: await figureQueries.listParts(tx, [unit, ...frame.below], period.id),
    adjustments: frame.isConsolidated ? await figureQueries.listAdjustments(tx, unit, period.id) : [],
  }
}

function cumulativeOf(world: World, frame: Frame, tiles: readonly Values[]): Values {
  const { byCode } = world.catalogue().catalogue
  const entries = frame.codes.map((code) => {
    const time = byCode.get(code)?.time ?? 'flow'
    const values = tiles.map((tile) => valueOf(tile, code))
    return [code, tiles.length === 1 ? (values[0] ?? null) : combineAlongTime(time, values).value] as const
  })
  return Object.fromEntries(entries)
}

/** The report's checks on given values: the live ones, or those of a snapshot. */
export function findingsOf(world: World, content: Content, values: Values): readonly Finding[] {
  const { frame, children, previous, lastYear } = content
  const view = world.catalogue()
  const day: CalendarDate = frame.period.endOn
  const childSum = (code: string): number | null =>
    sumDecimals(children.map((child) => valueOf(child.totals.values, code)))
  const lookup: Lookup = (reference) => {
    if (reference.kind === 'child-units') return frame.isConsolidated ? frame.due.length : null
    if (reference.kind === 'parameter') {
      const found = parameterAt(view.parameters, reference.code, day)
      return found.ok ? found.value.value : null
    }
    if (reference.whose === 'children') return childSum(reference.code)
    const from = reference.when === 'now' ? values : reference.when === 'previous' ? previous : lastYear.values
    return valueOf(from, reference.code)
  }
  // The unit's own figures stand beside its children's: together, with named adjustments, they make the total.
  const parts = [
    { unit: frame.unit, name: world.org().titleOf(frame.unit, day), reported: true, values: content.totals.own },
    ...children.map((child) => ({
      unit: child.id,
      name: child.name,
      reported: child.state !== 'not-started',
      values: child.totals.values,
    })),
  ]
  const all = runChecks(view.catalogue.checks, {
    catalogue: view.catalogue,
    values,
    lastYear: lastYear.values,
    ...(frame.isConsolidated ? { children: parts } : {}),
    adjusted: new Set(content.adjustments.map((adjustment) => adjustment.indicator)),
    noted: new Set(content.notes.keys()),
    day,
    lookup,
  })
  const shown = new Set(frame.codes)
  return all.filter((finding) => finding.cells.length === 0 || finding.cells.some((cell) => shown.has(cell)))
}

/** Whether a unit has nothing below it, now and in the period before: its own figures are then all there is. */
export function standsAlone(world: World, frame: Frame): boolean {
  return !frame.isConsolidated && (frame.previousId === null || !childrenIn(world, frame.previousId).has(frame.unit))
}

/** The content of a unit that stands alone, made of what was read of it alone: what its submission is judged and kept by. */
export function ownContent(world: World, frame: Frame, lastYear: LastYear, held: figureQueries.Held): Content {
  const view = world.catalogue()
  const of = (period: string | null): Values =>
    deriveValues(
      view.catalogue,
      toValues(view, new Map(held.figures.filter((row) => row.periodId === period).map((row) => [row.grp, row.vals]))),
    )
  const values = of(frame.period.id)
  return {
    frame,
    totals: { values, reported: {}, own: values },
    previous: frame.previousId === null ? {} : of(frame.previousId),
    lastYear,
    cumulative: {},
    children: [],
    n: [0, 0],
    missing: [],
    notes: new Map(held.notes.map((note) => [note.indicator, note])),
    adjustments: [],
    parts: held.parts,
  }
}

const books = new WeakMap<OrgIndex, Map<string, readonly UnitId[]>>()

/** The units whose entries a unit's figures are counted from, remembered for as long as the record of units stands. */
export function booksOf(index: OrgIndex, unit: UnitId): readonly UnitId[] {
  const known = books.get(index) ?? new Map<string, readonly UnitId[]>()
  books.set(index, known)
  const units = known.get(unit) ?? bookUnits(index, unit)
  known.set(unit, units)
  return units
}

/** Codes that are counted from registers which the unit keeps: not typed. */
export async function countedCodes(
  tx: Db,
  world: World,
  frame: Pick<Frame, 'unit' | 'period'>,
  among?: readonly string[],
): Promise<Set<string>> {
  const units = booksOf(world.org().index, frame.unit)
  const end = frame.period.endOn as string
  const openings = await figureQueries.listOpenings(tx, units)
  const kept = world.registers.filter((register) => (openings.get(register.code) ?? '~') <= end)
  return new Set(
    kept.flatMap((register) => register.indicators).filter((code) => among === undefined || among.includes(code)),
  )
}

export const expectedOf = (world: World, frame: Frame, code: string): number => {
  const indicator = world.catalogue().catalogue.byCode.get(code)
  return frame.isConsolidated && indicator !== undefined && addsUp(indicator) ? frame.due.length : 1
}
