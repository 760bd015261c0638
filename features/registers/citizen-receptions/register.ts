// Sổ tiếp công dân: sessions in counts, with a pointer to the paper log; no name, no address, no paper of a person (domain §5.3).
//
// T1  An entry is a session or a single visit, as the officer likes: a head's day counts once, however many lines it has.
// T2  Every visit is of one kind, every case a first or a repeated one, so that the parts add up to the totals of biểu 01/TCD.
// T3  Delegation after the law ended it is kept and remarked upon: the book says what happened.
import { choice, type FieldIssue, flag, longText, number, reference } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, distinct, happened, is, sumOf } from '@kheo/kit/register/measures.ts'
import { judgeReception, replyDeadline } from './rules.ts'

const BY_HEAD = ['head-scheduled', 'head-unscheduled'] as const
const CASES = ['vụ việc', 'cases'] as const
const MOST = { most: 10_000 } as const

type Counts = Readonly<Record<'visits' | 'persons' | 'firstCases' | 'repeatCases', number>> &
  Readonly<Record<'groups' | 'accepted' | 'guided' | 'transferred' | 'awaiting', number | null>>

function countsFit(values: Counts): readonly FieldIssue[] {
  const cases = values.firstCases + values.repeatCases
  const issues: FieldIssue[] = []
  if (values.persons < values.visits)
    issues.push({
      field: 'persons',
      says: [
        'Số người được tiếp ít hơn số lượt. Mỗi lượt có ít nhất một người.',
        'There are fewer persons than visits. Every visit brings at least one.',
      ],
    })
  if ((values.groups ?? 0) > values.visits)
    issues.push({
      field: 'groups',
      says: [
        'Số đoàn đông người nhiều hơn số lượt tiếp. Mỗi đoàn là một lượt.',
        'There are more groups than visits. A group is one visit.',
      ],
    })
  if ((values.accepted ?? 0) + (values.guided ?? 0) + (values.transferred ?? 0) > cases)
    issues.push({
      field: 'transferred',
      says: [
        'Số vụ việc thụ lý, hướng dẫn, chuyển đi cộng lại nhiều hơn số vụ việc đã tiếp. Đề nghị kiểm tra các số này.',
        'More cases were handled than received. Check these numbers.',
      ],
    })
  if ((values.awaiting ?? 0) > cases)
    issues.push({
      field: 'awaiting',
      says: [
        'Số vụ việc còn phải trả lời nhiều hơn số vụ việc đã tiếp.',
        'More cases await an answer than were received.',
      ],
    })
  return issues
}

