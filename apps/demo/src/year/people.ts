// What people said to phường Duy Tiên in 2026: moods and dialogues. Matters and counts, never persons.
import { dialogues } from '@kheo/features/registers/dialogues/register.ts'
import { publicMood } from '@kheo/features/registers/public-mood/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, type RowIn, type StepRow } from '../books.ts'
import { groupName } from './place.ts'

type Mood = FormOf<typeof publicMood>
type MoodTurn = readonly [
  on: string,
  group: number | null,
  topic: Mood['topic'],
  level: Mood['level'],
  opinions: number,
  channel: Mood['channel'],
  matter: string,
  steps?: readonly StepRow[],
]

const passedOn = (on: string, passedTo: string, answerBy: string): StepRow => ['passed-on', on, { passedTo, answerBy }]

const MOODS: readonly MoodTurn[] = [
  [
    '2026-01-14',
    4,
    'works',
    'issue',
    12,
    'village',
    'Đường trục hẹp, xe cứu hỏa khó vào',
    [
      passedOn('2026-01-16', 'peoples-committee', '2026-02-13'),
      ['resolved', '2026-06-15', { outcome: 'Đường được mở rộng, Nhân dân hiến đất và góp ngày công.' }],
    ],
  ],
  [
    '2026-01-29',
    null,
    'economy',
    'ordinary',
    9,
    'organisations',
    'Giá phân bón vụ xuân cao hơn năm trước',
    [['closed', '2026-03-10']],
  ],
  [
    '2026-02-10',
    8,
    'order',
    'issue',
    7,
    'village',
    'Thanh niên chạy xe nẹt pô trong đêm gần Tết',
    [
      passedOn('2026-02-11', 'police', '2026-02-25'),
      ['resolved', '2026-02-26', { outcome: 'Công an phường tăng tuần tra, nhắc nhở và xử phạt; hết phản ánh.' }],
    ],
  ],
  [
    '2026-03-05',
    2,
    'environment',
    'ordinary',
    18,
    'village',
    'Kênh tiêu bị lấp rác, nước đọng có mùi',
    [
      ['became-pressing', '2026-05-11'],
      passedOn('2026-05-12', 'peoples-committee', '2026-06-12'),
      ['resolved', '2026-08-20', { outcome: 'Kênh được nạo vét, kè lại; tổ dân phố lập lịch vệ sinh hằng tuần.' }],
    ],
  ],
  [
    '2026-03-19',
    null,
    'culture-education-health',
    'ordinary',
    6,
    'meetings',
    'Đề nghị thêm giờ mở cửa phòng đọc nhà văn hóa',
  ],
  [
    '2026-04-09',
    6,
    'land',
    'pressing',
    21,
    'reception',
    'Đơn giá bồi thường đất khu tái định cư thấp hơn nơi lân cận',
    [
      passedOn('2026-04-13', 'higher-level', '2026-05-15'),
      ['followed', '2026-06-24', { progress: 'Cấp tỉnh đang xem xét lại hệ số; đã thông tin đến các hộ.' }],
    ],
  ],
  [
    '2026-05-07',
    null,
    'government',
    'ordinary',
    8,
    'media',
    'Hệ thống nộp hồ sơ trực tuyến hay bị ngắt buổi sáng',
    [
      passedOn('2026-05-08', 'peoples-committee', '2026-05-22'),
      ['resolved', '2026-05-21', { outcome: 'Trung tâm Phục vụ hành chính công bố trí máy dự phòng.' }],
    ],
  ],
  [
    '2026-06-03',
    11,
    'ethnic-religious',
    'issue',
    5,
    'organisations',
    'Thống nhất giờ sinh hoạt chung giữa nhà văn hóa và cơ sở thờ tự',
    [['resolved', '2026-06-19', { outcome: 'Hai bên họp, thống nhất lịch dùng sân chung.' }]],
  ],
  [
    '2026-07-21',
    1,
    'order',
    'issue',
    14,
    'village',
    'Mất trộm vặt ở ngõ chưa có camera',
    [passedOn('2026-07-22', 'police', '2026-08-10')],
  ],
  ['2026-08-13', null, 'policy', 'ordinary', 11, 'organisations', 'Hỏi về mức hỗ trợ sau sắp xếp tổ dân phố'],
  [
    '2026-09-08',
    2,
    'works',
    'pressing',
    16,
    'meetings',
    'Ngập đường liên tổ sau mưa bão',
    [passedOn('2026-09-09', 'peoples-committee', '2026-10-09')],
  ],
  [
    '2026-10-02',
    14,
    'environment',
    'issue',
    9,
    'village',
    'Điểm tập kết rác gần trường học',
    [passedOn('2026-10-05', 'peoples-committee', '2026-11-27')],
  ],
  ['2026-10-29', null, 'economy', 'ordinary', 13, 'media', 'Công nhân thuê trọ mong có chợ buổi tối'],
  [
    '2026-11-12',
    5,
    'culture-education-health',
    'ordinary',
    4,
    'village',
    'Đề nghị khám sức khỏe người cao tuổi tại nhà văn hóa',
  ],
]

