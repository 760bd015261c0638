// Duy Tiên, 16/01/2020: the review of 2019 in mobilisation work, religion and grassroots democracy, with five papers from below.
import { communesOf, type Stage } from '../stage.ts'
import { DUY_TIEN } from '../units.ts'
import { DUY_TIEN_REVIEW } from './keys.ts'
import { type Followed, guests, oneOf } from './occasion.ts'

const OFFICES = [
  'Văn phòng Thị ủy',
  'Ban Tuyên giáo Thị ủy',
  'Ủy ban MTTQ Việt Nam thị xã',
  'Hội Liên hiệp Phụ nữ thị xã',
  'Hội Nông dân thị xã',
  'Hội Cựu chiến binh thị xã',
  'Phòng Nội vụ thị xã',
  'Công an thị xã',
  'Ban Chỉ huy Quân sự thị xã',
]

function invited(stage: Stage) {
  const { titleOf } = stage.world.org()
  const committees = communesOf(stage, DUY_TIEN, '2020-01-16').map((unit) => {
    const title = titleOf(unit, '2020-01-16' as never)
    return `Đảng ủy ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
  })
  return [
    ...guests('chair', [['Trưởng Ban Dân vận Thị ủy', '']]),
    ...guests('leader', [
      ['Phó Trưởng Ban Dân vận Tỉnh ủy', ''],
      ['Phó Bí thư Thường trực Thị ủy', ''],
      ['Phó Chủ tịch Ủy ban nhân dân thị xã', ''],
    ]),
    ...guests('delegate', [
      ['Phó Trưởng Ban Dân vận Thị ủy', ''],
      ['Chủ tịch', 'Hội Nông dân thị xã'],
    ]),
    ...guests('delegate', [...oneOf('Đại diện lãnh đạo', OFFICES), ...oneOf('Phó Bí thư Thường trực', committees)]),
    ...guests('press', [['Phóng viên', 'Trung tâm Văn hóa - Thông tin thị xã']]),
  ]
}

const REVIEW: Omit<Followed, 'guests'> = {
  unit: DUY_TIEN,
  key: DUY_TIEN_REVIEW,
  heldOn: '2020-01-16',
  plannedOn: '2020-01-02',
  invitedOn: '2020-01-09',
  concludedOn: '2020-01-17',
  entry: {
    kind: 'final-review',
    title: 'Hội nghị tổng kết công tác dân vận, tôn giáo, thực hiện quy chế dân chủ ở cơ sở năm 2019',
    subjects: ['dan-van', 'qcdc'],
    place: 'Hội trường Thị ủy Duy Tiên',
    chair: 'Trưởng Ban Dân vận Thị ủy',
  },
  startsAt: '08:00',
  endedAt: '11:15',
  secretary: 'Chuyên viên tổng hợp Ban Dân vận Thị ủy',
  contact: 'Ban Dân vận Thị ủy',
  presenters: {
    opening: ['Chuyên viên tổng hợp Ban Dân vận Thị ủy'],
    report: ['Phó Trưởng Ban Dân vận Thị ủy'],
    thematic: ['Phó Trưởng Ban Dân vận Thị ủy'],
    guidance: ['Phó Trưởng Ban Dân vận Tỉnh ủy'],
  },
  report: { type: 'dan-van', period: '2019', codes: ['MH01', 'MH04', 'MH05', 'CQ10'] },
  dueOn: '2020-01-10',
  asked: [
    ['Ủy ban MTTQ Việt Nam thị xã', 'Kết quả vận động Nhân dân, giám sát và phản biện xã hội năm 2019', '2020-01-09'],
    [
      'Phòng Nội vụ thị xã',
      'Kết quả cải cách hành chính, thực hiện quy chế dân chủ trong cơ quan năm 2019',
      '2020-01-10',
    ],
  ],
  speeches: [
    [
      'Cấp ủy lãnh đạo xây dựng chính quyền thân thiện',
      'Đảng ủy phường Hòa Mạc',
      'Phó Bí thư Thường trực',
      '2020-01-08',
    ],
    ['Chính quyền thân thiện, nông thôn mới kiểu mẫu', 'Đảng ủy xã Mộc Bắc', 'Phó Bí thư Thường trực', '2020-01-08'],
    ['Dân vận khéo trong phát triển kinh tế hộ', 'Hội Nông dân thị xã', 'Chủ tịch', '2020-01-09'],
    ['Bàn với dân trước khi làm đường thôn', 'Đảng ủy xã Chuyên Ngoại', 'Phó Bí thư Thường trực', '2020-01-10'],
    ['Công khai đóng góp ở tổ dân phố', 'Đảng ủy phường Đồng Văn', 'Phó Bí thư Thường trực', '2020-01-10'],
  ],
  nextTasks: [
    'Tuyên truyền, triển khai năm dân vận chính quyền 2020',
    'Tham mưu công tác dân vận trong thời gian đại hội đảng các cấp',
    'Nâng chất lượng thực hiện quy chế dân chủ gắn với nhiệm vụ của từng cơ quan, đơn vị',
  ],
  hall: { rows: 6, seatsPerRow: 8, aisleAfter: 4 },
  absentEvery: 11,
  remarks: [
    {
      post: 'Phó Trưởng Ban Dân vận Tỉnh ủy',
      body: '',
      words:
        'Đánh giá cao phong trào thi đua năm 2019; đề nghị bám sát chủ đề năm 2020, kiểm tra việc giữ và nhân rộng các mô hình đã đăng ký',
    },
    {
      post: 'Đại diện lãnh đạo',
      body: 'Công an thị xã',
      words:
        'Tình hình an ninh trật tự, sinh hoạt tôn giáo ổn định; đề nghị các phường, xã thông tin sớm việc mới phát sinh',
    },
  ],
  votes: null,
  conclusions: [
    [
      'Xây dựng kế hoạch thực hiện năm dân vận chính quyền 2020',
      'Ban Dân vận Thị ủy',
      '2020-02-28',
      'Phòng Nội vụ thị xã',
      'Kế hoạch của Ban Thường vụ Thị ủy',
    ],
    [
      'Quán triệt Nghị quyết số 25-NQ/TW, Quyết định số 290-QĐ/TW tới cấp ủy các phường, xã',
      'Ban Dân vận Thị ủy',
      '2020-03-31',
      'Ban Tuyên giáo Thị ủy',
      '',
    ],
    [
      'Rà soát 60 mô hình “Dân vận khéo”, chọn mô hình nhân rộng trong năm 2020',
      'Ban Dân vận Thị ủy',
      '2020-04-30',
      'Khối dân vận các phường, xã',
      'Danh mục mô hình nhân rộng',
    ],
    [
      'Tham mưu công tác dân vận phục vụ đại hội đảng các cấp',
      'Ban Dân vận Thị ủy',
      '2020-06-15',
      'Văn phòng Thị ủy',
      '',
    ],
    [
      'Kiểm tra mô hình “Chính quyền thân thiện, vì Nhân dân phục vụ” tại phường Hòa Mạc và xã Mộc Bắc',
      'Ban Chỉ đạo thực hiện QCDC thị xã',
      '2020-06-30',
      'Ủy ban MTTQ Việt Nam thị xã',
      'Báo cáo kết quả kiểm tra',
    ],
  ],
  before: {},
  hasAwards: false,
  followUp: {
    on: '2020-07-09',
    kind: 'interim-review',
    title: 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2020',
    results: [
      [['done', '2020-02-25', { result: 'Kế hoạch đã ban hành, gửi tới các phường, xã.' }]],
      [['done', '2020-03-27', { result: 'Phát tài liệu và hướng dẫn sinh hoạt chi bộ do hạn chế họp đông người.' }]],
      [['done', '2020-05-20', { result: 'Chọn 12 mô hình nhân rộng.' }]],
      [['done', '2020-06-12', { result: 'Đã phục vụ đại hội cơ sở.' }]],
      [
        [
          'progressed',
          '2020-07-03',
          { percent: 50, progress: 'Đã kiểm tra phường Hòa Mạc; xã Mộc Bắc làm trong tháng 7.' },
        ],
      ],
    ],
  },
}

export const duyTienReview = (stage: Stage): Followed => ({ ...REVIEW, guests: invited(stage) })
