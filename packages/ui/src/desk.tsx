// Who sits at the desk: account, unit and year that every screen works for. The frame fills it; rooms read it.
import { createContext, useContext } from 'react'

export type DeskPosition = {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly level: string
  readonly role: string
  readonly title: string
  readonly from: string
  readonly to: string | null
  readonly isActive: boolean
}

export type Desk = {
  readonly accountId: string
  readonly name: string
  readonly username: string
  readonly hasSecondFactor: boolean
  readonly today: string
  readonly positions: readonly DeskPosition[]
  readonly unit: { readonly id: string; readonly name: string; readonly level: string }
  /** Roles held at `unit`, or at a unit above it that covers it. */
  readonly roles: ReadonlySet<string>
  readonly year: number
  /** Where an entry of a register is read; undefined when no room shows it. */
  readonly entryAddress: (register: string, unitId: string, id: string) => string | undefined
}

const DeskContext = createContext<Desk | undefined>(undefined)

export const DeskProvider = DeskContext.Provider

/** @throws when used outside the frame */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('no desk above this screen')
  return desk
}

export const hasRole = (desk: Desk, ...roles: readonly string[]): boolean => roles.some((role) => desk.roles.has(role))
