// Several choices of a list, each with its own box.
import { useId } from 'react'
import { type Choice, fieldId, LabelWords } from './field.tsx'

type ChecksFieldProps = {
  readonly label: string
  readonly name: string
  readonly choices: readonly Choice[]
  readonly value: readonly string[]
  /** Always in the order of the choices. */
  readonly onChange: (value: readonly string[]) => void
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

export function ChecksField({ label, name, choices, value, onChange, help, error, isOptional }: ChecksFieldProps) {
  const own = useId()
  const described = [help === undefined ? '' : `${own}-help`, error === undefined ? '' : `${own}-error`]
    .filter(Boolean)
    .join(' ')
  const toggle = (choice: string, isOn: boolean) =>
    onChange(choices.map((it) => it.value).filter((it) => (it === choice ? isOn : value.includes(it))))
  return (
    <fieldset className="grid gap-1" id={fieldId(name)} aria-describedby={described === '' ? undefined : described}>
      <legend className="field-label">
        <LabelWords label={label} isOptional={isOptional ?? false} />
      </legend>
      {help !== undefined && (
        <div className="field-help" id={`${own}-help`}>
          {help}
        </div>
      )}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-[var(--target)] items-center gap-2">
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-[var(--action)]"
              name={name}
              checked={value.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.target.checked)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="field-error" id={`${own}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
