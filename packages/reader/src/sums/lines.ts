// Sentences of a text with the figures that stand in them.
import { phraseBook } from '../lexicon/phrases.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { ReadFigure } from '../reading.ts'
import lexicon from '../lexicon/sums.json' with { type: 'json' }
import { scan, type Token } from '../tokens/scan.ts'
import type { Told } from './disagreement.ts'

/** A figure at its tokens: `from` to `to` is its number, `to` after the last. */
export type Mark = { readonly figure: ReadFigure; readonly from: number; readonly to: number }

/** Tokens `from` to `to` of a line, without the sign that ends the sentence. */
export type Sentence = { readonly from: number; readonly to: number; readonly marks: readonly Mark[] }

export type Line = {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** The sign that makes the line one of a list: `-`, `+`, `a)`; null for a plain line. */
  readonly bullet: string | null
  /** How many lines with words came before. */
  readonly order: number
}

const ENDS = new Set(['.', '!', '?', '…'])
const BULLETS = new Set(['-', '–', '—', '+', '*', '•', '·', '‣', '▪', ''])

export const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

function isEnd(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (sign === undefined || !ENDS.has(sign.key)) return false
  if (after !== undefined && after.start === sign.end) return false
  // `TP. Nam Định`: a short form of a name's kind.
  return !(before?.kind === 'word' && before.text.length <= 2 && before.text !== before.key)
}

function bulletOf(tokens: readonly Token[]): string | null {
  const first = keyAt(tokens, 0)
  if (BULLETS.has(first)) return first
  const sign = keyAt(tokens, 1)
  if (sign !== ')' && sign !== '.') return null
  if (tokens[0]?.kind === 'digits' && first.length <= 2) return `1${sign}`
  return tokens[0]?.kind === 'word' && first.length === 1 ? `a${sign}` : null
}

function sentencesOf(tokens: readonly Token[], marks: readonly Mark[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let next = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && !isEnd(tokens, at)) continue
    const first = next
    while (next < marks.length && (marks[next]?.from ?? 0) < at) next += 1
    if (at > from) sentences.push({ from, to: at, marks: marks.slice(first, next) })
    from = at + 1
  }
  return sentences
}

function marksOf(tokens: readonly Token[], figures: readonly ReadFigure[]): Mark[] {
  const marks: Mark[] = []
  let at = 0
  for (const figure of figures) {
    const end = figure.start + figure.number.length
    while (at < tokens.length && (tokens[at]?.start ?? 0) < figure.start) at += 1
    const from = at
    while (at < tokens.length && (tokens[at]?.start ?? 0) < end) at += 1
    if (at > from) marks.push({ figure, from, to: at })
  }
  return marks
}

/** Lines of a text in order, one at a time; `figures` by their places. */
export function* linesOf(text: string, figures: readonly ReadFigure[]): Generator<Line> {
  let next = 0
  let order = 0
  for (const tokens of paragraphsOf(text)) {
    const first = next
    const end = tokens.at(-1)?.end ?? 0
    while (next < figures.length && (figures[next]?.start ?? 0) < end) next += 1
    const sentences = sentencesOf(tokens, marksOf(tokens, figures.slice(first, next)))
    yield { tokens, sentences, bullet: bulletOf(tokens), order }
    order += 1
  }
}

const ABOUT = phraseBook(lexicon.about)
const CHANGE = phraseBook(lexicon.change)

/** `trên 60`, `khoảng 60`, `3 - 5`: not told exactly. */
export const isAbout = (tokens: readonly Token[], mark: Mark): boolean =>
  mark.figure.to !== undefined || ABOUT.endingAt(tokens, mark.from - 1) > 0 || keyAt(tokens, mark.to) === '+'
/** `tăng 5`: how much more, not how much. */
export const isChange = (tokens: readonly Token[], mark: Mark): boolean => CHANGE.endingAt(tokens, mark.from - 1) > 0

export const toldOf = ({ figure }: Mark): Told => ({
  start: figure.start,
  end: figure.start + figure.number.length,
  value: figure.value,
})

const DECIMALS = /,(\d{1,6})/u

/** Half of the last place that a number was written to: `2,5 tỷ` tells no more than fifty million; a plain count is exact. */
export function slackOf({ number, value, kind }: ReadFigure): number {
  const decimals = DECIMALS.exec(number)?.[1]?.length ?? 0
  const isScaled = /\p{L}/u.test(number)
  if (decimals === 0 && !isScaled && kind !== 'percent') return 0
  const digits = Number(number.replace(/[^\d,]/gu, '').replace(',', '.'))
  const scale = isScaled && digits > 0 && Number.isFinite(digits) ? value / digits : 1
  return 0.5 * scale * 10 ** -decimals
}

const BEFORE = 40

/** The same of a figure of a text: `trên 60`, `khoảng 60`, `3 - 5`. */
export const isToldAbout = (text: string, { start, to }: ReadFigure): boolean => {
  const tokens = scan(text, Math.max(0, start - BEFORE), start)
  return to !== undefined || ABOUT.endingAt(tokens, tokens.length - 1) > 0
}
