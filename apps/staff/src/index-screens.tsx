// Two screens of links: all registers, and what the bottom bar of a phone has no room for.
import { matchesFolded } from '@kheo/core/text/fold.ts'
import type { rail } from '@kheo/features/client.ts'
import { registers } from '@kheo/features/registers/list.ts'
import type { AnyRegister, RegisterGroup } from '@kheo/kit/register/declare.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Icon } from '@kheo/ui/icons.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { useRecentRegisters } from '@kheo/ui/register/recent.ts'
import { listPath } from '@kheo/ui/register/room.ts'
import { say, t } from '@kheo/ui/text.ts'
import { lazy, Suspense, useState } from 'react'
import { AccountMenu, railOf } from './frame.tsx'

const UnitPicker = lazy(async () => ({ default: (await import('@kheo/features/org/unit-picker.tsx')).UnitPicker }))

function Links({ items }: { readonly items: typeof rail }) {
  return (
    <ul className="grid gap-2 sm:max-w-md">
      {items.map((item) => (
        <li key={item.to}>
          <AppLink to={item.to} className="card flex min-h-14 items-center gap-3 font-medium no-underline">
            <Icon name={item.icon} />
            {t(item.label)}
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

const GROUPS: readonly RegisterGroup[] = [
  'movement',
  'people',
  'democracy',
  'oversight',
  'coordination',
  'care',
  'honours',
  'office',
]

function RegisterCard({ register }: { readonly register: AnyRegister }) {
  return (
    <li className="card grid content-start gap-1 !py-2">
      <AppLink to={listPath(register)} className="row-link font-medium">
        {say(register.title)}
      </AppLink>
      <p className="text-sm text-[var(--muted)]">{say(register.about)}</p>
    </li>
  )
}

/** All registers by what they are about; typing narrows them, with or without tones. */
export function RegistersScreen() {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const recent = useRecentRegisters(desk.accountId)
  const found = registers.filter((it) => matchesFolded(`${say(it.title)} ${say(it.about)} ${say(it.entry)}`, typed))
  const groups = [
    ...(typed.trim() === '' && recent.length > 0
      ? [{ title: t('registers.recent'), of: recent.flatMap((name) => found.find((it) => it.name === name) ?? []) }]
      : []),
    ...GROUPS.map((group) => ({ title: t(`registers.group_${group}`), of: found.filter((it) => it.group === group) })),
  ].filter(({ of }) => of.length > 0)
  return (
    <Page title={t('rail.registers')}>
      <p className="text-[var(--muted)]">{t('rail.registers_help')}</p>
      <search className="sm:max-w-md">
        <TextField label={t('registers.find')} name="find-register" type="search" value={typed} onChange={setTyped} />
      </search>
      {groups.map(({ title, of }) => (
        <section key={title} className="grid gap-3" aria-label={title}>
          <h2>{title}</h2>
          <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
            {of.map((it) => (
              <RegisterCard key={it.name} register={it} />
            ))}
          </ul>
        </section>
      ))}
      <output className="block">{found.length === 0 && t('registers.find_nothing', { text: typed.trim() })}</output>
    </Page>
  )
}

const ON_THE_BAR = new Set(['/', '/so', '/bao-cao'])

export function MoreScreen() {
  const desk = useDesk()
  const { go } = useAddress()
  return (
    <Page title={t('rail.more')}>
      <Suspense>
        <div className="sm:max-w-md">
          <UnitPicker
            label={t('rail.find_unit')}
            help={t('units.pick_help')}
            day={desk.today}
            onPick={(unit) => go(pathTo('/don-vi', unit.id))}
          />
        </div>
      </Suspense>
      <Links items={railOf(desk).filter((item) => !ON_THE_BAR.has(item.to))} />
      <div>
        <AccountMenu />
      </div>
    </Page>
  )
}
