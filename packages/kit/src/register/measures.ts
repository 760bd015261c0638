// How entries become figures: conditions and amounts as data, so that they can be counted in SQL and said in words.
//
// M1  Days are those of the facts: an entry's own day and the days of its steps, never the days on which they were typed.
// M2  An entry that was struck out, and a step that was taken back, count nowhere.
import type { Value } from './fields.ts'

/** Against the window of a period: inside it, on or before its last day, or before its first. */
export type Days = 'within' | 'by the end' | 'before the start'

export type Where = Readonly<Record<string, Value | readonly Value[]>>

export type Condition =
  | { readonly op: 'happened'; readonly days: Days }
  /** Each field has the value, or one of the values. */
  | { readonly op: 'is'; readonly where: Where }
  /** A number, money or date field is filled in. */
  | { readonly op: 'given'; readonly field: string }
  | {
      readonly op: 'took'
      readonly kinds: readonly string[]
      readonly days: Days
      readonly where: Where
      /** No later than the deadline that ran when the step was taken. */
      readonly isInTime: boolean
    }
  /** The deadline that ran last had passed by the end of the window; entries without one are never late. */
  | { readonly op: 'due'; readonly days: Days }
  /** A date field of the entry against the window. */
  | { readonly op: 'day'; readonly field: string; readonly days: Days }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }

export type Amount =
  | { readonly of: 'entries' }
  /** Different values of fields, each once. */
  | { readonly of: 'distinct'; readonly fields: readonly string[] }
  /** The sum of a number or money field. */
  | { readonly of: 'field'; readonly field: string }
  /** The value that the last such step by the end of the window set, or the entry's own; never more than its field `most`. */
  | { readonly of: 'latest'; readonly kinds: readonly string[]; readonly field: string; readonly most?: string }
  /** Steps taken within the window: how many, or the sum of a field of theirs; of one entry never more than its field `most`. */
  | {
      readonly of: 'steps'
      readonly kinds: readonly string[]
      readonly field: string | null
      readonly where: Where
      readonly most?: string
    }

export type Measure = {
  readonly amount: Amount
  readonly when: Condition
  /** A choice field whose codes are the parts of the indicator's dimension. */
  readonly dividedBy?: string
  /** Multiplies the sum, such as 0.000001 from đồng to million đồng. */
  readonly scale?: number
}

type More = Pick<Measure, 'dividedBy' | 'scale'>

export const happened = (days: Days): Condition => ({ op: 'happened', days })
export const is = (where: Where): Condition => ({ op: 'is', where })
export const given = (field: string): Condition => ({ op: 'given', field })
export const not = (of: Condition): Condition => ({ op: 'not', of })
export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of })
export const day = (field: string, days: Days): Condition => ({ op: 'day', field, days })
export const due = (days: Days): Condition => ({ op: 'due', days })
export const took = (
  kinds: string | readonly string[],
  days: Days,
  { where = {}, isInTime = false }: { readonly where?: Where; readonly isInTime?: boolean } = {},
): Condition => ({ op: 'took', kinds: typeof kinds === 'string' ? [kinds] : kinds, days, where, isInTime })

const conditionOf = (when: Where | Condition): Condition =>
  'op' in when && typeof when['op'] === 'string' ? (when as Condition) : is(when as Where)

/** Entries of the window, all or those that meet a condition. */
export const entries = (when: Where | Condition = {}, more: More = {}): Measure => ({
  amount: { of: 'entries' },
  when: all(happened('within'), conditionOf(when)),
  ...more,
})
/** Entries of any day that meet a condition. */
export const entriesThat = (when: Condition, more: More = {}): Measure => ({ amount: { of: 'entries' }, when, ...more })
/** The sum of a field over the entries of the window. */
export const sumOf = (field: string, when: Where | Condition = {}, more: More = {}): Measure => ({
  amount: { of: 'field', field },
  when: all(happened('within'), conditionOf(when)),
  ...more,
})
/** The sum of a field over entries of any day that meet a condition. */
export const sumOfThat = (field: string, when: Condition, more: More = {}): Measure => ({
  amount: { of: 'field', field },
  when,
  ...more,
})
/**
 * A stock: the value each entry had last by the end of the window, over entries that meet a condition. `most` names a number of
 * the entry that the value is a part of: it counts no higher, whatever was corrected since.
 */
export const latestOf = (
  field: string,
  kinds: readonly string[],
  when: Condition,
  { most, ...more }: More & { readonly most?: string } = {},
): Measure => ({
  amount: { of: 'latest', kinds, field, ...(most === undefined ? {} : { most }) },
  when,
  ...more,
})
/** Different things among the entries that meet a condition, each counted once. */
export const distinct = (fields: readonly string[], when: Condition): Measure => ({
  amount: { of: 'distinct', fields },
  when,
})
/** Steps of a kind taken within the window. `most` names a number of the entry that their sum is a part of: it counts no higher. */
export const steps = (
  kinds: string | readonly string[],
  {
    field = null,
    where = {},
    when = all(),
    most,
    ...more
  }: {
    readonly field?: string | null
    readonly where?: Where
    readonly when?: Condition
    readonly most?: string
  } & More = {},
): Measure => ({
  amount: {
    of: 'steps',
    kinds: typeof kinds === 'string' ? [kinds] : kinds,
    field,
    where,
    ...(most === undefined ? {} : { most }),
  },
  when,
  ...more,
})
