// Sổ đóng góp: money, land and labour that people gave, tied to what was decided and to the work that came of it.
//
// G1  A line is what one kind of giver gave for one work by a day; it counts on that day, whatever is given back later.
// G2  What businesses give is not the people's contribution: it stands in the book and counts in no figure of it.
import { choice, date, link, longText, money, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { sumOf } from '@kheo/kit/register/measures.ts'
import { accountDeadline, checkAccount, checkGiven, checkReturn, leftAfter } from './rules.ts'

const THE_PEOPLE = { source: ['households', 'away', 'groups'] } as const
const MILLIONS = 0.000_001

export const contributions = register({
  name: 'contributions',
  code: 'so_dong_gop',
  table: 'contribution',
  address: 'dong-gop',
  group: 'democracy',
  title: ['Sổ đóng góp của Nhân dân', 'Contributions'],
  entry: ['khoản đóng góp', 'contribution'],
  about: [
    'Mỗi đợt đóng góp tiền, hiến đất, góp ngày công cho một công trình, một việc là một dòng; chỉ ghi số tổng theo nguồn, không ghi danh sách. Các chỉ tiêu DC07, DC08, DC09 tự đếm từ sổ này.',
    'Money, land and labour given for a work, one line each time; totals by kind of giver, never a list. DC07, DC08 and DC09 are counted from here.',
  ],
  owner: ['Công chức Tài chính - Kế toán; Trưởng thôn', 'Accounts officer; village heads'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022, Điều 11, Điều 15; quy ước thu, chi của cộng đồng dân cư',
  privacy: 'open',
  day: {
    label: ['Ngày nhận đóng góp', 'Day of receipt'],
    help: ['Thu nhiều ngày thì ghi ngày chốt đợt thu.', 'For a collection of several days, the day it was closed.'],
  },
  fields: {
    work: text(['Đóng góp cho công trình, việc', 'For which work'], {
      help: ['Ví dụ: bê tông hóa đường ngõ.', 'Such as concreting the lane.'],
    }),
    village: village(undefined, { isOptional: true }),
    source: choice(['Nguồn', 'Given by'], {
      households: ['Các hộ dân', 'Households'],
      away: ['Con em quê hương ở xa', 'People from here who live elsewhere'],
      groups: ['Hội, nhóm, dòng họ trong cộng đồng', 'Groups of the community'],
      businesses: ['Doanh nghiệp, tổ chức tài trợ (không tính vào Nhân dân đóng góp)', 'Businesses (not counted)'],
    }),
    households: number(['Số hộ đóng góp', 'Households that gave'], ['hộ', 'households'], {
      isOptional: true,
      most: 100_000,
    }),
    money: money(['Số tiền', 'Money'], { isOptional: true, help: ['Ghi bằng đồng.', 'In đồng.'] }),
    land: number(['Diện tích đất hiến', 'Land'], ['m²', 'm²'], { isOptional: true, decimals: 2, most: 10_000_000 }),
    labourDays: number(['Số ngày công', 'Labour days'], ['ngày công', 'days'], {
      isOptional: true,
      decimals: 1,
      most: 1_000_000,
    }),
    decision: link(['Cuộc họp dân đã quyết định', 'Meeting that decided'], 'so_hop_dan', {
      isOptional: true,
      help: ['Chọn dòng trong sổ họp dân.', 'Choose the entry of the meeting.'],
    }),
    publicWork: link(['Công trình', 'Public work'], 'so_cong_trinh', {
      isOptional: true,
      help: ['Chọn dòng trong sổ công trình, nếu đã có.', 'Choose the entry of the work, if there is one.'],
    }),
    receipt: reference(['Chứng từ, biên bản', 'Receipt'], { isOptional: true }),
    accountBy: date(['Hạn quyết toán, công khai', 'To be accounted for by'], {
      isOptional: true,
      help: ['Hạn do đơn vị đặt ra; sổ nhắc khi đến hạn.', 'Set by the office; the book reminds of it.'],
    }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Không ghi tên người, danh sách hộ.', 'No names and no lists of households.'],
    }),
  },
  check: checkGiven,
  parts: [
    { title: ['Khoản đóng góp', 'The contribution'], fields: ['work', 'village', 'source', 'households'] },
    { title: ['Đã đóng góp', 'What was given'], fields: ['money', 'land', 'labourDays'] },
    { title: ['Căn cứ và theo dõi', 'Basis'], fields: ['decision', 'publicWork', 'receipt', 'accountBy', 'remark'] },
  ],
  states: {
    received: { label: ['Đã nhận', 'Received'], tone: 'info' },
    finished: { label: ['Công trình đã xong', 'Work finished'], tone: 'info' },
    accounted: { label: ['Đã quyết toán, công khai', 'Accounted for'], tone: 'good', isClosed: true },
  },
  steps: {
    'work-finished': {
      label: ['Công trình hoàn thành', 'Work finished'],
      from: ['received'],
      to: 'finished',
      fields: {
        outcome: text(['Kết quả', 'Outcome'], {
          isOptional: true,
          help: ['Ví dụ: 350 m đường, 42 hộ đi lại thuận tiện.', 'Such as 350 m of road for 42 households.'],
        }),
        servedHouseholds: number(['Số hộ hưởng lợi', 'Households served'], ['hộ', 'households'], {
          isOptional: true,
          most: 1_000_000,
        }),
      },
    },
    returned: {
      label: ['Hoàn trả', 'Give back'],
      from: 'open',
      to: null,
      fields: {
        returnedMoney: money(['Số tiền hoàn trả', 'Given back']),
        returnReason: text(['Lý do', 'Reason'], { isOptional: true }),
      },
      check: checkReturn,
    },
    accounted: {
      label: ['Quyết toán, công khai', 'Account for it'],
      from: ['received', 'finished'],
      to: 'accounted',
      fields: {
        usedMoney: money(['Số tiền đã sử dụng', 'Spent']),
        account: reference(['Quyết toán, biên bản công khai', 'Accounts'], { isOptional: true }),
      },
      check: checkAccount,
      computed: { leftMoney: money(['Còn lại', 'Left']) },
      compute: leftAfter,
    },
  },
  deadline: accountDeadline,
  named: ({ values }) => String(values['work']),
  place: 'village',
  columns: ['work', 'village', 'source', 'money', 'land', 'labourDays'],
  filters: ['source'],
  measures: {
    DC07: sumOf('money', THE_PEOPLE, { scale: MILLIONS }),
    DC08: sumOf('land', THE_PEOPLE),
    DC09: sumOf('labourDays', THE_PEOPLE),
  },
  paper: [
    { head: ['Công trình, việc', 'Work'], field: 'work', width: 44 },
    { head: ['Thôn, tổ dân phố', 'Village'], field: 'village', width: 30 },
    { head: ['Nguồn', 'Given by'], field: 'source', width: 30 },
    { head: ['Số hộ', 'Households'], field: 'households', width: 16 },
    { head: ['Số tiền (đồng)', 'Money (đồng)'], field: 'money', width: 26 },
    { head: ['Đất hiến (m²)', 'Land (m²)'], field: 'land', width: 20 },
    { head: ['Ngày công', 'Labour days'], field: 'labourDays', width: 18 },
    { head: ['Chứng từ', 'Receipt'], field: 'receipt', width: 28 },
  ],
  capture: ['đóng góp', 'hiến đất', 'ngày công', 'góp công', 'góp tiền', 'ủng hộ làm đường', 'xã hội hóa'],
})
