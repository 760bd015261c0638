// Which words of a sentence belong to which of its figures, and how near a phrase stands to a figure.
import type { ReadFigure } from '../reading.ts'
import type { Hit, PhraseTree, Word } from './words.ts'

/** Indexes of words; each end exclusive. */
export type Zone = {
  readonly sentenceFrom: number
  /** First word before the number that is the figure's own. */
  readonly from: number
  readonly numberFrom: number
  readonly numberTo: number
  /** After the noun that the number counts. */
  readonly nounTo: number
  readonly to: number
  /** "06 tập thể và 12 cá nhân được tặng Giấy khen": what is said after the last of several is heard by the first up to here. */
  readonly sharedTo: number
  readonly sentenceTo: number
}

/** How far a phrase is heard, in words. */
const BEHIND = 70
const AHEAD = 30

export const HEARD = {
  own: 1,
  far: 0.85,
  topic: 0.7,
  carried: 0.55,
  taken: 0.46,
  after: 0.3,
  before: 0.3,
  heading: 0.35,
} as const

const PARTING = new Set(['và', 'với', 'còn', 'cùng'])
const PARTING_PAIRS = new Set(['trong đó', 'trong tổng', 'trong số', 'trên tổng'])

/** First word at or after `from` whose key begins after `offset`. */
function wordAt(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** "33 đơn vị, loại Khá 8": a noun that took one word too many leaves it to the figure that follows. */
function nounEnd(words: readonly Word[], numberTo: number, nounTo: number, next: ReadFigure | undefined): number {
  const isRunOn =
    nounTo - numberTo > 1 &&
    words[nounTo - 1]?.gap === 'soft' &&
    words[nounTo]?.gap === 'none' &&
    next !== undefined &&
    (words[nounTo + RUN_ON]?.start ?? 0) >= next.start
  return isRunOn ? nounTo - 1 : nounTo
}
const RUN_ON = 3

type Placed = { readonly numberFrom: number; readonly numberTo: number; readonly nounTo: number }

function placed(words: readonly Word[], figure: ReadFigure, next: ReadFigure | undefined): Placed {
  const numberEnd = figure.start + figure.number.length
  const textEnd = figure.text.startsWith(figure.number) ? figure.start + figure.text.length : numberEnd
  const numberFrom = wordAt(words, figure.start)
  const numberTo = Math.max(numberFrom, wordAt(words, numberEnd))
  return { numberFrom, numberTo, nounTo: nounEnd(words, numberTo, Math.max(numberTo, wordAt(words, textEnd)), next) }
}

/** Where the words between two figures part: what stands before goes with the first, what stands after with the second. */
function partingOf(words: readonly Word[], from: number, to: number): number | undefined {
  for (let at = from; at <= to; at += 1) {
    const word = words[at]
    if (word === undefined) return undefined
    if (word.gap !== 'none') return at
    if (at < to && (PARTING.has(word.key) || PARTING_PAIRS.has(`${word.key} ${words[at + 1]?.key ?? ''}`))) return at
  }
  return undefined
}

/** A zone for each figure of a paragraph; `figures` in order of their places, all within the words. */
export function zonesOf(words: readonly Word[], figures: readonly ReadFigure[]): Zone[] {
  const places = figures.map((figure, at) => placed(words, figure, figures[at + 1]))
  const starts: number[] = []
  let next = 0
  let sentence = 0
  for (const { numberFrom } of places) {
    for (; next <= numberFrom; next += 1) if (words[next]?.isFirst === true) sentence = next
    starts.push(sentence)
  }
  const zones: Zone[] = []
  for (const [at, place] of places.entries()) {
    const sentenceFrom = starts[at] ?? 0
    const [before, after] = [places[at - 1], places[at + 1]]
    const isFirst = starts[at - 1] !== sentenceFrom
    const isLast = starts[at + 1] !== sentenceFrom
    const sentenceTo = endOf(words, place.nounTo)
    const parted = isFirst || before === undefined ? undefined : partingOf(words, before.nounTo, place.numberFrom)
    const from = isFirst || before === undefined ? sentenceFrom : (parted ?? before.nounTo)
    const ends = isLast || after === undefined ? sentenceTo : after.numberFrom
    const to = isLast || after === undefined ? ends : (partingOf(words, place.nounTo, after.numberFrom) ?? ends)
    zones.push({
      ...place,
      sentenceFrom,
      from: Math.max(from, place.numberFrom - BEHIND),
      to: Math.min(Math.max(to, place.nounTo), place.nounTo + AHEAD),
      sharedTo: 0,
      sentenceTo,
    })
  }
  return shared(words, zones, figures)
}

const headOf = (figure: ReadFigure | undefined): string => figure?.unit.split(' ')[0] ?? ''

const isCounted = (figure: ReadFigure | undefined): boolean => figure?.kind === 'count' || figure?.kind === 'fraction'

/** Figures of unlike things that follow each other with no word, or one, between them share what is said after the last. */
function shared(words: readonly Word[], zones: readonly Zone[], figures: readonly ReadFigure[]): Zone[] {
  const result: Zone[] = []
  for (let at = zones.length - 1; at >= 0; at -= 1) {
    const [zone, next] = [zones[at], result.at(-1)]
    if (zone === undefined) continue
    const isJoined =
      next?.sentenceFrom === zone.sentenceFrom &&
      next.numberFrom - zone.nounTo <= 1 &&
      words[next.numberFrom]?.gap !== 'hard' &&
      isCounted(figures[at]) &&
      isCounted(figures[at + 1]) &&
      headOf(figures[at]) !== headOf(figures[at + 1])
    const end = isJoined ? Math.max(next.sharedTo, next.to) : zone.to
    result.push({
      ...zone,
      sharedTo: Math.min(end, zone.nounTo + AHEAD),
      sentenceTo: Math.max(zone.sentenceTo, zone.to),
    })
  }
  return result.toReversed()
}

function endOf(words: readonly Word[], from: number): number {
  const limit = Math.min(words.length, from + AHEAD)
  for (let at = from; at < limit; at += 1) if (words[at]?.isFirst === true) return at
  return limit
}

/** What is heard at a figure: the strongest weight of each phrase, and where its own phrases stand. */
export type Heard = {
  readonly weights: ReadonlyMap<number, number>
  readonly own: readonly Hit[]
  /** Phrases of the sentence before the figure's own words. */
  readonly carried: readonly Hit[]
}

/** Where in `hits` (by their first word) the first stands that begins at `from` or later. */
export function hitAt(hits: readonly Hit[], from: number): number {
  let [low, high] = [0, hits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * `taken` says of a word whether an earlier figure of the same kind has it for its own: then it tells less of this one.
 * Time grows with the words around the figure, at most a hundred.
 */
export function heardAt(
  words: readonly Word[],
  zone: Zone,
  hits: readonly Hit[],
  taken: (word: number) => boolean,
): Heard {
  const weights = new Map<number, number>()
  const own: Hit[] = []
  const carried: Hit[] = []
  const thought = thoughtOf(words, zone)
  const first = Math.max(zone.sentenceFrom, zone.numberFrom - BEHIND)
  for (let at = hitAt(hits, first); at < hits.length; at += 1) {
    const hit = hits[at]
    if (hit === undefined || hit.from >= zone.sentenceTo) break
    const weight = weightOf(zone, hit, thought, taken)
    if (weight >= HEARD.topic) own.push(hit)
    else if (hit.to <= zone.numberFrom) carried.push(hit)
    if (weight > (weights.get(hit.phrase) ?? 0)) weights.set(hit.phrase, weight)
  }
  return { weights, own, carried }
}

/** The words around the number without a sign that ends a thought before it, or any sign after its noun. */
type Thought = { readonly from: number; readonly to: number }

function thoughtOf(words: readonly Word[], zone: Zone): Thought {
  // "Đăng ký mới: 13": what stands before the colon is the figure's own label.
  let from = words[zone.numberFrom]?.gap === 'hard' ? zone.numberFrom - 1 : zone.numberFrom
  while (from > zone.from && words[from]?.gap !== 'hard') from -= 1
  let to = zone.nounTo
  while (to < zone.to && words[to]?.gap === 'none') to += 1
  return { from, to }
}

const NEAR = 14

function weightOf(zone: Zone, hit: Hit, thought: Thought, taken: (word: number) => boolean): number {
  if (hit.from >= zone.from && hit.from < zone.to) {
    if (hit.from < thought.from || hit.from >= thought.to) return HEARD.topic
    const distance = hit.from >= zone.numberTo ? hit.from - zone.numberTo : zone.numberFrom - hit.to
    return distance <= NEAR ? HEARD.own : HEARD.far
  }
  if (hit.from >= zone.to) return hit.from < zone.sharedTo ? HEARD.carried : HEARD.after
  return taken(hit.from) ? HEARD.taken : HEARD.carried
}

/** Phrases of a stretch of words, each once. */
export const phrasesIn = (tree: PhraseTree, words: readonly Word[], from: number, to: number): ReadonlySet<number> =>
  new Set(tree.find(words, from, to).map(({ phrase }) => phrase))
