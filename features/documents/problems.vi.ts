// Câu trả lời khi từ chối, văn bản.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { DocumentProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))

export const sentences = {
  'document.not_found': () => 'Không có văn bản này, hoặc văn bản thuộc đơn vị khác.',
  'document.issued_already': (p) =>
    `Văn bản này đã ban hành (số ${p.number}) nên nội dung không thay đổi được nữa. Khi cần sửa, đề nghị hủy văn bản và soạn văn bản mới.`,
  'document.cancelled_already': () => 'Văn bản này đã hủy trước đó.',
  'document.not_issued': () => 'Văn bản chưa ban hành. Đề nghị ban hành, lấy số và ngày trước.',
  'document.stale': () => 'Dự thảo đã được người khác sửa sau khi đồng chí mở. Đề nghị tải lại trang rồi sửa tiếp.',
  'document.not_editable': () => 'Nội dung văn bản này lập ở phần khác của hệ thống. Đề nghị sửa tại nơi lập văn bản.',
  'document.no_profile': (p) =>
    `Chưa có thể thức văn bản nào có hiệu lực ngày ${day(p.day)}. Đề nghị báo quản trị bổ sung.`,
  'document.no_issuer': (p) =>
    `Chưa khai báo cơ quan ban hành loại văn bản này của ${p.unit}. Đề nghị chọn hệ văn bản khác hoặc báo quản trị bổ sung.`,
  'document.kind_unknown': (p) => `Thể thức đang dùng không có loại văn bản “${p.kind}”.`,
  'document.unfit': (p) => `Văn bản chưa đủ thành phần thể thức: ${p.missing.join(', ')}. Đề nghị bổ sung rồi làm lại.`,
  'document.number_taken': (p) =>
    `Số ${p.number} đã cấp cho văn bản khác trong năm. Số tiếp theo chưa dùng là ${p.next}.`,
  'document.series_only_upwards': (p) =>
    `Sổ này đã dùng đến số ${p.last}; số bắt đầu chỉ đặt được từ ${p.last} trở lên.`,
  'document.day_ahead': () => 'Ngày ghi trên văn bản chưa đến. Đề nghị chọn ngày hôm nay hoặc ngày trước đó.',
  'document.day_before_last': (p) =>
    `Số ${p.number} đã ghi ngày ${day(p.day)}; số lấy theo thứ tự thời gian nên văn bản này không ghi ngày sớm hơn. Đề nghị chọn từ ngày ${day(p.day)} trở đi, hoặc nhập số đã lấy ở sổ giấy.`,
  'document.received_before_written': (p) =>
    `Ngày đến ${day(p.received)} sớm hơn ngày ghi trên văn bản ${day(p.written)}. Đề nghị xem lại hai ngày này.`,
  'document.block_not_text': () =>
    'Chỉ sửa được đoạn văn, đề mục và mục liệt kê; bảng số liệu lập từ sổ nên không sửa ở đây.',
  'document.not_incoming': () => 'Việc này chỉ làm với văn bản đến.',
  'document.done_already': () => 'Văn bản đến này đã giải quyết xong.',
  'document.file_kind': (p) =>
    `Tệp “${p.name}” không phải bản chụp dạng PDF hoặc ảnh (JPEG, PNG, WebP) còn nguyên vẹn. Đề nghị quét lại thành PDF rồi đính kèm.`,
  'document.file_not_found': () => 'Văn bản này chưa có tệp như vậy.',
  'document.file_lost': (p) =>
    `Tệp “${p.name}” không còn nguyên vẹn trong kho lưu. Đề nghị báo quản trị khôi phục từ bản sao lưu.`,
} satisfies Sentences<DocumentProblem>
