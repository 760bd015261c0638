// What a text says against itself, and the many texts that only look as if they did.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '../read.ts'
import { disagreements } from './find.ts'

const found = (text: string) => disagreements(text, readText(text).figures)
const codes = (text: string) => found(text).map(({ code }) => code)

const WRONG: readonly (readonly [code: string, text: string])[] = [
  [
    'sums.parts-differ',
    'Toàn phường có 60 mô hình, gồm 21 mô hình kinh tế, 20 mô hình văn hóa, 18 mô hình quốc phòng.',
  ],
  ['sums.parts-differ', 'Xã duy trì 60 mô hình, bao gồm: khối cơ quan 21 mô hình, khối xã 38 mô hình.'],
  ['sums.parts-differ', 'Có 12 tổ hòa giải chia ra: 5 tổ hòa giải ở xã Đông và 6 tổ hòa giải ở xã Tây.'],
  ['sums.parts-differ', 'Tiếp nhận 45 đơn, gồm 20 khiếu nại, 15 tố cáo và 12 kiến nghị.'],
  ['sums.parts-differ', 'Trong kỳ tiếp nhận 45 đơn. Cụ thể: 20 đơn khiếu nại, 14 đơn tố cáo, 10 đơn kiến nghị.'],
  ['sums.parts-differ', 'Xã xây dựng 60 mô hình, cụ thể là:\n- Khối cơ quan: 21 mô hình.\n- Khối xã: 38 mô hình.'],
  [
    'sums.parts-differ',
    'Tổng số 48 mô hình, gồm:\n+ Kinh tế: 20\n+ Văn hóa - xã hội: 15\n+ Quốc phòng - an ninh: 12\nCác mô hình hoạt động tốt.',
  ],
  [
    'sums.parts-differ',
    'Kinh phí hỗ trợ 500 triệu đồng, gồm ngân sách 300 triệu đồng, doanh nghiệp ủng hộ 150 triệu đồng.',
  ],
  ['sums.parts-differ', 'Khen thưởng 30 tập thể, cá nhân, gồm 12 tập thể, 17 cá nhân.'],
  ['sums.parts-exceed', 'Toàn xã có 58 mô hình, trong đó khối cơ quan 21 mô hình, khối xã 38 mô hình.'],
  ['sums.parts-exceed', 'Tiếp nhận 45 đơn, trong đó 20 đơn khiếu nại, 15 đơn tố cáo và 12 kiến nghị.'],
  ['sums.parts-exceed', 'Đã tổ chức 12 hội nghị, trong đó có 14 hội nghị cấp xã.'],
  ['sums.parts-exceed', 'Đã đón 600 lượt người với 12 hội nghị, trong đó 15 hội nghị trực tuyến.'],
  ['sums.parts-exceed', 'Tổ chức 20 cuộc kiểm tra (trong đó 15 cuộc định kỳ, 8 cuộc đột xuất).'],
  ['sums.parts-exceed', 'Hòa giải 40 vụ việc, trong đó hòa giải thành 35 vụ việc, hòa giải không thành 7 vụ việc.'],
  [
    'sums.parts-exceed',
    'Xây dựng 30 mô hình, trong đó:\n- Lĩnh vực kinh tế: 18 mô hình\n- Lĩnh vực văn hóa: 14 mô hình',
  ],
  ['sums.part-over-whole', 'Đến nay 22/20 xã đã kiện toàn Ban Chỉ đạo.'],
  ['sums.part-over-whole', 'Đã trả lời 52/50 đơn của công dân.'],
  ['sums.part-over-whole', 'Giải quyết 61 đơn trên tổng số 60 đơn thuộc thẩm quyền.'],
  ['sums.percent-differs', 'Có 15/20 xã hoàn thành, đạt 80%.'],
  ['sums.percent-differs', 'Giải quyết 45/50 đơn, đạt tỷ lệ 95%.'],
  ['sums.percent-differs', 'Đạt 80% (15/20 xã).'],
  ['sums.percent-differs', 'Đã trả lời 40/50 ý kiến, tỷ lệ trả lời đạt 95%.'],
  ['sums.percent-differs', 'Có 1.200 hộ trên tổng số 1.500 hộ tham gia, chiếm 85%.'],
  ['sums.percent-differs', 'Hòa giải thành 8/9 vụ (98,8%).'],
  ['sums.percent-differs', 'Kiểm tra 33/40 đơn vị bằng 85,2%.'],
  ['sums.percent-over-hundred', 'Có 110% cử tri đi bầu.'],
  ['sums.percent-over-hundred', 'Tỷ lệ cử tri đi bỏ phiếu đạt 101,5%.'],
  ['sums.percent-over-hundred', 'Đã có 120% hộ gia đình ký cam kết.'],
  ['sums.words-differ', 'Mở 01 (hai) lớp tập huấn.'],
  ['sums.words-differ', 'Bổ sung 15 (mười bốn) thành viên.'],
  ['sums.words-differ', 'Hỗ trợ 500.000 đồng (Bốn trăm nghìn đồng) cho mỗi hộ.'],
  ['sums.words-differ', 'Trong thời hạn 03 (hai) tháng, các xã báo cáo.'],
  ['sums.words-differ', 'Cấp 1.250.000 đồng (một triệu hai trăm nghìn đồng chẵn).'],
  [
    'sums.said-twice',
    'Xã Đông xây dựng 60 mô hình dân vận khéo\nSáu tháng qua, cấp ủy quan tâm chỉ đạo.\nToàn xã đã xây dựng 62 mô hình dân vận khéo.',
  ],
  [
    'sums.said-twice',
    'Đã tổ chức tiếp 120 lượt công dân. Cán bộ trực đủ các phiên. Đã tổ chức tiếp 125 lượt công dân.',
  ],
]

