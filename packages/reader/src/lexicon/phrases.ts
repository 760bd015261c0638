// Phrases of the language, found at a place of the tokens without looking at any phrase that cannot stand there.
import { spellingOf, type Token } from '../tokens/scan.ts'

export type PhraseBook = {
  /** How many tokens the longest phrase takes that begins at `at`; 0 when none does. */
  readonly at: (tokens: readonly Token[], at: number) => number
  /** The same for a phrase whose last token is `at`. */
  readonly endingAt: (tokens: readonly Token[], at: number) => number
}

const stands = (tokens: readonly Token[], from: number, words: readonly string[]): boolean =>
  words.every((word, at) => tokens[from + at]?.key === word)

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
  const lengthOf = (found: string[][] | undefined, tokens: readonly Token[], from: (words: string[]) => number) =>
    found?.find((words) => stands(tokens, from(words), words))?.length ?? 0
  return {
    at: (tokens, at) => lengthOf(first.get(tokens[at]?.key ?? ''), tokens, () => at),
    endingAt: (tokens, at) => lengthOf(last.get(tokens[at]?.key ?? ''), tokens, (words) => at - words.length + 1),
  }
}
