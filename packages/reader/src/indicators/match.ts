// Figures of a text → indicators that they are: by the noun they count, the words around them, the heading above, the figures before.
import type { TextTable } from '../contents.ts'
import type { ReadFigure } from '../reading.ts'
import { scan, type Spellings } from '../tokens/scan.ts'
import { agreed } from './agree.ts'
import { bearingOf, endsWith, type Frame, placesIn, sectionOf, type Section, signsIn } from './bearing.ts'
import { inUnit, type IndicatorClaim, type Alternative } from './claim.ts'
import type { ReadyHints } from './hints.ts'
import { type Around, type Candidate, candidatesOf, unitKeys } from './score.ts'
import { type Hit, type Word, wordsOf } from './words.ts'
import { heardAt, phrasesIn, type Zone, zonesOf } from './zones.ts'

export type MatchOptions = {
  readonly hints: ReadyHints
  /** Day of the catalogue's checks. */
  readonly day: string
  /** Year of the period that the text is of: figures of another year are then told apart. */
  readonly year?: number
  /** Names that the whole goes by, without the word for its kind: `Hòa Mạc`. Those in the head of the text are known already. */
  readonly places?: readonly string[]
  /** Tables are matched by their columns; their cells are left out here. */
  readonly tables?: readonly TextTable[]
  /** Trusts each claim by its words alone, not by how it agrees with the others: for a text whose numbers are themselves in question. */
  readonly isByWords?: true
}

const HEAD_OF_TEXT = 800
const LEAST = 0.42
const MOST = 0.97
const CLOSE = 0.04
const LONGEST_HEADING = 40
const TAIL = 50

/** What the lines before a paragraph leave to it. */
type Above = {
  section: Section
  heading: ReadonlySet<number>
  intro: ReadonlySet<number>
  last: ReadonlySet<number>
}

type Line = {
  readonly words: readonly Word[]
  readonly hits: readonly Hit[]
  readonly signs: readonly Hit[]
  readonly figures: readonly ReadFigure[]
  /** Index of the first figure. */
  readonly first: number
  readonly isPlan: boolean
}

const NOTHING: ReadonlySet<number> = new Set()

/**
 * One claim at most for each figure, and one for the y of `x/y`, by their places; figures that fit no indicator are left out.
 * `figures` by their places. Time grows with the text and the number of figures.
 */
export function matchIndicators(text: string, figures: readonly ReadFigure[], options: MatchOptions): IndicatorClaim[] {
  const known: Spellings = new Map()
  const firstLine = text.lastIndexOf('\n', figures[0]?.start ?? text.length) + 1
  const head = wordsOf(scan(text, 0, Math.min(firstLine, HEAD_OF_TEXT), known))
  const own = (options.places ?? []).map((place) =>
    wordsOf(scan(place))
      .map(({ key }) => key)
      .join(' '),
  )
  const frame: Frame = { year: options.year ?? null, places: new Set([...placesIn(head), ...own]) }
  const isTabled = tabled(options.tables ?? [])
  const above: Above = { section: null, heading: NOTHING, intro: NOTHING, last: NOTHING }
  const claims: IndicatorClaim[] = []
  let next = 0
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    const first = next
    while (next < figures.length && (figures[next]?.start ?? 0) < to) next += 1
    const words = to > from ? wordsOf(scan(text, from, to, known)) : []
    if (words.length > 0 && !isTabled(from)) {
      const here = figures.slice(first, next)
      const section = sectionOf(words, here.length > 0)
      if (here.length > 0)
        claims.push(...lineClaims(lineOf(words, here, first, above, options.hints), above, options.hints, frame))
      leave(above, words, section, here.length > 0, text.charAt(to - 1), options.hints)
    }
    from = to + 1
  }
  const judged = options.isByWords === true ? claims : agreed(claims, options.hints.catalogue, options.day)
  return withWholes(judged, figures, options.hints)
}

function tabled(tables: readonly TextTable[]): (at: number) => boolean {
  const spans = tables
    .map(({ rows }) => ({ start: rows[0]?.[0]?.start ?? 0, end: rows.at(-1)?.at(-1)?.end ?? 0 }))
    .toSorted((a, b) => a.start - b.start)
  let next = 0
  return (at) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) < at) next += 1
    return (spans[next]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}

function lineOf(
  words: readonly Word[],
  figures: readonly ReadFigure[],
  first: number,
  above: Above,
  hints: ReadyHints,
): Line {
  const opens = sectionOf(words.slice(0, 12), false) === 'plan'
  return {
    words,
    hits: hints.tree.find(words),
    signs: signsIn(words),
    figures,
    first,
    isPlan: opens || above.section === 'plan',
  }
}

/** What this line leaves to the next ones. */
function leave(
  above: Above,
  words: readonly Word[],
  section: Section,
  hasFigures: boolean,
  lastSign: string,
  hints: ReadyHints,
): void {
  const isShort = words.length <= LONGEST_HEADING
  const tail = phrasesIn(hints.tree, words, Math.max(0, words.length - TAIL), words.length)
  if (section !== null) above.section = section
  if (isShort && !hasFigures && lastSign !== '.') above.heading = tail
  if (lastSign === ':') above.intro = tail
  else if (!isShort) above.intro = NOTHING
  above.last = tail
}

