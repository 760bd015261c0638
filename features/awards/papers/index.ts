// The papers of a round by their roles. Pure.
import type { WrittenPaper } from '../../documents/paper.ts'
import type { PaperRole } from '../schema.ts'
import { decisionPaper } from './decision.ts'
import type { AwardFacts } from './facts.ts'
import { minutesPaper } from './minutes.ts'
import { presentingPaper } from './presenting.ts'
import { proposalPaper } from './proposal.ts'

export type { AwardFacts } from './facts.ts'
export { COUNCIL } from './facts.ts'

/** Undefined where the round has not come so far that the paper has something to say. */
export const awardPapers: Readonly<Record<PaperRole, (facts: AwardFacts) => WrittenPaper | undefined>> = {
  'to-trinh': proposalPaper,
  'bien-ban-xet': minutesPaper,
  'quyet-dinh': decisionPaper,
  'danh-sach-trao': presentingPaper,
}
