// Câu trả lời khi từ chối, giao việc cho đơn vị.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { TaskProblem } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))

export const sentences = {
  'task.not_below': (p) =>
    `${p.unit} không thuộc ${p.of} nên không giao việc này được. Đề nghị chọn đơn vị trực thuộc.`,
  'task.shared_already': (p) => `Việc này đã giao cho ${p.unit}. Muốn giao lại thì thu hồi lần giao trước.`,
  'task.closed': (p) => `“${p.task}” đã kết thúc nên không giao tiếp được.`,
  'task.share_not_found': () =>
    'Không tìm thấy việc được giao. Có thể đường dẫn đã cũ; đề nghị mở lại từ Việc của tôi.',
  'task.share_closed': (p) =>
    p.state === 'withdrawn'
      ? 'Việc này đã được cấp trên thu hồi.'
      : p.state === 'ended'
        ? 'Việc này đã kết thúc trong sổ của đơn vị nên không đề nghị lùi hạn được.'
        : 'Đơn vị đã nhận việc này. Muốn dừng thì ghi bước “Không thực hiện nữa” trong sổ của đơn vị.',
  'task.due_in_past': (p) => `Hạn ${day(p.day)} đã qua. Đề nghị chọn ngày từ hôm nay trở đi.`,
  'task.due_not_later': (p) =>
    `Hạn mới ${day(p.day)} không sau hạn đang có ${day(p.dueOn)}. Đề nghị chọn ngày muộn hơn.`,
  'task.nothing_asked': () => 'Đơn vị không có đề nghị gia hạn nào đang chờ trả lời.',
  'task.asked_already': (p) => `Đơn vị đã đề nghị lùi hạn đến ${day(p.day)} và đang chờ trả lời.`,
} satisfies Sentences<TaskProblem>
