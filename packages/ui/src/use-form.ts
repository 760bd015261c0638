// State of a form checked by the same schema as the server's. It draws nothing.
import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { InputIssue } from '@kheo/kit/client.ts'
import { issueSentence } from '@kheo/kit/issue.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import { language } from './text.ts'

export type Errors = Readonly<Record<string, string>>

const errorsOf = (issues: readonly z.core.$ZodIssue[]): Errors =>
  Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issueSentence(issue, language())]).toReversed())

// Only this form writes under its key, so what is read has the form's own fields.
const draftUnder = <V extends object>(key: string | undefined): V | undefined =>
  key === undefined ? undefined : (readDraft(localStorage, key, Date.now()) as V | undefined)

const DRAFT_PAUSE_MS = 400

/** Drafts are kept under `draftKey` while the form is changed and not saved. */
export function useForm<V extends object, O>(schema: z.ZodType<O>, start: V, draftKey?: string) {
  const [draft] = useState(() => draftUnder<V>(draftKey))
  const [values, setValues] = useState<V>(draft === undefined ? start : { ...start, ...draft })
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [isDirty, setDirty] = useState(draft !== undefined)
  const [wasRestored, setRestored] = useState(draft !== undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    if (draftKey === undefined || !isDirty) return undefined
    timer.current = setTimeout(() => keepDraft(localStorage, draftKey, values, Date.now()), DRAFT_PAUSE_MS)
    return () => clearTimeout(timer.current)
  }, [draftKey, isDirty, values])

  const set = <K extends keyof V>(name: K, value: V[K]) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== name)))
    setDirty(true)
  }
  const forget = () => {
    clearTimeout(timer.current)
    if (draftKey !== undefined) dropDraft(localStorage, draftKey)
    setDirty(false)
    setRestored(false)
  }
  const reset = () => {
    forget()
    setValues(start)
    setErrors({})
  }
  const refuse = (next: Errors) => {
    setErrors(next)
    setAttempt((count) => count + 1)
  }
  /** The checked value, or undefined with `errors` set. */
  const check = (): O | undefined => {
    const read = schema.safeParse(values)
    if (read.success) return read.data
    refuse(errorsOf(read.error.issues))
    return undefined
  }
  /** The server's own refusals by field; an entry's fields stand there under `values`. */
  const refuseBy = (issues: readonly InputIssue[]) =>
    refuse(Object.fromEntries(issues.map((issue) => [issue.path.replace(/^values\./, ''), issue.message])))
  return { values, set, errors, attempt, isDirty, wasRestored, forget, reset, check, refuseBy }
}
