// Sổ kiểm tra thực hiện quy chế dân chủ: the year's plan against what was done, findings and their remedy (domain §4.7).
//
// I1  The entry's own day is that of the plan or decision, so that the whole year's plan is known from the day it was issued:
//     KT01 is the plan of the year in every period of that year.
// I2  An inspection is done on the day of its step, and a body inspected twice in a period is counted once.
import { register } from '@kheo/kit/register/declare.ts'
import { choice, date, longText, number, reference, text, unit } from '@kheo/kit/register/fields.ts'
import { all, day, distinct, entriesThat, is, not, took } from '@kheo/kit/register/measures.ts'
import { bodyKey, inspectionDeadline, nextInspectionSteps, planYear, remedyIssues } from './rules.ts'

export const inspections = register({
  name: 'inspections',
  code: 'so_kiem_tra',
  table: 'inspection',
  address: 'kiem-tra',
  group: 'oversight',
  title: ['Sổ kiểm tra thực hiện quy chế dân chủ', 'Inspections'],
  entry: ['cuộc kiểm tra', 'inspection'],
  about: [
    'Mỗi nơi được kiểm tra là một dòng: ghi từ khi có kế hoạch hoặc quyết định, rồi ghi bước đã kiểm tra, tồn tại, hạn khắc phục. Các chỉ tiêu KT01–KT03 tự đếm từ sổ này.',
    'Every body to be inspected is one line, from the plan or decision on; then the inspection, findings and remedies. KT01–KT03 are counted from here.',
  ],
  owner: ['Cơ quan thường trực Ban Chỉ đạo quy chế dân chủ', 'Standing office of the steering committee'],
  source: 'Kế hoạch kiểm tra năm của Ban Chỉ đạo thực hiện quy chế dân chủ',
  privacy: 'internal',
  day: {
    label: ['Ngày ban hành kế hoạch, quyết định', 'Day of the plan or decision'],
    help: [
      'Ngày kiểm tra ghi ở dưới và ở bước “Đã kiểm tra”.',
      'The day of the inspection itself is asked for below and in its step.',
    ],
  },
  fields: {
    origin: choice(['Theo kế hoạch', 'Origin'], {
      planned: ['Theo kế hoạch năm', 'By the year’s plan'],
      unplanned: ['Đột xuất', 'Outside the plan'],
    }),
    plan: reference(['Kế hoạch, quyết định kiểm tra', 'Plan or decision'], {
      isOptional: true,
      help: ['Số, ký hiệu, ngày.', 'Number and day.'],
    }),
    plannedOn: date(['Ngày kiểm tra dự kiến', 'Planned for'], {
      onlyWhen: { field: 'origin', is: ['planned'] },
      help: ['Năm của ngày này là năm kế hoạch.', 'Its year is the year of the plan.'],
    }),
    scope: choice(['Loại hình', 'Scope'], {
      commune: ['Xã, phường, đặc khu', 'Commune or ward'],
      office: ['Cơ quan hành chính, đơn vị sự nghiệp', 'Office or public unit'],
      enterprise: ['Doanh nghiệp', 'Enterprise'],
    }),
    inspected: text(['Đơn vị được kiểm tra', 'Inspected body'], {
      help: [
        'Tên cơ quan, đơn vị, doanh nghiệp; mỗi nơi một dòng và một cách ghi tên.',
        'One line a body, written the same way each time.',
      ],
    }),
    inspectedUnit: unit(['Đơn vị trong danh mục', 'Unit in the list'], {
      isOptional: true,
      onlyWhen: { field: 'scope', is: ['commune'] },
      help: [
        'Chọn để mỗi xã, phường được đếm một lần dù tên ghi khác nhau.',
        'So that it is counted once however it is written.',
      ],
    }),
    team: text(['Đoàn kiểm tra', 'Team'], {
      isOptional: true,
      help: ['Chức danh trưởng đoàn, cơ quan tham gia; không ghi họ tên.', 'Posts and offices, without names.'],
    }),
    contents: longText(['Nội dung kiểm tra', 'What is inspected'], { isOptional: true }),
  },
  computed: {
    planFrom: date(['Kế hoạch năm từ ngày', 'Plan year from'], { isOptional: true }),
    planTo: date(['Kế hoạch năm đến ngày', 'Plan year to'], { isOptional: true }),
    countedAs: text(['Tên để đếm một lần', 'Counted once as']),
  },
  compute: ({ values }) => ({ ...planYear(values), countedAs: bodyKey(values) }),
  parts: [
    { title: ['Kế hoạch', 'Plan'], fields: ['origin', 'plan', 'plannedOn'] },
    { title: ['Nơi được kiểm tra', 'Inspected body'], fields: ['scope', 'inspected', 'inspectedUnit'] },
    { title: ['Đoàn và nội dung', 'Team and content'], fields: ['team', 'contents'] },
  ],
  states: {
    planned: { label: ['Chưa kiểm tra', 'To be done'] },
    done: { label: ['Đã kiểm tra', 'Done'], tone: 'good' },
    remedying: { label: ['Đang khắc phục', 'Being remedied'], tone: 'warn' },
    closed: { label: ['Đã kết thúc', 'Closed'], isClosed: true },
    dropped: { label: ['Đưa ra khỏi kế hoạch', 'Dropped from the plan'], isClosed: true },
  },
  steps: {
    rescheduled: {
      label: ['Đổi ngày kiểm tra', 'Move'],
      from: ['planned'],
      to: null,
      fields: {
        movedTo: date(['Ngày kiểm tra mới', 'New day']),
        moveDecision: reference(['Văn bản điều chỉnh', 'Paper'], { isOptional: true }),
      },
    },
    dropped: {
      label: ['Đưa ra khỏi kế hoạch', 'Drop from the plan'],
      from: ['planned'],
      to: 'dropped',
      fields: { dropDecision: reference(['Văn bản điều chỉnh kế hoạch', 'Paper']) },
    },
    'carried-out': {
      label: ['Đã kiểm tra', 'Carried out'],
      from: ['planned'],
      to: 'done',
      fields: {
        strengths: longText(['Việc làm được', 'What goes well'], { isOptional: true }),
        record: reference(['Biên bản, thông báo kết luận', 'Minutes or conclusion'], { isOptional: true }),
      },
    },
    finding: {
      label: ['Ghi tồn tại, hạn chế', 'Record a finding'],
      from: ['done', 'remedying'],
      to: 'remedying',
      help: ['Mỗi tồn tại một bước, đánh số theo thứ tự ghi.', 'One step a finding, numbered in their order.'],
      fields: {
        shortcoming: longText(['Tồn tại, hạn chế', 'Finding']),
        advice: longText(['Kiến nghị khắc phục', 'Recommendation'], { isOptional: true }),
        remedyBy: date(['Hạn khắc phục', 'Remedy by'], { isOptional: true }),
      },
    },
    remedied: {
      label: ['Đã khắc phục', 'Remedied'],
      from: ['remedying'],
      to: null,
      fields: {
        findingNo: number(['Đã khắc phục tồn tại thứ', 'Remedied finding'], ['theo thứ tự', 'in order'], {
          isOptional: true,
          least: 1,
          most: 99,
          help: ['Để trống nếu đã khắc phục hết.', 'Empty = all of them.'],
        }),
        evidence: reference(['Báo cáo khắc phục', 'Report'], { isOptional: true }),
      },
      check: remedyIssues,
    },
    closed: { label: ['Kết thúc theo dõi', 'Close'], from: ['done', 'remedying'], to: 'closed' },
  },
  next: nextInspectionSteps,
  deadline: inspectionDeadline,
  named: ({ values }, say) => `${say(['Kiểm tra', 'Inspection of'])} ${String(values['inspected'])}`,
  columns: ['origin', 'scope', 'inspected', 'plannedOn', 'plan'],
  filters: ['origin', 'scope', 'inspectedUnit'],
  measures: {
    KT01: entriesThat(
      all(
        is({ origin: 'planned' }),
        day('planFrom', 'by the end'),
        not(day('planTo', 'before the start')),
        not(took('dropped', 'by the end')),
      ),
    ),
    KT02: entriesThat(took('carried-out', 'within')),
    KT03: distinct(['inspectedUnit', 'countedAs'], took('carried-out', 'within')),
  },
  capture: [
    'kiểm tra',
    'đoàn kiểm tra',
    'cuộc kiểm tra',
    'kế hoạch kiểm tra',
    'kiểm tra quy chế dân chủ',
    'kiểm tra đột xuất',
  ],
})
