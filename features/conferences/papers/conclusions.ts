// Thông báo kết luận, and the report on what became of earlier conclusions. Pure.
import { formatCount, formatPair } from '@kheo/core/text/number-style.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import type { Conclusion, ConclusionResult, ConferenceFacts } from '../facts.ts'
import {
  addressed,
  annexOf,
  bold,
  conferenceName,
  dayWords,
  figureSentence,
  heldDay,
  list,
  lowerFirst,
  modeWords,
  numberedParts,
  paragraph,
  summaryFor,
  tableOf,
  unstopped,
  upperFirst,
} from './words.ts'

const STATES: Readonly<Record<ConclusionResult['state'], string>> = {
  'done-in-time': 'Hoàn thành đúng hạn',
  'done-late': 'Hoàn thành muộn',
  'in-progress': 'Đang thực hiện',
  overdue: 'Quá hạn',
}

const countOf = (results: readonly ConclusionResult[], ...states: readonly ConclusionResult['state'][]): number =>
  results.filter((each) => states.includes(each.state)).length

const resultSentence = (results: readonly ConclusionResult[]): string => {
  const done = countOf(results, 'done-in-time', 'done-late')
  const late = countOf(results, 'done-late')
  const parts = [
    `hoàn thành ${formatPair(done, results.length)} nội dung${late === 0 ? '' : ` (trong đó ${formatCount(late)} nội dung muộn hạn)`}`,
    `đang thực hiện ${formatCount(countOf(results, 'in-progress'))}`,
    `quá hạn ${formatCount(countOf(results, 'overdue'))}`,
  ]
  return `${parts.join('; ')}.`
}

const overdueLine = (each: ConclusionResult): string =>
  `${unstopped(each.content)}${each.lead === '' ? '' : ` (${each.lead}${each.dueOn === null ? '' : `, hạn ${dayWords(each.dueOn)}`})`}.`

function earlierBlocks({ earlierConclusions }: ConferenceFacts): readonly Block[] {
  if (earlierConclusions.length === 0) return []
  const late = earlierConclusions.filter((each) => each.state === 'overdue')
  return [
    paragraph(`Các kết luận của hội nghị trước: ${resultSentence(earlierConclusions)}`),
    ...(late.length === 0
      ? []
      : [
          paragraph('Yêu cầu hoàn thành dứt điểm, báo cáo rõ nguyên nhân chậm đối với:'),
          ...list(late.map(overdueLine)),
        ]),
  ]
}

function taskBlock(each: Conclusion, at: number): Block {
  const content = unstopped(each.content)
  const helpers = each.helpers === '' ? '' : `, phối hợp với ${each.helpers}`
  const task =
    each.lead === ''
      ? [`${at}. ${upperFirst(content)}`]
      : [`${at}. Giao `, bold(each.lead), ` chủ trì${helpers}: ${lowerFirst(content)}`]
  const product = each.product === '' ? '' : `; sản phẩm: ${lowerFirst(unstopped(each.product))}`
  return paragraph(...task, '; hoàn thành ', bold(`trước ngày ${dayWords(each.dueOn)}`), `${product}.`)
}

function generalBlocks(facts: ConferenceFacts): readonly Block[] {
  if (facts.figures.length === 0) return []
  return [{ kind: 'paragraph', runs: figureSentence('Kết quả nổi bật theo số liệu báo cáo: ', facts.figures) }]
}

function leadWords(facts: ConferenceFacts): string {
  const chair = facts.chairPosts[0] ?? ''
  const who = chair === '' ? facts.speaker : addressed(facts, chair)
  const came = facts.guests.filter((guest) => guest.cameAt !== null).length
  const number = came === 0 ? '' : ` với ${formatCount(came)} đại biểu dự`
  const online = facts.points.length === 0 ? '' : `, kết nối ${formatCount(facts.points.length)} điểm cầu`
  return `Ngày ${dayWords(heldDay(facts))}, ${who} chủ trì ${conferenceName(facts)} theo hình thức ${modeWords(facts.mode)}${number}${online}. Sau khi nghe báo cáo và các ý kiến phát biểu, ${chair === '' ? 'Hội nghị thống nhất' : 'chủ trì'} kết luận như sau:`
}

