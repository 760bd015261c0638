// The register of village conventions: posted long enough, passed, in force; and how many stand at the end of a period.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { villageConventions } from './register.ts'

const WARD = 'X13324@2025'
const DRAFT = { village: 'Thôn Đông', kind: 'village-convention', origin: 'new' }
const VOTE = { households: 318, agree: 160 }
const RECOGNITION = { recognition: '12/QĐ-UBND ngày 20/5/2026' }

describe('the register of village conventions', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), villageConventions, WARD)
  })
  afterAll(() => test.close())

  const standing = async (): Promise<number[]> =>
    Promise.all(
      [
        ['2025-10-01', '2025-12-31'],
        ['2026-01-01', '2026-03-31'],
        ['2026-04-01', '2026-06-30'],
      ].map(async ([from = '', to = '']) => (await book.count(from, to))['DC10'] ?? 0),
    )

  it('counts one from the day it came into force, through suspension and return, until it ended', async () => {
    const { id } = await book.record('2025-07-15', { ...DRAFT, origin: 'older' })
    expect(await standing()).toEqual([0, 0, 0])
    await book.step(id, 'in-force', '2025-08-01')
    expect(await standing()).toEqual([1, 1, 1])
    await book.step(id, 'suspended', '2026-02-10')
    expect(await standing()).toEqual([1, 0, 0])
    await book.step(id, 'amended', '2026-03-05', { amendment: '3/QĐ-UBND ngày 05/3/2026' })
    expect(await standing()).toEqual([1, 0, 0])
    await book.step(id, 'resumed', '2026-04-15')
    expect(await standing()).toEqual([1, 0, 1])
    await book.step(id, 'ended', '2026-06-01', { ending: 'village-ended' })
    expect(await standing()).toEqual([1, 0, 0])
    await book.retract(id, 5)
    expect(await standing()).toEqual([1, 0, 1])
    await book.strike(id, 1)
    expect(await standing()).toEqual([0, 0, 0])
  })

  it('goes to the vote only after its time of posting', async () => {
    const { id } = await book.record('2026-03-02', DRAFT)
    expect((await book.entry(id)).nextSteps).toEqual(['posted', 'in-force', 'dropped'])
    await book.step(id, 'posted', '2026-03-03')
    expect((await book.entry(id)).steps[0]?.values).toMatchObject({ postUntil: '2026-04-02' })
    await book.step(id, 'gathered', '2026-04-01', { comments: 5, taken: 3 })
    expect((await book.entry(id)).nextSteps).toEqual(['posted', 'dropped'])
    await expect(book.step(id, 'voted', '2026-04-02', VOTE)).rejects.toMatchObject({ code: 'entry.step_not_next' })
    await book.retract(id, 2)
    await expect(book.step(id, 'gathered', '2026-04-02', { comments: 5, taken: 6 })).rejects.toMatchObject({
      issues: [{ path: 'taken' }],
    })
    await book.step(id, 'gathered', '2026-04-02', { comments: 5, taken: 3 })
    expect((await book.entry(id)).nextSteps).toContain('voted')
  })

  it('is recognised only when more than half of all households agree, and counts only once in force', async () => {
    const before = await standing()
    const { id } = await book.record('2026-03-02', DRAFT)
    await book.step(id, 'posted', '2026-03-03')
    await book.step(id, 'gathered', '2026-04-10', { comments: 0, taken: 0 })
    await expect(book.step(id, 'voted', '2026-04-12', { households: 318, agree: 319 })).rejects.toMatchObject({
      issues: [{ path: 'agree' }],
    })
    await book.step(id, 'voted', '2026-04-12', { ...VOTE, agree: 159 })
    const failed = await book.entry(id)
    expect([failed.steps.at(-1)?.values, failed.nextSteps]).toEqual([
      expect.objectContaining({ needed: 160, verdict: 'not-passed' }),
      ['posted', 'dropped'],
    ])
    await book.retract(id, 3)
    await book.step(id, 'voted', '2026-04-12', VOTE)
    await book.step(id, 'recognised', '2026-05-20', RECOGNITION)
    expect(await standing()).toEqual(before)
    await book.step(id, 'in-force', '2026-05-20')
    expect(await standing()).toEqual([before[0], before[1], (before[2] ?? 0) + 1])
  })

  it('drops a draft that comes to nothing', async () => {
    const before = await standing()
    const { id } = await book.record('2026-05-04', DRAFT)
    await book.step(id, 'dropped', '2026-05-10')
    const entry = await book.entry(id)
    expect([entry.state, entry.nextSteps, await standing()]).toEqual(['dropped', [], before])
  })
})