const INNOCENT: readonly string[] = [
  // `trong đó` may name less than all.
  'Toàn xã có 60 mô hình, trong đó khối cơ quan 21 mô hình, khối xã 38 mô hình.',
  'Tiếp nhận 45 đơn, trong đó có 20 đơn khiếu nại.',
  // Parts that overlap.
  'Đội ngũ có 200 cán bộ, trong đó 120 cán bộ nữ, 150 cán bộ là đảng viên.',
  'Có 60 mô hình, trong đó 40 mô hình mới, 35 mô hình tập thể.',
  'Tổng số 240 hội viên, gồm 130 nữ, 180 đảng viên.',
  // Sums that hold.
  'Toàn phường có 60 mô hình, gồm 21 mô hình kinh tế, 20 mô hình văn hóa, 19 mô hình quốc phòng.',
  'Xã duy trì 60 mô hình, bao gồm: khối cơ quan 21 mô hình, khối xã, phường 39 mô hình.',
  'Tiếp nhận 47 đơn, gồm 20 khiếu nại, 15 tố cáo và 12 kiến nghị.',
  'Xã xây dựng 60 mô hình, cụ thể:\n- Khối cơ quan: 21 mô hình.\n- Khối xã: 39 mô hình.',
  'Tổng kinh phí 1,2 tỷ đồng, gồm ngân sách 700 triệu đồng, nhân dân đóng góp 520 triệu đồng.',
  // The list does not end with the last number, or does not name them all.
  'Xây dựng 60 mô hình, gồm 21 mô hình kinh tế, 20 mô hình văn hóa, còn lại là lĩnh vực khác.',
  'Xây dựng 60 mô hình, gồm 21 mô hình kinh tế, 20 mô hình văn hóa. Ngoài ra là mô hình quốc phòng.',
  'Tổ chức 45 cuộc, gồm 20 cuộc họp, 15 cuộc đối thoại, 10 buổi tọa đàm.',
  'Toàn xã có 60 mô hình, cụ thể:\n- Khối cơ quan: 21 mô hình.\n- Các chi hội: chưa thống kê.\n- Khối xã: 30 mô hình.',
  // Parts of parts.
  'Tiếp nhận 45 đơn, gồm 30 đơn khiếu nại (trong đó 10 đơn về đất đai), 15 đơn tố cáo.',
  'Tiếp nhận 45 đơn, gồm 30 đơn khiếu nại, trong đó 10 đơn về đất đai; 15 đơn tố cáo.',
  'Có 50 mô hình, gồm:\n- Khối cơ quan: 20 mô hình\n+ Xuất sắc: 5 mô hình\n+ Tốt: 15 mô hình\n- Khối xã: 30 mô hình',
  // Another thing is counted.
  'Mở 05 lớp bồi dưỡng, gồm 120 học viên là cán bộ thôn và 80 học viên là hội viên.',
  'Tổ chức 03 hội thi, gồm 12 hội viên và 15 đoàn viên dự thi.',
  'Toàn xã có 04 tổ, gồm 12 tổ viên, 4 tổ trưởng.',
  'Kiểm tra 8 đơn vị, trong đó lập 12 biên bản.',
  'Trao 30 suất quà, trong đó tổng trị giá 45 triệu đồng.',
  'Giải quyết 20 đơn, gồm 3 đợt.',
  // Behind a semicolon the main thing goes on.
  'Phường đã trả lời 50 ý kiến, trong đó đúng hạn 48 ý kiến, quá hạn 2 ý kiến; chưa đến hạn 9 ý kiến.',
  // About, more, less.
  'Tiếp nhận trên 45 đơn, gồm 20 đơn khiếu nại, 15 đơn tố cáo, 12 đơn kiến nghị.',
  'Có 60 mô hình, tăng 5 mô hình so với năm trước, trong đó 12 mô hình kinh tế.',
  'Danh sách chưa bao gồm 12 mô hình mới; toàn xã có 5 mô hình.',
  // x of y.
  'Có 20/20 xã đã kiện toàn, đạt 100%.',
  'Thành lập 12/10 tổ theo kế hoạch, đạt 120%.',
  'Đã xây dựng 25/20 mô hình, vượt chỉ tiêu được giao.',
  'Tỷ lệ nam/nữ: 45/30 người.',
  'Quốc lộ 21/3 đoạn qua xã đã thông xe.',
  'Ban hành Nghị quyết số 35/20-NQ/TU ngày 20/10/2025.',
  // Percents.
  'Có 15/20 xã hoàn thành, đạt 75%.',
  'Giải quyết 2/3 vụ, đạt 66,7%.',
  'Giải quyết 2/3 vụ, đạt 66,6%.',
  'Giải quyết 2/3 vụ, đạt 67%.',
  'Có 15/20 xã hoàn thành, còn 25% chưa hoàn thành.',
  'Có 15/20 xã hoàn thành, đạt 107% kế hoạch.',
  'Có 15/20 xã hoàn thành, tăng 10% so với cùng kỳ.',
  'Có 15/20 xã hoàn thành, đạt trên 70%.',
  'Có 15/20 xã hoàn thành; 80% hộ dân đồng thuận.',
  'Đã trả lời 40/50 ý kiến, tỷ lệ hài lòng đạt 95%.',
  'Đạt 110% kế hoạch, 120% chỉ tiêu số hộ đăng ký.',
  'Thu quỹ đạt 105% dự toán giao.',
  'Số hội viên bằng 112% cùng kỳ.',
  'Doanh thu tăng 150%.',
  'Có 100% cử tri đi bầu.',
  // Words in brackets.
  'Mở 01 (một) lớp; bổ sung 05 (năm) thành viên, 21 (hai mươi mốt) tổ.',
  'Hỗ trợ 500.000 đồng (Năm trăm nghìn đồng) và 1.205.000 đồng (một triệu hai trăm linh năm nghìn đồng chẵn).',
  'Tổ chức 03 (đợt hai) buổi; 12 (trong năm) cuộc.',
  'Phần 1 (một số nội dung chính).',
  'Theo Quyết định 15/2025 (hai bản).',
  // Twice, but not the same.
  'Đã tổ chức tiếp 120 lượt công dân. Quý sau đã tổ chức tiếp 125 lượt công dân.',
  'Dịp Tết, đã tặng 120 suất quà hộ nghèo. Ngày 27 tháng 7, đã tặng 150 suất quà hộ nghèo.',
  '- Xã Đông: xây dựng 5 mô hình dân vận khéo.\n- Xã Tây: xây dựng 7 mô hình dân vận khéo.',
  '1. Kinh tế\nXã xây dựng 5 mô hình dân vận khéo.\n2. Văn hóa\nXã xây dựng 7 mô hình dân vận khéo.',
  'Xã Đông xây dựng 60 mô hình dân vận khéo\nRiêng quý II đã xây dựng 22 mô hình dân vận khéo.',
  'Xã Đông xây dựng 60 mô hình dân vận khéo\nNăm 2024 đã xây dựng 52 mô hình dân vận khéo.',
  'Xã Đông xây dựng 60 mô hình dân vận khéo\nToàn xã đã xây dựng 60 mô hình dân vận khéo.',
  'Xã Đông xây dựng 60 mô hình dân vận khéo\nTrên địa bàn xây dựng 22 mô hình dân vận khéo về kinh tế.',
]

