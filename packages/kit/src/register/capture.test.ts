// Tests of quick capture's parts: days, money, places, and what holds for any text at all.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captureOf, MOST_READ } from './capture.ts'
import { register } from './declare.ts'
import { choice, choices, date, type Field, flag, money, number, reference, shapeOf, text, village } from './fields.ts'

const events = register({
  name: 'events',
  code: 'so_viec',
  table: 'event',
  address: 'viec',
  group: 'movement',
  title: ['Sổ việc', 'Events'],
  entry: ['việc', 'event'],
  about: ['Việc đã làm.', 'What was done.'],
  owner: ['Cán bộ tổng hợp', 'Officer'],
  source: 'Thử nghiệm',
  privacy: 'guarded',
  day: { label: ['Ngày', 'Day'] },
  fields: {
    title: text(['Nội dung', 'Content']),
    kind: choice(['Loại', 'Kind'], { planting: ['Trồng cây', 'Planting'], cleaning: ['Dọn vệ sinh', 'Cleaning'] }),
    groups: choices(
      ['Lực lượng', 'Forces'],
      { women: ['Phụ nữ', 'Women'], youth: ['Thanh niên', 'Youth'] },
      { isOptional: true },
    ),
    people: number(['Số người dự', 'People'], ['người', 'people'], { most: 5000 }),
    trees: number(['Số cây', 'Trees'], ['cây', 'trees'], { onlyWhen: { field: 'kind', is: ['planting'] } }),
    cost: money(['Kinh phí', 'Cost'], { isOptional: true }),
    place: village(undefined, { isOptional: true }),
    paper: reference(['Kế hoạch', 'Plan'], { isOptional: true }),
    reportBy: date(['Hạn báo cáo', 'To be reported by'], { isOptional: true }),
    isJoint: flag(['Phối hợp với trường học', 'With a school']),
  },
  states: { done: { label: ['Đã làm', 'Done'], isClosed: true } },
  steps: {},
  named: ({ values }) => String(values['title']),
  columns: ['title'],
  filters: [],
  measures: {},
  capture: ['trồng cây', 'ra quân', 'dọn vệ sinh'],
})
const registers = [events]
const context = { today: '2026-03-18', villages: ['Thôn Đông', 'Tổ dân phố số 3'] }
const read = (said: string) => captureOf(registers, said, context)
/** What was typed without tones was so from its first word. */
const first = (said: string) =>
  read(/[^\p{ASCII}]/u.test(said.replace('Ra quân ', '')) ? said : said.replace('Ra quân', 'Ra quan')).candidates[0]

describe('days', () => {
  it.each([
    ['hôm nay', '2026-03-18'],
    ['sáng nay', '2026-03-18'],
    ['hom qua', '2026-03-17'],
    ['tối qua', '2026-03-17'],
    ['hôm kia', '2026-03-16'],
    ['ngày 12/3', '2026-03-12'],
    ['12/3/2025', '2025-03-12'],
    ['12-3-2026', '2026-03-12'],
    ['12.3.2026', '2026-03-12'],
    ['5/3/26', '2026-03-05'],
    ['ngày 20/12', '2025-12-20'],
    ['ngày 5', '2026-03-05'],
    ['ngày 20', '2026-02-20'],
    ['ngày 2 tháng 3', '2026-03-02'],
    ['2 tháng 9 năm 2025', '2025-09-02'],
    ['thứ hai vừa rồi', '2026-03-16'],
    ['thứ tư vừa rồi', '2026-03-11'],
    ['thứ tư', '2026-03-18'],
    ['thu sau tuan truoc', '2026-03-13'],
    ['tuần trước thứ sáu', '2026-03-13'],
    ['chủ nhật tuần trước', '2026-03-15'],
    ['thứ 7 vừa qua', '2026-03-14'],
    ['ngày 29/2/2024', '2024-02-29'],
  ])('%s', (said, day) => expect(first(`Ra quân ${said}`)?.happenedOn).toBe(day))

  it.each(['ngày 31/2/2026', '45/13/2026', 'lần thứ hai', '5/9 hộ', 'ngày mai', '20/12/2026'])(
    'takes no day of its own from %s',
    (said) => expect(first(`Ra quân ${said}`)?.happenedOn).toBe('2026-03-18'),
  )

  it('gives a day to the field that is named before it', () =>
    expect(first('Ra quân ngày 10/3, hạn báo cáo 25/3')).toMatchObject({
      happenedOn: '2026-03-10',
      values: { reportBy: '2026-03-25' },
    }))
})

