// Retention: what is done with and older than the years that the settings give its privacy class is erased for good. Figures and issued reports stay.
//
// R1  Only entries that are closed or struck out go, counted from the day of their last step: what is still owed or in force stays.
// R2  Figures are never counted again because of a purge: what a closed year said stays said.
// R3  Every run that erased something is written down, with how much, and nothing of what it was.
import type { CalendarDate } from '@kheo/core/calendar.ts'
import { lawValue } from '@kheo/core/period/law.ts'
import { inTx } from '@kheo/db/transaction.ts'
import { revTable, stepTable } from '@kheo/kit/register/columns.ts'
import { type AnyRegister, isClosed } from '@kheo/kit/register/declare.ts'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { today } from '../people/allow.ts'

export type Purged = { readonly register: string; readonly before: string; readonly entries: number }

/** The day before which entries of a register have run out; undefined where no setting says so. */
export function retainedFrom(world: World, register: AnyRegister): CalendarDate | undefined {
  const day = today(world)
  const years = lawValue(world.catalogue().law, `retention.register.${register.privacy}.years`, day)
  if (years === undefined || years < 1) return undefined
  return `${String(Number(day.slice(0, 4)) - years)}${day.slice(4).replace('-02-29', '-02-28')}` as CalendarDate
}

async function purgeRegister(world: World, register: AnyRegister, before: string, isTrial: boolean): Promise<Purged> {
  const closed = Object.keys(register.states).filter((state) => isClosed(register, state))
  const [entry, step, rev] = [sql.table(register.table), sql.table(stepTable(register)), sql.table(revTable(register))]
  return inTx(world.database.owner, async (tx) => {
    const gone = sql`select m.unit_id, m.id from ${entry} m where m.happened_on < ${before} and (m.state = any(${closed}) or m.voided_at is not null)
      and not exists (select from ${step} t where t.unit_id = m.unit_id and t.entry_id = m.id and t.happened_on >= ${before})`
    if (isTrial) {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from (${gone}) g`.execute(tx)
      return { register: register.code, before, entries: rows[0]?.n ?? 0 }
    }
    await sql`create temporary table purged on commit drop as ${gone}`.execute(tx)
    await sql`delete from ${step} t using purged p where t.unit_id = p.unit_id and t.entry_id = p.id`.execute(tx)
    await sql`delete from ${rev} r using purged p where r.unit_id = p.unit_id and r.id = p.id`.execute(tx)
    await sql`delete from attachment a using purged p where a.register = ${register.code} and a.unit_id = p.unit_id and a.entry_id = p.id`.execute(
      tx,
    )
    await sql`delete from ${entry} m using purged p where m.unit_id = p.unit_id and m.id = p.id`.execute(tx)
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from purged`.execute(tx)
    const entries = rows[0]?.n ?? 0
    if (entries > 0)
      await sql`insert into retention_run (at, register, before, entries) values (${world.now()}, ${register.code}, ${before}, ${entries})`.execute(
        tx,
      )
    return { register: register.code, before, entries }
  })
}

/** Erases what has run out of every register, or only tells how much it would be. The owner of the tables runs it. */
export async function purge(
  world: World,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<readonly Purged[]> {
  const done: Purged[] = []
  for (const register of world.books) {
    const before = retainedFrom(world, register)
    if (before !== undefined) done.push(await purgeRegister(world, register, before, isTrial))
  }
  return done
}
