// What is typed on a revision and not saved yet: kept on this machine, given up by name, and never mixed with what somebody else saved meanwhile.
import { dropDraft, keepDraft, readDraft } from '@kheo/ui/drafts.ts'
import { useEffect, useRef, useState } from 'react'

const PAUSE_MS = 400

type Held<D> = { readonly rev: number; readonly draft: D; readonly isDirty: boolean; readonly wasRestored: boolean }

/** Only this room writes under its keys, so what is read has its own shape; a draft of an older revision is passed over. */
function keptOf<D extends object>(key: string, rev: number): D | undefined {
  const kept = readDraft(localStorage, key, Date.now()) as { readonly rev: number; readonly draft: D } | undefined
  return kept?.rev === rev ? kept.draft : undefined
}

/** `start` reads the draft from what the server holds at `rev`. */
export function useHeld<D extends object>(key: string, rev: number, start: () => D) {
  const fresh = (): Held<D> => ({ rev, draft: start(), isDirty: false, wasRestored: false })
  const [held, setHeld] = useState<Held<D>>(() => {
    const kept = keptOf<D>(key, rev)
    return kept === undefined ? fresh() : { rev, draft: kept, isDirty: true, wasRestored: true }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What is not changed here follows the server.
  if (rev > held.rev && !held.isDirty) setHeld(fresh())

  useEffect(() => {
    if (!held.isDirty) return undefined
    timer.current = setTimeout(
      () => keepDraft(localStorage, key, { rev: held.rev, draft: held.draft }, Date.now()),
      PAUSE_MS,
    )
    return () => clearTimeout(timer.current)
  }, [key, held])

  const forget = () => {
    clearTimeout(timer.current)
    dropDraft(localStorage, key)
  }
  return {
    ...held,
    /** Somebody saved since this was begun. */
    isStale: held.isDirty && rev > held.rev,
    change: (patch: Partial<D>) =>
      setHeld((before) => ({ ...before, draft: { ...before.draft, ...patch }, isDirty: true })),
    saved: (next: number) => {
      forget()
      setHeld((before) => ({ ...before, rev: next, isDirty: false, wasRestored: false }))
    },
    /** Gives up what was typed. */
    discard: () => {
      forget()
      setHeld(fresh())
    },
  }
}
