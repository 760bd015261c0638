// The formula language: reading, checking, computing, explaining.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check-formula.ts'
import { evaluate, type Lookup } from './evaluate.ts'
import { explain, explainFailure } from './explain.ts'
import { codesOf, type Expression } from './expression.ts'
import { parse } from './parse.ts'

const read = (text: string): Expression => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.problem)}`)
  return parsed.value
}

const figures =
  (values: Readonly<Record<string, number | null>>): Lookup =>
  (reference) => {
    if (reference.kind === 'child-units') return values['units'] ?? null
    const prefix = reference.kind === 'parameter' ? 'param ' : reference.when === 'now' ? '' : `${reference.when} `
    const owner = reference.kind === 'figure' && reference.whose === 'children' ? 'children ' : ''
    return values[prefix + owner + reference.code] ?? null
  }

describe('reading a formula', () => {
  it.each([
    ['MH01 = ', 'formula.unexpected', 6],
    ['MH01 = MH02 +', 'formula.unexpected', 13],
    ['MH01 # 2', 'formula.unexpected_character', 5],
    ['MH01 MH02', 'formula.unexpected', 5],
    ['total(MH01)', 'formula.unknown_function', 0],
    ['if(MH01, 1)', 'formula.wrong_arity', 0],
    ['childUnits(MH01)', 'formula.wrong_arity', 0],
    ['1 + prev(3)', 'formula.indicator_expected', 9],
    ['prev(last(MH01))', 'formula.indicator_expected', 5],
    ['param(MH01)', 'formula.unexpected', 6],
    ['(MH01', 'formula.unexpected', 5],
    ['MH01 and', 'formula.unexpected', 8],
    ['constructor(1)', 'formula.unknown_function', 0],
    ['', 'formula.unexpected', 0],
    ['('.repeat(500), 'formula.too_deep', 60],
    ['-'.repeat(500), 'formula.too_deep', 60],
    ['1+'.repeat(5000), 'formula.too_long', 2000],
  ])('refuses %j', (text, code, at) => {
    expect(parse(text)).toMatchObject({ ok: false, problem: { code, at } })
  })
  it('lists the indicators once each', () => {
    expect(codesOf(read('MH01 = MH02 + prev(MH02) and children(MH03) > 0'))).toEqual(['MH01', 'MH02', 'MH03'])
  })
  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parse(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('computing', () => {
  const given = figures({
    MH01: 60,
    MH02: 21,
    MH03: 39,
    MH09: null,
    'previous MH01': 55,
    'last-year MH01': 50,
    'children MH01': 60,
    'param a.b': 3,
    units: 9,
  })
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 3 - 2', 5],
    ['-2 * -3', 6],
    ['0.1 + 0.2 = 0.3', true],
    ['10 / 3 * 3 = 10', true],
    ['1 / 3', 0.333333],
    ['MH01 / 0', null],
    ['MH01 = MH02 + MH03', true],
    ['MH01 = MH02 + MH09', null],
    ['MH09 > 5', null],
    ['MH01 > MH03 > MH02', true],
    ['MH02 > MH03 > MH09', false],
    ['MH09 > 1 and 1 > 2', false],
    ['MH09 > 1 or 2 > 1', true],
    ['MH09 > 1 and 2 > 1', null],
    ['not MH01 = 61', true],
    ['not MH09 = 61', null],
    ['if(MH01 > 50, MH02, 0)', 21],
    ['if(MH09 > 50, MH02, 0)', null],
    ['abs(MH02 - MH03)', 18],
    ['prev(MH01) + last(MH01)', 105],
    ['children(MH01) = MH01', true],
    ['childUnits() * param("a.b")', 27],
    ['MH01 <> 60', false],
    ['count(MH02) + count(MH03) >= 60', true],
  ])('%s is %s', (text, value) => expect(evaluate(read(text), given)).toBe(value))
  it('is exact whatever the order of addition', () => {
    const decimal = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100)
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        const values = figures({ AA01: a, AA02: b, AA03: c })
        expect(evaluate(read('AA01 + AA02 + AA03 = AA03 + (AA02 + AA01)'), values)).toBe(true)
        expect(evaluate(read('AA01 <= AA02'), values)).toBe(a <= b)
      }),
    )
  })
})

describe('checking against the catalogue', () => {
  const units: Readonly<Record<string, string>> = {
    MH01: 'mô hình',
    MH02: 'mô hình',
    TD01: 'lượt',
    GQ04: '%',
    GQ01: 'đơn',
    GQ02: 'đơn',
  }
  const scope = { unitOf: (code: string) => units[code], hasParameter: (code: string) => code === 'known' }
  it.each([
    ['MH01 = MH02 * 2', 'boolean', []],
    ['MH01 = MH99', 'boolean', ['formula.unknown_indicator']],
    ['MH01 + TD01 = 3', 'boolean', ['formula.unit_mismatch']],
    ['MH01 >= TD01', 'boolean', ['formula.unit_mismatch']],
    ['count(MH01) >= count(TD01)', 'boolean', []],
    ['MH01 + MH02', 'boolean', ['formula.wrong_type']],
    ['(MH01 = MH02) + 1', 'number', ['formula.wrong_type']],
    ['MH01 and MH02 = 1', 'boolean', ['formula.wrong_type']],
    ['GQ04 = 100 * GQ02 / GQ01', 'boolean', []],
    ['MH01 / GQ01 = TD01', 'boolean', ['formula.unit_mismatch']],
    ['MH01 >= param("known") * MH02', 'boolean', []],
    ['MH01 >= param("other")', 'boolean', ['formula.unknown_parameter']],
    ['if(MH01 > 1, MH01, TD01)', 'number', ['formula.unit_mismatch']],
    ['if(MH01, 1, 2)', 'number', ['formula.wrong_type']],
    ['MH01 <= childUnits()', 'boolean', []],
  ] as const)('%s as %s', (text, expected, codes) => {
    expect(check(read(text), scope, expected).map(({ code }) => code)).toEqual(codes)
  })
})

describe('explaining', () => {
  const titles: Readonly<Record<string, string>> = {
    MH01: 'Tổng số mô hình',
    MH04: 'Trong đó: khối phòng, ban, ngành, đoàn thể',
    MH05: 'Trong đó: khối xã, phường',
    XD02: 'Đơn kỳ trước chuyển sang',
    XD05: 'Đơn chuyển kỳ sau',
  }
  const names = { indicator: (code: string) => titles[code] ?? code, parameter: (code: string) => code }
  it.each([
    ['MH01 = MH04 + MH05', 'Tổng số mô hình = khối phòng, ban, ngành, đoàn thể + khối xã, phường'],
    ['XD02 = prev(XD05)', 'Đơn kỳ trước chuyển sang = đơn chuyển kỳ sau (kỳ trước)'],
    ['MH05 <= MH01', 'Khối xã, phường không lớn hơn tổng số mô hình'],
    ['MH01 <= childUnits()', 'Tổng số mô hình không lớn hơn số đơn vị trực thuộc'],
    ['(MH01 - MH04) * 2 > 5', '(Tổng số mô hình − khối phòng, ban, ngành, đoàn thể) × 02 lớn hơn 05'],
    ['MH01 - (MH04 - MH05) = 0', 'Tổng số mô hình − (khối phòng, ban, ngành, đoàn thể − khối xã, phường) = 0'],
  ])('says %s', (text, sentence) => expect(explain(read(text), names).toLowerCase()).toBe(sentence.toLowerCase()))
  it.each([
    ['GQ01 = GQ02 + GQ03', { GQ01: 24, GQ02: 8, GQ03: 15 }, '24 = 08 + 15? Vế phải bằng 23'],
    ['GQ01 = GQ02 + GQ03', { GQ01: 24, GQ02: 8, GQ03: 16 }, null],
    ['GQ01 = GQ02 + GQ03', { GQ01: 24, GQ02: 8 }, null],
    ['MH15 <= MH14 <= MH13', { MH15: 2, MH14: 9081, MH13: 5 }, '9.081 ≤ 05? Không đúng'],
    ['MH01 = 3 and MH02 + 1 > 2', { MH01: 3, MH02: 1 }, '01 + 01 > 02? Vế trái bằng 02'],
    ['MH01 = 3 or MH02 = 2', { MH01: 1, MH02: 1 }, '01 = 03? Không đúng; 01 = 02? Không đúng'],
  ])('%s with %j fails so', (text, values, sentence) => {
    expect(explainFailure(read(text), figures(values))).toBe(sentence)
  })
})
