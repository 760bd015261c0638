// Phường Duy Tiên today: a conference that is being prepared, papers that came in, and a round of commendation that has just been opened.
import { listCandidates } from '@kheo/features/awards/view.ts'
import { writePaper } from '@kheo/features/awards/write.ts'
import { assignPaper, finishPaper, receivePaper } from '@kheo/features/documents/incoming.ts'
import { v7 as newId } from 'uuid'
import { officer, type Stage } from '../stage.ts'
import { WARDS } from '../units.ts'
import { openAwards } from './awards.ts'
import { announce, draft, prepare } from './conferences.ts'
import { COMING_REVIEW } from './keys.ts'
import { guests, type Occasion, oneOf } from './occasion.ts'

const [WARD] = WARDS
const BODIES = [
  'Ủy ban MTTQ Việt Nam phường',
  'Hội Liên hiệp Phụ nữ phường',
  'Hội Nông dân phường',
  'Hội Cựu chiến binh phường',
  'Đoàn Thanh niên phường',
  'Công an phường',
  'Ban Chỉ huy Quân sự phường',
]
const VILLAGES = Array.from({ length: 12 }, (_, at) => `Chi bộ TDP số ${at + 1}`)

const comingReview = (plannedOn: string): Occasion => ({
  unit: WARD,
  key: COMING_REVIEW,
  heldOn: '2026-12-18',
  plannedOn,
  invitedOn: '2026-12-10',
  concludedOn: '2026-12-21',
  entry: {
    kind: 'final-review',
    title: 'Hội nghị tổng kết công tác dân vận năm 2026',
    subjects: ['dan-van', 'qcdc'],
    place: 'Hội trường phường',
    chair: 'Bí thư Đảng ủy phường',
  },
  startsAt: '08:00',
  endedAt: '',
  secretary: 'Cán bộ Văn phòng Đảng ủy phường',
  contact: 'Văn phòng Đảng ủy phường',
  presenters: {
    opening: ['Cán bộ Văn phòng Đảng ủy phường'],
    report: ['Phó Bí thư Thường trực Đảng ủy phường'],
    thematic: ['Phó Chủ tịch Ủy ban nhân dân phường'],
    awards: ['Cán bộ Văn phòng Đảng ủy phường'],
    guidance: ['Đại diện lãnh đạo Ban Tuyên giáo và Dân vận Tỉnh ủy'],
  },
  report: null,
  dueOn: '2026-12-08',
  asked: [
    ['Ủy ban MTTQ Việt Nam phường', 'Kết quả giám sát, vận động Nhân dân năm 2026', null],
    ['Công an phường', 'Kết quả chương trình phối hợp năm 2026', null],
  ],
  speeches: [
    ['Hòa giải từ sớm ở tổ dân phố', 'Chi bộ TDP số 7', 'Bí thư Chi bộ', null],
    ['Phụ nữ phân loại rác tại nhà', 'Hội Liên hiệp Phụ nữ phường', 'Chủ tịch', null],
  ],
  nextTasks: ['Xây dựng chương trình công tác dân vận năm 2027'],
  hall: { rows: 6, seatsPerRow: 8, aisleAfter: 4 },
  guests: [
    ...guests('chair', [['Bí thư Đảng ủy phường', '']]),
    ...guests('leader', [
      ['Đại diện lãnh đạo Ban Tuyên giáo và Dân vận Tỉnh ủy', ''],
      ['Phó Bí thư Thường trực Đảng ủy phường', ''],
      ['Chủ tịch Ủy ban nhân dân phường', ''],
    ]),
    ...guests('delegate', [
      ['Chủ tịch', 'Hội Liên hiệp Phụ nữ phường'],
      ...oneOf('Đại diện lãnh đạo', BODIES),
      ...oneOf('Bí thư Chi bộ', VILLAGES),
    ]),
  ],
  absentEvery: 100,
  remarks: [],
  votes: null,
  conclusions: [],
  before: { 'ke-hoach': 44, 'cong-van': 118 },
  hasAwards: true,
})

type Incoming = {
  readonly on: string
  readonly kind: string
  readonly sender: string
  readonly number: string
  readonly senderOn: string
  readonly summary: string
  readonly post?: string
  readonly dueOn?: string
  readonly result?: string
}

