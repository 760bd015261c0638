// Sổ công trình, danh hiệu văn hóa: works for the common good with their cost by source and who is served, and culture titles of a year.
//
// K1  A work is under way from its start until it was finished or dropped: CT01 = CT02 + CT03.
// K2  Cost and people's part count when the work is finished, as settled that day; the part is never more than the whole.
// K3  Culture titles count on the day of the decision that recognises them.
import {
  choice,
  date,
  type FieldIssue,
  link,
  longText,
  money,
  number,
  reference,
  text,
  village,
} from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, type Condition, entriesThat, happened, is, not, steps, took } from '@kheo/kit/register/measures.ts'
import { costOf, nextWorkSteps, settledCost, workDeadline } from './rules.ts'

const WORKS = ['road', 'lighting', 'camera', 'culture-house', 'water', 'environment', 'school-health', 'other'] as const
const aWork = { onlyWhen: { field: 'kind', is: WORKS } } as const
const begun: Condition = all(is({ kind: WORKS }), happened('by the end'), not(took('dropped', 'by the end')))
const millions = { scale: 0.000001 } as const
const households = ['hộ', 'households'] as const

function moneyFits(values: {
  readonly finalMoney: number | null
  readonly finalPeopleMoney: number | null
}): readonly FieldIssue[] {
  const { finalMoney, finalPeopleMoney } = values
  return finalMoney !== null && finalPeopleMoney !== null && finalPeopleMoney > finalMoney
    ? [
        {
          field: 'finalPeopleMoney',
          says: [
            'Phần Nhân dân đóng góp nhiều hơn tổng kinh phí. Đề nghị kiểm tra lại hai số này.',
            'People’s part is more than the whole cost. Check both numbers.',
          ],
        },
      ]
    : []
}

