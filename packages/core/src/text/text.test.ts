// Tables of examples and properties for numbers and text in the house style.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, comparisonPhrase } from './comparison.ts'
import { addDecimal, decimalsOf, divide, isFigure, roundDecimal, sumDecimals } from './decimal.ts'
import { foldVietnamese, matchesFolded, spellingKey } from './fold.ts'
import { formatCount, formatNumber, formatPair, parseNumber } from './number-style.ts'

const figure = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((n) => Number(`${n}e-3`))

describe('decimals', () => {
  it('adds tenths exactly', () => {
    expect(addDecimal(0.1, 0.2)).toBe(0.3)
    expect(sumDecimals([2811.7, 0.1, null, 0.2])).toBe(2812)
    expect(addDecimal(1e-7, 0)).toBe(0)
  })
  it('knows nothing only when every part is unknown', () => {
    expect(sumDecimals([null, null])).toBeNull()
    expect(sumDecimals([])).toBeNull()
    expect(sumDecimals([null, 0])).toBe(0)
  })
  it.each([
    [8, 24, 3, 0.333],
    [2, 3, 2, 0.67],
    [-1, 2, 0, -1],
    [1, 0, 2, null],
    [2811.7 * 1, 9081, 6, 0.309624],
  ])('divides %s by %s to %s decimals', (a, b, scale, expected) => expect(divide(a, b, scale)).toBe(expected))
  it('rounds half away from zero', () => {
    expect([roundDecimal(2.5, 0), roundDecimal(-2.5, 0), roundDecimal(1.005, 2)]).toEqual([3, -3, 1.01])
  })
  it('refuses to call an unstorable number a figure', () => {
    expect([isFigure(1.234567), isFigure(0.1234567), isFigure(Number.NaN), isFigure(2 ** 60)]).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([decimalsOf(3), decimalsOf(2811.7), decimalsOf(-0.25)]).toEqual([0, 1, 2])
  })
  it('sums in any order and grouping', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 20 }), (values) => {
        expect(sumDecimals(values.toReversed())).toBe(sumDecimals(values))
        expect(values.reduce(addDecimal)).toBe(sumDecimals(values))
      }),
    )
  })
})

describe('numbers in the house style', () => {
  it.each([
    [9081, {}, '9.081'],
    [2811.7, {}, '2.811,7'],
    [99.95, { unit: '%' }, '99,95%'],
    [33.3333, { decimals: 1, unit: '%' }, '33,3%'],
    [2811.7, { unit: 'triệu đồng' }, '2.811,7 triệu đồng'],
    [1234567, {}, '1.234.567'],
    [-1234.5, {}, '-1.234,5'],
    [-0.001, { decimals: 1 }, '0'],
  ])('writes %s with %j', (value, style, text) => expect(formatNumber(value, style)).toBe(text))
  it.each([
    [8, '08'],
    [2, '02'],
    [0, '0'],
    [10, '10'],
    [1234, '1.234'],
    [2.5, '2,5'],
  ])('writes the count %s as %s', (value, text) => expect(formatCount(value)).toBe(text))
  it('writes a part of a whole', () => expect([formatPair(8, 24), formatPair(5, 9)]).toEqual(['08/24', '05/09']))
  it.each([
    ['9.081', 9081],
    ['2.811,7', 2811.7],
    ['99,95%', 99.95],
    ['08', 8],
    [' 1 234,5 ', 1234.5],
    ['−12', -12],
    ['0', 0],
    ['0,081', 0.081],
  ])('reads %s', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value }))
  it.each([
    ['mười hai', 'number.not_a_number'],
    ['1.2.3', 'number.not_a_number'],
    ['12abc', 'number.not_a_number'],
    ['1.23,4', 'number.not_a_number'],
    ['1,234.5', 'number.ambiguous'],
    ['1.5', 'number.ambiguous'],
    ['0.081', 'number.ambiguous'],
    ['', 'number.empty'],
    ['0,1234567', 'number.too_precise'],
    ['99999999999999999999', 'number.too_precise'],
  ])('refuses %s as %s', (text, code) => expect(parseNumber(text)).toMatchObject({ ok: false, problem: { code } }))
  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(figure, (value) => {
        expect(parseNumber(formatNumber(value))).toEqual({ ok: true, value: value === 0 ? 0 : value })
      }),
    )
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(parseNumber(formatCount(value))).toEqual({ ok: true, value })
      }),
    )
  })
})

describe('folding', () => {
  it.each([
    ['Đơn  Vị HÒA\u00a0Bình', 'don vi hoa binh'],
    ['Hoà'.normalize('NFD'), 'hoa'],
    ['  ĐẮK LẮK ', 'dak lak'],
    ['Thượng tướng', 'thuong tuong'],
  ])('folds %s', (text, key) => expect(foldVietnamese(text)).toBe(key))
  it('ignores where a tone sits but not which tone it is', () => {
    expect(spellingKey('Hoà Bình')).toBe(spellingKey('HÒA  BÌNH'.normalize('NFD')))
    expect(spellingKey('hoà')).not.toBe(spellingKey('hoá'))
    expect(spellingKey('thuý')).toBe(spellingKey('thúy'))
    expect(spellingKey('mượn')).not.toBe(spellingKey('muợn'))
    expect(spellingKey('bà ba')).not.toBe(spellingKey('ba bà'))
  })
  it('gives one key to every Unicode form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')))
      }),
    )
  })
  it('finds words in any order', () => {
    expect(matchesFolded('Phường Thanh Khê', 'khe phuong')).toBe(true)
    expect(matchesFolded('Phường Thanh Khê', 'khe xa')).toBe(false)
  })
})

describe('comparison with the same period', () => {
  it.each([
    [112, 100, 'tăng 12% so với cùng kỳ'],
    [7123, 10000, 'giảm 28,77% so với cùng kỳ'],
    [5, 5, 'bằng cùng kỳ'],
    [1_000_001, 1_000_000, 'xấp xỉ cùng kỳ'],
    [5, 0, null],
    [5, null, null],
    [null, 5, null],
  ])('%s after %s', (current, base, phrase) => expect(comparisonPhrase(current, base)).toBe(phrase))
  it('names another base', () =>
    expect(comparisonPhrase(50, 100, { baseName: 'kỳ trước' })).toBe('giảm 50% so với kỳ trước'))
  it('never says up for a fall', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (now, before) => {
        expect(changeBetween(now, before)?.direction).toBe(now > before ? 'up' : now < before ? 'down' : 'same')
      }),
    )
  })
})
