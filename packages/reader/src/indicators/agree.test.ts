// Checks of the catalogue as witnesses of what figures were taken for.
import { describe, expect, it } from 'vitest'
import { agreed } from './agree.ts'
import type { Alternative, Claimed } from './claim.ts'
import { catalogue, DAY } from './testing-catalogue.ts'

const claim = (indicator: string, value: number, more: Partial<Claimed> = {}): Claimed => ({
  indicator,
  value,
  confidence: 0.7,
  alternatives: [],
  kindOfValue: 'actual',
  ofOtherPeriod: false,
  ofPlace: null,
  because: [],
  ...more,
})
const or = (indicator: string, value: number, confidence: number): Alternative => ({ indicator, value, confidence })
const judged = (...claims: Claimed[]) => agreed(claims, catalogue, DAY)

describe('claims together', () => {
  it('gain trust from a sum that holds and lose it from one that does not', () => {
    const holds = judged(claim('MH01', 60), claim('MH04', 21), claim('MH05', 39))
    expect(holds.every(({ confidence }) => confidence > 0.7)).toBe(true)
    expect(holds[0]!.because).toContain('agree.R02')
    const fails = judged(claim('MH01', 61), claim('MH04', 21), claim('MH05', 39))
    expect(fails.every(({ confidence }) => confidence < 0.7)).toBe(true)
    expect(fails[0]!.because).toContain('disagree.R02')
  })
  it('are left as they are when no check can be told', () => {
    expect(judged(claim('MH01', 60), claim('MH04', 21))).toEqual([claim('MH01', 60), claim('MH04', 21)])
  })
  it('choose between readings by the sum', () => {
    const unsure = claim('MH06', 39, { confidence: 0.7, alternatives: [or('MH05', 39, 0.62)] })
    const [, , third] = judged(claim('MH01', 60), claim('MH04', 21), unsure)
    expect(third!.indicator).toBe('MH05')
    expect(third!.because).toContain('agree.other-reading')
    expect(third!.alternatives.map(({ indicator }) => indicator)).toEqual(['MH06'])
  })
  it('do not take a far-fetched reading for the sake of a sum', () => {
    const sure = claim('MH06', 39, { confidence: 0.9, alternatives: [or('MH05', 39, 0.5)] })
    expect(judged(claim('MH01', 60), claim('MH04', 21), sure)[2]!.indicator).toBe('MH06')
  })
  it('do not hide a slip of the writer behind another indicator', () => {
    const more = claim('CQ09', 40, { confidence: 0.85, alternatives: [or('TT07', 40, 0.66)] })
    expect(judged(claim('CQ08', 38), more)[1]!.indicator).toBe('CQ09')
  })
  it('give two figures of one indicator to two, where the second fits another nearly as well', () => {
    const [first, second] = judged(
      claim('DC21', 30, { confidence: 0.8 }),
      claim('DC21', 26, { confidence: 0.7, alternatives: [or('DC22', 26, 0.66)] }),
    )
    expect([first!.indicator, second!.indicator]).toEqual(['DC21', 'DC22'])
  })
  it('lower the second of two that say one indicator differently', () => {
    const [first, second] = judged(claim('MH01', 60, { confidence: 0.8 }), claim('MH01', 58))
    expect(first!.confidence).toBe(0.8)
    expect(second!.confidence).toBeLessThan(0.7)
    expect(second!.because).toContain('agree.said-otherwise')
  })
  it('leave plans, other periods and single places out of it', () => {
    const others = [
      claim('MH05', 40, { kindOfValue: 'plan' }),
      claim('MH05', 40, { ofOtherPeriod: true }),
      claim('MH05', 40, { ofPlace: 'xã Bình Minh' }),
    ]
    expect(judged(claim('MH01', 60), claim('MH04', 21), ...others).slice(2)).toEqual(others)
  })
  it('bear numbers of any size', () => {
    const wild = [claim('MH01', 1e300), claim('MH04', Number.NaN), claim('MH05', -1e21)]
    expect(judged(...wild)).toEqual(wild)
  })
  it('take no more time a claim when one indicator is told ten thousand times', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => claim('MH01', at, { alternatives: [or('MH02', at, 0.69)] }))
    const start = performance.now()
    expect(agreed(many, catalogue, DAY)).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
