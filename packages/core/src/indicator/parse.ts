// Text of a formula → expression tree. Knows the grammar, not the catalogue.
//
//   or → and ('or' and)*        and → not ('and' not)*        not → 'not' not | chain
//   chain → sum (('=' | '<>' | '<' | '<=' | '>' | '>=') sum)*  sum → product (('+' | '-') product)*
//   product → signed (('*' | '/') signed)*                     signed → '-' signed | atom
//   atom → number | CODE | name '(' arguments ')' | '(' or ')'

import { accept, refuse, type Result } from '../result.ts'
import type { ComparisonLink, ComparisonOperator, Expression, Reference, When } from './expression.ts'
import { tokensOf, type Token, type TokenProblem } from './tokens.ts'

export type ParseProblem =
  | TokenProblem
  | { readonly code: 'formula.unexpected'; readonly at: number; readonly found: string }
  | { readonly code: 'formula.unknown_function'; readonly at: number; readonly name: string }
  | {
      readonly code: 'formula.wrong_arity'
      readonly at: number
      readonly name: string
      readonly expected: number
      readonly found: number
    }
  | { readonly code: 'formula.indicator_expected'; readonly at: number; readonly name: string }
  | { readonly code: 'formula.too_deep'; readonly at: number }
  | { readonly code: 'formula.too_long'; readonly at: number; readonly longest: number }

export type Parsed = Result<Expression, ParseProblem>
/** Where reading stands: an index that only moves forward, and how many parentheses are open. */
type Cursor = { readonly tokens: readonly Token[]; index: number; depth: number }

const CODE = /^[A-Z]{2}\d{2,3}$/
const COMPARISONS: readonly string[] = ['=', '<>', '<', '<=', '>', '>=']
const RESERVED: readonly string[] = ['and', 'or', 'not']
/** Deeper nesting is a mistake or an attack, and would exhaust the stack. */
const DEEPEST = 60
/** Characters. A sum of a thousand terms already nests a thousand deep. */
const LONGEST = 2000

/** Reads a whole formula. `at` in a problem is a position in `text`, from 0. */
export function parse(text: string): Parsed {
  if (text.length > LONGEST) return refuse({ code: 'formula.too_long', at: LONGEST, longest: LONGEST })
  const tokens = tokensOf(text)
  if (!tokens.ok) return tokens
  const cursor: Cursor = { tokens: tokens.value, index: 0, depth: 0 }
  const expression = anyOf(cursor)
  if (!expression.ok) return expression
  return peek(cursor).kind === 'end' ? expression : unexpected(peek(cursor))
}

const END: Token = { kind: 'end', text: '', at: 0 }
const peek = (cursor: Cursor): Token => cursor.tokens[cursor.index] ?? END
const unexpected = (token: Token) => refuse({ code: 'formula.unexpected' as const, at: token.at, found: token.text })

function take(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.index += 1
  return token
}

/** Takes the next token when it is one of these words or symbols. */
function takeIf(cursor: Cursor, texts: readonly string[]): Token | null {
  const token = peek(cursor)
  return (token.kind === 'symbol' || token.kind === 'word') && texts.includes(token.text) ? take(cursor) : null
}

/** Left-associative operators of one rank. */
function ranked(
  cursor: Cursor,
  operators: readonly string[],
  next: (cursor: Cursor) => Parsed,
  build: (operator: Token, left: Expression, right: Expression) => Expression,
): Parsed {
  let left = next(cursor)
  while (left.ok) {
    const operator = takeIf(cursor, operators)
    if (operator === null) return left
    const right = next(cursor)
    if (!right.ok) return right
    left = accept(build(operator, left.value, right.value))
  }
  return left
}

const anyOf = (cursor: Cursor): Parsed =>
  ranked(cursor, ['or'], allOf, ({ at }, left, right) => ({ kind: 'logic', operator: 'or', left, right, at }))

const allOf = (cursor: Cursor): Parsed =>
  ranked(cursor, ['and'], negation, ({ at }, left, right) => ({ kind: 'logic', operator: 'and', left, right, at }))

function negation(cursor: Cursor): Parsed {
  const word = takeIf(cursor, ['not'])
  return word === null ? chain(cursor) : deeper(cursor, word, negation, (of) => ({ kind: 'not', of, at: word.at }))
}

function chain(cursor: Cursor): Parsed {
  const first = sum(cursor)
  if (!first.ok) return first
  const links: ComparisonLink[] = []
  const { at } = peek(cursor)
  for (let operator = takeIf(cursor, COMPARISONS); operator !== null; operator = takeIf(cursor, COMPARISONS)) {
    const right = sum(cursor)
    if (!right.ok) return right
    // The token was matched against COMPARISONS just above.
    links.push({ operator: operator.text as ComparisonOperator, right: right.value })
  }
  return links.length === 0 ? first : accept({ kind: 'comparison', first: first.value, links, at })
}

