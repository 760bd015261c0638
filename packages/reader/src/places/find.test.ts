// Places by their unit words, in lists, in short forms, and apart from people.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scan } from '../tokens/scan.ts'
import { placeFinder } from './find.ts'

function read(text: string) {
  const finder = placeFinder(text)
  finder.see({ tokens: scan(text), order: 0, isFurniture: false })
  return finder.found()
}
const said = (text: string) => read(text).map((it) => `${it.kind}:${it.name}`)

describe('places of administration', () => {
  it.each([
    ['từ phường Bạch Đằng đến xã Yên Nam, thị xã Duy Tiên', ['ward:Bạch Đằng', 'commune:Yên Nam', 'town:Duy Tiên']],
    ['các xã Ba Sao, Thanh Sơn và Khả Phong báo cáo', ['commune:Ba Sao', 'commune:Thanh Sơn', 'commune:Khả Phong']],
    ['3 phường Đồng Văn, Bạch Thượng; thị trấn Quế', ['ward:Đồng Văn', 'ward:Bạch Thượng', 'township:Quế']],
    [
      'Thành ủy Phủ Lý, TP. Hà Nội, TP Hồ Chí Minh, Quận 1',
      ['city:Phủ Lý', 'city:Hà Nội', 'city:Hồ Chí Minh', 'urban-district:1'],
    ],
    ['tỉnh Bà Rịa - Vũng Tàu', ['province:Bà Rịa - Vũng Tàu']],
    ["huyện Cư M'gar, buôn Kò Tam", ["district:Cư M'gar", 'village:Kò Tam']],
    ['xã Lê Lợi, phường Trần Phú', ['commune:Lê Lợi', 'ward:Trần Phú']],
    ['Chủ tịch UBND huyện Hòa Vang Nguyễn Đình Chiểu dự', ['district:Hòa Vang']],
    ['Chủ tịch HĐND tỉnh Nguyễn Thị Minh Khai dự', []],
    ['các xã, phường, thị trấn trong huyện', []],
    ['UBND phường Báo cáo kết quả', []],
    ['ĐẢNG BỘ TỈNH ỦY PHÁT ĐỘNG', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('gives the place of the name, and never throws', () => {
    const word = fc.constantFrom(
      'xã',
      'các xã',
      'TP',
      '.',
      ',',
      'Hòa Vang',
      'và',
      'tỉnh',
      'ủy',
      '-',
      'Lê Lợi',
      "M'",
      '5',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'binary' }))), (words) => {
        const text = words.join(' ')
        for (const it of read(text)) expect(text.slice(it.start, it.end).replace(/\s+/gu, ' ')).toBe(it.name)
      }),
    )
  })
})
