// Entries of any register, made up from its declaration: what its own form accepts. For tests.
import type { EntryView } from '@kheo/kit/register/contract.ts'
import { type AnyRegister, type Facts, stepShape, type TakenStep } from '@kheo/kit/register/declare.ts'
import { type Field, type Fields, isAsked, type Values } from '@kheo/kit/register/fields.ts'
import fc from 'fast-check'
import type { z } from 'zod'

const WORDS = [
  '2026',
  'Việc chung của thôn',
  'Đường làng ngõ xóm',
  'Nhà văn hóa',
  'Vệ sinh môi trường',
  'An ninh, trật tự',
  'Nước sạch',
  'Chiếu sáng',
  'Họp tổ dân phố',
]
const VILLAGES = ['Thôn Một', 'Thôn Hai', 'Tổ dân phố số 3']
const DAYS = ['2026-01-12', '2026-02-25', '2026-03-18', '2026-04-22', '2026-05-20', '2026-07-31']

function fieldArb(field: Field, unit: string): fc.Arbitrary<unknown> {
  const nothing = field.isOptional === true || field.onlyWhen !== undefined
  const maybe = (given: fc.Arbitrary<unknown>, empty: unknown): fc.Arbitrary<unknown> =>
    nothing ? fc.option(given, { nil: empty, freq: 3 }) : given
  switch (field.kind) {
    case 'text':
      return maybe(fc.constantFrom(...WORDS), '')
    case 'village':
      return maybe(fc.constantFrom(...VILLAGES), '')
    case 'reference':
      return maybe(
        fc.nat(200).map((n) => `${n + 1}/QĐ-UBND ngày 12/3/2026`),
        '',
      )
    case 'number': {
      const most = Math.min(field.most, field.least + 60)
      const least = Math.ceil(field.least)
      return maybe(fc.oneof(fc.constant(least), fc.integer({ min: least, max: Math.floor(most) })), null)
    }
    case 'money':
      return maybe(
        fc.nat(5000).map((n) => n * 100_000),
        null,
      )
    case 'date':
      return maybe(fc.constantFrom(...DAYS), null)
    case 'choice':
      return maybe(fc.constantFrom(...Object.keys(field.choices)), null)
    case 'choices':
      return fc.subarray(Object.keys(field.choices))
    case 'flag':
      return fc.boolean()
    case 'unit':
      return maybe(fc.constant(unit), null)
    case 'link':
      return fc.constant(null)
  }
}

const withAsked = (
  fields: Fields,
  values: Record<string, unknown>,
  unit: string,
  pick: number,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name]
      const isEmpty = value === null || value === ''
      if (
        field === undefined ||
        !isEmpty ||
        field.onlyWhen === undefined ||
        field.isOptional === true ||
        !isAsked(field, values)
      )
        return [name, value]
      const { onlyWhen: _, ...plain } = field
      return [name, fc.sample(fieldArb(plain as Field, unit), { numRuns: 1, seed: pick })[0]]
    }),
  )

const valuesArb = (fields: Fields, unit: string): fc.Arbitrary<Values> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldArb(field, unit)]))),
      fc.nat(1000),
    )
    .map(([values, pick]) => withAsked(fields, values as Record<string, unknown>, unit, pick) as Values)

/** The values as the form has them afterwards: what is not asked for is empty. */
function sampleOf(arb: fc.Arbitrary<Values>, form: z.ZodType, what: string, count: number, seed: number): Values[] {
  const found: Values[] = []
  for (const values of fc.sample(arb, { numRuns: count * 400, seed })) {
    const read = form.safeParse(values)
    if (read.success) found.push(read.data as Values)
    if (found.length === count) return found
  }
  throw new Error(`no example passes the form of ${what}`)
}

/** So many entries' values that the register's own form accepts, the same for a seed. */
export const sampleEntries = (register: AnyRegister, unit: string, count: number, seed = 1): Values[] =>
  sampleOf(valuesArb(register.fields, unit), register.form, register.name, count, seed)

const NOTHING: Pick<EntryView, 'happenedOn' | 'values' | 'steps'> = { happenedOn: '2026-03-02', values: {}, steps: [] }

/** Values of a step that its own form accepts on an entry as it is held. */
export function sampleStep(
  register: AnyRegister,
  kind: string,
  unit: string,
  seed = 1,
  held: Pick<EntryView, 'happenedOn' | 'values' | 'steps'> = NOTHING,
): Values {
  const step = register.steps[kind]
  if (step === undefined) throw new Error(`${register.name} has no step ${kind}`)
  const entry: Facts = { happenedOn: held.happenedOn, values: held.values }
  const steps: readonly TakenStep[] = held.steps.filter((taken) => taken.retracted === null)
  const form = stepShape(step, entry, steps)
  const [found = {}] = sampleOf(valuesArb(step.fields ?? {}, unit), form, `${register.name}.${kind}`, 1, seed)
  return found
}
