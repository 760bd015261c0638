// Kinds of fields that an entry of a register can have, and their shapes: checked by the same code in the browser and on the server.
import { parseDate } from '@kheo/core/calendar.ts'
import { z } from 'zod'

/** A text of a declaration in both languages. */
export type Words = readonly [vi: string, en: string]

type Common = {
  readonly label: Words
  readonly help?: Words
  /** May be left empty. */
  readonly isOptional?: boolean
  /** Asked only while another field (a choice or a flag) has one of these values; otherwise it is empty. */
  readonly onlyWhen?: { readonly field: string; readonly is: readonly (string | boolean)[] }
}

/** Free text: one line up to 300 characters, or many up to 4,000. It is screened for personal numbers and searched without tones. */
export type TextField = Common & { readonly kind: 'text'; readonly lines: 'one' | 'many' }
/** A village or residential group by name; earlier names of the unit are offered. */
export type VillageField = Common & { readonly kind: 'village' }
/** Number, sign and day of a paper, such as `15/NQ-HĐND ngày 12/7/2026`. */
export type ReferenceField = Common & { readonly kind: 'reference' }
export type NumberField = Common & {
  readonly kind: 'number'
  readonly unit: Words
  readonly decimals: number
  readonly least: number
  readonly most: number
}
/** Whole đồng. */
export type MoneyField = Common & { readonly kind: 'money' }
/** A day beside the entry's own; days to come are allowed. */
export type DateField = Common & { readonly kind: 'date' }
export type ChoiceField = Common & { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Words>> }
export type ChoicesField = Common & { readonly kind: 'choices'; readonly choices: Readonly<Record<string, Words>> }
export type FlagField = Common & { readonly kind: 'flag' }
/** A unit of the country, by its id; it may have ended since. */
export type UnitField = Common & { readonly kind: 'unit' }
/** An entry of another register (by its catalogue code) of the same unit. */
export type LinkField = Common & { readonly kind: 'link'; readonly to: string }

export type Field =
  | TextField
  | VillageField
  | ReferenceField
  | NumberField
  | MoneyField
  | DateField
  | ChoiceField
  | ChoicesField
  | FlagField
  | UnitField
  | LinkField
export type Fields = Readonly<Record<string, Field>>

export type Value = string | number | boolean | readonly string[] | null
export type Values = Readonly<Record<string, Value>>

type Maybe<F extends Field, V> = F extends { readonly isOptional: true }
  ? V | null
  : F extends { readonly onlyWhen: object }
    ? V | null
    : V
export type ValueOf<F extends Field> = F extends TextField | VillageField | ReferenceField
  ? string
  : F extends NumberField | MoneyField
    ? Maybe<F, number>
    : F extends { readonly kind: 'choice'; readonly choices: infer C }
      ? Maybe<F, keyof C & string>
      : F extends { readonly kind: 'choices'; readonly choices: infer C }
        ? readonly (keyof C & string)[]
        : F extends FlagField
          ? boolean
          : Maybe<F, string>
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }
/** What may be left out when a value is given: it is empty then. */
export type GivenOf<F extends Fields> = {
  readonly [K in keyof F as null extends ValueOf<F[K]> ? never : F[K] extends EmptyByDefault ? never : K]: ValueOf<F[K]>
} & { readonly [K in keyof F]?: ValueOf<F[K]> }
type EmptyByDefault =
  | FlagField
  | ChoicesField
  | ((TextField | VillageField | ReferenceField) & ({ readonly isOptional: true } | { readonly onlyWhen: object }))

type Options = Omit<Common, 'label'>
const none = {}

export const text = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'text', lines: 'one', label, ...options }) as const
export const longText = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'text', lines: 'many', label, ...options }) as const
export const village = <const O extends Options = Record<never, never>>(
  label: Words = ['Thôn, tổ dân phố', 'Village'],
  options: O = none as O,
) => ({ kind: 'village', label, ...options }) as const
export const reference = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'reference', label, ...options }) as const
type Bounds = { readonly decimals?: number; readonly least?: number; readonly most?: number }
/** A number in a unit; whole and not negative unless said otherwise. */
export const number = <const O extends Options & Bounds = Record<never, never>>(
  label: Words,
  unit: Words,
  options: O = none as O,
) =>
  ({
    kind: 'number',
    unit,
    // Not as literals: those of the options would contradict them, and the field would be of type never.
    decimals: 0 as number,
    least: 0 as number,
    most: 1_000_000_000 as number,
    label,
    ...options,
  }) as const
export const money = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'money', label, ...options }) as const
export const date = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'date', label, ...options }) as const
export const choice = <const C extends Readonly<Record<string, Words>>, const O extends Options = Record<never, never>>(
  label: Words,
  choices: C,
  options: O = none as O,
) => ({ kind: 'choice', choices, label, ...options }) as const
export const choices = <
  const C extends Readonly<Record<string, Words>>,
  const O extends Options = Record<never, never>,
