// The register of consultations: counted when opened, answers when given; deadlines that the office set itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedLaw } from '../../../checks/harness/law.ts'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { consultations } from './register.ts'
import { judgeOpening } from './rules.ts'

const WARD = 'X13324@2025'
const DRAFT = {
  subject: 'Dự thảo phương án sắp xếp thôn',
  kind: 'boundaries',
  forms: ['meeting', 'ballot'],
  closeOn: '2026-03-31',
  draft: '45/TB-UBND ngày 02/3/2026',
}

it('a consultation is open long enough by the rule of the day it opened', () => {
  const law = shippedLaw()
  const verdict = (happenedOn: string, closeOn: string) =>
    judgeOpening({ happenedOn, values: { closeOn } }, law)['openVerdict']
  expect([
    verdict('2026-03-02', '2026-03-21'),
    verdict('2026-03-02', '2026-03-22'),
    verdict('2022-03-02', '2022-03-03'),
  ]).toEqual(['too-short', 'enough', null])
})

describe('the register of consultations', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), consultations, WARD)
  })
  afterAll(() => test.close())

  const counted = async (): Promise<number[][]> =>
    Promise.all(
      [
        ['2026-01-01', '2026-03-31'],
        ['2026-04-01', '2026-06-30'],
        ['2026-01-01', '2026-06-30'],
      ].map(async ([from = '', to = '']) => {
        const found = await book.count(from, to)
        return [found['DC11'] ?? 0, found['DC12'] ?? 0]
      }),
    )

  it('counts answers in the period in which they are given, never more than the opinions', async () => {
    const { id } = await book.record('2026-03-02', DRAFT)
    await book.step(id, 'closed', '2026-03-25', { opinions: 40 })
    await book.step(id, 'answered', '2026-03-28', { accepted: 10, explained: 5 })
    await expect(book.step(id, 'answered', '2026-04-05', { accepted: 20, explained: 6 })).rejects.toMatchObject({
      issues: [{ path: 'accepted', message: expect.stringMatching(/còn chờ trả lời \(25\)/) }],
    })
    await book.step(id, 'answered', '2026-04-05', { accepted: 20, explained: 5 })
    expect(await counted()).toEqual([
      [1, 15],
      [0, 25],
      [1, 40],
    ])
    await book.retract(id, 3)
    expect((await counted())[2]).toEqual([1, 15])
    await book.step(id, 'decided', '2026-05-05', { decision: '9/NQ-HĐND ngày 05/5/2026' })
    expect((await book.entry(id)).nextSteps).toEqual([])
    await book.strike(id, 1)
    expect((await counted())[2]).toEqual([0, 0])
  })

  it('runs until its day of closing, put off or not, and then until its opinions are answered', async () => {
    const { id } = await book.record('2026-03-02', DRAFT)
    const due = async () => (await book.entry(id)).deadline
    expect(await due()).toMatchObject({ dueOn: '2026-03-31', days: 29, source: DRAFT.draft })
    await book.step(id, 'extended', '2026-03-30', { newCloseOn: '2026-04-15' })
    expect(await due()).toMatchObject({ dueOn: '2026-04-15', rule: 'Ngày kết thúc lấy ý kiến đã gia hạn' })
    await book.step(id, 'closed', '2026-04-15', { opinions: 8, answerBy: '2026-05-15' })
    expect(await due()).toMatchObject({ dueOn: '2026-05-15' })
    await book.step(id, 'answered', '2026-05-10', { accepted: 4, explained: 3 })
    expect(await due()).toMatchObject({ dueOn: '2026-05-15' })
    await book.step(id, 'answered', '2026-05-12', { accepted: 0, explained: 1 })
    expect(await due()).toBeNull()
  })

  it('needs a form, and answers nothing when nobody said anything', async () => {
    await expect(book.record('2026-05-04', { ...DRAFT, forms: [] })).rejects.toMatchObject({
      issues: [{ path: 'forms' }],
    })
    const { id } = await book.record('2026-05-04', DRAFT)
    await book.step(id, 'closed', '2026-05-30', { opinions: 0 })
    await expect(book.step(id, 'answered', '2026-06-01', { accepted: 1, explained: 0 })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    expect((await book.entry(id)).nextSteps).toEqual(['answered', 'decided', 'dropped'])
  })
})
