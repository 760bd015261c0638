// Every SQL of the guests of a conference: the list, seats given by hand, and who came.
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'
import type { Seat } from './facts.ts'
import type { NewGuest } from './plan-shapes.ts'
import { type GuestRow, insertRows, type Of, type Signed, type StoredGuest, toGuest } from './queries.ts'

export async function insertGuests(
  tx: Db,
  of: Of & { readonly path: string },
  guests: readonly (NewGuest & { readonly seq: number; readonly code: string })[],
): Promise<void> {
  await insertRows(
    tx,
    'conference_guest',
    of,
    guests.map(({ group, ...guest }) => ({ ...guest, seating_group: group })),
  )
}

export async function updateGuest(tx: Db, of: Of, seq: number, it: NewGuest, seat: Seat | null): Promise<void> {
  await sql`update conference_guest set name = ${it.name}, post = ${it.post}, body = ${it.body}, seating_group = ${it.group}, rank = ${it.rank}, point = ${it.point},
    seat_row = ${seat?.row ?? null}, seat_no = ${seat?.seat ?? null} where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid and seq = ${seq}`.execute(
    tx,
  )
}

/** Guests of a point go to another, all at once: from the old place to the new one. */
export async function movePoints(tx: Db, of: Of, moved: ReadonlyMap<number, number>): Promise<void> {
  if (moved.size === 0) return
  await sql`update conference_guest g set point = m.new_point
    from unnest(${[...moved.keys()]}::integer[], ${[...moved.values()]}::integer[]) as m(old_point, new_point)
    where g.unit_id = ${of.unit} and g.conference_id = ${of.conference}::uuid and g.point = m.old_point`.execute(tx)
}

/** False when there is none who has not come: a scan at the door may have been quicker. */
export async function deleteGuest(tx: Db, of: Of, seq: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from conference_guest where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid and seq = ${seq} and came_at is null`.execute(
      tx,
    )
  return numAffectedRows === 1n
}

/** Whose code it is; undefined for a stranger's. */
export async function findByCode(
  tx: Db,
  unit: string,
  code: string,
): Promise<{ conference: string; seq: number } | undefined> {
  const { rows } = await sql<{
    conference: string
    seq: number
  }>`select conference_id as conference, seq from conference_guest where unit_id = ${unit} and code = ${code}`.execute(
    tx,
  )
  return rows[0]
}

/**
 * Notes that a guest came, unless that was noted before: of two at the same moment one waits for the other.
 * Undefined when there is no such guest.
 */
export async function noteCame(
  tx: Db,
  of: Of,
  seq: number,
  by: Signed,
): Promise<{ readonly guest: StoredGuest; readonly isRepeated: boolean } | undefined> {
  const at = sql`unit_id = ${of.unit} and conference_id = ${of.conference}::uuid and seq = ${seq}`
  const { numAffectedRows } =
    await sql`update conference_guest set came_at = ${by.at}, came_noted_by = ${by.title} where ${at} and came_at is null`.execute(
      tx,
    )
  const { rows } = await sql<GuestRow>`select * from conference_guest where ${at}`.execute(tx)
  return rows[0] === undefined ? undefined : { guest: toGuest(rows[0]), isRepeated: numAffectedRows === 0n }
}

export async function clearCame(tx: Db, of: Of, seq: number): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update conference_guest set came_at = null, came_noted_by = null where unit_id = ${of.unit} and conference_id = ${of.conference}::uuid and seq = ${seq}`.execute(
      tx,
    )
  return numAffectedRows === 1n
}

type Heads = { readonly conference: string; readonly invited: number; readonly came: number }

/** Which conferences of a unit have a plan, and how many are invited and came. */
export async function listHeads(tx: Db, unit: string, conferences: readonly string[]): Promise<Heads[]> {
  const { rows } =
    await sql<Heads>`select p.conference_id as conference, count(g.seq)::integer as invited, count(g.came_at)::integer as came
    from conference_plan p left join conference_guest g on g.unit_id = p.unit_id and g.conference_id = p.conference_id
    where p.unit_id = ${unit} and p.conference_id = any(${[...conferences]}::uuid[]) group by p.conference_id`.execute(
      tx,
    )
  return rows
}
