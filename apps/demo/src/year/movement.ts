// The movement and care in phường Duy Tiên in 2026: models, activities, works for the common good, welfare, elections.
import { activities } from '@kheo/features/registers/activities/register.ts'
import { elections } from '@kheo/features/registers/elections/register.ts'
import { publicWorks } from '@kheo/features/registers/public-works/register.ts'
import { skilfulModels } from '@kheo/features/registers/skilful-models/register.ts'
import { welfare } from '@kheo/features/registers/welfare/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, idOf, type RowIn, type StepRow } from '../books.ts'
import { modelRow } from '../rows.ts'
import { decidedAt, workKeys } from './meetings.ts'
import { groupName } from './place.ts'

const WARD = 'Phường Duy Tiên'

const modelRows: readonly RowIn<typeof skilfulModels>[] = [
  modelRow(WARD, 0, {
    on: '2026-02-06',
    key: 'duy-tien/mo-hinh/1',
    bloc: 'localities',
    steps: [
      ['approved', '2026-03-10'],
      ['launched', '2026-03-26'],
      ['monitored', '2026-06-18'],
      ['effective', '2026-10-20'],
      ['self-assessed', '2026-11-05'],
      ['recognised-commune', '2026-11-16'],
      ['put-forward', '2026-11-18'],
    ],
  }),
  modelRow(WARD, 1, {
    on: '2026-03-06',
    key: 'duy-tien/mo-hinh/2',
    bloc: 'localities',
    steps: [
      ['approved', '2026-04-02'],
      ['launched', '2026-04-19'],
      ['monitored', '2026-07-22'],
      ['replicated', '2026-10-12', { sites: 3, sitesAt: 'TDP số 3, TDP số 8, TDP số 13' }],
      ['effective', '2026-11-10'],
    ],
  }),
  modelRow(WARD, 2, {
    on: '2026-04-06',
    key: 'duy-tien/mo-hinh/3',
    bloc: 'localities',
    steps: [
      ['appraised', '2026-05-05'],
      ['approved', '2026-05-12'],
    ],
  }),
  modelRow(WARD, 7, { on: '2026-08-06', bloc: 'localities', sponsor: 'Công an phường' }),
  modelRow(WARD, 9, { on: '2026-09-15', bloc: 'offices', sponsor: 'Hội Liên hiệp Phụ nữ phường' }),
]

type Activity = FormOf<typeof activities>
type ActivityTurn = readonly [on: string, kind: Activity['kind'], title: string, more: Partial<Activity>]
const OFFICE_CONFERENCE = 'Hội nghị cán bộ, công chức, viên chức, người lao động năm 2026'
const conference = (body: string, summoned: number, present: number): Partial<Activity> => ({
  body,
  attendees: present,
  summoned,
  present,
})

