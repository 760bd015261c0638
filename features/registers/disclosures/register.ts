// Sổ công khai ("dân biết"): what the commune must disclose, in which forms, from when to when, and whether that was right (domain §4.1).
//
// K1  An item counts in the period that holds its last day to start: by then it is known whether it was disclosed in time.
// K2  What is still being shown, in every form and begun in time, counts as right; taken down too early it counts no more.
import { choice, choices, date, flag, longText, number, reference, text } from '@kheo/kit/register/fields.ts'
import { register } from '@kheo/kit/register/declare.ts'
import { all, day, entriesThat, is, not, took } from '@kheo/kit/register/measures.ts'
import { checkTimes, judgeDisclosure, judgeTakingDown, startDeadline } from './rules.ts'

/** The items of Điều 11, by the codes of the law files, in short. */
const ITEMS = {
  'development-plan': ['1. Kế hoạch phát triển kinh tế - xã hội và kết quả', '1. Development plan and results'],
  budget: ['2. Dự toán, quyết toán ngân sách; tài chính khác', '2. Budget and accounts'],
  'projects-and-land': ['3. Dự án, công trình; thu hồi đất, bồi thường; quy hoạch', '3. Projects, land, plans'],
  'democracy-rules': ['4. Quy chế thực hiện dân chủ ở cơ sở', '4. Rules of grassroots democracy'],
  'staff-duties': ['5. Nhiệm vụ, quyền hạn của người giải quyết việc của dân', '5. Duties of officials'],
  'contribution-funds': ['6. Quản lý, sử dụng quỹ, khoản đóng góp, tài trợ', '6. Funds and contributions'],
  'support-programmes': ['7. Chính sách hỗ trợ, vay vốn, giảm nghèo, bảo hiểm y tế', '7. Support programmes'],
  'inspection-results': ['8. Kết quả thanh tra, kiểm tra, xử lý', '8. Results of inspections'],
  'answers-to-opinions': ['9. Kết quả tiếp thu, giải trình ý kiến Nhân dân', '9. Answers to opinions'],
  'taxes-and-fees': ['10. Đối tượng, mức thu thuế, phí, lệ phí', '10. Taxes and fees'],
  procedures: ['11. Thủ tục hành chính', '11. Administrative procedures'],
  'other-by-law': ['12. Nội dung khác theo quy định hoặc theo yêu cầu', '12. Other matters by law or on request'],
  'military-call-up': ['13. Gọi công dân thực hiện nghĩa vụ quân sự', '13. Military call-up'],
  'household-assessment': ['14. Bình xét ở thôn, tổ dân phố', '14. Assessments in the village'],
} as const

const FORM_WORDS = {
  posting: ['Niêm yết', 'Posting'],
  website: ['Trang thông tin điện tử', 'Website'],
  loudspeaker: ['Truyền thanh', 'Loudspeaker'],
  'village-head': ['Qua Trưởng thôn', 'Through village heads'],
  document: ['Gửi văn bản', 'In writing'],
  meeting: ['Hội nghị, đối thoại', 'Meeting'],
  reception: ['Tiếp công dân, tiếp xúc cử tri', 'Reception'],
  organisations: ['Qua Mặt trận, đoàn thể', 'Through the Front'],
  network: ['Mạng viễn thông, mạng xã hội', 'Networks'],
  other: ['Hình thức khác', 'Other'],
} as const

const since = (label: readonly [string, string]) => date(label, { isOptional: true })

