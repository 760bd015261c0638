// Works out rates and counts of units from the figures they are made of. Stores nothing and trusts no typed rate.

import { roundDecimal } from '../text/decimal.ts'
import { divideRational, multiplyRational, numberOf, rational } from '../text/rational.ts'
import type { Catalogue } from './catalogue.ts'
import { evaluate, type Lookup } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { valueOf, type Indicator, type Values } from './model.ts'

/** Looks only at this unit's figures of this period. */
export const lookupIn =
  (values: Values): Lookup =>
  (reference) =>
    reference.kind === 'figure' && reference.when === 'now' && reference.whose === 'self'
      ? valueOf(values, reference.code)
      : null

const numberFrom = (expression: Expression, values: Values): number | null => {
  const value = evaluate(expression, lookupIn(values))
  return typeof value === 'number' ? value : null
}

/** One rate, in percent when its unit is `%`, rounded to the indicator's decimals; null when a part is missing or the whole is 0. */
export function deriveRatio(indicator: Indicator, values: Values): number | null {
  if (indicator.tree.kind !== 'ratio') return null
  const above = numberFrom(indicator.tree.numerator, values)
  const below = numberFrom(indicator.tree.denominator, values)
  if (above === null || below === null) return null
  const quotient = divideRational(rational(above), rational(below))
  if (quotient === null) return null
  const factor = rational(indicator.unit === '%' ? 100 : 1)
  return roundDecimal(numberOf(multiplyRational(quotient, factor), indicator.decimals), indicator.decimals)
}

/** The same figures with every rate of the catalogue worked out anew, whatever stood there. */
export function deriveValues(catalogue: Catalogue, values: Values): Values {
  const derived: Record<string, number | null> = { ...values }
  for (const indicator of catalogue.indicators) {
    if (indicator.tree.kind === 'ratio') derived[indicator.code] = deriveRatio(indicator, values)
  }
  return derived
}

/**
 * How many children meet the condition of a `units` indicator ("5/9 xã"), and how many could be judged.
 * Null count when not one could.
 */
export function countUnits(
  indicator: Indicator,
  children: readonly Values[],
): { readonly count: number | null; readonly judged: number } {
  if (indicator.tree.kind !== 'units' || indicator.tree.condition === null) return { count: null, judged: 0 }
  const { condition } = indicator.tree
  const verdicts = children
    .map((values) => evaluate(condition, lookupIn(values)))
    .filter((verdict) => typeof verdict === 'boolean')
  return { count: verdicts.length === 0 ? null : verdicts.filter(Boolean).length, judged: verdicts.length }
}
