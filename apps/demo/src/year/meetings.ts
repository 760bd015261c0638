// Village meetings of phường Duy Tiên in 2026, what households decided there, and what they gave for it.
import { contributions } from '@kheo/features/registers/contributions/register.ts'
import { villageMeetings } from '@kheo/features/registers/village-meetings/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, idOf, type RowIn, type StepRow } from '../books.ts'
import { groupName, householdsOf } from './place.ts'

type Vote = readonly [
  matter: string,
  question: string,
  way: 'hands' | 'secret' | 'ballots',
  agree: number,
  disagree: number,
  other: number,
]
type Meeting = FormOf<typeof villageMeetings>
type MeetingTurn = {
  readonly on: string
  readonly group: number
  readonly represented: number
  readonly content: string
  readonly votes: readonly Vote[]
  readonly form?: Meeting['form']
  readonly caller?: Meeting['caller']
  readonly paper?: 'resolution' | 'minutes'
  readonly recognised?: readonly [on: string, decision: string]
}

const MEETINGS: readonly MeetingTurn[] = [
  {
    on: '2026-01-11',
    group: 4,
    represented: 281,
    paper: 'resolution',
    content: 'Bàn mở rộng đường trục, hiến đất, góp tiền.',
    votes: [['contribution', 'Mỗi hộ góp 500.000 đồng và hiến đất mở rộng đường trục lên 5 m', 'hands', 262, 12, 7]],
  },
  {
    on: '2026-01-17',
    group: 9,
    represented: 176,
    paper: 'minutes',
    content: 'Tổng kết tổ dân phố, quỹ khuyến học.',
    votes: [['self-management', 'Lập quỹ khuyến học của tổ dân phố', 'hands', 158, 10, 8]],
  },
  {
    on: '2026-02-07',
    group: 8,
    represented: 301,
    form: 'clusters',
    paper: 'resolution',
    content: 'Bàn lắp điện chiếu sáng ngõ ở ba cụm.',
    votes: [['contribution', 'Mỗi hộ góp 250.000 đồng lắp điện chiếu sáng', 'hands', 268, 21, 12]],
  },
  {
    on: '2026-03-07',
    group: 4,
    represented: 264,
    paper: 'minutes',
    content: 'Bầu Ban Giám sát đầu tư của cộng đồng.',
    caller: 'front-head',
    votes: [
      [
        'supervision-bodies',
        'Bầu thành viên Ban Giám sát đầu tư của cộng đồng công trình đường trục',
        'hands',
        249,
        8,
        7,
      ],
    ],
  },
  {
    on: '2026-03-28',
    group: 1,
    represented: 297,
    paper: 'minutes',
    content: 'Bàn lắp camera an ninh.',
    votes: [['contribution', 'Mỗi hộ góp 300.000 đồng lắp camera an ninh', 'hands', 205, 71, 21]],
  },
  {
    on: '2026-04-26',
    group: 6,
    represented: 254,
    paper: 'resolution',
    content: 'Thông qua quy ước mới.',
    recognised: ['2026-05-12', 'Quyết định số 74/QĐ-UBND ngày 12/5/2026'],
    votes: [['convention', 'Thông qua quy ước TDP số 6', 'hands', 221, 20, 13]],
  },
  {
    on: '2026-05-17',
    group: 11,
    represented: 262,
    paper: 'resolution',
    content: 'Bàn góp tiền xây nhà văn hóa.',
    votes: [['collection', 'Mỗi hộ góp 500.000 đồng xây nhà văn hóa, thu hai đợt', 'hands', 214, 31, 17]],
  },
  {
    on: '2026-06-14',
    group: 2,
    represented: 240,
    paper: 'resolution',
    content: 'Bàn nạo vét kênh tiêu, lịch vệ sinh.',
    votes: [
      ['contribution', 'Mỗi hộ góp 200.000 đồng nạo vét, kè kênh tiêu', 'hands', 190, 33, 17],
      ['self-management', 'Dọn vệ sinh vào sáng thứ bảy hằng tuần', 'hands', 221, 9, 10],
    ],
  },
  {
    on: '2026-06-21',
    group: 12,
    represented: 171,
    form: 'ballots',
    content: 'Phát phiếu về mức góp sửa cổng tổ dân phố.',
    votes: [['contribution', 'Mỗi hộ góp 150.000 đồng sửa cổng tổ dân phố', 'ballots', 131, 28, 12]],
  },
  {
    on: '2026-07-12',
    group: 5,
    represented: 151,
    paper: 'minutes',
    content: 'Thông báo việc 6 tháng đầu năm; giải thích việc dừng làm sân thể thao.',
    votes: [],
  },
  {
    on: '2026-08-15',
    group: 1,
    represented: 305,
    paper: 'resolution',
    content: 'Bàn lại việc lắp camera với mức góp thấp hơn.',
    votes: [['contribution', 'Mỗi hộ góp 200.000 đồng lắp camera an ninh', 'hands', 231, 52, 22]],
  },
  {
    on: '2026-08-30',
    group: 10,
    represented: 220,
    paper: 'minutes',
    content: 'Bầu Tổ trưởng tổ dân phố.',
    recognised: ['2026-09-07', 'Quyết định số 126/QĐ-UBND ngày 07/9/2026'],
    votes: [['village-head', 'Bầu Tổ trưởng tổ dân phố', 'secret', 204, 11, 5]],
  },
  {
    on: '2026-09-20',
    group: 3,
    represented: 208,
    paper: 'resolution',
    content: 'Thu, chi quỹ tổ dân phố.',
    votes: [['collection', 'Mức thu quỹ tổ dân phố năm 2027', 'hands', 174, 22, 12]],
  },
  {
    on: '2026-10-11',
    group: 14,
    represented: 231,
    paper: 'resolution',
    content: 'Bàn chuyển điểm tập kết rác.',
    votes: [['self-management', 'Chuyển điểm tập kết rác ra xa trường học', 'hands', 207, 15, 9]],
  },
  {
    on: '2026-11-08',
    group: 12,
    represented: 160,
    content: 'Bàn dự thảo quy ước và mức góp làm rãnh thoát nước.',
    votes: [['contribution', 'Mỗi hộ góp 400.000 đồng làm rãnh thoát nước', 'hands', 118, 30, 12]],
  },
  { on: '2026-11-15', group: 9, represented: 188, content: 'Ngày hội Đại đoàn kết; thông báo kết quả năm.', votes: [] },
]

