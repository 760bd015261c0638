// Classification: the class by dated bands and cap, counted on the day of the decision, its parts always adding up.
import type { Law } from '@kheo/core/period/law.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Book, bookOf } from '../../../checks/harness/registers.ts'
import { openTestWorld, type TestWorld } from '../../../checks/harness/world.ts'
import { classifications } from './register.ts'
import { classOf, decisionIssues, gapBetween } from './rules.ts'

const WARD = 'X13324@2025'
const Q1 = ['2026-01-01', '2026-03-31'] as const
const Q2 = ['2026-04-01', '2026-06-30'] as const

describe('the register of classification', () => {
  let test: TestWorld
  let mine: Book
  beforeAll(async () => {
    test = await openTestWorld()
    await test.post('can-bo', WARD, 'compiler')
    mine = bookOf(await test.as('can-bo'), classifications, WARD)
  })
  afterAll(() => test.close())
  const score = (selfScore: number) =>
    mine.record('2026-01-10', { forYear: '2025', scope: 'office', classified: 'Trường học', selfScore })
  const codes = async (window: readonly [string, string]) => {
    const found = await mine.count(...window)
    return ['KT04', 'KT05', 'KT06', 'KT07', 'KT08'].map((code) => found[code])
  }

  it('counts a body in the period of its decision, in the class of its review, and no more once taken back', async () => {
    const first = await score(95)
    await mine.step(first.id, 'inspected', '2026-02-01', { inspectorScore: 88.25 })
    await mine.step(first.id, 'reviewed', '2026-03-20', { councilScore: 90 })
    expect(await codes(Q1)).toEqual([0, 0, 0, 0, 0])
    await mine.step(first.id, 'decided', '2026-04-02', { decision: '15/QĐ-UBND' })
    expect([await codes(Q1), await codes(Q2)]).toEqual([
      [0, 0, 0, 0, 0],
      [1, 1, 0, 0, 0],
    ])
    const second = await score(95)
    await mine.step(second.id, 'reviewed', '2026-03-20', {
      councilScore: 95,
      hasKnockOut: true,
      knockOut: 'Khiếu kiện đông người',
    })
    await mine.step(second.id, 'decided', '2026-04-02', { decision: '15/QĐ-UBND' })
    expect(await codes(Q2)).toEqual([2, 1, 0, 1, 0])
    const { steps } = await mine.entry(first.id)
    expect(steps.map(({ values }) => values)).toMatchObject([
      { gap: -6.75 },
      { result: 'good' },
      { decision: '15/QĐ-UBND' },
    ])
    await mine.retract(first.id, 3)
    await mine.retract(first.id, 2)
    await mine.step(first.id, 'reviewed', '2026-04-10', { councilScore: 49.99 })
    await mine.step(first.id, 'decided', '2026-04-12', { decision: '16/QĐ-UBND' })
    expect(await codes(Q2)).toEqual([2, 0, 0, 1, 1])
    await mine.strike(second.id, 1)
    expect(await codes(Q2)).toEqual([1, 0, 0, 0, 1])
  })

  it('wants a knock-out condition named, and a year in four digits', async () => {
    const { id } = await score(60)
    await expect(
      mine.step(id, 'reviewed', '2026-03-20', { councilScore: 60, hasKnockOut: true }),
    ).rejects.toMatchObject({
      code: 'entry.wrong_fields',
    })
    await expect(
      mine.record('2026-01-10', { forYear: 'năm ngoái', scope: 'office', classified: 'Trường học', selfScore: 1 }),
    ).rejects.toMatchObject({ code: 'entry.wrong_fields' })
  })

  it('follows bands and cap as they change on a day, and finds no class where the law sets none', () => {
    const { law } = test.world.catalogue()
    expect([90, 89.99, 70, 69.99, 50, 49.99, 0].map((points) => classOf(points, false, '2026-01-01', law))).toEqual([
      'good',
      'fair',
      'fair',
      'average',
      'average',
      'weak',
      'weak',
    ])
    expect([95, 75, 55, 20].map((points) => classOf(points, true, '2026-01-01', law))).toEqual([
      'average',
      'average',
      'average',
      'weak',
    ])
    const changed: Law = {
      ...law,
      parameters: law.parameters.flatMap((each) =>
        each.code === 'classification.band.good'
          ? [
              { ...each, valid_to: '2026-06-30' },
              { ...each, value: 95, valid_from: '2026-07-01' },
            ]
          : [each],
      ),
    }
    expect([classOf(92, false, '2026-06-30', changed), classOf(92, false, '2026-07-01', changed)]).toEqual([
      'good',
      'fair',
    ])
    expect(classOf(92, false, '2016-12-31', law)).toBeNull()
  })

  it('never gives a better class for a lower score or with a knock-out', () => {
    const { law } = test.world.catalogue()
    const rank = (points: number, hasKnockOut: boolean) =>
      ['good', 'fair', 'average', 'weak'].indexOf(classOf(points, hasKnockOut, '2026-01-01', law) ?? '')
    const points = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(points, points, fc.boolean(), (a, b, hasKnockOut) => {
        expect(rank(Math.max(a, b), hasKnockOut)).toBeLessThanOrEqual(rank(Math.min(a, b), hasKnockOut))
        expect(rank(a, false)).toBeLessThanOrEqual(rank(a, true))
      }),
    )
  })

  it('decides over no review without a class', () => {
    const review = (result: string | null) => [
      { seq: 1, kind: 'reviewed', happenedOn: '2016-01-01', dueBefore: null, values: { result } },
    ]
    const entry = { happenedOn: '2016-01-01', values: {} }
    expect([decisionIssues({}, entry, review('good')), decisionIssues({}, entry, review(null)).length]).toEqual([[], 1])
    expect(gapBetween(88.1, 90.2)).toBe(-2.1)
  })
})
