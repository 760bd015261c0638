// Who is signed in, and for which unit and year they work: from the address, else as remembered, else the first position.
import { people } from '@kheo/features/people/schema.ts'
import type { Me } from '@kheo/features/people/schema.ts'
import { entryAddresses } from '@kheo/features/client.ts'
import { pathTo } from '@kheo/ui/address.tsx'
import type { Desk } from '@kheo/ui/desk.tsx'
import { useServer } from '@kheo/ui/server.ts'

const UNIT_STORE = 'kheo.unit'
const YEAR_STORE = 'kheo.year'

const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export const rememberUnit = (id: string): void => localStorage.setItem(UNIT_STORE, id)
export const rememberYear = (year: string): void => localStorage.setItem(YEAR_STORE, year)

export const useMe = () => useServer(people.me, {})

function entryAddress(register: string, unitId: string, id: string): string | undefined {
  const found = entryAddresses.find((it) => it.register === register)
  return found === undefined ? undefined : pathTo(found.to, unitId, id)
}

/** Undefined when the account holds no active position. */
export function deskOf(me: Me, search: Readonly<Record<string, string | undefined>>): Desk | undefined {
  const active = me.positions.filter((it) => it.isActive)
  const at = (id: string | undefined) => active.find((it) => it.unitId === id)
  const position = at(search['unit']) ?? at(read(UNIT_STORE)) ?? active[0]
  if (position === undefined) return undefined
  const year =
    [search['year'], read(YEAR_STORE)].find((it) => it !== undefined && /^20\d\d$/.test(it)) ?? me.today.slice(0, 4)
  return {
    ...me,
    unit: { id: position.unitId, name: position.unitName, level: position.level },
    roles: new Set(active.filter((it) => it.unitId === position.unitId).map((it) => it.role)),
    year: Number(year),
    entryAddress,
  }
}