const INCOMING: readonly Incoming[] = [
  {
    on: '2026-10-12',
    kind: 'thong-bao',
    sender: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    number: '97-TB/BTGDVTU',
    senderOn: '2026-10-09',
    summary: 'Kết luận Hội nghị giao ban công tác dân vận quý III năm 2026',
    post: 'Cán bộ tổng hợp phường',
    dueOn: '2026-10-16',
    result: 'Đã nhận việc được giao, lập dòng trong sổ nhiệm vụ.',
  },
  {
    on: '2026-11-10',
    kind: 'cong-van',
    sender: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    number: '188-CV/BTGDV',
    senderOn: '2026-11-06',
    summary: 'Về báo cáo tổng kết công tác dân vận năm 2026',
    post: 'Cán bộ tổng hợp phường',
    dueOn: '2026-11-25',
  },
  {
    on: '2026-11-16',
    kind: 'ke-hoach',
    sender: 'Ủy ban MTTQ Việt Nam tỉnh',
    number: '54/KH-MTTQ-BTT',
    senderOn: '2026-11-12',
    summary: 'Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư năm 2026',
    post: 'Chủ tịch Ủy ban MTTQ phường',
    dueOn: '2026-11-18',
  },
  {
    on: '2026-11-18',
    kind: 'giay-moi',
    sender: 'Ủy ban nhân dân tỉnh',
    number: '312/GM-UBND',
    senderOn: '2026-11-17',
    summary: 'Dự hội nghị đánh giá cải cách hành chính năm 2026',
  },
]

async function keepIncoming(stage: Stage): Promise<void> {
  const { world } = stage
  const actor = await officer(stage, WARD, 'compiler')
  for (const it of INCOMING) {
    const { id } = await receivePaper(world, actor, {
      commandId: newId(),
      unit: WARD,
      family: 'party',
      kind: it.kind,
      sender: it.sender,
      senderNumber: it.number,
      senderOn: it.senderOn,
      summary: it.summary,
      receivedOn: it.on,
      number: null,
    })
    const one = { commandId: newId(), unit: WARD, id }
    if (it.post !== undefined) await assignPaper(world, actor, { ...one, post: it.post, dueOn: it.dueOn ?? null })
    if (it.result !== undefined) await finishPaper(world, actor, { ...one, commandId: newId(), result: it.result })
  }
}

/** The nominations of November in a round; its proposal is written and not sent out. */
async function openYearsRound(stage: Stage, on: string): Promise<void> {
  const actor = await officer(stage, WARD, 'compiler')
  const { rows } = await listCandidates(stage.world, actor, { unit: WARD })
  const chosen = rows.filter(({ state }) => state === 'nominated')
  const { id } = await openAwards(stage, {
    unit: WARD,
    words: {
      title: 'Khen thưởng công tác dân vận năm 2026',
      subject: 'dan-van',
      year: 2026,
      family: 'state',
      proposer: 'Phòng Văn hóa - Xã hội phường',
      proposedTo: '',
      fund: 'quỹ thi đua, khen thưởng của phường',
      proposal: '',
      proposedOn: null,
      councilChair: 'Chủ tịch Hội đồng Thi đua - Khen thưởng phường',
      councilSecretary: 'Công chức Văn hóa - Xã hội',
      occasion: 'Hội nghị tổng kết công tác dân vận năm 2026',
      conferenceId: null,
    },
    lines: chosen.map(({ entryId }) => ({ entry: entryId, money: null })),
    reviewedOn: on,
    reviewer: 'Trưởng phòng Văn hóa - Xã hội phường',
  })
  await writePaper(stage.world, actor, { commandId: newId(), unit: WARD, round: id, role: 'to-trinh' })
}

const IN_DRAFT = ['chuong-trinh', 'giay-moi', 'danh-sach-dai-bieu', 'tham-luan', 'so-do-cho-ngoi'] as const

/** What the ward's office has on its table on the last day of its books. */
export async function playWardOffice(stage: Stage, on: string): Promise<void> {
  stage.say('Phường Duy Tiên: chuẩn bị hội nghị tổng kết, văn bản đến, đợt khen thưởng')
  const it = comingReview(on)
  await prepare(stage, it)
  await announce(stage, it)
  await draft(stage, it, IN_DRAFT)
  await keepIncoming(stage)
  await openYearsRound(stage, on)
}
