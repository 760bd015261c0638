// Sổ văn bản chỉ đạo: papers of those above or of the unit itself that must be carried out, reviewed and closed.
//
// V1  A directive is being carried out from its receipt until it was closed or replaced.
import { choice, date, flag, longText, reference, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, type Condition, due, entries, entriesThat, happened, not, took } from '@kheo/kit/register/measures.ts'
import { directiveDeadline } from './rules.ts'

const ENDS = ['closed', 'replaced']
const current: Condition = all(happened('by the end'), not(took(ENDS, 'by the end')))
const ownPaper = reference(['Văn bản của đơn vị', 'Own paper'], { isOptional: true })
const result = longText(['Kết quả', 'Result'], { isOptional: true })

export const directives = register({
  name: 'directives',
  code: 'so_van_ban_chi_dao',
  table: 'directive',
  address: 'van-ban-chi-dao',
  group: 'office',
  title: ['Sổ văn bản chỉ đạo được giao thực hiện', 'Directives'],
  entry: ['văn bản chỉ đạo', 'directive'],
  about: [
    'Mỗi nghị quyết, chỉ thị, kết luận, kế hoạch phải triển khai là một dòng; triển khai, sơ kết, tổng kết ghi thành bước. Các chỉ tiêu VB01–VB06 tự đếm từ sổ này. Không ghi văn bản mật.',
    'Every paper to be carried out is one line; deployment and reviews are steps. VB01–VB06 are counted from here. No classified paper belongs here.',
  ],
  owner: ['Văn phòng, cán bộ tổng hợp', 'Office, officer for reports'],
  source: 'Quy chế làm việc; chế độ sơ kết, tổng kết nghị quyết, chỉ thị',
  privacy: 'internal',
  day: {
    label: ['Ngày nhận', 'Received on'],
    help: ['Văn bản của chính đơn vị thì ghi ngày ban hành.', 'For the unit’s own paper, the day of issue.'],
  },
  fields: {
    paper: reference(['Số, ký hiệu, ngày văn bản', 'Number, sign and day'], {
      help: ['Ví dụ: số, ký hiệu và ngày ghi ở đầu văn bản.', 'As written at the head of the paper.'],
    }),
    kind: choice(['Loại văn bản', 'Kind'], {
      resolution: ['Nghị quyết', 'Resolution'],
      directive: ['Chỉ thị', 'Directive'],
      conclusion: ['Kết luận, thông báo kết luận', 'Conclusion'],
      decision: ['Quyết định, quy định', 'Decision or regulation'],
      plan: ['Kế hoạch, chương trình', 'Plan or programme'],
      guidance: ['Hướng dẫn', 'Guidance'],
      letter: ['Công văn', 'Letter'],
      other: ['Khác', 'Other'],
    }),
    level: choice(['Cấp ban hành', 'Issued by'], {
      central: ['Trung ương', 'The centre'],
      province: ['Cấp tỉnh', 'Province'],
      district: ['Cấp huyện (trước 01/7/2025)', 'District, before July 2025'],
      commune: ['Cấp xã', 'Commune'],
    }),
    abstract: text(['Trích yếu', 'Abstract'], { help: ['Về việc gì.', 'What it is about.'] }),
    subject: choice(
      ['Lĩnh vực', 'Subject'],
      {
        'dan-van': ['Công tác dân vận', 'Mobilisation work'],
        qcdc: ['Quy chế dân chủ ở cơ sở', 'Grassroots democracy'],
        dvk: ['Dân vận khéo', 'Skilful mobilisation'],
        dvcq: ['Dân vận chính quyền', 'Government mobilisation work'],
        'ethnic-religious': ['Dân tộc, tôn giáo', 'Ethnic and religious affairs'],
        reception: ['Tiếp công dân, đơn thư', 'Reception and petitions'],
        other: ['Khác', 'Other'],
      },
      { isOptional: true },
    ),
    duty: longText(['Việc đơn vị phải làm', 'What must be done'], { isOptional: true }),
    lead: text(['Chức danh, bộ phận phụ trách', 'Responsible post'], {
      isOptional: true,
      help: ['Không ghi tên người.', 'Not a person’s name.'],
    }),
    deployBy: date(['Hạn triển khai', 'To be deployed by'], { isOptional: true }),
    isReviewed: flag(['Phải sơ kết, tổng kết', 'Reviews are asked for'], {
      help: ['Chọn khi văn bản yêu cầu sơ kết hoặc tổng kết.', 'When the paper asks for reviews.'],
    }),
    reviewBy: date(['Hạn sơ kết', 'Interim review by'], {
      onlyWhen: { field: 'isReviewed', is: [true] },
      isOptional: true,
      help: ['Để trống thì tính theo nề nếp chung.', 'When empty, the customary time applies.'],
    }),
    finalReviewBy: date(['Hạn tổng kết', 'Final review by'], {
      onlyWhen: { field: 'isReviewed', is: [true] },
      isOptional: true,
      help: ['Để trống thì tính theo nề nếp chung.', 'When empty, the customary time applies.'],
    }),
  },
  check: ({ reviewBy, finalReviewBy }) =>
    reviewBy !== null && finalReviewBy !== null && finalReviewBy < reviewBy
      ? [
          {
            field: 'finalReviewBy',
            says: [
              'Hạn tổng kết sớm hơn hạn sơ kết. Đề nghị kiểm tra lại hai ngày này.',
              'The final review comes before the interim one. Check both days.',
            ],
          },
        ]
      : [],
  parts: [
    { title: ['Văn bản', 'The paper'], fields: ['paper', 'kind', 'level', 'abstract', 'subject'] },
    {
      title: ['Thực hiện', 'Carrying out'],
      fields: ['duty', 'lead', 'deployBy', 'isReviewed', 'reviewBy', 'finalReviewBy'],
    },
  ],
  states: {
    received: { label: ['Đã nhận', 'Received'] },
    deployed: { label: ['Đã triển khai', 'Deployed'], tone: 'info' },
    reviewed: { label: ['Đã sơ kết', 'Reviewed'], tone: 'info' },
    closed: { label: ['Đã tổng kết', 'Closed'], tone: 'good', isClosed: true },
    replaced: { label: ['Hết hiệu lực', 'No longer in force'], isClosed: true },
  },
  steps: {
    deployed: {
      label: ['Triển khai', 'Deploy'],
      from: ['received'],
      to: 'deployed',
      fields: {
        ownPaper,
        manner: text(['Hình thức triển khai', 'Manner'], {
          isOptional: true,
          help: ['Kế hoạch, hội nghị quán triệt, giao việc …', 'A plan, a meeting, tasks …'],
        }),
      },
    },
    reviewed: {
      label: ['Sơ kết', 'Interim review'],
      from: ['received', 'deployed', 'reviewed'],
      to: 'reviewed',
      fields: { ownPaper, result },
    },
    closed: { label: ['Tổng kết', 'Final review'], from: 'open', to: 'closed', fields: { ownPaper, result } },
    replaced: {
      label: ['Hết hiệu lực, bị thay thế', 'Replaced'],
      from: 'open',
      to: 'replaced',
      fields: { newPaper: reference(['Văn bản thay thế', 'Paper that replaces it'], { isOptional: true }) },
    },
  },
  deadline: directiveDeadline,
  named: ({ values }) => `${String(values['paper'])}: ${String(values['abstract'])}`,
  columns: ['paper', 'kind', 'level', 'abstract', 'lead'],
  filters: ['kind', 'level', 'subject', 'isReviewed'],
  measures: {
    VB01: entries(),
    VB02: entriesThat(took('deployed', 'within')),
    VB03: entriesThat(took('reviewed', 'within')),
    VB04: entriesThat(took('closed', 'within')),
    VB05: entriesThat(current),
    VB06: entriesThat(all(current, due('by the end'))),
  },
  paper: [
    { head: ['Số, ký hiệu, ngày', 'Paper'], field: 'paper', width: 28 },
    { head: ['Loại', 'Kind'], field: 'kind', width: 20 },
    { head: ['Cấp ban hành', 'Issued by'], field: 'level', width: 18 },
    { head: ['Trích yếu', 'Abstract'], field: 'abstract', width: 52 },
    { head: ['Việc phải làm', 'Duty'], field: 'duty', width: 46 },
    { head: ['Phụ trách', 'Lead'], field: 'lead', width: 26 },
    { head: ['Hạn sơ kết', 'Interim review'], field: 'reviewBy', width: 16 },
    { head: ['Hạn tổng kết', 'Final review'], field: 'finalReviewBy', width: 16 },
  ],
  capture: [
    'chỉ thị',
    'nghị quyết',
    'văn bản chỉ đạo',
    'nhận văn bản',
    'triển khai chỉ thị',
    'sơ kết chỉ thị',
    'tổng kết nghị quyết',
    'hướng dẫn số',
  ],
})
