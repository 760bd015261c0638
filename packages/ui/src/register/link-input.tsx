// Choosing an entry of another register of the same unit, found while typing.
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import type { LinkField } from '@kheo/kit/register/fields.ts'
import { useEffect, useState } from 'react'
import { showDay } from '../format.ts'
import { PickField } from '../parts/pick-field.tsx'
import { useServer } from '../server.ts'
import { say, t } from '../text.ts'
import { nameOf } from './list-columns.tsx'
import { useRegisterTools } from './tools.tsx'

const PAUSE_MS = 250

type LinkInputProps = {
  readonly field: LinkField
  readonly unit: string
  readonly onPick: (id: string, name: string) => void
}

function Finder({ field, unit, onPick, target }: LinkInputProps & { readonly target: AnyRegister }) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  // Nothing typed yet: the newest entries are offered.
  const found = useServer(endpointsOf(target).list, { unit, q: asked })
  const rows = (found.data?.rows ?? []).filter((row) => row.unitId === unit && !row.isVoided)
  return (
    <PickField
      label={say(field.label)}
      help={field.help === undefined ? say(target.title) : say(field.help)}
      isOptional={field.isOptional === true}
      start=""
      rows={rows.map((row) => ({
        id: row.id,
        name: nameOf(target, row),
        detail: `${t('registers.entry_no')} ${row.entryNo} · ${showDay(row.happenedOn)}`,
      }))}
      words={found.isFetching || asked !== typed.trim() ? t('common.loading') : t('registers.find_none')}
      onType={setTyped}
      onPick={(row) => onPick(row.id, row.name)}
    />
  )
}

export function LinkInput(props: LinkInputProps) {
  const { registerOf } = useRegisterTools()
  const target = registerOf(props.field.to)
  if (target === undefined)
    return (
      <p>
        <span className="field-label">{say(props.field.label)}</span> {t('registers.link_unknown')}
      </p>
    )
  return <Finder {...props} target={target} />
}
