// Expression tree → value. Exact inside (fractions), null-aware throughout: what is not known is never taken for zero.

import {
  addRational,
  compareRational,
  divideRational,
  multiplyRational,
  negateRational,
  numberOf,
  rational,
  type Rational,
} from '../text/rational.ts'
import type { ArithmeticOperator, ComparisonOperator, Expression, Reference } from './expression.ts'

/** The figure asked for; null when it is not known. */
export type Lookup = (reference: Reference) => number | null

/**
 * A number (six decimals at most), a truth, or null for "cannot be told".
 * 1. A null operand gives null; dividing by zero gives null.
 * 2. `and` is false as soon as one side is, `or` true as soon as one side is, whatever the other.
 * 3. A chain fails as soon as one known pair fails.
 */
export function evaluate(expression: Expression, lookup: Lookup): number | boolean | null {
  const value = exact(expression, lookup)
  return typeof value === 'object' && value !== null ? numberOf(value) : value
}

type Exact = Rational | boolean | null

const numeric = (value: Exact): Rational | null => (typeof value === 'boolean' ? null : value)
const truth = (value: Exact): boolean | null => (typeof value === 'boolean' ? value : null)

function exact(expression: Expression, lookup: Lookup): Exact {
  const number = (part: Expression) => numeric(exact(part, lookup))
  switch (expression.kind) {
    case 'number':
      return rational(expression.value)
    case 'reference': {
      const value = lookup(expression.reference)
      return value === null ? null : rational(value)
    }
    case 'negative': {
      const value = number(expression.of)
      return value === null ? null : negateRational(value)
    }
    case 'absolute': {
      const value = number(expression.of)
      return value !== null && value.n < 0n ? negateRational(value) : value
    }
    case 'bare':
      return number(expression.of)
    case 'arithmetic':
      return arithmetic(expression.operator, number(expression.left), number(expression.right))
    case 'comparison':
      return every(
        pairsOf(expression).map(({ left, operator, right }) => compared(operator, number(left), number(right))),
      )
    case 'not': {
      const value = truth(exact(expression.of, lookup))
      return value === null ? null : !value
    }
    case 'logic': {
      const sides = [truth(exact(expression.left, lookup)), truth(exact(expression.right, lookup))]
      return expression.operator === 'and' ? every(sides) : some(sides)
    }
    case 'choice': {
      const condition = truth(exact(expression.condition, lookup))
      return condition === null ? null : exact(condition ? expression.whenTrue : expression.whenFalse, lookup)
    }
  }
}

function every(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false
  return values.includes(null) ? null : true
}

function some(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(true)) return true
  return values.includes(null) ? null : false
}

function arithmetic(operator: ArithmeticOperator, left: Rational | null, right: Rational | null): Rational | null {
  if (left === null || right === null) return null
  switch (operator) {
    case '+':
      return addRational(left, right)
    case '-':
      return addRational(left, negateRational(right))
    case '*':
      return multiplyRational(left, right)
    case '/':
      return divideRational(left, right)
  }
}

export type Pair = { readonly left: Expression; readonly operator: ComparisonOperator; readonly right: Expression }

/** The neighbouring pairs of a chain. */
export function pairsOf(comparison: Extract<Expression, { kind: 'comparison' }>): readonly Pair[] {
  return comparison.links.map(({ operator, right }, index) => ({
    left: index === 0 ? comparison.first : (comparison.links[index - 1]?.right ?? comparison.first),
    operator,
    right,
  }))
}

function compared(operator: ComparisonOperator, left: Rational | null, right: Rational | null): boolean | null {
  if (left === null || right === null) return null
  const order = compareRational(left, right)
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