const meetingKey = (group: number, on: string): string => `duy-tien/hop-dan/${group}/${on}`
const meetingId = (group: number, on: string): string => idOf(meetingKey(group, on))

const meetingRows = MEETINGS.map((it): RowIn<typeof villageMeetings> => {
  const steps: StepRow[] = it.votes.map(([matter, question, way, agree, disagree, other]) => [
    'voted',
    it.on,
    { matter, question, way, agree, disagree, other },
  ])
  if (it.paper !== undefined) steps.push(['documented', it.on, { paperKind: it.paper }])
  if (it.recognised !== undefined) steps.push(['recognised', it.recognised[0], { recognition: it.recognised[1] }])
  return {
    on: it.on,
    key: meetingKey(it.group, it.on),
    steps,
    values: {
      village: groupName(it.group),
      caller: it.caller ?? 'village-head',
      form: it.form ?? 'whole',
      clusters: it.form === 'clusters' ? 3 : null,
      households: householdsOf(it.group),
      represented: it.represented,
      place: it.form === 'ballots' ? '' : `Nhà văn hóa ${groupName(it.group)}`,
      content: it.content,
    },
  }
})

type Contribution = FormOf<typeof contributions>
type GivenTurn = readonly [
  on: string,
  group: number,
  source: Contribution['source'],
  work: string,
  given: Partial<Contribution>,
  steps: readonly StepRow[],
]
const ROAD = 'duy-tien/cong-trinh/duong-truc-tdp-4'
const LIGHTS = 'duy-tien/cong-trinh/chieu-sang-tdp-8'
const HALL = 'duy-tien/cong-trinh/nha-van-hoa-tdp-11'
const CANAL = 'duy-tien/cong-trinh/kenh-tieu-tdp-2'
const CAMERAS = 'duy-tien/cong-trinh/camera-tdp-1'
/** Keys of the works that these meetings decided upon, with the meeting. */
export const workKeys = { ROAD, LIGHTS, HALL, CANAL, CAMERAS } as const
export const decidedAt = {
  [ROAD]: meetingId(4, '2026-01-11'),
  [LIGHTS]: meetingId(8, '2026-02-07'),
  [HALL]: meetingId(11, '2026-05-17'),
  [CANAL]: meetingId(2, '2026-06-14'),
  [CAMERAS]: meetingId(1, '2026-08-15'),
} as const
const forWork = (key: keyof typeof decidedAt): Partial<Contribution> => ({
  decision: decidedAt[key],
  publicWork: idOf(key),
})

