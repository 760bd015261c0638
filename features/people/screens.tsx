// My account: positions, password, second factor, appearance; for administrators also everybody's positions.
import { useAddress } from '@kheo/ui/address.tsx'
import { auth } from '@kheo/ui/auth.ts'
import { hasRole, useDesk } from '@kheo/ui/desk.tsx'
import { showDay } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { ChoiceField, TextField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { TabLinks } from '@kheo/ui/parts/tab-links.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { isRefused, messageOf } from '@kheo/ui/server.ts'
import { chooseLanguage, language, t } from '@kheo/ui/text.ts'
import { chooseTheme, storedTheme, THEMES } from '@kheo/ui/theme.ts'
import { type FormEvent, useState } from 'react'
import { Positions } from './positions.tsx'
import { RoleName } from './schema.ts'
import { SecondFactor } from './second-factor.tsx'

const LEAST_PASSWORD = 10

const roleWords = (role: string): string => {
  const known = RoleName.options.find((it) => it === role)
  return known === undefined ? role : t(`account.role_${known}`)
}

function MyPositions() {
  const desk = useDesk()
  return (
    <section className="card grid gap-3">
      <h2>{t('account.positions')}</h2>
      <p>
        {desk.name} ({desk.username})
      </p>
      <ul className="grid gap-2">
        {desk.positions.map((it) => (
          <li key={it.id} className="flex flex-wrap items-center gap-x-3">
            <span className="font-medium">{it.title}</span>
            <span>{it.unitName}</span>
            <Badge tone={it.isActive ? 'info' : 'plain'}>{roleWords(it.role)}</Badge>
            <span className="text-sm text-[var(--muted)]">
              {t('account.since', { day: showDay(it.from) })}
              {it.to !== null && ` ${t('account.until', { day: showDay(it.to) })}`}
              {!it.isActive && ` (${t('account.inactive')})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Password() {
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const change = async () => {
    setBusy(true)
    try {
      await auth.changePassword(before, after)
      toast(t('account.password_changed'))
      setBefore('')
      setAfter('')
      setProblem(undefined)
    } catch (error) {
      setProblem(isRefused(error) && error.status < 429 ? t('account.password_wrong') : messageOf(error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (after.length < LEAST_PASSWORD) setProblem(t('account.password_short'))
    else if (!isBusy) void change()
  }
  return (
    <form noValidate className="card grid gap-3" onSubmit={submit}>
      <h2>{t('account.change_password')}</h2>
      <TextField
        label={t('account.current_password')}
        name="current-password"
        type="password"
        autoComplete="current-password"
        value={before}
        onChange={setBefore}
      />
      <TextField
        label={t('account.new_password')}
        help={t('account.new_password_help')}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={after}
        onChange={setAfter}
      />
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" className="justify-self-start" isBusy={isBusy}>
        {t('account.change_password')}
      </Button>
    </form>
  )
}

function Appearance() {
  const [theme, setTheme] = useState(storedTheme())
  const choose = (value: string) => {
    const next = THEMES.find((it) => it === value) ?? 'system'
    chooseTheme(next)
    setTheme(next)
  }
  return (
    <section className="card grid gap-3">
      <ChoiceField
        label={t('account.theme')}
        name="theme"
        value={theme}
        onChange={choose}
        choices={THEMES.map((value) => ({ value, label: t(`account.theme_${value}`) }))}
      />
      <ChoiceField
        label={t('account.language')}
        name="language"
        value={language()}
        onChange={(value) => chooseLanguage(value === 'en' ? 'en' : 'vi')}
        choices={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
    </section>
  )
}

const TABS = ['mine', 'positions'] as const

export function AccountScreen() {
  const desk = useDesk()
  const { search } = useAddress()
  const maySee = hasRole(desk, 'administrator', 'auditor')
  const tab = maySee && search['tab'] === 'positions' ? 'positions' : 'mine'
  return (
    <Page title={t('account.title')}>
      {maySee && (
        <TabLinks
          label={t('account.title')}
          param="tab"
          current={tab}
          tabs={TABS.map((value) => ({ value, label: t(`account.tab_${value}`) }))}
        />
      )}
      {tab === 'positions' ? (
        <Positions />
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <MyPositions />
          <SecondFactor isOn={desk.hasSecondFactor} />
          <Password />
          <Appearance />
        </div>
      )}
    </Page>
  )
}
