// How many of a whole must agree for the law of a day: at least so many thirds, more than a percentage, or at least one. Pure.
import type { CalendarDate } from '../calendar.ts'
import type { Law } from './law.ts'
import { parameterAt, type LawParameter } from './law-parameters.ts'

export type Threshold = {
  /** The least whole number that suffices. */
  readonly needed: number
  /** `≥ 2/3`, `> 50%`: the share as people write it. */
  readonly share: string
  readonly source: string
}

/** Percentages may have decimals; counted in millionths, so that no binary fraction tips a vote. */
const MILLION = 1_000_000
const HUNDRED = 100

const percentOf = (value: number, total: number): { readonly parts: number; readonly whole: number } => ({
  parts: Math.round(value * MILLION) * total,
  whole: HUNDRED * MILLION,
})

const written = (value: number): string => String(value).replace('.', ',')

/** By the last word of a parameter's code, as the catalogue names such parameters. */
const KINDS: readonly {
  readonly ending: string
  readonly needed: (value: number, total: number) => number
  readonly share: (value: number) => string
}[] = [
  { ending: '.thirds', needed: (value, total) => Math.ceil((value * total) / 3), share: (value) => `≥ ${value}/3` },
  {
    ending: '.percent-over',
    needed: (value, total) => {
      const { parts, whole } = percentOf(value, total)
      return Math.floor(parts / whole) + 1
    },
    share: (value) => `> ${written(value)}%`,
  },
  {
    ending: '.percent-min',
    needed: (value, total) => {
      const { parts, whole } = percentOf(value, total)
      return Math.ceil(parts / whole)
    },
    share: (value) => `≥ ${written(value)}%`,
  },
]

const thresholdOf = ({ code, value, source }: LawParameter, total: number): Threshold | undefined => {
  const kind = KINDS.find(({ ending }) => code.endsWith(ending))
  return kind && { needed: kind.needed(value, total), share: kind.share(value), source }
}

/**
 * The threshold over a whole of `total` by the first of the parameters that is in force on the day; undefined where none is.
 * Codes end in `.thirds`, `.percent-over` or `.percent-min`, which says how their value is meant.
 */
export function thresholdAt(
  law: Law,
  codes: readonly string[],
  total: number,
  day: CalendarDate,
): Threshold | undefined {
  for (const code of codes) {
    const found = parameterAt(law.parameters, code, day)
    if (found.ok) return thresholdOf(found.value, total)
  }
  return undefined
}
