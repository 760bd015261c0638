// Numbers of persons in many writings, and the figures of offices that look like them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalNumber } from './screening.ts'

const PHONES = [
  '0912345678',
  '0912.345.678',
  '0912 345 678',
  '0912-345-678',
  '0912 – 345 – 678',
  '091 234 5678',
  '091.2345678',
  '09 12 34 56 78',
  '09.12.34.56.78',
  '0 912 345 678',
  '0 9 1 2 3 4 5 6 7 8',
  '0912,345,678',
  '0912/345/678',
  '0912 34 56 78',
  '0912 345.678',
  '09123 45678',
  '09 1234 5678',
  '(0912) 345 678',
  '[0912] 345-678',
  '0912·345·678',
  '0912_345_678',
  '0912. 345. 678',
  '0351234567',
  '0562345678',
  '0761 234 567',
  '0868 123 456',
  '(0226) 3 851 234',
  '(0226) 3.851.234',
  '(0226)3851234',
  '0226 3851 234',
  '0226.3.851.234',
  '0226-3851234',
  '02263851234',
  '024 3825 1234',
  '024.38251234',
  '(028) 3829 1234',
  '0351 3851234',
  '0168 212 3456',
  '01682123456',
  '+84912345678',
  '+84 912 345 678',
  '+84.912.345.678',
  '+84-912-345-678',
  '(+84) 912 345 678',
  '+84 (0)912 345 678',
  '+84 226 3851 234',
  '84912345678',
  '84 912 345 678',
  '84-912-345-678',
  '0084912345678',
  '0084 912 345 678',
  '00 84 912 345 678',
  '0912345678',
  '+84 912 345 678',
  '0912\u00a0345\u00a0678',
  '0912\u200b345\u200b678',
  '09\u200d12\u206034\ufeff56\u00ad78',
  '0\u202f912\u202f345\u202f678',
  'O912345678',
  'O912.345.678',
  '09123456O8',
  '+84 9O1 234 567',
  '0912\u03bf45678',
  '𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖',
  '0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣',
  'SĐT912345678',
  'điện thoại: 912.345.678',
  'Zalo0912345678',
  'số dt 912 345 678',
  '84.912.345.678 (Zalo 84.912.345.678)',
  '0912345678 đồng chí Chủ tịch',
  '0912345678-0987654321',
  '3.0912345678',
  '02/7/2021 0912345678',
  '0912345678 02/7/2021',
  '1. 0912345678; 2. 0987654321',
]

const CARDS = [
  '035085001234',
  '035 085 001 234',
  '0350 8500 1234',
  '035.085.001.234',
  '035085 001234',
  '035-0-85-001234',
  '03 50 85 00 12 34',
  '0 3 5 0 8 5 0 0 1 2 3 4',
  '035 085001234',
  '035085001234.',
  '(035085001234)',
  '001185001234',
  '096303001234',
  'CCCD035085001234',
  'CCCD: 035085001234, cấp ngày 02/7/2021',
  'O35O85OO1234',
  '035085001234',
  '035\u200b085\u200b001\u200b234',
  '035\u00a0085\u00a0001\u00a0234',
  'căn cước số 335 085 001 234',
  'số định danh cá nhân 999999999999',
  '168123456',
  'CMND 168123456',
  'CMND số 168.123.456',
  'CMND: 168 123 456',
  'Chứng minh nhân dân số 168-123-456',
  'CMTND 16 81 23 456',
  'CMND168123456',
  '012345678',
  '168123456 đồng chí Chủ tịch',
  '168123456 Hà Nam cấp',
  '168123456 HA NAM',
  '168123456 đ/c Bí thư',
  '168123456',
  '168\u200b123\u200b456',
  '1681O3456',
  'lao động 168123456 hợp đồng',
  'đồng chí 168123456',
  'B1234567',
  'C12345678',
  'hộ chiếu C12345678 cấp 2021',
  '(N1234567)',
  'c1234567',
  'C1234O67',
  'C\u200b1234567',
  'BHXH 3520123456',
  'số BHXH: 3520123456',
  'sổ bảo hiểm xã hội số 35 2012 3456',
  'thẻ BHYT số DN4 35 3520123456',
  'BHYT DN4353520123456',
  'BHYT 0123456789',
]

