// Câu trả lời khi từ chối, các sổ.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { EntryProblem } from './problems.ts'

export const sentences = {
  'entry.not_found': () => 'Không có dòng này trong sổ, hoặc dòng thuộc đơn vị khác.',
  'entry.stale': (p) =>
    `Dòng này vừa được ${p.by} sửa (lần ${p.rev}). Đề nghị tải lại, xem chỗ khác nhau rồi sửa tiếp; nội dung anh/chị nhập vẫn còn trên màn hình.`,
  'entry.voided_already': () => 'Dòng này đã gạch bỏ, không sửa được nữa.',
  'entry.in_future': (p) => `Ngày ${viDate(calendarDate(p.day))} chưa tới. Sổ chỉ ghi việc đã xảy ra.`,
  'entry.wrong_fields': (p) => `Có ${p.issues.length} ô chưa đúng. ${p.issues[0]?.says[0] ?? ''}`.trim(),
  'entry.step_not_yours': (p) => `Bước “${p.step}” do đơn vị hoặc vị trí khác thực hiện.`,
  'entry.step_not_last': () => 'Chỉ rút lại được bước gần nhất. Đề nghị tải lại để xem bước gần nhất.',
  'entry.personal_data': (p) =>
    `Ô “${p.field}” có ${p.kind === 'phone' ? 'số điện thoại' : 'số giấy tờ tùy thân'}. Đề nghị bỏ đi; thông tin cá nhân chỉ giữ ở sổ giấy.`,
  'entry.step_not_next': () => 'Bước này không tiếp được bước trước. Đề nghị chọn bước trong danh sách.',
  'entry.step_before': (p) =>
    `Bước mới ghi ngày ${viDate(calendarDate(p.day))}, trước bước gần nhất ngày ${viDate(calendarDate(p.last))}. Đề nghị kiểm tra ngày.`,
} satisfies Sentences<EntryProblem>
