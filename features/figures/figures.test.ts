// Totals after any order of deeds: kept ones, recounted ones and those of a plain sum are the same, and a reorganisation loses nothing.
import { inScope } from '@kheo/db/transaction.ts'
import { Refusal } from '@kheo/kit/problem.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { deed, PERIODS, run, type Deed, type Play } from '../../checks/harness/random-deeds.ts'
import { filesAfter, filesBefore, parentIn, REORGANISED_ON, smallUnits } from '../../checks/harness/small-tree.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import type { World } from '../context.ts'
import { rootPath } from '../people/allow.ts'
import { addsUp, readTotals, recountAll, refreshAll, replaceUnits, type Totals } from './index.ts'
import type { Status } from './queries.ts'

const ENDS: Readonly<Record<string, string>> = {
  '2026-Q1': '2026-03-31',
  '2026-H1': '2026-06-30',
  '2026': '2026-12-31',
}

async function totalsOf(
  world: World,
  units: readonly string[],
  status: Status = 'provisional',
): Promise<(unit: string, period: string) => Totals> {
  while ((await refreshAll(world)) > 0);
  return inScope(world.database.app, rootPath(world), (tx) => readTotals(tx, world, units, PERIODS, status))
}

/** The law comes: units hang elsewhere, and no national total may move. */
async function reorganise(play: Play): Promise<void> {
  const { test } = play
  const before = await totalsOf(test.world, ['VN'])
  const officialBefore = await totalsOf(test.world, ['VN'], 'official')
  const { units, lineage } = filesAfter()
  await replaceUnits(test.world, units, lineage)
  const known = await totalsOf(test.world, ['VN'])
  await test.on('2026-05-20')
  const after = await totalsOf(test.world, ['VN'])
  const officialAfter = await totalsOf(test.world, ['VN'], 'official')
  for (const each of PERIODS) {
    const was = before('VN', each)
    for (const now of [known('VN', each), after('VN', each)])
      expect([each, now.values, now.reported]).toEqual([each, was.values, was.reported])
    expect(officialAfter('VN', each).values).toEqual(officialBefore('VN', each).values)
  }
  play.isReorganised = true
}

type Cell = {
  readonly unitId: string
  readonly periodId: string
  readonly grp: string
  readonly vals: (number | null)[]
  readonly status: Status
  readonly isAdjustment: boolean
}

/** Every figure and adjustment, read past all rights and added up here. */
async function plainSums(
  play: Play,
): Promise<
  (
    status: Status,
    unit: string,
    period: string,
    grp: string,
    pos: number,
  ) => { readonly sum: number | null; readonly count: number }
> {
  const { rows } =
    await sql<Cell>`select unit_id as "unitId", period_id as "periodId", grp, vals, 'provisional' as status, false as "isAdjustment" from figure where kind = 'actual'
    union all select unit_id, period_id, grp, vals, 'official', false from approved_figure
    union all select unit_id, period_id, grp, array_fill(null::numeric, array[pos]) || delta, s, true from adjustment, (values ('provisional'), ('official')) v(s) where annulled_at is null`.execute(
      play.test.world.database.owner,
    )
  const isIn = (id: string, total: string, on: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parentIn(at, on, play.isReorganised))
      if (at === total) return true
    return false
  }
  return (status, total, each, grp, pos) => {
    const cells = rows
      .filter(
        (row) =>
          row.status === status &&
          row.periodId === each &&
          row.grp === grp &&
          isIn(row.unitId, total, ENDS[each] ?? ''),
      )
      .map((row) => ({ value: row.vals[pos] ?? null, isAdjustment: row.isAdjustment }))
    const given = cells.filter((cell) => cell.value !== null)
    return {
      sum: given.length === 0 ? null : round(given.reduce((sum, cell) => sum + (cell.value ?? 0), 0)),
      count: given.filter((cell) => !cell.isAdjustment).length,
    }
  }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

