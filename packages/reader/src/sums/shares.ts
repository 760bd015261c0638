// Shares: x of y that is more than y, a percent that is not that of its fraction, a share of more than all.
import lexicon from '../lexicon/sums.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { Token } from '../tokens/scan.ts'
import type { Disagreement } from './disagreement.ts'
import { isAbout, isChange, keyAt, type Line, type Mark, type Sentence, toldOf } from './lines.ts'

const PLAN = phraseBook(lexicon.plan)
const LINKS = phraseBook(lexicon.fractionLinks)
const BREAKS = phraseBook(lexicon.percentBreaks)
const OUT_OF = phraseBook(lexicon.outOf)
const RATIOS = phraseBook(lexicon.ratios)
const SHARED = phraseBook(lexicon.shared)
const SHARED_BEFORE = phraseBook(lexicon.sharedBefore)

const FURTHEST_PERCENT = 14
const AROUND_PLAN = 14
const MOST_BEFORE_BRACKET = 6
const AROUND_RATIO = 6

type Book = ReturnType<typeof phraseBook>
const stands = (book: Book, tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = Math.max(0, from); at < to; at += 1) if (book.at(tokens, at) > 0) return true
  return false
}

/** A fraction by its two numbers: `15/20`, `15 đơn trên tổng số 20 đơn`. */
type Share = {
  readonly marks: readonly Mark[]
  readonly part: number
  readonly whole: number
  readonly from: number
  readonly to: number
}

function sharesOf(tokens: readonly Token[], { marks }: Sentence): Share[] {
  const shares: Share[] = []
  for (const [order, mark] of marks.entries()) {
    const { figure } = mark
    if (figure.kind === 'fraction' && figure.of !== undefined)
      shares.push({ marks: [mark], part: figure.value, whole: figure.of, from: mark.from, to: mark.to })
    const next = marks[order + 1]
    if (next === undefined || figure.kind !== 'count' || next.figure.kind !== 'count') continue
    if (next.from - mark.to > FURTHEST_PERCENT || isAbout(tokens, next) || isAbout(tokens, mark)) continue
    const length = OUT_OF.endingAt(tokens, next.from - 1)
    if (length > 0 && !stands(BREAKS, tokens, mark.to, next.from - length))
      shares.push({ marks: [mark, next], part: figure.value, whole: next.figure.value, from: mark.from, to: next.to })
  }
  return shares
}

const isPlanned = (tokens: readonly Token[], { from, to }: Sentence, share: Share): boolean =>
  stands(PLAN, tokens, Math.max(from, share.from - AROUND_PLAN), Math.min(to, share.to + AROUND_PLAN))

function overWhole(tokens: readonly Token[], sentence: Sentence, share: Share): Disagreement | null {
  const [{ figure }] = share.marks as readonly [Mark]
  if (share.part <= share.whole || share.whole < 1 || figure.unit === '' || isPlanned(tokens, sentence, share))
    return null
  const least = Math.max(sentence.from, share.from - AROUND_RATIO)
  if (stands(RATIOS, tokens, least, share.from)) return null
  // `nam/nữ: 45/30`: two of a kind, no part of a whole.
  for (let at = least; at < share.from; at += 1) if (keyAt(tokens, at) === '/') return null
  const percent = percentOf(tokens, sentence, share)
  if (percent !== null && percent.figure.value > 100) return null
  return { code: 'sums.part-over-whole', told: share.marks.map(toldOf), makes: null, because: ['sums.x-over-y'] }
}

const isQualified = (tokens: readonly Token[], mark: Mark): boolean =>
  isAbout(tokens, mark) || isChange(tokens, mark) || stands(PLAN, tokens, mark.to, mark.to + 3)

const EMPTY = new Set(['là', 'được', 'có', 'khoảng'])

/** Whether a word stands within a bounded stretch before `to`. */
function isSaidBefore(tokens: readonly Token[], key: string, from: number, to: number): boolean {
  for (let at = Math.max(from, to - AROUND_PLAN); at < to; at += 1) if (keyAt(tokens, at) === key) return true
  return false
}

