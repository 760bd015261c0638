// Biên bản xét khen thưởng: who was there by number, the votes on each nomination, what the council concluded. Numbers only, never who voted how. Pure.
import { formatCount, formatPair } from '@kheo/core/text/number-style.ts'
import type { Block, Table } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import { day, heading, matterOf, paragraph, placeOf, summaryOf, whoWords, winnersWords } from './blocks.ts'
import { type AwardFacts, type AwardLine, COUNCIL, isVotedDown } from './facts.ts'

const VERDICTS: Readonly<Record<string, string>> = { enough: 'Đủ tỷ lệ', 'too-few': 'Chưa đủ tỷ lệ' }

const percentOf = (line: AwardLine): string => {
  const [votes, all] = [line.votesFor ?? 0, line.votesOf ?? 0]
  return all === 0 ? '' : `${String(Math.round((votes * 1000) / all) / 10).replace('.', ',')}%`
}

/** The verdict stands in a column of its own where the law of the day sets a share of votes. */
const votesTable = (lines: readonly AwardLine[]): Table => {
  const verdict = (words: string): readonly string[] => (lines.some((line) => line.verdict !== null) ? [words] : [])
  return {
    kind: 'table',
    columns: [
      { widthMm: 11, align: 'center' },
      { widthMm: 62, align: 'left' },
      { widthMm: 34, align: 'left' },
      { widthMm: 20, align: 'center' },
      { widthMm: 18, align: 'center' },
      ...verdict('').map(() => ({ widthMm: 22, align: 'left' as const })),
    ],
    headerRows: [
      [
        { text: 'STT' },
        { text: 'Tập thể, cá nhân' },
        { text: 'Hình thức' },
        { text: 'Số phiếu' },
        { text: 'Tỷ lệ' },
        ...verdict('Kết quả').map((text) => ({ text })),
      ],
    ],
    rows: lines.map((line, at) => ({
      cells: [
        String(at + 1),
        [line.name, placeOf(line)].filter((part) => part !== '').join(' - '),
        line.formWords,
        formatPair(line.votesFor ?? 0, line.votesOf ?? 0),
        percentOf(line),
        ...verdict(VERDICTS[line.verdict ?? ''] ?? ''),
      ],
    })),
  }
}

function attendance({ council }: AwardFacts): Block[] {
  if (council.members === null || council.present === null) return []
  const absent = council.members - council.present
  return [
    paragraph(
      `- Hội đồng có ${formatCount(council.members)} thành viên; có mặt ${formatCount(council.present)}${absent === 0 ? '' : `, vắng mặt ${formatCount(absent)}`}.`,
    ),
  ]
}

/** All who may vote agreed to each. */
const isUnanimous = (lines: readonly AwardLine[]): boolean => lines.every((line) => line.votesFor === line.votesOf)

const outcome = (lines: readonly AwardLine[]): string => {
  const [good, short] = [lines.filter((line) => !isVotedDown(line)), lines.filter(isVotedDown)]
  return [
    ...(good.length === 0
      ? []
      : [`${isUnanimous(good) ? 'nhất trí' : 'thống nhất'} đề nghị khen thưởng ${winnersWords(good)}`]),
    ...(short.length === 0 ? [] : [`chưa đề nghị khen thưởng ${winnersWords(short)} do chưa đủ tỷ lệ phiếu`]),
  ].join('; ')
}

/** Undefined until the council has voted on a nomination. */
export function minutesPaper(facts: AwardFacts): WrittenPaper | undefined {
  const { council, voted: lines } = facts
  // The council does not report to itself.
  const office = facts.proposer === COUNCIL ? 'Thường trực Hội đồng' : facts.proposer
  if (council.on === null || lines.length === 0) return undefined
  return {
    family: facts.family,
    kind: 'bien-ban',
    summary: summaryOf(facts, `Họp xét khen thưởng trong ${matterOf(facts)}`),
    signature: { post: council.chair === '' ? 'CHỦ TRÌ' : council.chair.toLocaleUpperCase('vi'), name: '' },
    cosigner: { post: council.secretary === '' ? 'THƯ KÝ' : council.secretary.toLocaleUpperCase('vi'), name: '' },
    blocks: [
      paragraph(
        `Ngày ${day(council.on)}, Hội đồng Thi đua - Khen thưởng họp xét hồ sơ đề nghị khen thưởng ${whoWords(lines)} trong ${matterOf(facts)}.`,
      ),
      heading('I. Thành phần'),
      ...attendance(facts),
      ...(council.chair === '' ? [] : [paragraph(`- Chủ trì: ${council.chair}.`)]),
      ...(council.secretary === '' ? [] : [paragraph(`- Thư ký: ${council.secretary}.`)]),
      heading('II. Nội dung'),
      paragraph(
        `Hội đồng nghe ${office} báo cáo kết quả thẩm định ${formatCount(lines.length)} hồ sơ, thảo luận và bỏ phiếu kín. Kết quả:`,
      ),
      votesTable(lines),
      heading('III. Kết luận'),
      paragraph(
        `Hội đồng ${outcome(lines)}. Hồ sơ được giao ${office} hoàn thiện, trình cấp có thẩm quyền quyết định.`,
      ),
      paragraph('Biên bản đã được thông qua tại cuộc họp.'),
    ],
  }
}
