// What people type into cells, read as values; and every value written and read back.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as f from './fields.ts'
import { emptyOf, shapeOf, type Field, type Value } from './fields.ts'
import { readTyped, writeTyped, type TypedCell } from './typed.ts'
import { typedSentence } from './typed-problems.ts'

const KINDS = {
  dispute: ['Mâu thuẫn gia đình', 'Family dispute'],
  land: ['Đất đai', 'Land'],
  contract: ['Hợp đồng dân sự', 'Contract'],
} as const
/** Labels that are alike without tones, that hold the separator, or that are another one's code. */
const HARD = {
  hoa: ['Hòa', 'Peace'],
  flower: ['Hoa', 'Flower'],
  both: ['Nhà; đất', 'House; land'],
  land: ['both', 'Both'],
  one: ['Một', 'Land'],
} as const

const value = (field: Field, cell: TypedCell): Value => {
  const read = readTyped(field, cell)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
const refused = (field: Field, cell: TypedCell): string => {
  const read = readTyped(field, cell)
  if (read.ok) throw new Error(`read as ${JSON.stringify(read.value)}`)
  for (const language of ['vi', 'en'] as const) {
    const sentence = typedSentence(read.problem, language)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toContain('undefined')
    expect(sentence.normalize('NFC')).toBe(sentence)
  }
  return read.problem.code
}

describe('days', () => {
  const day = f.date(['Ngày ký', 'Signed on'])
  it('are read day first, with or without zeros, and from a cell formatted as a date', () => {
    for (const typed of ['02/7/2026', '2/7/2026', '02-07-2026', '2.7.2026', ' 2 / 7 / 2026 ', '2026-07-02'])
      expect(value(day, typed)).toBe('2026-07-02')
    expect(value(day, { day: '2026-07-02' })).toBe('2026-07-02')
  })
  it('are refused when they do not exist or could be two days', () => {
    expect(refused(day, '31/6/2026')).toBe('not_a_day')
    expect(refused(day, '29/2/2026')).toBe('not_a_day')
    expect(refused(day, '7/13/2026')).toBe('not_a_day')
    expect(refused(day, '2/7/26')).toBe('ambiguous_day')
    expect(refused(day, 46_205)).toBe('day_as_number')
    expect(refused(day, '46205')).toBe('day_as_number')
    expect(refused(day, 'hôm qua')).toBe('not_a_day')
    expect(refused(day, true)).toBe('not_a_day')
  })
})

describe('numbers', () => {
  const people = f.number(['Số người', 'People'], ['người', 'people'])
  const area = f.number(['Diện tích', 'Area'], ['m²', 'm²'], { decimals: 1 })
  const cost = f.money(['Kinh phí', 'Cost'])
  it('are read in the house style, with their unit or as the numbers of a sheet', () => {
    expect(value(people, '08')).toBe(8)
    expect(value(people, '1.250')).toBe(1250)
    expect(value(people, '1.250 người')).toBe(1250)
    expect(value(people, '12 NGUOI')).toBe(12)
    expect(value(area, '2.811,7')).toBe(2811.7)
    expect(value(area, '2.811,7 m²')).toBe(2811.7)
    expect(value(area, 2811.7000000000003)).toBe(2811.7)
    expect(value(cost, '2.500.000 đồng')).toBe(2_500_000)
    expect(value(cost, '2 500 000đ')).toBe(2_500_000)
  })
  it('are refused when they could be two figures, hold words or are too fine', () => {
    expect(refused(people, '1,234.5')).toBe('ambiguous_number')
    expect(refused(people, '1,250')).toBe('too_precise')
    expect(refused(people, '12 hộ')).toBe('not_a_number')
    expect(refused(people, 2.5)).toBe('too_precise')
    expect(refused(area, '1,25')).toBe('too_precise')
    expect(refused(people, { day: '2026-07-02' })).toBe('not_a_number')
    expect(refused(people, '١٢')).toBe('not_a_number')
    expect(refused(people, '1e5')).toBe('not_a_number')
    expect(refused(cost, '2,5 triệu')).toBe('not_a_number')
  })
})

describe('choices', () => {
  const kind = f.choice(['Loại', 'Kind'], KINDS)
  it('are read by code or by label of either language, with or without tones', () => {
    for (const typed of ['land', 'Đất đai', 'đất  đai', 'dat dai', 'Land', 'LAND', 'Đất đai'.normalize('NFD')])
      expect(value(kind, typed)).toBe('land')
    expect(refused(kind, 'Đất')).toBe('unknown_choice')
    expect(refused(kind, 'toString')).toBe('unknown_choice')
  })
  it('are refused when the tones are needed', () => {
    const hard = f.choice(['Loại', 'Kind'], { hoa2: HARD.hoa, flower: HARD.flower })
    expect(value(hard, 'hoà')).toBe('hoa2')
    expect(value(hard, 'Hoa')).toBe('flower')
    expect(refused(hard, 'hóa')).toBe('ambiguous_choice')
  })
  it('stand several in a cell, each once', () => {
    const many = f.choices(['Hình thức', 'Forms'], KINDS)
    expect(value(many, 'Đất đai; hop dong dan su;Land;')).toEqual(['land', 'contract'])
    expect(value(many, 'Đất đai\nHợp đồng dân sự')).toEqual(['land', 'contract'])
    expect(refused(many, 'Đất đai; Nhà')).toBe('unknown_choice')
  })
})

describe('flags, units and links', () => {
  it('know the marks that people use for yes and no', () => {
    const flag = f.flag(['Đạt', 'Met'])
    for (const typed of ['x', 'X', 'có', 'Co', '1', 'đúng', true, 1, 'TRUE', '✓']) expect(value(flag, typed)).toBe(true)
    for (const typed of ['', null, 'không', 0, false, 'Sai', ' ']) expect(value(flag, typed)).toBe(false)
    expect(refused(flag, 'có thể')).toBe('not_a_flag')
  })
  it('find units by id or name and entries by number', () => {
    const unit = f.unit(['Đơn vị', 'Unit'])
    const find = (names: readonly string[]) => readTyped(unit, 'Hòa Mạc', { unitsNamed: () => names })
    expect(find(['U1'])).toEqual({ ok: true, value: 'U1' })
    expect(find([])).toMatchObject({ problem: { code: 'unknown_unit' } })
    expect(find(['U1', 'U2'])).toMatchObject({ problem: { code: 'ambiguous_unit' } })
    const link = f.link(['Nghị quyết', 'Decision'], 'so_hop')
    const id = '0197f3b2-6a51-7c3a-9d11-0c8f3a5b7e21'
    const finders = { entryNumbered: (_: string, no: number) => (no === 12 ? id : undefined) }
    for (const typed of ['12', 12, 'Số 12', 'so 12', id.toUpperCase()])
      expect(readTyped(link, typed, finders)).toEqual({ ok: true, value: id })
    expect(readTyped(link, '13', finders)).toMatchObject({ problem: { code: 'unknown_entry', typed: '13' } })
  })
})

describe('an empty cell', () => {
  it('is the empty value of its field', () => {
    for (const field of [f.text(['a', 'a']), f.money(['a', 'a']), f.choices(['a', 'a'], KINDS), f.date(['a', 'a'])])
      for (const cell of ['', null, '  ', '\u00a0'] as const) expect(value(field, cell)).toEqual(emptyOf(field))
  })
})

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const units = ['VN', 'T35', 'X1234']
const every: readonly (readonly [Field, fc.Arbitrary<unknown>])[] = [
  [f.text(['a', 'a'], { isOptional: true }), fc.string({ unit: 'grapheme', maxLength: 60 })],
  [
    f.longText(['a', 'a'], { isOptional: true }),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll('\r', '\n')),
  ],
  [f.village(undefined, { isOptional: true }), fc.string({ unit: 'grapheme-ascii', maxLength: 40 })],
  [f.reference(['a', 'a'], { isOptional: true }), fc.string({ unit: 'grapheme-ascii', maxLength: 40 })],
  [
    f.number(['a', 'a'], ['hộ', 'households'], { isOptional: true }),
    fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
  ],
  [
    f.number(['a', 'a'], ['%', '%'], { decimals: 3, least: -1000, isOptional: true }),
    fc.option(fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((n) => n / 1000)),
  ],
  [f.money(['a', 'a'], { isOptional: true }), fc.option(fc.integer({ min: 0, max: 1_000_000_000_000_000 }))],
  [f.date(['a', 'a'], { isOptional: true }), fc.option(day)],
  [f.choice(['a', 'a'], HARD, { isOptional: true }), fc.option(fc.constantFrom(...Object.keys(HARD)))],
  [f.choices(['a', 'a'], HARD), fc.subarray(Object.keys(HARD))],
  [f.flag(['a', 'a']), fc.boolean()],
  [f.unit(['a', 'a'], { isOptional: true }), fc.option(fc.constantFrom(...units))],
  [f.link(['a', 'a'], 'so', { isOptional: true }), fc.option(fc.uuid())],
]

