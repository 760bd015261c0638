// Tam Điệp, the afternoon of 02/7/2021: four subjects reviewed in one hall, and what the second half of the year is to bring.
import { communesOf, type Stage } from '../stage.ts'
import { TAM_DIEP } from '../units.ts'
import { TAM_DIEP_REVIEW } from './keys.ts'
import { type Followed, guests, oneOf } from './occasion.ts'

const OFFICES = [
  'Văn phòng Thành ủy',
  'Ban Tuyên giáo Thành ủy',
  'Ủy ban MTTQ Việt Nam thành phố',
  'Hội Liên hiệp Phụ nữ thành phố',
  'Hội Nông dân thành phố',
  'Hội Cựu chiến binh thành phố',
  'Thành đoàn',
  'Liên đoàn Lao động thành phố',
  'Công an thành phố',
]

function invited(stage: Stage) {
  const blocs = communesOf(stage, TAM_DIEP, '2021-07-02').map((unit) => {
    const title = stage.world.org().titleOf(unit, '2021-07-02' as never)
    return `Khối dân vận ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
  })
  return [
    ...guests('chair', [['Phó Bí thư Thường trực Thành ủy', '']]),
    ...guests('leader', [
      ['Trưởng Ban Dân vận Thành ủy', ''],
      ['Phó Chủ tịch Ủy ban nhân dân thành phố', ''],
      ['Chủ tịch Ủy ban MTTQ Việt Nam thành phố', ''],
      ['Chính trị viên Ban Chỉ huy Quân sự thành phố', ''],
    ]),
    ...guests('delegate', [
      ['Phó Trưởng Ban Dân vận Thành ủy', ''],
      ['Phó Chủ tịch', 'Hội Liên hiệp Phụ nữ thành phố'],
    ]),
    ...guests('delegate', [...oneOf('Đại diện lãnh đạo', OFFICES), ...oneOf('Trưởng khối', blocs)]),
    ...guests('press', [['Phóng viên', 'Trung tâm Văn hóa, Thể thao và Truyền thanh thành phố']]),
  ]
}

const REVIEW: Omit<Followed, 'guests'> = {
  unit: TAM_DIEP,
  key: TAM_DIEP_REVIEW,
  heldOn: '2021-07-02',
  plannedOn: '2021-06-10',
  invitedOn: '2021-06-28',
  concludedOn: '2021-07-05',
  entry: {
    kind: 'interim-review',
    title:
      'Hội nghị sơ kết công tác dân vận; việc thực hiện quy chế dân chủ ở cơ sở; phong trào thi đua “Dân vận khéo”; phối hợp vận động quần chúng bảo vệ Tổ quốc 6 tháng đầu năm 2021',
    subjects: ['dan-van', 'qcdc', 'dvk', 'coordination'],
    place: 'Phòng hội thảo Nhà văn hóa thành phố',
    chair: 'Phó Bí thư Thường trực Thành ủy',
  },
  startsAt: '14:00',
  endedAt: '16:50',
  secretary: 'Chuyên viên tổng hợp Ban Dân vận Thành ủy',
  contact: 'Ban Dân vận Thành ủy',
  presenters: {
    opening: ['Chuyên viên tổng hợp Ban Dân vận Thành ủy'],
    report: ['Trưởng Ban Dân vận Thành ủy'],
    thematic: [
      'Phó Trưởng Ban Dân vận Thành ủy',
      'Phó Trưởng Ban Dân vận Thành ủy',
      'Chính trị viên Ban Chỉ huy Quân sự thành phố',
    ],
  },
  report: {
    type: 'dan-van',
    period: '2021-H1',
    codes: ['TT05', 'TT06', 'AS01', 'AS02', 'TD01', 'GQ01', 'GQ02', 'GQ03'],
  },
  dueOn: '2021-06-23',
  asked: [
    ['Ủy ban MTTQ Việt Nam thành phố', 'Kết quả công tác Mặt trận 6 tháng đầu năm 2021', '2021-06-22'],
    ['Công an thành phố', 'Kết quả phối hợp vận động quần chúng bảo vệ Tổ quốc 6 tháng đầu năm 2021', '2021-06-23'],
  ],
  speeches: [
    ['Vận động Nhân dân bàn giao mặt bằng', 'Khối dân vận phường Nam Sơn', 'Trưởng khối', '2021-06-21'],
    ['Tuyên truyền bầu cử tới từng hộ', 'Khối dân vận xã Đông Sơn', 'Trưởng khối', '2021-06-22'],
    ['Phụ nữ tham gia phòng, chống dịch ở khu dân cư', 'Hội Liên hiệp Phụ nữ thành phố', 'Phó Chủ tịch', '2021-06-23'],
  ],
  nextTasks: [
    'Tham mưu chỉ đạo đại hội các hội quần chúng của thành phố',
    'Rà soát mô hình “Dân vận khéo” và các chương trình phối hợp đã ký',
    'Kiểm tra việc thực hiện quy chế dân chủ ở cơ sở; khảo sát các khối dân vận',
  ],
  hall: { rows: 5, seatsPerRow: 8, aisleAfter: 4 },
  absentEvery: 12,
  remarks: [
    {
      post: 'Phó Chủ tịch Ủy ban nhân dân thành phố',
      body: '',
      words: 'Các phường, xã rà lại từng đơn kiến nghị còn đang xem xét, báo rõ thời hạn giải quyết',
    },
    {
      post: 'Trưởng khối',
      body: 'Khối dân vận xã Quang Sơn',
      words: 'Cán bộ khối phần lớn kiêm nhiệm, đề nghị thành phố mở lớp bồi dưỡng nghiệp vụ trong năm',
    },
  ],
  votes: { agreed: 24, against: 0, abstained: 0 },
  conclusions: [
    [
      'Rà soát các mô hình, điển hình “Dân vận khéo” và các chương trình phối hợp đã ký kết',
      'Ban Dân vận Thành ủy',
      '2021-09-30',
      'Khối dân vận các xã, phường',
      'Báo cáo rà soát',
    ],
    [
      'Tổ chức 01 lớp bồi dưỡng nghiệp vụ cho cán bộ chuyên trách công tác dân vận',
      'Ban Dân vận Thành ủy',
      '2021-10-29',
      'Trung tâm Chính trị thành phố',
      'Lớp bồi dưỡng',
    ],
    [
      'Khảo sát, đánh giá công tác tham mưu của khối dân vận các xã, phường',
      'Ban Dân vận Thành ủy',
      '2021-11-15',
      'Ban Tổ chức Thành ủy',
      'Báo cáo khảo sát',
    ],
    [
      'Kiểm tra việc thực hiện quy chế dân chủ ở cơ sở năm 2021 theo kế hoạch',
      'Ban Chỉ đạo thực hiện QCDC thành phố',
      '2021-11-30',
      'Ủy ban MTTQ Việt Nam thành phố',
      'Thông báo kết quả kiểm tra',
    ],
    [
      'Theo dõi, tham mưu chỉ đạo đại hội Hội Liên hiệp Phụ nữ và các hội quần chúng của thành phố',
      'Ban Dân vận Thành ủy',
      '2021-12-15',
      'Các hội quần chúng thành phố',
      '',
    ],
  ],
  before: { 'ke-hoach': 21, 'cong-van': 87, 'giay-moi': 14, 'chuong-trinh': 5, 'bien-ban': 8, 'thong-bao': 33 },
  hasAwards: false,
  followUp: {
    on: '2022-01-12',
    kind: 'final-review',
    title: 'Hội nghị tổng kết công tác dân vận năm 2021',
    results: [
      [['done', '2021-09-28', { result: 'Đã rà soát, báo cáo Ban Thường vụ Thành ủy.' }]],
      [
        ['extended', '2021-10-20', { newDueBy: '2021-12-10', reason: 'Tạm dừng tập trung đông người' }],
        ['done', '2021-12-08', { result: 'Đã mở 01 lớp.' }],
      ],
      [['done', '2021-11-24', { result: 'Khảo sát 09/9 khối dân vận.' }]],
      [['done', '2021-11-26', { result: 'Đã kiểm tra theo kế hoạch.' }]],
      [['progressed', '2021-12-20', { percent: 80, progress: 'Còn một hội chuyển sang quý I năm 2022.' }]],
    ],
  },
}

export const tamDiepReview = (stage: Stage): Followed => ({ ...REVIEW, guests: invited(stage) })