>(
  label: Words,
  from: C,
  options: O = none as O,
) => ({ kind: 'choices', choices: from, label, ...options }) as const
export const flag = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'flag', label, ...options }) as const
export const unit = <const O extends Options = Record<never, never>>(label: Words, options: O = none as O) =>
  ({ kind: 'unit', label, ...options }) as const
export const link = <const O extends Options = Record<never, never>>(
  label: Words,
  to: string,
  options: O = none as O,
) => ({ kind: 'link', to, label, ...options }) as const

const tidy = (long: boolean) => (given: string) =>
  long ? given.normalize('NFC').trim() : given.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

const MOST_MONEY = 1_000_000_000_000_000

function textShape(field: Field, most: number): z.ZodType<string> {
  const bounded = z
    .string()
    .max(most)
    .transform(tidy(most > 300))
  return isEmptyAllowed(field) ? bounded.default('') : bounded.pipe(z.string().min(1))
}

const isEmptyAllowed = (field: Field): boolean => field.isOptional === true || field.onlyWhen !== undefined
const hasDecimals = (value: number, decimals: number): boolean => {
  const scaled = value * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) < 1e-6
}
const numberShape = (least: number, most: number, decimals: number): z.ZodType<number> =>
  z
    .number()
    .min(least)
    .max(most)
    .refine((value) => hasDecimals(value, decimals), { params: { code: 'too_precise', decimals } })
const maybe = (field: Field, shape: z.ZodType): z.ZodType =>
  isEmptyAllowed(field) ? shape.nullable().default(null) : shape

/** The shape of one field's value. */
export function shapeOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textShape(field, field.lines === 'one' ? 300 : 4000)
    case 'village':
    case 'reference':
      return textShape(field, 300)
    case 'number':
      return maybe(field, numberShape(field.least, field.most, field.decimals))
    case 'money':
      return maybe(field, numberShape(0, MOST_MONEY, 0))
    case 'date':
      return maybe(
        field,
        z.string().refine((given) => parseDate(given) !== undefined, { params: { code: 'not_a_day' } }),
      )
    case 'choice':
      return maybe(field, z.enum(Object.keys(field.choices) as [string]))
    case 'choices':
      return z.array(z.enum(Object.keys(field.choices) as [string])).default([])
    case 'flag':
      return z.boolean().default(false)
    case 'unit':
      return maybe(field, z.string().min(1).max(40))
    case 'link':
      return maybe(field, z.uuid())
  }
}

export const emptyOf = (field: Field): Value => {
  if (field.kind === 'flag') return false
  if (field.kind === 'choices') return []
  return field.kind === 'text' || field.kind === 'village' || field.kind === 'reference' ? '' : null
}

export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Whether a field is asked for with these values (`onlyWhen`). */
export const isAsked = (field: Field, values: Readonly<Record<string, unknown>>): boolean =>
  field.onlyWhen === undefined || field.onlyWhen.is.includes(values[field.onlyWhen.field] as string)

/** What a check of several fields refuses, at the field to mend. */
export type FieldIssue = { readonly field: string; readonly says: Words }

/** The shape of a whole set of fields, with the checks between them; fields that are not asked for are emptied. */
export function fieldsShape<F extends Fields>(
  fields: F,
  check: (values: ValuesOf<F>) => readonly FieldIssue[] = () => [],
): z.ZodType<ValuesOf<F>> {
  const shape = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shapeOf(field)]))
  return z
    .object(shape)
    .transform((values) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
          const field = fields[name]
          return [name, field !== undefined && !isAsked(field, values) ? emptyOf(field) : value]
        }),
      ),
    )
    .superRefine((values, context) => {
      for (const [name, field] of Object.entries(fields))
        if (
          field.onlyWhen !== undefined &&
          field.isOptional !== true &&
          isAsked(field, values) &&
          isEmpty(values[name] as Value)
        )
          context.addIssue({ code: 'custom', path: [name], params: { code: 'missing' } })
      for (const { field, says } of check(values as ValuesOf<F>))
        context.addIssue({ code: 'custom', path: [field], params: { code: 'says', vi: says[0], en: says[1] } })
    }) as unknown as z.ZodType<ValuesOf<F>>
}

/** Fields that hold words of a person: screened for personal numbers, searched, and withheld outside the unit in guarded registers. */
export const isFreeText = (field: Field): field is TextField | VillageField | ReferenceField =>
  field.kind === 'text' || field.kind === 'village' || field.kind === 'reference'

/** The values with what a person wrote in words blanked. */
export const withoutWords = (fields: Fields, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      return [name, field !== undefined && isFreeText(field) ? '' : value]
    }),
  )
