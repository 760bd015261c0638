// The register of village meetings: the verdict of a vote by the law of its day, what is refused, and what is counted when.
import { calendarDate } from '@kheo/core/calendar.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawChanged, shippedLaw } from '../../../checks/harness/law.ts'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { villageMeetings } from './register.ts'
import { judgeMeeting, type Matter, MATTERS, verdictOf } from './rules.ts'

const law = shippedLaw()
const TODAY = calendarDate('2026-06-15')
const BY_THIRDS: readonly Matter[] = ['contribution', 'collection']
const matters = Object.keys(MATTERS) as Matter[]

describe('the verdict of a vote', () => {
  it.each([
    ['contribution', 318, 211, 212, false, '≥ 2/3 của 318 hộ = 212 hộ; 211 hộ tán thành: chưa đạt'],
    ['contribution', 318, 212, 212, true, '≥ 2/3 của 318 hộ = 212 hộ; 212 hộ tán thành: đạt'],
    ['collection', 317, 212, 212, true, '≥ 2/3 của 317 hộ = 212 hộ; 212 hộ tán thành: đạt'],
    ['convention', 318, 159, 160, false, '> 50% của 318 hộ = 160 hộ; 159 hộ tán thành: chưa đạt'],
    ['village-head', 318, 160, 160, true, '> 50% của 318 hộ = 160 hộ; 160 hộ tán thành: đạt'],
    ['self-management', 1250, 626, 626, true, '> 50% của 1.250 hộ = 626 hộ; 626 hộ tán thành: đạt'],
  ] as const)('on %s with %d households and %d that agree', (matter, households, agree, needed, isPassed, says) => {
    const verdict = verdictOf(law, matter, households, agree, TODAY)
    expect(verdict).toMatchObject({ needed, isPassed })
    expect(verdict?.says[0]).toBe(says)
    expect(verdict?.source).toMatch(/^Luật Thực hiện dân chủ ở cơ sở 2022/)
  })

  it('never passes with fewer than the share of all households, whoever was absent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...matters), fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (matter, all, yes) => {
        const agree = Math.min(yes, all)
        const isEnough = BY_THIRDS.includes(matter) ? agree * 3 >= all * 2 : agree * 2 > all
        expect(verdictOf(law, matter, all, agree, TODAY)?.isPassed).toBe(isEnough)
      }),
    )
  })

  it('follows the law of the day: none before it, another share after a change', () => {
    const changed = lawChanged(law, 'decision.contribution.thirds', 1, '2026-05-01')
    const on = (day: string) => verdictOf(changed, 'contribution', 300, 150, calendarDate(day))?.isPassed
    expect([on('2023-06-30'), on('2026-04-30'), on('2026-05-01')]).toEqual([undefined, false, true])
  })

  it('knows on what ground people met in clusters', () => {
    const ground = (values: Record<string, unknown>) =>
      judgeMeeting({ happenedOn: '2026-06-15', values: values as never }, law)['clusterGround']
    expect(ground({ form: 'whole', households: 500 })).toBeNull()
    expect(ground({ form: 'clusters', households: 200 })).toBe('households')
    expect(ground({ form: 'clusters', households: 199, isScattered: true })).toBe('scattered')
    expect(ground({ form: 'clusters', households: 199, isScattered: false })).toBe('none')
  })
})

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const
const H1 = ['2026-01-01', '2026-06-30'] as const
const MEETING = { village: 'Thôn Đông', caller: 'village-head', form: 'whole', households: 318, represented: 290 }
const VOTE = {
  matter: 'contribution',
  question: 'Mỗi hộ góp làm đường ngõ',
  way: 'hands',
  agree: 212,
  disagree: 40,
  other: 8,
}

