// Câu trả lời khi từ chối, tệp đính kèm.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { FileProblem } from './problems.ts'

export const sentences = {
  'access.file_withheld': () => 'Tệp đính kèm của sổ này chỉ đơn vị ghi sổ xem được. Đề nghị liên hệ đơn vị khi cần.',
  'file.not_found': () => 'Không có tệp này, hoặc tệp đã được gỡ hay thuộc đơn vị khác.',
  'file.kind_unknown': (p) =>
    `Nội dung tệp “${p.name}” không phải ảnh (JPEG, PNG, WebP), PDF, Word (.docx) hay Excel (.xlsx), dù tên tệp ghi thế nào. Đề nghị lưu lại thành một trong các dạng ấy rồi đính kèm.`,
  'file.unsound': (p) =>
    `Tệp “${p.name}” bị hỏng, chưa tải hết, đặt mật khẩu hoặc có phần lạ nên chưa nhận được. Đề nghị mở tệp, lưu lại bản mới rồi đính kèm.`,
  'file.macros': (p) =>
    `Tệp “${p.name}” có chương trình kèm theo (macro). Đề nghị lưu lại thành .docx hoặc .xlsx thường, hoặc PDF.`,
  'file.too_many': (p) => `Mỗi dòng trong sổ đính kèm nhiều nhất ${p.most} tệp. Đề nghị gỡ bớt hoặc gộp tệp.`,
  'file.attached_already': (p) => `Tệp này đã đính kèm ở dòng này, với tên “${p.name}”.`,
  'file.removed_already': (p) => `Tệp “${p.name}” đã được gỡ trước đó.`,
  'file.lost': (p) =>
    `Tệp “${p.name}” không còn nguyên vẹn trong kho lưu. Đề nghị báo quản trị khôi phục từ bản sao lưu, hoặc gỡ tệp và đính kèm lại.`,
} satisfies Sentences<FileProblem>
