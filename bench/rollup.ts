// Totals of the nation by province: read as kept, counted anew from the figures in one statement, and that against a plain sum over the same figures.
import type { Db } from '@kheo/db/connect.ts'
import { inScope } from '@kheo/db/transaction.ts'
import type { World } from '@kheo/features/context.ts'
import { markAll, readTotals, refreshAll } from '@kheo/features/figures/index.ts'
import { openFolderStore } from '@kheo/features/files/store.ts'
import { addsUp } from '@kheo/features/figures/rules.ts'
import { rootPath } from '@kheo/features/people/allow.ts'
import { openWorld } from '@kheo/features/server.ts'
import { sql } from 'kysely'
import { benchNow, onNation, type Ground } from './lib/cluster.ts'
import { NATIONAL, TINY, type NationSize } from './lib/nation.ts'
import { median, round, times } from './lib/stats.ts'

const CELLS = 120
const YEARS = [2022, 2023, 2024, 2025, 2026]
const QUARTERS = YEARS.flatMap((year) => [1, 2, 3, 4].map((number) => `${year}-Q${number}`))

type Plan = { readonly size: NationSize; readonly quarters: readonly string[]; readonly rounds: number }
const FULL: Plan = { size: NATIONAL, quarters: QUARTERS, rounds: 25 }
const SMALL: Plan = { size: TINY, quarters: QUARTERS.slice(-2), rounds: 3 }

export type RollupLine = {
  bench: 'rollup'
  units: number
  cells: number
  quarters: number
  rows: number
  loadSeconds: number
  rebuildSeconds: number
  totalsRebuilt: number
  different: number
  readMs: number
  readSqlMs: number
  recountMs: number
  baselineMs: number
  ratio: number
}

/** Which places of each block are filled: those of the first so many indicators that add up. */
function shapeOf(world: World): { grp: string; width: number; filled: number[] }[] {
  const { catalogue, slotOf, codesIn } = world.catalogue()
  const chosen = catalogue.indicators
    .filter(addsUp)
    .slice(0, CELLS)
    .map((indicator) => slotOf(indicator.code))
  return [...Map.groupBy(chosen, (slot) => slot.block)].map(([grp, slots]) => ({
    grp,
    width: codesIn(grp).length,
    filled: slots.map((slot) => slot.at + 1),
  }))
}

/** Figures straight into their table, a quarter at a time: whole numbers and tenths, one cell in twenty not reported. */
async function load(owner: Db, world: World, plan: Plan): Promise<number> {
  const shape = JSON.stringify(shapeOf(world))
  let rows = 0
  for (const period of plan.quarters) {
    const made = await owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      return sql<{ n: number }>`with made as (
        insert into figure (unit_id, period_id, grp, kind, path, vals, updated_at, updated_by)
        select u.id, ${period}, g.grp, 'actual', u.path, array(
            select case when not (p = any (g.filled)) or c.h % 20 = 0 then null when p % 6 = 0 then (c.h % 90000) / 10.0 else c.h % 900 end
            from generate_series(1, g.width) as p, lateral (select abs(hashint8(u.seq * 7919 + p * 104729 + hashtext(g.grp || ${period})::bigint))::numeric as h) as c order by p), ${benchNow()}, 'bench'
        from unit u, jsonb_to_recordset(${shape}::jsonb) as g(grp text, width integer, filled integer[])
        where u.level = 'commune' order by u.path, g.grp returning 1)
        select count(*) as n from made`.execute(tx)
    })
    rows += made.rows[0]?.n ?? 0
  }
  await sql`vacuum analyze figure`.execute(owner)
  return rows
}

type RecountRow = { province: string; grp: string; s: (number | null)[]; n: number[] }

/**
 * Nation by province from the figures alone. Provinces are numbered first, so that half a million cells are grouped by two
 * whole numbers and not by text. The first two segments of a path are its province.
 */
