// Wholes and their parts: `gồm` names all of them, `trong đó` some; what they make is held against the whole.
import lexicon from '../lexicon/sums.json' with { type: 'json' }
import units from '../lexicon/units.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { scan, type Token } from '../tokens/scan.ts'
import type { Disagreement } from './disagreement.ts'
import { familyOf, type Label, sharedClassifier } from './kinds.ts'
import { isAbout, isChange, keyAt, type Line, type Mark, type Sentence, slackOf, toldOf } from './lines.ts'

const NOUNS = phraseBook(units.count)
const WHOLE = phraseBook(lexicon.whole)
const BEFORE_COLON = phraseBook(lexicon.wholeBeforeColon)
const SOME = phraseBook(lexicon.some)
const DENIED = new Set(lexicon.denied)
const ENDS = phraseBook(lexicon.ends)
const OPEN = phraseBook(lexicon.open)
const GOES_ON = phraseBook(lexicon.goesOn)
const ATTRIBUTES = phraseBook(lexicon.attributes)
const CLASSIFIERS = phraseBook(lexicon.classifiers)
const OTHER_THINGS = phraseBook(lexicon.otherThings)
const OTHER = new Set(lexicon.otherThings)

const MOST_CANDIDATES = 6
const FURTHEST_TOTAL = 60
const LONGEST_LIST = 600
const MOST_PARTS = 60
const SEPARATORS = new Set([',', ';', 'và'])

type Part = { readonly mark: Mark; readonly label: Label }
type List = { readonly parts: readonly Part[]; readonly isComplete: boolean }
type Trigger = { readonly kind: 'whole' | 'some'; readonly from: number; readonly to: number }

/** The known noun that words begin with; the first words when none is known. */
function headAt(tokens: readonly Token[], at: number): string {
  const length = NOUNS.at(tokens, at)
  return tokens
    .slice(at, at + (length === 0 ? 3 : length))
    .map(({ key }) => key)
    .join(' ')
}

const unitTokens = (unit: string): Token[] => scan(unit.slice(0, 80))
const headOf = (unit: string): string => headAt(unitTokens(unit), 0)

/** `tập thể, cá nhân`: every noun of the whole. */
function headsOfWhole(unit: string): string[] {
  const tokens = unitTokens(unit)
  return tokens.flatMap(({ key }, at) => (at === 0 ? [headAt(tokens, 0)] : key === ',' ? [headAt(tokens, at + 1)] : []))
}

/** Of one head or of a narrower one, and no other thing that begins with the same word (`đơn`, `đơn vị`). */
function isSameThing(unit: string, whole: string): boolean {
  const tokens = unitTokens(unit)
  const head = headAt(tokens, 0)
  const other = OTHER_THINGS.at(tokens, 0)
  if (other > whole.split(' ').length) return false
  return head === whole || head.startsWith(`${whole} `) || (whole.startsWith(`${head} `) && !OTHER.has(whole))
}

export function triggerAt(tokens: readonly Token[], at: number): Trigger | null {
  const some = SOME.at(tokens, at)
  if (some > 0) {
    const all = WHOLE.at(tokens, at + some)
    return { kind: all > 0 ? 'whole' : 'some', from: at, to: at + some + all }
  }
  const colon = BEFORE_COLON.at(tokens, at)
  const isColon = colon > 0 && keyAt(tokens, at + colon) === ':'
  const length = isColon ? colon : WHOLE.at(tokens, at)
  if (length === 0 || DENIED.has(keyAt(tokens, at - 1))) return null
  return { kind: 'whole', from: at, to: at + length }
}

/** Tokens around a number up to the signs that part it from its neighbours. */
function labelOf(tokens: readonly Token[], mark: Mark, from: number, to: number): Label {
  let left = mark.from
  while (left > from && !SEPARATORS.has(keyAt(tokens, left - 1))) left -= 1
  let right = mark.to
  while (right < to && !SEPARATORS.has(keyAt(tokens, right)) && keyAt(tokens, right) !== '(') right += 1
  return { tokens, from: left, to: right, number: mark.from }
}

const isBare = (mark: Mark): boolean => mark.figure.text === mark.figure.number

/** Counts the same as the whole: by its noun, by a kind of it (`đơn`: `khiếu nại`), or with the noun left out behind a label. */
function isPartOf(total: Mark, { mark, label }: Part): boolean {
  const { figure } = mark
  const whole = total.figure
  if (figure.kind === 'fraction' || figure.kind === 'percent') return false
  if (whole.kind === 'money' || whole.kind === 'measure')
    return figure.kind === whole.kind && figure.unit === whole.unit
  if (figure.kind !== 'count') return false
  if (whole.unit === '') return false
  const heads = headsOfWhole(whole.unit)
  if (heads.some((head) => isSameThing(figure.unit, head))) return true
  const family = familyOf([label])
  if (family !== null && family.of.some((noun) => heads.some((head) => head === noun || head.startsWith(`${noun} `))))
    return true
  if (!isBare(mark)) return false
  return CLASSIFIERS.at(label.tokens, label.from) > 0 || (family !== null && family.of.length === 0)
}

