// Names of rows and columns of strangers' tables → indicators, by the words they share, rare words telling more.
import type { Catalogue } from '@kheo/core/indicator/catalogue.ts'
import type { Indicator } from '@kheo/core/indicator/model.ts'
import { keysOf } from './words.ts'

const EMPTY = new Set([
  'số',
  'tổng',
  'trong',
  'đó',
  'của',
  'các',
  'và',
  'được',
  'đã',
  'về',
  'có',
  'theo',
  'cho',
  'tại',
  'là',
  'gồm',
])

type Named = {
  readonly indicator: Indicator
  readonly keys: ReadonlySet<string>
  readonly whole: string
  readonly weight: number
}
export type IndicatorNames = {
  readonly byKey: ReadonlyMap<string, readonly Named[]>
  readonly rarity: ReadonlyMap<string, number>
  readonly groups: readonly { readonly code: string; readonly keys: ReadonlySet<string> }[]
}

const MOST_WORDS = 40
const tellingKeys = (name: string): string[] =>
  keysOf(name.slice(0, 400))
    .filter((key) => !EMPTY.has(key))
    .slice(0, MOST_WORDS)
const wholeOf = (name: string): string => keysOf(name.slice(0, 400)).join(' ')

/** Made once for a catalogue. */
export function indicatorNames(catalogue: Catalogue): IndicatorNames {
  const counts = new Map<string, number>()
  const all = catalogue.indicators.map((indicator) => ({ indicator, keys: new Set(tellingKeys(indicator.nameVi)) }))
  for (const { keys } of all) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const rarity = new Map([...counts].map(([key, count]) => [key, Math.log(1 + all.length / count)]))
  const byKey = new Map<string, Named[]>()
  for (const { indicator, keys } of all) {
    const weight = [...keys].reduce((sum, key) => sum + (rarity.get(key) ?? 0), 0)
    const named: Named = { indicator, keys, whole: wholeOf(indicator.nameVi), weight }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), named])
  }
  const groups = catalogue.groups.map(({ code, titleVi }) => ({ code, keys: new Set(tellingKeys(titleVi)) }))
  return { byKey, rarity, groups }
}

/** What stands around a row. */
export type RowPlace = {
  readonly unit: string
  readonly group: string | null
  /** The indicator of the row that this one is a part of, or that stands above it. */
  readonly above: string | null
  readonly isPart: boolean
}
export type NameMatch = { readonly indicator: Indicator; readonly score: number }

const UNIT = 0.1
const GROUP = 0.12
const PART = 0.1
const UNKNOWN_WORD = 3
const SAME = 1
const LIKE = 0.85
const TOTAL = /^tổng/iu

/** The best indicators for a name, 0 to 1, the best first. */
export function matchName(names: IndicatorNames, name: string, place: RowPlace): NameMatch[] {
  const keys = [...new Set(tellingKeys(name))]
  const whole = wholeOf(name)
  const own = keys.reduce((sum, key) => sum + (names.rarity.get(key) ?? UNKNOWN_WORD), 0)
  const shared = new Map<Named, number>()
  for (const key of keys)
    for (const named of names.byKey.get(key) ?? [])
      shared.set(named, (shared.get(named) ?? 0) + (names.rarity.get(key) ?? 0))
  return [...shared]
    .map(([named, common]) => {
      const isSame = named.whole === whole
      const alike = isSame ? SAME : (LIKE * common) / (named.weight + own - common)
      const isTotal = TOTAL.test(name) && TOTAL.test(named.indicator.nameVi)
      return {
        indicator: named.indicator,
        score: alike + placed(named.indicator, place, isSame) + (isTotal ? PART : 0),
      }
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 4)
    .map((match) => ({ ...match, score: Math.min(1, Math.max(0, match.score)) }))
}

function placed(indicator: Indicator, { unit, group, above, isPart }: RowPlace, isSame: boolean): number {
  const isUnit = unit !== '' && wholeOf(unit) === wholeOf(indicator.unit)
  const isPartName = indicator.nameVi.startsWith('Trong đó')
  const aboveGroup = above?.slice(0, 2)
  return (
    (isUnit ? UNIT : unit === '' ? 0 : -UNIT / 2) +
    (group === indicator.group ? GROUP : 0) +
    (aboveGroup === indicator.group ? PART / 2 : 0) +
    (isPart && isPartName && aboveGroup === indicator.group ? PART : 0) -
    (isPartName && !isPart && !isSame ? PART : 0)
  )
}

/** The group of indicators that a row names; null when it names none. */
export function groupNamed(names: IndicatorNames, title: string): string | null {
  const keys = new Set(tellingKeys(title))
  let best: { code: string; alike: number } | null = null
  for (const group of names.groups) {
    const common = [...group.keys].filter((key) => keys.has(key)).length
    const alike = common / (group.keys.size + keys.size - common)
    if (alike > (best?.alike ?? 0.4)) best = { code: group.code, alike }
  }
  return best?.code ?? null
}
