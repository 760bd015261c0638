// Sổ chương trình phối hợp: who signed with whom, until when, what is to be done, and the reviews, work and labour days as they come.
//
// P1  A programme is in force from its signing until it ended or its term ran out; one that was renewed, until it ended.
// P2  Tasks are those of programmes that were in force on some day of the period, or in which some were done in it: so that the
//     work of a programme that ended with the year is not lost from the year, and none is done of nothing.
// P3  A task that comes back every half-year is one task of the period: no more are done than the programme has.
import { choices, date, longText, number, reference, text, unit, choice } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import {
  all,
  any,
  type Condition,
  day,
  entriesThat,
  happened,
  not,
  steps,
  sumOfThat,
  took,
} from '@kheo/kit/register/measures.ts'
import { lapseOf, programmeDeadline } from './rules.ts'

const inForce: Condition = all(
  happened('by the end'),
  not(took('ended', 'by the end')),
  any(took('renewed', 'by the end'), not(day('lapsesOn', 'by the end'))),
)
/** P2. */
const ofThePeriod: Condition = all(
  happened('by the end'),
  any(
    took('tasks-done', 'within'),
    all(
      not(took('ended', 'before the start')),
      any(took('renewed', 'by the end'), not(day('endsOn', 'before the start'))),
    ),
  ),
)
const TASKS = ['nhiệm vụ', 'tasks'] as const
const paper = reference(['Văn bản', 'Paper'], { isOptional: true })

