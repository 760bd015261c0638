// The book of villages: stocks that carry over, recounts on their own day, and villages that ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { villages } from './register.ts'

const WARD = 'X13324@2025'
const FIRST = ['2026-01-01', '2026-03-31'] as const
const SECOND = ['2026-04-01', '2026-06-30'] as const

describe('the book of villages', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), villages, WARD)
  })
  afterAll(() => test.close())

  const counts = async ([from, to]: readonly [string, string]) => {
    const { TC01, TC02, TC03 } = await book.count(from, to)
    return [TC01, TC02, TC03]
  }
  const made = async (name: string, on: string, households: number, residents: number) =>
    (await book.record(on, { name, kind: 'residential-group', households, residents })).id

  it('carries villages over periods, takes the last recount of each, and drops one from the day it ended', async () => {
    const old = await made('Tổ dân phố số 1', '2025-08-01', 300, 1100)
    const other = await made('Tổ dân phố số 2', '2025-08-01', 200, 700)
    await made('Tổ dân phố số 3', '2026-04-10', 50, 160)
    expect(await counts(FIRST)).toEqual([2, 500, 1800])
    expect(await counts(SECOND)).toEqual([3, 550, 1960])

    await book.step(old, 'recounted', '2026-02-15', { households: 310, residents: 1120 })
    await book.step(old, 'recounted', '2026-05-20', { households: 320, residents: 1090 })
    expect(await counts(FIRST)).toEqual([2, 510, 1820])
    expect(await counts(SECOND)).toEqual([3, 570, 1950])

    await book.step(other, 'ended', '2026-03-31', { reason: 'merged' })
    expect(await counts(FIRST)).toEqual([1, 310, 1120])
    expect(await counts(SECOND)).toEqual([2, 370, 1250])

    await book.retract(other, 1)
    await book.retract(old, 2)
    expect(await counts(SECOND)).toEqual([3, 560, 1980])
    await book.strike(old, 1)
    expect(await counts(FIRST)).toEqual([1, 200, 700])
  })

  it('takes a recount of nobody at all as zero, not as no recount', async () => {
    const before = await counts(SECOND)
    const id = await made('Tổ dân phố số 9', '2026-04-01', 20, 60)
    await book.step(id, 'recounted', '2026-06-01', { households: 0, residents: 0 })
    expect(await counts(SECOND)).toEqual([(before[0] ?? 0) + 1, before[1], before[2]])
  })

  it('refuses fewer residents than households, at first and at a recount', async () => {
    const refused = { code: 'entry.wrong_fields', details: { issues: [{ field: 'residents' }] } }
    await expect(made('Tổ dân phố số 4', '2026-04-10', 100, 99)).rejects.toMatchObject(refused)
    const id = await made('Tổ dân phố số 5', '2026-04-10', 100, 100)
    await expect(book.step(id, 'recounted', '2026-05-01', { households: 10, residents: 9 })).rejects.toMatchObject(
      refused,
    )
  })
})
