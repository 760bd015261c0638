// "Số này ở đâu ra?": from a total to the units below, and on to the register entries that were counted.
import { explain } from '@kheo/core/indicator/explain.ts'
import { namesIn } from '@kheo/core/indicator/checks.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { stateOf } from '@kheo/core/workflow/report-steps.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor, HeldPosition } from '@kheo/kit/actor.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import type { CountedEntry } from '@kheo/kit/register.ts'
import type { World } from '../context.ts'
import {
  addsUp,
  bookUnits,
  childrenIn,
  figureQueries,
  listChanges,
  readTotals,
  refresh,
  standingChange,
  type Change,
  type FigureProblem,
} from '../figures/index.ts'
import { look } from '../people/allow.ts'
import { isWithheldFrom } from '../registers/view.ts'
import { findSnapshot, listReportsAt } from './queries.ts'
import { isDerived, toSteps, writtenFigure } from './rules.ts'
import type { FigureSource } from './schema.ts'
import type { Snapshot } from './snapshot.ts'

const PAGE = 50

export type SourceQuery = {
  readonly unit: string
  readonly period: string
  readonly code: string
  readonly page: number
}

type Entries = { readonly rows: readonly CountedEntry[]; readonly total: number; readonly register: string | null }

async function entriesOf(
  tx: Db,
  world: World,
  query: SourceQuery,
  window: { start: string; end: string },
  asOf: string | undefined,
): Promise<Entries> {
  const units = bookUnits(world.org().index, query.unit as UnitId)
  for (const register of world.registers) {
    if (!register.indicators.includes(query.code)) continue
    const at = { periodId: query.period, ...window }
    if (((await figureQueries.listOpenings(tx, units)).get(register.code) ?? '~') > window.end) continue
    const found = await register.entries(tx, units, at, query.code, {
      limit: PAGE,
      offset: (query.page - 1) * PAGE,
      ...(asOf === undefined ? {} : { at: asOf }),
    })
    return { ...found, register: register.code }
  }
  return { rows: [], total: 0, register: null }
}

/** Entries as the looker may see them: of a guarded register that another unit keeps, no words and no place. */
function asSeen(world: World, { rows, register }: Entries, looker: HeldPosition): FigureSource['own']['entries'] {
  const book = world.books.find((each) => each.code === register)
  return rows.map(({ titleWithoutWords, ...row }) => ({
    ...row,
    ...(book !== undefined && isWithheldFrom(world, book, looker, row.unitId)
      ? { title: titleWithoutWords, place: '' }
      : {}),
    register: register ?? '',
  }))
}

/** How far each unit's report has come: the furthest of its types. */
async function childStates(tx: Db, units: readonly string[], period: string): Promise<Map<string, string>> {
  const found = await listReportsAt(tx, units, period)
  return new Map(
    units.map((unit) => {
      const states = found
        .filter((report) => report.unitId === unit)
        .map((report) => stateOf(toSteps(report.steps)).state)
      const furthest =
        states.find((state) => state === 'issued' || state === 'approved') ?? states.find((state) => state !== 'draft')
      return [unit, furthest ?? 'draft']
    }),
  )
}

type Frozen = { readonly snapshot: Snapshot; readonly at: string }

/** The submitted report that holds this cell, when there is one: its figures are those of the moment it was sent. */
async function findFrozen(tx: Db, world: World, query: SourceQuery): Promise<Frozen | undefined> {
  for (const report of await listReportsAt(tx, [query.unit], query.period)) {
    if (!stateOf(toSteps(report.steps)).locked) continue
    const snapshot = await findSnapshot(tx, query.unit, report.id)
    const sent = report.steps.findLast((step) => step.kind === 'submitted' || step.kind === 'resubmitted')
    if (snapshot !== undefined && sent !== undefined && query.code in snapshot.values)
      return { snapshot, at: sent.at.toISOString() }
  }
  return undefined
}

