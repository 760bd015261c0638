// Lock-out: a user name that fails too often must wait, wherever the attempts come from.
const FAILURES = 10
const WINDOW_MS = 15 * 60_000

export type SignInGuard = {
  readonly isLocked: (username: string) => boolean
  readonly note: (username: string, isGood: boolean) => void
}

export function openSignInGuard(now: () => number = () => performance.now()): SignInGuard {
  const failures = new Map<string, number[]>()
  const recent = (username: string): number[] => (failures.get(username) ?? []).filter((at) => now() - at < WINDOW_MS)
  return {
    isLocked: (username) => recent(username).length >= FAILURES,
    note(username, isGood) {
      if (isGood) failures.delete(username)
      else failures.set(username, [...recent(username), now()])
    },
  }
}