/** Thông báo kết luận: numbered tasks with lead and deadline, after what came of the earlier ones. */
export function conclusionPaper(facts: ConferenceFacts): WrittenPaper {
  const chair = facts.chairPosts[0] ?? ''
  const whose = chair === '' ? 'Kết luận' : `Kết luận của ${addressed(facts, chair)}`
  const follower =
    facts.contactPost === ''
      ? ''
      : `${upperFirst(facts.contactPost)} theo dõi, đôn đốc, tổng hợp kết quả thực hiện thông báo này. `
  return {
    family: facts.family,
    kind: 'thong-bao',
    summary: summaryFor(facts, `${whose} tại ${conferenceName(facts)}`).replace(/^về kết luận/u, 'kết luận'),
    recipients: ['Các cơ quan, đơn vị được giao nhiệm vụ (để thực hiện)'],
    blocks: [
      paragraph(leadWords(facts)),
      ...numberedParts([
        { title: 'Đánh giá chung', blocks: generalBlocks(facts) },
        { title: 'Kết quả thực hiện các kết luận trước', blocks: earlierBlocks(facts) },
        { title: 'Nhiệm vụ', blocks: facts.conclusions.map((each, at) => taskBlock(each, at + 1)) },
        {
          title: 'Tổ chức thực hiện',
          blocks: [
            paragraph(
              `${follower}Đơn vị chủ trì báo cáo kết quả khi đến hạn; trường hợp không thể hoàn thành, báo cáo lý do và đề xuất thời hạn mới trước khi hết hạn.`,
            ),
          ],
        },
      ]),
    ],
  }
}

const resultTable = (results: readonly ConclusionResult[]): Block =>
  tableOf(
    [
      { head: 'STT', widthMm: 12, align: 'center' },
      { head: 'Thông báo kết luận', widthMm: 34, align: 'left' },
      { head: 'Nội dung', widthMm: 78, align: 'left' },
      { head: 'Chủ trì', widthMm: 40, align: 'left' },
      { head: 'Thời hạn', widthMm: 24, align: 'center' },
      { head: 'Trạng thái', widthMm: 28, align: 'left' },
      { head: 'Kết quả', widthMm: 36, align: 'left' },
    ],
    results.map((each, at) => [
      String(at + 1),
      each.notice,
      each.content,
      each.lead,
      each.dueOn === null ? '' : dayWords(each.dueOn),
      each.doneOn === null ? STATES[each.state] : `${STATES[each.state]} (${dayWords(each.doneOn)})`,
      each.result,
    ]),
  )

/** Kết quả thực hiện kết luận: counts and what is overdue, then every conclusion in a table. */
export function conclusionResultsPaper(facts: ConferenceFacts): WrittenPaper {
  const results = facts.earlierConclusions
  const late = results.filter((each) => each.state === 'overdue')
  return {
    family: facts.family,
    kind: 'bao-cao',
    summary: summaryFor(facts, 'Kết quả thực hiện kết luận các hội nghị'),
    blocks: [
      paragraph(
        results.length === 0
          ? 'Không có kết luận nào của hội nghị trước phải thực hiện trong kỳ.'
          : `${facts.speaker} tổng hợp kết quả thực hiện ${formatCount(results.length)} nội dung kết luận của các hội nghị trước như sau: ${resultSentence(results)}`,
      ),
      ...(late.length === 0 ? [] : [paragraph('Các nội dung quá hạn:'), ...list(late.map(overdueLine))]),
      ...(results.length === 0
        ? []
        : [
            annexOf(facts, {
              label: 'Phụ lục',
              title: 'Theo dõi thực hiện kết luận',
              paper: 'Báo cáo',
              isWide: true,
            }),
            resultTable(results),
          ]),
    ],
  }
}
