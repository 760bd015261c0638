// Drafts of forms: what is typed becomes the values that the server would check, or a sentence at the field.
import { fieldsShape, type Fields, type Values } from '@kheo/kit/register/fields.ts'
import {
  choice,
  choices,
  date,
  flag,
  longText,
  money,
  number,
  reference,
  text,
  village,
} from '@kheo/kit/register/fields.ts'
import { issueSentence } from '@kheo/kit/issue.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, draftOf, givenShape, partsOf, readMoney } from './form-values.ts'
import { moneyWords, showValue } from './shown.ts'

const fields = {
  name: text(['Tên', 'Name']),
  village: village(),
  paper: reference(['Văn bản', 'Paper'], { isOptional: true }),
  remark: longText(['Ghi chú', 'Note'], { isOptional: true }),
  households: number(['Số hộ', 'Households'], ['hộ', 'households'], { most: 5000 }),
  area: number(['Diện tích', 'Area'], ['ha', 'ha'], { decimals: 2, isOptional: true }),
  cost: money(['Kinh phí', 'Cost'], { isOptional: true }),
  endsOn: date(['Ngày xong', 'End'], { isOptional: true }),
  result: choice(['Kết quả', 'Result'], { passed: ['Thông qua', 'Passed'], failed: ['Không', 'Failed'] }),
  reason: text(['Lý do', 'Reason'], { onlyWhen: { field: 'result', is: ['failed'] } }),
  forms: choices(['Hình thức', 'Forms'], { meeting: ['Họp', 'Meeting'], paper: ['Phiếu', 'Paper'] }),
  isOpen: flag(['Công khai', 'Open']),
} satisfies Fields
const form = fieldsShape(fields) as never as Parameters<typeof givenShape>[1]
const shape = givenShape(fields, form)
const whole: Draft = {
  ...draftOf(fields, '2026-05-02'),
  name: ' Đường  hoa ',
  village: 'Thôn Đông',
  households: '1.250',
  result: 'passed',
}

const wrong = (draft: Draft): Record<string, string> =>
  Object.fromEntries(
    (shape.safeParse(draft).error?.issues ?? []).map((issue) => [issue.path.join('.'), issueSentence(issue, 'vi')]),
  )

describe('a draft', () => {
  it('becomes the values of the register’s own shape', () => {
    expect(shape.parse({ ...whole, cost: '2,5 triệu', area: '1,25' })).toEqual({
      happenedOn: '2026-05-02',
      values: {
        name: 'Đường hoa',
        village: 'Thôn Đông',
        paper: '',
        remark: '',
        households: 1250,
        area: 1.25,
        cost: 2_500_000,
        endsOn: null,
        result: 'passed',
        reason: '',
        forms: [],
        isOpen: false,
      },
    })
  })

  it('says at each field what is wrong, all at once', () => {
    const found = wrong({ ...whole, name: '', households: 'mười', result: '', happenedOn: '', cost: 'nhiều' })
    expect(Object.keys(found).toSorted()).toEqual(['cost', 'happenedOn', 'households', 'name', 'result'])
    expect(found['name']).toBe('Cần điền.')
    expect(found['households']).toContain('“mười”')
    expect(found['cost']).toContain('2,5 triệu')
  })

  it('says nothing for a number twice, and keeps bounds and decimals', () => {
    expect(wrong({ ...whole, households: '' })).toEqual({ households: 'Cần điền.' })
    expect(wrong({ ...whole, households: '5.001' })).toEqual({ households: 'Số phải từ 5.000 trở xuống.' })
    expect(wrong({ ...whole, households: '-3' })).toEqual({ households: 'Số phải từ 0 trở lên.' })
    expect(Object.keys(wrong({ ...whole, area: '1,255' }))).toEqual(['area'])
    expect(Object.keys(wrong({ ...whole, households: '1.5' }))).toEqual(['households'])
  })

  it('asks for what belongs to an answer, and empties what does not', () => {
    expect(wrong({ ...whole, result: 'failed' })).toEqual({ reason: 'Cần điền.' })
    const given = shape.parse({ ...whole, reason: 'còn sót từ trước', result: 'passed' })
    expect(given.values['reason']).toBe('')
  })

  it('is not held up by what is unreadable in a field that is not asked for', () => {
    const hidden = { ...fields, cost: money(['Kinh phí', 'Cost'], { onlyWhen: { field: 'result', is: ['failed'] } }) }
    const own = givenShape(hidden, fieldsShape(hidden) as never as Parameters<typeof givenShape>[1])
    expect(own.parse({ ...whole, cost: 'nhiều' }).values['cost']).toBeNull()
  })

  it('reads back every entry that it was made from', () => {
    const values = fc.record({
      name: fc.string({ minLength: 1 }).map((it) => `Tên ${it.trim()}`.replaceAll(/\s+/g, ' ').normalize('NFC').trim()),
      village: fc.constantFrom('Thôn Đông', 'Tổ dân phố 4'),
      paper: fc.constantFrom('', '15/NQ-HĐND ngày 12/7/2026'),
      remark: fc.constantFrom('', 'Dòng một\nDòng hai'),
      households: fc.integer({ min: 0, max: 5000 }),
      area: fc.option(fc.integer({ min: 0, max: 100_000 }).map((it) => it / 100)),
      cost: fc.option(fc.integer({ min: 0, max: 1_000_000_000_000 })),
      endsOn: fc.constantFrom(null, '2026-12-31'),
      result: fc.constantFrom('passed', 'failed'),
      reason: fc.constant(''),
      forms: fc.subarray(['meeting', 'paper']),
      isOpen: fc.boolean(),
    })
    fc.assert(
      fc.property(values, (made) => {
        const entry: Values = made.result === 'failed' ? { ...made, reason: 'Dân chưa thống nhất' } : made
        expect(shape.parse(draftOf(fields, '2026-05-02', entry))).toEqual({ happenedOn: '2026-05-02', values: entry })
      }),
    )
  })
})

