// The province and the district whose names are not known: a quarterly briefing in 2017, and the review of 2019 with its certificates.
import { communesOf, type Stage } from '../stage.ts'
import { UNNAMED_DISTRICT, UNNAMED_PROVINCE } from '../units.ts'
import { DISTRICT_REVIEW, PROVINCE_BRIEFING } from './keys.ts'
import { type Followed, guests, oneOf } from './occasion.ts'

const PROVINCE_OFFICES = [
  'Ủy ban MTTQ Việt Nam tỉnh',
  'Sở Nội vụ',
  'Ban Dân tộc tỉnh',
  'Bộ Chỉ huy Quân sự tỉnh',
  'Công an tỉnh',
  'Hội Nông dân tỉnh',
  'Hội Liên hiệp Phụ nữ tỉnh',
  'Tỉnh đoàn',
  'Liên đoàn Lao động tỉnh',
]

const provinceGuests = [
  ...guests('chair', [['Trưởng Ban Dân vận Tỉnh ủy', '']]),
  ...guests('leader', [
    ['Phó Trưởng Ban Dân vận Tỉnh ủy', ''],
    ['Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh', ''],
  ]),
  ...guests('delegate', [
    ...oneOf('Đại diện lãnh đạo', PROVINCE_OFFICES),
    ['Trưởng Ban Dân vận', 'Huyện ủy (chưa rõ tên)'],
    ['Trưởng phòng', 'Phòng Dân vận các cơ quan nhà nước'],
    ['Trưởng phòng', 'Phòng Đoàn thể và các hội'],
  ]),
]

export const provinceBriefing: Followed = {
  unit: UNNAMED_PROVINCE,
  key: PROVINCE_BRIEFING,
  heldOn: '2017-10-17',
  plannedOn: '2017-09-25',
  invitedOn: '2017-10-10',
  concludedOn: '2017-10-18',
  entry: {
    kind: 'briefing',
    title: 'Hội nghị giao ban công tác dân vận quý III năm 2017',
    subjects: ['dan-van'],
    place: 'Hội trường Ban Dân vận Tỉnh ủy',
    chair: 'Trưởng Ban Dân vận Tỉnh ủy',
  },
  startsAt: '08:00',
  endedAt: '10:45',
  secretary: 'Chánh Văn phòng Ban Dân vận Tỉnh ủy',
  contact: 'Văn phòng Ban Dân vận Tỉnh ủy',
  presenters: {
    opening: ['Chánh Văn phòng Ban Dân vận Tỉnh ủy'],
    report: ['Phó Trưởng Ban Dân vận Tỉnh ủy'],
  },
  report: { type: 'dan-van', period: '2017-Q3', codes: ['HN01'] },
  dueOn: '2017-10-06',
  asked: [
    ['Sở Nội vụ', 'Kết quả thực hiện Chỉ thị số 13-CT/TU trong cơ quan hành chính', '2017-10-05'],
    ['Bộ Chỉ huy Quân sự tỉnh', 'Kết quả các chương trình phối hợp đã ký', '2017-10-06'],
    ['Công an tỉnh', 'Kết quả các chương trình phối hợp đã ký', null],
  ],
  speeches: [
    ['Giám sát, phản biện xã hội ở cơ sở', 'Ủy ban MTTQ Việt Nam tỉnh', 'Đại diện lãnh đạo', '2017-10-05'],
    ['Đối thoại với người dân ở huyện', 'Huyện ủy (chưa rõ tên)', 'Trưởng Ban Dân vận', '2017-10-06'],
  ],
  nextTasks: [
    'Triển khai các phong trào thi đua yêu nước gắn với “Dân vận khéo”',
    'Tham mưu cấp ủy, phối hợp với chính quyền hoàn thành chỉ tiêu năm 2017',
  ],
  hall: { rows: 3, seatsPerRow: 8, aisleAfter: 4 },
  guests: provinceGuests,
  absentEvery: 9,
  remarks: [
    {
      post: 'Đại diện lãnh đạo',
      body: 'Sở Nội vụ',
      words: 'Chỉ thị số 13-CT/TU đã được triển khai tới các sở, ngành; một số nơi chưa phân công người theo dõi',
    },
  ],
  votes: null,
  conclusions: [
    [
      'Hướng dẫn các huyện tổng kết phong trào thi đua “Dân vận khéo” năm 2017',
      'Phòng Đoàn thể và các hội',
      '2017-11-15',
      '',
      'Hướng dẫn',
    ],
    [
      'Rà soát các chương trình phối hợp đã ký với lực lượng vũ trang',
      'Văn phòng Ban Dân vận Tỉnh ủy',
      '2017-11-30',
      'Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh',
      'Báo cáo rà soát',
    ],
    [
      'Đôn đốc thực hiện Chỉ thị số 13-CT/TU về công tác dân vận trong cơ quan hành chính nhà nước, chính quyền các cấp',
      'Phòng Dân vận các cơ quan nhà nước',
      '2017-12-15',
      'Sở Nội vụ',
      'Báo cáo kết quả',
    ],
    [
      'Tham mưu nội dung giám sát, phản biện xã hội năm 2018',
      'Ủy ban MTTQ Việt Nam tỉnh',
      '2017-12-20',
      'Các đoàn thể chính trị - xã hội tỉnh',
      'Dự thảo kế hoạch',
    ],
  ],
  before: { 'ke-hoach': 32, 'cong-van': 160, 'giay-moi': 27, 'chuong-trinh': 6, 'bien-ban': 11, 'thong-bao': 48 },
  hasAwards: false,
  followUp: {
    on: '2018-01-16',
    kind: 'briefing',
    title: 'Hội nghị giao ban công tác dân vận quý IV năm 2017',
    results: [
      [['done', '2017-11-14', { result: 'Đã gửi hướng dẫn.' }]],
      [['done', '2017-12-12', { result: 'Đã rà soát, đề xuất ký lại 02 chương trình.' }]],
      [['done', '2017-12-14', { result: 'Đã báo cáo Thường trực Tỉnh ủy.' }]],
      [['progressed', '2018-01-05', { percent: 60, progress: 'Đang lấy ý kiến dự thảo.' }]],
    ],
  },
}

