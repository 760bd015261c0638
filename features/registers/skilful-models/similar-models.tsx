// Under the name of a model: others like it, asked for whenever a field of the form is left.
import type { Words } from '@kheo/kit/register/fields.ts'
import { AppLink } from '@kheo/ui/address.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { fieldId } from '@kheo/ui/parts/field.tsx'
import { entryPath, type UnderFieldProps } from '@kheo/ui/register/room.ts'
import { useServer } from '@kheo/ui/server.ts'
import { say, t } from '@kheo/ui/text.ts'
import { useEffect, useRef, useState } from 'react'
import { skilfulModels } from './register.ts'
import { MOST_COMPARED, models, type SimilarModel } from './schema.ts'

const LEAST_NAME = 3

type Values = UnderFieldProps['values']

const textIn = (values: Values, name: string): string => {
  const typed = values[name]
  return typeof typed === 'string' ? typed.trim() : ''
}

/** The values as they stood when a field of this form was last left; nothing is asked while somebody types. */
function useLeft(values: Values): Values | undefined {
  const current = useRef(values)
  const [left, setLeft] = useState<Values>()
  useEffect(() => {
    current.current = values
  }, [values])
  useEffect(() => {
    const form = document.getElementById(fieldId('name'))?.closest('form')
    const keep = () => setLeft(current.current)
    form?.addEventListener('focusout', keep)
    return () => form?.removeEventListener('focusout', keep)
  }, [])
  return left
}

const stateOf = (state: string): string => {
  const states: Readonly<Record<string, { readonly label: Words }>> = skilfulModels.states
  const known = states[state]
  return known === undefined ? state : say(known.label).toLocaleLowerCase('vi')
}

function Similar({ of }: { readonly of: SimilarModel }) {
  const facts = { unit: of.unitName, day: showDay(of.happenedOn), state: stateOf(of.state) }
  return (
    <li>
      <AppLink to={entryPath(skilfulModels, of)} isNewTab label={t('models.similar_new_tab', { name: of.name })}>
        {of.name}
      </AppLink>
      <p>
        {of.sponsor === ''
          ? t('models.similar_by_unit', facts)
          : t('models.similar_by', { ...facts, sponsor: of.sponsor })}
      </p>
      <p className="text-sm text-[var(--muted)]">
        {t('models.similar_because', {
          percent: Math.round(of.likeness * 100),
          reasons: of.reasons.map(say).join('; '),
        })}
      </p>
    </li>
  )
}

export function SimilarModels({ unit, values, entry }: UnderFieldProps) {
  const left = useLeft(values)
  const name = left === undefined ? '' : textIn(left, 'name')
  const isAsked = left !== undefined && name.length >= LEAST_NAME
  const part = (field: string) => (left === undefined ? '' : textIn(left, field).slice(0, MOST_COMPARED))
  const similar = useServer(
    models.similar,
    {
      unit,
      name: name.slice(0, 300),
      goals: part('goals'),
      content: part('content'),
      area: part('area'),
      field: part('field'),
      sponsor: part('sponsor').slice(0, 300),
      ...(entry === undefined ? {} : { except: entry.id }),
    },
    { enabled: isAsked },
  )
  const rows = isAsked ? (similar.data?.rows ?? []) : []
  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <Notice tone="warn" title={t('models.similar')}>
          <ul className="my-2 grid list-disc gap-2 pl-5">
            {rows.map((row) => (
              <Similar key={`${row.unitId}/${row.id}`} of={row} />
            ))}
          </ul>
          <p>{t('models.similar_help')}</p>
        </Notice>
      )}
    </div>
  )
}
