// Câu trả lời khi từ chối, chấm điểm mô hình.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { ScoreProblem } from './problems.ts'

const on = (day: string): string => viDate(calendarDate(day))

export const sentences = {
  'score.no_sheet': (p) =>
    `Ngày ${on(p.day)} chưa có bảng chấm điểm nào áp dụng. Đề nghị kiểm tra ngày chấm, hoặc báo quản trị bổ sung bảng chấm điểm.`,
  'score.sheet_stale': (p) =>
    `Bảng chấm điểm áp dụng cho ngày ${on(p.day)} khác với bảng đang mở. Đề nghị mở lại bảng rồi chấm.`,
  'score.wrong_points': (p) => p.says.map((words) => words[0]).join(' '),
  'score.stale': (p) =>
    `Mô hình này vừa được ${p.by} chấm ngày ${on(p.day)}. Đề nghị tải lại để xem điểm đó trước khi chấm tiếp.`,
  'score.before_registration': (p) =>
    `Ngày chấm ${on(p.day)} trước ngày đăng ký mô hình (${on(p.registeredOn)}). Đề nghị kiểm tra ngày.`,
} satisfies Sentences<ScoreProblem>
