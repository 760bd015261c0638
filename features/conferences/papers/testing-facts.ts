// Invented conferences of a ward for tests: posts only, no person.
import type { AgendaItem, ConferenceFacts, ConferenceKind, Guest, GuestGroup, ItemKind } from '../facts.ts'
import { laterBy } from './words.ts'

type Line = readonly [kind: ItemKind, minutes: number, title: string, presenterPost: string]

/** Items one after another from a clock. */
export function agendaOf(startsAt: string, lines: readonly Line[]): readonly AgendaItem[] {
  let clock = startsAt
  return lines.map(([kind, minutes, title, presenterPost], at) => {
    const item = { seq: at + 1, startsAt: clock, minutes, kind, title, presenterPost }
    clock = laterBy(clock, minutes)
    return item
  })
}

export const guestOf = (
  seq: number,
  group: GuestGroup,
  post: string,
  body: string,
  over: Partial<Guest> = {},
): Guest => ({
  seq,
  name: '',
  post,
  body,
  group,
  rank: seq,
  point: null,
  seat: null,
  code: `MA${String(seq).padStart(10, '0')}`,
  cameAt: '2026-07-03T00:45:00.000Z',
  ...over,
})

const GUESTS: readonly Guest[] = [
  guestOf(1, 'chair', 'Phó Bí thư Thường trực Đảng ủy', 'phường Duy Tiên'),
  guestOf(2, 'leader', 'Phó Trưởng ban', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'),
  guestOf(3, 'delegate', 'Chủ tịch Ủy ban MTTQ Việt Nam', 'phường Duy Tiên'),
  guestOf(4, 'delegate', 'Bí thư Chi bộ', 'tổ dân phố Bạch Đằng', { cameAt: null }),
  guestOf(5, 'award', 'Đại diện tổ dân vận', 'tổ dân phố Ninh Lão'),
  guestOf(6, 'press', 'Phóng viên', 'Trung tâm Văn hóa và Truyền thông'),
]

const base: ConferenceFacts = {
  id: '0198c0de-0000-7000-8000-000000000001',
  unit: 'X13324@2025',
  speaker: 'Đảng ủy phường Duy Tiên',
  unitTitle: 'Phường Duy Tiên',
  family: 'party',
  kind: 'interim-review',
  title: 'Sơ kết công tác dân vận 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2026',
  subjects: ['dan-van'],
  day: '2026-07-03',
  startsAt: '08:00',
  endsAt: '11:00',
  place: 'hội trường Đảng ủy phường',
  mode: 'in-person',
  points: [],
  chairPosts: ['Phó Bí thư Thường trực Đảng ủy phường'],
  secretaryPost: 'Phó Chánh Văn phòng Đảng ủy',
  contactPost: 'Ban Xây dựng Đảng phường',
  purposes: [
    'Đánh giá kết quả công tác dân vận 6 tháng đầu năm, làm rõ việc đã làm được và việc còn chậm',
    'Thống nhất nhiệm vụ 6 tháng cuối năm, phân rõ đơn vị chủ trì và thời hạn.',
  ],
  requirements: ['Chuẩn bị ngắn gọn, thiết thực, đúng thời gian', 'Mỗi nhận định có số liệu kèm theo'],
  agenda: agendaOf('08:00', [
    ['opening', 15, 'Tuyên bố lý do, giới thiệu đại biểu, khai mạc', ''],
    ['report', 25, 'Báo cáo sơ kết công tác dân vận 6 tháng đầu năm 2026', 'Trưởng Ban Xây dựng Đảng phường'],
    ['paper', 30, 'Tham luận', ''],
    ['break', 10, 'Giải lao', ''],
    ['discussion', 30, 'Thảo luận', 'Phó Bí thư Thường trực Đảng ủy phường'],
    ['awards', 15, 'Trao khen thưởng', ''],
    ['guidance', 15, 'Phát biểu chỉ đạo', 'Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    ['conclusion', 15, 'Kết luận', 'Phó Bí thư Thường trực Đảng ủy phường'],
    ['closing', 5, 'Bế mạc', ''],
  ]),
  duties: [
    {
      seq: 1,
      content: 'Dự thảo báo cáo sơ kết',
      lead: 'Ban Xây dựng Đảng phường',
      dueOn: '2026-06-23',
      doneOn: null,
      role: null,
    },
    {
      seq: 2,
      content: 'Chuẩn bị hội trường, âm thanh',
      lead: 'Văn phòng Đảng ủy',
      dueOn: '2026-07-02',
      doneOn: null,
      role: null,
    },
  ],
  guests: GUESTS,
  speeches: [
    {
      seq: 1,
      topic: 'Vận động Nhân dân hiến đất mở rộng đường liên tổ',
      body: 'tổ dân phố Bạch Đằng',
      post: 'Bí thư Chi bộ',
      dueOn: '2026-06-25',
      receivedOn: '2026-06-24',
      minutes: 8,
      isSpoken: true,
      order: 2,
    },
    {
      seq: 2,
      topic: 'Giám sát việc công khai các khoản đóng góp',
      body: 'phường Duy Tiên',
      post: 'Chủ tịch Ủy ban MTTQ Việt Nam',
      dueOn: '2026-06-25',
      receivedOn: null,
      minutes: 10,
      isSpoken: true,
      order: 1,
    },
    {
      seq: 3,
      topic: 'Tiếp nhận và trả lời kiến nghị của Nhân dân',
      body: 'Ủy ban nhân dân phường Duy Tiên',
      post: 'Phó Chủ tịch',
      dueOn: '2026-06-25',
      receivedOn: '2026-06-25',
      minutes: 0,
      isSpoken: false,
      order: null,
    },
  ],
  askedReports: [
    {
      seq: 1,
      body: 'Ban Thường trực Ủy ban MTTQ phường',
      title: 'Kết quả giám sát 6 tháng',
      dueOn: '2026-06-20',
      receivedOn: null,
    },
    {
      seq: 2,
      body: 'Công an phường',
      title: 'Kết quả phối hợp vận động quần chúng',
      dueOn: '2026-06-20',
      receivedOn: null,
    },
  ],
  hall: { rows: 3, seatsPerRow: 4, aisleAfter: 2 },
  seating: [
    { guest: 1, seat: { row: 0, seat: 1 } },
    { guest: 2, seat: { row: 1, seat: 1 } },
    { guest: 3, seat: { row: 1, seat: 2 } },
    { guest: 4, seat: { row: 1, seat: 4 } },
    { guest: 5, seat: { row: 2, seat: 2 } },
    { guest: 6, seat: { row: 3, seat: 1 } },
  ],
  isPublic: true,
  state: 'held',
  heldOn: '2026-07-03',
  minutes: {
    opinions: [
      {
        seq: 1,
        post: 'Phó Chủ tịch',
        body: 'Ủy ban nhân dân phường Duy Tiên',
        words: 'Việc trả lời kiến nghị còn chậm ở khâu phối hợp giữa các bộ phận; đề nghị có thời hạn cho từng khâu.',
      },
    ],
    votes: { agreed: 41, against: 0, abstained: 2 },
    endedAt: '11:05',
  },
  conclusions: [
    {
      seq: 1,
      content: 'Rà soát, đánh giá lại 12 mô hình “Dân vận khéo” đã đăng ký.',
      lead: 'Ban Xây dựng Đảng phường',
      helpers: 'Ban Thường trực Ủy ban MTTQ phường',
      dueOn: '2026-08-05',
      product: 'Báo cáo kết quả rà soát',
      taskId: null,
    },
    {
      seq: 2,
      content: 'Trả lời dứt điểm các kiến nghị còn tồn của Nhân dân',
      lead: 'Ủy ban nhân dân phường',
      helpers: '',
      dueOn: '2026-07-20',
      product: '',
      taskId: null,
    },
  ],
  awards: [
    {
      to: 'Tổ dân vận tổ dân phố Ninh Lão',
      winner: 'collective',
      form: 'Giấy khen',
      subject: 'Dân vận khéo',
      decision: 'Quyết định số 112/QĐ-UBND',
    },
    {
      to: 'Chi hội Phụ nữ tổ dân phố Bạch Đằng',
      winner: 'collective',
      form: 'Giấy khen',
      subject: 'Dân vận khéo',
      decision: 'Quyết định số 112/QĐ-UBND',
    },
  ],
  figures: [
    { code: 'MH01', name: 'Số mô hình “Dân vận khéo” đăng ký', text: '12 mô hình' },
    { code: 'TD01', name: 'Tổng số lượt tiếp công dân', text: '117 lượt' },
    { code: 'AS02', name: 'Giá trị quà tặng', text: '2.811,7 triệu đồng' },
  ],
  earlierConclusions: [
    {
      notice: '12-TB/ĐU',
      content: 'Kiện toàn tổ dân vận ở các tổ dân phố',
      lead: 'Ban Xây dựng Đảng phường',
      dueOn: '2026-03-31',
      state: 'done-in-time',
      doneOn: '2026-03-28',
      result: 'Đã kiện toàn 24 tổ',
    },
    {
      notice: '12-TB/ĐU',
      content: 'Công khai danh mục các khoản đóng góp',
      lead: 'Ủy ban nhân dân phường',
      dueOn: '2026-04-15',
      state: 'overdue',
      doneOn: null,
      result: '',
    },
  ],
  nextTasks: ['Nắm tình hình Nhân dân trong triển khai dự án đường vành đai'],
  numbers: {},
  attendanceAddress: 'https://kheo.example/app/hoi-nghi/diem-danh?ma=',
}

const SPEAKERS = {
  party: 'Đảng ủy phường Duy Tiên',
  state: 'Ủy ban nhân dân phường Duy Tiên',
  front: 'Ban Thường trực Ủy ban MTTQ Việt Nam phường Duy Tiên',
} as const

/** A whole interim review with every part of the record, or what `over` says of it. */
export const factsOf = (over: Partial<ConferenceFacts> = {}): ConferenceFacts => {
  const family = over.family ?? base.family
  return { ...base, speaker: SPEAKERS[family], ...over }
}

/** Four subjects in one hall, with online points. */
export const fourSubjects = (over: Partial<ConferenceFacts> = {}): ConferenceFacts =>
  factsOf({
    title:
      'Hội nghị sơ kết công tác dân vận; việc thực hiện quy chế dân chủ ở cơ sở; phong trào thi đua “Dân vận khéo”; chương trình phối hợp 6 tháng đầu năm 2026',
    subjects: ['dan-van', 'qcdc', 'dvk', 'coordination'],
    mode: 'mixed',
    points: [
      { seq: 1, name: 'Trụ sở xã Tiên Sơn' },
      { seq: 2, name: 'Trụ sở xã Yên Nam' },
    ],
    guests: [...GUESTS, guestOf(7, 'delegate', 'Phó Bí thư Đảng ủy', 'xã Yên Nam', { point: 2 })],
    ...over,
  })

/** A briefing: no awards, no papers, no earlier conclusions. */
export const briefing = (over: Partial<ConferenceFacts> = {}): ConferenceFacts =>
  factsOf({
    kind: 'briefing',
    title: 'Giao ban công tác dân vận quý III năm 2026',
    awards: [],
    speeches: [],
    askedReports: [],
    earlierConclusions: [],
    guests: GUESTS.filter((guest) => guest.group !== 'award'),
    seating: [],
    agenda: agendaOf('14:00', [
      ['opening', 5, 'Khai mạc', ''],
      ['report', 20, 'Báo cáo kết quả quý III', 'Trưởng Ban Xây dựng Đảng phường'],
      ['discussion', 40, 'Trao đổi', ''],
      ['conclusion', 10, 'Kết luận', 'Phó Bí thư Thường trực Đảng ủy phường'],
    ]),
    startsAt: '14:00',
    endsAt: '15:15',
    ...over,
  })

/** Just planned: a title and a day. */
export const bare = (kind: ConferenceKind): ConferenceFacts =>
  factsOf({
    kind,
    title: 'Công tác dân vận quý IV năm 2026',
    state: 'planned',
    heldOn: null,
    place: '',
    chairPosts: [],
    secretaryPost: '',
    contactPost: '',
    purposes: [],
    requirements: [],
    agenda: [],
    duties: [],
    guests: [],
    speeches: [],
    askedReports: [],
    seating: [],
    minutes: { opinions: [], votes: null, endedAt: '' },
    conclusions: [],
    awards: [],
    figures: [],
    earlierConclusions: [],
    nextTasks: [],
  })
