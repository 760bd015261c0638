// The law of the catalogue files as rules ask it, without a database. For tests of pure rules.
import { readFileSync } from 'node:fs'
import { calendarDate } from '@kheo/core/calendar.ts'
import type { Law } from '@kheo/core/period/law.ts'
import type { DisclosureRules, Holidays } from '@kheo/core/period/law-catalogue.ts'
import type { LawParameter } from '@kheo/core/period/law-parameters.ts'

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../catalogue/law/${file}`, import.meta.url), 'utf8')) as T

export function shippedLaw(): Law {
  const { days } = read<Holidays>('holidays.json')
  const of = (kind: string) => new Set(days.filter((day) => day.kind === kind).map((day) => calendarDate(day.day)))
  return {
    parameters: read<readonly LawParameter[]>('parameters.json'),
    calendar: { off: of('off'), makeUp: of('make-up') },
    holidayNames: new Map(days.map(({ day, name }) => [day, name])),
    disclosure: read<DisclosureRules>('disclosure-items.json').items,
  }
}

/** The law with one parameter replaced from a day on. */
export function lawChanged(law: Law, code: string, value: number, from: string): Law {
  const changed = law.parameters.flatMap((each) =>
    each.code === code ? [each, { ...each, value, valid_from: from }] : [each],
  )
  return { ...law, parameters: changed }
}
