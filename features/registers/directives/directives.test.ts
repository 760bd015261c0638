// Directives: what is owed next, and how many came, were deployed, reviewed, closed, or stand overdue.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { directives } from './register.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the register of directives', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), directives, WARD)
  })
  afterAll(() => test.close())

  const receive = (on: string, more = {}) =>
    book.record(on, {
      paper: '15-CT/TU ngày 02/01/2026',
      kind: 'directive',
      level: 'province',
      abstract: 'Tăng cường công tác dân vận',
      ...more,
    })
  const count = async (window: readonly [string, string]) => {
    const counts = await book.count(...window)
    return ['VB01', 'VB02', 'VB03', 'VB04', 'VB05', 'VB06'].map((code) => counts[code] ?? 0)
  }

  it('owes deployment first, then the reviews that are asked for, by the paper or by custom', async () => {
    const { id } = await receive('2026-01-05', {
      deployBy: '2026-01-25',
      isReviewed: true,
      finalReviewBy: '2026-12-15',
    })
    const due = async () => (await book.entry(id)).deadline?.dueOn ?? null
    expect(await due()).toBe('2026-01-25')
    await book.step(id, 'deployed', '2026-01-20')
    expect(await due()).toBe('2026-07-05')
    await book.step(id, 'reviewed', '2026-06-30')
    expect(await due()).toBe('2026-12-15')
    await book.strike(id, 1)
    const plain = await receive('2026-01-05')
    expect((await book.entry(plain.id)).deadline).toBeNull()
    await book.strike(plain.id, 1)
  })

  it('counts each stage in the period of its own day, and what is overdue among what is carried out', async () => {
    const late = await receive('2026-01-05', { deployBy: '2026-03-15' })
    const done = await receive('2026-02-05', { isReviewed: true, reviewBy: '2026-05-10' })
    expect(await count(Q1)).toEqual([2, 0, 0, 0, 2, 1])
    await book.step(late.id, 'deployed', '2026-04-06')
    await book.step(done.id, 'deployed', '2026-02-20')
    await book.step(done.id, 'reviewed', '2026-05-08')
    await book.step(done.id, 'reviewed', '2026-05-20')
    await book.step(done.id, 'closed', '2026-06-20')
    expect(await count(Q1)).toEqual([2, 1, 0, 0, 2, 1])
    expect(await count(Q2)).toEqual([0, 1, 1, 1, 1, 0])
    await book.step(late.id, 'replaced', '2026-06-30')
    expect(await count(Q2)).toEqual([0, 1, 1, 1, 0, 0])
    await book.strike(late.id, 1)
    await book.strike(done.id, 1)
  })

  it('refuses a final review before the interim one', async () => {
    await expect(
      receive('2026-01-05', { isReviewed: true, reviewBy: '2026-06-30', finalReviewBy: '2026-05-30' }),
    ).rejects.toMatchObject({ code: 'entry.wrong_fields' })
  })
})
