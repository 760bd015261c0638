// Going through the claims of a reading: which are offered, which may be confirmed at once, and that a decision can be taken back exactly.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  around,
  claimsNow,
  decided,
  decisionOf,
  itemsOf,
  nextOpen,
  rivalsOf,
  sureOnes,
  tallyOf,
  twinsOf,
  valueIn,
} from './reviewing.ts'
import type { Claim, ReadingView } from './schema.ts'

const NOTHING: Claim['holding'] = { state: 'none', value: null, text: '—', origin: null, by: null, barred: null }
const OTHER: Claim['holding'] = { state: 'other', value: 60, text: '60', origin: 'typed', by: null, barred: null }

const claim = (key: string, with_: Partial<Claim> = {}): Claim => ({
  key,
  figure: key.replace(':value', ''),
  part: 'value',
  text: '45',
  start: 0,
  end: 2,
  proposed: { indicator: 'AS01', value: 45, confidence: 0.95 },
  indicator: 'AS01',
  indicatorName: 'Suất quà',
  unitOfMeasure: 'suất',
  value: 45,
  valueText: '45',
  confidence: 0.95,
  grade: 'sure',
  kindOfValue: 'actual',
  ofOtherPeriod: false,
  ofPlace: null,
  fromTable: false,
  alternatives: [],
  because: [],
  contradicts: [],
  verdict: 'open',
  replace: false,
  holding: NOTHING,
  ...with_,
})

const keys = (claims: readonly Claim[]): string[] => claims.map((it) => it.key)

test('at once only what is sure, of this period and unit, free, and in conflict with nothing', () => {
  const claims = [
    claim('a'),
    claim('b', { indicator: 'MH01', grade: 'likely' }),
    claim('c', { indicator: 'MH02', kindOfValue: 'plan' }),
    claim('d', { indicator: 'MH03', ofOtherPeriod: true }),
    claim('e', { indicator: 'MH04', ofPlace: 'xã Mộc Bắc' }),
    claim('f', { indicator: 'MH05', holding: OTHER }),
    claim('g', { indicator: 'MH06', holding: { ...NOTHING, barred: 'closed' } }),
    claim('h', { indicator: 'MH07', verdict: 'rejected' }),
    claim('i', { indicator: 'MH08', holding: { ...OTHER, state: 'same' } }),
  ]
  expect(keys(sureOnes(claims))).toEqual(['a', 'i'])
})

test('a text that gives one indicator two values is looked at by a person; the same value twice is not in the way', () => {
  const twice = [claim('a'), claim('b', { start: 90, end: 92 })]
  expect(keys(sureOnes(twice))).toEqual(['a', 'b'])
  expect(sureOnes([...twice, claim('c', { value: 54 })])).toEqual([])
  expect(keys(rivalsOf(twice[0] ?? claim('a'), [...twice, claim('c', { value: 54 })]))).toEqual(['c'])
  expect(keys(sureOnes([...twice, claim('c', { value: 54, verdict: 'rejected' })]))).toEqual(['a', 'b'])
})

test('a sentence and its line in the annex are decided together; a plan with the same number is not', () => {
  const said = claim('a')
  const claims = [
    said,
    claim('b'),
    claim('c', { kindOfValue: 'plan' }),
    claim('d', { value: 44 }),
    claim('e', { verdict: 'rejected' }),
  ]
  expect(keys(twinsOf(said, claims))).toEqual(['b'])
})

test('plans and other periods stand apart until they are decided', () => {
  const claims = [
    claim('a'),
    claim('b', { kindOfValue: 'plan' }),
    claim('c', { ofOtherPeriod: true, verdict: 'confirmed' }),
  ]
  expect(itemsOf(claims, [], 'main').map((it) => it.key)).toEqual(['a', 'c'])
  expect(itemsOf(claims, [], 'side').map((it) => it.key)).toEqual(['b', 'c'])
  expect(tallyOf(claims)).toMatchObject({ confirmed: 1, undecided: 1 })
})

test('after a decision the next open line below is opened, else the first above, else none', () => {
  const items = itemsOf([claim('a'), claim('b', { verdict: 'confirmed' }), claim('c')], [], 'main')
  expect(nextOpen(items, 'a')).toBe('c')
  expect(nextOpen(items, 'c')).toBe('a')
  expect(nextOpen(itemsOf([claim('a')], [], 'main'), 'a')).toBeUndefined()
})

test('decisions on their way are laid over what the server said, in the order of the text', () => {
  const view = { claimList: [claim('late', { start: 9 }), claim('early', { start: 3 })] } as unknown as ReadingView
  const now = claimsNow(view, new Map([['late', { key: 'late', verdict: 'confirmed' as const }]]))
  expect(now.map((it) => [it.key, it.verdict])).toEqual([
    ['early', 'open'],
    ['late', 'confirmed'],
  ])
})

test('any decision is undone by the decision taken from the claim as it stood', () => {
  const verdict = fc.constantFrom('open', 'confirmed', 'corrected', 'rejected')
  const decision = fc.record({
    verdict,
    indicator: fc.constantFrom('AS01', 'AS02', 'MH01'),
    value: fc.nat(999),
    replace: fc.boolean(),
  })
  fc.assert(
    fc.property(decision, decision, (first, second) => {
      const make = ({ verdict: said, indicator, value, replace }: typeof first) => ({
        key: 'a',
        verdict: said,
        replace,
        ...(said === 'corrected' ? { indicator, value } : {}),
      })
      const stood = decided(claim('a'), make(first))
      const back = decided(decided(stood, make(second)), decisionOf(stood))
      expect({ verdict: back.verdict, replace: back.replace }).toEqual({
        verdict: stood.verdict,
        replace: stood.replace,
      })
      expect(decided(back, { key: 'a', verdict: 'open' })).toMatchObject({ indicator: 'AS01', value: 45 })
    }),
  )
})

test('the sentence around a figure, within its line', () => {
  const text = 'I. Kết quả\nTuyên truyền tốt. Đã tặng 45 suất quà cho hộ nghèo. Còn lại\nII. Hạn chế'
  const start = text.indexOf('45')
  expect(around(text, start, start + 2)).toEqual(['Đã tặng ', '45', ' suất quà cho hộ nghèo.'])
})

test('a number with points does not end the sentence; a long sentence is cut and says so', () => {
  const text = `${'a'.repeat(200)} trị giá 2.811,7 triệu đồng cho 9.081 hộ ${'b'.repeat(200)}`
  const start = text.indexOf('9.081')
  const [before, written, after] = around(text, start, start + 5)
  expect(before).toContain('2.811,7 triệu đồng')
  expect(before.startsWith('… ')).toBe(true)
  expect(written).toBe('9.081')
  expect(after.endsWith(' …')).toBe(true)
})

test('money and land are offered in the unit of the indicator', () => {
  expect(valueIn({ kind: 'money', value: 2_811_700_000, unit: 'đồng' }, 'triệu đồng')).toBe(2811.7)
  expect(valueIn({ kind: 'money', value: 250_000, unit: 'đồng' }, 'nghìn đồng')).toBe(250)
  expect(valueIn({ kind: 'measure', value: 1.2, unit: 'ha' }, 'm²')).toBe(12_000)
  expect(valueIn({ kind: 'count', value: 45, unit: 'suất quà' }, 'suất')).toBe(45)
})
