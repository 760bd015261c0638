// Kịch bản điều hành: minute by minute, the words of who leads the programme, and the drafts of the opening and closing words. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { AgendaItem, ConferenceFacts, Speech } from '../facts.ts'
import { spanOf, spokenOf } from './programme.ts'
import { closingSpeech, openingSpeech } from './speeches.ts'
import {
  awardGroups,
  addressed,
  chairsOf,
  closedList,
  conferenceName,
  decisionWords,
  GROUP_TITLES,
  groupsOf,
  hourWords,
  list,
  lowerFirst,
  longDay,
  numberedParts,
  paragraph,
  peopleTogether,
  speakerWords,
  tableOf,
  unstopped,
  upperFirst,
} from './words.ts'

const HOST = 'Người dẫn chương trình'
const MOST_INTRODUCED = 10

const chairWords = (facts: ConferenceFacts): string =>
  facts.chairPosts.length === 0 ? 'chủ trì Hội nghị' : chairsOf(facts)

const presenterOf = (facts: ConferenceFacts, item: AgendaItem): string =>
  item.presenterPost === '' ? chairWords(facts) : addressed(facts, item.presenterPost)

/** Spoken papers of one item: all of them when the programme has one item for papers, else one each in order. */
function speechesAt(facts: ConferenceFacts, item: AgendaItem): readonly Speech[] {
  const items = facts.agenda.filter((each) => each.kind === 'paper')
  const spoken = spokenOf(facts)
  if (items.length <= 1) return spoken
  const at = items.findIndex((each) => each.seq === item.seq)
  return at === items.length - 1 ? spoken.slice(at) : spoken.slice(at, at + 1)
}

const introduced = (facts: ConferenceFacts): readonly Block[] =>
  list(
    groupsOf(facts.guests)
      .filter(({ group }) => group !== 'press' && group !== 'chair')
      .map(({ group, guests }) => {
        const { named, others } = peopleTogether(guests, MOST_INTRODUCED)
        return `${GROUP_TITLES[group]}: ${named.join('; ')}${others > 0 ? ' cùng các đại biểu có tên trong danh sách' : ''}.`
      }),
  )

const openingWords = (facts: ConferenceFacts): readonly Block[] => [
  paragraph('Kính thưa các vị đại biểu, kính thưa toàn thể Hội nghị.'),
  paragraph(
    `Hôm nay, ${longDay(facts.day)}, ${facts.speaker} tổ chức ${conferenceName(facts)}. Thay mặt Ban Tổ chức, tôi xin nhiệt liệt chào mừng các vị đại biểu đã về dự.`,
  ),
  ...(facts.guests.length === 0
    ? []
    : [paragraph('Tôi xin trân trọng giới thiệu thành phần dự Hội nghị:'), ...introduced(facts)]),
  ...(facts.points.length === 0
    ? []
    : [
        paragraph(
          `Dự Hội nghị theo hình thức trực tuyến có đại biểu tại ${formatCount(facts.points.length)} điểm cầu. Đề nghị các điểm cầu tắt micro khi không phát biểu.`,
        ),
      ]),
  ...(facts.chairPosts.length === 0
    ? []
    : [
        paragraph(
          `Chủ trì Hội nghị: ${chairsOf(facts)}.${facts.secretaryPost === '' ? '' : ` Thư ký Hội nghị: ${addressed(facts, facts.secretaryPost)}.`}`,
        ),
      ]),
  paragraph(`Trân trọng kính mời ${chairWords(facts)} phát biểu khai mạc Hội nghị.`),
]

function speechWords(facts: ConferenceFacts, item: AgendaItem): readonly Block[] {
  const speeches = speechesAt(facts, item)
  if (speeches.length === 0)
    return [paragraph('Hội nghị chuyển sang phần tham luận. Trân trọng kính mời các đại biểu đăng ký phát biểu.')]
  return speeches.map((each, at) => {
    const next = speeches[at + 1]
    const minutes = each.minutes > 0 ? ` Thời gian trình bày không quá ${formatCount(each.minutes)} phút.` : ''
    const ready =
      next === undefined ? '' : ` Tiếp theo, xin mời đại diện ${next.body === '' ? next.post : next.body} chuẩn bị.`
    return paragraph(
      `Trân trọng kính mời ${speakerWords(facts, each)} trình bày tham luận về “${unstopped(each.topic)}”.${minutes}${ready}`,
    )
  })
}