export const programmes = register({
  name: 'programmes',
  code: 'so_phoi_hop',
  table: 'programme',
  address: 'chuong-trinh-phoi-hop',
  group: 'coordination',
  title: ['Sổ chương trình phối hợp', 'Coordination programmes'],
  entry: ['chương trình phối hợp', 'programme'],
  about: [
    'Mỗi chương trình, kế hoạch phối hợp đã ký là một dòng; sơ kết, tổng kết, nhiệm vụ đã làm và ngày công giúp dân ghi thành bước, đúng ngày diễn ra. Các chỉ tiêu LV01–LV05 tự đếm từ sổ này.',
    'Every signed programme is one line; reviews, tasks done and labour days are steps on their own days. LV01–LV05 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp dân vận', 'Officer for mobilisation work'],
  source: 'Quy chế phối hợp công tác dân vận; chương trình phối hợp đã ký giữa các bên',
  privacy: 'internal',
  day: {
    label: ['Ngày ký', 'Signed on'],
    help: ['Chương trình được tính còn hiệu lực từ ngày này.', 'It counts as in force from this day.'],
  },
  fields: {
    name: text(['Tên chương trình', 'Name'], {
      help: ['Ghi nội dung chính và giai đoạn.', 'The main matter and the stretch of years.'],
    }),
    parties: text(['Các bên ký kết', 'Parties'], {
      help: ['Tên cơ quan, đơn vị, cách nhau bằng dấu chấm phẩy.', 'Names of bodies, with semicolons between.'],
    }),
    partyUnit: unit(['Bên ký là xã, phường, huyện, tỉnh khác', 'Party that is a unit of the country'], {
      isOptional: true,
      help: [
        'Chọn để biết khi bên ký đã sáp nhập, kết thúc hoạt động và cần ký lại.',
        'Choose it to be told when the party ended and the programme must be signed anew.',
      ],
    }),
    partners: choices(['Khối phối hợp', 'Kinds of partners'], {
      'armed-forces': ['Quân đội, công an, biên phòng', 'Army, police, border guard'],
      front: ['Mặt trận Tổ quốc, đoàn thể', 'The Front and mass organisations'],
      government: ['Chính quyền, ngành', 'Government and sectors'],
      other: ['Khác', 'Other'],
    }),
    lead: text(['Đơn vị chủ trì, đầu mối', 'Lead'], {
      isOptional: true,
      help: ['Tên cơ quan hoặc chức danh; không ghi tên người.', 'A body or post, not a person.'],
    }),
    endsOn: date(['Thời hạn đến ngày', 'Term to'], {
      isOptional: true,
      help: ['Để trống nếu không xác định thời hạn.', 'Leave empty when it has no end.'],
    }),
    nextReviewOn: date(['Ngày sơ kết gần nhất theo chương trình', 'First review'], {
      isOptional: true,
      help: [
        'Để trống thì sổ nhắc theo nề nếp chung: sơ kết 6 tháng, tổng kết năm.',
        'When empty the book reminds of the customary reviews.',
      ],
    }),
    tasks: number(['Số nhiệm vụ trong chương trình', 'Tasks planned'], TASKS, { most: 10_000 }),
    content: longText(['Nội dung phối hợp', 'Content'], { isOptional: true }),
    remark: longText(['Ghi chú', 'Note'], { isOptional: true }),
  },
  computed: { lapsesOn: date(['Hết hiệu lực từ ngày', 'Lapses on'], { isOptional: true }) },
  compute: lapseOf,
  parts: [
    { title: ['Chương trình', 'The programme'], fields: ['name', 'parties', 'partyUnit', 'partners', 'lead'] },
    {
      title: ['Thời hạn và nhiệm vụ', 'Term and tasks'],
      fields: ['endsOn', 'nextReviewOn', 'tasks', 'content', 'remark'],
    },
  ],
  states: {
    'in-force': { label: ['Đang thực hiện', 'In force'], tone: 'info' },
    reviewed: { label: ['Đã sơ kết, tổng kết', 'Reviewed'], tone: 'good' },
    ended: { label: ['Đã kết thúc', 'Ended'], isClosed: true },
  },
  steps: {
    'tasks-done': {
      label: ['Thực hiện nhiệm vụ', 'Tasks done'],
      from: 'open',
      to: null,
      fields: {
        tasksDone: number(['Số nhiệm vụ đã thực hiện', 'Tasks done'], TASKS, {
          least: 1,
          most: 10_000,
          help: ['Chỉ ghi số mới làm xong kể từ lần ghi trước.', 'Only those done since the last time.'],
        }),
        result: longText(['Việc đã làm, kết quả', 'What was done'], { isOptional: true }),
      },
    },
    'labour-days': {
      label: ['Lực lượng vũ trang giúp dân', 'Labour days for people'],
      from: 'open',
      to: null,
      fields: {
        labourDays: number(['Số ngày công', 'Labour days'], ['ngày công', 'labour days'], {
          decimals: 1,
          most: 1_000_000,
        }),
        result: longText(['Việc đã làm, kết quả', 'What was done'], { isOptional: true }),
      },
      help: [
        'Ngày công quân đội, công an, dân quân giúp dân trong chương trình.',
        'Days of soldiers, police and militia.',
      ],
    },
    reviewed: {
      label: ['Sơ kết, tổng kết', 'Review'],
      from: 'open',
      to: 'reviewed',
      fields: {
        scope: choice(['Hình thức', 'Kind of review'], {
          interim: ['Sơ kết', 'Interim'],
          yearly: ['Tổng kết năm', 'Of the year'],
          final: ['Tổng kết cả giai đoạn', 'Of the whole term'],
        }),
        paper,
        reviewAgainOn: date(['Ngày sơ kết, tổng kết lần sau', 'Next review'], { isOptional: true }),
        result: longText(['Việc đã làm, kết quả', 'What was done'], { isOptional: true }),
      },
    },
    renewed: {
      label: ['Gia hạn, ký lại', 'Renew'],
      from: 'open',
      to: 'in-force',
      fields: { newEndsOn: date(['Thời hạn mới đến ngày', 'New term to'], { isOptional: true }), paper },
      help: [
        'Khi nội dung thay đổi nhiều thì kết thúc dòng này và ghi dòng mới.',
        'When much has changed, end this line and write a new one.',
      ],
    },
    ended: {
      label: ['Kết thúc', 'End'],
      from: 'open',
      to: 'ended',
      fields: {
        reason: choice(['Lý do', 'Reason'], {
          completed: ['Hết giai đoạn, đã tổng kết', 'Completed'],
          replaced: ['Thay bằng chương trình mới', 'Replaced by a new one'],
          'party-ended': ['Bên ký đã sáp nhập, kết thúc hoạt động', 'A party ended'],
          other: ['Lý do khác', 'Other'],
        }),
        paper,
      },
    },
  },
  deadline: programmeDeadline,
  named: ({ values }) => String(values['name']),
  columns: ['name', 'parties', 'lead', 'endsOn', 'tasks'],
  filters: ['partners', 'partyUnit'],
  measures: {
    LV01: entriesThat(inForce),
    LV02: entriesThat(took('reviewed', 'within')),
    LV03: sumOfThat('tasks', ofThePeriod),
    LV04: steps('tasks-done', { field: 'tasksDone', most: 'tasks', when: ofThePeriod }),
    LV05: steps('labour-days', { field: 'labourDays' }),
  },
  paper: [
    { head: ['Tên chương trình', 'Name'], field: 'name', width: 44 },
    { head: ['Các bên ký', 'Parties'], field: 'parties', width: 38 },
    { head: ['Thời hạn', 'Term to'], field: 'endsOn', width: 18 },
    { head: ['Nội dung', 'Content'], field: 'content', width: 46 },
    { head: ['Số nhiệm vụ', 'Tasks'], field: 'tasks', width: 16 },
    { head: ['Chủ trì', 'Lead'], field: 'lead', width: 28 },
    { head: ['Ghi chú', 'Note'], field: 'remark', width: 30 },
  ],
  capture: [
    'chương trình phối hợp',
    'kế hoạch phối hợp',
    'ký kết phối hợp',
    'ký chương trình',
    'quy chế phối hợp',
    'ngày công giúp dân',
    'bộ đội giúp dân',
  ],
})
