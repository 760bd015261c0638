// Public mood: opinions, issues that arose once and were resolved once, on their own days, and answers asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { publicMood } from './register.ts'

const WARD = 'X13324@2025'

describe('the book of public mood', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), publicMood, WARD)
  })
  afterAll(() => test.close())

  const made = async (on: string, topic: string, level: string, opinions = 1) =>
    (
      await book.record(on, {
        matter: 'Đường vào tổ dân phố ngập nước',
        topic,
        level,
        opinions,
        village: 'Tổ dân phố số 1',
      })
    ).id
  const quarters = async () => {
    const each = [await book.count('2026-01-01', '2026-03-31'), await book.count('2026-04-01', '2026-06-30')]
    return each.map(({ TT07, TT08, TG03, TG04 }) => [TT07, TT08, TG03, TG04])
  }
  const NONE = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]
  /** What a matter and its steps count as in the two quarters, and what is left of it once it is struck out. */
  const alone = async (run: () => Promise<string>) => {
    const id = await run()
    const counted = await quarters()
    await book.strike(id, (await book.entry(id)).rev)
    return { counted, left: await quarters() }
  }

  it('counts opinions on the day they were learnt, and a pressing issue of that day', async () => {
    expect(await alone(() => made('2026-03-31', 'land', 'pressing', 7))).toEqual({
      counted: [
        [7, 1, 0, 0],
        [0, 0, 0, 0],
      ],
      left: NONE,
    })
  })

  it('counts a matter that became pressing later in the period in which it did, once', async () => {
    const found = await alone(async () => {
      const id = await made('2026-02-01', 'works', 'ordinary', 3)
      await book.step(id, 'became-pressing', '2026-04-02')
      await expect(book.step(id, 'became-pressing', '2026-05-02')).rejects.toMatchObject({
        code: 'entry.step_not_next',
      })
      return id
    })
    expect(found).toEqual({
      counted: [
        [3, 0, 0, 0],
        [0, 1, 0, 0],
      ],
      left: NONE,
    })
  })

  it('counts an issue of ethnic and religious affairs when it arose, and its resolution in a later period', async () => {
    const found = await alone(async () => {
      const id = await made('2026-02-01', 'ethnic-religious', 'issue', 2)
      await book.step(id, 'passed-on', '2026-02-05', { passedTo: 'police', answerBy: '2026-02-20' })
      await book.step(id, 'resolved', '2026-05-05', { outcome: 'Đã thống nhất cách làm' })
      return id
    })
    expect(found).toEqual({
      counted: [
        [2, 0, 1, 0],
        [0, 0, 0, 1],
      ],
      left: NONE,
    })
  })

  it('counts an ordinary opinion on such affairs as an issue only once it became pressing', async () => {
    const answered = await alone(async () => {
      const id = await made('2026-02-01', 'ethnic-religious', 'ordinary')
      await book.step(id, 'resolved', '2026-02-09', { outcome: 'Đã trả lời' })
      return id
    })
    expect(answered).toEqual({
      counted: [
        [1, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      left: NONE,
    })
    const grown = await alone(async () => {
      const id = await made('2026-02-01', 'ethnic-religious', 'ordinary')
      await book.step(id, 'became-pressing', '2026-04-02')
      await book.step(id, 'resolved', '2026-04-09', { outcome: 'Đã trả lời' })
      return id
    })
    expect(grown).toEqual({
      counted: [
        [1, 0, 0, 0],
        [0, 1, 1, 1],
      ],
      left: NONE,
    })
  })

  it('counts nothing as resolved that was only no longer followed, or whose resolution was taken back', async () => {
    const found = await alone(async () => {
      const id = await made('2026-02-01', 'ethnic-religious', 'pressing')
      await book.step(id, 'resolved', '2026-02-10', { outcome: 'Đã xong' })
      await book.retract(id, 1)
      await book.step(id, 'closed', '2026-02-11')
      return id
    })
    expect(found).toEqual({
      counted: [
        [1, 1, 1, 0],
        [0, 0, 0, 0],
      ],
      left: NONE,
    })
  })

  it('counts a matter once when a correction makes pressing from the start what became so later', async () => {
    const corrected = (level: string, topic: string) => ({ matter: 'Đường ngập', topic, level, opinions: 1 })
    const found = await alone(async () => {
      const id = await made('2026-02-01', 'ethnic-religious', 'ordinary')
      await book.step(id, 'became-pressing', '2026-04-02')
      await book.correct(id, 1, '2026-02-01', corrected('pressing', 'ethnic-religious'))
      expect(await quarters()).toEqual([
        [1, 1, 1, 0],
        [0, 0, 0, 0],
      ])
      await book.correct(id, 2, '2026-02-01', corrected('ordinary', 'land'))
      return id
    })
    expect(found).toEqual({
      counted: [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
      ],
      left: NONE,
    })
  })

  it('runs to the answer that was asked for last, and to none before', async () => {
    const id = await made('2026-05-01', 'land', 'issue')
    expect((await book.entry(id)).deadline).toBeNull()
    await book.step(id, 'passed-on', '2026-05-04', {
      passedTo: 'peoples-committee',
      paper: '12-CV/ĐU',
      answerBy: '2026-05-20',
    })
    expect((await book.entry(id)).deadline).toMatchObject({
      dueOn: '2026-05-20',
      from: '2026-05-04',
      days: 16,
      source: '12-CV/ĐU',
    })
    await book.step(id, 'passed-on', '2026-05-25', { passedTo: 'higher-level' })
    expect((await book.entry(id)).dueOn).toBeNull()
    await book.retract(id, 2)
    expect((await book.entry(id)).dueOn).toBe('2026-05-20')
  })
})
