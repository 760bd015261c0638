// Confirmed numbers become figures, all or none; and what was written can be put back, cell by cell.
import type { Values } from '@kheo/core/indicator/model.ts'
import { valueOf } from '@kheo/core/indicator/model.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { Actor } from '@kheo/kit/actor.ts'
import type { BodyOf } from '@kheo/kit/endpoint.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { World } from '../context.ts'
import {
  figureQueries,
  refresh,
  refuseUndue,
  standingChange,
  writeValues,
  type ImportedFrom,
} from '../figures/index.ts'
import { allowAct, getPath } from '../people/allow.ts'
import { type Loaded, loadReading, refuse, ROLES, type StepAnswer, takeStep } from './command.ts'
import { figureKey, sentenceAround } from './found.ts'
import { type Held, holdingOf, loadHeld } from './holdings.ts'
import { findContent, type StoredContent } from './queries.ts'
import type { Decided, KeptWhy, LeftCell, Save, VerifiedCell } from './rules.ts'
import type { KeptCell, readings, Saved, SavedCell } from './schema.ts'
import { keptCell, savedCell, savedOf } from './told.ts'

type Chosen = Decided & { readonly start: number; readonly end: number }

/** What an officer confirmed, one value an indicator. @throws Refusal `reading.two_values` */
function chosenOf(content: StoredContent, loaded: Loaded): Chosen[] {
  const chosen = new Map<string, Chosen>()
  for (const decided of loaded.status.decisions.values()) {
    if (decided.verdict !== 'confirmed' && decided.verdict !== 'corrected') continue
    const claim = content.claims.find(({ key }) => key === decided.key)
    const figure = content.found.figures.find(({ start }) => decided.key.startsWith(`${figureKey(start)}:`))
    const start = claim?.start ?? figure?.start ?? 0
    const end = claim?.end ?? start + (figure?.number.length ?? 0)
    const before = chosen.get(decided.indicator)
    if (before !== undefined && before.value !== decided.value)
      refuse({
        code: 'reading.two_values',
        cell: decided.indicator,
        values: [formatNumber(before.value), formatNumber(decided.value)],
      })
    chosen.set(decided.indicator, {
      ...decided,
      start: before?.start ?? start,
      end: before?.end ?? end,
      replace: decided.replace || (before?.replace ?? false),
    })
  }
  return [...chosen.values()]
}

type Sorted = { readonly write: readonly Chosen[]; readonly verified: VerifiedCell[]; readonly kept: LeftCell[] }

/** Into what is written, what the figures say already, and what stays as it stands. */
function sortOut(world: World, held: Held, chosen: readonly Chosen[]): Sorted {
  const write: Chosen[] = []
  const verified: VerifiedCell[] = []
  const kept: LeftCell[] = []
  for (const each of chosen) {
    const holding = holdingOf(world, held, each.indicator, each.value)
    const leave = (why: KeptWhy): void =>
      void kept.push({ indicator: each.indicator, value: holding.value, why, by: holding.by })
    if (holding.state === 'same') verified.push({ indicator: each.indicator, value: each.value })
    else if (holding.barred !== null) leave(holding.barred)
    else if (holding.state === 'other' && !each.replace) leave('kept')
    else write.push(each)
  }
  return { write, verified, kept }
}

const importedFrom = (loaded: Loaded, content: StoredContent, cells: readonly Chosen[]): ImportedFrom => ({
  unit: loaded.reading.unitId,
  id: loaded.reading.id,
  file: loaded.reading.name,
  places: Object.fromEntries(
    cells.map(({ indicator, start, end }) => [
      indicator,
      { start, end, says: sentenceAround(content.text, start, end) },
    ]),
  ),
})

type Writing = {
  readonly unit: string
  readonly period: string
  readonly values: Values
  readonly origin: 'imported' | 'restored'
  readonly parts: readonly figureQueries.Part[]
  readonly from: ImportedFrom
  readonly by: string
  readonly id: string
}

async function write(tx: Db, world: World, it: Writing): Promise<void> {
  const { unit, period, values, origin, from, by, id } = it
  if (Object.keys(values).length === 0) return
  await writeValues(tx, world, { unit, changes: new Map([[period, values]]), origin, from, by, id })
  await figureQueries.writeParts(tx, {
    unitId: unit,
    path: getPath(world, unit),
    periodId: period,
    codes: Object.keys(values),
    parts: it.parts,
    at: world.now(),
    by,
  })
}

/** Totals of the place are made fresh before the transaction, for units below may have reported meanwhile. */
async function freshen(world: World, actor: Actor, unit: string, id: string): Promise<void> {
  const { path } = allowAct(world, actor, unit, ROLES)
  const { status } = await inScope(world.database.app, path, (tx) => loadReading(tx, unit, id))
  const { unit: placed, period } = status.placement
  if (placed !== null && period !== null) await refresh(world, placed, [period])
}

