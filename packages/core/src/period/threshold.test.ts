// How many of a whole must agree: thirds, more than a percentage, at least one; by the law of the day.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../calendar.ts'
import type { Law } from './law.ts'
import { thresholdAt } from './threshold.ts'

const TODAY = calendarDate('2026-06-15')
const law = (...parameters: readonly (readonly [code: string, value: number, from?: string, to?: string])[]): Law => ({
  parameters: parameters.map(([code, value, valid_from = '2023-07-01', valid_to]) => ({
    code,
    title: code,
    value,
    unit: 'percent',
    valid_from,
    ...(valid_to === undefined ? {} : { valid_to }),
    source: `Luật về ${code}`,
    verified: true,
  })),
  calendar: { off: new Set(), makeUp: new Set() },
  holidayNames: new Map(),
  disclosure: [],
})
const needed = (code: string, value: number, total: number) =>
  thresholdAt(law([code, value]), [code], total, TODAY)?.needed

describe('a threshold', () => {
  it.each([
    ['a.thirds', 2, 318, 212, '≥ 2/3'],
    ['a.thirds', 2, 317, 212, '≥ 2/3'],
    ['a.thirds', 2, 316, 211, '≥ 2/3'],
    ['a.thirds', 2, 1, 1, '≥ 2/3'],
    ['a.percent-over', 50, 318, 160, '> 50%'],
    ['a.percent-over', 50, 317, 159, '> 50%'],
    ['a.percent-over', 50, 1, 1, '> 50%'],
    ['a.percent-over', 33.3, 1000, 334, '> 33,3%'],
    ['a.percent-min', 80, 9, 8, '≥ 80%'],
    ['a.percent-min', 80, 10, 8, '≥ 80%'],
    ['a.percent-min', 66.6, 500, 333, '≥ 66,6%'],
  ])('%s %d of %d is %d', (code, value, total, least, share) => {
    expect(thresholdAt(law([code, value]), [code], total, TODAY)).toEqual({
      needed: least,
      share,
      source: `Luật về ${code}`,
    })
  })

  it('is the least number that suffices, and one fewer does not', () => {
    const tenths = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(tenths, fc.integer({ min: 1, max: 100_000 }), (value, total) => {
        const over = needed('a.percent-over', value / 10, total) ?? 0
        expect([over * 1000 > value * total, (over - 1) * 1000 > value * total]).toEqual([true, false])
        const least = needed('a.percent-min', value / 10, total) ?? 0
        expect([least * 1000 >= value * total, (least - 1) * 1000 >= value * total]).toEqual([true, false])
        const thirds = needed('a.thirds', 2, total) ?? 0
        expect([thirds * 3 >= 2 * total, (thirds - 1) * 3 >= 2 * total]).toEqual([true, false])
      }),
    )
  })

  it('comes from the first parameter in force on the day, and from none before the law', () => {
    const both = law(['a.thirds', 2, '2023-07-01', '2025-12-31'], ['a.percent-over', 60, '2026-01-01'])
    const at = (day: string) => thresholdAt(both, ['a.thirds', 'a.percent-over'], 300, calendarDate(day))?.needed
    expect([at('2023-06-30'), at('2025-12-31'), at('2026-01-01')]).toEqual([undefined, 200, 181])
  })

  it('says nothing for a code whose ending it does not know', () => {
    expect(needed('a.days', 5, 100)).toBeUndefined()
  })
})
