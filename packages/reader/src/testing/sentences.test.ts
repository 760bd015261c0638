// The sentences that measure the reader are themselves right in form: every digit run has one answer, at its place.
import { describe, expect, it } from 'vitest'

import { loadSentences, placeSentence, type WrittenSentence } from './sentences.ts'

const place = (written: Partial<WrittenSentence> & { readonly text: string }) =>
  placeSentence('thử', { figures: [], notFigures: [], ...written })
const count = (number: string, value: number, unit: string, more: object = {}) => ({
  number,
  value,
  unit,
  kind: 'count' as const,
  ...more,
})

describe('places of items', () => {
  it('merges the three lists by order', () => {
    const sentence = place({
      text: 'Năm 2018, theo Kế hoạch 12, lập 12 tổ.',
      figures: [count('12', 12, 'tổ', { nth: 2 })],
      notFigures: [{ number: '2018', why: 'year' }],
      documents: [{ type: 'Kế hoạch', number: '12' }],
    })
    expect(sentence.notFigures[0]?.start).toBe(4)
    expect(sentence.documents).toEqual([{ type: 'Kế hoạch', number: '12', start: 24 }])
    expect(sentence.figures).toEqual([{ number: '12', value: 12, unit: 'tổ', kind: 'count', start: 32 }])
  })

  it('takes the longer of two that begin at one place', () => {
    const sentence = place({
      text: 'Khuyến cáo 5K đến 5 xã.',
      figures: [count('5', 5, 'xã')],
      notFigures: [{ number: '5K', why: 'other' }],
    })
    expect([sentence.notFigures[0]?.start, sentence.figures[0]?.start]).toEqual([11, 18])
  })

  it('finds a number whole: not within another, a word not within a word', () => {
    const sentence = place({
      text: 'Khai trương hai điểm.',
      figures: [count('hai', 2, 'điểm', { word: true })],
    })
    expect(sentence.figures[0]?.start).toBe(12)
    expect(() => place({ text: 'Có 112 hộ.', figures: [count('12', 12, 'hộ')] })).toThrow(/not in its place/)
  })

  it('leaves the exponent to its unit', () => {
    const area = (text: string) =>
      place({ text, figures: [{ number: '40', value: 40, unit: 'm', kind: 'measure' }] }).figures.length
    expect([area('Rộng 40 m2.'), area('Rộng 40 km2.'), area('Đổ 40m3 cát.')]).toEqual([1, 1, 1])
    expect(() => area('Rộng 40 m4.')).toThrow(/no list/)
    expect(() => area('Rộng 40 xóm2.')).toThrow(/no list/)
  })

  it('places a person at the first mention of the name', () => {
    const sentence = place({
      text: 'Đồng chí Tạ Quang Bửu, Chủ tịch xã báo cáo; Tạ Quang Bửu cũng giải đáp.',
      people: [{ name: 'Tạ Quang Bửu', titles: 'Chủ tịch xã', role: 'report' }],
    })
    expect(sentence.people?.[0]?.start).toBe(9)
  })
})

describe('what is refused', () => {
  it.each<[string, RegExp, Partial<WrittenSentence> & { readonly text: string }]>([
    ['a run in no list', /«7» at 3 is in no list/, { text: 'Có 7 tổ.' }],
    [
      'a run in two lists',
      /two lists/,
      { text: 'Có 7 tổ.', figures: [count('7', 7, 'tổ')], notFigures: [{ number: '7', why: 'other' }] },
    ],
    ['an item that is not there', /not in its place/, { text: 'Có tổ.', figures: [count('7', 7, 'tổ')] }],
    [
      'items out of order',
      /not in its place|no list/,
      { text: 'Có 7 tổ, 9 hộ.', figures: [count('9', 9, 'hộ'), count('7', 7, 'tổ')] },
    ],
    ['a half of a run', /not in its place/, { text: 'Có 77 tổ.', figures: [count('7', 7, 'tổ'), count('7', 7, 'tổ')] }],
    ['letters not composed', /composed/, { text: 'Tổ hòa giải'.normalize('NFD') }],
    [
      'a part without its whole',
      /of of/,
      { text: '1/2 xã', figures: [{ ...count('1/2', 1, 'xã'), kind: 'fraction' }] },
    ],
    ['a range upside down', /to of/, { text: '5 - 3 xã', figures: [count('5 - 3', 5, 'xã', { to: 3 })] }],
    ['a unit in capitals', /unit of/, { text: '5 XÃ', figures: [count('5', 5, 'XÃ')] }],
    ['a number that is none', /value of/, { text: '5 xã', figures: [count('5', Number.NaN, 'xã')] }],
    ['a percent that counts', /percent of/, { text: '5% xã', figures: [{ ...count('5%', 5, 'xã'), kind: 'percent' }] }],
    [
      'a title that is not written',
      /titles/,
      { text: 'Tạ Quang Bửu', people: [{ name: 'Tạ Quang Bửu', titles: 'X', role: 'chair' }] },
    ],
    ['a day that is none', /date/, { text: 'Họp', event: { kind: 'khac', date: '2021-02-30', period: null } }],
  ])('%s', (_what, message, written) => {
    expect(() => place(written)).toThrow(message)
  })
})

describe('the sentences', () => {
  const all = loadSentences()

  it('are many, and none stands twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(280)
    expect(new Set(all.map((it) => it.text)).size).toBe(all.length)
  })

  it('have each item at the place that is said', () => {
    for (const { text, figures, notFigures, documents, people = [] } of all) {
      for (const it of [...figures, ...notFigures, ...documents])
        expect(text.slice(it.start, it.start + it.number.length)).toBe(it.number)
      for (const it of people) expect(text.startsWith(it.name, it.start)).toBe(true)
    }
  })

  it('speak of every kind of figure, every reason, every role and every kind of event', () => {
    const kinds = (list: readonly string[]) => [...new Set(list)].sort()
    expect(kinds(all.flatMap((it) => it.figures.map((f) => f.kind)))).toEqual(
      kinds(['count', 'money', 'percent', 'fraction', 'measure']),
    )
    expect(kinds(all.flatMap((it) => it.notFigures.map((f) => f.why)))).toEqual(
      kinds(['date', 'year', 'period', 'ordinal', 'resolutionName', 'siteCounter', 'phone', 'other']),
    )
    expect(kinds(all.flatMap((it) => (it.people ?? []).map((p) => p.role)))).toEqual(
      kinds(['chair', 'report', 'speech', 'award', 'attend', 'other']),
    )
    expect(kinds(all.flatMap((it) => (it.event ? [it.event.kind] : [])))).toEqual(
      kinds(['so-ket', 'tong-ket', 'giao-ban', 'trien-khai', 'tap-huan', 'kiem-tra', 'khac']),
    )
  })
})
