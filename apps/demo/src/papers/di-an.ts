// Dĩ An, 17/02/2023: the review of 2022 with the city's scheme of urban ways of living, and 54 certificates of merit.
import { communesOf, type Stage } from '../stage.ts'
import { DI_AN } from '../units.ts'
import { DI_AN_REVIEW } from './keys.ts'
import { type Followed, guests, oneOf } from './occasion.ts'

const OFFICES = [
  'Văn phòng Thành ủy',
  'Ban Tuyên giáo Thành ủy',
  'Ủy ban MTTQ Việt Nam thành phố',
  'Phòng Nội vụ thành phố',
  'Phòng Quản lý đô thị thành phố',
  'Phòng Văn hóa và Thông tin thành phố',
  'Công an thành phố',
]

function invited(stage: Stage, winners: readonly string[]) {
  const blocs = communesOf(stage, DI_AN, '2023-02-17').map((unit) => {
    const title = stage.world.org().titleOf(unit, '2023-02-17' as never)
    return `Khối dân vận ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
  })
  return [
    ...guests('chair', [['Trưởng Ban Dân vận Thành ủy', '']]),
    ...guests('leader', [
      ['Phó Bí thư Thường trực Thành ủy', ''],
      ['Phó Chủ tịch Ủy ban nhân dân thành phố', ''],
      ['Chủ tịch Ủy ban MTTQ Việt Nam thành phố', ''],
    ]),
    ...guests('delegate', [
      ['Phó Trưởng Ban Dân vận Thành ủy', ''],
      ['Trưởng phòng', 'Phòng Quản lý đô thị thành phố'],
      ...oneOf('Đại diện lãnh đạo', OFFICES),
      ...oneOf('Trưởng khối', blocs),
    ]),
    ...guests('award', oneOf('Đại diện', winners)),
    ...guests('press', [['Phóng viên', 'Trung tâm Văn hóa, Thể thao - Truyền thanh thành phố']]),
  ]
}

const REVIEW: Omit<Followed, 'guests'> = {
  unit: DI_AN,
  key: DI_AN_REVIEW,
  heldOn: '2023-02-17',
  plannedOn: '2023-01-27',
  invitedOn: '2023-02-09',
  concludedOn: '2023-02-20',
  entry: {
    kind: 'final-review',
    title:
      'Hội nghị tổng kết công tác dân vận, Đề án “Công tác dân vận tham gia xây dựng nếp sống văn hóa, văn minh đô thị” năm 2022',
    subjects: ['dan-van', 'qcdc'],
    place: 'Hội trường Thành ủy Dĩ An',
    chair: 'Trưởng Ban Dân vận Thành ủy',
  },
  startsAt: '08:00',
  endedAt: '11:00',
  secretary: 'Chuyên viên tổng hợp Ban Dân vận Thành ủy',
  contact: 'Ban Dân vận Thành ủy',
  presenters: {
    opening: ['Chuyên viên tổng hợp Ban Dân vận Thành ủy'],
    report: ['Trưởng Ban Dân vận Thành ủy'],
    thematic: ['Phó Trưởng Ban Dân vận Thành ủy'],
    awards: ['Chuyên viên tổng hợp Ban Dân vận Thành ủy'],
    guidance: ['Phó Bí thư Thường trực Thành ủy'],
  },
  report: { type: 'dan-van', period: '2022', codes: ['TK01', 'TK02', 'TC06'] },
  dueOn: '2023-02-06',
  asked: [
    ['Phòng Quản lý đô thị thành phố', 'Kết quả nâng cấp đường hẻm, chiếu sáng, camera an ninh năm 2022', '2023-02-06'],
    ['Phòng Văn hóa và Thông tin thành phố', 'Kết quả xét công nhận đạt chuẩn văn hóa năm 2022', '2023-02-03'],
  ],
  speeches: [
    ['Vận động Nhân dân mở rộng đường hẻm', 'Khối dân vận phường Tân Đông Hiệp', 'Trưởng khối', '2023-02-03'],
    ['Camera an ninh do khu phố tự quản', 'Khối dân vận phường Bình An', 'Trưởng khối', '2023-02-06'],
    ['Chiếu sáng hẻm gắn với tuyến đường văn minh', 'Phòng Quản lý đô thị thành phố', 'Trưởng phòng', '2023-02-06'],
  ],
  nextTasks: [
    'Đổi mới nội dung, nâng chất lượng tham mưu công tác dân vận giữa nhiệm kỳ 2020–2025',
    'Phát huy vai trò của Mặt trận Tổ quốc và Nhân dân trong góp ý xây dựng Đảng, chính quyền',
    'Tiếp tục Đề án nếp sống văn hóa, văn minh đô thị giai đoạn 2021–2025',
  ],
  hall: { rows: 8, seatsPerRow: 10, aisleAfter: 5 },
  absentEvery: 13,
  remarks: [
    {
      post: 'Phó Bí thư Thường trực Thành ủy',
      body: '',
      words:
        'Mỗi cấp ủy phường chọn việc cụ thể của Đề án để làm dứt điểm trong năm; coi trọng lấy ý kiến người dân trước khi làm',
    },
  ],
  votes: null,
  conclusions: [
    [
      'Đánh giá giữa kỳ Đề án “Công tác dân vận tham gia xây dựng nếp sống văn hóa, văn minh đô thị” giai đoạn 2021–2025',
      'Ban Dân vận Thành ủy',
      '2023-06-30',
      'Phòng Văn hóa và Thông tin thành phố',
      'Báo cáo giữa kỳ',
    ],
    [
      'Xây dựng kế hoạch dân vận chính quyền, thực hiện quy chế dân chủ ở cơ sở năm 2023',
      'Phòng Nội vụ thành phố',
      '2023-03-31',
      'Ban Dân vận Thành ủy',
      'Kế hoạch',
    ],
    [
      'Hướng dẫn đăng ký mô hình “Dân vận khéo” năm 2023',
      'Ban Dân vận Thành ủy',
      '2023-03-15',
      'Khối dân vận các phường',
      'Hướng dẫn',
    ],
    [
      'Tổ chức góp ý xây dựng Đảng, xây dựng chính quyền tại các khu phố',
      'Ủy ban MTTQ Việt Nam thành phố',
      '2023-06-15',
      'Đảng ủy các phường',
      'Bản tổng hợp ý kiến',
    ],
  ],
  before: {},
  hasAwards: true,
  followUp: {
    on: '2023-07-06',
    kind: 'interim-review',
    title: 'Hội nghị sơ kết công tác dân vận 6 tháng đầu năm 2023',
    results: [
      [['progressed', '2023-06-26', { percent: 70, progress: 'Đang lấy ý kiến các phường vào dự thảo.' }]],
      [['done', '2023-03-29', { result: 'Kế hoạch đã ban hành.' }]],
      [['done', '2023-03-20', { result: 'Hướng dẫn đã gửi 07 phường.' }]],
      [['done', '2023-06-14', { result: 'Đã tổng hợp, gửi Thành ủy.' }]],
    ],
  },
}

/** `winners`: the bodies honoured that send somebody to receive their certificates. */
export const diAnReview = (stage: Stage, winners: readonly string[]): Followed => ({
  ...REVIEW,
  guests: invited(stage, winners),
})
