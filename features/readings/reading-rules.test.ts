// Rules of readings that need no database: the fold, masks, sentences, the unit and period a text names.
import { findPersonalNumber } from '@kheo/core/privacy/screening.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAround } from './found.ts'
import { blotOut, maskNumbers } from './masking.ts'
import { periodSaid, unitNamed } from './place.ts'
import { reasonsSaid } from './reasons.ts'
import { periodOfTitle } from './titles.ts'
import { decidedSince, gradesOf, statusOf, type StoredClaim, type StoredStep } from './rules.ts'

const tally = { figures: 3, claims: 2, decided: 0, saved: 0 }
const step = (seq: number, kind: StoredStep['kind'], body: Partial<StoredStep['body']> = {}): StoredStep => ({
  seq,
  kind,
  at: new Date(0),
  actorTitle: `cán bộ ${seq}`,
  body: { tally, ...body },
})
const decision = (key: string, verdict: 'confirmed' | 'rejected' | 'open') => ({
  key,
  verdict,
  indicator: 'TT01',
  value: 1,
  replace: false,
})

describe('the fold of a reading', () => {
  const placement = { unit: 'X1', period: '2019-H1', saysUnit: true, saysPeriod: true }
  const save = { unit: 'X1', period: '2019-H1', cells: [], verified: [], kept: [] }
  const life = [
    step(1, 'added'),
    step(2, 'failed', { problem: { code: 'reading.gave_up' } }),
    step(3, 'retried'),
    step(4, 'read', { placement }),
    step(5, 'decided', { decisions: [decision('a', 'confirmed'), decision('b', 'rejected')] }),
    step(6, 'decided', { decisions: [decision('b', 'open')] }),
    step(7, 'placed', { placement: { ...placement, unit: 'X2' } }),
    step(8, 'saved', { save }),
    step(9, 'undone'),
    step(10, 'discarded'),
  ]

  it('says the state after every step', () => {
    expect(life.map((_, at) => statusOf(life.slice(0, at + 1)).state)).toEqual([
      'queued',
      'failed',
      'queued',
      'read',
      'read',
      'read',
      'read',
      'saved',
      'read',
      'discarded',
    ])
  })
  it('keeps the last word on each claim, the last place, and the save only while it stands', () => {
    expect([...statusOf(life.slice(0, 6)).decisions].map(([key, { verdict }]) => [key, verdict])).toEqual([
      ['a', 'confirmed'],
      ['b', 'open'],
    ])
    expect(statusOf(life.slice(0, 4))).toMatchObject({ isProposed: true, problem: null })
    expect(statusOf(life.slice(0, 7))).toMatchObject({ isProposed: false, placement: { unit: 'X2' } })
    expect([statusOf(life.slice(0, 8)).lastSave, statusOf(life.slice(0, 9)).lastSave]).toEqual([save, null])
    expect(statusOf(life.slice(0, 2)).problem).toEqual({ code: 'reading.gave_up' })
  })
  it('tells a clash over a claim from work on others', () => {
    expect(decidedSince(life.slice(0, 6), 4, ['c'])).toMatchObject({ isStale: false, keys: [] })
    expect(decidedSince(life.slice(0, 6), 4, ['b'])).toMatchObject({ keys: ['b'], by: 'cán bộ 6' })
    expect(decidedSince(life, 6, ['c']).isStale).toBe(true)
  })
})