const ACTIVITIES: readonly ActivityTurn[] = [
  [
    '2026-01-22',
    'propaganda-meeting',
    'Tuyên truyền về bầu cử đại biểu Quốc hội và HĐND các cấp',
    { attendees: 168, leader: 'Ủy ban MTTQ phường' },
  ],
  ['2026-01-30', 'news', 'Tin, bài truyền thanh tháng 01', { items: 6, place: 'Đài truyền thanh phường' }],
  [
    '2026-02-05',
    'propaganda-meeting',
    'Quán triệt công tác dân vận trước Tết',
    { attendees: 82, leader: 'Đảng ủy phường' },
  ],
  ['2026-02-08', 'joint-work', 'Tổng vệ sinh đón Tết', { attendees: 640, leader: 'Đoàn Thanh niên phường' }],
  [
    '2026-02-11',
    'community-visit',
    'Thăm, chúc Tết cơ sở thờ tự trên địa bàn',
    { place: 'Các cơ sở thờ tự trong phường' },
  ],
  ['2026-02-27', 'staff-conference', OFFICE_CONFERENCE, conference('Cơ quan Ủy ban nhân dân phường', 42, 40)],
  [
    '2026-03-03',
    'propaganda-meeting',
    'Phổ biến quy trình bỏ phiếu ở các khu vực bỏ phiếu',
    { attendees: 231, leader: 'Ủy ban bầu cử phường' },
  ],
  ['2026-03-12', 'staff-conference', OFFICE_CONFERENCE, conference('Trường Trung học cơ sở của phường', 46, 45)],
  ['2026-03-13', 'staff-conference', OFFICE_CONFERENCE, conference('Trường Tiểu học của phường', 51, 49)],
  ['2026-03-27', 'staff-conference', OFFICE_CONFERENCE, conference('Trạm Y tế phường', 11, 11)],
  ['2026-03-31', 'news', 'Tin, bài về bầu cử', { items: 14, place: 'Trang thông tin điện tử phường' }],
  ['2026-04-10', 'staff-conference', OFFICE_CONFERENCE, conference('Trường Mầm non của phường', 38, 35)],
  [
    '2026-04-16',
    'propaganda-meeting',
    'Tuyên truyền pháp luật đất đai, giải phóng mặt bằng',
    { attendees: 124, place: 'Nhà văn hóa TDP số 6' },
  ],
  [
    '2026-04-22',
    'training',
    'Bồi dưỡng nghiệp vụ cho tổ trưởng tổ dân vận',
    { attendees: 28, leader: 'Khối dân vận phường' },
  ],
  [
    '2026-05-16',
    'joint-work',
    'Lực lượng vũ trang cùng Nhân dân khơi thông kênh tiêu',
    { attendees: 210, place: groupName(2) },
  ],
  [
    '2026-05-28',
    'propaganda-meeting',
    'Tuyên truyền phân loại rác tại nguồn',
    { attendees: 146, place: 'Nhà văn hóa TDP số 9' },
  ],
  ['2026-05-29', 'community-visit', 'Thăm, chúc mừng lễ Phật đản', { place: 'Các chùa trong phường' }],
  ['2026-06-26', 'news', 'Tin, bài quý II', { items: 11, place: 'Trang thông tin điện tử phường' }],
  [
    '2026-07-23',
    'propaganda-meeting',
    'Quán triệt kết luận hội nghị sơ kết 6 tháng',
    { attendees: 76, leader: 'Đảng ủy phường' },
  ],
  ['2026-07-25', 'joint-work', 'Chăm sóc nghĩa trang liệt sĩ', { attendees: 180, leader: 'Hội Cựu chiến binh phường' }],
  [
    '2026-08-27',
    'propaganda-meeting',
    'Tuyên truyền đề án sắp xếp tổ dân phố',
    { attendees: 265, place: 'Hội trường phường' },
  ],
  [
    '2026-09-10',
    'training',
    'Tập huấn kỹ năng hòa giải cho hòa giải viên',
    { attendees: 64, leader: 'Ban Chỉ đạo QCDC phường' },
  ],
  [
    '2026-09-24',
    'propaganda-meeting',
    'Tuyên truyền phòng cháy ở khu nhà trọ',
    { attendees: 138, leader: 'Công an phường' },
  ],
  ['2026-09-30', 'news', 'Tin, bài quý III', { items: 17, place: 'Trang thông tin điện tử phường' }],
  ['2026-10-18', 'joint-work', 'Trồng cây, làm sạch đường trục', { attendees: 320, leader: 'Hội Nông dân phường' }],
  [
    '2026-10-30',
    'propaganda-meeting',
    'Tuyên truyền chuyển đổi số cho Nhân dân',
    { attendees: 154, leader: 'Tổ công nghệ số cộng đồng' },
  ],
]

const activityRows = ACTIVITIES.map(
  ([on, kind, title, more]): RowIn<typeof activities> => ({ on, values: { kind, title, ...more } }),
)

type Work = FormOf<typeof publicWorks>
type WorkTurn = readonly [
  on: string,
  key: string,
  kind: Work['kind'],
  name: string,
  group: number,
  more: Partial<Work>,
  steps: readonly StepRow[],
]
const { ROAD, LIGHTS, HALL, CANAL, CAMERAS } = workKeys