type Told = {
  /** Part and whole, when this figure and the one before it, or this one alone, tell both. */
  readonly pair: readonly [part: string, whole: string] | null
  readonly candidate: Candidate
  readonly sentence: number
  readonly unit: readonly string[]
}

function lineClaims(line: Line, above: Above, hints: ReadyHints, frame: Frame): IndicatorClaim[] {
  const zones = zonesOf(line.words, line.figures)
  const owners = ownersOf(zones, line.words.length)
  const heading = new Set([...above.heading, ...above.intro])
  const claims: IndicatorClaim[] = []
  const tellers: Told[] = []
  const sentences = new Map<number, ReadonlySet<number>>()
  const sentenceBefore = (zone: Zone): ReadonlySet<number> => {
    const known = sentences.get(zone.sentenceFrom) ?? lastSentence(line.words, zone, above, hints)
    sentences.set(zone.sentenceFrom, known)
    return known
  }
  let unitBefore: readonly string[] = []
  const units = line.figures.map((figure) => (figure.kind === 'percent' ? figure.unit : (unitKeys(figure)[0] ?? '')))
  for (const [at, figure] of line.figures.entries()) {
    const zone = zones[at]
    if (zone === undefined) continue
    const same = (word: number): boolean => {
      const owner = owners[word] ?? -1
      return owner >= 0 && owner < at && (units[owner] === units[at] || units[at] === '')
    }
    const around: Around = {
      ...heardAt(line.words, zone, line.hits, same),
      lastSentence: sentenceBefore(zone),
      heading,
    }
    const last = tellers.at(-1)
    const before = last?.sentence === zone.sentenceFrom ? last : null
    const found = inContext(candidatesOf(figure, around, hints, unitBefore), figure, zone, line, before, hints)
    const best = found[0]
    const bearing = bearingOf(line.words, zone, line.signs, frame, line.isPlan, best?.covered)
    if (unitKeys(figure).length > 0 && figure.kind === 'count') unitBefore = unitKeys(figure)
    if (
      best === undefined ||
      best.score < LEAST ||
      bearing.isChange ||
      isCondition(figure, zone, zones[at - 1], line.words)
    )
      continue
    tellers.push({ candidate: best, pair: pairOf(best, before), sentence: zone.sentenceFrom, unit: unitKeys(figure) })
    claims.push(...claimsOf(found, figure, line.first + at, bearing, hints))
  }
  return claims
}

function pairOf({ hint }: Candidate, before: Told | null): Told['pair'] {
  if (hint.whole !== null) return [hint.code, hint.whole]
  const part = before?.candidate.hint
  return part?.whole === hint.code ? [part.code, hint.code] : null
}

/** "5/9 xã có 100% cử tri đi bầu": the percent says which ones are counted. */
const isCondition = (figure: ReadFigure, zone: Zone, before: Zone | undefined, words: readonly Word[]): boolean =>
  figure.kind === 'percent' &&
  before?.sentenceFrom === zone.sentenceFrom &&
  zone.from === before.nounTo &&
  words[zone.numberFrom - 1]?.key === 'có'

/** For each word, the first figure that has it for its own, or −1. */
function ownersOf(zones: readonly Zone[], words: number): Int32Array {
  const owners = new Int32Array(words).fill(-1)
  for (const [at, { from, to }] of zones.entries())
    for (let word = from; word < to && word < words; word += 1) if (owners[word] === -1) owners[word] = at
  return owners
}

function lastSentence(words: readonly Word[], zone: Zone, above: Above, hints: ReadyHints): ReadonlySet<number> {
  if (zone.sentenceFrom === 0) return above.last
  let from = zone.sentenceFrom - 1
  while (from > 0 && from > zone.sentenceFrom - TAIL && words[from]?.isFirst !== true) from -= 1
  return phrasesIn(hints.tree, words, from, zone.sentenceFrom)
}

const SAME_GROUP = 0.04
const NOT_THE_PART = 0.3
const NO_WHOLE = 0.12
const AFTER_PAIR = 0.62
const AFTER_PART = 0.66

/** What the figure before it in the sentence and the form of the number say of the candidates. */
function inContext(
  found: readonly Candidate[],
  figure: ReadFigure,
  zone: Zone,
  line: Line,
  before: Told | null,
  hints: ReadyHints,
): Candidate[] {
  const wholes = new Set(found.map(({ hint }) => hint.whole))
  const group = before?.candidate.hint.code.slice(0, 2)
  const judged = found.map((candidate): Candidate => {
    const { code, whole } = candidate.hint
    const isCountOfUnits = hints.catalogue.byCode.get(code)?.tree.kind === 'units'
    const against =
      figure.of === undefined || (whole !== null && !wholes.has(code)) ? 0 : wholes.has(code) ? NOT_THE_PART : NO_WHOLE
    const score = candidate.score + (code.startsWith(group ?? ' ') ? SAME_GROUP : 0) - (isCountOfUnits ? 0 : against)
    return { ...candidate, score }
  })
  const told = before === null ? null : toldBefore(figure, zone, line, before, hints)
  if (told !== null) {
    const same = judged.findIndex(({ hint }) => hint.code === told.hint.code)
    if (same >= 0) judged.splice(same, 1)
    judged.push(told)
  }
  return judged.toSorted((a, b) => b.score - a.score)
}

