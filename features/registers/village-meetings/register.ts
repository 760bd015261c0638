// Sổ họp dân: meetings of a community, what households voted on, and the verdict by the law of the day (domain §4.2).
//
// H1  A meeting held in clusters is one meeting; votes of its clusters are added.
// H2  Every matter put to the vote is a step on the day of the vote; the verdict stays with the number of households it was reckoned on.
import { choice, type FieldIssue, flag, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { entries, steps } from '@kheo/kit/register/measures.ts'
import { checkVote, judgeMeeting, judgeVote, MATTERS } from './rules.ts'

const HOUSEHOLDS = ['hộ', 'households'] as const
const MOST_HOUSEHOLDS = 100_000

function householdsFit(values: { readonly households: number; readonly represented: number }): readonly FieldIssue[] {
  return values.represented > values.households
    ? [
        {
          field: 'represented',
          says: [
            'Số hộ có người đại diện nhiều hơn tổng số hộ. Đếm theo hộ, không đếm theo người dự.',
            'More households are represented than there are. Count households, not people.',
          ],
        },
      ]
    : []
}

const votes = (label: readonly [string, string]) => number(label, HOUSEHOLDS, { most: MOST_HOUSEHOLDS })

export const villageMeetings = register({
  name: 'village-meetings',
  code: 'so_hop_dan',
  table: 'village_meeting',
  address: 'hop-dan',
  group: 'democracy',
  title: ['Sổ họp dân', 'Village meetings'],
  entry: ['cuộc họp dân', 'village meeting'],
  about: [
    'Mỗi cuộc họp của thôn, tổ dân phố là một dòng; mỗi việc đưa ra biểu quyết là một bước, hệ thống tính kết quả trên tổng số hộ. Các chỉ tiêu DC04, DC05, DC06 tự đếm từ sổ này.',
    'Every meeting is one line and every matter put to the vote a step; the verdict is reckoned over all households. DC04, DC05 and DC06 are counted from here.',
  ],
  owner: ['Trưởng thôn, Tổ trưởng tổ dân phố; cán bộ tổng hợp', 'Village heads; officer for reports'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022, Điều 15–21; Nghị định 59/2023/NĐ-CP',
  privacy: 'open',
  day: {
    label: ['Ngày họp', 'Day of the meeting'],
    help: ['Phát phiếu đến hộ thì ghi ngày bắt đầu phát phiếu.', 'For ballots to every home, the day they went out.'],
  },
  fields: {
    village: village(),
    caller: choice(['Người triệu tập', 'Called by'], {
      'village-head': ['Trưởng thôn, Tổ trưởng tổ dân phố', 'The village head'],
      appointed: [
        'Người được Chủ tịch UBND cấp xã chỉ định khi khuyết Trưởng thôn',
        'A person named while there is none',
      ],
      'front-head': ['Trưởng Ban công tác Mặt trận', 'The head of the Front’s committee'],
    }),
    form: choice(['Hình thức', 'Form'], {
      whole: ['Họp toàn thôn, tổ dân phố', 'One meeting'],
      clusters: ['Họp theo cụm dân cư', 'Meetings in clusters'],
      ballots: ['Phát phiếu lấy ý kiến từng hộ', 'Ballots to every home'],
      online: ['Biểu quyết trực tuyến', 'Online vote'],
    }),
    households: number(['Tổng số hộ của thôn', 'All households of the village'], HOUSEHOLDS, {
      least: 1,
      most: MOST_HOUSEHOLDS,
      help: [
        'Chốt trước khi biểu quyết. Kết quả tính trên số này, không tính trên số hộ dự họp.',
        'Settled before the vote. Results are reckoned on this number, not on those present.',
      ],
    }),
    represented: number(['Số hộ có người đại diện dự họp', 'Households represented'], HOUSEHOLDS, {
      most: MOST_HOUSEHOLDS,
      help: [
        'Mỗi hộ đếm một. Với phiếu phát đến hộ là số phiếu thu về.',
        'Each household once. For ballots to homes, how many came back.',
      ],
    }),
    clusters: number(['Số cụm', 'Clusters'], ['cụm', 'clusters'], {
      onlyWhen: { field: 'form', is: ['clusters'] },
      least: 2,
      most: 100,
    }),
    isScattered: flag(['Địa bàn rộng, dân cư phân tán', 'The area is wide and scattered'], {
      onlyWhen: { field: 'form', is: ['clusters'] },
    }),
    place: text(['Nơi họp', 'Place'], {
      isOptional: true,
      help: ['Nhà văn hóa thôn, sân đình.', 'House of culture, yard.'],
    }),
    content: longText(['Nội dung chính', 'Main content'], {
      isOptional: true,
      help: [
        'Thông báo, bàn việc gì. Không ghi tên người phát biểu.',
        'What was announced and discussed, without names of those who spoke.',
      ],
    }),
    recountReason: text(['Lý do đổi số hộ sau khi chốt', 'Why the settled number changed'], { isOptional: true }),
  },
  check: householdsFit,
  computed: {
    clusterGround: choice(
      ['Căn cứ họp theo cụm', 'Ground for clusters'],
      {
        households: ['Đủ số hộ để họp theo cụm', 'Enough households'],
        scattered: ['Địa bàn rộng, phân tán', 'A scattered area'],
        none: ['Chưa đủ số hộ, địa bàn không phân tán', 'Neither'],
      },
      { isOptional: true },
    ),
  },
  compute: judgeMeeting,
  parts: [
    {
      title: ['Cuộc họp', 'The meeting'],
      fields: ['village', 'caller', 'form', 'clusters', 'isScattered', 'households', 'represented'],
    },
    { title: ['Thêm về cuộc họp', 'More about it'], fields: ['place', 'content', 'recountReason'] },
  ],
  states: {
    held: { label: ['Đã họp', 'Held'], tone: 'info' },
    documented: { label: ['Đã có văn bản', 'Written down'], tone: 'good', isClosed: true },
  },
  steps: {
    voted: {
      label: ['Biểu quyết một việc', 'Vote on a matter'],
      from: ['held'],
      to: null,
      fields: {
        matter: choice(['Loại việc', 'Matter'], MATTERS),
        question: text(['Việc đưa ra biểu quyết', 'What was put to the vote'], {
          help: [
            'Ví dụ: mỗi hộ góp 500.000 đồng làm đường ngõ. Bầu cử thì ghi chức danh, không ghi tên.',
            'Such as each household to give 500,000 đồng for the lane. For elections the post, not the name.',
          ],
        }),
        way: choice(['Cách biểu quyết', 'Way of voting'], {
          hands: ['Giơ tay', 'Show of hands'],
          secret: ['Bỏ phiếu kín', 'Secret ballot'],
          ballots: ['Phiếu phát đến từng hộ', 'Ballots to every home'],
          online: ['Trực tuyến', 'Online'],
        }),
        agree: votes(['Số hộ tán thành', 'Agree']),
        disagree: votes(['Số hộ không tán thành', 'Disagree']),
        other: votes(['Số hộ có ý kiến khác', 'Other opinion']),
        byCluster: longText(['Kết quả từng cụm', 'By cluster'], {
          isOptional: true,
          help: [
            'Khi họp theo cụm: ba ô trên là số cộng của các cụm.',
            'For clusters: the three numbers above are the sums.',
          ],
        }),
      },
      check: checkVote,
      computed: {
        verdict: choice(['Kết quả', 'Verdict'], {
          passed: ['Thông qua', 'Passed'],
          'not-passed': ['Chưa thông qua', 'Not passed'],
          'no-rule': ['Luật ở ngày này chưa quy định tỷ lệ', 'No threshold in the law of that day'],
        }),
        needed: number(['Số hộ cần tán thành', 'Needed'], HOUSEHOLDS, { isOptional: true }),
        ofHouseholds: number(['Trên tổng số hộ', 'Of all households'], HOUSEHOLDS),
        agreePercent: number(['Tỷ lệ tán thành', 'Share that agrees'], ['%', '%'], {
          decimals: 1,
          most: 100,
          isOptional: true,
        }),
        reckoning: text(['Cách tính', 'Reckoning'], { isOptional: true }),
        ruleSource: text(['Căn cứ', 'By the rule of'], { isOptional: true }),
      },
      compute: judgeVote,
      help: [
        'Mỗi việc một bước. Đếm theo hộ, không đếm theo người.',
        'One step a matter. Count households, not people.',
      ],
    },
    documented: {
      label: ['Lập văn bản', 'Write it down'],
      from: ['held'],
      to: 'documented',
      fields: {
        paperKind: choice(['Loại văn bản', 'Kind of paper'], {
          resolution: ['Nghị quyết', 'Resolution'],
          minutes: ['Biên bản', 'Minutes'],
          memorandum: ['Bản ghi nhớ', 'Memorandum'],
          agreement: ['Bản thỏa thuận', 'Agreement'],
        }),
        paper: reference(['Số, ngày văn bản', 'Number and day'], { isOptional: true }),
      },
    },
    recognised: {
      label: ['UBND cấp xã công nhận', 'Recognised by the People’s Committee'],
      from: ['documented'],
      to: null,
      fields: { recognition: reference(['Quyết định công nhận', 'Decision']) },
      help: [
        'Với việc phải được UBND cấp xã công nhận mới có hiệu lực.',
        'For matters that take effect only when the People’s Committee recognises them.',
      ],
    },
  },
  named: ({ values }, say) => `${say(['Họp dân', 'Meeting of'])} ${String(values['village'])}`,
  place: 'village',
  columns: ['village', 'form', 'caller', 'households', 'represented'],
  filters: ['form', 'caller', 'clusterGround'],
  measures: {
    DC04: entries({ form: ['whole', 'clusters'] }),
    DC05: steps('voted'),
    DC06: steps('voted', { where: { verdict: 'passed' } }),
  },
  paper: [
    { head: ['Thôn, tổ dân phố', 'Village'], field: 'village', width: 34 },
    { head: ['Hình thức', 'Form'], field: 'form', width: 30 },
    { head: ['Người triệu tập', 'Called by'], field: 'caller', width: 34 },
    { head: ['Tổng số hộ', 'Households'], field: 'households', width: 18 },
    { head: ['Số hộ dự', 'Represented'], field: 'represented', width: 18 },
    { head: ['Nội dung chính', 'Content'], field: 'content', width: 60 },
  ],
  capture: [
    'họp dân',
    'họp thôn',
    'họp tổ dân phố',
    'họp cộng đồng dân cư',
    'dân bàn',
    'hộ tán thành',
    'biểu quyết',
    'hộ giơ tay',
    'lấy phiếu hộ',
  ],
})
