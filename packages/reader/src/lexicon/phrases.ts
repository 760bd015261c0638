// Phrases of the language, found at a place of the tokens without looking at any phrase that cannot stand there.
import { spellingOf, type Token } from '../tokens/scan.ts'

export type PhraseBook = {
  /** How many tokens the longest phrase takes that begins at `at`; 0 when none does. */
  readonly at: (tokens: readonly Token[], at: number) => number
  /** The same for a phrase whose last token is `at`. */
  readonly endingAt: (tokens: readonly Token[], at: number) => number
}

/** Looked up many times for each number: so no closures, and the first word is not compared again. */
function longestFrom(
  found: readonly (readonly string[])[] | undefined,
  tokens: readonly Token[],
  from: number,
): number {
  if (found === undefined) return 0
  for (const words of found) {
    let at = 1
    while (at < words.length && tokens[from + at]?.key === words[at]) at += 1
    if (at >= words.length) return words.length
  }
  return 0
}

function longestTo(found: readonly (readonly string[])[] | undefined, tokens: readonly Token[], to: number): number {
  if (found === undefined) return 0
  for (const words of found) {
    const from = to - words.length + 1
    let at = 0
    while (at < words.length - 1 && tokens[from + at]?.key === words[at]) at += 1
    if (at >= words.length - 1) return words.length
  }
  return 0
}

/** A book of phrases, written in any case, words parted by one blank. */
export function phraseBook(...lists: readonly (readonly string[])[]): PhraseBook {
  const first = new Map<string, string[][]>()
  const last = new Map<string, string[][]>()
  for (const phrase of new Set(lists.flat())) {
    const words = phrase.split(' ').map(spellingOf)
    for (const [book, key] of [
      [first, words[0] ?? ''],
      [last, words.at(-1) ?? ''],
    ] as const)
      book.set(key, [...(book.get(key) ?? []), words])
  }
  for (const book of [first, last])
    for (const [key, found] of book)
      book.set(
        key,
        found.sort((a, b) => b.length - a.length),
      )
  const keyOf = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''
  return {
    at: (tokens, at) => longestFrom(first.get(keyOf(tokens, at)), tokens, at),
    endingAt: (tokens, at) => longestTo(last.get(keyOf(tokens, at)), tokens, at),
  }
}
