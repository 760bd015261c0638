// Numbers written as words that plainly count a result: `xây dựng hai mô hình`, `khen thưởng mười hai cá nhân`.
import words from '../lexicon/number-words.json' with { type: 'json' }
import { phraseBook } from '../lexicon/phrases.ts'
import type { Token } from '../tokens/scan.ts'
import { nounAt } from '../units/noun-phrase.ts'
import type { FigureDecision } from './decision.ts'

const VALUES: Readonly<Record<string, number>> = words.units
const LAST: Readonly<Record<string, number>> = words.last
const COUNTED = phraseBook(words.counted)
const AFTER = new Set(words.after)
const NOT_AFTER = new Set(words.notAfter)

export const isNumberWord = (token: Token | undefined): boolean =>
  token !== undefined && VALUES[token.key] !== undefined

/** `hai`, `mười hai`, `hai mươi lăm`: the value and the index behind. */
function spokenAt(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const first = VALUES[tokens[at]?.key ?? '']
  if (first === undefined) return null
  const hasTens = first < 10 && tokens[at + 1]?.key === 'mươi'
  const tens = first === 10 ? 10 : hasTens ? first * 10 : 0
  if (tens === 0) return { value: first, to: at + 1 }
  const to = hasTens ? at + 2 : at + 1
  const last = LAST[tokens[to]?.key ?? '']
  return last === undefined ? { value: tens, to } : { value: tens + last, to: to + 1 }
}

/** The figure that number words at this token make, or null. `năm 2019`, `một số`, `hai bên` make none. */
export function wordFigureAt(text: string, tokens: readonly Token[], at: number): FigureDecision | null {
  const token = tokens[at]
  if (token === undefined || VALUES[token.key] === undefined || token.text !== token.key) return null
  const spoken = spokenAt(tokens, at)
  if (spoken === null || spoken.value < 2 || COUNTED.at(tokens, spoken.to) === 0) return null
  const before = tokens[at - 1]
  // `trong năm xã đã …`: the year, not five communes, unless a verb or a comma stands before.
  const isPlain =
    token.key === 'năm' && spoken.to === at + 1
      ? before !== undefined && (before.key === ',' || AFTER.has(before.key))
      : !NOT_AFTER.has(before?.key ?? '')
  const noun = isPlain ? nounAt(text, tokens, spoken.to) : null
  if (noun === null) return null
  return {
    list: 'figure',
    from: at,
    to: spoken.to,
    value: spoken.value,
    kind: 'count',
    unit: noun.unit,
    nounFrom: noun.from,
    nounTo: noun.to,
    isWord: true,
    because: ['figure.number-word'],
  }
}