describe('a text that disagrees with itself', () => {
  it.each(WRONG)('%s: %s', (code, text) => {
    expect(codes(text)).toEqual([code])
  })

  it('is told with the places and what they make', () => {
    const text = 'Toàn xã có 58 mô hình, trong đó khối cơ quan 21 mô hình, khối xã 38 mô hình.'
    const [one] = found(text)
    expect(one?.told.map(({ start, end }) => text.slice(start, end))).toEqual(['58', '21', '38'])
    expect(one).toMatchObject({ makes: 59, because: ['sums.some', 'sums.kinds-apart'] })
    expect(found('Có 15/20 xã hoàn thành, đạt 80%.')[0]).toMatchObject({ makes: 75 })
  })
})

describe('a text that only looks so', () => {
  it.each(INNOCENT)('%s', (text) => {
    expect(codes(text)).toEqual([])
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'gồm|trong đó|bao gồm:|60|21 mô hình|(|)|,|;|.|\n- |khối xã|15/20 xã|đạt|80%|(hai)|110% cử tri|và|10 - 5|1.200.000 đồng|-'.split(
      '|',
    ),
  )
  it('is read without a throw, with places in the text and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ').normalize('NFC')
        const all = found(text)
        const starts = all.map(({ told }) => told[0]?.start ?? -1)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        for (const { start, end } of all.flatMap(({ told }) => told)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says nothing of parts that add up, and speaks when one is changed', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 4 })
    const names = ['kinh tế', 'văn hóa', 'quốc phòng', 'hệ thống chính trị']
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 40 }), (counts, extra) => {
        const whole = counts.reduce((sum, count) => sum + count, 0) + extra
        const list = counts.map((count, at) => `${count} mô hình ${names[at]}`).join(', ')
        expect(codes(`Xã có ${whole} mô hình, gồm ${list}.`)).toEqual(extra === 0 ? [] : ['sums.parts-differ'])
      }),
    )
  })

  it('takes time that grows with its length', () => {
    for (const hard of [
      'gồm 60 mô hình, ',
      'trong đó (',
      '15/20 xã, đạt ',
      '60 mô hình gồm ',
      '1 (một ',
      '12 hộ trên tổng số ',
    ]) {
      const text = hard.repeat(20_000)
      const { figures } = readText(text)
      const start = performance.now()
      disagreements(text, figures)
      expect(performance.now() - start, hard).toBeLessThan(4_000)
    }
  }, 60_000)
})
