// Who is acting, and at which of their positions. Pure.
import type { Role } from './endpoint.ts'

export type HeldPosition = {
  readonly id: string
  readonly unitId: string
  readonly path: string
  readonly role: Role
  readonly title: string
}

/** A signed-in account with the positions it holds today. */
export type Actor = { readonly accountId: string; readonly name: string; readonly positions: readonly HeldPosition[] }

/** At or below, in the access tree. */
export const covers = (position: HeldPosition, path: string): boolean => path.startsWith(position.path)

/**
 * The position under which the actor may touch a place: the nearest that covers it and has one of the roles.
 * Undefined when there is none: the place is a stranger's.
 */
export function positionFor(actor: Actor, path: string, roles?: readonly Role[]): HeldPosition | undefined {
  return actor.positions
    .filter((position) => covers(position, path) && (roles === undefined || roles.includes(position.role)))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}
