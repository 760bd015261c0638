// Sổ an sinh: gifts, houses and other help as totals by group of recipients; never a list of those who were helped (domain §10).
//
// W1  Only gifts make up the number and worth of gifts: a house's cost would spoil the mean worth of a parcel.
// W2  A house counts on the day it was handed over, not when its building began.
import { choice, date, longText, money, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { is, steps, sumOf } from '@kheo/kit/register/measures.ts'
import { HOUSES, handOverDeadline, nextWelfareSteps } from './rules.ts'

const housesHanded = number(['Số nhà bàn giao', 'Houses handed over'], ['nhà', 'houses'], { least: 1, most: 1000 })

export const welfare = register({
  name: 'welfare',
  code: 'so_an_sinh',
  table: 'welfare',
  address: 'an-sinh',
  group: 'care',
  title: ['Sổ an sinh xã hội', 'Welfare'],
  entry: ['đợt hỗ trợ', 'help given'],
  about: [
    'Mỗi đợt tặng quà, mỗi đợt làm nhà là một dòng, ghi tổng số theo nhóm đối tượng; danh sách người nhận giữ ở hồ sơ giấy. Các chỉ tiêu AS01, AS02, AS04 tự đếm từ sổ này.',
    'Every round of gifts or houses is one line with totals by group of recipients; lists stay on paper. AS01, AS02 and AS04 are counted from here.',
  ],
  owner: ['Cán bộ văn hóa - xã hội, Mặt trận', 'Welfare officer, Front'],
  source: 'Báo cáo sơ kết, tổng kết công tác dân vận',
  privacy: 'internal',
  day: {
    label: ['Ngày trao; với nhà là ngày khởi công', 'Day given; for houses, day begun'],
    help: ['Nhà chỉ tính vào số liệu khi ghi bước bàn giao.', 'A house counts when it is handed over.'],
  },
  fields: {
    kind: choice(['Hình thức', 'Kind'], {
      gifts: ['Tặng quà', 'Gifts'],
      'house-built': ['Xây mới nhà đại đoàn kết, tình nghĩa', 'Houses built'],
      'house-repaired': ['Sửa chữa nhà', 'Houses repaired'],
      livelihood: ['Hỗ trợ sinh kế, học bổng', 'Livelihood and scholarships'],
      other: ['Hỗ trợ khác', 'Other help'],
    }),
    occasion: choice(
      ['Dịp', 'Occasion'],
      {
        'lunar-new-year': ['Tết Nguyên đán', 'Lunar New Year'],
        'war-invalids-day': ['Ngày Thương binh - Liệt sĩ', 'War Invalids and Martyrs Day'],
        'month-for-the-poor': ['Tháng cao điểm Vì người nghèo', 'Month for the poor'],
        'unity-day': ['Ngày hội Đại đoàn kết', 'Day of national unity'],
        'school-year': ['Khai giảng, năm học mới', 'New school year'],
        disaster: ['Thiên tai, hỏa hoạn', 'Disaster'],
        other: ['Dịp khác', 'Other'],
      },
      { isOptional: true },
    ),
    recipients: choice(
      ['Nhóm đối tượng', 'Group of recipients'],
      {
        'policy-families': ['Gia đình chính sách, người có công', 'Families of merit'],
        poor: ['Hộ nghèo', 'Poor households'],
        'near-poor': ['Hộ cận nghèo', 'Near-poor households'],
        disadvantaged: ['Hoàn cảnh khó khăn', 'In hardship'],
        'social-protection': ['Đối tượng bảo trợ xã hội', 'Under social protection'],
        elderly: ['Người cao tuổi', 'The elderly'],
        children: ['Trẻ em, học sinh', 'Children and pupils'],
        workers: ['Công nhân, người lao động', 'Workers'],
        'disaster-stricken': ['Hộ bị thiên tai, hỏa hoạn', 'Stricken by disaster'],
        mixed: ['Nhiều nhóm', 'Several groups'],
      },
      { help: ['Chỉ ghi nhóm và tổng số, không ghi tên người nhận.', 'Group and totals only, no names.'] },
    ),
    parcels: number(['Số suất quà', 'Parcels'], ['suất', 'parcels'], {
      least: 1,
      most: 1_000_000,
      onlyWhen: { field: 'kind', is: ['gifts'] },
    }),
    houses: number(['Số nhà', 'Houses'], ['nhà', 'houses'], {
      least: 1,
      most: 1000,
      onlyWhen: { field: 'kind', is: HOUSES },
    }),
    value: money(['Tổng giá trị', 'Worth'], {
      help: ['Tiền và hiện vật quy thành tiền, tính bằng đồng.', 'Money and goods, in đồng.'],
    }),
    finishBy: date(['Dự kiến bàn giao', 'To be handed over by'], {
      onlyWhen: { field: 'kind', is: HOUSES },
      isOptional: true,
    }),
    origin: choice(
      ['Nguồn', 'Source'],
      {
        budget: ['Ngân sách', 'Budget'],
        'fund-for-the-poor': ['Quỹ Vì người nghèo, quỹ an sinh', 'Fund for the poor'],
        'higher-level': ['Cấp trên tặng', 'From above'],
        enterprises: ['Doanh nghiệp, tổ chức ủng hộ', 'Enterprises and organisations'],
        community: ['Nhân dân, cộng đồng đóng góp', 'The community'],
        mixed: ['Nhiều nguồn', 'Several sources'],
      },
      { isOptional: true },
    ),
    sponsor: text(['Đơn vị trao, ủng hộ', 'Given by'], {
      isOptional: true,
      help: [
        'Tên cơ quan, tổ chức, doanh nghiệp; không ghi tên cá nhân.',
        'Offices, organisations, enterprises; not persons.',
      ],
    }),
    village: village(undefined, {
      isOptional: true,
      help: ['Để trống nếu trao ở nhiều thôn, tổ dân phố.', 'Empty when it was given in several.'],
    }),
    decision: reference(['Kế hoạch, quyết định, danh sách ở hồ sơ giấy', 'Plan, decision or list on paper'], {
      isOptional: true,
    }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
    }),
  },
  parts: [
    { title: ['Đợt hỗ trợ', 'The help'], fields: ['kind', 'recipients', 'parcels', 'houses', 'value', 'finishBy'] },
    {
      title: ['Dịp, nguồn và nơi', 'Occasion, source and place'],
      fields: ['occasion', 'origin', 'sponsor', 'village', 'decision', 'remark'],
    },
  ],
  states: {
    recorded: { label: ['Đã ghi', 'Recorded'] },
    'part-handed-over': { label: ['Đã bàn giao một phần', 'Handed over in part'], tone: 'info' },
    'handed-over': { label: ['Đã bàn giao hết', 'Handed over'], tone: 'good', isClosed: true },
  },
  steps: {
    'part-handed-over': {
      label: ['Bàn giao một phần', 'Hand over in part'],
      from: 'open',
      to: 'part-handed-over',
      fields: { housesHanded },
      help: ['Chỉ ghi số nhà bàn giao ngày này.', 'Only those handed over on this day.'],
    },
    'handed-over': {
      label: ['Bàn giao hết', 'Hand over the rest'],
      from: 'open',
      to: 'handed-over',
      fields: { housesHanded },
      help: ['Chỉ ghi số nhà bàn giao ngày này.', 'Only those handed over on this day.'],
    },
  },
  next: nextWelfareSteps,
  deadline: handOverDeadline,
  named: ({ values }, say) => {
    const [count, what] =
      values['kind'] === 'gifts'
        ? [values['parcels'], say(['suất quà', 'parcels'])]
        : HOUSES.some((kind) => kind === values['kind'])
          ? [
              values['houses'],
              say(
                values['kind'] === 'house-built'
                  ? ['nhà xây mới', 'houses built']
                  : ['nhà sửa chữa', 'houses repaired'],
              ),
            ]
          : [null, say(['Hỗ trợ', 'Help'])]
    const sponsor = String(values['sponsor'] ?? '')
    return `${count === null ? '' : `${String(count)} `}${what}${sponsor === '' ? '' : `, ${sponsor}`}`
  },
  place: 'village',
  columns: ['kind', 'recipients', 'parcels', 'houses', 'value', 'occasion'],
  filters: ['kind', 'recipients', 'occasion', 'origin'],
  measures: {
    AS01: sumOf('parcels', { kind: 'gifts' }),
    AS02: sumOf('value', { kind: 'gifts' }, { scale: 0.000001 }),
    AS04: steps(['part-handed-over', 'handed-over'], { field: 'housesHanded', when: is({ kind: HOUSES }) }),
  },
  capture: [
    'tặng quà',
    'suất quà',
    'trao quà',
    'nhà đại đoàn kết',
    'nhà tình nghĩa',
    'nhà tình thương',
    'hộ nghèo',
    'gia đình chính sách',
    'khởi công nhà',
    'bàn giao nhà',
  ],
})
