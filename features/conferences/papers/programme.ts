// Chương trình hội nghị, and the numbered list of papers to be read. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block, TableRow } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { AgendaItem, ConferenceFacts, Speech } from '../facts.ts'
import {
  bold,
  chairsOf,
  conferenceName,
  dayWords,
  hourMark,
  hourWords,
  laterBy,
  longDay,
  modeWords,
  paragraph,
  postAndBody,
  tableOf,
  unstopped,
  upperFirst,
} from './words.ts'

/** `08h00 – 08h15` */
export const spanOf = ({ startsAt, minutes }: AgendaItem): string =>
  minutes > 0 ? `${hourMark(startsAt)} – ${hourMark(laterBy(startsAt, minutes))}` : hourMark(startsAt)

/** Papers that are spoken, in the order of speaking; those without an order come last. */
export const spokenOf = ({ speeches }: ConferenceFacts): readonly Speech[] =>
  speeches
    .filter((each) => each.isSpoken)
    .toSorted((a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || a.seq - b.seq)

const itemTitle = (facts: ConferenceFacts, item: AgendaItem): string => {
  const isOnlySpeechItem = item.kind === 'paper' && facts.agenda.filter((each) => each.kind === 'paper').length === 1
  const spoken = spokenOf(facts)
  if (!isOnlySpeechItem || spoken.length === 0) return unstopped(item.title)
  return `${unstopped(item.title)}: ${spoken.map((each, at) => `(${at + 1}) ${each.body === '' ? each.post : each.body}: “${unstopped(each.topic)}”`).join('; ')}`
}

const itemRow = (facts: ConferenceFacts, item: AgendaItem): TableRow => ({
  cells: [spanOf(item), itemTitle(facts, item), item.presenterPost],
  ...(item.kind === 'break' ? { emphasis: 'italic' as const } : {}),
})

const whereBlocks = (facts: ConferenceFacts): readonly Block[] => [
  paragraph(bold('Thời gian: '), `${hourWords(facts.startsAt)}, ${longDay(facts.day)}.`),
  ...(facts.place === '' ? [] : [paragraph(bold('Địa điểm: '), `${upperFirst(unstopped(facts.place))}.`)]),
  ...(facts.mode === 'in-person'
    ? []
    : [
        paragraph(
          bold('Hình thức: '),
          facts.points.length === 0
            ? `${modeWords(facts.mode)}.`
            : `${modeWords(facts.mode)}, ${formatCount(facts.points.length)} điểm cầu.`,
        ),
      ]),
  ...(facts.chairPosts.length === 0 ? [] : [paragraph(bold('Chủ trì: '), `${upperFirst(chairsOf(facts))}.`)]),
]

/** Chương trình hội nghị: a table by time. */
export const programmePaper = (facts: ConferenceFacts): WrittenPaper => ({
  family: facts.family,
  kind: 'chuong-trinh',
  summary: conferenceName(facts),
  blocks: [
    ...whereBlocks(facts),
    ...(facts.agenda.length === 0
      ? []
      : [
          tableOf(
            [
              { head: 'Thời gian', widthMm: 32, align: 'center' },
              { head: 'Nội dung', widthMm: 90, align: 'left' },
              { head: 'Thực hiện', widthMm: 43, align: 'left' },
            ],
            facts.agenda.map((item) => itemRow(facts, item)),
          ),
        ]),
  ],
})

function countWords(facts: ConferenceFacts): readonly Block[] {
  const spoken = spokenOf(facts)
  const minutes = spoken.reduce((sum, each) => sum + each.minutes, 0)
  const waiting = facts.speeches.filter((each) => each.receivedOn === null)
  const received = facts.speeches.length - waiting.length
  const bodies = [...new Set(waiting.map((each) => each.body).filter((body) => body !== ''))]
  return [
    paragraph(
      `Tổng số ${formatCount(facts.speeches.length)} tham luận, trong đó ${formatCount(spoken.length)} tham luận trình bày tại Hội nghị với tổng thời gian ${formatCount(minutes)} phút.`,
    ),
    paragraph(
      waiting.length === 0
        ? `Đã nhận đủ ${formatCount(received)} tham luận.`
        : `Đã nhận ${formatCount(received)} tham luận; còn ${formatCount(waiting.length)} tham luận chưa gửi${bodies.length === 0 ? '' : `: ${bodies.join('; ')}`}.`,
    ),
  ]
}

const speechCells = (each: Speech, at: number): readonly string[] => [
  String(at + 1),
  each.topic,
  postAndBody(each),
  each.isSpoken ? formatCount(each.minutes) : '',
  dayWords(each.dueOn),
  each.receivedOn === null ? 'Chưa' : dayWords(each.receivedOn),
]

/** Danh sách tham luận: topic, who, deadline, received, order of speaking, minutes. */
export function speechListPaper(facts: ConferenceFacts): WrittenPaper {
  const spoken = spokenOf(facts)
  const handedIn = facts.speeches.filter((each) => !each.isSpoken).toSorted((a, b) => a.seq - b.seq)
  const head = (text: string): TableRow => ({ emphasis: 'bold', cells: [{ text, colSpan: 6, align: 'left' }] })
  return {
    family: facts.family,
    kind: 'danh-sach',
    summary: `${facts.family === 'party' ? 'tham' : 'Tham'} luận tại ${conferenceName(facts)}`,
    blocks: [
      ...countWords(facts),
      ...(facts.speeches.length === 0
        ? []
        : [
            tableOf(
              [
                { head: 'Thứ tự', widthMm: 13, align: 'center' },
                { head: 'Chủ đề', widthMm: 50, align: 'left' },
                { head: 'Người trình bày', widthMm: 39, align: 'left' },
                { head: 'Số phút', widthMm: 13, align: 'center' },
                { head: 'Hạn gửi', widthMm: 25, align: 'center' },
                { head: 'Ngày nhận', widthMm: 25, align: 'center' },
              ],
              [
                ...(spoken.length === 0 ? [] : [head('Trình bày tại Hội nghị')]),
                ...spoken.map(speechCells),
                ...(handedIn.length === 0 ? [] : [head('Gửi văn bản')]),
                ...handedIn.map((each, at) => speechCells(each, spoken.length + at)),
              ],
            ),
          ]),
    ],
  }
}
