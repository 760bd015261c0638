// Retention: what is done with and run out goes with all its wordings and steps; figures, and what is still open, stay.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../checks/harness/world.ts'
import { petitions } from './petitions/register.ts'
import { purge, retainedFrom } from './retention.ts'

const WARD = 'X13324@2025'
const PROPOSAL = { kind: 'proposal', topic: 'land' }

describe('retention', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), petitions, WARD)
  })
  afterAll(() => test.close())

  const rows = async (table: string): Promise<number> =>
    (
      await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(
        test.world.database.owner,
      )
    ).rows[0]?.n ?? 0
  const figures = async () =>
    (await sql`select unit_id, period_id, grp, vals from figure order by 1, 2, 3`.execute(test.world.database.owner))
      .rows

  it('erases by the years of the privacy class, and writes down how much', async () => {
    const done = await book.record('2026-02-02', PROPOSAL)
    await book.step(done.id, 'classified', '2026-02-03', { isAdmissible: true, isCompetent: true })
    await book.step(done.id, 'answered', '2026-02-20')
    const open = await book.record('2026-02-02', PROPOSAL)
    const late = await book.record('2026-02-02', PROPOSAL)
    await book.step(late.id, 'classified', '2026-02-03', { isAdmissible: false })
    await book.step(late.id, 'filed', '2026-06-10')
    const struck = await book.record('2026-02-05', PROPOSAL)
    await book.strike(struck.id, 1)
    const before = await figures()

    const years = test.world.catalogue().law.parameters.find((each) => each.code === 'retention.register.guarded.years')
    await test.on(`${2026 + (years?.value ?? 0)}-04-01`)
    expect(retainedFrom(test.world, petitions)).toBe('2026-04-01')
    expect((await purge(test.world, { isTrial: true })).find((each) => each.register === petitions.code)?.entries).toBe(
      2,
    )
    expect(await rows('petition')).toBe(4)

    await purge(test.world)
    expect((await book.list()).rows.map((row) => row.id).toSorted()).toEqual([open.id, late.id].toSorted())
    expect([await rows('petition'), await rows('petition_rev'), await rows('petition_step')]).toEqual([2, 2, 2])
    await expect(book.entry(done.id)).rejects.toMatchObject({ code: 'entry.not_found' })
    expect(await figures()).toEqual(before)
    const { rows: runs } = await sql`select register, entries from retention_run`.execute(test.world.database.owner)
    expect(runs).toEqual([{ register: petitions.code, entries: 2 }])

    await purge(test.world)
    expect(await rows('retention_run')).toBe(1)
  })
})
