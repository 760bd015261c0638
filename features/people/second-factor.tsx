// Turning the second factor on (password, QR, code) and off.
import { auth } from '@kheo/ui/auth.ts'
import { Badge } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { CommandDialog } from '@kheo/ui/parts/command-dialog.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { isRefused } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { encode } from 'uqr'
import { people } from './schema.ts'

function Qr({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('account.factor_qr')}
      className="w-56 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}

const secretOf = (uri: string): string => {
  try {
    return new URL(uri).searchParams.get('secret') ?? ''
  } catch {
    return ''
  }
}

type Dialog = { readonly onClose: () => void; readonly onDone: () => void }
type Keys = { readonly uri: string; readonly codes: readonly string[] }

/** The service refuses by status only; the sentence is ours. Anything else is told as it is. */
async function orSentence(work: Promise<unknown>, sentence: string): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (isRefused(error) && error.status < 500 && error.status !== 429) return sentence
    throw error
  }
}

function Confirm({ keys, onClose, onDone }: Dialog & { readonly keys: Keys }) {
  const [code, setCode] = useState('')
  const send = async () => {
    const refusal = await orSentence(auth.verify(code.trim()), t('account.second_factor_failed'))
    if (refusal === undefined) {
      toast(t('account.factor_enabled'))
      onDone()
    }
    return refusal
  }
  return (
    <CommandDialog
      title={t('account.factor_enable')}
      consequence={t('account.factor_scan')}
      confirm={t('account.confirm')}
      onClose={onClose}
      onConfirm={send}
    >
      <Qr text={keys.uri} />
      <p className="text-sm">
        {t('account.factor_secret')} <code className="break-all">{secretOf(keys.uri)}</code>
      </p>
      <div className="text-sm">
        <p>{t('account.factor_backup')}</p>
        <p className="font-mono break-words">{keys.codes.join('  ')}</p>
      </div>
      <TextField
        label={t('account.second_factor')}
        name="totp"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
    </CommandDialog>
  )
}

function Enable({ onClose, onDone }: Dialog) {
  const [password, setPassword] = useState('')
  const [keys, setKeys] = useState<Keys>()
  if (keys !== undefined) return <Confirm keys={keys} onClose={onClose} onDone={onDone} />
  const send = () => orSentence(auth.enable(password).then(setKeys), t('account.password_wrong'))
  return (
    <CommandDialog
      title={t('account.factor_enable')}
      consequence={t('account.factor_enable_consequence')}
      confirm={t('account.confirm')}
      staysOpen
      onClose={onClose}
      onConfirm={send}
    >
      <TextField
        label={t('account.current_password')}
        name="factor-password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </CommandDialog>
  )
}

function Disable({ onClose, onDone }: Dialog) {
  const [password, setPassword] = useState('')
  const send = async () => {
    const refusal = await orSentence(auth.disable(password), t('account.password_wrong'))
    if (refusal === undefined) {
      toast(t('account.factor_disabled'))
      onDone()
    }
    return refusal
  }
  return (
    <CommandDialog
      title={t('account.factor_disable')}
      consequence={t('account.factor_disable_consequence')}
      confirm={t('account.factor_disable')}
      variant="danger"
      onClose={onClose}
      onConfirm={send}
    >
      <TextField
        label={t('account.current_password')}
        name="factor-password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </CommandDialog>
  )
}

export function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const cache = useQueryClient()
  const close = () => setOpen(false)
  const done = () => void cache.invalidateQueries({ queryKey: [people.me.path] })
  const Pane = isOn ? Disable : Enable
  return (
    <section className="card grid justify-items-start gap-3">
      <h2>{t('account.factor_title')}</h2>
      <Badge tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'account.factor_on' : 'account.factor_off')}</Badge>
      <Button onClick={() => setOpen(true)}>{t(isOn ? 'account.factor_disable' : 'account.factor_enable')}</Button>
      {isOpen && <Pane onClose={close} onDone={done} />}
    </section>
  )
}
