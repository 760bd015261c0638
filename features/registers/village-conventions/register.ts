// Sổ hương ước, quy ước: each convention of a village from its draft until it ends.
//
// Q1  A convention stands from the day it came into force until it ended, except while it is suspended.
// Q2  One that was in force before the book was opened is recorded and put in force at once; nothing is made up of its draft.
import { choice, choices, flag, longText, number, reference, text, village, date } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, latestOf } from '@kheo/kit/register/measures.ts'
import { checkComments, checkVote, judgeGathering, judgePosting, judgeVote, nextConventionSteps } from './rules.ts'

const HOUSEHOLDS = ['hộ', 'households'] as const
const OPINIONS = ['ý kiến', 'comments'] as const
/** 1 while it is in force, so that the last step by a day says how it stands. */
const copies = number(['Số bản đang thực hiện', 'Copies in force'], ['bản', 'copies'], { most: 1 })
const standing = (is: 0 | 1) => ({ computed: { copies }, compute: () => ({ copies: is }) })

export const villageConventions = register({
  name: 'village-conventions',
  code: 'so_huong_uoc',
  table: 'village_convention',
  address: 'huong-uoc',
  group: 'democracy',
  title: ['Sổ hương ước, quy ước', 'Village conventions'],
  entry: ['hương ước, quy ước', 'village convention'],
  about: [
    'Mỗi bản hương ước, quy ước của thôn, tổ dân phố là một dòng, từ khi soạn thảo đến khi hết hiệu lực. Bản đã có từ trước thì ghi dòng rồi ghi bước “Có hiệu lực”. Chỉ tiêu DC10 tự đếm từ sổ này.',
    'Every convention is one line from its draft to its end. For one that is in force already, record it and take the step “In force”. DC10 is counted from here.',
  ],
  owner: ['Công chức Tư pháp - Hộ tịch', 'Justice officer'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022, Điều 15; Nghị định 61/2023/NĐ-CP',
  privacy: 'open',
  day: {
    label: ['Ngày bắt đầu soạn thảo', 'Drafting began on'],
    help: [
      'Bản đã có từ trước: ghi ngày được công nhận, hoặc ngày mở sổ.',
      'For an older one the day of its recognition, or the day this book was opened.',
    ],
  },
  fields: {
    village: village(),
    kind: choice(['Loại', 'Kind'], {
      'village-convention': ['Hương ước', 'Village convention'],
      'residential-convention': ['Quy ước', 'Residential convention'],
    }),
    origin: choice(['Lần này là', 'This is'], {
      new: ['Xây dựng mới', 'A new one'],
      replacing: ['Thay thế bản cũ', 'In place of an older one'],
      older: ['Bản đã có từ trước', 'One that was there before'],
    }),
    topics: choices(
      ['Nội dung chính', 'Main content'],
      {
        culture: ['Nếp sống văn hóa, cưới, tang, lễ hội', 'Customs and festivals'],
        security: ['An ninh, trật tự', 'Order and safety'],
        environment: ['Vệ sinh môi trường, cảnh quan', 'Environment'],
        mutual: ['Tương trợ, hòa giải, đoàn kết', 'Mutual help'],
        learning: ['Khuyến học, chăm sóc trẻ em, người cao tuổi', 'Learning and care'],
        property: ['Bảo vệ công trình, tài sản chung, rừng', 'Common property'],
        other: ['Nội dung khác', 'Other'],
      },
      { isOptional: true },
    ),
    articles: number(['Số điều', 'Articles'], ['điều', 'articles'], { isOptional: true, most: 500 }),
    remark: longText(['Ghi chú', 'Note'], { isOptional: true, help: ['Không ghi tên người.', 'Without names.'] }),
  },
  computed: { copies },
  compute: () => ({ copies: 0 }),
  states: {
    drafting: { label: ['Đang soạn thảo', 'Drafting'] },
    posted: { label: ['Đang niêm yết dự thảo', 'Draft posted'], tone: 'info' },
    gathered: { label: ['Đã tổng hợp góp ý', 'Comments gathered'], tone: 'info' },
    voted: { label: ['Đã biểu quyết', 'Voted'], tone: 'info' },
    recognised: { label: ['Đã được công nhận', 'Recognised'], tone: 'good' },
    'in-force': { label: ['Đang thực hiện', 'In force'], tone: 'good' },
    suspended: { label: ['Tạm ngừng thực hiện', 'Suspended'], tone: 'warn' },
    ended: { label: ['Hết hiệu lực', 'Ended'], isClosed: true },
    dropped: { label: ['Thôi soạn thảo', 'Dropped'], isClosed: true },
  },
  steps: {
    posted: {
      label: ['Niêm yết dự thảo', 'Post the draft'],
      from: ['drafting', 'gathered', 'voted'],
      to: 'posted',
      fields: { postedAt: text(['Nơi niêm yết', 'Where'], { isOptional: true }) },
      computed: { postUntil: date(['Niêm yết ít nhất đến ngày', 'At least until']) },
      compute: judgePosting,
      help: ['Ngày là ngày bắt đầu niêm yết.', 'The day is the first of the posting.'],
    },
    gathered: {
      label: ['Kết thúc niêm yết, tổng hợp góp ý', 'Gather the comments'],
      from: ['posted'],
      to: 'gathered',
      fields: {
        comments: number(['Số ý kiến góp ý', 'Comments'], OPINIONS, { most: 100_000 }),
        taken: number(['Số ý kiến tiếp thu', 'Taken up'], OPINIONS, { most: 100_000 }),
      },
      check: checkComments,
      computed: { isPostedEnough: flag(['Niêm yết đủ thời gian', 'Posted long enough']) },
      compute: judgeGathering,
      help: [
        'Niêm yết chưa đủ thời gian thì chưa đưa ra biểu quyết được: cần niêm yết lại.',
        'A draft posted too short a time cannot be voted on: post it again.',
      ],
    },
    voted: {
      label: ['Biểu quyết', 'Vote'],
      from: ['gathered'],
      to: 'voted',
      fields: {
        households: number(['Tổng số hộ', 'All households'], HOUSEHOLDS, { least: 1, most: 100_000 }),
        agree: number(['Số hộ tán thành', 'Agree'], HOUSEHOLDS, { most: 100_000 }),
      },
      check: checkVote,
      computed: {
        needed: number(['Số hộ cần tán thành', 'Needed'], HOUSEHOLDS, { isOptional: true }),
        verdict: choice(['Kết quả', 'Verdict'], {
          passed: ['Thông qua', 'Passed'],
          'not-passed': ['Chưa thông qua', 'Not passed'],
          'no-rule': ['Luật ở ngày này chưa quy định tỷ lệ', 'No threshold in the law of that day'],
        }),
      },
      compute: judgeVote,
    },
    recognised: {
      label: ['UBND cấp xã công nhận', 'Recognise'],
      from: ['voted'],
      to: 'recognised',
      fields: { recognition: reference(['Quyết định công nhận', 'Decision']) },
    },
    'in-force': {
      label: ['Có hiệu lực', 'In force'],
      from: ['drafting', 'recognised'],
      to: 'in-force',
      ...standing(1),
      help: ['Bản đã có từ trước thì ghi thẳng bước này.', 'For an older one take this step at once.'],
    },
    reviewed: {
      label: ['Rà soát, đánh giá', 'Review'],
      from: ['in-force'],
      to: null,
      fields: {
        finding: choice(['Kết quả rà soát', 'Finding'], {
          fit: ['Tiếp tục thực hiện', 'Fit to go on'],
          amend: ['Cần sửa đổi, bổ sung', 'To be amended'],
          abolish: ['Cần bãi bỏ, thay thế', 'To be abolished'],
        }),
      },
    },
    amended: {
      label: ['Sửa đổi, bổ sung', 'Amend'],
      from: ['in-force', 'suspended'],
      to: null,
      fields: { amendment: reference(['Quyết định công nhận sửa đổi', 'Decision']) },
    },
    suspended: {
      label: ['Tạm ngừng thực hiện', 'Suspend'],
      from: ['in-force'],
      to: 'suspended',
      fields: { suspension: reference(['Quyết định tạm ngừng', 'Decision'], { isOptional: true }) },
      ...standing(0),
    },
    resumed: { label: ['Thực hiện trở lại', 'Resume'], from: ['suspended'], to: 'in-force', ...standing(1) },
    ended: {
      label: ['Hết hiệu lực', 'End'],
      from: ['in-force', 'suspended'],
      to: 'ended',
      fields: {
        ending: choice(['Lý do', 'Reason'], {
          replaced: ['Có bản thay thế', 'Replaced'],
          abolished: ['Bị bãi bỏ', 'Abolished'],
          'village-ended': ['Thôn, tổ dân phố sáp nhập, giải thể', 'The village ended'],
        }),
        endingPaper: reference(['Văn bản', 'Paper'], { isOptional: true }),
      },
      ...standing(0),
    },
    dropped: {
      label: ['Thôi soạn thảo', 'Drop the draft'],
      from: ['drafting', 'posted', 'gathered', 'voted', 'recognised'],
      to: 'dropped',
    },
  },
  next: nextConventionSteps,
  named: ({ values }, say) =>
    `${say(values['kind'] === 'village-convention' ? ['Hương ước', 'Convention of'] : ['Quy ước', 'Convention of'])} ${String(values['village'])}`,
  place: 'village',
  columns: ['village', 'kind', 'origin', 'topics', 'articles'],
  filters: ['kind', 'origin'],
  measures: { DC10: latestOf('copies', ['in-force', 'suspended', 'resumed', 'ended'], all()) },
  paper: [
    { head: ['Thôn, tổ dân phố', 'Village'], field: 'village', width: 40 },
    { head: ['Loại', 'Kind'], field: 'kind', width: 24 },
    { head: ['Lần này là', 'This is'], field: 'origin', width: 30 },
    { head: ['Nội dung chính', 'Content'], field: 'topics', width: 60 },
    { head: ['Số điều', 'Articles'], field: 'articles', width: 16 },
    { head: ['Ghi chú', 'Note'], field: 'remark', width: 40 },
  ],
  capture: ['hương ước', 'quy ước', 'dự thảo hương ước', 'công nhận hương ước', 'sửa đổi quy ước'],
})
