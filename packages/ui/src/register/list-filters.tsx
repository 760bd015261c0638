// Filters of a register's list: search and state in sight, the others under one fold. All of them live in the address.
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { type Field, isFreeText } from '@kheo/kit/register/fields.ts'
import { type ReactNode, useState } from 'react'
import { useAddress } from '../address.tsx'
import { useDesk } from '../desk.tsx'
import { Button } from '../parts/button.tsx'
import { DateField } from '../parts/date-field.tsx'
import { type Choice, SelectField } from '../parts/field.tsx'
import { ChoiceFilter, ClearFilters, SearchFilter } from '../parts/filters.tsx'
import { say, t } from '../text.ts'
import { filterFields, filterNames, LATE, ORDERS, sortOf } from './list-query.ts'
import { useRegisterTools } from './tools.tsx'
import { SORTS } from '@kheo/kit/register/contract.ts'

function choicesOf(field: Field): readonly Choice[] {
  if (field.kind === 'flag')
    return [
      { value: 'true', label: t('registers.yes') },
      { value: 'false', label: t('registers.no') },
    ]
  if (field.kind === 'choice' || field.kind === 'choices')
    return Object.entries(field.choices).map(([value, label]) => ({ value, label: say(label) }))
  return []
}

function UnitFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const desk = useDesk()
  const { UnitPicker } = useRegisterTools()
  const { search, setSearch } = useAddress()
  const id = search[name] ?? ''
  return (
    <div className="flex items-end gap-2">
      <div className="flex-1">
        <UnitPicker
          key={id}
          label={label}
          day={desk.today}
          start={id}
          onPick={(unit) => setSearch({ [name]: unit.id, page: undefined })}
        />
      </div>
      {id !== '' && (
        <Button variant="quiet" onClick={() => setSearch({ [name]: undefined, page: undefined })}>
          {t('registers.clear')}
        </Button>
      )}
    </div>
  )
}

function DayFilter({ name, label }: { readonly name: 'from' | 'to'; readonly label: string }) {
  const { search, setSearch } = useAddress()
  // A day being typed is no day yet: only a whole one narrows the list.
  return (
    <DateField
      label={label}
      name={name}
      value={search[name] ?? ''}
      onChange={(day) => setSearch({ [name]: day, page: undefined })}
    />
  )
}

function SortFilter({ register }: { readonly register: AnyRegister }) {
  const { search, setSearch } = useAddress()
  const { sort, order } = sortOf(search)
  const choices = SORTS.filter((it) => it !== 'dueOn' || register.deadline !== undefined).flatMap((it) =>
    ORDERS.toReversed().map((way) => ({ value: `${it} ${way}`, label: t(`registers.sort_${it}_${way}`) })),
  )
  const choose = (value: string) => {
    const [by, way] = value.split(' ')
    setSearch({ sort: by, order: way, page: undefined })
  }
  return (
    <SelectField
      label={t('registers.sort')}
      name="sort"
      value={`${sort} ${order}`}
      onChange={choose}
      choices={choices}
    />
  )
}

const MORE = ['from', 'to', 'late', 'sort'] as const

type ListFiltersProps = {
  readonly register: AnyRegister
  /** Stands beside the fold of further filters. */
  readonly children: ReactNode
}

export function ListFilters({ register, children }: ListFiltersProps) {
  const { search } = useAddress()
  const own = filterFields(register).filter(([, field]) => !isFreeText(field))
  const [isOpen] = useState(() => [...MORE, ...own.map(([name]) => name)].some((name) => (search[name] ?? '') !== ''))
  const states = Object.entries(register.states).map(([value, state]) => ({ value, label: say(state.label) }))
  return (
    <search className="no-print grid gap-2" aria-label={t('common.filters')}>
      <div className="filters sm:grid-cols-[2fr_1fr_auto]">
        <SearchFilter label={t('registers.search')} />
        {states.length > 1 && <ChoiceFilter label={t('common.state')} param="state" choices={states} />}
        <ClearFilters params={filterNames(register)} />
      </div>
      <div className="flex flex-wrap gap-x-8">
        <details open={isOpen} className="open:basis-full">
          <summary className="flex min-h-[var(--target)] items-center font-medium text-[var(--action)]">
            ▸ {t('registers.more_filters')}
          </summary>
          <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {own.map(([name, field]) =>
              field.kind === 'unit' ? (
                <UnitFilter key={name} name={name} label={say(field.label)} />
              ) : (
                <ChoiceFilter key={name} label={say(field.label)} param={name} choices={choicesOf(field)} />
              ),
            )}
            {register.deadline !== undefined && (
              <ChoiceFilter
                label={t('registers.late_filter')}
                param="late"
                choices={LATE.map((value) => ({ value, label: t(`registers.timeliness_${value}`) }))}
              />
            )}
            <DayFilter name="from" label={t('registers.from')} />
            <DayFilter name="to" label={t('registers.to')} />
            <SortFilter register={register} />
          </div>
        </details>
        {children}
      </div>
    </search>
  )
}
