// Every SQL of the units' room: records in, records out, and the paths of the access tree.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import type { UnitId } from '@kheo/core/ids.ts'
import type {
  Edge,
  EdgeShare,
  OrgEvent,
  OrgException,
  OrgRecords,
  Unit,
  UnitCode,
  UnitVersion,
} from '@kheo/core/org/model.ts'
import type { Db } from '@kheo/db/connect.ts'
import { sql } from 'kysely'

export type UnitPlace = { readonly id: UnitId; readonly seq: number; readonly path: string }

export type StoredOrg = {
  readonly revision: number
  readonly hungOn: CalendarDate | null
  readonly records: OrgRecords
  readonly places: ReadonlyMap<string, UnitPlace>
}

async function all<T>(db: Db, text: string): Promise<T[]> {
  const { rows } = await sql.raw<T>(text).execute(db)
  return rows
}

type EdgeRow = {
  eventId: string
  fromId: UnitId
  toId: UnitId
  ordinal: number
  extent: Edge['extent']
  assumed: boolean
}
type ShareRow = {
  eventId: string
  fromId: UnitId
  toId: UnitId
  basis: EdgeShare['basis']
  of: 'from' | 'to'
  share: number
  method: EdgeShare['method']
  source: string
}
type EventRow = Omit<OrgEvent, 'signedOn' | 'clause' | 'note' | 'annuls'> & {
  signedOn: CalendarDate | null
  clause: string | null
  note: string | null
  annuls: string | null
}

const toEvent = ({ signedOn, clause, note, annuls, ...event }: EventRow): OrgEvent => ({
  ...event,
  ...(signedOn === null ? {} : { signedOn }),
  ...(clause === null ? {} : { clause }),
  ...(note === null ? {} : { note }),
  ...(annuls === null ? {} : { annuls }),
})

/** The whole record of units: about 16,600 versions nationwide, read once and held in memory. */
export async function loadOrg(db: Db): Promise<StoredOrg> {
  const [head] = await all<{ revision: number; baseline: CalendarDate; hungOn: CalendarDate | null }>(
    db,
    'select revision, baseline, hung_on as "hungOn" from org_revision',
  )
  if (head === undefined) throw new Error('org_revision is empty')
  const units = await all<Unit & { seq: number; path: string }>(
    db,
    'select id, level, seq, path from unit order by seq',
  )
  const versions = await all<UnitVersion>(
    db,
    'select unit_id as "unitId", valid_from as "from", valid_to as "to", name, kind, parent_id as "parentId" from unit_version order by unit_id, valid_from',
  )
  const codes = await all<UnitCode>(
    db,
    'select unit_id as "unitId", scheme, code, valid_from as "from", valid_to as "to" from unit_code',
  )
  const events = await all<EventRow>(
    db,
    'select id, effective_on as "effectiveOn", signed_on as "signedOn", kind, atoms, instrument, clause, note, annuls from org_event order by effective_on, id',
  )
  const edges = await all<EdgeRow>(
    db,
    'select event_id as "eventId", from_id as "fromId", to_id as "toId", ordinal, extent, assumed from org_edge order by event_id, ordinal, from_id, to_id',
  )
  const shares = await all<ShareRow>(
    db,
    'select event_id as "eventId", from_id as "fromId", to_id as "toId", basis, of_side as "of", share, method, source from org_edge_share',
  )
  const exceptions = await all<OrgException>(db, 'select code, unit_id as "unitId", day from org_exception')
  return {
    revision: head.revision,
    hungOn: head.hungOn,
    records: {
      baseline: head.baseline,
      units: units.map(({ id, level }) => ({ id, level })),
      versions,
      codes,
      events: events.map(toEvent),
      edges,
      shares: shares.map(({ eventId, fromId, toId, ...share }) => ({ ...share, edge: { eventId, fromId, toId } })),
      exceptions,
    },
    places: new Map(units.map(({ id, seq, path }) => [id, { id, seq, path }])),
  }
}

/** Takes out what is on record about the units, so that their new record can be put in. The units themselves stay. */
export async function clearRecords(tx: Db, units: readonly string[]): Promise<void> {
  const ids = [...units]
  await sql`delete from org_edge_share where from_id = any(${ids}) or to_id = any(${ids})`.execute(tx)
  await sql`delete from org_edge where from_id = any(${ids}) or to_id = any(${ids})`.execute(tx)
  await sql`delete from org_event e where not exists (select from org_edge where event_id = e.id)
    and not exists (select from jsonb_array_elements(e.atoms) a where not (a ->> 'unitId' = any(${ids})))`.execute(tx)
  await sql`delete from org_exception where unit_id = any(${ids})`.execute(tx)
  await sql`delete from unit_code where unit_id = any(${ids})`.execute(tx)
  await sql`delete from unit_version where unit_id = any(${ids})`.execute(tx)
}

