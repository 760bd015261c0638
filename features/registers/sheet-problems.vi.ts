// Câu trả lời khi từ chối, tệp bảng tính của sổ.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { SheetRefusal } from './sheet-problems.ts'

const sheet = (name: string): string => (name === '' ? 'Nội dung' : `Trang “${name}”`)
const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

export const sentences = {
  'sheet.empty_file': () => 'Tệp không có nội dung. Đề nghị chọn lại tệp.',
  'sheet.not_a_workbook': () => 'Tệp này không phải bảng tính Excel. Đề nghị dùng tệp mẫu .xlsx của sổ.',
  'sheet.old_workbook': () =>
    'Tệp là Excel đời cũ (.xls). Đề nghị mở tệp, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”, rồi gửi lại.',
  'sheet.password_protected': () => 'Tệp có đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu, lưu lại rồi gửi.',
  'sheet.web_page': () =>
    'Tệp là trang web hoặc XML đổi tên thành bảng tính. Đề nghị mở bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”, rồi gửi lại.',
  'sheet.text_file': () =>
    'Tệp là văn bản, không phải bảng tính .xlsx. Đề nghị mở bằng Excel rồi lưu kiểu “Excel Workbook (.xlsx)”.',
  'sheet.not_unicode': () =>
    'Chữ trong tệp không phải mã Unicode nên có thể sai dấu. Đề nghị lưu lại kiểu “CSV UTF-8” hoặc .xlsx rồi gửi.',
  'sheet.broken': () => 'Tệp bảng tính bị hỏng hoặc thiếu phần. Đề nghị mở bằng Excel, lưu lại rồi gửi.',
  'sheet.unsafe_xml': () =>
    'Tệp có phần lạ không do Excel ghi nên không nhận. Đề nghị chép các dòng sang tệp mẫu của sổ.',
  'sheet.too_many_parts': (p) => `Tệp có quá nhiều trang hoặc phần (trên ${p.most}). Đề nghị chỉ giữ trang cần nhập.`,
  'sheet.too_large_unpacked': (p) =>
    `Nội dung tệp sau khi giải nén quá lớn (trên ${p.mostMegabytes} MB, hoặc phình ra bất thường). Đề nghị xóa dòng, cột trống và hình ảnh, hoặc chia thành nhiều tệp.`,
  'sheet.too_many_rows': (p) =>
    `${sheet(p.sheet)} có quá nhiều dòng (trên ${formatNumber(p.most)}). Đề nghị chia thành nhiều tệp.`,
  'sheet.too_many_columns': (p) =>
    `${sheet(p.sheet)} có quá nhiều cột (trên ${p.most}). Đề nghị xóa các cột thừa bên phải.`,
  'sheet.of_another_register': (p) =>
    `Tệp này là của “${p.found}”, còn đang nhập vào “${p.wanted[0]}”. Đề nghị chọn đúng sổ hoặc đúng tệp.`,
  'sheet.no_heads': (p) =>
    `Không thấy dòng tiêu đề của “${p.wanted[0]}”. Đề nghị dùng tệp mẫu; khi dán, dán cả dòng tiêu đề.`,
  'sheet.missing_heads': (p) =>
    `${sheet(p.sheet)} thiếu cột bắt buộc: ${list(p.heads)}. Đề nghị thêm cột, hoặc dùng tệp mẫu.`,
  'sheet.duplicate_heads': (p) => `${sheet(p.sheet)} có hai cột cùng tên: ${list(p.heads)}. Đề nghị giữ một cột.`,
  'sheet.merged_cells': (p) =>
    `${sheet(p.sheet)} có ô gộp ở ${p.ranges.join(', ')}. Đề nghị bỏ gộp ô và ghi đủ từng dòng.`,
  'sheet.too_many_out': (p) =>
    `Danh sách có trên ${formatNumber(p.most)} dòng. Đề nghị lọc theo năm hoặc đơn vị rồi xuất lại.`,
} satisfies Sentences<SheetRefusal>
