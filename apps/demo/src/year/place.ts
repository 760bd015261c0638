// Phường Duy Tiên as a place in 2026: its residential groups and the bodies that stand in it.
import { bodies } from '@kheo/features/registers/bodies/register.ts'
import { villages } from '@kheo/features/registers/villages/register.ts'
import { book, type RowIn } from '../books.ts'

/** Households and residents of residential groups 1 to 14. */
const GROUPS = [
  [318, 1097],
  [276, 941],
  [241, 830],
  [305, 1046],
  [198, 672],
  [287, 985],
  [264, 902],
  [332, 1148],
  [219, 748],
  [251, 861],
  [293, 1002],
  [184, 629],
  [227, 781],
  [270, 925],
] as const

export const groupName = (no: number): string => `TDP số ${no}`
export const householdsOf = (no: number): number => GROUPS[no - 1]?.[0] ?? 0

const placeRows = GROUPS.map(
  ([households, residents], index): RowIn<typeof villages> => ({
    on: '2025-07-01',
    values: {
      name: groupName(index + 1),
      kind: 'residential-group',
      households,
      residents,
      origin: 'standing',
      meetingPlace: `Nhà văn hóa ${groupName(index + 1)}`,
    },
    steps: index === 7 ? [['recounted', '2026-07-01', { households: 338, residents: 1166 }]] : [],
  }),
)

/** Members of the mobilisation team and of the mediation team of each group. */
const TEAMS = [
  [9, 6],
  [9, 5],
  [9, 5],
  [9, 6],
  [9, 5],
  [9, 5],
  [9, 5],
  [9, 7],
  [9, 5],
  [9, 5],
  [9, 6],
  [9, 3],
  [9, 5],
  [9, 5],
] as const

const teamRows = TEAMS.flatMap(([mobilisers, mediators], index): RowIn<typeof bodies>[] => {
  const village = groupName(index + 1)
  return [
    {
      on: '2025-08-11',
      key: `duy-tien/to-dan-van/${index + 1}`,
      values: {
        kind: 'mobilisation-team',
        name: `Tổ dân vận ${village}`,
        village,
        members: mobilisers,
        posts:
          'Tổ trưởng là Bí thư chi bộ; thành viên là Tổ trưởng tổ dân phố, Trưởng ban công tác Mặt trận, các chi hội.',
        decision: 'Quyết định số 36-QĐ/ĐU ngày 11/8/2025',
      },
    },
    {
      on: '2025-08-18',
      key: `duy-tien/to-hoa-giai/${index + 1}`,
      values: {
        kind: 'mediation-team',
        name: `Tổ hòa giải ${village}`,
        village,
        members: mediators,
        women: Math.floor(mediators / 2),
        decision: 'Quyết định số 58/QĐ-UBND ngày 18/8/2025',
        termFrom: '2025-08-18',
        termTo: '2030-08-17',
      },
      steps:
        index === 11
          ? [['restaffed', '2026-03-06', { members: 5, women: 2, decision: 'Quyết định số 41/QĐ-UBND' }]]
          : [],
    },
  ]
})

const OFFICES = [
  'Cơ quan Ủy ban nhân dân phường',
  'Trường Trung học cơ sở của phường',
  'Trường Tiểu học của phường',
  'Trường Mầm non của phường',
  'Trạm Y tế phường',
] as const

const bodyRows: readonly RowIn<typeof bodies>[] = [
  {
    on: '2025-08-05',
    values: {
      kind: 'steering-committee',
      name: 'Ban Chỉ đạo thực hiện QCDC ở cơ sở phường',
      members: 15,
      deputies: 2,
      women: 4,
      posts: 'Trưởng ban là Bí thư Đảng ủy; phó ban là Phó Chủ tịch UBND và Chủ tịch Ủy ban MTTQ phường.',
      decision: 'Quyết định số 31-QĐ/ĐU ngày 05/8/2025',
      termFrom: '2025-08-05',
      termTo: '2030-08-04',
    },
    steps: [['restaffed', '2026-04-06', { members: 15, deputies: 2, women: 5, decision: 'Quyết định số 62-QĐ/ĐU' }]],
  },
  {
    on: '2025-08-05',
    values: {
      kind: 'mobilisation-bloc',
      name: 'Khối dân vận phường Duy Tiên',
      members: 11,
      deputies: 1,
      decision: 'Quyết định số 32-QĐ/ĐU ngày 05/8/2025',
    },
  },
  {
    on: '2025-07-15',
    values: {
      kind: 'people-inspectorate',
      name: 'Ban Thanh tra nhân dân phường',
      members: 9,
      deputies: 1,
      women: 3,
      posts: 'Thành viên do hội nghị các tổ dân phố bầu; nhiệm kỳ nối tiếp nhiệm kỳ của các đơn vị cũ.',
      decision: 'Nghị quyết công nhận ngày 15/7/2025 của Ban Thường trực Ủy ban MTTQ phường',
      termFrom: '2024-12-10',
      termTo: '2026-12-09',
    },
  },
  {
    on: '2026-03-07',
    values: {
      kind: 'investment-board',
      name: 'Ban Giám sát đầu tư của cộng đồng công trình đường trục',
      village: groupName(4),
      project: 'Cải tạo đường trục TDP số 4',
      members: 5,
      deputies: 1,
      decision: 'Quyết định số 09/QĐ-MTTQ ngày 07/3/2026',
    },
    steps: [['ended', '2026-07-20', { reason: 'completed', decision: 'Quyết định số 27/QĐ-MTTQ' }]],
  },
  {
    on: '2025-11-03',
    values: {
      kind: 'investment-board',
      name: 'Ban Giám sát đầu tư của cộng đồng phường',
      members: 7,
      deputies: 1,
      women: 2,
      decision: 'Quyết định số 18/QĐ-MTTQ ngày 03/11/2025',
      termFrom: '2025-11-03',
      termTo: '2027-11-02',
    },
  },
  {
    on: '2025-09-08',
    values: {
      kind: 'other',
      name: 'Tổ công tác vận động giải phóng mặt bằng',
      members: 9,
      decision: 'Quyết định số 44-QĐ/ĐU ngày 08/9/2025',
      termTo: '2026-09-30',
    },
  },
  ...OFFICES.map(
    (name, index): RowIn<typeof bodies> => ({
      on: '2025-07-01',
      values: { kind: 'office', name, staff: [42, 46, 51, 38, 11][index] ?? null },
    }),
  ),
  ...OFFICES.slice(1).map(
    (name): RowIn<typeof bodies> => ({
      on: '2025-10-06',
      values: {
        kind: 'office-inspectorate',
        name: `Ban Thanh tra nhân dân ${name}`,
        members: 3,
        termFrom: '2025-10-06',
        termTo: '2027-10-05',
      },
    }),
  ),
]

export const placeBooks = [book(villages, placeRows), book(bodies, [...bodyRows, ...teamRows])]
