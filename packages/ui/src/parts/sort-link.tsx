// The head of a column as a link that orders its table; the other choices in the address stay.
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type SortLinkProps = {
  readonly patch: Readonly<Record<string, string>>
  readonly label: string
  readonly children: ReactNode
}

export function SortLink({ patch, label, children }: SortLinkProps) {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false })
  const { page: _, ...kept } = search
  return (
    <Link
      to="."
      search={{ ...kept, ...patch }}
      title={label}
      className="sort-link"
      activeProps={{}}
      replace
      resetScroll={false}
    >
      {children}
    </Link>
  )
}
