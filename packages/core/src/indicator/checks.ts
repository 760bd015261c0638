// Runs checks on the figures of one report. Reads what it is given; fetches nothing.

import type { CalendarDate } from '../calendar.ts'
import { builtInFindings, type CheckData } from './built-in-checks.ts'
import type { Catalogue } from './catalogue.ts'
import type { Check, Finding } from './check-model.ts'
import { evaluate, type Lookup } from './evaluate.ts'
import { explain, explainFailure, type Names } from './explain.ts'
import { codesOf } from './expression.ts'

export type CheckContext = CheckData & {
  /** Last day of the period: checks not in force on it are left out. */
  readonly day: CalendarDate
  readonly lookup: Lookup
  readonly parameterName?: (code: string) => string
}

/** Findings in the order of the checks. A check by cells gives one finding per failed cell, or one that it passed. */
export function runChecks(checks: readonly Check[], context: CheckContext): readonly Finding[] {
  return checks.filter((check) => inForce(check, context.day)).flatMap((check) => findingsOf(check, context))
}

const inForce = (check: Check, day: CalendarDate): boolean =>
  check.validFrom <= day && (check.validTo === null || day <= check.validTo)

function findingsOf(check: Check, context: CheckContext): readonly Finding[] {
  return check.formula === null
    ? builtInFindings(check, context)
    : [formulaFinding(check, check.formula.expression, context)]
}

function formulaFinding(
  check: Check,
  expression: NonNullable<Check['formula']>['expression'],
  context: CheckContext,
): Finding {
  const base = { check: check.id, severity: check.severity, cells: codesOf(expression) }
  const value = evaluate(expression, context.lookup)
  if (value === true) return { ...base, status: 'passed', sentence: `${check.nameVi}.` }
  if (value !== false)
    return { ...base, status: 'not-checkable', sentence: `${check.nameVi}: chưa đủ số liệu để kiểm tra.` }
  return {
    ...base,
    status: 'failed',
    sentence: `${check.nameVi}: ${explainFailure(expression, context.lookup) ?? ''}.`,
  }
}

/** What a check demands, in full Vietnamese: the formula with names, or the check's own name. */
export function explainCheck(check: Check, names: Names): string {
  return check.formula === null ? check.nameVi : explain(check.formula.expression, names)
}

/** Names as the catalogue gives them; an unknown code stands for itself. */
export const namesIn = (catalogue: Catalogue, parameterName: (code: string) => string = (code) => code): Names => ({
  indicator: (code) => catalogue.byCode.get(code)?.nameVi ?? code,
  parameter: parameterName,
})

/** Ids of failed checks that stop a report from being submitted. */
export const blockingChecks = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(
    findings.filter(({ status, severity }) => status === 'failed' && severity === 'error').map(({ check }) => check),
  ),
]
