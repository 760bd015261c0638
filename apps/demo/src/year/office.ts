// The office's own books in phường Duy Tiên in 2026: programmes, directives, conferences and the tasks they set.
import { conferences } from '@kheo/features/registers/conferences/register.ts'
import { directives } from '@kheo/features/registers/directives/register.ts'
import { programmes } from '@kheo/features/registers/programmes/register.ts'
import { tasks } from '@kheo/features/registers/tasks/register.ts'
import type { FormOf } from '@kheo/kit/register/declare.ts'
import { book, idOf, type RowIn, type StepRow } from '../books.ts'
import { conferenceRow } from '../rows.ts'
import { DUY_TIEN } from '../units.ts'

const POLICE_PROGRAMME = 'duy-tien/phoi-hop/cong-an'
const done = (on: string, tasksDone: number): StepRow => ['tasks-done', on, { tasksDone }]

const programmeRows: readonly RowIn<typeof programmes>[] = [
  {
    on: '2025-08-28',
    key: POLICE_PROGRAMME,
    values: {
      name: 'Phối hợp dân vận, giữ gìn an ninh trật tự giai đoạn 2025–2030',
      parties: 'Đảng ủy phường; Công an phường',
      partners: ['armed-forces'],
      lead: 'Khối dân vận phường',
      endsOn: '2030-12-31',
      tasks: 8,
    },
    steps: [
      ['reviewed', '2025-12-25', { scope: 'yearly', reviewAgainOn: '2026-06-30' }],
      done('2026-03-20', 2),
      ['labour-days', '2026-05-16', { labourDays: 36 }],
      done('2026-06-19', 2),
      ['reviewed', '2026-06-24', { scope: 'interim', reviewAgainOn: '2026-12-25' }],
      done('2026-10-15', 2),
    ],
  },
  {
    on: '2025-09-10',
    values: {
      name: 'Phối hợp dân vận, quốc phòng địa phương giai đoạn 2025–2030',
      parties: 'Đảng ủy phường; Ban Chỉ huy Quân sự phường',
      partners: ['armed-forces'],
      lead: 'Ban Chỉ huy Quân sự phường',
      endsOn: '2030-12-31',
      nextReviewOn: '2026-12-22',
      tasks: 6,
    },
    steps: [
      done('2026-04-15', 2),
      ['labour-days', '2026-06-08', { labourDays: 120, result: 'Giúp Nhân dân thu hoạch lúa xuân.' }],
      ['labour-days', '2026-09-14', { labourDays: 84.5, result: 'Khắc phục hậu quả mưa bão.' }],
      done('2026-09-15', 1),
    ],
  },
  {
    on: '2025-10-02',
    values: {
      name: 'Phối hợp thực hiện quy chế dân chủ ở cơ sở',
      parties: 'Ủy ban nhân dân phường; Ủy ban MTTQ phường',
      partners: ['front', 'government'],
      lead: 'Ủy ban MTTQ phường',
      nextReviewOn: '2026-10-30',
      tasks: 10,
    },
    steps: [done('2026-05-29', 4), done('2026-08-31', 2)],
  },
  {
    on: '2025-07-01',
    values: {
      name: 'Phối hợp dân vận với cơ quan quân sự thị xã, tiếp nhận từ đơn vị cũ',
      parties: 'Các đảng ủy xã, phường cũ; cơ quan quân sự thị xã Duy Tiên',
      partyUnit: DUY_TIEN,
      partners: ['armed-forces'],
      endsOn: '2026-12-31',
      tasks: 4,
      remark: 'Bên ký cấp huyện đã kết thúc hoạt động; cần ký lại với đơn vị kế tục hoặc kết thúc.',
    },
  },
  {
    on: '2025-07-01',
    values: {
      name: 'Phối hợp tuyên truyền an toàn giao thông, tiếp nhận từ đơn vị cũ',
      parties: 'Các đảng ủy xã, phường cũ; công an thị xã Duy Tiên',
      partyUnit: DUY_TIEN,
      partners: ['armed-forces'],
      tasks: 3,
    },
    steps: [['ended', '2026-02-27', { reason: 'party-ended', paper: 'Văn bản số 19-CV/ĐU ngày 27/02/2026' }]],
  },
]

const PROVINCE_DIRECTIVE = 'duy-tien/van-ban/chi-thi'
type Directive = FormOf<typeof directives>
type DirectiveTurn = readonly [
  on: string,
  paper: string,
  kind: Directive['kind'],
  level: Directive['level'],
  abstract: string,
  subject: Directive['subject'],
  more: Partial<Directive>,
  steps: readonly StepRow[],
]