// Real ways of writing in reports and lists of an office.
const OFFICE = [
  '2.811.700.000 đồng',
  '1.250.000.000',
  '168.123.456',
  '168.123.456 đồng',
  '168 123 456 đồng',
  '250000000 đồng',
  '250000000đ',
  '250000000 VNĐ',
  '125000000 m2',
  '125000000m²',
  '123456789 lượt',
  '100000000 USD',
  'Kinh phí 250000000',
  'Số tiền: 250000000',
  'Trị giá (đồng): 250000000',
  '84.912.345.678',
  '84.912.345.678 đồng',
  '84 912 345 678 đồng',
  '84912345678 đồng',
  '84912345678 triệu đồng',
  '12 tỷ 500 triệu đồng',
  '1.012.345.678.901 đồng',
  '912.345.678',
  '01 2.811.700.000 đồng',
  '03 12.345.678 đồng',
  '01 1.250.000.000',
  '280000000000 đồng',
  '2811700000',
  'Quyết định số 3708/QĐ-UBND',
  'Quyết định số 3708/QĐ-UBND ngày 02/7/2021',
  'Thông tư 01/2024/TT-TTCP',
  'Luật 136/2025/QH15',
  'Nghị định số 123/2025/NĐ-CP; Nghị định 45/2026/NĐ-CP',
  'Kế hoạch 012345/KH-UBND',
  '02/7/2021',
  '02/07/2021 08:30',
  '02-07-2021 08:30',
  '02.07.2021 08 giờ 30',
  '02 - 07 - 2021 - 12',
  '2021-07-02 08:30:15',
  'từ 01/01/2021 đến 02/02/2022',
  '07.2021 08.2022',
  'giai đoạn 05-2021 - 12-2025',
  '07/2021 - 08/2022',
  '2016, 2021, 2026',
  '2021-2025',
  '9.081 suất',
  '1.250 hộ, 3.708 khẩu',
  '05, 12, 08, 03, 07 mô hình',
  '05\t12\t08\t03\t07',
  '05\n12\n08\n03\n07',
  'Tháng 05 2024 2025',
  '1.234.567 m2',
  '12.345,67 ha',
  '0,0912345678',
  '0.0912345678',
  '0.912345678',
  '0,123456789',
  '3,141592653',
  '99,95%',
  '33,33333333%',
  '07h30 - 11h30',
  '07:30 - 11:30',
  'xã 13285, huyện 347, tỉnh 35',
  '35.347.13285',
  'H42.10-240115-0012',
  '000.00.10.H42-240115-0012',
  'Mẫu số 01/DVK',
  'phiên bản 1.2.3.4',
  '192.168.100.101',
  'Điều 5, khoản 2, điểm a',
  'TG01, TG02, MH01: 12 15 0 3 4',
  'BHYT đạt 95.123 người',
  'chi BHXH 1.250.000.000 đồng',
  'kinh phí BHYT 1250000000',
  'tham gia BHXH: 3520123456 đồng',
  'đã cấp 12.345 CCCD',
  '20.5412, 105.9123',
  'ở 12 thôn, o 3 tổ',
  '1900 1234',
  '1800.599.920',
  'CO2 giảm 12 tấn',
  '',
  'o',
  '0',
]

describe('findPersonalNumber', () => {
  it.each(PHONES)('sees a telephone number in: %s', (text) => expect(findPersonalNumber(text)?.kind).toBe('phone'))
  it.each(CARDS)('sees an identity number in: %s', (text) => expect(findPersonalNumber(text)?.kind).toBe('id-card'))
  it.each(OFFICE)('leaves alone: %s', (text) => expect(findPersonalNumber(text)).toBeUndefined())

  it.each([
    ['Gọi 0912.345.678 trước.', '0912.345.678'],
    ['Cử tri (số 035085001234) hỏi', '035085001234'],
    ['hộ chiếu C\u200b1234567', 'C\u200b1234567'],
    ['kinh phí 250.000.000 đồng; CMND 168 123 456', '168 123 456'],
    ['𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 là số máy', '𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
    ['Trực: (0226) 3 851 234', '0226) 3 851 234'],
    ['0912 345 678 12 hộ', '0912 345 678'],
    ['Số 1: 0912345678; số 2: 0987654321', '0912345678'],
  ])('tells the place of the first number in: %s', (text, number) => {
    const found = findPersonalNumber(text)
    expect(text.slice(found?.at, (found?.at ?? 0) + (found?.length ?? 0))).toBe(number)
  })

  it('reads decomposed letters as it reads composed ones', () => {
    for (const text of [...PHONES, ...CARDS, ...OFFICE]) {
      expect(findPersonalNumber(text.normalize('NFD'))?.kind, text).toBe(findPersonalNumber(text)?.kind)
    }
  })
})

const small = fc.integer({ min: 0, max: 999_999 })
const dotted = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, '.')
const two = (value: number): string => value.toString().padStart(2, '0')
const day = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1990, max: 2035 }))
  .chain(([d, m, y]) => fc.constantFrom(`${two(d)}/${two(m)}/${y}`, `${d}/${m}/${y}`, `${two(d)}-${two(m)}-${y}`))
