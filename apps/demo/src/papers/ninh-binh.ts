// The province of today: its briefing of the third quarter of 2026, a task shared out to three wards, and a form that all its communes may fill.
import { composePaper, drawPaper } from '@kheo/features/documents/index.ts'
import { askLater, giveTask, receiveShare } from '@kheo/features/tasks/share-actions.ts'
import { tasks } from '@kheo/features/registers/tasks/register.ts'
import { takeStep } from '@kheo/features/registers/steps.ts'
import { addTemplate } from '@kheo/features/templates/actions.ts'
import { v7 as newId } from 'uuid'
import { actorNamed, officer, setDay, type Stage } from '../stage.ts'
import { NINH_BINH, WARDS } from '../units.ts'
import { conclude, hold, inviteTo, planConference, tasksOf } from './conferences.ts'
import { NINH_BINH_BRIEFING } from './keys.ts'
import { guests, type Occasion, oneOf } from './occasion.ts'

const OFFICES = ['Ủy ban MTTQ Việt Nam tỉnh', 'Sở Nội vụ', 'Công an tỉnh', 'Bộ Chỉ huy Quân sự tỉnh', 'Tỉnh đoàn']
const POINTS = ['Điểm cầu phường Duy Tiên', 'Điểm cầu phường Duy Tân', 'Điểm cầu phường Duy Hà']

const FIRST = 'Đảng ủy phường Duy Tiên'

