// Sổ hoạt động: meetings, courses, visits, conferences of offices, news; one line an activity, counted by kind.
//
// A1  An office or enterprise that held its conference counts once in a period, however often it met and however its name was spelled.
import { choice, date, type FieldIssue, longText, number, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, distinct, entries, happened, is, type Measure, sumOf } from '@kheo/kit/register/measures.ts'
import { judgeConference } from './rules.ts'

const CONFERENCES = ['staff-conference', 'workers-conference'] as const
const bodiesThatHeld = (kind: (typeof CONFERENCES)[number]): Measure =>
  distinct(['unitId', 'bodyKey'], all(happened('within'), is({ kind })))

function numbersFit(values: {
  readonly summoned: number | null
  readonly present: number | null
}): readonly FieldIssue[] {
  return values.summoned !== null && values.present !== null && values.present > values.summoned
    ? [
        {
          field: 'present',
          says: [
            'Số người có mặt nhiều hơn số người được triệu tập. Đại biểu khách mời ghi ở ô số người dự.',
            'More were present than summoned. Guests belong to the number of attendances.',
          ],
        },
      ]
    : []
}

export const activities = register({
  name: 'activities',
  code: 'so_hoat_dong',
  table: 'activity',
  address: 'hoat-dong',
  group: 'movement',
  title: ['Sổ hoạt động', 'Activities'],
  entry: ['hoạt động', 'activity'],
  about: [
    'Mỗi hội nghị, lớp tập huấn, cuộc thăm hỏi, tin bài là một dòng. Các chỉ tiêu TC07, TT01, TT02, TG01, DD02, DD06 tự đếm theo loại hoạt động.',
    'Every meeting, course, visit or news item is one line. TC07, TT01, TT02, TG01, DD02 and DD06 are counted by kind.',
  ],
  owner: ['Cán bộ tổng hợp dân vận', 'Officer for mobilisation work'],
  source:
    'Báo cáo sơ kết, tổng kết công tác dân vận; Luật Thực hiện dân chủ ở cơ sở 2022 (hội nghị cán bộ, công chức, viên chức, người lao động)',
  privacy: 'internal',
  day: {
    label: ['Ngày tổ chức', 'Day'],
    help: ['Hoạt động nhiều ngày thì ghi ngày kết thúc.', 'The last day of one that took several.'],
  },
  fields: {
    kind: choice(
      ['Loại hoạt động', 'Kind'],
      {
        'propaganda-meeting': ['Hội nghị tuyên truyền, quán triệt', 'Propaganda or briefing meeting'],
        training: ['Lớp bồi dưỡng, tập huấn nghiệp vụ dân vận', 'Training course'],
        'community-visit': ['Gặp mặt, thăm hỏi, chúc mừng dịp lễ', 'Visit on a festive day'],
        'staff-conference': ['Hội nghị cán bộ, công chức, viên chức, người lao động', 'Staff conference of an office'],
        'workers-conference': [
          'Hội nghị người lao động ở doanh nghiệp nhà nước',
          'Workers’ conference of a state enterprise',
        ],
        news: ['Tin, bài, phát thanh', 'News and broadcasts'],
        'joint-work': ['Ra quân, hoạt động chung với Nhân dân', 'Work done together with people'],
        other: ['Khác', 'Other'],
      },
      {
        help: [
          'Gặp mặt, thăm hỏi là với vùng đồng bào dân tộc thiểu số, cơ sở tôn giáo: chỉ ghi nơi và dịp, không ghi tên người. Thăm, tặng quà gia đình chính sách ghi ở sổ an sinh.',
          'Visits are those to areas of ethnic minorities and to religious establishments: place and occasion only, no names. Gifts to families belong to the welfare register.',
        ],
      },
    ),
    title: text(['Nội dung', 'Content'], {
      help: ['Ngắn gọn: việc gì, về chủ đề gì.', 'Short: what, and on what subject.'],
    }),
    body: text(['Cơ quan, đơn vị, doanh nghiệp tổ chức hội nghị', 'Office or enterprise that met'], {
      onlyWhen: { field: 'kind', is: CONFERENCES },
      help: ['Ghi tên đầy đủ; mỗi nơi chỉ tính một lần trong kỳ.', 'In full; each counts once a period.'],
    }),
    attendees: number(['Số lượt người dự', 'Attendances'], ['lượt người', 'attendances'], {
      onlyWhen: {
        field: 'kind',
        is: ['propaganda-meeting', 'training', 'staff-conference', 'workers-conference', 'joint-work', 'other'],
      },
      most: 1_000_000,
    }),
    summoned: number(['Số người được triệu tập', 'Summoned'], ['người', 'people'], {
      onlyWhen: { field: 'kind', is: CONFERENCES },
      isOptional: true,
      most: 1_000_000,
    }),
    present: number(['Số người được triệu tập có mặt', 'Present of them'], ['người', 'people'], {
      onlyWhen: { field: 'kind', is: CONFERENCES },
      isOptional: true,
      most: 1_000_000,
    }),
    yearEndedOn: date(['Ngày kết thúc năm tài chính', 'End of the financial year'], {
      onlyWhen: { field: 'kind', is: ['workers-conference'] },
      isOptional: true,
      help: ['Để biết hội nghị có đúng thời hạn hay không.', 'From it follows whether the conference was in time.'],
    }),
    items: number(['Số tin, bài, buổi phát thanh', 'Items'], ['tin, bài', 'items'], {
      onlyWhen: { field: 'kind', is: ['news'] },
      least: 1,
      most: 10_000,
    }),
    place: text(['Nơi tổ chức', 'Place'], {
      isOptional: true,
      help: [
        'Thôn, tổ dân phố, hội trường; với tin, bài là nơi đăng.',
        'Village or hall; for news, where it was published.',
      ],
    }),
    leader: text(['Đơn vị chủ trì', 'Led by'], {
      isOptional: true,
      help: ['Tên cơ quan, tổ chức; không ghi tên người.', 'An office or organisation, not a person.'],
    }),
    result: longText(['Kết quả, ghi chú', 'Result'], {
      isOptional: true,
      help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
    }),
  },
  check: numbersFit,
  computed: {
    quorum: choice(
      ['Số người có mặt', 'Quorum'],
      {
        enough: ['Đủ để hội nghị hợp lệ', 'Enough for a valid conference'],
        'too-few': ['Chưa đủ để hội nghị hợp lệ', 'Too few for a valid conference'],
      },
      { isOptional: true },
    ),
    heldInTime: choice(
      ['Thời hạn tổ chức', 'Held in time'],
      { 'in-time': ['Đúng thời hạn', 'In time'], late: ['Chậm', 'Late'] },
      { isOptional: true },
    ),
    bodyKey: text(['Tên để đếm mỗi nơi một lần', 'Name as counted once'], { isOptional: true }),
  },
  compute: judgeConference,
  parts: [
    { title: ['Hoạt động', 'The activity'], fields: ['kind', 'title', 'body', 'attendees', 'items'] },
    {
      title: ['Hội nghị ở cơ quan, doanh nghiệp', 'Conference of an office or enterprise'],
      fields: ['summoned', 'present', 'yearEndedOn'],
    },
    { title: ['Nơi và kết quả', 'Place and result'], fields: ['place', 'leader', 'result'] },
  ],
  states: { held: { label: ['Đã tổ chức', 'Held'], tone: 'good', isClosed: true } },
  steps: {},
  named: ({ values }) => String(values['title']),
  place: 'place',
  columns: ['kind', 'title', 'attendees', 'place', 'leader'],
  filters: ['kind', 'quorum', 'heldInTime'],
  measures: {
    TC07: entries({ kind: 'training' }),
    TT01: entries({ kind: 'propaganda-meeting' }),
    TT02: sumOf('attendees', { kind: 'propaganda-meeting' }),
    TG01: entries({ kind: 'community-visit' }),
    DD02: bodiesThatHeld('staff-conference'),
    DD06: bodiesThatHeld('workers-conference'),
  },
  paper: [
    { head: ['Loại hoạt động', 'Kind'], field: 'kind', width: 34 },
    { head: ['Nội dung', 'Content'], field: 'title', width: 52 },
    { head: ['Nơi tổ chức', 'Place'], field: 'place', width: 30 },
    { head: ['Số người dự', 'Attendances'], field: 'attendees', width: 18 },
    { head: ['Đơn vị chủ trì', 'Led by'], field: 'leader', width: 32 },
    { head: ['Kết quả', 'Result'], field: 'result', width: 40 },
  ],
  capture: [
    'hội nghị tuyên truyền',
    'hội nghị quán triệt',
    'tuyên truyền',
    'tập huấn',
    'bồi dưỡng nghiệp vụ',
    'gặp mặt chúc mừng',
    'thăm hỏi chúc mừng',
    'hội nghị cán bộ công chức',
    'hội nghị người lao động',
    'tin bài',
    'phát thanh',
    'ra quân',
  ],
})
