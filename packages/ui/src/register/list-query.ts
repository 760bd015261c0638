// What a list is narrowed and ordered by, read from the address. Pure: an address mistyped filters nothing.
import { parseDate } from '@kheo/core/calendar.ts'
import { type ListQuery, SORTS } from '@kheo/kit/register/contract.ts'
import { type AnyRegister, storedFields } from '@kheo/kit/register/declare.ts'
import type { Field } from '@kheo/kit/register/fields.ts'
import type { z } from 'zod'

type Search = Readonly<Record<string, string | undefined>>
type Place = { readonly unit: string; readonly year: number }

export const LATE = ['due-soon', 'overdue'] as const
export const ORDERS = ['asc', 'desc'] as const

/** Fields that this list can be narrowed by, with their names. */
export const filterFields = (register: AnyRegister): readonly (readonly [string, Field])[] =>
  register.filters.flatMap((name) => {
    const field = storedFields(register)[name]
    return field === undefined ? [] : [[name, field] as const]
  })

/** Names in the address that narrow the list; order and page are not among them. */
export const filterNames = (register: AnyRegister): readonly string[] => [
  'q',
  'state',
  'late',
  'from',
  'to',
  ...register.filters,
]

/** Filters that are on, as they stand in the address. */
export const filtersOn = (register: AnyRegister, search: Search): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filterNames(register).flatMap((name) => {
      const value = search[name] ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )

const known = <T extends string>(options: readonly T[], text: string | undefined): T | undefined =>
  options.find((option) => option === text)

const dayIn = (text: string | undefined): string | undefined => parseDate(text ?? '')

function valueIn(field: Field, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (field.kind === 'flag') return known(['true', 'false'], text)
  if (field.kind === 'choice' || field.kind === 'choices') return known(Object.keys(field.choices), text)
  return text
}

export type Narrowed = z.input<typeof ListQuery>

export const atPage = (query: Narrowed, page: string | number): Narrowed =>
  ({ ...query, page: String(page) }) as Narrowed

/** The query of the list without its page. Days chosen take the place of the year. */
export function queryOf(register: AnyRegister, { unit, year }: Place, search: Search): Narrowed {
  const from = dayIn(search['from'])
  const to = dayIn(search['to'])
  const own = Object.fromEntries(
    filterFields(register).flatMap(([name, field]) => {
      const value = valueIn(field, search[name])
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return {
    ...own,
    unit,
    ...(from === undefined && to === undefined ? { year } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...((search['q'] ?? '') === '' ? {} : { q: search['q'] }),
    ...optional('state', known(Object.keys(register.states), search['state'])),
    ...optional('late', register.deadline === undefined ? undefined : known(LATE, search['late'])),
    ...optional('sort', known(SORTS, search['sort'])),
    ...optional('order', known(ORDERS, search['order'])),
  } as Narrowed
}

const optional = <K extends string, V>(name: K, value: V | undefined): { readonly [N in K]?: V } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in K]?: V }

/** The days that the list is about, for counting: those chosen, else the whole year. */
export function daysOf({ year }: Pick<Place, 'year'>, search: Search): { readonly from: string; readonly to: string } {
  const from = dayIn(search['from'])
  const to = dayIn(search['to'])
  if (from === undefined && to === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  return { from: from ?? '1900-01-01', to: to ?? `${Math.max(year, Number(from?.slice(0, 4)))}-12-31` }
}

export type Sort = (typeof SORTS)[number]

/** The order that a click on a column's head asks for: the nearest deadline, but the newest of everything else, comes first. */
export function nextSort(search: Search, sort: Sort): { readonly sort: Sort; readonly order: (typeof ORDERS)[number] } {
  const now = sortOf(search)
  const first = sort === 'dueOn' ? 'asc' : 'desc'
  return { sort, order: now.sort === sort ? (now.order === 'asc' ? 'desc' : 'asc') : first }
}

export function sortOf(search: Search): { readonly sort: Sort; readonly order: (typeof ORDERS)[number] } {
  return { sort: known(SORTS, search['sort']) ?? 'happenedOn', order: known(ORDERS, search['order']) ?? 'desc' }
}
