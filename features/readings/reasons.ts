// Why a number was read so, in words. The reader gives codes of its rules; some have words of their own, the others those of their family.
import type { Language } from '@kheo/kit/problem.ts'

type Words = readonly [vi: string, en: string]

const OWN: Readonly<Record<string, Words>> = {
  'indicator.unit': ['Danh từ đi kèm số là của chỉ tiêu này', 'The noun counted is that of the indicator'],
  'indicator.near.own': ['Từ ngữ ngay cạnh số nói về chỉ tiêu', 'Words beside the number speak of the indicator'],
  'indicator.near.sentence': [
    'Từ ngữ trước đó trong câu nói về chỉ tiêu',
    'Words earlier in the sentence speak of the indicator',
  ],
  'indicator.near.heading': ['Đề mục bên trên nói về chỉ tiêu', 'The heading above speaks of the indicator'],
  'indicator.near.around': ['Câu trước nói về chỉ tiêu', 'The sentence before speaks of the indicator'],
  'indicator.with.own': ['Nội dung quanh số là của chỉ tiêu', 'What stands around the number is of the indicator'],
  'indicator.with.sentence': ['Nội dung câu là của chỉ tiêu', 'The sentence is about the indicator'],
  'indicator.with.heading': ['Đề mục bên trên là của chỉ tiêu', 'The heading above is about the indicator'],
  'indicator.with.around': ['Nội dung câu trước là của chỉ tiêu', 'The sentence before is about the indicator'],
  'indicator.helped': ['Có thêm từ thường đi với chỉ tiêu này', 'More words that often go with the indicator'],
  'indicator.close': ['Chỉ tiêu khác cũng gần đúng như vậy', 'Another indicator fits nearly as well'],
  'indicator.whole-of-part': ['Là tổng số của số đứng trước', 'It is the whole of the number before'],
  'indicator.whole-of-fraction': ['Là mẫu số của phân số x/y', 'It is the y of x/y'],
  'indicator.rate-of-pair': ['Là tỷ lệ của hai số đứng trước', 'It is the rate of the two numbers before'],
  'agree.said-otherwise': ['Các số khác trong văn bản cho giá trị khác', 'Other numbers of the text say otherwise'],
  'agree.other-reading': [
    'Chọn chỉ tiêu này vì khớp với các số khác trong văn bản',
    'Chosen because it agrees with other numbers of the text',
  ],
  'bearing.plan': ['Câu nói về kế hoạch, chỉ tiêu phấn đấu', 'The sentence speaks of a plan or a target'],
  'bearing.year-to-come': ['Câu nói về thời gian tới', 'The sentence speaks of time to come'],
  'bearing.other-period': ['Câu nói về kỳ khác', 'The sentence speaks of another period'],
  'bearing.earlier-year': ['Câu nói về năm trước', 'The sentence speaks of an earlier year'],
  'bearing.place': ['Câu nói riêng về một nơi', 'The sentence speaks of one place alone'],
  'figure.range': ['Viết thành khoảng từ – đến', 'Written as a range'],
  'figure.noun-unknown': ['Danh từ đi kèm chưa có trong từ điển', 'The noun is not in the word list'],
  'figure.number-word': ['Số viết bằng chữ', 'The number is written as a word'],
}

const FAMILIES: Readonly<Record<string, Words>> = {
  indicator: ['Từ ngữ trong câu nói về chỉ tiêu', 'Words of the sentence speak of the indicator'],
  table: ['Theo tên dòng và tên cột của bảng', 'By the names of row and column of the table'],
  agree: ['Khớp với các số khác trong văn bản', 'It agrees with other numbers of the text'],
  bearing: ['Câu nói về kỳ hoặc nơi khác', 'The sentence speaks of another time or place'],
  noun: ['Danh từ được lược, hiểu theo câu hoặc dòng gần đó', 'The noun is left out and taken from nearby'],
  figure: ['Số đứng cùng danh từ được đếm', 'The number stands with a noun that is counted'],
  amount: ['Số đi kèm đơn vị tính', 'The number stands with a unit of measure'],
  numeral: ['Cách viết số khác thường', 'The number is written in an unusual way'],
}

const AGREES: Words = ['Đúng với quy tắc: ', 'Passes the check: ']
const DISAGREES: Words = ['Trái với quy tắc: ', 'Fails the check: ']

/** What a rule of the reader means; undefined for one that says nothing to an officer. `checkName`: of a check of the catalogue. */
function said(code: string, checkName: (id: string) => string | undefined): Words | undefined {
  const own = OWN[code]
  if (own !== undefined) return own
  const [family = '', rest = ''] = code.split(/\.(.*)/s)
  const check = family === 'agree' || family === 'disagree' ? checkName(rest) : undefined
  if (check === undefined) return FAMILIES[family]
  const [vi, en] = family === 'agree' ? AGREES : DISAGREES
  return [vi + check, en + check]
}

/** Reasons in a language, each once, in the order in which the rules spoke. */
export const reasonsSaid = (
  codes: readonly string[],
  language: Language,
  checkName: (id: string) => string | undefined,
): string[] => [...new Set(codes.flatMap((code) => said(code, checkName)?.[language === 'vi' ? 0 : 1] ?? []))]
