// Điểm danh at the door, in one hand: a code scanned or typed, then who it is and where they sit, in letters to be read at arm's length.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { AnswerOf } from '@kheo/kit/endpoint.ts'
import { AppLink, useAddress } from '@kheo/ui/address.tsx'
import { useDesk } from '@kheo/ui/desk.tsx'
import { showInstant } from '@kheo/ui/format.ts'
import { Badge, Notice } from '@kheo/ui/parts/badge.tsx'
import { Button } from '@kheo/ui/parts/button.tsx'
import { TextField } from '@kheo/ui/parts/field.tsx'
import { Page } from '@kheo/ui/parts/page.tsx'
import { Spinner } from '@kheo/ui/parts/progress.tsx'
import { messageOf, newId, useCommand, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { codeOf } from './code.ts'
import { seatLabel } from './papers/words.ts'
import { conferenceRoom } from './schema.ts'
import { boxPath, LIST_PATH } from './words.tsx'

type Attended = AnswerOf<typeof conferenceRoom.attend>

const placeOf = ({ seat, point }: Attended): string => (seat === null ? point : seatLabel(seat))

function Result({ of }: { readonly of: Attended }) {
  const place = placeOf(of)
  return (
    <output className={`notice grid justify-items-start gap-2 ${of.isRepeated ? 'tone-warn' : 'tone-good'}`}>
      <Badge tone={of.isRepeated ? 'warn' : 'good'}>
        {t(of.isRepeated ? 'conferences.attend_repeated' : 'conferences.attend_noted')}
      </Badge>
      <span className="text-2xl font-semibold">{of.name === '' ? of.post : of.name}</span>
      <span className="text-lg">
        {[of.name === '' ? '' : of.post, of.body].filter((part) => part !== '').join(', ')}
      </span>
      {place !== '' && (
        <span className="text-lg">
          {t('conferences.where')}: <strong className="text-3xl">{place}</strong>
        </span>
      )}
      <span>
        {t(of.isRepeated ? 'conferences.attend_since' : 'conferences.attend_at', { time: showInstant(of.cameAt) })}
      </span>
    </output>
  )
}

const Counter = ({ of }: { readonly of: Attended }) => (
  <p className="grid gap-1">
    <span className="text-2xl font-semibold">
      {t('conferences.attend_count', { came: formatCount(of.came), invited: formatCount(of.invited) })}
    </span>
    <span className="text-[var(--muted)]">{of.title}</span>
  </p>
)

/** What is met today, with the way to its list. */
function Today({ unit }: { readonly unit: string }) {
  const { today } = useDesk()
  const list = useServer(conferenceRoom.list, { unit })
  const rows = (list.data?.rows ?? []).filter((row) => row.day === today && row.state !== 'cancelled')
  if (rows.length === 0)
    return list.data === undefined ? null : <p className="text-[var(--muted)]">{t('conferences.attend_none_today')}</p>
  return (
    <ul className="grid gap-2">
      {rows.map((row) => (
        <li key={row.id} className="card grid gap-1">
          <AppLink to={boxPath(unit, row.id)} search={{ phan: 'dai-bieu' }} className="font-medium">
            {row.title}
          </AppLink>
          <span>
            {t('conferences.attend_count', { came: formatCount(row.came), invited: formatCount(row.invited) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function useAttending(unit: string) {
  const attend = useCommand(conferenceRoom.attend, [conferenceRoom.list, conferenceRoom.view])
  const [problem, setProblem] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const send = async (text: string) => {
    const code = codeOf(text)
    setProblem(undefined)
    setFailed(undefined)
    if (code === undefined) return setProblem(t('conferences.code_wrong'))
    try {
      await attend.mutateAsync({ commandId: newId(), unit, code })
    } catch (error) {
      setFailed(code)
      setProblem(messageOf(error))
    }
  }
  return { send, problem, failed, isBusy: attend.isPending, last: attend.data }
}

export function Attendance() {
  const desk = useDesk()
  const { search } = useAddress()
  const { send, problem, failed, isBusy, last } = useAttending(desk.unit.id)
  const [typed, setTyped] = useState('')
  const scanned = search['ma'] ?? ''
  const sent = useRef('')
  const sendScanned = useEffectEvent((code: string) => {
    if (sent.current === code) return
    sent.current = code
    void send(code)
  })
  useEffect(() => {
    if (scanned !== '') sendScanned(scanned)
  }, [scanned])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || typed.trim() === '') return
    void send(typed)
    setTyped('')
  }
  return (
    <Page
      title={`${t('conferences.attend')} · ${desk.unit.name}`}
      back={
        last === undefined
          ? { to: LIST_PATH, label: t('conferences.title') }
          : { to: boxPath(desk.unit.id, last.conference), label: last.title }
      }
    >
      <div className="grid max-w-xl gap-4">
        {isBusy && (
          <output className="flex items-center gap-3">
            <Spinner /> {t('conferences.attending')}
          </output>
        )}
        {problem !== undefined && (
          <Notice tone="bad" title={t('conferences.attend_failed')} role="alert">
            <p className="text-lg">{problem}</p>
            {desk.positions.length > 1 && <p>{t('conferences.attend_unit', { unit: desk.unit.name })}</p>}
            {failed !== undefined && (
              <Button className="mt-2" onClick={() => void send(failed)}>
                {t('common.retry')}
              </Button>
            )}
          </Notice>
        )}
        {last !== undefined && !isBusy && problem === undefined && <Result of={last} />}
        {last !== undefined && <Counter of={last} />}
        <form className="card grid gap-3" onSubmit={submit}>
          <TextField
            label={t('conferences.code_typed')}
            help={t('conferences.code_help')}
            name="code"
            autoComplete="off"
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit" variant="primary" className="min-h-12 w-full" isBusy={isBusy}>
            {t('conferences.note_came')}
          </Button>
        </form>
        <p className="text-[var(--muted)]">{t('conferences.attend_help')}</p>
        <h2>{t('conferences.attend_today')}</h2>
        <Today unit={desk.unit.id} />
      </div>
    </Page>
  )
}
