// Câu trả lời khi từ chối, mẫu văn bản của đơn vị.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { TemplateProblem } from './problems.ts'

const FAULTS = {
  unclosed: 'mở bằng dấu { mà không đóng bằng dấu }',
  unopened: 'có dấu } mà không có dấu { ở trước',
  loop_unclosed: 'mở đoạn lặp {#…} mà không đóng bằng {/…}',
  loop_unopened: 'đóng đoạn lặp {/…} mà không mở bằng {#…}',
  loop_crossed: 'đóng đoạn lặp khác với đoạn đang mở',
  other: 'viết chưa đúng',
} as const

export const sentences = {
  'merge.not_a_document': () =>
    'Tệp không phải văn bản Word (.docx) nguyên vẹn. Đề nghị mở bằng Word, lưu lại dạng .docx rồi tải lên.',
  'merge.outside_link': (p) =>
    `Tệp gọi nội dung từ nơi khác (${p.target}), có thể lộ thông tin khi mở. Đề nghị chép nội dung đó vào tệp rồi tải lên lại.`,
  'merge.program': () =>
    'Tệp có chương trình kèm theo (macro hoặc điều khiển ActiveX) nên không dùng làm mẫu được. Đề nghị mở bằng Word, bỏ phần đó, lưu dạng .docx rồi tải lên lại.',
  'merge.raw_mark': (p) =>
    `Mẫu dùng ${p.mark}, là dấu chèn mã thô, không được dùng. Đề nghị đổi thành dấu thường, ví dụ {don_vi}.`,
  'merge.broken_mark': (p) => `Trong mẫu, chỗ “${p.mark}” ${FAULTS[p.fault]}. Đề nghị sửa trong tệp rồi tải lên lại.`,
  'template.not_found': () => 'Không tìm thấy mẫu này. Có thể mẫu đã được bỏ; đề nghị tải lại danh sách.',
  'template.removed_already': (p) => `Mẫu “${p.title}” đã được bỏ trước đó.`,
  'template.title_missing': () => 'Mẫu cần có tên để mọi người chọn được.',
  'template.source_unknown': (p) =>
    `Không có nguồn số liệu “${p.source}”. Đề nghị chọn báo cáo hoặc sổ trong danh sách.`,
  'template.no_known_mark': () =>
    'Mẫu không có chỗ điền nào mà nguồn đã chọn biết. Đề nghị xem danh sách chỗ điền và ghi vào tệp, ví dụ {don_vi}.',
  'template.too_many_rows': (p) =>
    `Khoảng thời gian này có hơn ${formatCount(p.most)} dòng. Đề nghị chọn khoảng ngắn hơn.`,
  'template.nothing_chosen': (p) =>
    p.about === 'report' ? 'Cần chọn kỳ báo cáo.' : 'Cần chọn từ ngày và đến ngày, từ ngày không sau đến ngày.',
} satisfies Sentences<TemplateProblem>
