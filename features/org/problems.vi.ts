// Câu trả lời khi từ chối, phòng đơn vị.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ImportLine, OrgProblem } from './problems.ts'

const reasons: Readonly<Record<string, string>> = {
  'org.broken_line': 'dòng bị vỡ, số cột không khớp dòng tiêu đề',
  'org.missing_column': 'thiếu cột',
  'org.empty_file': 'tệp không có dòng nào',
  'org.empty_value': 'ô để trống',
  'org.bad_date': 'không phải ngày dạng năm-tháng-ngày',
  'org.no_such_day': 'ngày không có trong lịch',
  'org.unknown_level': 'cấp đơn vị không có trong danh mục',
  'org.level_conflict': 'một đơn vị mang hai cấp',
  'org.unknown_unit': 'đơn vị không có trong tệp',
  'org.interval_reversed': 'ngày hết hiệu lực trước ngày có hiệu lực',
  'org.versions_overlap': 'hai dòng của một đơn vị chồng ngày lên nhau',
  'org.duplicate_row': 'dòng lặp lại',
  'org.unknown_event': 'loại sự kiện không có trong danh mục',
  'org.unknown_extent': 'phạm vi không có trong danh mục',
  'org.bad_share': 'tỷ lệ phải từ 0 đến 1',
}

export const lineSentence = (line: ImportLine): string =>
  `${line.file}.csv dòng ${line.line}${line.column === '' ? '' : `, cột ${line.column}`}: ${reasons[line.code] ?? line.code}${line.value === '' ? '' : ` (“${line.value}”)`}`

export const sentences = {
  'org.unit_not_found': (p) => `Không có đơn vị “${p.unit}”. Đề nghị chọn đơn vị trong danh sách.`,
  'org.event_not_found': (p) => `Không có sự kiện “${p.event}”.`,
  'org.unit_not_alive': (p) =>
    `${p.name} không tồn tại vào ngày ${viDate(calendarDate(p.day))}. Đề nghị chọn ngày khác, hoặc đơn vị kế thừa.`,
  'org.import_refused': (p) =>
    `Tệp đơn vị có ${p.count} lỗi, chưa nhập gì: ${p.lines.slice(0, 20).map(lineSentence).join('; ')}${p.count > 20 ? '; …' : '.'}`,
  'org.invariants_broken': (p) =>
    `Dữ liệu đơn vị vi phạm ${p.count} quy tắc, chưa nhập gì: ${p.violations.slice(0, 10).join('; ')}${p.count > 10 ? '; …' : '.'}`,
  'org.file_not_found': (p) => `Không đọc được tệp ${p.file}. Đề nghị kiểm tra đường dẫn.`,
} satisfies Sentences<OrgProblem>
