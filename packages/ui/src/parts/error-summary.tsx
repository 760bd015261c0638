// All errors of a form at its top; it takes the focus, and each line leads to its field.
import { useEffect, useRef } from 'react'
import { t } from '../text.ts'
import { fieldId } from './field.tsx'

export type FieldError = { readonly name: string; readonly label: string; readonly message: string }

const FOCUSABLE = 'input, select, textarea, button, [tabindex="0"], [role="spinbutton"]'

function lead(name: string): void {
  const target = document.getElementById(fieldId(name))
  const focusable = target?.matches(FOCUSABLE) === true ? target : target?.querySelector<HTMLElement>(FOCUSABLE)
  target?.scrollIntoView({ block: 'center' })
  if (focusable instanceof HTMLElement) focusable.focus()
}

/** `attempt` counts the tries to save: each failed one brings the focus back here. */
export function ErrorSummary({
  errors,
  attempt,
}: {
  readonly errors: readonly FieldError[]
  readonly attempt: number
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="notice tone-bad" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className="text-base">
        {t('common.error_summary', { count: errors.length })}
      </h2>
      <ul className="mt-1 list-disc pl-5">
        {errors.map((error) => (
          <li key={error.name}>
            <button
              type="button"
              className="min-h-[var(--target)] text-left underline"
              onClick={() => lead(error.name)}
            >
              {error.label === '' ? error.message : `${error.label}: ${error.message}`}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
