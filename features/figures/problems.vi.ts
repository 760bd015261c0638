// Câu trả lời khi từ chối, số liệu.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { FigureProblem } from './problems.ts'

export const sentences = {
  'figure.period_not_found': (p) => `Không có kỳ báo cáo “${p.period}”. Đề nghị chọn kỳ trong danh sách.`,
  'figure.closing_in_future': (p) =>
    `Ngày chốt ${viDate(calendarDate(p.day))} chưa tới. Đề nghị ghi ngày hôm nay hoặc ngày trước đó.`,
  'figure.period_closed': (p) =>
    `${p.period} đã chốt ngày ${viDate(calendarDate(p.closedOn))}. Đề nghị cấp trên mở lại, hoặc ghi vào kỳ sau.`,
  'figure.conflict': (p) =>
    `Người khác vừa sửa: ${p.cells.map((cell) => `${cell.code} = ${cell.value === null ? 'chưa báo cáo' : formatNumber(cell.value)} (${cell.by})`).join('; ')}. Số anh/chị nhập chưa ghi vào ô này; đề nghị xem lại rồi nhập lại nếu cần.`,
  'figure.counted_by_register': (p) =>
    `Ô ${p.cells.join(', ')} đếm từ sổ nên không nhập tay. Muốn đổi số, đề nghị sửa hoặc thêm dòng trong sổ.`,
  'figure.derived': (p) => `Ô ${p.cells.join(', ')} được tính từ ô khác nên không nhập tay.`,
  'figure.not_whole': (p) =>
    p.decimals === 0
      ? `Ô ${p.cell} phải là số nguyên, không âm.`
      : `Ô ${p.cell} có nhiều nhất ${p.decimals} chữ số thập phân.`,
  'figure.part_unknown': (p) => `Ô ${p.cell} không chia theo “${p.part}”. Đề nghị chọn trong danh sách.`,
  'figure.adjustment_not_found': () => 'Không có điều chỉnh này, hoặc đã được rút.',
  'figure.not_adjustable': (p) =>
    `Chỉ tiêu ${p.cell} không cộng từ cấp dưới nên không điều chỉnh được; đề nghị nhập thẳng số của đơn vị.`,
  'figure.reason_too_short': () => 'Điều chỉnh phải ghi lý do, ít nhất 5 ký tự.',
  'figure.unit_not_due': (p) => `${p.unit} không tồn tại trong kỳ ${p.period} nên không có báo cáo kỳ này.`,
} satisfies Sentences<FigureProblem>