const recount = (period: string) => sql<RecountRow>`
  with part as (
    select left(path, 8) as province, grp, dense_rank() over (order by left(path, 8), grp)::integer as no, vals
    from figure where period_id = ${period} and kind = 'actual'
  ), cell as (
    select no, o.pos::integer as pos, sum(o.v) as s, count(o.v) as n
    from part, unnest(vals) with ordinality as o(v, pos) group by no, o.pos::integer
  )
  select p.province, p.grp, array_agg(c.s order by c.pos) as s, array_agg(c.n order by c.pos) as n
  from (select distinct no, province, grp from part) p join cell c using (no) group by p.province, p.grp`

const plainSum = (period: string) =>
  sql<{ s: number }>`select sum(v) as s from figure, unnest(vals) as v where period_id = ${period} and kind = 'actual'`

/** Kept cells of provinces that are not what the recount makes them, in any quarter, to the last decimal. */
async function countDifferent(owner: Db, quarters: readonly string[]): Promise<number> {
  let different = 0
  for (const period of quarters) {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from (select province, grp, pos, o.s, o.n from (${recount(period)}) w, unnest(w.s, w.n) with ordinality as o(s, n, pos)) r
      full join (select path as province, grp, pos, ks, kn from rollup, unnest(rollup.s, rollup.n) with ordinality as o(ks, kn, pos)
        where basis = 'then' and status = 'provisional' and period_id = ${period} and length(path) = 8) k using (province, grp, pos)
      where s is distinct from ks or coalesce(n, 0) <> coalesce(kn, 0)`.execute(owner)
    different += rows[0]?.n ?? 0
  }
  return different
}

async function rebuild(world: World): Promise<{ totals: number; seconds: number }> {
  const start = performance.now()
  await markAll(world)
  let totals = 0
  for (let made = await refreshAll(world); made > 0; made = await refreshAll(world)) totals += made
  return { totals, seconds: (performance.now() - start) / 1000 }
}

async function measure(ground: Ground, plan: Plan): Promise<RollupLine> {
  const { owner, app } = ground.database
  const world = await openWorld(ground.database, openFolderStore(ground.folder), benchNow)
  const start = performance.now()
  const rows = await load(owner, world, plan)
  const loadSeconds = (performance.now() - start) / 1000
  const made = await rebuild(world)
  await sql`vacuum analyze rollup`.execute(owner)
  const different = await countDifferent(owner, plan.quarters)
  const provinces = Array.from({ length: plan.size.provinces }, (_, n) => `P${n}`)
  const period = plan.quarters[plan.quarters.length - 2] ?? ''
  return inScope(app, rootPath(world), async (tx) => {
    const timed = async (run: () => Promise<unknown>): Promise<number> => {
      await times(3, run)
      return median(await times(plan.rounds, run))
    }
    // One core against one core: the planner would give workers to one statement and not to the other.
    await sql`set local max_parallel_workers_per_gather = 0`.execute(tx)
    const readMs = await timed(async () => {
      const totals = await readTotals(tx, world, provinces, [period])
      for (const province of provinces) totals(province, period)
    })
    const readSqlMs = await timed(() =>
      sql`select unit_id, grp, s, n from rollup where basis = 'then' and status = 'provisional' and period_id = ${period} and unit_id = any(${provinces})`.execute(
        tx,
      ),
    )
    const recountMs = await timed(() => recount(period).execute(tx))
    const baselineMs = await timed(() => plainSum(period).execute(tx))
    return {
      bench: 'rollup',
      units: plan.size.communes,
      cells: CELLS,
      quarters: plan.quarters.length,
      rows,
      loadSeconds: round(loadSeconds, 1),
      rebuildSeconds: round(made.seconds, 1),
      totalsRebuilt: made.totals,
      different,
      readMs: round(readMs),
      readSqlMs: round(readSqlMs),
      recountMs: round(recountMs, 1),
      baselineMs: round(baselineMs, 1),
      ratio: round(recountMs / baselineMs),
    }
  })
}

export async function run({ small }: { readonly small: boolean }): Promise<RollupLine> {
  const plan = small ? SMALL : FULL
  return onNation(plan.size, (ground) => measure(ground, plan))
}
