// A register of two million entries as an officer of a province and of the centre meets it: list page, filter, search without tones, counting of a quarter; each beside the bare SQL.
import type { Db } from '@kheo/db/connect.ts'
import { inScope } from '@kheo/db/transaction.ts'
import { openFolderStore } from '@kheo/features/files/store.ts'
import { getPath, rootPath } from '@kheo/features/people/allow.ts'
import { activities } from '@kheo/features/registers/activities/register.ts'
import { openWorld } from '@kheo/features/server.ts'
import { countBelow } from '@kheo/kit/register/counting.ts'
import { type EntryFilter, findMatches, listEntries, totalsOf } from '@kheo/kit/register/store.ts'
import { sql, type RawBuilder } from 'kysely'
import { benchNow, onNation, type Ground } from './lib/cluster.ts'
import { NATIONAL, TINY, type NationSize } from './lib/nation.ts'
import { median, round, times } from './lib/stats.ts'

type Plan = { readonly size: NationSize; readonly entries: number; readonly rounds: number }
const FULL: Plan = { size: NATIONAL, entries: 2_000_000, rounds: 15 }
const SMALL: Plan = { size: TINY, entries: 4000, rounds: 2 }

type Timed = { readonly ms: number; readonly bareMs: number; readonly ratio: number }
type Place = {
  readonly list: Timed
  readonly filter: Timed
  readonly searchRare: Timed
  readonly searchCommon: Timed
  readonly countQuarter: Timed
}
export type RegistersLine = { bench: 'registers'; entries: number; loadSeconds: number; province: Place; nation: Place }

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const QUARTER = { start: '2026-01-01', end: '2026-03-31' }
/** Folded words: one in every twentieth title, one in every fifty-thousandth. */
const COMMON = 'nuoc sach'
const RARE = 'cau treo ban'

/** Entries dealt over all communes and six years and a half, straight into the table; indexes are built afterwards, as after a restore. */
async function load(owner: Db, plan: Plan): Promise<number> {
  const start = performance.now()
  const { rows: indexes } = await sql<{
    name: string
    text: string
  }>`select indexname as name, indexdef as text from pg_indexes
    where tablename = 'activity' and indexname not in ('activity_pk', 'activity_entry_no_unique')`.execute(owner)
  for (const { name } of indexes) await sql`drop index ${sql.table(name)}`.execute(owner)
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into activity (unit_id, id, path, entry_no, rev, happened_on, state, search_folded, kind, title, attendees, place, leader, result, body, body_key, recorded_at, recorded_by, recorded_title)
      select u.id, gen_random_uuid(), u.path, n / u.communes + 1, 1, date '2020-01-01' + (n::bigint * 7919 % 2370)::integer, 'held',
        (array['hoi nghi', 'tap huan', 'tham hoi', 'ra quan'])[1 + n % 4] || ' ' || (array['tuyen truyen', 've sinh moi truong', 'phong chay', 'an ninh trat tu', 'xay dung nong thon'])[1 + n / 4 % 5]
          || case when n % 20 = 0 then ${` ${COMMON}`} else '' end || case when n % 50000 = 7 then ${` ${RARE}`} else '' end || ' thon ' || n % 97,
        (array['propaganda-meeting', 'training', 'community-visit', 'other'])[1 + n % 4], 'Hoạt động số ' || n, n % 400, 'Thôn ' || n % 97, 'Ủy ban MTTQ', '', '', '', now(), 'bench', 'bench'
      from generate_series(0, ${plan.entries - 1}::integer) n
      join (select id, path, row_number() over (order by id) - 1 as no, count(*) over ()::integer as communes from unit where level = 'commune') u on u.no = n % u.communes`.execute(
      tx,
    )
  })
  await sql`set maintenance_work_mem = '256MB'`.execute(owner)
  for (const { text } of indexes) await sql.raw(text).execute(owner)
  await sql`vacuum analyze activity`.execute(owner)
  return (performance.now() - start) / 1000
}

async function timed(plan: Plan, run: () => Promise<unknown>): Promise<number> {
  await times(2, run)
  return median(await times(plan.rounds, run))
}

/** What the same question costs the owner of the tables, written by hand. */
const bare = (path: string, where: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select unit_id, id, entry_no, happened_on, title, kind, attendees from activity m where m.path >= ${path} and m.path < ${path} || '~' and ${where} order by happened_on desc limit 50`

async function measure(ground: Ground, plan: Plan, path: string): Promise<Place> {
  const { owner, app } = ground.database
  const beside = async (asked: (tx: Db) => Promise<unknown>, by: RawBuilder<unknown>): Promise<Timed> => {
    const ms = await timed(plan, () => inScope(app, path, asked, { plan: 'each time' }))
    const bareMs = await timed(plan, () => by.execute(owner))
    return { ms: round(ms), bareMs: round(bareMs), ratio: round(ms / bareMs) }
  }
  const page = (filter: Partial<EntryFilter>) => async (tx: Db) => {
    const whole = await findMatches(tx, activities, { path, limit: 50, offset: 0, ...filter })
    await listEntries(tx, activities, whole)
    await totalsOf(tx, activities, whole)
  }
  const ofYear = sql`m.happened_on between ${YEAR.from} and ${YEAR.to}`
  const has = (words: string) => sql`m.search_folded like ${`%${words}%`}`
  return {
    list: await beside(page(YEAR), bare(path, ofYear)),
    filter: await beside(
      page({ ...YEAR, where: { kind: 'training' } }),
      bare(path, sql`${ofYear} and m.kind = 'training'`),
    ),
    searchRare: await beside(page({ ...YEAR, folded: RARE }), bare(path, sql`${ofYear} and ${has(RARE)}`)),
    searchCommon: await beside(page({ ...YEAR, folded: COMMON }), bare(path, sql`${ofYear} and ${has(COMMON)}`)),
    countQuarter: await beside(
      (tx) => countBelow(tx, activities, path, QUARTER),
      sql`select kind, count(*), sum(attendees) from activity m where m.path >= ${path} and m.path < ${path} || '~' and m.happened_on between ${QUARTER.start} and ${QUARTER.end} group by kind`,
    ),
  }
}

export async function run({ small }: { readonly small: boolean }): Promise<RegistersLine> {
  const plan = small ? SMALL : FULL
  return onNation(plan.size, async (ground) => {
    const world = await openWorld(ground.database, openFolderStore(ground.folder), benchNow)
    const loadSeconds = await load(ground.database.owner, plan)
    return {
      bench: 'registers',
      entries: plan.entries,
      loadSeconds: round(loadSeconds, 1),
      province: await measure(ground, plan, getPath(world, 'P0')),
      nation: await measure(ground, plan, rootPath(world)),
    }
  })
}
