// Buttons. A busy button keeps its focus and refuses a second press.
import type { ComponentProps, MouseEvent } from 'react'
import { t } from '../text.ts'
import { Spinner } from './progress.tsx'

type Variant = 'primary' | 'secondary' | 'danger' | 'quiet'
type ButtonProps = ComponentProps<'button'> & { readonly variant?: Variant; readonly isBusy?: boolean }

const LOOK: Readonly<Record<Variant, string>> = {
  primary: 'btn btn-primary',
  secondary: 'btn',
  danger: 'btn btn-danger',
  quiet: 'btn btn-quiet',
}

export const buttonLook = (variant: Variant): string => LOOK[variant]

export function Button({
  variant = 'secondary',
  isBusy = false,
  className = '',
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isBusy || undefined}
      className={`${LOOK[variant]} ${className}`}
      onClick={press}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  )
}

/** Papers are printed at a desk; a phone has no room to spare for it. */
export const PrintButton = () => (
  <Button className="max-sm:hidden" onClick={() => print()}>
    {t('common.print')}
  </Button>
)