export const publicWorks = register({
  name: 'public-works',
  code: 'so_cong_trinh',
  table: 'public_work',
  address: 'cong-trinh',
  group: 'care',
  title: ['Sổ công trình, danh hiệu văn hóa', 'Public works and culture titles'],
  entry: ['công trình', 'work'],
  about: [
    'Mỗi công trình, phần việc vì cộng đồng là một dòng, với kinh phí theo nguồn và số hộ hưởng lợi khi hoàn thành. Danh hiệu văn hóa của một năm cũng là một dòng; số được công nhận ghi ở bước “Công nhận”. Các chỉ tiêu CT01–CT09 tự đếm từ sổ này.',
    'Every work for the common good is one line, with its cost by source and the households served. The culture titles of a year are a line too. CT01–CT09 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp, cán bộ văn hóa', 'Officer for reports, officer for culture'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022; quy định về xét tặng danh hiệu văn hóa',
  privacy: 'open',
  day: {
    label: ['Ngày khởi công', 'Started on'],
    help: ['Danh hiệu văn hóa thì ghi ngày lập hồ sơ đề nghị.', 'For culture titles, the day of the proposal.'],
  },
  fields: {
    kind: choice(['Loại', 'Kind'], {
      road: ['Đường, cầu', 'Road or bridge'],
      lighting: ['Điện chiếu sáng', 'Lighting'],
      camera: ['Camera an ninh', 'Security cameras'],
      'culture-house': ['Nhà văn hóa, sân thể thao', 'Culture house or sports ground'],
      water: ['Kênh mương, nước sạch', 'Canals and clean water'],
      environment: ['Môi trường, cảnh quan', 'Environment'],
      'school-health': ['Trường học, y tế', 'School or health'],
      other: ['Công trình khác', 'Other work'],
      'culture-title': ['Danh hiệu văn hóa trong năm', 'Culture titles of a year'],
    }),
    name: text(['Tên công trình', 'Name'], {
      help: ['Danh hiệu văn hóa thì ghi tên đợt xét và năm.', 'For culture titles, the round and its year.'],
    }),
    village: village(undefined, { isOptional: true, ...aWork }),
    length: number(['Chiều dài', 'Length'], ['m', 'm'], {
      decimals: 1,
      isOptional: true,
      onlyWhen: { field: 'kind', is: ['road', 'lighting', 'water', 'environment'] },
    }),
    items: number(['Số lượng', 'Number'], ['cái', 'items'], {
      isOptional: true,
      onlyWhen: { field: 'kind', is: ['lighting', 'camera', 'water', 'environment', 'school-health', 'other'] },
      help: ['Số bóng đèn, mắt camera, bể, thùng …', 'Lamps, cameras, tanks, bins …'],
    }),
    area: number(['Diện tích', 'Area'], ['m²', 'm²'], {
      decimals: 1,
      isOptional: true,
      onlyWhen: { field: 'kind', is: ['culture-house', 'environment', 'school-health', 'other'] },
    }),
    decision: reference(['Quyết định, kế hoạch', 'Decision or plan'], { isOptional: true }),
    meeting: link(['Cuộc họp dân đã bàn, quyết', 'Village meeting that decided'], 'so_hop_dan', {
      isOptional: true,
      ...aWork,
    }),
    finishBy: date(['Ngày hoàn thành theo kế hoạch', 'To be finished by'], { isOptional: true, ...aWork }),
    stateMoney: money(['Ngân sách nhà nước', 'State budget'], { isOptional: true, ...aWork }),
    peopleMoney: money(['Nhân dân đóng góp', 'From the people'], {
      isOptional: true,
      ...aWork,
      help: ['Tính cả ngày công, đất quy ra tiền nếu đã quy đổi.', 'With labour and land where valued in money.'],
    }),
    otherMoney: money(['Nguồn khác', 'Other sources'], { isOptional: true, ...aWork }),
    remark: longText(['Ghi chú', 'Note'], { isOptional: true, help: ['Không ghi tên người.', 'Without names.'] }),
  },
  computed: { totalMoney: money(['Tổng kinh phí', 'Cost in all'], { isOptional: true }) },
  compute: costOf,
  parts: [
    { title: ['Công trình', 'The work'], fields: ['kind', 'name', 'village', 'length', 'items', 'area'] },
    {
      title: ['Căn cứ, kinh phí', 'Basis and money'],
      fields: ['decision', 'meeting', 'finishBy', 'stateMoney', 'peopleMoney', 'otherMoney', 'remark'],
    },
  ],
  states: {
    'under-way': { label: ['Đang thực hiện', 'Under way'], tone: 'info' },
    finished: { label: ['Đã hoàn thành', 'Finished'], tone: 'good' },
    'handed-over': { label: ['Đã bàn giao', 'Handed over'], tone: 'good', isClosed: true },
    recognised: { label: ['Đã công nhận', 'Recognised'], tone: 'good', isClosed: true },
    dropped: { label: ['Không thực hiện nữa', 'Dropped'], isClosed: true },
  },
  steps: {
    postponed: {
      label: ['Lùi ngày hoàn thành', 'Put off'],
      from: ['under-way'],
      to: null,
      fields: {
        newFinishBy: date(['Ngày hoàn thành mới', 'New day']),
        reason: text(['Lý do', 'Reason'], { isOptional: true }),
      },
    },
    finished: {
      label: ['Hoàn thành', 'Finish'],
      from: ['under-way'],
      to: 'finished',
      fields: {
        served: number(['Số hộ được hưởng lợi', 'Households served'], households, {
          most: 1_000_000,
          isOptional: true,
        }),
        finalMoney: money(['Tổng kinh phí quyết toán', 'Cost as settled'], {
          isOptional: true,
          help: ['Để trống nếu đúng như đã ghi.', 'Leave empty when it is as planned.'],
        }),
        finalPeopleMoney: money(['Trong đó Nhân dân đóng góp', 'Of which from the people'], { isOptional: true }),
      },
      check: moneyFits,
      computed: {
        settledMoney: money(['Kinh phí tính vào số liệu', 'Cost as counted'], { isOptional: true }),
        settledPeopleMoney: money(['Nhân dân đóng góp tính vào số liệu', 'From the people as counted'], {
          isOptional: true,
        }),
      },
      compute: settledCost,
    },
    'handed-over': {
      label: ['Bàn giao, đưa vào sử dụng', 'Hand over'],
      from: ['finished'],
      to: 'handed-over',
      fields: {
        keeper: text(['Đơn vị quản lý, sử dụng', 'Kept by'], {
          isOptional: true,
          help: ['Tên thôn, tổ chức; không ghi tên người.', 'A village or body, not a person.'],
        }),
      },
    },
    recognised: {
      label: ['Công nhận danh hiệu', 'Recognise'],
      from: ['under-way'],
      to: 'recognised',
      fields: {
        titleDecision: reference(['Quyết định công nhận', 'Decision'], { isOptional: true }),
        families: number(['Số gia đình văn hóa', 'Families'], households, { most: 1_000_000 }),
        quarters: number(['Số thôn, tổ dân phố văn hóa', 'Villages and groups'], ['thôn, tổ dân phố', 'villages'], {
          most: 10_000,
        }),
        offices: number(['Số cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa', 'Offices'], ['đơn vị', 'offices'], {
          most: 10_000,
        }),
      },
      help: ['Chỉ ghi số lượng, không ghi danh sách.', 'Numbers only, no list.'],
    },
    dropped: {
      label: ['Không thực hiện nữa', 'Drop'],
      from: ['under-way'],
      to: 'dropped',
      fields: { reason: text(['Lý do', 'Reason'], { isOptional: true }) },
    },
  },
  next: nextWorkSteps,
  deadline: workDeadline,
  named: ({ values }) => String(values['name']),
  place: 'village',
  columns: ['kind', 'name', 'village', 'totalMoney', 'peopleMoney', 'finishBy'],
  filters: ['kind'],
  measures: {
    CT01: entriesThat(all(begun, not(took('finished', 'before the start')))),
    CT02: entriesThat(all(begun, took('finished', 'within'))),
    CT03: entriesThat(all(begun, not(took('finished', 'by the end')))),
    CT04: steps('finished', { field: 'settledMoney', ...millions }),
    CT05: steps('finished', { field: 'settledPeopleMoney', ...millions }),
    CT06: steps('finished', { field: 'served' }),
    CT07: steps('recognised', { field: 'families' }),
    CT08: steps('recognised', { field: 'quarters' }),
    CT09: steps('recognised', { field: 'offices' }),
  },
  paper: [
    { head: ['Tên công trình', 'Name'], field: 'name', width: 46 },
    { head: ['Loại', 'Kind'], field: 'kind', width: 26 },
    { head: ['Thôn, tổ dân phố', 'Village'], field: 'village', width: 26 },
    { head: ['Chiều dài (m)', 'Length'], field: 'length', width: 16 },
    { head: ['Số lượng', 'Number'], field: 'items', width: 14 },
    { head: ['Ngân sách', 'State'], field: 'stateMoney', width: 20 },
    { head: ['Nhân dân', 'People'], field: 'peopleMoney', width: 20 },
    { head: ['Nguồn khác', 'Other'], field: 'otherMoney', width: 20 },
    { head: ['Tổng', 'In all'], field: 'totalMoney', width: 20 },
  ],
  capture: [
    'công trình',
    'khởi công',
    'khởi công nhà văn hóa',
    'khánh thành',
    'làm đường bê tông',
    'đường điện chiếu sáng',
    'lắp camera',
    'nhà văn hóa thôn',
    'gia đình văn hóa',
    'khu dân cư văn hóa',
  ],
})
