// Numbers that come from a law, looked up by the day they must hold on. No such number stands in code.

import type { CalendarDate } from '../calendar.ts'
import { accept, refuse, type Result } from '../result.ts'

/** One value of one parameter over one stretch of time; field names are those of the catalogue file. Days inclusive. */
export type LawParameter = {
  readonly code: string
  readonly title: string
  readonly value: number
  /** `day`, `working-day`, `percent`, `person`, `per-month` … */
  readonly unit: string
  readonly valid_from: string
  readonly valid_to?: string
  readonly source: string
  /** False when the text of the law has still to be checked by the office that uses it. */
  readonly verified: boolean
  /** Why an office entered this version itself; absent from what the catalogue files bring. */
  readonly reason?: string
}

export type ParameterProblem =
  | { readonly code: 'parameter.unknown'; readonly parameter: string }
  | { readonly code: 'parameter.not_in_force'; readonly parameter: string; readonly day: CalendarDate }

/** The value in force on that day; of two that overlap, the one that began later. */
export function parameterAt(
  parameters: readonly LawParameter[],
  code: string,
  day: CalendarDate,
): Result<LawParameter, ParameterProblem> {
  const versions = parameters.filter((parameter) => parameter.code === code)
  if (versions.length === 0) return refuse({ code: 'parameter.unknown', parameter: code })
  const inForce = versions
    .filter(
      (parameter) => parameter.valid_from <= day && (parameter.valid_to === undefined || day <= parameter.valid_to),
    )
    .toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0]
  return inForce === undefined ? refuse({ code: 'parameter.not_in_force', parameter: code, day }) : accept(inForce)
}
