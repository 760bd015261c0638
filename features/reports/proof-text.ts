// The narrative as one text to read, each place of it known by its section, by live figure or typed word, and in the wording. Pure.
import { renderSentence } from '@kheo/core/indicator/narrative.ts'
import type { Told } from './rules.ts'
import type { NarrativeSection } from './schema.ts'

type Span = { readonly from: number; readonly to: number }
/** Typed words: `from` to `to` of the whole text stand in the section's wording from `at` on. */
type Typed = Span & { readonly section: number; readonly at: number }

export type ProofText = {
  /** Headings and sections, each on a line of its own. */
  readonly text: string
  /** The words of each section, without its heading. */
  readonly sections: readonly (Span & { readonly index: number })[]
  /** Live figures: these are never in question. */
  readonly live: readonly Span[]
  readonly typed: readonly Typed[]
}

/** Puts sections together as they are told on paper: a sentence whose figure is unknown is left out. */
export function proofText(
  sections: readonly Pick<NarrativeSection, 'index' | 'heading' | 'source'>[],
  told: Told,
): ProofText {
  let text = ''
  const spans: (Span & { index: number })[] = []
  const live: Span[] = []
  const typed: Typed[] = []
  for (const { index, heading, source } of sections) {
    text += `${heading}\n`
    const from = text.length
    let line = 0
    for (const written of source.split('\n')) {
      const at = line + written.length - written.trimStart().length
      line += written.length + 1
      const rendered = written.trim() === '' ? null : renderSentence(written.trim(), told)
      if (rendered === null) continue
      if (text.length > from) text += ' '
      const start = text.length
      live.push(...rendered.tokens.map((token) => ({ from: start + token.from, to: start + token.to })))
      typed.push(
        ...rendered.plain.map((plain) => ({
          from: start + plain.from,
          to: start + plain.to,
          section: index,
          at: at + plain.at,
        })),
      )
      text += rendered.text
    }
    spans.push({ index, from, to: text.length })
    text += '\n'
  }
  return { text, sections: spans, live, typed }
}

export const sectionAt = ({ sections }: ProofText, at: number): ProofText['sections'][number] | undefined =>
  sections.find(({ from, to }) => at >= from && at < to)

export const isLive = ({ live }: ProofText, span: Span): boolean =>
  live.some(({ from, to }) => from < span.to && span.from < to)

/** Where typed words stand in the wording of their section; null when they are not of one piece. */
export function inWording({ typed }: ProofText, span: Span): Span | null {
  const piece = typed.find(({ from, to }) => span.from >= from && span.to <= to)
  return piece === undefined ? null : { from: piece.at + span.from - piece.from, to: piece.at + span.to - piece.from }
}

const FURTHEST = 400
const isStop = (text: string, at: number): boolean =>
  text[at] === '\n' || ('.!?'.includes(text[at] ?? ' ') && /^\s?$/u.test(text[at + 1] ?? ''))

/** The sentence or sentences that hold a span, within its section. */
export function sentenceAround({ text }: ProofText, section: Span, span: Span): Span {
  let from = span.from
  while (from > section.from && span.from - from < FURTHEST && !isStop(text, from - 1)) from -= 1
  let to = span.to
  while (to < section.to && to - span.to < FURTHEST && !isStop(text, to - 1)) to += 1
  while (from < span.from && text[from] === ' ') from += 1
  return { from, to }
}
