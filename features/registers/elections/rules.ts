// Turnout of an election. Pure.
import type { Facts } from '@kheo/kit/register/declare.ts'
import type { Values } from '@kheo/kit/register/fields.ts'

/** Percent with two decimals, rounded down: only an election in which every voter voted shows 100. */
export function turnoutOf({ values }: Facts): Values {
  const [listed, voted] = [Number(values['listed'] ?? 0), Number(values['voted'] ?? 0)]
  return { turnout: listed === 0 ? 0 : Math.floor((voted * 10_000) / listed) / 100 }
}
