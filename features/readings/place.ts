// Of which unit and period a text speaks, among the units whose books its office keeps, as they stood and were called then.
import { calendarDate, type CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import { accessParent } from '@kheo/core/org/access-tree.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import type { PeriodKind } from '@kheo/core/period/model.ts'
import type { ReadEvent } from '@kheo/reader/reading.ts'
import type { World } from '../context.ts'
import type { StoredPeriod } from '../indicators/queries.ts'
import { today } from '../people/allow.ts'
import type { Placement } from './rules.ts'
import { periodOfTitle, type SaidPeriod } from './titles.ts'

const keepings = new WeakMap<OrgIndex, Map<CalendarDate, ReadonlyMap<UnitId, readonly UnitId[]>>>()

/** Ended areas by the unit of the day that keeps their books. */
function endedUnder(index: OrgIndex, day: CalendarDate): ReadonlyMap<UnitId, readonly UnitId[]> {
  const known = keepings.get(index) ?? new Map<CalendarDate, ReadonlyMap<UnitId, readonly UnitId[]>>()
  keepings.set(index, known)
  const held = known.get(day)
  if (held !== undefined) return held
  const kept = new Map<UnitId, UnitId[]>()
  for (const { id, level } of index.records.units) {
    const end = index.spanOf(id)?.to ?? null
    if (level === 'village' || level === 'office' || end === null || end > day) continue
    const keeper = accessParent(index, id, day)
    if (keeper === null) continue
    const list = kept.get(keeper)
    if (list === undefined) kept.set(keeper, [id])
    else list.push(id)
  }
  known.set(day, kept)
  return kept
}

/** The unit itself and the ended ones whose books it keeps: those for which it may take figures in. */
export function unitsOf(world: World, home: string): readonly UnitId[] {
  const { index } = world.org()
  const ended = endedUnder(index, today(world)).get(home as UnitId) ?? []
  return [home as UnitId, ...ended.toSorted((a, b) => nameOf(world, a).localeCompare(nameOf(world, b), 'vi'))]
}

const nameOf = (world: World, unit: UnitId): string => world.org().titleOf(unit, today(world))

/** The unit of today that keeps the books of an ended one; null for one that stands. */
export function keeperOf(world: World, unit: string): UnitId | null {
  const { index } = world.org()
  const end = index.spanOf(unit as UnitId)?.to ?? null
  return end === null || end > today(world) ? null : accessParent(index, unit as UnitId, today(world))
}

/** A time reviewed, as a period of the plain regime. */
function shapeOf({ half, quarter, months, month }: SaidPeriod): { kind: PeriodKind; number: number } | undefined {
  if (month !== undefined) return { kind: 'month', number: month }
  if (quarter !== undefined) return { kind: 'quarter', number: quarter }
  if (half !== undefined) return { kind: 'half', number: half }
  if (months === undefined || months === 12) return { kind: 'year', number: 1 }
  if (months === 9) return { kind: 'nine-months', number: 1 }
  if (months === 6) return { kind: 'half', number: 1 }
  return months === 3 ? { kind: 'quarter', number: 1 } : undefined
}

/** The period of the catalogue that a text reviews; a span of several years is none. */
export function periodSaid(periods: readonly StoredPeriod[], said: SaidPeriod | null): StoredPeriod | undefined {
  if (said === null || (said.from !== undefined && said.from !== said.year)) return undefined
  const shape = shapeOf(said)
  const fits = periods.filter(
    (each) =>
      shape !== undefined && each.kind === shape.kind && each.number === shape.number && each.year === said.year,
  )
  return fits.find((each) => !(each.id as string).includes(':')) ?? fits[0]
}

const HEAD = 800
const MOST_MENTIONS = 6
const FAR_ENOUGH = 60_000
/** In small letters, with the tone of the Party's committees in one place; no sign more or fewer. */
const plain = (text: string): string => text.toLowerCase().replaceAll('uỷ', 'ủy')

/** What the Party's committee of a place is called, by the word for the place. */
const COMMITTEES: Readonly<Record<string, string>> = {
  tỉnh: 'Tỉnh ủy',
  'thành phố': 'Thành ủy',
  'thị xã': 'Thị ủy',
  huyện: 'Huyện ủy',
  quận: 'Quận ủy',
}

/** Every way in which papers of its time call a unit: a Party report has only its committee's name. */
function callingsOf({ kind, name }: { readonly kind: string; readonly name: string }): string[] {
  const committee = COMMITTEES[kind.toLowerCase()]
  const own = `${kind} ${name}`
  return committee === undefined ? [own, `Đảng ủy ${own}`] : [own, `${committee} ${name}`]
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign)

/** Where a name stands as words of its own. */
function placesOf(text: string, name: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0 && found.length < MOST_MENTIONS; at = text.indexOf(name, at + name.length))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) found.push(at)
  return found
}

type Named = { readonly unit: UnitId; readonly points: number }

/** The unit of a set that a text names most, its head weighing more; a name within a longer one of the set does not count. */
export function unitNamed(text: string, names: ReadonlyMap<UnitId, readonly string[]>): UnitId | undefined {
  const low = plain(text.slice(0, FAR_ENOUGH))
  const taken = new Set<number>()
  const spoken = [...names].flatMap(([unit, all]) => all.map((name) => ({ unit, name: plain(name) })))
  const points = new Map<UnitId, number>()
  for (const { unit, name } of spoken.toSorted((a, b) => b.name.length - a.name.length))
    for (const at of placesOf(low, name)) {
      if (taken.has(at)) continue
      taken.add(at)
      points.set(unit, (points.get(unit) ?? 0) + (at < HEAD ? 4 : 1))
    }
  return [...points].map(([unit, sum]): Named => ({ unit, points: sum })).toSorted((a, b) => b.points - a.points)[0]
    ?.unit
}

/** What a text itself says of unit and period, and what follows from it when it says only one of them. */
export function propose(world: World, home: string, text: string, event: ReadEvent): Placement {
  const org = world.org()
  const period = periodSaid(world.catalogue().periods, periodOfTitle(text) ?? event.period)
  const day = period?.endOn ?? (event.date === null ? null : calendarDate(event.date))
  const stood = unitsOf(world, home).filter((unit) => {
    const span = org.index.spanOf(unit)
    if (span === undefined || day === null) return span !== undefined
    const start = period?.startOn ?? day
    return span.from <= day && (span.to === null || span.to > start)
  })
  const names = new Map(
    // A paper of January speaks of the town that the district has just become, so all its names count.
    stood.map((unit) => [unit, [...new Set(org.index.versionsOf(unit).flatMap(callingsOf))]]),
  )
  const named = unitNamed(text, names)
  const fallback = stood.includes(home as UnitId) ? (home as UnitId) : stood.length === 1 ? stood[0] : undefined
  return {
    unit: named ?? fallback ?? null,
    period: period?.id ?? null,
    saysUnit: named !== undefined,
    saysPeriod: period !== undefined,
  }
}
