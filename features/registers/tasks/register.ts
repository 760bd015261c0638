// Sổ nhiệm vụ: what a conclusion, a directive or a programme asks for, of whom, by when, and what came of it.
//
// N1  HN02–HN06 count the tasks set after conferences; those of other papers are followed here and counted nowhere.
// N2  A task is owed from its day until it was done or cancelled; a cancelled one counts no more. So HN02 = HN03 + HN04 + HN05 + HN06.
// N3  A task not done on its last day is overdue at the end of that day.
import { choice, date, link, longText, number, reference, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, type Condition, due, entriesThat, happened, is, not, took } from '@kheo/kit/register/measures.ts'
import { taskDeadline } from './rules.ts'

const fromConference: Condition = all(
  is({ origin: 'conference' }),
  happened('by the end'),
  not(took('cancelled', 'by the end')),
)
const done = took('done', 'within')
const doneInTime = took('done', 'within', { isInTime: true })
const owed: Condition = all(fromConference, not(took('done', 'by the end')))
const paper = reference(['Văn bản', 'Paper'], { isOptional: true })

export const tasks = register({
  name: 'tasks',
  code: 'so_nhiem_vu',
  table: 'task',
  address: 'nhiem-vu',
  group: 'office',
  title: ['Sổ theo dõi nhiệm vụ', 'Tasks'],
  entry: ['nhiệm vụ', 'task'],
  about: [
    'Mỗi việc được giao theo thông báo kết luận, văn bản chỉ đạo hoặc chương trình phối hợp là một dòng, có đơn vị chủ trì và hạn. Các chỉ tiêu HN02–HN06 tự đếm từ những việc giao sau hội nghị.',
    'Every task set by a conclusion, directive or programme is one line, with who leads and by when. HN02–HN06 are counted from those set after conferences.',
  ],
  owner: ['Văn phòng, cán bộ tổng hợp', 'Office, officer for reports'],
  source: 'Quy chế làm việc; chế độ theo dõi thực hiện thông báo kết luận',
  privacy: 'internal',
  day: {
    label: ['Ngày giao', 'Set on'],
    help: ['Ngày của thông báo kết luận hoặc văn bản giao việc.', 'The day of the paper that sets it.'],
  },
  fields: {
    content: text(['Nội dung việc', 'Content'], {
      help: ['Một việc một dòng, nói rõ phải làm gì.', 'One task a line: what must be done.'],
    }),
    origin: choice(['Giao từ', 'Set by'], {
      conference: ['Kết luận hội nghị', 'Conclusion of a conference'],
      directive: ['Văn bản chỉ đạo', 'Directive'],
      programme: ['Chương trình phối hợp', 'Programme'],
      above: ['Cấp trên giao', 'Those above'],
      other: ['Khác', 'Other'],
    }),
    conference: link(['Hội nghị', 'Conference'], 'so_hoi_nghi', {
      onlyWhen: { field: 'origin', is: ['conference'] },
      isOptional: true,
    }),
    directive: link(['Văn bản chỉ đạo', 'Directive'], 'so_van_ban_chi_dao', {
      onlyWhen: { field: 'origin', is: ['directive'] },
      isOptional: true,
    }),
    programme: link(['Chương trình phối hợp', 'Programme'], 'so_phoi_hop', {
      onlyWhen: { field: 'origin', is: ['programme'] },
      isOptional: true,
    }),
    basis: reference(['Số văn bản giao việc', 'Paper that sets it'], {
      isOptional: true,
      help: ['Ví dụ: thông báo kết luận số 12-TB/ĐU.', 'Such as the number of the notice of conclusions.'],
    }),
    lead: text(['Đơn vị hoặc chức danh chủ trì', 'Lead body or post'], {
      help: ['Không ghi tên người.', 'Not a person’s name.'],
    }),
    helpers: text(['Phối hợp', 'Together with'], { isOptional: true }),
    dueBy: date(['Hạn hoàn thành', 'Due by'], {
      isOptional: true,
      help: ['Để trống thì sổ tính theo hạn mặc định.', 'When empty, the default time applies.'],
    }),
    product: text(['Sản phẩm phải có', 'What is to come of it'], {
      isOptional: true,
      help: ['Báo cáo, kế hoạch, công trình …', 'A report, a plan, a work …'],
    }),
    remark: longText(['Ghi chú', 'Note'], { isOptional: true }),
  },
  parts: [
    {
      title: ['Việc được giao', 'The task'],
      fields: ['content', 'origin', 'conference', 'directive', 'programme', 'basis'],
    },
    { title: ['Ai làm, bao giờ xong', 'Who and by when'], fields: ['lead', 'helpers', 'dueBy', 'product', 'remark'] },
  ],
  states: {
    set: { label: ['Đã giao', 'Set'] },
    'in-progress': { label: ['Đang thực hiện', 'In progress'], tone: 'info' },
    done: { label: ['Đã hoàn thành', 'Done'], tone: 'good', isClosed: true },
    cancelled: { label: ['Không thực hiện nữa', 'Cancelled'], isClosed: true },
  },
  steps: {
    progressed: {
      label: ['Cập nhật tiến độ', 'Report progress'],
      from: 'open',
      to: 'in-progress',
      fields: {
        percent: number(['Khối lượng đã làm', 'Done so far'], ['%', '%'], { most: 100, isOptional: true }),
        progress: longText(['Tiến độ, vướng mắc', 'Progress and difficulties'], { isOptional: true }),
      },
    },
    extended: {
      label: ['Gia hạn', 'Extend'],
      from: 'open',
      to: null,
      fields: { newDueBy: date(['Hạn mới', 'New day']), reason: text(['Lý do', 'Reason']), paper },
      help: ['Do người giao việc đồng ý.', 'As agreed by whoever set the task.'],
    },
    done: {
      label: ['Hoàn thành', 'Done'],
      from: 'open',
      to: 'done',
      fields: { result: longText(['Kết quả', 'Result'], { isOptional: true }), paper },
      help: ['Ngày là ngày việc xong hoặc ngày nộp sản phẩm.', 'The day on which it was finished or handed in.'],
    },
    cancelled: {
      label: ['Không thực hiện nữa', 'Cancel'],
      from: 'open',
      to: 'cancelled',
      fields: { reason: text(['Lý do', 'Reason']), paper },
    },
  },
  deadline: taskDeadline,
  named: ({ values }) => String(values['content']),
  columns: ['content', 'origin', 'basis', 'lead', 'dueBy'],
  filters: ['origin'],
  measures: {
    HN02: entriesThat(all(fromConference, not(took('done', 'before the start')))),
    HN03: entriesThat(all(fromConference, doneInTime)),
    HN04: entriesThat(all(fromConference, done, not(doneInTime))),
    HN05: entriesThat(all(owed, not(due('by the end')))),
    HN06: entriesThat(all(owed, due('by the end'))),
  },
  paper: [
    { head: ['Số thông báo kết luận', 'Paper'], field: 'basis', width: 28 },
    { head: ['Nội dung việc', 'Content'], field: 'content', width: 56 },
    { head: ['Cơ quan chủ trì', 'Lead'], field: 'lead', width: 32 },
    { head: ['Phối hợp', 'Together with'], field: 'helpers', width: 28 },
    { head: ['Hạn', 'Due'], field: 'dueBy', width: 18 },
    { head: ['Ghi chú', 'Note'], field: 'remark', width: 30 },
  ],
  capture: [
    'giao nhiệm vụ',
    'nhiệm vụ',
    'giao việc',
    'hạn hoàn thành',
    'thông báo kết luận giao',
    'yêu cầu hoàn thành trước',
  ],
})
