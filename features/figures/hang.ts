// When a reorganisation takes effect, units hang elsewhere, and the totals above them are made anew.
import type { World } from '../context.ts'
import { hangUnits, importUnits, type ImportedUnits } from '../org/actions.ts'
import { dayOf } from '../people/allow.ts'
import { markAll } from './totals.ts'

/** Hangs the units as on today when that has changed since; totals are recomputed, for the tree above them may differ. */
export async function hangToday(world: World): Promise<number> {
  const day = dayOf(world.now())
  const view = world.org()
  if (view.hungOn === day || view.index.records.units.length === 0) return 0
  // A clock set back (a restored backup, the demonstration's own clock) hangs them as they were.
  const [low, high] = (view.hungOn ?? '') < day ? [view.hungOn ?? '', day] : [day, view.hungOn ?? '']
  const between = view.index.records.events.some((event) => low < event.effectiveOn && event.effectiveOn <= high)
  if (!between && view.hungOn !== null) return 0
  const moved = await hangUnits(world.database.owner, day)
  await world.reload()
  if (moved > 0) await markAll(world)
  return moved
}

/** Imports files of units and makes every total anew in the tree that they tell. @throws Refusal, and then nothing is changed */
export async function replaceUnits(world: World, unitsCsv: string, lineageCsv: string): Promise<ImportedUnits> {
  const imported = await importUnits(world.database.owner, unitsCsv, lineageCsv, dayOf(world.now()))
  await world.reload()
  await markAll(world)
  return imported
}
