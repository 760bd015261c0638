// SQL that only sheets need: the steps of many entries at once, and entry numbers for ids.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import { stepColumns, stepTable } from './columns.ts'
import type { AnyRegister, Step } from './declare.ts'
import type { Values } from './fields.ts'

export type EntryKey = { readonly unitId: string; readonly id: string }
export type ListedStep = {
  readonly kind: string
  readonly happenedOn: string
  readonly note: string
  /** Of the fields that a person gives. */
  readonly values: Values
}

/** Steps that stand, in order, by entry id. */
export async function listStandingSteps(
  tx: Db,
  it: AnyRegister,
  entries: readonly EntryKey[],
): Promise<ReadonlyMap<string, ListedStep[]>> {
  const { rows } = await sql<{
    step: Record<string, unknown>
  }>`select to_jsonb(t) as step from ${sql.table(stepTable(it))} t
    join unnest(${entries.map((entry) => entry.unitId)}::text[], ${entries.map((entry) => entry.id)}::uuid[]) as e(unit_id, id)
      on t.unit_id = e.unit_id and t.entry_id = e.id
    where t.retracted_at is null order by t.unit_id, t.entry_id, t.seq`.execute(tx)
  const columns = stepColumns(it)
  const kinds: Readonly<Record<string, Step>> = it.steps
  const found = new Map<string, ListedStep[]>()
  for (const { step } of rows) {
    const kind = String(step['kind'])
    const fields = kinds[kind]?.fields ?? {}
    const values = Object.fromEntries(
      columns.flatMap(({ name, column }) => (name in fields ? [[name, step[column] ?? null]] : [])),
    ) as Values
    const id = String(step['entry_id'])
    const listed = { kind, happenedOn: String(step['happened_on']), note: String(step['note']), values }
    found.set(id, [...(found.get(id) ?? []), listed])
  }
  return found
}

/** Ids of the entries of a unit's book that stand, by their number. */
export async function listEntryIds(tx: Db, it: AnyRegister, unit: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ no: number; id: string }>`select entry_no as no, id from ${sql.table(it.table)}
    where unit_id = ${unit} and voided_at is null`.execute(tx)
  return new Map(rows.map(({ no, id }) => [no, id]))
}

/** Numbers of entries by id. */
export async function listEntryNumbers(
  tx: Db,
  it: AnyRegister,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ no: number; id: string }>`select entry_no as no, id from ${sql.table(it.table)}
    where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ no, id }) => [id, no]))
}
