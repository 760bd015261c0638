// What the first two registers do alike: wait for `kit` to take it over when the third one comes.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type { Db } from '@kheo/db/connect.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import type { OrgProblem } from '../org/index.ts'
import { today } from '../people/allow.ts'

export const PAGE_SIZE = 50

export type EntryProblem =
  | { readonly code: 'entry.not_found' }
  | { readonly code: 'entry.stale'; readonly rev: number; readonly by: string }
  | { readonly code: 'entry.voided_already' }
  | { readonly code: 'entry.in_future'; readonly day: string }
  | { readonly code: 'entry.personal_data'; readonly field: string; readonly kind: 'id-card' | 'phone' }
  | { readonly code: 'entry.step_not_next'; readonly step: string }
  | { readonly code: 'entry.step_before'; readonly day: string; readonly last: string }

export function refuse(problem: EntryProblem | OrgProblem): never {
  throw new Refusal(problem)
}

/** An entry's day must have come, and its unit must stand on it. */
export function refuseDay(world: World, unit: string, day: string): void {
  if (day > today(world)) refuse({ code: 'entry.in_future', day })
  const { index } = world.org()
  if (index.versionAt(unit as UnitId, day as CalendarDate) === undefined) {
    refuse({ code: 'org.unit_not_alive', unit, name: world.org().titleOf(unit, day as CalendarDate), day })
  }
}

// Citizen identity numbers have 12 digits, older identity cards 9; telephone numbers 10 after a zero or +84.
const ID_CARD = /(?<![\d.,])(?:\d{12}|\d{9})(?![\d.,]\d|\d)/
const PHONE = /(?<![\d.,])(?:\+84|0)(?:[\s.-]?\d){9}(?!\d)/

/** Free text may hold no identity-card or telephone number: such things stay in the paper log. */
export function refusePersonalData(texts: Readonly<Record<string, string>>): void {
  for (const [field, text] of Object.entries(texts)) {
    if (PHONE.test(text)) refuse({ code: 'entry.personal_data', field, kind: 'phone' })
    if (ID_CARD.test(text)) refuse({ code: 'entry.personal_data', field, kind: 'id-card' })
  }
}

/** The next number in a unit's book; the lock is held until the transaction ends, so that none is given twice or skipped. */
export async function nextEntryNo(tx: Db, table: 'skilful_model' | 'petition', unit: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table}|${unit}`}, 3))`.execute(tx)
  const { rows } = await sql<{
    next: number
  }>`select coalesce(max(entry_no), 0) + 1 as next from ${sql.table(table)} where unit_id = ${unit}`.execute(tx)
  return rows[0]?.next ?? 1
}
