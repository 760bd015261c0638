// One input for each kind of field, made from its declaration. What is typed stays as it was typed; reading it is the form's.
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import type { AnyRegister } from '@kheo/kit/register/declare.ts'
import { type Field, type Fields, isAsked, type Words } from '@kheo/kit/register/fields.ts'
import { type ReactNode, useId } from 'react'
import { useDesk } from '../desk.tsx'
import { Button } from '../parts/button.tsx'
import { ChecksField } from '../parts/checks-field.tsx'
import { DateField } from '../parts/date-field.tsx'
import { CheckField, ChoiceField, fieldId, SelectField, TextArea, TextField } from '../parts/field.tsx'
import { useServer } from '../server.ts'
import { say, t } from '../text.ts'
import { type Draft, nameKey, readMoney, type Typed } from './form-values.ts'
import { LinkInput } from './link-input.tsx'
import { labelOf, moneyWords } from './shown.ts'
import { useRegisterTools } from './tools.tsx'

export type FieldsState = {
  readonly values: Draft
  readonly set: (name: string, value: Typed) => void
  readonly errors: Readonly<Record<string, string>>
}
type Where = { readonly register: AnyRegister; readonly unit: string }
type InputProps = FieldsState & Where & { readonly name: string; readonly field: Field }

/** Lists up to this long are seen all at once. */
const MOST_RADIOS = 6

const helpOf = (words: Words | undefined) => (words === undefined ? {} : { help: say(words) })

function commonOf({ name, field, errors }: InputProps) {
  return {
    label: labelOf(field),
    name,
    isOptional: field.isOptional === true,
    error: errors[name],
    ...helpOf(field.help),
  }
}

const textIn = ({ name, values }: InputProps): string => {
  const typed = values[name]
  return typeof typed === 'string' ? typed : ''
}

function MoneyInput(props: InputProps) {
  const amount = readMoney(textIn(props))
  return (
    <div className="grid gap-1">
      <TextField
        {...commonOf(props)}
        isShort
        inputMode="text"
        maxLength={40}
        value={textIn(props)}
        onChange={(it) => props.set(props.name, it)}
      />
      <output className="text-sm text-[var(--muted)]">
        {amount === undefined ? '' : t('registers.equals', { words: moneyWords(amount) })}
      </output>
    </div>
  )
}

function VillageInput(props: InputProps) {
  const list = useId()
  const used = useServer(endpointsOf(props.register).villages, { unit: props.unit })
  return (
    <>
      <TextField
        {...commonOf(props)}
        help={props.field.help === undefined ? t('registers.village_help') : say(props.field.help)}
        list={list}
        maxLength={300}
        value={textIn(props)}
        onChange={(it) => props.set(props.name, it)}
      />
      <datalist id={list}>
        {(used.data?.names ?? []).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}

function OneChoice(props: InputProps) {
  if (props.field.kind !== 'choice') return null
  const choices = Object.entries(props.field.choices).map(([value, label]) => ({ value, label: say(label) }))
  const mayBeEmpty = props.field.isOptional === true
  const common = { ...commonOf(props), value: textIn(props), onChange: (it: string) => props.set(props.name, it) }
  if (choices.length <= MOST_RADIOS)
    return (
      <ChoiceField
        {...common}
        choices={mayBeEmpty ? [...choices, { value: '', label: t('registers.none_chosen') }] : choices}
      />
    )
  return (
    <SelectField
      {...common}
      choices={[{ value: '', label: t(mayBeEmpty ? 'registers.none_chosen' : 'common.choose') }, ...choices]}
    />
  )
}

function ManyChoices(props: InputProps) {
  if (props.field.kind !== 'choices') return null
  const typed = props.values[props.name]
  return (
    <ChecksField
      {...commonOf(props)}
      choices={Object.entries(props.field.choices).map(([value, label]) => ({ value, label: say(label) }))}
      value={Array.isArray(typed) ? typed : []}
      onChange={(it) => props.set(props.name, it)}
    />
  )
}

function FlagInput({ name, field, values, set, errors }: InputProps) {
  return (
    <div id={fieldId(name)}>
      <CheckField
        label={
          <>
            {say(field.label)}
            {field.help !== undefined && <span className="field-help block">{say(field.help)}</span>}
          </>
        }
        name={name}
        checked={values[name] === true}
        onChange={(it) => set(name, it)}
      />
      {errors[name] !== undefined && <p className="field-error">{errors[name]}</p>}
    </div>
  )
}

/** Around what points elsewhere: which thing was chosen, and the way back from it. */
function Pointing({ name, values, set, errors, children }: InputProps & { readonly children: ReactNode }) {
  const called = values[nameKey(name)]
  const isChosen = values[name] !== ''
  const clear = () => {
    set(nameKey(name), '')
    set(name, '')
  }
  return (
    <div id={fieldId(name)} className="grid gap-1">
      {children}
      {isChosen && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          {t('registers.chosen', { name: typeof called === 'string' && called !== '' ? called : String(values[name]) })}
          <Button variant="quiet" onClick={clear}>
            {t('registers.clear')}
          </Button>
        </p>
      )}
      {errors[name] !== undefined && <p className="field-error">{errors[name]}</p>}
    </div>
  )
}

function UnitInput(props: InputProps) {
  const desk = useDesk()
  const { UnitPicker } = useRegisterTools()
  const { name, field, values, set } = props
  return (
    <Pointing {...props}>
      <UnitPicker
        key={values[name] === '' ? 'empty' : 'chosen'}
        label={field.isOptional === true ? `${say(field.label)} ${t('common.optional')}` : say(field.label)}
        day={desk.today}
        {...helpOf(field.help)}
        onPick={(unit) => {
          set(nameKey(name), unit.name)
          set(name, unit.id)
        }}
      />
    </Pointing>
  )
}

function FieldInput(props: InputProps) {
  const { field, name, set } = props
  const common = { ...commonOf(props), value: textIn(props), onChange: (it: string) => set(name, it) }
  switch (field.kind) {
    case 'text':
      return field.lines === 'many' ? <TextArea {...common} /> : <TextField {...common} maxLength={300} />
    case 'reference':
      return <TextField {...common} maxLength={300} />
    case 'village':
      return <VillageInput {...props} />
    case 'number':
      return <TextField {...common} isShort inputMode={field.decimals === 0 ? 'numeric' : 'decimal'} maxLength={30} />
    case 'money':
      return <MoneyInput {...props} />
    case 'date':
      return <DateField {...common} />
    case 'choice':
      return <OneChoice {...props} />
    case 'choices':
      return <ManyChoices {...props} />
    case 'flag':
      return <FlagInput {...props} />
    case 'unit':
      return <UnitInput {...props} />
    case 'link':
      return (
        <Pointing {...props}>
          <LinkInput
            key={props.values[name] === '' ? 'empty' : 'chosen'}
            field={field}
            unit={props.unit}
            onPick={(id, called) => {
              set(nameKey(name), called)
              set(name, id)
            }}
          />
        </Pointing>
      )
  }
}

type FieldsInputProps = FieldsState &
  Where & {
    readonly fields: Fields
    readonly names: readonly string[]
    /** What a room puts under a field. */
    readonly under?: (name: string) => ReactNode
  }

/** Inputs of some fields in their order; those that are not asked for with these values are left out. */
export function FieldsInput({ fields, names, under, ...state }: FieldsInputProps) {
  return names.map((name) => {
    const field = fields[name]
    if (field === undefined || !isAsked(field, state.values)) return null
    return (
      <div key={name} className="grid gap-2">
        <FieldInput {...state} name={name} field={field} />
        {under?.(name)}
      </div>
    )
  })
}
