// The shape of a screen: its title (also the document's), its actions, its body.
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { AppLink } from '../address.tsx'

type PageProps = {
  readonly title: string
  readonly actions?: ReactNode
  /** What this screen is for; under the thumb on a phone. */
  readonly mainAction?: ReactNode
  /** The way up. */
  readonly back?: { readonly to: string; readonly label: string }
  /** What is printed has a heading of its own. */
  readonly isScreenOnly?: boolean
  readonly children: ReactNode
}

/** On a phone, a bar above the bottom navigation; elsewhere where it stands. */
export const ThumbBar = ({ children }: { readonly children: ReactNode }) => <div className="thumb-bar">{children}</div>

/** The last part of a title, often a unit, is not torn apart. */
const TitleParts = ({ title }: { readonly title: string }) =>
  title.split(' · ').map((part, index, all) => (
    <Fragment key={part}>
      {index > 0 && '\u00a0· '}
      {index === all.length - 1 ? <span className="inline-block">{part}</span> : part}
    </Fragment>
  ))

let isFirstScreen = true

/** A new screen gives its heading the focus, so that keyboards and readers start at the top. Another thing on the same screen takes a `key`. */
export function Page({ title, actions, mainAction, back, isScreenOnly = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Khéo`
  }, [title])
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus()
    isFirstScreen = false
  }, [])
  return (
    <div className="grid min-w-0 gap-5">
      <div className={`flex flex-wrap items-start justify-between gap-x-6 gap-y-3 ${isScreenOnly ? 'no-print' : ''}`}>
        <div className="min-w-0 flex-[1_1_26rem] max-sm:basis-full">
          {back !== undefined && (
            <p className="no-print text-sm">
              <AppLink to={back.to}>← {back.label}</AppLink>
            </p>
          )}
          <h1 ref={heading} tabIndex={-1}>
            <TitleParts title={title} />
          </h1>
        </div>
        {(actions !== undefined || mainAction !== undefined) && (
          <div className="no-print flex flex-wrap gap-2">
            {mainAction !== undefined && <ThumbBar>{mainAction}</ThumbBar>}
            {actions}
          </div>
        )}
      </div>
      {children}
    </div>
  )
}
