// Kế hoạch tổ chức, and the letter that asks bodies for reports and papers. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block, Run } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { AskedReport, ConferenceFacts, Guest, Speech } from '../facts.ts'
import {
  addressed,
  annexOf,
  bold,
  chairsOf,
  closedList,
  conferenceName,
  dayWords,
  GROUP_TITLES,
  groupsOf,
  hourWords,
  longDay,
  modeWords,
  numberedParts,
  numberedSections,
  paragraph,
  peopleTogether,
  runs,
  shortName,
  subjectsTogether,
  subjectWords,
  summaryFor,
  tableOf,
  unstopped,
  upperFirst,
} from './words.ts'

const MOST_NAMED = 12
const MOST_POINTS = 8
const MOST_ADDRESSED = 10
const QUIET = new Set(['opening', 'closing', 'break'])

function contentBlocks(facts: ConferenceFacts): readonly Block[] {
  const items = facts.agenda.filter((item) => !QUIET.has(item.kind))
  const several = subjectWords(facts.subjects)
  return [
    ...(several.length > 1
      ? [paragraph(`Hội nghị gồm ${formatCount(several.length)} nội dung: ${several.join('; ')}.`)]
      : []),
    ...(items.length === 0 ? [] : [paragraph('Chương trình Hội nghị gồm các phần chính:')]),
    ...closedList(
      items.map((item) =>
        item.presenterPost === '' ? item.title : `${unstopped(item.title)} (${item.presenterPost} thực hiện)`,
      ),
    ),
  ]
}

const pointWords = ({ points, place }: ConferenceFacts): string => {
  if (points.length === 0) return ''
  const main = place === '' ? '' : `điểm cầu chính tại ${place} và `
  const named =
    points.length <= MOST_POINTS ? `: ${points.map((point) => point.name).join('; ')}` : ' (có phụ lục kèm theo)'
  return `, gồm ${main}${formatCount(points.length)} điểm cầu${named}`
}

const timeBlocks = (facts: ConferenceFacts): readonly Block[] => [
  ...numberedSections([
    {
      title: 'Thời gian',
      blocks: [
        paragraph(
          `Từ ${hourWords(facts.startsAt)}${facts.endsAt === '' ? '' : ` đến ${hourWords(facts.endsAt)}`}, ${longDay(facts.day)}.`,
        ),
      ],
    },
    { title: 'Địa điểm', blocks: facts.place === '' ? [] : [paragraph(`${upperFirst(unstopped(facts.place))}.`)] },
    {
      title: 'Phương thức',
      blocks: [paragraph(`Hội nghị tổ chức theo hình thức ${modeWords(facts.mode)}${pointWords(facts)}.`)],
    },
  ]),
]

function groupLine(title: string, guests: readonly Guest[]): string {
  const { named, others } = peopleTogether(guests, MOST_NAMED)
  const more = others > 0 ? ` và ${formatCount(others)} thành phần khác theo danh sách mời` : ''
  return `${title} (${formatCount(guests.length)}): ${named.join('; ')}${more}`
}

function attendanceBlocks(facts: ConferenceFacts): readonly Block[] {
  const invited = groupsOf(facts.guests).filter(({ group }) => group !== 'chair')
  return numberedSections([
    { title: 'Chủ trì', blocks: facts.chairPosts.length === 0 ? [] : [paragraph(`${upperFirst(chairsOf(facts))}.`)] },
    {
      title: 'Thư ký',
      blocks: facts.secretaryPost === '' ? [] : [paragraph(`${upperFirst(addressed(facts, facts.secretaryPost))}.`)],
    },
    {
      title: 'Đại biểu',
      blocks:
        invited.length === 0
          ? []
          : [
              ...closedList(invited.map(({ group, guests }) => groupLine(GROUP_TITLES[group], guests))),
              paragraph(`Tổng số đại biểu dự kiến: ${formatCount(facts.guests.length)}.`),
            ],
    },
  ])
}