const sum = (cursor: Cursor): Parsed =>
  ranked(cursor, ['+', '-'], product, ({ at, text }, left, right) => ({
    kind: 'arithmetic',
    operator: text === '+' ? '+' : '-',
    left,
    right,
    at,
  }))

const product = (cursor: Cursor): Parsed =>
  ranked(cursor, ['*', '/'], signed, ({ at, text }, left, right) => ({
    kind: 'arithmetic',
    operator: text === '*' ? '*' : '/',
    left,
    right,
    at,
  }))

function signed(cursor: Cursor): Parsed {
  const minus = takeIf(cursor, ['-'])
  return minus === null ? atom(cursor) : deeper(cursor, minus, signed, (of) => ({ kind: 'negative', of, at: minus.at }))
}

function atom(cursor: Cursor): Parsed {
  const token = take(cursor)
  if (token.kind === 'number') return accept({ kind: 'number', value: Number(token.text), at: token.at })
  if (token.kind === 'word' && CODE.test(token.text)) return accept(figure(token, 'now', 'self'))
  if (token.kind === 'word' && !RESERVED.includes(token.text)) return call(cursor, token)
  if (token.text !== '(' || token.kind !== 'symbol') return unexpected(token)
  const inner = deeper(cursor, token, anyOf, (of) => of)
  if (!inner.ok) return inner
  return takeIf(cursor, [')']) === null ? unexpected(peek(cursor)) : inner
}

function deeper(
  cursor: Cursor,
  from: Token,
  next: (cursor: Cursor) => Parsed,
  wrap: (of: Expression) => Expression,
): Parsed {
  if (cursor.depth >= DEEPEST) return refuse({ code: 'formula.too_deep', at: from.at })
  cursor.depth += 1
  const inner = next(cursor)
  cursor.depth -= 1
  return inner.ok ? accept(wrap(inner.value)) : inner
}

const figure = (token: Token, when: When, whose: 'self' | 'children'): Expression => ({
  kind: 'reference',
  reference: { kind: 'figure', code: token.text, when, whose },
  at: token.at,
})

const ARITY: Readonly<Record<string, number>> = {
  prev: 1,
  last: 1,
  children: 1,
  param: 1,
  childUnits: 0,
  if: 3,
  abs: 1,
  count: 1,
}

function call(cursor: Cursor, name: Token): Parsed {
  const expected = Object.hasOwn(ARITY, name.text) ? ARITY[name.text] : undefined
  if (expected === undefined) return refuse({ code: 'formula.unknown_function', at: name.at, name: name.text })
  if (takeIf(cursor, ['(']) === null) return unexpected(peek(cursor))
  if (name.text === 'param') return parameter(cursor, name)
  const found = argumentsOf(cursor, name)
  if (!found.ok) return found
  if (found.value.length !== expected) {
    return refuse({ code: 'formula.wrong_arity', at: name.at, name: name.text, expected, found: found.value.length })
  }
  return built(name, found.value)
}

function argumentsOf(cursor: Cursor, name: Token): Result<readonly Expression[], ParseProblem> {
  const found: Expression[] = []
  if (takeIf(cursor, [')']) !== null) return accept(found)
  for (;;) {
    const next = deeper(cursor, name, anyOf, (of) => of)
    if (!next.ok) return next
    found.push(next.value)
    if (takeIf(cursor, [')']) !== null) return accept(found)
    if (takeIf(cursor, [',']) === null) return unexpected(peek(cursor))
  }
}

function parameter(cursor: Cursor, name: Token): Parsed {
  const code = take(cursor)
  if (code.kind !== 'text') return unexpected(code)
  if (takeIf(cursor, [')']) === null) return unexpected(peek(cursor))
  return accept({ kind: 'reference', reference: { kind: 'parameter', code: code.text }, at: name.at })
}

function built(name: Token, [first, second, third]: readonly Expression[]): Parsed {
  const { at, text } = name
  if (first === undefined) return accept({ kind: 'reference', reference: { kind: 'child-units' }, at })
  if (text === 'abs') return accept({ kind: 'absolute', of: first, at })
  if (text === 'count') return accept({ kind: 'bare', of: first, at })
  if (second !== undefined && third !== undefined) {
    return accept({ kind: 'choice', condition: first, whenTrue: second, whenFalse: third, at })
  }
  const reference = moved(text, first)
  return reference === null
    ? refuse({ code: 'formula.indicator_expected', at: first.at, name: text })
    : accept({ kind: 'reference', reference, at })
}

/** `prev(children(MH01))` and `children(prev(MH01))` both mean last period's total of the children. */
function moved(name: string, of: Expression): Reference | null {
  if (of.kind !== 'reference' || of.reference.kind !== 'figure') return null
  if (name === 'children') return of.reference.whose === 'self' ? { ...of.reference, whose: 'children' } : null
  if (of.reference.when !== 'now') return null
  return { ...of.reference, when: name === 'prev' ? 'previous' : 'last-year' }
}
