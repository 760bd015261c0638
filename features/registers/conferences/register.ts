// Sổ hội nghị: conferences planned and held, who chaired, how many came, and the notice of conclusions.
//
// C1  A conference counts on the day it was held; one that is planned or was cancelled counts nowhere.
import { choice, choices, date, longText, number, reference, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { entriesThat, took } from '@kheo/kit/register/measures.ts'
import { conferenceDeadline } from './rules.ts'

const DELEGATES = ['đại biểu', 'delegates'] as const
const POINTS = ['điểm cầu', 'points'] as const

export const conferences = register({
  name: 'conferences',
  code: 'so_hoi_nghi',
  table: 'conference',
  address: 'hoi-nghi',
  group: 'office',
  title: ['Sổ hội nghị', 'Conferences'],
  entry: ['hội nghị', 'conference'],
  about: [
    'Mỗi hội nghị giao ban, sơ kết, tổng kết, chuyên đề là một dòng, ghi được cả khi chưa tới ngày. Hội nghị chỉ tính vào HN01 khi đã ghi bước “Đã tổ chức”. Hội nghị tuyên truyền, tập huấn ghi ở sổ hoạt động.',
    'Every briefing, review or thematic conference is one line, also ahead of its day. It counts in HN01 once it was held. Propaganda meetings and courses belong to the activities.',
  ],
  owner: ['Văn phòng, cán bộ tổng hợp', 'Office, officer for reports'],
  source: 'Quy chế làm việc, chế độ hội họp của cấp ủy, chính quyền',
  privacy: 'internal',
  day: {
    label: ['Ngày tổ chức', 'Day'],
    help: [
      'Ngày dự kiến hoặc ngày đã họp. Họp sớm hơn ngày dự kiến thì sửa lại ngày này.',
      'The day planned or held. Correct it when the meeting was brought forward.',
    ],
    mayBeAhead: true,
  },
  fields: {
    kind: choice(['Loại hội nghị', 'Kind'], {
      briefing: ['Giao ban', 'Briefing'],
      'interim-review': ['Sơ kết', 'Interim review'],
      'final-review': ['Tổng kết', 'Final review'],
      thematic: ['Chuyên đề', 'Thematic'],
    }),
    title: text(['Tên hội nghị', 'Title'], {
      help: ['Như trong giấy mời.', 'As in the invitation.'],
    }),
    subjects: choices(['Nội dung', 'Subjects'], {
      'dan-van': ['Công tác dân vận', 'Mobilisation work'],
      qcdc: ['Quy chế dân chủ ở cơ sở', 'Grassroots democracy'],
      dvk: ['Phong trào Dân vận khéo', 'Skilful mobilisation'],
      dvcq: ['Dân vận chính quyền', 'Government mobilisation work'],
      coordination: ['Chương trình phối hợp', 'Coordination programmes'],
      other: ['Nội dung khác', 'Other'],
    }),
    place: text(['Nơi họp', 'Place'], { isOptional: true }),
    chair: text(['Chủ trì (chức danh)', 'Chair, by post'], {
      isOptional: true,
      help: ['Ví dụ: Bí thư Đảng ủy phường. Không ghi tên người.', 'A post, not a person’s name.'],
    }),
    plan: reference(['Kế hoạch, giấy mời số', 'Plan or invitation'], { isOptional: true }),
    invited: number(['Số đại biểu được mời', 'Invited'], DELEGATES, { most: 1_000_000, isOptional: true }),
    onlinePoints: number(['Số điểm cầu trực tuyến', 'Online points'], POINTS, { most: 100_000, isOptional: true }),
    papers: number(['Số tham luận chuẩn bị', 'Papers prepared'], ['tham luận', 'papers'], {
      most: 1000,
      isOptional: true,
    }),
    agenda: longText(['Chương trình, phân công chuẩn bị', 'Agenda and preparation'], { isOptional: true }),
  },
  parts: [
    { title: ['Hội nghị', 'The conference'], fields: ['kind', 'title', 'subjects', 'place', 'chair'] },
    { title: ['Chuẩn bị', 'Preparation'], fields: ['plan', 'invited', 'onlinePoints', 'papers', 'agenda'] },
  ],
  states: {
    planned: { label: ['Dự kiến', 'Planned'] },
    held: { label: ['Đã tổ chức', 'Held'], tone: 'info' },
    concluded: { label: ['Đã có thông báo kết luận', 'Concluded'], tone: 'good', isClosed: true },
    filed: { label: ['Đã tổ chức, không ra kết luận', 'Held, without a notice'], tone: 'good', isClosed: true },
    cancelled: { label: ['Không tổ chức', 'Cancelled'], isClosed: true },
  },
  steps: {
    postponed: {
      label: ['Chuyển ngày', 'Put off'],
      from: ['planned'],
      to: null,
      fields: { newDay: date(['Ngày mới', 'New day']), reason: text(['Lý do', 'Reason'], { isOptional: true }) },
    },
    held: {
      label: ['Đã tổ chức', 'Held'],
      from: ['planned'],
      to: 'held',
      fields: {
        delegates: number(['Số đại biểu dự', 'Delegates'], DELEGATES, { most: 1_000_000, isOptional: true }),
        pointsJoined: number(['Số điểm cầu đã kết nối', 'Points joined'], POINTS, { most: 100_000, isOptional: true }),
        papersRead: number(['Số tham luận trình bày', 'Papers read'], ['tham luận', 'papers'], {
          most: 1000,
          isOptional: true,
        }),
      },
    },
    concluded: {
      label: ['Ra thông báo kết luận', 'Conclude'],
      from: ['held'],
      to: 'concluded',
      fields: {
        notice: reference(['Số thông báo kết luận', 'Notice']),
        mainPoints: longText(['Kết luận chính', 'Main conclusions'], { isOptional: true }),
      },
    },
    filed: {
      label: ['Không ra thông báo kết luận', 'Close without a notice'],
      from: ['held'],
      to: 'filed',
    },
    cancelled: {
      label: ['Không tổ chức', 'Cancel'],
      from: ['planned'],
      to: 'cancelled',
      fields: { reason: text(['Lý do', 'Reason'], { isOptional: true }) },
    },
  },
  deadline: conferenceDeadline,
  named: ({ values }) => String(values['title']),
  place: 'place',
  columns: ['kind', 'title', 'place', 'chair', 'invited', 'onlinePoints'],
  filters: ['kind', 'subjects'],
  measures: { HN01: entriesThat(took('held', 'within')) },
  paper: [
    { head: ['Loại', 'Kind'], field: 'kind', width: 20 },
    { head: ['Tên hội nghị', 'Title'], field: 'title', width: 52 },
    { head: ['Nội dung', 'Subjects'], field: 'subjects', width: 36 },
    { head: ['Nơi họp', 'Place'], field: 'place', width: 28 },
    { head: ['Chủ trì', 'Chair'], field: 'chair', width: 28 },
    { head: ['Số được mời', 'Invited'], field: 'invited', width: 16 },
    { head: ['Điểm cầu', 'Points'], field: 'onlinePoints', width: 16 },
  ],
  capture: [
    'hội nghị giao ban',
    'giao ban',
    'hội nghị sơ kết',
    'hội nghị tổng kết',
    'hội nghị chuyên đề',
    'sơ kết 6 tháng',
    'tổng kết năm',
  ],
})