export const disclosures = register({
  name: 'disclosures',
  code: 'so_cong_khai',
  table: 'disclosure',
  address: 'cong-khai',
  group: 'democracy',
  title: ['Sổ công khai', 'Disclosures'],
  entry: ['nội dung công khai', 'disclosure'],
  about: [
    'Mỗi nội dung phải công khai là một dòng, với ngày bắt đầu của từng hình thức; hệ thống tính đủ hình thức, đủ thời hạn hay chưa. Ảnh, biên bản đính kèm vào dòng. Các chỉ tiêu DC01, DC02 tự đếm từ sổ này.',
    'Every matter to be disclosed is one line with the days of each form; whether forms and times suffice is computed. Photos and minutes are attached. DC01 and DC02 are counted from here.',
  ],
  owner: ['Công chức Văn phòng - Thống kê', 'Office and statistics officer'],
  source: 'Luật Thực hiện dân chủ ở cơ sở 2022, Điều 11–14',
  privacy: 'open',
  day: {
    label: ['Ngày phải công khai', 'To be disclosed from'],
    help: [
      'Ngày có quyết định, văn bản. Nội dung được tính vào kỳ có hạn cuối phải bắt đầu công khai.',
      'The day of the decision. It counts in the period that holds the last day to start.',
    ],
  },
  fields: {
    item: choice(['Nội dung theo Điều 11', 'Item of the law'], ITEMS),
    subject: text(['Nội dung cụ thể', 'What in particular'], {
      help: ['Ví dụ: quyết toán ngân sách năm 2025.', 'Such as the accounts of 2025.'],
    }),
    decision: reference(['Quyết định, văn bản', 'Decision'], {
      isOptional: true,
      help: ['Số, ký hiệu và ngày.', 'Number, sign and day.'],
    }),
    postedFrom: since(['Niêm yết từ ngày', 'Posted from']),
    postedUntil: date(['Niêm yết đến ngày', 'Posted until'], {
      isOptional: true,
      help: [
        'Ngày kết thúc ghi trong biên bản niêm yết. Chưa ghi thì coi như đang niêm yết.',
        'The last day written in the minutes. While empty it is still posted.',
      ],
    }),
    postedAt: text(['Nơi niêm yết', 'Where'], {
      isOptional: true,
      help: ['Trụ sở UBND, nhà văn hóa các thôn.', 'The office, houses of culture.'],
    }),
    webFrom: since(['Đăng trang điện tử từ ngày', 'On the web from']),
    webUntil: since(['Gỡ khỏi trang điện tử ngày', 'Taken off the web on']),
    webAddress: text(['Địa chỉ bài đăng', 'Address'], { isOptional: true }),
    loudspeakerFrom: since(['Phát truyền thanh từ ngày', 'On the loudspeaker from']),
    loudspeakerDays: number(['Số ngày phát liên tục', 'Days in a row'], ['ngày', 'days'], {
      isOptional: true,
      most: 366,
    }),
    villageHeadsOn: since(['Gửi Trưởng thôn để thông báo ngày', 'Given to village heads on']),
    villageHeadWays: choices(
      ['Trưởng thôn thông báo bằng cách', 'Ways of telling'],
      {
        meeting: ['Họp dân', 'Meeting'],
        'door-to-door': ['Đến từng hộ', 'Door to door'],
        message: ['Nhắn tin', 'Messages'],
        'social-network': ['Nhóm mạng xã hội đã thống nhất', 'Agreed social network'],
      },
      { isOptional: true },
    ),
    documentOn: since(['Gửi văn bản đến công dân, tổ chức ngày', 'Sent in writing on']),
    meetingOn: since(['Hội nghị trao đổi, đối thoại ngày', 'Meeting on']),
    receptionOn: since(['Tiếp công dân, tiếp xúc cử tri, họp báo ngày', 'Reception or press on']),
    organisationsOn: since(['Qua Mặt trận, đoàn thể ngày', 'Through the Front on']),
    networkOn: since(['Mạng viễn thông, mạng xã hội từ ngày', 'On networks from']),
    otherOn: since(['Hình thức khác từ ngày', 'Another form from']),
    remark: longText(['Ghi chú', 'Note'], {
      isOptional: true,
      help: ['Hình thức khác là gì, vướng mắc nếu có.', 'Which other form, and what stood in the way.'],
    }),
  },
  check: checkTimes,
  computed: {
    verdict: choice(['Kết luận', 'Verdict'], {
      correct: ['Công khai đúng quy định', 'Right'],
      running: ['Đang công khai, đúng đến nay', 'Running, right so far'],
      incorrect: ['Chưa đúng quy định', 'Not right'],
    }),
    formsVerdict: choice(['Hình thức', 'Forms'], {
      complete: ['Đủ hình thức', 'All forms'],
      incomplete: ['Thiếu hình thức', 'Forms missing'],
    }),
    timeVerdict: choice(
      ['Thời hạn', 'Times'],
      {
        enough: ['Đủ thời hạn', 'In time and long enough'],
        running: ['Đang niêm yết', 'Still posted'],
        late: ['Bắt đầu chậm', 'Begun late'],
        'too-short': ['Chưa đủ ngày', 'Too short'],
      },
      { isOptional: true },
    ),
    required: choices(['Hình thức bắt buộc', 'Required forms'], FORM_WORDS),
    missing: choices(['Hình thức còn thiếu', 'Missing forms'], FORM_WORDS),
    startedLate: choices(['Hình thức bắt đầu chậm', 'Begun late'], FORM_WORDS),
    tooShort: choices(['Hình thức chưa đủ ngày', 'Too short'], FORM_WORDS),
    startBy: date(['Hạn cuối phải bắt đầu', 'Last day to start']),
    postUntil: date(['Niêm yết ít nhất đến ngày', 'To be posted at least until'], { isOptional: true }),
  },
  compute: judgeDisclosure,
  parts: [
    { title: ['Nội dung', 'The matter'], fields: ['item', 'subject', 'decision'] },
    { title: ['Niêm yết', 'Posting'], fields: ['postedFrom', 'postedUntil', 'postedAt'] },
    { title: ['Trang thông tin điện tử', 'Website'], fields: ['webFrom', 'webUntil', 'webAddress'] },
    {
      title: ['Truyền thanh, Trưởng thôn', 'Loudspeaker and village heads'],
      fields: ['loudspeakerFrom', 'loudspeakerDays', 'villageHeadsOn', 'villageHeadWays'],
    },
    {
      title: ['Hình thức khác', 'Other forms'],
      fields: ['documentOn', 'meetingOn', 'receptionOn', 'organisationsOn', 'networkOn', 'otherOn', 'remark'],
    },
  ],
  states: {
    open: { label: ['Đang theo dõi', 'Followed'], tone: 'info' },
    ended: { label: ['Đã kết thúc', 'Ended'], tone: 'good', isClosed: true },
  },
  steps: {
    'taken-down': {
      label: ['Gỡ niêm yết, kết thúc', 'Take down'],
      from: ['open'],
      to: 'ended',
      fields: { minutes: reference(['Biên bản kết thúc niêm yết', 'Minutes'], { isOptional: true }) },
      computed: {
        isCutShort: flag(['Gỡ trước thời hạn', 'Before its time']),
      },
      compute: judgeTakingDown,
      help: ['Ngày là ngày gỡ thực tế.', 'The day it was really taken down.'],
    },
  },
  deadline: startDeadline,
  named: ({ values }) => String(values['subject']),
  place: 'postedAt',
  columns: ['item', 'subject', 'verdict', 'missing', 'startBy'],
  filters: ['item', 'verdict', 'formsVerdict', 'timeVerdict'],
  measures: {
    DC01: entriesThat(day('startBy', 'within')),
    DC02: entriesThat(
      all(
        day('startBy', 'within'),
        is({ verdict: ['correct', 'running'] }),
        not(took('taken-down', 'by the end', { where: { isCutShort: true } })),
      ),
    ),
  },
  paper: [
    { head: ['Nội dung theo Điều 11', 'Item'], field: 'item', width: 40 },
    { head: ['Nội dung cụ thể', 'Matter'], field: 'subject', width: 40 },
    { head: ['Quyết định', 'Decision'], field: 'decision', width: 26 },
    { head: ['Niêm yết từ', 'Posted from'], field: 'postedFrom', width: 20 },
    { head: ['đến', 'until'], field: 'postedUntil', width: 20 },
    { head: ['Trang điện tử', 'Web'], field: 'webFrom', width: 20 },
    { head: ['Truyền thanh', 'Loudspeaker'], field: 'loudspeakerFrom', width: 20 },
    { head: ['Trưởng thôn', 'Village heads'], field: 'villageHeadsOn', width: 20 },
    { head: ['Kết luận', 'Verdict'], field: 'verdict', width: 28 },
  ],
  capture: ['công khai', 'niêm yết', 'phát loa', 'truyền thanh xã', 'đăng cổng thông tin', 'công khai ngân sách'],
})
