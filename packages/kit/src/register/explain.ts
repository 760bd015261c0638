// A declaration told to people: how each figure is counted, in a sentence, and the whole register as plain data.
import { type AnyRegister, type Step, storedFields, WRITERS } from './declare.ts'
import type { Field, Fields, Words } from './fields.ts'
import type { Condition, Days, Measure, Where } from './measures.ts'

const DAYS: Readonly<Record<Days, Words>> = {
  within: ['trong kỳ', 'within the period'],
  'by the end': ['tính đến hết kỳ', 'by the end of the period'],
  'before the start': ['trước kỳ', 'before the period'],
}
const AND: Words = [' và ', ' and ']
const OR: Words = [' hoặc ', ' or ']

/** Says measures of one register in one language (0 Vietnamese, 1 English). */
function teller(it: AnyRegister, language: 0 | 1) {
  const say = (words: Words): string => words[language]
  const steps = it.steps as Readonly<Record<string, Step>>
  const labelOf = (fields: Fields, name: string): string => {
    if (fields[name] !== undefined) return say(fields[name].label)
    if (name === 'happenedOn') return say(it.day.label)
    return name === 'unitId' ? say(['đơn vị', 'unit']) : name
  }
  const valueOf = (field: Field | undefined, value: unknown): string => {
    if (typeof value === 'boolean') return say(value ? ['có', 'yes'] : ['không', 'no'])
    if (value === null) return say(['để trống', 'empty'])
    return field !== undefined && 'choices' in field
      ? say(field.choices[String(value)] ?? [String(value), String(value)])
      : String(value)
  }
  const holds = (fields: Fields, where: Where): string =>
    Object.entries(where)
      .map(
        ([name, wanted]) =>
          `${labelOf(fields, name)}: ${(Array.isArray(wanted) ? wanted : [wanted]).map((value) => valueOf(fields[name], value)).join('/')}`,
      )
      .join('; ')
  const kindsOf = (kinds: readonly string[]): string =>
    kinds.map((kind) => (steps[kind] === undefined ? kind : `“${say(steps[kind].label)}”`)).join(say(OR))
  const fieldsOfSteps = (kinds: readonly string[]): Fields =>
    Object.assign({}, ...kinds.flatMap((kind) => [steps[kind]?.fields ?? {}, steps[kind]?.computed ?? {}])) as Fields
  const condition = (of: Condition): string => {
    switch (of.op) {
      case 'happened':
        return `${say(it.day.label)} ${say(DAYS[of.days])}`
      case 'is':
        return holds(storedFields(it), of.where)
      case 'given':
        return `${say(['đã ghi', 'given'])} ${labelOf(storedFields(it), of.field)}`
      case 'day':
        return `${labelOf(storedFields(it), of.field)} ${say(DAYS[of.days])}`
      case 'due':
        return `${say(['hạn', 'deadline'])} ${say(DAYS[of.days])}`
      case 'took': {
        const more = [holds(fieldsOfSteps(of.kinds), of.where), of.isInTime ? say(['đúng hạn', 'in time']) : '']
          .filter((part) => part !== '')
          .join('; ')
        return `${say(['có bước', 'has the step'])} ${kindsOf(of.kinds)} ${say(DAYS[of.days])}${more === '' ? '' : ` (${more})`}`
      }
      case 'not':
        return `${say(['không phải', 'not'])} (${condition(of.of)})`
      case 'all':
      case 'any':
        return of.of
          .map(condition)
          .filter((part) => part !== '')
          .join(say(of.op === 'all' ? AND : OR))
    }
  }
  const amount = ({ amount: of }: Measure): string => {
    switch (of.of) {
      case 'entries':
        return say(['Số dòng', 'Entries'])
      case 'distinct':
        return `${say(['Số khác nhau theo', 'Different'])} ${of.fields.map((field) => labelOf(storedFields(it), field)).join(', ')}`
      case 'field':
        return `${say(['Tổng', 'Sum of'])} “${labelOf(storedFields(it), of.field)}”`
      case 'latest':
        return `${say(['Tổng số mới nhất của', 'Latest'])} “${labelOf(storedFields(it), of.field)}”`
      case 'steps': {
        const where = holds(fieldsOfSteps(of.kinds), of.where)
        const what =
          of.field === null
            ? say(['Số bước', 'Steps'])
            : `${say(['Tổng', 'Sum of'])} “${labelOf(fieldsOfSteps(of.kinds), of.field)}” ${say(['ở bước', 'at'])}`
        return `${what} ${kindsOf(of.kinds)} ${say(DAYS.within)}${where === '' ? '' : ` (${where})`}`
      }
    }
  }
  return (measure: Measure): string => {
    const when = condition(measure.when)
    return when === '' ? amount(measure) : `${amount(measure)}, ${when}`
  }
}

/** How a figure is counted, in a sentence; undefined for an indicator that the register does not count. */
export function explainMeasure(it: AnyRegister, code: string, language: 0 | 1 = 0): string | undefined {
  const measure = (it.measures as Readonly<Record<string, Measure>>)[code]
  return measure === undefined ? undefined : teller(it, language)(measure)
}

const fieldData = (fields: Fields) =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    kind: field.kind,
    label: field.label[0],
    isOptional: field.isOptional === true || field.onlyWhen !== undefined,
    ...('choices' in field
      ? {
          choices: Object.fromEntries(
            Object.entries(field.choices as Readonly<Record<string, Words>>).map(([code, words]) => [code, words[0]]),
          ),
        }
      : {}),
    ...('unit' in field ? { unit: field.unit[0] } : {}),
  }))

/** The register as plain data: what `kheo registers --json` prints. */
export const describeRegister = (it: AnyRegister) => ({
  name: it.name,
  code: it.code,
  title: it.title[0],
  owner: it.owner[0],
  source: it.source,
  privacy: it.privacy,
  address: `/so/${it.address}`,
  day: it.day.label[0],
  fields: fieldData(it.fields),
  computed: fieldData(it.computed ?? {}),
  states: Object.entries(it.states as AnyRegister['states']).map(([code, state]) => ({
    code,
    label: state.label[0],
    isClosed: state.isClosed === true,
  })),
  steps: Object.entries(it.steps as Readonly<Record<string, Step>>).map(([kind, step]) => ({
    kind,
    label: step.label[0],
    from: step.from,
    to: step.to,
    who: step.who ?? WRITERS,
    fields: fieldData({ ...step.fields, ...step.computed }),
  })),
  hasDeadline: it.deadline !== undefined,
  measures: Object.keys(it.measures).map((code) => ({ indicator: code, counts: explainMeasure(it, code) ?? '' })),
})
