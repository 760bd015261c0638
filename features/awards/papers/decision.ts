// Quyết định khen thưởng: bases of the day, three articles, the list with its money (domain §6.4). Pure.
import { formatNumber } from '@kheo/core/text/number-style.ts'
import type { Block } from '@kheo/writer/block-model.ts'
import type { WrittenPaper } from '../../documents/paper.ts'
import {
  annex,
  bareNumber,
  bold,
  formsWords,
  listTable,
  matterOf,
  paragraph,
  sumOf,
  summaryOf,
  whoWords,
  winnersWords,
} from './blocks.ts'
import { type AwardFacts, type AwardLine, isVotedDown, ownLines } from './facts.ts'

function legalBases({ bases, proposer, proposal }: AwardFacts): readonly string[] {
  const at = proposal === '' ? '' : ` tại Tờ trình số ${bareNumber(proposal)}`
  return [...bases.map((basis) => `Căn cứ ${basis}`), `Xét đề nghị của ${proposer}${at}`]
}

function moneyArticle({ fund }: AwardFacts, lines: readonly AwardLine[]): Block {
  const sum = sumOf(lines)
  const text =
    sum === 0
      ? ' Việc khen thưởng không kèm tiền thưởng.'
      : ` Tiền thưởng kèm theo thực hiện theo quy định hiện hành, tổng số ${formatNumber(sum)} đồng, trích từ ${fund}.`
  return paragraph(bold('Điều 2.'), text)
}

const SIGNERS: Readonly<Record<AwardFacts['family'], WrittenPaper['signature']>> = {
  // A certificate of the People's Committee is decided by its chairman in person, not in its name.
  state: { post: 'CHỦ TỊCH', name: '' },
  party: undefined,
}

/** Undefined while nobody on the list is for this office to decide. */
export function decisionPaper(facts: AwardFacts): WrittenPaper | undefined {
  const lines = ownLines(facts).filter((line) => line.consideredOn !== null && !isVotedDown(line))
  if (lines.length === 0) return undefined
  const signature = SIGNERS[facts.family]
  const forms = formsWords(lines)
  return {
    family: facts.family,
    kind: 'quyet-dinh',
    summary: summaryOf(
      facts,
      `Về việc tặng ${forms} cho ${whoWords(lines)} có thành tích xuất sắc trong ${matterOf(facts)}`,
    ),
    decidedBy: facts.decidedBy,
    legalBases: legalBases(facts),
    recipients: ['Như Điều 3'],
    ...(signature === undefined ? {} : { signature }),
    blocks: [
      { kind: 'paragraph', align: 'center', runs: [bold('QUYẾT ĐỊNH:')] },
      paragraph(
        bold('Điều 1.'),
        ` Tặng ${forms} cho ${winnersWords(lines)} có thành tích xuất sắc trong ${matterOf(facts)} (có danh sách kèm theo).`,
      ),
      moneyArticle(facts, lines),
      paragraph(
        bold('Điều 3.'),
        ` Văn phòng, ${facts.proposer}, các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.`,
      ),
      ...annex(
        `Tập thể, cá nhân được tặng ${forms} trong ${matterOf(facts)}`,
        `(Kèm theo Quyết định của ${facts.speaker})`,
        listTable(lines, { withMoney: sumOf(lines) > 0 }),
      ),
    ],
  }
}
