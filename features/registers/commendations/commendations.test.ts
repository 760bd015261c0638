// Commendations: money and votes by the law of the day, awards by subject, nominations carried over, decisions revoked.
import { inScope } from '@kheo/db/transaction.ts'
import { countingOf } from '@kheo/kit/register/counting.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { commendations } from './register.ts'
import { councilVerdict, lawfulMoney, moneyOfDecision } from './rules.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the register of commendations', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld('2026-07-15')
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), commendations, WARD)
  })
  afterAll(() => test.close())

  const nominate = (on: string, more = {}) =>
    book.record(on, {
      winner: 'collective',
      name: 'Tổ dân vận Thôn Một',
      form: 'certificate-of-merit',
      level: 'commune',
      ground: 'campaign',
      subject: 'dan-van',
      ...more,
    })
  const decide = (id: string, on: string, more = {}) =>
    book.step(id, 'decided', on, { decision: '88/QĐ-UBND', ...more })
  const count = async (window: readonly [string, string]) => {
    const counts = await book.count(...window)
    return ['TK01', 'TK02', 'TK03', 'TK04', 'TK05', 'TK06', 'TK07'].map((code) => counts[code] ?? 0)
  }
  const entry = (winner: string, form = 'certificate-of-merit', level = 'commune') => ({
    happenedOn: '2026-01-05',
    values: { winner, form, level },
  })

  it('takes money from the base salary of the day, rounded up, where the law sets it', () => {
    const { law } = test.world.catalogue()
    expect(lawfulMoney(entry('individual'), '2024-06-30', law)).toBe(270_000)
    expect(lawfulMoney(entry('individual'), '2024-07-01', law)).toBe(360_000)
    expect(lawfulMoney(entry('collective'), '2026-03-02', law)).toBe(710_000)
    expect(lawfulMoney(entry('collective', 'excellent-collective'), '2026-03-02', law)).toBe(3_510_000)
    expect(lawfulMoney(entry('individual', 'provincial-certificate', 'province'), '2026-03-02', law)).toBeUndefined()
    expect(lawfulMoney(entry('individual'), '2019-01-01', law)).toBeUndefined()
    const decision = (awardMoney: number | null) => ({ happenedOn: '2026-03-02', values: { awardMoney } })
    expect(moneyOfDecision(decision(0), entry('individual'), law)).toEqual({ moneyGiven: 0 })
    expect(moneyOfDecision(decision(null), entry('individual'), law)).toEqual({ moneyGiven: 360_000 })
  })

  it('asks more of the council for a higher award', () => {
    const { law } = test.world.catalogue()
    const votes = (votesFor: number) => ({ happenedOn: '2026-03-02', values: { votesFor, votesOf: 10 } })
    const verdict = (votesFor: number, form?: string) =>
      councilVerdict(votes(votesFor), entry('individual', form), law)['verdict']
    expect([
      verdict(8),
      verdict(7),
      verdict(8, 'provincial-certificate'),
      verdict(9, 'provincial-certificate'),
    ]).toEqual(['enough', 'too-few', 'too-few', 'enough'])
  })

  it('owes the decision on a commune’s own certificate by working days, and none on those of others', async () => {
    const { id } = await nominate('2026-05-04')
    expect((await book.entry(id)).deadline).toMatchObject({ dueOn: '2026-05-18', areWorkingDays: true })
    const higher = await nominate('2026-05-04', { form: 'provincial-certificate', level: 'province' })
    expect((await book.entry(higher.id)).deadline).toBeNull()
    await book.strike(id, 1)
    await book.strike(higher.id, 1)
  })

  it('counts an award when it was decided: a nomination carried over is among those dealt with', async () => {
    const { id } = await nominate('2026-03-20')
    await book.step(id, 'considered', '2026-03-30', { votesFor: 9, votesOf: 9 })
    expect(await count(Q1)).toEqual([0, 0, 0, 0, 1, 0, 0])
    await decide(id, '2026-04-03')
    await book.step(id, 'presented', '2026-04-10')
    expect(await count(Q1)).toEqual([0, 0, 0, 0, 1, 0, 0])
    expect(await count(Q2)).toEqual([1, 0, 0, 0, 1, 1, 0.71])
    await book.step(id, 'revoked', '2026-06-20', { reason: 'Kê khai không đúng thành tích' })
    expect(await count(['2026-04-01', '2026-04-30'])).toEqual([1, 0, 0, 0, 1, 1, 0.71])
    expect(await count(Q2)).toEqual([0, 0, 0, 0, 0, 0, 0])
    await book.strike(id, 1)
  })

  it('divides certificates by subject; those of general merit count in the whole alone', async () => {
    const made: string[] = []
    const give = async (more: object) => {
      const { id } = await nominate('2026-04-06', more)
      made.push(id)
      await decide(id, '2026-04-20', { awardMoney: 0 })
    }
    for (const subject of ['dan-van', 'dan-van', 'qcdc']) await give({ subject })
    await give({ ground: 'merit', subject: null })
    await give({ winner: 'individual', name: 'Cán bộ tổng hợp phường', subject: 'dvk' })
    await give({
      winner: 'individual',
      name: 'Trưởng thôn Thôn Một',
      form: 'provincial-certificate',
      level: 'province',
    })
    const refused = await nominate('2026-04-06')
    made.push(refused.id)
    await book.step(refused.id, 'refused', '2026-04-21')
    expect(await count(Q2)).toEqual([4, 1, 0, 1, 7, 6, 0])
    const parts = await inScope(test.world.database.app, test.world.org().pathOf(WARD) ?? '', (tx) =>
      countingOf(commendations).parts(tx, [WARD], [{ periodId: '2026-Q2', start: Q2[0], end: Q2[1] }]),
    )
    expect(new Set(parts.map(({ indicator, part, value }) => `${indicator} ${part} ${value}`))).toEqual(
      new Set(['TK01 dan-van 2', 'TK01 qcdc 1', 'TK02 dvk 1', 'TK04 dan-van 1']),
    )
    for (const id of made) await book.strike(id, 1)
  })

  it.each([
    ['a collective title for a person', { winner: 'individual', form: 'excellent-collective' }],
    ['a personal title for a collective', { form: 'advanced-worker' }],
    ['a provincial certificate decided by a commune', { form: 'provincial-certificate' }],
  ])('refuses %s', async (_, more) => {
    await expect(nominate('2026-05-04', more)).rejects.toMatchObject({ code: 'entry.wrong_fields' })
  })

  it('refuses more votes than members', async () => {
    const { id } = await nominate('2026-05-04')
    await expect(book.step(id, 'considered', '2026-05-06', { votesFor: 10, votesOf: 9 })).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    await book.strike(id, 1)
  })
})