const phrase = fc.oneof(
  small.map((value) => `có ${dotted(value)} hộ tham gia`),
  fc.integer({ min: 0, max: 9_000_000_000 }).map((value) => `với kinh phí ${dotted(value)} đồng`),
  fc.integer({ min: 0, max: 9_000_000_000 }).map((value) => `vận động được ${value} đồng`),
  fc.integer({ min: 1, max: 99_999 }).map((value) => `theo Quyết định số ${value}/QĐ-UBND`),
  day.map((text) => `ngày ${text}`),
  fc.tuple(small, fc.nat({ max: 99 })).map(([whole, part]) => `đạt ${dotted(whole)},${two(part)}%`),
  fc.tuple(small, fc.nat({ max: 99 })).map(([whole, part]) => `hiến ${dotted(whole)},${part} m²`),
  fc.integer({ min: 2000, max: 2035 }).map((year) => `trong năm ${year}`),
  fc.constantFrom('phường Hòa Mạc', 'tổ dân phố số 5', 'mô hình "Dân vận khéo"', 'BHYT, BHXH tự nguyện'),
)
const sentence = fc.tuple(
  fc.array(phrase, { minLength: 1, maxLength: 8 }),
  fc.constantFrom(', ', '; ', ' và ', '. ', ' '),
)

const parted = (digits: string, sizes: readonly number[], gap: string): string => {
  let from = 0
  return sizes.map((size) => digits.slice(from, (from += size))).join(gap)
}
const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(''))
const gap = fc.constantFrom(' ', '.', '-', ' - ', '\u00a0', '\u200b', '', ' . ', '_', '\u2009', '‑')
const disguise = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/\d/g, '$&\u200b'),
  (text) => text.replace(/(?<=\d)0|0(?=\d)/g, 'O'),
)
const phone = fc
  .tuple(
    fc.constantFrom('03', '05', '07', '08', '09'),
    digits(8),
    fc.constantFrom([10], [4, 3, 3], [4, 6], [3, 3, 4], [4, 2, 2, 2], [5, 5], [3, 7]),
    gap,
  )
  .map(([start, rest, sizes, between]) => parted(start + rest, sizes, between))
const card = fc
  .tuple(
    fc.integer({ min: 1, max: 96 }),
    fc.integer({ min: 0, max: 3 }),
    digits(8),
    fc.constantFrom([12], [3, 3, 3, 3], [4, 4, 4], [6, 6], [3, 1, 2, 6], [3, 9]),
    gap,
  )
  .map(([province, sex, rest, sizes, between]) =>
    parted(`${province.toString().padStart(3, '0')}${sex}${rest}`, sizes, between),
  )

it('does not take the end of a telephone number with letters O in it for a month and a year', () => {
  expect(findPersonalNumber('liên hệ O3O-OO1-1911')).toMatchObject({ kind: 'phone' })
  expect(findPersonalNumber('vào 3-1911, theo số liệu 1-1911')).toBeUndefined()
})

describe('over many texts', () => {
  it('finds nothing in sentences of an office', () => {
    fc.assert(
      fc.property(sentence, ([phrases, between]) => {
        expect(findPersonalNumber(phrases.join(between))).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })

  it('finds a number wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(sentence, fc.oneof(phone, card), disguise, sentence, ([before], number, write, [after]) => {
        const found = findPersonalNumber(`${before.join(', ')} – liên hệ ${write(number)}, ${after.join('; ')}`)
        expect(found).toBeDefined()
      }),
      { numRuns: 3000 },
    )
  })

  it('points inside the text, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789O .-()+,/đC\u200b\n') }), (text) => {
        const found = findPersonalNumber(text)
        if (found === undefined) return
        expect(found.at).toBeGreaterThanOrEqual(0)
        expect(found.length).toBeGreaterThanOrEqual(7)
        expect(found.at + found.length).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes time in proportion to the length, also for texts made to be slow', () => {
    const time = (text: string): number => {
      const start = performance.now()
      findPersonalNumber(text)
      return performance.now() - start
    }
    for (const unit of ['1', 'o', '1 ', '0 ', '1.', '12-', '\u200b', '(', '0912 ', 'đồng ']) {
      time(unit.repeat(5_000))
      expect(time(unit.repeat(100_000)), JSON.stringify(unit)).toBeLessThan(40 * time(unit.repeat(10_000)) + 400)
    }
  })
})
