// Sổ địa bàn: villages and residential groups with their households and residents, as counts that are taken again from time to time.
//
// V1  A village is there from its day until it ended; what it counts is its last recount by the end of the period.
import { choice, type FieldIssue, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, type Condition, entriesThat, happened, latestOf, not, took } from '@kheo/kit/register/measures.ts'

const standing: Condition = all(happened('by the end'), not(took('ended', 'by the end')))

const households = number(['Số hộ gia đình', 'Households'], ['hộ', 'households'], {
  most: 100_000,
  help: ['Chỉ ghi số hộ, không ghi danh sách.', 'The number only, never a list.'],
})
const residents = number(['Số nhân khẩu', 'Residents'], ['người', 'people'], { most: 1_000_000 })

/** Nobody lives in fewer than one person a household. */
function residentsFit(values: { readonly households: number; readonly residents: number }): readonly FieldIssue[] {
  return values.residents < values.households
    ? [
        {
          field: 'residents',
          says: [
            'Số nhân khẩu ít hơn số hộ. Đề nghị kiểm tra lại hai số này.',
            'There are fewer residents than households. Check both numbers.',
          ],
        },
      ]
    : []
}

export const villages = register({
  name: 'villages',
  code: 'so_dia_ban',
  table: 'village',
  address: 'dia-ban',
  group: 'office',
  title: ['Sổ địa bàn', 'Villages and residential groups'],
  entry: ['thôn, tổ dân phố', 'village'],
  about: [
    'Mỗi thôn, tổ dân phố là một dòng, với số hộ và số nhân khẩu. Khi số liệu thay đổi thì ghi bước “Cập nhật số hộ, nhân khẩu”; khi sáp nhập, giải thể thì ghi bước “Kết thúc”. Các chỉ tiêu TC01, TC02, TC03 tự đếm từ sổ này.',
    'Every village is one line with its households and residents. New counts and its end are steps. TC01, TC02 and TC03 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp, Văn phòng', 'Officer for reports, office'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022; quy định về tổ chức và hoạt động của thôn, tổ dân phố',
  privacy: 'open',
  day: {
    label: ['Ngày thành lập hoặc bắt đầu theo dõi', 'Established or followed since'],
    help: [
      'Thôn, tổ dân phố được tính vào số liệu từ ngày này. Thôn có từ lâu thì ghi ngày bắt đầu mở sổ.',
      'It counts from this day on. For one that has long been there, the day on which this book was opened.',
    ],
  },
  fields: {
    name: village(['Tên thôn, tổ dân phố', 'Name'], {
      help: [
        'Khi đổi tên thì sửa dòng này; tên cũ vẫn xem lại được.',
        'Correct this line when it is renamed; the old name stays readable.',
      ],
    }),
    kind: choice(['Loại', 'Kind'], {
      village: ['Thôn, làng, ấp, bản, buôn', 'Village'],
      'residential-group': ['Tổ dân phố, khu phố', 'Residential group'],
    }),
    households,
    residents,
    area: number(['Diện tích', 'Area'], ['ha', 'ha'], { decimals: 2, most: 1_000_000, isOptional: true }),
    origin: choice(
      ['Hình thành', 'Origin'],
      {
        standing: ['Đã có từ trước', 'Long standing'],
        'newly-made': ['Thành lập mới', 'Newly made'],
        merged: ['Sáp nhập', 'Merged'],
        divided: ['Chia tách', 'Divided'],
      },
      { isOptional: true },
    ),
    decision: reference(['Nghị quyết, quyết định thành lập', 'Decision'], {
      isOptional: true,
      help: ['Số, ký hiệu và ngày của văn bản, nếu có.', 'Number, sign and day of the paper, if any.'],
    }),
    meetingPlace: text(['Nơi sinh hoạt cộng đồng', 'Meeting place'], {
      isOptional: true,
      help: ['Nhà văn hóa, trụ sở nơi họp dân.', 'The house of culture or hall where people meet.'],
    }),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Đặc điểm của địa bàn; không nói về người.', 'About the place, not about people.'],
    }),
  },
  check: residentsFit,
  parts: [
    { title: ['Thôn, tổ dân phố', 'The village'], fields: ['name', 'kind', 'households', 'residents'] },
    { title: ['Thêm về địa bàn', 'More about it'], fields: ['area', 'origin', 'decision', 'meetingPlace', 'remark'] },
  ],
  states: {
    active: { label: ['Đang hoạt động', 'Active'], tone: 'good' },
    ended: { label: ['Đã kết thúc', 'Ended'], isClosed: true },
  },
  steps: {
    recounted: {
      label: ['Cập nhật số hộ, nhân khẩu', 'Recount'],
      from: ['active'],
      to: null,
      fields: { households, residents },
      check: residentsFit,
      help: ['Ngày là ngày chốt số liệu mới.', 'The day is the one of the new count.'],
    },
    ended: {
      label: ['Kết thúc', 'End'],
      from: ['active'],
      to: 'ended',
      fields: {
        reason: choice(['Lý do', 'Reason'], {
          merged: ['Sáp nhập vào thôn, tổ dân phố khác', 'Merged into another'],
          divided: ['Chia tách thành các thôn, tổ dân phố mới', 'Divided into new ones'],
          'moved-away': ['Chuyển về đơn vị hành chính khác', 'Moved to another unit'],
          dissolved: ['Giải thể', 'Dissolved'],
        }),
        endingDecision: reference(['Nghị quyết, quyết định', 'Decision'], { isOptional: true }),
      },
      help: ['Từ ngày này thôn, tổ dân phố không còn tính vào số liệu.', 'It counts no more from this day.'],
    },
  },
  named: ({ values }) => String(values['name']),
  place: 'name',
  columns: ['name', 'kind', 'households', 'residents', 'decision'],
  filters: ['kind', 'origin'],
  measures: {
    TC01: entriesThat(standing),
    TC02: latestOf('households', ['recounted'], standing),
    TC03: latestOf('residents', ['recounted'], standing),
  },
  paper: [
    { head: ['Tên thôn, tổ dân phố', 'Name'], field: 'name', width: 40 },
    { head: ['Loại', 'Kind'], field: 'kind', width: 30 },
    { head: ['Số hộ', 'Households'], field: 'households', width: 18 },
    { head: ['Số nhân khẩu', 'Residents'], field: 'residents', width: 18 },
    { head: ['Văn bản thành lập', 'Decision'], field: 'decision', width: 40 },
    { head: ['Ghi chú', 'Note'], field: 'remark', width: 40 },
  ],
  capture: ['thành lập thôn', 'thành lập tổ dân phố', 'sáp nhập thôn', 'số hộ', 'nhân khẩu', 'địa bàn dân cư'],
})
