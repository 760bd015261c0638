// What the papers of a conference are called. Words only, so that screens can read them.
import type { Words } from '@kheo/kit/register/fields.ts'
import type { PaperRole } from '../facts.ts'

/** What each role's paper is called on the screen. */
export const paperRoles: Readonly<Record<PaperRole, Words>> = {
  'ke-hoach': ['Kế hoạch tổ chức', 'Plan'],
  'cong-van': ['Công văn yêu cầu báo cáo, tham luận', 'Letter asking for reports and papers'],
  'giay-moi': ['Giấy mời', 'Invitations'],
  'chuong-trinh': ['Chương trình', 'Programme'],
  'danh-sach-dai-bieu': ['Danh sách đại biểu', 'List of delegates'],
  'tham-luan': ['Danh sách tham luận', 'List of papers'],
  'so-do-cho-ngoi': ['Sơ đồ chỗ ngồi', 'Seating plan'],
  'kich-ban': ['Kịch bản điều hành', 'Script'],
  'bien-ban': ['Biên bản', 'Minutes'],
  'ket-luan': ['Thông báo kết luận', 'Notice of conclusions'],
  'ket-qua-ket-luan': ['Kết quả thực hiện kết luận', 'Results of earlier conclusions'],
}