const WORKS: readonly WorkTurn[] = [
  [
    '2026-03-09',
    ROAD,
    'road',
    'Cải tạo đường trục TDP số 4',
    4,
    {
      meeting: decidedAt[ROAD],
      length: 420,
      finishBy: '2026-06-15',
      decision: 'Quyết định số 38/QĐ-UBND ngày 02/3/2026',
      stateMoney: 480_000_000,
      peopleMoney: 182_500_000,
      otherMoney: 50_000_000,
    },
    [
      ['finished', '2026-06-12', { served: 305, finalMoney: 708_600_000, finalPeopleMoney: 179_800_000 }],
      ['handed-over', '2026-06-18', { keeper: 'TDP số 4' }],
    ],
  ],
  [
    '2026-04-13',
    'duy-tien/cong-trinh/san-tdp-5',
    'culture-house',
    'Sân thể thao TDP số 5',
    5,
    { area: 350, finishBy: '2026-08-31', stateMoney: 120_000_000 },
    [['dropped', '2026-06-05', { reason: 'Quỹ đất chuyển sang công trình khác theo quy hoạch.' }]],
  ],
  [
    '2026-04-20',
    LIGHTS,
    'lighting',
    'Điện chiếu sáng ngõ TDP số 8',
    8,
    { meeting: decidedAt[LIGHTS], length: 1150, items: 46, finishBy: '2026-05-30', peopleMoney: 83_000_000 },
    [
      ['finished', '2026-05-27', { served: 332 }],
      ['handed-over', '2026-06-02', { keeper: 'TDP số 8' }],
    ],
  ],
  [
    '2026-05-25',
    HALL,
    'culture-house',
    'Nhà văn hóa TDP số 11',
    11,
    { meeting: decidedAt[HALL], area: 220, finishBy: '2026-09-30', stateMoney: 900_000_000, peopleMoney: 146_500_000 },
    [['postponed', '2026-09-28', { newFinishBy: '2026-12-20', reason: 'Mưa bão kéo dài, chậm vật liệu.' }]],
  ],
  [
    '2026-07-06',
    CANAL,
    'water',
    'Nạo vét, kè kênh tiêu TDP số 2',
    2,
    { meeting: decidedAt[CANAL], length: 310, finishBy: '2026-08-20', stateMoney: 95_000_000, peopleMoney: 55_200_000 },
    [
      ['finished', '2026-08-18', { served: 276 }],
      ['handed-over', '2026-08-25', { keeper: 'TDP số 2' }],
    ],
  ],
  [
    '2026-10-05',
    CAMERAS,
    'camera',
    'Camera an ninh TDP số 1',
    1,
    { meeting: decidedAt[CAMERAS], items: 24, finishBy: '2026-11-15', peopleMoney: 63_600_000 },
    [],
  ],
  [
    '2026-10-12',
    'duy-tien/cong-trinh/rac-tdp-14',
    'environment',
    'Chuyển điểm tập kết rác TDP số 14',
    14,
    { area: 60, items: 8, finishBy: '2026-12-10', stateMoney: 45_000_000 },
    [],
  ],
]

const workRows: readonly RowIn<typeof publicWorks>[] = [
  ...WORKS.map(
    ([on, key, kind, name, group, more, steps]): RowIn<typeof publicWorks> => ({
      on,
      key,
      steps,
      values: { kind, name, village: groupName(group), ...more },
    }),
  ),
  {
    on: '2026-11-05',
    values: { kind: 'culture-title', name: 'Xét danh hiệu văn hóa năm 2026' },
    steps: [
      [
        'recognised',
        '2026-11-16',
        { families: 3096, quarters: 12, offices: 5, titleDecision: 'Quyết định số 168/QĐ-UBND' },
      ],
    ],
  },
]

