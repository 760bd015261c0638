// The law files of the catalogue besides the parameters: days off, what a commune discloses, and scoring sheets.
import type { LawParameter } from './law-parameters.ts'

/** `ordinary` withdraws what the shipped file said of that day. */
export type Holiday = {
  readonly day: string
  readonly kind: 'off' | 'make-up' | 'ordinary'
  readonly name: string
  /** How sure the day is: `fixed` by law, `compensation`, `announced` each year, `approximate`. */
  readonly basis?: string
  readonly note?: string
  /** The notice that an office entered the day from; absent from what the catalogue file brings. */
  readonly source?: string
}
export type Holidays = { readonly days: readonly Holiday[] }

/** One matter that a commune must disclose, in force over one stretch of time. */
export type DisclosureItem = {
  readonly code: string
  readonly number: number
  readonly title: string
  /** Each form that the law names for it, by the code of the form. */
  readonly required: readonly { readonly form: string; readonly source: string; readonly verified: boolean }[]
  readonly valid_from: string
  readonly valid_to?: string
  readonly source: string
  readonly verified: boolean
}
export type DisclosureRules = {
  readonly forms: readonly { readonly code: string; readonly title: string }[]
  readonly items: readonly DisclosureItem[]
}

/** A version of a sheet by which a model or a unit is scored; the points of its criteria add up to 100. */
export type ScoringSheet = {
  readonly code: string
  readonly version: number
  readonly title: string
  readonly criteria: readonly { readonly code: string; readonly title: string; readonly points: number }[]
  /** Highest first. A band begins at `from` points, or at what the parameter is worth on the day. */
  readonly bands: readonly {
    readonly code: string
    readonly title: string
    readonly from?: number
    readonly parameter?: string
  }[]
  readonly valid_from: string
  readonly valid_to?: string
  readonly source: string
  readonly verified: boolean
}

type Unit = { readonly least: number; readonly most: number; readonly isWhole: boolean }
const whole = (least: number, most: number): Unit => ({ least, most, isWhole: true })

/** Every unit that a parameter may have, with the values that make sense in it. */
export const LAW_UNITS: Readonly<Record<string, Unit>> = {
  day: whole(0, 3650),
  'working-day': whole(0, 1000),
  month: whole(1, 240),
  year: whole(1, 100),
  percent: { least: 0, most: 100, isWhole: false },
  third: whole(1, 3),
  person: whole(0, 10_000),
  household: whole(0, 100_000),
  time: whole(0, 100),
  flag: whole(0, 1),
  'day-per-week': whole(0, 7),
  'day-per-month': whole(0, 31),
  'per-year': whole(0, 366),
  point: { least: 0, most: 1000, isWhole: false },
  rank: whole(1, 10),
  'base-salary': { least: 0, most: 1000, isWhole: false },
  multiple: { least: 0, most: 1000, isWhole: false },
  dong: whole(0, 1_000_000_000),
  case: whole(1, 1000),
}

export type ValueProblem = { readonly least: number; readonly most: number; readonly isWhole: boolean }

/** What a value in that unit must be, when it is not so; null when it is, undefined for a unit that nobody knows. */
export function valueProblem(value: number, unit: string): ValueProblem | null | undefined {
  const bounds = LAW_UNITS[unit]
  if (bounds === undefined) return undefined
  const isRight = value >= bounds.least && value <= bounds.most && (!bounds.isWhole || Number.isInteger(value))
  return isRight ? null : bounds
}

type Dated = { readonly code: string; readonly valid_from: string; readonly valid_to?: string }

/** What is in force on a day: of each code the version that holds on it; of two that overlap, the one that began later. */
export function inForce<D extends Dated>(rows: readonly D[], day: string): D[] {
  const held = new Map<string, D>()
  for (const row of rows) {
    const isHeld = row.valid_from <= day && (row.valid_to === undefined || day <= row.valid_to)
    const other = held.get(row.code)
    if (isHeld && (other === undefined || other.valid_from < row.valid_from)) held.set(row.code, row)
  }
  return [...held.values()]
}

/** The bands of a sheet on a day, each with the points from which it holds; one whose parameter is not in force is left out. */
export function bandsOn(
  sheet: ScoringSheet,
  parameters: readonly LawParameter[],
  day: string,
): { readonly code: string; readonly title: string; readonly from: number }[] {
  const values = new Map(inForce(parameters, day).map((parameter) => [parameter.code, parameter.value]))
  return sheet.bands.flatMap(({ code, title, from, parameter }) => {
    const least = from ?? values.get(parameter ?? '')
    return least === undefined ? [] : [{ code, title, from: least }]
  })
}