const DIRECTIVES: readonly DirectiveTurn[] = [
  [
    '2026-01-05',
    'Nghị quyết số 08-NQ/ĐU ngày 05/01/2026',
    'resolution',
    'commune',
    'Về công tác dân vận năm 2026',
    'dan-van',
    { lead: 'Khối dân vận phường' },
    [
      ['deployed', '2026-01-15'],
      ['closed', '2026-07-20', { result: 'Chuyển thành nhiệm vụ thường xuyên.' }],
    ],
  ],
  [
    '2026-01-20',
    'Chỉ thị số 04-CT/TU ngày 12/01/2026',
    'directive',
    'province',
    'Về tăng cường công tác dân vận trong cơ quan nhà nước',
    'dvcq',
    { deployBy: '2026-02-20', isReviewed: true },
    [
      ['deployed', '2026-02-12', { manner: 'Kế hoạch và hội nghị quán triệt' }],
      ['reviewed', '2026-07-10'],
    ],
  ],
  [
    '2026-02-02',
    'Hướng dẫn số 11-HD/BTGDV ngày 26/01/2026',
    'guidance',
    'province',
    'Về phong trào thi đua “Dân vận khéo” năm 2026',
    'dvk',
    {},
    [['deployed', '2026-02-25']],
  ],
  [
    '2026-03-05',
    'Kế hoạch số 15-KH/TU ngày 27/02/2026',
    'plan',
    'province',
    'Về kiểm tra thực hiện quy chế dân chủ ở cơ sở',
    'qcdc',
    { isReviewed: true, reviewBy: '2026-11-24' },
    [['deployed', '2026-03-20']],
  ],
  [
    '2026-04-10',
    'Kết luận số 31-KL/TU ngày 03/4/2026',
    'conclusion',
    'province',
    'Về tiếp công dân, giải quyết đơn thư',
    'reception',
    { isReviewed: true, reviewBy: '2026-10-31' },
    [['deployed', '2026-04-28']],
  ],
  [
    '2026-06-02',
    'Quyết định số 212-QĐ/TU ngày 25/5/2026',
    'decision',
    'province',
    'Về quy chế phối hợp công tác dân vận',
    'dan-van',
    {},
    [
      ['deployed', '2026-06-22'],
      ['replaced', '2026-09-15', { newPaper: 'Quyết định số 260-QĐ/TU ngày 08/9/2026' }],
    ],
  ],
  [
    '2026-09-15',
    'Quyết định số 260-QĐ/TU ngày 08/9/2026',
    'decision',
    'province',
    'Về quy chế phối hợp công tác dân vận, thay thế',
    'dan-van',
    { deployBy: '2026-10-15' },
    [['deployed', '2026-10-12']],
  ],
  [
    '2026-11-10',
    'Công văn số 188-CV/BTGDV ngày 06/11/2026',
    'letter',
    'province',
    'Về báo cáo tổng kết công tác dân vận năm 2026',
    'dan-van',
    { deployBy: '2026-11-25' },
    [],
  ],
]

const directiveRows = DIRECTIVES.map(
  ([on, paper, kind, level, abstract, subject, more, steps]): RowIn<typeof directives> => ({
    on,
    ...(kind === 'directive' ? { key: PROVINCE_DIRECTIVE } : {}),
    steps,
    values: { paper, kind, level, abstract, subject, ...more },
  }),
)

const conferenceKey = (name: string): string => `duy-tien/hoi-nghi/${name}`
const CHAIR = { chair: 'Bí thư Đảng ủy phường', place: 'Hội trường phường' } as const

const conferenceRows: readonly RowIn<typeof conferences>[] = [
  conferenceRow('2026-01-15', 'final-review', 'Hội nghị tổng kết QCDC năm 2025, triển khai năm 2026', {
    ...CHAIR,
    subjects: ['qcdc', 'dvk'],
    delegates: 76,
    notice: ['Thông báo số 05-TB/ĐU ngày 16/01/2026', '2026-01-16'],
    key: conferenceKey('2025'),
  }),
  conferenceRow('2026-04-03', 'briefing', 'Hội nghị giao ban công tác dân vận quý I', {
    ...CHAIR,
    delegates: 41,
    notice: ['Thông báo số 21-TB/ĐU ngày 04/4/2026', '2026-04-04'],
    key: conferenceKey('quy-1'),
  }),
  conferenceRow('2026-07-03', 'interim-review', 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm', {
    ...CHAIR,
    subjects: ['dan-van', 'qcdc', 'dvk', 'coordination'],
    delegates: 84,
    notice: ['Thông báo số 37-TB/ĐU ngày 04/7/2026', '2026-07-04'],
    key: conferenceKey('6-thang'),
  }),
  conferenceRow('2026-10-06', 'briefing', 'Hội nghị giao ban công tác dân vận quý III', {
    ...CHAIR,
    delegates: 39,
    notice: ['Thông báo số 51-TB/ĐU ngày 09/10/2026', '2026-10-09'],
    key: conferenceKey('quy-3'),
  }),
  conferenceRow('2026-11-12', 'thematic', 'Hội nghị chuyên đề nhân rộng mô hình Dân vận khéo', {
    ...CHAIR,
    subjects: ['dvk'],
    delegates: 58,
  }),
  {
    on: '2026-12-18',
    key: conferenceKey('2026'),
    noted: '2026-11-10',
    values: {
      kind: 'final-review',
      title: 'Hội nghị tổng kết công tác dân vận năm 2026',
      subjects: ['dan-van', 'qcdc'],
      ...CHAIR,
      invited: 90,
    },
  },
]

