// Kinds, days and periods of events, with the years that writers leave out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scan } from '../tokens/scan.ts'
import { eventFinder } from './find.ts'

function read(text: string, furniture: readonly string[] = []) {
  const finder = eventFinder()
  for (const [order, line] of text.split('\n').entries())
    finder.see({ tokens: scan(line), order, isFurniture: furniture.includes(line) })
  return finder.found()
}

const event = (kind: string, date: string | null, period: object | null) => ({ kind, date, period })

describe('the event of a text', () => {
  it.each([
    [
      'Sáng 5/7, Huyện ủy họp sơ kết công tác dân vận 6 tháng đầu năm, bàn nhiệm vụ 6 tháng cuối năm 2022.',
      event('so-ket', '2022-07-05', { year: 2022, half: 1 }),
    ],
    [
      'Ngày 12-1, xã tổ chức hội nghị tổng kết phong trào năm 2020, triển khai phương hướng, nhiệm vụ năm 2021.',
      event('tong-ket', '2021-01-12', { year: 2020 }),
    ],
    [
      'Ngày 28/12, xã họp tổng kết công tác năm 2023, phương hướng năm 2024.',
      event('tong-ket', '2023-12-28', { year: 2023 }),
    ],
    [
      'Chiều ngày 9/1/2019, phường giao ban công tác dân vận quý IV năm 2018, nhiệm vụ quý I năm 2019.',
      event('giao-ban', '2019-01-09', { year: 2018, quarter: 4 }),
    ],
    ['Sáng 7.3, phường họp giao ban quý I-2018.', event('giao-ban', '2018-03-07', { year: 2018, quarter: 1 })],
    ['Trong 2 ngày 12 - 13/5/2021, huyện mở lớp tập huấn cho cán bộ cơ sở.', event('tap-huan', '2021-05-12', null)],
    ['Từ ngày 12/5 đến ngày 14/5/2021, huyện mở lớp bồi dưỡng cho cán bộ.', event('tap-huan', '2021-05-12', null)],
    [
      'Sáng ngày 2 tháng 10 năm 2020, thị xã tổ chức tổng kết 5 năm thực hiện phong trào giai đoạn 2016-2020.',
      event('tong-ket', '2020-10-02', { year: 2020, from: 2016 }),
    ],
    [
      'Thực hiện Quyết định số 12-QĐ/TU ngày 3/4/2018 của Tỉnh ủy, ngày 6/9/2019, đoàn công tác tiến hành giám sát tại xã.',
      event('kiem-tra', '2019-09-06', null),
    ],
    ['Vừa qua, phường sơ kết công tác dân vận 9 tháng đầu năm 2021.', event('so-ket', null, { year: 2021, months: 9 })],
    [
      'Tính đến ngày 30/6/2021 có 20 mô hình. Ngày 02/7/2021, huyện tổ chức hội nghị sơ kết phong trào.',
      event('so-ket', '2021-07-02', null),
    ],
    [
      'Nhân ngày truyền thống của ngành (15/10/1930 - 15/10/2020), chiều 13/10, huyện tổ chức gặp mặt cán bộ.',
      event('khac', '2020-10-13', null),
    ],
    ['Ngày 18/1/2024, huyện tổ chức hội nghị triển khai nhiệm vụ năm 2024.', event('trien-khai', '2024-01-18', null)],
    [
      'Hội nghị tổng kết công tác dân vận năm 2021 được huyện tổ chức ngày 14/1 tại hội trường.',
      event('tong-ket', '2022-01-14', { year: 2021 }),
    ],
    [
      'Thực hiện Kế hoạch số 12-KH/HU ngày 05/3/2020, sáng ngày 10/6, đoàn kiểm tra về xã.',
      event('kiem-tra', '2020-06-10', null),
    ],
    [
      'Ngày 6/1, xã họp đánh giá kết quả năm 2019 và triển khai nhiệm vụ năm 2020.',
      event('tong-ket', '2020-01-06', { year: 2019 }),
    ],
    ['Sáng 6/1, xã tổng kết công tác dân vận 2019.', event('tong-ket', '2020-01-06', { year: 2019 })],
    ['Công tác dân vận có nhiều chuyển biến.', event('khac', null, null)],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('takes a missing year from the day of posting, across the new year too', () => {
    const lead = 'Sáng 31/12, huyện tổ chức hội nghị gặp mặt cán bộ dân vận đã nghỉ công tác trên địa bàn.'
    expect(read(`Thứ Tư, 05/01/2022 | 14:20\n${lead}`).date).toBe('2021-12-31')
    expect(read(`05/01/2022\n${lead}`, ['05/01/2022']).date).toBe('2021-12-31')
    expect(read(lead).date).toBeNull()
  })

  it('takes the day of posting for `sáng nay` and for nothing else', () => {
    expect(read('Cập nhật: 20-10-2018\nSáng nay, huyện tổ chức hội nghị đối thoại với nhân dân các xã.').date).toBe(
      '2018-10-20',
    )
    expect(read('Cập nhật: 20-10-2018\nVừa qua, huyện tổ chức hội nghị đối thoại với nhân dân các xã.').date).toBeNull()
  })

  it('calls a review by the lead when the headline speaks of tasks only', () => {
    const text =
      'Triển khai nhiệm vụ năm 2023\nNgày 17/2, thị xã tổ chức hội nghị tổng kết công tác năm 2022, nhiệm vụ năm 2023.'
    expect(read(text)).toEqual(event('tong-ket', '2023-02-17', { year: 2022 }))
  })

  it('looks for the period in the body when headline and lead are silent', () => {
    const text = 'Ngày 9/1/2020, huyện tổ chức hội nghị tổng kết phong trào.\nNăm 2019, toàn huyện có nhiều mô hình.'
    expect(read(text).period).toEqual({ year: 2019 })
  })

  it('gives a real day or none, whatever stands in the text', () => {
    const word = fc.constantFrom(
      'Sáng',
      'ngày',
      '31/12',
      '5/7/2021',
      'năm 2020',
      'quý IV',
      'tổng kết',
      'nay',
      '\n',
      ',',
      '.',
      '6 tháng',
      '(',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' })), { maxLength: 60 }), (words) => {
        const { date } = read(words.join(' '))
        expect(date ?? '2000-01-01').toMatch(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u)
      }),
    )
  })
})