type Help = FormOf<typeof welfare>
type HelpTurn = readonly [
  on: string,
  recipients: Help['recipients'],
  occasion: Help['occasion'],
  parcels: number,
  value: number,
  origin: Help['origin'],
  sponsor: string,
]

const GIFTS: readonly HelpTurn[] = [
  ['2026-02-06', 'policy-families', 'lunar-new-year', 286, 114_400_000, 'budget', 'Ủy ban nhân dân phường'],
  ['2026-02-09', 'poor', 'lunar-new-year', 74, 37_000_000, 'fund-for-the-poor', 'Ủy ban MTTQ phường'],
  ['2026-02-10', 'workers', 'lunar-new-year', 120, 36_000_000, 'enterprises', 'Doanh nghiệp trên địa bàn'],
  ['2026-06-01', 'children', 'other', 95, 19_000_000, 'community', 'Đoàn Thanh niên phường'],
  ['2026-07-24', 'policy-families', 'war-invalids-day', 291, 131_000_000, 'budget', 'Ủy ban nhân dân phường'],
  ['2026-09-04', 'children', 'school-year', 60, 30_000_000, 'community', 'Hội Khuyến học phường'],
  ['2026-09-18', 'disaster-stricken', 'disaster', 38, 57_000_000, 'mixed', 'Ủy ban MTTQ phường'],
  ['2026-11-10', 'near-poor', 'unity-day', 52, 20_800_000, 'fund-for-the-poor', 'Ủy ban MTTQ phường'],
]

const welfareRows: readonly RowIn<typeof welfare>[] = [
  ...GIFTS.map(
    ([on, recipients, occasion, parcels, value, origin, sponsor]): RowIn<typeof welfare> => ({
      on,
      values: { kind: 'gifts', recipients, occasion, parcels, value, origin, sponsor },
    }),
  ),
  {
    on: '2026-03-30',
    values: {
      kind: 'house-built',
      recipients: 'poor',
      houses: 2,
      value: 160_000_000,
      finishBy: '2026-07-15',
      origin: 'fund-for-the-poor',
      sponsor: 'Ủy ban MTTQ phường',
    },
    steps: [
      ['part-handed-over', '2026-06-20', { housesHanded: 1 }],
      ['handed-over', '2026-07-10', { housesHanded: 1 }],
    ],
  },
  {
    on: '2026-09-28',
    values: {
      kind: 'house-repaired',
      recipients: 'disaster-stricken',
      houses: 3,
      value: 90_000_000,
      finishBy: '2026-11-10',
      origin: 'mixed',
      sponsor: 'Ban Chỉ huy Quân sự phường',
    },
    steps: [['part-handed-over', '2026-11-04', { housesHanded: 2 }]],
  },
]

/** Voters on the list and voters who voted, by polling area. */
const POLLING = [
  [1486, 1486],
  [1365, 1365],
  [1221, 1219],
  [1488, 1488],
  [1174, 1173],
  [1192, 1192],
  [1240, 1240],
] as const

const electionRows: readonly RowIn<typeof elections>[] = [
  ...POLLING.map(
    ([listed, voted], index): RowIn<typeof elections> => ({
      on: '2026-03-15',
      values: { kind: 'general', area: `Khu vực bỏ phiếu số ${index + 1}`, listed, voted },
      steps: [['confirmed', '2026-03-20']],
    }),
  ),
  {
    on: '2026-08-30',
    values: { kind: 'village-head', area: groupName(10), listed: 251, voted: 220, seats: 1, elected: 1 },
    steps: [['confirmed', '2026-09-07', { paper: 'Quyết định số 126/QĐ-UBND ngày 07/9/2026' }]],
  },
]

export const modelOf = (no: number): string => idOf(`duy-tien/mo-hinh/${no}`)
/** After the village meetings, which works point at. */
export const movementBooks = [
  book(skilfulModels, modelRows),
  book(activities, activityRows),
  book(publicWorks, workRows),
  book(welfare, welfareRows),
  book(elections, electionRows),
]
