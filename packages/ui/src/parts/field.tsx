// Labelled inputs with help and error beside them. Values are text; checking them is the form's business.
import { type ComponentProps, type ReactNode, useId } from 'react'
import { t } from '../text.ts'

type Common = {
  readonly label: string
  /** Also makes the id `field-<name>`, so that an error summary can lead here. */
  readonly name: string
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

type Wiring = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export const fieldId = (name: string): string => `field-${name}`

function useWiring({ name, help, error }: Common) {
  const own = useId()
  const helpId = `${own}-help`
  const errorId = `${own}-error`
  const described = [help === undefined ? '' : helpId, error === undefined ? '' : errorId].filter(Boolean).join(' ')
  const wiring: Wiring = {
    id: fieldId(name),
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  }
  return { wiring, helpId, errorId, labelId: `${own}-label` }
}

export function LabelWords({ label, isOptional = false }: { readonly label: string; readonly isOptional?: boolean }) {
  return (
    <>
      {label}
      {isOptional && <span className="font-normal text-[var(--muted)]"> {t('common.optional')}</span>}
    </>
  )
}

function Around({
  field,
  ids,
  children,
}: {
  readonly field: Common
  readonly ids: ReturnType<typeof useWiring>
  readonly children: ReactNode
}) {
  return (
    <div className="grid gap-1">
      <label className="field-label" htmlFor={ids.wiring.id} id={ids.labelId}>
        <LabelWords label={field.label} isOptional={field.isOptional ?? false} />
      </label>
      {field.help !== undefined && (
        <div className="field-help" id={ids.helpId}>
          {field.help}
        </div>
      )}
      {children}
      {field.error !== undefined && (
        <p className="field-error" id={ids.errorId}>
          {field.error}
        </p>
      )}
    </div>
  )
}

type Text = Common & { readonly value: string; readonly onChange: (value: string) => void }
type InputProps = Text &
  Pick<
    ComponentProps<'input'>,
    'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'onBlur' | 'autoFocus' | 'placeholder' | 'list'
  >

/** `isShort`: for a figure; the width of a box tells how much is expected. */
type TextFieldProps = InputProps & { readonly isShort?: boolean }

export function TextField({
  label,
  name,
  help,
  error,
  isOptional,
  isShort = false,
  value,
  onChange,
  ...input
}: TextFieldProps) {
  const field = { label, name, help, error, isOptional: isOptional ?? false }
  const ids = useWiring(field)
  return (
    <Around field={field} ids={ids}>
      <input
        {...input}
        {...ids.wiring}
        name={name}
        className={isShort ? 'input input-short' : 'input'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Around>
  )
}

type TextAreaProps = Text & { readonly rows?: number; readonly most?: number }

export function TextArea({ value, onChange, rows = 3, most = 4000, ...field }: TextAreaProps) {
  const ids = useWiring(field)
  return (
    <Around field={field} ids={ids}>
      <textarea
        {...ids.wiring}
        name={field.name}
        className="input"
        rows={rows}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Around>
  )
}

export type Choice = { readonly value: string; readonly label: string }

export function SelectField({ value, onChange, choices, ...field }: Text & { readonly choices: readonly Choice[] }) {
  const ids = useWiring(field)
  return (
    <Around field={field} ids={ids}>
      <select
        {...ids.wiring}
        name={field.name}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** A few choices that deserve to be seen all at once. */
export function ChoiceField({ value, onChange, choices, ...field }: Text & { readonly choices: readonly Choice[] }) {
  const ids = useWiring(field)
  return (
    <fieldset className="grid gap-1" id={ids.wiring.id} aria-describedby={ids.wiring['aria-describedby']}>
      <legend className="field-label">
        <LabelWords label={field.label} isOptional={field.isOptional ?? false} />
      </legend>
      {field.help !== undefined && (
        <div className="field-help" id={ids.helpId}>
          {field.help}
        </div>
      )}
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-[var(--target)] items-center gap-2 py-1">
            <input
              type="radio"
              className="size-5 shrink-0 accent-[var(--action)]"
              name={field.name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {field.error !== undefined && (
        <p className="field-error" id={ids.errorId}>
          {field.error}
        </p>
      )}
    </fieldset>
  )
}

type CheckProps = {
  readonly label: ReactNode
  readonly name?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function CheckField({ label, name, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-[var(--target)] items-center gap-2">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-[var(--action)]"
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
