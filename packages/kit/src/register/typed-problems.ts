// Why a cell that a person typed could not be read as a field's value, and the sentences that say how to mend it.
import type { Language } from '../problem.ts'
import type { Words } from './fields.ts'

export type TypedProblem =
  | { readonly code: 'not_a_number' | 'not_a_day' | 'not_a_flag' | 'not_a_text'; readonly typed: string }
  /** Thousands or decimals: the house style tells them apart, what was typed does not. */
  | { readonly code: 'ambiguous_number'; readonly typed: string }
  /** A year of two digits. */
  | { readonly code: 'ambiguous_day'; readonly typed: string }
  /** A bare number where a day belongs. */
  | { readonly code: 'day_as_number'; readonly typed: string }
  | { readonly code: 'too_precise'; readonly typed: string; readonly decimals: number }
  | { readonly code: 'unknown_choice'; readonly typed: string; readonly choices: readonly Words[] }
  /** Several choices read the same without tones. */
  | { readonly code: 'ambiguous_choice'; readonly typed: string; readonly choices: readonly Words[] }
  | { readonly code: 'unknown_unit' | 'ambiguous_unit' | 'unknown_entry'; readonly typed: string }

const CHOICES_NAMED = 12

const named = (choices: readonly Words[], language: Language): string => {
  const labels = choices.map((words) => `“${words[language === 'vi' ? 0 : 1]}”`)
  const more = labels.length > CHOICES_NAMED ? '…' : ''
  return `${labels.slice(0, CHOICES_NAMED).join(', ')}${more}`
}

const SHOWN = 60
const quoted = (typed: string): string => `“${typed.length > SHOWN ? `${typed.slice(0, SHOWN)}…` : typed}”`

function vietnamese(p: TypedProblem): string {
  const typed = quoted(p.typed)
  switch (p.code) {
    case 'not_a_number':
      return `${typed} không phải là số. Đề nghị chỉ ghi số, ví dụ 1.250 hoặc 2,5.`
    case 'not_a_day':
      return `${typed} không phải là ngày có trong lịch. Đề nghị ghi ngày/tháng/năm, ví dụ 02/7/2026.`
    case 'not_a_flag':
      return `${typed} chưa rõ là có hay không. Đề nghị ghi x nếu có, để trống nếu không.`
    case 'not_a_text':
      return `${typed} không phải là chữ. Đề nghị gõ lại nội dung.`
    case 'ambiguous_number':
      return `${typed} chưa rõ dấu nào ngăn hàng nghìn, dấu nào ngăn phần thập phân. Đề nghị dùng dấu chấm cho hàng nghìn, dấu phẩy cho thập phân, ví dụ 2.811,7.`
    case 'ambiguous_day':
      return `${typed} ghi năm bằng hai chữ số nên chưa rõ năm nào. Đề nghị ghi đủ bốn chữ số, ví dụ 02/7/2026.`
    case 'day_as_number':
      return `${typed} là số, không phải là ngày. Đề nghị ghi ngày/tháng/năm, hoặc định dạng ô theo kiểu ngày.`
    case 'too_precise':
      return p.decimals === 0
        ? `${typed} có phần thập phân, trong khi ô này ghi số nguyên. Đề nghị sửa lại.`
        : `${typed} có quá nhiều chữ số thập phân; ô này ghi nhiều nhất ${p.decimals}. Đề nghị sửa lại.`
    case 'unknown_choice':
      return `${typed} không có trong danh mục. Đề nghị chọn một trong: ${named(p.choices, 'vi')}.`
    case 'ambiguous_choice':
      return `${typed} có thể là nhiều mục: ${named(p.choices, 'vi')}. Đề nghị ghi đủ dấu.`
    case 'unknown_unit':
      return `Không có đơn vị nào tên là ${typed}. Đề nghị kiểm tra tên, hoặc ghi mã đơn vị.`
    case 'ambiguous_unit':
      return `Có nhiều đơn vị tên là ${typed}. Đề nghị ghi mã đơn vị.`
    case 'unknown_entry':
      return `Sổ liên quan không có dòng số ${typed}. Đề nghị kiểm tra số.`
  }
}

function english(p: TypedProblem): string {
  const typed = quoted(p.typed)
  switch (p.code) {
    case 'not_a_number':
      return `${typed} is not a number. Write the number alone, such as 1.250 or 2,5.`
    case 'not_a_day':
      return `${typed} is not a day of the calendar. Write day/month/year, such as 02/7/2026.`
    case 'not_a_flag':
      return `${typed} says neither yes nor no. Write x for yes, leave the cell empty for no.`
    case 'not_a_text':
      return `${typed} is not text. Type it again.`
    case 'ambiguous_number':
      return `${typed} leaves open what groups thousands and what starts decimals. Dots group thousands and a comma starts decimals, such as 2.811,7.`
    case 'ambiguous_day':
      return `${typed} has a year of two digits. Write all four, such as 02/7/2026.`
    case 'day_as_number':
      return `${typed} is a number, not a day. Write day/month/year, or format the cell as a date.`
    case 'too_precise':
      return p.decimals === 0
        ? `${typed} has decimals where a whole number belongs. Mend it.`
        : `${typed} has too many decimals; at most ${p.decimals} are kept. Mend it.`
    case 'unknown_choice':
      return `${typed} is not in the list. Choose one of: ${named(p.choices, 'en')}.`
    case 'ambiguous_choice':
      return `${typed} may be any of: ${named(p.choices, 'en')}. Write it with its tones.`
    case 'unknown_unit':
      return `No unit is called ${typed}. Check the name, or write the unit's code.`
    case 'ambiguous_unit':
      return `Several units are called ${typed}. Write the unit's code.`
    case 'unknown_entry':
      return `The other register has no entry number ${typed}. Check the number.`
  }
}

/** What is wrong with a cell and how to mend it, as one or two sentences. */
export const typedSentence = (problem: TypedProblem, language: Language): string =>
  language === 'vi' ? vietnamese(problem) : english(problem)
