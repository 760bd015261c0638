// Numbers written as words that plainly count a result: `xây dựng hai mô hình`, `khen thưởng ba tập thể`.
import words from '../lexicon/number-words.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { Token } from '../tokens/scan.ts'
import { nounAt } from '../units/noun-phrase.ts'
import type { FigureDecision } from './decision.ts'

const VALUES: Readonly<Record<string, number>> = words.units
const COUNTED = phraseBook(words.counted)
const AFTER = new Set(words.after)
const TENS = new Set(['mươi', 'mười', 'trăm', 'nghìn', 'trong', 'lần', 'là', 'số'])

export const isNumberWord = (token: Token | undefined): boolean =>
  token !== undefined && VALUES[token.key] !== undefined

/** The figure that a number word at this token makes, or null. `năm 2019` and `một số` make none. */
export function wordFigureAt(text: string, tokens: readonly Token[], at: number): FigureDecision | null {
  const token = tokens[at]
  const value = token === undefined ? undefined : VALUES[token.key]
  if (token === undefined || value === undefined || token.text !== token.key) return null
  const isPlain =
    AFTER.has(tokens[at - 1]?.key ?? '') && COUNTED.at(tokens, at + 1) > 0 && !TENS.has(tokens[at + 1]?.key ?? '')
  const noun = isPlain && value > 1 ? nounAt(text, tokens, at + 1) : null
  if (noun === null) return null
  return {
    list: 'figure',
    from: at,
    to: at + 1,
    value,
    kind: 'count',
    unit: noun.unit,
    nounFrom: noun.from,
    nounTo: noun.to,
    isWord: true,
    because: ['figure.number-word'],
  }
}
