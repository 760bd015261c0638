// A text as paragraphs of tokens, one after the other, none of them longer than a bound.
import { type Spellings, scan, type Token } from './tokens/scan.ts'

const LONGEST = 20_000
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Where a paragraph that begins at `from` ends: at a line end, or, if it is too long, before a blank or at least not within a number. */
function endOf(text: string, from: number): number {
  const line = text.indexOf('\n', from)
  const end = line < 0 ? text.length : line
  if (end - from <= LONGEST) return end
  const blank = text.lastIndexOf(' ', from + LONGEST)
  if (blank > from) return blank
  let at = from + LONGEST
  while (at < end && isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1))) at += 1
  return at
}

const LONGEST_JOINED = 400
const ENDS = /^[.;:!?…"”)\t]$/u

/** A line that breaks off within a sentence goes on in the next when that begins with a small letter or a number breaks off. */
function goesOn(text: string, line: readonly Token[], next: readonly Token[]): boolean {
  const last = line.at(-1)
  const first = next[0]
  if (last === undefined || first === undefined || line.length > LONGEST_JOINED || ENDS.test(last.key)) return false
  const between = text.slice(last.end, Math.min(first.start, last.end + 4))
  if (between.indexOf('\n') !== between.lastIndexOf('\n') || line.some((token) => token.key === '\t')) return false
  const isSmall = first.kind === 'word' && first.text[0] === first.key[0]
  return isSmall && next.every((token) => token.key !== '\t')
}

/** The tokens of each line that has any, in order. Memory is that of one line. */
function* linesOf(text: string): Generator<Token[]> {
  const known: Spellings = new Map()
  let from = 0
  while (from < text.length) {
    const end = endOf(text, from)
    let tokens: Token[] = []
    for (const token of scan(text, from, end, known)) {
      if (token.kind !== 'break') {
        tokens.push(token)
        continue
      }
      if (tokens.length > 0) yield tokens
      tokens = []
    }
    if (tokens.length > 0) yield tokens
    from = text[end] === '\n' ? end + 1 : end
  }
}

/** The tokens of each paragraph that has any: a line, with the lines that carry on its sentence. */
export function* paragraphsOf(text: string): Generator<readonly Token[]> {
  let held: Token[] = []
  for (const line of linesOf(text)) {
    if (held.length > 0 && goesOn(text, held, line)) {
      held = [...held, ...line]
      continue
    }
    if (held.length > 0) yield held
    held = line
  }
  if (held.length > 0) yield held
}