export const citizenReceptions = register({
  name: 'citizen-receptions',
  code: 'so_tiep_cong_dan',
  table: 'citizen_reception',
  address: 'tiep-cong-dan',
  group: 'people',
  title: ['Sổ tiếp công dân', 'Citizen receptions'],
  entry: ['buổi tiếp công dân', 'reception'],
  about: [
    'Mỗi buổi tiếp, hoặc mỗi lượt tiếp, là một dòng: chỉ ghi số lượng và số trong sổ giấy; không ghi họ tên, địa chỉ, giấy tờ của công dân. Các chỉ tiêu TD01 đến TD10 tự đếm từ sổ này.',
    'Every session, or every visit, is one line: numbers and a pointer to the paper log, no name, address or paper of a citizen. TD01 to TD10 are counted from here.',
  ],
  owner: ['Cán bộ tiếp công dân', 'Reception officer'],
  source: 'Luật Tiếp công dân 2013; Thông tư 04/2021/TT-TTCP (mẫu 03); Thông tư 01/2024/TT-TTCP (biểu 01/TCD)',
  privacy: 'guarded',
  day: { label: ['Ngày tiếp', 'Day'] },
  fields: {
    logNo: reference(['Số trong sổ giấy', 'Number in the paper log'], {
      isOptional: true,
      help: ['Để tìm lại trong sổ giấy, ví dụ: từ số 12 đến số 16.', 'To find it in the paper log, such as 12 to 16.'],
    }),
    kind: choice(['Hình thức tiếp', 'Kind'], {
      regular: ['Tiếp thường xuyên', 'Regular'],
      'head-scheduled': ['Người đứng đầu tiếp định kỳ', 'By the head, on the set day'],
      'head-unscheduled': ['Người đứng đầu tiếp đột xuất', 'By the head, otherwise'],
      delegated: ['Ủy quyền cho cấp phó tiếp', 'By a deputy on behalf of the head'],
    }),
    head: choice(
      ['Người đứng đầu', 'The head'],
      {
        'commune-chair': ['Chủ tịch Ủy ban nhân dân cấp xã', 'Chair of the commune People’s Committee'],
        'commune-secretary': ['Bí thư cấp ủy cấp xã', 'Party secretary of the commune'],
        'district-chair': ['Chủ tịch Ủy ban nhân dân cấp huyện', 'Chair of the district People’s Committee'],
        'province-chair': ['Chủ tịch Ủy ban nhân dân cấp tỉnh', 'Chair of the provincial People’s Committee'],
        'province-secretary': ['Bí thư cấp ủy cấp tỉnh', 'Party secretary of the province'],
        'agency-head': ['Thủ trưởng cơ quan, đơn vị', 'Head of an agency'],
      },
      { onlyWhen: { field: 'kind', is: [...BY_HEAD, 'delegated'] } },
    ),
    isOnline: flag(['Tiếp trực tuyến', 'Online']),
    visits: number(['Số lượt tiếp', 'Visits'], ['lượt', 'visits'], {
      ...MOST,
      help: ['Người đứng đầu trực tiếp dân mà không có ai đến thì ghi 0.', '0 when the head sat and nobody came.'],
    }),
    persons: number(['Số người được tiếp', 'Persons'], ['người', 'people'], { most: 100_000 }),
    firstCases: number(['Số vụ việc tiếp lần đầu', 'First-time cases'], CASES, MOST),
    repeatCases: number(['Số vụ việc tiếp nhiều lần', 'Repeated cases'], CASES, MOST),
    groups: number(['Số đoàn đông người', 'Groups'], ['đoàn', 'groups'], {
      ...MOST,
      isOptional: true,
      help: [
        'Đoàn về cùng một việc, theo cách ghi của sổ giấy.',
        'People come together on one matter, as the paper log counts them.',
      ],
    }),
    topic: choice(
      ['Nội dung chính', 'Topic'],
      {
        land: ['Đất đai, nhà cửa', 'Land and housing'],
        policy: ['Chế độ, chính sách', 'Benefits and policy'],
        officials: ['Công chức, công vụ', 'Officials'],
        other: ['Khác', 'Other'],
      },
      { isOptional: true },
    ),
    matter: longText(['Nội dung vụ việc', 'Matter'], {
      isOptional: true,
      help: [
        'Một câu ngắn về việc; không ghi tên, địa chỉ, nội dung tố cáo.',
        'One short sentence on the matter; no names, no content of denunciations.',
      ],
    }),
    accepted: number(['Thụ lý giải quyết', 'Accepted'], CASES, { ...MOST, isOptional: true }),
    guided: number(['Trả lại đơn, hướng dẫn', 'Returned and guided'], CASES, { ...MOST, isOptional: true }),
    transferred: number(['Chuyển cơ quan có thẩm quyền', 'Transferred'], CASES, { ...MOST, isOptional: true }),
    awaiting: number(['Còn phải trả lời', 'Awaiting an answer'], CASES, {
      ...MOST,
      isOptional: true,
      help: [
        'Số vụ việc còn phải thông báo hướng xử lý cho công dân; sổ tính hạn và nhắc.',
        'Cases of which people are still to be told; the book reckons the day.',
      ],
    }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
    }),
  },
  check: countsFit,
  computed: {
    cases: number(['Tổng số vụ việc', 'Cases'], CASES, { most: 20_000 }),
    delegation: choice(
      ['Về việc ủy quyền', 'On the delegation'],
      {
        allowed: ['Luật ở ngày này cho ủy quyền', 'Allowed by the law of the day'],
        'not-allowed': ['Luật ở ngày này không cho ủy quyền cấp phó tiếp thay', 'Not allowed by the law of the day'],
      },
      { isOptional: true },
    ),
    leastDays: number(['Số ngày tiếp tối thiểu theo quy định', 'Least days by rule'], ['ngày', 'days'], {
      most: 31,
      isOptional: true,
    }),
    leastDaysPer: choice(
      ['Tính theo', 'Per'],
      { week: ['Tuần', 'Week'], month: ['Tháng', 'Month'] },
      { isOptional: true },
    ),
  },
  compute: judgeReception,
  parts: [
    { title: ['Buổi tiếp', 'The reception'], fields: ['kind', 'head', 'isOnline', 'logNo'] },
    { title: ['Số lượng', 'Numbers'], fields: ['visits', 'persons', 'firstCases', 'repeatCases', 'groups'] },
    {
      title: ['Nội dung và hướng xử lý', 'Matter and handling'],
      fields: ['topic', 'matter', 'accepted', 'guided', 'transferred', 'awaiting', 'remark'],
    },
  ],
  states: {
    received: { label: ['Đã tiếp', 'Received'] },
    answered: { label: ['Đã trả lời', 'Answered'], tone: 'good', isClosed: true },
  },
  steps: {
    'result-noted': {
      label: ['Theo dõi kết quả', 'Note the result'],
      from: ['received', 'answered'],
      to: null,
      fields: {
        result: longText(['Kết quả giải quyết', 'Result'], {
          help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
        }),
      },
    },
    answered: {
      label: ['Đã trả lời, thông báo hướng xử lý', 'Answer'],
      from: ['received'],
      to: 'answered',
      fields: { paper: reference(['Văn bản trả lời, thông báo', 'Paper'], { isOptional: true }) },
    },
  },
  deadline: replyDeadline,
  named: ({ values }, say) => {
    const kind = say(
      values['kind'] === 'regular'
        ? ['Tiếp thường xuyên', 'Regular reception']
        : values['kind'] === 'delegated'
          ? ['Ủy quyền tiếp', 'Delegated reception']
          : ['Người đứng đầu tiếp', 'Reception by the head'],
    )
    return `${kind}: ${String(values['visits'])} ${say(['lượt', 'visits'])}`
  },
  columns: ['logNo', 'kind', 'visits', 'persons', 'cases', 'topic'],
  filters: ['kind', 'head', 'topic', 'isOnline', 'delegation'],
  measures: {
    TD01: sumOf('visits'),
    TD02: sumOf('persons'),
    TD03: sumOf('cases'),
    TD04: sumOf('visits', { kind: 'regular' }),
    TD05: sumOf('visits', { kind: BY_HEAD }),
    TD06: sumOf('visits', { kind: 'delegated' }),
    TD07: distinct(['unitId', 'happenedOn', 'head'], all(happened('within'), is({ kind: BY_HEAD }))),
    TD08: sumOf('firstCases'),
    TD09: sumOf('repeatCases'),
    TD10: sumOf('groups'),
  },
  paper: [
    { head: ['Số trong sổ giấy', 'Paper log'], field: 'logNo', width: 20 },
    { head: ['Hình thức tiếp', 'Kind'], field: 'kind', width: 30 },
    { head: ['Nội dung vụ việc', 'Matter'], field: 'matter', width: 50 },
    { head: ['Số lượt', 'Visits'], field: 'visits', width: 13 },
    { head: ['Số người', 'Persons'], field: 'persons', width: 13 },
    { head: ['Thụ lý', 'Accepted'], field: 'accepted', width: 13 },
    { head: ['Trả lại, hướng dẫn', 'Guided'], field: 'guided', width: 16 },
    { head: ['Chuyển đơn', 'Transferred'], field: 'transferred', width: 14 },
    { head: ['Ghi chú', 'Note'], field: 'remark', width: 30 },
  ],
  capture: [
    'tiếp công dân',
    'tiếp dân',
    'buổi tiếp',
    'lượt tiếp',
    'chủ tịch tiếp dân',
    'bí thư tiếp dân',
    'đoàn đông người',
  ],
})
