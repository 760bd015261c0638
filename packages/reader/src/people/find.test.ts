// Officials in sentences of every habit of writing, and the names that are no officials.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Official } from '../reading.ts'
import { scan, type Token } from '../tokens/scan.ts'
import { peopleFinder } from './find.ts'

function read(text: string): Official[] {
  const nfc = text.normalize('NFC')
  const finder = peopleFinder(nfc)
  let line: Token[] = []
  let order = 0
  const flush = () => {
    if (line.length > 0) finder.see({ tokens: line, order: order++, isFurniture: false })
    line = []
  }
  for (const token of scan(nfc)) {
    if (token.kind === 'break') flush()
    else line.push(token)
  }
  flush()
  return finder.found()
}

const names = (text: string) => read(text).map((it) => it.name)
const said = (text: string) => read(text).map((it) => [it.name, it.role, it.titles])

describe('people in their function', () => {
  it.each([
    [
      'Đồng chí Lê Quý Đôn, Huyện ủy viên, Trưởng Ban Dân vận Huyện ủy chủ trì buổi họp.',
      [['Lê Quý Đôn', 'chair', 'Huyện ủy viên, Trưởng Ban Dân vận Huyện ủy']],
    ],
    [
      'Đ/c Phan Bội Châu-Phó Bí thư Đảng ủy báo cáo kết quả năm qua',
      [['Phan Bội Châu', 'report', 'Phó Bí thư Đảng ủy']],
    ],
    ['đ.c Hồ Xuân Hương (PCT UBND xã) trao giấy khen.', [['Hồ Xuân Hương', 'award', 'PCT UBND xã']]],
    [
      'Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Lê Quý Đôn kết luận hội nghị.',
      [['Lê Quý Đôn', 'speech', 'Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh']],
    ],
    [
      'Thay mặt huyện, đồng chí Phó Bí thư Huyện ủy Tôn Thất Tùng phát biểu.',
      [['Tôn Thất Tùng', 'speech', 'Phó Bí thư Huyện ủy']],
    ],
    [
      'Tham dự có Đại tá Trần Đại Nghĩa, Chính ủy Bộ CHQS tỉnh.',
      [['Trần Đại Nghĩa', 'attend', 'Đại tá, Chính ủy Bộ CHQS tỉnh']],
    ],
    [
      'Hội nghị do bà Đoàn Thị Điểm - UVBTV, Trưởng Ban Dân vận chủ trì.',
      [['Đoàn Thị Điểm', 'chair', 'UVBTV, Trưởng Ban Dân vận']],
    ],
    ['Chủ trì là ông Ngô Thì Nhậm – Chủ tịch UBMTTQ phường.', [['Ngô Thì Nhậm', 'chair', 'Chủ tịch UBMTTQ phường']]],
    [
      'Đồng chí Lương Thế Vinh, Bí thư chi bộ và đồng chí Chu Văn An, Trưởng thôn cùng chủ trì.',
      [
        ['Lương Thế Vinh', 'chair', 'Bí thư chi bộ'],
        ['Chu Văn An', 'chair', 'Trưởng thôn'],
      ],
    ],
    ['Đến dự có Thạc sĩ Lê Hữu Trác - Bí thư Đảng ủy, Chủ trì hội nghị.', [['Lê Hữu Trác', 'chair', 'Bí thư Đảng ủy']]],
    ['Phát biểu tại cuộc họp, ông Đào Duy Từ nêu ba việc cần làm.', [['Đào Duy Từ', 'speech', '']]],
    ['PHÓ BÍ THƯ\n(Đã ký)\nTạ Quang Bửu', [['Tạ Quang Bửu', 'other', 'PHÓ BÍ THƯ']]],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('reads a list of comrades, with titles and without', () => {
    const text =
      'Dự họp có các đồng chí: Phan Bội Châu – Trưởng Ban Dân vận Huyện ủy; Hồ Xuân Hương, Phó Chủ tịch UBND huyện; Bùi Thị Xuân và Nguyễn Công Trứ.'
    expect(said(text)).toEqual([
      ['Phan Bội Châu', 'attend', 'Trưởng Ban Dân vận Huyện ủy'],
      ['Hồ Xuân Hương', 'attend', 'Phó Chủ tịch UBND huyện'],
      ['Bùi Thị Xuân', 'attend', ''],
      ['Nguyễn Công Trứ', 'attend', ''],
    ])
  })

  it('parts two people where one title stands behind and the next before', () => {
    const text =
      'Phó Chủ tịch UBND tỉnh Lê Quý Đôn, Trưởng Ban Dân vận Tỉnh ủy Đoàn Thị Điểm và lãnh đạo huyện cùng dự.'
    expect(said(text)).toEqual([
      ['Lê Quý Đôn', 'attend', 'Phó Chủ tịch UBND tỉnh'],
      ['Đoàn Thị Điểm', 'attend', 'Trưởng Ban Dân vận Tỉnh ủy'],
    ])
  })

  it('tells a place from the person behind it', () => {
    expect(names('Chủ tịch UBND huyện Hòa Vang Nguyễn Đình Chiểu dự.')).toEqual(['Nguyễn Đình Chiểu'])
    expect(names('Bí thư Tỉnh ủy Hà Nam Đặng Thai Mai dự.')).toEqual(['Đặng Thai Mai'])
    expect(names('Chủ tịch UBND xã Mai Sơn và Bí thư Huyện ủy Kim Bảng báo cáo.')).toEqual([])
    expect(names('Bí thư Đảng ủy xã Lý Thường Kiệt kết luận.')).toEqual([])
  })

  it('knows the names of the highlands, and names in capitals', () => {
    expect(
      names(
        "Dự có đồng chí Điểu Ong; đồng chí Y Ngông Niê Kđăm - Bí thư Đảng ủy; ông N'Trang Lơng, Phó Chủ tịch; ông Vừ A Dính, Trưởng bản.",
      ),
    ).toEqual(['Điểu Ong', 'Y Ngông Niê Kđăm', "N'Trang Lơng", 'Vừ A Dính'])
    expect(names('ĐỒNG CHÍ LÊ QUÝ ĐÔN - PHÓ BÍ THƯ PHÁT BIỂU\nĐồng chí Lê Quý Đôn phát biểu.')).toEqual(['Lê Quý Đôn'])
  })

  it('keeps one person once, where the name first stands, with titles and the first role of all', () => {
    const text =
      'Ảnh: Đ/c Hồ Xuân Hương trao quà\nĐồng chí Hồ Xuân Hương, Chủ tịch Hội LHPN xã chủ trì. Đồng chí Xuân Hương nhấn mạnh.'
    expect(read(text)).toMatchObject([
      { name: 'Hồ Xuân Hương', start: text.indexOf('Hồ'), titles: 'Chủ tịch Hội LHPN xã', role: 'chair' },
    ])
  })

  it.each([
    'Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh; Chủ tịch Hồ Chí Minh căn dặn.',
    'Tin, ảnh: Nguyễn Khuyến',
    'Nguyễn Khuyến – Trần Tế Xương',
    'Họp tại trường THPT Lê Quý Đôn, Phó Chủ tịch xã dự; sửa đường Trần Phú và Nhà văn hóa Nguyễn Du.',
    'Hộ ông Cao Thắng ở thôn 5 hiến đất; gia đình bà Bùi Thị Xuân góp công.',
    'Ông Mai Thúc Loan cho biết gia đình rất vui.',
    'Anh Lý Tự Trọng, Giám đốc Công ty xây dựng tặng quà.',
    'Các đồng chí Bí thư, Phó Bí thư, Chủ tịch UBND các xã Thanh Sơn, Ba Sao và Khả Phong.',
    'Kỷ niệm ngày sinh đồng chí Nguyễn Văn Cừ.',
    'Linh mục Trần Lục đến thăm.',
    'Đại úy Trần Đại Nghĩa',
    'Bà Rịa - Vũng Tàu; Hội Nông dân Việt Nam, Chủ tịch Hội.',
  ])('names no official: %s', (text) => {
    expect(names(text)).toEqual([])
  })

  it('says why', () => {
    expect(read('Đồng chí Lê Quý Đôn, Bí thư Huyện ủy dự.')[0]?.because).toEqual([
      'person.title-after',
      'person.comrade',
    ])
  })

  it('reads any name after any frequent honorific and before any office', () => {
    const part = fc.constantFrom('Quý', 'Bội', 'Xuân', 'Minh', 'Đôn', 'Châu', 'Tùng')
    const first = fc.constantFrom('Nguyễn', 'Trần', 'Lê', 'Phan', 'Hồ', 'Tôn')
    const open = fc.constantFrom('Đồng chí ', 'Đ/c ', 'đ/c: ', 'đ.c ', 'các đồng chí: ')
    const join = fc.constantFrom(', ', ' - ', '-', ' – ', ' (', ': ')
    const office = fc.constantFrom('Bí thư Đảng ủy', 'Phó Trưởng Ban Dân vận', 'UVBTV', 'Chủ tịch HĐND xã')
    fc.assert(
      fc.property(open, first, fc.array(part, { minLength: 1, maxLength: 3 }), join, office, (a, b, c, d, e) => {
        const name = [b, ...c].join(' ')
        expect(names(`${a}${name}${d}${e} phát biểu`)).toEqual([name])
      }),
    )
  })

  it('never throws, and every start points at the name', () => {
    const word = fc.constantFrom(
      'đồng chí',
      'Đ/c',
      'Lê',
      'Quý Đôn',
      ',',
      '-',
      'Bí thư',
      'huyện',
      '\n',
      '(',
      ')',
      'và',
      'ủy',
      "K'",
      'dự',
      '.',
      'các',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))), (words) => {
        const text = words.join(' ').normalize('NFC')
        for (const it of read(text)) expect(text.slice(it.start).startsWith(it.name.split(' ')[0] ?? '')).toBe(true)
      }),
    )
  })
})
