// Sổ bầu cử: voters on the list and voters who voted, by polling area or for the whole commune. Numbers only: never who voted, nor how.
//
// E1  Voters count once an election, however many ballot papers each was given.
// E2  Elections of deputies make the figures of the catalogue; elections inside a village stand in the book and count nowhere.
import { choice, type FieldIssue, longText, number, reference, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { sumOf } from '@kheo/kit/register/measures.ts'
import { turnoutOf } from './rules.ts'

const VOTERS = ['cử tri', 'voters'] as const
const OF_DEPUTIES = ['general', 'by-election'] as const

type Counts = Readonly<Record<'listed' | 'voted', number>> & Readonly<Record<'seats' | 'elected', number | null>>

function countsFit({ listed, voted, seats, elected }: Counts): readonly FieldIssue[] {
  const issues: FieldIssue[] = []
  if (voted > listed)
    issues.push({
      field: 'voted',
      says: [
        'Số cử tri đã đi bỏ phiếu nhiều hơn số cử tri trong danh sách. Nếu danh sách có bổ sung, đề nghị sửa số cử tri trong danh sách.',
        'More voted than were listed. If the list was added to, correct the number listed.',
      ],
    })
  if (seats !== null && elected !== null && elected > seats)
    issues.push({
      field: 'elected',
      says: ['Số người trúng cử nhiều hơn số người được bầu theo quy định.', 'More were elected than there are seats.'],
    })
  return issues
}

export const elections = register({
  name: 'elections',
  code: 'so_bau_cu',
  table: 'election',
  address: 'bau-cu',
  group: 'democracy',
  title: ['Sổ bầu cử', 'Elections'],
  entry: ['cuộc bầu cử ở một khu vực', 'election in an area'],
  about: [
    'Mỗi khu vực bỏ phiếu, hoặc cả xã, phường, là một dòng cho mỗi cuộc bầu cử; chọn một trong hai cách để không tính trùng. Các chỉ tiêu TT03, TT04 tự đếm từ sổ này, tỷ lệ và số nơi đạt 100% tính theo.',
    'One line an election for every polling area, or one for the whole commune: choose one way, so that nobody counts twice. TT03 and TT04 are counted from here, and turnout follows.',
  ],
  owner: ['Văn phòng, cán bộ tổng hợp', 'Office, officer for reports'],
  source:
    'Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân 2015; Luật Thực hiện dân chủ ở cơ sở 2022 (bầu Trưởng thôn, Tổ trưởng tổ dân phố)',
  privacy: 'open',
  day: { label: ['Ngày bầu cử', 'Election day'] },
  fields: {
    kind: choice(
      ['Cuộc bầu cử', 'Election'],
      {
        general: ['Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp', 'General election of deputies'],
        'by-election': ['Bầu cử bổ sung, bầu cử lại, bầu cử thêm', 'By-election'],
        'village-head': ['Bầu Trưởng thôn, Tổ trưởng tổ dân phố', 'Village head'],
        other: ['Khác', 'Other'],
      },
      {
        help: [
          'Bầu ở thôn, tổ dân phố không tính vào số cử tri của báo cáo.',
          'Elections in villages do not count among the voters of reports.',
        ],
      },
    ),
    area: village(['Khu vực bỏ phiếu', 'Polling area'], {
      isOptional: true,
      help: [
        'Số của khu vực bỏ phiếu hoặc thôn, tổ dân phố; để trống nếu là cả xã, phường.',
        'Number of the area or the village; empty for the whole commune.',
      ],
    }),
    listed: number(['Số cử tri trong danh sách', 'Voters on the list'], VOTERS, {
      least: 1,
      most: 10_000_000,
      help: [
        'Cử tri chỉ tính một lần, dù nhận nhiều lá phiếu.',
        'Each voter once, whatever ballot papers they were given.',
      ],
    }),
    voted: number(['Số cử tri đã đi bỏ phiếu', 'Voters who voted'], VOTERS, { most: 10_000_000 }),
    seats: number(['Số người được bầu', 'Seats'], ['người', 'people'], { most: 1000, isOptional: true }),
    elected: number(['Số người trúng cử', 'Elected'], ['người', 'people'], { most: 1000, isOptional: true }),
    minutes: reference(['Biên bản kiểm phiếu, tổng kết', 'Minutes'], { isOptional: true }),
    remark: longText(['Diễn biến, ghi chú', 'Course, note'], {
      isOptional: true,
      help: ['An ninh, tuyên truyền, thời tiết; không ghi tên người.', 'Order, publicity, weather; no names.'],
    }),
  },
  check: countsFit,
  computed: { turnout: number(['Tỷ lệ cử tri đi bỏ phiếu', 'Turnout'], ['%', '%'], { decimals: 2, most: 100 }) },
  compute: turnoutOf,
  parts: [
    { title: ['Cuộc bầu cử', 'The election'], fields: ['kind', 'area', 'listed', 'voted'] },
    { title: ['Kết quả', 'Result'], fields: ['seats', 'elected', 'minutes', 'remark'] },
  ],
  states: {
    counted: { label: ['Đã kiểm phiếu', 'Counted'] },
    confirmed: { label: ['Đã xác nhận kết quả', 'Confirmed'], tone: 'good', isClosed: true },
    annulled: { label: ['Bị hủy kết quả', 'Annulled'], tone: 'bad', isClosed: true },
  },
  steps: {
    confirmed: {
      label: ['Xác nhận kết quả', 'Confirm'],
      from: ['counted'],
      to: 'confirmed',
      fields: { paper: reference(['Nghị quyết, biên bản tổng kết', 'Paper'], { isOptional: true }) },
    },
    annulled: {
      label: ['Hủy kết quả, bầu lại', 'Annul'],
      from: ['counted'],
      to: 'annulled',
      fields: { paper: reference(['Văn bản hủy kết quả', 'Paper'], { isOptional: true }) },
      help: ['Lần bầu lại ghi một dòng mới.', 'The new election is a new line.'],
    },
  },
  named: ({ values }, say) => {
    const kind = say(
      values['kind'] === 'general'
        ? ['Bầu cử đại biểu', 'General election']
        : values['kind'] === 'by-election'
          ? ['Bầu cử bổ sung', 'By-election']
          : values['kind'] === 'village-head'
            ? ['Bầu Trưởng thôn, Tổ trưởng', 'Election of a village head']
            : ['Cuộc bầu cử', 'Election'],
    )
    return `${kind}${values['area'] === '' ? '' : `, ${String(values['area'])}`}`
  },
  place: 'area',
  columns: ['kind', 'area', 'listed', 'voted', 'turnout'],
  filters: ['kind'],
  measures: {
    TT03: sumOf('listed', { kind: OF_DEPUTIES }),
    TT04: sumOf('voted', { kind: OF_DEPUTIES }),
  },
  paper: [
    { head: ['Cuộc bầu cử', 'Election'], field: 'kind', width: 56 },
    { head: ['Khu vực bỏ phiếu', 'Area'], field: 'area', width: 36 },
    { head: ['Cử tri trong danh sách', 'Listed'], field: 'listed', width: 24 },
    { head: ['Cử tri đã bỏ phiếu', 'Voted'], field: 'voted', width: 24 },
    { head: ['Tỷ lệ (%)', 'Turnout'], field: 'turnout', width: 18 },
    { head: ['Biên bản', 'Minutes'], field: 'minutes', width: 34 },
  ],
  capture: [
    'bầu cử',
    'cử tri đi bỏ phiếu',
    'đi bỏ phiếu',
    'khu vực bỏ phiếu',
    'bầu trưởng thôn',
    'bầu tổ trưởng',
    'danh sách cử tri',
  ],
})
