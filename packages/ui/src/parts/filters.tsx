// Filters that live in the address: a search box that waits for a pause, and lists of choices.
import { useEffect, useState } from 'react'
import { useAddress } from '../address.tsx'
import { t } from '../text.ts'
import { Button } from './button.tsx'
import { type Choice, SelectField, TextField } from './field.tsx'

const PAUSE_MS = 350

export function SearchFilter({ label, param = 'q' }: { readonly label: string; readonly param?: string }) {
  const { search, setSearch } = useAddress()
  const kept = search[param] ?? ''
  const [typed, setTyped] = useState(kept)
  useEffect(() => setTyped(kept), [kept])
  useEffect(() => {
    if (typed === kept) return undefined
    const timer = setTimeout(() => setSearch({ [param]: typed, page: undefined }), PAUSE_MS)
    return () => clearTimeout(timer)
    // A new `setSearch` every render must not restart the pause.
  }, [typed, kept])
  return <TextField label={label} name={param} type="search" value={typed} onChange={setTyped} />
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
