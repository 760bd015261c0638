// Oversight in phường Duy Tiên in 2026: supervision, mediation, inspections against the year's plan, classification.
import { classifications } from '@kheo/features/registers/classifications/register.ts'
import { inspections } from '@kheo/features/registers/inspections/register.ts'
import { mediations } from '@kheo/features/registers/mediations/register.ts'
import { supervisions } from '@kheo/features/registers/supervisions/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, idOf, type RowIn, type StepRow } from '../books.ts'
import { groupName } from './place.ts'

type Supervision = FormOf<typeof supervisions>
type SupervisionTurn = readonly [
  on: string,
  supervisor: Supervision['supervisor'],
  subject: string,
  recommendations: number,
  more: Partial<Supervision>,
  steps: readonly StepRow[],
]
const ROAD_PROJECT = { project: 'Cải tạo đường trục TDP số 4', village: groupName(4), way: 'onsite' } as const
const answered = (on: string, resolved: number, nextOn: string | null = null): StepRow => [
  'answered',
  on,
  { resolved, nextOn },
]

const SUPERVISIONS: readonly SupervisionTurn[] = [
  [
    '2026-02-26',
    'people-inspectorate',
    'Việc công khai dự toán ngân sách và các khoản thu',
    2,
    { way: 'papers', sentTo: 'Ủy ban nhân dân phường' },
    [answered('2026-03-11', 2)],
  ],
  [
    '2026-03-31',
    'investment-board',
    'Chất lượng nền đường, vật liệu',
    3,
    { ...ROAD_PROJECT, sentTo: 'Đơn vị thi công' },
    [answered('2026-04-12', 2, '2026-05-05'), answered('2026-05-04', 3)],
  ],
  [
    '2026-04-17',
    'front',
    'Việc tiếp công dân, trả lời đơn thư quý I',
    1,
    { way: 'team', sentTo: 'Ủy ban nhân dân phường' },
    [answered('2026-05-02', 1)],
  ],
  [
    '2026-05-20',
    'people-inspectorate',
    'Việc thực hiện các kết luận sau đối thoại',
    1,
    { way: 'papers' },
    [answered('2026-06-03', 1)],
  ],
  [
    '2026-05-26',
    'investment-board',
    'Lắp đặt điện chiếu sáng ngõ',
    1,
    { project: 'Điện chiếu sáng ngõ TDP số 8', village: groupName(8), way: 'onsite' },
    [answered('2026-05-29', 1)],
  ],
  [
    '2026-06-05',
    'mass-organisation',
    'Chi trả chính sách bảo trợ xã hội',
    0,
    { organisation: 'women', way: 'team' },
    [['closed', '2026-06-12']],
  ],
  ['2026-06-10', 'investment-board', 'Nghiệm thu mặt đường, rãnh thoát nước', 1, ROAD_PROJECT, []],
  [
    '2026-08-12',
    'people-inspectorate',
    'Thu, chi các khoản Nhân dân đóng góp',
    2,
    { way: 'papers', sentTo: 'Ủy ban nhân dân phường' },
    [answered('2026-08-25', 1, '2026-09-30')],
  ],
  [
    '2026-09-15',
    'front',
    'Việc lấy ý kiến về sắp xếp tổ dân phố',
    2,
    { way: 'team', sentTo: 'Ủy ban nhân dân phường' },
    [answered('2026-09-29', 2)],
  ],
  [
    '2026-10-14',
    'investment-board',
    'Tiến độ xây nhà văn hóa',
    2,
    {
      project: 'Nhà văn hóa TDP số 11',
      village: groupName(11),
      way: 'onsite',
      sentTo: 'Đơn vị thi công',
      answerBy: '2026-11-05',
    },
    [['urged', '2026-11-12']],
  ],
  [
    '2026-11-13',
    'mass-organisation',
    'Thực hiện an toàn thực phẩm ở chợ',
    1,
    { organisation: 'farmers', way: 'onsite', sentTo: 'Ban Quản lý chợ' },
    [],
  ],
]

