// Every SQL of figures and of the totals kept of them.
import type { Db } from '@kheo/db/connect.ts'
import type { Lock } from '@kheo/db/transaction.ts'
import { sql, type RawBuilder } from 'kysely'

export type FigureKind = 'actual' | 'estimate' | 'plan'
export type FigureRow = {
  readonly unitId: string
  readonly periodId: string
  readonly grp: string
  readonly vals: (number | null)[]
  readonly updatedAt: Date
  readonly updatedBy: string
}

export async function listFigures(
  tx: Db,
  units: readonly string[],
  periods: readonly string[],
  kind: FigureKind = 'actual',
): Promise<FigureRow[]> {
  const { rows } =
    await sql<FigureRow>`select unit_id as "unitId", period_id as "periodId", grp, vals, updated_at as "updatedAt", updated_by as "updatedBy"
    from figure where unit_id = any(${[...units]}) and period_id = any(${[...periods]}) and kind = ${kind}`.execute(tx)
  return rows
}

export type Held = {
  readonly figures: readonly {
    readonly periodId: string
    readonly grp: string
    readonly vals: readonly (number | null)[]
  }[]
  readonly notes: readonly CellNote[]
  readonly parts: readonly Part[]
  readonly approved: readonly ApprovedRow[]
}

export type HeldJson = { readonly [K in keyof Held]: Held[K] | null }

/** What a unit itself holds for a period, and its figures of another one beside it, as one JSON value within a statement. */
export const heldJson = (unit: string, period: string, other: string | null): RawBuilder<HeldJson> =>
  sql`json_build_object(
    'figures', (select json_agg(json_build_object('periodId', period_id, 'grp', grp, 'vals', vals)) from figure where unit_id = ${unit} and period_id in (${period}, ${other}) and kind = 'actual'),
    'notes', (select json_agg(json_build_object('indicator', indicator, 'note', note, 'at', at, 'by', by)) from cell_note where unit_id = ${unit} and period_id = ${period}),
    'parts', (select json_agg(json_build_object('indicator', indicator, 'part', part, 'value', value) order by indicator, part) from figure_part where unit_id = ${unit} and period_id = ${period}),
    'approved', (select json_agg(json_build_object('grp', grp, 'vals', vals, 'reportId', report_id)) from approved_figure where unit_id = ${unit} and period_id = ${period}))`

export const toHeld = ({ figures, notes, parts, approved }: HeldJson): Held => ({
  figures: figures ?? [],
  notes: (notes ?? []).map((note) => ({ ...note, at: new Date(note.at) })),
  parts: parts ?? [],
  approved: approved ?? [],
})

export const arrayText = (cells: readonly (number | null)[]): string =>
  `{${cells.map((cell) => cell ?? 'NULL').join(',')}}`

export type FigureWrite = {
  readonly id: string
  readonly unitId: string
  readonly path: string
  readonly kind: FigureKind
  readonly rows: readonly {
    readonly periodId: string
    readonly grp: string
    readonly vals: readonly (number | null)[]
  }[]
  /** What this write says, a period at a time, for the history. */
  readonly history: readonly { readonly periodId: string; readonly body: unknown }[]
  /** Totals to recompute. */
  readonly dirty: readonly { readonly periodId: string; readonly unitId: string }[]
  readonly at: Date
  readonly by: string
}

/** Figures, their history and the marks on the totals above, in one statement. */
export async function writeFigures(tx: Db, write: FigureWrite): Promise<void> {
  const { rows, history, dirty } = write
  await sql`
    with put as (
      insert into figure as f (unit_id, period_id, grp, kind, path, vals, updated_at, updated_by)
      select ${write.unitId}, p, g, ${write.kind}, ${write.path}, v::numeric[], ${write.at}, ${write.by}
      from unnest(${rows.map((row) => row.periodId)}::text[], ${rows.map((row) => row.grp)}::text[], ${rows.map((row) => arrayText(row.vals))}::text[]) as t(p, g, v)
      on conflict (unit_id, period_id, grp, kind) do update set vals = excluded.vals, rev = f.rev + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
    ), kept as (
      insert into figure_rev (unit_id, period_id, at, id, path, by, body)
      select ${write.unitId}, p, ${write.at}, ${write.id}, ${write.path}, ${write.by}, b::jsonb
      from unnest(${history.map((each) => each.periodId)}::text[], ${history.map((each) => JSON.stringify(each.body))}::text[]) as t(p, b)
    )
    insert into dirty (period_id, unit_id)
    select p, u from unnest(${dirty.map((each) => each.periodId)}::text[], ${dirty.map((each) => each.unitId)}::text[]) as t(p, u)`.execute(
    tx,
  )
}

