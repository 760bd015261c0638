// What the checks of the catalogue say of figures as sums: "XD06 = XD07 + XD08 + XD09", "XD06 <= XD04". Whoever holds a table knows them too.
import type { Check } from './check-model.ts'
import type { ComparisonOperator, Expression } from './expression.ts'

/** The figures by code, each times its number, add up to zero, or to zero at most. */
export type LinearRelation = { readonly terms: ReadonlyMap<string, number>; readonly is: 'zero' | 'zero at most' }

type Sum = ReadonlyMap<string, number>
/** The key of what is added without a figure. */
const CONSTANT = ''

const added = (a: Sum, b: Sum, times: number): Sum =>
  new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((code) => [code, (a.get(code) ?? 0) + times * (b.get(code) ?? 0)]),
  )

/** The expression as a sum of a unit's own figures of the period; undefined when it is none. */
function sumOf(expression: Expression): Sum | undefined {
  switch (expression.kind) {
    case 'number':
      return new Map([[CONSTANT, expression.value]])
    case 'bare':
      return sumOf(expression.of)
    case 'negative': {
      const inner = sumOf(expression.of)
      return inner && added(new Map(), inner, -1)
    }
    case 'reference': {
      const { reference } = expression
      return reference.kind === 'figure' && reference.when === 'now' && reference.whose === 'self'
        ? new Map([[reference.code, 1]])
        : undefined
    }
    case 'arithmetic': {
      if (expression.operator !== '+' && expression.operator !== '-') return undefined
      const [left, right] = [sumOf(expression.left), sumOf(expression.right)]
      return left && right && added(left, right, expression.operator === '+' ? 1 : -1)
    }
    default:
      return undefined
  }
}

function compared(left: Sum, operator: ComparisonOperator, right: Sum): LinearRelation | undefined {
  const isAtLeast = operator === '>=' || operator === '>'
  const sum = isAtLeast ? added(right, left, -1) : added(left, right, -1)
  if (operator === '<>' || (sum.get(CONSTANT) ?? 0) !== 0) return undefined
  const terms = new Map([...sum].filter(([code, times]) => code !== CONSTANT && times !== 0))
  return terms.size < 2 ? undefined : { terms, is: operator === '=' ? 'zero' : 'zero at most' }
}

function relationsIn(expression: Expression): LinearRelation[] {
  if (expression.kind === 'logic' && expression.operator === 'and')
    return [...relationsIn(expression.left), ...relationsIn(expression.right)]
  if (expression.kind !== 'comparison') return []
  const sides = [expression.first, ...expression.links.map((link) => link.right)].map(sumOf)
  return expression.links.flatMap(({ operator }, at) => {
    const [left, right] = [sides[at], sides[at + 1]]
    const found = left && right && compared(left, operator, right)
    return found === undefined ? [] : [found]
  })
}

/** The relations that every report of a day keeps: checks that refuse, so far as they compare sums of figures of one unit and period. */
export const linearRelations = (checks: readonly Check[], day: string): LinearRelation[] =>
  checks
    .filter((check) => check.severity === 'error' && check.validFrom <= day && (check.validTo ?? '~') >= day)
    .flatMap((check) => (check.formula === null ? [] : relationsIn(check.formula.expression)))
