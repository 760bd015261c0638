// From a request's cookie to an actor. What is remembered is short-lived: a position that ends is felt within seconds.
import type { Actor } from '@kheo/kit/actor.ts'
import { findSession, type Accounts } from '@kheo/features/people/accounts.ts'
import { loadActor } from '@kheo/features/people/actions.ts'
import type { World } from '@kheo/features/context.ts'

const REMEMBER_MS = 10_000
const MOST = 20_000

export type Sessions = {
  readonly actorOf: (headers: Headers) => Promise<Actor | undefined>
  readonly forget: () => void
}

export function openSessions(world: World, accounts: Accounts): Sessions {
  const known = new Map<string, { readonly actor: Actor | undefined; readonly until: number }>()
  return {
    async actorOf(headers) {
      const cookie = headers.get('cookie')
      if (cookie === null || !cookie.includes('kheo')) return undefined
      const held = known.get(cookie)
      const now = performance.now()
      if (held !== undefined && held.until > now) return held.actor
      const account = await findSession(accounts, headers)
      const actor = account === undefined ? undefined : await loadActor(world, account.id, account.name)
      if (known.size >= MOST) known.clear()
      known.set(cookie, { actor, until: now + REMEMBER_MS })
      return actor
    },
    forget: () => known.clear(),
  }
}
