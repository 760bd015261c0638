// The expression tree of formulas and checks: what it is made of. Parsing, checking, evaluating and explaining stand beside it.

/** Which period's figure: this one, the one before, the same one last year. */
export type When = 'now' | 'previous' | 'last-year'

/** What a formula asks its surroundings for. */
export type Reference =
  | { readonly kind: 'figure'; readonly code: string; readonly when: When; readonly whose: 'self' | 'children' }
  | { readonly kind: 'child-units' }
  | { readonly kind: 'parameter'; readonly code: string }

export type ArithmeticOperator = '+' | '-' | '*' | '/'
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>='
export type ComparisonLink = { readonly operator: ComparisonOperator; readonly right: Expression }

/** `at` is the position in the text, from 0, of the operator or of the first character. */
export type Expression = { readonly at: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Expression
      readonly right: Expression
    }
  /** A chain `a <= b <= c` holds when every neighbouring pair does. */
  | { readonly kind: 'comparison'; readonly first: Expression; readonly links: readonly ComparisonLink[] }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'choice'
      readonly condition: Expression
      readonly whenTrue: Expression
      readonly whenFalse: Expression
    }
  | { readonly kind: 'absolute'; readonly of: Expression }
  /** `count(x)`: the bare number of x, so that unlike things may be added or compared on purpose. */
  | { readonly kind: 'bare'; readonly of: Expression }
)

/** The parts directly inside, left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'reference':
      return []
    case 'negative':
    case 'not':
    case 'absolute':
    case 'bare':
      return [expression.of]
    case 'arithmetic':
    case 'logic':
      return [expression.left, expression.right]
    case 'comparison':
      return [expression.first, ...expression.links.map((link) => link.right)]
    case 'choice':
      return [expression.condition, expression.whenTrue, expression.whenFalse]
  }
}

/** Everything the expression asks for, in order of appearance, repeats kept. */
export const referencesOf = (expression: Expression): readonly Reference[] =>
  expression.kind === 'reference' ? [expression.reference] : partsOf(expression).flatMap(referencesOf)

/** Indicator codes it names, each once. */
export function codesOf(expression: Expression): readonly string[] {
  const codes = referencesOf(expression).flatMap((reference) => (reference.kind === 'figure' ? [reference.code] : []))
  return [...new Set(codes)]
}
