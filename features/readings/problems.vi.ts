// Câu trả lời khi từ chối, đọc báo cáo cũ.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { OwnProblem } from './problems.ts'

const STATES: Readonly<Record<string, string>> = {
  queued: 'đang chờ đọc',
  reading: 'đang đọc',
  read: 'đã đọc, chưa lưu số liệu',
  failed: 'chưa đọc được',
  saved: 'đã lưu số liệu',
  discarded: 'đã bỏ',
}

export const sentences = {
  'reading.not_found': () => 'Không có văn bản này, hoặc văn bản thuộc đơn vị khác.',
  'reading.added_already': (p) => `Tệp này đã có trong danh sách, với tên “${p.name}”.`,
  'reading.too_many_in_batch': (p) => `Mỗi lần đưa vào nhiều nhất ${p.most} tệp. Đề nghị chia thành nhiều lần.`,
  'reading.too_many_waiting': (p) => `Đơn vị đang có ${p.most} tệp chờ đọc. Đề nghị đợi đọc xong rồi đưa thêm tệp vào.`,
  'reading.text_too_long': (p) =>
    `Văn bản dài quá ${p.most} chữ cái nên chưa đọc. Đề nghị tách thành từng báo cáo rồi đưa vào lại.`,
  'reading.gave_up': () =>
    'Đã đọc nhiều lần mà chưa xong. Đề nghị mở tệp, lưu lại bản mới (.docx hoặc .pdf) rồi đưa vào lại.',
  'reading.state_locked': (p) => `Văn bản ${STATES[p.state] ?? p.state} nên không làm được việc này.`,
  'reading.stale': () => 'Văn bản đã được người khác xử lý thêm. Đề nghị xem bản mới rồi làm lại.',
  'reading.decided_conflict': (p) =>
    `${p.by} vừa quyết định số “${p.cells.join('”, “')}”. Đề nghị xem lại rồi quyết định nếu cần.`,
  'reading.mark_not_found': (p) => `Trong văn bản không có số liệu “${p.key}”. Đề nghị tải lại trang.`,
  'reading.indicator_missing': (p) => `Chưa chọn chỉ tiêu cho số “${p.text}”. Đề nghị chọn chỉ tiêu rồi xác nhận.`,
  'reading.unit_out_of_reach': (p) =>
    `${p.unit} không thuộc sổ sách của đơn vị. Chỉ đưa được số liệu của đơn vị mình và của đơn vị cũ đã sáp nhập vào.`,
  'reading.not_placed': () => 'Chưa biết số liệu của đơn vị nào, kỳ nào. Đề nghị chọn đơn vị và kỳ rồi lưu.',
  'reading.nothing_confirmed': () => 'Chưa có số liệu nào được xác nhận. Đề nghị xác nhận ít nhất một số rồi lưu.',
  'reading.two_values': (p) =>
    `Chỉ tiêu ${p.cell} được xác nhận với ${p.values.length} giá trị khác nhau: ${p.values.join('; ')}. Đề nghị giữ một giá trị.`,
  'reading.undo_first': () => 'Số liệu của văn bản này đã lưu. Đề nghị hoàn tác việc lưu trước khi bỏ văn bản.',
} satisfies Sentences<OwnProblem>
