// Câu trả lời khi từ chối, danh mục chỉ tiêu.
import type { Sentences } from '@kheo/kit/problem.ts'
import type { CatalogueRefusal } from './problems.ts'

export const sentences = {
  'catalogue.import_refused': (p) =>
    `Danh mục có ${p.count} ô sai, chưa nhập gì: ${p.cells
      .slice(0, 20)
      .map((cell) => `${cell.file} dòng ${cell.line}, cột ${cell.column} (“${cell.value}”): ${cell.code}`)
      .join('; ')}.`,
  'catalogue.report_type_refused': (p) => `Loại báo cáo “${p.type}” có lỗi: ${p.problems.slice(0, 10).join('; ')}.`,
  'catalogue.hints_refused': (p) => `Từ ngữ nhận ra chỉ tiêu (reading.json) có lỗi, chưa nhập gì: ${p.problem}.`,
  'catalogue.annexes_refused': (p) => `Mẫu phụ lục (annexes.json) có lỗi, chưa nhập gì: ${p.problem}.`,
  'catalogue.indicator_not_found': (p) => `Không có chỉ tiêu mã “${p.indicator}” trong danh mục.`,
  'catalogue.report_type_not_found': (p) => `Không có loại báo cáo “${p.type}”. Đề nghị chọn trong danh sách.`,
} satisfies Sentences<CatalogueRefusal>