describe('amounts of money', () => {
  it.each([
    ['2.500.000', 2_500_000],
    ['2500000', 2_500_000],
    ['2,5 triệu', 2_500_000],
    ['2,5 triệu đồng', 2_500_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1,2 TỈ', 1_200_000_000],
    ['500 nghìn', 500_000],
    ['500.000 đ', 500_000],
    ['35 tr', 35_000_000],
    ['0', 0],
  ])('reads %s', (typed, amount) => expect(readMoney(typed)).toBe(amount))

  it.each(['', 'nhiều', '2.5', '2,5', '1,2345678 nghìn', '5 hộ', '2,5 triệu rưỡi'])('does not guess at “%s”', (typed) =>
    expect(readMoney(typed)).toBeUndefined(),
  )

  it('says them as people do, and rounds nothing away', () => {
    expect(moneyWords(2_500_000)).toBe('2,5 triệu đồng')
    expect(moneyWords(1_250_000_000)).toBe('1,25 tỷ đồng')
    expect(moneyWords(500_000)).toBe('500 nghìn đồng')
    expect(moneyWords(1_234_567)).toBe('1.234.567 đồng')
    expect(moneyWords(900)).toBe('900 đồng')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (amount) => {
        expect(readMoney(moneyWords(amount))).toBe(amount)
      }),
    )
  })
})

describe('values on screen', () => {
  it('have their unit, their label, or a dash', () => {
    expect(showValue(fields.households, 1250)).toBe('1.250 hộ')
    expect(showValue(fields.cost, 2_811_700_000)).toBe('2.811.700.000 đồng')
    expect(showValue(fields.result, 'failed')).toBe('Không')
    expect(showValue(fields.forms, ['meeting', 'paper'])).toBe('Họp; Phiếu')
    expect(showValue(fields.endsOn, '2026-07-02')).toBe('02/7/2026')
    expect(showValue(fields.area, null)).toBe('—')
    expect(showValue(fields.households, 0)).toBe('0 hộ')
    expect(showValue(fields.isOpen, false)).toBe('Không')
  })
})

describe('parts of a form', () => {
  it('keep their order, and what no part names comes last', () => {
    const title = ['Kết quả', 'Result'] as const
    expect(partsOf(fields, [{ title, fields: ['result', 'reason'] }]).map((part) => part.fields)).toEqual([
      ['result', 'reason'],
      ['name', 'village', 'paper', 'remark', 'households', 'area', 'cost', 'endsOn', 'forms', 'isOpen'],
    ])
    expect(partsOf(fields)).toHaveLength(1)
  })
})