/** The place of a reading's figures, with what it holds now. @throws Refusal */
async function holdPlace(tx: Db, world: World, unit: string | null, period: string | null): Promise<Held> {
  if (unit === null || period === null) return refuse({ code: 'reading.not_placed' })
  refuseUndue(world, unit, period)
  await figureQueries.lockFigures(tx, unit, period)
  return (await loadHeld(tx, world, unit, period)) ?? refuse({ code: 'reading.not_placed' })
}

/** Writes what was confirmed; nothing that registers count, that is locked or closed, or that units below report is touched. @throws Refusal */
export async function saveReading(
  world: World,
  actor: Actor,
  input: BodyOf<typeof readings.save>,
): Promise<StepAnswer & { saved: Saved }> {
  await freshen(world, actor, input.unit, input.id)
  return takeStep(world, actor, input, {
    name: 'save',
    kind: 'saved',
    from: ['read'],
    run: async (tx, loaded, position) => {
      const { unit, period } = loaded.status.placement
      const held = await holdPlace(tx, world, unit, period)
      if (unit === null || period === null) return refuse({ code: 'reading.not_placed' })
      const content = (await findContent(tx, input.unit, input.id)) ?? refuse({ code: 'reading.not_found' })
      const chosen = chosenOf(content, loaded)
      if (chosen.length === 0) refuse({ code: 'reading.nothing_confirmed' })
      const { write: cells, verified, kept } = sortOut(world, held, chosen)
      const parts = await figureQueries.listParts(tx, [unit], period)
      await write(tx, world, {
        unit,
        period,
        values: Object.fromEntries(cells.map(({ indicator, value }) => [indicator, value])),
        origin: 'imported',
        parts: [],
        from: importedFrom(loaded, content, cells),
        by: position.title,
        id: input.commandId,
      })
      const save: Save = {
        unit,
        period,
        cells: cells.map(({ indicator, value }) => ({
          indicator,
          value,
          before: valueOf(held.own, indicator),
          beforeParts: parts
            .filter((each) => each.indicator === indicator)
            .map(({ part, value: of }) => ({ part, value: of })),
        })),
        verified,
        kept,
      }
      const tally = { ...loaded.status.tally, saved: cells.length }
      return { body: { tally, save }, more: { saved: savedOf(world, save) } }
    },
    audit: ({ saved }) => ({
      placedUnit: saved.unitId,
      period: saved.periodId,
      cells: Object.fromEntries(saved.written.map(({ indicator, value }) => [indicator, value])),
    }),
  })
}

/** Why a written cell cannot be put back; null when it still stands as it was written. */
function changedWhy(held: Held, id: string, code: string, value: number): KeptWhy | null {
  const change = standingChange(held.changes, code)
  if (held.counted.has(code)) return 'counted'
  if (valueOf(held.own, code) !== value || change?.kind !== 'imported' || change.from?.id !== id) return 'changed'
  return held.isClosed ? 'closed' : held.locked.has(code) ? 'locked' : null
}

type Undone = { restored: SavedCell[]; kept: KeptCell[] }

/** Puts back what stood before the save; a cell that has changed since, or may not change now, stays and is named. @throws Refusal */
export function undoSave(
  world: World,
  actor: Actor,
  input: BodyOf<typeof readings.undo>,
): Promise<StepAnswer & Undone> {
  return takeStep<Undone>(world, actor, input, {
    name: 'undo',
    kind: 'undone',
    from: ['saved'],
    run: async (tx, loaded, position) => {
      const save = loaded.status.lastSave ?? refuse({ code: 'reading.stale' })
      const held = await holdPlace(tx, world, save.unit, save.period)
      const judged = save.cells.map((cell) => ({
        cell,
        why: changedWhy(held, input.id, cell.indicator, cell.value),
      }))
      const back = judged.filter(({ why }) => why === null).map(({ cell }) => cell)
      const kept = judged.flatMap(({ cell: { indicator }, why }): LeftCell[] =>
        why === null
          ? []
          : [
              {
                indicator,
                value: valueOf(held.own, indicator),
                why,
                by: standingChange(held.changes, indicator)?.by ?? null,
              },
            ],
      )
      await write(tx, world, {
        unit: save.unit,
        period: save.period,
        values: Object.fromEntries(back.map(({ indicator, before }) => [indicator, before])),
        origin: 'restored',
        parts: back.flatMap(({ indicator, beforeParts }) => beforeParts.map((each) => ({ indicator, ...each }))),
        from: { unit: input.unit, id: input.id, file: loaded.reading.name, places: {} },
        by: position.title,
        id: input.commandId,
      })
      return {
        body: { tally: { ...loaded.status.tally, saved: 0 } },
        more: {
          restored: back.map((cell) => savedCell(world, cell)),
          kept: kept.map((cell) => keptCell(world, cell)),
        },
      }
    },
    audit: ({ restored, kept }) => ({
      cells: restored.map(({ indicator }) => indicator),
      kept: kept.map(({ indicator, why }) => ({ indicator, why })),
    }),
  })
}
