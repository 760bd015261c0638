// Sổ giám sát: supervision by the people's inspectorate, community boards, the Front and mass organisations (domain §4.4).
//
// G1  Recommendations count in the period of the supervision; of these, those resolved by its end. A later period that holds the
//     supervision counts later answers too, so that a part never exceeds its whole (R32).
// G2  A project is counted once in a period, by its code or else its name.
import { register } from '@kheo/kit/register/declare.ts'
import { choice, date, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { all, distinct, entries, happened, is, latestOf, not, sumOf } from '@kheo/kit/register/measures.ts'
import { answerIssues, nextSupervisionSteps, projectKey, stillOpen, supervisionDeadline } from './rules.ts'

const COMMUNITY = ['people-inspectorate', 'investment-board'] as const
const byCommunity = { supervisor: COMMUNITY }

export const supervisions = register({
  name: 'supervisions',
  code: 'so_giam_sat',
  table: 'supervision',
  address: 'giam-sat',
  group: 'oversight',
  title: ['Sổ giám sát', 'Supervision'],
  entry: ['cuộc giám sát', 'supervision'],
  about: [
    'Mỗi cuộc giám sát của Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng, Mặt trận và đoàn thể là một dòng, kèm kiến nghị và kết quả trả lời. Các chỉ tiêu DC14, DC16, DC17, DC18 và KT09 tự đếm từ sổ này.',
    'Every supervision by the people’s inspectorate, community boards, the Front and mass organisations, with its recommendations and the answers. DC14, DC16–DC18 and KT09 are counted from here.',
  ],
  owner: [
    'Ủy ban MTTQ, các Ban giám sát, cán bộ tổng hợp dân vận',
    'The Front, supervision boards, officer for mobilisation work',
  ],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022; Quyết định 217-QĐ/TW',
  privacy: 'internal',
  day: {
    label: ['Ngày kết thúc giám sát', 'Day on which it ended'],
    help: [
      'Quyết định cuộc giám sát và kiến nghị tính vào kỳ nào.',
      'It decides the period of the supervision and its recommendations.',
    ],
  },
  fields: {
    supervisor: choice(['Chủ thể giám sát', 'Supervised by'], {
      'people-inspectorate': ['Ban Thanh tra nhân dân', 'People’s inspectorate'],
      'investment-board': ['Ban Giám sát đầu tư của cộng đồng', 'Community investment supervision board'],
      front: ['Ủy ban MTTQ', 'Fatherland Front'],
      'mass-organisation': ['Tổ chức chính trị - xã hội', 'Mass organisation'],
    }),
    organisation: choice(
      ['Tổ chức', 'Organisation'],
      {
        women: ['Hội Liên hiệp Phụ nữ', 'Women’s Union'],
        farmers: ['Hội Nông dân', 'Farmers’ Union'],
        veterans: ['Hội Cựu chiến binh', 'Veterans’ Association'],
        youth: ['Đoàn Thanh niên', 'Youth Union'],
        'trade-union': ['Công đoàn', 'Trade union'],
      },
      { onlyWhen: { field: 'supervisor', is: ['mass-organisation'] } },
    ),
    subject: text(['Nội dung giám sát', 'Subject'], {
      help: ['Giám sát việc gì, trong một câu.', 'What was supervised, in a sentence.'],
    }),
    way: choice(
      ['Hình thức', 'Way'],
      {
        team: ['Tổ chức đoàn giám sát', 'By a team'],
        papers: ['Nghiên cứu, xem xét văn bản', 'By reading papers'],
        onsite: ['Trực tiếp tại công trình, địa bàn', 'On the site'],
        joint: ['Tham gia với cơ quan có thẩm quyền', 'Together with an authority'],
      },
      { isOptional: true },
    ),
    supervised: text(['Cơ quan, đơn vị được giám sát', 'Supervised body'], {
      isOptional: true,
      help: ['Tên cơ quan, đơn vị, nhà thầu; không ghi họ tên người.', 'Offices and firms; no names of people.'],
    }),
    project: text(['Chương trình, dự án, công trình', 'Programme or project'], {
      isOptional: true,
      help: [
        'Để trống nếu không giám sát dự án. Ghi một tên cho mọi lần giám sát dự án đó.',
        'Empty if none. The same name each time.',
      ],
    }),
    projectCode: text(['Mã dự án', 'Project code'], {
      isOptional: true,
      help: [
        'Có mã thì dự án được đếm một lần theo mã, dù tên ghi khác nhau.',
        'With a code the project is counted once by it.',
      ],
    }),
    village: village(undefined, { isOptional: true }),
    findings: longText(['Kết quả giám sát', 'Findings'], {
      isOptional: true,
      help: ['Việc làm được, việc chưa được; không ghi họ tên người.', 'Without names.'],
    }),
    recommendations: number(['Số kiến nghị', 'Recommendations'], ['kiến nghị', 'recommendations'], {
      most: 999,
      help: ['Không có thì ghi 0.', 'None = 0.'],
    }),
    recommended: longText(['Nội dung kiến nghị', 'What was recommended'], { isOptional: true }),
    sentTo: text(['Gửi cơ quan nào', 'Sent to'], { isOptional: true }),
    paper: reference(['Văn bản kiến nghị', 'Paper'], {
      isOptional: true,
      help: ['Số, ký hiệu, ngày.', 'Number and day.'],
    }),
    answerBy: date(['Hạn trả lời ghi trong văn bản', 'Answer asked for by'], {
      isOptional: true,
      help: ['Để trống thì tính theo thời hạn pháp luật quy định.', 'If empty, the time that the law sets runs.'],
    }),
  },
  check: (values) => {
    if (values.recommendations > 0 || values.answerBy === null) return []
    return [
      {
        field: 'answerBy',
        says: [
          'Cuộc giám sát không có kiến nghị thì không có hạn trả lời. Đề nghị ghi số kiến nghị hoặc bỏ ngày này.',
          'Nothing was recommended, so no answer is due. Give the number of recommendations or clear this day.',
        ],
      },
    ]
  },
  computed: { countedAs: text(['Dự án được đếm theo', 'Project counted as']) },
  compute: (entry) => ({ countedAs: projectKey(entry) }),
  parts: [
    {
      title: ['Cuộc giám sát', 'The supervision'],
      fields: ['supervisor', 'organisation', 'subject', 'way', 'supervised'],
    },
    { title: ['Dự án, địa bàn', 'Project and place'], fields: ['project', 'projectCode', 'village'] },
    {
      title: ['Kết quả, kiến nghị', 'Findings'],
      fields: ['findings', 'recommendations', 'recommended', 'sentTo', 'paper', 'answerBy'],
    },
  ],
  states: {
    supervised: { label: ['Đã giám sát', 'Done'], tone: 'info' },
    answered: { label: ['Đã có trả lời', 'Answered'], tone: 'good' },
    closed: { label: ['Đã kết thúc theo dõi', 'Closed'], isClosed: true },
  },
  steps: {
    urged: {
      label: ['Đôn đốc trả lời', 'Urge'],
      from: 'open',
      to: null,
      fields: { urgedBy: reference(['Văn bản đôn đốc', 'Paper'], { isOptional: true }) },
    },
    answered: {
      label: ['Ghi trả lời kiến nghị', 'Record an answer'],
      from: 'open',
      to: 'answered',
      help: [
        'Ghi mỗi lần nhận được trả lời; con số là tổng đến nay.',
        'Each time an answer comes; the number is the total so far.',
      ],
      fields: {
        resolved: number(
          ['Tổng số kiến nghị đã giải quyết đến nay', 'Resolved so far'],
          ['kiến nghị', 'recommendations'],
          {
            most: 999,
            help: [
              'Cộng cả các lần trả lời trước; không vượt số kiến nghị.',
              'Earlier answers included; no more than were recommended.',
            ],
          },
        ),
        answer: longText(['Nội dung trả lời', 'Answer'], { isOptional: true }),
        answerPaper: reference(['Văn bản trả lời', 'Paper'], { isOptional: true }),
        nextOn: date(['Hẹn giải quyết tiếp', 'The rest promised by'], { isOptional: true }),
      },
      check: answerIssues,
      computed: {
        stillOpen: number(['Còn chưa giải quyết', 'Still open'], ['kiến nghị', 'recommendations'], { most: 999 }),
      },
      compute: (step, entry) => ({
        stillOpen: stillOpen(Number(step.values['resolved']), Number(entry.values['recommendations'])),
      }),
    },
    closed: { label: ['Kết thúc theo dõi', 'Close'], from: 'open', to: 'closed' },
  },
  next: nextSupervisionSteps,
  deadline: supervisionDeadline,
  named: ({ values }, say) => `${say(['Giám sát', 'Supervision'])}: ${String(values['subject'])}`,
  place: 'village',
  columns: ['supervisor', 'subject', 'project', 'village', 'recommendations'],
  filters: ['supervisor', 'organisation', 'way'],
  measures: {
    DC14: entries({ supervisor: 'people-inspectorate' }),
    DC16: distinct(['countedAs'], all(happened('within'), is(byCommunity), not(is({ countedAs: '' })))),
    DC17: sumOf('recommendations', byCommunity),
    DC18: latestOf('resolved', ['answered'], all(happened('within'), is(byCommunity)), { most: 'recommendations' }),
    KT09: entries({ supervisor: ['front', 'mass-organisation'] }),
  },
  capture: [
    'giám sát',
    'đoàn giám sát',
    'cuộc giám sát',
    'Ban Thanh tra nhân dân giám sát',
    'giám sát đầu tư của cộng đồng',
    'kiến nghị sau giám sát',
  ],
})
