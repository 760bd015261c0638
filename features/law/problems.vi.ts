// Câu trả lời khi từ chối, quy định pháp luật.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { LawProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))
const number = (value: number): string => formatNumber(value, { decimals: 6 })

export const sentences = {
  'law.parameter_not_found': (p) => `Không có quy định mã “${p.parameter}”. Đề nghị chọn trong danh sách.`,
  'law.before_existing': (p) =>
    `“${p.parameter}” đã có mức áp dụng từ ${day(p.startsOn)}, sau ngày ${day(p.day)}. Mức mới phải bắt đầu sau ngày đó; muốn sửa một mức đã ghi thì chọn đúng ngày bắt đầu của mức ấy.`,
  'law.source_missing': (p) => `“${p.about}” chưa ghi căn cứ. Cần ghi tên văn bản, ít nhất 3 ký tự.`,
  'law.value_out_of_bounds': (p) =>
    `“${p.parameter}” không nhận mức ${number(p.value)}. Mức phải là ${p.isWhole ? 'số nguyên ' : ''}từ ${number(p.least)} đến ${number(p.most)}.`,
  'law.stale_revision': () =>
    'Quy định này vừa được người khác sửa. Đề nghị tải lại danh sách, xem mức đang áp dụng rồi ghi lại nếu vẫn cần.',
  'law.holiday_name_missing': (p) => `Ngày ${day(p.day)} chưa ghi tên ngày nghỉ hoặc lý do làm bù.`,
  'law.make_up_on_weekday': (p) =>
    `Ngày ${day(p.day)} không phải thứ bảy hay chủ nhật nên không thể là ngày làm bù. Đề nghị kiểm tra lại ngày.`,
  'law.holiday_not_found': (p) => `Ngày ${day(p.day)} đang là ngày thường, không có gì để bỏ.`,
} satisfies Sentences<LawProblem>
