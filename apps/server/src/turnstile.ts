// So many requests a minute from one address, for pages that anybody may ask for.
const MINUTE_MS = 60_000

export type Turnstile = { readonly admits: (address: string) => boolean }

/** Counts begin again each minute, so that addresses are not remembered for long. */
export function openTurnstile(most: number, now: () => number = () => performance.now()): Turnstile {
  let counts = new Map<string, number>()
  let until = 0
  return {
    admits(address) {
      if (now() >= until) {
        counts = new Map()
        until = now() + MINUTE_MS
      }
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      return count <= most
    },
  }
}
