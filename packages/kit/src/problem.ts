// Refusals as data, thrown once by whoever runs an action; sentences come last, in the reader's language.

export type ProblemData = { readonly code: string }

/** An expected refusal on its way to the edge. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly problem: ProblemData
  constructor(problem: ProblemData) {
    super(problem.code)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** One sentence a code; does not compile while a code has none, or when a sentence uses a detail that is not there. */
export type Sentences<P extends ProblemData> = {
  readonly [C in P['code']]: (problem: Extract<P, { readonly code: C }>) => string
}

export type Language = 'vi' | 'en'

/** The sentences of all rooms, merged: code → sentence. */
export type SentenceBook = Readonly<Record<Language, ReadonlyMap<string, (problem: never) => string>>>

export function bookOf(vi: readonly object[], en: readonly object[]): SentenceBook {
  const merge = (maps: readonly object[]): ReadonlyMap<string, (problem: never) => string> => {
    const entries = maps.flatMap((map) => Object.entries(map) as [string, (problem: never) => string][])
    const book = new Map(entries)
    if (book.size !== entries.length) throw new Error('one problem code has two sentences')
    return book
  }
  return { vi: merge(vi), en: merge(en) }
}

/** Undefined for a code that no room has declared: the caller treats it as a bug. */
export function sentenceOf(book: SentenceBook, language: Language, problem: ProblemData): string | undefined {
  return book[language].get(problem.code)?.(problem as never)
}

/** Families of codes to HTTP, by the word after the last dot, then by the room. */
export function statusOf(code: string): 400 | 401 | 403 | 404 | 409 | 413 | 422 {
  if (code === 'access.sign_in_required') return 401
  if (code.startsWith('access.')) return 403
  if (code.endsWith('not_found')) return 404
  if (code.startsWith('input.')) return 422
  return /(conflict|closed|already|stale|locked|in_use|duplicate)/.test(code) ? 409 : 422
}
