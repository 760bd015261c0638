// Sổ xếp loại thực hiện quy chế dân chủ: self score, inspectors' score, council's score, class by law, decision (domain §4.7).
//
// L1  A body is classified on the day of the decision; the class is the one computed from the council's score.
// L2  Only a decision over a computed class counts, and an entry has at most one: KT04 is always KT05 + KT06 + KT07 + KT08 (R36).
import { register, type Who } from '@kheo/kit/register/declare.ts'
import { choice, flag, longText, number, reference, text, unit } from '@kheo/kit/register/fields.ts'
import { all, entriesThat, type Measure, took } from '@kheo/kit/register/measures.ts'
import { classOf, decisionIssues, gapBetween } from './rules.ts'

const HERE_OR_ABOVE: Who = { roles: ['recorder', 'compiler', 'approver', 'consolidator'], at: 'any' }
const POINTS = ['điểm', 'points'] as const
const SCORE = { decimals: 2, most: 100 } as const

const CLASSES = {
  good: ['Tốt', 'Good'],
  fair: ['Khá', 'Fair'],
  average: ['Trung bình', 'Average'],
  weak: ['Yếu', 'Weak'],
} as const
const decided = (...results: readonly (keyof typeof CLASSES)[]): Measure =>
  entriesThat(all(took('decided', 'within'), took('reviewed', 'by the end', { where: { result: results } })))

export const classifications = register({
  name: 'classifications',
  code: 'so_xep_loai',
  table: 'classification',
  address: 'xep-loai',
  group: 'oversight',
  title: ['Sổ xếp loại thực hiện quy chế dân chủ', 'Classification'],
  entry: ['lượt xếp loại', 'classification'],
  about: [
    'Mỗi đơn vị được chấm điểm trong năm là một dòng: điểm tự chấm, điểm kiểm tra, điểm hội đồng, loại, quyết định. Loại do hệ thống tính theo thang điểm đang áp dụng. Các chỉ tiêu KT04–KT08 tự đếm từ sổ này.',
    'Every body scored in a year is one line: own score, inspectors’ score, council’s score, class and decision. The class follows from the scale in force. KT04–KT08 are counted from here.',
  ],
  owner: ['Cơ quan thường trực Ban Chỉ đạo quy chế dân chủ', 'Standing office of the steering committee'],
  source: 'Quy định chấm điểm, xếp loại thực hiện quy chế dân chủ của tỉnh',
  privacy: 'internal',
  day: {
    label: ['Ngày tự chấm', 'Day of the self-assessment'],
    help: [
      'Đơn vị được tính là đã xếp loại từ ngày có quyết định.',
      'It counts as classified from the day of the decision.',
    ],
  },
  fields: {
    forYear: text(['Xếp loại năm', 'Classified for'], {
      help: ['Bốn chữ số, như 2026.', 'Four digits, such as 2026.'],
    }),
    scope: choice(['Loại hình', 'Scope'], {
      commune: ['Xã, phường, đặc khu', 'Commune or ward'],
      office: ['Cơ quan hành chính, đơn vị sự nghiệp', 'Office or public unit'],
      enterprise: ['Doanh nghiệp', 'Enterprise'],
    }),
    classified: text(['Đơn vị được xếp loại', 'Classified body'], {
      help: ['Tên cơ quan, đơn vị, doanh nghiệp.', 'Name of the office or enterprise.'],
    }),
    classifiedUnit: unit(['Đơn vị trong danh mục', 'Unit in the list'], {
      isOptional: true,
      onlyWhen: { field: 'scope', is: ['commune'] },
    }),
    selfScore: number(['Điểm tự chấm', 'Own score'], POINTS, SCORE),
    proof: longText(['Tài liệu kiểm chứng', 'Proof'], {
      isOptional: true,
      help: ['Tên văn bản, sổ, ảnh kèm theo bản chấm điểm.', 'Papers, books and photos that go with the sheet.'],
    }),
  },
  check: (values) =>
    /^20\d\d$/.test(values.forYear)
      ? []
      : [
          {
            field: 'forYear',
            says: ['Đề nghị ghi năm bằng bốn chữ số, như 2026.', 'Give the year in four digits, such as 2026.'],
          },
        ],
  states: {
    'self-scored': { label: ['Đã tự chấm', 'Self-scored'] },
    inspected: { label: ['Đã chấm kiểm tra', 'Scored by inspectors'], tone: 'info' },
    reviewed: { label: ['Hội đồng đã xét', 'Reviewed'], tone: 'info' },
    decided: { label: ['Đã có quyết định', 'Decided'], tone: 'good', isClosed: true },
  },
  steps: {
    inspected: {
      label: ['Đoàn kiểm tra chấm', 'Score by inspectors'],
      from: ['self-scored'],
      to: 'inspected',
      fields: {
        inspectorScore: number(['Điểm đoàn kiểm tra chấm', 'Inspectors’ score'], POINTS, SCORE),
        why: longText(['Lý do chênh lệch', 'Why it differs'], { isOptional: true }),
      },
      computed: {
        gap: number(['Chênh so với điểm tự chấm', 'Against the own score'], POINTS, {
          decimals: 2,
          least: -100,
          most: 100,
        }),
      },
      compute: (step, entry) => ({
        gap: gapBetween(Number(step.values['inspectorScore']), Number(entry.values['selfScore'])),
      }),
      who: HERE_OR_ABOVE,
    },
    reviewed: {
      label: ['Hội đồng xét', 'Review'],
      from: ['self-scored', 'inspected'],
      to: 'reviewed',
      fields: {
        councilScore: number(['Điểm hội đồng thống nhất', 'Council’s score'], POINTS, SCORE),
        hasKnockOut: flag(['Vướng điều kiện khống chế', 'Meets a knock-out condition'], {
          help: [
            'Ví dụ: vi phạm dân chủ nghiêm trọng, khiếu kiện đông người do lỗi của đơn vị.',
            'Such as a serious breach, or a mass complaint by its own fault.',
          ],
        }),
        knockOut: text(['Điều kiện nào', 'Which condition'], { onlyWhen: { field: 'hasKnockOut', is: [true] } }),
      },
      computed: { result: choice(['Xếp loại', 'Class'], CLASSES, { isOptional: true }) },
      compute: ({ happenedOn, values }, _entry, law) => ({
        result: classOf(Number(values['councilScore']), values['hasKnockOut'] === true, happenedOn, law),
      }),
      who: HERE_OR_ABOVE,
    },
    decided: {
      label: ['Ra quyết định xếp loại', 'Decide'],
      from: ['reviewed'],
      to: 'decided',
      fields: { decision: reference(['Quyết định', 'Decision'], { help: ['Số, ký hiệu, ngày.', 'Number and day.'] }) },
      check: decisionIssues,
      who: HERE_OR_ABOVE,
    },
  },
  named: ({ values }, say) =>
    `${say(['Xếp loại', 'Classification of'])} ${String(values['classified'])}, ${say(['năm', 'year'])} ${String(values['forYear'])}`,
  columns: ['forYear', 'scope', 'classified', 'selfScore'],
  filters: ['scope', 'classifiedUnit'],
  measures: {
    KT04: decided('good', 'fair', 'average', 'weak'),
    KT05: decided('good'),
    KT06: decided('fair'),
    KT07: decided('average'),
    KT08: decided('weak'),
  },
  capture: ['xếp loại', 'chấm điểm', 'tự chấm điểm', 'xếp loại quy chế dân chủ', 'bảng điểm'],
})