const BRIEFING: Omit<Occasion, 'guests'> = {
  unit: NINH_BINH,
  key: NINH_BINH_BRIEFING,
  heldOn: '2026-10-08',
  plannedOn: '2026-09-16',
  invitedOn: '2026-10-02',
  concludedOn: '2026-10-09',
  entry: {
    kind: 'briefing',
    title: 'Hội nghị giao ban công tác dân vận quý III năm 2026',
    subjects: ['dan-van', 'dvk'],
    place: 'Hội trường Ban Tuyên giáo và Dân vận Tỉnh ủy',
    chair: 'Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy',
  },
  startsAt: '08:00',
  endedAt: '10:30',
  secretary: 'Chánh Văn phòng Ban Tuyên giáo và Dân vận Tỉnh ủy',
  contact: 'Văn phòng Ban Tuyên giáo và Dân vận Tỉnh ủy',
  presenters: {
    opening: ['Chánh Văn phòng Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    report: ['Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    thematic: ['Trưởng phòng Dân vận'],
  },
  report: null,
  dueOn: '2026-09-30',
  asked: [['Sở Nội vụ', 'Kết quả dân vận chính quyền quý III năm 2026', '2026-09-29']],
  speeches: [['Giữ và nhân rộng mô hình sau khi sắp xếp đơn vị', FIRST, 'Phó Bí thư Thường trực', '2026-09-30']],
  nextTasks: ['Chuẩn bị tổng kết công tác dân vận, phong trào “Dân vận khéo” năm 2026'],
  hall: { rows: 4, seatsPerRow: 8, aisleAfter: 4 },
  absentEvery: 20,
  remarks: [
    {
      post: 'Phó Bí thư Thường trực',
      body: FIRST,
      words:
        'Nhiều mô hình đăng ký ở xã, phường cũ chưa rõ nơi theo dõi tiếp; đề nghị tỉnh hướng dẫn rà soát thống nhất',
    },
  ],
  votes: null,
  conclusions: [
    [
      'Rà soát mô hình “Dân vận khéo” của các xã, phường cũ, xác định mô hình giữ, gộp hoặc kết thúc',
      'Phòng Dân vận',
      '2026-12-10',
      'Đảng ủy các xã, phường',
      'Danh mục mô hình sau rà soát',
    ],
    [
      'Hướng dẫn báo cáo tổng kết công tác dân vận năm 2026',
      'Văn phòng Ban Tuyên giáo và Dân vận Tỉnh ủy',
      '2026-11-06',
      '',
      'Công văn hướng dẫn',
    ],
  ],
  before: { 'ke-hoach': 61, 'cong-van': 402, 'giay-moi': 55, 'chuong-trinh': 14, 'bien-ban': 17, 'thong-bao': 96 },
  hasAwards: false,
  points: POINTS,
}

function briefing(stage: Stage): Occasion {
  const committees = WARDS.map((unit) => {
    const title = stage.world.org().titleOf(unit, '2026-10-08' as never)
    return `Đảng ủy ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
  })
  return {
    ...BRIEFING,
    guests: [
      ...guests('chair', [['Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy', '']]),
      ...guests('leader', [
        ['Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy', ''],
        ['Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh', ''],
      ]),
      ...guests('delegate', oneOf('Đại diện lãnh đạo', OFFICES)),
      ...guests('delegate', oneOf('Phó Bí thư Thường trực', committees)).map((guest, at) => ({
        ...guest,
        point: at < POINTS.length ? at + 1 : null,
      })),
    ],
  }
}

const OWN_PART = 'Rà soát mô hình “Dân vận khéo” đã đăng ký trên địa bàn, gửi danh mục giữ, gộp, kết thúc'

/** One ward has begun, one asks for more time, one has not received it yet. */
async function shareOut(stage: Stage, task: string): Promise<void> {
  const { world } = stage
  const [first, second, third] = WARDS
  await setDay(stage, '2026-10-12')
  const shares = [first, second, third].map((unit) => ({ unit, content: OWN_PART, dueOn: '2026-11-30' }))
  const giver = await officer(stage, NINH_BINH, 'compiler')
  const { ids } = await giveTask(world, giver, { commandId: newId(), unit: NINH_BINH, id: task, shares })
  await setDay(stage, '2026-10-14')
  const own = await officer(stage, first, 'compiler')
  const received = { commandId: newId(), unit: first, id: ids[0] ?? '', lead: 'Khối dân vận phường' }
  const { entry } = await receiveShare(world, own, received)
  const other = await officer(stage, second, 'compiler')
  const asker = { unit: second, id: ids[1] ?? '' }
  await receiveShare(world, other, { ...asker, commandId: newId(), lead: 'Văn phòng Đảng ủy' })
  await setDay(stage, '2026-11-10')
  await takeStep(world, own, tasks, {
    commandId: newId(),
    unit: first,
    id: entry,
    kind: 'progressed',
    happenedOn: '2026-11-09',
    values: { percent: 60, progress: 'Đã rà soát 7/12 tổ dân phố.' },
    note: '',
  })
  await askLater(world, other, {
    ...asker,
    commandId: newId(),
    newDay: '2026-12-15',
    reason: 'Mô hình của ba xã cũ còn đang đối chiếu hồ sơ giấy.',
  })
}

const MARKS = { governingBody: 'ĐẢNG BỘ {CAP_TREN}', issuingBody: 'ĐẢNG ỦY {DON_VI}', place: '{don_vi}' } as const
const row = (...cells: readonly string[]) => ({ cells })

/** A list of models as the province wants it from every commune: its own paper, with marks where the communes' data go. */
async function addForm(stage: Stage): Promise<void> {
  const { world } = stage
  const { document, profile } = composePaper(world, {
    unit: WARDS[0],
    day: '2026-10-12' as never,
    number: null,
    paper: {
      family: 'party',
      kind: 'danh-sach',
      summary: 'mô hình “Dân vận khéo” từ ngày {tu_ngay} đến ngày {den_ngay}',
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Tổng số {so_dong} mô hình, gồm:' }] },
        {
          kind: 'table',
          columns: [
            { widthMm: 15, align: 'center' },
            { widthMm: 25, align: 'center' },
            { widthMm: 85, align: 'left' },
            { widthMm: 40, align: 'left' },
          ],
          headerRows: [[{ text: 'STT' }, { text: 'Đăng ký' }, { text: 'Tên mô hình' }, { text: 'Tình trạng' }]],
          rows: [row('{#dong}{stt}', '{ngay}', '{ten_goi}', '{trang_thai}{/dong}')],
        },
      ],
    },
  })
  const marked = { ...document, components: { ...document.components, ...MARKS } }
  const administrator = await actorNamed(stage, 'quantri')
  const form = { unit: NINH_BINH, title: 'Danh sách mô hình Dân vận khéo', source: 'register:so_mo_hinh' }
  const bytes = await drawPaper('docx', marked, profile)
  await addTemplate(world, administrator, { commandId: newId(), ...form }, bytes)
}

/** From the plan of the briefing in September 2026 to what the wards answered in November. */
export async function playProvinceBriefing(stage: Stage): Promise<void> {
  stage.say('Tỉnh Ninh Bình: giao ban quý III năm 2026, giao việc cho ba phường')
  const it = briefing(stage)
  await setDay(stage, it.plannedOn)
  await planConference(stage, it)
  await setDay(stage, it.invitedOn)
  await inviteTo(stage, it)
  await setDay(stage, it.heldOn)
  await hold(stage, it)
  await conclude(stage, it)
  await addForm(stage)
  const [first = ''] = await tasksOf(stage, it)
  await shareOut(stage, first)
}
