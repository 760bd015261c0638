// Biên bản hội nghị: who sat, what went on, who said what, what was concluded, when it ended; signed by secretary and chair. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { ConferenceFacts } from '../facts.ts'
import { spanOf, spokenOf } from './programme.ts'
import {
  addressed,
  bold,
  chairsOf,
  closedList,
  conferenceName,
  dayWords,
  decisionWords,
  hourWords,
  heldDay,
  list,
  longDay,
  numberedParts,
  numberedSections,
  paragraph,
  postAndBody,
  speakerWords,
  runs,
  unstopped,
  upperFirst,
} from './words.ts'

const QUIET = new Set(['break', 'conclusion', 'closing', 'discussion', 'paper'])
const MOST_ABSENT = 12

function presenceLines(facts: ConferenceFacts): readonly string[] {
  const came = facts.guests.filter((guest) => guest.cameAt !== null)
  const absent = facts.guests.filter((guest) => guest.cameAt === null)
  if (facts.guests.length === 0 || came.length === 0) return []
  const named = absent.slice(0, MOST_ABSENT).map(postAndBody)
  const more = absent.length > named.length ? ' và các đại biểu khác theo danh sách' : ''
  return [
    `Có mặt: ${formatCount(came.length)}/${formatCount(facts.guests.length)} đại biểu được mời (danh sách kèm theo)`,
    ...(absent.length === 0 ? [] : [`Vắng mặt: ${formatCount(absent.length)} (${named.join('; ')}${more})`]),
  ]
}

const openingBlocks = (facts: ConferenceFacts): readonly Block[] =>
  numberedSections([
    {
      title: 'Thời gian, địa điểm',
      blocks: [
        paragraph(
          `Bắt đầu lúc ${hourWords(facts.startsAt)}, ${longDay(heldDay(facts))}${facts.place === '' ? '' : `, tại ${facts.place}`}.`,
        ),
        ...(facts.points.length === 0
          ? []
          : [
              paragraph(
                `Kết nối trực tuyến với ${formatCount(facts.points.length)} điểm cầu: ${facts.points.map((point) => point.name).join('; ')}.`,
              ),
            ]),
      ],
    },
    {
      title: 'Thành phần',
      blocks: closedList([
        ...(facts.chairPosts.length === 0 ? [] : [`Chủ trì: ${chairsOf(facts)}`]),
        ...(facts.secretaryPost === '' ? [] : [`Thư ký: ${addressed(facts, facts.secretaryPost)}`]),
        ...presenceLines(facts),
      ]),
    },
  ])

const courseBlocks = (facts: ConferenceFacts): readonly Block[] =>
  list(
    facts.agenda
      .filter((item) => !QUIET.has(item.kind))
      .map((item) =>
        runs(
          bold(`${spanOf(item)}: `),
          `${unstopped(item.title)}${item.presenterPost === '' ? '' : ` (${addressed(facts, item.presenterPost)})`}.`,
        ),
      ),
  )

/** An opinion is kept as it was noted; only its end is closed. */
const opinionBlocks = (facts: ConferenceFacts): readonly Block[] => [
  ...spokenOf(facts).map((each) =>
    paragraph(bold(`${upperFirst(speakerWords(facts, each))}: `), `tham luận về “${unstopped(each.topic)}”.`),
  ),
  ...facts.minutes.opinions.map((each) =>
    paragraph(bold(`${upperFirst(speakerWords(facts, each))}: `), `${unstopped(each.words)}.`),
  ),
]

function voteBlocks({ minutes: { votes } }: ConferenceFacts): readonly Block[] {
  if (votes === null) return []
  const all = votes.agreed + votes.against + votes.abstained
  return [
    paragraph(
      `Tổng số ${formatCount(all)} ý kiến biểu quyết: tán thành ${formatCount(votes.agreed)}/${formatCount(all)}, không tán thành ${formatCount(votes.against)}, ý kiến khác ${formatCount(votes.abstained)}.`,
    ),
  ]
}

const conclusionBlocks = (facts: ConferenceFacts): readonly Block[] =>
  facts.conclusions.length === 0
    ? []
    : [
        paragraph(
          facts.chairPosts.length === 0
            ? 'Chủ trì kết luận:'
            : `${upperFirst(addressed(facts, facts.chairPosts[0] ?? ''))} kết luận:`,
        ),
        ...facts.conclusions.map((each, at) =>
          paragraph(
            `${at + 1}. ${unstopped(each.content)}${each.lead === '' ? '' : `; ${each.lead} chủ trì`}, xong `,
            bold(`trước ngày ${dayWords(each.dueOn)}`),
            '.',
          ),
        ),
      ]

/** Winners of one form by one decision stand together. */
const awardBlocks = ({ awards }: ConferenceFacts): readonly Block[] => {
  const headOf = ({ form, decision }: ConferenceFacts['awards'][number]): string =>
    `${form}${decision === '' ? '' : ` (${decisionWords(decision)})`}`
  return closedList(
    [...Map.groupBy(awards, headOf)].map(
      ([head, lines]) => `${head}, ${formatCount(lines.length)} trường hợp: ${lines.map(({ to }) => to).join('; ')}`,
    ),
  )
}

/** Biên bản: two sign it, the secretary at the left and the chair at the right. */
export const minutesPaper = (facts: ConferenceFacts): WrittenPaper => ({
  family: facts.family,
  kind: 'bien-ban',
  summary: conferenceName(facts),
  signature: { post: 'CHỦ TRÌ', name: '' },
  cosigner: { post: 'THƯ KÝ', name: '' },
  blocks: [
    ...numberedParts([
      { title: 'Thời gian, địa điểm, thành phần', blocks: openingBlocks(facts) },
      { title: 'Diễn biến', blocks: courseBlocks(facts) },
      { title: 'Tham luận, ý kiến phát biểu', blocks: opinionBlocks(facts) },
      { title: 'Khen thưởng', blocks: awardBlocks(facts) },
      { title: 'Biểu quyết', blocks: voteBlocks(facts) },
      { title: 'Kết luận', blocks: conclusionBlocks(facts) },
    ]),
    paragraph(
      facts.minutes.endedAt === ''
        ? 'Hội nghị kết thúc cùng ngày. Biên bản lập thành 02 bản có giá trị như nhau.'
        : `Hội nghị kết thúc lúc ${hourWords(facts.minutes.endedAt)} cùng ngày. Biên bản lập thành 02 bản có giá trị như nhau.`,
    ),
  ],
})
