// Likeness of models: the laws of the score, and the reasons a reader is given.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIKE, type Comparable, likenessOf, plainName, reasonWords } from './likeness.ts'

const model = (name: string, more: Partial<Comparable> = {}): Comparable => ({
  unit: 'phuong-a',
  name,
  sponsor: '',
  field: '',
  goals: '',
  content: '',
  area: '',
  ...more,
})
const score = (a: Comparable, b: Comparable): number => likenessOf(a, b).score
const said = (a: Comparable, b: Comparable): string[] => likenessOf(a, b).reasons.map((it) => reasonWords(it)[0])

const WORDS = ['tuyến', 'đường', 'hoa', 'tự', 'quản', 'camera', 'an', 'ninh', 'sạch', 'và', 'Mô hình', 'ngõ', '5']
const nameArb = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const modelArb = fc.record({
  unit: fc.constantFrom('phuong-a', 'phuong-b'),
  name: nameArb,
  sponsor: fc.constantFrom('', 'Chi bộ thôn Một', 'Hội Phụ nữ phường'),
  field: fc.constantFrom('', 'economy'),
  goals: fc.oneof(nameArb, fc.constant('')),
  content: fc.oneof(fc.string(), nameArb),
  area: fc.constantFrom('', 'Thôn Một', 'Tổ dân phố số 3, Thôn Một'),
})

describe('likeness of models', () => {
  it('is a share, the same both ways, and whole of a model with itself (L1)', () => {
    fc.assert(
      fc.property(modelArb, modelArb, (a, b) => {
        expect(score(a, b)).toBeCloseTo(score(b, a), 12)
        expect(score(a, b)).toBeGreaterThanOrEqual(0)
        expect(score(a, b)).toBeLessThanOrEqual(1)
        expect(score(a, a)).toBe(1)
      }),
    )
  })

  it('sees neither tones nor capitals nor what every name says (L2)', () => {
    fc.assert(
      fc.property(nameArb, nameArb, (a, b) => {
        const bare = (name: string) => model(`Mô hình ${name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()}`)
        // A name of nothing else is compared as it stands.
        fc.pre([a, b].every((name) => plainName(name) === plainName(`Mô hình ${name}`)))
        expect(score(bare(a), model(b))).toBeCloseTo(score(model(a), model(b)), 12)
      }),
    )
  })

  it('is raised by texts that are alike and never lowered by others (L3)', () => {
    fc.assert(
      fc.property(nameArb, nameArb, fc.string(), fc.string(), (a, b, mine, theirs) => {
        expect(score(model(a, { goals: mine }), model(b, { goals: theirs }))).toBeGreaterThanOrEqual(
          score(model(a), model(b)),
        )
      }),
    )
    const goals = 'Vận động 120 hộ phân loại rác tại nguồn, đến hết năm không còn điểm đổ rác tự phát ven kênh'
    const [a, b] = [model('Kênh xanh', { goals }), model('Phụ nữ nói không với rác', { goals })]
    expect(score(model(a.name), model(b.name))).toBeLessThan(ALIKE)
    expect(score(a, b)).toBeGreaterThan(ALIKE)
    expect(said(a, b)).toContain('mục tiêu, nội dung giống 100%')
  })

  it('tells the same thing under two names from two things of one field', () => {
    const mine = model('Mô hình Dân vận khéo “Tuyến đường hoa tự quản”')
    for (const [name, isAlike] of [
      ['Đường hoa phụ nữ tự quản', true],
      ['tuyen duong hoa tu quan', true],
      ['Đoạn đường hoa thanh niên', true],
      ['Tổ dân phố không rác', false],
      ['Camera an ninh', false],
      ['Mô hình Dân vận khéo trong giải phóng mặt bằng', false],
      ['Ngày thứ Bảy tình nguyện', false],
    ] as const)
      expect([name, score(mine, model(name)) >= ALIKE]).toEqual([name, isAlike])
  })

  it('says why: words with their tones, field, village, sponsors', () => {
    const mine = model('Tuyến đường hoa tự quản', {
      sponsor: 'Hội Liên hiệp Phụ nữ phường',
      field: 'culture-society',
      area: 'Thôn Động Linh, tổ dân phố số 3',
    })
    const theirs = model('Mô hình tuyến đường hoa và ngõ xóm tự quản', {
      sponsor: 'Chi bộ tổ dân phố số 3',
      field: 'culture-society',
      area: 'Tổ dân phố Số 3',
    })
    expect(said(mine, theirs)).toEqual([
      'cùng từ: tuyến đường hoa, tự quản',
      'cùng lĩnh vực: Văn hóa - xã hội',
      'cùng thôn, tổ dân phố: tổ dân phố số 3',
      'khác chủ thể: Hội Liên hiệp Phụ nữ phường ↔ Chi bộ tổ dân phố số 3',
      'mô hình của chi bộ không được trùng với phong trào của Mặt trận, đoàn thể cùng địa bàn',
    ])
  })

  it('sees a clash only between a chi bộ and the Front or a union, and only in one place', () => {
    const by = (sponsor: string, unit = 'phuong-a') => model('Đường hoa', { sponsor, unit })
    const isClash = (a: Comparable, b: Comparable) => likenessOf(a, b).reasons.some((it) => it.kind === 'clash')
    expect(isClash(by('Chi bộ thôn Một'), by('Ban Thường trực Ủy ban MTTQ phường'))).toBe(true)
    expect(isClash(by('Đoàn Thanh niên phường'), by('CHI BỘ trường tiểu học'))).toBe(true)
    expect(isClash(by('Chi bộ thôn Một'), by('Hội Nông dân phường', 'phuong-b'))).toBe(false)
    expect(isClash(by('Hội Phụ nữ phường'), by('Hội Nông dân phường'))).toBe(false)
    expect(isClash(by('Chi bộ thôn Một'), by('Chi bộ thôn Hai'))).toBe(false)
    expect(isClash(by('Chi bộ thôn Một'), by(''))).toBe(false)
    expect(said(by('Hội Phụ nữ phường'), by('hội phụ nữ  phường'))).toContain('cùng chủ thể: hội phụ nữ  phường')
  })

  it('names words by their tones: two words that fold alike are not one', () => {
    expect(likenessOf(model('Tuyến đường hoa'), model('Tuyên dương hoa khôi')).words).toEqual([])
    expect(likenessOf(model('Tuyến đường hoa'), model('tuyen duong hoa')).words).toEqual(['tuyến đường hoa'])
    expect(likenessOf(model('Hoà giải giỏi'), model('Hòa giải khéo')).words).toEqual(['hoà giải'])
  })

  it('calls no joining word and no single syllable a common word, but a long one it does', () => {
    expect(likenessOf(model('Xanh và sạch'), model('Đỏ và sạch')).words).toEqual([])
    expect(likenessOf(model('Camera thôn Một'), model('Lắp camera ngõ phố')).words).toEqual(['camera'])
  })
})