describe('masking', () => {
  it('takes out every number of a person and keeps length and lines', () => {
    const text =
      'Điện thoại 0912 345 678.\nCCCD 035090001234; đã tiếp 35 lượt\n1\t2.811,7 triệu đồng\t0\t31\t29\t60\t45'
    const masked = maskNumbers(text)
    expect(masked).toBe(
      'Điện thoại ••••••••••••.\nCCCD ••••••••••••; đã tiếp 35 lượt\n1\t2.811,7 triệu đồng\t0\t31\t29\t60\t45',
    )
  })
  it('leaves nothing to find in any line, whatever the text, in which all else stands where it stood', () => {
    const piece = fc.oneof(
      fc.constantFrom('0912345678', '035090001234', 'CMND 168123456', '+84 912 345 678', '9.081', '08/24', '2019'),
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.constantFrom(' ', '\n', '\t', ' lượt ', '; '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        const masked = maskNumbers(text)
        expect(masked).toHaveLength(text.length)
        for (const line of masked.split(/[\n\t]/)) expect(findPersonalNumber(line)).toBeUndefined()
        expect(masked.split('').every((sign, at) => sign === '•' || sign === text[at])).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('takes time in proportion to the text, also without a single line break', () => {
    const long = 'Đã tiếp 35 lượt công dân, gọi 0912345678 khi cần. '.repeat(20_000)
    const started = performance.now()
    expect(maskNumbers(long)).not.toContain('0912')
    expect(performance.now() - started).toBeLessThan(5000)
  })
  it('blots out places by their digits alone', () => {
    expect(blotOut('gọi 1900 9095 nhé', [{ start: 4, end: 13 }])).toBe('gọi •••• •••• nhé')
  })
})

describe('the sentence around a number', () => {
  const text = 'Câu thứ nhất. Đã tiếp 38 lượt công dân; còn 3 việc.\nDòng sau.'
  it('ends at full stops, semicolons and lines', () => {
    const at = text.indexOf('38')
    expect(sentenceAround(text, at, at + 2)).toBe('Đã tiếp 38 lượt công dân;')
    const last = text.indexOf('3 việc')
    expect(sentenceAround(text, last, last + 1)).toBe('còn 3 việc.')
  })
  it('is cut with dots when it is long, and always holds its number', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (before, after) => {
        const long = `${'a '.repeat(before)}12345${' b'.repeat(after)}`
        const said = sentenceAround(long, before * 2, before * 2 + 5)
        expect(said).toContain('12345')
        expect(said.length).toBeLessThan(420)
        expect(said.startsWith('… ')).toBe(before > 89)
      }),
    )
  })
})

describe('the place of a text', () => {
  const periods = (['2019-H1', '2019-Q1', '2019', 'dang:2019-H1', '2019-M9T'] as const).map((id) => ({
    id,
    year: 2019,
    kind: id.endsWith('H1') ? 'half' : id.endsWith('Q1') ? 'quarter' : id.endsWith('M9T') ? 'nine-months' : 'year',
    number: 1,
  })) as never
  it('has the period it reviews, of the plain regime; several years are none', () => {
    expect(periodSaid(periods, { year: 2019, half: 1 })?.id).toBe('2019-H1')
    expect(periodSaid(periods, { year: 2019, months: 6 })?.id).toBe('2019-H1')
    expect(periodSaid(periods, { year: 2019, months: 9 })?.id).toBe('2019-M9T')
    expect(periodSaid(periods, { year: 2019, quarter: 1 })?.id).toBe('2019-Q1')
    expect(periodSaid(periods, { year: 2019 })?.id).toBe('2019')
    expect(periodSaid(periods, { year: 2019, from: 2014 })).toBeUndefined()
    expect(periodSaid(periods, { year: 2021 })).toBeUndefined()
    expect(periodSaid(periods, null)).toBeUndefined()
  })
  const names = new Map([
    ['a', ['Xã Tiên Sơn']],
    ['b', ['Xã Tiên Sơn Hạ']],
    ['c', ['Thị trấn Quế']],
  ]) as never
  it('is the unit named most, its head first; a name within a longer one does not count', () => {
    expect(unitNamed('ỦY BAN NHÂN DÂN XÃ TIÊN SƠN HẠ. Xã Tiên Sơn Hạ có 5 thôn.', names)).toBe('b')
    expect(unitNamed(`ĐẢNG ỦY XÃ TIÊN SƠN\n${'x'.repeat(900)} thị trấn Quế, thị trấn Quế`, names)).toBe('a')
    expect(unitNamed('Thị trấn Quếch và xã Khác', names)).toBeUndefined()
  })
})

describe('the title of a paper', () => {
  const title = (...lines: string[]) =>
    periodOfTitle(['XÃ TIÊN SƠN', 'Tiên Sơn, ngày 5 tháng 7 năm 2019', ...lines].join('\n'))
  it('names the time reviewed, not the day of signing and not the time to come', () => {
    expect(title('BÁO CÁO', 'Công tác dân vận 6 tháng đầu năm 2019')).toEqual({ year: 2019, half: 1 })
    expect(title('BÁO CÁO', 'Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2019')).toEqual({ year: 2019, half: 1 })
    expect(title('BÁO CÁO', 'Kết quả công tác dân vận quý III/2018')).toEqual({ year: 2018, quarter: 3 })
    expect(title('BÁO CÁO', 'Kết quả 9 tháng năm 2020, nhiệm vụ quý IV năm 2020')).toEqual({ year: 2020, months: 9 })
    expect(title('PHỤ LỤC I', 'SỐ LIỆU CÔNG TÁC DÂN VẬN NĂM 2021')).toEqual({ year: 2021 })
    expect(title('BÁO CÁO', 'Tình hình tháng 6 năm 2019')).toEqual({ year: 2019, month: 6 })
    expect(title('Báo cáo công tác dân vận tháng 03/2022')).toEqual({ year: 2022, month: 3 })
  })
  it('is no guess where there is none', () => {
    expect(title('Hội nghị diễn ra ngày 3 tháng 7 năm 2019')).toBeNull()
    expect(title('BÁO CÁO', 'Kết quả thực hiện quy chế dân chủ')).toBeNull()
    expect(periodOfTitle('')).toBeNull()
  })
  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void periodOfTitle(`BÁO CÁO ${text}`)),
    )
  })
})

