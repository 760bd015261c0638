// Câu trả lời khi từ chối, tài khoản và vị trí.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { AccessProblem } from './problems.ts'

const roleNames: Readonly<Record<string, string>> = {
  recorder: 'người ghi sổ',
  compiler: 'cán bộ tổng hợp',
  approver: 'người duyệt',
  consolidator: 'chuyên viên tổng hợp cấp trên',
  editor: 'biên tập',
  administrator: 'quản trị',
  auditor: 'kiểm tra',
}

export const sentences = {
  'access.sign_in_required': () => 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đề nghị đăng nhập.',
  'access.outside_your_units': (p) =>
    `${p.unit} không thuộc phạm vi của tài khoản này. Đề nghị chọn đơn vị khác, hoặc báo quản trị cấp quyền.`,
  'access.role_missing': (p) =>
    `Việc này ở ${p.unit} cần vai trò ${p.roles.map((role) => roleNames[role] ?? role).join(' hoặc ')}. Đề nghị báo quản trị của đơn vị.`,
  'access.cross_site': () => 'Yêu cầu đến từ trang khác nên bị từ chối. Đề nghị mở lại trang Khéo và làm lại.',
  'people.position_not_found': () => 'Không có vị trí này, hoặc vị trí đã kết thúc.',
  'people.password_needed': (p) =>
    `Tài khoản “${p.username}” chưa có. Đề nghị đặt mật khẩu ít nhất 10 ký tự để tạo mới.`,
  'people.duplicate_position': (p) =>
    `Tài khoản đang giữ vị trí “${p.title}” ở đơn vị này. Đề nghị kết thúc vị trí cũ trước.`,
  'people.end_before_start': (p) =>
    `Vị trí bắt đầu ngày ${viDate(calendarDate(p.from))}; ngày kết thúc phải sau ngày ấy.`,
  'people.administrator_exists': () => 'Hệ thống đã có quản trị. Đề nghị quản trị ấy cấp quyền.',
  'people.too_many_views': (p) => `Mỗi sổ lưu được ${p.most} bộ lọc. Đề nghị xóa bớt bộ lọc cũ rồi lưu lại.`,
  'people.view_holds_personal_number': (p) =>
    `Bộ lọc “${p.name}” có số giấy tờ hoặc số điện thoại. Đề nghị bỏ số đó rồi lưu lại.`,
} satisfies Sentences<AccessProblem>
