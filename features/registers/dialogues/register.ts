// Sổ đối thoại, tiếp xúc cử tri: who chaired, how many came, what was raised, and the answers as they come.
//
// D1  Of the opinions raised in a period, those are counted as answered that were by its end; an answer after it counts in the longer periods that hold both days.
// D2  The number answered is the whole up to that day, on the spot and later, so that it can never outrun what was raised.
import { choice, date, type FieldIssue, longText, number, reference, text, village } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, entries, happened, is, latestOf, sumOf } from '@kheo/kit/register/measures.ts'
import { allAnswered, answerDeadline, answeredSoFar } from './rules.ts'

const OPINIONS = ['ý kiến', 'opinions'] as const
const answered = number(['Số ý kiến đã trả lời', 'Answered'], OPINIONS, { most: 10_000 })

function answersFit(values: { readonly opinions: number; readonly answered: number }): readonly FieldIssue[] {
  return values.answered > values.opinions
    ? [
        {
          field: 'answered',
          says: [
            'Số ý kiến trả lời tại chỗ nhiều hơn số ý kiến được nêu. Đề nghị kiểm tra lại hai số này.',
            'More were answered than raised. Check both numbers.',
          ],
        },
      ]
    : []
}

export const dialogues = register({
  name: 'dialogues',
  code: 'so_doi_thoai',
  table: 'dialogue',
  address: 'doi-thoai',
  group: 'people',
  title: ['Sổ đối thoại, tiếp xúc cử tri', 'Dialogues'],
  entry: ['cuộc đối thoại', 'dialogue'],
  about: [
    'Mỗi cuộc đối thoại của người đứng đầu, mỗi cuộc tiếp xúc cử tri là một dòng; ý kiến chỉ ghi số lượng. Các chỉ tiêu CQ07, CQ08, CQ09 tự đếm từ các cuộc đối thoại của người đứng đầu.',
    'Every dialogue and every meeting with voters is one line; opinions are numbers only. CQ07, CQ08 and CQ09 are counted from the dialogues of the heads.',
  ],
  owner: ['Văn phòng, cán bộ tổng hợp', 'Office, officer for reports'],
  source: 'Quyết định 218-QĐ/TW; Luật Thực hiện dân chủ ở cơ sở 2022',
  privacy: 'internal',
  day: { label: ['Ngày tổ chức', 'Day'] },
  fields: {
    kind: choice(['Loại', 'Kind'], {
      'head-dialogue': [
        'Đối thoại của người đứng đầu cấp ủy, chính quyền với Nhân dân',
        'Dialogue of a head with citizens',
      ],
      'other-dialogue': ['Đối thoại do cấp phó, ngành, đoàn thể chủ trì', 'Dialogue chaired by others'],
      'voter-meeting': ['Tiếp xúc cử tri', 'Meeting with voters'],
    }),
    topic: text(['Nội dung, chủ đề', 'Subject'], {
      help: ['Ví dụ: giải phóng mặt bằng tuyến đường liên xã.', 'Such as clearance for the road between communes.'],
    }),
    chair: choice(
      ['Chủ trì', 'Chaired by'],
      {
        'party-secretary': ['Bí thư cấp ủy', 'Party secretary'],
        'peoples-committee-chair': ['Chủ tịch Ủy ban nhân dân', 'Chair of the People’s Committee'],
        both: ['Bí thư cấp ủy và Chủ tịch Ủy ban nhân dân', 'Both'],
        deputy: ['Cấp phó', 'A deputy'],
        front: ['Chủ tịch Ủy ban Mặt trận Tổ quốc', 'Chair of the Front'],
        council: ['Thường trực Hội đồng nhân dân', 'Standing People’s Council'],
        other: ['Khác', 'Other'],
      },
      { isOptional: true },
    ),
    village: village(['Nơi tổ chức', 'Place'], {
      isOptional: true,
      help: ['Thôn, tổ dân phố hoặc hội trường.', 'Village or hall.'],
    }),
    attendees: number(['Số người dự', 'Attendees'], ['người', 'people'], { most: 100_000, isOptional: true }),
    opinions: number(['Số ý kiến, kiến nghị được nêu', 'Opinions raised'], OPINIONS, { most: 10_000 }),
    answered: number(['Trong đó đã trả lời tại chỗ', 'Of which answered on the spot'], OPINIONS, { most: 10_000 }),
    answerBy: date(['Hạn trả lời ý kiến còn lại', 'The rest to be answered by'], {
      isOptional: true,
      help: ['Hạn do người chủ trì đặt ra; sổ nhắc khi đến hạn.', 'Set by the chair; the book reminds of it.'],
    }),
    conclusion: reference(['Thông báo kết luận', 'Conclusion'], { isOptional: true }),
    remark: longText(['Những vấn đề chính, ghi chú', 'Main matters'], {
      isOptional: true,
      help: ['Nói về việc; không ghi tên người phát biểu.', 'The matters, not who spoke.'],
    }),
  },
  check: answersFit,
  parts: [
    { title: ['Cuộc đối thoại', 'The dialogue'], fields: ['kind', 'topic', 'chair', 'village', 'attendees'] },
    {
      title: ['Ý kiến và trả lời', 'Opinions and answers'],
      fields: ['opinions', 'answered', 'answerBy', 'conclusion', 'remark'],
    },
  ],
  states: {
    held: { label: ['Đã tổ chức', 'Held'] },
    'part-answered': { label: ['Đã trả lời một phần', 'Answered in part'], tone: 'info' },
    answered: { label: ['Đã trả lời hết', 'Answered'], tone: 'good', isClosed: true },
  },
  steps: {
    'part-answered': {
      label: ['Trả lời một phần', 'Answer in part'],
      from: ['held', 'part-answered'],
      to: 'part-answered',
      fields: {
        answeredUpToNow: number(['Tổng số ý kiến đã trả lời đến ngày này', 'Answered in all by this day'], OPINIONS, {
          most: 10_000,
          help: ['Tính cả ý kiến đã trả lời tại chỗ và các lần trước.', 'With those answered on the spot and before.'],
        }),
        paper: reference(['Văn bản', 'Paper'], { isOptional: true }),
      },
      computed: { answered },
      compute: answeredSoFar,
    },
    postponed: {
      label: ['Lùi hạn trả lời', 'Put off'],
      from: ['held', 'part-answered'],
      to: null,
      fields: {
        newAnswerBy: date(['Hạn mới', 'New day']),
        reason: text(['Lý do', 'Reason'], { isOptional: true }),
        paper: reference(['Văn bản', 'Paper'], { isOptional: true }),
      },
    },
    answered: {
      label: ['Trả lời hết', 'Answer all'],
      from: ['held', 'part-answered'],
      to: 'answered',
      fields: { paper: reference(['Văn bản', 'Paper'], { isOptional: true }) },
      computed: { answered },
      compute: allAnswered,
    },
  },
  deadline: answerDeadline,
  named: ({ values }) => String(values['topic']),
  place: 'village',
  columns: ['kind', 'topic', 'chair', 'attendees', 'opinions', 'answered'],
  filters: ['kind', 'chair'],
  measures: {
    CQ07: entries({ kind: 'head-dialogue' }),
    CQ08: sumOf('opinions', { kind: 'head-dialogue' }),
    CQ09: latestOf('answered', ['part-answered', 'answered'], all(happened('within'), is({ kind: 'head-dialogue' }))),
  },
  paper: [
    { head: ['Loại', 'Kind'], field: 'kind', width: 34 },
    { head: ['Nội dung', 'Subject'], field: 'topic', width: 46 },
    { head: ['Chủ trì', 'Chair'], field: 'chair', width: 30 },
    { head: ['Số người dự', 'Attendees'], field: 'attendees', width: 16 },
    { head: ['Số ý kiến', 'Opinions'], field: 'opinions', width: 16 },
    { head: ['Trả lời tại chỗ', 'On the spot'], field: 'answered', width: 16 },
    { head: ['Hạn trả lời', 'Due'], field: 'answerBy', width: 20 },
    { head: ['Thông báo kết luận', 'Conclusion'], field: 'conclusion', width: 28 },
  ],
  capture: ['đối thoại', 'tiếp xúc cử tri', 'hội nghị đối thoại', 'đối thoại với nhân dân', 'đối thoại với bà con'],
})
