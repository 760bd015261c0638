// Units that a narrative names as if they stood, though they had ended or been renamed by the last day of the period. Pure.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { UnitVersion } from '@kheo/core/org/model.ts'
import type { OrgIndex } from '@kheo/core/org/org-index.ts'
import { covers } from '@kheo/core/org/span.ts'
import { type PlaceKind, type PlaceMention, placesNamed } from '@kheo/reader/places/find.ts'
import { isOfPast } from '@kheo/reader/places/past.ts'
import { scan } from '@kheo/reader/tokens/scan.ts'
import { isLive, type ProofText, sectionAt, sentenceAround } from './proof-text.ts'

const KINDS: Readonly<Record<PlaceKind, string | null>> = {
  province: 'tỉnh',
  city: 'thành phố',
  district: 'huyện',
  town: 'thị xã',
  'urban-district': 'quận',
  ward: 'phường',
  commune: 'xã',
  township: 'thị trấn',
  'special-zone': 'đặc khu',
  // Villages share their names with each other all over a province.
  village: null,
}

const MOST_STEPS = 60

export type EndedUnit = {
  readonly unit: UnitId
  /** The first day on which it no longer went by this name. */
  readonly day: CalendarDate
  /** What it is on the day asked: itself under another name, or those that took it over. */
  readonly successors: readonly UnitId[]
}

const spelt = (name: string): string =>
  scan(name)
    .map(({ key }) => key)
    .join(' ')

const books = new WeakMap<OrgIndex, ReadonlyMap<string, readonly UnitVersion[]>>()

/** Every version that went by a kind and a name, remembered for as long as the record of units stands. */
function namesIn(index: OrgIndex): ReadonlyMap<string, readonly UnitVersion[]> {
  const known = books.get(index)
  if (known !== undefined) return known
  const names = new Map<string, UnitVersion[]>()
  for (const version of index.records.versions) {
    const key = `${version.kind.replace(/ (thuộc|trực thuộc) .*/u, '')} ${spelt(version.name)}`
    const list = names.get(key)
    if (list === undefined) names.set(key, [version])
    else list.push(version)
  }
  books.set(index, names)
  return names
}

/** The units of a day that took over an ended one, through all that came between. */
function successorsOf(index: OrgIndex, unit: UnitId, day: CalendarDate): UnitId[] {
  const found: UnitId[] = []
  const seen = new Set<UnitId>([unit])
  const open = [unit]
  for (let steps = 0; open.length > 0 && steps < MOST_STEPS; steps += 1) {
    const next = open.shift()
    if (next === undefined) break
    if (index.versionAt(next, day) !== undefined) {
      found.push(next)
      continue
    }
    for (const { toId } of index.edgesFrom(next)) {
      if (seen.has(toId)) continue
      seen.add(toId)
      open.push(toId)
    }
  }
  return found
}

/** 0 for a unit of one's own, 1 for one of the same province, null for one elsewhere. */
function distance(index: OrgIndex, home: UnitId, unit: UnitId, day: CalendarDate): number | null {
  const above = index.ancestorsAt(unit, day)
  if (unit === home || above.includes(home)) return 0
  const own = [home, ...index.ancestorsAt(home, day)]
  const isNear = own.includes(unit) || above.some((each) => own.includes(each) && index.levelOf(each) === 'province')
  return isNear && index.levelOf(unit) !== 'centre' ? 1 : null
}

/** The ended unit that a name means to `home` on a day; null when one of that name stands, or when it may be one of several. */
export function endedUnit(
  index: OrgIndex,
  home: UnitId,
  { kind, name }: Pick<PlaceMention, 'kind' | 'name'>,
  day: CalendarDate,
): EndedUnit | null {
  const word = KINDS[kind]
  const versions = word === null ? [] : (namesIn(index).get(`${word} ${spelt(name)}`) ?? [])
  if (versions.some((version) => covers(version, day))) return null
  const ended = new Map<UnitId, CalendarDate>()
  for (const { unitId, to } of versions)
    if (to !== null && to <= day && to > (ended.get(unitId) ?? '')) ended.set(unitId, to)
  const near = [...ended].flatMap(([unit, last]) => {
    const successors = successorsOf(index, unit, day)
    const distances = successors.map((each) => distance(index, home, each, day)).filter((each) => each !== null)
    return distances.length === 0 ? [] : [{ unit, day: last, successors, distance: Math.min(...distances) }]
  })
  const least = Math.min(...near.map((each) => each.distance))
  const nearest = near.filter((each) => each.distance === least)
  const [only] = nearest
  return only === undefined || nearest.length > 1
    ? null
    : { unit: only.unit, day: only.day, successors: only.successors }
}

export type NamedEnded = EndedUnit & { readonly from: number; readonly to: number; readonly written: string }

/** Ended units that the sections of a narrative name, each once a section, where the sentence does not speak of the past. */
export function endedNamed(proof: ProofText, index: OrgIndex, home: UnitId, day: CalendarDate): NamedEnded[] {
  const told = new Set<string>()
  return placesNamed(proof.text).flatMap((mention) => {
    const section = sectionAt(proof, mention.start)
    const span = { from: mention.start, to: mention.end }
    if (section === undefined || isLive(proof, span)) return []
    const ended = endedUnit(index, home, mention, day)
    if (ended === null || told.has(`${section.index} ${ended.unit}`)) return []
    const around = sentenceAround(proof, section, span)
    if (isOfPast(proof.text.slice(around.from, around.to), ended.day)) return []
    told.add(`${section.index} ${ended.unit}`)
    return [{ ...ended, ...span, written: `${KINDS[mention.kind] ?? ''} ${mention.name}`.trim() }]
  })
}
