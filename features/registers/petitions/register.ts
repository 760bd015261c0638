// Sổ theo dõi đơn: counts, deadlines and a pointer to the paper log; no name, no content of a denunciation (domain §5).
//
// X1  Handling ends with `classified`; a petition not classified by a day is carried over that day.
// X1a What is not within competence is handled in one way, the first: urging after a transfer is no second handling.
// X2  Resolution concerns what is within competence; it ends with `decided`, `withdrawn` or `answered`.
import { choice, flag, longText, reference, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import {
  all,
  any,
  type Condition,
  entries,
  entriesThat,
  happened,
  is,
  type Measure,
  not,
  took,
} from '@kheo/kit/register/measures.ts'
import { nextPetitionSteps, petitionDeadline } from './rules.ts'

const ENDS = ['decided', 'withdrawn', 'answered']
const classified = (where = {}): Condition => took('classified', 'within', { where })
const admissible = (where = {}): Condition => classified({ isAdmissible: true, ...where })
const elsewhere = (...more: readonly Condition[]): Measure =>
  entriesThat(all(admissible({ isCompetent: false }), ...more))
/** Within competence, known by the end of the window, and not resolved before it began. */
const toResolve = (kind: string): Measure =>
  entriesThat(
    all(
      is({ kind }),
      took('classified', 'by the end', { where: { isCompetent: true } }),
      not(took(ENDS, 'before the start')),
    ),
  )
const resolved = (kind: string, ends: readonly string[] = ENDS): Measure =>
  entriesThat(all(is({ kind }), took(ends, 'within')))

export const petitions = register({
  name: 'petitions',
  code: 'so_don_thu',
  table: 'petition',
  address: 'don-thu',
  group: 'people',
  title: ['Sổ theo dõi đơn thư', 'Petitions'],
  entry: ['đơn', 'petition'],
  about: [
    'Sổ chỉ giữ số lượng, thời hạn và số vào sổ giấy; không ghi họ tên, địa chỉ hay nội dung tố cáo. Các chỉ tiêu XD, GQ tự đếm từ sổ này.',
    'Counts, deadlines and the number in the paper log only: no names, no addresses, no content of denunciations. XD and GQ are counted from here.',
  ],
  owner: ['Cán bộ tiếp công dân, Văn phòng', 'Reception officer, office'],
  source: 'Thông tư 05/2021/TT-TTCP; Thông tư 01/2024/TT-TTCP (biểu 01/XLD, 01/KQGQ)',
  privacy: 'guarded',
  day: {
    label: ['Ngày nhận', 'Day of receipt'],
    help: ['Ngày đơn đến. Thời hạn tính từ bước thụ lý hoặc phân loại.', 'Deadlines run from acceptance or handling.'],
  },
  fields: {
    arrivalNo: reference(['Số vào sổ giấy', 'Number in the paper log'], {
      isOptional: true,
      help: ['Để tìm lại tờ đơn.', 'To find the paper again.'],
    }),
    kind: choice(['Loại đơn', 'Kind'], {
      complaint: ['Khiếu nại', 'Complaint'],
      denunciation: ['Tố cáo', 'Denunciation'],
      proposal: ['Kiến nghị, phản ánh', 'Proposal'],
    }),
    topic: choice(['Nội dung chính', 'Topic'], {
      land: ['Đất đai, nhà cửa', 'Land and housing'],
      policy: ['Chế độ, chính sách', 'Benefits and policy'],
      officials: ['Công chức, công vụ', 'Officials'],
      other: ['Khác', 'Other'],
    }),
    village: village(undefined, { isOptional: true }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
    }),
  },
  states: {
    received: { label: ['Đã tiếp nhận', 'Received'] },
    classified: { label: ['Đã phân loại', 'Classified'], tone: 'info' },
    'in-resolution': { label: ['Đang giải quyết', 'In resolution'], tone: 'info' },
    resolved: { label: ['Đã giải quyết', 'Resolved'], tone: 'good', isClosed: true },
    routed: { label: ['Đã chuyển, hướng dẫn', 'Routed'], isClosed: true },
    filed: { label: ['Đã lưu', 'Filed'], isClosed: true },
  },
  steps: {
    classified: {
      label: ['Phân loại', 'Classify'],
      from: ['received'],
      to: 'classified',
      fields: {
        isAdmissible: flag(['Đủ điều kiện xử lý', 'Admissible']),
        isCompetent: flag(['Thuộc thẩm quyền', 'Within competence'], {
          onlyWhen: { field: 'isAdmissible', is: [true] },
        }),
      },
    },
    accepted: { label: ['Thụ lý', 'Accept'], from: ['classified'], to: 'in-resolution' },
    guided: { label: ['Hướng dẫn', 'Guide'], from: ['classified'], to: 'routed' },
    transferred: { label: ['Chuyển đơn', 'Transfer'], from: ['classified'], to: 'routed' },
    urged: { label: ['Đôn đốc', 'Urge'], from: ['classified', 'routed'], to: 'routed' },
    filed: { label: ['Lưu đơn', 'File'], from: ['classified'], to: 'filed' },
    extended: { label: ['Gia hạn', 'Extend'], from: ['in-resolution'], to: null },
    decided: { label: ['Ra quyết định giải quyết', 'Decide'], from: ['in-resolution'], to: 'resolved' },
    withdrawn: { label: ['Người gửi rút đơn', 'Withdrawn'], from: ['classified', 'in-resolution'], to: 'resolved' },
    answered: { label: ['Trả lời', 'Answer'], from: ['classified', 'in-resolution'], to: 'resolved' },
  },
  next: nextPetitionSteps,
  deadline: petitionDeadline,
  named: ({ values }, say) =>
    `${say(
      values['kind'] === 'complaint'
        ? ['Đơn khiếu nại', 'Complaint']
        : values['kind'] === 'denunciation'
          ? ['Đơn tố cáo', 'Denunciation']
          : ['Đơn kiến nghị, phản ánh', 'Proposal'],
    )}${values['arrivalNo'] === '' ? '' : ` ${say(['số', 'no.'])} ${String(values['arrivalNo'])}`}`,
  place: 'village',
  columns: ['arrivalNo', 'kind', 'topic', 'village'],
  filters: ['kind', 'topic'],
  measures: {
    XD01: entriesThat(
      any(happened('within'), all(happened('before the start'), not(took('classified', 'before the start')))),
    ),
    XD02: entriesThat(all(happened('before the start'), not(took('classified', 'before the start')))),
    XD03: entries(),
    XD04: entriesThat(classified()),
    XD05: entriesThat(all(happened('by the end'), not(took('classified', 'by the end')))),
    XD06: entriesThat(admissible()),
    XD07: entriesThat(all(is({ kind: 'complaint' }), admissible())),
    XD08: entriesThat(all(is({ kind: 'denunciation' }), admissible())),
    XD09: entriesThat(all(is({ kind: 'proposal' }), admissible())),
    XD10: entriesThat(admissible({ isCompetent: true })),
    XD11: elsewhere(),
    XD12: elsewhere(took('guided', 'by the end')),
    XD13: elsewhere(took('transferred', 'by the end')),
    XD14: elsewhere(took('urged', 'by the end'), not(took(['guided', 'transferred'], 'by the end'))),
    GQ01: toResolve('proposal'),
    GQ02: resolved('proposal'),
    GQ03: entriesThat(
      all(
        is({ kind: 'proposal' }),
        took('classified', 'by the end', { where: { isCompetent: true } }),
        not(took(ENDS, 'by the end')),
      ),
    ),
    GQ05: toResolve('complaint'),
    GQ06: resolved('complaint', ['decided', 'withdrawn']),
    GQ07: resolved('complaint', ['decided']),
    GQ08: resolved('complaint', ['withdrawn']),
    GQ09: entriesThat(
      all(is({ kind: ['complaint', 'denunciation'] }), took(['decided', 'withdrawn'], 'within', { isInTime: true })),
    ),
    GQ10: toResolve('denunciation'),
    GQ11: resolved('denunciation', ['decided', 'withdrawn']),
  },
  capture: ['đơn', 'đơn khiếu nại', 'đơn tố cáo', 'đơn kiến nghị', 'đơn đề nghị', 'nhận đơn'],
})