const supervisionRows = SUPERVISIONS.map(
  ([on, supervisor, subject, recommendations, more, steps]): RowIn<typeof supervisions> => ({
    on,
    steps,
    values: { supervisor, subject, recommendations, ...more },
  }),
)

type Case = FormOf<typeof mediations>
type CaseTurn = readonly [on: string, kind: Case['kind'], group: number, steps: readonly StepRow[]]
const settled = (begun: string, on: string): readonly StepRow[] => [
  ['session', begun, { mediators: 3 }],
  ['settled', on, { agreement: 'whole', isWritten: true }],
]
const failed = (begun: string, on: string): readonly StepRow[] => [
  ['session', begun, { mediators: 3 }],
  ['not-settled', on, { reason: 'no-agreement' }],
]

const CASES: readonly CaseTurn[] = [
  ['2026-01-09', 'discord', 2, settled('2026-01-11', '2026-01-14')],
  ['2026-01-27', 'civil', 7, settled('2026-01-29', '2026-02-04')],
  ['2026-02-25', 'family', 9, settled('2026-02-26', '2026-03-02')],
  ['2026-03-11', 'civil', 6, failed('2026-03-13', '2026-03-30')],
  ['2026-04-02', 'discord', 11, settled('2026-04-04', '2026-04-07')],
  ['2026-04-21', 'offence', 8, settled('2026-04-22', '2026-04-28')],
  ['2026-05-13', 'civil', 13, settled('2026-05-15', '2026-05-25')],
  ['2026-06-08', 'family', 1, settled('2026-06-10', '2026-06-15')],
  ['2026-06-24', 'civil', 5, settled('2026-06-26', '2026-07-08')],
  ['2026-07-20', 'discord', 12, settled('2026-07-22', '2026-07-24')],
  ['2026-08-17', 'civil', 3, failed('2026-08-19', '2026-09-07')],
  ['2026-09-14', 'discord', 10, settled('2026-09-16', '2026-09-18')],
  ['2026-10-06', 'family', 14, settled('2026-10-08', '2026-10-13')],
  ['2026-10-27', 'civil', 2, [['session', '2026-10-29', { mediators: 4 }]]],
  ['2026-11-09', 'discord', 4, []],
]

const mediationRows = CASES.map(
  ([on, kind, group, steps], index): RowIn<typeof mediations> => ({
    on,
    steps,
    values: {
      bookNo: `${index + 1}/2026`,
      kind,
      grounds: 'request',
      team: idOf(`duy-tien/to-hoa-giai/${group}`),
      village: groupName(group),
    },
  }),
)

const PLAN = 'Kế hoạch số 12-KH/BCĐ ngày 28/01/2026'
type Inspection = FormOf<typeof inspections>
type InspectionTurn = readonly [
  plannedOn: string,
  scope: Inspection['scope'],
  inspected: string,
  steps: readonly StepRow[],
]

const PLANNED: readonly InspectionTurn[] = [
  [
    '2026-04-15',
    'office',
    'Trường Trung học cơ sở của phường',
    [
      ['carried-out', '2026-04-15', { strengths: 'Hội nghị viên chức đúng thời hạn, công khai đủ.' }],
      ['finding', '2026-04-15', { shortcoming: 'Hòm thư góp ý không có biên bản mở.', remedyBy: '2026-05-30' }],
      ['remedied', '2026-05-26'],
      ['closed', '2026-06-05'],
    ],
  ],
  [
    '2026-05-20',
    'office',
    'Trạm Y tế phường',
    [
      ['carried-out', '2026-05-20'],
      ['closed', '2026-05-29'],
    ],
  ],
  [
    '2026-06-10',
    'office',
    'Trung tâm Phục vụ hành chính công phường',
    [
      ['carried-out', '2026-06-11', { record: 'Thông báo số 33-TB/BCĐ ngày 16/6/2026' }],
      ['finding', '2026-06-11', { shortcoming: 'Niêm yết chưa cập nhật thủ tục mới.', remedyBy: '2026-07-31' }],
      ['finding', '2026-06-11', { shortcoming: 'Chưa khảo sát mức hài lòng theo quý.', remedyBy: '2026-10-31' }],
      ['remedied', '2026-07-28', { findingNo: 1 }],
    ],
  ],
  [
    '2026-09-16',
    'office',
    'Trường Mầm non của phường',
    [
      ['carried-out', '2026-09-17'],
      ['closed', '2026-09-25'],
    ],
  ],
  [
    '2026-10-14',
    'enterprise',
    'Hợp tác xã dịch vụ nông nghiệp',
    [['rescheduled', '2026-10-12', { movedTo: '2026-12-03', moveDecision: 'Văn bản số 57-CV/BCĐ' }]],
  ],
  ['2026-11-26', 'office', 'Ban Quản lý chợ', []],
  [
    '2026-10-21',
    'office',
    'Trường Tiểu học của phường',
    [['dropped', '2026-08-20', { dropDecision: 'Văn bản số 49-CV/BCĐ' }]],
  ],
]

