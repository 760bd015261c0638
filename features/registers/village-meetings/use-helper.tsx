// The meeting on this phone: kept at every touch, sent when asked or when the network comes back, and the law that was last seen.
import type { Law } from '@kheo/core/period/law.ts'
import { endpointsOf } from '@kheo/kit/register/contract.ts'
import { type Desk, useDesk } from '@kheo/ui/desk.tsx'
import { dropDraft, keepDraft, keptKey, readDraft } from '@kheo/ui/drafts.ts'
import { refreshedBy } from '@kheo/ui/register/room.ts'
import { call, isRefused, messageOf, newId, useServer } from '@kheo/ui/server.ts'
import { t } from '@kheo/ui/text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { law, type LawList } from '../../law/schema.ts'
import { lawIn } from '../../law/with-law.tsx'
import {
  entryOf,
  type Helper,
  mark,
  readHelper,
  recorded,
  refused,
  setOff,
  startHelper,
  stepOf,
  unsent,
} from './helper-rules.ts'
import { villageMeetings } from './register.ts'

const endpoints = endpointsOf(villageMeetings)

/** Thresholds of decisions are all that a meeting asks of the law. */
const onlyDecisions = (list: LawList): LawList => ({
  parameters: list.parameters.filter((row) => row.subject === 'decisions'),
  holidays: { rev: list.holidays.rev, days: [] },
  disclosure: [],
  sheets: [],
})

/** The law of decisions as the server last told it here; undefined until it has been heard once on this machine. */
export function useKeptLaw(day: string): Law | undefined {
  const desk = useDesk()
  const key = keptKey(desk.accountId, 'law-of-decisions')
  const { data } = useServer(law.list, { day: desk.today })
  const [before] = useState(() => readDraft(localStorage, key, Date.now()) as LawList | undefined)
  useEffect(() => {
    if (data !== undefined) keepDraft(localStorage, key, onlyDecisions(data), Date.now())
  }, [data, key])
  const known = data ?? before
  return useMemo(() => (known === undefined ? undefined : lawIn(known, day)), [known, day])
}

/** A refusal says that nothing was kept; a server in trouble or out of reach says nothing. */
const isFinal = (error: unknown): boolean => isRefused(error) && error.status < 500

type Change = (by: (it: Helper) => Helper) => void

/** Sends the meeting and then its votes, each by the command it was given once. @throws what the first failing call threw */
async function sendAll(unit: string, now: () => Helper, change: Change): Promise<void> {
  change(setOff)
  let entryId = now().entryId
  if (entryId === null) {
    const { recordId, ...it } = now()
    try {
      const done = await call(endpoints.record, {
        query: {},
        body: { commandId: recordId, unit, ...entryOf({ recordId, ...it }) },
      })
      entryId = done.id
      change((held) => recorded(held, done.id))
    } catch (error) {
      if (isFinal(error)) change((held) => refused(held, newId()))
      throw error
    }
  }
  for (const vote of unsent(now())) {
    change((held) => mark(held, vote.id, 'tried'))
    try {
      const body = { kind: 'voted', happenedOn: now().meeting.day, values: stepOf(vote), note: '' }
      await call(endpoints.step, { query: {}, body: { ...body, commandId: vote.id, unit, id: entryId } })
      change((held) => mark(held, vote.id, 'sent'))
    } catch (error) {
      if (isFinal(error)) change((held) => mark(held, vote.id, 'refused'))
      throw error
    }
  }
}

function useKept(desk: Desk) {
  const key = keptKey(desk.accountId, 'village-meeting', desk.unit.id)
  const [it, setIt] = useState(
    () => readHelper(readDraft(localStorage, key, Date.now())) ?? startHelper(desk.today, newId()),
  )
  const now = useRef(it)
  const change: Change = (by) => {
    now.current = by(now.current)
    keepDraft(localStorage, key, now.current, Date.now())
    setIt(now.current)
  }
  const restart = () => {
    now.current = startHelper(desk.today, newId())
    dropDraft(localStorage, key)
    setIt(now.current)
  }
  return { it, now: () => now.current, change, restart }
}

/** The meeting of the unit at the desk, and how to change and save it. */
export function useHelper() {
  const desk = useDesk()
  const cache = useQueryClient()
  const kept = useKept(desk)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await sendAll(desk.unit.id, kept.now, kept.change)
    } catch (error) {
      setProblem(isRefused(error) ? messageOf(error) : t('meetings.unreachable'))
    }
    setBusy(false)
    for (const each of refreshedBy(villageMeetings)) void cache.invalidateQueries({ queryKey: [each.path] })
  }
  const again = useRef(save)
  useEffect(() => {
    again.current = save
  })
  useEffect(() => {
    const whenBack = () => {
      const it = kept.now()
      if (it.isOnItsWay && (it.entryId === null || unsent(it).length > 0)) void again.current()
    }
    addEventListener('online', whenBack)
    return () => removeEventListener('online', whenBack)
  })
  return { ...kept, save, isBusy, problem }
}
