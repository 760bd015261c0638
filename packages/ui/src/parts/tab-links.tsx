// Parts of one screen, and pages of a list, as links: the address tells which is open, and back works.
import { Link, useSearch } from '@tanstack/react-router'
import { t } from '../text.ts'

export type TabLink = { readonly value: string; readonly label: string }

type TabLinksProps = {
  readonly label: string
  readonly param: string
  readonly tabs: readonly TabLink[]
  readonly current: string
}

const useKept = (): Readonly<Record<string, string>> => useSearch({ strict: false })

export function TabLinks({ label, param, tabs, current }: TabLinksProps) {
  const search = useKept()
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.value}
          to="."
          search={{ ...search, [param]: tab.value }}
          className="tab"
          aria-current={tab.value === current ? 'page' : 'false'}
          activeProps={{}}
          resetScroll={false}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}

type PagerProps = { readonly page: number; readonly pageSize: number; readonly total: number }

export function PagerLinks({ page, pageSize, total }: PagerProps) {
  const search = useKept()
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const to = (target: number, words: string) => (
    <Link to="." search={{ ...search, page: String(target) }} className="btn" activeProps={{}}>
      {words}
    </Link>
  )
  return (
    <nav className="no-print flex flex-wrap items-center gap-3" aria-label={t('common.pager')}>
      {page > 1 && to(page - 1, t('common.previous'))}
      <span>{t('common.page_of', { page, last })}</span>
      {page < last && to(page + 1, t('common.next'))}
    </nav>
  )
}
