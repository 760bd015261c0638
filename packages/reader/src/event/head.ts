// The first paragraphs of a text: its headlines, what the page says of its posting, and the sentence that leads in.
import type { Paragraph } from '../finder.ts'
import type { Token } from '../tokens/scan.ts'

/** A paragraph kept, cut when it is long: what an event is and when it was stands early. */
export type HeadParagraph = { readonly tokens: readonly Token[]; readonly isFurniture: boolean }

export const MOST_PARAGRAPHS = 40
const MOST_TOKENS = 320

export const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

export const cut = (paragraph: Paragraph): HeadParagraph => ({
  tokens: paragraph.tokens.slice(0, MOST_TOKENS),
  isFurniture: paragraph.isFurniture,
})

/** A full stop with a blank behind it, so that `TP.` before a name and `2.811` end nothing. */
export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.key !== '.' && token?.key !== '?' && token?.key !== '…') return false
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (next === undefined) return true
  return next.start > token.end && !(before?.kind === 'word' && before.text.length <= 2 && before.text !== before.key)
}

export function sentenceFrom(tokens: readonly Token[], at: number): number {
  let from = at
  while (from > 0 && !endsSentence(tokens, from - 1)) from -= 1
  return from
}

export function sentenceTo(tokens: readonly Token[], at: number): number {
  let to = at
  while (to < tokens.length && !endsSentence(tokens, to)) to += 1
  return to
}
