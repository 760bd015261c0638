// Tờ trình: what is asked for, for whom, and the list. Pure.
import { formatCount } from '@kheo/core/text/number-style.ts'
import type { Block, Signature } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import {
  annex,
  day,
  formsWords,
  listTable,
  matterOf,
  paragraph,
  summaryOf,
  upperFirst,
  whoWords,
  winnersWords,
} from './blocks.ts'
import { type AwardFacts, type AwardLine, COUNCIL, isVotedDown, ownLines } from './facts.ts'

const asked = (lines: readonly AwardLine[]): Block[] =>
  [...Map.groupBy(lines, ({ formWords }) => formWords)].map(([form, of]) =>
    paragraph(`- ${form}: ${winnersWords(of)}.`),
  )

function courtOf({ council, voted }: AwardFacts): Block[] {
  if (council.on === null || voted.length === 0) return []
  const enough = voted.filter((line) => !isVotedDown(line)).length
  return [
    paragraph(
      `Hội đồng Thi đua - Khen thưởng đã họp ngày ${day(council.on)}, xét ${formatCount(voted.length)} hồ sơ; ${formatCount(enough)} hồ sơ đạt tỷ lệ phiếu theo quy định.`,
    ),
  ]
}

/** Who is at the head of a body, by the first word of its name. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^(ban|phòng|công an)\s/iu, 'Trưởng'],
  [/^văn phòng(\s|$)/iu, 'Chánh'],
  [/^(ủy ban|uỷ ban|hội|liên đoàn|công đoàn)\s/iu, 'Chủ tịch'],
  [/^đoàn\s/iu, 'Bí thư'],
]

/** Within an office the body that proposes signs; a proposal to those above is the office's own. */
function signatureOf({ isInternal, proposer, council }: AwardFacts): Signature | undefined {
  if (!isInternal) return undefined
  const upper = (text: string): string => text.toLocaleUpperCase('vi')
  if (proposer === COUNCIL) {
    const post = upper(council.chair === '' ? 'Chủ tịch Hội đồng' : council.chair)
    return { authority: { form: 'collective', of: upper(COUNCIL) }, post, name: '' }
  }
  const head = HEADS.find(([body]) => body.test(proposer))?.[1] ?? 'Thủ trưởng'
  return { post: upper(`${head} ${proposer}`), name: '' }
}

/** Undefined while the round has no nominations to ask for. */
export function proposalPaper(facts: AwardFacts): WrittenPaper | undefined {
  const lines = facts.lines.filter((line) => !isVotedDown(line))
  const who = facts.isInternal ? facts.proposer : facts.speaker
  if (lines.length === 0) return undefined
  const signature = signatureOf(facts)
  const higher = lines.filter((line) => !ownLines(facts).includes(line))
  return {
    family: facts.family,
    kind: 'to-trinh',
    summary: summaryOf(
      facts,
      `Về việc đề nghị khen thưởng ${whoWords(lines)} có thành tích xuất sắc trong ${matterOf(facts)}`,
    ),
    addressees: [facts.addressee],
    ...(signature === undefined ? {} : { signature }),
    blocks: [
      paragraph(
        `Thực hiện quy định về công tác thi đua, khen thưởng; trên cơ sở kết quả ${matterOf(facts)} và hồ sơ đề nghị của các đơn vị, ${who} đã rà soát, thẩm định thành tích của các tập thể, cá nhân được đề nghị.`,
      ),
      ...courtOf(facts),
      paragraph(`${upperFirst(who)} trình ${facts.addressee} xem xét khen thưởng ${winnersWords(lines)}, gồm:`),
      ...asked(lines),
      ...(higher.length === 0
        ? []
        : [
            paragraph(
              `Trong đó ${winnersWords(higher)} đề nghị cấp trên tặng ${formsWords(higher)}; đề nghị xem xét, hoàn thiện hồ sơ trình cấp có thẩm quyền.`,
            ),
          ]),
      paragraph(`Danh sách kèm theo Tờ trình này. ${upperFirst(who)} trình ${facts.addressee} xem xét, quyết định.`),
      ...annex(
        `Tập thể, cá nhân được đề nghị khen thưởng trong ${matterOf(facts)}`,
        '(Kèm theo Tờ trình)',
        listTable(lines, { withMoney: false }),
      ),
    ],
  }
}
