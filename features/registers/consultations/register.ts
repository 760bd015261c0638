// Sổ lấy ý kiến Nhân dân: drafts put to the people before a decision, and what became of their opinions (Điều 25–29).
//
// L1  A consultation counts when it opens; answers count on the day they are given, be it in a later period.
// L2  No opinion is answered twice: answers never outrun the opinions received.
import { choice, choices, date, longText, number, reference, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { entries, steps } from '@kheo/kit/register/measures.ts'
import { checkAnswers, consultationDeadline, countAnswers, judgeOpening } from './rules.ts'

const OPINIONS = ['ý kiến', 'opinions'] as const
const MOST = 1_000_000

export const consultations = register({
  name: 'consultations',
  code: 'so_lay_y_kien',
  table: 'consultation',
  address: 'lay-y-kien',
  group: 'democracy',
  title: ['Sổ lấy ý kiến Nhân dân', 'Consultations'],
  entry: ['lần lấy ý kiến', 'consultation'],
  about: [
    'Mỗi dự thảo đưa ra lấy ý kiến Nhân dân là một dòng; ý kiến chỉ ghi số lượng. Các chỉ tiêu DC11, DC12 tự đếm từ sổ này.',
    'Every draft put to the people is one line; opinions are numbers only. DC11 and DC12 are counted from here.',
  ],
  owner: ['Công chức Văn phòng - Thống kê', 'Office and statistics officer'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022, Điều 25–29',
  privacy: 'open',
  day: {
    label: ['Ngày bắt đầu lấy ý kiến', 'Opened on'],
    help: ['Ngày đưa dự thảo ra lấy ý kiến; quyết định tính vào kỳ nào.', 'It decides into which period it counts.'],
  },
  fields: {
    subject: text(['Nội dung lấy ý kiến', 'Subject'], {
      help: ['Ví dụ: dự thảo phương án sắp xếp thôn.', 'Such as the draft scheme for merging villages.'],
    }),
    kind: choice(['Loại nội dung', 'Kind'], {
      'development-plan': ['Kế hoạch phát triển kinh tế - xã hội', 'Development plan'],
      'land-and-planning': [
        'Quy hoạch, sử dụng đất, bồi thường, hỗ trợ, tái định cư',
        'Planning, land, compensation, resettlement',
      ],
      boundaries: ['Thành lập, sắp xếp đơn vị hành chính, thôn, tổ dân phố', 'Boundaries of communes and villages'],
      budget: ['Ngân sách, phân bổ nguồn lực, quỹ', 'Budget and funds'],
      projects: ['Chương trình, dự án trên địa bàn', 'Programmes and projects'],
      rules: [
        'Quy định liên quan trực tiếp quyền, nghĩa vụ của Nhân dân',
        'Rules that touch people’s rights and duties',
      ],
      other: ['Nội dung khác', 'Other'],
    }),
    forms: choices(['Hình thức', 'Forms'], {
      meeting: ['Họp dân', 'Meeting'],
      dialogue: ['Hội nghị, đối thoại', 'Conference, dialogue'],
      ballot: ['Phiếu lấy ý kiến', 'Ballots'],
      'letter-box': ['Hòm thư, đường dây góp ý', 'Letter box'],
      online: ['Cổng thông tin, mạng', 'Online'],
      front: ['Qua Mặt trận, đoàn thể', 'Through the Front'],
      posting: ['Niêm yết dự thảo', 'Posting the draft'],
    }),
    drafter: text(['Cơ quan soạn thảo', 'Drafted by'], { isOptional: true }),
    draft: reference(['Văn bản lấy ý kiến', 'Paper'], {
      isOptional: true,
      help: ['Số, ký hiệu và ngày.', 'Number, sign and day.'],
    }),
    closeOn: date(['Ngày kết thúc lấy ý kiến', 'To close on']),
    invited: number(['Số hộ, người được lấy ý kiến', 'Consulted'], ['hộ, người', 'asked'], {
      isOptional: true,
      most: MOST,
    }),
    area: text(['Địa bàn lấy ý kiến', 'Where'], {
      isOptional: true,
      help: ['Toàn xã, hoặc những thôn nào.', 'The whole commune, or which villages.'],
    }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Không ghi ai nói gì.', 'Not who said what.'],
    }),
  },
  check: (values) =>
    values.forms.length > 0
      ? []
      : [
          {
            field: 'forms',
            says: ['Chưa chọn hình thức lấy ý kiến. Đề nghị chọn ít nhất một.', 'Choose at least one form.'],
          },
        ],
  computed: {
    openVerdict: choice(
      ['Thời gian lấy ý kiến', 'Time given'],
      { enough: ['Đủ số ngày', 'Long enough'], 'too-short': ['Ngắn hơn quy định', 'Shorter than the rule'] },
      { isOptional: true },
    ),
    openUntil: date(['Lấy ý kiến ít nhất đến ngày', 'Open at least until'], { isOptional: true }),
  },
  compute: judgeOpening,
  parts: [
    { title: ['Lấy ý kiến', 'The consultation'], fields: ['subject', 'kind', 'forms', 'closeOn', 'invited'] },
    { title: ['Thêm', 'More'], fields: ['drafter', 'draft', 'area', 'remark'] },
  ],
  states: {
    open: { label: ['Đang lấy ý kiến', 'Open'], tone: 'info' },
    closed: { label: ['Đã kết thúc lấy ý kiến', 'Closed'] },
    answered: { label: ['Đã tiếp thu, giải trình', 'Answered'], tone: 'info' },
    decided: { label: ['Đã quyết định', 'Decided'], tone: 'good', isClosed: true },
    dropped: { label: ['Dừng lại', 'Dropped'], isClosed: true },
  },
  steps: {
    extended: {
      label: ['Gia hạn lấy ý kiến', 'Extend'],
      from: ['open'],
      to: null,
      fields: { newCloseOn: date(['Ngày kết thúc mới', 'To close on']) },
    },
    closed: {
      label: ['Kết thúc lấy ý kiến', 'Close'],
      from: ['open'],
      to: 'closed',
      fields: {
        consulted: number(['Số hộ, người đã tham gia', 'Took part'], ['hộ, người', 'asked'], {
          isOptional: true,
          most: MOST,
        }),
        opinions: number(['Số ý kiến nhận được', 'Opinions received'], OPINIONS, { most: MOST }),
        answerBy: date(['Hạn tiếp thu, giải trình', 'To be answered by'], {
          isOptional: true,
          help: ['Hạn do cơ quan đặt ra; sổ nhắc khi đến hạn.', 'Set by the office; the book reminds of it.'],
        }),
      },
    },
    answered: {
      label: ['Tiếp thu, giải trình', 'Answer'],
      from: ['closed', 'answered'],
      to: 'answered',
      fields: {
        accepted: number(['Số ý kiến tiếp thu', 'Accepted'], OPINIONS, { most: MOST }),
        explained: number(['Số ý kiến giải trình', 'Explained'], OPINIONS, { most: MOST }),
        answer: reference(['Văn bản tiếp thu, giải trình', 'Paper'], { isOptional: true }),
      },
      check: checkAnswers,
      computed: { answers: number(['Số ý kiến được tiếp thu, giải trình', 'Answered'], OPINIONS, { most: 2 * MOST }) },
      compute: countAnswers,
      help: ['Ghi số của lần này, không cộng các lần trước.', 'The numbers of this time, without those before.'],
    },
    decided: {
      label: ['Ban hành quyết định', 'Decide'],
      from: ['closed', 'answered'],
      to: 'decided',
      fields: { decision: reference(['Quyết định, nghị quyết', 'Decision'], { isOptional: true }) },
    },
    dropped: { label: ['Dừng, không quyết định', 'Drop'], from: ['open', 'closed', 'answered'], to: 'dropped' },
  },
  deadline: consultationDeadline,
  named: ({ values }) => String(values['subject']),
  place: 'area',
  columns: ['subject', 'kind', 'forms', 'closeOn', 'invited'],
  filters: ['kind', 'openVerdict'],
  measures: {
    DC11: entries(),
    DC12: steps('answered', { field: 'answers' }),
  },
  paper: [
    { head: ['Nội dung', 'Subject'], field: 'subject', width: 46 },
    { head: ['Loại', 'Kind'], field: 'kind', width: 34 },
    { head: ['Hình thức', 'Forms'], field: 'forms', width: 36 },
    { head: ['Cơ quan soạn thảo', 'Drafted by'], field: 'drafter', width: 30 },
    { head: ['Kết thúc', 'Closes'], field: 'closeOn', width: 20 },
    { head: ['Số được lấy ý kiến', 'Consulted'], field: 'invited', width: 20 },
  ],
  capture: ['lấy ý kiến', 'góp ý dự thảo', 'tham gia ý kiến', 'phiếu lấy ý kiến', 'lấy ý kiến nhân dân'],
})
