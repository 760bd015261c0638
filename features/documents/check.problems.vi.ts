// Câu trả lời khi từ chối, kiểm tra thể thức.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { CheckRefusal } from './check.problems.ts'

export const sentences = {
  'paper.empty_file': () => 'Tệp không có nội dung. Đề nghị chọn lại tệp.',
  'paper.not_a_docx': () =>
    'Tệp này không phải văn bản Word (.docx). Đề nghị mở văn bản bằng Word, chọn Lưu thành, kiểu “Word Document (.docx)”, rồi gửi lại.',
  'paper.old_word': () =>
    'Tệp là Word đời cũ (.doc). Đề nghị mở tệp, chọn Lưu thành, kiểu “Word Document (.docx)”, rồi gửi lại.',
  'paper.password_protected': () => 'Tệp có đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu, lưu lại rồi gửi.',
  'paper.macros': () =>
    'Tệp có chương trình kèm theo (macro) nên không nhận. Đề nghị lưu lại thành .docx thường rồi gửi.',
  'paper.broken': () => 'Tệp bị hỏng hoặc chưa tải hết. Đề nghị mở bằng Word, lưu lại bản mới rồi gửi.',
  'paper.unsafe_xml': () =>
    'Tệp có phần lạ không do chương trình soạn thảo ghi nên không nhận. Đề nghị chép nội dung sang văn bản mới rồi gửi.',
  'paper.too_large': () =>
    'Văn bản quá dài hoặc phình ra bất thường khi mở. Đề nghị tách phụ lục thành tệp riêng, giảm hình ảnh rồi gửi lại.',
  'paper.profile_not_found': (p) =>
    `Không có mẫu thể thức “${p.profile}”. Đề nghị chọn mẫu trong danh sách, hoặc để hệ thống tự nhận.`,
  'paper.file_not_found': (p) => `Không mở được tệp “${p.file}”. Đề nghị xem lại đường dẫn.`,
} satisfies Sentences<CheckRefusal>
