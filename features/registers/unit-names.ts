// Units by the names that people write in cells, and names that are certain to be understood when they are read again.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { OrgView } from '../org/index.ts'

type Names = {
  readonly standing: ReadonlyMap<string, readonly string[]>
  readonly ended: ReadonlyMap<string, readonly string[]>
}
const known = new WeakMap<OrgView, { readonly day: CalendarDate; readonly names: Names }>()

function listNames(org: OrgView, day: CalendarDate): Names {
  const [standing, ended] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const add = (to: Map<string, string[]>, name: string, id: string): void => {
    const key = foldVietnamese(name)
    const ids = to.get(key) ?? []
    if (!ids.includes(id)) to.set(key, [...ids, id])
  }
  for (const { id } of org.index.records.units) {
    const now = org.index.versionAt(id, day)
    const last = now ?? org.index.versionsOf(id).at(-1)
    if (last === undefined) continue
    for (const name of [org.titleOf(id, day), last.name]) add(now === undefined ? ended : standing, name, id)
  }
  return { standing, ended }
}

function namesOf(org: OrgView, day: CalendarDate): Names {
  const before = known.get(org)
  if (before?.day === day) return before.names
  const names = listNames(org, day)
  known.set(org, { day, names })
  return names
}

/** Ids of the units with this id, else with this name today, else with this last name. */
export function unitsNamed(org: OrgView, day: CalendarDate, typed: string): readonly string[] {
  if (org.index.levelOf(typed as never) !== undefined) return [typed]
  const { standing, ended } = namesOf(org, day)
  const key = foldVietnamese(typed)
  return standing.get(key) ?? ended.get(key) ?? []
}

/** The unit's name where no other unit is called so; undefined otherwise. */
export function nameOfOne(org: OrgView, day: CalendarDate, id: string): string | undefined {
  const title = org.titleOf(id, day)
  const found = unitsNamed(org, day, title)
  return found.length === 1 && found[0] === id ? title : undefined
}
