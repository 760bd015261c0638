// What the parts of a conference share: the plan and the minutes as typed, the errors of the last try, and how each is saved.
import { keptKey } from '@kheo/ui/drafts.ts'
import { useDesk } from '@kheo/ui/desk.tsx'
import { toast } from '@kheo/ui/parts/toast.tsx'
import { isRefused, messageOf, useCommand, useCommandId } from '@kheo/ui/server.ts'
import { language, t } from '@kheo/ui/text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { minutesDraftOf, readMinutes } from './minutes-draft.ts'
import { draftOf, EMPTY_PLAN, type Errors, readPlan } from './plan-draft.ts'
import { conferenceRoom, type View } from './schema.ts'
import { useHeld } from './use-held.tsx'

const NONE: Errors = {}
const CONFLICT = 409

/** The errors of a try to save, and what the server refused. */
function useTries() {
  const cache = useQueryClient()
  const [errors, setErrors] = useState<Errors>(NONE)
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string>()
  return {
    errors,
    attempt,
    refusal,
    begin: () => {
      setErrors(NONE)
      setRefusal(undefined)
    },
    fail: (found: Errors) => {
      setErrors(found)
      setAttempt((count) => count + 1)
    },
    refuse: (error: unknown) => {
      setRefusal(messageOf(error))
      // Somebody was faster: what they saved is asked for, so that it can be taken instead.
      if (isRefused(error, CONFLICT)) void cache.invalidateQueries({ queryKey: [conferenceRoom.view.path] })
    },
  }
}

const SEEN = [conferenceRoom.view, conferenceRoom.list]

type Held = { readonly draft: unknown; readonly saved: (rev: number) => void; readonly discard: () => void }
type Read<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly errors: Errors }
type Saving<D, V> = {
  readonly read: (draft: D) => Read<V>
  /** Sends what was read under one intention and answers the new revision. */
  readonly send: (value: V, commandId: string) => Promise<{ readonly rev: number }>
  readonly isSaving: boolean
  readonly done: string
}

/** A draft that is read, sent and told of in one way, whatever it is a draft of. */
function useSaving<H extends Held, V>(held: H, { read, send, isSaving, done }: Saving<H['draft'], V>) {
  const tries = useTries()
  const [commandId, renew] = useCommandId()
  const save = async () => {
    if (isSaving) return
    tries.begin()
    const found = read(held.draft)
    if (!found.ok) return tries.fail(found.errors)
    try {
      const { rev } = await send(found.value, commandId)
      held.saved(rev)
      toast(done)
    } catch (error) {
      tries.refuse(error)
    }
    renew()
  }
  const discard = () => {
    tries.begin()
    held.discard()
  }
  return { ...held, ...tries, discard, save, isSaving }
}

export function usePlan(view: View) {
  const { accountId } = useDesk()
  const { unit, id } = view.facts
  const held = useHeld(keptKey(accountId, 'conference-plan', unit, id), view.rev, () =>
    draftOf(view.plan ?? EMPTY_PLAN),
  )
  const command = useCommand(conferenceRoom.save, SEEN)
  return useSaving(held, {
    read: (draft) => {
      const found = readPlan(draft, language())
      return found.ok ? { ok: true, value: found.plan } : found
    },
    send: (plan, commandId) => command.mutateAsync({ commandId, unit, conference: id, baseRev: held.rev, plan }),
    isSaving: command.isPending,
    done: t('conferences.plan_saved'),
  })
}

export function useMinutes(view: View) {
  const { accountId } = useDesk()
  const { unit, id } = view.facts
  const held = useHeld(keptKey(accountId, 'conference-minutes', unit, id), view.minutesRev, () =>
    minutesDraftOf(view.minutes),
  )
  const command = useCommand(conferenceRoom.saveMinutes, SEEN)
  return useSaving(held, {
    read: (draft) => {
      const found = readMinutes(draft, language())
      return found.ok ? { ok: true, value: found.minutes } : found
    },
    send: (minutes, commandId) => command.mutateAsync({ commandId, unit, conference: id, baseRev: held.rev, minutes }),
    isSaving: command.isPending,
    done: t('conferences.minutes_saved'),
  })
}

export type PlanDesk = ReturnType<typeof usePlan>
export type MinutesDesk = ReturnType<typeof useMinutes>