const inspectionRows: readonly RowIn<typeof inspections>[] = [
  ...PLANNED.map(
    ([plannedOn, scope, inspected, steps]): RowIn<typeof inspections> => ({
      on: '2026-01-28',
      steps,
      values: {
        origin: 'planned',
        plan: PLAN,
        plannedOn,
        scope,
        inspected,
        team: 'Phó Trưởng Ban Chỉ đạo làm trưởng đoàn',
      },
    }),
  ),
  {
    on: '2026-07-20',
    values: { origin: 'unplanned', scope: 'office', inspected: 'Ban Quản lý công trình nhà văn hóa TDP số 11' },
    steps: [
      ['carried-out', '2026-07-22'],
      ['finding', '2026-07-22', { shortcoming: 'Chưa công khai tiến độ tại công trình.', remedyBy: '2026-08-15' }],
      ['remedied', '2026-08-12'],
      ['closed', '2026-08-18'],
    ],
  },
]

/** Own score, inspectors' score, council's score. */
const SCORED: readonly (readonly [
  scope: 'office' | 'enterprise',
  name: string,
  own: number,
  theirs: number,
  agreed: number,
])[] = [
  ['office', 'Trường Trung học cơ sở của phường', 95, 93.5, 94],
  ['office', 'Trường Tiểu học của phường', 93, 91.5, 91.5],
  ['office', 'Trường Mầm non của phường', 91, 87, 88],
  ['office', 'Trạm Y tế phường', 88.5, 86.5, 86.5],
  ['enterprise', 'Hợp tác xã dịch vụ nông nghiệp', 78, 64, 66.5],
]

const classificationRows: readonly RowIn<typeof classifications>[] = [
  ...SCORED.map(
    ([scope, classified, selfScore, inspectorScore, councilScore]): RowIn<typeof classifications> => ({
      on: '2025-11-24',
      values: { forYear: '2025', scope, classified, selfScore, proof: 'Bảng chấm điểm, sổ theo dõi kèm theo.' },
      steps: [
        ['inspected', '2025-12-11', { inspectorScore }],
        ['reviewed', '2026-01-08', { councilScore }],
        ['decided', '2026-01-15', { decision: 'Quyết định số 07-QĐ/BCĐ ngày 15/01/2026' }],
      ],
    }),
  ),
  ...SCORED.slice(0, 3).map(
    ([scope, classified, selfScore], index): RowIn<typeof classifications> => ({
      on: '2026-11-16',
      values: { forYear: '2026', scope, classified, selfScore: selfScore + 1 },
      steps: index === 0 ? [['inspected', '2026-11-19', { inspectorScore: selfScore }]] : [],
    }),
  ),
]

/** After the bodies, whose mediation teams cases point at. */
export const oversightBooks = [
  book(supervisions, supervisionRows),
  book(mediations, mediationRows),
  book(inspections, inspectionRows),
  book(classifications, classificationRows),
]