/** "8 trong tổng số 24 đơn": the second is the whole of the first. "8/24 đơn, đạt 33,3%": the rate of the two. */
function toldBefore(figure: ReadFigure, zone: Zone, line: Line, before: Told, hints: ReadyHints): Candidate | null {
  const { hint } = before.candidate
  if (before.pair === null) return null
  const as = (code: string, score: number, because: string): Candidate => ({
    hint: { ...hint, code, whole: null },
    score: Math.max(score, before.candidate.score - SAME_GROUP),
    covered: [],
    because: [because],
  })
  if (figure.kind === 'percent') {
    const rate = hints.rates.get(before.pair.join(' '))
    const follows = endsWith(line.signs, zone, 'ofPair') || zone.numberFrom === zone.from
    return rate !== undefined && follows ? as(rate, AFTER_PAIR, 'indicator.rate-of-pair') : null
  }
  const isSameNoun = figure.unit === '' || unitKeys(figure)[0] === before.unit[0]
  return hint.whole !== null && figure.of === undefined && isSameNoun && endsWith(line.signs, zone, 'partOfWhole')
    ? as(hint.whole, AFTER_PART, 'indicator.whole-of-part')
    : null
}

const AS_ACTUAL = { plan: 0.5, otherPeriod: 0.5, place: 0.6, range: 0.6 } as const
const MOST_ALTERNATIVES = 3

function claimsOf(
  found: readonly Candidate[],
  figure: ReadFigure,
  index: number,
  bearing: ReturnType<typeof bearingOf>,
  hints: ReadyHints,
): IndicatorClaim[] {
  const trust =
    (bearing.isPlan ? AS_ACTUAL.plan : 1) *
    (bearing.isOtherPeriod ? AS_ACTUAL.otherPeriod : 1) *
    (bearing.place === null ? 1 : AS_ACTUAL.place) *
    (figure.to === undefined ? 1 : AS_ACTUAL.range)
  const alternatives = found.slice(0, MOST_ALTERNATIVES + 1).flatMap(({ hint, score }): Alternative[] => {
    const value = inUnit(hints.catalogue, hints.scales, hint.code, figure.value, figure.unit)
    return value === null ? [] : [{ indicator: hint.code, value, confidence: shown(score * trust) }]
  })
  const [best, ...others] = alternatives
  const candidate = found.find(({ hint }) => hint.code === best?.indicator)
  if (best === undefined || candidate === undefined) return []
  const isClose = (others[0]?.confidence ?? 0) > best.confidence - CLOSE
  const common = {
    figure: index,
    confidence: shown(best.confidence - (isClose ? CLOSE : 0)),
    kindOfValue: bearing.isPlan ? ('plan' as const) : ('actual' as const),
    ofOtherPeriod: bearing.isOtherPeriod,
    ofPlace: bearing.place,
  }
  const claim: IndicatorClaim = {
    ...common,
    part: 'value',
    indicator: best.indicator,
    value: best.value,
    alternatives: others,
    because: [...candidate.because, ...(isClose ? ['indicator.close'] : []), ...bearing.because],
  }
  return [claim, ...wholeOf(claim, figure, hints)]
}

/** What the y of `x/y` is, by what the x is. */
function wholeOf(claim: IndicatorClaim, figure: ReadFigure, hints: ReadyHints): IndicatorClaim[] {
  const whole = hints.wholes.get(claim.indicator)
  if (figure.of === undefined || whole === undefined) return []
  const because = ['indicator.whole-of-fraction', ...claim.because.filter((code) => code.startsWith('bearing.'))]
  return [{ ...claim, part: 'of', indicator: whole, value: figure.of, alternatives: [], because }]
}

/** Where the checks gave the x another reading, the y follows it. */
function withWholes(
  claims: readonly IndicatorClaim[],
  figures: readonly ReadFigure[],
  hints: ReadyHints,
): IndicatorClaim[] {
  return claims.flatMap((claim, at) => {
    const figure = figures[claim.figure]
    if (claim.part === 'of') {
      const part = claims[at - 1]
      return part !== undefined && hints.wholes.get(part.indicator) === claim.indicator ? [claim] : []
    }
    const next = claims[at + 1]
    const isTold =
      next?.part === 'of' && next.figure === claim.figure && hints.wholes.get(claim.indicator) === next.indicator
    return figure === undefined || isTold ? [claim] : [claim, ...wholeOf(claim, figure, hints)]
  })
}

const shown = (score: number): number => Math.round(Math.min(MOST, Math.max(0, score)) * 1000) / 1000
