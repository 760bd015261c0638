// The frame around every signed-in screen: rail, unit and year, search, account. It holds no screen of its own.
import { rail } from '@kheo/features/client.ts'
import { registers } from '@kheo/features/registers/list.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { type Desk, DeskProvider, hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { Icon } from '@kheo/ui/icons.tsx'
import { Answer, Empty } from '@kheo/ui/parts/empty.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { Menu } from '@kheo/ui/parts/menu.tsx'
import { Loading } from '@kheo/ui/parts/progress.tsx'
import { ToastRegion } from '@kheo/ui/parts/toast.tsx'
import { isRefused } from '@kheo/ui/server.ts'
import { useRecentRegisters } from '@kheo/ui/register/recent.ts'
import { listPath } from '@kheo/ui/register/room.ts'
import { chooseLanguage, language, say, t } from '@kheo/ui/text.ts'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Fragment, lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { Tools } from './register-tools.tsx'
import { deskOf, rememberUnit, rememberYear, useMe } from './session.tsx'
import { useSignOut } from './sign-out.tsx'

const UnitPicker = lazy(async () => ({ default: (await import('@kheo/features/org/unit-picker.tsx')).UnitPicker }))

const FIRST_YEAR = 2017

const isHere = (to: string, path: string): boolean =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)

/** The places that this desk has. */
export const railOf = (desk: Desk): typeof rail =>
  rail.filter(
    (item) =>
      (item.levels === undefined || item.levels.includes(desk.unit.level)) &&
      (item.roles === undefined || hasRole(desk, ...item.roles)),
  )

/** Under "Sổ": the registers that this account used last, in the order of their list: what is clicked does not jump away. */
function RecentRegisters() {
  const desk = useDesk()
  const { pathname } = useLocation()
  const names = useRecentRegisters(desk.accountId)
  return registers
    .filter((it) => names.includes(it.name))
    .map((it) => (
      <li key={it.name}>
        <AppLink
          to={listPath(it)}
          className={`rail-link pl-9 text-sm ${isHere(listPath(it), pathname) ? 'is-current' : ''}`}
        >
          {say(it.title)}
        </AppLink>
      </li>
    ))
}

function Rail() {
  const desk = useDesk()
  const { pathname } = useLocation()
  return (
    <nav
      aria-label={t('common.menu')}
      className="no-print hidden w-60 shrink-0 border-r border-[var(--line)] bg-[var(--surface)] lg:block"
    >
      <ul className="sticky top-0 grid max-h-dvh gap-1 overflow-auto px-2 py-4">
        {railOf(desk).map((item) => (
          <Fragment key={item.to}>
            <li>
              <RailLink item={item} isCurrent={item.to === '/so' ? pathname === '/so' : isHere(item.to, pathname)} />
            </li>
            {item.to === '/so' && <RecentRegisters />}
          </Fragment>
        ))}
      </ul>
    </nav>
  )
}

function RailLink({ item, isCurrent }: { readonly item: (typeof rail)[number]; readonly isCurrent: boolean }) {
  return (
    <AppLink to={item.to} className={`rail-link ${isCurrent ? 'is-current' : ''}`}>
      <Icon name={item.icon} />
      {t(item.label)}
    </AppLink>
  )
}

const BAR = [
  { to: '/', label: 'rail.tasks_short', icon: 'tasks' },
  { to: '/so', label: 'rail.registers', icon: 'register' },
  { to: '/bao-cao', label: 'rail.reports', icon: 'report' },
  { to: '/them', label: 'rail.more', icon: 'more' },
] as const

