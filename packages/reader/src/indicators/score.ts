// How well the words around a figure fit the hints of an indicator.
import type { ReadFigure } from '../reading.ts'
import type { ReadyHint, ReadyHints } from './hints.ts'
import { keysOf, type Hit } from './words.ts'
import { HEARD, type Heard } from './zones.ts'

/** What is heard at a figure and around its sentence. */
export type Around = Heard & {
  readonly lastSentence: ReadonlySet<number>
  readonly heading: ReadonlySet<number>
}

export type Candidate = {
  readonly hint: ReadyHint
  readonly score: number
  /** Phrases of the figure's own words that spoke for it. */
  readonly covered: readonly Hit[]
  readonly because: readonly string[]
}

const NEAR_WORTH = 0.22
const WITH_WORTH = 0.13
const HELP_WORTH = 0.05
const MOST_HELP = 0.12
const LONG_WORTH = 0.02
const CARRIED_AGAINST = 0.06

const weightAt = (around: Around, phrase: number): number =>
  around.weights.get(phrase) ??
  (around.heading.has(phrase) ? HEARD.heading : around.lastSentence.has(phrase) ? HEARD.before : 0)

function best(around: Around, group: readonly number[], hints: ReadyHints): { weight: number; phrase: number } {
  let found = { weight: 0, phrase: -1 }
  for (const phrase of group) {
    const weight = weightAt(around, phrase)
    const isLonger = weight === found.weight && hints.tree.wordsIn(phrase) > hints.tree.wordsIn(found.phrase)
    if (weight > found.weight || (weight > 0 && isLonger)) found = { weight, phrase }
  }
  return found
}

const scopeOf = (weight: number): string =>
  weight >= HEARD.far ? 'own' : weight >= HEARD.carried ? 'sentence' : weight === HEARD.heading ? 'heading' : 'around'

/** The score of one hint, 0 to 1; null when a word that must stand there does not, or one that must not does. */
function scored(hint: ReadyHint, around: Around, hints: ReadyHints, unitWords: number): Candidate | null {
  const because = ['indicator.unit']
  let score = hint.base + LONG_WORTH * Math.max(0, unitWords - 1)
  for (const phrase of hint.not) {
    const weight = around.weights.get(phrase) ?? 0
    if (weight >= HEARD.far) return null
    if (weight >= HEARD.carried) score -= CARRIED_AGAINST
  }
  const spoke = new Set<number>()
  for (const group of hint.near) {
    const { weight, phrase } = best(around, group, hints)
    if (weight < HEARD.taken) return null
    score += NEAR_WORTH * weight
    if (weight >= HEARD.far) score += LONG_WORTH * (hints.tree.wordsIn(phrase) - 1)
    because.push(`indicator.near.${scopeOf(weight)}`)
    spoke.add(phrase)
  }
  for (const group of hint.with) {
    const { weight, phrase } = best(around, group, hints)
    if (weight === 0) return null
    score += WITH_WORTH * weight
    because.push(`indicator.with.${scopeOf(weight)}`)
    spoke.add(phrase)
  }
  const help = hint.helps.reduce((sum, phrase) => sum + HELP_WORTH * weightAt(around, phrase), 0)
  if (help > 0) because.push('indicator.helped')
  const covered = around.own.filter((hit) => spoke.has(hit.phrase))
  return { hint, score: score + Math.min(help, MOST_HELP), covered, because }
}

type Counted = { readonly hint: ReadyHint; readonly unitWords: number }

const countedBy = (hints: ReadyHints, units: readonly number[]): Counted[] => {
  const found = new Map<ReadyHint, Counted>()
  for (const unit of units)
    for (const hint of hints.byUnit.get(unit) ?? []) found.set(hint, { hint, unitWords: hints.tree.wordsIn(unit) })
  return [...found.values()]
}

/** The indicators whose unit a written unit is; `m²` for `ha`. */
const measured = (hints: ReadyHints, unit: string): Counted[] =>
  Object.entries(hints.scales).flatMap(([own, scale]) =>
    unit in scale ? (hints.measures.get(own) ?? []).map((hint) => ({ hint, unitWords: 1 })) : [],
  )

/** Hints that the figure's unit speaks of; where it has none, nouns before it in the sentence, then the noun of the figure before. */
function countedAt(figure: ReadFigure, around: Around, hints: ReadyHints, unitBefore: readonly string[]): Counted[] {
  const all = (them: readonly ReadyHint[]): Counted[] => them.map((hint) => ({ hint, unitWords: 1 }))
  if (figure.kind === 'percent') return all(hints.percents)
  if (figure.kind === 'money') {
    const isEach = figure.unit.includes('/')
    return all(hints.money).filter(
      ({ hint }) => !isEach || hints.catalogue.byCode.get(hint.code)?.tree.kind === 'ratio',
    )
  }
  if (EACH.test(figure.unit)) return []
  if (figure.kind === 'measure') return measured(hints, figure.unit.split(' ')[0] ?? '')
  const stated = hints.tree.beginning(unitKeys(figure))
  if (unitKeys(figure).length > 0 && figure.text !== figure.number) return countedBy(hints, stated)
  // No noun stands behind the number: what its reader took for one is one guess among others.
  const nounsIn = (hits: readonly Hit[]) =>
    hits.filter(({ phrase }) => hints.byUnit.has(phrase)).map((hit) => hit.phrase)
  const own = nounsIn(around.own)
  if (own.length > 0) return countedBy(hints, [...own, ...stated])
  const carried = nounsIn(around.carried)
  if (stated.length > 0 || carried.length > 0) return countedBy(hints, [...carried, ...stated])
  return countedBy(hints, hints.tree.beginning(unitBefore))
}

/** `12 buổi/năm` is a norm. `9 xã/phường` are nine. */
const EACH = /\/ ?(?:năm|tháng|quý|tuần|ngày|người|hộ|suất|lần|kỳ|kì)/u

export const unitKeys = (figure: ReadFigure): readonly string[] => keysOf(figure.unit)

/** All indicators that a figure may be, the best first, each once. */
export function candidatesOf(
  figure: ReadFigure,
  around: Around,
  hints: ReadyHints,
  unitBefore: readonly string[],
): Candidate[] {
  const byCode = new Map<string, Candidate>()
  for (const { hint, unitWords } of countedAt(figure, around, hints, unitBefore)) {
    const candidate = scored(hint, around, hints, unitWords)
    if (candidate !== null && candidate.score > (byCode.get(hint.code)?.score ?? 0)) byCode.set(hint.code, candidate)
  }
  return [...byCode.values()].toSorted((a, b) => b.score - a.score)
}