/** The parts of a figure; own, units below and adjustments add up to the total. */
export async function sourceOf(world: World, actor: Actor, query: SourceQuery): Promise<FigureSource> {
  const view = world.catalogue()
  const indicator = view.getIndicator(query.code)
  const period = view.periodOf(query.period)
  if (period === undefined)
    throw new Refusal({ code: 'figure.period_not_found', period: query.period } as FigureProblem)
  const children = childrenIn(world, query.period)
  const below = addsUp(indicator) || isDerived(indicator) ? (children.get(query.unit as UnitId) ?? []) : []
  if (below.length > 0) await refresh(world, query.unit, [query.period])
  return look(world, actor, query.unit, async (tx, looker) => {
    const totals = await readTotals(tx, world, [query.unit, ...below], [query.period])
    const mine = totals(query.unit, query.period)
    const frozen = await findFrozen(tx, world, query)
    const entries = await entriesOf(tx, world, query, { start: period.startOn, end: period.endOn }, frozen?.at)
    const written = standingChange(await listChanges(tx, query.unit, query.period), query.code)
    const notes = await figureQueries.listNotes(tx, query.unit, query.period)
    const states = await childStates(tx, below, query.period)
    const adjustments = await figureQueries.listAdjustments(tx, query.unit, query.period)
    const total = valueOf(frozen?.snapshot.values ?? mine.values, query.code)
    const derived = isDerived(indicator)
    return {
      code: query.code,
      nameVi: indicator.nameVi,
      unitId: query.unit,
      unitName: world.org().titleOf(query.unit, period.endOn),
      periodTitle: period.title,
      total,
      text: writtenFigure(indicator, total),
      sentence: sentenceOf(indicator.nameVi, writtenFigure(indicator, total), below.length, entries.total),
      asSubmittedAt: frozen?.at ?? null,
      own: {
        value: valueOf(frozen?.snapshot.own ?? mine.own, query.code),
        origin: derived
          ? 'derived'
          : entries.register === null
            ? written?.kind === 'imported'
              ? 'imported'
              : 'typed'
            : 'register',
        formula:
          indicator.tree.kind === 'ratio'
            ? `${explain(indicator.tree.numerator, namesIn(view.catalogue))} ÷ ${explain(indicator.tree.denominator, namesIn(view.catalogue))}`
            : indicator.formula,
        typedBy: entries.register === null ? (written?.by ?? null) : null,
        typedAt: entries.register === null ? (written?.at.toISOString() ?? null) : null,
        imported: entries.register === null ? importedOf(written, query.code) : null,
        note: notes.find((note) => note.indicator === query.code)?.note ?? null,
        entries: asSeen(world, entries, looker),
        entryCount: entries.total,
      },
      children: below
        .map((unit) => ({
          unitId: unit as string,
          unitName: world.org().titleOf(unit, period.endOn),
          value: valueOf(frozen?.snapshot.children[unit] ?? totals(unit, query.period).values, query.code),
          state: states.get(unit) ?? 'draft',
          hasChildren: children.has(unit),
        }))
        .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
      adjustments: adjustments
        .filter((adjustment) => adjustment.indicator === query.code)
        .map((adjustment) => ({
          id: adjustment.id,
          unitName: world.org().titleOf(adjustment.unitId, period.endOn),
          delta: adjustment.delta,
          reason: adjustment.reason,
          actorTitle: adjustment.actorTitle,
          at: adjustment.at.toISOString(),
        })),
    }
  })
}

/** The document and its sentence; the words travel with the figure, so that they outlast the reading. */
function importedOf(change: Change | undefined, code: string): FigureSource['own']['imported'] {
  if (change?.kind !== 'imported' || change.from === null) return null
  const { unit, id, file, places } = change.from
  return { unitId: unit, readingId: id, file, says: places[code]?.says ?? '' }
}

function sentenceOf(name: string, text: string, units: number, entries: number): string {
  const from = [
    ...(entries > 0 ? [`${entries} dòng trong sổ của đơn vị`] : []),
    ...(units > 0 ? [`số của ${units} đơn vị bên dưới`] : []),
  ]
  return from.length === 0 ? `${name}: ${text}.` : `${name}: ${text}, gồm ${from.join(' và ')}.`
}