describe('amounts', () => {
  it.each([
    ['42 triệu đồng', 42_000_000],
    ['15tr', 15_000_000],
    ['1tr5', 1_500_000],
    ['2,5 triệu', 2_500_000],
    ['2.5 triệu', 2_500_000],
    ['500k', 500_000],
    ['1.250.000 đồng', 1_250_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['30 tr.đ', 30_000_000],
    ['300.000đ', 300_000],
    ['3 triệu 500 nghìn đồng', 3_500_000],
  ])('%s', (said, amount) => expect(first(`Ra quân, kinh phí ${said}`)?.values['cost']).toBe(amount))

  it.each(['mỗi cây 300 nghìn', '50.000 đồng/cây', '3 đồng chí', '12,5%', 'quý 3', 'lần 2', '8h30', '0912345678'])(
    'takes none from %s',
    (said) => {
      const values = first(`Ra quân ${said}`)?.values
      expect(values?.['cost']).toBeUndefined()
    },
  )

  it('keeps units apart and fills the choice that alone asks for a figure', () =>
    expect(first('Ra quân 45 người, 120 cây')?.values).toMatchObject({ people: 45, trees: 120, kind: 'planting' }))
  it('leaves out what a field cannot hold', () =>
    expect(first('Ra quân 9.000 người')?.values['people']).toBeUndefined())
  it('reads numbers in words', () => expect(first('Ra quân có ba người')?.values['people']).toBe(3))
  it('reads no part of a longer number in words', () =>
    expect(first('Ra quân có mười hai người')?.values['people']).toBeUndefined())
})

describe('places, papers, flags', () => {
  it.each([
    ['ở TDP 3', 'Tổ dân phố số 3'],
    ['o to dan pho so 03', 'Tổ dân phố số 3'],
    ['tại thôn Đông', 'Thôn Đông'],
    ['tại thôn Phú Thọ', 'Thôn Phú Thọ'],
    ['ở khu phố 5A', 'Khu phố 5A'],
    ['ở ấp Tân Hòa 2', 'Ấp Tân Hòa 2'],
  ])('%s', (said, name) => expect(first(`Ra quân ${said}`)?.values['place']).toBe(name))
  it.each(['tổ 3 người', 'văn bản số 7', 'bản đăng ký', 'các thôn trên địa bàn'])('%s is no place', (said) =>
    expect(first(`Ra quân ${said}`)?.values['place']).toBeUndefined(),
  )
  it('reads a paper with its day, which is not the day of the entry', () =>
    expect(first('Ra quân theo Kế hoạch số 12/KH-UBND ngày 3/3/2026')).toMatchObject({
      happenedOn: '2026-03-18',
      values: { paper: '12/KH-UBND ngày 3/3/2026' },
    }))
  it('sets a flag that is said and not denied', () => {
    expect(first('Ra quân phối hợp với trường học')?.values['isJoint']).toBe(true)
    expect(first('Ra quân, không phối hợp với trường học')?.values['isJoint']).toBeUndefined()
  })
  it('takes all choices that are said', () =>
    expect(first('Phụ nữ và thanh niên ra quân')?.values['groups']).toEqual(['women', 'youth']))
})

const piece = fc.oneof(
  fc.constantFrom(
    'ra quân',
    'trồng cây',
    'hôm qua',
    'ngày',
    '12/3',
    'thôn',
    'TDP',
    'số',
    '3',
    '42 triệu',
    'người',
    'ông',
    'Nguyễn Văn',
    '0912345678',
    'Quyết định 12/QĐ-UBND',
    '“',
    '”',
    '/',
    '-',
    '.',
    ',',
    '\n',
    'mỗi',
    'thứ',
    'hai',
    'tuần trước',
    'đ/c',
    '1tr5',
    '98/120',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.nat().map(String),
)
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '))

describe('any text', () => {
  it('is answered with spans inside it and values of their fields’ own shape', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (said) => {
        const answer = read(said)
        const inside = ([from, to]: readonly [number, number]) => from >= 0 && from < to && to <= said.length
        expect(answer.takenOut.every((it) => inside(it.from))).toBe(true)
        for (const {
          register: { fields },
          filled,
          values,
        } of answer.candidates) {
          expect(filled.every((it) => inside(it.from))).toBe(true)
          for (const [name, value] of Object.entries(values)) {
            const field: Field | undefined = fields[name]
            expect(field !== undefined && shapeOf(field).safeParse(value).success).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('keeps telephone numbers and names out of the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), anyText, (digits, before) => {
        const phone = `09${String(digits).slice(0, 8)}`
        const said = `Ra quân ${before.replaceAll(/[\n.;!?]/g, ' ')} bà Nguyễn Thị Tâm, sđt ${phone}`
        for (const { values } of read(said).candidates) {
          expect(String(values['title'] ?? '')).not.toContain(phone)
          expect(String(values['title'] ?? '')).not.toContain('Thị Tâm')
        }
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['words', 'ra quân '],
    ['figures', '1 '],
    ['places', 'thôn 1 '],
    ['days', '1/1 '],
    ['telephone numbers', '0912345678 '],
    ['names', 'ông Nguyễn Văn '],
    ['signs', '/-'],
    ['marks', 'a\u0301\u0301\u0301'],
    ['papers', '1/QĐ-A-A-A '],
  ])('ends quickly on a megabyte of %s', (_, unit) => {
    const said = `ra quân ${unit.repeat(Math.ceil(1_000_000 / unit.length))}`
    const started = performance.now()
    const answer = read(said)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(answer.isCut).toBe(true)
    expect(read(said.slice(0, MOST_READ)).candidates[0]?.values).toEqual(answer.candidates[0]?.values)
  })
})
