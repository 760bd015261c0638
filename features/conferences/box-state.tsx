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

export function usePlan(view: View) {
  const { accountId } = useDesk()
  const { unit, id } = view.facts
  const held = useHeld(keptKey(accountId, 'conference-plan', unit, id), view.rev, () =>
    draftOf(view.plan ?? EMPTY_PLAN),
  )
  const tries = useTries()
  const [commandId, renew] = useCommandId()
  const command = useCommand(conferenceRoom.save, SEEN)
  const save = async () => {
    if (command.isPending) return
    tries.begin()
    const read = readPlan(held.draft, language())
    if (!read.ok) return tries.fail(read.errors)
    try {
      const { rev } = await command.mutateAsync({
        commandId,
        unit,
        conference: id,
        baseRev: held.rev,
        plan: read.plan,
      })
      held.saved(rev)
      toast(t('conferences.plan_saved'))
    } catch (error) {
      tries.refuse(error)
    }
    renew()
  }
  const discard = () => {
    tries.begin()
    held.discard()
  }
  return { ...held, ...tries, discard, save, isSaving: command.isPending }
}

export function useMinutes(view: View) {
  const { accountId } = useDesk()
  const { unit, id } = view.facts
  const held = useHeld(keptKey(accountId, 'conference-minutes', unit, id), view.minutesRev, () =>
    minutesDraftOf(view.minutes),
  )
  const tries = useTries()
  const [commandId, renew] = useCommandId()
  const command = useCommand(conferenceRoom.saveMinutes, SEEN)
  const save = async () => {
    if (command.isPending) return
    tries.begin()
    const read = readMinutes(held.draft, language())
    if (!read.ok) return tries.fail(read.errors)
    try {
      const { rev } = await command.mutateAsync({
        commandId,
        unit,
        conference: id,
        baseRev: held.rev,
        minutes: read.minutes,
      })
      held.saved(rev)
      toast(t('conferences.minutes_saved'))
    } catch (error) {
      tries.refuse(error)
    }
    renew()
  }
  const discard = () => {
    tries.begin()
    held.discard()
  }
  return { ...held, ...tries, discard, save, isSaving: command.isPending }
}

export type PlanDesk = ReturnType<typeof usePlan>
export type MinutesDesk = ReturnType<typeof useMinutes>
