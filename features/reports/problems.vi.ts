// Câu trả lời khi từ chối, báo cáo.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ReportProblem } from './problems.ts'

const states = {
  draft: 'đang soạn',
  submitted: 'đã gửi',
  returned: 'bị trả lại',
  approved: 'đã duyệt',
  issued: 'đã ban hành',
} as const
const steps = {
  submitted: 'gửi',
  resubmitted: 'gửi lại',
  returned: 'trả lại',
  withdrawn: 'rút lại',
  approved: 'duyệt',
  issued: 'ban hành',
  reopened: 'mở lại',
} as const

export const sentences = {
  'report.not_allowed': (p) =>
    `Vị trí của anh/chị không được ${steps[p.step]} báo cáo này. Đề nghị báo người có thẩm quyền.`,
  'report.already_submitted': () => 'Báo cáo đã gửi rồi. Muốn sửa, đề nghị rút lại, hoặc chờ cấp trên trả lại.',
  'report.already_approved': () => 'Báo cáo đã được duyệt rồi.',
  'report.returned': () => 'Báo cáo đang bị trả lại. Đề nghị sửa rồi gửi lại.',
  'report.not_submitted': (p) => `Báo cáo ${states[p.state]}, chưa có gì để xét.`,
  'report.not_returned': (p) => `Báo cáo ${states[p.state]}, không phải gửi lại.`,
  'report.not_approved': (p) => `Báo cáo ${states[p.state]}. Chỉ báo cáo đã duyệt mới ban hành hoặc mở lại được.`,
  'report.locked': (p) =>
    `Báo cáo ${states[p.state]} nên số liệu đã khóa. Muốn sửa, đề nghị cấp trên trả lại hoặc mở lại.`,
  'report.period_closed': () => 'Kỳ báo cáo đã chốt. Đề nghị cấp trên mở lại kỳ, hoặc ghi vào kỳ sau.',
  'report.reason_required': () => 'Bước này phải ghi lý do.',
  'report.checks_failed': (p) => `Còn lỗi ở quy tắc ${p.checks.join(', ')}. Đề nghị sửa số liệu rồi gửi.`,
  'report.checks_say': (p) =>
    `Chưa gửi được: ${p.sentences.slice(0, 5).join(' ')}${p.sentences.length > 5 ? ` Và ${p.sentences.length - 5} lỗi khác.` : ''} Đề nghị sửa rồi gửi lại.`,
  'report.missing_units_unnamed': (p) =>
    `Còn ${p.units.length} đơn vị chưa báo cáo: ${p.units.slice(0, 10).join(', ')}${p.units.length > 10 ? '…' : ''}. Muốn duyệt, đề nghị xác nhận duyệt khi còn thiếu.`,
  'report.number_required': () => 'Ban hành phải ghi số văn bản.',
  'report.date_invalid': (p) => `“${p.date}” không phải một ngày có trong lịch. Đề nghị ghi dạng ngày/tháng/năm.`,
  'report.not_found': () => 'Chưa có báo cáo này.',
  'report.kind_not_in_type': (p) => `${p.type} không lập cho kỳ ${p.period}. Đề nghị chọn kỳ khác.`,
  'report.differs_from_approved': (p) =>
    `Số liệu khác báo cáo đã duyệt cùng kỳ: ${p.cells
      .slice(0, 10)
      .map(
        (cell) =>
          `${cell.code} ${formatNumber(cell.before)} → ${cell.after === null ? 'chưa báo cáo' : formatNumber(cell.after)}`,
      )
      .join('; ')}. Đề nghị ghi lý do khi gửi.`,
  'report.token_unknown': (p) => `Dấu số liệu “{{${p.token}}}” không có trong danh mục. Đề nghị chèn lại từ danh sách.`,
  'report.not_submitted_yet': () => 'Báo cáo chưa gửi lần nào nên chưa có bản đã gửi.',
} satisfies Sentences<ReportProblem>