/** The parts from `from` on. A figure that is none ends the list and leaves it open: in the writer's mind it may belong to it. */
function listFrom(tokens: readonly Token[], marks: readonly Mark[], total: Mark, from: number, end: number): List {
  const parts: Part[] = []
  let isStopped = false
  let isOpen = false
  let depth = 0
  let next = marks.findIndex((mark) => mark.from >= from)
  if (next < 0) return { parts, isComplete: false }
  const last = Math.min(end, from + LONGEST_LIST)
  for (let at = from; at < last; at += 1) {
    const key = keyAt(tokens, at)
    if (key === '(') depth += 1
    if (key === ')') depth -= 1
    if (depth < 0) break
    while ((marks[next]?.from ?? Infinity) < at) next += 1
    const mark = marks[next]
    if (depth > 0) continue
    if (at > from && triggerAt(tokens, at) !== null) return { parts, isComplete: false }
    if (mark?.from !== at) {
      isOpen ||= OPEN.at(tokens, at) > 0
      isStopped ||= ENDS.at(tokens, at) > 0
      continue
    }
    at = mark.to - 1
    if (mark.figure.kind === 'percent') continue
    const part = { mark, label: labelOf(tokens, mark, from, end) }
    if (
      isStopped ||
      isAbout(tokens, mark) ||
      isChange(tokens, mark) ||
      !isPartOf(total, part) ||
      parts.length >= MOST_PARTS
    )
      return { parts, isComplete: false }
    parts.push(part)
  }
  return { parts, isComplete: !isOpen && last === end }
}

function isTotal(tokens: readonly Token[], mark: Mark): boolean {
  const { figure } = mark
  return figure.kind !== 'percent' && !isAbout(tokens, mark) && !isChange(tokens, mark) && figure.unit !== ''
}

/** Figures that may be the whole, the nearest first. */
function candidates(tokens: readonly Token[], marks: readonly Mark[], trigger: number): Mark[] {
  const found: Mark[] = []
  for (let at = marks.length - 1; at >= 0 && found.length < MOST_CANDIDATES; at -= 1) {
    const mark = marks[at]
    if (mark === undefined || mark.to > trigger) continue
    if (trigger - mark.to > FURTHEST_TOTAL) break
    if (isTotal(tokens, mark)) found.push(mark)
  }
  return found
}

const sumOf = (parts: readonly Part[]): number =>
  Number(parts.reduce((sum, { mark }) => sum + mark.figure.value, 0).toFixed(6))

/** Whether each part is another kind of one thing, so that none is counted twice. */
const isApart = (labels: readonly Label[]): boolean => familyOf(labels) !== null || sharedClassifier(labels)

const hasAttribute = ({ tokens, from, to }: Label): boolean => {
  for (let at = from; at < to; at += 1) if (ATTRIBUTES.at(tokens, at) > 0) return true
  return false
}

/** What a whole and its parts disagree in; null when nothing can be said against them. */
function judge(kind: Trigger['kind'], total: Mark, { parts, isComplete }: List): Disagreement | null {
  const { value, of } = total.figure
  const wholes = of === undefined ? [value] : [value, of]
  const most = Math.max(...wholes)
  const slack = parts.reduce((sum, { mark }) => sum + slackOf(mark.figure), slackOf(total.figure)) + 1e-6
  const tell = (code: Disagreement['code'], which: readonly Part[], because: string): Disagreement => ({
    code,
    told: [total, ...which.map(({ mark }) => mark)].map(toldOf),
    makes: sumOf(which),
    because: [`sums.${kind}`, because],
  })
  const greater = parts.find(({ mark }) => mark.figure.value > most + slack)
  if (greater !== undefined) return tell('sums.parts-exceed', [greater], 'sums.one-part')
  if (parts.length < 2) return null
  const labels = parts.map(({ label }) => label)
  const apart = isApart(labels)
  if (!apart && (kind === 'some' || labels.some(hasAttribute))) return null
  const sum = sumOf(parts)
  const because = apart ? 'sums.kinds-apart' : 'sums.all-parts'
  if (kind === 'whole' && isComplete)
    return wholes.every((whole) => Math.abs(sum - whole) > slack) ? tell('sums.parts-differ', parts, because) : null
  return sum > most + slack ? tell('sums.parts-exceed', parts, because) : null
}