async function check(play: Play): Promise<void> {
  const { world } = play.test
  const sums = await plainSums(play)
  const units = ['VN', ...smallUnits].filter((id) => world.org().pathOf(id) !== undefined)
  for (const status of ['provisional', 'official'] as const) {
    const totals = await totalsOf(world, units, status)
    for (const id of units) {
      for (const each of PERIODS) {
        // What has nothing below it shows its own figures.
        const hasBelow = units.some((other) => parentIn(other, ENDS[each] ?? '', play.isReorganised) === id)
        if (!hasBelow) continue
        const { values, reported } = totals(id, each)
        for (const indicator of world.catalogue().catalogue.indicators.filter(addsUp)) {
          const slot = world.catalogue().slotOf(indicator.code)
          const plain = sums(status, id, each, slot.block, slot.at)
          expect([
            status,
            id,
            each,
            indicator.code,
            values[indicator.code] ?? null,
            reported[indicator.code] ?? 0,
          ]).toEqual([status, id, each, indicator.code, plain.sum, plain.count])
        }
      }
    }
  }
}

describe('totals', () => {
  let open: TestWorld | undefined
  afterEach(async () => {
    await open?.close()
    open = undefined
  })
  const begin = async (): Promise<Play> => {
    await open?.close()
    const test = (open = await openTestWorld('2026-04-10'))
    const { units, lineage } = filesBefore()
    await replaceUnits(test.world, units, lineage)
    return { test, made: { models: [], petitions: [], adjustments: [] }, isReorganised: false, taken: 0 }
  }
  const tryDeed = async (play: Play, it: Deed): Promise<void> => {
    if (it.kind === 'reorganise') return play.isReorganised ? undefined : reorganise(play)
    try {
      await run(play, it)
      play.taken += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }

  it('are what a plain sum and a full recount make of them, whatever was done in whatever order', async () => {
    let taken = 0
    let reorganised = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 10, maxLength: 30 }),
        fc.boolean(),
        async (deeds, endsReorganised) => {
          const play = await begin()
          for (const it of deeds) await tryDeed(play, it)
          if (endsReorganised) await tryDeed(play, { kind: 'reorganise' })
          await check(play)
          expect((await recountAll(play.test.world)).different).toBe(0)
          await check(play)
          taken += play.taken
          reorganised += play.isReorganised ? 1 : 0
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
    expect(taken).toBeGreaterThan(100)
    expect(reorganised).toBeGreaterThan(5)
  }, 240_000)

  it('tell nothing reported from nothing occurred', async () => {
    const play = await begin()
    const { world } = play.test
    const tt01 = async (id: string) => {
      const totals = (await totalsOf(world, [id]))(id, '2026-H1')
      return [totals.values['TT01'] ?? null, totals.reported['TT01'] ?? 0]
    }
    const type = (id: string, value: number | null) =>
      run(play, { kind: 'type', unit: id, period: '2026-H1', code: 'TT01', value })
    expect(await tt01('TDA')).toEqual([null, 0])
    await type('TA1', 0)
    expect([await tt01('TDA'), await tt01('TPA'), await tt01('TDB')]).toEqual([
      [0, 1],
      [0, 1],
      [null, 0],
    ])
    await type('TA2', 4)
    expect(await tt01('VN')).toEqual([4, 2])
    await type('TA2', null)
    expect(await tt01('VN')).toEqual([0, 1])
    await type('TA1', null)
    expect(await tt01('VN')).toEqual([null, 0])
  })

  it('hold figures only of units that stood in the period', async () => {
    const play = await begin()
    await reorganise(play)
    const type = (id: string, each: string) =>
      run(play, { kind: 'type', unit: id, period: each, code: 'TT01', value: 1 })
    await expect(type('TN1', '2026-Q1')).rejects.toMatchObject({ problem: { code: 'figure.unit_not_due' } })
    await expect(type('TA1', '2026-Q3')).rejects.toMatchObject({ problem: { code: 'figure.unit_not_due' } })
    await type('TA1', '2026-H1')
    await type('TN1', '2026-H1')
    const totals = await totalsOf(play.test.world, ['VN', 'TPN', 'TN1'])
    expect(['VN', 'TPN', 'TN1'].map((id) => totals(id, '2026-H1').values['TT01'])).toEqual([2, 2, 2])
    expect(REORGANISED_ON > '2026-03-31').toBe(true)
  })
})
