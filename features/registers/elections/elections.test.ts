// Elections: voters listed and voted by area, and a turnout that reaches 100 only when every voter voted.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { elections } from './register.ts'
import { turnoutOf } from './rules.ts'

const WARD = 'X13324@2025'

describe('turnout', () => {
  it('is 100 exactly when everybody voted, and never above', () => {
    const votes = fc
      .integer({ min: 1, max: 10_000_000 })
      .chain((listed) => fc.tuple(fc.constant(listed), fc.integer({ min: 0, max: listed })))
    fc.assert(
      fc.property(votes, ([listed, voted]) => {
        const turnout = Number(turnoutOf({ happenedOn: '2026-03-15', values: { listed, voted } })['turnout'])
        expect(turnout === 100).toBe(voted === listed)
        expect(Math.abs(turnout - (100 * voted) / listed)).toBeLessThan(0.0101)
        expect(turnout).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('the book of elections', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), elections, WARD)
  })
  afterAll(() => test.close())

  const made = (area: string, listed: number, voted: number, more = {}) =>
    book.record('2026-03-15', { kind: 'general', area, listed, voted, ...more })
  const counts = async (from: string, to: string) => {
    const { TT03, TT04 } = await book.count(from, to)
    return [TT03, TT04]
  }

  it('sums the areas on the day of the election, and leaves elections inside villages out', async () => {
    await made('Khu vực bỏ phiếu số 1', 1200, 1200)
    const { id } = await made('Khu vực bỏ phiếu số 2', 800, 799)
    await made('Tổ dân phố số 1', 300, 250, { kind: 'village-head' })
    expect(await counts('2026-01-01', '2026-03-31')).toEqual([2000, 1999])
    expect(await counts('2026-04-01', '2026-06-30')).toEqual([0, 0])
    await book.step(id, 'confirmed', '2026-04-01')
    expect(await counts('2026-01-01', '2026-03-31')).toEqual([2000, 1999])
    await book.strike(id, 1)
    expect(await counts('2026-01-01', '2026-03-31')).toEqual([1200, 1200])
  })

  it('shows the turnout of an area', async () => {
    const { id } = await made('Khu vực bỏ phiếu số 3', 31_847, 31_846)
    expect((await book.entry(id)).values['turnout']).toBe(99.99)
  })

  it('refuses more voters than are listed, and more elected than there are seats', async () => {
    const refused = (field: string) => ({ code: 'entry.wrong_fields', details: { issues: [{ field }] } })
    await expect(made('Khu vực bỏ phiếu số 4', 10, 11)).rejects.toMatchObject(refused('voted'))
    await expect(made('Khu vực bỏ phiếu số 4', 10, 10, { seats: 3, elected: 4 })).rejects.toMatchObject(
      refused('elected'),
    )
  })
})