const FIGURES_SPACE = 1
/** Lets one writer at a time at a unit's figures of a period. */
export const figuresLock = (unit: string, period: string): Lock => ({ key: `${unit}|${period}`, space: FIGURES_SPACE })

/** The same inside a transaction that has begun, until it ends. */
export async function lockFigures(tx: Db, unit: string, period: string): Promise<void> {
  const { key, space } = figuresLock(unit, period)
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${space}))`.execute(tx)
}

export type CellNote = { readonly indicator: string; readonly note: string; readonly at: Date; readonly by: string }

export async function listNotes(tx: Db, unit: string, period: string): Promise<CellNote[]> {
  const { rows } =
    await sql<CellNote>`select indicator, note, at, by from cell_note where unit_id = ${unit} and period_id = ${period}`.execute(
      tx,
    )
  return rows
}

/** An empty note takes the old one away. */
export async function writeNotes(
  tx: Db,
  it: { unitId: string; path: string; periodId: string; notes: Readonly<Record<string, string>>; at: Date; by: string },
): Promise<void> {
  const kept = Object.entries(it.notes).filter(([, note]) => note !== '')
  const gone = Object.entries(it.notes)
    .filter(([, note]) => note === '')
    .map(([code]) => code)
  if (gone.length > 0)
    await sql`delete from cell_note where unit_id = ${it.unitId} and period_id = ${it.periodId} and indicator = any(${gone})`.execute(
      tx,
    )
  if (kept.length === 0) return
  await sql`insert into cell_note (unit_id, period_id, indicator, path, note, at, by)
    select ${it.unitId}, ${it.periodId}, i, ${it.path}, n, ${it.at}, ${it.by} from unnest(${kept.map(([code]) => code)}::text[], ${kept.map(([, note]) => note)}::text[]) as t(i, n)
    on conflict (unit_id, period_id, indicator) do update set note = excluded.note, at = excluded.at, by = excluded.by`.execute(
    tx,
  )
}

export type Status = 'provisional' | 'official'

/** Own figures that the level above accepted, cell by cell over what was accepted before. */
export async function writeApproved(
  tx: Db,
  it: {
    unitId: string
    path: string
    periodId: string
    reportId: string
    seq: number
    rows: readonly { grp: string; vals: readonly (number | null)[] }[]
    dirty: readonly string[]
  },
): Promise<void> {
  await sql`
    with put as (
      insert into approved_figure as a (unit_id, period_id, grp, path, vals, report_id, seq)
      select ${it.unitId}, ${it.periodId}, g, ${it.path}, v::numeric[], ${it.reportId}, ${it.seq}
      from unnest(${it.rows.map((row) => row.grp)}::text[], ${it.rows.map((row) => arrayText(row.vals))}::text[]) as t(g, v)
      on conflict (unit_id, period_id, grp) do update set vals = excluded.vals, report_id = excluded.report_id, seq = excluded.seq
    )
    insert into dirty (period_id, unit_id) select ${it.periodId}, u from unnest(${[...it.dirty]}::text[]) as t(u)`.execute(
    tx,
  )
}

export type ApprovedRow = { readonly grp: string; readonly vals: (number | null)[]; readonly reportId: string }
export async function listApproved(tx: Db, unit: string, period: string): Promise<ApprovedRow[]> {
  const { rows } =
    await sql<ApprovedRow>`select grp, vals, report_id as "reportId" from approved_figure where unit_id = ${unit} and period_id = ${period}`.execute(
      tx,
    )
  return rows
}

type OwnCells = {
  readonly unitId: string
  readonly periodId: string
  readonly grp: string
  readonly vals: (number | null)[]
}

/** Own figures that stand behind totals of a status: what is typed and counted, or what was accepted of it. */
export async function listOwnCells(
  tx: Db,
  status: Status,
  units: readonly string[],
  periods: readonly string[],
): Promise<readonly OwnCells[]> {
  if (status === 'provisional') return listFigures(tx, units, periods)
  const { rows } =
    await sql<OwnCells>`select unit_id as "unitId", period_id as "periodId", grp, vals from approved_figure where unit_id = any(${[...units]}) and period_id = any(${[...periods]})`.execute(
      tx,
    )
  return rows
}

export type RollupRow = {
  readonly unitId: string
  readonly periodId: string
  readonly grp: string
  readonly s: (number | null)[]
  readonly n: number[]
}

export async function listRollups(
  tx: Db,
  status: Status,
  units: readonly string[],
  periods: readonly string[],
): Promise<RollupRow[]> {
  const { rows } = await sql<RollupRow>`select unit_id as "unitId", period_id as "periodId", grp, s, n from rollup
    where basis = 'then' and status = ${status} and period_id = any(${[...periods]}) and unit_id = any(${[...units]})`.execute(
    tx,
  )
  return rows
}

export type DirtyTotal = { readonly periodId: string; readonly unitId: string }

export async function listDirty(tx: Db, periods?: readonly string[]): Promise<DirtyTotal[]> {
  const { rows } = await (periods === undefined
    ? sql<DirtyTotal>`select distinct period_id as "periodId", unit_id as "unitId" from dirty limit 5000`.execute(tx)
    : sql<DirtyTotal>`select distinct period_id as "periodId", unit_id as "unitId" from dirty where period_id = any(${[...periods]})`.execute(
        tx,
      ))
  return rows
}

export async function markDirty(tx: Db, totals: readonly DirtyTotal[]): Promise<void> {
  if (totals.length === 0) return
  await sql`insert into dirty (period_id, unit_id) select p, u from unnest(${totals.map((each) => each.periodId)}::text[], ${totals.map((each) => each.unitId)}::text[]) as t(p, u)`.execute(
    tx,
  )
}

/** Figures by unit and period that exist at all: the base of a full recount. */
export async function listFigurePlaces(tx: Db): Promise<DirtyTotal[]> {
  const { rows } =
    await sql<DirtyTotal>`select distinct period_id as "periodId", unit_id as "unitId" from figure where kind = 'actual' union select period_id, unit_id from adjustment`.execute(
      tx,
    )
  return rows
}

/** Totals that are kept at all: where units hang elsewhere now, some of them have nothing below any more. */
export async function listRollupPlaces(tx: Db): Promise<DirtyTotal[]> {
  const { rows } =
    await sql<DirtyTotal>`select distinct period_id as "periodId", unit_id as "unitId" from rollup`.execute(tx)
  return rows
}

/** Units whose figures, and units whose kept totals, make up one total. */
export type TotalParts = {
  readonly unitId: string
  readonly path: string
  readonly periodId: string
  readonly leaves: readonly string[]
  readonly inner: readonly string[]
}

/**
 * Recomputes one unit's kept totals of a period, both statuses; adjustments of what has nothing below count with its figures. The marks are taken away first and in the same
 * transaction: a figure that is committed meanwhile leaves a mark of its own, so nothing is missed. Idempotent.
 */
export async function recompute(tx: Db, parts: TotalParts, at: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${parts.unitId}|${parts.periodId}`}, 2))`.execute(tx)
  await sql`delete from dirty where period_id = ${parts.periodId} and unit_id = ${parts.unitId}`.execute(tx)
  const own = [parts.unitId, ...parts.leaves]
  await sql`
    with part as (
      select 'provisional' as status, grp, vals, null::integer[] as n from figure where period_id = ${parts.periodId} and kind = 'actual' and unit_id = any(${own})
      union all select 'official', grp, vals, null from approved_figure where period_id = ${parts.periodId} and unit_id = any(${own})
      union all select status, grp, s, n from rollup where basis = 'then' and period_id = ${parts.periodId} and unit_id = any(${[...parts.inner]})
    ), cell as (
      select status, grp, o.pos, o.v, coalesce(part.n[o.pos], (o.v is not null)::integer) as n from part, unnest(vals) with ordinality as o(v, pos)
      union all
      select s.status, grp, pos + 1, delta, 0 from adjustment, (values ('provisional'), ('official')) as s(status)
      where unit_id = any(${own}) and period_id = ${parts.periodId} and annulled_at is null
    ), summed as (
      select status, grp, pos, sum(v) as s, sum(n)::integer as n from cell group by status, grp, pos
    ), full_width as (
      select c.status, c.grp, p.pos from (select status, grp, max(pos) as width from summed group by status, grp) c, generate_series(1, c.width) as p(pos)
    ), wide as (
      select w.status, w.grp, array_agg(s.s order by w.pos) as s, array_agg(coalesce(s.n, 0) order by w.pos) as n
      from full_width w left join summed s on s.status = w.status and s.grp = w.grp and s.pos = w.pos group by w.status, w.grp
    ), emptied as (
      update rollup set s = '{}', n = '{}', at = ${at} where basis = 'then' and period_id = ${parts.periodId} and unit_id = ${parts.unitId}
        and not exists (select from wide where wide.status = rollup.status and wide.grp = rollup.grp)
    )
    insert into rollup as r (basis, status, period_id, grp, unit_id, path, s, n, at)
    select 'then', status, ${parts.periodId}, grp, ${parts.unitId}, ${parts.path}, s, n, ${at} from wide
    on conflict (basis, status, period_id, grp, unit_id) do update set s = excluded.s, n = excluded.n, at = excluded.at, path = excluded.path`.execute(
    tx,
  )
}

export type Adjustment = {
  readonly id: string
  readonly unitId: string
  readonly periodId: string
  readonly indicator: string
  readonly delta: number
  readonly reason: string
  readonly at: Date
  readonly actorTitle: string
  readonly annulledAt: Date | null
}

export async function listAdjustments(tx: Db, unit: string, period: string): Promise<Adjustment[]> {
  const { rows } =
    await sql<Adjustment>`select id, unit_id as "unitId", period_id as "periodId", indicator, delta, reason, at, actor_title as "actorTitle", annulled_at as "annulledAt"
    from adjustment where unit_id = ${unit} and period_id = ${period} and annulled_at is null order by at`.execute(tx)
  return rows
}

export async function insertAdjustment(
  tx: Db,
  it: Omit<Adjustment, 'annulledAt'> & { path: string; grp: string; pos: number },
): Promise<void> {
  await sql`insert into adjustment (id, unit_id, path, period_id, indicator, grp, pos, delta, reason, at, actor_title)
    values (${it.id}, ${it.unitId}, ${it.path}, ${it.periodId}, ${it.indicator}, ${it.grp}, ${it.pos}, ${it.delta}, ${it.reason}, ${it.at}, ${it.actorTitle})`.execute(
    tx,
  )
}

/** The period of the annulled adjustment; undefined when there is none standing. */
export async function annulAdjustment(tx: Db, unit: string, id: string, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{
    periodId: string
  }>`update adjustment set annulled_at = ${at} where unit_id = ${unit} and id = ${id} and annulled_at is null returning period_id as "periodId"`.execute(
    tx,
  )
  return rows[0]?.periodId
}

/** From when the units keep each register: its code → the first day. */
export async function listOpenings(tx: Db, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    register: string
    first: string
  }>`select register, min(first_on) as first from register_opening where unit_id = any(${[...units]}) and first_on is not null group by register`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.register, row.first]))
}

export type Part = { readonly indicator: string; readonly part: string; readonly value: number }

/** Parts of figures, added over units. */
export async function listParts(tx: Db, units: readonly string[], period: string): Promise<Part[]> {
  const { rows } =
    await sql<Part>`select indicator, part, sum(value) as value from figure_part where unit_id = any(${[...units]}) and period_id = ${period} group by indicator, part order by indicator, part`.execute(
      tx,
    )
  return rows
}

/** Replaces the parts of some figures; a figure typed as one number has none. */
export async function writeParts(
  tx: Db,
  it: {
    unitId: string
    path: string
    periodId: string
    codes: readonly string[]
    parts: readonly Part[]
    at: Date
    by: string
  },
): Promise<void> {
  await sql`delete from figure_part where unit_id = ${it.unitId} and period_id = ${it.periodId} and indicator = any(${[...it.codes]})`.execute(
    tx,
  )
  if (it.parts.length === 0) return
  await sql`insert into figure_part (unit_id, period_id, indicator, part, path, value, at, by)
    select ${it.unitId}, ${it.periodId}, i, p, ${it.path}, v, ${it.at}, ${it.by} from unnest(${it.parts.map((part) => part.indicator)}::text[], ${it.parts.map((part) => part.part)}::text[], ${it.parts.map((part) => part.value)}::numeric[]) as t(i, p, v)`.execute(
    tx,
  )
}