/** Plain words of the fraction's noun, then one link: `tỷ lệ đúng hạn đạt` is a percent of something else, unless the fraction is of it too. */
function isLinked(tokens: readonly Token[], sentence: Sentence, share: Share, to: number): boolean {
  if (to - share.to > FURTHEST_PERCENT) return false
  let isTied = false
  let isBehind = false
  for (let at = share.to; at < to; ) {
    const key = keyAt(tokens, at)
    if (tokens[at]?.kind === 'digits' || key === ';' || key === ')' || key === ':') return false
    const link = key === '(' || key === '=' ? 1 : LINKS.at(tokens, at)
    if (link === 0 && (BREAKS.at(tokens, at) > 0 || PLAN.at(tokens, at) > 0)) return false
    const isOwn = link > 0 || EMPTY.has(key) || tokens[at]?.kind !== 'word'
    if (isBehind && !isOwn && !isSaidBefore(tokens, key, sentence.from, share.from)) return false
    isTied ||= link > 0
    isBehind ||= link > 0 || key === ','
    at += Math.max(1, link)
  }
  return isTied
}

/** The percent that is told of a share: behind it, or before it when the share stands in brackets. */
function percentOf(tokens: readonly Token[], sentence: Sentence, share: Share): Mark | null {
  const { marks } = sentence
  const last = marks.indexOf(share.marks.at(-1) as Mark)
  const behind = marks[last + 1]
  if (behind?.figure.kind === 'percent' && isLinked(tokens, sentence, share, behind.from)) return behind
  const before = marks[marks.indexOf(share.marks[0] as Mark) - 1]
  const isBracketed =
    keyAt(tokens, share.from - 1) === '(' &&
    before?.figure.kind === 'percent' &&
    share.from - before.to <= MOST_BEFORE_BRACKET
  return isBracketed && !stands(BREAKS, tokens, before.to, share.from) ? before : null
}

function wrongPercent(tokens: readonly Token[], sentence: Sentence, share: Share): Disagreement | null {
  const percent = percentOf(tokens, sentence, share)
  if (percent === null || share.whole <= 0 || isQualified(tokens, percent)) return null
  const decimals = /,(\d{1,6})/u.exec(percent.figure.number)?.[1]?.length ?? 0
  const right = (100 * share.part) / share.whole
  // Rounded or cut off at the last place written: both are met with.
  if (Math.abs(right - percent.figure.value) < 10 ** -decimals - 1e-9) return null
  return {
    code: 'sums.percent-differs',
    told: [...share.marks, percent].map(toldOf),
    makes: Number(right.toFixed(Math.max(decimals, 1))),
    because: ['sums.percent-of-fraction'],
  }
}

function overHundred(tokens: readonly Token[], sentence: Sentence, mark: Mark): Disagreement | null {
  const { figure } = mark
  if (figure.kind !== 'percent' || !(figure.value > 100) || isAbout(tokens, mark) || isChange(tokens, mark)) return null
  const { from, to } = sentence
  if (stands(PLAN, tokens, Math.max(from, mark.from - AROUND_PLAN), Math.min(to, mark.to + AROUND_PLAN))) return null
  const isOfAll = SHARED.at(tokens, mark.to) > 0
  const behind = stands(SHARED_BEFORE, tokens, Math.max(from, mark.from - 6), mark.from)
  return isOfAll || behind
    ? { code: 'sums.percent-over-hundred', told: [toldOf(mark)], makes: 100, because: ['sums.share-of-all'] }
    : null
}

/** Disagreements of shares in one line. */
export function sharesIn({ tokens, sentences }: Line): Disagreement[] {
  return sentences.flatMap((sentence) => {
    if (sentence.marks.length === 0) return []
    const wrong = sharesOf(tokens, sentence).flatMap((share) => [
      overWhole(tokens, sentence, share) ?? wrongPercent(tokens, sentence, share),
    ])
    return [...wrong, ...sentence.marks.map((mark) => overHundred(tokens, sentence, mark))].filter((it) => it !== null)
  })
}