const moodRows = MOODS.map(
  ([on, group, topic, level, opinions, channel, matter, steps = []]): RowIn<typeof publicMood> => ({
    on,
    steps,
    values: { matter, village: group === null ? '' : groupName(group), topic, level, opinions, channel },
  }),
)

const dialogueRows: readonly RowIn<typeof dialogues>[] = [
  {
    on: '2026-02-27',
    values: {
      kind: 'voter-meeting',
      topic: 'Tiếp xúc cử tri trước bầu cử',
      chair: 'front',
      village: 'Hội trường phường',
      attendees: 165,
      opinions: 9,
      answered: 9,
    },
  },
  {
    on: '2026-04-23',
    key: 'duy-tien/doi-thoai/4',
    values: {
      kind: 'head-dialogue',
      topic: 'Giải phóng mặt bằng và quản lý đất đai sau sắp xếp',
      chair: 'both',
      village: 'Hội trường phường',
      attendees: 142,
      opinions: 14,
      answered: 9,
      answerBy: '2026-05-22',
      conclusion: 'Thông báo số 24-TB/ĐU ngày 25/4/2026',
    },
    steps: [
      ['part-answered', '2026-05-08', { answeredUpToNow: 12 }],
      ['answered', '2026-05-20', { paper: 'Văn bản số 87/UBND ngày 20/5/2026' }],
    ],
  },
  {
    on: '2026-06-18',
    values: {
      kind: 'other-dialogue',
      topic: 'Việc làm cho thanh niên, công nhân ở trọ',
      chair: 'deputy',
      village: 'Nhà văn hóa TDP số 7',
      attendees: 64,
      opinions: 7,
      answered: 7,
    },
  },
  {
    on: '2026-07-16',
    values: {
      kind: 'voter-meeting',
      topic: 'Tiếp xúc cử tri giữa năm',
      chair: 'council',
      village: 'Hội trường phường',
      attendees: 131,
      opinions: 12,
      answered: 8,
      answerBy: '2026-08-14',
    },
    steps: [['answered', '2026-08-12']],
  },
  {
    on: '2026-10-08',
    values: {
      kind: 'head-dialogue',
      topic: 'Thu gom rác, thoát nước và vệ sinh môi trường',
      chair: 'peoples-committee-chair',
      village: 'Hội trường phường',
      attendees: 118,
      opinions: 11,
      answered: 6,
      answerBy: '2026-11-06',
      conclusion: 'Thông báo số 52-TB/ĐU ngày 10/10/2026',
    },
    steps: [['part-answered', '2026-10-30', { answeredUpToNow: 9 }]],
  },
]

export const peopleBooks = [book(publicMood, moodRows), book(dialogues, dialogueRows)]
