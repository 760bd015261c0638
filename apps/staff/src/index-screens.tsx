// Two screens of links for phones: the registers, and what the bottom bar has no room for.
import type { rail } from '@kheo/features/client.ts'
import { AppLink, pathTo, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { Icon } from '@kheo/ui/icons.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { t } from '@kheo/ui/text.ts'
import { lazy, Suspense } from 'react'
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

export function RegistersScreen() {
  const desk = useDesk()
  return (
    <Page title={t('rail.registers')}>
      <p className="text-[var(--muted)]">{t('rail.registers_help')}</p>
      <Links items={railOf(desk).filter((item) => item.under === '/so')} />
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
      <Links items={railOf(desk).filter((item) => item.under === undefined && !ON_THE_BAR.has(item.to))} />
      <div>
        <AccountMenu />
      </div>
    </Page>
  )
}
