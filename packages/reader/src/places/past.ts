// Whether a sentence speaks of a time before a day, so that the places it names may be those of that time.
import lexicon from '../lexicon/past.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import { scan } from '../tokens/scan.ts'

const PAST = phraseBook(lexicon)
const YEAR = /^(?:19|20)\d\d$/u

/** `day` as `YYYY-MM-DD`: a year up to its own, or a word of former times (`cũ`, `trước khi`, `nay thuộc`), speaks of the time before. */
export function isOfPast(sentence: string, day: string): boolean {
  const tokens = scan(sentence)
  const year = Number(day.slice(0, 4))
  return tokens.some(
    (token, at) =>
      (token.kind === 'digits' && YEAR.test(token.text) && Number(token.text) <= year) || PAST.at(tokens, at) > 0,
  )
}