describe('every value that a form accepts', () => {
  it.each(every.map(([field, values]) => [field.kind, field, values] as const))(
    '%s reads back as it was',
    (_, field, values) => {
      fc.assert(
        fc.property(values, fc.constantFrom('vi' as const, 'en' as const), fc.boolean(), (given, language, isText) => {
          const kept = shapeOf(field).parse(given) as Value
          const written = writeTyped(field, kept, language)
          // In a text file a number is written with a decimal comma.
          const cell = isText && typeof written === 'number' ? String(written).replace('.', ',') : written
          expect(readTyped(field, cell)).toEqual({ ok: true, value: kept })
        }),
        { numRuns: 400 },
      )
    },
  )
  it('keeps units and links that are shown by name and number', () => {
    const namers = { unitName: (id: string) => `Đơn vị ${id}`, entryNo: () => 7 }
    const finders = { unitsNamed: (name: string) => [name.slice(7)], entryNumbered: () => 'id-7' }
    const [unit, link] = [f.unit(['a', 'a']), f.link(['a', 'a'], 'so')]
    expect(readTyped(unit, writeTyped(unit, 'X1', 'vi', namers), finders)).toEqual({ ok: true, value: 'X1' })
    expect(readTyped(link, writeTyped(link, 'id-7', 'vi', namers), finders)).toEqual({ ok: true, value: 'id-7' })
  })
})