function BottomBar() {
  const { pathname } = useLocation()
  const at = BAR.findLast((item) => isHere(item.to, pathname))?.to ?? '/them'
  return (
    <nav
      aria-label={t('common.menu')}
      className="no-print fixed inset-x-0 bottom-0 z-40 border-t border-[var(--line)] bg-[var(--surface)] lg:hidden"
    >
      <ul className="grid grid-cols-4">
        {BAR.map((item) => (
          <li key={item.to}>
            <AppLink to={item.to} className={`bar-link ${at === item.to ? 'is-current' : ''}`}>
              <Icon name={item.icon} />
              {t(item.label)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function UnitSwitcher() {
  const desk = useDesk()
  const { setSearch } = useAddress()
  const units = new Map(desk.positions.filter((it) => it.isActive).map((it) => [it.unitId, it.unitName]))
  const choose = (id: string) => {
    rememberUnit(id)
    setSearch({ unit: id, page: undefined })
  }
  if (units.size === 1) return <p className="truncate font-medium">{desk.unit.name}</p>
  return (
    <select
      aria-label={t('common.switch_unit')}
      className="input !w-auto max-w-full min-w-0 font-medium"
      value={desk.unit.id}
      onChange={(event) => choose(event.target.value)}
    >
      {[...units].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

function YearSwitcher() {
  const desk = useDesk()
  const { setSearch } = useAddress()
  const last = Number(desk.today.slice(0, 4)) + 1
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index))
  const choose = (year: string) => {
    rememberYear(year)
    setSearch({ year, page: undefined, period: undefined })
  }
  return (
    <label className="flex shrink-0 items-center gap-2">
      <span className="hidden sm:inline">{t('common.year')}</span>
      <select
        aria-label={t('common.year')}
        className="input !w-auto"
        value={String(desk.year)}
        onChange={(event) => choose(event.target.value)}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </label>
  )
}

/** `/` leads to the search box, unless somebody is typing. */
function useSlashKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable], [role="spinbutton"], [role="dialog"]') !==
          null
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return
      const box = document.querySelector<HTMLElement>('[data-frame-search] input')
      if (box === null) return
      event.preventDefault()
      box.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function TopBar() {
  const desk = useDesk()
  const { go } = useAddress()
  useSlashKey()
  return (
    <header className="no-print flex items-center gap-3 border-b border-[var(--line)] bg-[var(--surface)] px-4 py-2">
      <AppLink to="/" className="mark" label="Khéo">
        Khéo
      </AppLink>
      <div className="min-w-0 flex-1 lg:flex-none">
        <UnitSwitcher />
      </div>
      <YearSwitcher />
      <div className="ml-auto hidden w-64 lg:block" data-frame-search="">
        <Suspense>
          <UnitPicker
            label={t('rail.find_unit')}
            isLabelHidden
            day={desk.today}
            onPick={(unit) => go(pathTo('/don-vi', unit.id))}
          />
        </Suspense>
      </div>
      <div className="hidden lg:block">
        <AccountMenu />
      </div>
    </header>
  )
}

export function AccountMenu() {
  const desk = useDesk()
  const { go } = useAddress()
  const { ask, dialog } = useSignOut(desk.accountId)
  return (
    <>
      <Menu
        label={desk.name}
        name={t('account.menu', { name: desk.name })}
        choices={[
          { id: 'account', label: t('rail.account'), onChoose: () => go('/tai-khoan') },
          {
            id: 'language',
            label: t('rail.language'),
            onChoose: () => chooseLanguage(language() === 'vi' ? 'en' : 'vi'),
          },
          { id: 'sign-out', label: t('rail.sign_out'), onChoose: ask },
        ]}
      />
      {dialog}
    </>
  )
}

const watchNetwork = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

function OfflineNotice() {
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  return (
    <output className="no-print block">
      {!isOnline && (
        <span className="block border-b border-[var(--line)] bg-[var(--warn-tint)] px-4 py-2 text-[var(--warn)]">
          ▲ {t('common.offline')}
        </span>
      )}
    </output>
  )
}

function Framed({ desk }: { readonly desk: Desk }) {
  return (
    <DeskProvider value={desk}>
      <a href="#content" className="skip-link">
        {t('common.skip')}
      </a>
      <TopBar />
      <OfflineNotice />
      <div className="flex min-h-[calc(100dvh-60px)]">
        <Rail />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 pb-24 outline-none lg:px-8 lg:pb-10">
          <Tools>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </Tools>
        </main>
      </div>
      <BottomBar />
      <ToastRegion />
    </DeskProvider>
  )
}

function NoPosition({ account }: { readonly account: string }) {
  const { ask, dialog } = useSignOut(account)
  return (
    <main className="mx-auto max-w-xl p-6">
      <Empty title={t('account.no_positions')} action={<Button onClick={ask}>{t('rail.sign_out')}</Button>}>
        {t('account.no_positions_help')}
      </Empty>
      {dialog}
    </main>
  )
}

export function Frame() {
  const me = useMe()
  const { search } = useAddress()
  // The way to the sign-in screen is already being taken.
  if (isRefused(me.error, 401)) return <Loading />
  if (me.data === undefined)
    return (
      <main className="mx-auto max-w-xl p-6">
        <Answer of={me}>{() => null}</Answer>
      </main>
    )
  const desk = deskOf(me.data, search)
  return desk === undefined ? <NoPosition account={me.data.accountId} /> : <Framed desk={desk} />
}
