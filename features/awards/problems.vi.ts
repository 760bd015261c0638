// Câu trả lời khi từ chối, khen thưởng.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Sentences } from '@kheo/kit/problem.ts'
import type { AwardProblem } from './problems.ts'

const NEEDED: Readonly<Record<string, string>> = {
  'to-trinh': 'Tờ trình cần ít nhất một hồ sơ trong đợt. Đề nghị đưa hồ sơ vào đợt trước.',
  'bien-ban-xet': 'Biên bản cần phiếu của Hội đồng cho ít nhất một hồ sơ. Đề nghị ghi phiếu trước.',
  'quyet-dinh':
    'Quyết định cần ít nhất một hồ sơ Hội đồng đã xét, đủ phiếu và thuộc thẩm quyền của cơ quan mình. Đề nghị xem lại danh sách.',
  'danh-sach-trao': 'Danh sách trao cần ít nhất một hồ sơ đã có quyết định. Đề nghị ghi quyết định trước.',
}

const FIELDS: Readonly<Record<string, string>> = {
  recipient: 'tên người, tập thể được khen',
  post: 'chức vụ',
  body: 'đơn vị',
  achievement: 'thành tích',
  form: 'hình thức',
  decision: 'số quyết định',
  place_date: 'địa danh, ngày tháng',
  authority: 'thẩm quyền ký',
  signer_post: 'chức vụ người ký',
  signer_name: 'họ tên người ký',
  book_no: 'số vào sổ',
}
const FAULTS: Readonly<Record<string, string>> = {
  off_the_paper: 'nằm ngoài khổ giấy',
  sizes_reversed: 'có cỡ chữ nhỏ nhất lớn hơn cỡ chữ',
}
const field = (code: string): string => FIELDS[code] ?? code
const others = (count: number): string => (count > 1 ? ` Còn ${formatCount(count - 1)} chỗ khác.` : '')

export const sentences = {
  'award.round_not_found': () => 'Không có đợt khen thưởng này, hoặc đợt đã bỏ. Đề nghị chọn lại trong danh sách.',
  'award.round_stale': (p) =>
    `Đợt này vừa được ${p.by} sửa (lần ${p.rev}). Đề nghị tải lại trang rồi ghi lại phần của mình.`,
  'award.round_in_use': (p) =>
    `Đợt đang có ${formatCount(p.count)} hồ sơ nên không bỏ được. Đề nghị đưa hồ sơ ra khỏi đợt trước.`,
  'award.not_in_round': (p) =>
    `${p.name === '' ? 'Có hồ sơ' : `Hồ sơ “${p.name}”`} không thuộc đợt này. Đề nghị tải lại trang.`,
  'award.in_a_round_already': () => 'Có hồ sơ đã nằm trong một đợt khác. Đề nghị tải lại danh sách hồ sơ chưa vào đợt.',
  'award.not_open': (p) =>
    `Hồ sơ “${p.name}” không ở bước cho phép việc này. Đề nghị tải lại trang và xem lại trạng thái.`,
  'award.round_full': (p) => `Một đợt có nhiều nhất ${formatCount(p.most)} hồ sơ. Đề nghị mở thêm đợt.`,
  'award.finding_stops': (p) =>
    `Còn ${formatCount(p.count)} điểm chưa giải quyết, nên chưa ghi bước nào. Điểm đầu tiên: ${p.says[0]}`,
  'award.finding_gone': () => 'Điểm cảnh báo này không còn, hoặc nội dung đã đổi. Đề nghị tải lại trang và xem lại.',
  'award.finding_blocks': (p) => `Điểm này phải khắc phục, không thể bỏ qua bằng lý do: ${p.says[0]}`,
  'award.votes_beyond': (p) =>
    `“${p.name}” có ${formatCount(p.votes)} phiếu, nhiều hơn ${formatCount(p.members)} thành viên Hội đồng. Đề nghị kiểm tra lại.`,
  'award.present_beyond': (p) =>
    `Có mặt ${formatCount(p.present)}, nhiều hơn ${formatCount(p.members)} thành viên Hội đồng. Đề nghị kiểm tra lại.`,
  'award.decision_missing': () =>
    'Chưa có số, ngày quyết định. Đề nghị ban hành quyết định của đợt, hoặc ghi số, ngày của quyết định cấp trên.',
  'award.not_own_level': (p) =>
    `“${p.name}” do cấp khác quyết định nên không ghi theo quyết định của cơ quan mình. Đề nghị bỏ chọn, rồi ghi riêng số, ngày quyết định của cấp ấy.`,
  'award.nothing_to_write': (p) => NEEDED[p.role] ?? 'Chưa đủ nội dung để viết văn bản này.',
  'award.wrong_nomination': (p) => `Dòng ${p.line}: ${p.vi}`,
  'award.layout_not_found': () => 'Không có phôi giấy khen này. Đề nghị chọn lại trong danh sách.',
  'award.layout_stale': (p) =>
    `Phôi này vừa được người khác lưu thành bản ${p.version}. Đề nghị tải lại trang rồi chỉnh tiếp.`,
  'award.layout_wrong': (p) =>
    `Dòng “${field(p.field)}” ${FAULTS[p.fault] ?? 'có số đo không dùng được'}. Đề nghị chỉnh lại rồi lưu.`,
  'award.nothing_to_print': () =>
    'Không có giấy khen nào để in lên phôi này. Đề nghị ghi quyết định trước, hoặc chọn phôi dùng cho đúng đối tượng.',
  'award.certificate_too_long': (p) =>
    `Giấy khen của “${p.name}”: dòng ${field(p.field)} dài quá chỗ trên phôi, kể cả ở cỡ chữ nhỏ nhất. Đề nghị rút ngắn, hoặc chỉnh phôi rộng hơn.${others(p.count)}`,
  'award.certificate_letters': (p) =>
    `Giấy khen của “${p.name}”: dòng ${field(p.field)} có ký tự không in được: ${p.letters}. Đề nghị sửa trong sổ.${others(p.count)}`,
} satisfies Sentences<AwardProblem>
