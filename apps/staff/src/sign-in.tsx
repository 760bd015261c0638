// Signing in, with the second step when the account has a second factor.
import { auth } from '@kheo/ui/auth.ts'
import { useAddress } from '@kheo/ui/address.tsx'
import { Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { isRefused, messageOf } from '@kheo/ui/server.ts'
import { chooseLanguage, language, t } from '@kheo/ui/text.ts'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'

/** Only addresses of this app: a link from outside must not lead elsewhere. */
export const safeBack = (text: string | undefined): string => {
  const path = (text ?? '/').replace(/^\/app(?=\/|$)/, '')
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') && !path.startsWith('/sign-in')
    ? `/app${path === '/' ? '' : path}`
    : '/app'
}

function refusalWords(error: unknown, otherwise: string): string {
  if (isRefused(error, 429)) return t('account.too_many')
  return isRefused(error) && error.status < 500 ? otherwise : messageOf(error)
}

type StepProps = {
  readonly confirm: string
  readonly onSend: () => Promise<void>
  readonly children: ReactNode
  readonly refusal: string
}

function Step({ confirm, onSend, children, refusal }: StepProps) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await onSend()
    } catch (error) {
      setProblem(refusalWords(error, refusal))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) void send()
  }
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      {problem !== undefined && (
        <Notice tone="bad" role="alert">
          {problem}
        </Notice>
      )}
      {children}
      <Button type="submit" variant="primary" isBusy={isBusy}>
        {confirm}
      </Button>
    </form>
  )
}

function Credentials({ onSecond, onDone }: { readonly onSecond: () => void; readonly onDone: () => void }) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const send = async () => {
    const needsCode = await auth.signIn(username.trim().toLowerCase(), password)
    if (needsCode) onSecond()
    else onDone()
  }
  return (
    <Step
      confirm={t('account.sign_in')}
      onSend={send}
      refusal={username === '' || password === '' ? t('account.need_both') : t('account.sign_in_failed')}
    >
      <TextField
        label={t('account.username')}
        name="username"
        autoComplete="username"
        value={username}
        onChange={setUsername}
      />
      <TextField
        label={t('account.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </Step>
  )
}

function SecondStep({ onBack, onDone }: { readonly onBack: () => void; readonly onDone: () => void }) {
  const [code, setCode] = useState('')
  return (
    <>
      <Step
        confirm={t('account.confirm')}
        onSend={() => auth.verify(code.trim()).then(onDone)}
        refusal={t('account.second_factor_failed')}
      >
        <TextField
          label={t('account.second_factor')}
          help={t('account.second_factor_help')}
          name="totp"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
      </Step>
      <Button variant="quiet" className="mt-3" onClick={onBack}>
        {t('account.back')}
      </Button>
    </>
  )
}

export function SignIn() {
  const { search } = useAddress()
  const [isSecond, setSecond] = useState(false)
  useEffect(() => {
    document.title = `${t('account.sign_in')} · Khéo`
  }, [])
  // A full load: nothing of the account before stays in memory.
  const done = () => location.assign(safeBack(search['back']))
  return (
    <main className="mx-auto grid max-w-md gap-5 px-4 py-12">
      <div>
        <p className="text-3xl font-semibold text-[var(--brand)]">Khéo</p>
        <p className="text-[var(--muted)]">{t('account.tagline')}</p>
      </div>
      <div className="card grid gap-4">
        <h1>{t(isSecond ? 'account.second_factor' : 'account.sign_in')}</h1>
        {search['back'] !== undefined && !isSecond && <Notice tone="info">{t('account.signed_out_notice')}</Notice>}
        {isSecond ? (
          <SecondStep onBack={() => setSecond(false)} onDone={done} />
        ) : (
          <Credentials onSecond={() => setSecond(true)} onDone={done} />
        )}
      </div>
      <Button
        variant="quiet"
        className="justify-self-start"
        onClick={() => chooseLanguage(language() === 'vi' ? 'en' : 'vi')}
      >
        {t('rail.language')}
      </Button>
    </main>
  )
}
