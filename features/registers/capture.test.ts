// Tests of quick capture over all registers: sentences of many hands find their register and their fields.
import { captureOf } from '@kheo/kit/register/capture.ts'
import { shapeOf } from '@kheo/kit/register/fields.ts'
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import { describe, expect, it } from 'vitest'
import { registers } from './list.ts'
import { sentences, TODAY, VILLAGES } from './testing-sentences.ts'

const read = (text: string) => captureOf(registers, text, { today: TODAY, villages: VILLAGES })
const first = (text: string) => read(text).candidates[0]

describe('a sentence of everyday work', () => {
  it.each(sentences)('$register: $text', ({ text, register, values = {}, day = TODAY }) => {
    const found = first(text)
    expect(found?.register.name).toBe(register)
    expect(found?.values).toMatchObject(values)
    expect(found?.happenedOn).toBe(day)
  })

  it('has its words for every register', () => {
    const spoken = new Set(sentences.map((it) => it.register))
    expect(registers.map((it) => it.name).filter((name) => !spoken.has(name))).toEqual([])
    for (const it of registers) expect(it.capture?.length, it.name).toBeGreaterThan(0)
  })

  it.each(sentences)('says where each value came from: $text', ({ text }) => {
    for (const { register, filled, because } of read(text).candidates) {
      expect(because.length).toBeGreaterThan(0)
      for (const { field, value, from } of filled) {
        expect(from[0]).toBeLessThan(from[1])
        expect(text.slice(...from).trim()).not.toBe('')
        const known = register.fields[field]
        expect(known === undefined || shapeOf(known).safeParse(value).success).toBe(true)
      }
    }
  })

  it('reads the same in any Unicode form', () => {
    for (const { text } of sentences) {
      const [composed, apart] = [first(text.normalize('NFC')), first(text.normalize('NFD'))]
      expect(apart?.register.name).toBe(composed?.register.name)
      expect(apart?.values).toEqual(composed?.values)
    }
  })
})

describe('what leads to a person', () => {
  it.each([
    [
      'Bà con phản ánh ông Nguyễn Văn Bình lấn đường, sđt 0912 345 678',
      'Bà con phản ánh ông lấn đường',
      ['name', 'phone'],
    ],
    ['Người dân bức xúc việc chị Lan bán hàng lấn vỉa hè', 'Người dân bức xúc việc chị bán hàng lấn vỉa hè', ['name']],
    [
      'Dư luận về anh Trần Đức, CCCD 035085001234, chưa được giải quyết',
      'Dư luận về anh, chưa được giải quyết',
      ['name', 'id-card'],
    ],
    ['ba con phan anh ong nguyen van binh lan duong', 'Ba con phan anh ong lan duong', ['name']],
    ['Nguyễn Thị Hoa cùng bà con phản ánh đường hỏng', 'Cùng bà con phản ánh đường hỏng', ['name']],
  ])('stays out of the text: %s', (text, matter, what) => {
    const answer = read(text)
    expect(answer.takenOut.map((it) => it.what)).toEqual(what)
    expect(answer.candidates.find((it) => it.register.name === 'public-mood')?.values['matter']).toBe(matter)
  })

  it.each([
    'Bà con phản ánh đường Nguyễn Văn Trỗi ngập nước',
    'Dư luận quan tâm việc các anh chị Hội Phụ nữ chưa được hỗ trợ',
    'BÀ CON PHẢN ÁNH ĐƯỜNG NGẬP NƯỚC',
    'Người dân bức xúc, đề nghị đồng chí Bí thư xem xét',
  ])('leaves streets, posts and loud writing alone: %s', (text) => {
    expect(read(text).takenOut).toEqual([])
    expect(first(text)?.values['matter']).toBe(text)
  })

  it('never stands in a value of any sentence', () => {
    const values = sentences
      .flatMap(({ text }) => read(`${text}, liên hệ 0987654321`).candidates)
      .flatMap((it) => Object.values(it.values))
      .filter((value) => typeof value === 'string')
    expect(values.length).toBeGreaterThan(sentences.length)
    expect(values.filter((value) => findPersonalNumber(value) !== undefined)).toEqual([])
  })
})

describe('what is not an entry', () => {
  it.each(['', '   ', 'Chúc cả nhà ngày mới vui vẻ', 'Đơn vị em xin phép nghỉ họp', 'ok anh', '12345', '🙂🙂'])(
    'is recognised as none: %s',
    (text) => {
      expect(read(text).candidates).toEqual([])
    },
  )
})
