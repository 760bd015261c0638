// Filters that live in the address: a search box that waits for a pause, and lists of choices.
import { useEffect, useRef, useState } from 'react'
import { useAddress } from '../address.tsx'
import { t } from '../text.ts'
import { Button } from './button.tsx'
import { type Choice, SelectField, TextField } from './field.tsx'

const PAUSE_MS = 350

export function SearchFilter({ label, param = 'q' }: { readonly label: string; readonly param?: string }) {
  const { search, setSearch } = useAddress()
  const kept = search[param] ?? ''
  const [draft, setDraft] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (typed: string) => {
    setDraft(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSearch({ [param]: typed, page: undefined }), PAUSE_MS)
  }
  // Once the address says what was typed, the address alone is right: it may be cleared, or gone back from.
  if (draft !== undefined && draft === kept) setDraft(undefined)
  return <TextField label={label} name={param} type="search" value={draft ?? kept} onChange={type} />
}

type ChoiceFilterProps = { readonly label: string; readonly param: string; readonly choices: readonly Choice[] }

export function ChoiceFilter({ label, param, choices }: ChoiceFilterProps) {
  const { search, setSearch } = useAddress()
  return (
    <SelectField
      label={label}
      name={param}
      value={search[param] ?? ''}
      onChange={(value) => setSearch({ [param]: value, page: undefined })}
      choices={[{ value: '', label: t('common.all') }, ...choices]}
    />
  )
}

/** Shown only while some filter is on. */
export function ClearFilters({ params }: { readonly params: readonly string[] }) {
  const { search, setSearch } = useAddress()
  if (params.every((param) => (search[param] ?? '') === '')) return null
  const none = Object.fromEntries(params.map((param) => [param, undefined]))
  return (
    <Button variant="quiet" className="self-end" onClick={() => setSearch({ ...none, page: undefined })}>
      {t('common.clear_filters')}
    </Button>
  )
}

/** The value of a filter when it is one of those the contract knows; an address mistyped filters nothing. */
export const oneOf = <T extends string>(options: readonly T[], text: string | undefined): T | undefined =>
  options.find((option) => option === text)