describe('reasons', () => {
  const name = (id: string): string | undefined =>
    id === 'GQ01' ? 'Đơn giải quyết không quá đơn phải giải quyết' : undefined
  it('are said in words, each once; a rule without words says nothing', () => {
    expect(reasonsSaid(['indicator.unit', 'indicator.unit', 'agree.GQ01', 'sign.pager'], 'vi', name)).toEqual([
      'Danh từ đi kèm số là của chỉ tiêu này',
      'Đúng với quy tắc: Đơn giải quyết không quá đơn phải giải quyết',
    ])
    expect(reasonsSaid(['disagree.GQ01'], 'en', name)[0]).toMatch(/^Fails the check/)
    expect(reasonsSaid(['agree.KHAC'], 'vi', name)).toEqual(['Khớp với các số khác trong văn bản'])
  })
})

describe('grades', () => {
  const claim = (key: string, indicator: string, value: number, more: Partial<StoredClaim> = {}): StoredClaim => ({
    key,
    indicator,
    value,
    figure: null,
    part: 'value',
    start: 0,
    end: 1,
    text: '1',
    confidence: 0.9,
    kindOfValue: 'actual',
    ofOtherPeriod: false,
    ofPlace: null,
    fromTable: false,
    alternatives: [],
    because: [],
    ...more,
  })
  it('are sure only of a number that is alone for its indicator, of this unit and period', () => {
    const grades = gradesOf([
      claim('a', 'TT01', 7),
      claim('b', 'TT01', 7, { fromTable: true }),
      claim('c', 'TD01', 38),
      claim('d', 'TD01', 35),
      claim('e', 'MH01', 5, { kindOfValue: 'plan' }),
      claim('f', 'MH01', 4),
      claim('g', 'TT02', 1, { confidence: 0.7 }),
      claim('h', 'TT07', 1, { confidence: 0.5 }),
      claim('i', 'TT08', 1, { ofPlace: 'Thôn Đông' }),
      claim('j', 'MH04', 21, { because: ['indicator.unit', 'disagree.R02'] }),
    ])
    expect(Object.fromEntries(grades)).toEqual({
      a: 'sure',
      b: 'sure',
      c: 'look',
      d: 'look',
      e: 'look',
      f: 'sure',
      g: 'likely',
      h: 'look',
      i: 'look',
      j: 'look',
    })
  })
})
