// The full recount: every total made again from the figures, and compared with the one that was kept.
import { inScope } from '@kheo/db/transaction.ts'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { rootPath } from '../people/allow.ts'
import { markAll, refreshAll } from './totals.ts'

type Kept = { readonly key: string; readonly s: string; readonly n: string }

const listKept = (world: World): Promise<Map<string, string>> =>
  inScope(world.database.app, rootPath(world), async (tx) => {
    // Zero totals of an emptied group and trailing nulls are the same total: both are trimmed before comparing.
    const { rows } =
      await sql<Kept>`select concat_ws('|', status, period_id, grp, unit_id) as key, array_to_string(s, ',', '-') as s, array_to_string(n, ',') as n from rollup`.execute(
        tx,
      )
    return new Map(rows.map((row) => [row.key, `${row.s.replace(/(,-)+$/, '')}/${row.n.replace(/(,0)+$/, '')}`]))
  })

/** How many totals there are, and how many were not what a recount makes them. Leaves the recounted ones. */
export async function recountAll(world: World): Promise<{ readonly totals: number; readonly different: number }> {
  while ((await refreshAll(world)) > 0);
  const before = await listKept(world)
  await markAll(world)
  while ((await refreshAll(world)) > 0);
  const after = await listKept(world)
  const different = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key),
  )
  return { totals: after.size, different: different.length }
}