type TaskTurn = readonly [
  on: string,
  conference: string,
  content: string,
  lead: string,
  dueBy: string,
  steps: readonly StepRow[],
]
const finished = (on: string): StepRow => ['done', on]

const TASKS: readonly TaskTurn[] = [
  [
    '2026-01-16',
    '2025',
    'Ban hành kế hoạch kiểm tra QCDC năm 2026',
    'Ban Chỉ đạo QCDC',
    '2026-01-30',
    [finished('2026-01-28')],
  ],
  [
    '2026-01-16',
    '2025',
    'Rà soát, kiện toàn các tổ hòa giải',
    'Công chức Tư pháp',
    '2026-02-27',
    [finished('2026-03-06')],
  ],
  [
    '2026-04-04',
    'quy-1',
    'Đẩy nhanh thủ tục công trình đường trục TDP số 4',
    'Ủy ban nhân dân phường',
    '2026-04-30',
    [finished('2026-04-24')],
  ],
  [
    '2026-04-04',
    'quy-1',
    'Lập danh sách tổ dân phố cần sửa quy ước',
    'Công chức Tư pháp',
    '2026-05-15',
    [['extended', '2026-05-12', { newDueBy: '2026-06-15', reason: 'Chờ hướng dẫn của tỉnh' }], finished('2026-06-10')],
  ],
  [
    '2026-04-04',
    'quy-1',
    'Công khai kết quả tiếp thu ý kiến sau đối thoại',
    'Văn phòng',
    '2026-05-29',
    [finished('2026-05-28')],
  ],
  [
    '2026-04-04',
    'quy-1',
    'Xây dựng quy chế tiếp công dân của phường',
    'Văn phòng',
    '2026-07-31',
    [['progressed', '2026-06-12', { percent: 60 }], finished('2026-08-07')],
  ],
  [
    '2026-07-04',
    '6-thang',
    'Hoàn thành kè kênh tiêu TDP số 2 trước mùa bão',
    'Ủy ban nhân dân phường',
    '2026-08-20',
    [finished('2026-08-18')],
  ],
  [
    '2026-07-04',
    '6-thang',
    'Khảo sát mức hài lòng tại bộ phận một cửa',
    'Trung tâm Phục vụ hành chính công',
    '2026-10-15',
    [['progressed', '2026-09-30', { percent: 45, progress: 'Đã in phiếu, chưa phát đủ.' }]],
  ],
  [
    '2026-07-04',
    '6-thang',
    'Chuẩn bị bầu Ban Thanh tra nhân dân nhiệm kỳ mới',
    'Ủy ban MTTQ phường',
    '2026-12-05',
    [['progressed', '2026-11-09', { percent: 50 }]],
  ],
  [
    '2026-10-09',
    'quy-3',
    'Tổng hợp ý kiến về sắp xếp tổ dân phố',
    'Văn phòng',
    '2026-11-10',
    [['extended', '2026-11-06', { newDueBy: '2026-12-04', reason: 'Số ý kiến nhiều, cần giải trình đủ' }]],
  ],
  [
    '2026-10-09',
    'quy-3',
    'Ký lại chương trình phối hợp với đơn vị quân sự kế tục',
    'Khối dân vận phường',
    '2026-11-13',
    [],
  ],
  [
    '2026-10-09',
    'quy-3',
    'Tổ chức hội thi hòa giải viên giỏi',
    'Công chức Tư pháp',
    '2026-11-20',
    [['cancelled', '2026-10-26', { reason: 'Chuyển sang năm 2027 theo kế hoạch của tỉnh' }]],
  ],
]

const taskRows: readonly RowIn<typeof tasks>[] = [
  ...TASKS.map(
    ([on, conference, content, lead, dueBy, steps]): RowIn<typeof tasks> => ({
      on,
      steps,
      values: { content, origin: 'conference', conference: idOf(conferenceKey(conference)), lead, dueBy },
    }),
  ),
  {
    on: '2026-02-12',
    values: {
      content: 'Niêm yết quy tắc ứng xử của người giải quyết việc của dân',
      origin: 'directive',
      directive: idOf(PROVINCE_DIRECTIVE),
      lead: 'Văn phòng',
      dueBy: '2026-03-15',
    },
    steps: [finished('2026-03-12')],
  },
  {
    on: '2026-11-12',
    values: {
      content: 'Tuần tra chung ở khu nhà trọ dịp cuối năm',
      origin: 'programme',
      programme: idOf(POLICE_PROGRAMME),
      lead: 'Công an phường',
      helpers: 'Tổ dân vận các tổ dân phố',
      dueBy: '2026-12-31',
    },
  },
]

/** Tasks come last: they point at conferences, directives and programmes. */
export const officeBooks = [
  book(programmes, programmeRows),
  book(directives, directiveRows),
  book(conferences, conferenceRows),
  book(tasks, taskRows),
]