const GIVEN: readonly GivenTurn[] = [
  [
    '2026-03-20',
    4,
    'households',
    'Cải tạo đường trục TDP số 4',
    { ...forWork(ROAD), households: 305, money: 152_500_000, land: 86.5, labourDays: 120, accountBy: '2026-07-31' },
    [
      ['work-finished', '2026-06-12', { outcome: '420 m đường rộng 5 m', servedHouseholds: 305 }],
      ['accounted', '2026-07-20', { usedMoney: 149_800_000 }],
    ],
  ],
  [
    '2026-03-24',
    4,
    'away',
    'Cải tạo đường trục TDP số 4',
    { ...forWork(ROAD), money: 30_000_000 },
    [
      ['work-finished', '2026-06-12'],
      ['accounted', '2026-07-20', { usedMoney: 30_000_000 }],
    ],
  ],
  [
    '2026-04-02',
    4,
    'businesses',
    'Cải tạo đường trục TDP số 4',
    { ...forWork(ROAD), money: 50_000_000 },
    [
      ['work-finished', '2026-06-12'],
      ['accounted', '2026-07-20', { usedMoney: 50_000_000 }],
    ],
  ],
  [
    '2026-04-24',
    8,
    'households',
    'Lắp điện chiếu sáng TDP số 8',
    { ...forWork(LIGHTS), households: 332, money: 83_000_000, labourDays: 46, accountBy: '2026-06-30' },
    [
      ['work-finished', '2026-05-27', { outcome: '46 bóng trên 1.150 m ngõ', servedHouseholds: 332 }],
      ['accounted', '2026-06-26', { usedMoney: 83_000_000 }],
    ],
  ],
  [
    '2026-06-10',
    11,
    'households',
    'Xây nhà văn hóa TDP số 11, đợt 1',
    { ...forWork(HALL), households: 293, money: 73_250_000, labourDays: 85, accountBy: '2026-10-31' },
    [],
  ],
  [
    '2026-07-10',
    2,
    'households',
    'Nạo vét, kè kênh tiêu TDP số 2',
    { ...forWork(CANAL), households: 276, money: 55_200_000, labourDays: 138, accountBy: '2026-09-30' },
    [
      ['work-finished', '2026-08-18', { servedHouseholds: 276 }],
      ['accounted', '2026-09-25', { usedMoney: 53_900_000 }],
    ],
  ],
  [
    '2026-10-12',
    1,
    'households',
    'Lắp camera an ninh TDP số 1',
    { ...forWork(CAMERAS), households: 309, money: 61_800_000, accountBy: '2026-12-31' },
    [],
  ],
  [
    '2026-10-18',
    11,
    'households',
    'Xây nhà văn hóa TDP số 11, đợt 2',
    { ...forWork(HALL), households: 286, money: 71_500_000 },
    [],
  ],
  ['2026-11-08', 9, 'groups', 'Quỹ khuyến học TDP số 9', { money: 18_500_000 }, []],
]

const contributionRows = GIVEN.map(
  ([on, group, source, work, given, steps]): RowIn<typeof contributions> => ({
    on,
    steps,
    values: { work, village: groupName(group), source, ...given },
  }),
)

export const meetingBook = book(villageMeetings, meetingRows)
/** After the public works, which contributions point at. */
export const contributionBook = book(contributions, contributionRows)
