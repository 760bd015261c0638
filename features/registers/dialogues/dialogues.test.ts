// Dialogues: answers of what was raised, in time and later, never more than were raised, and the day they are owed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { dialogues } from './register.ts'

const WARD = 'X13324@2025'

describe('the book of dialogues', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), dialogues, WARD)
  })
  afterAll(() => test.close())

  const made = async (on: string, opinions: number, answered: number, more = {}) =>
    (await book.record(on, { kind: 'head-dialogue', topic: 'Giải phóng mặt bằng', opinions, answered, ...more })).id
  const counts = async (from: string, to: string) => {
    const { CQ07, CQ08, CQ09 } = await book.count(from, to)
    return [CQ07, CQ08, CQ09]
  }
  const first = () => counts('2026-01-01', '2026-03-31')
  const second = () => counts('2026-04-01', '2026-06-30')
  const half = () => counts('2026-01-01', '2026-06-30')

  it('counts answers among the opinions of the period, by its end', async () => {
    const id = await made('2026-03-10', 10, 4)
    await book.step(id, 'part-answered', '2026-03-20', { answeredUpToNow: 6 })
    await book.step(id, 'answered', '2026-04-05')
    expect([await first(), await second(), await half()]).toEqual([
      [1, 10, 6],
      [0, 0, 0],
      [1, 10, 10],
    ])
    await book.retract(id, 2)
    expect(await half()).toEqual([1, 10, 6])
    await book.retract(id, 1)
    expect(await half()).toEqual([1, 10, 4])
    await book.strike(id, 1)
    expect(await half()).toEqual([0, 0, 0])
  })

  it('counts neither meetings with voters nor dialogues chaired by others', async () => {
    for (const kind of ['voter-meeting', 'other-dialogue']) await made('2026-05-10', 5, 5, { kind })
    expect(await second()).toEqual([0, 0, 0])
  })

  it('never counts more answered than raised, whatever a step says', async () => {
    const id = await made('2026-05-10', 3, 0)
    await book.step(id, 'part-answered', '2026-05-12', { answeredUpToNow: 40 })
    expect(await second()).toEqual([1, 3, 3])
    expect((await book.entry(id)).steps[0]?.values).toMatchObject({ answeredUpToNow: 40, answered: 3 })
    await expect(made('2026-05-10', 3, 4)).rejects.toMatchObject({
      code: 'entry.wrong_fields',
      details: { issues: [{ field: 'answered' }] },
    })
  })

  it('owes answers by the day the chair set, or the later one it was put off to; none when all were given on the spot', async () => {
    const id = await made('2026-05-10', 3, 1, { answerBy: '2026-05-30', conclusion: '45/TB-UBND' })
    expect((await book.entry(id)).deadline).toMatchObject({
      dueOn: '2026-05-30',
      from: '2026-05-10',
      days: 20,
      source: '45/TB-UBND',
    })
    await book.step(id, 'postponed', '2026-05-29', { newAnswerBy: '2026-06-10' })
    expect(await book.entry(id)).toMatchObject({ dueOn: '2026-06-10', timeliness: 'overdue' })
    await book.step(id, 'answered', '2026-06-11')
    expect(await book.entry(id)).toMatchObject({ dueOn: '2026-06-10', timeliness: 'done-late' })
    const spoken = await made('2026-05-10', 3, 3, { answerBy: '2026-05-30' })
    expect((await book.entry(spoken)).deadline).toBeNull()
  })
})