const json = (rows: readonly unknown[]): string => JSON.stringify(rows)

/** Writes records in bulk: one statement a table. Units already known keep their number and path. */
export async function insertRecords(tx: Db, records: OrgRecords): Promise<void> {
  await sql`insert into unit (id, level, path) select id, level, '' from jsonb_to_recordset(${json(records.units)}::jsonb) as r(id text, level text)
    on conflict (id) do update set level = excluded.level`.execute(tx)
  await sql`insert into unit_version (unit_id, valid_from, valid_to, name, kind, parent_id)
    select "unitId", "from", "to", name, kind, "parentId" from jsonb_to_recordset(${json(records.versions)}::jsonb) as r("unitId" text, "from" date, "to" date, name text, kind text, "parentId" text)`.execute(
    tx,
  )
  await sql`insert into unit_code (unit_id, scheme, code, valid_from, valid_to)
    select "unitId", scheme, code, "from", "to" from jsonb_to_recordset(${json(records.codes)}::jsonb) as r("unitId" text, scheme text, code text, "from" date, "to" date)`.execute(
    tx,
  )
  await sql`insert into org_event (id, effective_on, signed_on, kind, atoms, instrument, clause, note, annuls)
    select id, "effectiveOn", "signedOn", kind, atoms, instrument, clause, note, annuls from jsonb_to_recordset(${json(records.events)}::jsonb)
    as r(id text, "effectiveOn" date, "signedOn" date, kind text, atoms jsonb, instrument text, clause text, note text, annuls text)`.execute(
    tx,
  )
  await sql`insert into org_edge (event_id, from_id, to_id, ordinal, extent, assumed)
    select "eventId", "fromId", "toId", ordinal, extent, assumed from jsonb_to_recordset(${json(records.edges)}::jsonb)
    as r("eventId" text, "fromId" text, "toId" text, ordinal integer, extent text, assumed boolean)`.execute(tx)
  const shares = records.shares.map(({ edge, of, ...share }) => ({ ...share, ...edge, of: of ?? 'from' }))
  await sql`insert into org_edge_share (event_id, from_id, to_id, basis, of_side, share, method, source)
    select "eventId", "fromId", "toId", basis, "of", share, method, source from jsonb_to_recordset(${json(shares)}::jsonb)
    as r("eventId" text, "fromId" text, "toId" text, basis text, "of" text, share numeric, method text, source text)`.execute(
    tx,
  )
  await sql`insert into org_exception (code, unit_id, day) select code, "unitId", day from jsonb_to_recordset(${json(records.exceptions)}::jsonb) as r(code text, "unitId" text, day date)
    on conflict do nothing`.execute(tx)
  await sql`update org_revision set revision = revision + 1, baseline = least(baseline, ${records.baseline})`.execute(
    tx,
  )
}

/** Tables whose rows belong to a unit and are found by its path. */
const TABLES_WITH_PATH = `select c.relname as name from pg_class c join pg_attribute p on p.attrelid = c.oid and p.attname = 'path' join pg_attribute u on u.attrelid = c.oid and u.attname = 'unit_id'
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`

/** Moves units, and every row that belongs to them, to new paths. Rare: a reorganisation takes effect. */
export async function movePaths(tx: Db, paths: ReadonlyMap<string, string>, day: CalendarDate): Promise<number> {
  const moves = json([...paths].map(([id, path]) => ({ id, path })))
  const moved = await sql<{
    id: string
    path: string
  }>`update unit u set path = r.path from jsonb_to_recordset(${moves}::jsonb) as r(id text, path text)
    where u.id = r.id and u.path <> r.path returning u.id, u.path`.execute(tx)
  if (moved.rows.length > 0) {
    const tables = await all<{ name: string }>(tx, TABLES_WITH_PATH)
    for (const { name } of tables) {
      await sql`update ${sql.table(name)} t set path = r.path from jsonb_to_recordset(${json(moved.rows)}::jsonb) as r(id text, path text) where t.unit_id = r.id and t.path <> r.path`.execute(
        tx,
      )
    }
  }
  await sql`update org_revision set revision = revision + 1, hung_on = ${day}`.execute(tx)
  return moved.rows.length
}