const dutyTable = (facts: ConferenceFacts): readonly Block[] =>
  facts.duties.length === 0
    ? []
    : [
        tableOf(
          [
            { head: 'STT', widthMm: 12, align: 'center' },
            { head: 'Nội dung công việc', widthMm: 78, align: 'left' },
            { head: 'Thực hiện', widthMm: 47, align: 'left' },
            { head: 'Hoàn thành', widthMm: 28, align: 'center' },
          ],
          facts.duties.map((duty, at) => [String(at + 1), duty.content, duty.lead, dayWords(duty.dueOn)]),
        ),
      ]

function pointAnnex(facts: ConferenceFacts): readonly Block[] {
  const { points } = facts
  if (points.length <= MOST_POINTS) return []
  return [
    annexOf(facts, { label: 'Phụ lục', title: 'Danh sách điểm cầu trực tuyến', paper: 'Kế hoạch' }),
    tableOf(
      [
        { head: 'STT', widthMm: 15, align: 'center' },
        { head: 'Điểm cầu', widthMm: 150, align: 'left' },
      ],
      points.map((point, at) => [String(at + 1), point.name]),
    ),
  ]
}

const contactWords = ({ contactPost, speaker }: ConferenceFacts): string =>
  contactPost === '' ? speaker : `${contactPost} (đầu mối theo dõi, tổng hợp)`

/** Kế hoạch tổ chức hội nghị: purposes, content, time and place, who comes, who prepares what by when. */
export function planPaper(facts: ConferenceFacts): WrittenPaper {
  const name = conferenceName(facts)
  return {
    family: facts.family,
    kind: 'ke-hoach',
    summary: summaryFor(facts, `Tổ chức ${name}`),
    recipients: facts.duties.length === 0 ? [] : ['Các cơ quan, đơn vị được phân công (để thực hiện)'],
    blocks: [
      paragraph(`${facts.speaker} xây dựng Kế hoạch tổ chức ${name} như sau:`),
      ...numberedParts([
        {
          title: 'Mục đích, yêu cầu',
          blocks: numberedSections([
            { title: 'Mục đích', blocks: closedList(facts.purposes) },
            { title: 'Yêu cầu', blocks: closedList(facts.requirements) },
          ]),
        },
        { title: 'Nội dung', blocks: contentBlocks(facts) },
        { title: 'Thời gian, địa điểm, phương thức', blocks: timeBlocks(facts) },
        { title: 'Thành phần', blocks: attendanceBlocks(facts) },
        { title: 'Phân công thực hiện', blocks: dutyTable(facts) },
      ]),
      paragraph(
        `Đề nghị các cơ quan, đơn vị được phân công chủ động thực hiện đúng tiến độ; có vướng mắc, kịp thời phản ánh về ${contactWords(facts)} để phối hợp giải quyết.`,
      ),
      ...pointAnnex(facts),
    ],
  }
}

const askedBodies = ({ askedReports, speeches }: ConferenceFacts): readonly string[] => [
  ...new Set([...askedReports, ...speeches].map((each) => each.body).filter((body) => body !== '')),
]

const reportTable = (asked: readonly AskedReport[]): Block =>
  tableOf(
    [
      { head: 'STT', widthMm: 12, align: 'center' },
      { head: 'Cơ quan, đơn vị', widthMm: 55, align: 'left' },
      { head: 'Báo cáo', widthMm: 70, align: 'left' },
      { head: 'Hạn gửi', widthMm: 28, align: 'center' },
    ],
    asked.map((each, at) => [String(at + 1), each.body, each.title, dayWords(each.dueOn)]),
  )

