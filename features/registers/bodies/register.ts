// Sổ tổ chức: committees, teams and boards that stand, with how many members by post; and the offices that owe a yearly conference.
//
// B1  A body counts from the day it was founded until the day it ended, whatever its term says: one whose term is over and that
//     nobody has replaced still stands, and is listed as overdue.
// B2  Its members are those of the last re-staffing by the end of the period.
import { register } from '@kheo/kit/register/declare.ts'
import { choice, date, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import {
  all,
  type Condition,
  distinct,
  entriesThat,
  happened,
  is,
  latestOf,
  type Measure,
  not,
  took,
} from '@kheo/kit/register/measures.ts'
import { bodyDeadline, membershipOf } from './rules.ts'

/** Kinds that have members; the others are offices and enterprises with staff. */
const BODIES = [
  'steering-committee',
  'mobilisation-bloc',
  'mobilisation-team',
  'people-inspectorate',
  'office-inspectorate',
  'investment-board',
  'mediation-team',
  'other',
] as const
const HOSTS = ['office', 'state-enterprise'] as const

const standing = (kind: string): Condition =>
  all(is({ kind }), happened('by the end'), not(took('ended', 'by the end')))
const count = (kind: string): Measure => entriesThat(standing(kind))
const members = (kind: string): Measure => latestOf('members', ['restaffed'], standing(kind))

const MEMBERSHIP = {
  enough: ['Đủ theo quy định', 'As the law asks'],
  'too-few': ['Thiếu thành viên so với quy định', 'Too few members'],
  'too-many-deputies': ['Vượt số cấp phó theo quy định', 'Too many deputies'],
} as const
const membership = choice(['Số thành viên so với quy định', 'Membership'], MEMBERSHIP, { isOptional: true })

export const bodies = register({
  name: 'bodies',
  code: 'so_to_chuc',
  table: 'body',
  address: 'to-chuc',
  group: 'office',
  title: ['Sổ tổ chức', 'Bodies'],
  entry: ['tổ chức', 'body'],
  about: [
    'Ban Chỉ đạo, khối, tổ dân vận, Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng, tổ hòa giải, và các cơ quan, doanh nghiệp phải tổ chức hội nghị. Chỉ ghi số người theo chức danh, không ghi họ tên. Các chỉ tiêu TC04–TC06, DC13, DC15, DC19, DC20, DD01, DD04, DD05 tự đếm từ sổ này.',
    'Committees, mobilisation teams, inspectorates, boards, mediation teams, and the offices and enterprises that owe a conference. Numbers by post, no names. TC04–TC06, DC13, DC15, DC19, DC20, DD01, DD04 and DD05 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp dân vận, Ủy ban MTTQ', 'Officer for mobilisation work, the Front'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022; Luật Hòa giải ở cơ sở 2013; quyết định thành lập, kiện toàn',
  privacy: 'internal',
  day: {
    label: ['Ngày thành lập, công nhận', 'Day of founding'],
    help: [
      'Ngày ghi trong quyết định. Tổ chức có từ trước khi xã, phường được sắp xếp lại: ghi ngày quyết định của đơn vị hiện nay.',
      'The day in the decision. For a body older than the unit itself: the day of the present unit’s decision.',
    ],
  },
  fields: {
    kind: choice(['Loại', 'Kind'], {
      'steering-committee': ['Ban Chỉ đạo thực hiện quy chế dân chủ', 'Steering committee'],
      'mobilisation-bloc': ['Khối dân vận', 'Mobilisation bloc'],
      'mobilisation-team': ['Tổ dân vận thôn, tổ dân phố', 'Village mobilisation team'],
      'people-inspectorate': ['Ban Thanh tra nhân dân xã, phường', 'People’s inspectorate'],
      'office-inspectorate': [
        'Ban Thanh tra nhân dân ở cơ quan, đơn vị, DNNN',
        'Inspectorate in an office or state enterprise',
      ],
      'investment-board': ['Ban Giám sát đầu tư của cộng đồng', 'Community investment supervision board'],
      'mediation-team': ['Tổ hòa giải ở cơ sở', 'Mediation team'],
      office: ['Cơ quan, đơn vị phải tổ chức hội nghị CBCCVC, NLĐ', 'Office that owes the staff conference'],
      'state-enterprise': [
        'DNNN phải tổ chức hội nghị người lao động',
        'State enterprise that owes the workers’ conference',
      ],
      other: ['Ban, tổ khác', 'Other'],
    }),
    name: text(['Tên gọi', 'Name'], { help: ['Như ghi trong quyết định.', 'As in the decision.'] }),
    village: village(undefined, {
      isOptional: true,
      onlyWhen: { field: 'kind', is: ['mobilisation-team', 'mediation-team', 'investment-board', 'other'] },
    }),
    project: text(['Dự án, công trình được giám sát', 'Project'], {
      isOptional: true,
      onlyWhen: { field: 'kind', is: ['investment-board'] },
    }),
    members: number(['Số thành viên', 'Members'], ['người', 'people'], {
      most: 9999,
      onlyWhen: { field: 'kind', is: BODIES },
      help: ['Kể cả trưởng và cấp phó.', 'Head and deputies included.'],
    }),
    deputies: number(['Trong đó: cấp phó', 'Of whom deputies'], ['người', 'people'], {
      isOptional: true,
      most: 99,
      onlyWhen: { field: 'kind', is: BODIES },
    }),
    women: number(['Trong đó: nữ', 'Of whom women'], ['người', 'people'], {
      isOptional: true,
      most: 9999,
      onlyWhen: { field: 'kind', is: BODIES },
    }),
    posts: longText(['Thành phần theo chức danh', 'Members by post'], {
      isOptional: true,
      onlyWhen: { field: 'kind', is: BODIES },
      help: ['Ví dụ: Trưởng ban là Bí thư Đảng ủy; không ghi họ tên.', 'By post, without names.'],
    }),
    staff: number(['Số CBCCVC, người lao động', 'Staff'], ['người', 'people'], {
      isOptional: true,
      most: 99_999,
      onlyWhen: { field: 'kind', is: HOSTS },
    }),
    decision: reference(['Quyết định thành lập, công nhận', 'Decision'], {
      isOptional: true,
      help: ['Số, ký hiệu, ngày.', 'Number and day.'],
    }),
    termFrom: date(['Nhiệm kỳ từ ngày', 'Term from'], { isOptional: true, onlyWhen: { field: 'kind', is: BODIES } }),
    termTo: date(['Đến ngày', 'Term to'], {
      isOptional: true,
      onlyWhen: { field: 'kind', is: BODIES },
      help: ['Hết ngày này hệ thống nhắc kiện toàn.', 'After this day the body is listed as due for re-staffing.'],
    }),
  },
  check: (values) => [
    ...(values.termFrom !== null && values.termTo !== null && values.termTo < values.termFrom
      ? [
          {
            field: 'termTo',
            says: [
              'Nhiệm kỳ kết thúc trước khi bắt đầu. Đề nghị kiểm tra hai ngày.',
              'The term ends before it begins. Check both days.',
            ] as const,
          },
        ]
      : []),
    ...partsIssues(values),
  ],
  computed: { membership },
  compute: ({ happenedOn, values }, law) => ({
    membership: membershipOf(String(values['kind']), values, happenedOn, law),
  }),
  parts: [
    { title: ['Tổ chức', 'The body'], fields: ['kind', 'name', 'village', 'project'] },
    { title: ['Số người', 'People'], fields: ['members', 'deputies', 'women', 'posts', 'staff'] },
    { title: ['Quyết định, nhiệm kỳ', 'Decision and term'], fields: ['decision', 'termFrom', 'termTo'] },
  ],
  states: {
    standing: { label: ['Đang hoạt động', 'Standing'], tone: 'good' },
    ended: { label: ['Đã kết thúc', 'Ended'], isClosed: true },
  },
  steps: {
    restaffed: {
      label: ['Kiện toàn', 'Re-staff'],
      from: ['standing'],
      to: 'standing',
      fields: {
        members: number(['Số thành viên sau kiện toàn', 'Members now'], ['người', 'people'], { most: 9999 }),
        deputies: number(['Trong đó: cấp phó', 'Of whom deputies'], ['người', 'people'], {
          isOptional: true,
          most: 99,
        }),
        women: number(['Trong đó: nữ', 'Of whom women'], ['người', 'people'], { isOptional: true, most: 9999 }),
        decision: reference(['Quyết định kiện toàn', 'Decision'], { isOptional: true }),
        termTo: date(['Nhiệm kỳ mới đến ngày', 'New term to'], {
          isOptional: true,
          help: [
            'Để trống nếu chỉ thay đổi thành viên giữa nhiệm kỳ.',
            'Empty when members only changed within a term.',
          ],
        }),
      },
      check: (values: { readonly members: number; readonly deputies: number | null; readonly women: number | null }) =>
        partsIssues(values),
      computed: { membership },
      compute: ({ happenedOn, values }, entry, law) => ({
        membership: membershipOf(String(entry.values['kind']), values, happenedOn, law),
      }),
    },
    ended: {
      label: ['Kết thúc hoạt động', 'End'],
      from: ['standing'],
      to: 'ended',
      fields: {
        reason: choice(['Vì sao', 'Why'], {
          completed: ['Hết nhiệm vụ, hết nhiệm kỳ', 'Task or term is over'],
          merged: ['Sáp nhập, sắp xếp lại', 'Merged or rearranged'],
          dissolved: ['Giải thể', 'Dissolved'],
        }),
        decision: reference(['Quyết định', 'Decision'], { isOptional: true }),
      },
    },
  },
  next: (entry, _steps, byState) =>
    (HOSTS as readonly unknown[]).includes(entry.values['kind'])
      ? byState.filter((kind) => kind !== 'restaffed')
      : byState,
  deadline: bodyDeadline,
  named: ({ values }) => String(values['name']),
  place: 'village',
  columns: ['kind', 'name', 'village', 'members', 'membership'],
  filters: ['kind'],
  measures: {
    TC04: count('mobilisation-team'),
    TC05: members('mobilisation-team'),
    // 1 for a unit that has at least one committee in place, however many entries say so.
    TC06: distinct(['kind'], standing('steering-committee')),
    DC13: count('people-inspectorate'),
    DC15: count('investment-board'),
    DC19: count('mediation-team'),
    DC20: members('mediation-team'),
    DD01: count('office'),
    DD04: count('office-inspectorate'),
    DD05: count('state-enterprise'),
  },
  capture: [
    'kiện toàn',
    'thành lập ban',
    'thành lập tổ',
    'Ban Chỉ đạo',
    'tổ dân vận',
    'ban thanh tra nhân dân được bầu',
    'công nhận tổ hòa giải',
  ],
})

function partsIssues(values: {
  readonly members: number | null
  readonly deputies: number | null
  readonly women: number | null
}) {
  const most = values.members ?? 0
  return (['deputies', 'women'] as const)
    .filter((field) => (values[field] ?? 0) > most)
    .map((field) => ({
      field,
      says: [
        'Số này vượt số thành viên. Đề nghị kiểm tra lại.',
        'This is more than the number of members. Check both.',
      ] as const,
    }))
}
