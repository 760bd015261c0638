// What is typed into the form of an entry or a step, and the values that it says. Pure; it draws nothing.
//
// V1  A draft holds what was typed, letter by letter; only reading it makes numbers and empty values of it.
// V2  A field that is not asked for is empty, whatever still stands in its draft.
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import { formatNumber, parseNumber } from '@kheo/core/text/number-style.ts'
import {
  emptyOf,
  type Field,
  type Fields,
  isAsked,
  type Value,
  type Values,
  type Words,
} from '@kheo/kit/register/fields.ts'
import { readTyped } from '@kheo/kit/register/typed.ts'
import { typedSentence } from '@kheo/kit/register/typed-problems.ts'
import { Day } from '@kheo/kit/shapes.ts'
import { z } from 'zod'
import { t } from '../text.ts'

export type Typed = string | boolean | readonly string[]
/** By field; `happenedOn` is the entry's own day, and `<field>:name` what a chosen unit or entry is called. */
export type Draft = Record<string, Typed>
export type Given = { readonly happenedOn: string; readonly values: Values }

export const nameKey = (field: string): string => `${field}:name`

/** A value as it stands in an input. */
function typedOf(field: Field, value: Value | undefined): Typed {
  if (field.kind === 'flag') return value === true
  if (field.kind === 'choices') return Array.isArray(value) ? value : []
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? formatNumber(value) : String(value)
}

export function draftOf(
  fields: Fields,
  happenedOn: string,
  values: Readonly<Record<string, Value>> = {},
  names: Readonly<Record<string, string>> = {},
): Draft {
  const draft: Draft = { happenedOn }
  for (const [name, field] of Object.entries(fields)) draft[name] = typedOf(field, values[name])
  for (const [name, called] of Object.entries(names)) draft[nameKey(name)] = called
  return draft
}

const SCALES: Readonly<Record<string, number>> = {
  nghin: 1e3,
  ngan: 1e3,
  trieu: 1e6,
  tr: 1e6,
  ty: 1e9,
  ti: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

/** Whole đồng from `2.500.000`, `2,5 triệu`, `1,2 tỷ đồng`; undefined when it is no amount. */
export function readMoney(typed: string): number | undefined {
  const folded = foldVietnamese(typed).replace(/\s*(?:dong|d|₫|vnd)$/, '')
  const [, figure = '', word = ''] = /^([-−\d.,\s]*\d)\s*([a-z]*)$/.exec(folded) ?? []
  const scale = word === '' ? 1 : SCALES[word]
  const read = parseNumber(figure)
  if (scale === undefined || !read.ok) return undefined
  const amount = Math.round(read.value * scale * 100) / 100
  return Number.isSafeInteger(amount) ? amount : undefined
}

type Read = { readonly value: Value } | { readonly says: Words }

function readMoneyField(typed: string): Read {
  if (typed.trim() === '') return { value: null }
  const value = readMoney(typed)
  const sentence = t('registers.money_wrong', { text: typed })
  return value === undefined ? { says: [sentence, sentence] } : { value }
}

function readField(field: Field, typed: Typed | undefined): Read {
  if (typed === undefined) return { value: emptyOf(field) }
  // Boxes that are ticked hold codes already.
  if (field.kind === 'choices') return { value: Array.isArray(typed) ? typed : [] }
  if (field.kind === 'flag') return { value: typed === true }
  const text = String(typed)
  if (field.kind === 'money') return readMoneyField(text)
  if (field.kind === 'number') {
    const read = readTyped(field, text)
    return read.ok
      ? { value: read.value }
      : { says: [typedSentence(read.problem, 'vi'), typedSentence(read.problem, 'en')] }
  }
  if (field.kind === 'text' || field.kind === 'village' || field.kind === 'reference') return { value: text }
  return { value: text === '' ? null : text }
}

/** Values read one by one; what cannot be read is left out. */
function readDraft(fields: Fields, draft: Draft): { values: Record<string, Value>; wrong: [string, Words][] } {
  const values: Record<string, Value> = {}
  const wrong: [string, Words][] = []
  for (const [name, field] of Object.entries(fields)) {
    const read = isAsked(field, draft) ? readField(field, draft[name]) : { value: emptyOf(field) }
    if ('value' in read) values[name] = read.value
    else wrong.push([name, read.says])
  }
  return { values, wrong }
}

/** Reads and checks a draft: `form` is the very shape by which the server checks. Issues stand at the fields' names. */
export const givenShape = (fields: Fields, form: z.ZodType<Values>): z.ZodType<Given, Draft> =>
  z
    .custom<Draft>(() => true)
    .transform((draft, context): Given => {
      const { values, wrong } = readDraft(fields, draft)
      const day = Day.safeParse(draft['happenedOn'])
      const checked = form.safeParse(values)
      const unread = new Set(wrong.map(([name]) => name))
      for (const issue of day.success ? [] : day.error.issues)
        context.issues.push({ ...issue, path: ['happenedOn'], input: draft } as z.core.$ZodRawIssue)
      for (const [name, says] of wrong)
        context.addIssue({ code: 'custom', path: [name], params: { code: 'says', vi: says[0], en: says[1] } })
      for (const issue of checked.success ? [] : checked.error.issues)
        if (!unread.has(String(issue.path[0]))) context.issues.push({ ...issue, input: draft } as z.core.$ZodRawIssue)
      return day.success && checked.success ? { happenedOn: day.data, values: checked.data } : z.NEVER
    })

export type FieldPart = { readonly title: Words | undefined; readonly fields: readonly string[] }

/** The parts of a form in their order; fields that no part names come last. */
export function partsOf(
  fields: Fields,
  parts: readonly { readonly title: Words; readonly fields: readonly string[] }[] = [],
): readonly FieldPart[] {
  const named = new Set(parts.flatMap((part) => part.fields))
  const rest = Object.keys(fields).filter((name) => !named.has(name))
  return rest.length === 0 ? parts : [...parts, { title: undefined, fields: rest }]
}