const headsOf = (marks: readonly Mark[]): Set<string> => new Set(marks.map(({ figure }) => headOf(figure.unit)))

/** The whole that a list is of, and the list; null when it cannot be told which figure it is. */
function bestOf(found: readonly Mark[], listOf: (total: Mark) => List): { total: Mark; list: List } | null {
  for (const total of found) {
    const list = listOf(total)
    if (list.parts.length === 0) continue
    // Parts without a noun of their own could be of either of two wholes.
    return list.parts.every(({ mark }) => isBare(mark)) && headsOf(found).size > 1 ? null : { total, list }
  }
  return null
}

const closeOf = (tokens: readonly Token[], from: number, to: number, isClause: boolean): number => {
  let depth = 0
  for (let at = from; at < Math.min(to, from + LONGEST_LIST); at += 1) {
    if (keyAt(tokens, at) === '(') depth += 1
    if (keyAt(tokens, at) === ')') depth -= 1
    if (depth < 0 || (isClause && depth === 0 && keyAt(tokens, at) === ';')) return at
  }
  return to
}

/** A whole whose parts stand in the lines below. */
type Below = {
  readonly kind: Trigger['kind']
  readonly candidates: readonly Mark[]
  readonly rows: { readonly line: Line; readonly marks: readonly Mark[] }[]
  bullet: string | null
}

/** Watches lines go by and says which sums do not hold. */
export function partsWatch(): { readonly see: (line: Line) => Disagreement[]; readonly end: () => Disagreement[] } {
  let below: Below | null = null
  const close = (): Disagreement[] => {
    const list = below
    below = null
    if (list === null || list.rows.length < 2) return []
    const best = bestOf(list.candidates, (total) => rowsAs(list, total))
    const found = best === null ? null : judge(list.kind, best.total, best.list)
    return found === null ? [] : [found]
  }
  const see = (line: Line): Disagreement[] => {
    const found: Disagreement[] = []
    if (below !== null) {
      const isRow = line.bullet !== null && below.rows.length < MOST_PARTS
      if (isRow) below.bullet ??= line.bullet
      if (isRow && line.bullet === below.bullet)
        below.rows.push({ line, marks: line.sentences.flatMap(({ marks }) => marks) })
      if (!isRow) found.push(...close())
    }
    const opened = sentencesIn(line, found)
    if (opened !== null && below === null) below = opened
    return found
  }
  return { see, end: close }
}

/** The first figure of each row is its part; a row without one leaves the list open. */
function rowsAs(below: Below, total: Mark): List {
  let isComplete = true
  const parts = below.rows.flatMap(({ line: { tokens }, marks }): Part[] => {
    const [mark] = marks
    const part = mark === undefined ? null : { mark, label: labelOf(tokens, mark, 1, tokens.length) }
    const fits =
      part !== null &&
      !isAbout(tokens, part.mark) &&
      !isChange(tokens, part.mark) &&
      (isPartOf(total, part) || (isBare(part.mark) && part.mark.figure.because.includes('noun.of-list-above')))
    if (!fits) isComplete = false
    return fits ? [part] : []
  })
  return { parts, isComplete }
}

/** Judges the lists within the sentences of a line; answers the one that it opens for the lines below. */
function sentencesIn(line: Line, found: Disagreement[]): Below | null {
  const { tokens, sentences } = line
  let before: Sentence | undefined
  let opened: Below | null = null
  for (const [order, sentence] of sentences.entries()) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const trigger = triggerAt(tokens, at)
      if (trigger === null) continue
      const opens = at === sentence.from
      const from = keyAt(tokens, trigger.to) === ':' ? trigger.to + 1 : trigger.to
      const own = [...(opens ? (before?.marks ?? []) : []), ...sentence.marks]
      const wholes = candidates(tokens, own, at)
      if (wholes.length > 0 && from >= sentence.to && order === sentences.length - 1)
        opened = { kind: trigger.kind, candidates: wholes, rows: [], bullet: null }
      // Behind `trong đó` a semicolon leads back to the main thing, unless a colon opened a list.
      const isClause = trigger.kind === 'some' && from === trigger.to
      const end = closeOf(tokens, from, sentence.to, isClause)
      const isMore = end === sentence.to && GOES_ON.at(tokens, sentence.to + 1) > 0
      const best = bestOf(wholes, (total) => listFrom(tokens, sentence.marks, total, from, end))
      const wrong =
        best === null
          ? null
          : judge(trigger.kind, best.total, { ...best.list, isComplete: best.list.isComplete && !isMore })
      if (wrong !== null) found.push(wrong)
      at = trigger.to - 1
    }
    before = sentence
  }
  return opened
}
