// Sổ nắm tình hình nhân dân: matters by place and topic, how many opinions, how pressing, where they went and what came of them.
//
// M1  A matter is an issue when it is more than an ordinary opinion: written down so, or become pressing later, on the day it did.
// M2  A matter counts as having arisen once and as resolved once, so that over all time no more are resolved than arose.
import { choice, date, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, any, type Condition, entriesThat, happened, is, sumOf, took } from '@kheo/kit/register/measures.ts'
import { answerDeadline, nextMoodSteps } from './rules.ts'

const ofPeoples: Condition = is({ topic: 'ethnic-religious' })
const becamePressing = (days: 'within' | 'by the end'): Condition => took('became-pressing', days)

export const publicMood = register({
  name: 'public-mood',
  code: 'so_nam_tinh_hinh',
  table: 'public_mood',
  address: 'nam-tinh-hinh',
  group: 'people',
  title: ['Sổ nắm tình hình Nhân dân', 'Public mood'],
  entry: ['vấn đề nắm được', 'matter'],
  about: [
    'Mỗi vấn đề ở một nơi là một dòng: chuyện gì, bao nhiêu ý kiến, mức độ, chuyển đến đâu, kết quả. Không ghi tên, không nhận xét về người. Các chỉ tiêu TT07, TT08, TG03, TG04 tự đếm từ sổ này.',
    'Every matter of a place is one line: what, how many opinions, how pressing, where it went, the result. No names, no remarks on people. TT07, TT08, TG03 and TG04 are counted from here.',
  ],
  owner: ['Cán bộ tổng hợp dân vận', 'Officer for mobilisation work'],
  source: 'Báo cáo sơ kết, tổng kết công tác dân vận; quy định về nắm tình hình Nhân dân của cấp ủy',
  privacy: 'guarded',
  day: {
    label: ['Ngày nắm được', 'Day learnt'],
    help: ['Kỳ sau có thêm ý kiến về việc này thì ghi dòng mới.', 'More opinions of a later period are a new line.'],
  },
  fields: {
    matter: text(['Vấn đề', 'Matter'], {
      help: [
        'Nói về việc, không nói về người: “Đường vào tổ dân phố ngập nước”.',
        'About the thing, not about people: “The road into the group is flooded”.',
      ],
    }),
    village: village(undefined, {
      isOptional: true,
      help: [
        'Nơi phát sinh; để trống nếu là việc chung của cả xã, phường.',
        'Where it arose; empty if it concerns the whole commune.',
      ],
    }),
    topic: choice(
      ['Lĩnh vực', 'Topic'],
      {
        land: ['Đất đai, đền bù, giải phóng mặt bằng', 'Land and clearance'],
        environment: ['Môi trường, vệ sinh', 'Environment'],
        works: ['Giao thông, điện, nước, công trình', 'Roads, power, water, works'],
        policy: ['Chế độ, chính sách, an sinh', 'Benefits and welfare'],
        economy: ['Sản xuất, giá cả, việc làm', 'Production, prices, work'],
        government: ['Thủ tục hành chính, thái độ phục vụ', 'Procedures and service'],
        order: ['An ninh, trật tự', 'Security and order'],
        'culture-education-health': ['Văn hóa, giáo dục, y tế', 'Culture, schools, health care'],
        'ethnic-religious': ['Dân tộc, tôn giáo', 'Ethnic and religious affairs'],
        other: ['Khác', 'Other'],
      },
      {
        help: [
          'Lĩnh vực của việc; không phải đặc điểm của người có ý kiến.',
          'The field of the matter, not of those who spoke.',
        ],
      },
    ),
    level: choice(
      ['Mức độ', 'Level'],
      {
        ordinary: ['Ý kiến, kiến nghị thông thường', 'Ordinary opinion'],
        issue: ['Vấn đề cần theo dõi', 'Issue to follow'],
        pressing: ['Vấn đề bức xúc, nổi cộm', 'Pressing issue'],
      },
      {
        help: [
          'TT08 đếm vấn đề bức xúc, nổi cộm. TG03 đếm việc dân tộc, tôn giáo từ mức “cần theo dõi” trở lên.',
          'TT08 counts pressing issues. TG03 counts ethnic and religious matters from “to follow” upwards.',
        ],
      },
    ),
    opinions: number(['Số ý kiến, kiến nghị', 'Opinions gathered'], ['ý kiến', 'opinions'], {
      most: 100_000,
      help: [
        'Bao nhiêu ý kiến nói về việc này; ghi 0 nếu chỉ nắm qua theo dõi.',
        'How many spoke of it; 0 if it was only observed.',
      ],
    }),
    channel: choice(
      ['Nắm qua', 'Learnt through'],
      {
        village: ['Thôn, tổ dân phố, tổ dân vận', 'Villages and mobilisation teams'],
        organisations: ['Mặt trận, đoàn thể', 'Front and organisations'],
        meetings: ['Hội nghị, tiếp xúc', 'Meetings'],
        reception: ['Tiếp công dân, đơn thư', 'Reception and petitions'],
        media: ['Báo chí, mạng xã hội', 'Press and social networks'],
        other: ['Khác', 'Other'],
      },
      { isOptional: true },
    ),
    proposal: longText(['Đề xuất', 'Proposal'], {
      isOptional: true,
      help: ['Ai nên làm gì, trước ngày nào.', 'Who should do what, by when.'],
    }),
  },
  parts: [
    { title: ['Vấn đề', 'The matter'], fields: ['matter', 'village', 'topic', 'level', 'opinions'] },
    { title: ['Thêm', 'More'], fields: ['channel', 'proposal'] },
  ],
  states: {
    noted: { label: ['Đã nắm', 'Noted'] },
    'passed-on': { label: ['Đã chuyển', 'Passed on'], tone: 'info' },
    resolved: { label: ['Đã giải quyết', 'Resolved'], tone: 'good', isClosed: true },
    closed: { label: ['Đã kết thúc theo dõi', 'No longer followed'], isClosed: true },
  },
  steps: {
    'became-pressing': {
      label: ['Trở thành bức xúc, nổi cộm', 'Become pressing'],
      from: 'open',
      to: null,
      help: [
        'Ghi khi việc lúc đầu bình thường nay thành bức xúc. TT08 tính theo ngày của bước này.',
        'When what was ordinary became pressing. TT08 counts it on this day.',
      ],
    },
    'passed-on': {
      label: ['Chuyển nơi giải quyết', 'Pass on'],
      from: 'open',
      to: 'passed-on',
      fields: {
        passedTo: choice(['Chuyển đến', 'Passed to'], {
          'party-committee': ['Cấp ủy', 'Party committee'],
          'peoples-committee': ['Ủy ban nhân dân', 'People’s Committee'],
          front: ['Mặt trận, đoàn thể', 'Front and organisations'],
          police: ['Công an', 'Police'],
          army: ['Quân sự', 'Military command'],
          'higher-level': ['Cơ quan cấp trên', 'Higher office'],
          other: ['Nơi khác', 'Elsewhere'],
        }),
        paper: reference(['Văn bản chuyển', 'Paper'], { isOptional: true }),
        answerBy: date(['Đề nghị trả lời trước ngày', 'Answer asked by'], { isOptional: true }),
      },
    },
    followed: {
      label: ['Theo dõi, cập nhật', 'Follow up'],
      from: 'open',
      to: null,
      fields: {
        progress: longText(['Diễn biến', 'Progress'], {
          help: ['Ngắn, không ghi tên người.', 'Short, without names.'],
        }),
      },
    },
    resolved: {
      label: ['Đã giải quyết', 'Resolve'],
      from: 'open',
      to: 'resolved',
      fields: {
        outcome: longText(['Kết quả', 'Outcome'], {
          help: ['Ai giải quyết, kết quả ra sao; không ghi tên người.', 'Who settled it and how, without names.'],
        }),
      },
    },
    closed: {
      label: ['Kết thúc theo dõi', 'Stop following'],
      from: 'open',
      to: 'closed',
      help: [
        'Khi việc không cần giải quyết: không tính là đã giải quyết.',
        'When nothing is to be done: it does not count as resolved.',
      ],
    },
  },
  next: nextMoodSteps,
  deadline: answerDeadline,
  named: ({ values }) => String(values['matter']),
  place: 'village',
  columns: ['matter', 'village', 'topic', 'level', 'opinions'],
  filters: ['topic', 'level', 'channel'],
  measures: {
    TT07: sumOf('opinions'),
    TT08: entriesThat(
      any(
        all(happened('within'), is({ level: 'pressing' })),
        all(is({ level: ['ordinary', 'issue'] }), becamePressing('within')),
      ),
    ),
    TG03: entriesThat(
      all(
        ofPeoples,
        any(
          all(happened('within'), is({ level: ['issue', 'pressing'] })),
          all(is({ level: 'ordinary' }), becamePressing('within')),
        ),
      ),
    ),
    TG04: entriesThat(
      all(
        ofPeoples,
        took('resolved', 'within'),
        any(is({ level: ['issue', 'pressing'] }), becamePressing('by the end')),
      ),
    ),
  },
  paper: [
    { head: ['Thôn, tổ dân phố', 'Village'], field: 'village', width: 28 },
    { head: ['Vấn đề', 'Matter'], field: 'matter', width: 60 },
    { head: ['Lĩnh vực', 'Topic'], field: 'topic', width: 30 },
    { head: ['Mức độ', 'Level'], field: 'level', width: 28 },
    { head: ['Số ý kiến', 'Opinions'], field: 'opinions', width: 14 },
    { head: ['Đề xuất', 'Proposal'], field: 'proposal', width: 46 },
  ],
  capture: [
    'bà con phản ánh',
    'dư luận',
    'nhân dân phản ánh',
    'người dân bức xúc',
    'bức xúc',
    'nổi cộm',
    'nắm tình hình',
    'tâm tư nguyện vọng',
    'ý kiến cử tri và nhân dân',
  ],
})
