// Expression tree → Vietnamese: what a formula says, and why it failed with these figures. Decides nothing.

import { formatCount } from '../text/number-style.ts'
import { evaluate, pairsOf, type Lookup, type Pair } from './evaluate.ts'
import type { ComparisonOperator, Expression, Reference } from './expression.ts'

export type Names = {
  readonly indicator: (code: string) => string
  readonly parameter: (code: string) => string
}

/** Writes one leaf of the tree: a name in `explain`, a figure in `explainFailure`. */
type Leaf = (reference: Reference) => string
type Wording = { readonly leaf: Leaf; readonly comparison: Readonly<Record<ComparisonOperator, string>> }

const WORDS = {
  '=': '=',
  '<>': 'khác',
  '<': 'nhỏ hơn',
  '<=': 'không lớn hơn',
  '>': 'lớn hơn',
  '>=': 'không nhỏ hơn',
} as const
const SIGNS = { '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const
const ARITHMETIC = { '+': '+', '-': '−', '*': '×', '/': ':' } as const

/** `Tổng số mô hình = khối phòng, ban, ngành, đoàn thể + khối xã, phường`, without a full stop. */
export function explain(expression: Expression, names: Names): string {
  const said = written(expression, 0, { leaf: (reference) => nameOf(reference, names), comparison: WORDS })
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function nameOf(reference: Reference, names: Names): string {
  if (reference.kind === 'child-units') return 'số đơn vị trực thuộc'
  if (reference.kind === 'parameter') return inner(names.parameter(reference.code))
  const name = inner(names.indicator(reference.code))
  const owned = reference.whose === 'children' ? `tổng của các đơn vị trực thuộc về ${name}` : name
  if (reference.when === 'now') return owned
  return `${owned} (${reference.when === 'previous' ? 'kỳ trước' : 'cùng kỳ năm trước'})`
}

/** A name inside a sentence: no "Trong đó:", small first letter unless it begins an abbreviation. */
function inner(name: string): string {
  const bare = name.replace(/^Trong đó:\s*/u, '')
  const [first = '', second = ''] = bare
  return second === second.toLowerCase() ? first.toLowerCase() + bare.slice(first.length) : bare
}

/** Binding strength: what is looser than its surroundings is put in parentheses. */
function strength(expression: Expression): number {
  switch (expression.kind) {
    case 'choice':
      return 0
    case 'logic':
      return expression.operator === 'or' ? 1 : 2
    case 'not':
      return 3
    case 'comparison':
      return 4
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? 5 : 6
    case 'bare':
      return strength(expression.of)
    case 'negative':
      return 7
    case 'number':
    case 'reference':
    case 'absolute':
      return 8
  }
}

function written(expression: Expression, least: number, wording: Wording): string {
  const text = plain(expression, wording)
  return strength(expression) < least ? `(${text})` : text
}

function plain(expression: Expression, wording: Wording): string {
  const say = (part: Expression, least: number) => written(part, least, wording)
  switch (expression.kind) {
    case 'number':
      return formatCount(expression.value)
    case 'reference':
      return wording.leaf(expression.reference)
    case 'bare':
      return plain(expression.of, wording)
    case 'negative':
      return `−${say(expression.of, 7)}`
    case 'absolute':
      return `độ lớn của (${say(expression.of, 0)})`
    case 'not':
      return `không phải: ${say(expression.of, 4)}`
    case 'arithmetic': {
      const own = strength(expression)
      return `${say(expression.left, own)} ${ARITHMETIC[expression.operator]} ${say(expression.right, own + 1)}`
    }
    case 'comparison':
      return expression.links.reduce(
        (text, link) => `${text} ${wording.comparison[link.operator]} ${say(link.right, 5)}`,
        say(expression.first, 5),
      )
    case 'logic': {
      const own = strength(expression)
      const joint = expression.operator === 'and' ? '; đồng thời ' : ' hoặc '
      return `${say(expression.left, own)}${joint}${say(expression.right, own)}`
    }
    case 'choice':
      return `nếu ${say(expression.condition, 1)} thì ${say(expression.whenTrue, 1)}, nếu không thì ${say(expression.whenFalse, 1)}`
  }
}

/**
 * Why the expression is false, with the figures: `24 = 08 + 15? Vế phải bằng 23`.
 * Null when it is true or cannot be told.
 */
export function explainFailure(expression: Expression, lookup: Lookup): string | null {
  if (evaluate(expression, lookup) !== false) return null
  return failures(expression, lookup).join('; ')
}

function failures(expression: Expression, lookup: Lookup): readonly string[] {
  if (expression.kind === 'logic') {
    return [expression.left, expression.right]
      .filter((part) => evaluate(part, lookup) === false)
      .flatMap((part) => failures(part, lookup))
  }
  if (expression.kind === 'choice') {
    return failures(
      evaluate(expression.condition, lookup) === true ? expression.whenTrue : expression.whenFalse,
      lookup,
    )
  }
  const wording: Wording = { leaf: (reference) => figureText(lookup(reference)), comparison: SIGNS }
  if (expression.kind !== 'comparison') return [`${written(expression, 0, wording)}? Không đúng`]
  return pairsOf(expression)
    .filter((pair) => evaluate(asComparison(pair), lookup) === false)
    .map((pair) => `${written(asComparison(pair), 0, wording)}? ${verdict(pair, lookup)}`)
}

const figureText = (value: number | null): string => (value === null ? 'chưa có' : formatCount(value))

const asComparison = ({ left, operator, right }: Pair): Extract<Expression, { kind: 'comparison' }> => ({
  kind: 'comparison',
  first: left,
  links: [{ operator, right }],
  at: left.at,
})

/** States the side that had to be worked out; a side that is one plain figure is already on the page. */
function verdict({ left, right }: Pair, lookup: Lookup): string {
  const sides = [
    { name: 'vế trái', expression: left },
    { name: 'vế phải', expression: right },
  ].filter(({ expression }) => !isPlain(expression))
  if (sides.length === 0) return 'Không đúng'
  const said = sides
    .map(({ name, expression }) => {
      const value = evaluate(expression, lookup)
      return `${name} bằng ${figureText(typeof value === 'number' ? value : null)}`
    })
    .join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

const isPlain = (expression: Expression): boolean =>
  expression.kind === 'bare' ? isPlain(expression.of) : expression.kind === 'number' || expression.kind === 'reference'