function awardWords(facts: ConferenceFacts): readonly Block[] {
  if (facts.awards.length === 0)
    return [
      paragraph('Hội nghị chuyển sang phần khen thưởng. Xin công bố quyết định khen thưởng của cấp có thẩm quyền.'),
    ]
  const decisions = [...new Set(facts.awards.map((line) => line.decision).filter((it) => it !== ''))].map(decisionWords)
  return [
    paragraph(
      `Hội nghị chuyển sang phần khen thưởng. ${decisions.length === 0 ? 'Xin công bố' : `Căn cứ ${decisions.join('; ')}, xin công bố`} ${awardGroups(facts.awards).join('; ')}:`,
    ),
    ...closedList(facts.awards.map((line) => `${line.to}: ${line.form}`)),
    paragraph(
      `Kính mời các tập thể, cá nhân có tên lên sân khấu. Trân trọng kính mời ${chairWords(facts)} trao khen thưởng.`,
    ),
  ]
}

/** What who leads the programme says at an item. */
function hostWords(facts: ConferenceFacts, item: AgendaItem): readonly Block[] {
  const who = presenterOf(facts, item)
  switch (item.kind) {
    case 'opening':
      return openingWords(facts)
    case 'report':
    case 'thematic':
      return [
        paragraph(`Tiếp theo chương trình, trân trọng kính mời ${who} trình bày ${lowerFirst(unstopped(item.title))}.`),
      ]
    case 'paper':
      return speechWords(facts, item)
    case 'discussion':
      return [paragraph(`Hội nghị chuyển sang phần thảo luận. Trân trọng kính mời ${who} điều hành.`)]
    case 'awards':
      return awardWords(facts)
    case 'guidance':
      return [paragraph(`Trân trọng kính mời ${who} phát biểu chỉ đạo Hội nghị.`)]
    case 'conclusion':
      return [paragraph(`Trân trọng kính mời ${who} phát biểu kết luận Hội nghị.`)]
    case 'closing':
      return [
        paragraph(
          `Chương trình ${conferenceName(facts)} đến đây kết thúc. Ban Tổ chức xin cảm ơn và kính chúc các vị đại biểu sức khỏe, công tác tốt.`,
        ),
      ]
    case 'break':
      return [
        paragraph(
          `Hội nghị giải lao ${formatCount(item.minutes)} phút. Kính mời các vị đại biểu trở lại hội trường đúng giờ.`,
        ),
      ]
  }
}

const ACTS: Readonly<Partial<Record<AgendaItem['kind'], string>>> = {
  awards: 'Đưa tập thể, cá nhân vào vị trí; chuẩn bị bằng, hoa; đọc danh sách',
  break: 'Tiếp nước; kiểm tra âm thanh, đường truyền',
  discussion: 'Chuyển micro; thư ký ghi ý kiến',
  opening: 'Ổn định tổ chức, điểm danh; giới thiệu đại biểu',
}

const timeline = (facts: ConferenceFacts): Block =>
  tableOf(
    [
      { head: 'Thời gian', widthMm: 32, align: 'center' },
      { head: 'Nội dung', widthMm: 62, align: 'left' },
      { head: 'Người nói', widthMm: 38, align: 'left' },
      { head: 'Phục vụ', widthMm: 33, align: 'left' },
    ],
    facts.agenda.map((item) => [
      spanOf(item),
      unstopped(item.title),
      item.presenterPost === '' ? (item.kind === 'break' ? '' : HOST) : item.presenterPost,
      ACTS[item.kind] ?? '',
    ]),
  )

const spoken = (facts: ConferenceFacts): readonly Block[] =>
  facts.agenda.flatMap((item): readonly Block[] => [
    { kind: 'heading', level: 2, text: `${spanOf(item)}: ${unstopped(item.title)}` },
    ...hostWords(facts, item),
  ])

const generalBlocks = (facts: ConferenceFacts): readonly Block[] =>
  closedList([
    `Thời gian: ${hourWords(facts.startsAt)}, ${longDay(facts.day)}`,
    ...(facts.place === '' ? [] : [`Địa điểm: ${facts.place}`]),
    ...(facts.chairPosts.length === 0 ? [] : [`Chủ trì: ${upperFirst(chairsOf(facts))}`]),
    ...(facts.secretaryPost === '' ? [] : [`Thư ký: ${facts.secretaryPost}`]),
    ...(facts.guests.length === 0 ? [] : [`Số đại biểu mời: ${formatCount(facts.guests.length)}`]),
  ])

/** Kịch bản điều hành hội nghị. */
export const scriptPaper = (facts: ConferenceFacts): WrittenPaper => ({
  family: facts.family,
  kind: 'kich-ban',
  summary: `${facts.family === 'party' ? 'điều' : 'Điều'} hành ${conferenceName(facts)}`,
  blocks: numberedParts([
    { title: 'Thông tin chung', blocks: generalBlocks(facts) },
    { title: 'Diễn biến', blocks: facts.agenda.length === 0 ? [] : [timeline(facts)] },
    { title: 'Lời dẫn', blocks: spoken(facts) },
    { title: 'Dự thảo phát biểu khai mạc', blocks: openingSpeech(facts) },
    { title: 'Dự thảo phát biểu bế mạc', blocks: closingSpeech(facts) },
  ]),
})
