// The address bar as the keeper of a screen's state, and links. It hides the router from rooms.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** `/don-vi` and ids that may hold any character: `/don-vi/X13324%402025`. */
export const pathTo = (base: string, ...ids: readonly string[]): string =>
  [base, ...ids.map(encodeURIComponent)].join('/')

export type SearchPatch = Readonly<Record<string, string | number | undefined>>

const clean = (search: SearchPatch): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  )

/** Parameters of the path and of the search, and how to change them. Every value is text. */
export function useAddress() {
  const params: Readonly<Record<string, string>> = useParams({ strict: false })
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false })
  const navigate = useNavigate()
  /** Changes some search values in place; typing in a filter does not fill the history. */
  const setSearch = (patch: SearchPatch) =>
    void navigate({ to: '.', search: clean({ ...search, ...patch }), replace: true, resetScroll: false })
  const go = (to: string, next: SearchPatch = {}) =>
    void navigate({ to, search: clean({ unit: search['unit'], year: search['year'], ...next }) })
  return { params, search, setSearch, go }
}

type LinkProps = {
  readonly to: string
  readonly search?: SearchPatch
  readonly className?: string
  readonly children: ReactNode
  readonly label?: string
  /** Beside what is being written here. */
  readonly isNewTab?: boolean
  readonly onClick?: () => void
}

/** A link within the app; the unit and year chosen travel along. */
export function AppLink({ to, search = {}, className, children, label, isNewTab = false, onClick }: LinkProps) {
  const kept: Readonly<Record<string, string | undefined>> = useSearch({ strict: false })
  return (
    <Link
      to={to}
      search={clean({ unit: kept['unit'], year: kept['year'], ...search })}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(onClick === undefined ? {} : { onClick })}
      {...(isNewTab ? { target: '_blank', rel: 'noopener' } : {})}
      activeProps={{}}
      activeOptions={{ exact: true }}
    >
      {children}
    </Link>
  )
}
