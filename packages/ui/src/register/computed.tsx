// What the rules of a register will compute from what is typed, shown while it is typed.
import type { Law } from '@kheo/core/period/law.ts'
import { type Fields, isEmpty, type Values } from '@kheo/kit/register/fields.ts'
import { say, t } from '../text.ts'
import type { Draft, Given } from './form-values.ts'
import { showValue } from './shown.ts'
import { useRegisterTools } from './tools.tsx'

type PreviewProps = {
  readonly fields: Fields
  readonly draft: Draft
  /** The values when the draft is whole, else undefined: a rule is asked only what its own form has checked. */
  readonly read: (draft: Draft) => Given | undefined
  readonly compute: (given: Given, law: Law) => Values
}

function knownOf({ fields, draft, read, compute }: PreviewProps, law: Law | undefined): string {
  const given = read(draft)
  const values = given === undefined || law === undefined ? {} : compute(given, law)
  return Object.entries(fields)
    .filter(([name]) => values[name] !== undefined && !isEmpty(values[name]))
    .map(([name, field]) => `${say(field.label)}: ${showValue(field, values[name])}`)
    .join('; ')
}

export function ComputedPreview(props: PreviewProps) {
  const { WithLaw } = useRegisterTools()
  return (
    <WithLaw day={String(props.draft['happenedOn'] ?? '')}>
      {(law) => {
        const known = knownOf(props, law)
        return (
          <output className="block">
            {known !== '' && (
              <span className="notice tone-info block">
                <span className="font-semibold">{t('registers.will_compute')}: </span>
                {known}
              </span>
            )}
          </output>
        )
      }}
    </WithLaw>
  )
}