const speechTable = (speeches: readonly Speech[]): Block =>
  tableOf(
    [
      { head: 'STT', widthMm: 12, align: 'center' },
      { head: 'Cơ quan, đơn vị', widthMm: 42, align: 'left' },
      { head: 'Chủ đề tham luận', widthMm: 61, align: 'left' },
      { head: 'Trình bày', widthMm: 24, align: 'center' },
      { head: 'Hạn gửi', widthMm: 26, align: 'center' },
    ],
    speeches.map((each, at) => [
      String(at + 1),
      each.body,
      each.topic,
      each.isSpoken ? `${formatCount(each.minutes)} phút` : 'Gửi văn bản',
      dayWords(each.dueOn),
    ]),
  )

/** `trước ngày 25/6/2026`, bold, as deadlines stand in papers. */
const byDay = (day: string): Run => bold(`trước ngày ${dayWords(day)}`)

function outlineBlocks(facts: ConferenceFacts): readonly Block[] {
  return [
    paragraph(`Báo cáo, tham luận bám sát ${subjectsTogether(facts.subjects)}, trình bày ngắn gọn theo các phần:`),
    ...closedList([
      'Việc đã chỉ đạo, triển khai: văn bản, cuộc làm việc, đối tượng, địa bàn',
      'Kết quả: mỗi nhận định kèm số liệu, có so sánh với cùng kỳ hoặc chỉ tiêu được giao',
      'Cách làm, mô hình nên nhân rộng: làm gì, ở đâu, ai được lợi',
      'Hạn chế, nguyên nhân; việc chưa xong và lý do',
      'Nhiệm vụ thời gian tới: rõ việc, rõ đơn vị, rõ thời hạn; đề xuất, kiến nghị',
    ]),
  ]
}

function sendingBlocks(facts: ConferenceFacts): readonly Block[] {
  const days = [...facts.askedReports, ...facts.speeches].map((each) => each.dueOn).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const where = facts.contactPost === '' ? facts.speaker : facts.contactPost
  const by = first === last ? [byDay(first)] : [byDay(first), { text: ' đến ' }, byDay(last)]
  return [
    {
      kind: 'paragraph',
      runs: runs(`Văn bản gửi về ${where} `, ...by, first === last ? '' : ' theo từng nội dung nêu trên', '.'),
    },
    paragraph('Sau thời hạn này, nội dung chưa gửi có thể không được đưa vào chương trình Hội nghị.'),
  ]
}

/** Công văn: reports and papers asked for, each with its deadline, and their outline. */
export function requestPaper(facts: ConferenceFacts): WrittenPaper {
  const bodies = askedBodies(facts)
  const [reports, speeches] = [facts.askedReports, facts.speeches]
  const things = [...(reports.length === 0 ? [] : ['báo cáo']), ...(speeches.length === 0 ? [] : ['tham luận'])]
  return {
    family: facts.family,
    kind: 'cong-van',
    summary: `V/v chuẩn bị ${things.length === 0 ? 'tài liệu' : things.join(', ')} phục vụ ${shortName(facts)}`,
    addressees: bodies.length > MOST_ADDRESSED ? ['Các cơ quan, đơn vị nêu tại văn bản này'] : bodies,
    blocks: [
      paragraph(
        `${facts.speaker} dự kiến tổ chức ${conferenceName(facts)} vào ${longDay(facts.day)}. Để có đủ tài liệu phục vụ Hội nghị, đề nghị các cơ quan, đơn vị phối hợp thực hiện các nội dung sau:`,
      ),
      ...numberedSections([
        { title: 'Xây dựng báo cáo', blocks: reports.length === 0 ? [] : [reportTable(reports)] },
        { title: 'Chuẩn bị tham luận', blocks: speeches.length === 0 ? [] : [speechTable(speeches)] },
        { title: 'Gợi ý đề cương', blocks: outlineBlocks(facts) },
        { title: 'Thời hạn và nơi nhận', blocks: sendingBlocks(facts) },
      ]),
      paragraph('Đề nghị các cơ quan, đơn vị quan tâm phối hợp.'),
    ],
  }
}
