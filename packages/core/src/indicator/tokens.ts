// Cuts the text of a formula into tokens. Knows no grammar.

import { refuse, accept, type Result } from '../result.ts'

export type Token = {
  readonly kind: 'number' | 'word' | 'text' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
}

export type TokenProblem = {
  readonly code: 'formula.unexpected_character'
  readonly at: number
  readonly found: string
}

const PIECE = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_]*)|"([^"]*)"|(<=|>=|<>|[-+*/=<>(),]))/y

/** Numbers in formulas use a dot for decimals, as in any formula language; reports use the comma. */
export function tokensOf(text: string): Result<readonly Token[], TokenProblem> {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  for (let position = 0; position < end; ) {
    PIECE.lastIndex = position
    const match = PIECE.exec(text)
    if (match === null) {
      const at = text.length - text.slice(position).trimStart().length
      return refuse({ code: 'formula.unexpected_character', at, found: text.slice(at, at + 1) })
    }
    tokens.push(tokenOf(match))
    position = PIECE.lastIndex
  }
  return accept([...tokens, { kind: 'end', text: '', at: end }])
}

function tokenOf(match: RegExpExecArray): Token {
  const [whole, number, word, quoted, symbol] = match
  const at = match.index + whole.length - whole.trimStart().length
  if (number !== undefined) return { kind: 'number', text: number, at }
  if (word !== undefined) return { kind: 'word', text: word, at }
  if (quoted !== undefined) return { kind: 'text', text: quoted, at }
  return { kind: 'symbol', text: symbol ?? '', at }
}
