// A day typed as dd/mm/yyyy. Native date inputs follow the browser's language, so they are not used.
import { type CalendarDate, parseDate } from '@internationalized/date'
import { type ReactNode, useId } from 'react'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components/DateField'
import { Label } from 'react-aria-components/Label'
import { fieldId, LabelWords } from './field.tsx'

type DateFieldProps = {
  readonly label: string
  readonly name: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: ReactNode
  readonly error?: string | undefined
  readonly isOptional?: boolean
}

function toDate(text: string): CalendarDate | null {
  try {
    return text === '' ? null : parseDate(text)
  } catch {
    return null
  }
}

export function DateField({ label, name, value, onChange, help, error, isOptional = false }: DateFieldProps) {
  const own = useId()
  const described = [help === undefined ? '' : `${own}-help`, error === undefined ? '' : `${own}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <AriaDateField
      id={fieldId(name)}
      className="grid justify-items-start gap-1"
      value={toDate(value)}
      onChange={(date: CalendarDate | null) => onChange(date?.toString() ?? '')}
      isInvalid={error !== undefined}
      shouldForceLeadingZeros
      {...(described === '' ? {} : { 'aria-describedby': described })}
    >
      <Label className="field-label">
        <LabelWords label={label} isOptional={isOptional} />
      </Label>
      {help !== undefined && (
        <div className="field-help" id={`${own}-help`}>
          {help}
        </div>
      )}
      <DateInput className="input date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
      {error !== undefined && (
        <p className="field-error" id={`${own}-error`}>
          {error}
        </p>
      )}
    </AriaDateField>
  )
}
