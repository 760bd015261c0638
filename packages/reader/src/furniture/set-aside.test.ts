// Furniture of pages: what is set aside, and what must never be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setAside } from './set-aside.ts'

const ARTICLE = [
  'Phường Hòa Mạc giao ban công tác dân vận quý II',
  'Sáng 12/6, Đảng ủy phường Hòa Mạc tổ chức hội nghị giao ban công tác dân vận quý II, triển khai nhiệm vụ quý III.',
  'Toàn cảnh hội nghị',
  'Trong quý, các chi hội đã vận động được 35 triệu đồng, 12 hộ hiến 540 m2 đất làm đường; tổ chức 4 buổi đối thoại với nhân dân.',
]
const aside = (lines: readonly string[]): string[] => {
  const text = lines.join('\n')
  return setAside(text).map(({ start, end }) => text.slice(start, end).trim())
}

describe('furniture of a page', () => {
  it('is set aside above and below the article', () => {
    const head = [
      'Skip to main content',
      '  Trang chủ » Tin tức » Hoạt động khối vận',
      'Đăng nhập',
      'Thứ Tư, 12/06/2024 - 08:30',
    ]
    const tail = [
      'Lượt xem: 803',
      'Quay lại',
      'In trang',
      'Các tin khác',
      'Ra quân làm sạch 3 tuyến đường (05/06/2024)',
      'Hội nghị đối thoại năm 2023',
    ]
    expect(aside([...head, '', ...ARTICLE, '', ...tail])).toEqual([...head, ...tail].map((it) => it.trim()))
  })

  it('has counters, the weak ones only beside a plain one', () => {
    const counters = [
      'Thống kê truy cập',
      '• Hôm nay Hôm nay 1.204',
      '• Khách: 17',
      'Tổng lượt truy cập: Tổng lượt truy cập: 912345',
    ]
    expect(aside([...ARTICLE, ...counters])).toEqual(counters)
    expect(aside([...ARTICLE, 'Hôm nay: 12', 'Khách: 17'])).toEqual([])
    expect(aside([...counters, ARTICLE[3] ?? '', 'Tổng: 35'])).toEqual(counters)
  })

  it('has vote boxes, share buttons and notes of posting', () => {
    const lines = [
      'Không có bình chọn nào.',
      'Facebook | Zalo | In bài viết',
      'Cập nhật lúc: 15h20 - 03/01/2020',
      'Ngày đăng: 3/1/2020',
      '803 Go top',
    ]
    expect(aside([...ARTICLE, ...lines])).toEqual(lines)
  })

  it('has the address of the site, but only below the article', () => {
    const address = ['Địa chỉ: số 1 đường Trần Hưng Đạo', 'Bản quyền thuộc Trang thông tin điện tử của phường']
    expect(aside([...ARTICLE, ...address])).toEqual(address)
    expect(aside([...address, ...ARTICLE])).toEqual([])
  })
})

describe('lines of the article', () => {
  it('stay after a heading of other news when prose follows it', () => {
    expect(aside(['Tin nổi bật', ...ARTICLE, 'Tin mới', ...ARTICLE])).toEqual(['Tin nổi bật', 'Tin mới'])
  })

  it('stay when they only hold the words of furniture', () => {
    const lines = [
      'Trang chủ của phường đăng 12 bài về mô hình, có 1.204 lượt truy cập trong tháng 6.',
      'Chia sẻ khó khăn với 35 hộ nghèo',
      'Tuyên truyền trên Facebook, Zalo của tổ dân phố: 240 tin bài',
      'Lượt người tham gia: 450',
      'Ngày 12/6/2024, tại phường Hòa Mạc',
      'Hòa Mạc, ngày 12 tháng 6 năm 2024',
      'Tổng số hộ: 3.450',
      'Xem xét 12 đơn',
    ]
    expect(aside([...ARTICLE, ...lines])).toEqual([])
  })

  it('stay: a day alone that ends the text, the name of who wrote it, a caption', () => {
    expect(aside([...ARTICLE, '12/6/2024', 'Lê Quý Đôn', 'Đại biểu dự hội nghị'])).toEqual([])
    expect(aside(['12/6/2024', ...ARTICLE])).toEqual(['12/6/2024'])
  })

  it('stay whatever furniture stands around', () => {
    const furniture = fc.array(
      fc.constantFrom('Trang chủ', 'Tin liên quan', 'Lượt xem: 5', 'Chia sẻ', '', '12/6/2024 08:30', 'Hôm nay: 7'),
    )
    fc.assert(
      fc.property(furniture, furniture, (before, after) => {
        const found = aside([...before, ...ARTICLE, ...after])
        expect(ARTICLE.filter((line) => found.includes(line))).toEqual([])
      }),
    )
  })
})

describe('any text', () => {
  it('gives whole lines in order, apart, without a throw', () => {
    const anything = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('Tin khác', 'Lượt xem 5', '\n', '1/1/2020'),
      ),
    )
    fc.assert(
      fc.property(anything, (pieces) => {
        const text = pieces.join('\n')
        let last = -1
        for (const { start, end } of setAside(text)) {
          expect(start).toBeGreaterThan(last)
          expect(text.slice(start, end)).not.toContain('\n')
          expect(start === 0 || text[start - 1] === '\n').toBe(true)
          expect(end === text.length || text[end] === '\n').toBe(true)
          last = end
        }
      }),
    )
  })

  it('takes time that grows with its length', () => {
    const timed = (text: string): number => {
      const start = performance.now()
      setAside(text)
      return performance.now() - start
    }
    for (const piece of ['a', ' ', '1/', '| ', 'Trang chủ > ', 'Lượt xem: 5\n', '\n']) {
      expect(timed(piece.repeat(400_000 / piece.length))).toBeLessThan(3000)
    }
  })
})
