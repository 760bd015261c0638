// HTTP ↔ every register of the list, by its declaration.
import { addDays } from '@kheo/core/calendar.ts'
import { foldVietnamese } from '@kheo/core/text/fold.ts'
import type { Db } from '@kheo/db/connect.ts'
import type { ScopeOptions } from '@kheo/db/transaction.ts'
import type { HeldPosition } from '@kheo/kit/actor.ts'
import { endpointsOf, type ListAnswer, type ListQuery } from '@kheo/kit/register/contract.ts'
import { countBelow } from '@kheo/kit/register/counting.ts'
import { type AnyRegister, SOON_DAYS } from '@kheo/kit/register/declare.ts'
import { type EntryFilter, findMatches, listEntries, listVillages, totalsOf } from '@kheo/kit/register/store.ts'
import { route, type Route } from '@kheo/kit/route.ts'
import type { World } from '../context.ts'
import { getPath, look, today } from '../people/allow.ts'
import { correctEntry, recordEntry, voidEntry } from './actions.ts'
import { retract, takeStep } from './steps.ts'
import { isFromAbove, toRow, viewEntry } from './view.ts'

const PAGE_SIZE = 50
/** A commune's page and a nation's need different plans. */
const LISTING: ScopeOptions = { plan: 'each time' }

/** What a list's address asks for, as the store takes it. */
export function filterOf(
  world: World,
  register: AnyRegister,
  looker: HeldPosition,
  query: Omit<ListQuery, 'page'>,
): Omit<EntryFilter, 'limit' | 'offset'> {
  const { unit, year, from, to, q, state, late, sort, order, ...where } = query
  const day = today(world)
  const window = {
    from: from ?? (year === undefined ? undefined : `${year}-01-01`),
    to: to ?? (year === undefined ? undefined : `${year}-12-31`),
  }
  const due =
    late === undefined
      ? {}
      : late === 'overdue'
        ? { dueTo: addDays(day, -1) }
        : { dueFrom: day as string, dueTo: addDays(day, SOON_DAYS) }
  const filters = new Set(register.filters)
  const isSearch = q !== undefined && q !== ''
  return {
    path: getPath(world, unit),
    // A search from above would tell what the list withholds.
    unit: isSearch && isFromAbove(world, register, looker) ? looker.unitId : undefined,
    ...window,
    ...due,
    folded: q === undefined ? undefined : foldVietnamese(q),
    state,
    sort,
    order,
    where: Object.fromEntries(
      Object.entries(where as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
        filters.has(name) && typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  }
}

async function listOf(
  tx: Db,
  world: World,
  register: AnyRegister,
  looker: HeldPosition,
  { page, ...query }: ListQuery,
): Promise<ListAnswer> {
  const asked = { ...filterOf(world, register, looker, query), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const filter = await findMatches(tx, register, asked)
  const rows = await listEntries(tx, register, filter)
  const totals = await totalsOf(tx, register, filter)
  return {
    rows: rows.map((entry) => toRow(world, register, looker, entry)),
    ...totals,
    sums: { ...totals.sums },
    pageSize: PAGE_SIZE,
  }
}

function routesOfRegister(world: World, register: AnyRegister): Route[] {
  const it = endpointsOf(register)
  return [
    route(it.list, ({ actor, query }) =>
      look(world, actor, query.unit, (tx, looker) => listOf(tx, world, register, looker, query as ListQuery), LISTING),
    ),
    route(it.entry, ({ actor, query }) =>
      look(world, actor, query.unit, (tx, looker) => viewEntry(tx, world, register, actor, query, looker)),
    ),
    route(it.count, ({ actor, query }) =>
      look(
        world,
        actor,
        query.unit,
        async (tx) => {
          const found = await countBelow(tx, register, getPath(world, query.unit), { start: query.from, end: query.to })
          return { counts: { ...found.counts }, entries: found.entries }
        },
        LISTING,
      ),
    ),
    route(it.villages, ({ actor, query }) =>
      look(world, actor, query.unit, async (tx) => ({ names: await listVillages(tx, register, query.unit) })),
    ),
    route(it.record, ({ actor, body }) => recordEntry(world, actor, register, body)),
    route(it.correct, ({ actor, body }) => correctEntry(world, actor, register, body)),
    route(it.step, ({ actor, body }) => takeStep(world, actor, register, body)),
    route(it.retract, ({ actor, body }) => retract(world, actor, register, body)),
    route(it.void, ({ actor, body }) => voidEntry(world, actor, register, body)),
  ]
}

export const routes = (world: World): Route[] => world.books.flatMap((it) => routesOfRegister(world, it))
