// Short news at the edge of the screen, read out by screen readers. Nothing needed is said only here.
import { useEffect, useSyncExternalStore } from 'react'
import type { Tone } from './badge.tsx'

type News = { readonly id: number; readonly text: string; readonly tone: Tone }

const SHOWN_MS = 6000
let news: News | undefined
let count = 0
const listeners = new Set<() => void>()

const publish = (next: News | undefined) => {
  news = next
  for (const listener of listeners) listener()
}

export const toast = (text: string, tone: Tone = 'good'): void => publish({ id: ++count, text, tone })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Stands once in the frame; the live region exists before its first message, or readers miss it. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribe, () => news)
  useEffect(() => {
    if (shown === undefined) return undefined
    const timer = setTimeout(() => publish(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <output className="no-print pointer-events-none fixed inset-x-2 bottom-32 z-[70] grid justify-items-center sm:bottom-6">
      {shown !== undefined && (
        <span className={`notice tone-${shown.tone} pointer-events-auto max-w-xl shadow-lg`}>{shown.text}</span>
      )}
    </output>
  )
}
