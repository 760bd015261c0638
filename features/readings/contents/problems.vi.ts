// Câu trả lời khi từ chối, tệp đưa vào đọc.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { RefusedKind } from './kinds.ts'
import type { ContentsProblem } from './problems.ts'

const REFUSED: Readonly<Record<RefusedKind, string>> = {
  rtf: 'là tệp RTF, hệ thống chưa đọc loại này. Đề nghị mở bằng Word, lưu lại dạng .docx rồi đưa lên.',
  mhtml:
    'là trang web lưu dạng .mht, hệ thống chưa đọc loại này. Đề nghị lưu lại dạng .html, hoặc sao chép phần chữ rồi dán vào.',
  xls: 'là bảng tính Excel đời cũ. Đề nghị mở bằng Excel, lưu lại dạng .xlsx rồi đưa lên.',
  ppt: 'là tệp trình chiếu, hệ thống không đọc báo cáo từ loại này. Đề nghị đưa lên tệp Word hoặc PDF của báo cáo.',
  odf: 'là tệp OpenDocument. Đề nghị mở bằng phần mềm văn phòng, lưu lại dạng .docx rồi đưa lên.',
  image: 'là ảnh, không có chữ để đọc. Đề nghị đưa lên tệp gốc của văn bản (.docx, .doc, hoặc .pdf có chữ).',
  archive: 'là tệp nén. Đề nghị giải nén rồi đưa lên từng tệp.',
}

export const sentences = {
  'reading.file_empty': (p) => `Tệp “${p.name}” trống, không có gì để đọc. Đề nghị chọn lại tệp.`,
  'reading.file_not_there': (p) => `Không tìm thấy tệp “${p.name}”. Đề nghị xem lại đường dẫn.`,
  'reading.file_too_large': (p) =>
    `Tệp “${p.name}” lớn quá ${formatCount(p.mostMegabytes)} MB (tính cả khi mở nén). Đề nghị bớt ảnh, hoặc tách thành các tệp nhỏ hơn.`,
  'reading.file_too_long': (p) =>
    `Tệp “${p.name}” dài quá ${formatCount(p.mostPages)} trang. Đề nghị tách thành các tệp nhỏ hơn.`,
  'reading.file_kind_unknown': (p) =>
    `Không nhận ra loại của tệp “${p.name}”. Hệ thống đọc tệp .docx, .doc, .pdf có chữ, .xlsx, .html và .txt.`,
  'reading.file_kind_refused': (p) => `Tệp “${p.name}” ${REFUSED[p.kind]}`,
  'reading.file_with_password': (p) =>
    `Tệp “${p.name}” được đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu rồi đưa lên lại.`,
  'reading.file_broken': (p) =>
    `Tệp “${p.name}” bị hỏng hoặc tải lên chưa hết. Đề nghị mở thử trên máy, lưu lại rồi đưa lên lại.`,
  'reading.file_unsafe': (p) =>
    `Tệp “${p.name}” có nội dung không an toàn nên hệ thống không mở. Đề nghị sao chép phần chữ sang tệp mới rồi đưa lên.`,
  'reading.file_without_text': (p) => `Tệp “${p.name}” không có chữ nào để đọc. Đề nghị chọn lại tệp.`,
  'reading.file_scanned': (p) =>
    `Tệp “${p.name}” là bản quét (${formatCount(p.pages)} trang ảnh), không có chữ để đọc. Đề nghị đưa lên tệp gốc của văn bản (.docx, .doc, hoặc .pdf có chữ).`,
  'reading.file_too_slow': (p) =>
    `Đọc tệp “${p.name}” quá ${formatCount(p.seconds)} giây chưa xong nên đã dừng. Đề nghị tách thành các tệp nhỏ hơn.`,
} satisfies Sentences<ContentsProblem>
