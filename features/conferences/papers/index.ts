// The papers of a conference by role: what each is called, what it still lacks, and how it is written from the facts. Pure.
import type { WrittenPaper } from '../../documents/paper.ts'
import type { ConferenceFacts, PaperRole } from '../facts.ts'
import { conclusionPaper, conclusionResultsPaper } from './conclusions.ts'
import { guestListPaper, invitationPapers, keptInvitation } from './invitations.ts'
import { minutesPaper } from './minutes.ts'
import { planPaper, requestPaper } from './plan.ts'
import { programmePaper, speechListPaper } from './programme.ts'
import { scriptPaper } from './script.ts'
import { seatingPaper } from './seating.ts'

export { paperRoles } from './roles.ts'
export { MISSING_WORDS, type MissingPart, missingParts } from './missing.ts'

export type PaperOptions = {
  /** Of the guest list: an annex with each guest's square code. */
  readonly withQr?: boolean
  /** Of the invitation: the one copy that is registered, with the list of all guests, instead of one a guest. */
  readonly asOne?: boolean
}

type Write = (facts: ConferenceFacts, options?: PaperOptions) => WrittenPaper | readonly WrittenPaper[]

/** Each writes what the facts hold and leaves out what they do not; `missingParts` says what that is. No clock, no database. */
export const conferencePapers: Readonly<Record<PaperRole, Write>> = {
  'ke-hoach': planPaper,
  'cong-van': requestPaper,
  'giay-moi': (facts, options) => (options?.asOne === true ? keptInvitation(facts) : invitationPapers(facts)),
  'chuong-trinh': programmePaper,
  'danh-sach-dai-bieu': (facts, options) => guestListPaper(facts, options?.withQr === true),
  'tham-luan': speechListPaper,
  'so-do-cho-ngoi': seatingPaper,
  'kich-ban': scriptPaper,
  'bien-ban': minutesPaper,
  'ket-luan': conclusionPaper,
  'ket-qua-ket-luan': conclusionResultsPaper,
}
