// Câu trả lời khi từ chối và lời nhắc, hội nghị.
import { calendarDate, viDate } from '@kheo/core/calendar.ts'
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import { MISSING_WORDS, paperRoles } from './papers/index.ts'
import type { ConferenceProblem, ConferenceWarning } from './problems.ts'

const day = (text: string): string => viDate(calendarDate(text))

export const warningWords: Sentences<ConferenceWarning> = {
  'speeches-too-long': (w) =>
    `Tham luận trình bày cần ${w.minutes} phút, chương trình dành ${w.given} phút. Đề nghị bớt tham luận trình bày hoặc thêm thời gian.`,
  'speeches-missing': (w) => `Còn ${w.count} tham luận đã quá hạn mà chưa nhận được bài.`,
  'reports-missing': (w) => `Còn ${w.count} báo cáo đã quá hạn mà chưa nhận được.`,
  'invitation-late': (w) => `Giấy mời phải gửi chậm nhất ngày ${day(w.dueOn)}, đến nay chưa ban hành.`,
  'on-day-off': (w) => `Ngày ${day(w.day)} là ngày nghỉ. Đề nghị kiểm tra lại ngày họp.`,
  'after-noon': (w) =>
    `Chương trình kéo dài đến ${w.endsAt}, qua giờ nghỉ trưa. Đề nghị rút bớt nội dung, hoặc thêm giờ nghỉ.`,
}

export const sentences = {
  'conference.not_found': () => 'Không có hội nghị này trong sổ, hoặc dòng sổ đã bị xóa hay thuộc đơn vị khác.',
  'conference.no_plan': () => 'Hội nghị này chưa lập kế hoạch. Đề nghị lưu kế hoạch trước.',
  'conference.plan_stale': (p) =>
    `${p.by} đã lưu kế hoạch này trong lúc đồng chí đang sửa (bản ${p.rev}). Đề nghị mở lại, rồi sửa trên bản mới.`,
  'conference.minutes_stale': (p) =>
    `${p.by} đã lưu phần biên bản, kết luận trong lúc đồng chí đang sửa (bản ${p.rev}). Đề nghị mở lại, rồi sửa trên bản mới.`,
  'conference.aisle_outside': (p) =>
    `Lối đi nằm ngoài hàng ghế: mỗi hàng chỉ có ${p.seats} ghế. Đề nghị ghi lại số ghế bên trái lối đi.`,
  'conference.speaking_order_twice': (p) =>
    `Hai tham luận cùng có thứ tự trình bày ${p.order}. Đề nghị ghi lại thứ tự.`,
  'conference.point_in_use': (p) =>
    `Điểm cầu số ${p.point} còn ${p.guests} đại biểu. Đề nghị chuyển các đại biểu ấy sang nơi khác trước khi bỏ điểm cầu.`,
  'conference.point_unknown': (p) => `Kế hoạch không có điểm cầu số ${p.point}. Đề nghị chọn lại điểm cầu.`,
  'conference.earlier_is_itself': () => 'Hội nghị trước phải là một hội nghị khác. Đề nghị chọn lại.',
  'conference.nothing_to_invite': () =>
    'Không có ai để mời từ nguồn đã chọn. Đề nghị chọn nguồn khác, hoặc nhập danh sách.',
  'conference.line_unreadable': (p) =>
    `Dòng ${p.line} (“${p.text}”) chưa đọc được. Mỗi dòng ghi: chức danh; đơn vị; nhóm. Nhóm là một trong: chủ trì, lãnh đạo, đại biểu, khách mời, khen thưởng, báo chí.`,
  'conference.too_many_guests': (p) =>
    `Một hội nghị ghi được nhiều nhất ${formatCount(p.most)} đại biểu. Đề nghị bớt danh sách.`,
  'conference.guest_not_found': () =>
    'Không có đại biểu này trong danh sách mời của đơn vị. Đề nghị kiểm tra lại mã trên giấy mời, hoặc tải lại danh sách.',
  'conference.guest_came_already': (p) =>
    `${p.post} đã được điểm danh nên không bỏ khỏi danh sách được. Nếu điểm danh nhầm, đề nghị hủy điểm danh trước.`,
  'conference.hall_too_small': (p) =>
    `Có ${p.people} người cần chỗ trong hội trường mà chỉ có ${p.seats} ghế. Đề nghị thêm hàng ghế, hoặc chuyển bớt đại biểu sang điểm cầu.`,
  'conference.seat_outside': (p) => `Hội trường không có ghế ${p.seat} ở hàng ${p.row}. Đề nghị chọn chỗ khác.`,
  'conference.seat_duplicate': (p) =>
    `Ghế ${p.seat} hàng ${p.row} đã xếp tay cho đại biểu khác. Đề nghị chọn chỗ khác.`,
  'conference.not_yet_day': (p) =>
    `Hội nghị họp ngày ${day(p.day)}; chưa tới ngày nên chưa điểm danh được. Nếu họp sớm hơn, đề nghị sửa ngày trong sổ hội nghị.`,
  'conference.cancelled_already': (p) =>
    `Hội nghị “${p.title}” đã ghi là không tổ chức nên giữ nguyên. Nếu ghi nhầm, đề nghị rút lại bước ấy trong sổ hội nghị.`,
  'conference.not_held': () => 'Hội nghị chưa ghi bước “Đã tổ chức” nên chưa giao được nhiệm vụ theo kết luận.',
  'conference.no_conclusions': () => 'Chưa có kết luận nào để giao. Đề nghị ghi kết luận, mỗi việc một dòng.',
  'conference.notice_missing': () =>
    'Chưa có số và ngày của thông báo kết luận. Đề nghị ban hành thông báo, hoặc ghi số và ngày đã ban hành ở nơi khác.',
  'conference.conclusion_assigned_already': (p) =>
    `Kết luận ${p.seq} (“${p.content}”) đã giao thành nhiệm vụ nên giữ nguyên nội dung, chủ trì và hạn. Muốn đổi hạn, đề nghị gia hạn ở sổ nhiệm vụ; muốn bỏ, đề nghị ghi “Không thực hiện nữa” ở sổ ấy.`,
  'conference.paper_not_ready': (p) =>
    `Văn bản “${paperRoles[p.role][0]}” còn thiếu: ${p.lacks.map((part) => MISSING_WORDS[part][0]).join('; ')}. Đề nghị bổ sung rồi lập lại.`,
  'conference.entry_unfit': (p) => `Kết luận ${p.conclusion} chưa giao được: ${p.says[0]}`,
} satisfies Sentences<ConferenceProblem>
