// Registers that an account used last on this machine, for the rail. It keeps names of registers and nothing of what stands in them.
import { useSyncExternalStore } from 'react'

const MOST = 5
const keyOf = (account: string): string => `kheo.recent-registers.${account}`

/** The newest first, each once, five at the most. */
export const withNewest = (names: readonly string[], newest: string): readonly string[] =>
  [newest, ...names.filter((name) => name !== newest)].slice(0, MOST)

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const kept = (account: string): string => {
  try {
    return localStorage.getItem(keyOf(account)) ?? ''
  } catch {
    return ''
  }
}

const namesIn = (text: string): readonly string[] => text.split(' ').filter((name) => name !== '')

export function rememberRegister(account: string, name: string): void {
  localStorage.setItem(keyOf(account), withNewest(namesIn(kept(account)), name).join(' '))
  for (const listener of listeners) listener()
}

export const useRecentRegisters = (account: string): readonly string[] =>
  namesIn(useSyncExternalStore(subscribe, () => kept(account)))