describe('the register of village meetings', () => {
  let test: TestWorld
  let book: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    book = bookOf(await test.as('can-bo'), villageMeetings, WARD)
  })
  afterAll(() => test.close())

  const counts = async (): Promise<number[][]> =>
    Promise.all(
      [Q1, Q2, H1].map(async ([from, to]) => {
        const found = await book.count(from, to)
        return ['DC04', 'DC05', 'DC06'].map((code) => found[code] ?? 0)
      }),
    )
  const lastVote = async (id: string) => (await book.entry(id)).steps.findLast((step) => step.kind === 'voted')?.values

  it('counts a meeting on its day, each matter on the day of its vote, and what passed', async () => {
    const { id } = await book.record('2026-03-28', MEETING)
    await book.step(id, 'voted', '2026-03-28', VOTE)
    expect(await lastVote(id)).toMatchObject({
      verdict: 'passed',
      needed: 212,
      ofHouseholds: 318,
      agreePercent: 66.7,
      reckoning: '≥ 2/3 của 318 hộ = 212 hộ; 212 hộ tán thành: đạt',
      ruleSource: 'Luật Thực hiện dân chủ ở cơ sở 2022',
    })
    await book.step(id, 'voted', '2026-04-02', { ...VOTE, way: 'ballots', agree: 211, disagree: 107, other: 0 })
    expect(await lastVote(id)).toMatchObject({ verdict: 'not-passed' })
    await book.step(id, 'voted', '2026-04-03', { ...VOTE, matter: 'convention', agree: 160 })
    expect(await counts()).toEqual([
      [1, 1, 1],
      [0, 2, 1],
      [1, 3, 2],
    ])
    await book.retract(id, 3)
    expect((await counts())[1]).toEqual([0, 1, 0])
    await book.strike(id, 1)
    expect(await counts()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ])
  })

  it('holds a vote to the households represented, and to all of them when ballots went to every home', async () => {
    const { id } = await book.record('2026-05-04', { ...MEETING, represented: 100 })
    const refusal = {
      code: 'entry.wrong_fields',
      issues: [{ path: 'agree', message: expect.stringMatching(/101 hộ.*100/) }],
    }
    await expect(
      book.step(id, 'voted', '2026-05-04', { ...VOTE, agree: 100, disagree: 1, other: 0 }),
    ).rejects.toMatchObject(refusal)
    await book.step(id, 'voted', '2026-05-04', { ...VOTE, agree: 98, disagree: 1, other: 1 })
    await book.step(id, 'voted', '2026-05-05', { ...VOTE, way: 'ballots', agree: 318, disagree: 0, other: 0 })
    await expect(
      book.step(id, 'voted', '2026-05-06', { ...VOTE, way: 'online', agree: 318, disagree: 0, other: 1 }),
    ).rejects.toMatchObject({ code: 'entry.wrong_fields' })
    await expect(book.record('2026-05-04', { ...MEETING, represented: 319 })).rejects.toMatchObject({
      issues: [{ path: 'represented', message: expect.stringMatching(/Đếm theo hộ/) }],
    })
  })

  it('leaves a verdict as it was reckoned when the number of households is corrected later', async () => {
    const { id } = await book.record('2026-05-11', MEETING)
    await book.step(id, 'voted', '2026-05-11', VOTE)
    await book.correct(id, 1, '2026-05-11', { ...MEETING, households: 330, recountReason: 'Đếm sót một ngõ' })
    expect(await lastVote(id)).toMatchObject({ verdict: 'passed', ofHouseholds: 318 })
    await book.retract(id, 1)
    await book.step(id, 'voted', '2026-05-11', VOTE)
    expect(await lastVote(id)).toMatchObject({ verdict: 'not-passed', ofHouseholds: 330, needed: 220 })
  })

  it('counts clusters as one meeting, ballots to homes as none, and closes with a paper', async () => {
    const before = (await book.count(...Q2))['DC04'] ?? 0
    const { id } = await book.record('2026-06-01', { ...MEETING, form: 'clusters', clusters: 3 })
    await book.record('2026-06-02', { ...MEETING, form: 'ballots' })
    expect((await book.count(...Q2))['DC04']).toBe(before + 1)
    expect((await book.entry(id)).values).toMatchObject({ clusterGround: 'households' })
    await book.step(id, 'documented', '2026-06-03', { paperKind: 'resolution', paper: '01/NQ-CĐDC ngày 03/6/2026' })
    expect((await book.entry(id)).nextSteps).toEqual(['recognised'])
    await expect(book.step(id, 'voted', '2026-06-04', VOTE)).rejects.toMatchObject({ code: 'entry.step_not_next' })
  })
})
