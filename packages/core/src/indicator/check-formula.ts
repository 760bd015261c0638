// Does a parsed formula make sense against the catalogue: known names, like with like. Computes no value.

import type { Expression, Reference } from './expression.ts'

export type FormulaProblem =
  | { readonly code: 'formula.unknown_indicator'; readonly at: number; readonly indicator: string }
  | { readonly code: 'formula.unknown_parameter'; readonly at: number; readonly parameter: string }
  /** Unlike units added, subtracted or compared; `count(…)` says that it is meant. */
  | { readonly code: 'formula.unit_mismatch'; readonly at: number; readonly left: string; readonly right: string }
  | {
      readonly code: 'formula.wrong_type'
      readonly at: number
      readonly expected: ValueType
      readonly found: ValueType
    }

export type ValueType = 'number' | 'boolean'

export type FormulaScope = {
  /** Đơn vị tính, or undefined when there is no such indicator. */
  readonly unitOf: (code: string) => string | undefined
  /** Left out: parameter codes are not checked. */
  readonly hasParameter?: (code: string) => boolean
}

/** A unit of null is a bare number, which goes with anything. */
type Typed = { readonly type: ValueType; readonly unit: string | null; readonly problems: readonly FormulaProblem[] }

/** Every problem, in reading order. `expected` is `boolean` for a check, `number` for an indicator's formula. */
export function check(expression: Expression, scope: FormulaScope, expected: ValueType): readonly FormulaProblem[] {
  return demand(typeOf(expression, scope), expected, expression.at).problems
}

function demand(typed: Typed, expected: ValueType, at: number): Typed {
  if (typed.type === expected) return typed
  const problem: FormulaProblem = { code: 'formula.wrong_type', at, expected, found: typed.type }
  return { type: expected, unit: null, problems: [...typed.problems, problem] }
}

function typeOf(expression: Expression, scope: FormulaScope): Typed {
  const number = (part: Expression) => demand(typeOf(part, scope), 'number', part.at)
  const truth = (part: Expression) => demand(typeOf(part, scope), 'boolean', part.at)
  switch (expression.kind) {
    case 'number':
      return { type: 'number', unit: null, problems: [] }
    case 'reference':
      return typeOfReference(expression.reference, expression.at, scope)
    case 'negative':
    case 'absolute':
      return number(expression.of)
    case 'bare':
      return { ...number(expression.of), unit: null }
    case 'not':
      return truth(expression.of)
    case 'logic':
      return {
        type: 'boolean',
        unit: null,
        problems: [expression.left, expression.right].flatMap((part) => truth(part).problems),
      }
    case 'comparison':
      return comparison([expression.first, ...expression.links.map((link) => link.right)].map(number), expression.at)
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-'
        ? alike(number(expression.left), number(expression.right), expression.at)
        : scaledUnit(expression.operator, number(expression.left), number(expression.right))
    case 'choice':
      return choice(
        truth(expression.condition),
        typeOf(expression.whenTrue, scope),
        typeOf(expression.whenFalse, scope),
        expression,
      )
  }
}

function typeOfReference(reference: Reference, at: number, scope: FormulaScope): Typed {
  if (reference.kind === 'child-units') return { type: 'number', unit: null, problems: [] }
  if (reference.kind === 'parameter') {
    const known = scope.hasParameter?.(reference.code) ?? true
    const problems: FormulaProblem[] = known
      ? []
      : [{ code: 'formula.unknown_parameter', at, parameter: reference.code }]
    return { type: 'number', unit: null, problems }
  }
  const unit = scope.unitOf(reference.code)
  if (unit === undefined) {
    return {
      type: 'number',
      unit: null,
      problems: [{ code: 'formula.unknown_indicator', at, indicator: reference.code }],
    }
  }
  // A percentage is a bare number that is written with a sign.
  return { type: 'number', unit: unit === '%' ? null : unit, problems: [] }
}

function alike(left: Typed, right: Typed, at: number): Typed {
  const problems = [...left.problems, ...right.problems]
  const unit = left.unit ?? right.unit
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit) {
    problems.push({ code: 'formula.unit_mismatch', at, left: left.unit, right: right.unit })
  }
  return { type: 'number', unit, problems }
}

function scaledUnit(operator: '*' | '/', left: Typed, right: Typed): Typed {
  const problems = [...left.problems, ...right.problems]
  return { type: 'number', unit: unitAfter(operator, left.unit, right.unit), problems }
}

function unitAfter(operator: '*' | '/', left: string | null, right: string | null): string | null {
  if (right === null) return left
  if (operator === '/') return left === right ? null : `${left ?? '1'}/${right}`
  return left === null ? right : `${left}×${right}`
}

function comparison(sides: readonly Typed[], at: number): Typed {
  const problems = sides.flatMap((side) => side.problems)
  sides.slice(1).forEach((right, index) => {
    const left = sides[index]
    if (left !== undefined) problems.push(...alike({ ...left, problems: [] }, { ...right, problems: [] }, at).problems)
  })
  return { type: 'boolean', unit: null, problems }
}

function choice(condition: Typed, then: Typed, otherwise: Typed, { at }: Expression): Typed {
  const second = demand(otherwise, then.type, at)
  const merged = alike(then, second, at)
  return { type: then.type, unit: merged.unit, problems: [...condition.problems, ...merged.problems] }
}
