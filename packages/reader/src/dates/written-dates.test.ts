// Dates as people write them, and runs of digits that only look like dates.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scan } from '../tokens/scan.ts'
import { dateAt, type WrittenDate } from './written-dates.ts'

/** The date at the first digit run, or at the first cue when `cue` is given. */
function read(text: string, cue?: string): WrittenDate | null {
  const tokens = scan(text)
  const at = tokens.findIndex((it) => (cue === undefined ? it.kind === 'digits' : it.key === cue))
  return dateAt(tokens, at)
}

const parts = (text: string, cue?: string) => {
  const date = read(text, cue)
  return date === null ? null : [date.fromDay ?? null, date.day, date.month, date.year]
}

describe('written dates', () => {
  it.each([
    ['Sáng 05/03/2019, huyện', [null, 5, 3, 2019]],
    ['họp 5-3-2019', [null, 5, 3, 2019]],
    ['họp 5.3.2019', [null, 5, 3, 2019]],
    ['họp 5 / 03/ 2019', [null, 5, 3, 2019]],
    ['Chiều 8/11, xã', [null, 8, 11, null]],
    ['ngày 8-11, xã', [null, 8, 11, null]],
    ['hai ngày (14 và 15/6)', [14, 15, 6, null]],
    ['từ 14 đến 15/6', [14, 15, 6, null]],
    ['18 Tháng 8 2015', [null, 18, 8, 2015]],
    ['đăng 2025-09-24', [null, 24, 9, 2025]],
    ['Sáng 8-11, xã', [null, 8, 11, null]],
    ['Chiều nay (8.11), xã', [null, 8, 11, null]],
    ['ngày 6 tháng 8 năm 2018 của', [null, 6, 8, 2018]],
    ['ngày 6 tháng 8/2018', [null, 6, 8, 2018]],
    ['ngày 6 tháng 8', [null, 6, 8, null]],
    ['ngày 6/8 năm 2018', [null, 6, 8, 2018]],
    ['tháng 7/2018', [null, null, 7, 2018]],
    ['tháng 7 năm 2018', [null, null, 7, 2018]],
    ['tháng 7, xã', [null, null, 7, null]],
    ['từ 7/2018', [null, null, 7, 2018]],
    ['ngày 14 và 15/6', [14, 15, 6, null]],
    ['Từ ngày 14 đến ngày 16/6/2021', [14, 16, 6, 2021]],
    ['14 - 15/6/2021', [14, 15, 6, 2021]],
    ['các ngày 14, 15, 16 tháng 6', [14, 16, 6, null]],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it.each([
    '8/24 đơn',
    '31/4 là ngày không có',
    '16/01/20',
    '2.811 triệu',
    '3 - 5 mô hình',
    '6 tháng đầu năm 2020',
    '2014 - 2019',
    '12, 13/5',
    '9-11 hộ',
    'mục 1.5.2',
    '07/KH-BDV',
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull()
  })

  it('begins at the cue or at the digits, and ends with the year', () => {
    const text = 'Hôm ngày 6 tháng 8 năm 2018.'
    expect(text.slice(read(text, 'ngày')?.start, read(text, 'ngày')?.end)).toBe('ngày 6 tháng 8 năm 2018')
    expect(text.slice(read(text)?.start, read(text)?.end)).toBe('6 tháng 8 năm 2018')
  })

  it('reads back every real day, and never throws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1990, max: 2050 }),
        (d, m, y) => {
          for (const text of [`${d}/${m}/${y}`, `${d}-${m}-${y}`, `${d}.${m}.${y}`, `ngày ${d} tháng ${m} năm ${y}`]) {
            expect(parts(text)).toEqual([null, d, m, y])
          }
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = scan(text)
        for (let at = 0; at < tokens.length; at += 1) dateAt(tokens, at)
      }),
    )
  })
})