const DISTRICT_OFFICES = [
  'Văn phòng Huyện ủy',
  'Ban Tuyên giáo Huyện ủy',
  'Ủy ban MTTQ Việt Nam huyện',
  'Hội Nông dân huyện',
  'Hội Liên hiệp Phụ nữ huyện',
  'Phòng Nội vụ huyện',
  'Thanh tra huyện',
  'Liên đoàn Lao động huyện',
]

function districtGuests(stage: Stage, winners: readonly string[]) {
  const committees = communesOf(stage, UNNAMED_DISTRICT, '2019-12-31').map((unit) => {
    const title = stage.world.org().titleOf(unit, '2020-01-03' as never)
    return `Đảng ủy ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
  })
  return [
    ...guests('chair', [['Phó Bí thư Thường trực Huyện ủy', '']]),
    ...guests('leader', [
      ['Phó Chủ tịch Ủy ban nhân dân huyện', ''],
      ['Trưởng Ban Dân vận Huyện ủy', ''],
    ]),
    ...guests('delegate', [
      ['Phó Trưởng Ban Dân vận Huyện ủy', ''],
      ...oneOf('Thành viên Ban Chỉ đạo', DISTRICT_OFFICES),
      ...oneOf('Phó Bí thư Thường trực', committees),
    ]),
    ...guests('award', oneOf('Đại diện', winners)),
  ]
}

const REVIEW: Omit<Followed, 'guests'> = {
  unit: UNNAMED_DISTRICT,
  key: DISTRICT_REVIEW,
  heldOn: '2020-01-03',
  plannedOn: '2019-12-13',
  invitedOn: '2019-12-30',
  concludedOn: '2020-01-06',
  entry: {
    kind: 'final-review',
    title: 'Hội nghị tổng kết việc thực hiện quy chế dân chủ ở cơ sở và phong trào thi đua “Dân vận khéo” năm 2019',
    subjects: ['qcdc', 'dvk'],
    place: 'Hội trường Huyện ủy',
    chair: 'Phó Bí thư Thường trực Huyện ủy, Trưởng Ban Chỉ đạo thực hiện QCDC huyện',
  },
  startsAt: '13:30',
  endedAt: '16:30',
  secretary: 'Chuyên viên tổng hợp Ban Dân vận Huyện ủy',
  contact: 'Ban Dân vận Huyện ủy',
  presenters: {
    opening: ['Chuyên viên tổng hợp Ban Dân vận Huyện ủy'],
    report: ['Trưởng Ban Dân vận Huyện ủy'],
    thematic: ['Phó Trưởng Ban Dân vận Huyện ủy'],
    awards: ['Phó Trưởng Ban Dân vận Huyện ủy'],
    paper: ['Phó Bí thư Thường trực Huyện ủy'],
    discussion: ['Phó Bí thư Thường trực Huyện ủy'],
    guidance: ['Phó Chủ tịch Ủy ban nhân dân huyện'],
    conclusion: ['Phó Bí thư Thường trực Huyện ủy'],
    closing: ['Phó Bí thư Thường trực Huyện ủy'],
  },
  report: { type: 'dvk', period: '2019', codes: ['MH01', 'MH15', 'TK01', 'TK02'] },
  dueOn: '2019-12-25',
  asked: [
    ['Phòng Nội vụ huyện', 'Kết quả thực hiện QCDC trong cơ quan, đơn vị năm 2019', '2019-12-24'],
    ['Thanh tra huyện', 'Kết quả tiếp công dân, giải quyết đơn thư năm 2019', '2019-12-25'],
  ],
  speeches: [
    ['Dân bàn trước khi làm công trình ở xã', 'Đảng ủy xã số 2 (chưa rõ tên)', 'Phó Bí thư Thường trực', '2019-12-23'],
    ['Hòa giải từ sớm ở thôn', 'Đảng ủy xã số 4 (chưa rõ tên)', 'Phó Bí thư Thường trực', '2019-12-24'],
    ['Nhân rộng mô hình “Dân vận khéo” về kinh tế', 'Hội Nông dân huyện', 'Thành viên Ban Chỉ đạo', '2019-12-25'],
  ],
  nextTasks: [
    'Kiện toàn Ban Chỉ đạo thực hiện QCDC các cấp',
    'Nâng chất lượng tiếp công dân, đối thoại, giải quyết đơn thư',
    'Đăng ký, nhân rộng mô hình “Dân vận khéo” năm 2020',
  ],
  hall: { rows: 5, seatsPerRow: 8, aisleAfter: 4 },
  absentEvery: 10,
  remarks: [
    {
      post: 'Phó Bí thư Thường trực',
      body: 'Đảng ủy xã số 3 (chưa rõ tên)',
      words: 'Đề nghị có hướng dẫn chung về hồ sơ xếp loại thực hiện QCDC để các xã làm thống nhất',
    },
    {
      post: 'Thành viên Ban Chỉ đạo',
      body: 'Ủy ban MTTQ Việt Nam huyện',
      words: 'Ban Thanh tra nhân dân ở một số xã cần được tập huấn lại',
    },
  ],
  votes: null,
  conclusions: [
    [
      'Hướng dẫn hồ sơ, cách chấm điểm xếp loại thực hiện QCDC năm 2020',
      'Ban Dân vận Huyện ủy',
      '2020-02-28',
      'Phòng Nội vụ huyện',
      'Hướng dẫn',
    ],
    [
      'Tập huấn cho Ban Thanh tra nhân dân các xã, thị trấn',
      'Ủy ban MTTQ Việt Nam huyện',
      '2020-05-29',
      'Thanh tra huyện',
      'Lớp tập huấn',
    ],
    [
      'Hoàn thiện hồ sơ 02 mô hình “Dân vận khéo” đề nghị cấp tỉnh',
      'Ban Dân vận Huyện ủy',
      '2020-02-14',
      'Đảng ủy các xã có mô hình',
      'Hồ sơ đề nghị',
    ],
    [
      'Đăng ký mô hình “Dân vận khéo” năm 2020 của các xã, thị trấn, cơ quan',
      'Ban Dân vận Huyện ủy',
      '2020-03-31',
      'Đảng ủy các xã, thị trấn',
      'Danh mục đăng ký',
    ],
  ],
  before: { 'ke-hoach': 52, 'cong-van': 141, 'giay-moi': 38, 'chuong-trinh': 8 },
  hasAwards: true,
  followUp: {
    on: '2020-07-08',
    kind: 'interim-review',
    title: 'Hội nghị sơ kết thực hiện quy chế dân chủ ở cơ sở 6 tháng đầu năm 2020',
    results: [
      [['done', '2020-02-26', { result: 'Hướng dẫn đã ban hành.' }]],
      [['progressed', '2020-06-22', { percent: 40, progress: 'Chuyển lớp sang tháng 8.' }]],
      [['done', '2020-02-13', { result: 'Hồ sơ đã gửi Ban Dân vận Tỉnh ủy.' }]],
      [['done', '2020-04-24', { result: 'Các xã đã đăng ký xong.' }]],
    ],
  },
}

/** `winners`: the bodies honoured that send somebody to receive their certificates. */
export const districtReview = (stage: Stage, winners: readonly string[]): Followed => ({
  ...REVIEW,
  guests: districtGuests(stage, winners),
})
